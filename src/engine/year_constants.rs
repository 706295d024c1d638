//! What a model's year holds for every person alike (model.md §§3–4), and how cases are assessed in it.

use super::in_year::InYear;
use super::setup::Draw;
use crate::behaviour::arenas::{ARENAS, Help};
use crate::behaviour::award::Admission;
use crate::behaviour::coverage::Practice;
use crate::behaviour::relatives::Response;
use crate::rules::rights::Rights;

/// What a model's year holds for everybody, as a copy of its own: columns are written while it is read, and
/// only of a copy does the compiler know that writing doesn't change it.
#[derive(Clone, Copy, Debug)]
pub struct Constants {
    /// How cases are assessed.
    pub assessor: Assessor,
    pub(super) response: Response,
    pub(super) help: Help,
    pub(super) open: [f64; ARENAS],
    pub(super) fast_track_months: f64,
    pub(super) processing_months: f64,
    pub(super) reviews: f64,
    pub(super) vacancy: f64,
    pub(super) break_probability: f64,
    pub(super) traditional_squeeze: f64,
    pub(super) years: f64,
    pub(super) own_years: f64,
    pub(super) offset_share: f64,
    pub(super) staffed_home_coverage: f64,
    pub(super) education_logit: f64,
    pub(super) exit_rate: f64,
    pub(super) kept_until: f64,
    pub(super) transition_cut: f64,
    pub(super) traditional_coverage: f64,
    pub(super) coverage_min: f64,
    pub(super) full_time_hours: f64,
    pub(super) work_leader_hours: f64,
    pub(super) allowance_min_hours: f64,
    pub(super) allowance_share: f64,
    pub(super) work_response: f64,
    pub(super) education_response: f64,
    pub(super) served_reference: f64,
    pub(super) admission_rate: f64,
    pub(super) admission_response: f64,
}

/// How one decider assesses cases in a year.
#[derive(Clone, Copy, Debug)]
pub struct Assessor {
    pub(super) practice: Practice,
    pub(super) rights: Rights,
    pub(super) admission: Admission,
}

impl Assessor {
    /// Of a model in a year.
    #[inline(always)]
    pub fn new(m: &InYear) -> Assessor {
        Assessor { practice: m.practice, rights: m.rights, admission: m.admission }
    }
}

impl Constants {
    /// Of a draw's model in a year.
    #[inline(always)]
    pub(super) fn new(d: &Draw, m: &InYear) -> Constants {
        let t = &d.theta;
        Constants {
            assessor: Assessor::new(m),
            response: d.relatives,
            help: d.arena_help,
            open: m.arenas,
            fast_track_months: m.force.levers.fast_track_months,
            processing_months: m.force.levers.processing_months,
            reviews: m.reviews,
            vacancy: m.vacancy,
            break_probability: m.break_probability,
            traditional_squeeze: m.traditional_squeeze,
            years: m.practice.squeeze.years,
            own_years: m.practice.squeeze.own_years,
            offset_share: m.offset_share,
            staffed_home_coverage: t.staffed_home_coverage,
            education_logit: d.education_logit,
            exit_rate: t.exit_rate,
            kept_until: m.kept_until,
            transition_cut: t.transition_cut,
            traditional_coverage: t.traditional_coverage,
            coverage_min: t.coverage_min,
            full_time_hours: t.full_time_hours,
            work_leader_hours: t.work_leader_hours,
            allowance_min_hours: t.allowance_min_hours,
            allowance_share: t.allowance_share,
            work_response: t.work_response,
            education_response: t.education_response,
            served_reference: t.served_reference,
            admission_rate: t.admission_rate,
            admission_response: t.admission_response,
        }
    }
}
