//! What a model changes in every municipality, per inhabitant, by number of inhabitants: a dot a municipality. Where a model
//! shares the withdrawal by criteria it is shown first: with each municipality's own relief withdrawn there are no winners or
//! losers, by construction.

use super::plot::{Plot, WIDTH, axis, c, drawing, mark, tick_labels};
use crate::records::tables::UnitLine;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::groups::{EVEN, sizes, whole_change};
use crate::text::number::Scale;
use crate::text::say;
use maud::{Markup, html};

/// Most models drawn; the rest are in the table of municipalities.
const PANELS: usize = 4;
/// Share of municipalities at each end that the axis may cut off, so that a few do not press the rest together.
const CUT: f64 = 0.005;
/// Room at the left of every panel for its numbers, and at its right.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 14.0;
const TALL: f64 = 210.0;
const HEAD: f64 = 44.0;
const FOOT: f64 = 52.0;
/// Room for the legend.
const LEGEND: f64 = 26.0;
/// Inhabitants told along the axis.
const INHABITANTS: [f64; 4] = [300.0, 1_000.0, 10_000.0, 100_000.0];
/// Looks of the marks: an ordinary municipality, one whose mean is outside its own interval, one beyond the axis.
const DOT: usize = 1;
const SKEWED: usize = 5;
const BEYOND: usize = 2;

/// A municipality's dot.
struct Dot<'a> {
    unit: &'a UnitLine,
    inhabitants: f64,
    change: f64,
}

impl Dot<'_> {
    /// Whether the mean lies outside the interval of nine draws in ten: in a few draws very much happens.
    fn skewed(&self) -> bool {
        let year = &self.unit.full_effect;
        let inside = |(x, (low, high)): (f64, (f64, f64))| x >= low && x <= high;
        year.change.zip(year.change_p05.zip(year.change_p95)).is_some_and(|all| !inside(all))
    }
}

/// A model's dots, the axis of its changes.
struct Scatter<'a> {
    model: usize,
    dots: Vec<Dot<'a>>,
    range: (f64, f64),
    at: Vec<f64>,
}

fn scatter<'a>(presenter: &Presenter<'a>, model: usize) -> Option<Scatter<'a>> {
    let dots = presenter.run.units[model].iter().filter_map(|unit| {
        let (inhabitants, change) = (unit.population?, unit.full_effect.change_per_inhabitant?);
        Some(Dot { unit, inhabitants, change })
    });
    let dots: Vec<Dot<'a>> = dots.collect();
    let mut all: Vec<f64> = dots.iter().map(|dot| dot.change).collect();
    all.sort_by(f64::total_cmp);
    let edge = (all.len() as f64 * CUT) as usize;
    let (low, high) = (*all.get(edge)?, *all.get(all.len() - 1 - edge)?);
    if low == 0.0 && high == 0.0 {
        return None;
    }
    let (range, at) = axis(low.min(0.0), high.max(0.0), 5);
    Some(Scatter { model, dots, range, at })
}

/// Whether a model's withdrawal is shared by other than each municipality's own relief.
fn by_criteria(presenter: &Presenter<'_>, model: usize) -> bool {
    let by = presenter.run.about.models[model].levers.get("offset_by").and_then(|by| by.as_str());
    by.is_some_and(|by| by != "own")
}

