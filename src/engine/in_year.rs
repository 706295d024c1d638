//! A model in one year of one draw: its levers in force, turned into what the formulas take.

use super::drawn_levers::drift_rates;
use crate::behaviour::arenas::ARENAS;
use crate::behaviour::award::{Admission, mean_kept};
use crate::behaviour::coverage::Practice;
use crate::behaviour::evening_out::MeanKeeper;
use crate::behaviour::squeeze::Squeeze;
use crate::behaviour::{delivery, drift, penetration};
use crate::economy::Economy;
use crate::rules::hour_grant::HourGrantTerms;
use crate::rules::phase_in::{Course, InForce};
use crate::rules::refund::RefundTerms;
use crate::rules::rights::Rights;
use crate::rules::services;
use crate::scenario::financing::{Decider, Levers, RefundScope};
use crate::scenario::theta::Theta;

/// A model in one year of one draw: all that a person's year depends on.
#[derive(Clone, Debug)]
pub struct InYear {
    /// Whether the model has started (always true for the zero alternative).
    pub started: bool,
    /// Levers in force.
    pub force: InForce,
    /// The refund of persons with BPA.
    pub refund: RefundTerms,
    /// The refund of persons without: the zero alternative's terms, or the model's own where they hold for all.
    pub refund_without: RefundTerms,
    /// Hour grant.
    pub hour_grant: HourGrantTerms,
    /// How coverage is decided.
    pub practice: Practice,
    /// How easily BPA is awarded.
    pub admission: Admission,
    /// Who has a right.
    pub rights: Rights,
    /// Highest age at which BPA is kept; ∞ where it is kept beyond the limit.
    pub kept_until: f64,
    /// Share of granted hours never staffed.
    pub vacancy: f64,
    /// Probability of a break.
    pub break_probability: f64,
    /// Price of a BPA hour in zone 1, NOK.
    pub price: f64,
    /// Price of a traditional hour in zone 1, NOK.
    pub traditional_price: f64,
    /// Cost of a year in a staffed home in zone 1, NOK.
    pub staffed_home: f64,
    /// spillover·κ, a year.
    pub traditional_squeeze: f64,
    /// Share of the relief withdrawn (0 before the start).
    pub offset_share: f64,
    /// 1 for each arena whose help BPA takes over, else 0.
    pub arenas: [f64; ARENAS],
    /// Share of 18-year-olds reviewed without a guarantee: 1 or 0.
    pub reviews: f64,
    /// W_t.
    pub wage: f64,
    /// The model in full effect, while cases move from the zero alternative's decider to its own: how the cases that have
    /// moved are decided.
    pub full: Option<Box<InYear>>,
}

/// The norm Δ_η for each share of evening out that a model has in some year.
#[derive(Clone, Debug)]
pub(super) struct Norm {
    keeper: MeanKeeper,
    known: Vec<(f64, f64)>,
}

impl Norm {
    pub(super) fn new(theta: &Theta) -> Norm {
        let [null, min, max] = [theta.coverage_null, theta.coverage_min, theta.coverage_max];
        Norm { keeper: MeanKeeper::new(null, theta.municipal_sd, theta.case_sd, min, max), known: Vec::new() }
    }

    fn shift(&mut self, harmonisation: f64) -> f64 {
        if let Some((_, shift)) = self.known.iter().find(|(known, _)| *known == harmonisation) {
            return *shift;
        }
        let shift = self.keeper.shift(harmonisation);
        self.known.push((harmonisation, shift));
        shift
    }
}

/// The year of a model that its constants are worked out for.
#[derive(Clone, Copy)]
pub(super) struct ModelInYear<'a> {
    pub(super) theta: &'a Theta,
    pub(super) economy: &'a Economy,
    /// The zero alternative's levers in the year.
    pub(super) null: &'a Levers<f64>,
    /// The model's levers through the years, and the zero alternative's.
    pub(super) courses: [Course<'a>; 2],
    pub(super) base_year: i32,
    pub(super) level: f64,
    pub(super) t: usize,
    /// Years since the base year, and n: those of them in which the model's decider has decided.
    pub(super) years: f64,
    pub(super) own_years: f64,
}

fn by_state(levers: &Levers<f64>) -> f64 {
    if levers.decided_by == Decider::State { 1.0 } else { 0.0 }
}

fn open(opened: bool) -> f64 {
    if opened { 1.0 } else { 0.0 }
}

