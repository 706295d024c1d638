//! The models lever by lever, and which data and changes went into the run.

use super::scheme::for_all;
use super::{parameters, table};
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::idle::{Idle, idle};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::scenario::financing::Lever;
use crate::text::say;
use serde_json::Value;
use std::collections::BTreeSet;

/// The word for a limit or rule that there is not.
const NONE: &str = "none";
/// The lowest age with a refund.
const MIN_AGE: &str = "refund.min_age";

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
            let cells = all.map(|m| in_model(presenter, lever, m, path)).collect();
            let meaning = lever.map_or("", |lever| lever.meaning.get(presenter.lang()));
            let row = Row::new(meaning, cells);
            measured(presenter, lever, row)
        });
    let dated = stated(presenter);
    let names = presenter.all().into_iter().map(|m| presenter.model(m)).collect();
    let mut table = table(presenter, "levers", names, rows.chain(dated).collect());
    table.notes = vec![presenter.t.get(say::NOTE_LEVERS)];
    table.notes.extend(ages_of_the_rest(presenter));
    table.sources = vec!["run.json"];
    table
}

/// What a lever is in a model; where it is without effect, that.
fn in_model(presenter: &Presenter<'_>, lever: Option<&Lever>, model: usize, path: &str) -> Cell {
    let models = &presenter.run.about.models;
    match idle(models, model, path) {
        Some(Idle::TermsOfToday) => Cell::text(presenter.t.get(say::LEVER_TERMS_OF_TODAY)),
        Some(Idle::NoWithdrawal) => Cell::text(presenter.t.get(say::LEVER_NO_WITHDRAWAL)),
        Some(Idle::NotAskedFor) => Cell::text(presenter.t.get(say::LEVER_NOT_ASKED_FOR)),
        None => cell(presenter, lever, models[model].levers.get(path)),
    }
}

/// Said where a lowest age holds for the whole scheme: the rest of it is known from accounts alone.
fn ages_of_the_rest(presenter: &Presenter<'_>) -> Option<String> {
    let levers = |m: usize| &presenter.run.about.models[m].levers;
    let differs = |m: &usize| levers(*m).get(MIN_AGE) != levers(0).get(MIN_AGE);
    let models = presenter.all().into_iter().filter(|m| for_all(presenter, *m)).filter(differs);
    let names: Vec<String> = models.map(|m| presenter.model(m)).collect();
    (!names.is_empty()).then(|| presenter.t.get(say::NoteLeversMinAge { models: presenter.t.list(&names) }))
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
        let row = Row::new(format!("{meaning} ({from})"), cells);
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
        .map(|c| {
            let row =
                |head: String| Row::new(head, vec![Cell::text(c.from.clone()), Cell::text(c.to.clone())]);
            // What is set is told in words, and by the name that sets it again.
            match in_words(presenter, &c.key) {
                Some(words) => row(words).about(c.key.clone()),
                None => row(c.key.clone()),
            }
        })
        .collect();
    let columns = vec![presenter.t.get(say::COLUMN_FROM), presenter.t.get(say::COLUMN_TO)];
    let mut table = table(presenter, "changes", columns, rows);
    table.notes = Vec::new();
    table.sources = vec!["run.json"];
    Some(table)
}

/// What a key of a scenario is called: the lever of a model, or a parameter; nothing of what is neither.
fn in_words(presenter: &Presenter<'_>, key: &str) -> Option<String> {
    if let Some((model, path)) = key.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        let model = presenter.run.about.models.iter().position(|own| own.id == model)?;
        let meaning = Lever::of(path)?.meaning.get(presenter.lang());
        return Some(format!("{}: {meaning}", presenter.model(model)));
    }
    let own = presenter.run.parameters.iter().find(|own| own.id == key)?;
    Some(own.name(presenter.lang()).to_string())
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
    use super::*;
    use crate::report::sample::Sample;
    use crate::report::words;
    use crate::scenario::financing::lever::LeverValue;
    use crate::scenario::financing::{LEVERS, Levers};
    use crate::text::Lang;
    use serde_json::json;

    /// Today's terms hold for all whatever a model says of the scope, and nothing is set once where nothing is withdrawn.
    #[test]
    fn a_lever_without_effect_is_told_as_that() {
        let sample = Sample::new(&[
            ("A", json!({"offset_share": 1, "offset_basis": "yearly"})),
            ("B", json!({"refund.rate": 0.9, "refund.scope": "all", "refund.min_age": 16})),
        ]);
        sample.shown(|presenter| {
            let table = levers(presenter);
            let row = |path: &str| {
                let meaning = Lever::of(path).unwrap().meaning.get(presenter.lang());
                let row = table.rows.iter().find(|row| row.head == meaning).unwrap();
                let text = |cell: &Cell| match cell {
                    Cell::Text(text) => text.clone(),
                    cell => format!("{cell:?}"),
                };
                row.cells.iter().map(text).collect::<Vec<_>>()
            };
            assert_eq!(row("refund.scope"), ["alle, som i dag", "alle, som i dag", "hele ordningen"]);
            assert_eq!(row("offset_basis"), ["uten uttrekk", "hvert år", "uten uttrekk"]);
            assert!(table.notes.iter().any(|note| note.starts_with("B: laveste alder")), "{:?}", table.notes);
        });
    }

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
