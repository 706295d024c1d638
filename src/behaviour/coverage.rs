//! Granted coverage: the share of need that is granted as BPA (model.md §3), and how granted hours
//! follow need with a delay.

use super::squeeze::{Squeeze, own_share};
use crate::math::Bounds;
use crate::rules::MONTHS;
use crate::rules::explain::explained;

/// How one decider grants coverage in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Practice {
    /// C0, mean coverage of the zero alternative in the base year.
    pub null: f64,
    /// Δ_η, which keeps the mean of granted hours where units are evened out.
    pub shift: f64,
    /// β, price response.
    pub price_response: f64,
    /// δ, how much more generous a national norm is; 0 where the municipality decides.
    pub norm_shift: f64,
    /// η, how much the norm evens out.
    pub harmonisation: f64,
    /// ν, how far norms have drifted.
    pub drift: f64,
    /// What budgets take.
    pub squeeze: Squeeze,
    /// c_min.
    pub min: f64,
    /// Largest coverage of the needs that are assessed today.
    pub max: f64,
}

/// Baseline coverage b: what the zero alternative grants in the base year.
#[inline(always)]
pub fn baseline(null: f64, generosity: f64, case: f64, min: f64) -> f64 {
    (null + generosity + case).at_least(min).at_most(1.0)
}

/// Granted coverage c. `generosity` is the unit's ũ, `case` the person's v, `pi_null` and `pi` the municipal marginal
/// shares under the zero alternative and the model, `squeezed` is Q.
#[inline(always)]
pub fn granted(p: &Practice, generosity: f64, case: f64, pi_null: f64, pi: f64, squeezed: f64) -> f64 {
    // A municipality answers to what is taken off today's price, the state to what it does not pay itself.
    let relief = if p.squeeze.state > 0.5 { 1.0 - own_share(1.0, pi) } else { pi_null - pi };
    let common = p.null + p.norm_shift + p.shift + (1.0 - p.harmonisation) * generosity + case;
    clamp(p, common + p.price_response * relief - squeezed + p.drift)
}

/// Coverage within its bounds: a norm that widens year by year may come to count needs that today's assessments do not.
#[inline(always)]
pub fn clamp(p: &Practice, coverage: f64) -> f64 {
    coverage.at_least(p.min).at_most(p.max + p.drift.at_least(0.0))
}

/// Granted hours a week: coverage of this year's need and, for the months it takes to change a
/// decision, of last year's.
#[inline(always)]
pub fn hours(coverage: f64, need: f64, need_before: f64, months: f64) -> f64 {
    let delay = (months * (1.0 / MONTHS)).at_most(1.0);
    coverage * ((1.0 - delay) * need + delay * need_before)
}

explained! {
    /// How [`granted`] is explained.
    COVERAGE "coverage" "";
}

/// Its formula, by who decides.
pub fn formula(state: f64) -> String {
    let decider = match state > 0.5 {
        true => "norm_shift_decided + price_response·marginal_share",
        false => "price_response·(marginal_share_null − marginal_share)",
    };
    format!(
        "max(coverage_min, min(coverage_max + max(0, norm_drifted), coverage_null + norm_kept + \
         (1 − harmonisation)·generosity + case + {decider} − squeeze + norm_drifted))"
    )
}

/// The formula of coverage while cases move from the zero alternative's decider to the model's.
pub const TAKING_OVER: &str = "phase·coverage_taken_over + (1 − phase)·coverage_as_today";

explained! {
    /// Coverage of a case that the model's decider has taken over.
    TAKEN_OVER "coverage_taken_over" "" named RULE_COVERAGE_TAKEN_OVER;

    /// Coverage of a case that the zero alternative's decider still has.
    AS_TODAY "coverage_as_today" "" named RULE_COVERAGE_AS_TODAY;

    /// How [`hours`] are explained.
    GRANTED "granted_hours" "coverage·((1 − min(1, months / 12))·need + min(1, months / 12)·need_before)";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::squeeze::accumulated;
    use proptest::prelude::*;

    #[test]
    fn the_formula_names_what_the_decider_answers_to() {
        assert!(
            formula(1.0).contains("+ case + norm_shift_decided + price_response·marginal_share − squeeze")
        );
        assert!(
            formula(0.0).contains("+ case + price_response·(marginal_share_null − marginal_share) − squeeze")
        );
    }

    const P: Practice = Practice {
        null: 0.82,
        shift: -0.004,
        price_response: 0.1,
        norm_shift: 0.0,
        harmonisation: 0.75,
        drift: 0.0,
        squeeze: Squeeze {
            rate_null: 0.01,
            rate: 0.01,
            state_null: 0.0,
            state: 0.0,
            years: 5.0,
            own_years: 5.0,
        },
        min: 0.2,
        max: 1.0,
    };
    const BY_STATE: Squeeze = Squeeze { state: 1.0, ..P.squeeze };

    #[test]
    fn hand_calculated_decisions() {
        // municipality: 0.82 − 0.004 + 0.25·0.08 + 0.05 + 0.1·(0.9 − 0.4) − 0.02 = 0.916
        assert!((granted(&P, 0.08, 0.05, 0.9, 0.4, 0.02) - 0.916).abs() < 1e-15);
        // state that pays all: 0.82 + 0.02 − 0.004 + 0.25·0.1 − 0.05 + 0.1·(1 − 1) − 0.03 + 0.01·5 = 0.831
        let state = Practice { norm_shift: 0.02, drift: 0.05, squeeze: BY_STATE, ..P };
        assert!((granted(&state, 0.1, -0.05, 0.9, 0.0, 0.03) - 0.831).abs() < 1e-15);
        assert!((hours(0.8, 50.0, 40.0, 3.0) - 0.8 * 47.5).abs() < 1e-12);
        assert_eq!(hours(0.8, 50.0, 40.0, 24.0), 32.0);
    }

    /// A norm that has widened by 0.1 may grant 1.1 times the need; one that has tightened leaves the clamp at the need.
    #[test]
    fn the_upper_clamp_follows_a_widening_norm() {
        let wide =
            Practice { norm_shift: 0.08, shift: 0.0, harmonisation: 0.5, drift: 0.1, squeeze: BY_STATE, ..P };
        assert_eq!(granted(&wide, 0.2, 0.1, 0.9, 0.0, 0.0), 1.1);
        let tight = Practice { drift: -0.1, ..wide };
        assert!((granted(&tight, 0.2, 0.1, 0.9, 0.0, 0.0) - 1.0).abs() < 1e-15);
        assert_eq!(granted(&tight, 0.3, 0.1, 0.9, 0.0, 0.0), 1.0);
    }

    proptest! {
        #[test]
        fn v_h05_a_higher_state_share_never_lowers_what_a_municipality_grants(
            u in -0.3f64..0.3, v in -0.3f64..0.3, pi0 in 0.0f64..1.0, hi in 0.0f64..1.0, cut in 0.0f64..1.0
        ) {
            let at = |pi| granted(&P, u, v, pi0, pi, accumulated(&P.squeeze, pi0, pi));
            prop_assert!(at(hi * cut) >= at(hi));
        }
    }
}
