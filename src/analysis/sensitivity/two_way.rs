//! A figure over a grid of two parameters, all else as drawn, with the same draws in every cell.

use crate::error::Result;
use serde::{Deserialize, Serialize};

/// Values of each parameter.
pub const VALUES: usize = 7;

/// The grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoWay {
    /// The two parameters.
    pub parameters: [String; 2],
    /// The values of the parameters, from the 5th to the 95th percentile.
    pub values: [Vec<f64>; 2],
    /// Means, row by row: one row for each value of the first.
    pub means: Vec<Vec<f64>>,
    /// Largest Monte Carlo error of a cell.
    pub error: f64,
    /// Draws in each cell.
    pub draws: usize,
    /// Whether it was read off an expansion of the draws of a run, or simulated cell by cell.
    #[serde(default)]
    pub expansion: bool,
}

/// Evenly spaced values over a range.
pub fn spaced([low, high]: [f64; 2]) -> Vec<f64> {
    (0..VALUES).map(|i| low + (high - low) * i as f64 / (VALUES - 1) as f64).collect()
}

/// Fills the grid. `mean_at` tells the mean at a value of each, with its error.
pub fn two_way(
    parameters: [String; 2],
    ranges: [[f64; 2]; 2],
    draws: usize,
    mean_at: &mut dyn FnMut([f64; 2]) -> Result<[f64; 2]>,
) -> Result<TwoWay> {
    let values = ranges.map(spaced);
    let (mut means, mut error) = (Vec::new(), 0.0_f64);
    for first in &values[0] {
        let mut row = Vec::new();
        for second in &values[1] {
            let [mean, own] = mean_at([*first, *second])?;
            error = error.max(own);
            row.push(mean);
        }
        means.push(row);
    }
    Ok(TwoWay { parameters, values, means, error, draws, expansion: false })
}

/// The line where a grid of means is zero: pieces from point to point, in places of the grid (row, column) counted
/// from 0 (marching squares; a cell with two pieces gets both).
pub fn zero_line(means: &[Vec<f64>]) -> Vec<[[f64; 2]; 2]> {
    let mut pieces = Vec::new();
    for r in 0..means.len().saturating_sub(1) {
        for k in 0..means[r].len().saturating_sub(1) {
            // The corners in turn, each with the next.
            let corners = [[r, k], [r, k + 1], [r + 1, k + 1], [r + 1, k]];
            let mut cuts = Vec::new();
            for i in 0..4 {
                let ([ra, ka], [rb, kb]) = (corners[i], corners[(i + 1) % 4]);
                let (a, b) = (means[ra][ka], means[rb][kb]);
                if (a < 0.0) != (b < 0.0) && a.is_finite() && b.is_finite() {
                    let share = a / (a - b);
                    let between = |x: usize, y: usize| x as f64 + share * (y as f64 - x as f64);
                    cuts.push([between(ra, rb), between(ka, kb)]);
                }
            }
            pieces.extend(cuts.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_the_line_where_they_are_zero() {
        let mut mean_at = |[a, b]: [f64; 2]| Ok([a + b - 2.0, if a > 3.0 { 1.0 } else { 0.5 }]);
        let names = ["a", "b"].map(String::from);
        let t = two_way(names, [[0.0, 6.0], [0.0, 3.0]], 2, &mut mean_at).unwrap();
        assert_eq!(t.means[0][0], -2.0);
        assert_eq!(t.means[6][6], 7.0);
        assert_eq!(t.error, 1.0);
        // a + b = 2 wherever the line goes: a = row, b = column / 2.
        let line = zero_line(&t.means);
        assert!(line.len() >= 4);
        for [row, column] in line.iter().flatten() {
            assert!((row + column / 2.0 - 2.0).abs() < 1e-12);
        }
    }
}
