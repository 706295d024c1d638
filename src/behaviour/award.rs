//! How easily a person in the pool is awarded BPA (model.md §3). An event of hazard λ happens in
//! the year with probability 1 − exp(−λ): when the person's exponential deviate −ln(1 − U) is below λ.

use crate::math::{Bounds, exp};
use crate::rules::explain::explained;

/// The constants of the award hazard in one model and year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Admission {
    /// Hazard at full right in the zero alternative, a year.
    pub rate: f64,
    /// β_e: a decider who does not pay takes more users in.
    pub response: f64,
    /// g_u: generous units also admit more.
    pub slope: f64,
    /// η.
    pub harmonisation: f64,
    /// 0 municipality, 1 state decides.
    pub state_decides: f64,
    /// The same under the zero alternative.
    pub state_decides_null: f64,
}

/// How easily BPA is awarded, relative to a full right in an average unit: exp(g_u·(1−η)·ũ + β_e·(m̄₀ − m̄)).
/// `avg_null` and `avg` are the municipal average shares under the zero alternative and the model; m̄₀ and m̄ are those of
/// whoever decides, so that a model which changes nothing changes nothing here either.
#[inline(always)]
pub fn ease(a: &Admission, generosity: f64, avg_null: f64, avg: f64) -> f64 {
    let unit = a.slope * ((1.0 - a.harmonisation) * generosity);
    let share_null = if a.state_decides_null > 0.5 { 1.0 - avg_null } else { avg_null };
    // The share of the level that does not decide is skipped, which saves an exponential and changes no bit.
    let municipality = if a.state_decides < 1.0 { exp(unit + a.response * (share_null - avg)) } else { 0.0 };
    let state = if a.state_decides > 0.0 { exp(unit + a.response * (share_null - (1.0 - avg))) } else { 0.0 };
    a.state_decides * state + (1.0 - a.state_decides) * municipality
}

/// The award hazard, a year: λ = rate · f_rights · ease.
#[inline(always)]
pub fn hazard(a: &Admission, rights: f64, ease: f64) -> f64 {
    a.rate * rights * ease
}

/// Whether an event of a hazard happens in the year. `exponential` is −ln U.
#[inline(always)]
pub fn happens(exponential: f64, hazard: f64) -> bool {
    exponential < hazard
}

/// Share of the award year in which BPA does not run yet: wait/12, at most 1. `exponential` is −ln U.
#[inline(always)]
pub fn waiting_share(mean_months: f64, exponential: f64) -> f64 {
    (mean_months * (1.0 / crate::rules::MONTHS) * exponential).at_most(1.0)
}

explained! {
    /// How [`ease`] is explained.
    EASE "ease" "(1 − state_decides)·exp(municipal_award_slope·(1 − harmonisation)·generosity + \
         award_response·(average_share_null − average_share)) + state_decides·exp(municipal_award_slope·\
         (1 − harmonisation)·generosity + award_response·(average_share_null − (1 − average_share)))";

    /// How [`hazard`] is explained.
    HAZARD "award_hazard" "award_rate·right·ease";

    /// How an award that [`happens`] is explained.
    AWARDED "awarded" "[award_draw < award_hazard]";

    /// How it is explained that somebody leaves of own will.
    EXITED "exited" "[exit_draw < exit_rate]";

    /// How it is explained who has BPA; the formula depends on what may happen.
    RECIPIENT "recipient" "";

    /// How a year that [`waiting_share`] shortens is explained.
    RUNNING "running" "1 − min(1, months / 12·wait_draw)";
}

/// How [`ease`] is explained where the zero alternative is decided by the state, or not.
pub fn formula(state_decides_null: f64) -> String {
    let own = if state_decides_null > 0.5 { "(1 − average_share_null)" } else { "average_share_null" };
    EASE.formula.replace("average_share_null", own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payer_who_does_not_decide_changes_nothing_at_equal_shares() {
        let a = Admission {
            rate: 0.1,
            response: 0.5,
            slope: 2.0,
            harmonisation: 0.0,
            state_decides: 0.0,
            state_decides_null: 0.0,
        };
        assert!((hazard(&a, 0.7, ease(&a, 0.1, 0.6, 0.6)) - 0.07 * libm::exp(0.2)).abs() < 1e-15);
        // the state decides and pays nothing: its own share is 0, the municipality's 1
        let s = Admission { state_decides: 1.0, slope: 0.0, ..a };
        assert!((hazard(&s, 1.0, ease(&s, 0.1, 0.6, 1.0)) - 0.1 * libm::exp(0.5 * 0.6)).abs() < 1e-15);
        // The state decides today and pays 0.4; a model that hands the decision to the municipality, which pays 0.6.
        let today = Admission { state_decides_null: 1.0, ..s };
        assert!((ease(&today, 0.1, 0.6, 0.6) - 1.0).abs() < 1e-15);
        let handed = Admission { state_decides: 0.0, ..today };
        assert!((ease(&handed, 0.1, 0.6, 0.6) - libm::exp(0.5 * (0.4 - 0.6))).abs() < 1e-15);
        assert_eq!(waiting_share(3.0, 2.0), 0.5);
        assert_eq!(waiting_share(3.0, 40.0), 1.0);
    }

    /// While a model that moves the decision is phased in, the two deciders are mixed: here the state decides a quarter.
    /// municipality: exp(2·0.5·0.1 + 0.5·(0.6 − 0.2)) = exp(0.3); state: exp(0.1 + 0.5·(0.6 − 0.8)) = 1.
    #[test]
    fn on_its_way_the_ease_is_a_mixture_of_the_deciders() {
        let a = Admission {
            rate: 0.1,
            response: 0.5,
            slope: 2.0,
            harmonisation: 0.5,
            state_decides: 0.25,
            state_decides_null: 0.0,
        };
        assert!((ease(&a, 0.1, 0.6, 0.2) - (0.75 * libm::exp(0.3) + 0.25)).abs() < 1e-15);
    }

    #[test]
    fn an_event_happens_below_its_hazard() {
        assert_eq!([0.09, 0.1, 0.11].map(|exponential| happens(exponential, 0.1)), [true, false, false]);
    }
}
