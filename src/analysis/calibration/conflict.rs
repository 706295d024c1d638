//! Which target fights which, told by what the best fit would be without one of them. Near the best fit misses change in
//! a straight line with z, so that the fit without a target follows from the slopes alone.

use super::fit::BestFit;
use super::targets::{Bound, CalibrationTarget};
use nalgebra::{Cholesky, DMatrix, DVector};
use serde::{Deserialize, Serialize};

/// Standard errors by which a target must be better met without another for the two to be said to fight.
pub const TELLING: f64 = 0.5;
/// Standard errors by which a target must be missed for the prior to be said to hold it back.
const HELD: f64 = 1.0;
/// Standard errors that both targets of a pair must miss by for their directions to mean anything.
const NOTED: f64 = 0.1;
/// Rounds in which limits are found to be kept or not; they settle in two or three.
const ROUNDS: usize = 50;
/// Weight of the prior where it is weakened: as of distributions three times as wide. Without any prior, straight lines would be
/// followed to where no parameter can be, and the prior blamed for targets that contradict each other.
const WEAK_PRIOR: f64 = 1.0 / 9.0;

/// Two targets that pull the parameters in opposite directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fight {
    /// The id of one target.
    pub a: String,
    /// The id of the other target.
    pub b: String,
    /// Cosine of the directions in which each would move the parameters, −1 to 1.
    pub cosine: f64,
    /// Miss of `a` in standard errors with all targets, and without `b`.
    pub miss_a: [f64; 2],
    /// Miss of `b` with all targets, and without `a`.
    pub miss_b: [f64; 2],
    /// Whether it is the reason why one of them is met worse, by half a standard error or more.
    pub fight: bool,
}

/// Targets that the prior holds back: miss in standard errors as it is, and if all distributions were three times
/// as wide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The target.
    pub target: String,
    /// The misses.
    pub miss: [f64; 2],
}

/// Misses at the smallest Σ miss² + prior · Σ z² of the line through the best fit, over the targets named.
fn refitted(
    targets: &[CalibrationTarget],
    fit: &BestFit,
    with: &dyn Fn(usize) -> bool,
    prior: f64,
) -> Vec<f64> {
    let k = fit.z.len();
    let distances = DVector::from_column_slice(&fit.distances);
    let z = DVector::from_column_slice(&fit.z);
    let mut at = distances.clone();
    let mut before: Vec<bool> = Vec::new();
    for _ in 0..ROUNDS {
        let pulls: Vec<bool> = targets
            .iter()
            .enumerate()
            .map(|(j, t)| with(j) && (t.bound == Bound::Equal || t.bound.miss(at[j]) != 0.0))
            .collect();
        if pulls == before {
            break;
        }
        let weight = |j: usize| if pulls[j] { 1.0 } else { 0.0 };
        let slopes = DMatrix::from_fn(targets.len(), k, |j, i| fit.slopes[(j, i)] * weight(j));
        let gram = slopes.transpose() * &slopes + DMatrix::identity(k, k) * prior;
        let right = -(slopes.transpose() * &distances) - &z * prior;
        let Some(factor) = Cholesky::new(gram) else { break };
        at = &distances + &fit.slopes * factor.solve(&right);
        before = pulls;
    }
    targets.iter().zip(at.iter()).map(|(t, d)| t.bound.miss(*d)).collect()
}

/// All pairs of targets that pull in opposite directions, the worst first.
pub fn fights(targets: &[CalibrationTarget], fit: &BestFit) -> Vec<Fight> {
    let all = refitted(targets, fit, &|_| true, 1.0);
    let without: Vec<Vec<f64>> =
        (0..targets.len()).map(|left_out| refitted(targets, fit, &|j| j != left_out, 1.0)).collect();
    let misses: Vec<f64> = targets.iter().zip(&fit.distances).map(|(t, d)| t.bound.miss(*d)).collect();
    let pull = |j: usize| fit.slopes.row(j) * -misses[j];
    let mut found = Vec::new();
    for b in 0..targets.len() {
        for a in 0..b {
            let (x, y) = (pull(a), pull(b));
            let size = x.norm() * y.norm();
            let noted = misses[a].abs().min(misses[b].abs()) >= NOTED;
            if !noted || size <= 0.0 || x.dot(&y) >= 0.0 {
                continue;
            }
            let (miss_a, miss_b) = ([all[a], without[b][a]], [all[b], without[a][b]]);
            let gain = |miss: [f64; 2]| miss[0].abs() - miss[1].abs();
            found.push(Fight {
                a: targets[a].id.clone(),
                b: targets[b].id.clone(),
                cosine: x.dot(&y) / size,
                miss_a,
                miss_b,
                fight: gain(miss_a).max(gain(miss_b)) >= TELLING,
            });
        }
    }
    let worst =
        |f: &Fight| (f.miss_a[0].abs() - f.miss_a[1].abs()).max(f.miss_b[0].abs() - f.miss_b[1].abs());
    found.sort_by(|a, b| worst(b).total_cmp(&worst(a)));
    found
}

