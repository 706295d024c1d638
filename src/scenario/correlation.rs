//! Rank correlations between parameters: a Gaussian copula whose correlation gives the wished
//! Spearman correlation, r = 2 sin(π ρ_s / 6). Parameters that are not named keep their uniform
//! number bit for bit.

use super::definition::Correlation;
use crate::math::{normal_cdf, normal_quantile};

/// How much below zero rounding may bring a pivot of a matrix that is positive semi-definite.
const ROUNDING: f64 = 1e-10;

/// The correlated slots and the lower factor of their correlation matrix; built once a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copula {
    slots: Vec<usize>,
    /// Row by row; row `i` has `i + 1` entries.
    factor: Vec<Vec<f64>>,
}

impl Copula {
    /// The copula of the wished correlations; `None` where they contradict one another
    /// (the matrix is not positive semi-definite).
    pub fn new(correlations: &[Correlation]) -> Option<Copula> {
        let mut slots: Vec<usize> = correlations.iter().flat_map(|c| [c.a, c.b]).collect();
        slots.sort_unstable();
        slots.dedup();
        let n = slots.len();
        let mut matrix = vec![vec![0.0; n]; n];
        for (i, row) in matrix.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        for c in correlations {
            let (Ok(a), Ok(b)) = (slots.binary_search(&c.a), slots.binary_search(&c.b)) else { continue };
            let r = 2.0 * libm::sin(std::f64::consts::PI * c.rank / 6.0);
            matrix[a][b] = r;
            matrix[b][a] = r;
        }
        Some(Copula { slots, factor: lower_factor(&matrix)? })
    }

    /// Whether no parameter is correlated with another.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Turns independent uniform numbers, one a slot, into correlated ones.
    pub fn apply(&self, uniforms: &mut [f64]) {
        if self.is_empty() {
            return;
        }
        let normals: Vec<f64> = self.slots.iter().map(|s| normal_quantile(uniforms[*s])).collect();
        for (i, (slot, row)) in self.slots.iter().zip(&self.factor).enumerate() {
            if row[..i].iter().all(|x| *x == 0.0) {
                continue; // the first of its group keeps its number
            }
            let z: f64 = row.iter().zip(&normals).map(|(l, z)| l * z).sum();
            uniforms[*slot] = normal_cdf(z);
        }
    }
}

/// Cholesky's factor of a positive semi-definite matrix; `None` for any other.
fn lower_factor(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, wanted) in matrix.iter().enumerate() {
        let mut row: Vec<f64> = Vec::with_capacity(i + 1);
        for (j, above) in factor.iter().enumerate() {
            let rest = wanted[j] - row.iter().zip(above).map(|(x, y)| x * y).sum::<f64>();
            let pivot = above[j];
            if pivot > 0.0 {
                row.push(rest / pivot);
            } else if rest.abs() <= ROUNDING.sqrt() {
                row.push(0.0);
            } else {
                return None;
            }
        }
        let rest = wanted[i] - row.iter().map(|x| x * x).sum::<f64>();
        if rest < -ROUNDING || rest.is_nan() {
            return None;
        }
        row.push(if rest <= ROUNDING { 0.0 } else { rest.sqrt() });
        factor.push(row);
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(list: &[(usize, usize, f64)]) -> Vec<Correlation> {
        list.iter().map(|&(a, b, rank)| Correlation { a, b, rank }).collect()
    }

    fn uniform(i: u64) -> f64 {
        let mut z = i.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 12) as f64 / (1u64 << 52) as f64 + 1e-17
    }

    /// Spearman's correlation of two uniform numbers: the plain correlation of their values.
    fn spearman(pairs: &[(f64, f64)]) -> f64 {
        12.0 * pairs.iter().map(|(x, y)| (x - 0.5) * (y - 0.5)).sum::<f64>() / pairs.len() as f64
    }

    #[test]
    fn the_wished_rank_correlations_come_out() {
        let copula = Copula::new(&wish(&[(1, 3, 0.6), (3, 4, -0.4), (1, 4, 0.1)])).expect("consistent");
        let draws: Vec<Vec<f64>> = (0..200_000u64)
            .map(|d| {
                let mut u: Vec<f64> = (0..6).map(|i| uniform(6 * d + i)).collect();
                let before = u.clone();
                copula.apply(&mut u);
                assert_eq!((u[0], u[1], u[2], u[5]), (before[0], before[1], before[2], before[5]));
                u
            })
            .collect();
        for (a, b, wanted) in [(1, 3, 0.6), (3, 4, -0.4), (1, 4, 0.1), (0, 3, 0.0)] {
            let pairs: Vec<_> = draws.iter().map(|u| (u[a], u[b])).collect();
            assert!((spearman(&pairs) - wanted).abs() < 0.01, "{a},{b}: {}", spearman(&pairs));
        }
        for slot in [3, 4] {
            let mean = draws.iter().map(|u| u[slot]).sum::<f64>() / draws.len() as f64;
            assert!((mean - 0.5).abs() < 0.004);
        }
    }

    #[test]
    fn contradictions_are_refused_and_the_border_is_allowed() {
        assert!(Copula::new(&wish(&[(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)])).is_none());
        assert!(Copula::new(&wish(&[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 0.5)])).is_none());
        assert!(Copula::new(&wish(&[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)])).is_some());
        let opposite = Copula::new(&wish(&[(0, 1, -1.0)])).expect("legal");
        let mut u = [0.3, 0.9];
        opposite.apply(&mut u);
        assert!((u[0] - 0.3).abs() < 1e-15 && (u[1] - 0.7).abs() < 1e-12);
        assert!(Copula::new(&[]).expect("empty").is_empty());
    }
}
