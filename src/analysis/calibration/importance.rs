//! Worlds weighted by the likelihood of the targets (sampling-importance-resampling, Rubin 1988), in rounds.
//!
//! The first round is drawn from the prior. It shows in which directions of z the targets pull: the likelihood-informed
//! subspace (Cui et al. 2014), of at most as many dimensions as there are targets. Each later round is drawn from
//! the prior in all other directions, and in these from a normal distribution with mean and variance of the weighted draws so far
//! (population Monte Carlo, Cappé et al. 2004; AMIS, Cornuet et al. 2012), mixed with a share from the prior that bounds
//! the weights. All rounds count, weighted against the mixture of everything drawn from (Owen & Zhou 2000). While few
//! draws have most of the weight, it is evened out by a power below 1 for learning (Koblents & Míguez 2015), never in the result.
//!
//! A target is a figure of one realised country, so chance among its persons is part of the error: with variance τ² of
//! chance and s² of the target the likelihood is N(t; μ, s² + τ²), the mean μ over persons being what parameters decide. A draw is
//! simulated with R sets of persons of its own, whose mean m errs by τ²/R; N(t; m, s² + τ²(1 − 1/R)) has that likelihood as
//! its mean, so that nothing is counted twice (a synthetic likelihood, Wood 2010, taken as a pseudo-marginal one, Andrieu &
//! Roberts 2009). τ² is taken as independent between targets, and the same at all parameters.

use super::resample::{effective, normalised};
use super::targets::{CalibrationTarget, log_likelihood};
use super::{SimulateTargets, World};
use crate::analysis::sensitivity::linear::least_squares;
use crate::error::Result;
use nalgebra::{Cholesky, DMatrix, DVector};

/// Rounds, the first one from the prior.
pub const ROUNDS: usize = 5;
/// Sets of persons for each draw: with two, the error used is never below √½ of the whole, however exact the targets.
pub const SETS: usize = 2;
/// One draw of so many is from the prior in later rounds.
const FROM_PRIOR: usize = 5;
/// Variance of a proposal against that of the weighted draws: wider, so that tails are not missed.
const WIDER: f64 = 1.5;
/// A slope is kept if it is so many standard errors from zero.
const CLEAR: f64 = 3.0;
/// A direction is kept if moving one standard deviation along it moves the targets by so many standard errors: below, the
/// variance left is over 0.99 of the prior's.
const INFORMED: f64 = 0.1;
/// Draws of weight that each number of a proposal is learnt from.
const LEARNT: usize = 20;

/// Draws of a round that show the slopes of so many parameters.
pub fn draws_needed(parameters: usize) -> usize {
    3 * (parameters + 1) * ROUNDS
}

/// A normal distribution in some directions, the prior in all others.
#[derive(Clone, Debug)]
struct Proposal {
    /// Orthonormal directions, a column each.
    basis: DMatrix<f64>,
    mean: DVector<f64>,
    factor: DMatrix<f64>,
}

impl Proposal {
    /// A draw of the prior moved into the proposal.
    fn moved(&self, z: &[f64]) -> Vec<f64> {
        let z = DVector::from_column_slice(z);
        let y = self.basis.transpose() * &z;
        let step = &self.mean + &self.factor * &y - y;
        (z + &self.basis * step).iter().copied().collect()
    }

    /// Density against the prior's.
    fn ratio(&self, z: &[f64]) -> f64 {
        let y = self.basis.transpose() * DVector::from_column_slice(z);
        let Some(own) = self.factor.solve_lower_triangular(&(&y - &self.mean)) else { return 0.0 };
        let size: f64 = self.factor.diagonal().iter().product();
        libm::exp(0.5 * (y.norm_squared() - own.norm_squared())) / size
    }

