//! Evening out keeps the mean (model.md §3). Coverage is clamped, so that pulling units together would by itself make
//! granted help more generous; the norm is moved by Δ_η, which gives those who had BPA in the base year the hours that
//! they have today on average. It is worked out from the distributions of unit and case, without persons: a municipality
//! alone then meets the norm of the whole country.

use crate::math::{Bounds, normal_quantile};

/// Points of each of the two distributions.
const POINTS: usize = 32;
/// Halvings of the interval that holds Δ_η.
const HALVINGS: usize = 40;
/// The interval's ends; a mean that needs more is out of reach.
pub const INTERVAL: [f64; 2] = [-0.25, 0.25];

/// What decides coverage in a draw, from which every [`shift`](MeanKeeper::shift) is worked out.
#[derive(Clone, Debug)]
pub struct MeanKeeper {
    null: f64,
    min: f64,
    max: f64,
    generosity: [f64; POINTS],
    case: [f64; POINTS],
    /// `[unit][case]`: 1 over the coverage that hours of the base year were granted by.
    per_baseline: Vec<[f64; POINTS]>,
    /// The mean that is kept.
    kept: f64,
}

impl MeanKeeper {
    /// Of a draw with mean coverage `null` and standard deviations of the unit's and the case's effect, coverage being
    /// clamped to [min, max].
    pub fn new(null: f64, municipal_sd: f64, case_sd: f64, min: f64, max: f64) -> MeanKeeper {
        let at = |sd: f64| std::array::from_fn(|j| sd * normal_quantile((j as f64 + 0.5) / POINTS as f64));
        let (generosity, case): ([f64; POINTS], [f64; POINTS]) = (at(municipal_sd), at(case_sd));
        let per_baseline = generosity
            .iter()
            .map(|u| case.map(|v| 1.0 / super::coverage::baseline(null, *u, v, min)))
            .collect();
        let mut keeper = MeanKeeper { null, min, max, generosity, case, per_baseline, kept: 0.0 };
        keeper.kept = keeper.mean(0.0, 0.0);
        keeper
    }

    /// The mean of granted coverage over baseline coverage, times the number of points.
    fn mean(&self, harmonisation: f64, shift: f64) -> f64 {
        let mut sum = 0.0;
        for (u, per_baseline) in self.generosity.iter().zip(&self.per_baseline) {
            let unit = self.null + shift + (1.0 - harmonisation) * u;
            for (v, per) in self.case.iter().zip(per_baseline) {
                sum += (unit + v).at_least(self.min).at_most(self.max) * per;
            }
        }
        sum
    }

    /// Δ_η: what moves the norm so that evening out by the share η leaves the mean of granted hours where it is.
    pub fn shift(&self, harmonisation: f64) -> f64 {
        if harmonisation == 0.0 {
            return 0.0;
        }
        let [mut low, mut high] = INTERVAL;
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if self.mean(harmonisation, middle) < self.kept {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by another program from the same definition.
    #[test]
    fn the_norm_moves_so_that_the_mean_stays() {
        let keeper = MeanKeeper::new(0.816_666_666_666_666_5, 0.083_333_333_333_333_33, 0.1, 0.2, 1.0);
        for (harmonisation, right) in [
            (0.2, -0.002_807_901_510_550_437),
            (0.5, -0.006_344_511_824_408_983),
            (0.75, -0.008_841_768_584_261_445),
            (1.0, -0.010_999_590_554_547_467),
        ] {
            assert!((keeper.shift(harmonisation) - right).abs() < 1e-11, "{harmonisation}");
        }
        assert_eq!(keeper.shift(0.0), 0.0);
    }

    /// Far from both clamps nothing is cut off, and nothing is moved.
    #[test]
    fn without_a_clamp_nothing_moves() {
        let keeper = MeanKeeper::new(0.5, 0.02, 0.01, 0.0, 1.0);
        // u and b are not independent: 1/b is convex, so that a little remains.
        assert!(keeper.shift(1.0).abs() < 2e-3);
        assert!(MeanKeeper::new(0.5, 0.0, 0.05, 0.2, 1.0).shift(1.0).abs() < 1e-11);
    }
}
