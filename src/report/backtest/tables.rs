//! Tables of the tests: scores, years, and what the model was given.

use super::{BacktestPresenter, Block, Cell, Missing, Row, Table, percent, years as stretch};
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Judged, ObservedYear, Score, WIDEST};
use crate::analysis::backtest::score::{Coverage, INTERVALS, MEDIAN};
use crate::analysis::backtest::series::Which;
use crate::text::{Words, say};

/// How often intervals held, bias and score of model and naive trend, series by series.
pub(super) fn scores(presenter: &BacktestPresenter<'_>, all: &[Judged]) -> Table {
    let t = presenter.t;
    let mut rows = Vec::new();
    for series in all {
        let group = presenter.name(series);
        let skill = Cell::Number { value: series.skill, shown: presenter.digits(series.skill) };
        rows.push(row(presenter, series, say::BACKTEST_MODEL, &series.model, skill).group(group));
        rows.push(row(
            presenter,
            series,
            say::BACKTEST_NAIVE,
            &series.naive,
            Cell::Missing(Missing::Impossible),
        ));
    }
    let mut columns = vec![t.get(say::COLUMN_FORECAST)];
    columns.extend(INTERVALS.map(|p| t.get(say::ColumnInterval { share: percent(p, 0, t.lang) })));
    columns.extend(presenter.columns(&[say::COLUMN_BIAS, say::COLUMN_CRPS, say::COLUMN_SKILL]));
    let (title, sheet) = (t.get(say::TABLE_BACKTEST_SCORES), t.get(say::SHEET_BACKTEST_SCORES));
    let shares: Vec<usize> = (1..=INTERVALS.len() + 1).collect();
    let table = presenter.table("backtest-scores", title, sheet, columns, rows);
    let mut table = table.columns_in(&shares, &t.get(say::UNIT_PERCENT));
    table.notes = vec![t.get(say::NOTE_COVERAGE), t.get(say::NOTE_CRPS)];
    table
}

fn row(presenter: &BacktestPresenter<'_>, series: &Judged, name: Words, score: &Score, skill: Cell) -> Row {
    let mut cells: Vec<Cell> = score.coverage.iter().map(|c| coverage(presenter, c)).collect();
    let crps = super::in_unit(series, score.crps);
    cells.push(presenter.change(score.bias_share));
    cells.push(Cell::Number { value: crps, shown: presenter.digits(crps) });
    cells.push(skill);
    Row::new(presenter.t.get(name), cells).unit(presenter.of("unit", series))
}

fn coverage(presenter: &BacktestPresenter<'_>, c: &Coverage) -> Cell {
    let t = presenter.t;
    let [low, high] = c.range.map(|x| percent(x, 0, t.lang));
    Cell::Estimate {
        mean: 100.0 * c.hits as f64 / c.of as f64,
        interval: Some((100.0 * c.range[0], 100.0 * c.range[1])),
        shown: t.get(say::BacktestOf { hits: c.hits.to_string(), of: c.of.to_string() }),
        shown_interval: format!("[{low}; {high}]"),
        direction: String::new(),
    }
}

const YEARS: [(&str, &str); 4] = [
    ("oslo_recipients", "backtest-years-oslo-recipients"),
    ("oslo_hours", "backtest-years-oslo-hours"),
    ("national_recipients", "backtest-years-national-recipients"),
    ("refund_accounts", "backtest-years-refund-accounts"),
];

/// Every year observed after the origin.
pub(super) fn years(presenter: &BacktestPresenter<'_>, series: &Judged) -> Table {
    let t = presenter.t;
    let rows = series
        .points
        .iter()
        .filter_map(|p| {
            let ahead = series.ahead.iter().find(|a| a.year == p.year)?;
            let crps = [p.crps, p.naive_crps].map(|x| presenter.digits(super::in_unit(series, x)));
            let cells = vec![
                presenter.cell(series, p.observed),
                presenter.estimate(series, ahead.model.mean, ahead.model.interval(WIDEST)),
                presenter.change(p.error / p.observed),
                Cell::text(held(presenter, p)),
                presenter.estimate(series, ahead.naive.mean, ahead.naive.interval(WIDEST)),
                Cell::text(t.get(say::BacktestAgainst { model: &crps[0], naive: &crps[1] })),
            ];
            Some(Row::new(p.year.to_string(), cells))
        })
        .collect();
    let columns = presenter.columns(&[
        say::AXIS_YEAR,
        say::COLUMN_OBSERVED,
        say::BACKTEST_MODEL,
        say::COLUMN_OFF,
        say::COLUMN_HELD,
        say::BACKTEST_NAIVE,
        say::COLUMN_CRPS_BOTH,
    ]);
    let name = presenter.name(series);
    let id = YEARS.iter().find(|(id, _)| *id == series.series).map_or("backtest-years", |(_, table)| table);
    let title = t.get(say::TableBacktestYears { series: &name });
    let sheet = presenter.of("sheet-backtest", series);
    let table = presenter.table(id, title, sheet, columns, rows);
    let mut table = table.columns_in(&[3], &t.get(say::UNIT_PERCENT));
    table.unit = presenter.of("unit", series);
    table.notes = vec![t.get(say::NOTE_BACKTEST_YEARS)];
    table
}