    /// Mean and widened variance of weighted draws along directions.
    fn learnt(basis: DMatrix<f64>, draws: &[Vec<f64>], weights: &[f64]) -> Option<Proposal> {
        let along: Vec<DVector<f64>> =
            draws.iter().map(|z| basis.transpose() * DVector::from_column_slice(z)).collect();
        let p = basis.ncols();
        let mut mean = DVector::zeros(p);
        along.iter().zip(weights).for_each(|(y, w)| mean += y * *w);
        let mut variance = DMatrix::zeros(p, p);
        for (y, w) in along.iter().zip(weights) {
            let d = y - &mean;
            variance += &d * d.transpose() * *w;
        }
        let factor = Cholesky::new(variance * WIDER)?.l();
        Some(Proposal { basis, mean, factor })
    }
}

/// Weighted worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// z of every draw.
    pub draws: Vec<Vec<f64>>,
    /// The figures of every target in each draw, as means over the sets of persons.
    pub figures: Vec<Vec<f64>>,
    /// The figures of every target with the first set of persons alone.
    pub single: Vec<Vec<f64>>,
    /// Weights that add to 1; nothing where no draw is possible.
    pub weights: Option<Vec<f64>>,
    /// Effective number of draws after each round.
    pub effective: Vec<f64>,
    /// Draws of the first round.
    pub prior: usize,
}

/// Draws and weighs `count` worlds; `base` gives the z of a draw of the prior.
pub fn sample(
    targets: &[CalibrationTarget],
    count: usize,
    base: &dyn Fn(usize) -> Vec<f64>,
    ask: &mut SimulateTargets<'_>,
) -> Result<Weighted> {
    let mut found = Weighted {
        draws: Vec::new(),
        figures: Vec::new(),
        single: Vec::new(),
        weights: None,
        effective: Vec::new(),
        prior: count / ROUNDS,
    };
    let mut rounds: Vec<(usize, Option<Proposal>)> = Vec::new();
    let mut basis = None;
    for round in 0..ROUNDS {
        let (from, to) = (count * round / ROUNDS, count * (round + 1) / ROUNDS);
        let proposal: Option<Proposal> = basis.clone().and_then(|basis| {
            let weights = evened(&log_weights(targets, &found, &rounds), &basis)?;
            Proposal::learnt(basis, &found.draws, &weights)
        });
        let worlds: Vec<World> = (from..to)
            .map(|draw| {
                let z = base(draw);
                let z = match &proposal {
                    Some(proposal) if draw % FROM_PRIOR != 0 => proposal.moved(&z),
                    _ => z,
                };
                (draw, z)
            })
            .flat_map(|(draw, z)| {
                (0..SETS).map(move |set| World { z: z.clone(), persons: (draw * SETS + set) as u32 })
            })
            .collect();
        let sets = ask(&worlds)?;
        found.draws.extend(worlds.into_iter().step_by(SETS).map(|w| w.z));
        found.figures.extend(sets.chunks(SETS).map(mean));
        found.single.extend(sets.iter().step_by(SETS).cloned());
        if round == 0 {
            basis = informed(targets, &found);
        }
        rounds.push((to - from, proposal));
        found.weights = normalised(&log_weights(targets, &found, &rounds));
        found.effective.push(found.weights.as_deref().map_or(0.0, effective));
    }
    Ok(found)
}

/// Logarithms of the weights: likelihood × prior / mixture of all rounds, the prior cancelled.
fn log_weights(
    targets: &[CalibrationTarget],
    found: &Weighted,
    rounds: &[(usize, Option<Proposal>)],
) -> Vec<f64> {
    let all: usize = rounds.iter().map(|(draws, _)| draws).sum();
    let share = 1.0 / FROM_PRIOR as f64;
    let density = |z: &[f64]| -> f64 {
        let of = |(draws, proposal): &(usize, Option<Proposal>)| {
            let own = proposal.as_ref().map_or(1.0, |p| share + (1.0 - share) * p.ratio(z));
            own * *draws as f64 / all as f64
        };
        rounds.iter().map(of).sum()
    };
    let kept = 1.0 - 1.0 / SETS as f64;
    let errors: Vec<f64> =
        targets.iter().map(|t| (t.error * t.error + t.chance * t.chance * kept).sqrt()).collect();
    let both = found.draws.iter().zip(&found.figures);
    both.map(|(z, figures)| log_likelihood(targets, &errors, figures) - libm::log(density(z))).collect()
}

