//! How well a forecast did: the continuous ranked probability score, intervals that held, bias.

use crate::analysis::quantile::of_sorted;
use crate::math::{exp, normal_cdf, normal_quantile};
use crate::scenario::distribution::Distribution;
use serde::{Deserialize, Serialize};

/// Central intervals a forecast is judged by, as shares.
pub const INTERVALS: [f64; 3] = [0.5, 0.8, 0.9];
/// Quantiles that bound them, with the median.
pub const QUANTILES: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
/// Place of the median among [`QUANTILES`].
pub const MEDIAN: usize = 3;
/// The interval around a coverage that is told, as a share.
const CONFIDENCE: f64 = 0.9;

/// A number that was forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Predicted {
    /// Mean.
    pub mean: f64,
    /// The quantiles [`QUANTILES`].
    pub quantiles: [f64; 7],
}

impl Predicted {
    /// Of an ensemble sorted upwards; nothing of an empty one.
    pub fn of_sorted(ensemble: &[f64]) -> Option<Predicted> {
        let mut quantiles = [0.0; 7];
        for (place, p) in quantiles.iter_mut().zip(QUANTILES) {
            *place = of_sorted(ensemble, p)?;
        }
        Some(Predicted { mean: ensemble.iter().sum::<f64>() / ensemble.len() as f64, quantiles })
    }

    /// Of a normal distribution.
    pub fn normal(mean: f64, sd: f64) -> Predicted {
        Predicted { mean, quantiles: QUANTILES.map(|p| mean + sd * normal_quantile(p)) }
    }

    /// Lower and upper end of an interval of [`INTERVALS`].
    pub fn interval(&self, which: usize) -> (f64, f64) {
        (self.quantiles[MEDIAN - 1 - which], self.quantiles[MEDIAN + 1 + which])
    }

    /// For each of [`INTERVALS`], whether it holds a number.
    pub fn holds(&self, x: f64) -> [bool; 3] {
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

/// CRPS of an ensemble sorted upwards: E|X − y| − ½ E|X − X'|, the second mean over pairs of different members, so that
/// it does not depend on the number of members (Ferro 2014, Q. J. R. Meteorol. Soc. 140:1917–1923, the fair score).
pub fn crps_ensemble(sorted: &[f64], observed: f64) -> f64 {
    let n = sorted.len() as f64;
    let distance = sorted.iter().map(|x| (x - observed).abs()).sum::<f64>() / n;
    if sorted.len() < 2 {
        return distance;
    }
    let spread: f64 = sorted.iter().enumerate().map(|(i, x)| (2.0 * i as f64 + 1.0 - n) * x).sum();
    distance - spread / (n * (n - 1.0))
}

/// CRPS of a normal distribution (Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102:359–378, eq. 21's example).
pub fn crps_normal(mean: f64, sd: f64, observed: f64) -> f64 {
    use std::f64::consts::PI;
    if sd <= 0.0 {
        return (observed - mean).abs();
    }
    let z = (observed - mean) / sd;
    let density = exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    sd * (z * (2.0 * normal_cdf(z) - 1.0) + 2.0 * density - 1.0 / PI.sqrt())
}

/// Share of an ensemble sorted upwards that lies below a number; ties count half.
pub fn share_below(sorted: &[f64], x: f64) -> f64 {
    let below = sorted.partition_point(|v| *v < x);
    let up_to = sorted.partition_point(|v| *v <= x);
    0.5 * (below + up_to) as f64 / sorted.len().max(1) as f64
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
pub fn coverages(hits: &[[bool; 3]]) -> [Coverage; 3] {
    std::array::from_fn(|i| Coverage::new(INTERVALS[i], hits.iter().filter(|h| h[i]).count(), hits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} {b}");
    }

    #[test]
    fn normal_score_at_known_places() {
        // At its mean: σ(2φ(0) − 1/√π) = 0.797885 − 0.564190.
        near(crps_normal(0.0, 1.0, 0.0), 0.233_695, 1e-6);
        // One standard deviation off: 0.682689 + 0.483941 − 0.564190.
        near(crps_normal(5.0, 2.0, 7.0), 2.0 * 0.602_441, 2e-6);
        assert_eq!(crps_normal(3.0, 0.0, 5.0), 2.0);
    }

    #[test]
    fn ensemble_score_by_hand() {
        // Members 1, 2, 4 at 3: mean distance 4/3, mean pair distance (1 + 3 + 2)/3 = 2, half of it 1.
        near(crps_ensemble(&[1.0, 2.0, 4.0], 3.0), 1.0 / 3.0, 1e-12);
        assert_eq!(crps_ensemble(&[2.0], 5.0), 3.0);
    }

    /// Quantiles of the normal distribution as an ensemble: the closed form, but for what evenly spread members lack in
    /// the tails.
    #[test]
    fn an_ensemble_of_a_normal_distribution_scores_as_the_closed_form() {
        let n = 4000;
        let members: Vec<f64> =
            (0..n).map(|i| 10.0 + 2.0 * normal_quantile((f64::from(i) + 0.5) / f64::from(n))).collect();
        for y in [4.0, 9.0, 10.0, 13.5] {
            near(crps_ensemble(&members, y), crps_normal(10.0, 2.0, y), 2e-3);
        }
    }

    #[test]
    fn intervals_of_evenly_spread_numbers_hold_their_share() {
        let ensemble: Vec<f64> = (0..=1000).map(f64::from).collect();
        let predicted = Predicted::of_sorted(&ensemble).expect("members");
        let hits: Vec<[bool; 3]> = (0..1000).map(|i| predicted.holds(f64::from(i) + 0.5)).collect();
        for (coverage, wanted) in coverages(&hits).iter().zip([500, 800, 900]) {
            assert_eq!((coverage.hits, coverage.of), (wanted, 1000));
            assert!(coverage.range[0] < coverage.wanted && coverage.wanted < coverage.range[1]);
        }
        assert_eq!(predicted.holds(-1.0), [false; 3]);
        assert_eq!(predicted.holds(60.0), [false, false, true]);
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
            prop_assert!((crps_ensemble(&x, y) - crps_ensemble(&moved, y + by)).abs() < 1e-7);
            let turned: Vec<f64> = x.iter().rev().map(|v| -v).collect();
            prop_assert!((crps_ensemble(&x, y) - crps_ensemble(&turned, -y)).abs() < 1e-9);
        }

        #[test]
        fn shares_below_are_shares(mut x in prop::collection::vec(-5..5i32, 1..40), y in -6..6i32) {
            x.sort();
            let x: Vec<f64> = x.into_iter().map(f64::from).collect();
            let below = share_below(&x, f64::from(y));
            let above = share_below(&x.iter().rev().map(|v| -v).collect::<Vec<_>>(), f64::from(-y));
            prop_assert!((below + above - 1.0).abs() < 1e-12);
        }
    }
}
