//! What the pool says of years to come, beside the model: a reader sees how far the model departs from extrapolation. A
//! mixture with a trend has no levers and no persons; what is published comes from the model alone.

use super::judge::{Forecaster, ensembles};
use super::origin::{ForecastPath, Simulation, alone, simulate};
use super::score::Predicted;
use super::series::{Data, LAG, Quantity, TestSeries, Vintage, Which};
use crate::engine::run::Engine;
use crate::error::Result;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// The years told.
const YEARS: [i32; 2] = [2030, 2034];

/// A year to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearToCome {
    /// Name of the series in files.
    pub series: String,
    /// Unit in files.
    pub unit: String,
    /// The year; of payment for the accounts.
    pub year: i32,
    /// The last year observed, from which the trend goes on.
    pub known_to: i32,
    /// The linear trend, the model and the pool.
    pub predicted: Vec<(Forecaster, Predicted)>,
}

/// Worlds that it takes.
pub fn worlds(tests: &[Which], draws: usize) -> usize {
    if tests.iter().any(|t| matches!(t, Which::National | Which::Refund)) { draws } else { 0 }
}

/// The years to come of the series that there are for the whole country, from the shipped scenario as it is.
pub fn outlook(
    national: &Scenario,
    data: &Data,
    tests: &[Which],
    simulation: &Simulation<'_>,
) -> Result<Vec<YearToCome>> {
    let series: Vec<TestSeries> = tests
        .iter()
        .filter(|t| **t != Which::Oslo)
        .flat_map(|t| t.series(data))
        .filter(|s| s.vintage != Some(Vintage::Published))
        .collect();
    if series.is_empty() {
        return Ok(Vec::new());
    }
    let [_, last] = YEARS;
    let scenario = alone(national, national.base_year, last);
    let engine = Engine::new(&scenario)?;
    let stated = (0..simulation.draws).map(|draw| engine.stated(simulation.seed, draw)).collect();
    let paths = simulate(&scenario, &engine, stated, simulation)?;
    let of = |s: &TestSeries, year: i32| {
        let known = s.history.all();
        let known_to = known.last().map_or(year, |(y, _)| *y);
        let structural = paths.iter().map(|p| number(s.quantity, p, year - national.base_year)).collect();
        let wanted = |f: &Forecaster| !matches!(f, Forecaster::Exponential | Forecaster::RivalsMean);
        let predicted = ensembles(known, year - known_to, structural)
            .into_iter()
            .filter(|(f, _)| wanted(f))
            .filter_map(|(f, ensemble)| Some((f, Predicted::of_sorted(&ensemble)?)))
            .collect();
        YearToCome { series: s.id.to_string(), unit: s.unit.to_string(), year, known_to, predicted }
    };
    Ok(series.iter().flat_map(|s| YEARS.map(|year| of(s, year))).collect())
}

/// A number of a path `t` years after its first; the accounts pay a year after the costs, million kroner.
fn number(quantity: Quantity, path: &ForecastPath, t: i32) -> f64 {
    match quantity {
        Quantity::Recipients => path.recipients[t as usize],
        Quantity::Hours => path.hours[t as usize],
        Quantity::Accounts => path.scheme[(t - LAG) as usize] / 1e6,
    }
}
