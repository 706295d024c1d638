//! The mean of a figure over draws where some parameters have chosen values, all else as drawn, simulated: the same draws and
//! persons at every value (common random numbers).

use super::breakeven::MeanThere;
use super::{SimulateFigure, mean_and_error};
use crate::analysis::statistics::Repeats;
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use crate::scenario::parameters::{Scalar, put};

/// 95th percentile of the normal distribution.
const NORMAL_95: f64 = 1.644_854;

/// The draws that parameters are moved in.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedDraws<'a> {
    /// The scenario's list of numbers.
    pub scalars: &'a [Scalar],
    /// Parameter values by draw.
    pub draws: Vec<Vec<f64>>,
    /// How draws belong together.
    pub repeats: Repeats,
}

impl MovedDraws<'_> {
    /// The mean with parameters, by their place in the list, at chosen values.
    pub fn mean_at(&self, moves: &[(usize, f64)], ask: &mut SimulateFigure<'_>) -> Result<MeanThere> {
        let point = |(d, drawn): (usize, &Vec<f64>)| {
            let mut stated = drawn.clone();
            moves.iter().for_each(|(slot, value)| put(self.scalars, &mut stated, *slot, *value));
            EvaluationPoint { stated, persons: d as u32 }
        };
        let points: Vec<EvaluationPoint> = self.draws.iter().enumerate().map(point).collect();
        Ok(mean_there(&ask(&points)?, self.repeats))
    }
}

/// The mean of numbers by draw.
pub fn mean_there(values: &[f64], repeats: Repeats) -> MeanThere {
    let (mean, error) = mean_and_error(values, repeats).unwrap_or((f64::NAN, f64::NAN));
    let there = || values.iter().copied().filter(|x| x.is_finite());
    MeanThere {
        mean: [mean, error],
        half_width: NORMAL_95 * error,
        ends: [there().fold(f64::INFINITY, f64::min), there().fold(f64::NEG_INFINITY, f64::max)],
        exists: values.iter().all(|x| x.is_finite()),
    }
}
