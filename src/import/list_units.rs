//! Which municipality each row of a list of persons is of: that of its own cell, or the one that is named for all of them.

use super::cells::Line;
use super::choices::Choices;
use super::headings::Role;
use super::list_rows::Rows;
use super::list_words;
use super::table::Table;
use super::units::{Place, Register};
use crate::text::{Words, say};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that say it, and what is named for all rows.
pub struct Column<'r> {
    register: &'r Register,
    columns: Vec<usize>,
    only: Option<&'r str>,
    /// Whether the column is of zones of the one municipality, which may be called as municipalities are.
    zones: bool,
    /// Rows below a municipality that stands once over its persons, by line.
    below: BTreeMap<usize, String>,
    /// Whether municipalities stand once over their persons.
    once: bool,
    /// The number of the municipality of rows below a row of its own.
    heads: BTreeMap<usize, String>,
}

impl<'r> Column<'r> {
    /// Those of a list, with what rows of their own say of the rows below.
    pub fn of(table: &Table, choices: &'r Choices, register: &'r Register, rows: &Rows) -> Column<'r> {
        let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
        let zones = list_words::has_zones(table, &columns, register);
        let only = choices.only_unit.as_deref();
        let below = if only.is_none() { below(table, &columns, &rows.persons) } else { BTreeMap::new() };
        let once = rows.of_units || !below.is_empty();
        Column { register, only, zones, columns, below, once, heads: rows.units.clone() }
    }

    /// Whether municipalities stand once over their persons.
    pub fn stand_once(&self) -> bool {
        self.once
    }

    /// The municipality of a row; the column and what is wrong where that is none, or another than all are said to be of.
    pub fn of_row(&self, table: &Table, row: &Line) -> Result<String, (usize, Words)> {
        let own = row.label(&self.columns);
        let label = match (own.is_empty(), self.heads.get(&row.number)) {
            (false, _) => own,
            (true, Some(id)) => return Ok(id.clone()),
            (true, None) => self.below.get(&row.number).cloned().unwrap_or_default(),
        };
        let first = self.columns.first().copied().or(table.first(Role::Age)).unwrap_or_default();
        let numbered = label.starts_with(|c: char| c.is_ascii_digit());
        match (label.as_str(), self.only) {
            ("", Some(id)) => Ok(id.to_string()),
            ("", None) => Err((first, say::IMPORT_NO_UNIT)),
            (label, only) => match (self.register.place(label), only) {
                (Place::Unit { id, .. }, None) => Ok(id),
                (Place::Unit { id, .. }, Some(only)) if id == only => Ok(id),
                (Place::Unit { .. } | Place::Several(_), Some(only)) if self.zones && !numbered => {
                    Ok(only.to_string())
                }
                (Place::Unit { .. }, Some(_)) => Err((first, say::IMPORT_LIST_OTHER_UNIT)),
                // Districts of the one municipality that is named.
                (Place::District | Place::Unknown, Some(only)) => Ok(only.to_string()),
                _ => Err((first, say::IMPORT_UNKNOWN_UNIT)),
            },
        }
    }
}

/// The municipality that stands above each row that has none, where that is how the list is written: every one stands once, the
/// first row has one, and most rows have none. Else whoever has none lacks it.
fn below(table: &Table, columns: &[usize], persons: &BTreeSet<usize>) -> BTreeMap<usize, String> {
    let rows: Vec<(usize, String)> = table
        .rows
        .iter()
        .filter(|row| persons.contains(&row.number))
        .map(|row| (row.number, row.label(columns)))
        .collect();
    let labels: Vec<&String> =
        rows.iter().map(|(_, label)| label).filter(|label| !label.is_empty()).collect();
    let once = labels.iter().collect::<BTreeSet<_>>().len() == labels.len();
    let first = rows.first().is_some_and(|(_, label)| !label.is_empty());
    if !once || !first || rows.len() < 3 * labels.len() {
        return BTreeMap::new();
    }
    let mut above = String::new();
    let mut found = BTreeMap::new();
    for (line, label) in rows {
        match label.is_empty() {
            true => drop(found.insert(line, above.clone())),
            false => above = label,
        }
    }
    found
}
