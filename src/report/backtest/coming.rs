//! The accounts a year ahead beside the state's own budgets, the saving of a higher threshold, and the years to come.

use super::{BacktestPresenter, Block, Cell, Missing, Row, number, percent};
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::accounts::{Budgets, Errors, Step};
use crate::analysis::backtest::judge::Forecaster;
use crate::analysis::backtest::outlook::YearToCome;
use crate::text::{Words, say};

/// Those held against the budgets.
const SHOWN: [Forecaster; 3] = [Forecaster::Structural, Forecaster::Linear, Forecaster::Pool];
const UNIT: &str = "million NOK";

pub(super) fn accounts(presenter: &BacktestPresenter<'_>, found: &Backtests) -> Vec<Block> {
    let budgets = found.budgets.as_ref().map(|own| ahead(presenter, own)).unwrap_or_default();
    let step = found.step.as_ref().map(|own| Block::Text(step(presenter, own)));
    budgets.into_iter().chain(step).collect()
}

fn ahead(presenter: &BacktestPresenter<'_>, found: &Budgets) -> Vec<Block> {
    let t = presenter.t;
    let errors = |who: Forecaster| found.forecasters.iter().find(|(f, _)| *f == who).map(|(_, e)| *e);
    let mut rows: Vec<Row> = found
        .years
        .iter()
        .map(|y| {
            let off = |x: f64| presenter.change(x / y.observed - 1.0);
            let mut cells = vec![presenter.cell(UNIT, y.observed), off(y.budget)];
            cells.extend(SHOWN.map(|who| {
                let own = y.middle.iter().find(|(f, _)| *f == who);
                own.map_or(Cell::Missing(Missing::Impossible), |(_, x)| off(*x))
            }));
            Row::new(y.year.to_string(), cells)
        })
        .collect();
    let mut mean = |head: Words, of: &dyn Fn(Errors) -> Cell| {
        let mut cells = vec![Cell::Missing(Missing::Impossible), of(found.budget)];
        cells.extend(SHOWN.map(|who| errors(who).map_or(Cell::Missing(Missing::Impossible), of)));
        rows.push(Row::new(t.get(head), cells).sum());
    };
    mean(say::BACKTEST_MEAN_ERROR, &|e| presenter.change(e.bias));
    mean(say::BACKTEST_MEAN_ABSOLUTE, &|e| presenter.percent(e.absolute, 2));
    let mut columns = presenter.columns(&[say::AXIS_YEAR, say::COLUMN_ACCOUNTS, say::COLUMN_BUDGET_OFF]);
    columns.extend(SHOWN.map(|who| presenter.forecaster(who)));
    let mut table = presenter.table("backtest-budget", columns, rows);
    table.notes = vec![t.get(say::NOTE_BACKTEST_BUDGET)];
    table.sources = vec![Backtests::FILE];
    let share = |e: Option<Errors>| percent(e.map_or(f64::NAN, |e| e.absolute), 2, t.lang);
    let said = t.get(say::BacktestBudget {
        structural: share(errors(Forecaster::Structural)),
        budget: share(Some(found.budget)),
        nearer: found.nearer.to_string(),
        years: found.years.len().to_string(),
    });
    vec![Block::Text(said), Block::Table(table)]
}

fn step(presenter: &BacktestPresenter<'_>, own: &Step) -> String {
    let t = presenter.t;
    let [middle, low, high] = own.saving.map(|x| number(x, 0, t.lang));
    t.get(say::BacktestStep {
        step: number(own.step, 0, t.lang),
        year: own.year.to_string(),
        middle,
        low,
        high,
        expected: number(own.expected, 0, t.lang),
    })
}

/// Years to come: the trend, the model and the pool.
pub(super) fn outlook(presenter: &BacktestPresenter<'_>, found: &[YearToCome]) -> Vec<Block> {
    let t = presenter.t;
    let Some(first) = found.first() else { return Vec::new() };
    let mut before = "";
    let mut rows = Vec::new();
    for own in found {
        let cells = own.predicted.iter().map(|(_, p)| presenter.predicted(&own.unit, p)).collect();
        let row = Row::new(own.year.to_string(), cells);
        let key = own.series.replace('_', "-");
        let [name, unit] = ["series", "unit"].map(|what| t.by_id(&format!("{what}-{key}")));
        let group = t.get(say::BacktestInUnit { series: &name, unit: &unit });
        rows.push(if own.series == before { row } else { row.group(group) });
        before = &own.series;
    }
    let mut columns = vec![t.get(say::AXIS_YEAR)];
    columns.extend(first.predicted.iter().map(|(f, _)| presenter.forecaster(*f)));
    let mut table = presenter.table("backtest-outlook", columns, rows);
    table.notes = vec![t.get(say::NOTE_BACKTEST_OUTLOOK)];
    table.sources = vec![Backtests::FILE];
    vec![
        Block::Heading(t.get(say::BACKTEST_OUTLOOK_HEADING)),
        Block::Text(t.get(say::BACKTEST_OUTLOOK)),
        Block::Table(table),
    ]
}
