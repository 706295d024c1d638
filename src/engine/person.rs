//! One person's year under one model: behaviour, delivery and relatives (model.md §§3–4), for the person in a lane of
//! a block. Every formula is a function of `rules` or `behaviour`; here they only meet the columns. Asked by the kernel
//! (`step`, `pool`) and by `trace`.

use super::in_year::InYear;
use super::outputs::ShareColumns;
use super::setup::Draw;
use super::shared::Shared;
use super::summation::KIND;
use super::year_constants::{Assessor, Constants};
use crate::behaviour::arenas::{self, TakenOver};
use crate::behaviour::relatives::Helpers;
use crate::behaviour::{
    award, coverage, delivery, health, participation, relatives, squeeze, traditional, transition,
};
use crate::math::of_class;
use crate::population::Persons;
use crate::population::attributes::HOUR_CLASSES;
use crate::rules::rights;

/// Cases that move from the zero alternative's decider to the model's own in the year.
#[derive(Clone, Copy)]
pub struct TakingOver<'a> {
    /// The zero alternative in the year.
    pub null: &'a InYear,
    /// The model in full effect.
    pub full: &'a InYear,
    /// Shares under it.
    pub shares: &'a ShareColumns,
    /// Share of the cases that have moved.
    pub moved: f64,
}

/// A block of persons in a year under one model: what the kernel's functions work from.
#[derive(Clone, Copy)]
pub struct BlockYear<'a> {
    /// The persons.
    pub persons: &'a Persons,
    /// What they have in common under all models.
    pub shared: &'a Shared,
    /// The draw.
    pub draw: &'a Draw,
    /// The model in the year.
    pub in_year: &'a InYear,
    /// Shares under the zero alternative.
    pub null: &'a ShareColumns,
    /// Shares under the model.
    pub own: &'a ShareColumns,
    /// Cases on their way to another decider.
    pub taking_over: Option<TakingOver<'a>>,
    /// 1 after the base year, in which nobody is awarded BPA.
    pub later: f64,
}

impl BlockYear<'_> {
    /// What the year holds for everybody.
    #[inline(always)]
    pub fn constants(&self) -> Constants {
        Constants::new(self.draw, self.in_year)
    }
}

/// A person: a lane of a block in a year.
pub type Lane<'a> = (&'a BlockYear<'a>, usize);

/// What is decided for a person in a year.
#[derive(Clone, Copy, Debug)]
pub struct AwardDecision {
    /// 1 if awarded this year.
    pub awarded: f64,
    /// 1 if leaving of own will.
    pub exited: f64,
    /// 1 if with BPA this year.
    pub has: f64,
    /// Months a case takes.
    pub months: f64,
    /// Share of the year waited, if awarded.
    pub wait: f64,
    /// Coverage after a review.
    pub coverage: f64,
    /// g, hours a week.
    pub granted: f64,
}

/// What budgets have taken, and how easily the person in lane `i` is awarded BPA; `own` are the shares under the model.
#[inline(always)]
pub fn ease((y, i): Lane<'_>, a: &Assessor, own: &ShareColumns) -> [f64; 2] {
    let BlockYear { persons: p, null, .. } = *y;
    let squeezed = squeeze::accumulated(&a.practice.squeeze, null.marginal[i], own.marginal[i]);
    let ease = award::ease(&a.admission, p.generosity[i], null.average[i], own.average[i], squeezed);
    [squeezed, ease]
}

/// How a case is assessed, whoever asks.
#[derive(Clone, Copy, Debug)]
pub struct Assessment {
    /// Coverage as assessed, before any review.
    pub coverage: f64,
    /// f_rights.
    pub right: f64,
    /// Hazard of an award.
    pub hazard: f64,
}

/// The assessment of the person in lane `i`, from what [`ease`] says.
#[inline(always)]
pub fn assessment(
    (y, i): Lane<'_>,
    a: &Assessor,
    own: &ShareColumns,
    [squeezed, ease]: [f64; 2],
) -> Assessment {
    let BlockYear { persons: p, shared: s, null, .. } = *y;
    let (pi_null, pi) = (null.marginal[i], own.marginal[i]);
    let coverage = coverage::granted(&a.practice, p.generosity[i], p.case[i], pi_null, pi, squeezed);
    let right = rights::factor(&a.rights, coverage * p.need[i], p.age[i], p.excluded[i]);
    Assessment { coverage, right, hazard: award::hazard(&a.admission, s.openness[i], right, ease) }
}

