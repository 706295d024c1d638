//! Disability benefit and work: earnings up to a free amount leave the benefit untouched; above it
//! a share of each krone earned is taken from the benefit, never more than the benefit itself.

use super::explain::explained;
use crate::math::Bounds;

/// Benefit saved by one user in work, NOK a year. `free_amount` in units of the basic amount G.
pub fn saved(earnings: f64, benefit: f64, reduction: f64, free_amount: f64, basic_amount: f64) -> f64 {
    benefit.at_most(reduction * (earnings - free_amount * basic_amount).at_least(0.0))
}

explained! {
    /// The basic amount of the year.
    BASIC_AMOUNT "basic_amount" "";

    /// How [`saved`] is explained.
    SAVED "benefit_saved" "min(disability_benefit·wage, benefit_reduction·max(0, earnings − benefit_free_amount·basic_amount))" by RULE_BENEFIT_SAVED_REFERENCE;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v_d09_reduction_above_the_free_amount_only() {
        let g = 124_028.0;
        assert_eq!(saved(40_000.0, 350_000.0, 0.62, 0.4, g), 0.0);
        assert_eq!(saved(149_611.2, 350_000.0, 0.62, 0.4, g), 0.62 * (149_611.2 - 0.4 * g));
        assert_eq!(saved(5e6, 350_000.0, 0.62, 0.4, g), 350_000.0);
    }
}
