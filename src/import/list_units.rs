//! Which municipality each row of a list of persons is of: that of its own cell, or the one that is named for all of them.

use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::headings::Role;
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
    /// Lines of rows that are no person's, but name the municipality of those below.
    heads: BTreeSet<usize>,
}

impl<'r> Column<'r> {
    /// Those of a list.
    pub fn of(table: &Table, choices: &'r Choices, register: &'r Register) -> Column<'r> {
        let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
        let of_units = columns.iter().any(|column| folded(&table.columns[*column].1).contains("kommun"));
        let unknown = |row: &Line| {
            let label = row.label(&columns);
            !label.is_empty() && matches!(register.place(&label), Place::Unknown | Place::District)
        };
        let zones = !of_units && table.rows.iter().any(unknown);
        let only = choices.only_unit.as_deref();
        let none_has =
            table.rows.iter().all(|row| row.filled().count() < 2 || row.label(&columns).is_empty());
        let heads = if none_has { heads(table, register) } else { BTreeMap::new() };
        let below = match heads.is_empty() {
            true if only.is_none() => below(table, &columns),
            true => BTreeMap::new(),
            false => below_heads(table, &heads),
        };
        Column { register, only, zones, columns, below, heads: heads.into_keys().collect() }
    }

    /// Whether a row is no person's, but names the municipality of those below.
    pub fn is_head(&self, row: &Line) -> bool {
        self.heads.contains(&row.number)
    }

    /// Whether municipalities stand once over their persons.
    pub fn stand_once(&self) -> bool {
        !self.below.is_empty()
    }

    /// The municipality of a row; the column and what is wrong where that is none, or another than all are said to be of.
    pub fn of_row(&self, table: &Table, row: &Line) -> Result<String, (usize, Words)> {
        let own = row.label(&self.columns);
        let label =
            if own.is_empty() { self.below.get(&row.number).cloned().unwrap_or_default() } else { own };
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

/// Rows that have a municipality's name and nothing else, by line.
fn heads(table: &Table, register: &Register) -> BTreeMap<usize, String> {
    let named = |row: &Line| {
        let mut cells = row.filled();
        let (Some((_, Cell::Text(text))), None) = (cells.next(), cells.next()) else { return None };
        matches!(register.place(text), Place::Unit { .. }).then(|| (row.number, text.clone()))
    };
    table.rows.iter().filter_map(named).collect()
}

/// The name that stands in the nearest row of a name above each other row.
fn below_heads(table: &Table, heads: &BTreeMap<usize, String>) -> BTreeMap<usize, String> {
    let others = table.rows.iter().map(|row| row.number).filter(|line| !heads.contains_key(line));
    others.filter_map(|line| heads.range(..line).next_back().map(|(_, name)| (line, name.clone()))).collect()
}

/// The municipality that stands above each row that has none, where that is how the list is written: every one stands once, the
/// first row has one, and most rows have none. Else whoever has none lacks it.
fn below(table: &Table, columns: &[usize]) -> BTreeMap<usize, String> {
    let rows: Vec<(usize, String)> = table
        .rows
        .iter()
        .filter(|row| row.filled().count() > 1)
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
