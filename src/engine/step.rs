//! One year of one block of persons under one model: behaviour, delivery, relatives, costs and
//! refund (model.md §§3–5), column by column. Every formula is a function of `rules` or
//! `behaviour`; this file only says in which order they are asked.

use super::setup::{Draw, InYear};
use super::shared::Shared;
use super::sums::KIND;
use crate::behaviour::marginal_share::{Person, Shares, shares};
use crate::behaviour::{
    award, coverage, delivery, health, participation, relatives, traditional, transition,
};
use crate::population::attributes::HOUR_CLASSES;
use crate::population::{BLOCK, Column, Persons};
use crate::rules::refund::Costs;
use crate::rules::{MONTHS, hour_grant, refund, rights};

/// Marginal and average share by person.
#[derive(Clone, Debug)]
pub struct ShareColumns {
    /// π.
    pub marginal: Column,
    /// π̄.
    pub average: Column,
}

/// Results of a step, a column each; see [`super::sums`] for their meaning.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Outputs {
    pub recipient: Column,
    pub awarded: Column,
    pub exited: Column,
    pub coverage: Column,
    pub granted: Column,
    pub running: Column,
    pub waiting: Column,
    pub delivered: Column,
    pub traditional: Column,
    pub traditional_pool: Column,
    pub relatives_hours: Column,
    pub unmet: Column,
    pub lost_work: Column,
    pub sick_leave: Column,
    pub time: Column,
    pub leading: Column,
    pub strain: Column,
    pub relatives_out: Column,
    pub relatives_employed: Column,
    pub allowance: Column,
    pub other: Column,
    pub grant_hours: Column,
    pub refund: Column,
    pub refund_bpa: Column,
    pub employed: Column,
    pub education: Column,
    pub admissions: Column,
}

impl Outputs {
    /// All zero.
    pub fn new() -> Outputs {
        const Z: Column = [0.0; BLOCK];
        Outputs {
            recipient: Z,
            awarded: Z,
            exited: Z,
            coverage: Z,
            granted: Z,
            running: Z,
            waiting: Z,
            delivered: Z,
            traditional: Z,
            traditional_pool: Z,
            relatives_hours: Z,
            unmet: Z,
            lost_work: Z,
            sick_leave: Z,
            time: Z,
            leading: Z,
            strain: Z,
            relatives_out: Z,
            relatives_employed: Z,
            allowance: Z,
            other: Z,
            grant_hours: Z,
            refund: Z,
            refund_bpa: Z,
            employed: Z,
            education: Z,
            admissions: Z,
        }
    }
}

impl Default for Outputs {
    fn default() -> Self {
        Outputs::new()
    }
}

/// The municipality's shares under a model, at baseline hours.
#[inline(always)]
pub fn municipal_shares(p: &Persons, m: &InYear) -> ShareColumns {
    let mut out = ShareColumns { marginal: [0.0; BLOCK], average: [0.0; BLOCK] };
    for i in 0..BLOCK {
        let Shares { marginal, average, .. } = shares(
            &m.terms,
            Person {
                age: p.age[i],
                intellectual: p.intellectual[i],
                hours: p.baseline[i] * p.need[i],
                other: p.other[i] * m.wage,
                price: m.price * p.zone_price[i],
            },
        );
        out.marginal[i] = marginal;
        out.average[i] = average;
    }
    out
}

/// Coverage, award, exit: who has BPA this year and for how many hours. `bpa` is 1 for those who had
/// BPA when the year began, and is moved to this year's status. `later` is 1 after the base year.
#[inline(always)]
pub fn decide(
    p: &Persons,
    s: &Shared,
    d: &Draw,
    m: &InYear,
    null: &ShareColumns,
    own: &ShareColumns,
    bpa: &mut Column,
    is_null: bool,
    later: f64,
    o: &mut Outputs,
) {
    let n = &m.force.n;
    for i in 0..BLOCK {
        let assessed =
            coverage::granted(&m.practice, p.generosity[i], p.case[i], null.marginal[i], own.marginal[i]);
        let right = rights::factor(&m.rights, assessed * p.need[i], p.age[i], p.excluded[i]);
        // Under the zero alternative shares don't differ from themselves: the ease never changes.
        let ease = match is_null {
            true => p.ease[i],
            false => award::ease(&m.admission, p.generosity[i], null.average[i], own.average[i]),
        };
        let hazard = award::hazard(&m.admission, right, ease);
        let had = bpa[i];
        let awarded = if s.award[i] < hazard { (1.0 - had) * later } else { 0.0 };
        let exited = if s.exit[i] < d.theta.exit_rate { had } else { 0.0 };
        let has = had + awarded - exited;
        let months = if p.rapid[i] > 0.5 { n.fast_track_months } else { n.processing_months };
        let wait = award::waiting_share(months, s.wait[i]);
        let c =
            transition::reviewed(assessed, s.reviewed[i] * m.reviews, d.theta.transition_cut, m.practice.min);
        bpa[i] = has;
        o.recipient[i] = has;
        o.awarded[i] = awarded;
        o.exited[i] = exited;
        o.waiting[i] = awarded * wait * MONTHS;
        o.running[i] = has * (1.0 - awarded * wait);
        o.coverage[i] = c;
        o.granted[i] = coverage::hours(c, p.need[i], p.need_before[i], months);
    }
}

