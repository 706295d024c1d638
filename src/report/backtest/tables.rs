//! Tables of the tests: scores, intervals by horizon, what was wished, and what the model was given.

use super::{
    BacktestPresenter, Block, Cell, Item, Missing, Row, SCORE_DECIMALS, Table, key, number, percent,
};
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{DerivedParameter, Judged, Score};
use crate::analysis::backtest::score::{Coverage, INTERVALS, WIDEST};
use crate::analysis::backtest::series::Which;
use crate::analysis::backtest::targets::{Target, Wish};
use crate::text::say;

pub(super) fn missing() -> Cell {
    Cell::Missing(Missing::Impossible)
}

fn group(presenter: &BacktestPresenter<'_>, series: &Judged) -> String {
    let scores = series.scores.first().map_or(0, |s| s.all.scores).to_string();
    presenter.t.get(say::BacktestGroup { series: &presenter.name(series), scores: &scores })
}

/// Rows of every series and forecaster.
fn rows(
    presenter: &BacktestPresenter<'_>,
    all: &[Judged],
    cells: impl Fn(&Score, &[Option<Score>]) -> Vec<Cell>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for series in all {
        for (i, own) in series.scores.iter().enumerate() {
            let row = Row::new(presenter.forecaster(own.forecaster), cells(&own.all, &own.by_horizon));
            rows.push(if i == 0 { row.group(group(presenter, series)) } else { row });
        }
    }
    rows
}

fn ahead(presenter: &BacktestPresenter<'_>) -> [String; 4] {
    [say::COLUMN_AHEAD_1, say::COLUMN_AHEAD_2, say::COLUMN_AHEAD_3, say::COLUMN_AHEAD_4]
        .map(|head| presenter.t.get(head))
}

/// Everybody's scores, series by series.
pub(super) fn scores(presenter: &BacktestPresenter<'_>, all: &[Judged]) -> Table {
    let t = presenter.t;
    let score = |s: Option<&Score>| s.map_or_else(missing, |s| presenter.percent(s.crps, SCORE_DECIMALS));
    let won = |share: Option<f64>| share.map_or_else(missing, |share| presenter.percent(share, 0));
    let rows = rows(presenter, all, |own, by_horizon| {
        let mut cells = vec![score(Some(own))];
        cells.extend(by_horizon.iter().map(|s| score(s.as_ref())));
        cells.push(presenter.change(own.bias));
        cells.extend(own.coverage.iter().map(|c| coverage_cell(presenter, c)));
        cells.extend(own.won.map(won));
        cells
    });
    let mut columns = presenter.columns(&[say::COLUMN_FORECAST, say::COLUMN_CRPS]);
    columns.extend(ahead(presenter));
    columns.push(t.get(say::COLUMN_BIAS));
    columns.extend(INTERVALS.map(|p| t.get(say::ColumnHeld { share: percent(p, 0, t.lang) })));
    columns.extend(presenter.columns(&[say::COLUMN_WON_LINEAR, say::COLUMN_WON_EXPONENTIAL]));
    let mut table = presenter.table("backtest-scores", columns, rows);
    table.notes = presenter.columns(&[say::NOTE_CRPS, say::NOTE_COVERAGE, say::NOTE_FORECASTERS]);
    table
}

/// How often intervals held, by years ahead.
pub(super) fn coverage(presenter: &BacktestPresenter<'_>, all: &[Judged]) -> Table {
    let t = presenter.t;
    let rows = rows(presenter, all, |_, by_horizon| {
        let held = |i: usize| {
            by_horizon.iter().map(move |s| match s {
                Some(s) => coverage_cell(presenter, &s.coverage[i]),
                None => missing(),
            })
        };
        (0..INTERVALS.len()).flat_map(held).collect()
    });
    let mut columns = vec![t.get(say::COLUMN_FORECAST)];
    for share in INTERVALS {
        let share = percent(share, 0, t.lang);
        let head = |ahead: &String| t.get(say::ColumnHeldAhead { share: &share, ahead });
        columns.extend(ahead(presenter).iter().map(head));
    }
    let mut table = presenter.table("backtest-coverage", columns, rows);
    table.notes = presenter.columns(&[say::NOTE_COVERAGE]);
    table.long = true;
    table
}

pub(super) fn coverage_cell(presenter: &BacktestPresenter<'_>, c: &Coverage) -> Cell {
    let t = presenter.t;
    let [low, high] = c.range.map(|x| percent(x, 0, t.lang));
    let share = c.hits as f64 / c.of as f64;
    Cell::Estimate {
        mean: 100.0 * share,
        interval: Some((100.0 * c.range[0], 100.0 * c.range[1])),
        shown: percent(share, 0, t.lang),
        shown_interval: format!("[{low}; {high}]"),
        direction: String::new(),
    }
}

