//! Where a decider's norms and admission drift (model.md §3): a national decider may widen or tighten both year by year.
//! What the zero alternative drifted before a model's start stays.

use crate::rules::explain::explained;

/// What has drifted since the base year: rate₀·years + (rate − rate₀)·n, where `own_years` is n, the years in which the
/// model's decider has decided.
pub fn drifted(rate_null: f64, rate: f64, years: f64, own_years: f64) -> f64 {
    rate_null * years + (rate - rate_null) * own_years
}

explained! {
    /// How a [`drifted`] norm is explained.
    NORM "norm_drifted" "norm_drift_null·years + (norm_drift − norm_drift_null)·own_years";

    /// How [`drifted`] admission is explained.
    ADMISSION "admission_drifted" "admission_drift_null·years + (admission_drift − admission_drift_null)·own_years";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drifted_before_the_start_stays() {
        assert!((drifted(0.001, 0.01, 9.0, 5.0) - (0.009 + 0.045)).abs() < 1e-15);
        assert_eq!(drifted(0.0, 0.0, 9.0, 5.0), 0.0);
    }
}
