//! Sheets with a row a municipality, outcome or account in every year: to filter and pivot.

use super::sheet::{Column, Kind, Sheet, Value};
use super::tables::{shown_interval, shown_number};
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::tables::UnitLine;
use crate::report::document::Cell;
use crate::report::municipal_years::{Amounts, MunicipalYear, observed};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::{Words, say};
use std::ops::Range;

/// Kroner of a thousand.
const THOUSAND: f64 = 1000.0;
/// Steps that persons are told in: tenths.
const TENTHS: f64 = 10.0;

/// Outcomes whose development is told year by year.
pub(super) const SERIES: [Outcome; 17] = [
    Outcome::Recipients,
    Outcome::DeliveredHours,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
    Outcome::BpaCost,
    Outcome::MunicipalityNetBpa,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::Refund,
    Outcome::RefundSchemeTotal,
    Outcome::HourGrant,
    Outcome::Withdrawal,
    Outcome::RelativesCost,
    Outcome::RelativesLostFte,
    Outcome::UsersEmployed,
    Outcome::SocietyCost,
];
/// Those of them that have a chart beside the table.
pub(super) const CHARTS: [Outcome; 5] = [
    Outcome::Recipients,
    Outcome::DeliveredHours,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::RelativesHours,
];

/// Most rows of a sheet: more are slow to open, and stand in the files.
pub const MOST_ROWS: usize = 50_000;

/// The models that the sheet of municipalities has room for.
pub(super) fn models_with_room(presenter: &Presenter<'_>) -> Vec<usize> {
    let rows = presenter.run.units[0].len() * presenter.run.years().count();
    let mut models = presenter.columns();
    models.truncate((MOST_ROWS / rows.max(1)).max(1));
    models
}

/// Every municipality in every year under every model that there is room for.
pub(super) fn municipalities(presenter: &Presenter<'_>) -> Sheet {
    let (run, t) = (presenter.run, presenter.t);
    let year = run.about.price_year;
    let thousand = |head: String| Column::new(head, Kind::Decimals(0));
    let mut columns = vec![
        Column::text(t.get(say::COLUMN_CODE)),
        Column::text(t.get(say::COLUMN_UNIT)),
        Column::text(t.get(say::COLUMN_COUNTY)),
        Column::new(t.get(say::COLUMN_POPULATION), Kind::Decimals(0)),
        Column::text(t.get(say::COLUMN_FINANCING_MODEL)),
        Column::new(t.get(say::COLUMN_CALENDAR_YEAR), Kind::Year),
        Column::new(t.get(say::COLUMN_USERS_ILLUSTRATION), Kind::Decimals(1)),
    ];
    for nominal in [false, true] {
        let kroner = match nominal {
            true => t.get(say::THOUSAND_NOMINAL),
            false => t.get(say::ThousandFixed { year }),
        };
        for figure in MUNICIPAL_FIGURES {
            let (figure, kroner) = (t.get(figure), &kroner);
            columns.push(thousand(t.get(say::ColumnIllustration { figure, kroner })));
        }
    }
    let kroner = &t.get(say::UnitPerInhabitant { year: year.to_string() });
    for figure in [say::MUNICIPAL_NET_BPA, say::MUNICIPAL_CHANGE] {
        let figure = t.get(figure);
        columns.push(Column::new(t.get(say::ColumnIllustration { figure, kroner }), Kind::Decimals(0)));
    }
    columns.push(Column::text(t.get(say::COLUMN_QUALITY)));
    let mut rows = Vec::new();
    for model in models_with_room(presenter) {
        let name = presenter.model(model);
        let units = run.units[model].iter();
        let mut units = units.map(|unit| (unit, observed(run, &unit.id))).peekable();
        for line in MunicipalYear::all(run, model) {
            while units.peek().is_some_and(|(unit, _)| unit.id != line.line().id) {
                units.next();
            }
            let Some(unit) = units.peek() else { break };
            rows.push(municipality(presenter, &name, &line, unit));
        }
    }
    // Without an arrangement or an uncovered withdrawal there is nothing to tell of them.
    let [fixed, nominal] = [FIGURES, FIGURES + MUNICIPAL_FIGURES.len()];
    let seldom = [fixed + TRANSITION, fixed + UNCOVERED, nominal + TRANSITION, nominal + UNCOVERED];
    Sheet { columns, rows, frozen: 2 }.without_nothing(&seldom)
}

