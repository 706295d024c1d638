//! What was observed, and what the zero alternative goes on with: a panel a figure, dots for what was observed, a line with its
//! band for the model.

use super::plot::{Plot, WIDTH, axis, c, drawing, text_width, tick_labels};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Figure, Missing, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;
use maud::{Markup, html};

const LEFT: f64 = 62.0;
const TOP: f64 = 74.0;
const TALL: f64 = 230.0;
/// Looks of what was observed and of the model.
const OBSERVED: usize = 0;
const MODEL: usize = 1;
/// Years between labels.
const STEP: usize = 5;

/// A figure that was observed: its years, and the model's.
struct Series {
    outcome: Outcome,
    unit: DisplayUnit,
    observed: Vec<(i32, f64)>,
    model: Vec<(i32, Quantity)>,
}

impl Series {
    fn new(presenter: &Presenter<'_>, outcome: Outcome) -> Option<Series> {
        let run = presenter.run;
        let lines = || run.observed.iter().filter(|line| line.outcome == outcome);
        let basis = lines().next()?.basis;
        // Accounts are kroner of each year, and so is the model here.
        let about = &run.about;
        let unit = match basis {
            Basis::Nominal => {
                DisplayUnit::of(outcome, basis, false, about.price_year, about.scenario.first_year)
            }
            _ => presenter.unit(outcome, Some(run.year())),
        };
        let of =
            |year: i32| Some((year, Quantity::of_line(unit, run.figure(outcome, 0, basis, Some(year))?)));
        let model: Vec<(i32, Quantity)> = run.years().filter_map(of).collect();
        model.first()?;
        Some(Series { outcome, unit, observed: lines().map(|line| (line.year, line.value)).collect(), model })
    }

    /// What the model says of a year.
    fn at(&self, year: i32) -> Option<Quantity> {
        self.model.iter().find(|(own, _)| *own == year).map(|(_, q)| *q)
    }

    fn known(&self, x: f64) -> Quantity {
        Quantity::known(self.unit, x)
    }

    fn years(&self) -> std::ops::RangeInclusive<i32> {
        let all = || self.observed.iter().map(|(y, _)| *y).chain(self.model.iter().map(|(y, _)| *y));
        all().min().unwrap_or_default()..=all().max().unwrap_or_default()
    }
}

/// The figure; nothing where nothing was observed of the population.
pub fn observed(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "observed";
    let (t, lang) = (presenter.t, presenter.lang());
    let mut outcomes: Vec<Outcome> = presenter.run.observed.iter().map(|line| line.outcome).collect();
    outcomes.dedup();
    let all: Vec<Series> = outcomes.into_iter().filter_map(|o| Series::new(presenter, o)).collect();
    all.first()?;
    let width = WIDTH / all.len() as f64;
    let body = html! {
        @for (place, series) in all.iter().enumerate() {
            (panel(presenter, series, place as f64 * width, width))
        }
    };
    let title = t.get(say::FigureObserved { model: presenter.model(0) });
    let seen = all.iter().filter_map(|series| {
        let (year, value) = series.observed.iter().rev().find(|(year, _)| series.at(*year).is_some())?;
        let own = series.at(*year)?;
        Some(t.get(say::ObservedSeen {
            outcome: presenter.label(series.outcome),
            year: year.to_string(),
            unit: series.unit.name(t),
            observed: series.known(*value).number(lang),
            model: own.number(lang),
            band: own.interval(lang),
        }))
    });
    let seen = seen.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &seen });
    let first = all.iter().map(|series| *series.years().start()).min()?;
    let last = all.iter().map(|series| *series.years().end()).max()?;
    let missing = || Cell::Missing(Missing::Unknown);
    let rows = (first..=last).map(|year| {
        let cells = all.iter().flat_map(|series| {
            let value = series.observed.iter().find(|(own, _)| *own == year);
            let known = value.map_or_else(missing, |(_, x)| series.known(*x).cell(lang));
            [known, series.at(year).map_or_else(missing, |q| q.cell(lang))]
        });
        Row::new(year.to_string(), cells.collect())
    });
    let mut columns = vec![t.get(say::AXIS_YEAR)];
    columns.extend(all.iter().flat_map(|series| {
        let name = format!("{} ({})", presenter.label(series.outcome), series.unit.name(t));
        [
            t.get(say::ColumnOutcomeObserved { outcome: &name }),
            t.get(say::ColumnSimulated {
                outcome: &presenter.label(series.outcome),
                model: presenter.model(0),
            }),
        ]
    }));
    let sources = vec!["observed.csv", "summary.csv"];
    let data = super::data(presenter, id, &title, "", columns, rows.collect(), sources);
    let note = [seen, t.get(say::NOTE_OBSERVED)].join(" ");
    let height = TOP + TALL + 40.0;
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note, data })
}

