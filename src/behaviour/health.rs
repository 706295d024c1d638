//! Unplanned hospital admissions rise with the share of need that is unmet (model.md §4).

use crate::math::exp;
use crate::rules::explain::explained;

/// Expected unplanned admissions a year.
#[inline(always)]
pub fn admissions(rate: f64, response: f64, unmet_share: f64) -> f64 {
    rate * exp(response * unmet_share)
}

explained! {
    /// How [`admissions`] are explained.
    ADMISSIONS "admissions" "admission_rate·exp(admission_response·unmet_hours / need)";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn admissions_grow_by_the_exponential_of_the_unmet_share() {
        assert_eq!(admissions(0.2, 1.5, 0.0), 0.2);
        assert!((admissions(0.2, 1.5, 0.4) - 0.2 * libm::exp(0.6)).abs() < 1e-15);
    }
}
