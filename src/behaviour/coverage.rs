//! Granted coverage: the share of need that is granted as BPA (model.md §3), and how granted hours
//! follow need with a delay.

use crate::math::Bounds;
use crate::rules::MONTHS;
use crate::rules::explain::explained;

/// Parameters of the decision in one year; `squeeze`, `state_squeeze_null` and `state_squeeze` are κ·(t − base year),
/// κₛ·(t − base year) and κₛ·max(0, t − start year).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Practice {
    /// C0, mean coverage of the zero alternative in the base year.
    pub null: f64,
    /// β, price response.
    pub price_response: f64,
    /// Budget squeeze accumulated on municipalities.
    pub squeeze: f64,
    /// Budget squeeze accumulated on the state since the model's start.
    pub state_squeeze: f64,
    /// The same since the base year, where the state decides under the zero alternative.
    pub state_squeeze_null: f64,
    /// δ, how much more generous a national norm is.
    pub norm_shift: f64,
    /// η, how much the norm evens out.
    pub harmonisation: f64,
    /// 0 where the municipality decides, 1 the state, between while phasing in.
    pub state_decides: f64,
    /// The same under the zero alternative.
    pub state_decides_null: f64,
    /// c_min.
    pub min: f64,
    /// Largest coverage.
    pub max: f64,
}

/// Baseline coverage b: what the zero alternative grants in the base year.
#[inline(always)]
pub fn baseline(null: f64, generosity: f64, case: f64, min: f64) -> f64 {
    (null + generosity + case).at_least(min).at_most(1.0)
}

/// Granted coverage c of a model. `generosity` is the unit's ũ, `case` the person's v, `pi_null` and
/// `pi` the municipal marginal shares under the zero alternative and the model.
#[inline(always)]
pub fn granted(p: &Practice, generosity: f64, case: f64, pi_null: f64, pi: f64) -> f64 {
    let common = p.null + (1.0 - p.harmonisation) * generosity + case;
    let municipality = common + p.price_response * (pi_null - pi) - p.squeeze * pi;
    let state_share = 1.0 - pi;
    // What has been tightened since the base year where the state decides today, and from the start the difference.
    let share_null = p.state_decides_null * (1.0 - pi_null);
    let squeezed = p.state_squeeze_null * share_null + p.state_squeeze * (state_share - share_null);
    let state = common + p.norm_shift + p.price_response * (1.0 - state_share) - squeezed;
    p.state_decides * clamp(p, state) + (1.0 - p.state_decides) * clamp(p, municipality)
}

/// Coverage kept within its legal bounds.
#[inline(always)]
pub fn clamp(p: &Practice, coverage: f64) -> f64 {
    coverage.at_least(p.min).at_most(p.max)
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

/// Its formula, by who decides under the model and under the zero alternative.
pub fn formula(state_decides: f64, state_decides_null: f64) -> String {
    let by = |decider| {
        format!(
            "max(coverage_min, min(coverage_max, coverage_null + (1 − harmonisation)·generosity + case + {decider}))"
        )
    };
    let municipality =
        by("price_response·(marginal_share_null − marginal_share) − budget_squeeze·years·marginal_share");
    let state = if state_decides_null > 0.5 {
        by("norm_shift + price_response·marginal_share − state_squeeze·(years·(1 − marginal_share_null) + \
            state_years·(marginal_share_null − marginal_share))")
    } else {
        by("norm_shift + price_response·marginal_share − state_squeeze·state_years·(1 − marginal_share)")
    };
    match state_decides {
        0.0 => municipality,
        1.0 => state,
        _ => format!("(1 − state_decides)·{municipality} + state_decides·{state}"),
    }
}

explained! {
    /// How [`hours`] are explained.
    GRANTED "granted_hours" "coverage·((1 − min(1, months / 12))·need + min(1, months / 12)·need_before)";
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P: Practice = Practice {
        null: 0.8,
        price_response: 0.1,
        squeeze: 0.02,
        state_squeeze: 0.01,
        state_squeeze_null: 0.04,
        norm_shift: 0.03,
        harmonisation: 0.75,
        state_decides: 0.0,
        state_decides_null: 0.0,
        min: 0.2,
        max: 1.0,
    };

    #[test]
    fn hand_calculated_decisions() {
        // municipality: 0.8 + 0.25·0.08 + 0.05 + 0.1·(0.9 − 0.4) − 0.02·0.4 = 0.912
        assert!((granted(&P, 0.08, 0.05, 0.9, 0.4) - 0.912).abs() < 1e-15);
        // state, municipality pays nothing: 0.8 + 0.02 + 0.05 + 0.03 + 0 − 0.01 = 0.89
        let state = Practice { state_decides: 1.0, ..P };
        assert!((granted(&state, 0.08, 0.05, 0.9, 0.0) - 0.89).abs() < 1e-15);
        // The state decides today: 0.8 + 0.02 + 0.05 + 0.03 + 0.1·0.7 − (0.04·0.4 + 0.01·(0.3 − 0.4)) = 0.955, and a model
        // that changes nothing is as the zero alternative, whenever it starts.
        let today = Practice { state_decides_null: 1.0, ..state };
        assert!((granted(&today, 0.08, 0.05, 0.6, 0.7) - 0.955).abs() < 1e-15);
        let later = Practice { state_squeeze: 0.0, ..today };
        assert_eq!(granted(&today, 0.08, 0.05, 0.6, 0.6), granted(&later, 0.08, 0.05, 0.6, 0.6));
        assert!((hours(0.8, 50.0, 40.0, 3.0) - 0.8 * 47.5).abs() < 1e-12);
        assert_eq!(hours(0.8, 50.0, 40.0, 24.0), 32.0);
    }

    proptest! {
        #[test]
        fn v_h05_a_higher_state_share_never_lowers_what_a_municipality_grants(
            u in -0.3f64..0.3, v in -0.3f64..0.3, pi0 in 0.0f64..1.0, hi in 0.0f64..1.0, cut in 0.0f64..1.0
        ) {
            prop_assert!(granted(&P, u, v, pi0, hi * cut) >= granted(&P, u, v, pi0, hi));
        }
    }
}
