//! Constants of one draw: parameters, indices, and every model's levers as they stand each year.

use super::award_level::award_level;
use super::drawn_levers::{dated, drawn, drift_rates};
use super::in_year::{InYear, ModelInYear, Norm, rights};
use super::mechanical::Reactions;
use crate::behaviour::arenas::Help;
use crate::behaviour::drift::Stretch;
use crate::behaviour::relatives::Response;
use crate::economy::Economy;
use crate::math::logit_of_share;
use crate::population::ages::expected_leaving;
use crate::rules::phase_in::{self, Course};
use crate::scenario::Scenario;
use crate::scenario::financing::{DatedLevers, Levers, Lives};
use crate::scenario::theta::Theta;

/// Everything about a draw that is not a person.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Parameters, money in base-year kroner.
    pub theta: Theta,
    /// The same by slot, as they were drawn.
    pub values: Vec<f64>,
    /// Indices.
    pub economy: Economy,
    /// Every model's levers as numbers.
    pub levers: Vec<Levers<f64>>,
    /// `[model]`: those that replace them from some year on.
    histories: Vec<Vec<DatedLevers<f64>>>,
    base_year: i32,
    /// `[model][year]`.
    pub in_year: Vec<Vec<InYear>>,
    /// Which models share persons' lives.
    pub lives: Lives,
    /// Relatives' response.
    pub relatives: Response,
    /// Help in arenas.
    pub arena_help: Help,
    /// logit of the base share in education.
    pub education_logit: f64,
    /// q̄: share of those in need expected to die or move to an institution in the base year.
    pub leaving: f64,
    level: f64,
    norm: Norm,
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

/// Help in arenas in a draw.
fn arena_help(theta: &Theta) -> Help {
    Help {
        hours: std::array::from_fn(|arena| theta.arena_share[arena] * theta.arena_hours[arena]),
        price: theta.arena_price,
        gain: theta.arena_gain,
    }
}

impl Draw {
    /// A model in full effect in the year with index `t` of a scenario that begins in `base_year`, whenever it starts.
    pub fn in_full_effect(&self, base_year: i32, model: usize, t: usize) -> InYear {
        let year = ModelInYear {
            theta: &self.theta,
            economy: &self.economy,
            null: self.course(0).in_full(base_year + t as i32),
            courses: [model, 0].map(|model| self.course(model)),
            base_year,
            level: self.level,
            t,
            years: t as f64,
            own_years: self.own_years(model, t),
        };
        year.constants(year.in_full(), &mut self.norm.clone())
    }

    /// A model's levers through the years.
    fn course(&self, model: usize) -> Course<'_> {
        Course { levers: &self.levers[model], history: &self.histories[model] }
    }

    /// n: the years up to the one with index `t` in which the model's decider has decided.
    fn own_years(&self, model: usize, t: usize) -> f64 {
        f64::from(self.base_year + t as i32 - self.levers[model].start_year).max(0.0)
    }

    /// The rates of a drift of a model up to the year with index `t`, see
    /// [`drifted_in_stretches`](crate::behaviour::drift::drifted_in_stretches); nothing where they stayed.
    pub fn changed_drift(
        &self,
        model: usize,
        t: usize,
        of: fn(&Levers<f64>) -> f64,
    ) -> Option<[Vec<Stretch>; 2]> {
        let courses = [model, 0].map(|model| self.course(model));
        let rates = drift_rates(courses, self.base_year, (t, self.own_years(model, t)), of);
        rates.iter().any(|list| list.len() > 1).then_some(rates)
    }

    /// The constants of a draw with the given parameters (money in base-year kroner).
    pub fn new(scenario: &Scenario, theta: Theta, values: &[f64]) -> Draw {
        Draw::with(scenario, theta, values, Reactions::Drawn)
    }

    /// The constants of a draw with the given parameters (money in base-year kroner), with reactions or without.
    pub fn with(scenario: &Scenario, theta: Theta, values: &[f64], reactions: Reactions) -> Draw {
        let theta = reactions.theta(theta);
        let economy = Economy::new(scenario, &theta);
        let own = |levers: &Levers| reactions.levers(drawn(levers, values, &economy));
        let levers: Vec<Levers<f64>> = scenario.models.iter().map(|m| own(&m.levers)).collect();
        let histories: Vec<Vec<DatedLevers<f64>>> =
            scenario.models.iter().map(|m| m.history.iter().map(|from| dated(from, own)).collect()).collect();
        let course = |model: usize| Course { levers: &levers[model], history: &histories[model] };
        let level = award_level(&theta, &rights(course(0).in_full(scenario.base_year)));
        let mut norm = Norm::new(&theta);
        let mut of = |model: usize, t: usize| {
            let year = scenario.base_year + t as i32;
            let courses @ [own, null] = [model, 0].map(course);
            let in_year = ModelInYear {
                theta: &theta,
                economy: &economy,
                null: null.in_full(year),
                courses,
                base_year: scenario.base_year,
                level,
                t,
                years: t as f64,
                own_years: f64::from(year - own.levers.start_year).max(0.0),
            };
            in_year.constants(phase_in::in_force(own, null, year), &mut norm)
        };
        let in_year = (0..levers.len()).map(|m| (0..scenario.horizon).map(|t| of(m, t)).collect()).collect();
        Draw {
            lives: Lives::of(&scenario.models),
            relatives: relatives(&theta),
            arena_help: arena_help(&theta),
            education_logit: logit_of_share(theta.education_base),
            leaving: expected_leaving(&theta),
            theta,
            values: values.to_vec(),
            economy,
            levers,
            histories,
            base_year: scenario.base_year,
            in_year,
            level,
            norm,
        }
    }

    /// The years of the model whose lives stand in a slot of the sums.
    #[inline(always)]
    pub fn lived(&self, slot: usize) -> &[InYear] {
        &self.in_year[self.lives.lived[slot]]
    }

    /// Whether accounts can be told in the terms of the zero alternative, which they can't where it refunds nothing or everything.
    pub fn tells_accounts(&self) -> bool {
        let told = |year: &InYear| {
            year.refund.rate > 0.0 && year.refund.claim_share > 0.0 && year.refund.threshold > 0.0
        };
        self.in_year[0].iter().all(told)
    }

    /// The level of the award hazard: a year, at full right in an average unit.
    pub fn award_level(&self) -> f64 {
        self.level
    }
}
