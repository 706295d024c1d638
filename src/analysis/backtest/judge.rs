//! Forecasts held against what was observed: ours beside rivals made from the same years.

use super::history::Observed;
use super::origin::{ForecastPath, Futures};
use super::rivals::{exponential, linear, mixture};
use super::score::{Coverage, Predicted, coverages, crps};
use super::series::{FARTHEST, LAG, Quantity, TestSeries, Vintage, Which};
use serde::{Deserialize, Serialize};

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forecaster {
    /// A random walk with the mean yearly increment.
    Linear,
    /// The same in logs.
    Exponential,
    /// The equal mixture of both.
    RivalsMean,
    /// The model.
    Structural,
    /// The equal mixture of the model and the linear trend.
    Pool,
    /// The model without the decider's drift, in the outside test alone.
    WithoutDrift,
}

impl Forecaster {
    /// All that forecast from every origin, in the order of the tables.
    pub const ALL: [Forecaster; 5] = [
        Forecaster::Linear,
        Forecaster::Exponential,
        Forecaster::RivalsMean,
        Forecaster::Structural,
        Forecaster::Pool,
    ];

    /// The identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            Forecaster::Linear => "linear",
            Forecaster::Exponential => "exponential",
            Forecaster::RivalsMean => "rivals_mean",
            Forecaster::Structural => "structural",
            Forecaster::Pool => "pool",
            Forecaster::WithoutDrift => "without_drift",
        }
    }
}

/// Everybody's ensemble for a year ahead, each sorted upwards; `structural` in any order.
pub fn ensembles(known: &[Observed], ahead: i32, mut structural: Vec<f64>) -> [(Forecaster, Vec<f64>); 5] {
    structural.sort_by(f64::total_cmp);
    let count = structural.len();
    let (linear, exponential) = (linear(known, ahead, count), exponential(known, ahead, count));
    let (rivals, pool) = (mixture(&linear, &exponential), mixture(&structural, &linear));
    [
        (Forecaster::Linear, linear),
        (Forecaster::Exponential, exponential),
        (Forecaster::RivalsMean, rivals),
        (Forecaster::Structural, structural),
        (Forecaster::Pool, pool),
    ]
}

/// A forecast of a year that was observed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The last year known.
    pub origin: i32,
    /// The year.
    pub year: i32,
    /// Who forecast.
    pub forecaster: Forecaster,
    /// The number that was observed.
    pub observed: f64,
    /// The forecast.
    pub predicted: Predicted,
    /// CRPS, share of what was observed.
    pub crps: f64,
    /// Whether CRPS is lower than that of the linear and of the exponential trend; nothing of a trend itself.
    pub won: [Option<bool>; 2],
}

impl Forecast {
    /// Years ahead.
    pub fn horizon(&self) -> i32 {
        self.year - self.origin
    }

    /// Mean minus observed, share of what was observed.
    pub fn error(&self) -> f64 {
        self.predicted.mean / self.observed - 1.0
    }
}

/// Horizons that are told apart: one, two, three years, four and more.
pub const HORIZONS: usize = 4;

/// The place of a horizon among [`HORIZONS`].
fn place(horizon: i32) -> usize {
    (horizon.max(1) as usize).min(HORIZONS) - 1
}

/// One forecaster over the forecasts of one series, or those of one horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Number of forecasts.
    pub scores: usize,
    /// Mean CRPS, share of what was observed.
    pub crps: f64,
    /// How often each interval held.
    pub coverage: [Coverage; 2],
    /// Mean error, share of what was observed: forecast minus observed.
    pub bias: f64,
    /// Share of forecasts with a lower CRPS than the linear, and than the exponential trend.
    pub won: [Option<f64>; 2],
}

impl Score {
    /// Over some forecasts; nothing over none.
    pub fn of(forecasts: &[&Forecast]) -> Option<Score> {
        let n = forecasts.len() as f64;
        let mean = |number: &dyn Fn(&Forecast) -> f64| forecasts.iter().map(|f| number(f)).sum::<f64>() / n;
        let holds: Vec<[bool; 2]> = forecasts.iter().map(|f| f.predicted.holds(f.observed)).collect();
        let won = |rival: usize| -> Option<f64> {
            let all: Option<Vec<bool>> = forecasts.iter().map(|f| f.won[rival]).collect();
            Some(all?.iter().filter(|won| **won).count() as f64 / n)
        };
        (!forecasts.is_empty()).then(|| Score {
            scores: forecasts.len(),
            crps: mean(&|f| f.crps),
            coverage: coverages(&holds),
            bias: mean(&Forecast::error),
            won: [won(0), won(1)],
        })
    }
}

/// One forecaster of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    /// Who forecast.
    pub forecaster: Forecaster,
    /// Over all forecasts.
    pub all: Score,
    /// One, two, three years ahead, and four and more.
    pub by_horizon: [Option<Score>; HORIZONS],
}

/// A parameter derived at an origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DerivedParameter {
    /// The origin.
    pub origin: i32,
    /// The id of the parameter.
    pub id: String,
    /// Mean over draws.
    pub mean: f64,
    /// 5th and 95th percentile over draws.
    pub interval: [f64; 2],
}

