//! Phase-in: before the start year the levers of the zero alternative apply; from then on the
//! share p of the way to the model's own is gone, until full effect. Levers of kind and right
//! (who decides, ages, limits by hours, withdrawal) switch at the start year: the catalogue of levers says which.
//!
//! The three factors on rights that move gradually while a model is phased in are the conditional, the
//! discretionary, the over-age one and the one for those excluded from today's practice. While a model that moves the
//! decision to another decider is phased in, cases move too: coverage and award hazard are those of the model's decider
//! with its levers in full effect for the share p of the cases, and the zero alternative's for the others.
//!
//! What a model states by year (scheme.md S5) is not phased: it holds in full from its year on, once the model has started.
//! Before that the zero alternative's levers hold, its own history too.

use super::explain::explained;
use crate::math::Bounds;
use crate::scenario::financing::lever::Onset;
use crate::scenario::financing::{DatedLevers, Levers};

/// p_t: the share of full effect in `year`; 0 before the start.
pub fn share(start_year: i32, phase_in_years: i32, year: i32) -> f64 {
    if year < start_year {
        0.0
    } else {
        (f64::from(year - start_year + 1) / f64::from(phase_in_years)).at_most(1.0)
    }
}

/// First year in full effect.
pub fn full_effect_year(start_year: i32, phase_in_years: i32) -> i32 {
    start_year + phase_in_years - 1
}

explained! {
    /// How [`share`] is explained.
    PHASE "phase" "max(0, min(1, (year − start_year + 1) / phase_in_years))";
}

/// A model's levers as they stand in one year of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct InForce {
    /// Share of full effect.
    pub phase: f64,
    /// Whether cases are moving to another decider than the zero alternative's.
    pub taking_over: bool,
    /// The levers, gradual ones on their way.
    pub levers: Levers<f64>,
}

/// A model's levers in a draw through the years.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// Its own.
    pub levers: &'a Levers<f64>,
    /// Those that replace them from some year on, by year.
    pub history: &'a [DatedLevers<f64>],
}

impl<'a> Course<'a> {
    /// Its levers in full effect, as they are in a year.
    pub fn in_full(&self, year: i32) -> &'a Levers<f64> {
        DatedLevers::of(self.history, year).unwrap_or(self.levers)
    }
}

