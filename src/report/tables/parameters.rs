//! The register of assumptions.

use super::table;
use crate::records::tables::ParameterLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::words;
use crate::text::say;

/// Every parameter with value, range, unit, status and source.
pub fn parameters(presenter: &Presenter<'_>) -> Table {
    let t = presenter.t;
    let mut rows: Vec<Row> = Vec::new();
    for p in &presenter.run.parameters {
        let label = p.name(presenter.lang());
        let marks = [(p.users_own, say::OWN_VALUE), (p.drawn_from == "posterior", say::FROM_POSTERIOR)];
        let marks: Vec<String> = marks.into_iter().filter(|(is, _)| *is).map(|(_, id)| t.get(id)).collect();
        let name = match marks.is_empty() {
            false => format!("{label} ({})", marks.join(", ")),
            true => label.to_string(),
        };
        let cells = vec![
            drawn(presenter, p),
            Cell::text(DisplayUnit::name_of_assumption(&p.unit, t)),
            p.year.map_or(Cell::Missing(Missing::Impossible), |y| Cell::text(y.to_string())),
            Cell::text(status_of(presenter, p)),
            Cell::text(p.source_in(presenter.lang())),
        ];
        rows.push(Row::new(name, cells).about(p.id.clone()));
    }
    let columns =
        [say::COLUMN_VALUE, say::COLUMN_MEASURE, say::COLUMN_YEAR, say::COLUMN_STATUS, say::COLUMN_SOURCE];
    let mut table = table(presenter, "parameters", columns.map(|id| t.get(id)).to_vec(), rows);
    table.columns[0] = t.get(say::COLUMN_ASSUMPTION);
    table.notes = vec![t.get(say::NOTE_PARAMETERS)];
    table.sources = vec!["parameters.csv"];
    table.long = true;
    table
}

/// How well a number is known; of a response, what its direction rests on, and of one that is not drawn by itself, with what it moves.
fn status_of(presenter: &Presenter<'_>, p: &ParameterLine) -> String {
    let lang = presenter.lang();
    let mut said = vec![words::status(&p.status, lang)];
    said.extend(words::sign(&p.sign, lang).map(str::to_string));
    let other = presenter.run.parameters.iter().find(|own| own.id == p.with);
    let name = other.map_or_else(|| p.with.clone(), |own| format!("«{}»", own.name(lang)));
    said.extend((!p.with.is_empty()).then(|| presenter.t.get(say::DrawnWith { id: &name })));
    said.join("; ")
}

/// Mean and interval of what was drawn; a table or value history as written.
fn drawn(presenter: &Presenter<'_>, p: &ParameterLine) -> Cell {
    mean(p).map_or_else(|| Cell::text(p.value.clone()), |q| q.cell(presenter.lang()))
}

/// Mean of a parameter in round words, with the interval if it varies.
pub fn mean(p: &ParameterLine) -> Option<Quantity> {
    let (mean, unit) = (p.drawn_mean?, DisplayUnit::of_assumption(&p.unit));
    Some(match p.drawn_p05.zip(p.drawn_p95).filter(|(low, high)| low != high) {
        None => Quantity::known(unit, mean),
        Some(ends) => Quantity::assumed(unit, mean, ends),
    })
}

/// How many parameters have each status, and which they are.
pub fn status(presenter: &Presenter<'_>) -> Table {
    let lang = presenter.lang();
    let mut found: Vec<(String, Vec<&ParameterLine>)> = Vec::new();
    for p in &presenter.run.parameters {
        let status = words::status(&p.status, lang);
        match found.iter_mut().find(|(name, _)| *name == status) {
            Some((_, own)) => own.push(p),
            None => found.push((status, vec![p])),
        }
    }
    found.sort_by_key(|(_, own)| std::cmp::Reverse(own.len()));
    // A table of values has one name for all of them.
    let names = |own: &[&ParameterLine]| {
        let mut names: Vec<&str> = own.iter().map(|p| p.name(lang)).collect();
        names.dedup();
        names.join("; ")
    };
    let row = |(status, own): (String, Vec<&ParameterLine>)| {
        let count = Cell::Number { value: own.len() as f64, shown: presenter.count(own.len()) };
        Row::new(status, vec![count, Cell::text(names(&own))])
    };
    let rows = found.into_iter().map(row).collect();
    let columns = [say::COLUMN_COUNT, say::COLUMN_WHICH].map(|head| presenter.t.get(head)).to_vec();
    let mut table = table(presenter, "status", columns, rows);
    table.columns[0] = presenter.t.get(say::COLUMN_STATUS);
    table.notes = vec![presenter.t.get(say::NOTE_STATUS)];
    table.sources = vec!["parameters.csv"];
    table
}
