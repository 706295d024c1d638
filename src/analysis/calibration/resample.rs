//! Weighted draws turned into draws of equal weight.

use crate::random::{Purpose, WorldKey, hash_id};

/// Number of equally weighted draws that are worth as much as these weighted ones: 1 / Σ w² (Kong 1992). `weights` add to 1.
pub fn effective(weights: &[f64]) -> f64 {
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    if squares > 0.0 { 1.0 / squares } else { 0.0 }
}

/// Weights that add to 1 from their logarithms; nothing where all are impossible.
pub fn normalised(log_weights: &[f64]) -> Option<Vec<f64>> {
    let largest = log_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !largest.is_finite() {
        return None;
    }
    let weights: Vec<f64> = log_weights.iter().map(|w| libm::exp(w - largest)).collect();
    let sum: f64 = weights.iter().sum();
    Some(weights.into_iter().map(|w| w / sum).collect())
}

/// Systematic resampling (Kitagawa 1996): the places of `rows` draws of equal weight, each place about as often as its weight
/// says, never a whole row away from it. In an order of chance, so that the first of them are a fair sample too. The same
/// for the same seed.
pub fn systematic(weights: &[f64], rows: usize, seed: u64) -> Vec<usize> {
    let mut stream = WorldKey::new(seed, 0, 0).stream(hash_id("posterior"), 0, Purpose::Resample);
    let start = stream.uniform();
    let (mut places, mut sum, mut at) = (Vec::with_capacity(rows), 0.0, 0);
    let last = weights.iter().rposition(|w| *w > 0.0).unwrap_or(0);
    for row in 0..rows {
        let wanted = (row as f64 + start) / rows as f64;
        while at < last && sum + weights[at] <= wanted {
            sum += weights[at];
            at += 1;
        }
        places.push(at);
    }
    let mut keyed: Vec<(f64, usize)> = places.into_iter().map(|place| (stream.uniform(), place)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    keyed.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn effective_number_by_hand() {
        assert_eq!(effective(&[0.25; 4]), 4.0);
        assert_eq!(effective(&[1.0, 0.0, 0.0]), 1.0);
        assert!((effective(&[0.5, 0.25, 0.25]) - 1.0 / 0.375).abs() < 1e-12);
        assert_eq!(effective(&[]), 0.0);
    }

    #[test]
    fn weights_from_logarithms() {
        let w = normalised(&[-1000.0, -1000.0 + 3f64.ln(), f64::NEG_INFINITY]).unwrap();
        assert!((w[0] - 0.25).abs() < 1e-12 && (w[1] - 0.75).abs() < 1e-12 && w[2] == 0.0);
        assert_eq!(normalised(&[f64::NEG_INFINITY; 2]), None);
    }

    proptest! {
        #[test]
        fn each_place_comes_as_often_as_its_weight_says(
            raw in prop::collection::vec(0.0f64..1.0, 1..40), rows in 1usize..200, seed in 0u64..1000
        ) {
            let sum: f64 = raw.iter().sum();
            prop_assume!(sum > 1e-3);
            let weights: Vec<f64> = raw.iter().map(|w| w / sum).collect();
            let places = systematic(&weights, rows, seed);
            prop_assert_eq!(places.len(), rows);
            for (place, weight) in weights.iter().enumerate() {
                let times = places.iter().filter(|p| **p == place).count() as f64;
                prop_assert!((times - weight * rows as f64).abs() < 1.0 + 1e-9);
            }
        }
    }

    #[test]
    fn the_first_rows_are_a_fair_sample() {
        let weights = vec![1.0 / 1000.0; 1000];
        let places = systematic(&weights, 1000, 3);
        let mean = places[..250].iter().sum::<usize>() as f64 / 250.0;
        // Uniform over 1 000 places, standard error 1000/√12/√250 = 18.
        assert!((mean - 499.5).abs() < 4.0 * 18.3, "{mean}");
        assert_eq!(places, systematic(&weights, 1000, 3));
        assert_ne!(places, systematic(&weights, 1000, 4));
    }
}
