//! Sample quantiles of type 7 (linear between order statistics), the usual default of statistical
//! software, so that anybody can check them.

/// The percentiles of every summary, as shares.
pub const LEVELS: [f64; 5] = [0.05, 0.25, 0.50, 0.75, 0.95];

/// The `p`-quantile (0 to 1) of numbers sorted upwards; nothing if there are none.
pub fn of_sorted(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = (place.floor() as usize).min(last);
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (high - low) * (place - below as f64) + 0.0)
}

/// The percentiles 5, 25, 50, 75 and 95 of numbers in any order (all finite); nothing if there are none.
pub fn percentiles(values: &[f64]) -> Option<[f64; 5]> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut out = [0.0; 5];
    for (place, p) in out.iter_mut().zip(LEVELS) {
        *place = of_sorted(&sorted, p)?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_seven_on_one_to_five() {
        let v = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(of_sorted(&v, 0.10), Some(1.4));
        assert_eq!(of_sorted(&v, 0.50), Some(3.0));
        assert_eq!(of_sorted(&v, 0.90), Some(4.6));
        assert_eq!(of_sorted(&v, 0.0), Some(1.0));
        assert_eq!(of_sorted(&v, 1.0), Some(5.0));
        assert_eq!(of_sorted(&[], 0.5), None);
    }

    #[test]
    fn order_does_not_matter() {
        assert_eq!(percentiles(&[5.0, 1.0, 4.0, 2.0, 3.0]), percentiles(&[1.0, 2.0, 3.0, 4.0, 5.0]));
        assert_eq!(percentiles(&[7.0]), Some([7.0; 5]));
    }
}