/// The decision about the person in lane `i`, with coverage and hazard as assessed. `had` is 1 if the person had BPA
/// when the year began.
#[inline(always)]
pub fn decision((y, i): Lane<'_>, c: &Constants, had: f64, assessed: f64, hazard: f64) -> AwardDecision {
    let BlockYear { persons: p, shared: s, later, .. } = *y;
    let awarded = if award::happens(s.award[i], hazard) { (1.0 - had) * later } else { 0.0 };
    let awarded = rights::within(p.age[i], c.kept_until) * awarded;
    let over_age = (1.0 - rights::within(p.age[i], c.kept_until)) * later;
    let exited = if s.exit[i] < c.exit_rate { had } else { had * over_age };
    let months = if p.rapid[i] > 0.5 { c.fast_track_months } else { c.processing_months };
    let coverage =
        transition::reviewed(assessed, s.reviewed[i] * c.reviews, c.transition_cut, c.coverage_min);
    AwardDecision {
        awarded,
        exited,
        has: had + awarded - exited,
        months,
        wait: award::waiting_share(months, s.wait[i]),
        coverage,
        granted: coverage::hours(coverage, p.need[i], p.need_before[i], months),
    }
}

/// What a person gets in a year.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// Traditional services where there is no BPA.
    pub traditional: Traditional,
    /// Share of the time with BPA that is a break.
    pub broken: f64,
    /// Shares of the year without BPA, with it, and in a break.
    pub year: delivery::YearShares,
    /// Delivered BPA hours a week.
    pub delivered: f64,
    /// Hours a week relatives lead the work.
    pub leading: f64,
    /// Served hours as a share of need.
    pub served_share: f64,
}

/// What the municipality grants of traditional services where there is no BPA.
#[derive(Clone, Copy, Debug)]
pub struct Traditional {
    /// π̃: what of the average share burdens the municipality after withdrawal.
    pub burden: f64,
    /// What budgets have taken of them.
    pub pressure: f64,
    /// Hours a week at home.
    pub at_home: f64,
    /// Hours a week where the person lives.
    pub hours: f64,
}

/// Traditional services for the person in lane `i` while without BPA.
#[inline(always)]
pub fn traditional((y, i): Lane<'_>, c: &Constants) -> Traditional {
    let BlockYear { persons: p, shared: s, null, own, .. } = *y;
    let burden = traditional::burden(own.average[i], null.average[i], c.offset_share);
    let pressure =
        traditional::pressure(c.traditional_squeeze, c.years, c.own_years, null.average[i], burden);
    let at_home =
        traditional::hours(c.traditional_coverage, p.generosity[i], pressure, c.coverage_min, p.need[i]);
    let in_home = traditional::in_staffed_home(at_home, c.staffed_home_coverage, p.need[i]);
    Traditional { burden, pressure, at_home, hours: if s.staffed[i] > 0.5 { in_home } else { at_home } }
}

/// Whether the person in lane `i` works, and is in education.
#[inline(always)]
pub fn participation((y, i): Lane<'_>, c: &Constants, served_share: f64) -> [f64; 2] {
    let s = y.shared;
    let part = |latent, base, response| {
        participation::takes_part(latent, base, response, served_share, c.served_reference)
    };
    [
        part(s.work[i], s.work_base[i], c.work_response),
        part(s.education[i], c.education_logit, c.education_response),
    ]
}

/// Delivery to the person in lane `i`; `running` is the share of the year with BPA, `granted` the hours a week.
#[inline(always)]
pub fn service((y, i): Lane<'_>, c: &Constants, running: f64, granted: f64) -> Service {
    let s = y.shared;
    let traditional = traditional((y, i), c);
    let broken = if s.break_u[i] < c.break_probability { s.break_length[i] } else { 0.0 };
    let year = delivery::year(running, broken);
    let delivered = delivery::delivered(year, granted, c.vacancy);
    let served = delivered + year.without * traditional.hours;
    Service {
        traditional,
        broken,
        year,
        delivered,
        leading: s.leads[i] * c.work_leader_hours * running,
        served_share: served * s.per_need[i],
    }
}

