//! How sure a difference is: the share of draws below each size of it.

use super::plot::{Plot, text_width, tick_labels, ticks};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Cell, Figure, Row};
use crate::report::number::{Scale, percent};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Shares of the draws with a known difference.
const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// The figure of an outcome's difference to the zero alternative; nothing with one draw.
pub fn curve(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Option<Figure> {
    let (run, lang) = (presenter.run, presenter.lang());
    let year = Some(run.year());
    let line = |m: usize| run.difference(outcome, (m, 0), Basis::usual(outcome, false), year);
    let points = |l: &SummaryLine| -> Option<Vec<(f64, f64)>> {
        let at = [l.p05?, l.p25?, l.p50?, l.p75?, l.p95?];
        Some(at.into_iter().zip(SHARES).collect())
    };
    let look = |m: usize| presenter.columns().iter().position(|own| *own == m).unwrap_or_default();
    let drawn: Vec<_> = presenter.others().filter_map(|m| Some((m, line(m)?, points(line(m)?)?))).collect();
    let ends = || drawn.iter().flat_map(|(_, _, p)| [p[0].0, p[4].0]);
    if drawn.is_empty() {
        return None;
    }
    let (low, high) = ends().fold((0.0_f64, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let unit = presenter.unit(outcome, year).of_difference();
    let quantity = |line: &SummaryLine| Quantity::of_line(unit, line);
    let at_x = ticks(low, high, 6);
    let names: Vec<String> = drawn.iter().map(|(m, _, _)| presenter.model(*m)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(320.0, 64.0, right, (at_x[0], at_x[at_x.len() - 1]), (0.0, 1.0));
    let unit_name = unit.name(presenter.t);
    let at_y = [0.0, 0.25, 0.5, 0.75, 1.0];
    let labels: Vec<(f64, String)> = at_y.iter().map(|y| (*y, percent(*y, 0, lang))).collect();
    plot.y_axis(&labels, &presenter.t.get(say::AXIS_SHARE_OF_DRAWS));
    plot.x_axis(
        &at_x.iter().copied().zip(tick_labels(&at_x, unit.scale, lang)).collect::<Vec<_>>(),
        &presenter.t.get(say::AxisDifference { unit: &unit_name }),
    );
    let zero = plot.at_x(0.0);
    let (top, bottom) = (plot.at_y(1.0), plot.at_y(0.0));
    plot.add(maud::html! {
        line x1=(super::plot::c(zero)) x2=(super::plot::c(zero)) y1=(super::plot::c(top)) y2=(super::plot::c(bottom)) class="axis" {}
    });
    let mut last = Vec::new();
    for ((m, _, points), name) in drawn.iter().zip(&names) {
        plot.line(points, look(*m));
        for (x, y) in points {
            plot.mark(*x, *y, look(*m));
        }
        last.push((points[4].1, look(*m), name.clone()));
    }
    plot.end_labels(&last);
    let title =
        presenter.t.get(say::FigureCurve { outcome: presenter.label(outcome), year: run.year().to_string() });
    let said: Vec<String> = drawn
        .iter()
        .zip(&names)
        .map(|((m, l, points), name)| {
            let below = percent(l.probability_below_zero.unwrap_or(0.0), 0, lang);
            let below = match presenter.signs_examined() {
                true => {
                    let sign = presenter.sign(outcome, (*m, 0), Some(run.year()));
                    presenter.t.get(say::DirectionWithSign { direction: below, sign })
                }
                false => below,
            };
            let (low, high) =
                (quantity(l).with(points[0].0).signed(lang), quantity(l).with(points[4].0).signed(lang));
            presenter.t.get(say::AltCurveModel { model: name, low, high, below })
        })
        .collect();
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit_name, models: &said.join(" ") });
    let mut columns = vec![presenter.t.get(say::COLUMN_SHARE_BELOW)];
    columns.extend(names);
    let mut rows: Vec<Row> = SHARES
        .iter()
        .enumerate()
        .map(|(i, share)| {
            let cells = drawn.iter().map(|(_, l, p)| quantity(l).with(p[i].0).cell(lang)).collect();
            Row::new(percent(*share, 0, lang), cells)
        })
        .collect();
    let shares = |share: f64| Quantity::to_place(Scale::Percent, share, -2);
    let below = drawn.iter().map(|(_, l, _)| presenter.cell(l.probability_below_zero, shares)).collect();
    rows.push(Row::new(presenter.t.get(say::ROW_BELOW_ZERO), below).unit(presenter.t.get(say::UNIT_PERCENT)));
    if presenter.signs_examined() {
        let sign = |m: usize| Cell::text(presenter.sign(outcome, (m, 0), Some(run.year())));
        rows.push(Row::new(
            presenter.t.get(say::SIGNS_DIRECTION),
            drawn.iter().map(|(m, ..)| sign(*m)).collect(),
        ));
    }
    let data = super::data(presenter, id, &title, &unit_name, columns, rows, vec!["summary.csv"]);
    Some(Figure { id, svg: plot.done(id, &alt), title, alt, note: presenter.t.get(say::NOTE_CURVE), data })
}
