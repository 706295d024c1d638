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
