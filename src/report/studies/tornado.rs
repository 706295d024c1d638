//! One parameter at a time.

use super::bars::{Bar, bars};
use super::{DRAWN, SHOWN, StudiesPresenter};
use crate::analysis::sensitivity::tornado::Tornado;
use crate::analysis::studies::Study;
use crate::report::document::{Block, Cell, Figure, Row};
use crate::report::quantity::Quantity;
use crate::text::number::number;
use crate::text::say;

const TABLES: [&str; 6] = ["tornado-1", "tornado-2", "tornado-3", "tornado-4", "tornado-5", "tornado-6"];
const FIGURES: [&str; 6] = [
    "tornado-figure-1",
    "tornado-figure-2",
    "tornado-figure-3",
    "tornado-figure-4",
    "tornado-figure-5",
    "tornado-figure-6",
];

/// Assumptions without any effect seen, and worlds without the figure.
fn caveats(presenter: &StudiesPresenter<'_>, found: &Tornado) -> Vec<String> {
    let t = presenter.t;
    let mut notes = Vec::new();
    if !found.inert.is_empty() {
        notes.push(presenter.inert(&found.inert, found.tried));
    }
    if found.missing > 0 {
        let [count, worlds] = [found.missing, found.worlds].map(|n| number(n as f64, 0, t.lang));
        notes.push(t.get(say::StudyMissing { count: &count, worlds: &worlds }));
    }
    if found.unsettled > 0 {
        let [count, draws] = [found.unsettled, found.draws[1]].map(|n| number(n as f64, 0, t.lang));
        notes.push(t.get(say::TornadoUnsettled { count: &count, draws: &draws }));
    }
    if !found.unknown.is_empty() {
        notes.push(t.get(say::StudyUnknown { names: presenter.names(&found.unknown) }));
    }
    notes
}

pub(super) fn blocks(
    presenter: &StudiesPresenter<'_>,
    study: &Study,
    found: &Tornado,
    n: usize,
) -> Vec<Block> {
    let t = presenter.t;
    let Some((name, unit)) = presenter.figure(study) else { return Vec::new() };
    let unit_name = unit.name(t);
    let effects = unit.of_difference();
    let rows: Vec<Row> = found
        .bars
        .iter()
        .take(SHOWN)
        .map(|bar| {
            let mut cells: Vec<Cell> = bar.values.iter().map(|x| presenter.plain(*x)).collect();
            cells.extend(bar.random.iter().chain(&bar.median).map(|e| presenter.number(effects, *e)));
            presenter.row_of(&bar.parameter, cells)
        })
        .collect();
    let columns = [
        say::COLUMN_ASSUMPTION,
        say::STUDY_LOW,
        say::STUDY_HIGH,
        say::STUDY_AT_LOW,
        say::STUDY_AT_HIGH,
        say::STUDY_MEDIAN_LOW,
        say::STUDY_MEDIAN_HIGH,
    ];
    let mut table = presenter.table(
        TABLES[n],
        t.get(say::TornadoTitle { figure: &name }),
        columns.map(|id| t.get(id)).to_vec(),
        rows,
    );
    table = table.columns_in(&[3, 4, 5, 6], &unit_name);
    table.long = true;
    table.sheet = t.get(say::TornadoSheet { number: &(n + 1).to_string() });
    table.notes.push(t.get(say::StudyWorlds { count: number(found.worlds as f64, 0, t.lang) }));
    if found.bars.len() > SHOWN {
        let rest = number((found.bars.len() - SHOWN) as f64, 0, t.lang);
        table.notes.push(t.get(say::StudyRest { count: &rest }));
    }
    let caveats = caveats(presenter, found);
    if found.bars.is_empty() {
        return caveats.into_iter().map(Block::Text).collect();
    }
    table.notes.extend(caveats);
    let title = t.get(say::TornadoFigure { figure: &name });
    let drawn: Vec<Bar> = found
        .bars
        .iter()
        .take(DRAWN)
        .map(|b| Bar {
            name: presenter.parameter(&b.parameter),
            values: b.random.iter().map(|e| (e[0], None)).collect(),
        })
        .collect();
    let said: Vec<String> = found
        .bars
        .iter()
        .take(DRAWN)
        .map(|b| {
            let [low, high] =
                b.random.map(|[x, error]| Quantity::new(effects, x, None, error).signed(t.lang));
            format!("{}: {low}, {high}.", presenter.parameter(&b.parameter))
        })
        .collect();
    let alt = t.get(say::AltBars { title: &title, unit: &unit_name, models: &said.join(" ") });
    let legend = [say::STUDY_LOW, say::STUDY_HIGH].map(|id| t.get(id));
    let svg = bars(FIGURES[n], &alt, &unit_name, (unit.scale, t.lang), &legend, &drawn, true);
    let data_rows = found
        .bars
        .iter()
        .take(DRAWN)
        .map(|b| {
            Row::new(
                presenter.parameter(&b.parameter),
                b.random.iter().map(|e| presenter.number(effects, *e)).collect(),
            )
        })
        .collect();
    let columns =
        [say::COLUMN_ASSUMPTION, say::STUDY_AT_LOW, say::STUDY_AT_HIGH].map(|id| t.get(id)).to_vec();
    let mut data = presenter.table(FIGURES[n], title.clone(), columns, data_rows);
    data.unit = unit_name;
    data.long = true;
    data.sheet = t.get(say::TornadoFigureSheet { number: &(n + 1).to_string() });
    let largest = found.bars.iter().flat_map(|b| b.random.map(|[_, error]| error)).fold(0.0, f64::max);
    let error = Quantity::of_error(unit, largest).number(t.lang);
    let [fewest, most] = found.draws.map(|n| number(n as f64, 0, t.lang));
    let draws = if fewest == most { most } else { format!("{fewest}–{most}") };
    let mut note = t.get(say::TornadoNote { draws, error, unit: &data.unit });
    if found.controlled {
        note = format!("{note} {}", t.get(say::TORNADO_CONTROL));
    }
    let figure = Figure { id: FIGURES[n], title, alt, note, svg, data };
    vec![Block::Text(t.get(say::TORNADO_WHAT)), Block::Figure(figure), Block::Table(table)]
}
