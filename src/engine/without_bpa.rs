//! A year of persons whom no model gives BPA: more than half of all. What they get and what their relatives give are
//! the same functions of `rules` and `behaviour` as everybody's, less what only assistance brings about. Whoever is
//! awarded BPA in the year goes the whole way of [`step`].

use super::outputs::{Outputs, ShareColumns};
use super::person::{self, Constants};
use super::setup::{Draw, InYear};
use super::shared::Shared;
use super::step;
use super::sums::{ByUnit, quad};
use crate::behaviour::award;
use crate::math::Bounds;
use crate::population::{BLOCK, Column, Persons};

/// `awarded` becomes 1 for the living whom the model awards BPA.
#[inline(always)]
pub fn decide(
    p: &Persons,
    s: &Shared,
    d: &Draw,
    m: &InYear,
    null: &ShareColumns,
    own: &ShareColumns,
    is_null: bool,
    ease: &mut Column,
    awarded: &mut Column,
) {
    let c = Constants::new(d, m);
    step::eases(p, &c, null, own, is_null, ease);
    for i in 0..BLOCK {
        let hazard = person::assessment((p, i), &c, null, own, ease[i]).hazard;
        let now = if award::happens(s.award[i], hazard) { 1.0 } else { 0.0 };
        awarded[i] = awarded[i].at_least(p.alive[i] * now);
    }
}

/// Traditional services and what falls on relatives.
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
        let hours = person::traditional((p, i), &c, null, own).hours;
        o.traditional[i] = hours;
        [o.employed[i], o.education[i]] = person::participation(s, i, &c, hours * s.per_need[i]);
    }
    for i in 0..BLOCK {
        let care = person::care_without_bpa((p, i), &c, o.traditional[i]);
        let x = person::consequences((p, i), s, &c, &care, 0.0);
        o.rows[quad(ByUnit::Traditional)][i] = [o.traditional[i], care.hours, care.unmet, x.lost_work];
        o.rows[quad(ByUnit::SickLeave)][i] = [x.sick_leave, x.time, x.strain, x.allowance];
        o.relatives_hours[i] = care.hours;
        o.unmet[i] = care.unmet;
        o.relatives_out[i] = x.out;
        o.relatives_employed[i] = x.still_employed;
    }
    for i in 0..BLOCK {
        o.admissions[i] = person::admissions(s, i, &c, o.unmet[i]);
    }
}
