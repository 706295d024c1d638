//! What tight budgets take of decisions year by year (model.md §3). It accumulates: what was tightened before a model
//! starts is not undone by it, and from its start the model's own decider tightens by what it pays itself.

use crate::rules::explain::explained;

/// The accumulation of the squeeze under one model, in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Squeeze {
    /// Squeeze a year of the zero alternative's decider, share of need: κ where it is the municipality, κₛ the state.
    pub rate_null: f64,
    /// The same of the model's decider.
    pub rate: f64,
    /// 1 where the state decides under the zero alternative, else 0.
    pub state_null: f64,
    /// 1 where the state decides under the model, else 0.
    pub state: f64,
    /// Years since the base year.
    pub years: f64,
    /// n: those of them in which the model's decider has decided.
    pub own_years: f64,
}

/// The share that whoever decides pays of one more hour, or of all: the municipality's, or what it leaves to the state.
#[inline(always)]
pub fn own_share(state: f64, municipal_share: f64) -> f64 {
    if state > 0.5 { 1.0 - municipal_share } else { municipal_share }
}

/// Q, a share of need. `pi_null` and `pi` are the municipal marginal shares under the zero alternative and the model, in
/// the year.
///
/// Where the same decides under both, Q = κ·(years·m₀ + n·(m − m₀)), which is the zero alternative's own to the last bit
/// where the shares are equal, whenever the model starts; where another decides, Q = κ₀·(years − n)·m₀ + κ·n·m.
#[inline(always)]
pub fn accumulated(s: &Squeeze, pi_null: f64, pi: f64) -> f64 {
    let (null, own) = (own_share(s.state_null, pi_null), own_share(s.state, pi));
    if s.state_null == s.state {
        s.rate * (s.years * null + s.own_years * (own - null))
    } else {
        s.rate_null * (s.years - s.own_years) * null + s.rate * s.own_years * own
    }
}

explained! {
    /// How [`accumulated`] squeeze is explained; the formula depends on who decides, see [`formula`].
    SQUEEZE "squeeze" "";
}

/// Its formula, by who decides under the zero alternative and under the model.
pub fn formula(state_null: f64, state: f64) -> String {
    let of = |state: f64, share: &str| match state > 0.5 {
        true => ("state_squeeze", format!("(1 − {share})")),
        false => ("budget_squeeze", share.to_string()),
    };
    let ((rate_null, null), (rate, own)) =
        (of(state_null, "marginal_share_null"), of(state, "marginal_share"));
    if state_null == state {
        format!("{rate}·(years·{null} + own_years·({own} − {null}))")
    } else {
        format!("{rate_null}·(years − own_years)·{null} + {rate}·own_years·{own}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MUNICIPALITY: Squeeze =
        Squeeze { rate_null: 0.004, rate: 0.004, state_null: 0.0, state: 0.0, years: 9.0, own_years: 5.0 };

    #[test]
    fn the_formula_names_the_rate_and_the_share_of_who_decides() {
        let same =
            |rate: &str, null: &str, own: &str| format!("{rate}·(years·{null} + own_years·({own} − {null}))");
        let municipal = same("budget_squeeze", "marginal_share_null", "marginal_share");
        assert_eq!(formula(0.0, 0.0), municipal);
        let state = same("state_squeeze", "(1 − marginal_share_null)", "(1 − marginal_share)");
        assert_eq!(formula(1.0, 1.0), state);
        assert_eq!(
            formula(0.0, 1.0),
            "budget_squeeze·(years − own_years)·marginal_share_null + state_squeeze·own_years·(1 − marginal_share)"
        );
    }

    /// Nine years after the base year and five after the start: 0.004·(9·0.9 + 5·(0.6 − 0.9)) = 0.0264; with unchanged
    /// shares 0.004·9·0.9, to the bit, whenever the model started.
    #[test]
    fn a_municipality_eases_only_what_it_would_have_tightened_since_the_start() {
        assert!((accumulated(&MUNICIPALITY, 0.9, 0.6) - 0.0264).abs() < 1e-15);
        for own_years in [0.0, 3.0, 5.0, 9.0] {
            let like = Squeeze { own_years, ..MUNICIPALITY };
            assert_eq!(accumulated(&like, 0.9, 0.9), 0.004 * (9.0 * 0.9));
        }
    }

    /// The state takes over what four years tightened and adds its own: 0.004·4·0.9 + 0.003·5·1 = 0.0294.
    #[test]
    fn the_state_starts_from_what_the_municipality_tightened() {
        let state = Squeeze { rate: 0.003, state: 1.0, ..MUNICIPALITY };
        assert!((accumulated(&state, 0.9, 0.0) - 0.0294).abs() < 1e-15);
        // The state decides today: its own share of the first 9 years, and of the last 5 the difference.
        let today = Squeeze { rate_null: 0.003, state_null: 1.0, ..state };
        assert!((accumulated(&today, 0.4, 0.1) - 0.003 * (9.0 * 0.6 + 5.0 * 0.3)).abs() < 1e-15);
        let handed = Squeeze { rate: 0.004, state: 0.0, ..today };
        assert!((accumulated(&handed, 0.4, 0.1) - (0.003 * 4.0 * 0.6 + 0.004 * 5.0 * 0.1)).abs() < 1e-15);
    }
}
