//! Traditional services for those without BPA: what budgets press on BPA presses on them too, and
//! money that relieves municipalities helps both (model.md §4).

use crate::math::Bounds;
use crate::rules::explain::explained;

/// Hours a week: clamp(coverage + ũ − squeeze·π̃, c_min, 1) · need, where `squeeze` is
/// spillover·κ·(t − base year) and π̃ the municipality's average share once withdrawal has taken its part back.
#[inline(always)]
pub fn hours(coverage: f64, generosity: f64, squeeze: f64, burden: f64, min: f64, need: f64) -> f64 {
    (coverage + generosity - squeeze * burden).at_least(min).at_most(1.0) * need
}

/// π̃: average share after withdrawal has taken the relief back.
#[inline(always)]
pub fn burden(avg: f64, avg_null: f64, offset_share: f64) -> f64 {
    avg + offset_share * (avg_null - avg)
}

explained! {
    /// How [`burden`] is explained.
    BURDEN "burden" "average_share + offset_share·(average_share_null − average_share)";

    /// How [`hours`] are explained.
    HOURS "hours_without_bpa" "max(coverage_min, min(1, traditional_coverage + generosity − spillover·budget_squeeze·years·burden))·need";

    /// How they are explained on the average of a year that is partly with BPA.
    YEAR "traditional_hours" "(1 − running)·hours_without_bpa";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hand_calculated_traditional_hours() {
        assert!((hours(0.6, 0.05, 0.04, 0.5, 0.2, 30.0) - 0.63 * 30.0).abs() < 1e-12);
        assert_eq!(hours(0.6, -0.5, 0.0, 0.5, 0.2, 30.0), 6.0);
        assert_eq!(burden(0.0, 0.8, 1.0), 0.8);
        assert_eq!(burden(0.3, 0.8, 0.0), 0.3);
    }
}
