//! What a person's year costs, and what the state refunds (model.md §5): for a block of persons column by
//! column, and for one person.

use super::in_year::InYear;
use super::outputs::Outputs;
use super::person::{self, BlockYear};
use super::sums::put;
use crate::population::BLOCK;
use crate::rules::hour_grant::{self, HourGrantTerms};
use crate::rules::refund::{self, Costs, RefundTerms};
use crate::rules::services;

/// Costs, hour grant and refund, NOK; without `BPA` for persons whom no model gives it, who cause no costs of it.
#[inline(always)]
pub fn pay<const BPA: bool>(y: &BlockYear<'_>, o: &mut Outputs) {
    let p = y.persons;
    let prices = Prices::new(y.draw.theta.other_services_relief, y.in_year);
    let (terms, without) = (y.in_year.refund, y.in_year.refund_without);
    if BPA {
        take_over(y, o);
    }
    for i in 0..BLOCK {
        let (delivered, running) = if BPA { (o.delivered[i], o.running[i]) } else { (0.0, 0.0) };
        let service = Services {
            delivered,
            arenas: if BPA { o.arena_hours[i] } else { 0.0 },
            running,
            traditional: o.traditional[i],
            staffed: y.shared.staffed[i],
            other: p.other[i],
        };
        let PersonCosts { costs, grant_hours } = person_costs(&prices, p.zone_price[i], service);
        let (refund, pool, squeezed) = if BPA {
            let with = o.recipient[i];
            let own = terms_of(&terms, &without, with);
            let (deduction, eligible) = conditions(&own, p.intellectual[i], p.age[i]);
            let paid = refunds(&own, costs, deduction, eligible);
            put!(o.rows, i, {
                Delivered: delivered,
                Deaths: o.deaths[i],
                GrantHours: grant_hours,
                RefundBpa: paid.bpa,
            });
            (paid.refund, (1.0 - with) * paid.refund, with * o.assessed.squeeze[i])
        } else {
            let (deduction, eligible) = conditions(&without, p.intellectual[i], p.age[i]);
            let costs = Costs { bpa: 0.0, hour_grant: 0.0, ..costs };
            let (_, refund) = refund_of(&without, costs, deduction, eligible);
            (refund, refund, 0.0)
        };
        put!(o.rows, i, {
            Admissions: o.admissions[i],
            Employed: o.employed[i],
            Other: costs.other,
            Refund: refund,
        });
        let staffed = service.staffed;
        put!(o.rows, i, {
            StaffedHours: staffed * service.traditional,
            StaffedYears: staffed * (1.0 - running),
            RefundPool: pool,
            Squeeze: squeezed,
        });
        o.refunded[i] = if refund > 0.0 { 1.0 } else { 0.0 };
    }
}

/// What BPA takes over of help in arenas.
#[inline(always)]
fn take_over(y: &BlockYear<'_>, o: &mut Outputs) {
    let c = y.constants();
    for i in 0..BLOCK {
        let own = person::arenas_taken_over((y, i), &c, o.employed[i]);
        let running = o.running[i];
        o.arena_hours[i] = running * own.hours;
        put!(o.rows, i, {
            ArenaHours: o.arena_hours[i],
            ArenaMunicipal: running * own.municipal,
            ArenaState: running * own.state,
            Moves: o.moves[i],
        });
    }
}

/// The terms of refund of a person: `with` is 1 where there is a decision about BPA in the year, else 0.
#[inline(always)]
fn terms_of(own: &RefundTerms, without: &RefundTerms, with: f64) -> RefundTerms {
    let of = |own: f64, without: f64| if with > 0.5 { own } else { without };
    RefundTerms {
        rate: of(own.rate, without.rate),
        threshold: of(own.threshold, without.threshold),
        min_age: of(own.min_age, without.min_age),
        max_age: of(own.max_age, without.max_age),
        claim_share: of(own.claim_share, without.claim_share),
        deduction: of(own.deduction, without.deduction),
        ..*own
    }
}

/// The deduction that applies to a person, NOK a year, and whether age gives a refund.
#[inline(always)]
pub fn conditions(terms: &RefundTerms, intellectual: f64, age: f64) -> (f64, f64) {
    let deduction = refund::deduction(terms.deduction, 1.0, intellectual, age, terms.deduction_min_age);
    (deduction, refund::eligible(age, terms.min_age, terms.max_age))
}

