//! Headings over several rows: what stands above and below each other is one heading, and what stands over several columns is
//! that of all of them.

use super::cells::{Cell, Grid, Line, folded};
use super::headings::Role;
use super::labels::may_be_year;
use super::marks::{Amount, Habit};
use super::unit_words::is_unit;
use std::collections::BTreeSet;

/// Headings over two rows: the upper ones go on to the right over empty cells. None where the upper row is a title.
pub fn joined(above: &Line, own: &[String]) -> Option<Vec<String>> {
    let filled: Vec<usize> = above.filled().map(|(column, _)| column).collect();
    if filled.is_empty() || filled == [0] || own.iter().filter(|text| !text.is_empty()).count() < 2 {
        return None;
    }
    let columns = above.cells.len().max(own.len());
    let above: Vec<String> = (0..columns).map(|column| above.cell(column).text().into_owned()).collect();
    Some(one_below_other(&above, own))
}

/// Headings with those right below them, as many columns as the longer has.
pub fn one_below_other(above: &[String], own: &[String]) -> Vec<String> {
    let mut upper = "";
    let text = |row: &'_ [String], column: usize| row.get(column).cloned().unwrap_or_default();
    let columns = 0..above.len().max(own.len());
    let heading = |column: usize| {
        let (over, lower) = (above.get(column).map_or("", String::as_str), text(own, column));
        if !over.is_empty() {
            upper = over;
        }
        // The name of a column over two rows stands in the upper one.
        match (upper.is_empty(), lower.is_empty()) {
            (true, _) => lower,
            (_, true) => over.to_string(),
            _ => format!("{upper} {lower}"),
        }
    };
    columns.map(heading).collect()
}

/// Whether a column is one of a list of persons alone.
pub fn is_of_list(role: &Role) -> bool {
    matches!(role, Role::Person(_) | Role::Identity)
}

/// The row right below headings that divides their columns further, by place: words over numbers, with nothing under what rows
/// are of. In a list of persons it may be somebody's.
pub fn lower(grid: &Grid, at: usize, columns: &[(Role, String)]) -> Option<usize> {
    let is_key = |role: &Role| matches!(role, Role::Unit | Role::Name | Role::Age | Role::Year | Role::Sex);
    if columns.iter().any(|(role, _)| is_of_list(role)) {
        return None;
    }
    let habit = Habit::of(grid);
    let below = at + 1 + grid.rows[at + 1..].iter().position(|row| row.filled().next().is_some())?;
    let row = &grid.rows[below];
    let role = |column: usize| columns.get(column).map_or(&Role::Unread, |(role, _)| role);
    let heading = |column: usize| columns.get(column).map_or("", |(_, heading)| heading.as_str());
    let keys_are_blank = !row.filled().any(|(column, _)| column == 0 || is_key(role(column)));
    let is_heading = |cell: &Cell| matches!(habit.amount(cell), Amount::Other) || may_be_year(&cell.text());
    let in_words = |cell: &Cell| cell.text().contains(char::is_alphabetic);
    // What numbers are counted in divides none, unless it stands beyond the headings.
    let divides = |(column, cell): (usize, &Cell)| match heading(column).is_empty() {
        true => in_words(cell),
        false => matches!(role(column), Role::Figures(_)) && in_words(cell) && !is_unit(&cell.text()),
    };
    let of_headings = keys_are_blank && row.filled().all(|(_, cell)| is_heading(cell));
    (of_headings && row.filled().any(divides)).then_some(below)
}

/// How many columns are of figures.
pub fn figures(columns: &[(Role, String)]) -> usize {
    columns.iter().filter(|(role, _)| matches!(role, Role::Figures(_))).count()
}

/// How many columns that are read are called as one before them.
pub fn alike(columns: &[(Role, String)]) -> usize {
    let read: Vec<String> =
        columns.iter().filter(|(role, _)| *role != Role::Unread).map(|(_, text)| folded(text)).collect();
    read.len() - read.iter().collect::<BTreeSet<&String>>().len()
}
