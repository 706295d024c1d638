//! One year of one block of persons under one model: behaviour, delivery and relatives (model.md §§3–4),
//! column by column; costs and refund follow in `costs`. What is asked about each person stands in `person`; here is
//! in which order.

use super::outputs::{Outputs, ShareColumns};
use super::person::{self, Constants};
use super::setup::{Draw, InYear};
use super::shared::Shared;
use super::sums::{ByUnit, quad};
use crate::behaviour::marginal_share::{Person, Shares, shares};
use crate::behaviour::{delivery, relatives};
use crate::population::{BLOCK, Column, Persons};
use crate::rules::MONTHS;

/// The municipality's shares under a model, at baseline hours.
#[inline(always)]
pub fn municipal_shares(p: &Persons, m: &InYear, out: &mut ShareColumns) {
    let (refund, grant, wage, price) = (m.refund, m.hour_grant, m.wage, m.price);
    for i in 0..BLOCK {
        let Shares { marginal, average, .. } = shares(
            &refund,
            &grant,
            Person {
                age: p.age[i],
                intellectual: p.intellectual[i],
                hours: p.baseline[i] * p.need[i],
                other: p.other[i] * wage,
                price: price * p.zone_price[i],
            },
        );
        out.marginal[i] = marginal;
        out.average[i] = average;
    }
}

/// How easily each person is awarded BPA.
#[inline(always)]
pub fn eases(
    p: &Persons,
    c: &Constants,
    null: &ShareColumns,
    own: &ShareColumns,
    is_null: bool,
    ease: &mut Column,
) {
    if is_null {
        *ease = p.ease;
        return;
    }
    for i in 0..BLOCK {
        ease[i] = person::ease((p, i), c, null, own);
    }
}

/// Coverage, award, exit: who has BPA this year and for how many hours. `bpa` is 1 for those who had
/// BPA when the year began, and is moved to this year's status.
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
    let c = Constants::new(d, m);
    eases(p, &c, null, own, is_null, &mut o.ease);
    for i in 0..BLOCK {
        let x = person::decision((p, i), s, &c, null, own, bpa[i], o.ease[i], later);
        bpa[i] = x.has;
        o.recipient[i] = x.has;
        o.rows[quad(ByUnit::Recipients)][i] = [x.has, x.awarded, x.exited, x.has * x.coverage];
        o.waiting[i] = x.awarded * x.wait * MONTHS;
        o.running[i] = x.has * (1.0 - x.awarded * x.wait);
        o.coverage[i] = x.coverage;
        o.granted[i] = x.granted;
    }
}

/// Delivery and what falls on relatives. Long chains of sums, each in a loop of its own: several persons' then go on
/// at once.
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
    let c = Constants::new(d, m);
    for i in 0..BLOCK {
        let x = person::service((p, i), s, &c, null, own, o.running[i], o.granted[i]);
        o.without_bpa[i] = x.traditional;
        o.broken[i] = x.broken;
        o.delivered[i] = x.delivered;
        o.traditional[i] = x.year.without * x.traditional;
        o.traditional_pool[i] = (1.0 - o.recipient[i]) * x.traditional;
        o.leading[i] = x.leading;
        [o.employed[i], o.education[i]] = person::participation(s, i, &c, x.served_share);
    }
    for i in 0..BLOCK {
        let year = delivery::year(o.running[i], o.broken[i]);
        let x = person::care((p, i), &c, year, o.without_bpa[i], o.granted[i]);
        o.relatives_hours[i] = x.hours;
        o.unmet[i] = x.unmet;
        o.each[i] = x.each;
        o.lost[i] = x.lost;
        o.hazard[i] = x.hazard;
        o.sick[i] = x.sick;
        o.strain[i] = x.strain;
    }
    for i in 0..BLOCK {
        let care = relatives::Care {
            hours: o.relatives_hours[i],
            each: o.each[i],
            lost: o.lost[i],
            hazard: o.hazard[i],
            sick: o.sick[i],
            strain: o.strain[i],
            ..Default::default()
        };
        let x = person::consequences((p, i), s, &c, &care, o.leading[i]);
        let traditional = o.traditional[i];
        o.rows[quad(ByUnit::Traditional)][i] = [traditional, care.hours, o.unmet[i], x.lost_work];
        o.rows[quad(ByUnit::SickLeave)][i] = [x.sick_leave, x.time, x.strain, x.allowance];
        o.relatives_out[i] = x.out;
        o.relatives_employed[i] = x.still_employed;
    }
    for i in 0..BLOCK {
        o.admissions[i] = person::admissions(s, i, &c, o.unmet[i]);
        o.deaths[i] = o.recipient[i] * s.dies[i];
    }
}
