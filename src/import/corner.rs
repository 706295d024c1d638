//! A column without a heading, as where the corner of a table is left blank: what stands in it says what it is of.

use super::ages::Ages;
use super::cells::folded;
use super::headings::Role;
use super::sums::Sex;
use super::table::Table;
use super::units::{Place, Register};

/// Gives the first column without a heading the role that its cells have, where no other column has it.
pub fn settle(table: &mut Table, register: &Register) {
    let has = |role: Role| table.first(role).is_some();
    let (placed, aged) = (has(Role::Unit) || has(Role::Name), has(Role::Age));
    let has_sex = has(Role::Sex);
    let of_sex =
        |text: &str| text.len() > 2 && matches!(Sex::read(&folded(text)), Some(Sex::Men | Sex::Women));
    let blank = |(role, heading): &(Role, String)| *role == Role::Unread && heading.trim().is_empty();
    let list = table.columns.iter().any(|(role, _)| matches!(role, Role::Person(_) | Role::Identity));
    let Some(column) = table.columns.iter().position(blank).filter(|_| !list) else { return };
    let cells = || table.rows.iter().map(|row| row.cell(column).text()).filter(|text| !text.is_empty());
    let of_place = |text: &str| matches!(register.place(text), Place::Unit { .. });
    let in_words = |text: &str| text.contains(|c: char| !c.is_ascii_digit());
    let of_ages = |text: &str| in_words(text) && matches!(Ages::read(text), Some(Ages::Of(_)));
    if !placed && cells().any(|text| of_place(&text)) {
        table.columns[column].0 = Role::Unit;
    } else if !aged && cells().any(|text| of_ages(&text)) {
        table.columns[column].0 = Role::Age;
    } else if !has_sex && cells().any(|text| of_sex(&text)) {
        table.columns[column].0 = Role::Sex;
    }
}
