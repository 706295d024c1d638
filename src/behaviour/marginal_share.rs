//! What the municipality pays of one more BPA hour (marginal share π), and of BPA in all (average
//! share π̄), judged at the person's baseline hours so that they never depend on the answer (model.md §3).

use crate::math::Bounds;
use crate::rules::WEEKS;
use crate::rules::explain::explained;
use crate::rules::hour_grant::{self, HourGrantTerms};
use crate::rules::refund::{self, Costs, RefundTerms};

/// The facts about a person that decide the shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Age in the year.
    pub age: f64,
    /// 1 if registered with an intellectual disability.
    pub intellectual: f64,
    /// Baseline hours a week, b·N.
    pub hours: f64,
    /// Cost of other services while BPA runs, NOK a year.
    pub other: f64,
    /// Price of a BPA hour, NOK.
    pub price: f64,
}

/// Marginal and average municipal share, each between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// π.
    pub marginal: f64,
    /// π̄.
    pub average: f64,
    /// Cost of BPA at the baseline hours, NOK a year.
    pub bpa: f64,
    /// Hour grant at the same hours.
    pub hour_grant: f64,
    /// Refund with BPA less the refund without.
    pub refund_due: f64,
    /// Refund of the same person without a decision.
    pub refund_without: f64,
    /// Refund base at the same hours.
    pub base: f64,
}

/// π and π̄ of a model for a person. `without_bpa` are the terms of a person without a decision: where a model's own hold
/// for persons with BPA alone, a decision moves the person from one set of terms to the other.
///
/// `π = (1 − s·1[h > h₀]) · (1 − λρω·1[base > threshold and eligible])`;
/// `π̄ = clamp((bpa − hour grant − (refund with − refund without BPA)) / bpa, 0, 1)`.
#[inline(always)]
pub fn shares(
    terms: &RefundTerms,
    without_bpa: &RefundTerms,
    grant: &HourGrantTerms,
    person: Person,
) -> Shares {
    let bpa = WEEKS * person.hours * person.price;
    let grant_hours = hour_grant::hours(person.hours, 1.0, grant.above_hours);
    let granted = hour_grant::amount(grant.rate, person.price, grant_hours);
    let costs = Costs { bpa, hour_grant: granted, traditional: 0.0, other: person.other };
    let (with, eligible, refund_with) = refunded(terms, person, costs);
    let (_, _, refund_without) =
        refunded(without_bpa, person, Costs { other: person.other, ..Costs::default() });
    let due_to_bpa = refund_with - refund_without;

    let counted = if with > terms.threshold { eligible } else { 0.0 };
    let paid = if person.hours > grant.above_hours { grant.rate } else { 0.0 };
    Shares {
        marginal: (1.0 - paid) * (1.0 - terms.salience * terms.rate * terms.wage_share * counted),
        average: if bpa > 0.0 {
            ((bpa - granted - due_to_bpa) / bpa).at_least(0.0).at_most(1.0)
        } else {
            1.0
        },
        bpa,
        hour_grant: granted,
        refund_due: due_to_bpa,
        refund_without,
        base: with,
    }
}

/// The base of a person's costs, whether age gives a refund, and the refund, under some terms.
#[inline(always)]
fn refunded(terms: &RefundTerms, person: Person, costs: Costs) -> (f64, f64, f64) {
    let deduction =
        refund::deduction(terms.deduction, 1.0, person.intellectual, person.age, terms.deduction_min_age);
    let base = refund::base(costs, terms.wage_share, terms.other_wage_share, deduction);
    let eligible = refund::eligible(person.age, terms.min_age, terms.max_age);
    (base, eligible, eligible * refund::refund(base, terms.threshold, terms.rate, terms.claim_share))
}

