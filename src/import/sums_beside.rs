//! Sums that are named in another column than that of municipalities: «Sum» or «Akershus totalt» in a column of counties.

use super::cells::{Cell, Line, folded};
use super::headings::Role;
use super::lists;
use super::sums::is_sum;
use super::table::Table;

/// The rows of a table in which such sums stand where municipalities do; none where it has no such. Every row without a
/// municipality must be one: where labels stand once, a blank cell is of the municipality above.
pub fn named(table: &Table) -> Option<Vec<Line>> {
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let place = *places.first()?;
    if lists::is_list(table) {
        return None;
    }
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let unread = table.all(|role| *role == Role::Unread);
    let is_of_none = |row: &Line| {
        places.iter().all(|column| row.cell(*column).is_empty())
            && figures.iter().any(|column| !row.cell(*column).is_empty())
    };
    let ends_as_sum =
        |text: &str| [" totalt", " total", " sum", " i alt"].iter().any(|end| text.ends_with(end));
    let sum = |row: &Line| {
        let texts = unread.iter().map(|column| folded(&row.cell(*column).text()));
        texts.into_iter().any(|text| !text.is_empty() && (is_sum(&text) || ends_as_sum(&text)))
    };
    let mut without = table.rows.iter().filter(|row| is_of_none(row)).peekable();
    without.peek()?;
    if !without.all(sum) {
        return None;
    }
    let named = |row: &Line| {
        let mut row = row.clone();
        if is_of_none(&row) {
            row.set(place, Cell::of(SUM));
        }
        row
    };
    Some(table.rows.iter().map(named).collect())
}

/// What a sum over municipalities is called.
const SUM: &str = "Sum";
