//! How the uniform numbers behind a draw's parameters are chosen.
//!
//! Evenly spread points are drawn for the parameters alone; persons always get ordinary random numbers. The Monte Carlo error
//! then comes from 16 independent scrambles. Their points fill every dimension evenly only in powers of two, so that a run has
//! a power of two of draws, and grows by doubling.

use crate::error::{Problem, Result};
use crate::random::{Purpose, WorldKey, hash_id};
use crate::text::say;
use serde::{Deserialize, Serialize};

/// How parameters are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sampling {
    /// Every draw by itself, each parameter's number keyed by its id.
    Random,
    /// Owen-scrambled, shuffled Sobol points (Burley 2020): draw d is point d div 16 of scrambling d mod 16. The spread between
    /// the [`SCRAMBLES`] independent scramblings tells the error. Of over a hundred dimensions many pairs are badly filled by
    /// some thousand points, so every parameter has the first dimension, scrambled and shuffled by a key of its own (which makes
    /// it a Latin hypercube of every power of two of points: McKay and others 1979). A parameter's numbers then hang on nothing
    /// but its id: what is fixed, added or left out beside it moves none of them, and two scenarios stay paired.
    #[default]
    Sobol,
}

/// Independent scramblings of a Sobol run.
pub const SCRAMBLES: usize = 16;

/// Most draws of a Sobol run.
pub const MOST_POINTS: usize = SCRAMBLES << 16;

/// A lowest and highest number, so that no quantile is asked for at 0 or 1: half the points' resolution.
const EDGE: f64 = 1.0 / 33_554_432.0;

impl Sampling {
    /// The name on the command line and in files.
    pub fn id(self) -> &'static str {
        match self {
            Sampling::Random => "random",
            Sampling::Sobol => "sobol",
        }
    }

    /// Independent scramblings, 0 where every draw is independent.
    pub fn scrambles(self) -> usize {
        match self {
            Sampling::Random => 0,
            Sampling::Sobol => SCRAMBLES,
        }
    }

    /// The fewest draws that are as many as asked for and keep the balance of the points: the next power of two. (Below
    /// one point for each scrambling there is nothing to balance, and a power of two is as good as any number.)
    pub fn balanced(self, draws: usize) -> usize {
        match self {
            Sampling::Random => draws,
            Sampling::Sobol => draws.checked_next_power_of_two().unwrap_or(draws),
        }
    }

    /// The most draws that are no more than asked for and keep the balance.
    pub fn balanced_within(self, draws: usize) -> usize {
        match self.balanced(draws) {
            more if more > draws => more / 2,
            same => same,
        }
    }

    /// Refuses more draws than there are points.
    pub fn check(self, draws: usize) -> Result<()> {
        match self {
            Sampling::Sobol if draws > MOST_POINTS => Err(Problem::new(say::TOO_MANY_FOR_SOBOL)
                .key("--draws")
                .found(draws.to_string())
                .allowed(say::AtMost { limit: MOST_POINTS })
                .into()),
            _ => Ok(()),
        }
    }

    /// One number between 0 and 1 for each of some parameters' keys.
    pub fn uniforms(self, seed: u64, draw: usize, keys: &[u64]) -> Vec<f64> {
        let world = WorldKey::new(seed, draw as u32, 0);
        let independent = |key: &u64| world.pair(*key, 0, Purpose::Parameter)[0];
        let (scrambling, point) = (draw % SCRAMBLES, (draw / SCRAMBLES) as u32);
        let place = |key: &u64| {
            let own = hash_id(&format!("{seed}/{scrambling}/{key}")) as u32;
            f64::from(sobol_burley::sample(point, 0, own)).clamp(EDGE, 1.0 - EDGE)
        };
        match self {
            Sampling::Random => keys.iter().map(independent).collect(),
            Sampling::Sobol => keys.iter().map(place).collect(),
        }
    }
}

/// A point of a design in so many dimensions from `first` on, for analyses that hold the dimensions of one scenario against
/// each other: the first four dimensions of Sobol's points, which are well filled in every pair, in turn, each four of them
/// scrambled and shuffled by themselves.
pub fn design_point(seed: u64, point: usize, first: usize, dimensions: usize) -> Vec<f64> {
    const TOGETHER: usize = 4;
    let place = |dimension: usize| {
        let own = hash_id(&format!("{seed}/0/{}", dimension / TOGETHER)) as u32;
        f64::from(sobol_burley::sample(point as u32, (dimension % TOGETHER) as u32, own))
            .clamp(EDGE, 1.0 - EDGE)
    };
    (first..first + dimensions).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More than there are parameters.
    const DIMENSIONS: u64 = 256;

    /// Of 2^k points of one scrambling, each of the 2^k slices of every dimension holds exactly one.
    #[test]
    fn every_dimension_is_evenly_filled() {
        let keys: Vec<u64> = (0..DIMENSIONS).collect();
        for n in [16usize, 64, 256] {
            let points: Vec<Vec<f64>> =
                (0..n).map(|i| Sampling::Sobol.uniforms(3, i * SCRAMBLES + 5, &keys)).collect();
            for d in 0..keys.len() {
                let mut filled = vec![0; n];
                points.iter().for_each(|p| filled[(p[d] * n as f64) as usize] += 1);
                assert!(filled.iter().all(|count| *count == 1), "dimension {d}, {n} points: {filled:?}");
            }
        }
    }

    /// Pairs of dimensions are as good as independent: none is strongly correlated, and squared correlations
    /// stay below 2/n on average, those of n/2 independent points. (Two neighbouring points lie in opposite
    /// halves of every dimension, so that what is independent are pairs of points.)
    #[test]
    fn dimensions_are_not_correlated() {
        let keys: Vec<u64> = (0..DIMENSIONS).collect();
        let n = 1024;
        let points: Vec<Vec<f64>> = (0..n).map(|i| Sampling::Sobol.uniforms(1, i, &keys)).collect();
        let (mut squares, mut pairs, mut worst) = (0.0, 0.0, 0.0f64);
        for a in 0..keys.len() {
            for b in 0..a {
                let product: f64 = points.iter().map(|p| (p[a] - 0.5) * (p[b] - 0.5)).sum();
                let correlation = product * 12.0 / n as f64;
                squares += correlation * correlation;
                pairs += 1.0;
                worst = worst.max(correlation.abs());
            }
        }
        assert!(squares / pairs * (n as f64) < 2.0, "{}", squares / pairs * n as f64);
        assert!(worst < 0.25, "{worst}");
    }

    #[test]
    fn draws_that_keep_the_balance_are_powers_of_two() {
        let balanced = |draws| (Sampling::Sobol.balanced(draws), Sampling::Sobol.balanced_within(draws));
        assert_eq!(
            [1, 3, 16, 17, 1000, 1024].map(balanced),
            [(1, 1), (4, 2), (16, 16), (32, 16), (1024, 512), (1024, 1024)]
        );
        assert_eq!((Sampling::Random.balanced(1000), Sampling::Random.balanced_within(1000)), (1000, 1000));
        assert_eq!(Sampling::Sobol.balanced(usize::MAX), usize::MAX);
    }

    #[test]
    fn more_draws_than_points_are_refused() {
        assert!(Sampling::Sobol.check(1 << 20).is_ok());
        assert!(Sampling::Sobol.check((1 << 20) + 1).is_err());
        assert!(Sampling::Random.check(1 << 30).is_ok());
    }
}
