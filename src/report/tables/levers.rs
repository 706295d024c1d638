//! The models lever by lever, and which data and changes went into the run.

use super::{parameters, table};
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::scenario::financing::Lever;
use crate::text::say;
use serde_json::Value;
use std::collections::BTreeSet;

/// The word for a limit or rule that there is not.
const NONE: &str = "none";

/// Levers in which some model differs from the zero alternative.
pub fn levers(presenter: &Presenter<'_>) -> Table {
    let models = &presenter.run.about.models;
    let paths: Vec<&String> = models[0].levers.keys().collect();
    let rows = paths
        .into_iter()
        .filter(|path| models.iter().any(|m| m.levers.get(*path) != models[0].levers.get(*path)))
        .map(|path| {
            let lever = Lever::of(path);
            let all = presenter.all().into_iter();
            let cells = all.map(|m| cell(presenter, lever, models[m].levers.get(path))).collect();
            let meaning = lever.map_or("", |lever| lever.meaning.get(presenter.lang()));
            let row = Row::new(meaning, cells).about(path.clone());
            measured(presenter, lever, row)
        });
    let dated = stated(presenter);
    let names = presenter.all().into_iter().map(|m| presenter.model(m)).collect();
    let mut table = table(presenter, "levers", names, rows.chain(dated).collect());
    table.notes = vec![presenter.t.get(say::NOTE_LEVERS)];
    table.sources = vec!["run.json"];
    table
}

/// Levers that some model states from a year on.
fn stated(presenter: &Presenter<'_>) -> Vec<Row> {
    let models = &presenter.run.about.models;
    let of = |entry: &Value| -> Vec<(i64, String)> {
        let year = entry["from"].as_i64().unwrap_or_default();
        let levers = entry["levers"].as_object().into_iter().flatten();
        levers.map(|(path, _)| (year, path.clone())).collect()
    };
    let all: BTreeSet<(i64, String)> = models.iter().flat_map(|m| &m.history).flat_map(of).collect();
    let row = |(year, path): (i64, String)| {
        let lever = Lever::of(&path);
        let value = |history: &'_ [Value]| {
            let entry = history.iter().find(|entry| entry["from"].as_i64() == Some(year));
            entry.and_then(|entry| entry["levers"].get(&path)).cloned()
        };
        let cells = models.iter().map(|m| cell(presenter, lever, value(&m.history).as_ref())).collect();
        let meaning = lever.map_or("", |lever| lever.meaning.get(presenter.lang()));
        let from = presenter.t.get(say::DescribeFromYear { year: year.to_string() });
        let row = Row::new(format!("{meaning} ({from})"), cells).about(path);
        measured(presenter, lever, row)
    };
    all.into_iter().map(row).collect()
}

/// A row in the unit of its lever.
fn measured(presenter: &Presenter<'_>, lever: Option<&Lever>, row: Row) -> Row {
    let unit = lever.map_or("", |lever| lever.unit);
    match DisplayUnit::name_of_assumption(unit, presenter.t) {
        name if name.is_empty() => row,
        name => row.unit(name),
    }
}

fn cell(presenter: &Presenter<'_>, lever: Option<&Lever>, value: Option<&Value>) -> Cell {
    let number = |q: Quantity| q.cell(presenter.lang());
    let unit = lever.map_or("", |lever| lever.unit);
    let is_year = unit == "year";
    match value {
        None => Cell::Missing(Missing::Impossible),
        Some(Value::Number(n)) => n.as_f64().map_or(Cell::Missing(Missing::Unknown), |x| match x {
            // A year has no groups of digits.
            x if is_year => Cell::Number { value: x, shown: x.to_string() },
            x => number(Quantity::known(DisplayUnit::of_assumption(unit), x)),
        }),
        Some(Value::Bool(b)) => Cell::text(presenter.t.get(if *b { say::YES } else { say::NO })),
        Some(Value::String(s)) => Cell::text(match lever.map_or("", |lever| lever.path) {
            "transition_rule" if s == NONE => presenter.t.get(say::LEVER_NO_TRANSITION),
            "fast_track_months" if s == NONE => presenter.t.get(say::LEVER_AS_FOR_OTHERS),
            _ => presenter.t.get(say::LeverWord { word: s }),
        }),
        // A drawn value: its mean and interval.
        Some(Value::Object(o)) => {
            let id = o.get("parameter").and_then(Value::as_str);
            let drawn = presenter.run.parameters.iter().find(|p| Some(p.id.as_str()) == id);
            let own = drawn.and_then(parameters::mean);
            own.map_or(Cell::Missing(Missing::Unknown), number)
        }
        Some(_) => Cell::Missing(Missing::Unknown),
    }
}

/// What differs from the shipped scenario.
pub fn changes(presenter: &Presenter<'_>) -> Option<Table> {
    let changes = &presenter.run.about.changes;
    if changes.is_empty() {
        return None;
    }
    let rows = changes
        .iter()
        .map(|c| Row::new(c.key.clone(), vec![Cell::text(c.from.clone()), Cell::text(c.to.clone())]))
        .collect();
    let columns = vec![presenter.t.get(say::COLUMN_FROM), presenter.t.get(say::COLUMN_TO)];
    let mut table = table(presenter, "changes", columns, rows);
    table.notes = Vec::new();
    table.sources = vec!["run.json"];
    Some(table)
}

/// Files that went into the run.
pub fn inputs(presenter: &Presenter<'_>) -> Table {
    let rows = presenter.run.about.scenario.inputs.iter();
    let hash = |whole: &str| match whole.get(..16) {
        Some(start) => Cell::text(start.to_string()),
        None => Cell::Missing(Missing::Hidden),
    };
    let rows = rows.map(|i| Row::new(i.name.clone(), vec![hash(&i.hash)]));
    let mut table = table(presenter, "inputs", vec![presenter.t.get(say::COLUMN_HASH)], rows.collect());
    table.columns[0] = presenter.t.get(say::COLUMN_FILE);
    table.notes = vec![presenter.t.get(say::NOTE_INPUTS)];
    table.sources = vec!["run.json"];
    table
}

#[cfg(test)]
mod tests {
    use crate::report::words;
    use crate::scenario::financing::lever::LeverValue;
    use crate::scenario::financing::{LEVERS, Levers};
    use crate::text::{Lang, say};

    #[test]
    fn units_of_levers_and_words_of_choices_have_names_for_readers() {
        for lever in LEVERS.iter().filter(|lever| !lever.unit.is_empty()) {
            assert_ne!(words::unit(lever.unit, Lang::Nb), lever.unit, "{}", lever.path);
        }
        for (lever, value) in Levers::neutral().values() {
            let LeverValue::Choice(choice) = value else { continue };
            for word in choice.words() {
                assert_ne!(Lang::Nb.say(say::LeverWord { word }), *word, "{}", lever.path);
            }
        }
    }
}