impl ModelInYear<'_> {
    fn drifted(&self, of: fn(&Levers<f64>) -> f64) -> f64 {
        let [own, null] = self.courses;
        if own.history.is_empty() && null.history.is_empty() {
            return drift::drifted(of(null.levers), of(own.levers), self.years, self.own_years);
        }
        let [null, above] = drift_rates(self.courses, self.base_year, (self.t, self.own_years), of);
        drift::drifted_in_stretches(&null, &above)
    }

    /// The model in full effect in the year.
    pub(super) fn in_full(&self) -> InForce {
        let [own, _] = self.courses;
        let levers = own.in_full(self.base_year + self.t as i32).clone();
        InForce { phase: 1.0, taking_over: false, levers }
    }

    fn refund(&self, n: &Levers<f64>) -> RefundTerms {
        let ModelInYear { theta, economy, t, .. } = *self;
        let threshold = economy.threshold.get(&n.threshold).map_or(0.0, |series| series[t]);
        RefundTerms {
            rate: n.refund_rate,
            threshold: threshold * n.threshold_factor,
            min_age: n.min_age,
            max_age: n.max_age,
            claim_share: n.claim_share,
            salience: n.salience,
            deduction: if n.deduct_intellectual { economy.deduction[t] } else { 0.0 },
            deduction_min_age: theta.deduction_min_age,
            wage_share: theta.wage_share,
            other_wage_share: theta.other_wage_share,
        }
    }

    fn practice(&self, n: &Levers<f64>, norm: &mut Norm) -> Practice {
        let ModelInYear { theta, null, years, own_years, .. } = *self;
        let (state_null, state) = (by_state(null), by_state(n));
        let rate = |state: f64| if state > 0.5 { theta.state_squeeze } else { theta.budget_squeeze };
        Practice {
            null: theta.coverage_null,
            shift: norm.shift(n.harmonisation),
            price_response: theta.price_response,
            // Where the state decides today, hours of the base year are its own norm already.
            norm_shift: if state > state_null { theta.norm_shift } else { 0.0 },
            harmonisation: n.harmonisation,
            drift: self.drifted(|levers| levers.norm_drift),
            squeeze: Squeeze {
                rate_null: rate(state_null),
                rate: rate(state),
                state_null,
                state,
                years,
                own_years,
            },
            min: theta.coverage_min,
            max: theta.coverage_max,
        }
    }

    fn admission(&self, n: &Levers<f64>) -> Admission {
        let ModelInYear { theta, null, level, years, .. } = *self;
        let slope = theta.municipal_award_slope;
        Admission {
            rate: level * penetration::spread(theta.penetration_ceiling, theta.penetration_speed, years),
            response: theta.award_response,
            slope,
            harmonisation: n.harmonisation,
            mean_kept: mean_kept(slope, theta.municipal_sd, n.harmonisation),
            squeeze: theta.squeeze_admission,
            drift: self.drifted(|levers| levers.admission_drift),
            state: by_state(n),
            state_null: by_state(null),
        }
    }

    /// The constants with these levers in force.
    pub(super) fn constants(&self, force: InForce, norm: &mut Norm) -> InYear {
        let ModelInYear { theta, economy, null, t, years, .. } = *self;
        let wage = economy.wage[t];
        let full = force.taking_over.then(|| Box::new(self.constants(self.in_full(), norm)));
        let n = &force.levers;
        let refund = self.refund(n);
        let all = n.refund_scope == RefundScope::All;
        InYear {
            started: force.phase > 0.0,
            refund,
            refund_without: if all { refund } else { self.refund(null) },
            hour_grant: HourGrantTerms { rate: n.grant_rate, above_hours: n.above_hours },
            practice: self.practice(n, norm),
            admission: self.admission(n),
            rights: rights(n),
            kept_until: if n.kept_after_limit { f64::INFINITY } else { n.max_age_new },
            vacancy: delivery::vacancy(
                theta.vacancy,
                theta.vacancy_trend,
                years,
                n.vacancy_factor,
                theta.vacancy_wage_response,
                n.wage_uplift,
            ),
            break_probability: delivery::break_probability(theta.break_rate, n.break_factor),
            price: services::price(theta.bpa_hour_cost, wage, theta.wage_share, n.wage_uplift),
            traditional_price: services::traditional_price(theta.bpa_hour_cost, wage, theta.relative_cost),
            staffed_home: theta.staffed_home_cost * wage,
            traditional_squeeze: theta.spillover * theta.budget_squeeze,
            offset_share: n.offset_share,
            arenas: [n.arena_school, n.arena_work, n.arena_leisure].map(open),
            reviews: if n.transition_guarantee { 0.0 } else { 1.0 },
            wage,
            full,
            force,
        }
    }
}

/// Who has a right under these levers.
pub(super) fn rights(n: &Levers<f64>) -> Rights {
    Rights {
        full_hours: n.full_hours,
        conditional_hours: n.conditional_hours,
        max_age_new: n.max_age_new,
        conditional_factor: n.conditional_factor,
        discretionary_factor: n.discretionary_factor,
        over_age_factor: n.over_age_factor,
        excluded_factor: n.excluded_factor,
    }
}

#[cfg(test)]
#[path = "in_year_tests.rs"]
mod tests;