/// The figure; nothing where no municipality has inhabitants or no model changes anything.
pub fn units(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "units";
    let (run, t) = (presenter.run, presenter.t);
    let mut models: Vec<usize> = presenter.others().collect();
    models.sort_by_key(|m| !by_criteria(presenter, *m));
    let panels: Vec<Scatter<'_>> =
        models.iter().filter_map(|m| scatter(presenter, *m)).take(PANELS).collect();
    panels.first()?;
    let any = |of: fn(&Dot<'_>, (f64, f64)) -> bool| {
        panels.iter().any(|panel| panel.dots.iter().any(|dot| of(dot, panel.range)))
    };
    let marks: Vec<(usize, String)> = [
        Some((DOT, t.get(say::UNITS_DOT))),
        any(|dot, _| dot.skewed()).then(|| (SKEWED, t.get(say::UNITS_SKEWED))),
        any(|dot, range| beyond(dot.change, range)).then(|| (BEYOND, t.get(say::UNITS_BEYOND))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let columns = panels.len().min(2);
    let rows = panels.len().div_ceil(columns);
    let height = LEGEND + rows as f64 * (HEAD + TALL + FOOT);
    let body = html! {
        @for (place, (look, words)) in marks.iter().enumerate() {
            @let x = place as f64 * WIDTH / 3.0;
            (mark(x + 6.0, 12.0, *look, 4.0))
            text x=(c(x + 16.0)) y="16" class="small" { (words) }
        }
        @for (place, panel) in panels.iter().enumerate() {
            (drawn(presenter, panel, (place % columns, place / columns), WIDTH / columns as f64))
        }
    };
    let title = t.get(say::FigureUnits { year: &run.year().to_string() });
    let seen = panels.iter().map(|panel| seen(presenter, panel)).collect::<Vec<_>>().join(" ");
    let unit = t.get(say::UnitPerInhabitant { year: run.about.price_year.to_string() });
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit}. {seen}") });
    let mut note = vec![seen];
    let shared = panels.iter().any(|panel| by_criteria(presenter, panel.model));
    note.push(t.get(if shared { say::NOTE_UNITS_CRITERIA } else { say::NOTE_UNITS_OWN }));
    if marks.iter().any(|(look, _)| *look == SKEWED) {
        note.push(t.get(say::NOTE_UNITS_SKEWED));
    }
    note.push(t.get(say::NOTE_ILLUSTRATION));
    let data = data(presenter, &title, &unit, &panels);
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note: note.join(" "), data })
}

/// How many municipalities get less and how many more to pay, and between what most lie.
fn seen(presenter: &Presenter<'_>, panel: &Scatter<'_>) -> String {
    let count = |of: &dyn Fn(f64) -> bool| panel.dots.iter().filter(|dot| of(dot.change)).count();
    // Counted as the table of groups counts: less than a krone is no change.
    let counts = [count(&|x| x < -EVEN), count(&|x| x > EVEN), count(&|x| x.abs() <= EVEN)];
    let [fewer, more, even] = counts.map(|n| presenter.count(n));
    let mut all: Vec<f64> = panel.dots.iter().map(|dot| dot.change).collect();
    all.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let x = crate::analysis::quantile::of_sorted(&all, share).unwrap_or_default();
        whole_change(x).signed(presenter.lang())
    };
    let model = presenter.model(panel.model);
    presenter.t.get(say::UnitsSeen { model, fewer, more, even, low: at(0.05), high: at(0.95) })
}

fn beyond(change: f64, (low, high): (f64, f64)) -> bool {
    change < low || change > high
}

