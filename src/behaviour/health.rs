//! Unplanned hospital admissions rise with the share of need that is unmet (model.md §4).

use crate::math::exp;

/// Expected unplanned admissions a year.
#[inline(always)]
pub fn admissions(rate: f64, response: f64, unmet_share: f64) -> f64 {
    rate * exp(response * unmet_share)
}
