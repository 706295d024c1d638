//! The state budget for a budget officer: every item in every year as rows to filter and pivot, and the sums as formulas.

use super::sheet::{Column, Kind, Sheet, Value, letter};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::BudgetLine;
use crate::report::budget_lines::{ACCRUAL, CASH, DOUBLE_PAYMENT, ITEM, OUTSIDE, PART, UNCOVERED};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::chapters::word;
use crate::text::number::Scale;
use crate::text::say;

/// Kroner of a thousand.
const THOUSAND: f64 = 1000.0;
/// Place of the columns that the sums look at.
const LINE: usize = 3;
const YEAR: usize = 4;
const MODEL: usize = 5;
const VIEW: usize = 6;
const CHANGE: usize = 10;

fn thousands(kroner: f64) -> f64 {
    kroner / THOUSAND
}

/// Name of a model by its id.
fn model_of(presenter: &Presenter<'_>, id: &str) -> String {
    let place = presenter.run.about.models.iter().position(|m| m.id == id);
    place.map_or_else(|| id.to_string(), |model| presenter.model(model))
}

fn view_of(presenter: &Presenter<'_>, view: &str) -> String {
    presenter.t.get(if view == CASH { say::VIEW_CASH } else { say::VIEW_ACCRUAL })
}

fn line_of(presenter: &Presenter<'_>, line: &str) -> String {
    presenter.t.get(match line {
        PART => say::LINE_PART,
        OUTSIDE => say::LINE_OUTSIDE,
        _ => say::LINE_ITEM,
    })
}

fn remark_of(presenter: &Presenter<'_>, line: &BudgetLine) -> String {
    let (t, year) = (presenter.t, line.year);
    match (line.remark.as_str(), line.uncovered) {
        ("", _) => String::new(),
        (DOUBLE_PAYMENT, _) => t.get(say::BudgetPaysTwice { year }),
        (UNCOVERED, Some(kroner)) => {
            let amount = Quantity::to_place(Scale::Million, kroner, 5).number(presenter.lang());
            t.get(say::BudgetUncovered { year, amount })
        }
        (_, _) if line.line == OUTSIDE => t.by_id(&format!("budget-status-{}", line.remark)),
        _ => t.get(say::AN_ESTIMATE),
    }
}

/// A row an item, year, model and view, thousand nominal kroner.
pub(super) fn items(presenter: &Presenter<'_>, lines: &[BudgetLine]) -> Sheet {
    let t = presenter.t;
    let number = |head: String| Column::new(head, Kind::Decimals(0));
    let columns = vec![
        Column::text(t.get(say::COLUMN_CHAPTER)),
        Column::text(t.get(say::COLUMN_ITEM)),
        Column::text(t.get(say::COLUMN_NAME)),
        Column::text(t.get(say::COLUMN_LINE)),
        Column::new(t.get(say::COLUMN_CALENDAR_YEAR), Kind::Year),
        Column::text(t.get(say::COLUMN_FINANCING_MODEL)),
        Column::text(t.get(say::COLUMN_VIEW)),
        number(t.get(say::COLUMN_LEVEL)),
        number(t.get(say::COLUMN_LEVEL_LOW)),
        number(t.get(say::COLUMN_LEVEL_HIGH)),
        number(t.get(say::COLUMN_BUDGET_CHANGE)),
        number(t.get(say::COLUMN_BUDGET_CHANGE_LOW)),
        number(t.get(say::COLUMN_BUDGET_CHANGE_HIGH)),
        Column::text(t.get(say::COLUMN_REMARK)),
        Column::text(t.get(say::COLUMN_SOURCE)),
    ];
    let lang = presenter.lang();
    let row = |line: &BudgetLine| {
        let amount = |kroner: Option<f64>| Value::number(kroner.map(thousands));
        let text = |text: String| if text.is_empty() { Value::Empty } else { Value::Text(text) };
        vec![
            text(word(&line.chapter, lang)),
            text(word(&line.item, lang)),
            text(line.name_in(lang).to_string()),
            text(line_of(presenter, &line.line)),
            Value::Number(f64::from(line.year)),
            text(model_of(presenter, &line.model)),
            text(view_of(presenter, &line.view)),
            amount(Some(line.level)),
            amount(line.level_p05),
            amount(line.level_p95),
            amount(Some(line.change)),
            amount(line.change_p05),
            amount(line.change_p95),
            text(remark_of(presenter, line)),
            text(line.source.clone()),
        ]
    };
    Sheet { columns, rows: lines.iter().map(row).collect(), frozen: 3 }
}

