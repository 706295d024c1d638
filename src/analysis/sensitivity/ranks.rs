//! Ranks and normal scores.

use crate::math::normal_quantile;

/// Ranks from 1; equal numbers share the mean of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut out = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|i| values[**i] == values[order[from]]).count();
        let rank = from as f64 + (same as f64 + 1.0) / 2.0;
        order[from..from + same].iter().for_each(|i| out[*i] = rank);
        from += same;
    }
    out
}

/// Normal scores: Φ⁻¹((rank − ½)/n).
pub fn scores(values: &[f64]) -> Vec<f64> {
    let n = values.len() as f64;
    ranks(values).into_iter().map(|rank| normal_quantile((rank - 0.5) / n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_share_their_ranks() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        let z = scores(&[5.0, -1.0, 2.0]);
        assert!(z[1] < 0.0 && z[2].abs() < 1e-12 && (z[0] + z[1]).abs() < 1e-12);
    }
}