/// Delivery and what falls on relatives.
#[inline(always)]
pub fn serve(
    p: &Persons,
    s: &Shared,
    d: &Draw,
    m: &InYear,
    null: &ShareColumns,
    own: &ShareColumns,
    o: &mut Outputs,
) {
    let t = &d.theta;
    for i in 0..BLOCK {
        let burden = traditional::burden(own.average[i], null.average[i], m.offset_share);
        let traditional_hours = traditional::hours(
            t.traditional_coverage,
            p.generosity[i],
            m.traditional_squeeze,
            burden,
            t.coverage_min,
            p.need[i],
        );
        let broken = if s.break_u[i] < m.break_probability { s.break_length[i] } else { 0.0 };
        let year = delivery::year(o.running[i], broken);
        let k = p.relatives[i];
        let care =
            relatives::year(&d.relatives, k, year, p.need[i], traditional_hours, o.granted[i], m.vacancy);
        let delivered = delivery::delivered(year, o.granted[i], m.vacancy);

        let employed = s.employed[i];
        let exits = if p.exit_u[i] < care.hazard { employed } else { 0.0 };
        let stays = employed - exits;
        let lost = exits * t.full_time_hours + stays * care.lost;
        let leading = s.leads[i] * t.work_leader_hours * o.running[i];
        let much = if (care.each >= t.allowance_min_hours) & (p.allowance_u[i] < t.allowance_share) {
            1.0
        } else {
            0.0
        };

        o.delivered[i] = delivered;
        o.traditional[i] = year.without * traditional_hours;
        o.traditional_pool[i] = (1.0 - o.recipient[i]) * traditional_hours;
        o.relatives_hours[i] = care.hours;
        o.unmet[i] = care.unmet;
        o.lost_work[i] = k * lost;
        o.sick_leave[i] = k * stays * care.sick * (t.full_time_hours - care.lost);
        o.leading[i] = leading;
        o.time[i] = relatives::time(care.hours, k * lost) + leading;
        o.strain[i] = k * care.strain;
        o.relatives_out[i] = k * exits;
        o.relatives_employed[i] = k * stays;
        o.allowance[i] = if k > 0.0 { much } else { 0.0 };
        let served = delivered + o.traditional[i];
        let served_share = served * s.per_need[i];
        o.employed[i] = participation::takes_part(
            s.work[i],
            s.work_base[i],
            t.work_response,
            served_share,
            t.served_reference,
        );
        o.education[i] = participation::takes_part(
            s.education[i],
            d.education_logit,
            t.education_response,
            served_share,
            t.served_reference,
        );
        o.admissions[i] =
            health::admissions(t.admission_rate, t.admission_response, care.unmet * s.per_need[i]);
    }
}

/// Costs, hour grant and refund, NOK.
#[inline(always)]
pub fn pay(p: &Persons, d: &Draw, m: &InYear, o: &mut Outputs) {
    let t = &d.theta;
    for i in 0..BLOCK {
        let zone = p.zone_price[i];
        let costs = person_costs(
            t.other_services_relief,
            m,
            zone,
            o.delivered[i],
            o.running[i],
            o.traditional[i],
            p.other[i],
        );
        let deduction =
            refund::deduction(m.terms.deduction, 1.0, p.intellectual[i], p.age[i], m.terms.deduction_min_age);
        let eligible = refund::eligible(p.age[i], m.terms.min_age, m.terms.max_age);
        let paid = refunds(m, costs.costs, deduction, eligible);
        o.other[i] = costs.costs.other;
        o.grant_hours[i] = costs.grant_hours;
        o.refund[i] = paid.refund;
        o.refund_bpa[i] = paid.bpa;
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

/// Costs of a person's year (model.md §5). `other` is the cost of other services while BPA runs, in
/// base-year kroner; who is without BPA needs `relief` more of them.
#[inline(always)]
pub fn person_costs(
    relief: f64,
    m: &InYear,
    zone_price: f64,
    delivered: f64,
    running: f64,
    traditional: f64,
    other: f64,
) -> PersonCosts {
    let price = m.price * zone_price;
    let grant_hours = hour_grant::hours(delivered, running, m.terms.above_hours);
    PersonCosts {
        costs: Costs {
            bpa: crate::rules::WEEKS * delivered * price,
            hour_grant: hour_grant::amount(m.terms.grant_rate, price, grant_hours),
            traditional: crate::rules::WEEKS * traditional * (m.traditional_price * zone_price),
            other: other * m.wage * (1.0 + relief * (1.0 - running)),
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
pub fn refunds(m: &InYear, costs: Costs, deduction: f64, eligible: f64) -> Refunds {
    let terms = &m.terms;
    let pay = |costs: Costs| {
        let base = refund::base(costs, terms.wage_share, terms.other_wage_share, deduction);
        (base, eligible * refund::refund(base, terms.threshold, terms.rate, terms.claim_share))
    };
    let (base, all) = pay(costs);
    let (_, without) = pay(Costs { bpa: 0.0, hour_grant: 0.0, ..costs });
    Refunds { base, refund: all, bpa: all - without }
}

/// The published class of granted hours a week, as a [`KIND`] to be counted.
#[inline(always)]
pub fn hours_class(hours: f64) -> f64 {
    (1..6).fold(KIND[0], |kind, class| if hours >= HOUR_CLASSES[class] { KIND[class] } else { kind })
}
