//! Every municipality (or district): what each model changes, in kroner and kroner per inhabitant, with interval and
//! mark of quality.

use super::groups::{titled, uncovered, whole, whole_change};
use super::table;
use crate::records::tables::UnitLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::municipal_years::observed;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::say;

/// A row a unit.
pub fn municipalities(presenter: &Presenter<'_>) -> Table {
    let t = presenter.t;
    let own = |model: usize| presenter.run.units[model].iter();
    let mut rows: Vec<Row> = own(0)
        .map(|u| {
            let cells = vec![
                Cell::text(u.county.clone()),
                presenter.cell(u.population, whole),
                persons(presenter, u),
                presenter.cell(observed(presenter.run, &u.id).map(|(_, persons)| persons), whole),
                number(presenter, u, u.full_effect.municipality_net_per_inhabitant, whole),
            ];
            Row::new(format!("{} {}", u.id, u.name), cells)
        })
        .collect();
    let mut columns = vec![
        t.get(say::COLUMN_COUNTY),
        t.get(say::COLUMN_POPULATION),
        t.get(say::ColumnRecipients { year: presenter.run.year().to_string() }),
        t.get(say::COLUMN_OBSERVED),
        t.get(say::COLUMN_NET_PER_INHABITANT),
    ];
    for model in presenter.others() {
        let name = presenter.model(model);
        columns.push(t.get(say::ColumnChangeMoney { model: &name }));
        columns.push(t.get(say::ColumnChange { model: &name }));
        for (row, u) in rows.iter_mut().zip(own(model)) {
            row.cells.push(change(presenter, u));
            row.cells.push(number(presenter, u, u.full_effect.change_per_inhabitant, whole_change));
        }
    }
    columns.push(t.get(say::COLUMN_QUALITY));
    for (place, (row, u)) in rows.iter_mut().zip(own(0)).enumerate() {
        let mark = match (u.hidden, u.observed) {
            (true, _) => say::QUALITY_HIDDEN,
            (_, true) => say::QUALITY_OBSERVED,
            _ => say::QUALITY_COMPUTED,
        };
        let more = presenter.others().filter(|model| {
            let line = presenter.run.units[*model].get(place);
            uncovered(line.into_iter(), std::iter::once(u)).is_some()
        });
        let more = more.map(|model| t.get(say::UnitUncovered { model: presenter.model(model) }));
        let said: Vec<String> = std::iter::once(t.get(mark)).chain(more).collect();
        row.cells.push(Cell::text(said.join("; ")));
    }
    let (changes, shares): (Vec<usize>, Vec<usize>) =
        (0..presenter.others().len()).map(|m| (6 + 2 * m, 7 + 2 * m)).unzip();
    let mut table = table(presenter, "municipalities", columns, rows)
        .columns_in(&[5], &presenter.kroner(Scale::One))
        .columns_in(&changes, &presenter.kroner(Scale::Thousand))
        .columns_in(&shares, &presenter.kroner(Scale::One));
    if !presenter.run.about.scenario.municipalities {
        table.title = t.get(say::TABLE_DISTRICTS);
    }
    table.title = titled(presenter, &table.title);
    table.columns[0] = t.get(match presenter.run.about.scenario.municipalities {
        true => say::COLUMN_UNIT,
        false => say::COLUMN_DISTRICT,
    });
    table.notes =
        [say::NOTE_UNITS_INTERVAL, say::NOTE_ILLUSTRATION, say::NOTE_QUALITY].map(|id| t.get(id)).to_vec();
    table.notes.push(t.get(say::NOTE_MUNICIPALITY_FILE));
    table.notes.extend(some_mean_is_outside(presenter).then(|| t.get(say::NOTE_MEAN_OUTSIDE)));
    table.sources = vec!["units.csv"];
    table.long = true;
    table
}

/// Persons with BPA under the zero alternative, whole: a part of a person is a probability, and said so.
fn persons(presenter: &Presenter<'_>, u: &UnitLine) -> Cell {
    match u.full_effect.recipients {
        Some(value) if value > 0.0 && value < 1.0 && !u.hidden => {
            Cell::Number { value, shown: presenter.t.get(say::UNDER_ONE) }
        }
        value => number(presenter, u, value, whole),
    }
}

/// Whether some mean lies outside its own interval, as that of a rare and large amount does.
fn some_mean_is_outside(presenter: &Presenter<'_>) -> bool {
    let outside = |u: &UnitLine| {
        let of = &u.full_effect;
        let ends = of.change_p05.zip(of.change_p95);
        !u.hidden && of.change.zip(ends).is_some_and(|(mean, (low, high))| mean < low || mean > high)
    };
    presenter.others().any(|model| presenter.run.units[model].iter().any(outside))
}

fn number(presenter: &Presenter<'_>, u: &UnitLine, value: Option<f64>, of: fn(f64) -> Quantity) -> Cell {
    if u.hidden { Cell::Missing(Missing::Hidden) } else { presenter.cell(value, of) }
}

/// The change in thousand kroner, with the interval.
fn change(presenter: &Presenter<'_>, u: &UnitLine) -> Cell {
    if u.hidden {
        return Cell::Missing(Missing::Hidden);
    }
    let unit = DisplayUnit::named("NOK").scaled(Scale::Thousand).of_difference();
    let interval = u.full_effect.change_p05.zip(u.full_effect.change_p95);
    presenter.cell(u.full_effect.change, |mean| {
        Quantity::of_draws(unit, mean, interval, presenter.run.about.draws)
    })
}
