//! What posting needs of a scenario: the units' tax zones and weights, and the years kept.

use super::scheme_layer::SchemeLayer;
use super::unit_figures::UNIT_YEARS;
use crate::rules::phase_in;
use crate::scenario::Scenario;

/// The constants of a scenario that posting needs, prepared once.
#[derive(Clone, Debug)]
pub struct Country {
    pub(super) zones: Vec<u8>,
    pub(super) inhabitants: Option<Vec<f64>>,
    /// Weights for introduction costs: population, or recipients where there is none.
    pub(super) introduction: Vec<f64>,
    /// The part of national amounts that the units carry.
    pub(super) national_share: f64,
    /// Weights for a withdrawal by population.
    pub(super) need: Vec<f64>,
    pub(super) scheme: Option<SchemeLayer>,
    pub(super) base_year: i32,
    pub(super) years: usize,
    /// Indices of the years whose worlds of units are kept.
    pub kept: [usize; UNIT_YEARS],
}

impl Country {
    /// Prepares a scenario.
    pub fn new(scenario: &Scenario) -> Country {
        let units = &scenario.units;
        let inhabitants: Option<Vec<f64>> = units.iter().map(|u| u.inhabitants()).collect();
        let recipients = |u: &crate::scenario::units::Unit| {
            u.recipients.map_or(0.0, |r| r.iter().map(|n| f64::from(*n)).sum())
        };
        let last = scenario.horizon - 1;
        let full = scenario
            .models
            .iter()
            .map(|m| phase_in::full_effect_year(m.levers.start_year, m.levers.phase_in_years))
            .max()
            .unwrap_or(scenario.base_year);
        Country {
            zones: units.iter().map(|u| u.zone as u8).collect(),
            introduction: inhabitants.clone().unwrap_or_else(|| units.iter().map(recipients).collect()),
            need: units
                .iter()
                .map(|u| u.inhabitants().unwrap_or(0.0) * u.need_index.unwrap_or(1.0))
                .collect(),
            inhabitants,
            national_share: scenario.national_share(),
            scheme: SchemeLayer::new(scenario),
            base_year: scenario.base_year,
            years: scenario.horizon,
            kept: [0, ((full - scenario.base_year).max(0) as usize).min(last), last],
        }
    }

    /// Tax zone of each unit.
    pub fn zones(&self) -> &[u8] {
        &self.zones
    }
}
