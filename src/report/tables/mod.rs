//! The tables of report and workbook, one small file each: from a run to rows, in words of the catalogue.

pub mod actors;
pub mod budget;
pub mod chapters;
pub mod data_sources;
pub mod glance;
pub mod groups;
pub mod levers;
pub mod mechanical;
pub mod municipalities;
pub mod outcomes;
pub mod parameters;
pub mod payers;
pub mod scheme;
pub mod unpriced;
pub mod validation;
pub mod version_bridge;
pub mod withdrawal;
pub mod withdrawals;

use super::document::{Cell, Row, Table};
use super::presenter::Presenter;
use crate::text::say;

/// A table whose columns after the first are the models, or the pairs of models.
pub(super) fn table(
    presenter: &Presenter<'_>,
    id: &'static str,
    columns: Vec<String>,
    rows: Vec<Row>,
) -> Table {
    let signs = signs_note(presenter, &rows);
    Table {
        id,
        title: presenter.t.by_id(&format!("table-{id}")),
        sheet: presenter.t.by_id(&format!("sheet-{id}")),
        unit: String::new(),
        columns: std::iter::once(presenter.t.get(say::COLUMN_WHAT)).chain(columns).collect(),
        notes: std::iter::once(presenter.interval_note()).chain(signs).collect(),
        rows,
        sources: vec!["summary.csv"],
        long: false,
    }
}

/// What is said of signs below rows that tell in how many draws a difference is lower or higher.
pub(super) fn signs_note(presenter: &Presenter<'_>, rows: &[Row]) -> Option<String> {
    let directed = |cell: &Cell| matches!(cell, Cell::Estimate { direction, .. } if !direction.is_empty());
    presenter.signs_note().filter(|_| rows.iter().flat_map(|row| &row.cells).any(directed))
}