/// A row a model, year and view: the sum of the items, of what is left out, and the state in all, as formulas over the other
/// sheet; beside the state's net as the report has it.
pub(super) fn sums(presenter: &Presenter<'_>, lines: &[BudgetLine], items: &str) -> Sheet {
    let t = presenter.t;
    let number = |head: String| Column::new(head, Kind::Decimals(0));
    let columns = vec![
        Column::text(t.get(say::COLUMN_FINANCING_MODEL)),
        Column::new(t.get(say::COLUMN_CALENDAR_YEAR), Kind::Year),
        Column::text(t.get(say::COLUMN_VIEW)),
        number(t.get(say::COLUMN_SUM_ITEMS)),
        number(t.get(say::COLUMN_SUM_OUTSIDE)),
        number(t.get(say::COLUMN_SUM_ALL)),
        number(t.get(say::COLUMN_STATE_NET)),
        number(t.get(say::COLUMN_STATE_NET_LOW)),
        number(t.get(say::COLUMN_STATE_NET_HIGH)),
        Column::new(t.get(say::COLUMN_CHECK), Kind::Decimals(1)),
    ];
    let last = lines.len() + 1;
    let range = |column: usize| format!("'{items}'!${0}$2:${0}${last}", letter(column));
    let sum = |line: &str, row: usize| {
        let word = line_of(presenter, line).replace('"', "\"\"");
        format!(
            "=SUMIFS({},{},$A{row},{},$B{row},{},$C{row},{},\"{word}\")",
            range(CHANGE),
            range(MODEL),
            range(YEAR),
            range(VIEW),
            range(LINE),
        )
    };
    let mut rows = Vec::new();
    for (model, about) in presenter.run.about.models.iter().enumerate().skip(1) {
        for year in presenter.run.years() {
            for view in [CASH, ACCRUAL] {
                let added = |line: &str| -> f64 {
                    let own = lines.iter().filter(|own| {
                        (own.model == about.id && own.year == year) && (own.view == view && own.line == line)
                    });
                    thousands(own.map(|own| own.change).sum())
                };
                let (inside, outside) = (added(ITEM), added(OUTSIDE));
                let outcome = if view == CASH { Outcome::StateNetCash } else { Outcome::StateNet };
                let net = presenter.run.difference(outcome, (model, 0), Basis::Nominal, Some(year));
                let ends = net.and_then(|net| net.interval());
                let mean = net.map(|net| thousands(net.mean.round()));
                let end =
                    |end: fn((f64, f64)) -> f64| Value::number(ends.map(end).map(thousands).map(f64::round));
                let row = rows.len() + 2;
                rows.push(vec![
                    Value::text(presenter.model(model)),
                    Value::Number(f64::from(year)),
                    Value::text(view_of(presenter, view)),
                    Value::Formula(sum(ITEM, row), inside),
                    Value::Formula(sum(OUTSIDE, row), outside),
                    Value::Formula(format!("=D{row}+E{row}"), inside + outside),
                    Value::number(mean),
                    end(|ends| ends.0),
                    end(|ends| ends.1),
                    match mean {
                        Some(mean) => Value::Formula(format!("=F{row}-G{row}"), inside + outside - mean),
                        None => Value::Empty,
                    },
                ]);
            }
        }
    }
    Sheet { columns, rows, frozen: 3 }
}
