//! What the zero alternative should reproduce, and whether it does.

use super::table;
use crate::analysis::own_accounts::KIND;
use crate::records::tables::ValidationLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::{MISSING, NBSP};
use crate::text::say;

/// A row a known figure; a miss is called a miss.
pub fn validation(presenter: &Presenter<'_>) -> Table {
    let t = presenter.t;
    let rows = presenter.run.validation.iter().map(|known| row(presenter, known)).collect();
    let mut table = table(presenter, "validation", columns(presenter), rows);
    table.notes = vec![t.get(say::NOTE_VALIDATION), presenter.interval_note()];
    table.sources = vec!["validation.csv"];
    table
}

/// The rows of a unit's own accounts, under the same columns.
pub fn of_unit(presenter: &Presenter<'_>, id: &str) -> Vec<Row> {
    let own = |line: &&ValidationLine| line.kind == KIND && line.target.split('.').nth(1) == Some(id);
    presenter.run.validation.iter().filter(own).map(|known| row(presenter, known)).collect()
}

/// What stands beside the name of a known figure.
pub fn columns(presenter: &Presenter<'_>) -> Vec<String> {
    [say::COLUMN_KNOWN, say::COLUMN_MODEL, say::COLUMN_HIT, say::COLUMN_KIND, say::COLUMN_SOURCE]
        .map(|id| presenter.t.get(id))
        .to_vec()
}

fn row(presenter: &Presenter<'_>, v: &ValidationLine) -> Row {
    let t = presenter.t;
    let unit = DisplayUnit::named(&v.unit);
    let known = |x: f64| Quantity::known(unit, x).number(presenter.lang());
    let range = match (v.lower, v.upper) {
        (Some(a), Some(b)) if a == b => known(a),
        (Some(a), Some(b)) => format!("{}–{}", known(a), known(b)),
        (Some(a), None) => format!("≥{NBSP}{}", known(a)),
        (None, Some(b)) => format!("≤{NBSP}{}", known(b)),
        (None, None) => MISSING.to_string(),
    };
    let interval = v.model_p05.zip(v.model_p95);
    let draws = presenter.run.about.draws;
    let model = presenter.cell(v.model_mean, |mean| Quantity::of_draws(unit, mean, interval, draws));
    let cells = vec![
        Cell::text(range),
        model,
        Cell::text(t.by_id(&format!("result-{}", v.result))),
        Cell::text(t.by_id(&format!("kind-{}", v.kind))),
        Cell::text(v.source_in(presenter.lang())),
    ];
    Row::new(v.name(presenter.lang()), cells).unit(DisplayUnit::name_of(&v.unit, t))
}
