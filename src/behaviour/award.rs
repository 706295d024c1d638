//! How easily a person in the pool is awarded BPA (model.md §3). An event of hazard λ happens in
//! the year with probability 1 − exp(−λ): when the person's exponential deviate −ln(1 − U) is below λ.

use super::squeeze::own_share;
use crate::math::{Bounds, exp};
use crate::rules::explain::explained;

/// The constants of the award hazard of one decider in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Admission {
    /// Hazard a year at full right in an average unit: the level times how far BPA has spread.
    pub rate: f64,
    /// β_e: a decider who does not pay takes more users in.
    pub response: f64,
    /// g_u: generous units also admit more.
    pub slope: f64,
    /// η.
    pub harmonisation: f64,
    /// ½·g_u²·σ_u²·(1 − η)²: what keeps the mean of the units' effects at 1, evened out or not.
    pub mean_kept: f64,
    /// How much a squeeze on hours also squeezes admission, log hazard per share of need.
    pub squeeze: f64,
    /// α: how far admission has drifted, log hazard.
    pub drift: f64,
    /// 0 municipality, 1 state decides.
    pub state: f64,
    /// The same under the zero alternative.
    pub state_null: f64,
}

/// ½·g_u²·σ_u²·(1 − η)², see [`Admission::mean_kept`].
pub fn mean_kept(slope: f64, municipal_sd: f64, harmonisation: f64) -> f64 {
    let spread = slope * municipal_sd * (1.0 - harmonisation);
    0.5 * spread * spread
}

/// How easily BPA is awarded, relative to a full right in an average unit today:
/// exp(g_u·(1−η)·ũ − ½·g_u²·σ_u²·(1−η)² + β_e·(m̄₀ − m̄) − squeeze·Q + α).
///
/// `avg_null` and `avg` are the municipal average shares under the zero alternative and the model; m̄₀ and m̄ are those of
/// whoever decides, so that a model which changes nothing changes nothing here either. `squeezed` is Q.
#[inline(always)]
pub fn ease(a: &Admission, generosity: f64, avg_null: f64, avg: f64, squeezed: f64) -> f64 {
    let unit = a.slope * ((1.0 - a.harmonisation) * generosity) - a.mean_kept;
    let relief = own_share(a.state_null, avg_null) - own_share(a.state, avg);
    exp(unit + a.response * relief - a.squeeze * squeezed + a.drift)
}

/// What a year that is good or bad for all does to the hazard: exp(σ·z − ½·σ²), 1 on average; `z` is standard normal.
pub fn shock(sd: f64, z: f64) -> f64 {
    exp(sd * z - 0.5 * sd * sd)
}

/// The award hazard, a year: λ = rate · openness · f_rights · ease. `openness` is the age class's ratio times the year's
/// [`shock`].
#[inline(always)]
pub fn hazard(a: &Admission, openness: f64, rights: f64, ease: f64) -> f64 {
    a.rate * openness * rights * ease
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
    EASE "ease" "";

    /// How [`hazard`] is explained.
    HAZARD "award_hazard" "award_level·penetration·openness·right·ease";

    /// The hazard of a case that the model's decider has taken over.
    HAZARD_TAKEN_OVER "hazard_taken_over" "award_level·penetration·openness·right·ease" named RULE_HAZARD_TAKEN_OVER;

    /// The hazard of a case that the zero alternative's decider still has.
    HAZARD_AS_TODAY "hazard_as_today" "award_level·penetration·openness·right·ease" named RULE_HAZARD_AS_TODAY;

    /// How an award that [`happens`] is explained.
    AWARDED "awarded" "[award_draw < award_hazard]";

    /// How it is explained that somebody leaves of own will.
    EXITED "exited" "[exit_draw < exit_rate]";

    /// How it is explained who has BPA; the formula depends on what may happen.
    RECIPIENT "recipient" "";

    /// How a year that [`waiting_share`] shortens is explained.
    RUNNING "running" "1 − min(1, months / 12·wait_draw)";
}

/// The formula of an award, by the highest age at which BPA is kept.
pub fn awarded_formula(kept_until: f64) -> String {
    let within = if kept_until.is_finite() { "·[age ≤ rights.max_age_new]" } else { "" };
    format!("{}{within}", AWARDED.formula)
}

/// The formula of an exit, by the highest age at which BPA is kept.
pub fn exited_formula(kept_until: f64) -> String {
    let over_age = match kept_until.is_finite() {
        true => " + [exit_draw ≥ exit_rate]·[age > rights.max_age_new]",
        false => "",
    };
    format!("{}{over_age}", EXITED.formula)
}

/// The formula of the hazard while cases move from the zero alternative's decider to the model's.
pub const TAKING_OVER: &str = "phase·hazard_taken_over + (1 − phase)·hazard_as_today";

