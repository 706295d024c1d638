//! Phase-in: before the start year the levers of the zero alternative apply; from then on the
//! share p of the way to the model's own is gone, until full effect. Levers of kind and right
//! (who decides, ages, limits by hours, withdrawal) switch at the start year.
//!
//! The three factors on rights that move gradually while a model is phased in are the conditional, the
//! discretionary and the over-age one; the one for those excluded from today's practice switches at the start. While a
//! model that moves the decision to the state is phased in, the award hazard is the same blend of the two deciders as
//! coverage is, and f_rights follows the blended coverage. The specification leaves both open.

use crate::math::Bounds;
use crate::scenario::financing::{Decider, Levers, NumericLevers};

/// Levers that move gradually; all others switch at the start year.
const GRADUAL: &[&str] = &[
    "refund.rate",
    "refund.threshold_factor",
    "refund.claim_share",
    "refund.salience",
    "hour_grant.rate",
    "harmonisation",
    "processing_months",
    "fast_track_months",
    "rights.conditional_factor",
    "rights.discretionary_factor",
    "rights.over_age_factor",
    "wage_uplift",
    "break_factor",
    "vacancy_factor",
    "copayment",
    "admin.municipal",
    "admin.state",
];

/// Whether a lever moves gradually over the phase-in years.
pub fn is_gradual(path: &str) -> bool {
    GRADUAL.contains(&path)
}

/// p_t: the share of full effect in `year`; 0 before the start.
pub fn share(start_year: i32, phase_in_years: u32, year: i32) -> f64 {
    if year < start_year {
        0.0
    } else {
        (f64::from(year - start_year + 1) / f64::from(phase_in_years)).at_most(1.0)
    }
}

/// First year in full effect.
pub fn full_effect_year(start_year: i32, phase_in_years: u32) -> i32 {
    start_year + phase_in_years as i32 - 1
}

/// A model's levers as they stand in one year of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct InForce {
    /// Share of full effect.
    pub phase: f64,
    /// The state's share of the decision: p where the state decides, else 0.
    pub state_decides: f64,
    /// Numeric levers, gradual ones on their way.
    pub n: NumericLevers<f64>,
    /// Whether the deduction for registered intellectual disability applies.
    pub deduct_intellectual: bool,
    /// Whether a guarantee replaces the review at 18.
    pub transition_guarantee: bool,
    /// Id of the threshold series.
    pub threshold: String,
}

/// The levers of `model` in force in `year`, given those of the zero alternative in the same draw.
pub fn in_force(model: &Levers<f64>, null: &Levers<f64>, year: i32) -> InForce {
    let phase = share(model.start_year, model.phase_in_years, year);
    let switched = if phase > 0.0 { model } else { null };
    let mut from = null.n.iter();
    let n = model.n.map(|path, own| {
        let old = from.next().map_or(*own, |(_, v)| *v);
        if phase <= 0.0 {
            old
        } else if phase < 1.0 && is_gradual(path) && old != *own {
            old + phase * (own - old)
        } else {
            *own
        }
    });
    InForce {
        phase,
        state_decides: if switched.decided_by == Decider::State { phase } else { 0.0 },
        n,
        deduct_intellectual: switched.deduct_intellectual,
        transition_guarantee: switched.transition_guarantee,
        threshold: switched.threshold.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_way_in_the_first_of_two_years() {
        assert_eq!(share(2028, 2, 2027), 0.0);
        assert_eq!(share(2028, 2, 2028), 0.5);
        assert_eq!(share(2028, 2, 2029), 1.0);
        assert_eq!(share(2028, 2, 2040), 1.0);
        assert_eq!(full_effect_year(2028, 2), 2029);
        assert_eq!(share(2024, 1, 2024), 1.0);
    }
}
