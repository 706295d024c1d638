//! Tables of the tests: scores, years, and what the model was given.

use super::{Block, Cell, Missing, Row, Table, Told, percent, years as stretch};
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Judged, ObservedYear, Score, WIDEST};
use crate::analysis::backtest::score::{Coverage, INTERVALS, MEDIAN};
use crate::analysis::backtest::series::Which;

/// How often intervals held, bias and score of model and naive trend, series by series.
pub(super) fn scores(told: &Told<'_>, all: &[Judged]) -> Table {
    let t = told.t;
    let mut rows = Vec::new();
    for series in all {
        let group = format!("{} ({})", told.name(series), told.of("unit", series));
        let skill = Cell::Number { value: series.skill, shown: told.digits(series.skill) };
        rows.push(row(told, series, "backtest-model", &series.model, skill).group(group));
        rows.push(row(told, series, "backtest-naive", &series.naive, Cell::Missing(Missing::Impossible)));
    }
    let mut columns = vec![t.get("column-forecast")];
    columns.extend(INTERVALS.map(|p| t.with("column-interval", &[("share", &percent(p, 0, t.lang))])));
    columns.extend(told.columns(&["column-bias", "column-crps", "column-skill"]));
    let (title, sheet) = (t.get("table-backtest-scores"), t.get("sheet-backtest-scores"));
    let mut table = told.table("backtest-scores", title, sheet, columns, rows);
    table.notes = vec![t.get("note-coverage"), t.get("note-crps")];
    table
}

fn row(told: &Told<'_>, series: &Judged, name: &str, score: &Score, skill: Cell) -> Row {
    let mut cells: Vec<Cell> = score.coverage.iter().map(|c| coverage(told, c)).collect();
    let crps = super::in_unit(series, score.crps);
    cells.push(told.change(score.bias_share));
    cells.push(Cell::Number { value: crps, shown: told.digits(crps) });
    cells.push(skill);
    Row::new(told.t.get(name), cells)
}

fn coverage(told: &Told<'_>, c: &Coverage) -> Cell {
    let t = told.t;
    let [low, high] = c.range.map(|x| percent(x, 0, t.lang));
    Cell::Estimate {
        mean: 100.0 * c.hits as f64 / c.of as f64,
        interval: Some((100.0 * c.range[0], 100.0 * c.range[1])),
        shown: t.with("backtest-of", &[("hits", &c.hits.to_string()), ("of", &c.of.to_string())]),
        shown_interval: format!("[{low}; {high}]"),
    }
}

const YEARS: [(&str, &str); 4] = [
    ("oslo_recipients", "backtest-years-oslo-recipients"),
    ("oslo_hours", "backtest-years-oslo-hours"),
    ("national_recipients", "backtest-years-national-recipients"),
    ("refund_accounts", "backtest-years-refund-accounts"),
];

/// Every year observed after the origin.
pub(super) fn years(told: &Told<'_>, series: &Judged) -> Table {
    let t = told.t;
    let rows = series
        .points
        .iter()
        .filter_map(|p| {
            let ahead = series.ahead.iter().find(|a| a.year == p.year)?;
            let crps = [p.crps, p.naive_crps].map(|x| told.digits(super::in_unit(series, x)));
            let cells = vec![
                told.cell(series, p.observed),
                told.estimate(series, ahead.model.mean, ahead.model.interval(WIDEST)),
                told.change(p.error / p.observed),
                Cell::text(held(told, p)),
                told.estimate(series, ahead.naive.mean, ahead.naive.interval(WIDEST)),
                Cell::text(t.with("backtest-against", &[("model", &crps[0]), ("naive", &crps[1])])),
            ];
            Some(Row::new(p.year.to_string(), cells))
        })
        .collect();
    let columns = told.columns(&[
        "axis-year",
        "column-observed",
        "backtest-model",
        "column-off",
        "column-held",
        "backtest-naive",
        "column-crps-both",
    ]);
    let name = told.name(series);
    let id = YEARS.iter().find(|(id, _)| *id == series.series).map_or("backtest-years", |(_, table)| table);
    let title = t.with("table-backtest-years", &[("series", &name)]);
    let sheet = told.of("sheet-backtest", series);
    let mut table = told.table(id, title, sheet, columns, rows);
    table.unit = told.of("unit", series);
    table.notes = vec![t.get("note-backtest-years")];
    table
}

/// The narrowest interval that held, or a miss.
fn held(told: &Told<'_>, p: &ObservedYear) -> String {
    let t = told.t;
    match p.holds.iter().position(|held| *held) {
        Some(i) => t.with("backtest-within", &[("share", &percent(INTERVALS[i], 0, t.lang))]),
        None => t.get(if p.below < 0.5 { "backtest-miss-below" } else { "backtest-miss-above" }),
    }
}

/// What each model was given, and what it could not be given.
pub(super) fn known(told: &Told<'_>, found: &Backtests) -> Vec<Block> {
    let t = told.t;
    let mut rows = Vec::new();
    let growth = |log: f64, error: f64| {
        let [mean, error] = [log, error].map(|x| percent(x, 1, t.lang));
        Cell::text(t.with("backtest-plus-minus", &[("mean", &mean), ("error", &error)]))
    };
    for s in &found.set_up {
        let place = t.get(if s.which == Which::Oslo { "backtest-oslo" } else { "backtest-country" });
        let group = t.with("backtest-origin", &[("place", &place), ("years", &stretch(s.first, s.origin))]);
        let none = Cell::Missing(Missing::Impossible);
        rows.push(
            Row::new(t.get("backtest-growth"), vec![growth(s.growth.mean, s.growth.error), none.clone()])
                .group(group),
        );
        rows.extend(
            s.hours_growth
                .map(|g| Row::new(t.get("backtest-growth-hours"), vec![growth(g.mean, g.error), none])),
        );
        for f in &s.fitted {
            let [low, high] = f.interval.map(|x| told.digits(x));
            let fitted = Cell::Estimate {
                mean: f.mean,
                interval: Some((f.interval[0], f.interval[1])),
                shown: told.digits(f.mean),
                shown_interval: format!("[{low}; {high}]"),
            };
            rows.push(Row::new(f.id.clone(), vec![Cell::Missing(Missing::Impossible), fitted]));
        }
    }
    let columns = told.columns(&["column-what", "column-known-then", "column-fitted"]);
    let (title, sheet) = (t.get("table-backtest-known"), t.get("sheet-backtest-known"));
    let mut table = told.table("backtest-known", title, sheet, columns, rows);
    table.sources = vec![super::FILE];
    let gap = found.set_up.iter().map(|s| s.gap).fold(0.0, f64::max);
    table.notes = vec![t.with("note-fit", &[("gap", &percent(gap, 2, t.lang))])];
    let ages = found.set_up.iter().map(|s| s.other_ages).fold(0.0, f64::max);
    let mut without: Vec<&str> = found.set_up.iter().flat_map(|s| &s.without).map(String::as_str).collect();
    without.sort_unstable();
    without.dedup();
    let ids = ["cut", "level", "ages", "structure", "shocks", "naive"];
    let parts = [("ages", percent(ages, 1, t.lang)), ("without", without.join(", "))];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    let items = ids
        .map(|id| {
            super::Item::new(
                t.get(&format!("backtest-known-{id}-lead")),
                t.with(&format!("backtest-known-{id}"), &parts),
            )
        })
        .to_vec();
    vec![Block::List(items), Block::Table(table)]
}

/// Median of a forecast, for figures.
pub(super) fn median(quantiles: &[f64; 7]) -> f64 {
    quantiles[MEDIAN]
}
