//! Headings of the form to fill in, and which columns of the program's own tables they are.

use super::cells::folded;
use crate::text::{Lang, Message, Words, say};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Headings of the form, in any language, and what they are in the program's own names.
pub const FORM: [(Words, &str); 19] = [
    (say::FORM_ID, "id"),
    (say::FORM_NAME, "name"),
    (say::FORM_INHABITANTS, "skip"),
    (say::FORM_PRICE, "price_per_hour"),
    (say::FORM_REFUND, "refund"),
    (say::FORM_YEAR, "year"),
    (say::FORM_CLASS_0, "recipients_0_17"),
    (say::FORM_CLASS_1, "recipients_18_49"),
    (say::FORM_CLASS_2, "recipients_50_66"),
    (say::FORM_CLASS_3, "recipients_67_79"),
    (say::FORM_CLASS_4, "recipients_80_plus"),
    (say::FORM_PSEUDONYM, "pseudonym"),
    (say::FORM_UNIT, "id"),
    (say::FORM_BIRTH, "birth"),
    (say::FORM_HOURS, "hours_week"),
    (say::FORM_SINCE, "since"),
    (say::FORM_OTHER_COST, "other_cost"),
    (say::FORM_RELATIVES, "relatives"),
    (say::FORM_CONDITION, "condition"),
];

/// The name of the column that a heading in small letters is the form's of.
pub fn name(text: &str) -> Option<&'static str> {
    static NAMES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
        let of = |(words, name): &(Words, &'static str)| {
            [Lang::Nb, Lang::Nn, Lang::En].map(|lang| (folded(&Message::get(words, lang)), *name))
        };
        // The first of those that are called the same.
        FORM.iter().rev().flat_map(of).collect()
    });
    NAMES.get(text).copied()
}
