//! A forecast held against what was observed, beside a naive trend made from the same years.

use super::events::{self, ObservedEvent, Pull};
use super::history::{Growth, Observed, drift, growth};
use super::score::{Coverage, Predicted, coverages, crps_ensemble, crps_normal, share_below};
use super::series::{TestSeries, Which};
use crate::error::Result;
use crate::math::ln;
use serde::{Deserialize, Serialize};

/// Place of the widest interval: what is outside it is called a miss.
pub const WIDEST: usize = 2;

/// A year ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ahead {
    /// The year.
    pub year: i32,
    /// The model.
    pub model: Predicted,
    /// The naive trend.
    pub naive: Predicted,
}

/// A year that was observed after the origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObservedYear {
    /// The year.
    pub year: i32,
    /// The number that was observed.
    pub observed: f64,
    /// Whether each interval of the model holds it.
    pub holds: [bool; 3],
    /// Share of the ensemble below it.
    pub below: f64,
    /// Mean of the model minus what was observed.
    pub error: f64,
    /// CRPS of the model.
    pub crps: f64,
    /// Whether each interval of the naive trend holds it.
    pub naive_holds: [bool; 3],
    /// Mean of the naive trend minus what was observed.
    pub naive_error: f64,
    /// CRPS of the naive trend.
    pub naive_crps: f64,
}

/// One forecaster over all years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// How often each interval held.
    pub coverage: [Coverage; 3],
    /// Mean error: forecast mean minus observed.
    pub bias: f64,
    /// Mean of errors as a share of what was observed.
    pub bias_share: f64,
    /// Mean CRPS.
    pub crps: f64,
}

/// A year in which the widest interval missed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Miss {
    /// The year.
    pub year: i32,
    /// On which side of the interval it was observed.
    pub side: Pull,
    /// How far outside, as a share of the end of the interval.
    pub beyond: f64,
}

/// Facts that a miss is explained by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MissFacts {
    /// Misses of the model.
    pub missed: Vec<Miss>,
    /// Misses of the naive trend.
    pub naive_missed: Vec<Miss>,
    /// Growth before the origin, logarithm a year.
    pub before: Growth,
    /// Growth from the origin to the last observed year, logarithm a year.
    pub after: f64,
    /// How much a simulated series varies by itself: standard deviation of its yearly growth, logarithm.
    pub simulated_sd: f64,
    /// Documented events that fit the misses.
    pub events: Vec<ObservedEvent>,
}

/// A series forecast and judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The test it belongs to.
    pub which: Which,
    /// Name in files.
    pub series: String,
    /// Unit in files.
    pub unit: String,
    /// Table of what was observed.
    pub table: String,
    /// The observations that were known at the origin.
    pub known: Vec<Observed>,
    /// The forecasts, year by year from the origin.
    pub ahead: Vec<Ahead>,
    /// The years observed after it.
    pub points: Vec<ObservedYear>,
    /// The model.
    pub model: Score,
    /// The naive trend.
    pub naive: Score,
    /// 1 − CRPS/CRPS of the naive trend: above 0 the model did better.
    pub skill: f64,
    /// Facts about its misses.
    pub facts: MissFacts,
}

/// Judges ensembles from the origin on, each sorted upwards. `spread` is how much a simulated series varies from year to year.
pub fn judge(series: &TestSeries, ensembles: &[Vec<f64>], spread: f64) -> Result<Judged> {
    let origin = series.origin();
    let years = || ensembles.iter().enumerate();
    let ahead: Vec<Ahead> = years()
        .filter_map(|(t, ensemble)| {
            let (mean, sd) = drift(&series.known, t as i32);
            let year = origin + t as i32;
            Some(Ahead { year, model: Predicted::of_sorted(ensemble)?, naive: Predicted::normal(mean, sd) })
        })
        .collect();
    let points: Vec<ObservedYear> = series
        .after
        .iter()
        .filter_map(|(year, observed)| {
            let t = usize::try_from(year - origin).ok()?;
            Some(point(*year, *observed, (ahead.get(t)?, &ensembles[t]), drift(&series.known, t as i32)))
        })
        .collect();
    let model = score(&points, |p| (p.holds, p.error, p.crps));
    let naive = score(&points, |p| (p.naive_holds, p.naive_error, p.naive_crps));
    Ok(Judged {
        which: series.which,
        series: series.id.to_string(),
        unit: series.unit.to_string(),
        table: series.table.to_string(),
        skill: 1.0 - model.crps / naive.crps,
        facts: facts(series, &ahead, &points, spread)?,
        known: series.known.clone(),
        ahead,
        points,
        model,
        naive,
    })
}

fn point(
    year: i32,
    observed: f64,
    (ahead, ensemble): (&Ahead, &[f64]),
    (mean, sd): (f64, f64),
) -> ObservedYear {
    ObservedYear {
        year,
        observed,
        holds: ahead.model.holds(observed),
        below: share_below(ensemble, observed),
        error: ahead.model.mean - observed,
        crps: crps_ensemble(ensemble, observed),
        naive_holds: ahead.naive.holds(observed),
        naive_error: mean - observed,
        naive_crps: crps_normal(mean, sd, observed),
    }
}

fn score(points: &[ObservedYear], of: impl Fn(&ObservedYear) -> ([bool; 3], f64, f64)) -> Score {
    let n = points.len() as f64;
    let mean = |number: &dyn Fn(&ObservedYear) -> f64| points.iter().map(number).sum::<f64>() / n;
    let holds: Vec<[bool; 3]> = points.iter().map(|p| of(p).0).collect();
    Score {
        coverage: coverages(&holds),
        bias: mean(&|p| of(p).1),
        bias_share: mean(&|p| of(p).1 / p.observed),
        crps: mean(&|p| of(p).2),
    }
}

/// Where a number lies outside an interval.
fn outside(predicted: &Predicted, observed: f64) -> Option<(Pull, f64)> {
    let (low, high) = predicted.interval(WIDEST);
    match observed {
        x if x < low => Some((Pull::Lower, 1.0 - x / low)),
        x if x > high => Some((Pull::Higher, x / high - 1.0)),
        _ => None,
    }
}

fn misses(ahead: &[Ahead], points: &[ObservedYear], of: fn(&Ahead) -> &Predicted) -> Vec<Miss> {
    let miss = |p: &ObservedYear| {
        let (side, beyond) = outside(of(ahead.iter().find(|a| a.year == p.year)?), p.observed)?;
        Some(Miss { year: p.year, side, beyond })
    };
    points.iter().filter_map(miss).collect()
}

fn facts(
    series: &TestSeries,
    ahead: &[Ahead],
    points: &[ObservedYear],
    simulated_sd: f64,
) -> Result<MissFacts> {
    let missed = misses(ahead, points, |a| &a.model);
    let (from, to) = (series.known.last(), series.after.last());
    let after = from.zip(to).map_or(f64::NAN, |(a, b)| ln(b.1 / a.1) / f64::from(b.0 - a.0));
    let sides: Vec<(i32, Pull)> = missed.iter().map(|m| (m.year, m.side)).collect();
    Ok(MissFacts {
        naive_missed: misses(ahead, points, |a| &a.naive),
        before: growth(&series.known),
        after,
        simulated_sd,
        events: events::fitting(&events::of(series.id)?, &sides),
        missed,
    })
}
