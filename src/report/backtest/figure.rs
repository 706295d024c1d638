//! Observed against band, from the first origin of a series: the years that were known, the model's forecast with its bands,
//! the trends, and what happened.

use super::tables::held;
use super::{BacktestPresenter, Cell, Missing, Row, key, scale};
use crate::analysis::backtest::judge::{Forecast, Forecaster, Judged};
use crate::analysis::backtest::score::{INTERVALS, WIDEST};
use crate::report::document::{Figure, Table};
use crate::report::figures::plot::{Plot, axis, c, text_width, tick_labels};
use crate::text::number::percent;
use crate::text::say;

/// Figures by series and vintage.
const IDS: [(&str, &str); 5] = [
    ("oslo-recipients", "backtest-oslo-recipients"),
    ("oslo-hours", "backtest-oslo-hours"),
    ("national-recipients", "backtest-national-recipients"),
    ("national-recipients-published", "backtest-national-recipients-published"),
    ("refund-accounts", "backtest-refund-accounts"),
];
/// Looks of what was observed, and of those whose line is drawn.
const OBSERVED: usize = 0;
const LINES: [(Forecaster, usize); 3] =
    [(Forecaster::Structural, 1), (Forecaster::Linear, 2), (Forecaster::Exponential, 4)];
/// Look of the ring around a miss.
const RING: f64 = 9.0;

/// One forecaster's forecasts from the first origin.
struct Fan<'a> {
    series: &'a Judged,
    origin: i32,
    last: f64,
}

impl<'a> Fan<'a> {
    fn new(series: &'a Judged) -> Option<Fan<'a>> {
        let origin = series.forecasts.iter().map(|f| f.origin).min()?;
        let (_, last) = series.observed.iter().find(|(year, _)| *year == origin)?;
        Some(Fan { series, origin, last: *last })
    }

    fn of(&self, who: Forecaster) -> impl Iterator<Item = &'a Forecast> {
        let origin = self.origin;
        self.series.forecasts.iter().filter(move |f| f.origin == origin && f.forecaster == who)
    }

    fn last_year(&self) -> i32 {
        self.of(Forecaster::Structural).map(|f| f.year).max().unwrap_or(self.origin)
    }

    /// What was observed up to the last year forecast.
    fn seen(&self) -> impl Iterator<Item = (i32, f64)> {
        let last = self.last_year();
        self.series.observed.iter().copied().filter(move |(year, _)| *year <= last)
    }
}

/// The figure of a series.
pub(super) fn fan(presenter: &BacktestPresenter<'_>, series: &Judged) -> Option<Figure> {
    let t = presenter.t;
    let fan = Fan::new(series)?;
    let wanted = key(&series.series, series.vintage);
    let id = IDS.iter().find(|(id, _)| *id == wanted).map_or("backtest", |(_, figure)| figure);
    let origin = fan.origin.to_string();
    let title = t.get(say::FigureBacktest { series: presenter.name(series), origin: &origin });
    let said = fan.of(Forecaster::Structural).map(|f| {
        let (low, high) = f.predicted.interval(WIDEST);
        t.get(say::AltBacktestYear {
            year: f.year.to_string(),
            observed: presenter.shown(&series.unit, f.observed),
            low: presenter.shown(&series.unit, low),
            high: presenter.shown(&series.unit, high),
        })
    });
    let alt = t.get(say::AltBacktest { title: &title, years: said.collect::<Vec<_>>().join(" ") });
    let svg = drawn(presenter, &fan, id, &alt);
    let data = data(presenter, &fan, id, title.clone());
    let years = fan.of(Forecaster::Structural).count().to_string();
    let inside = fan.of(Forecaster::Structural).filter(|f| held(f)).count().to_string();
    let note = [t.get(say::BacktestSeen { years, inside }), t.get(say::NOTE_BACKTEST_FIGURE)].join(" ");
    Some(Figure { id, title, alt, note, svg, data })
}

