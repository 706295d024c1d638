//! The tables of report and workbook, one small file each: from a run to rows, in words of the catalogue.

pub mod actors;
pub mod budget;
pub mod chapters;
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

use super::document::{Row, Table};
use super::presenter::Presenter;
use crate::text::say;

/// A table whose columns after the first are the models, or the pairs of models.
pub(super) fn table(
    presenter: &Presenter<'_>,
    id: &'static str,
    columns: Vec<String>,
    rows: Vec<Row>,
) -> Table {
    Table {
        id,
        title: presenter.t.by_id(&format!("table-{id}")),
        sheet: presenter.t.by_id(&format!("sheet-{id}")),
        unit: String::new(),
        columns: std::iter::once(presenter.t.get(say::COLUMN_WHAT)).chain(columns).collect(),
        rows,
        notes: vec![presenter.interval_note()],
        sources: vec!["summary.csv"],
        long: false,
    }
}
