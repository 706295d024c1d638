//! A year of persons whom no model gives BPA: more than half of all. What they get and what their relatives give are
//! the same functions of `rules` and `behaviour` as everybody's, less what only assistance brings about. Whoever is
//! awarded BPA in the year goes the whole way of [`step`].

use super::outputs::{AssessmentColumns, Outputs};
use super::person::{self, BlockYear};
use super::step;
use crate::behaviour::award;
use crate::math::Bounds;
use crate::population::{BLOCK, Column};
use crate::rules::rights;

/// `awarded` becomes 1 for the living whom the model awards BPA.
#[inline(always)]
pub fn decide(y: &BlockYear<'_>, assessed: &mut AssessmentColumns, awarded: &mut Column) {
    let c = y.constants();
    step::assess(y, &c, assessed);
    for i in 0..BLOCK {
        let now = if award::happens(y.shared.award[i], assessed.hazard[i]) { 1.0 } else { 0.0 };
        let now = now * rights::within(y.persons.age[i], y.in_year.kept_until);
        awarded[i] = awarded[i].at_least(y.persons.alive[i] * now);
    }
}

/// Traditional services and what falls on relatives.
#[inline(always)]
pub fn serve(y: &BlockYear<'_>, o: &mut Outputs) {
    let c = y.constants();
    for i in 0..BLOCK {
        let hours = person::traditional((y, i), &c).hours;
        o.traditional[i] = hours;
        [o.employed[i], o.education[i]] = person::participation((y, i), &c, hours * y.shared.per_need[i]);
    }
    for i in 0..BLOCK {
        let care = person::care_without_bpa((y, i), &c, o.traditional[i]);
        let x = person::consequences((y, i), &c, &care, 0.0);
        o.relatives_hours[i] = care.hours;
        o.unmet[i] = care.unmet;
        step::keep_consequences(o, i, &care, &x);
    }
    step::admit(y, &c, o);
}
