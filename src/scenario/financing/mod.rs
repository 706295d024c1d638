//! Financing models (model.md §2). A model is data: a full set of levers, most of them inherited from the model
//! that it extends. What a lever is stands in [`lever`]; every lever has one row in `catalogue`.

mod catalogue;
mod dated_levers;
pub mod lever;

use crate::text::Text;
pub use catalogue::{LEVERS, Levers};
pub use dated_levers::DatedLevers;
pub use lever::{Decider, Lever, Number, OffsetBasis, OffsetBy, RefundScope, TransitionRule};
use std::borrow::Cow;

/// Id of the zero alternative.
pub const ZERO: &str = "zero";
/// Ids of the main models, those of the shipped scenarios beside the zero alternative: they are compared with each other
/// unasked.
pub const MAIN_MODELS: [&str; 2] = ["A", "B"];
/// The id that it had before, which many programs that read tables take for a missing cell. It is still understood wherever
/// users write the id of a model, and never written.
const OLD_ZERO: &str = "null";

/// The id of the model that users mean by an id.
pub fn model_id(written: &str) -> &str {
    if written == OLD_ZERO { ZERO } else { written }
}

/// What users mean by the path of a model's lever, `financing.MODEL.LEVER`. Other paths are as they are.
pub fn lever_path(written: &str) -> Cow<'_, str> {
    match written.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        Some((model, lever)) if model == OLD_ZERO => Cow::Owned(format!("financing.{ZERO}.{lever}")),
        _ => Cow::Borrowed(written),
    }
}

/// The name under which a parameter's random numbers are drawn. A lever of the zero alternative keeps the one it had before, so
/// that the same seed goes on giving the same draws.
pub fn drawn_as(id: &str) -> Cow<'_, str> {
    match id.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        Some((model, lever)) if model == ZERO => Cow::Owned(format!("financing.{OLD_ZERO}.{lever}")),
        _ => Cow::Borrowed(id),
    }
}

/// The levers as they are but for those that no person depends on: how a withdrawal is shared and set, how losers are
/// spared, and when a refund is paid. Models that are alike in the others have the same persons' lives.
fn of_lives(levers: &Levers) -> Levers {
    let none = Levers::neutral();
    Levers {
        offset_by: none.offset_by,
        offset_basis: none.offset_basis,
        rebase_years: none.rebase_years,
        transition_rule: none.transition_rule,
        transition_cap: none.transition_cap,
        transition_years: none.transition_years,
        lag_years: none.lag_years,
        scheme_offset_share: none.scheme_offset_share,
        refund_institutions: none.refund_institutions,
        ..levers.clone()
    }
}

/// Which models' lives are lived, and which of them every model has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lives {
    /// `[slot]`: the model whose levers the lives are lived under.
    pub lived: Vec<usize>,
    /// `[model]`: its slot.
    pub slot: Vec<usize>,
}

impl Lives {
    /// Of some models, in their order.
    pub fn of(models: &[Model]) -> Lives {
        let mut distinct: Vec<(Levers, Vec<DatedLevers>)> = Vec::new();
        let mut lives = Lives { lived: Vec::new(), slot: Vec::new() };
        let history = |m: &Model| -> Vec<DatedLevers> {
            m.history.iter().map(|own| DatedLevers { levers: of_lives(&own.levers), ..own.clone() }).collect()
        };
        let all = models.iter().map(|m| (of_lives(&m.levers), history(m)));
        for (model, levers) in all.enumerate() {
            let slot = distinct.iter().position(|known| *known == levers).unwrap_or(distinct.len());
            if slot == distinct.len() {
                distinct.push(levers);
                lives.lived.push(model);
            }
            lives.slot.push(slot);
        }
        lives
    }
}

/// A financing model of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Identifier (`zero`, `A`, `B-refund`).
    pub id: String,
    /// Full name.
    pub title: Text,
    /// Column heading, at most 22 characters.
    pub short: Text,
    /// One sentence.
    pub description: Text,
    /// The model it builds on; none for `zero`.
    pub extends: Option<String>,
    /// Levers, defaults filled in.
    pub levers: Levers,
    /// Levers that replace these from some year on, by year.
    pub history: Vec<DatedLevers>,
}

impl Model {
    /// The levers as the model has them in a year, in full effect.
    pub fn levers_in(&self, year: i32) -> &Levers {
        DatedLevers::of(&self.history, year).unwrap_or(&self.levers)
    }
}

#[cfg(test)]
mod tests {
    use super::lever::{Absence, Onset};
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_zero_alternative_is_known_by_its_old_name_and_drawn_as_before() {
        assert_eq!(["null", "zero", "null-norms", "A"].map(model_id), ["zero", "zero", "null-norms", "A"]);
        for (written, meant) in [
            ("financing.null.refund.rate", "financing.zero.refund.rate"),
            ("financing.null-norms.refund.rate", "financing.null-norms.refund.rate"),
            ("copayment.null", "copayment.null"),
        ] {
            assert_eq!(lever_path(written), meant);
            assert_eq!(drawn_as(meant), written);
        }
    }

    #[test]
    fn every_lever_is_complete_and_stands_once() {
        for (i, lever) in LEVERS.iter().enumerate() {
            let path = lever.path;
            assert!(LEVERS[..i].iter().all(|other| other.path != path), "{path} twice");
            let [lo, hi] = lever.range;
            assert!(lo < hi, "{path}");
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                assert!(!lever.meaning.get(lang).is_empty(), "{path}");
            }
            let plain = lever.onset == Onset::AtOnce && lever.none == Absence::Illegal;
            assert!(plain || lever.kind.is_number(), "{path}: only numbers move gradually or may be none");
            if let Absence::As(other) = lever.none {
                assert!(LEVERS.iter().any(|l| l.path == other && l.kind.is_number()), "{path}");
            }
        }
    }

    #[test]
    fn every_neutral_value_is_a_legal_one() {
        for (lever, number) in Levers::neutral().numbers() {
            let [lo, hi] = lever.range;
            assert!((lo..=hi).contains(&number.value(&[])), "{}", lever.path);
        }
    }
}