/// A panel from `left`, so wide.
fn panel(presenter: &Presenter<'_>, series: &Series, left: f64, width: f64) -> Markup {
    let t = presenter.t;
    let names = [t.get(say::BACKTEST_OBSERVED), t.get(say::OBSERVED_MODEL)];
    let right = names.iter().map(|name| text_width(name)).fold(0.0, f64::max) + 24.0;
    let numbers = series.observed.iter().map(|(_, x)| (*x, *x));
    let bands = series.model.iter().map(|(_, q)| q.interval.unwrap_or((q.value, q.value)));
    let (low, high) = numbers.chain(bands).fold((0.0_f64, 0.0_f64), |(a, b), (x, y)| (a.min(x), b.max(y)));
    let (range, at) = axis(low, high, 5);
    let (first, last) = (*series.years().start(), *series.years().end());
    let frame = [left + LEFT, TOP, left + width - right, TOP + TALL];
    let mut plot = Plot::in_frame(frame, (f64::from(first), f64::from(last.max(first + 1))), range);
    plot.text(left, 16.0, "start", "label strong", &presenter.label(series.outcome));
    plot.text(left, TOP - 14.0, "start", "tick", &series.unit.name(t));
    for (value, label) in at.iter().zip(tick_labels(&at, series.unit.scale, presenter.lang())) {
        let (y, class) = (plot.at_y(*value), if *value == 0.0 { "axis" } else { "grid" });
        plot.add(html! { line x1=(c(frame[0])) x2=(c(frame[2])) y1=(c(y)) y2=(c(y)) class=(class) {} });
        plot.text(frame[0] - 7.0, y + 5.0, "end", "tick", &label);
    }
    let told = (first..last).filter(|year| year.rem_euclid(STEP as i32) == 0 && last - year > 2);
    for year in told.chain([last]) {
        plot.text(plot.at_x(f64::from(year)), TOP + TALL + 18.0, "middle", "tick", &year.to_string());
    }
    let band: Vec<(f64, f64, f64)> = series
        .model
        .iter()
        .filter_map(|(year, q)| q.interval.map(|(a, b)| (f64::from(*year), a, b)))
        .collect();
    plot.band(&band, MODEL);
    let line: Vec<(f64, f64)> = series.model.iter().map(|(year, q)| (f64::from(*year), q.value)).collect();
    plot.line(&line, MODEL);
    let seen: Vec<(f64, f64)> = series.observed.iter().map(|(year, x)| (f64::from(*year), *x)).collect();
    plot.line(&seen, OBSERVED);
    seen.iter().for_each(|(x, y)| plot.mark(*x, *y, OBSERVED));
    if let Some((x, y)) = seen.last() {
        let (x, y) = (plot.at_x(*x), plot.at_y(*y));
        plot.text(x - 8.0, y - 10.0, "end", "label t0", &names[0]);
    }
    plot.end_labels(&line.last().map(|(_, y)| (*y, MODEL, names[1].clone())).into_iter().collect::<Vec<_>>());
    plot.part()
}
