//! Whether the order of the most important is settled: how well orders made of resampled draws agree with it.

/// Places of a ranking that are looked at.
pub const TOP: usize = 10;
/// Agreement from which an order is called settled.
pub const SETTLED: f64 = 0.8;

/// Kendall's τ between two sets of numbers for the same things, over the `TOP` highest of the first: pairs in the same
/// order minus pairs in the opposite, as a share of all pairs.
pub fn agreement(first: &[f64], second: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..first.len()).collect();
    order.sort_by(|a, b| first[*b].total_cmp(&first[*a]));
    order.truncate(TOP);
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (i, a) in order.iter().enumerate() {
        for b in &order[..i] {
            // `b` stands above `a` in the first.
            sum += match second[*b].total_cmp(&second[*a]) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.0,
                std::cmp::Ordering::Less => -1.0,
            };
            pairs += 1.0;
        }
    }
    if pairs == 0.0 { 1.0 } else { sum / pairs }
}

/// Share of pairs of analyses that agree less than [`expected_agreement`] says.
const LESS: f64 = 0.1;

/// Agreement that nine of ten pairs of independent analyses have at least: of a mean, half of them would have less. `resampled`
/// holds one set of numbers a resample, two and two together.
pub fn expected_agreement(resampled: &[Vec<f64>]) -> f64 {
    let mut pairs: Vec<f64> = resampled.chunks_exact(2).map(|p| agreement(&p[0], &p[1])).collect();
    pairs.sort_by(f64::total_cmp);
    pairs.get((LESS * pairs.len() as f64) as usize).copied().unwrap_or(1.0)
}

/// Every two of some sets, one after the other, as [`expected_agreement`] takes them.
pub fn pairs(sets: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let pairs = (0..sets.len()).flat_map(|i| (0..i).map(move |k| [i, k]));
    pairs.flatten().map(|i| sets[i].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of twenty pairs, of which three are turned around, the third lowest is.
    #[test]
    fn what_nine_of_ten_pairs_have() {
        let of = |turned: usize| -> f64 {
            let pair = |n: usize| [vec![2.0, 1.0], if n < turned { vec![1.0, 2.0] } else { vec![4.0, 3.0] }];
            expected_agreement(&(0..20).flat_map(pair).collect::<Vec<_>>())
        };
        assert_eq!([of(0), of(2), of(3), of(20)], [1.0, 1.0, -1.0, -1.0]);
        assert_eq!(expected_agreement(&[]), 1.0);
    }

    #[test]
    fn kendall_by_hand() {
        assert_eq!(agreement(&[4.0, 3.0, 2.0, 1.0], &[9.0, 8.0, 7.0, 6.0]), 1.0);
        assert_eq!(agreement(&[4.0, 3.0, 2.0, 1.0], &[1.0, 2.0, 3.0, 4.0]), -1.0);
        // One neighbouring pair of six swapped.
        assert!((agreement(&[4.0, 3.0, 2.0, 1.0], &[3.0, 4.0, 2.0, 1.0]) - 4.0 / 6.0).abs() < 1e-12);
    }
}
