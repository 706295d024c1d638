//! How sure a difference is: the share of draws below each size of it, from every percentile of them.

use super::plot::{Plot, WIDTH, axis, c, drawing, tick_labels};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Cell, Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::{Scale, percent};
use crate::text::say;
use maud::{Markup, html};

/// Percentiles in the table.
const TOLD: [usize; 9] = [1, 5, 10, 25, 50, 75, 90, 95, 99];
/// Percentiles between which nine of ten draws lie.
const NINE_OF_TEN: [usize; 2] = [5, 95];

/// Percentiles with a mark, and shares with a line across.
const MARKED: [usize; 3] = [5, 50, 95];
const SHARES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Panels beside each other, and their measures.
const COLUMNS: usize = 3;
const LEFT: f64 = 52.0;
const GAP: f64 = 26.0;
const TOP: f64 = 22.0;
const HEAD: f64 = 28.0;
const TALL: f64 = 180.0;
const FOOT: f64 = 34.0;

/// A model's curve: its line of the summary, and the percentiles.
struct Spread<'a> {
    model: usize,
    line: &'a SummaryLine,
    points: Vec<(usize, f64)>,
}

impl Spread<'_> {
    fn at(&self, percent: usize) -> Option<f64> {
        self.points.iter().find(|(own, _)| *own == percent).map(|(_, value)| *value)
    }
}

/// The curves of an outcome's differences to the zero alternative.
fn spreads<'a>(presenter: &Presenter<'a>, outcome: Outcome) -> Vec<Spread<'a>> {
    let (run, year) = (presenter.run, Some(presenter.run.year()));
    let of = |model: usize| {
        let line = run.difference(outcome, (model, 0), Basis::usual(outcome, false), year)?;
        let id = &run.about.models[model].id;
        let own = run.distributions.iter().filter(|own| {
            let figure = &own.figure;
            figure.outcome == outcome && figure.model == *id && figure.year == year
        });
        let points: Vec<(usize, f64)> = own.map(|own| (own.percent, own.value)).collect();
        (points.len() > 1).then_some(Spread { model, line, points })
    };
    presenter.others().filter_map(of).collect()
}

/// The figure of an outcome's difference to the zero alternative; nothing with one draw.
pub fn curve(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Option<Figure> {
    let (run, lang, t) = (presenter.run, presenter.lang(), presenter.t);
    let year = Some(run.year());
    let spreads = spreads(presenter, outcome);
    spreads.first()?;
    let unit = presenter.unit(outcome, year).of_difference();
    let quantity = |line: &SummaryLine| Quantity::of_line(unit, line);
    let names: Vec<String> = spreads.iter().map(|s| presenter.model(s.model)).collect();
    let unit_name = unit.name(t);
    let columns = spreads.len().min(COLUMNS);
    let rows = spreads.len().div_ceil(columns);
    let width = (WIDTH - LEFT) / columns as f64;
    let body = html! {
        text x="0" y="14" class="name" { (t.get(say::AXIS_SHARE_OF_DRAWS)) }
        @for (place, spread) in spreads.iter().enumerate() {
            (panel(presenter, spread, unit, (place % columns, place / columns), width))
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(TOP + rows as f64 * (HEAD + TALL + FOOT) + 10.0)) text-anchor="middle" class="name" {
            (t.get(say::AxisDifference { unit: &unit_name }))
        }
    };
    let title = t.get(say::FigureCurve { outcome: presenter.label(outcome), year: run.year().to_string() });
    let said = spreads.iter().zip(&names).map(|(spread, name)| {
        let (m, line) = (spread.model, spread.line);
        let below = percent(line.probability_below_zero.unwrap_or(0.0), 0, lang);
        let below = match presenter.signs_examined() {
            true => {
                let sign = presenter.sign(outcome, (m, 0), Some(run.year()));
                t.get(say::DirectionWithSign { direction: below, sign })
            }
            false => below,
        };
        let end = |percent: usize| {
            let value = spread.at(percent).unwrap_or(line.mean);
            quantity(line).with(value).signed(lang)
        };
        let [low, high] = NINE_OF_TEN.map(end);
        t.get(say::AltCurveModel { model: name, low, high, below })
    });
    let seen = said.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit_name}. {seen}") });
    let data = data(presenter, (id, outcome), &title, (&unit_name, &quantity), (&spreads, names));
    let note = [seen, t.get(say::NOTE_CURVE)].join(" ");
    let height = TOP + rows as f64 * (HEAD + TALL + FOOT) + 18.0;
    Some(Figure { id, svg: drawing(id, &alt, height, body), title, alt, note, data })
}

