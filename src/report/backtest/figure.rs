//! Observed against band: the years that were known, the forecast with its bands, the naive trend, and what happened.

use super::tables::median;
use super::{BacktestPresenter, Row};
use crate::analysis::backtest::judge::{Ahead, Judged};
use crate::analysis::backtest::score::INTERVALS;
use crate::report::document::{Cell, Figure, Missing};
use crate::report::figures::plot::{Plot, c, text_width, tick_labels, ticks};
use crate::report::number::percent;
use crate::text::say;

/// Figures by series.
const IDS: [(&str, &str); 4] = [
    ("oslo_recipients", "backtest-oslo-recipients"),
    ("oslo_hours", "backtest-oslo-hours"),
    ("national_recipients", "backtest-national-recipients"),
    ("refund_accounts", "backtest-refund-accounts"),
];
/// Looks of what was observed, the model and the naive trend.
const OBSERVED: usize = 0;
const MODEL: usize = 1;
const NAIVE: usize = 2;
/// Look of the ring around a miss.
const RING: f64 = 9.0;

/// The figure of a series.
pub(super) fn fan(presenter: &BacktestPresenter<'_>, series: &Judged) -> Figure {
    let t = presenter.t;
    let id = IDS.iter().find(|(id, _)| *id == series.series).map_or("backtest", |(_, figure)| figure);
    let title = t.get(say::FigureBacktest { series: presenter.name(series) });
    let said: Vec<String> = series.points.iter().filter_map(|p| said(presenter, series, p.year)).collect();
    let alt = t.get(say::AltBacktest { title: &title, years: said.join(" ") });
    let svg = drawn(presenter, series, id, &alt);
    let columns = [say::AXIS_YEAR, say::COLUMN_OBSERVED, say::BACKTEST_MEDIAN];
    let mut columns = presenter.columns(&columns);
    columns.extend(INTERVALS.map(|p| t.get(say::ColumnInterval { share: percent(p, 0, t.lang) })));
    columns.push(t.get(say::BACKTEST_NAIVE));
    let data_title = t.get(say::FigureBacktest { series: presenter.name(series) });
    let sheet = presenter.of("sheet-backtest-figure", series);
    let mut data = presenter.table(id, data_title, sheet, columns, rows(presenter, series));
    data.unit = presenter.of("unit", series);
    data.long = true;
    Figure { id, title, alt, note: t.get(say::NOTE_BACKTEST_FIGURE), svg, data }
}

/// One observed year in words.
fn said(presenter: &BacktestPresenter<'_>, series: &Judged, year: i32) -> Option<String> {
    let ahead = series.ahead.iter().find(|a| a.year == year)?;
    let point = series.points.iter().find(|p| p.year == year)?;
    let (low, high) = ahead.model.interval(INTERVALS.len() - 1);
    Some(presenter.t.get(say::AltBacktestYear {
        year: year.to_string(),
        observed: presenter.shown(series, point.observed),
        low: presenter.shown(series, low),
        high: presenter.shown(series, high),
    }))
}

fn rows(presenter: &BacktestPresenter<'_>, series: &Judged) -> Vec<Row> {
    let observed = |year: i32| {
        let after = series.points.iter().map(|p| (p.year, p.observed));
        series.known.iter().copied().chain(after).find(|(y, _)| *y == year).map(|(_, x)| x)
    };
    let unknown = || Cell::Missing(Missing::Unknown);
    let first = series.known.first().map_or(0, |(y, _)| *y);
    let last = series.ahead.last().map_or(first, |a| a.year);
    (first..=last)
        .map(|year| {
            let mut cells = vec![observed(year).map_or_else(unknown, |x| presenter.cell(series, x))];
            match series.ahead.iter().find(|a| a.year == year) {
                None => cells.extend((0..INTERVALS.len() + 2).map(|_| Cell::Missing(Missing::Impossible))),
                Some(a) => {
                    cells.push(presenter.cell(series, median(&a.model.quantiles)));
                    cells.extend((0..INTERVALS.len()).map(|i| {
                        let (low, high) = a.model.interval(i);
                        Cell::text(format!(
                            "{}–{}",
                            presenter.shown(series, low),
                            presenter.shown(series, high)
                        ))
                    }));
                    cells.push(presenter.cell(series, a.naive.mean));
                }
            }
            Row::new(year.to_string(), cells)
        })
        .collect()
}

