//! Levers without effect in a model: what they are set to says nothing of it, so that readers are told that instead.

use super::columns::WITHDRAWAL;
use crate::records::manifest::ModelInfo;
use serde_json::Value;

/// The terms of refund that [`SCOPE`] is about.
const TERMS: [&str; 9] = [
    "refund.rate",
    "refund.threshold",
    "refund.threshold_factor",
    "refund.min_age",
    "refund.max_age",
    "refund.deduct_intellectual",
    "refund.claim_share",
    "refund.salience",
    "refund.lag_years",
];
/// For whom terms of refund hold.
const SCOPE: &str = "refund.scope";
/// Shares of what is withdrawn: nothing is where all are zero.
const SHARES: [&str; 2] = ["offset_share", "scheme_offset_share"];
/// Levers that one value of another brings into force.
const NEEDS: [(&str, &str, &str); 3] = [
    ("rebase_years", "offset_basis", "rebased"),
    ("transition_cap", "transition_rule", "guarantee"),
    ("transition_years", "transition_rule", "linear"),
];

/// Why a lever is without effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// The terms of refund are today's, which hold for all.
    TermsOfToday,
    /// Nothing is withdrawn.
    NoWithdrawal,
    /// Another lever does not ask for it.
    NotAskedFor,
}

/// Why a model's lever is without effect; nothing where it has one.
pub fn idle(models: &[ModelInfo], model: usize, path: &str) -> Option<Idle> {
    let levers = &models[model].levers;
    let needs = NEEDS.iter().find(|(own, ..)| *own == path);
    if path == SCOPE {
        let zero = &models[0].levers;
        let today = TERMS.iter().all(|term| levers.get(*term) == zero.get(*term));
        return today.then_some(Idle::TermsOfToday);
    }
    if WITHDRAWAL.contains(&path) && !SHARES.contains(&path) {
        let nothing = |share: &str| levers.get(share).is_none_or(|share| share.as_f64() == Some(0.0));
        if SHARES.into_iter().all(nothing) {
            return Some(Idle::NoWithdrawal);
        }
    }
    let (_, other, value) = needs?;
    let asked = levers.get(*other).and_then(Value::as_str) == Some(value);
    (!asked).then_some(Idle::NotAskedFor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::Sample;
    use serde_json::json;

    #[test]
    fn levers_are_idle_where_nothing_hangs_on_them() {
        let sample = Sample::new(&[
            ("A", json!({"offset_share": 1, "offset_basis": "rebased"})),
            ("B", json!({"refund.rate": 0.9})),
            ("C", json!({"scheme_offset_share": 0.5, "refund.scope": "all", "refund.min_age": 16})),
        ]);
        sample.shown(|presenter| {
            let of = |model: usize, path: &str| idle(&presenter.run.about.models, model, path);
            assert_eq!([0, 1, 2, 3].map(|m| of(m, "refund.scope")), {
                let today = Some(Idle::TermsOfToday);
                [today, today, None, None]
            });
            let none = Some(Idle::NoWithdrawal);
            assert_eq!([0, 1, 2, 3].map(|m| of(m, "offset_basis")), [none, None, none, None]);
            let not = Some(Idle::NotAskedFor);
            assert_eq!([0, 1, 2, 3].map(|m| of(m, "rebase_years")), [none, None, none, not]);
            assert_eq!([0, 1].map(|m| of(m, "offset_share")), [None, None]);
        });
    }
}
