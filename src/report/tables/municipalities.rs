//! Every municipality (or district): what each model changes, in kroner and kroner per inhabitant, with interval and
//! mark of quality.

use super::table;
use crate::records::tables::UnitLine;
use crate::report::digits::Format;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::number::{NBSP, Scale};
use crate::report::teller::Teller;
use crate::text::say;

/// A row a unit.
pub fn municipalities(teller: &Teller<'_>) -> Table {
    let t = teller.t;
    let own = |model: usize| teller.run.units[model].iter();
    let mut rows: Vec<Row> = own(0)
        .map(|u| {
            let cells = vec![
                Cell::text(u.id.clone()),
                Cell::text(u.county.clone()),
                teller.cell(u.population, WHOLE, false),
                number(teller, u, u.full_effect.recipients, TENTH, false),
                number(teller, u, u.full_effect.municipality_net_per_inhabitant, WHOLE, false),
            ];
            Row::new(format!("{} {}", u.id, u.name), cells)
        })
        .collect();
    let mut columns = vec![
        t.get(say::COLUMN_CODE),
        t.get(say::COLUMN_COUNTY),
        t.get(say::COLUMN_POPULATION),
        t.get(say::ColumnRecipients { year: teller.run.year().to_string() }),
        t.get(say::COLUMN_NET_PER_INHABITANT),
    ];
    for model in teller.others() {
        let name = teller.model(model);
        columns.push(t.get(say::ColumnChangeMoney { model: &name }));
        columns.push(t.get(say::ColumnChange { model: &name }));
        for (row, u) in rows.iter_mut().zip(own(model)) {
            row.cells.push(change(teller, u));
            row.cells.push(number(teller, u, u.full_effect.change_per_inhabitant, WHOLE, true));
        }
    }
    columns.push(t.get(say::COLUMN_QUALITY));
    for (row, u) in rows.iter_mut().zip(own(0)) {
        let mark = match (u.hidden, u.observed) {
            (true, _) => say::QUALITY_HIDDEN,
            (_, true) => say::QUALITY_OBSERVED,
            _ => say::QUALITY_COMPUTED,
        };
        row.cells.push(Cell::text(t.get(mark)));
    }
    let mut table = table(teller, "municipalities", columns, rows);
    table.columns[0] = t.get(say::COLUMN_UNIT);
    table.notes =
        [say::NOTE_UNITS_INTERVAL, say::NOTE_ILLUSTRATION, say::NOTE_QUALITY].map(|id| t.get(id)).to_vec();
    table.sources = vec!["units.csv"];
    table.long = true;
    table
}

const WHOLE: Format = Format { scale: Scale::One, percent: false, place: 0 };
const TENTH: Format = Format { scale: Scale::One, percent: false, place: -1 };
const THOUSAND: Format = Format { scale: Scale::Thousand, percent: false, place: 0 };

fn number(teller: &Teller<'_>, u: &UnitLine, value: Option<f64>, format: Format, signed: bool) -> Cell {
    if u.hidden { Cell::Missing(Missing::Hidden) } else { teller.cell(value, format, signed) }
}

/// The change in thousand kroner, with the interval.
fn change(teller: &Teller<'_>, u: &UnitLine) -> Cell {
    let Some(mean) = u.full_effect.change.filter(|_| !u.hidden) else {
        return Cell::Missing(if u.hidden { Missing::Hidden } else { Missing::Unknown });
    };
    let lang = teller.lang();
    let interval = u.full_effect.change_p05.zip(u.full_effect.change_p95);
    let shown_interval = interval.map_or(String::new(), |ends| {
        format!("[{};{NBSP}{}]", THOUSAND.number(ends.0, lang), THOUSAND.number(ends.1, lang))
    });
    let interval = interval.map(|(low, high)| (THOUSAND.value(low), THOUSAND.value(high)));
    Cell::Estimate {
        mean: THOUSAND.value(mean),
        interval,
        shown: THOUSAND.signed(mean, lang),
        shown_interval,
    }
}
