//! Traditional services for those without BPA: what budgets press on BPA presses on them too, and
//! money that relieves municipalities helps both (model.md §4).

use crate::math::Bounds;
use crate::rules::explain::explained;

/// Hours a week: clamp(coverage + ũ − pressure, c_min, 1) · need.
#[inline(always)]
pub fn hours(coverage: f64, generosity: f64, pressure: f64, min: f64, need: f64) -> f64 {
    (coverage + generosity - pressure).at_least(min).at_most(1.0) * need
}

/// How much of need budgets have taken of traditional services: squeeze·(years·π̄₀ + n·(π̃ − π̄₀)), where `squeeze` is
/// spillover·κ a year, `burden` π̃ and `own_years` n.
#[inline(always)]
pub fn pressure(squeeze: f64, years: f64, own_years: f64, avg_null: f64, burden: f64) -> f64 {
    squeeze * (years * avg_null + own_years * (burden - avg_null))
}

/// Hours a week in a home with staff, which leave little of the need to others.
#[inline(always)]
pub fn in_staffed_home(hours: f64, coverage: f64, need: f64) -> f64 {
    hours.at_least(coverage * need)
}

/// π̃: average share after withdrawal has taken the relief back.
#[inline(always)]
pub fn burden(avg: f64, avg_null: f64, offset_share: f64) -> f64 {
    avg + offset_share * (avg_null - avg)
}

explained! {
    /// How [`burden`] is explained.
    BURDEN "burden" "average_share + offset_share·(average_share_null − average_share)";

    /// How [`pressure`] is explained.
    PRESSURE "pressure" "spillover·budget_squeeze·(years·average_share_null + own_years·(burden − average_share_null))";

    /// How [`hours`] are explained.
    HOURS "hours_without_bpa" "max(coverage_min, min(1, traditional_coverage + generosity − pressure))·need";

    /// How hours [`in_staffed_home`] are explained.
    STAFFED_HOME "hours_without_bpa" "max(hours_without_bpa, staffed_home_coverage·need)" named RULE_HOURS_IN_STAFFED_HOME;

    /// How they are explained on the average of a year that is partly with BPA.
    YEAR "traditional_hours" "(1 − running)·hours_without_bpa";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hand_calculated_traditional_hours() {
        assert!((hours(0.6, 0.05, 0.02, 0.2, 30.0) - 0.63 * 30.0).abs() < 1e-12);
        assert_eq!(hours(0.6, -0.5, 0.0, 0.2, 30.0), 6.0);
        assert_eq!(in_staffed_home(18.0, 0.95, 30.0), 28.5);
        assert_eq!(in_staffed_home(29.0, 0.95, 30.0), 29.0);
        assert_eq!(burden(0.0, 0.8, 1.0), 0.8);
        assert_eq!(burden(0.3, 0.8, 0.0), 0.3);
        assert_eq!(burden(0.25, 0.75, 0.5), 0.5);
        // Half of 0.004 a year: 0.002·(9·0.8 + 5·(0.3 − 0.8)) = 0.0094
        assert!((pressure(0.002, 9.0, 5.0, 0.8, 0.3) - 0.0094).abs() < 1e-15);
    }
}
