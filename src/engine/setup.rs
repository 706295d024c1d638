//! Constants of one draw: parameters, indices, and every model's levers as they stand each year,
//! turned into what the formulas take.

use crate::behaviour::award::Admission;
use crate::behaviour::coverage::Practice;
use crate::behaviour::delivery;
use crate::behaviour::relatives::Response;
use crate::economy::Economy;
use crate::math::logit_of_share;
use crate::rules::hour_grant::HourGrantTerms;
use crate::rules::phase_in::{self, InForce};
use crate::rules::refund::RefundTerms;
use crate::rules::rights::Rights;
use crate::rules::services;
use crate::scenario::Scenario;
use crate::scenario::financing::{Levers, Number};
use crate::scenario::theta::Theta;

/// A model in one year of one draw: all that a person's year depends on.
#[derive(Clone, Debug)]
pub struct InYear {
    /// Whether the model has started (always true for the zero alternative).
    pub started: bool,
    /// Levers in force.
    pub force: InForce,
    /// Refund scheme.
    pub refund: RefundTerms,
    /// Hour grant.
    pub hour_grant: HourGrantTerms,
    /// How coverage is decided.
    pub practice: Practice,
    /// How easily BPA is awarded.
    pub admission: Admission,
    /// Who has a right.
    pub rights: Rights,
    /// Share of granted hours never staffed.
    pub vacancy: f64,
    /// Probability of a break.
    pub break_probability: f64,
    /// Price of a BPA hour in zone 1, NOK.
    pub price: f64,
    /// Price of a traditional hour in zone 1, NOK.
    pub traditional_price: f64,
    /// spillover·κ·(t − base year).
    pub traditional_squeeze: f64,
    /// Share of the relief withdrawn (0 before the start).
    pub offset_share: f64,
    /// Share of 18-year-olds reviewed without a guarantee: 1 or 0.
    pub reviews: f64,
    /// W_t.
    pub wage: f64,
}

/// Everything about a draw that is not a person.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Parameters, money in base-year kroner.
    pub theta: Theta,
    /// The same by slot.
    pub values: Vec<f64>,
    /// Indices.
    pub economy: Economy,
    /// Every model's levers as numbers.
    pub levers: Vec<Levers<f64>>,
    /// `[model][year]`.
    pub in_year: Vec<Vec<InYear>>,
    /// Relatives' response.
    pub relatives: Response,
    /// logit of the base share in education.
    pub education_logit: f64,
}

/// A model's constants in one year. `years` since the base year, `state_years` since the model's start.
pub fn in_year(
    theta: &Theta,
    economy: &Economy,
    force: InForce,
    t: usize,
    years: f64,
    state_years: f64,
) -> InYear {
    let wage = economy.wage[t];
    let n = &force.levers;
    let price = services::price(theta.bpa_hour_cost, wage, theta.wage_share, n.wage_uplift);
    let threshold = economy.threshold.get(&n.threshold).map_or(0.0, |series| series[t]);
    let deduction = if n.deduct_intellectual { economy.deduction[t] } else { 0.0 };
    InYear {
        started: force.phase > 0.0,
        refund: RefundTerms {
            rate: n.refund_rate,
            threshold: threshold * n.threshold_factor,
            min_age: n.min_age,
            max_age: n.max_age,
            claim_share: n.claim_share,
            salience: n.salience,
            deduction,
            deduction_min_age: theta.deduction_min_age,
            wage_share: theta.wage_share,
            other_wage_share: theta.other_wage_share,
        },
        hour_grant: HourGrantTerms { rate: n.grant_rate, above_hours: n.above_hours },
        practice: Practice {
            null: theta.coverage_null,
            price_response: theta.price_response,
            squeeze: theta.budget_squeeze * years,
            state_squeeze: theta.state_squeeze * state_years.max(0.0),
            state_squeeze_null: theta.state_squeeze * years,
            norm_shift: theta.norm_shift,
            harmonisation: n.harmonisation,
            state_decides: force.state_decides,
            state_decides_null: force.state_decides_null,
            min: theta.coverage_min,
            max: theta.coverage_max,
        },
        admission: Admission {
            rate: theta.award_rate,
            response: theta.award_response,
            slope: theta.municipal_award_slope,
            harmonisation: n.harmonisation,
            state_decides: force.state_decides,
            state_decides_null: force.state_decides_null,
        },
        rights: Rights {
            full_hours: n.full_hours,
            conditional_hours: n.conditional_hours,
            max_age_new: n.max_age_new,
            conditional_factor: n.conditional_factor,
            discretionary_factor: n.discretionary_factor,
            over_age_factor: n.over_age_factor,
            excluded_factor: n.excluded_factor,
        },
        vacancy: delivery::vacancy(
            theta.vacancy,
            theta.vacancy_trend,
            years,
            n.vacancy_factor,
            theta.vacancy_wage_response,
            n.wage_uplift,
        ),
        break_probability: delivery::break_probability(theta.break_rate, n.break_factor),
        price,
        traditional_price: services::traditional_price(theta.bpa_hour_cost, wage, theta.relative_cost),
        traditional_squeeze: theta.spillover * theta.budget_squeeze * years,
        offset_share: n.offset_share,
        reviews: if n.transition_guarantee { 0.0 } else { 1.0 },
        wage,
        force,
    }
}

