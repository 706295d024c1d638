//! What was wished of the backtests before they were made. A miss is shown.

use super::Backtests;
use super::judge::{Forecaster, Judged};
use super::score::WIDEST;
use super::series::Vintage;
use serde::{Deserialize, Serialize};

/// The range of hits that a 90 per cent interval should have.
const COVERED: [f64; 2] = [0.80, 0.98];

/// A wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The model's CRPS below the linear trend's.
    BelowLinear,
    /// Below the exponential trend's.
    BelowExponential,
    /// The pool's CRPS below the linear trend's.
    PoolBelowLinear,
    /// How often the model's 90 per cent interval holds.
    Covered,
    /// The mean absolute error a year ahead, at most the budgets'.
    AtMostBudget,
    /// The saving of a higher threshold, million kroner.
    Step,
}

/// A wish and what was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The wish.
    pub wish: Wish,
    /// The series it is about, and its vintage.
    pub series: String,
    /// Vintage, where there are several.
    pub vintage: Option<Vintage>,
    /// What was found.
    pub found: f64,
    /// Lowest and highest value that is a hit.
    pub hit: [f64; 2],
}

impl Target {
    /// Whether what was found is a hit.
    pub fn met(&self) -> bool {
        (self.hit[0]..=self.hit[1]).contains(&self.found)
    }

    fn of(wish: Wish, series: &Judged, found: f64, hit: [f64; 2]) -> Target {
        Target { wish, series: series.series.clone(), vintage: series.vintage, found, hit }
    }
}

/// The wishes that the tests made are about.
pub fn targets(found: &Backtests) -> Vec<Target> {
    let mut list = Vec::new();
    for series in &found.series {
        let [linear, exponential, structural, pool] =
            [Forecaster::Linear, Forecaster::Exponential, Forecaster::Structural, Forecaster::Pool]
                .map(|f| series.crps(f));
        if series.vintage == Some(Vintage::Corrected) {
            list.push(Target::of(Wish::BelowLinear, series, structural, [0.0, linear]));
            list.push(Target::of(Wish::BelowExponential, series, structural, [0.0, exponential]));
        }
        if series.series == "oslo_hours" {
            list.push(Target::of(Wish::PoolBelowLinear, series, pool, [0.0, linear]));
        }
        if let Some(score) = series.score(Forecaster::Structural) {
            let held = &score.coverage[WIDEST];
            list.push(Target::of(Wish::Covered, series, held.hits as f64 / held.of as f64, COVERED));
        }
        if series.series != "refund_accounts" {
            continue;
        }
        if let Some(budgets) = &found.budgets {
            let own = budgets.forecasters.iter().find(|(f, _)| *f == Forecaster::Structural);
            let absolute = own.map_or(f64::NAN, |(_, e)| e.absolute);
            list.push(Target::of(Wish::AtMostBudget, series, absolute, [0.0, budgets.budget.absolute]));
        }
        if let Some(step) = &found.step {
            list.push(Target::of(Wish::Step, series, step.saving[0], step.hit()));
        }
    }
    list
}