/// Who helps the person in lane `i`.
#[inline(always)]
fn helpers((y, i): Lane<'_>) -> Helpers {
    Helpers { relatives: y.persons.relatives[i], baseline: y.shared.baseline_care[i] }
}

/// What the relatives of the person in lane `i` give in the states of a year, each with its share of it; `traditional`
/// and `granted` in hours a week.
#[inline(always)]
pub fn states(
    (y, i): Lane<'_>,
    c: &Constants,
    year: delivery::YearShares,
    traditional: f64,
    granted: f64,
) -> [(f64, relatives::Care); 3] {
    relatives::states(&c.response, helpers((y, i)), year, y.persons.need[i], traditional, granted, c.vacancy)
}

/// What they give on the year's average.
#[inline(always)]
pub fn care(
    (y, i): Lane<'_>,
    c: &Constants,
    year: delivery::YearShares,
    traditional: f64,
    granted: f64,
) -> relatives::Care {
    relatives::average(states((y, i), c, year, traditional, granted))
}

/// What they give in a year without BPA.
#[inline(always)]
pub fn care_without_bpa((y, i): Lane<'_>, c: &Constants, traditional: f64) -> relatives::Care {
    relatives::without_bpa(&c.response, helpers((y, i)), y.persons.need[i], traditional)
}

/// What care does to a person's relatives in a year.
#[derive(Clone, Copy, Debug)]
pub struct Consequences {
    /// 1 if they were in work before.
    pub employed: f64,
    /// 1 if they leave work because of care.
    pub exits: f64,
    /// Relatives out of work because of it.
    pub out: f64,
    /// Relatives still employed.
    pub still_employed: f64,
    /// k·L: paid hours a week that all lose.
    pub lost_work: f64,
    /// Hours a week on sick leave.
    pub sick_leave: f64,
    /// Hours a week of their own time.
    pub time: f64,
    /// k·strain.
    pub strain: f64,
    /// 1 with a care allowance.
    pub allowance: f64,
}

/// What a year of care, and of leading the work so many hours a week, does to the relatives of the person in lane `i`.
#[inline(always)]
pub fn consequences((y, i): Lane<'_>, c: &Constants, care: &relatives::Care, leading: f64) -> Consequences {
    let BlockYear { persons: p, shared: s, .. } = *y;
    let (k, employed) = (p.relatives[i], s.employed[i]);
    let exits = if p.exit_u[i] < care.hazard { employed } else { 0.0 };
    let lost_work = k * (exits * c.full_time_hours + (employed - exits) * care.lost);
    let (baseline, u) = (s.baseline_care[i], p.allowance_u[i]);
    let stays = employed - exits;
    Consequences {
        employed,
        exits,
        out: k * exits,
        still_employed: k * stays,
        lost_work,
        sick_leave: k * stays * care.sick * (c.full_time_hours - care.lost),
        time: relatives::time(care.hours, lost_work) + leading,
        strain: k * care.strain,
        allowance: relatives::allowance(k, baseline, care.each, c.allowance_min_hours, u, c.allowance_share),
    }
}

/// What BPA takes over of help in arenas for the person in lane `i`, who is `employed` or not.
#[inline(always)]
pub fn arenas_taken_over((y, i): Lane<'_>, c: &Constants, employed: f64) -> TakenOver {
    arenas::taken_over(&c.help, &c.open, y.persons.age[i], employed)
}

/// Expected admissions a year of the person in lane `i` with so much unmet need.
#[inline(always)]
pub fn admissions((y, i): Lane<'_>, c: &Constants, unmet: f64) -> f64 {
    health::admissions(c.admission_rate, c.admission_response, unmet * y.shared.per_need[i])
}

/// The published class of granted hours a week, as a [`KIND`] to be counted.
#[inline(always)]
pub fn hours_class(hours: f64) -> f64 {
    of_class(&HOUR_CLASSES, &KIND, hours)
}