/// A series forecast and judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The test it belongs to.
    pub which: Which,
    /// Name in files.
    pub series: String,
    /// Vintage, where there are several.
    pub vintage: Option<Vintage>,
    /// Unit in files.
    pub unit: String,
    /// Everything observed.
    pub observed: Vec<Observed>,
    /// The forecasts of observed years.
    pub forecasts: Vec<Forecast>,
    /// Everybody's scores.
    pub scores: Vec<Scores>,
    /// Parameters derived at the origins.
    pub derived: Vec<DerivedParameter>,
}

impl Judged {
    /// The score of one forecaster.
    pub fn score(&self, forecaster: Forecaster) -> Option<&Score> {
        self.scores.iter().find(|s| s.forecaster == forecaster).map(|s| &s.all)
    }

    /// Its CRPS, share of what was observed.
    pub fn crps(&self, forecaster: Forecaster) -> f64 {
        self.score(forecaster).map_or(f64::NAN, |s| s.crps)
    }
}

/// The numbers of a quantity `ahead` years after the origin, of which `last` is what was observed.
fn simulated(quantity: Quantity, paths: &[ForecastPath], last: f64, ahead: usize) -> Vec<f64> {
    let number = |p: &ForecastPath| match quantity {
        Quantity::Recipients => p.recipients[ahead],
        Quantity::Hours => last * p.hours[ahead] / p.hours[0],
        // Costs are paid a year after, million kroner.
        Quantity::Accounts => p.scheme[ahead - LAG as usize] / 1e6,
    };
    paths.iter().map(number).collect()
}

/// Everybody's forecasts from an origin of the years observed after it, at most so many years ahead.
pub fn forecasts(series: &TestSeries, origin: i32, futures: &Futures, most: i32) -> Vec<Forecast> {
    let known = series.history.known(origin);
    let last = known.last().map_or(f64::NAN, |(_, x)| *x);
    let mut list = Vec::new();
    for (year, observed) in series.history.after(origin, most.min(FARTHEST)) {
        let ahead = year - origin;
        let structural = simulated(series.quantity, &futures.paths, last, ahead as usize);
        let all = ensembles(&known, ahead, structural).map(|(forecaster, ensemble)| {
            (forecaster, Predicted::of_sorted(&ensemble), crps(&ensemble, observed) / observed)
        });
        let rivals = [all[0].2, all[1].2];
        list.extend(all.into_iter().filter_map(|(forecaster, predicted, crps)| {
            let trend = matches!(forecaster, Forecaster::Linear | Forecaster::Exponential);
            let won = rivals.map(|rival| (!trend).then_some(crps < rival));
            Some(Forecast { origin, year, forecaster, observed, predicted: predicted?, crps, won })
        }));
    }
    list
}

/// Everybody's scores over forecasts.
pub fn scores(forecasts: &[Forecast]) -> Vec<Scores> {
    let of = |forecaster: Forecaster| {
        let own: Vec<&Forecast> = forecasts.iter().filter(|f| f.forecaster == forecaster).collect();
        let at = |p: usize| -> Vec<&Forecast> {
            own.iter().copied().filter(|f| place(f.horizon()) == p).collect()
        };
        let by_horizon = std::array::from_fn(|p| Score::of(&at(p)));
        Some(Scores { forecaster, all: Score::of(&own)?, by_horizon })
    };
    Forecaster::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forecast(origin: i32, year: i32, members: &[f64], observed: f64, won: bool) -> Forecast {
        Forecast {
            origin,
            year,
            forecaster: Forecaster::Structural,
            observed,
            predicted: Predicted::of_sorted(members).expect("members"),
            crps: crps(members, observed) / observed,
            won: [Some(won), None],
        }
    }

    #[test]
    fn scores_are_means_over_forecasts_by_horizon() {
        let list = [
            forecast(2018, 2019, &[90.0, 110.0], 100.0, true),
            forecast(2018, 2022, &[110.0, 130.0], 100.0, false),
            forecast(2018, 2025, &[80.0, 100.0], 100.0, false),
        ];
        let all = scores(&list);
        assert_eq!(all.len(), 1);
        let own = &all[0];
        // Half of the distance of the two members is 5 each time: 10 − 5, 20 − 5, 10 − 5 of 100.
        assert!((own.all.crps - 0.25 / 3.0).abs() < 1e-12 && own.all.scores == 3);
        assert!((own.all.bias - 0.1 / 3.0).abs() < 1e-12);
        assert_eq!(own.all.won, [Some(1.0 / 3.0), None]);
        assert_eq!(own.all.coverage.map(|c| c.hits), [1, 1]);
        let far = own.by_horizon[3].as_ref().expect("two");
        assert!((far.crps - 0.1).abs() < 1e-12 && far.scores == 2);
        assert!(own.by_horizon[1].is_none() && own.by_horizon[2].is_none());
    }

    #[test]
    fn accounts_are_paid_a_year_after_their_costs_and_hours_go_on_from_what_was_known() {
        let path =
            ForecastPath { recipients: vec![10.0, 11.0], hours: vec![50.0, 55.0], scheme: vec![3e6, 4e6] };
        let of = |quantity| simulated(quantity, std::slice::from_ref(&path), 200.0, 1);
        assert_eq!(of(Quantity::Recipients), [11.0]);
        assert_eq!(of(Quantity::Hours), [220.0]);
        assert_eq!(of(Quantity::Accounts), [3.0]);
    }
}
