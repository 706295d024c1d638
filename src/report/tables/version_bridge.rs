//! The bridge from one version of the model to the next, as `benches/version_bridge.py` measured it: a shipped table, not a
//! result of the run.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::words;
use crate::scenario::embedded;
use crate::text::say;

const TABLE: &str = "data/version_bridge.csv";
/// Columns before the steps: outcome, model, compared model, year, basis, the first version and its error.
const BEFORE: usize = 7;
/// Columns after them: the second version and its error.
const AFTER: usize = 2;

/// A row tells steps that are so many times smaller than its versions.
const STEPS: f64 = 400.0;

/// How the table was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Numbers of the models.
    pub models: [String; 2],
    /// Draws of every run.
    pub draws: String,
}

/// What the head of the table says of how it was made.
pub fn made() -> Option<Made> {
    let text = embedded::data(TABLE)?;
    let value = |name: &str| {
        let words = text.lines().filter(|line| line.starts_with('#')).flat_map(str::split_whitespace);
        words.filter_map(|word| word.strip_prefix(name)).next().map(String::from)
    };
    Some(Made { models: [value("model_before=")?, value("model_after=")?], draws: value("draws=")? })
}

/// A row a figure; nothing where the shipped table cannot be read.
pub fn version_bridge(presenter: &Presenter<'_>) -> Option<Table> {
    let (t, text) = (presenter.t, embedded::data(TABLE)?);
    let made = made()?;
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let head = reader.headers().ok()?.clone();
    let steps = head.iter().skip(BEFORE).take(head.len().checked_sub(BEFORE + AFTER)?);
    let mut columns = vec![t.get(say::ColumnVersion { version: "1" })];
    columns.extend(steps.map(|step| t.by_id(&format!("bridge-{step}"))));
    columns.push(t.get(say::ColumnVersion { version: "2" }));
    let rows: Vec<Row> = reader.records().filter_map(|record| row(presenter, &record.ok()?)).collect();
    let mut table = table(presenter, "version-bridge", columns, rows);
    table.columns[1] = format!("{} ({})", table.columns[1], made.models[0]);
    if let Some(last) = table.columns.last_mut() {
        *last = format!("{last} ({})", made.models[1]);
    }
    table.notes = vec![t.get(say::NOTE_VERSION_BRIDGE)];
    table.sources = vec!["scenarios/data/version_bridge.csv"];
    table.long = true;
    Some(table)
}

fn row(presenter: &Presenter<'_>, record: &csv::StringRecord) -> Option<Row> {
    let cell = |place: usize| record.get(place);
    let number = |place: usize| cell(place)?.parse::<f64>().ok();
    let outcome = Outcome::ALL.iter().copied().find(|o| Some(o.id()) == cell(0))?;
    let (model, minus, year) = (cell(1)?, cell(2)?, cell(3)?);
    let when = year.parse::<i32>().ok();
    let whole = Basis::from_id(cell(4)?)? == Basis::PresentValue;
    let last = record.len() - AFTER;
    // Steps are small beside the versions, and paired: to the digits that the versions' own errors support most of them would be
    // nought, and a row would not add up as it is read.
    let largest = number(BEFORE - 2)?.abs().max(number(last)?.abs());
    let error = number(BEFORE - 1)?.max(number(last + 1)?).min(largest / STEPS);
    let unit = presenter.unit(outcome, when);
    let unit = if minus.is_empty() { unit } else { unit.of_difference() };
    let version = |place: usize| Some(Quantity::new(unit, number(place)?, None, error));
    let after = version(last)?;
    let step = |place: usize| Some(after.with(number(place)?).of_difference().cell(presenter.lang()));
    let mut cells: Vec<Cell> = vec![after.with(number(BEFORE - 2)?).cell(presenter.lang())];
    cells.extend((BEFORE..last).map(step).collect::<Option<Vec<Cell>>>()?);
    cells.push(after.cell(presenter.lang()));
    let named = |id: &str| -> String {
        let models = &presenter.run.about.models;
        let place = models.iter().position(|m| m.id == id);
        place.map_or_else(|| id.to_string(), |place| presenter.model(place))
    };
    let zero = presenter.run.about.models.iter().position(|m| m.id == minus).unwrap_or(usize::MAX);
    let of = match minus.is_empty() {
        true => named(model),
        false => {
            presenter.t.get(say::Minus { model: named(model), other: words::within(&named(minus), zero) })
        }
    };
    let period = match (whole, when) {
        (false, Some(year)) => year.to_string(),
        _ => presenter.period(),
    };
    let head = presenter.t.get(say::BridgeFigure { figure: presenter.label(outcome), year: period });
    Some(Row::new(head, cells).about(of).unit(unit.name(presenter.t)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Words};

    /// Every step has a name, every line can be read, and the steps of a line add up to the difference of the versions.
    #[test]
    fn the_shipped_bridge_adds_up() {
        assert!(made().is_some());
        let text = embedded::data(TABLE).expect("shipped");
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let head = reader.headers().expect("a head").clone();
        let last = head.len() - AFTER;
        for step in head.iter().take(last).skip(BEFORE) {
            assert!(
                Words::find(&format!("bridge-{step}")).is_some_and(|w| !w.get(Lang::Nb).is_empty()),
                "{step}"
            );
        }
        let mut lines = 0;
        for record in reader.records() {
            let record = record.expect("a line");
            assert!(Outcome::ALL.iter().any(|o| o.id() == &record[0]), "{record:?}");
            let number = |place: usize| record[place].parse::<f64>().expect("a number");
            let sum: f64 = (BEFORE..last).map(number).sum();
            let (before, after) = (number(BEFORE - 2), number(last));
            let size = before.abs().max(after.abs()).max(1.0);
            assert!((before + sum - after).abs() < 1e-6 * size, "{record:?}");
            lines += 1;
        }
        assert!(lines >= 20, "{lines}");
    }
}
