//! The mean, the spread and the Monte Carlo error of a number over worlds, and the paired difference of two (model.md §8).

use super::quantile;
use crate::engine::results::Results;

/// Summary of one figure over worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    /// Mean.
    pub mean: f64,
    /// Standard deviation over worlds; none with one draw.
    pub sd: Option<f64>,
    /// Monte Carlo standard error of the mean, from draw means where draws are repeated.
    pub mcse: Option<f64>,
    /// Percentiles 5, 25, 50, 75, 95; none with one draw.
    pub percentiles: Option<[f64; 5]>,
    /// Share of worlds strictly below zero.
    pub below_zero: f64,
    /// Share of worlds strictly above zero.
    pub above_zero: f64,
}

impl Statistics {
    /// The 5th and 95th percentile; none with one draw.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.percentiles.map(|p| (p[0], p[4]))
    }

    /// The median, or the only value there is.
    pub fn middle(&self) -> f64 {
        self.percentiles.map_or(self.mean, |p| p[2])
    }
}

/// How worlds belong together: world = draw · replicates + replicate, and draws are dealt from the
/// scramblings of a point set in turn, if there are any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// Replicates a draw.
    pub replicates: usize,
    /// Independent scramblings, or 0.
    pub scrambles: usize,
}

impl From<usize> for Repeats {
    fn from(replicates: usize) -> Repeats {
        Repeats { replicates, scrambles: 0 }
    }
}

impl From<&Results> for Repeats {
    fn from(results: &Results) -> Repeats {
        Repeats { replicates: results.replicates, scrambles: results.scrambles }
    }
}

impl Repeats {
    /// Means of the independent groups of worlds that have a number: draws, or scramblings.
    pub(super) fn means(self, worlds: &[f64]) -> Vec<f64> {
        self.means_in_order(worlds).into_iter().flatten().collect()
    }

    /// The mean of every independent group of worlds, nothing where it has no number.
    pub(super) fn means_in_order(self, worlds: &[f64]) -> Vec<Option<f64>> {
        let draws = worlds.chunks(self.replicates.max(1));
        let groups: Vec<Vec<f64>> = match self.scrambles {
            0 => draws.map(<[f64]>::to_vec).collect(),
            n => (0..n).map(|g| draws.clone().skip(g).step_by(n).flatten().copied().collect()).collect(),
        };
        let mean = |group: Vec<f64>| {
            let present: Vec<f64> = group.into_iter().filter(|x| x.is_finite()).collect();
            moments(&present).map(|(mean, _)| mean)
        };
        groups.into_iter().map(mean).collect()
    }
}

/// The standard error of the mean of independent numbers; none of fewer than two.
pub(super) fn error_of_mean(independent: &[f64]) -> Option<f64> {
    let (_, sd) = moments(independent).filter(|_| independent.len() > 1)?;
    Some(sd / (independent.len() as f64).sqrt())
}

/// Summarises numbers by world. Worlds without a number are left out; nothing if none has one.
pub fn statistics(worlds: &[f64], repeats: impl Into<Repeats>) -> Option<Statistics> {
    let repeats = repeats.into();
    let values: Vec<f64> = worlds.iter().copied().filter(|x| x.is_finite()).collect();
    let (mean, sd) = moments(&values)?;
    let (groups, between) = if repeats == Repeats::from(1) {
        (values.len(), sd)
    } else {
        let means = repeats.means(worlds);
        (means.len(), moments(&means).map_or(0.0, |(_, sd)| sd))
    };
    let many = groups > 1;
    let n = values.len() as f64;
    Some(Statistics {
        mean,
        sd: many.then_some(sd),
        mcse: many.then(|| between / (groups as f64).sqrt()),
        percentiles: if many { quantile::percentiles(&values) } else { None },
        below_zero: values.iter().filter(|x| **x < 0.0).count() as f64 / n,
        above_zero: values.iter().filter(|x| **x > 0.0).count() as f64 / n,
    })
}

/// The mean of every draw's worlds, of draws that have a number.
pub(super) fn draw_means(worlds: &[f64], replicates: usize) -> Vec<f64> {
    Repeats::from(replicates).means(worlds)
}

/// Mean and sample standard deviation, counted from the first value so that equal values give
/// themselves and exactly zero.
pub(super) fn moments(values: &[f64]) -> Option<(f64, f64)> {
    let (first, n) = (*values.first()?, values.len() as f64);
    let (mut sum, mut square) = (0.0, 0.0);
    for x in values {
        sum += x - first;
    }
    let shift = sum / n;
    for x in values {
        let d = (x - first) - shift;
        square += d * d;
    }
    let sd = if values.len() > 1 { (square / (n - 1.0)).sqrt() } else { 0.0 };
    Some((first + shift + 0.0, sd))
}

/// The difference between two models, world by world.
pub fn paired(later: &[f64], earlier: &[f64]) -> Vec<f64> {
    later.iter().zip(earlier).map(|(a, b)| a - b).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_worlds_give_exactly_themselves() {
        let s = statistics(&[0.1; 7], 1).unwrap();
        assert_eq!((s.mean, s.sd, s.mcse), (0.1, Some(0.0), Some(0.0)));
        let z = statistics(&paired(&[3.3; 5], &[3.3; 5]), 1).unwrap();
        assert_eq!((z.mean, z.sd, z.percentiles), (0.0, Some(0.0), Some([0.0; 5])));
        assert_eq!((z.below_zero, z.above_zero), (0.0, 0.0));
        assert!(z.mean.is_sign_positive());
    }

    #[test]
    fn hand_calculated() {
        let s = statistics(&[1.0, 2.0, 3.0, 4.0, -5.0], 1).unwrap();
        assert_eq!((s.mean, s.below_zero), (1.0, 0.2));
        assert_eq!(s.sd, Some((50.0f64 / 4.0).sqrt()));
        assert_eq!(s.mcse, Some((50.0f64 / 4.0).sqrt() / 5.0f64.sqrt()));
    }

    #[test]
    fn replicates_count_as_one_draw_in_the_standard_error() {
        // Draw means 2 and 6: sd √8, over √2 draws = 2.
        let s = statistics(&[1.0, 3.0, 5.0, 7.0], 2).unwrap();
        assert_eq!(s.mcse, Some(2.0));
        assert_eq!(s.mean, 4.0);
    }

    #[test]
    fn scramblings_are_what_repeats_itself_where_there_are_some() {
        // Two scramblings in turn: (1, 5, 9) and (2, 4, 12), means 5 and 6: sd √½, over √2 = ½.
        let repeats = Repeats { replicates: 1, scrambles: 2 };
        let s = statistics(&[1.0, 2.0, 5.0, 4.0, 9.0, 12.0], repeats).unwrap();
        assert!((s.mcse.unwrap() - 0.5).abs() < 1e-15);
        assert_eq!((s.mean, s.percentiles.map(|p| p[2])), (5.5, Some(4.5)));
    }

    #[test]
    fn missing_worlds_and_single_draws() {
        assert_eq!(statistics(&[f64::NAN, f64::NAN], 1), None);
        assert_eq!(statistics(&[f64::NAN, 2.0, 4.0], 1).map(|s| s.mean), Some(3.0));
        let one = statistics(&[8.0], 1).unwrap();
        assert_eq!((one.mean, one.sd, one.mcse, one.percentiles), (8.0, None, None, None));
    }
}