/// Targets missed by a standard error or more that would be met better, by half of one or more, were the prior weaker. Those
/// that fight another are held back by that one first.
pub fn held(targets: &[CalibrationTarget], fit: &BestFit, fights: &[Fight]) -> Vec<Held> {
    let all = refitted(targets, fit, &|_| true, 1.0);
    let freer = refitted(targets, fit, &|_| true, WEAK_PRIOR);
    let fought = |t: &CalibrationTarget| fights.iter().any(|f| f.fight && (f.a == t.id || f.b == t.id));
    let both = targets.iter().zip(all.into_iter().zip(freer));
    both.filter(|(_, (with, without))| with.abs() >= HELD && with.abs() - without.abs() >= TELLING)
        .filter(|(t, _)| !fought(t))
        .map(|(t, (with, without))| Held { target: t.id.clone(), miss: [with, without] })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fit::fit;
    use super::super::fit::tests::known;
    use super::*;

    fn found(targets: &[CalibrationTarget], line: impl Fn(&[f64]) -> Vec<f64>) -> (Vec<Fight>, Vec<Held>) {
        let mut means = |points: &[Vec<f64>]| Ok(points.iter().map(|z| line(z)).collect());
        let fit = fit(targets, 2, &mut means).unwrap();
        let fights = fights(targets, &fit);
        let held = held(targets, &fit, &fights);
        (fights, held)
    }

    /// The same figure wanted at 3 and at −3, with error 0.1 and slope 1 in z: each is met 30 standard errors off, and to
    /// almost nothing without the other: 30/(1 + 100) = 0.297.
    #[test]
    fn contradictions_are_named() {
        let targets = [
            known("low", Bound::Equal, -3.0, 0.1),
            known("high", Bound::Equal, 3.0, 0.1),
            known("else", Bound::Equal, 1.0, 1.0),
        ];
        let (fights, held) = found(&targets, |z| vec![z[0], z[0], 1.0 + z[1]]);
        assert_eq!(fights.len(), 1, "{fights:?}");
        let f = &fights[0];
        assert!((f.a.as_str(), f.b.as_str(), f.fight) == ("low", "high", true));
        assert!((f.cosine + 1.0).abs() < 1e-9);
        assert!((f.miss_a[0] - 30.0).abs() < 1e-4 && (f.miss_a[1].abs() - 30.0 / 101.0).abs() < 1e-4);
        assert!(held.is_empty(), "{held:?}");
    }

    #[test]
    fn agreement_is_no_fight_and_the_prior_can_hold_back() {
        // y = z wanted at 4 ± 1: the prior holds it at 2, two standard errors off; a ninth of it at 3.6.
        let targets = [known("far", Bound::Equal, 4.0, 1.0), known("kept", Bound::AtMost, 9.0, 1.0)];
        let (fights, held) = found(&targets, |z| vec![z[0], z[0]]);
        assert!(fights.is_empty());
        assert_eq!(held.len(), 1);
        assert!((held[0].miss[0] + 2.0).abs() < 1e-6 && (held[0].miss[1] + 0.4).abs() < 1e-6, "{held:?}");
    }

    /// Only a parameter 120 standard deviations off could tell the two apart: that is a fight, not the prior's doing. And what
    /// no parameter within three standard deviations moves is not held back by the prior either.
    #[test]
    fn the_prior_is_not_blamed_for_contradictions_or_for_what_nothing_moves() {
        let targets = [known("low", Bound::Equal, -3.0, 0.1), known("high", Bound::Equal, 3.0, 0.1)];
        let (fights, held) = found(&targets, |z| vec![z[0], z[0] + 0.05 * z[1]]);
        assert!(fights.iter().any(|f| f.fight), "{fights:?}");
        assert!(held.is_empty(), "{held:?}");
        let (fights, held) = found(&[known("far", Bound::Equal, 6.0, 1.0)], |z| vec![0.05 * z[0]]);
        assert!(fights.is_empty() && held.is_empty(), "{held:?}");
    }
}