/// What is told of a municipality in kroner, in order.
const MUNICIPAL_FIGURES: [Words; 6] = [
    say::MUNICIPAL_NET_BPA,
    say::MUNICIPAL_CHANGE,
    say::MUNICIPAL_WITHDRAWAL,
    say::MUNICIPAL_TRANSITION,
    say::MUNICIPAL_REFUND,
    say::MUNICIPAL_UNCOVERED,
];
/// Places among them of those that are nought in many runs.
const TRANSITION: usize = 3;
const UNCOVERED: usize = 5;
/// Columns before them.
const FIGURES: usize = 7;

fn municipality(
    presenter: &Presenter<'_>,
    model: &str,
    year: &MunicipalYear<'_>,
    (unit, observed): &(&UnitLine, Option<(i32, f64)>),
) -> Vec<Value> {
    let own = year.line();
    let mut row = vec![
        Value::text(own.id.clone()),
        Value::text(own.name.clone()),
        Value::text(unit.county.clone()),
        Value::number(unit.population),
        Value::text(model),
        Value::Number(f64::from(own.year)),
        Value::number(own.recipients.map(|n| (n * TENTHS).round() / TENTHS)),
    ];
    for amounts in [year.fixed(), year.nominal()] {
        let of = |figure: fn(&Amounts) -> Option<f64>| {
            let kroner = amounts.as_ref().and_then(figure);
            Value::number(kroner.map(|kroner| (kroner / THOUSAND).round() + 0.0))
        };
        row.extend([
            of(|a| Some(a.net_bpa)),
            of(|a| Some(a.change)),
            of(|a| Some(a.withdrawal)),
            of(|a| Some(a.transition)),
            of(|a| Some(a.refund)),
            // Nought, not nothing: the withdrawal is known to be covered.
            of(|a| Some(a.uncovered.unwrap_or(0.0))),
        ]);
    }
    let inhabitants = unit.population.filter(|inhabitants| *inhabitants > 0.0);
    let each = |figure: fn(&Amounts) -> f64| {
        let kroner = year.fixed().as_ref().map(figure).zip(inhabitants);
        Value::number(kroner.map(|(kroner, inhabitants)| (kroner / inhabitants).round() + 0.0))
    };
    row.extend([each(|a| a.net_bpa), each(|a| a.change)]);
    let t = presenter.t;
    let quality = match (own.hidden, unit.observed) {
        (true, _) => t.get(say::QUALITY_HIDDEN),
        (_, true) => t.get(say::QUALITY_OBSERVED),
        _ => t.get(say::QUALITY_COMPUTED),
    };
    // So few are known that columns of their own would be empty.
    row.push(Value::text(match observed {
        Some((year, persons)) => {
            let persons = Quantity::to_place(Scale::One, *persons, 0).number(presenter.lang());
            t.get(say::QualityKnown { quality, persons, year: year.to_string() })
        }
        None => quality,
    }));
    row
}

/// Columns of the sheet of series that hold a figure with its interval, and its change.
const LEVELS: Range<usize> = 4..7;
const CHANGES: Range<usize> = 7..10;

