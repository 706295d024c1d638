//! One year of one block of persons under one model: behaviour, delivery and relatives (model.md §§3–4),
//! column by column; costs and refund follow in `costs`. What is asked about each person stands in `person`; here is
//! in which order.

use super::in_year::InYear;
use super::outputs::{AssessmentColumns, Outputs, ShareColumns};
use super::person::{self, BlockYear};
use super::sums::put;
use super::year_constants::{Assessor, Constants};
use crate::behaviour::marginal_share::{Person, Shares, shares};
use crate::behaviour::{delivery, relatives};
use crate::population::{BLOCK, Column, Persons};
use crate::rules::MONTHS;

/// The municipality's shares under a model, at baseline hours.
#[inline(always)]
pub fn municipal_shares(p: &Persons, m: &InYear, out: &mut ShareColumns) {
    let (refund, without, grant, wage, price) = (m.refund, m.refund_without, m.hour_grant, m.wage, m.price);
    for i in 0..BLOCK {
        let Shares { marginal, average, .. } = shares(
            &refund,
            &without,
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

/// How one decider assesses the block's cases.
#[inline(always)]
fn assess_by(y: &BlockYear<'_>, assessor: &Assessor, own: &ShareColumns, a: &mut AssessmentColumns) {
    for i in 0..BLOCK {
        [a.squeeze[i], a.ease[i]] = person::ease((y, i), assessor, own);
    }
    for i in 0..BLOCK {
        let x = person::assessment((y, i), assessor, own, [a.squeeze[i], a.ease[i]]);
        a.coverage[i] = x.coverage;
        a.hazard[i] = x.hazard;
    }
}

/// How the block's cases are assessed: by the model's decider, or while cases move to it, by both for its share of them.
#[inline(always)]
pub fn assess(y: &BlockYear<'_>, c: &Constants, a: &mut AssessmentColumns) {
    let Some(over) = &y.taking_over else {
        return assess_by(y, &c.assessor, y.own, a);
    };
    let mut today = AssessmentColumns::new();
    assess_by(y, &Assessor::new(over.null), y.null, &mut today);
    assess_by(y, &Assessor::new(over.full), over.shares, a);
    let (moved, left) = (over.moved, 1.0 - over.moved);
    for i in 0..BLOCK {
        a.squeeze[i] = moved * a.squeeze[i] + left * today.squeeze[i];
        a.coverage[i] = moved * a.coverage[i] + left * today.coverage[i];
        a.hazard[i] = moved * a.hazard[i] + left * today.hazard[i];
    }
}

/// Coverage, award, exit: who has BPA this year and for how many hours. `bpa` is 1 for those who had
/// BPA when the year began, and is moved to this year's status.
#[inline(always)]
pub fn decide(y: &BlockYear<'_>, bpa: &mut Column, o: &mut Outputs) {
    let c = y.constants();
    assess(y, &c, &mut o.assessed);
    for i in 0..BLOCK {
        let x = person::decision((y, i), &c, bpa[i], o.assessed.coverage[i], o.assessed.hazard[i]);
        bpa[i] = x.has;
        o.recipient[i] = x.has;
        put!(o.rows, i, { Recipients: x.has, Awards: x.awarded, Exits: x.exited, Coverage: x.has * x.coverage });
        o.waiting[i] = x.awarded * x.wait * MONTHS;
        o.running[i] = x.has * (1.0 - x.awarded * x.wait);
        o.coverage[i] = x.coverage;
        o.granted[i] = x.granted;
    }
}

/// Delivery and what falls on relatives. Long chains of sums, each in a loop of its own: several persons' then go on
/// at once.
#[inline(always)]
pub fn serve(y: &BlockYear<'_>, o: &mut Outputs) {
    let c = y.constants();
    for i in 0..BLOCK {
        let x = person::service((y, i), &c, o.running[i], o.granted[i]);
        o.without_bpa[i] = x.traditional.hours;
        o.broken[i] = x.broken;
        o.delivered[i] = x.delivered;
        o.traditional[i] = x.year.without * x.traditional.hours;
        o.traditional_pool[i] = (1.0 - o.recipient[i]) * x.traditional.hours;
        o.leading[i] = x.leading;
        [o.employed[i], o.education[i]] = person::participation((y, i), &c, x.served_share);
    }
    for i in 0..BLOCK {
        let year = delivery::year(o.running[i], o.broken[i]);
        let x = person::care((y, i), &c, year, o.without_bpa[i], o.granted[i]);
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
            unmet: o.unmet[i],
            each: o.each[i],
            lost: o.lost[i],
            hazard: o.hazard[i],
            sick: o.sick[i],
            strain: o.strain[i],
            ..Default::default()
        };
        let x = person::consequences((y, i), &c, &care, o.leading[i]);
        keep_consequences(o, i, &care, &x);
    }
    admit(y, &c, o);
    for i in 0..BLOCK {
        o.moves[i] = o.recipient[i] * y.shared.moves[i];
        o.deaths[i] = o.recipient[i] * y.shared.leaves[i] - o.moves[i];
    }
}

/// Keeps what falls on the relatives of the person in lane `i`.
#[inline(always)]
pub fn keep_consequences(o: &mut Outputs, i: usize, care: &relatives::Care, x: &person::Consequences) {
    let traditional = o.traditional[i];
    put!(o.rows, i, {
        Traditional: traditional,
        RelativesHours: care.hours,
        Unmet: care.unmet,
        LostWork: x.lost_work,
    });
    put!(o.rows, i, { SickLeave: x.sick_leave, Time: x.time, Strain: x.strain, Allowances: x.allowance });
    o.relatives_out[i] = x.out;
    o.relatives_employed[i] = x.still_employed;
}

/// Expected admissions of everybody with the unmet need of the year.
#[inline(always)]
pub fn admit(y: &BlockYear<'_>, c: &Constants, o: &mut Outputs) {
    for i in 0..BLOCK {
        o.admissions[i] = person::admissions((y, i), c, o.unmet[i]);
    }
}
