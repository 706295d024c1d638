//! Words that say in what numbers are counted, as stand in a row of their own below headings.

use super::cells::folded;
use super::periods::Period;
use super::scales::scale;
use super::subject::{Subject, of as subject_of};

/// Units of plain numbers.
const PLAIN: [&str; 16] = [
    "antall", "antal", "tal", "stk", "stk.", "pers", "ant", "personer", "personar", "persons", "number",
    "timer", "timar", "hours", "år", "-",
];

/// Whether a text is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    let text = folded(text);
    let bare = text.trim_matches(['(', ')', '[', ']', '.']);
    PLAIN.contains(&bare)
        || scale(bare).is_some()
        || Period::of(bare).is_some()
        || subject_of(bare) == Some(Subject::Shares)
}
