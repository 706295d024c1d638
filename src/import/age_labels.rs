//! Tables with a row for each number of a municipality, as KOSTRA has them: «Nøkkeltall: Brukere av BPA 0–17 år». What such a
//! label says of ages is the row's age.

use super::ages::Ages;
use super::cells::{Cell, Line};
use super::headings::{Measure, Named, Role, role};
use super::lists;
use super::log::{Log, Section};
use super::table::Table;
use crate::text::say;
use std::collections::BTreeSet;

/// Fewest ages that labels must say.
const FEWEST: usize = 2;
/// Most labels that are told by name.
const TOLD: usize = 5;

/// The column of such labels, and the rows with their ages in it; rows of others are left out, and told. None where a table has
/// ages elsewhere, or labels say none.
pub fn rows(table: &Table, named: &Named, log: &mut Log) -> Option<(usize, Vec<Line>)> {
    let has_ages = table.first(Role::Age).is_some() || table.figures().any(|(_, own)| own.ages.is_some());
    if has_ages || lists::is_list(table) {
        return None;
    }
    let span = |text: &str| match role(text, named) {
        Role::Figures(own) if matches!(own.measure, Some(Measure::Recipients | Measure::Population)) => {
            own.ages.and_then(|ages| if let Ages::Of(span) = ages { Some(span.written()) } else { None })
        }
        _ => None,
    };
    let ages = |column: usize| -> BTreeSet<String> {
        table.rows.iter().filter_map(|row| span(&row.cell(column).text())).collect()
    };
    let column =
        table.all(|role| *role == Role::Unread).into_iter().find(|column| ages(*column).len() >= FEWEST)?;
    let mut left = BTreeSet::new();
    let own = table.rows.iter().filter_map(|row| {
        let label = row.cell(column).text();
        let mut row = row.clone();
        match span(&label) {
            Some(ages) => row.set(column, Cell::of(&ages)),
            None if label.is_empty() => {}
            None => {
                left.insert(label.into_owned());
                return None;
            }
        }
        Some(row)
    });
    let own = own.collect();
    if !left.is_empty() {
        let mut list: Vec<&str> = left.iter().map(String::as_str).take(TOLD).collect();
        list.extend((left.len() > TOLD).then_some("…"));
        let column = table.source.column(column, false);
        log.add(Section::Left, say::ImportOtherRowsLeft { column, list: list.join("; ") });
    }
    Some((column, own))
}

/// A table with such rows, by age.
pub fn with<'t>(mut table: Table<'t>, rows: Option<&'t (usize, Vec<Line>)>) -> Table<'t> {
    if let Some((column, rows)) = rows {
        table.columns[*column].0 = Role::Age;
        table.rows = rows;
    }
    table
}
