//! Would the model have foreseen what happened? For origins in the past it is set up with what was known then, run ahead,
//! and held against what was observed after, beside trends made from the same years (scheme.md S4).
//!
//! - *Like with like.* Recipients and granted hours of the model are held against counts; accounts of the refund scheme
//!   against what the whole scheme pays, the simulated persons and the rest ([`crate::scheme`]), never the persons' refund alone.
//! - *Only what was known at the origin.* The forecast ([`origin`]) is given the observed years up to the origin and the
//!   scenario as it was known then ([`crate::scenario::known`]); of the accounts also the threshold of the next payment year,
//!   which is proposed in October. What came after is handed to the judge alone ([`mod@judge`]).
//! - *Derived anew.* Parameters that were fitted to data are derived at each origin from the years up to it ([`recipes`]);
//!   all others keep their priors. Two of those saw years that are tested here, and reports say so: the long-run growth of the
//!   scheme's volume (persons of 2016–20), and `need_trend` (Oslo 2015–22), half of which is kept for Oslo.
//! - *Rolling origins, every horizon, every rival* ([`rivals`]): wins and losses both, whoever wins.

pub mod accounts;
pub mod events;
pub mod history;
pub mod judge;
pub mod origin;
pub mod outlook;
pub mod recipes;
pub mod rivals;
pub mod score;
pub mod series;
pub mod sweden;
pub mod targets;
#[cfg(test)]
mod tests;

use super::quantile::of_sorted;
use crate::error::Result;
use crate::scenario::Scenario;
use accounts::{Budgets, FIRST, Step};
use judge::{DerivedParameter, Judged};
use origin::{Derived, Futures, Simulation};
use outlook::YearToCome;
use serde::{Deserialize, Serialize};
use series::{Data, FARTHEST, Place, TestSeries, Which};
use std::collections::BTreeMap;
use sweden::Sweden;
use targets::Target;

/// Everything found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtests {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Draws of each forecast.
    pub draws: usize,
    /// The series, forecast and judged.
    pub series: Vec<Judged>,
    /// The accounts a year ahead, beside the state's budgets.
    pub budgets: Option<Budgets>,
    /// A higher threshold's saving.
    pub step: Option<Step>,
    /// What was wished, and whether it was met.
    pub targets: Vec<Target>,
    /// What the pool says of years to come.
    pub outlook: Vec<YearToCome>,
    /// The outside test.
    #[serde(default)]
    pub sweden: Option<Sweden>,
}

impl Backtests {
    /// The file the backtests are kept in beside results.
    pub const FILE: &str = "backtest.json";
    /// The file of their numbers.
    pub const NUMBERS: &str = "backtest.csv";
}

/// Runs that the tests need, with the last year each is needed for.
fn runs(data: &Data, tests: &[Which]) -> BTreeMap<(Place, i32), i32> {
    let mut runs = BTreeMap::new();
    let mut need = |series: &TestSeries, origin: i32, most: i32| {
        let last = series.history.after(origin, most).last().map_or(origin, |(year, _)| *year);
        let until = runs.entry((series.place, origin)).or_insert(last);
        *until = last.max(*until);
    };
    for which in tests {
        for series in which.series(data) {
            series.origins.clone().for_each(|origin| need(&series, origin, FARTHEST));
            if *which == Which::Refund {
                need(&series, FIRST, 1);
            }
        }
    }
    runs
}

/// Worlds that the tests take with so many draws.
pub fn expected(national: &Scenario, tests: &[Which], draws: usize) -> Result<usize> {
    let data = Data::shipped(national)?;
    let outside = if tests.contains(&Which::Sweden) { draws } else { 0 };
    Ok(runs(&data, tests).len() * draws + outlook::worlds(tests, draws) + outside)
}

/// Runs the tests. `national` and `outside` are the shipped scenarios of the country and of Sweden.
pub fn run(
    [national, outside]: [&Scenario; 2],
    data: &Data,
    tests: &[Which],
    simulation: &Simulation<'_>,
) -> Result<Backtests> {
    let mut futures = BTreeMap::new();
    for ((place, origin), last) in runs(data, tests) {
        futures.insert((place, origin), origin::futures(national, data, (place, origin), last, simulation)?);
    }
    let mut found = Backtests {
        seed: simulation.seed,
        draws: simulation.draws,
        series: Vec::new(),
        budgets: None,
        step: None,
        targets: Vec::new(),
        outlook: outlook::outlook(national, data, tests, simulation)?,
        sweden: None,
    };
    if tests.contains(&Which::Sweden) {
        found.sweden = sweden::sweden(outside, simulation)?;
    }
    for series in tests.iter().flat_map(|which| which.series(data)) {
        found.series.push(judged(&series, &futures));
    }
    if tests.contains(&Which::Refund) {
        let series = Which::Refund.series(data);
        let ahead = series.iter().flat_map(|s| {
            let origins = FIRST..=*s.origins.end();
            let futures = &futures;
            origins.filter_map(move |o| Some(judge::forecasts(s, o, futures.get(&(s.place, o))?, 1)))
        });
        found.budgets = Some(accounts::budgets(data, &ahead.flatten().collect::<Vec<_>>()));
        found.step = accounts::step(national, simulation.seed, simulation.draws)?;
    }
    found.targets = targets::targets(&found);
    Ok(found)
}

fn judged(series: &TestSeries, futures: &BTreeMap<(Place, i32), Futures>) -> Judged {
    let own = series.origins.clone().filter_map(|o| Some((o, futures.get(&(series.place, o))?)));
    let forecasts: Vec<_> =
        own.clone().flat_map(|(o, futures)| judge::forecasts(series, o, futures, FARTHEST)).collect();
    let derived = own.flat_map(|(o, futures)| futures.derived.iter().map(move |d| derived(o, d)));
    Judged {
        which: series.which,
        series: series.id.to_string(),
        vintage: series.vintage,
        unit: series.unit.to_string(),
        observed: series.history.all().to_vec(),
        scores: judge::scores(&forecasts),
        forecasts,
        derived: derived.collect(),
    }
}

fn derived(origin: i32, (id, values): &Derived) -> DerivedParameter {
    let mut sorted = values.clone();
    sorted.sort_by(f64::total_cmp);
    let at = |p| of_sorted(&sorted, p).unwrap_or(f64::NAN);
    DerivedParameter {
        origin,
        id: id.to_string(),
        mean: sorted.iter().sum::<f64>() / sorted.len() as f64,
        interval: [at(0.05), at(0.95)],
    }
}