explained! {
    /// How the cost of BPA at the baseline hours is explained.
    BPA_TODAY "bpa_today" "52·baseline·need·price";

    /// How the hour grant at the baseline hours is explained.
    HOUR_GRANT_TODAY "hour_grant_today" "hour_grant.rate·52·price·max(0, baseline·need − hour_grant.above_hours)";

    /// How the refund base at the baseline hours is explained.
    BASE_TODAY "base_today" "wage_share·(bpa_today − hour_grant_today) + other_wage_share·other_services·wage − deduction";

    /// How π is explained.
    MARGINAL "marginal_share" "(1 − hour_grant.rate·[baseline·need > hour_grant.above_hours])·\
         (1 − refund.salience·refund.rate·wage_share·eligible·[base_today > threshold])";

    /// How the refund that is due to BPA at the baseline hours is explained.
    REFUND_TODAY "refund_today" "eligible·refund.claim_share·refund.rate·max(0, base_today − threshold) − \
         refund_without_bpa";

    /// How the refund of a person without a decision is explained, on the terms that hold then.
    REFUND_WITHOUT "refund_without_bpa" "eligible_without·claim_share_without·rate_without·\
         max(0, other_wage_share·other_services·wage − deduction_without − threshold_without)";

    /// How π̄ is explained.
    AVERAGE "average_share" "max(0, min(1, (bpa_today − hour_grant_today − refund_today) / bpa_today))";
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: RefundTerms = RefundTerms {
        rate: 0.8,
        threshold: 1_000_000.0,
        min_age: 0.0,
        max_age: 67.0,
        claim_share: 0.9,
        salience: 0.5,
        deduction: 0.0,
        deduction_min_age: 16.0,
        wage_share: 0.8,
        other_wage_share: 0.8,
    };
    const NO_GRANT: HourGrantTerms = HourGrantTerms { rate: 0.0, above_hours: 0.0 };
    const PERSON: Person = Person { age: 40.0, intellectual: 0.0, hours: 50.0, other: 0.0, price: 500.0 };

    #[test]
    fn hand_calculated_shares() {
        // bpa = 52·50·500 = 1 300 000; base = 1 040 000; refund = 0.9·0.8·40 000 = 28 800
        let s = shares(&TERMS, &TERMS, &NO_GRANT, PERSON);
        assert!((s.marginal - (1.0 - 0.5 * 0.8 * 0.8)).abs() < 1e-15);
        assert!((s.average - (1_300_000.0 - 28_800.0) / 1_300_000.0).abs() < 1e-15);
        let old = shares(&TERMS, &TERMS, &NO_GRANT, Person { age: 68.0, ..PERSON });
        assert_eq!((old.marginal, old.average), (1.0, 1.0));
    }

    /// Other services of 1.5 million: base 1.2 million without BPA, of which 200 000 above today's threshold; with BPA
    /// 2.24 million, and a threshold of 0.5 million on the model's terms: 0.9·(0.8·1.74 − 0.8·0.2) million are due.
    #[test]
    fn a_decision_moves_a_person_to_the_models_terms() {
        let own = RefundTerms { threshold: 500_000.0, ..TERMS };
        let person = Person { other: 1_500_000.0, ..PERSON };
        let due = |without| shares(&own, without, &NO_GRANT, person).refund_due;
        assert!((due(&TERMS) - 0.9 * 0.8 * (1_740_000.0 - 200_000.0)).abs() < 1e-6);
        assert!((due(&own) - 0.9 * 0.8 * 1_040_000.0).abs() < 1e-6);
    }

    #[test]
    fn full_state_financing_leaves_nothing() {
        let s = shares(&TERMS, &TERMS, &HourGrantTerms { rate: 1.0, ..NO_GRANT }, PERSON);
        assert_eq!((s.marginal, s.average), (0.0, 0.0));
        let none = RefundTerms { rate: 0.0, ..TERMS };
        let split = shares(&none, &none, &HourGrantTerms { rate: 1.0, above_hours: 20.0 }, PERSON);
        assert_eq!(split.marginal, 0.0);
        assert!((split.average - 0.4).abs() < 1e-15);
    }

    /// With all that can be in it: bpa = 1 300 000; hour grant = 0.3·52·500·30 = 234 000; base = 0.8·1 066 000 +
    /// 0.5·500 000 − 50 000 = 1 052 800, without BPA 200 000; refund = 0.9·0.8·(1 052 800 − 380 000) less nothing.
    #[test]
    fn hand_calculated_shares_with_grant_deduction_and_other_services() {
        let terms = RefundTerms { threshold: 380_000.0, deduction: 50_000.0, other_wage_share: 0.5, ..TERMS };
        let grant = HourGrantTerms { rate: 0.3, above_hours: 20.0 };
        let person = Person { intellectual: 1.0, other: 500_000.0, ..PERSON };
        let s = shares(&terms, &terms, &grant, person);
        let near = |found: f64, right: f64| assert!((found - right).abs() < 1e-9 * right, "{found} {right}");
        near(s.bpa, 1_300_000.0);
        near(s.hour_grant, 234_000.0);
        near(s.base, 1_052_800.0);
        near(s.refund_due, 484_416.0);
        near(s.average, (1_300_000.0 - 234_000.0 - 484_416.0) / 1_300_000.0);
        near(s.marginal, 0.7 * (1.0 - 0.5 * 0.8 * 0.8));
        // What would be refunded without BPA too is not due to it: 0.72·((1 052 800 − 150 000) − (200 000 − 150 000)).
        let above = RefundTerms { threshold: 150_000.0, ..terms };
        near(shares(&above, &above, &grant, person).refund_due, 614_016.0);
    }

    /// Nothing above the limit or the threshold, nothing paid of one more hour; and no BPA, no share of it.
    #[test]
    fn what_just_reaches_a_limit_is_not_above_it() {
        let above = RefundTerms { threshold: 1_040_000.0, ..TERMS };
        let s = shares(&above, &above, &NO_GRANT, PERSON);
        assert_eq!(s.marginal, 1.0);
        let grant = HourGrantTerms { rate: 1.0, above_hours: 50.0 };
        let nothing = RefundTerms { rate: 0.0, ..TERMS };
        assert_eq!(shares(&nothing, &nothing, &grant, PERSON).marginal, 1.0);
        assert_eq!(shares(&TERMS, &TERMS, &NO_GRANT, Person { hours: 0.0, ..PERSON }).average, 1.0);
    }
}
