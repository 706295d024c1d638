//! How well a forecast did: the continuous ranked probability score, and intervals that held.

use crate::analysis::quantile::{LEVELS, of_sorted};
use crate::scenario::distribution::Distribution;
use serde::{Deserialize, Serialize};

/// Central intervals a forecast is judged by, as shares.
pub const INTERVALS: [f64; 2] = [0.5, 0.9];
/// Place of the widest.
pub const WIDEST: usize = 1;
/// Place of the median among the percentiles.
const MEDIAN: usize = 2;
/// The interval around a coverage that is told, as a share.
const CONFIDENCE: f64 = 0.9;

/// A number that was forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Predicted {
    /// Mean.
    pub mean: f64,
    /// The percentiles 5, 25, 50, 75 and 95.
    pub quantiles: [f64; 5],
}

impl Predicted {
    /// Of an ensemble sorted upwards; nothing of an empty one.
    pub fn of_sorted(ensemble: &[f64]) -> Option<Predicted> {
        let mut quantiles = [0.0; 5];
        for (place, p) in quantiles.iter_mut().zip(LEVELS) {
            *place = of_sorted(ensemble, p)?;
        }
        Some(Predicted { mean: ensemble.iter().sum::<f64>() / ensemble.len() as f64, quantiles })
    }

    /// Lower and upper end of an interval of [`INTERVALS`].
    pub fn interval(&self, which: usize) -> (f64, f64) {
        (self.quantiles[MEDIAN - 1 - which], self.quantiles[MEDIAN + 1 + which])
    }

    /// For each of [`INTERVALS`], whether it holds a number.
    pub fn holds(&self, x: f64) -> [bool; 2] {
        std::array::from_fn(|i| {
            let (low, high) = self.interval(i);
            low <= x && x <= high
        })
    }

    /// The middle.
    pub fn median(&self) -> f64 {
        self.quantiles[MEDIAN]
    }
}

/// CRPS of an ensemble sorted upwards: the mean of |X − y| less half the mean of |X − X'| over all pairs of members.
pub fn crps(sorted: &[f64], observed: f64) -> f64 {
    let n = sorted.len() as f64;
    let distance = sorted.iter().map(|x| (x - observed).abs()).sum::<f64>() / n;
    let spread: f64 = sorted.iter().enumerate().map(|(i, x)| (2.0 * i as f64 + 1.0 - n) * x).sum();
    distance - spread / (n * n)
}

/// The coverage of an interval: how often it held the observation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// The interval's share.
    pub wanted: f64,
    /// Observations within it.
    pub hits: usize,
    /// Observations.
    pub of: usize,
    /// The 90 % Clopper–Pearson interval of the true share, as if observations were independent.
    pub range: [f64; 2],
}

impl Coverage {
    /// So many hits of so many.
    pub fn new(wanted: f64, hits: usize, of: usize) -> Coverage {
        let (x, n) = (hits as f64, of as f64);
        let tail = (1.0 - CONFIDENCE) / 2.0;
        let bound = |a: f64, b: f64, p: f64, edge: f64| match a > 0.0 && b > 0.0 {
            true => Distribution::Beta { a, b }.quantile(p),
            false => edge,
        };
        let low = bound(x, n - x + 1.0, tail, 0.0);
        let high = bound(x + 1.0, n - x, 1.0 - tail, 1.0);
        Coverage { wanted, hits, of, range: [low, high] }
    }
}

/// Coverage of all [`INTERVALS`].
pub fn coverages(hits: &[[bool; 2]]) -> [Coverage; 2] {
    std::array::from_fn(|i| Coverage::new(INTERVALS[i], hits.iter().filter(|h| h[i]).count(), hits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{exp, normal_cdf, normal_quantile};
    use proptest::prelude::*;

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} {b}");
    }

    /// Members 0 and 2 at 1: mean distance 1, less half of the mean distance of pairs, 1. And 1, 2, 4 at 3: mean distance
    /// 4/3, mean over all nine pairs (2·1 + 2·3 + 2·2)/9 = 4/3.
    #[test]
    fn sv_13_the_score_by_hand() {
        near(crps(&[0.0, 2.0], 1.0), 0.5, 1e-15);
        near(crps(&[1.0, 2.0, 4.0], 3.0), 4.0 / 3.0 - 2.0 / 3.0, 1e-12);
        assert_eq!(crps(&[2.0], 5.0), 3.0);
    }

    /// The closed form of a normal distribution (Gneiting and Raftery 2007), but for what evenly spread members lack.
    #[test]
    fn an_ensemble_of_a_normal_distribution_scores_as_the_closed_form() {
        use std::f64::consts::PI;
        let closed = |y: f64| {
            let z = (y - 10.0) / 2.0;
            2.0 * (z * (2.0 * normal_cdf(z) - 1.0) + 2.0 * exp(-0.5 * z * z) / (2.0 * PI).sqrt()
                - 1.0 / PI.sqrt())
        };
        let n = 4000;
        let members: Vec<f64> =
            (0..n).map(|i| 10.0 + 2.0 * normal_quantile((f64::from(i) + 0.5) / f64::from(n))).collect();
        for y in [4.0, 9.0, 10.0, 13.5] {
            near(crps(&members, y), closed(y), 2e-3);
        }
    }

    #[test]
    fn intervals_of_evenly_spread_numbers_hold_their_share() {
        let ensemble: Vec<f64> = (0..=1000).map(f64::from).collect();
        let predicted = Predicted::of_sorted(&ensemble).expect("members");
        let hits: Vec<[bool; 2]> = (0..1000).map(|i| predicted.holds(f64::from(i) + 0.5)).collect();
        for (coverage, wanted) in coverages(&hits).iter().zip([500, 900]) {
            assert_eq!((coverage.hits, coverage.of), (wanted, 1000));
            assert!(coverage.range[0] < coverage.wanted && coverage.wanted < coverage.range[1]);
        }
        assert_eq!(predicted.holds(-1.0), [false; 2]);
        assert_eq!(predicted.holds(60.0), [false, true]);
    }

    #[test]
    fn few_observations_say_little_about_coverage() {
        // Exact binomial bounds: none of three, 1 − 0.05^(1/3); all of three, 0.05^(1/3).
        let none = Coverage::new(0.9, 0, 3);
        near(none.range[1], 1.0 - 0.05_f64.cbrt(), 1e-9);
        assert_eq!(none.range[0], 0.0);
        let all = Coverage::new(0.9, 3, 3);
        near(all.range[0], 0.05_f64.cbrt(), 1e-9);
        assert_eq!(all.range[1], 1.0);
    }

    proptest! {
        #[test]
        fn an_ensemble_that_is_moved_scores_the_same(mut x in prop::collection::vec(-1e3..1e3f64, 2..40), y in -1e3..1e3f64, by in -1e3..1e3f64) {
            x.sort_by(f64::total_cmp);
            let moved: Vec<f64> = x.iter().map(|v| v + by).collect();
            prop_assert!((crps(&x, y) - crps(&moved, y + by)).abs() < 1e-7);
            let turned: Vec<f64> = x.iter().rev().map(|v| -v).collect();
            prop_assert!((crps(&x, y) - crps(&turned, -y)).abs() < 1e-9);
        }
    }
}