/// The rows of a model in the sheet of series.
#[derive(Clone, Debug)]
pub(super) struct ModelRows {
    pub(super) model: String,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// Chief outcomes of every model in every year, as the report shows them; and which rows each outcome has, model by model.
pub(super) fn series(presenter: &Presenter<'_>) -> (Sheet, Vec<(Outcome, Vec<ModelRows>)>) {
    let t = presenter.t;
    let number = |head: String| Column::new(head, Kind::Decimals(0));
    let columns = vec![
        Column::text(t.get(say::COLUMN_WHAT)),
        Column::text(t.get(say::COLUMN_MEASURE)),
        Column::text(t.get(say::COLUMN_FINANCING_MODEL)),
        Column::new(t.get(say::COLUMN_CALENDAR_YEAR), Kind::Year),
        number(t.get(say::COLUMN_MEAN)),
        number(t.get(say::COLUMN_MEAN_LOW)),
        number(t.get(say::COLUMN_MEAN_HIGH)),
        number(t.get(say::COLUMN_SERIES_CHANGE)),
        number(t.get(say::COLUMN_SERIES_CHANGE_LOW)),
        number(t.get(say::COLUMN_SERIES_CHANGE_HIGH)),
    ];
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    let lang = presenter.lang();
    for outcome in SERIES.into_iter().filter(|outcome| !presenter.run.hidden(*outcome)) {
        let mut of_models = Vec::new();
        for model in presenter.all() {
            let first = rows.len() as u32 + 1;
            for year in presenter.run.years() {
                let when = Some(year);
                let Some(line) = presenter.line(outcome, model, when) else { continue };
                let unit = presenter.unit(outcome, when);
                let difference = match model {
                    0 => None,
                    _ => presenter.differences(outcome, &[(model, 0)], when)[0],
                };
                let level = Quantity::of_line(unit, line).cell(lang);
                let difference =
                    difference.map(|line| Quantity::of_line(unit.of_difference(), line).cell(lang));
                let mut row = vec![
                    Value::text(presenter.label(outcome)),
                    Value::text(unit.name(t)),
                    Value::text(presenter.model(model)),
                    Value::Number(f64::from(year)),
                ];
                row.extend(estimate(Some(&level), presenter));
                row.extend(estimate(difference.as_ref(), presenter));
                rows.push(row);
            }
            of_models.push(ModelRows { model: presenter.model(model), first, last: rows.len() as u32 });
        }
        places.push((outcome, of_models));
    }
    let sheet = Sheet { columns, rows, frozen: 1 };
    (sheet.with_decimals_of(LEVELS).with_decimals_of(CHANGES), places)
}

/// Mean and ends of the interval, as shown.
fn estimate(cell: Option<&Cell>, presenter: &Presenter<'_>) -> [Value; 3] {
    let lang = presenter.lang();
    let (shown, interval) = match cell {
        Some(Cell::Estimate { shown, shown_interval, .. }) => (shown, shown_interval),
        // What is the same in every draw, as the year the model begins in, has no interval.
        Some(Cell::Number { shown, .. }) => {
            return [Value::number(shown_number(shown, lang)), Value::Empty, Value::Empty];
        }
        _ => return [Value::Empty, Value::Empty, Value::Empty],
    };
    let [low, high] = shown_interval(interval, lang);
    [shown_number(shown, lang), low, high].map(Value::number)
}

/// The whole ledger: who pays for what under every model in every year, as earned and as paid.
pub(super) fn ledger(presenter: &Presenter<'_>) -> Sheet {
    let (run, t, lang) = (presenter.run, presenter.t, presenter.lang());
    let million = |head| Column::new(t.get(head), Kind::Decimals(1));
    let columns = vec![
        Column::text(t.get(say::COLUMN_PAYER)),
        Column::text(t.get(say::COLUMN_ACCOUNT)),
        Column::text(t.get(say::COLUMN_FINANCING_MODEL)),
        Column::new(t.get(say::COLUMN_CALENDAR_YEAR), Kind::Year),
        million(say::COLUMN_EARNED),
        million(say::COLUMN_PAID),
    ];
    let accounts: Vec<(Payer, Item)> = run.accounts();
    let mut rows = Vec::new();
    for model in presenter.all() {
        for (payer, item) in &accounts {
            for year in run.years() {
                let amount = |cash| {
                    let kroner = run.account(model, year, *payer, *item, cash);
                    let shown = Quantity::to_place(Scale::Million, kroner, 5).number(lang);
                    Value::number(shown_number(&shown, lang))
                };
                rows.push(vec![
                    Value::text(payer.label().get(lang)),
                    Value::text(item.label().get(lang)),
                    Value::text(presenter.model(model)),
                    Value::Number(f64::from(year)),
                    amount(false),
                    amount(true),
                ]);
            }
        }
    }
    Sheet { columns, rows, frozen: 2 }
}
