//! How far percentiles and probabilities may be from those of very many draws.
//!
//! Draws are dealt in turn from sixteen independent groups, the scramblings of evenly spread points; of independent draws any
//! sixteen groups do. A probability is a mean, and its error that of the groups' means. A percentile is none, and within a group
//! of few draws it lies elsewhere than over all: its error is found by leaving out one group at a time (a jackknife of groups,
//! which holds for quantiles where one draw at a time does not: Shao and Wu 1989, Annals of Statistics 17).

use super::quantile::{LEVELS, of_ranked};
use super::statistics::error_of_mean;
use crate::engine::sampling::SCRAMBLES;

/// Fewest draws of which these errors are told: sixteen in every group.
pub const FEWEST: usize = 16 * SCRAMBLES;

/// The Monte Carlo standard errors of a figure's ends and probabilities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SamplingErrors {
    /// Of the 5th percentile.
    pub low: f64,
    /// Of the 95th.
    pub high: f64,
    /// Of the share of worlds below zero, and of that above: the larger.
    pub probability: f64,
}

/// The errors from numbers by world, world = draw · replicates + replicate; none of fewer draws than [`FEWEST`], or where
/// some group has no number.
pub fn sampling_errors(worlds: &[f64], replicates: usize) -> Option<SamplingErrors> {
    let replicates = replicates.max(1);
    if worlds.len() / replicates < FEWEST {
        return None;
    }
    let mut ranked: Vec<(f64, usize)> =
        worlds.iter().enumerate().map(|(world, x)| (*x, world / replicates % SCRAMBLES)).collect();
    ranked.retain(|(x, _)| x.is_finite());
    ranked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut sizes = [0usize; SCRAMBLES];
    ranked.iter().for_each(|(_, group)| sizes[*group] += 1);
    if sizes.contains(&0) {
        return None;
    }
    let share = |is: fn(f64) -> bool| {
        let mut counts = [0usize; SCRAMBLES];
        ranked.iter().filter(|(x, _)| is(*x)).for_each(|(_, group)| counts[*group] += 1);
        let shares: Vec<f64> = counts.iter().zip(sizes).map(|(n, all)| *n as f64 / all as f64).collect();
        error_of_mean(&shares)
    };
    let end = |level: f64| {
        let without: Vec<f64> =
            (0..SCRAMBLES).map(|group| without(&ranked, group, sizes[group], level)).collect();
        // Of numbers each of which leaves one group out: (G − 1)/G times their sum of squares, which is (G − 1) times the
        // error that numbers of one group each would have.
        error_of_mean(&without).map(|error| error * (SCRAMBLES as f64 - 1.0))
    };
    let probability = share(|x| x < 0.0)?.max(share(|x| x > 0.0)?);
    Some(SamplingErrors { low: end(LEVELS[0])?, high: end(LEVELS[4])?, probability })
}

/// The quantile of all numbers but those of a group. Only as many are looked at as lie beyond it.
fn without(ranked: &[(f64, usize)], left_out: usize, its: usize, level: f64) -> f64 {
    let number = ranked.len() - its;
    let others = |(x, group): &(f64, usize)| (*group != left_out).then_some(*x);
    let found = match level < 0.5 {
        true => of_ranked(number, level, |rank| ranked.iter().filter_map(others).nth(rank)),
        false => {
            of_ranked(number, level, |rank| ranked.iter().rev().filter_map(others).nth(number - 1 - rank))
        }
    };
    found.unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::quantile::of_sorted;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    /// Independent uniform numbers of a run.
    fn uniforms(run: u32, n: usize) -> Vec<f64> {
        let key = WorldKey::new(5, run, 0);
        (0..n).map(|i| key.pair(i as u64, 0, Purpose::Parameter)[0]).collect()
    }

    #[test]
    fn the_quantile_without_a_group_is_that_of_the_others() {
        let x = uniforms(1, 200);
        let mut ranked: Vec<(f64, usize)> = x.iter().enumerate().map(|(i, x)| (*x, i % SCRAMBLES)).collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        for group in [0, 7, 15] {
            let mut others: Vec<f64> =
                x.iter().enumerate().filter(|(i, _)| i % SCRAMBLES != group).map(|(_, x)| *x).collect();
            others.sort_by(f64::total_cmp);
            let its = x.len() - others.len();
            for level in LEVELS {
                assert_eq!(Some(without(&ranked, group, its, level)), of_sorted(&others, level));
            }
        }
    }

    /// Of independent normal numbers the errors are known: √(p(1−p)/n) of a share, and that over the density of a quantile.
    #[test]
    fn errors_are_those_that_theory_gives() {
        let (n, runs) = (1024, 200);
        let mean: Vec<SamplingErrors> = (0..runs)
            .map(|run| {
                let x: Vec<f64> = uniforms(run, n).into_iter().map(normal_quantile).collect();
                sampling_errors(&x, 1).unwrap()
            })
            .collect();
        let rms = |of: fn(&SamplingErrors) -> f64| {
            (mean.iter().map(|e| of(e).powi(2)).sum::<f64>() / f64::from(runs)).sqrt()
        };
        let density = (-0.5 * normal_quantile(0.05).powi(2)).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let quantile = (0.05f64 * 0.95 / n as f64).sqrt() / density;
        // An error from sixteen groups has a spread of 18 per cent; over 200 runs their root mean square has 1.3.
        for (found, expected) in [
            (rms(|e| e.low), quantile),
            (rms(|e| e.high), quantile),
            (rms(|e| e.probability), (0.25 / n as f64).sqrt()),
        ] {
            assert!((found / expected - 1.0).abs() < 0.15, "{found} of {expected}");
        }
    }

    #[test]
    fn what_never_varies_has_no_error_and_few_draws_have_none_told() {
        let same = sampling_errors(&[3.0; 2 * FEWEST], 2).unwrap();
        assert_eq!(same, SamplingErrors { low: 0.0, high: 0.0, probability: 0.0 });
        assert_eq!(sampling_errors(&[3.0; FEWEST - 1], 1), None);
        assert_eq!(sampling_errors(&[3.0; FEWEST], 2), None);
        let mut lacking = vec![1.0; FEWEST];
        (0..FEWEST / SCRAMBLES).for_each(|n| lacking[n * SCRAMBLES] = f64::NAN);
        assert_eq!(sampling_errors(&lacking, 1), None);
    }
}
