//! What the comparison with the accounts of the refund scheme covers, the state's own forecast, and the rule on known costs.

use super::{BacktestPresenter, Block, Cell, Item, Row, number, percent, years};
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::Judged;
use crate::analysis::backtest::refund::Refund;
use crate::report::number::Scale;
use crate::report::quantity::Quantity;
use crate::text::say;

pub(super) fn blocks(presenter: &BacktestPresenter<'_>, series: &Judged, facts: &Refund) -> Vec<Block> {
    let t = presenter.t;
    let known = facts.persons.iter().rev().find(|(year, _)| *year <= facts.year);
    let (persons_year, persons) = known.copied().unwrap_or((facts.year, f64::NAN));
    let million = |x: f64| Quantity::to_place(Scale::Million, x, 6).number(t.lang);
    let mut why = vec![Item::new(t.get(say::REFUND_HINDSIGHT_LEAD), hindsight(presenter, series, facts))];
    why.extend(persons_growth(presenter, facts).map(|text| Item::new(t.get(say::REFUND_PERSONS_LEAD), text)));
    let mut out = vec![
        Block::List(why),
        Block::Text(t.get(say::RefundCovers {
            model: number(facts.model, 0, t.lang),
            share: percent(facts.model / facts.accounts, 0, t.lang),
            accounts: number(facts.accounts, 0, t.lang),
            year: facts.year.to_string(),
            model_persons: number(facts.model_persons, 0, t.lang),
            persons: number(persons, 0, t.lang),
            persons_year: persons_year.to_string(),
        })),
        Block::Text(t.get(say::RefundRule {
            model: million(facts.rule.model),
            low: million(facts.rule.hit[0]),
            high: million(facts.rule.hit[1]),
            result: t.get(if facts.rule.holds() { say::RESULT_PASS } else { say::RESULT_MISS }),
        })),
        Block::Text(budget(presenter, facts)),
    ];
    let rows: Vec<Row> = series
        .points
        .iter()
        .filter_map(|p| {
            let (_, budget) = facts.budgets.iter().find(|(year, _)| *year == p.year)?;
            let ahead = series.ahead.iter().find(|a| a.year == p.year)?;
            let off = |x: f64| presenter.change(x / p.observed - 1.0);
            let cells = vec![
                presenter.cell(series, p.observed),
                presenter.cell(series, *budget),
                off(*budget),
                off(ahead.model.mean),
                off(ahead.naive.mean),
                within(presenter, ahead.model.mean / p.observed - 1.0, facts.budget.sd),
            ];
            Some(Row::new(p.year.to_string(), cells))
        })
        .collect();
    let columns = presenter.columns(&[
        say::AXIS_YEAR,
        say::COLUMN_ACCOUNTS,
        say::COLUMN_BUDGET,
        say::COLUMN_BUDGET_OFF,
        say::COLUMN_OFF,
        say::COLUMN_NAIVE_OFF,
        say::COLUMN_WITHIN_BUDGET,
    ]);
    let (title, sheet) = (t.get(say::TABLE_BACKTEST_BUDGET), t.get(say::SHEET_BACKTEST_BUDGET));
    let table = presenter.table("backtest-budget", title, sheet, columns, rows);
    let mut table = table.columns_in(&[3, 4, 5], &t.get(say::UNIT_PERCENT));
    table.unit = presenter.of("unit", series);
    table.notes = vec![t.get(say::NOTE_BACKTEST_BUDGET)];
    table.sources = vec![Backtests::FILE];
    out.push(Block::Table(table));
    out
}

/// What is left of the last error when wages and amounts are as they became.
fn hindsight(presenter: &BacktestPresenter<'_>, series: &Judged, facts: &Refund) -> String {
    let (year, accounts) = facts.last;
    let forecast = series.ahead.last().map_or(f64::NAN, |a| a.model.median());
    presenter.t.get(say::RefundHindsight {
        year: year.to_string(),
        forecast: presenter.signed(forecast / accounts - 1.0),
        hindsight: presenter.signed(facts.hindsight / accounts - 1.0),
    })
}

/// Growth of persons in the accounts against growth in the model.
fn persons_growth(presenter: &BacktestPresenter<'_>, facts: &Refund) -> Option<String> {
    let ((from, few), (to, many)) = (facts.persons.first()?, facts.persons.last()?);
    if to <= from {
        return None;
    }
    Some(presenter.t.get(say::RefundPersons {
        years: years(*from, *to),
        accounts: presenter.growth((many / few).ln() / f64::from(to - from)),
        model: presenter.growth(facts.model_persons_growth),
        model_years: years(facts.year, facts.last.0),
    }))
}

/// The state's own errors, a year ahead.
fn budget(presenter: &BacktestPresenter<'_>, facts: &Refund) -> String {
    presenter.t.get(say::RefundBudget {
        count: facts.budget.years.to_string(),
        mean: presenter.signed(facts.budget.mean),
        sd: percent(facts.budget.sd, 1, presenter.t.lang),
    })
}

/// Whether an error is within one standard deviation of the budget's.
fn within(presenter: &BacktestPresenter<'_>, error: f64, sd: f64) -> Cell {
    Cell::text(presenter.t.get(if error.abs() <= sd { say::RESULT_PASS } else { say::RESULT_MISS }))
}