fn mean(sets: &[Vec<f64>]) -> Vec<f64> {
    (0..sets[0].len()).map(|j| sets.iter().map(|f| f[j]).sum::<f64>() / sets.len() as f64).collect()
}

/// Weights to learn from: evened out by the largest power that leaves enough draws with weight.
fn evened(log_weights: &[f64], basis: &DMatrix<f64>) -> Option<Vec<f64>> {
    let wanted = (LEARNT * (1 + basis.ncols())).min(log_weights.len() / 2) as f64;
    let at = |power: f64| normalised(&log_weights.iter().map(|w| w * power).collect::<Vec<_>>());
    let enough = |power: f64| at(power).is_some_and(|w| effective(&w) >= wanted);
    if enough(1.0) {
        return at(1.0);
    }
    let (mut low, mut high) = (0.0, 1.0);
    // Thirty halvings find the power to nine digits.
    for _ in 0..30 {
        let middle = 0.5 * (low + high);
        if enough(middle) { low = middle } else { high = middle }
    }
    at(low.max(f64::MIN_POSITIVE))
}

/// Directions in which the targets pull: those of the slopes of the figures over the draws of the prior. Nothing where there
/// are none.
fn informed(targets: &[CalibrationTarget], found: &Weighted) -> Option<DMatrix<f64>> {
    let k = found.draws.first()?.len();
    let mut slopes = DMatrix::zeros(k, targets.len());
    for (j, target) in targets.iter().enumerate() {
        let there: Vec<usize> = (0..found.draws.len()).filter(|i| found.figures[*i][j].is_finite()).collect();
        let mut columns = vec![vec![1.0; there.len()]];
        columns.extend((0..k).map(|i| there.iter().map(|d| found.draws[*d][i]).collect::<Vec<f64>>()));
        let y: Vec<f64> = there.iter().map(|d| found.figures[*d][j]).collect();
        let Some(line) = least_squares(&columns, &y).filter(|_| there.len() > k + 2) else { continue };
        let left: f64 = (0..there.len())
            .map(|d| y[d] - columns.iter().zip(&line).map(|(c, b)| c[d] * b).sum::<f64>())
            .map(|r| r * r)
            .sum();
        // Columns are independent with variance 1, so all slopes have about the same standard error.
        let error = (left / (there.len() - k - 1) as f64 / there.len() as f64).sqrt();
        for i in 0..k {
            let slope = line[i + 1];
            slopes[(i, j)] = if slope.abs() > CLEAR * error { slope / target.whole_error() } else { 0.0 };
        }
    }
    let split = slopes.svd(true, false);
    let directions = split.u?;
    let kept: Vec<usize> =
        (0..split.singular_values.len()).filter(|c| split.singular_values[*c] > INFORMED).collect();
    (!kept.is_empty()).then(|| DMatrix::from_fn(k, kept.len(), |i, c| directions[(i, kept[c])]))
}

#[cfg(test)]
mod tests {
    use super::super::fit::tests::known;
    use super::super::resample::systematic;
    use super::super::targets::Bound;
    use super::*;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    const K: usize = 12;

    fn base(draw: usize) -> Vec<f64> {
        let mut stream = WorldKey::new(9, draw as u32, 0).stream(0, 0, Purpose::Parameter);
        (0..K).map(|_| normal_quantile(stream.uniform())).collect()
    }

    /// Noise of persons, keyed by the draw.
    fn chance(persons: u32) -> f64 {
        normal_quantile(WorldKey::new(11, persons, 0).stream(0, 0, Purpose::Parameter).uniform())
    }