/// The narrowest interval that held, or a miss.
fn held(presenter: &BacktestPresenter<'_>, p: &ObservedYear) -> String {
    let t = presenter.t;
    match p.holds.iter().position(|held| *held) {
        Some(i) => t.get(say::BacktestWithin { share: percent(INTERVALS[i], 0, t.lang) }),
        None => t.get(if p.below < 0.5 { say::BACKTEST_MISS_BELOW } else { say::BACKTEST_MISS_ABOVE }),
    }
}

/// What each model was given, and what it could not be given.
pub(super) fn known(presenter: &BacktestPresenter<'_>, found: &Backtests) -> Vec<Block> {
    let t = presenter.t;
    let mut rows = Vec::new();
    let growth = |log: f64, error: f64| {
        let [mean, error] = [log, error].map(|x| percent(x, 1, t.lang));
        Cell::text(t.get(say::BacktestPlusMinus { mean: &mean, error: &error }))
    };
    for s in &found.set_up {
        let place = t.get(if s.which == Which::Oslo { say::BACKTEST_OSLO } else { say::BACKTEST_COUNTRY });
        let group = t.get(say::BacktestOrigin { place: &place, years: stretch(s.first, s.origin) });
        let none = Cell::Missing(Missing::Impossible);
        rows.push(
            Row::new(t.get(say::BACKTEST_GROWTH), vec![growth(s.growth.mean, s.growth.error), none.clone()])
                .group(group),
        );
        rows.extend(
            s.hours_growth
                .map(|g| Row::new(t.get(say::BACKTEST_GROWTH_HOURS), vec![growth(g.mean, g.error), none])),
        );
        for f in &s.fitted {
            let [low, high] = f.interval.map(|x| presenter.digits(x));
            let fitted = Cell::Estimate {
                mean: f.mean,
                interval: Some((f.interval[0], f.interval[1])),
                shown: presenter.digits(f.mean),
                shown_interval: format!("[{low}; {high}]"),
                direction: String::new(),
            };
            rows.push(Row::new(f.id.clone(), vec![Cell::Missing(Missing::Impossible), fitted]));
        }
    }
    let columns = presenter.columns(&[say::COLUMN_WHAT, say::COLUMN_KNOWN_THEN, say::COLUMN_FITTED]);
    let (title, sheet) = (t.get(say::TABLE_BACKTEST_KNOWN), t.get(say::SHEET_BACKTEST_KNOWN));
    let mut table = presenter.table("backtest-known", title, sheet, columns, rows);
    table.sources = vec![Backtests::FILE];
    let gap = found.set_up.iter().map(|s| s.gap).fold(0.0, f64::max);
    table.notes = vec![t.get(say::NoteFit { gap: percent(gap, 2, t.lang) })];
    let ages = found.set_up.iter().map(|s| s.other_ages).fold(0.0, f64::max);
    let mut without: Vec<&str> = found.set_up.iter().flat_map(|s| &s.without).map(String::as_str).collect();
    without.sort_unstable();
    without.dedup();
    let items = vec![
        (say::BACKTEST_KNOWN_CUT_LEAD, t.get(say::BacktestKnownCut { without: without.join(", ") })),
        (say::BACKTEST_KNOWN_LEVEL_LEAD, t.get(say::BACKTEST_KNOWN_LEVEL)),
        (say::BACKTEST_KNOWN_AGES_LEAD, t.get(say::BacktestKnownAges { ages: percent(ages, 1, t.lang) })),
        (say::BACKTEST_KNOWN_STRUCTURE_LEAD, t.get(say::BACKTEST_KNOWN_STRUCTURE)),
        (say::BACKTEST_KNOWN_SHOCKS_LEAD, t.get(say::BACKTEST_KNOWN_SHOCKS)),
        (say::BACKTEST_KNOWN_NAIVE_LEAD, t.get(say::BACKTEST_KNOWN_NAIVE)),
    ];
    let items = items.into_iter().map(|(lead, text)| super::Item::new(t.get(lead), text)).collect();
    vec![Block::List(items), Block::Table(table)]
}

/// Median of a forecast, for figures.
pub(super) fn median(quantiles: &[f64; 7]) -> f64 {
    quantiles[MEDIAN]
}
