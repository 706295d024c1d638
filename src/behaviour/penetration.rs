//! How BPA becomes known and used (model.md §3): admission grows along a logistic curve from 1 to a ceiling.

use crate::math::exp;
use crate::rules::explain::explained;

/// M: so many times easier than in the first year of awards is it to be awarded BPA, `years` after the base year; it is 1
/// in the first of them, and `ceiling` in the end.
pub fn spread(ceiling: f64, speed: f64, years: f64) -> f64 {
    ceiling / (1.0 + (ceiling - 1.0) * exp(-speed * (years - 1.0)))
}

explained! {
    /// How the [`spread`] of BPA is explained.
    SPREAD "penetration" "penetration_ceiling / (1 + (penetration_ceiling − 1)·exp(−penetration_speed·(years − 1)))";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ceiling 3.25 and speed 0.095: 1 in the first year, 3.25/(1 + 2.25·exp(−0.38)) in the fifth.
    #[test]
    fn admission_spreads_from_one_to_the_ceiling() {
        let after = |years| spread(3.25, 0.095, years);
        assert_eq!(after(1.0), 1.0);
        for (years, right) in
            [(2.0, 1.066_941_868_928_109_2), (5.0, 1.280_188_735_849_459_7), (10.0, 1.660_800_905_296_828_9)]
        {
            assert!((after(years) - right).abs() < 1e-12, "{years}");
        }
        assert!((after(1000.0) - 3.25).abs() < 1e-12);
        assert_eq!(spread(1.0, 0.095, 7.0), 1.0);
    }
}