/// A model's levers in a draw. What is written in kroner of another year than the base year is carried there; drawn
/// parameters have been.
fn drawn(levers: &Levers, values: &[f64], economy: &Economy) -> Levers<f64> {
    let mut own = levers.drawn(values);
    for ((lever, number), (_, written)) in own.numbers_mut().zip(levers.numbers()) {
        if let (Some(year), Number::Fixed(_)) = (lever.price_year(), written) {
            *number /= economy.wages.at(year);
        }
    }
    own
}

/// Relatives' response in a draw.
pub fn relatives(theta: &Theta) -> Response {
    Response {
        fill_grant: theta.fill_grant,
        fill_break: theta.fill_break,
        cap: theta.relative_cap,
        work_low: theta.work_hours_low,
        work_high: theta.work_hours_high,
        slope_low: theta.work_slope_10,
        slope_high: theta.work_slope_20,
        r0: theta.r0,
        exit_slope: theta.exit_slope,
        exit_max: theta.exit_max,
        sick_slope: theta.sick_slope,
        full_time: theta.full_time_hours,
    }
}

impl Draw {
    /// A model in full effect in the year with index `t` of a scenario that begins in `base_year`, whenever it starts.
    pub fn in_full_effect(&self, base_year: i32, model: usize, t: usize) -> InYear {
        let year = base_year + t as i32;
        let own = &self.levers[model];
        let at_once = Levers { start_year: year, phase_in_years: 1, ..own.clone() };
        let force = phase_in::in_force(&at_once, &self.levers[0], year);
        in_year(&self.theta, &self.economy, force, t, t as f64, f64::from(year - own.start_year))
    }

    /// The constants of a draw with the given parameters (money in base-year kroner).
    pub fn new(scenario: &Scenario, theta: Theta, values: &[f64]) -> Draw {
        let economy = Economy::new(scenario, &theta);
        let levers: Vec<Levers<f64>> =
            scenario.models.iter().map(|m| drawn(&m.levers, values, &economy)).collect();
        let in_year = levers
            .iter()
            .map(|own| {
                (0..scenario.horizon)
                    .map(|t| {
                        let year = scenario.base_year + t as i32;
                        let force = phase_in::in_force(own, &levers[0], year);
                        in_year(&theta, &economy, force, t, t as f64, f64::from(year - own.start_year))
                    })
                    .collect()
            })
            .collect();
        Draw {
            relatives: relatives(&theta),
            education_logit: logit_of_share(theta.education_base),
            theta,
            values: values.to_vec(),
            economy,
            levers,
            in_year,
        }
    }
}
