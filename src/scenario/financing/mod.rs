//! Financing models (model.md §2). A model is data: a full set of levers, most of them inherited from the model
//! that it extends. What a lever is stands in [`lever`]; every lever has one row in `catalogue`.

mod catalogue;
pub mod lever;

use crate::text::Text;
pub use catalogue::{LEVERS, Levers};
pub use lever::{Decider, Lever, Number, OffsetBasis, OffsetBy};

/// A financing model of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Identifier (`null`, `A`, `B-refund`).
    pub id: String,
    /// Full name.
    pub title: Text,
    /// Column heading, at most 22 characters.
    pub short: Text,
    /// One sentence.
    pub description: Text,
    /// The model it builds on; none for `null`.
    pub extends: Option<String>,
    /// Levers, defaults filled in.
    pub levers: Levers,
}

#[cfg(test)]
mod tests {
    use super::lever::{Absence, Onset};
    use super::*;
    use crate::text::Lang;

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
