//! How sure a difference is: the share of draws below each size of it, from every percentile of them.

use super::plot::{Plot, axis, c, text_width, tick_labels};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Cell, Figure, Row};
use crate::report::number::{Scale, percent};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Percentiles in the table.
const TOLD: [usize; 9] = [1, 5, 10, 25, 50, 75, 90, 95, 99];
/// Percentiles between which nine of ten draws lie.
const NINE_OF_TEN: [usize; 2] = [5, 95];

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
    let look = |m: usize| presenter.columns().iter().position(|own| *own == m).unwrap_or_default();
    let ends = spreads.iter().flat_map(|s| [s.points.first(), s.points.last()]).flatten();
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(a, b), (_, x)| (a.min(*x), b.max(*x)));
    spreads.first()?;
    let unit = presenter.unit(outcome, year).of_difference();
    let quantity = |line: &SummaryLine| Quantity::of_line(unit, line);
    let (range, at_x) = axis(low, high, 6);
    let names: Vec<String> = spreads.iter().map(|s| presenter.model(s.model)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(300.0, 56.0, right, range, (0.0, 1.0));
    let unit_name = unit.name(t);
    let at_y = [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0];
    let labels: Vec<(f64, String)> = at_y.iter().map(|y| (*y, percent(*y, 0, lang))).collect();
    plot.y_axis(&labels, &t.get(say::AXIS_SHARE_OF_DRAWS));
    plot.x_axis(
        &at_x.iter().copied().zip(tick_labels(&at_x, unit.scale, lang)).collect::<Vec<_>>(),
        &t.get(say::AxisDifference { unit: &unit_name }),
    );
    let zero = plot.at_x(0.0);
    let [_, top, _, bottom] = plot.frame();
    plot.add(maud::html! { line x1=(c(zero)) x2=(c(zero)) y1=(c(top)) y2=(c(bottom)) class="axis" {} });
    let mut last = Vec::new();
    for (spread, name) in spreads.iter().zip(&names) {
        let points: Vec<(f64, f64)> =
            spread.points.iter().map(|(percent, x)| (*x, *percent as f64 / 100.0)).collect();
        plot.line(&points, look(spread.model));
        for (x, y) in points.iter().filter(|(_, y)| [0.05, 0.5, 0.95].contains(y)) {
            plot.mark(*x, *y, look(spread.model));
        }
        last.extend(points.last().map(|(x, y)| (*x, *y, look(spread.model), name.clone())));
    }
    // Names stand at the tops of their curves, in the order in which these come.
    last.sort_by(|a, b| b.0.total_cmp(&a.0));
    plot.end_labels(&last.into_iter().map(|(_, y, look, name)| (y, look, name)).collect::<Vec<_>>());
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
    Some(Figure { id, svg: plot.done(id, &alt), title, alt, note, data })
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
