//! From what a run keeps to what is said about it: summaries over draws, paired differences,
//! comparison with known figures, and what decides them ([`sensitivity`]). No file, no clock; randomness only
//! to resample draws.

pub mod alternatives;
pub mod backtest;
pub mod bridge;
pub mod calibration;
pub mod conduct;
pub mod convergence;
pub mod decision;
pub mod distributions;
pub mod emulated;
mod identities;
pub mod influence;
pub mod mechanical;
pub mod observed;
pub mod own_accounts;
pub mod precision;
pub mod price_of_hour;
pub mod quantile;
pub mod sampling_error;
pub mod sensitivity;
pub mod statistics;
pub mod studies;
pub mod summary;
pub mod validation;
mod validation_figures;
pub mod variance;
pub mod withdrawals;

use crate::engine::results::Results;
use crate::scenario::Scenario;

/// The year whose kroner fixed kroner are: the parameter `price_year`, or else the base year.
pub fn price_year(scenario: &Scenario, results: &Results) -> i32 {
    let value = scenario.parameters.slot("price_year").and_then(|slot| results.values.get([0, slot]));
    value.map_or(scenario.base_year, |year| year.round() as i32)
}

/// Index of the first year in which every model is in full effect, or else of the last year; and
/// whether all are in full effect in it.
pub fn full_effect_year(scenario: &Scenario) -> (usize, bool) {
    let last = scenario.horizon.saturating_sub(1);
    let full = scenario
        .models
        .iter()
        .map(|m| i64::from(m.levers.start_year - scenario.base_year) + i64::from(m.levers.phase_in_years) - 1)
        .fold(0, i64::max);
    usize::try_from(full).ok().filter(|t| *t <= last).map_or((last, false), |t| (t, true))
}