/// Least and largest number drawn, with the axis's ticks.
fn axis(series: &Judged) -> Vec<f64> {
    let numbers = series.known.iter().map(|(_, x)| *x);
    let numbers = numbers.chain(series.points.iter().map(|p| p.observed));
    let ends = series.ahead.iter().flat_map(|a| {
        let (low, high) = a.model.interval(INTERVALS.len() - 1);
        [low, high, a.naive.mean]
    });
    let (low, high) = numbers.chain(ends).fold((f64::INFINITY, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    ticks(low, high, 5)
}

fn drawn(presenter: &BacktestPresenter<'_>, series: &Judged, id: &str, alt: &str) -> String {
    let t = presenter.t;
    let at = axis(series);
    let range = (at[0], at[at.len() - 1]);
    let first = series.known.first().map_or(0, |(y, _)| *y);
    let last = series.ahead.last().map_or(first + 1, |a| a.year);
    let origin = series.ahead.first().map_or(first, |a| a.year);
    let names = [say::BACKTEST_OBSERVED, say::BACKTEST_MEDIAN, say::BACKTEST_NAIVE].map(|id| t.get(id));
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(360.0, 72.0, right, (f64::from(first), f64::from(last)), range);
    let labels = tick_labels(&at, super::scale(series), t.lang);
    plot.y_axis(&at.iter().copied().zip(labels).collect::<Vec<_>>(), &presenter.of("unit", series));
    let every: Vec<(f64, String)> = (first..=last).map(|y| (f64::from(y), y.to_string())).collect();
    plot.x_axis(&every, &t.get(say::AXIS_YEAR));
    // Bands lie on each other, the widest first: the likelier, the darker.
    for i in (0..INTERVALS.len()).rev() {
        let band = |a: &Ahead| {
            let (low, high) = a.model.interval(i);
            (f64::from(a.year), low, high)
        };
        plot.band(&series.ahead.iter().map(band).collect::<Vec<_>>(), MODEL);
    }
    let line = |of: fn(&Ahead) -> f64| -> Vec<(f64, f64)> {
        series.ahead.iter().map(|a| (f64::from(a.year), of(a))).collect()
    };
    let (model, naive) = (line(|a| median(&a.model.quantiles)), line(|a| a.naive.mean));
    plot.line(&naive, NAIVE);
    plot.line(&model, MODEL);
    let seen: Vec<(i32, f64)> =
        series.known.iter().copied().chain(series.points.iter().map(|p| (p.year, p.observed))).collect();
    plot.line(&seen.iter().map(|(y, x)| (f64::from(*y), *x)).collect::<Vec<_>>(), OBSERVED);
    for (year, x) in &seen {
        plot.mark(f64::from(*year), *x, OBSERVED);
    }
    for miss in &series.facts.missed {
        if let Some((_, x)) = seen.iter().find(|(year, _)| *year == miss.year) {
            let (x, y) = (plot.at_x(f64::from(miss.year)), plot.at_y(*x));
            plot.add(maud::html! { circle cx=(c(x)) cy=(c(y)) r=(c(RING)) class="mark open s3" {} });
        }
    }
    let x = plot.at_x(f64::from(origin));
    let (top, bottom) = (plot.at_y(range.1), plot.at_y(range.0));
    plot.add(maud::html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(bottom)) class="guide" {} });
    plot.text(x - 6.0, top + 14.0, "end", "small", &t.get(say::BacktestKnownTo { year: origin.to_string() }));
    plot.text(x + 6.0, top + 14.0, "start", "small", &t.get(say::BACKTEST_BANDS));
    let ends = [
        (seen.last().map(|(_, x)| *x), OBSERVED),
        (model.last().map(|p| p.1), MODEL),
        (naive.last().map(|p| p.1), NAIVE),
    ];
    let ends: Vec<(f64, usize, String)> =
        ends.into_iter().zip(names).filter_map(|((y, look), name)| y.map(|y| (y, look, name))).collect();
    plot.end_labels(&ends);
    plot.done(id, alt)
}