/// What was wished and what was found.
pub(super) fn targets(presenter: &BacktestPresenter<'_>, found: &Backtests) -> Table {
    let t = presenter.t;
    let row = |target: &Target| {
        let wish = t.get(match target.wish {
            Wish::BelowLinear => say::BACKTEST_WISH_LINEAR,
            Wish::BelowExponential => say::BACKTEST_WISH_EXPONENTIAL,
            Wish::PoolBelowLinear => say::BACKTEST_WISH_POOL,
            Wish::Covered => say::BACKTEST_WISH_COVERED,
            Wish::AtMostBudget => say::BACKTEST_WISH_BUDGET,
            Wish::Step => say::BACKTEST_WISH_STEP,
        });
        let decimals = if target.wish == Wish::Covered { 0 } else { SCORE_DECIMALS };
        let shown = |x: f64| match target.wish {
            Wish::Step => t.get(say::BacktestMillion { million: number(x, 0, t.lang) }),
            _ => percent(x, decimals, t.lang),
        };
        let [low, high] = target.hit.map(shown);
        let wanted = match target.wish {
            Wish::Covered | Wish::Step => t.get(say::BacktestBetween { low: &low, high: &high }),
            _ => t.get(say::BacktestAtMost { high: &high }),
        };
        let value = if target.wish == Wish::Step { target.found } else { 100.0 * target.found };
        let cells = vec![
            Cell::text(wish),
            Cell::Number { value, shown: shown(target.found) },
            Cell::text(wanted),
            Cell::text(t.get(if target.met() { say::RESULT_PASS } else { say::RESULT_MISS })),
        ];
        Row::new(t.by_id(&format!("series-{}", key(&target.series, target.vintage))), cells)
    };
    let columns = presenter.columns(&[
        say::COLUMN_SERIES,
        say::COLUMN_WISH,
        say::COLUMN_FOUND,
        say::COLUMN_WANTED,
        say::COLUMN_RESULT,
    ]);
    let mut table = presenter.table("backtest-targets", columns, found.targets.iter().map(row).collect());
    table.sources = vec![Backtests::FILE];
    table
}

/// What the model was given, and what was derived at each origin.
pub(super) fn known(presenter: &BacktestPresenter<'_>, found: &Backtests) -> Vec<Block> {
    let t = presenter.t;
    let items = [
        (say::BACKTEST_KNOWN_CUT_LEAD, say::BACKTEST_KNOWN_CUT),
        (say::BACKTEST_KNOWN_RECIPES_LEAD, say::BACKTEST_KNOWN_RECIPES),
        (say::BACKTEST_KNOWN_STRUCTURE_LEAD, say::BACKTEST_KNOWN_STRUCTURE),
        (say::BACKTEST_KNOWN_SEEN_LEAD, say::BACKTEST_KNOWN_SEEN),
        (say::BACKTEST_KNOWN_PUBLISHED_LEAD, say::BACKTEST_KNOWN_PUBLISHED),
    ];
    let items = items.map(|(lead, text)| Item::new(t.get(lead), t.get(text)));
    let mut ids: Vec<&str> = Vec::new();
    for own in found.series.iter().flat_map(|s| s.derived.iter().filter(|d| told(s, d))) {
        if !ids.contains(&own.id.as_str()) {
            ids.push(&own.id);
        }
    }
    let mut rows = Vec::new();
    for series in &found.series {
        let mut origins: Vec<i32> = series.derived.iter().map(|d| d.origin).collect();
        origins.dedup();
        for (i, origin) in origins.into_iter().enumerate() {
            let own = |id: &&str| {
                series.derived.iter().find(|d| d.origin == origin && d.id == **id && told(series, d))
            };
            let cells = ids.iter().map(|id| own(id).map_or_else(missing, |d| derived(presenter, d)));
            let row = Row::new(origin.to_string(), cells.collect());
            rows.push(if i == 0 { row.group(presenter.name(series)) } else { row });
        }
    }
    let mut columns = vec![t.get(say::COLUMN_ORIGIN)];
    columns.extend(ids.iter().map(|id| id.to_string()));
    let mut table = presenter.table("backtest-known", columns, rows);
    table.notes = vec![t.get(say::NOTE_DERIVED)];
    table.sources = vec![Backtests::FILE];
    table.long = true;
    vec![Block::List(items.to_vec()), Block::Table(table)]
}

/// Whether a derived parameter moves the series.
fn told(series: &Judged, derived: &DerivedParameter) -> bool {
    let of_scheme = ["scheme_", "threshold_", "wage_"].iter().any(|start| derived.id.starts_with(start));
    of_scheme == (series.which == Which::Refund)
        && (derived.id != "need_trend" || series.series == "oslo_hours")
}

fn derived(presenter: &BacktestPresenter<'_>, d: &DerivedParameter) -> Cell {
    let lang = presenter.t.lang;
    let [low, high] = d.interval.map(|x| percent(x, 1, lang));
    Cell::Estimate {
        mean: 100.0 * d.mean,
        interval: Some((100.0 * d.interval[0], 100.0 * d.interval[1])),
        shown: percent(d.mean, 1, lang),
        shown_interval: format!("[{low}; {high}]"),
        direction: String::new(),
    }
}

/// Whether the widest interval holds what was observed.
pub(super) fn held(forecast: &crate::analysis::backtest::judge::Forecast) -> bool {
    forecast.predicted.holds(forecast.observed)[WIDEST]
}