    /// y = z₀ + z₁ + chance of standard deviation 0.5, wanted at 2.5 ± 0.25, in the middle of ten parameters that do nothing.
    /// In closed form the posterior of z is normal: with v = 1 + 1 + 0.25 + 0.0625 the means of z₀ and z₁ are 2.5/v, their
    /// variances 1 − 1/v, their covariance −1/v, and all others stay as they were.
    #[test]
    fn a_linear_model_has_the_posterior_of_the_closed_form() {
        let targets = [CalibrationTarget { chance: 0.5, ..known("a", Bound::Equal, 2.5, 0.25) }];
        let mut ask = |worlds: &[World]| {
            Ok(worlds.iter().map(|w| vec![w.z[0] + w.z[1] + 0.5 * chance(w.persons)]).collect())
        };
        let found = sample(&targets, 4000, &base, &mut ask).unwrap();
        let weights = found.weights.as_ref().unwrap();
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let effective = *found.effective.last().unwrap();
        assert!(effective > 3.0 * found.effective[0] && effective > 500.0, "{:?}", found.effective);
        let v = 1.0 + 1.0 + 0.25 + 0.0625;
        let rows = systematic(weights, 2000, 1);
        let (error, mean) = (1.0 / effective.sqrt(), |f: &dyn Fn(&[f64]) -> f64| {
            rows.iter().map(|row| f(&found.draws[*row])).sum::<f64>() / rows.len() as f64
        });
        for i in 0..K {
            let (own, variance) = if i < 2 { (2.5 / v, 1.0 - 1.0 / v) } else { (0.0, 1.0) };
            let m = mean(&|z| z[i]);
            assert!((m - own).abs() < 4.0 * error * f64::sqrt(variance), "z{i}: {m} {own}");
            let s = mean(&|z| (z[i] - own).powi(2));
            assert!(
                (s - variance).abs() < 4.0 * error * std::f64::consts::SQRT_2 * variance,
                "z{i}: {s} {variance}"
            );
        }
        let covariance = mean(&|z| (z[0] - 2.5 / v) * (z[1] - 2.5 / v));
        assert!((covariance + 1.0 / v).abs() < 4.0 * error, "{covariance} {}", -1.0 / v);
    }

    /// Wanted four standard deviations out, few draws of the prior come near; learning finds the way.
    #[test]
    fn far_targets_and_limits_are_reached() {
        let targets = [known("a", Bound::Equal, 4.0, 0.1), known("b", Bound::AtMost, 0.0, 0.1)];
        let mut ask = |worlds: &[World]| Ok(worlds.iter().map(|w| vec![w.z[0], w.z[1]]).collect());
        let found = sample(&targets, 4000, &base, &mut ask).unwrap();
        assert!(found.effective[0] < 20.0 && found.effective[ROUNDS - 1] > 200.0, "{:?}", found.effective);
        let weights = found.weights.unwrap();
        let mean = |i: usize| found.draws.iter().zip(&weights).map(|(z, w)| z[i] * w).sum::<f64>();
        let error = 4.0 / found.effective[ROUNDS - 1].sqrt();
        assert!((mean(0) - 4.0 / 1.01).abs() < 0.1 * error, "{}", mean(0));
        // Half a normal distribution: −√(2/π), a little less for the soft limit.
        assert!((mean(1) + 0.73).abs() < 0.05 + 0.6 * error, "{}", mean(1));
    }

    #[test]
    fn targets_that_nothing_moves_leave_the_prior() {
        let targets = [known("a", Bound::Equal, 1.0, 1.0)];
        let mut ask = |worlds: &[World]| Ok(worlds.iter().map(|_| vec![1.5]).collect());
        let found = sample(&targets, 400, &base, &mut ask).unwrap();
        assert!((found.effective[ROUNDS - 1] - 400.0).abs() < 1e-6);
        let mut nothing = |worlds: &[World]| Ok(worlds.iter().map(|_| vec![f64::NAN]).collect());
        assert_eq!(sample(&targets, 400, &base, &mut nothing).unwrap().weights, None);
    }
}