/// The same numbers.
fn data(presenter: &BacktestPresenter<'_>, fan: &Fan<'_>, id: &'static str, title: String) -> Table {
    let (t, unit) = (presenter.t, &fan.series.unit);
    let mut columns = presenter.columns(&[say::AXIS_YEAR, say::BACKTEST_OBSERVED]);
    columns.push(presenter.forecaster(Forecaster::Structural));
    columns.extend(INTERVALS.map(|p| t.get(say::ColumnInterval { share: percent(p, 0, t.lang) })));
    columns.extend(LINES[1..].iter().map(|(who, _)| presenter.forecaster(*who)));
    let empty = columns.len() - 2;
    let row = |(year, observed): (i32, f64)| {
        let mut cells = vec![presenter.cell(unit, observed)];
        match fan.of(Forecaster::Structural).find(|f| f.year == year) {
            None => cells.extend((0..empty).map(|_| Cell::Missing(Missing::Impossible))),
            Some(own) => {
                cells.push(presenter.cell(unit, own.predicted.median()));
                cells.extend((0..INTERVALS.len()).map(|i| {
                    let (low, high) = own.predicted.interval(i);
                    Cell::text(format!("{}–{}", presenter.shown(unit, low), presenter.shown(unit, high)))
                }));
                let rivals = LINES[1..].iter().filter_map(|(who, _)| fan.of(*who).find(|f| f.year == year));
                cells.extend(rivals.map(|f| presenter.cell(unit, f.predicted.median())));
            }
        }
        Row::new(year.to_string(), cells)
    };
    let mut table = presenter.table(id, columns, fan.seen().map(row).collect());
    table.title = title;
    table.sheet = presenter.of("sheet-backtest", fan.series);
    table.unit = presenter.of("unit", fan.series);
    table.long = true;
    table
}

fn drawn(presenter: &BacktestPresenter<'_>, fan: &Fan<'_>, id: &str, alt: &str) -> String {
    let (t, unit) = (presenter.t, fan.series.unit.as_str());
    let seen: Vec<(f64, f64)> = fan.seen().map(|(year, x)| (f64::from(year), x)).collect();
    let line = |who: Forecaster| -> Vec<(f64, f64)> {
        let first = std::iter::once((f64::from(fan.origin), fan.last));
        first.chain(fan.of(who).map(|f| (f64::from(f.year), f.predicted.median()))).collect()
    };
    let band = |i: usize| -> Vec<(f64, f64, f64)> {
        let first = std::iter::once((f64::from(fan.origin), fan.last, fan.last));
        let ahead = fan.of(Forecaster::Structural).map(|f| {
            let (low, high) = f.predicted.interval(i);
            (f64::from(f.year), low, high)
        });
        first.chain(ahead).collect()
    };
    let lines = LINES.map(|(who, look)| (line(who), look, presenter.forecaster(who)));
    let numbers = seen.iter().map(|(_, x)| *x);
    let ends = band(WIDEST).into_iter().flat_map(|(_, low, high)| [low, high]);
    let drawn = lines.iter().flat_map(|(line, ..)| line.iter().map(|(_, x)| *x));
    let (low, high) =
        numbers.chain(ends).chain(drawn).fold((f64::INFINITY, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let (range, at) = axis(low, high, 5);
    let (first, last) = (seen.first().map_or(0.0, |p| p.0), f64::from(fan.last_year()));
    let observed = t.get(say::BACKTEST_OBSERVED);
    let names = lines.iter().map(|(.., name)| name).chain([&observed]);
    let right = names.map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(360.0, 72.0, right, (first, last), range);
    let labels = tick_labels(&at, scale(unit), t.lang);
    plot.y_axis(&at.iter().copied().zip(labels).collect::<Vec<_>>(), &presenter.of("unit", fan.series));
    let every = (first as i32..=last as i32).map(|y| (f64::from(y), y.to_string()));
    plot.x_axis(&every.collect::<Vec<_>>(), &t.get(say::AXIS_YEAR));
    // Bands lie on each other, the widest first: the likelier, the darker.
    for i in (0..INTERVALS.len()).rev() {
        plot.band(&band(i), LINES[0].1);
    }
    lines.iter().rev().for_each(|(line, look, _)| plot.line(line, *look));
    plot.line(&seen, OBSERVED);
    seen.iter().for_each(|(year, x)| plot.mark(*year, *x, OBSERVED));
    for missed in fan.of(Forecaster::Structural).filter(|f| !held(f)) {
        let (x, y) = (plot.at_x(f64::from(missed.year)), plot.at_y(missed.observed));
        plot.add(maud::html! { circle cx=(c(x)) cy=(c(y)) r=(c(RING)) class="mark open s3" {} });
    }
    let x = plot.at_x(f64::from(fan.origin));
    let (top, bottom) = (plot.at_y(range.1), plot.at_y(range.0));
    plot.add(maud::html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(bottom)) class="guide" {} });
    let known = t.get(say::BacktestKnownTo { year: fan.origin.to_string() });
    plot.text(x - 6.0, top + 14.0, "end", "small", &known);
    plot.text(x + 6.0, top + 14.0, "start", "small", &t.get(say::BACKTEST_BANDS));
    let end = |line: &[(f64, f64)]| line.last().map_or(f64::NAN, |p| p.1);
    let mut ends = vec![(end(&seen), OBSERVED, observed)];
    ends.extend(lines.iter().map(|(line, look, name)| (end(line), *look, name.clone())));
    plot.end_labels(&ends);
    plot.done(id, alt)
}
