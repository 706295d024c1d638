//! The refund scheme (toppfinansieringsordningen): the state refunds a share of a person's direct
//! wage costs above a threshold, once a person, on the sum of services. Scheme page of the
//! Directorate of Health; Oslo city government case 118/23.

use super::explain::explained;
use crate::math::Bounds;

/// The refund scheme of a model in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RefundTerms {
    /// Refund rate ρ.
    pub rate: f64,
    /// Threshold with the model's factor, NOK.
    pub threshold: f64,
    /// Lowest age with refund.
    pub min_age: f64,
    /// Highest age with refund.
    pub max_age: f64,
    /// Claim share τ.
    pub claim_share: f64,
    /// How much of the refund the municipality counts on when it decides (salience λ).
    pub salience: f64,
    /// Deduction for registered intellectual disability, NOK; 0 where the model has none.
    pub deduction: f64,
    /// Age from which the deduction applies.
    pub deduction_min_age: f64,
    /// Direct wage share of BPA and traditional services, ω.
    pub wage_share: f64,
    /// Direct wage share of other services, ωₒ.
    pub other_wage_share: f64,
}

/// Cost components of one person and year that enter the refund base, NOK.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    /// BPA.
    pub bpa: f64,
    /// Hour grant from the state, which is deducted from the BPA cost.
    pub hour_grant: f64,
    /// Traditional services.
    pub traditional: f64,
    /// Other services.
    pub other: f64,
}

/// Direct wage costs that count, less the deduction, NOK a year; may be negative.
///
/// base = ω·(bpa − hour grant) + ω·traditional + ωₒ·other − deduction
#[inline(always)]
pub fn base(costs: Costs, wage_share: f64, other_wage_share: f64, deduction: f64) -> f64 {
    wage_share * (costs.bpa - costs.hour_grant)
        + wage_share * costs.traditional
        + other_wage_share * costs.other
        - deduction
}

/// The deduction for registered intellectual disability that applies to a person, NOK a year.
/// `applies` is 1 where the model has the deduction, else 0; `intellectual` 1 or 0.
#[inline(always)]
pub fn deduction(amount: f64, applies: f64, intellectual: f64, age: f64, min_age: f64) -> f64 {
    if age >= min_age { amount * applies * intellectual } else { 0.0 }
}

/// Whether age gives a refund: 1 from `min_age` through the calendar year one turns `max_age`, else 0.
#[inline(always)]
pub fn eligible(age: f64, min_age: f64, max_age: f64) -> f64 {
    if (age >= min_age) & (age <= max_age) { 1.0 } else { 0.0 }
}

/// The refund, NOK a year: claim share × rate × what the base exceeds the threshold by, never negative.
#[inline(always)]
pub fn refund(base: f64, threshold: f64, rate: f64, claim_share: f64) -> f64 {
    claim_share * (rate * (base - threshold).at_least(0.0))
}

explained! {
    /// How [`deduction`] is explained; `deduction_of_the_year` is the statutory amount.
    DEDUCTION "deduction" "deducts·deduction_of_the_year·intellectual·[age ≥ refund.deduction_min_age]" by REFUND_SCHEME;

    /// How [`eligible`] is explained.
    ELIGIBLE "eligible" "[refund.min_age ≤ age ≤ refund.max_age]" by REFUND_SCHEME;

    /// How [`base`] is explained.
    BASE "refund_base" "wage_share·(bpa_cost − hour_grant + traditional_cost) + other_wage_share·other_cost − deduction" by REFUND_SCHEME;

    /// How [`refund`] is explained, with the gate of age.
    REFUND "refund" "eligible·refund.claim_share·refund.rate·max(0, refund_base − threshold)" by REFUND_SCHEME;

    /// How the part of the refund that is due to BPA is explained.
    DUE_TO_BPA "refund_bpa" "refund − eligible·refund.claim_share·refund.rate·\
         max(0, wage_share·traditional_cost + other_wage_share·other_cost − deduction − threshold)";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// V-C01, threshold 1 692 000 and 80 %.
    #[test]
    fn v_c01_refund_above_the_threshold_of_2025() {
        let cases = [
            (0.0, 0.0),
            (1_000_000.0, 0.0),
            (1_691_999.0, 0.0),
            (1_692_000.0, 0.0),
            (1_692_001.0, 0.80),
            (2_500_000.0, 646_400.0),
            (4_000_000.0, 1_846_400.0),
        ];
        for (cost, grant) in cases {
            assert_eq!(refund(cost, 1_692_000.0, 0.8, 1.0), grant, "{cost}");
        }
    }

    /// V-C02, rules of 2021.
    #[test]
    fn v_c02_deduction_for_intellectual_disability() {
        let d = deduction(744_000.0, 1.0, 1.0, 40.0, 16.0);
        let b = base(Costs { bpa: 2_600_000.0, ..Costs::default() }, 1.0, 1.0, d);
        assert_eq!(refund(b, 1_430_000.0, 0.8, 1.0), 340_800.0);
        assert_eq!(deduction(744_000.0, 1.0, 1.0, 15.0, 16.0), 0.0);
        assert_eq!(deduction(744_000.0, 0.0, 1.0, 40.0, 16.0), 0.0);
    }

    /// V-C03: through the calendar year one turns 67.
    #[test]
    fn v_c03_age_gate_at_67() {
        let paid = |age| eligible(age, 0.0, 67.0) * refund(2_500_000.0, 1_692_000.0, 0.8, 1.0);
        assert_eq!((paid(67.0), paid(68.0)), (646_400.0, 0.0));
        assert_eq!(eligible(90.0, 0.0, f64::INFINITY), 1.0);
    }

    /// V-C08: 2016 costs meet the threshold of the 2017 budget.
    #[test]
    fn v_c08_national_costs_of_2016() {
        let national = |threshold: f64| refund(20.6e9, 7_927.0 * threshold, 0.8, 1.0);
        assert!((national(1_157_000.0) / 9.0394e9 - 1.0).abs() < 0.02);
        assert!((national(1_081_000.0) / 9.0394e9 - 1.0).abs() > 0.05);
        assert!((national(1_157_000.0) - 9.1428e9).abs() < 1e6);
    }

    /// V-F09: the refund is convex in cost.
    #[test]
    fn v_f09_mean_refund_exceeds_the_refund_at_the_mean() {
        let t = 1_692_000.0;
        let mean = 0.5 * (refund(1_192_000.0, t, 0.8, 1.0) + refund(2_192_000.0, t, 0.8, 1.0));
        assert_eq!(mean, 200_000.0);
        assert_eq!(refund(1_692_000.0, t, 0.8, 1.0), 0.0);
    }
}
