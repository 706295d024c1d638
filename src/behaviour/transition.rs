//! Turning 18: families "start again"; a review may cut the granted coverage in that year.

use crate::math::Bounds;
use crate::rules::explain::explained;

/// Coverage after a review: `reviewed` is 1 where one took place, else 0; clamped again at `min`.
#[inline(always)]
pub fn reviewed(coverage: f64, reviewed: f64, cut: f64, min: f64) -> f64 {
    if reviewed > 0.5 { (coverage * (1.0 - cut)).at_least(min) } else { coverage }
}

explained! {
    /// How coverage that was [`reviewed`] is explained.
    REVIEWED "coverage" "max(coverage_min, coverage·(1 − transition_cut))" named RULE_COVERAGE_REVIEWED;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_cuts_by_a_share_and_not_below_the_least() {
        assert_eq!(reviewed(0.75, 1.0, 0.25, 0.2), 0.5625);
        assert_eq!(reviewed(0.24, 1.0, 0.25, 0.2), 0.2);
        assert_eq!(reviewed(0.75, 0.0, 0.25, 0.2), 0.75);
        assert_eq!(reviewed(0.75, 0.5, 0.25, 0.2), 0.75);
    }
}