/// The levers of `model` in force in `year`, given those of the zero alternative in the same draw.
pub fn in_force(model: Course<'_>, null: Course<'_>, year: i32) -> InForce {
    let Levers { start_year, phase_in_years, decided_by, .. } = *model.levers;
    let phase = share(start_year, phase_in_years, year);
    let today = null.in_full(year);
    let mut levers = if phase > 0.0 { model.in_full(year).clone() } else { today.clone() };
    if phase > 0.0 && phase < 1.0 {
        for ((lever, own), (_, old)) in levers.numbers_mut().zip(today.numbers()) {
            let gradual = lever.onset == Onset::Gradual && !DatedLevers::states(model.history, lever, year);
            if gradual && old != own {
                *own = old + phase * (*own - old);
            }
        }
    }
    let taking_over = phase > 0.0 && phase < 1.0 && decided_by != today.decided_by;
    InForce { phase, taking_over, levers }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(levers: &Levers<f64>) -> Course<'_> {
        Course { levers, history: &[] }
    }

    /// From 2028 over four years: half of it in 2029. The copayment is stated from 2029 on and not phased; the rate of the
    /// hour grant is not named and goes on its way. Before the start what the zero alternative states holds.
    #[test]
    fn what_is_stated_by_year_is_not_phased_and_holds_from_the_start_on() {
        let levers = |grant_rate, copayment| Levers {
            start_year: 2028,
            phase_in_years: 4,
            grant_rate,
            copayment,
            ..Levers::neutral().drawn(&[])
        };
        let dated = |from, path: &str, levers| DatedLevers {
            from,
            named: crate::scenario::financing::Lever::of(path).into_iter().collect(),
            levers,
        };
        let (own, today) = (levers(0.8, 0.0), levers(0.0, 100.0));
        let stated = [dated(2026, "hour_grant.rate", levers(0.2, 100.0))];
        let history = [dated(2029, "copayment", levers(0.8, 500.0))];
        let null = Course { levers: &today, history: &stated };
        let model = Course { levers: &own, history: &history };
        let force = |year| {
            let force = in_force(model, null, year).levers;
            [force.grant_rate, force.copayment]
        };
        assert_eq!(force(2025), [0.0, 100.0]);
        assert_eq!(force(2027), [0.2, 100.0]);
        assert_eq!(force(2028), [0.2 + 0.25 * (0.8 - 0.2), 75.0]);
        assert_eq!(force(2029), [0.2 + 0.5 * (0.8 - 0.2), 500.0]);
        assert_eq!(force(2031), [0.8, 500.0]);
    }

    #[test]
    fn half_way_in_the_first_of_two_years() {
        assert_eq!(share(2028, 2, 2027), 0.0);
        assert_eq!(share(2028, 2, 2028), 0.5);
        assert_eq!(share(2028, 2, 2029), 1.0);
        assert_eq!(share(2028, 2, 2040), 1.0);
        assert_eq!(full_effect_year(2028, 2), 2029);
        assert_eq!(share(2024, 1, 2024), 1.0);
    }

    /// Which levers are on their way in the first of two years and which are there at once stands in model.md §2, and is
    /// written out here: the catalogue is not asked. Today's value of every number is 1, the model's 3.
    #[test]
    fn half_way_levers_are_in_the_middle_and_others_at_their_own_value() {
        let gradual = [
            "refund.rate",
            "refund.threshold_factor",
            "refund.claim_share",
            "refund.salience",
            "hour_grant.rate",
            "harmonisation",
            "rights.conditional_factor",
            "rights.discretionary_factor",
            "rights.over_age_factor",
            "rights.excluded_factor",
            "processing_months",
            "fast_track_months",
            "wage_uplift",
            "break_factor",
            "vacancy_factor",
            "copayment",
            "admin.municipal",
            "admin.state",
        ];
        let all = |value: f64| {
            let mut levers = Levers::neutral().drawn(&[]);
            levers.numbers_mut().for_each(|(_, number)| *number = value);
            levers
        };
        let model = Levers { start_year: 2028, phase_in_years: 2, ..all(3.0) };
        for (year, middle) in [(2027, 1.0), (2028, 2.0), (2029, 3.0)] {
            let force = in_force(alone(&model), alone(&all(1.0)), year);
            for (lever, number) in force.levers.numbers() {
                let at_once = if year < 2028 { 1.0 } else { 3.0 };
                let right = if gradual.contains(&lever.path) { middle } else { at_once };
                assert_eq!(*number, right, "{} in {year}", lever.path);
            }
        }
        assert!(gradual.iter().all(|path| model.numbers().any(|(lever, _)| lever.path == *path)));
    }

    /// 3 + (0.1 − 3) is not 0.1 in the computer's numbers: what is fully in effect is not worked out.
    #[test]
    fn in_full_effect_a_lever_is_its_own_to_the_last_bit() {
        let all = |value: f64| {
            let mut levers = Levers::neutral().drawn(&[]);
            levers.numbers_mut().for_each(|(_, number)| *number = value);
            levers
        };
        let model = Levers { start_year: 2028, phase_in_years: 1, ..all(0.1) };
        let force = in_force(alone(&model), alone(&all(3.0)), 2028);
        assert!(force.levers.numbers().all(|(_, number)| *number == 0.1));
    }

    #[test]
    fn cases_move_only_to_another_decider() {
        let by = |decided_by| Levers {
            start_year: 2028,
            phase_in_years: 2,
            decided_by,
            ..Levers::neutral().drawn(&[])
        };
        let moving = |null, own, year| in_force(alone(&by(own)), alone(&by(null)), year).taking_over;
        use crate::scenario::financing::Decider::{Municipality, State};
        for (null, own, half_way) in [
            (Municipality, State, true),
            (Municipality, Municipality, false),
            (State, State, false),
            (State, Municipality, true),
        ] {
            assert_eq!([2027, 2028, 2029].map(|year| moving(null, own, year)), [false, half_way, false]);
        }
    }
}