/// What a model's year holds of prices and terms for everybody, as a copy of its own
/// (see [`super::year_constants::Constants`]).
#[derive(Clone, Copy, Debug)]
pub struct Prices {
    hour_grant: HourGrantTerms,
    relief: f64,
    price: f64,
    traditional_price: f64,
    staffed_home: f64,
    wage: f64,
}

impl Prices {
    /// Of a model's year; who is without BPA needs `relief` more of other services.
    #[inline(always)]
    pub fn new(relief: f64, m: &InYear) -> Prices {
        let InYear { hour_grant, price, traditional_price, staffed_home, wage, .. } = *m;
        Prices { hour_grant, relief, price, traditional_price, staffed_home, wage }
    }
}

/// A person's yearly costs, NOK, and the hours the grant counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonCosts {
    /// Costs that enter the refund base.
    pub costs: Costs,
    /// Hours a week that the hour grant counts.
    pub grant_hours: f64,
}

/// What a person gets in a year, hours a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Services {
    /// Delivered BPA.
    pub delivered: f64,
    /// Help in arenas that BPA takes over, on the year's average.
    pub arenas: f64,
    /// Share of the year in which BPA runs.
    pub running: f64,
    /// Traditional services.
    pub traditional: f64,
    /// 1 for somebody who is in a staffed home while without BPA.
    pub staffed: f64,
    /// Cost of other services while BPA runs, base-year kroner.
    pub other: f64,
}

/// Costs of a person's year (model.md §5).
#[inline(always)]
pub fn person_costs(prices: &Prices, zone_price: f64, service: Services) -> PersonCosts {
    let Services { delivered, arenas, running, traditional, staffed, other } = service;
    let Prices { hour_grant: grant, relief, price, traditional_price, staffed_home, wage } = *prices;
    let price = price * zone_price;
    let bpa = delivered + arenas;
    let grant_hours = hour_grant::hours(bpa, running, grant.above_hours);
    let at_home = services::year(traditional, traditional_price * zone_price);
    let in_home = services::staffed_home(staffed_home * zone_price, running);
    PersonCosts {
        costs: Costs {
            bpa: services::year(bpa, price),
            hour_grant: hour_grant::amount(grant.rate, price, grant_hours),
            traditional: if staffed > 0.5 { in_home } else { at_home },
            other: services::other(other, wage, relief, running),
        },
        grant_hours,
    }
}

/// A person's refund and what of it is due to BPA, with the base, NOK.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refunds {
    /// Base, also where age stops the refund.
    pub base: f64,
    /// Refund.
    pub refund: f64,
    /// Refund less what it would be without BPA and hour grant.
    pub bpa: f64,
}

/// The refund on the person's sum of services.
#[inline(always)]
pub fn refunds(terms: &RefundTerms, costs: Costs, deduction: f64, eligible: f64) -> Refunds {
    let (base, all) = refund_of(terms, costs, deduction, eligible);
    let (_, without) = refund_of(terms, Costs { bpa: 0.0, hour_grant: 0.0, ..costs }, deduction, eligible);
    Refunds { base, refund: all, bpa: all - without }
}

/// The base of some costs and the refund on them, NOK.
#[inline(always)]
fn refund_of(terms: &RefundTerms, costs: Costs, deduction: f64, eligible: f64) -> (f64, f64) {
    let base = refund::base(costs, terms.wage_share, terms.other_wage_share, deduction);
    (base, eligible * refund::refund(base, terms.threshold, terms.rate, terms.claim_share))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A model's own terms hold for who has a decision about BPA, and the others', which differ in all that they say, for who has
    /// none; what is refunded of a krone of wages is the law's in both.
    #[test]
    fn terms_are_those_of_a_decision_or_of_none() {
        let terms = |x: f64| RefundTerms {
            rate: x,
            threshold: 2.0 * x,
            min_age: 3.0 * x,
            max_age: 4.0 * x,
            claim_share: 5.0 * x,
            salience: 6.0 * x,
            deduction: 7.0 * x,
            deduction_min_age: 8.0 * x,
            wage_share: 9.0 * x,
            other_wage_share: 10.0 * x,
        };
        let (own, without) = (terms(1.0), terms(0.5));
        assert_eq!(terms_of(&own, &without, 1.0), own);
        let RefundTerms { salience, deduction_min_age, wage_share, other_wage_share, .. } = own;
        let expected = RefundTerms { salience, deduction_min_age, wage_share, other_wage_share, ..without };
        assert_eq!(terms_of(&own, &without, 0.0), expected);
    }
}
