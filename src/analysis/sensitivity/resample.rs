//! Resampling with replacement (Efron 1979), the same for the same name.

use crate::random::{Purpose, WorldKey, hash_id};

/// Resamples that intervals are made of.
pub const TIMES: usize = 400;

/// Indices of the `time`-th resample of `n` numbers, under a name.
pub fn indices(name: &str, time: usize, n: usize) -> Vec<usize> {
    let mut stream = WorldKey::new(hash_id(name), time as u32, 0).stream(0, 0, Purpose::Resample);
    (0..n).map(|_| ((stream.uniform() * n as f64) as usize).min(n - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_a_share_of_one_minus_one_over_e_is_there() {
        let mut seen = vec![false; 10_000];
        indices("x", 3, seen.len()).into_iter().for_each(|i| seen[i] = true);
        let share = seen.iter().filter(|s| **s).count() as f64 / seen.len() as f64;
        assert!((share - (1.0 - (-1.0f64).exp())).abs() < 0.02, "{share}");
        assert_eq!(indices("x", 1, 50), indices("x", 1, 50));
        assert_ne!(indices("x", 1, 50), indices("x", 2, 50));
    }
}