/// A model's curve on an axis of its own: models differ too much in size to be read on one.
fn panel(
    presenter: &Presenter<'_>,
    spread: &Spread<'_>,
    unit: DisplayUnit,
    (column, row): (usize, usize),
    width: f64,
) -> Markup {
    let lang = presenter.lang();
    let ends = [spread.points.first(), spread.points.last()];
    let (low, high) =
        ends.into_iter().flatten().fold((0.0_f64, 0.0_f64), |(a, b), (_, x)| (a.min(*x), b.max(*x)));
    let (range, at) = axis(low, high, 3);
    let (left, top) = (LEFT + column as f64 * width, TOP + HEAD + row as f64 * (HEAD + TALL + FOOT));
    let (right, bottom) = (left + width - GAP, top + TALL);
    let mut plot = Plot::in_frame([left, top, right, bottom], range, (0.0, 1.0));
    plot.text(left, top - 10.0, "start", "label strong", &presenter.model(spread.model));
    for share in SHARES {
        let y = plot.at_y(share);
        plot.add(html! { line x1=(c(left)) x2=(c(right)) y1=(c(y)) y2=(c(y)) class="grid" {} });
        if column == 0 {
            plot.text(left - 8.0, y + 5.0, "end", "tick", &percent(share, 0, lang));
        }
    }
    for (value, label) in at.iter().zip(tick_labels(&at, unit.scale, lang)) {
        let (x, class) = (plot.at_x(*value), if *value == 0.0 { "axis" } else { "grid" });
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(top)) y2=(c(bottom)) class=(class) {} });
        plot.text(x, bottom + 18.0, "middle", "tick", &label);
    }
    let look = presenter.columns().iter().position(|own| *own == spread.model).unwrap_or_default();
    let points: Vec<(f64, f64)> =
        spread.points.iter().map(|(percent, x)| (*x, *percent as f64 / 100.0)).collect();
    plot.line(&points, look);
    for (percent, x) in spread.points.iter().filter(|(percent, _)| MARKED.contains(percent)) {
        plot.mark(*x, *percent as f64 / 100.0, look);
    }
    plot.part()
}

/// The same numbers.
fn data(
    presenter: &Presenter<'_>,
    (id, outcome): (&'static str, Outcome),
    title: &str,
    (unit_name, quantity): (&str, &dyn Fn(&SummaryLine) -> Quantity),
    (spreads, names): (&[Spread<'_>], Vec<String>),
) -> crate::report::document::Table {
    let (t, lang) = (presenter.t, presenter.lang());
    let mut columns = vec![t.get(say::COLUMN_SHARE_BELOW)];
    columns.extend(names);
    let told = |share: usize| {
        let cell = |s: &Spread<'_>| presenter.cell(s.at(share), |x| quantity(s.line).with(x));
        Row::new(percent(share as f64 / 100.0, 0, lang), spreads.iter().map(cell).collect())
    };
    let mut rows: Vec<Row> = TOLD.into_iter().map(told).collect();
    let shares = |share: f64| Quantity::to_place(Scale::Percent, share, -2);
    let below = spreads.iter().map(|s| presenter.cell(s.line.probability_below_zero, shares)).collect();
    rows.push(Row::new(t.get(say::ROW_BELOW_ZERO), below).unit(t.get(say::UNIT_PERCENT)));
    if presenter.signs_examined() {
        let sign = |m: usize| Cell::text(presenter.sign(outcome, (m, 0), Some(presenter.run.year())));
        let signs = spreads.iter().map(|s| sign(s.model)).collect();
        rows.push(Row::new(t.get(say::SIGNS_DIRECTION), signs));
    }
    super::data(presenter, id, title, unit_name, columns, rows, vec!["distributions.csv", "summary.csv"])
}
