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
