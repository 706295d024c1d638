//! Would the model have foreseen what happened? For an origin in the past it is set up with what was known then, run
//! ahead, and held against what was observed after, beside a naive trend.
//!
//! - *Only what was known at the origin.* The forecast ([`origin`]) is given the observed years up to the origin and the
//!   scenario as it was known then ([`crate::scenario::known`]); what came after is handed to the judge alone ([`mod@judge`]).
//! - *Level from the training years.* The parameters `inflow_rate` and `award_rate` were calibrated to later growth; here
//!   both are multiplied, draw by draw, by the factor that gives the growth of the training years ([`mod@fit`]). That growth is
//!   drawn from a normal distribution with the observed mean and its standard error. Where granted hours are known (Oslo),
//!   `need_trend` is fitted in the same way, and `granted_hours_tail` to the level.
//! - *Neutral where nothing was known.* Recipients by age were first counted for 2021: those of the first year are spread
//!   as new needs are (`inflow_age_weights`), and the forecast is made once more with the later count to show the difference.
//! - All other parameters are the scenario's, also those measured later: they are its structure, not the course of these
//!   series. Amounts in later kroner are brought back with the wage growth known at the origin.
//! - The model knows chance among persons and uncertain parameters. It has no common shocks of single years, and nothing
//!   is added for them.

pub mod events;
pub mod fit;
pub mod history;
pub mod judge;
pub mod origin;
pub mod refund;
pub mod score;
pub mod series;
#[cfg(test)]
mod tests;

use super::quantile::of_sorted;
use crate::error::Result;
use crate::scenario::Scenario;
use judge::{Judged, judge};
use origin::{ForecastSetup, Futures, Hindsight, InitialAges, Simulation};
use refund::Refund;
use serde::{Deserialize, Serialize};
use series::{Tables, TestSeries, Which};

/// Draws in which the other spread over ages is tried: a median's change is seen in few, since they are the same draws.
const AGES_DRAWS: usize = 100;

/// A parameter that was fitted to the training years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedParameter {
    /// The id of the parameter.
    pub id: String,
    /// Mean over draws.
    pub mean: f64,
    /// 5th and 95th percentile over draws.
    pub interval: [f64; 2],
}

/// How a model was set up at an origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetUp {
    /// The test.
    pub which: Which,
    /// First training year.
    pub first: i32,
    /// Origin.
    pub origin: i32,
    /// Growth of recipients known then, logarithm a year.
    pub growth: history::Growth,
    /// The same of granted hours a recipient, where known.
    pub hours_growth: Option<history::Growth>,
    /// Parameters fitted.
    pub fitted: Vec<FittedParameter>,
    /// Largest gap left between wanted and simulated growth in any draw, logarithm a year.
    pub gap: f64,
    /// Value histories that the model did without, since no value was dated by then.
    pub without: Vec<String>,
    /// Largest change of a median, as a share, when recipients are spread over ages as counted later.
    pub other_ages: f64,
}

/// Everything found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtests {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Draws of each forecast.
    pub draws: usize,
    /// How the model was set up, origin by origin.
    pub set_up: Vec<SetUp>,
    /// The series, forecast and judged.
    pub series: Vec<Judged>,
    /// What the comparison with the accounts of the refund scheme covers.
    pub refund: Option<Refund>,
}

impl Backtests {
    /// The file the backtests are kept in beside results.
    pub const FILE: &str = "backtest.json";
    /// The file of their numbers.
    pub const NUMBERS: &str = "backtest.csv";
}

/// Worlds that the tests take with so many draws, about.
pub fn expected(tables: &Tables<'_>, tests: &[Which], draws: usize) -> Result<usize> {
    let terms = origins(tests).into_iter().map(|which| which.terms(tables)).collect::<Result<Vec<_>>>()?;
    Ok(terms.iter().map(|t| t.expected(draws) + t.expected(draws.min(AGES_DRAWS))).sum())
}

/// Origins to simulate: refund and national recipients share one.
fn origins(tests: &[Which]) -> Vec<Which> {
    let has = |which| tests.contains(&which);
    let country = has(Which::National) || has(Which::Refund);
    let all = [(has(Which::Oslo), Which::Oslo), (country, Which::National)];
    all.into_iter().filter(|(wished, _)| *wished).map(|(_, which)| which).collect()
}

/// Runs the tests. `national` is the shipped scenario.
pub fn run(
    national: &Scenario,
    tables: &Tables<'_>,
    tests: &[Which],
    simulation: &Simulation<'_>,
) -> Result<Backtests> {
    let mut found = Backtests {
        seed: simulation.seed,
        draws: simulation.draws,
        set_up: Vec::new(),
        series: Vec::new(),
        refund: None,
    };
    for which in origins(tests) {
        let terms = which.terms(tables)?;
        let refund = which == Which::National && tests.contains(&Which::Refund);
        let hindsight = if refund { Hindsight::Economy } else { Hindsight::None };
        let futures = origin::futures(national, &terms, hindsight, simulation)?;
        let other = ForecastSetup { ages: InitialAges::Later, ..terms.clone() };
        let few = Simulation { draws: simulation.draws.min(AGES_DRAWS), ..*simulation };
        let others = origin::futures(national, &other, Hindsight::None, &few)?.paths;
        let same = &futures.paths[..few.draws];
        let mut set_up = set_up(which, &terms, &futures);
        for series in TestSeries::of(which, tables)?.iter().filter(|s| tests.contains(&s.which)) {
            let ensembles = series.ensembles(&futures.paths);
            let shift = shifted(&series.ensembles(same), &series.ensembles(&others));
            set_up.other_ages = set_up.other_ages.max(shift);
            found.series.push(judge(series, &ensembles, series.yearly_spread(&futures.paths))?);
        }
        found.set_up.push(set_up);
        if refund {
            found.refund = Some(refund::refund(tables, &futures, terms.origin)?);
        }
    }
    Ok(found)
}

/// Largest change of a median, as a share of it.
fn shifted(own: &[Vec<f64>], other: &[Vec<f64>]) -> f64 {
    let median = |sorted: &Vec<f64>| of_sorted(sorted, 0.5).unwrap_or(f64::NAN);
    own.iter().zip(other).map(|(a, b)| (median(b) / median(a) - 1.0).abs()).fold(0.0, f64::max)
}

fn set_up(which: Which, terms: &ForecastSetup, futures: &Futures) -> SetUp {
    let fitted = |id: &str, place: usize| {
        let mut values: Vec<f64> = futures.values.iter().map(|v| v[place]).collect();
        values.sort_by(f64::total_cmp);
        let at = |p| of_sorted(&values, p).unwrap_or(f64::NAN);
        FittedParameter {
            id: id.to_string(),
            mean: values.iter().sum::<f64>() / values.len() as f64,
            interval: [at(0.05), at(0.95)],
        }
    };
    let mut list = vec![fitted("inflow_rate", 0), fitted("award_rate", 1)];
    list.extend(terms.hours.is_some().then(|| fitted("need_trend", 2)));
    SetUp {
        which,
        first: terms.recipients.first().map_or(terms.origin, |(y, _)| *y),
        origin: terms.origin,
        growth: terms.growth(),
        hours_growth: terms.hours.as_deref().map(history::growth),
        fitted: list,
        gap: futures.fitted.iter().map(|f| f.gap).fold(0.0, f64::max),
        without: futures.without.clone(),
        other_ages: 0.0,
    }
}
