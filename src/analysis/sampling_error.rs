//! How far percentiles and probabilities may be from those of very many draws.
//!
//! Draws are dealt in turn from sixteen independent groups, the scramblings of evenly spread points; of independent draws any
//! sixteen groups do. A probability is a mean, and its error that of the groups' means. A percentile is none: the error is that
//! of the share of draws below it, brought back to the figure's own unit by the percentiles so much lower and higher (Woodruff
//! 1952, Journal of the American Statistical Association 47). `benches/stated_errors.sh` holds them against other seeds.

use super::quantile::{LEVELS, of_sorted};
use super::statistics::error_of_mean;
use crate::engine::sampling::SCRAMBLES;

/// Fewest draws of which these errors are told: four in every group.
pub const FEWEST: usize = 4 * SCRAMBLES;

/// Errors of the share on either side that a percentile's interval spans.
const REACH: f64 = 2.0;

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
    let error_of_share = |is: &dyn Fn(f64) -> bool| {
        let mut counts = [0usize; SCRAMBLES];
        ranked.iter().filter(|(x, _)| is(*x)).for_each(|(_, group)| counts[*group] += 1);
        let shares: Vec<f64> = counts.iter().zip(sizes).map(|(n, all)| *n as f64 / all as f64).collect();
        error_of_mean(&shares)
    };
    let sorted: Vec<f64> = ranked.iter().map(|(x, _)| *x).collect();
    let end = |level: f64| {
        let own = of_sorted(&sorted, level)?;
        let share = error_of_share(&|x| x <= own)?;
        let [low, high] = [-REACH, REACH].map(|errors| of_sorted(&sorted, level + errors * share));
        Some((high? - low?) / (2.0 * REACH))
    };
    let probability = error_of_share(&|x| x < 0.0)?.max(error_of_share(&|x| x > 0.0)?);
    // What was seen in no draw, or in every one, is not certain for that: half a draw's worth of doubt is left, unless it is
    // nothing in all of them.
    let least = if sorted.iter().all(|x| *x == 0.0) { 0.0 } else { 0.5f64.sqrt() / sorted.len() as f64 };
    Some(SamplingErrors { low: end(LEVELS[0])?, high: end(LEVELS[4])?, probability: probability.max(least) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    /// Independent uniform numbers of a run.
    fn uniforms(run: u32, n: usize) -> Vec<f64> {
        let key = WorldKey::new(5, run, 0);
        (0..n).map(|i| key.pair(i as u64, 0, Purpose::Parameter)[0]).collect()
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

    /// Ends are within two of their errors nearly as often as means are, 94 of 100 with errors from sixteen groups. By one error
    /// instead of two 89 of 100 would be: with so many runs the share is known to 0.005.
    #[test]
    fn ends_are_within_two_errors_of_the_truth() {
        let (n, runs) = (256, 2000);
        let truth = normal_quantile(0.05);
        let within: usize = (0..runs)
            .map(|run| {
                let mut x: Vec<f64> = uniforms(run, n).into_iter().map(normal_quantile).collect();
                let errors = sampling_errors(&x, 1).unwrap();
                x.sort_unstable_by(f64::total_cmp);
                let [low, high] = [LEVELS[0], LEVELS[4]].map(|level| of_sorted(&x, level).unwrap());
                let [low, high] = [(low - truth, errors.low), (high + truth, errors.high)];
                [low, high].into_iter().filter(|(away, error)| away.abs() <= 2.0 * error).count()
            })
            .sum();
        let share = within as f64 / f64::from(2 * runs);
        assert!((0.915..0.96).contains(&share), "{share}");
    }

    #[test]
    fn what_never_varies_has_no_error_and_few_draws_have_none_told() {
        let nothing = sampling_errors(&[0.0; 2 * FEWEST], 2).unwrap();
        assert_eq!(nothing, SamplingErrors { low: 0.0, high: 0.0, probability: 0.0 });
        // Always above zero is no certainty that it is.
        let same = sampling_errors(&[3.0; 2 * FEWEST], 2).unwrap();
        assert_eq!((same.low, same.high), (0.0, 0.0));
        assert_eq!(same.probability, 0.5f64.sqrt() / (2 * FEWEST) as f64);
        assert_eq!(sampling_errors(&[3.0; FEWEST - 1], 1), None);
        assert_eq!(sampling_errors(&[3.0; FEWEST], 2), None);
        let mut lacking = vec![1.0; FEWEST];
        (0..FEWEST / SCRAMBLES).for_each(|n| lacking[n * SCRAMBLES] = f64::NAN);
        assert_eq!(sampling_errors(&lacking, 1), None);
    }
}