fn drawn(
    presenter: &Presenter<'_>,
    panel: &Scatter<'_>,
    (column, row): (usize, usize),
    width: f64,
) -> Markup {
    let (left, top) = (column as f64 * width + LEFT, LEGEND + row as f64 * (HEAD + TALL + FOOT) + HEAD);
    let right = (column + 1) as f64 * width - RIGHT;
    let inhabitants = panel.dots.iter().map(|dot| dot.inhabitants);
    let (fewest, most) = inhabitants.fold((f64::INFINITY, 1.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let ends = (fewest.max(1.0).log10() - 0.05, most.log10() + 0.05);
    let mut plot = Plot::in_frame([left, top, right, top + TALL], ends, panel.range);
    plot.text(left - LEFT + 2.0, top - 26.0, "start", "label strong", &presenter.pair((panel.model, 0)));
    for (value, label) in panel.at.iter().zip(tick_labels(&panel.at, Scale::One, presenter.lang())) {
        let (y, class) = (plot.at_y(*value), if *value == 0.0 { "axis" } else { "grid" });
        plot.add(html! { line x1=(c(left)) x2=(c(right)) y1=(c(y)) y2=(c(y)) class=(class) {} });
        plot.text(left - 7.0, y + 5.0, "end", "tick", &label);
    }
    for n in INHABITANTS.into_iter().filter(|n| (ends.0..=ends.1).contains(&n.log10())) {
        let x = plot.at_x(n.log10());
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(top + TALL)) class="grid" {} });
        let label = Quantity::to_place(Scale::One, n, 0).number(presenter.lang());
        plot.text(x, top + TALL + 17.0, "middle", "tick", &label);
    }
    plot.text(left - LEFT + 2.0, top - 8.0, "start", "tick", &presenter.t.get(say::AXIS_CHANGE_SHORT));
    plot.text(
        (left + right) / 2.0,
        top + TALL + 36.0,
        "middle",
        "name",
        &presenter.t.get(say::AXIS_INHABITANTS),
    );
    for dot in &panel.dots {
        let at = dot.change.clamp(panel.range.0, panel.range.1);
        let (x, y) = (plot.at_x(dot.inhabitants.log10()), plot.at_y(at));
        let (look, size) = match (beyond(dot.change, panel.range), dot.skewed()) {
            (true, _) => (BEYOND, 3.6),
            (_, true) => (SKEWED, 3.2),
            _ => (DOT, 2.2),
        };
        plot.add(mark(x, y, look, size));
    }
    for dot in named(panel) {
        let at = dot.change.clamp(panel.range.0, panel.range.1);
        let (x, y) = (plot.at_x(dot.inhabitants.log10()), plot.at_y(at));
        let (x, anchor) = if x > (left + right) / 2.0 { (x - 7.0, "end") } else { (x + 7.0, "start") };
        plot.text(x, (y + 4.0).clamp(top + 10.0, top + TALL - 3.0), anchor, "small", &dot.unit.name);
    }
    plot.part()
}

/// Those whose name stands beside the dot: the most populous, and the ones that lose and gain most.
fn named<'a, 'b>(panel: &'b Scatter<'a>) -> Vec<&'b Dot<'a>> {
    let by = |of: fn(&Dot<'_>) -> f64| panel.dots.iter().max_by(|a, b| of(a).total_cmp(&of(b)));
    let mut named: Vec<&Dot<'_>> = Vec::new();
    for dot in [by(|dot| dot.inhabitants), by(|dot| dot.change), by(|dot| -dot.change)].into_iter().flatten()
    {
        if named.iter().all(|own| own.unit.id != dot.unit.id) {
            named.push(dot);
        }
    }
    named
}

/// By class of inhabitants: how many, the lowest, the middle and the highest change.
fn data(
    presenter: &Presenter<'_>,
    title: &str,
    unit: &str,
    panels: &[Scatter<'_>],
) -> crate::report::document::Table {
    let t = presenter.t;
    let rows = sizes(presenter).into_iter().map(|(name, belongs)| {
        let cells = panels.iter().flat_map(|panel| {
            let own = panel.dots.iter().filter(|dot| belongs(dot.unit));
            let skewed = own.clone().filter(|dot| dot.skewed()).count();
            let mut all: Vec<f64> = own.map(|dot| dot.change).collect();
            all.sort_by(f64::total_cmp);
            let at = |share: f64| crate::analysis::quantile::of_sorted(&all, share);
            let mut cells = [0.0, 0.5, 1.0].map(|share| presenter.cell(at(share), whole_change)).to_vec();
            cells.push(Quantity::to_place(Scale::One, skewed as f64, 0).cell(presenter.lang()));
            cells
        });
        Row::new(name, cells.collect())
    });
    let mut columns = vec![t.get(say::COLUMN_POPULATION)];
    for panel in panels {
        let model = &presenter.model(panel.model);
        columns.push(t.get(say::ColumnLowest { model }));
        columns.push(t.get(say::ColumnMiddle { model }));
        columns.push(t.get(say::ColumnHighest { model }));
        columns.push(t.get(say::ColumnSkewed { model }));
    }
    super::data(presenter, "units", title, unit, columns, rows.collect(), vec!["units.csv"])
}
