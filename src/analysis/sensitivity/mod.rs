//! What a figure depends on: which uncertain parameters move it, how much of its uncertainty each
//! brings, what it would be worth to know them, and where a difference turns.
//!
//! Estimators are functions of numbers; those that need the model ask for it through a function of
//! points ([`SimulateFigure`]), so that they can be tested on functions with known answers.
//!
//! Most is read off the draws of a run, by an [expansion] of the figure in polynomials of the parameters, which says how much it
//! misses. What that cannot tell is asked of the same engine at chosen parameters ([`crate::engine::evaluate`]), on the persons
//! of the draws with the same numbers, so that effects are paired. The lives of persons are a factor of Sobol indices like any
//! parameter. Correlated parameters are moved by the independent numbers behind them. Parameters without effect are found by
//! moving them one at a time, and left out of designs; those of little effect share one factor there.

pub mod breakeven;
pub mod chaos;
pub mod evppi;
pub mod expansion;
pub mod linear;
pub mod moved;
pub mod order;
pub mod pursuit;
pub mod ranks;
pub mod regression;
pub mod resample;
pub mod signs;
pub mod sobol;
pub mod target;
pub mod tornado;
pub mod two_way;

use super::statistics::Repeats;
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// The model: one figure for every point, in the same order. NaN where a world has no such figure.
pub type SimulateFigure<'a> = dyn FnMut(&[EvaluationPoint]) -> Result<Vec<f64>> + 'a;

/// The model: several figures for every point, in the same order.
pub type SimulateFigures<'a> = dyn FnMut(&[EvaluationPoint]) -> Result<Vec<Vec<f64>>> + 'a;

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// 5th percentile of its sampling distribution.
    pub low: f64,
    /// 95th percentile.
    pub high: f64,
}

impl Estimate {
    /// An estimate with the 5th and 95th percentile of resampled ones.
    pub fn resampled(value: f64, mut resampled: Vec<f64>) -> Estimate {
        resampled.retain(|x| x.is_finite());
        resampled.sort_by(f64::total_cmp);
        match (super::quantile::of_sorted(&resampled, 0.05), super::quantile::of_sorted(&resampled, 0.95)) {
            (Some(low), Some(high)) => Estimate { value, low, high },
            _ => Estimate { value, low: value, high: value },
        }
    }

    /// Whether the interval holds zero.
    pub fn may_be_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// Numbers by draw: the mean of each draw's replicates, which share its parameters. Not there where one of them is not.
pub fn by_draw(worlds: &[f64], replicates: usize) -> Vec<f64> {
    let replicates = replicates.max(1);
    worlds.chunks(replicates).map(|own| own.iter().sum::<f64>() / own.len() as f64).collect()
}

/// Mean and the standard error of the mean of the numbers that are there; nothing without any.
pub fn mean_and_error(values: &[f64], repeats: impl Into<Repeats>) -> Option<(f64, f64)> {
    let statistics = super::statistics::statistics(values, repeats)?;
    Some((statistics.mean, statistics.mcse.unwrap_or(0.0)))
}
