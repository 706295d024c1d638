//! What the comparison with the accounts of the refund scheme covers, the state's own forecast, and the rule on known costs.

use super::{Block, Cell, Item, Row, Told, number, percent, years};
use crate::analysis::backtest::judge::Judged;
use crate::analysis::backtest::refund::Refund;
use crate::report::number::Scale;
use crate::report::quantity::Quantity;

pub(super) fn blocks(told: &Told<'_>, series: &Judged, facts: &Refund) -> Vec<Block> {
    let t = told.t;
    let known = facts.persons.iter().rev().find(|(year, _)| *year <= facts.year);
    let (persons_year, persons) = known.copied().unwrap_or((facts.year, f64::NAN));
    let covers = [
        ("model", number(facts.model, 0, t.lang)),
        ("share", percent(facts.model / facts.accounts, 0, t.lang)),
        ("accounts", number(facts.accounts, 0, t.lang)),
        ("year", facts.year.to_string()),
        ("model-persons", number(facts.model_persons, 0, t.lang)),
        ("persons", number(persons, 0, t.lang)),
        ("persons-year", persons_year.to_string()),
    ];
    let covers = covers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let million = |x: f64| Quantity::to_place(Scale::Million, x, 6).number(t.lang);
    let rule = [
        ("model", million(facts.rule.model)),
        ("low", million(facts.rule.hit[0])),
        ("high", million(facts.rule.hit[1])),
        ("result", t.get(if facts.rule.holds() { "result-pass" } else { "result-miss" })),
    ];
    let rule = rule.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut why = vec![Item::new(t.get("refund-hindsight-lead"), hindsight(told, series, facts))];
    why.extend(persons_growth(told, facts).map(|text| Item::new(t.get("refund-persons-lead"), text)));
    let mut out = vec![
        Block::List(why),
        Block::Text(t.with("refund-covers", &covers)),
        Block::Text(t.with("refund-rule", &rule)),
        Block::Text(budget(told, facts)),
    ];
    let rows: Vec<Row> = series
        .points
        .iter()
        .filter_map(|p| {
            let (_, budget) = facts.budgets.iter().find(|(year, _)| *year == p.year)?;
            let ahead = series.ahead.iter().find(|a| a.year == p.year)?;
            let off = |x: f64| told.change(x / p.observed - 1.0);
            let cells = vec![
                told.cell(series, p.observed),
                told.cell(series, *budget),
                off(*budget),
                off(ahead.model.mean),
                off(ahead.naive.mean),
                within(told, ahead.model.mean / p.observed - 1.0, facts.budget.sd),
            ];
            Some(Row::new(p.year.to_string(), cells))
        })
        .collect();
    let columns = told.columns(&[
        "axis-year",
        "column-accounts",
        "column-budget",
        "column-budget-off",
        "column-off",
        "column-naive-off",
        "column-within-budget",
    ]);
    let (title, sheet) = (t.get("table-backtest-budget"), t.get("sheet-backtest-budget"));
    let mut table = told.table("backtest-budget", title, sheet, columns, rows);
    table.unit = told.of("unit", series);
    table.notes = vec![t.get("note-backtest-budget")];
    table.sources = vec![super::FILE];
    out.push(Block::Table(table));
    out
}

/// What is left of the last error when wages and amounts are as they became.
fn hindsight(told: &Told<'_>, series: &Judged, facts: &Refund) -> String {
    let (year, accounts) = facts.last;
    let forecast = series.ahead.last().map_or(f64::NAN, |a| a.model.median());
    let parts = [
        ("year", year.to_string()),
        ("forecast", told.signed(forecast / accounts - 1.0)),
        ("hindsight", told.signed(facts.hindsight / accounts - 1.0)),
    ];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    told.t.with("refund-hindsight", &parts)
}

/// Growth of persons in the accounts against growth in the model.
fn persons_growth(told: &Told<'_>, facts: &Refund) -> Option<String> {
    let ((from, few), (to, many)) = (facts.persons.first()?, facts.persons.last()?);
    if to <= from {
        return None;
    }
    let parts = [
        ("years", years(*from, *to)),
        ("accounts", told.growth((many / few).ln() / f64::from(to - from))),
        ("model", told.growth(facts.model_persons_growth)),
        ("model-years", years(facts.year, facts.last.0)),
    ];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(told.t.with("refund-persons", &parts))
}

/// The state's own errors, a year ahead.
fn budget(told: &Told<'_>, facts: &Refund) -> String {
    let parts = [
        ("count", facts.budget.years.to_string()),
        ("mean", told.signed(facts.budget.mean)),
        ("sd", percent(facts.budget.sd, 1, told.t.lang)),
    ];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    told.t.with("refund-budget", &parts)
}

/// Whether an error is within one standard deviation of the budget's.
fn within(told: &Told<'_>, error: f64, sd: f64) -> Cell {
    Cell::text(told.t.get(if error.abs() <= sd { "result-pass" } else { "result-miss" }))
}
