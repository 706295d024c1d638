//! Where the spread of a figure comes from: uncertain parameters, or chance among the persons. Needs
//! replicates: several independent sets of persons for every draw of the parameters.
//!
//! One-way analysis of variance with random effects: of n draws with R replicates each, chance is the
//! mean square within draws; parameters are what the draws' means vary more than chance explains,
//! (MSB − MSW) / R. Standard errors by leaving out one draw at a time (jackknife).

use super::summary::{FigureKey, Numbers, of_every_figure};
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;

/// A number with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimateWithError {
    /// The estimate. A part of a variance may come out negative where it is close to nothing.
    pub value: f64,
    /// Standard error.
    pub error: f64,
}

/// The variance of one figure, split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Due to uncertain parameters.
    pub parameters: EstimateWithError,
    /// Due to chance among persons.
    pub chance: EstimateWithError,
    /// Parameters' part of the whole; none where nothing varies.
    pub share: Option<EstimateWithError>,
}

/// One row of `variance.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceRow {
    /// The figure whose variance is split.
    pub figure: FigureKey,
    /// The parts.
    pub split: Split,
}

/// The contribution of one draw.
#[derive(Clone, Copy, Default)]
struct NestedSums {
    draws: f64,
    mean: f64,
    square: f64,
    within: f64,
}

impl NestedSums {
    fn plus(self, sign: f64, mean: f64, within: f64) -> NestedSums {
        NestedSums {
            draws: self.draws + sign,
            mean: self.mean + sign * mean,
            square: self.square + sign * mean * mean,
            within: self.within + sign * within,
        }
    }

    /// Parameters' and chance's part of the variance.
    fn parts(self, replicates: f64) -> [f64; 2] {
        let n = self.draws;
        let between = (self.square - self.mean * self.mean / n).max(0.0) / (n - 1.0);
        let chance = self.within / (n * (replicates - 1.0));
        [between - chance / replicates, chance]
    }
}

/// Splits the variance of numbers by world (world = draw · replicates + replicate). Draws in which a
/// number is missing are left out; nothing with fewer than three draws or without replicates.
pub fn split(worlds: &[f64], replicates: usize) -> Option<Split> {
    if replicates < 2 {
        return None;
    }
    let complete: Vec<&[f64]> =
        worlds.chunks_exact(replicates).filter(|draw| draw.iter().all(|x| x.is_finite())).collect();
    let n = complete.len();
    if n < 3 {
        return None;
    }
    // Counted from the first value, so that large numbers with little spread lose no digits.
    let origin = complete[0][0];
    let r = replicates as f64;
    let draws: Vec<(f64, f64)> = complete
        .iter()
        .map(|draw| {
            let mean = draw.iter().map(|x| x - origin).sum::<f64>() / r;
            (mean, draw.iter().map(|x| (x - origin - mean).powi(2)).sum())
        })
        .collect();
    let all = draws.iter().fold(NestedSums::default(), |sums, (mean, within)| sums.plus(1.0, *mean, *within));
    let share = |[parameters, chance]: [f64; 2]| parameters / (parameters + chance);
    let [parameters, chance] = all.parts(r);
    let left_out: Vec<[f64; 2]> =
        draws.iter().map(|(mean, within)| all.plus(-1.0, *mean, *within).parts(r)).collect();
    let error = |value: &dyn Fn([f64; 2]) -> f64| {
        let values: Vec<f64> = left_out.iter().map(|parts| value(*parts)).collect();
        let mean = values.iter().sum::<f64>() / n as f64;
        let square: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
        (square * (n as f64 - 1.0) / n as f64).sqrt()
    };
    Some(Split {
        parameters: EstimateWithError { value: parameters, error: error(&|parts| parts[0]) },
        chance: EstimateWithError { value: chance, error: error(&|parts| parts[1]) },
        share: (parameters + chance > 0.0)
            .then(|| EstimateWithError { value: share([parameters, chance]), error: error(&share) }),
    })
}

/// Every figure of `summary.csv` that varies, split. Empty without replicates.
pub fn variances(scenario: &Scenario, results: &Results) -> Vec<VarianceRow> {
    if results.replicates < 2 {
        return Vec::new();
    }
    let told = of_every_figure(scenario, results, Outcome::ALL, |Numbers { with: worlds, .. }| {
        let moves = worlds.iter().any(|x| *x != worlds[0]);
        split(worlds, results.replicates).filter(|_| moves)
    });
    told.into_iter().map(|(figure, split)| VarianceRow { figure, split }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    #[test]
    fn hand_calculated() {
        // Draws (1, 3), (5, 7), (9, 11): means 2, 6, 10 with variance 16; within each 2. Chance 2,
        // parameters 16 − 2/2 = 15.
        let s = split(&[1.0, 3.0, 5.0, 7.0, 9.0, 11.0], 2).expect("split");
        assert!((s.parameters.value - 15.0).abs() < 1e-12 && (s.chance.value - 2.0).abs() < 1e-12);
        assert!((s.share.expect("share").value - 15.0 / 17.0).abs() < 1e-12);
        // Leaving out a draw: 8 − 1 = 7, 32 − 1 = 31, 7; mean 15; jackknife √(2/3 · (64 + 256 + 64)) = 16.
        assert!((s.parameters.error - 16.0).abs() < 1e-12 && s.chance.error.abs() < 1e-12);
    }

    #[test]
    fn nothing_without_replicates_and_missing_draws_left_out() {
        assert_eq!(split(&[1.0, 2.0, 3.0, 4.0], 1), None);
        assert_eq!(split(&[1.0, 2.0, 3.0, 4.0], 2), None);
        let whole = split(&[1.0, 3.0, 5.0, 7.0, 9.0, 11.0], 2);
        assert_eq!(split(&[1.0, 3.0, f64::NAN, 0.0, 5.0, 7.0, 9.0, 11.0], 2), whole);
    }

    #[test]
    fn known_parts_are_found_within_their_errors() {
        let key = WorldKey::new(5, 0, 0);
        let z = |who: u64| normal_quantile(key.pair(who, 0, Purpose::Parameter)[0]);
        let (n, r) = (4000u64, 3u64);
        let worlds: Vec<f64> = (0..n)
            .flat_map(|d| (0..r).map(move |i| (d, i)))
            .map(|(d, i)| 1e9 + 2.0 * z(d) + z(1_000_000 + d * r + i))
            .collect();
        let s = split(&worlds, 3).expect("split");
        assert!((s.parameters.value - 4.0).abs() < 4.0 * s.parameters.error, "{s:?}");
        assert!((s.chance.value - 1.0).abs() < 4.0 * s.chance.error, "{s:?}");
        // Normal theory: √(2/n)·(4 + 1/3) and √(2/(n·2)).
        assert!((s.parameters.error / (0.0005f64.sqrt() * (4.0 + 1.0 / 3.0)) - 1.0).abs() < 0.15, "{s:?}");
        assert!((s.chance.error / 0.00025f64.sqrt() - 1.0).abs() < 0.15, "{s:?}");
    }
}
