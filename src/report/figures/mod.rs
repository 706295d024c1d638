//! The figures of the report, one small file each: a drawing and the same numbers as a table.

pub mod convergence;
pub mod cost_curve;
pub mod curve;
mod fit;
pub mod flows;
pub mod forest;
pub mod hours;
pub mod influence;
pub mod known;
pub mod money;
mod money_flow;
pub mod observed;
mod panels;
pub mod plot;
pub mod standalone;
pub mod units;
pub mod who_pays;
pub mod withdrawals;
pub mod years;

use super::document::{Row, Table};
use super::presenter::Presenter;
use super::tables::signs_note;

/// The table of a figure's numbers.
fn data(
    presenter: &Presenter<'_>,
    id: &'static str,
    title: &str,
    unit: &str,
    columns: Vec<String>,
    rows: Vec<Row>,
    sources: Vec<&'static str>,
) -> Table {
    Table {
        id,
        title: title.to_string(),
        sheet: presenter.t.by_id(&format!("sheet-{id}")),
        unit: unit.to_string(),
        columns,
        notes: signs_note(presenter, &rows).into_iter().collect(),
        rows,
        sources,
        long: true,
    }
}