/// How [`ease`] is explained, by who decides under the zero alternative and the model.
pub fn formula(state_null: f64, state: f64) -> String {
    let share =
        |state: f64, share: &str| if state > 0.5 { format!("(1 − {share})") } else { share.to_string() };
    let (null, own) = (share(state_null, "average_share_null"), share(state, "average_share"));
    format!(
        "exp(municipal_award_slope·(1 − harmonisation)·generosity − 0.5·municipal_award_slope·municipal_award_slope·\
         municipal_sd·municipal_sd·(1 − harmonisation)·(1 − harmonisation) + award_response·({null} − {own}) − \
         squeeze_admission·squeeze + admission_drifted)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_name_the_age_limit_and_the_share_of_who_decides() {
        let beyond = f64::INFINITY;
        assert_eq!(awarded_formula(beyond), AWARDED.formula);
        assert_eq!(awarded_formula(67.0), format!("{}·[age ≤ rights.max_age_new]", AWARDED.formula));
        assert_eq!(exited_formula(beyond), EXITED.formula);
        assert!(exited_formula(67.0).ends_with("[age > rights.max_age_new]"));
        assert!(exited_formula(67.0).starts_with(EXITED.formula));
        assert!(formula(0.0, 1.0).contains("(average_share_null − (1 − average_share)) −"));
        assert!(formula(1.0, 0.0).contains("((1 − average_share_null) − average_share) −"));
    }

    const A: Admission = Admission {
        rate: 0.1,
        response: 0.5,
        slope: 2.0,
        harmonisation: 0.0,
        mean_kept: 0.0,
        squeeze: 0.0,
        drift: 0.0,
        state: 0.0,
        state_null: 0.0,
    };

    #[test]
    fn a_payer_who_does_not_decide_changes_nothing_at_equal_shares() {
        assert!((hazard(&A, 1.0, 0.7, ease(&A, 0.1, 0.6, 0.6, 0.0)) - 0.07 * libm::exp(0.2)).abs() < 1e-15);
        // the state decides and pays nothing: its own share is 0, the municipality's 1
        let s = Admission { state: 1.0, slope: 0.0, ..A };
        assert!(
            (hazard(&s, 1.0, 1.0, ease(&s, 0.1, 0.6, 1.0, 0.0)) - 0.1 * libm::exp(0.5 * 0.6)).abs() < 1e-15
        );
        // The state decides today and pays 0.4; a model that hands the decision to the municipality, which pays 0.6.
        let today = Admission { state_null: 1.0, ..s };
        assert_eq!(ease(&today, 0.1, 0.6, 0.6, 0.0), 1.0);
        let handed = Admission { state: 0.0, ..today };
        assert!((ease(&handed, 0.1, 0.6, 0.6, 0.0) - libm::exp(0.5 * (0.4 - 0.6))).abs() < 1e-15);
        assert_eq!(waiting_share(3.0, 2.0), 0.5);
        assert_eq!(waiting_share(3.0, 40.0), 1.0);
    }

    /// Slope 2 and spread 0.08: −½·(0.16)² = −0.0128 in logs, a quarter of it when half is evened out. A squeeze of 0.02
    /// takes 3·0.02, a drift of 0.05 gives it back but for 0.01.
    #[test]
    fn squeeze_drift_and_the_kept_mean_are_in_logs() {
        for (harmonisation, log) in [(0.0, -0.0128), (0.5, -0.0032), (1.0, 0.0)] {
            let a = Admission { harmonisation, mean_kept: mean_kept(2.0, 0.08, harmonisation), ..A };
            assert!((ease(&a, 0.0, 0.6, 0.6, 0.0) - libm::exp(log)).abs() < 1e-15, "{harmonisation}");
        }
        // A unit a tenth above the mean, 2·0.1 in logs; half of that when half is evened out.
        for (harmonisation, log) in [(0.0, 0.2), (0.5, 0.1), (1.0, 0.0)] {
            let a = Admission { harmonisation, ..A };
            assert!((ease(&a, 0.1, 0.6, 0.6, 0.0) - libm::exp(log)).abs() < 1e-15, "{harmonisation}");
        }
        let a = Admission { squeeze: 3.0, drift: 0.05, ..A };
        assert!((ease(&a, 0.0, 0.6, 0.6, 0.02) - libm::exp(-0.01)).abs() < 1e-15);
        assert!((hazard(&a, 1.7, 0.5, 2.0) - 0.17).abs() < 1e-15);
    }

    #[test]
    fn the_shock_of_a_year_is_one_on_average() {
        assert!((shock(0.18, 2.0) - libm::exp(0.36 - 0.0162)).abs() < 1e-15);
        assert_eq!(shock(0.0, 2.0), 1.0);
    }

    #[test]
    fn an_event_happens_below_its_hazard() {
        assert_eq!([0.09, 0.1, 0.11].map(|exponential| happens(exponential, 0.1)), [true, false, false]);
    }
}
