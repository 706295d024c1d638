//! Who pays, as bars: every payer's net cost in the compared year, side by side for every model.

use super::plot::{Plot, WIDTH, c, drawing, fill, tick_labels, ticks};
use crate::analysis::summary::Basis;
use crate::report::document::Figure;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::payers::PAYERS;
use crate::text::say;
use maud::html;

const BAR: f64 = 34.0;
const GAP: f64 = 16.0;
const LEFT: f64 = 150.0;

/// The figure.
pub fn who_pays(presenter: &Presenter<'_>) -> Figure {
    let id = "who-pays";
    let (run, lang) = (presenter.run, presenter.lang());
    let line = |m: usize, p: usize| run.figure(PAYERS[p], m, Basis::Fixed, Some(run.year()));
    let value = |m: usize, p: usize| line(m, p).map_or(0.0, |line| line.mean);
    let unit = presenter.unit(PAYERS[0], Some(run.year()));
    let ends = |m: usize| {
        let of = |sign: f64| (0..PAYERS.len()).map(|p| value(m, p)).filter(|x| x * sign > 0.0).sum::<f64>();
        (of(-1.0), of(1.0))
    };
    let models = presenter.columns();
    let low = models.iter().map(|m| ends(*m).0).fold(0.0, f64::min);
    let high = models.iter().map(|m| ends(*m).1).fold(0.0, f64::max);
    let at = ticks(low, high, 6);
    let rows = models.len() as f64;
    let legend = 2.0 * 24.0;
    let height = 24.0 + legend + rows * (BAR + GAP) + 48.0;
    let plot = Plot::new(height, LEFT, 24.0, (at[0], at[at.len() - 1]), (0.0, 1.0));
    let x = |value: f64| plot.at_x(value);
    let (top, bottom) = (24.0 + legend, height - 48.0);
    let body = html! {
        @for (p, outcome) in PAYERS.iter().enumerate() {
            @let (cx, cy) = ((p % 3) as f64 * WIDTH / 3.0, 10.0 + (p / 3) as f64 * 24.0);
            rect x=(c(cx)) y=(c(cy)) width="16" height="16" fill=(fill(id, p)) class=(format!("edge s{p}")) {}
            text x=(c(cx + 22.0)) y=(c(cy + 13.0)) class="label" { (presenter.label(*outcome)) }
        }
        @for (value, label) in at.iter().zip(tick_labels(&at, unit.scale, lang)) {
            line x1=(c(x(*value))) x2=(c(x(*value))) y1=(c(top)) y2=(c(bottom))
                class=(if *value == 0.0 { "axis" } else { "grid" }) {}
            text x=(c(x(*value))) y=(c(bottom + 18.0)) text-anchor="middle" class="tick" { (label) }
        }
        @for (place, m) in models.iter().copied().enumerate() {
            @let y = top + place as f64 * (BAR + GAP) + GAP / 2.0;
            text x=(c(LEFT - 10.0)) y=(c(y + BAR / 2.0 + 5.0)) text-anchor="end" class="label" { (presenter.model(m)) }
            @for (p, from, to) in parts(&(0..PAYERS.len()).map(|p| value(m, p)).collect::<Vec<_>>()) {
                rect x=(c(x(from.min(to)))) y=(c(y)) width=(c((x(to) - x(from)).abs())) height=(c(BAR))
                    fill=(fill(id, p)) class=(format!("edge s{p}")) {}
            }
        }
        text x=(c(WIDTH / 2.0)) y=(c(bottom + 38.0)) text-anchor="middle" class="name" {
            (unit.name(presenter.t))
        }
    };
    let title = presenter.t.get(say::FigureWhoPays { year: &run.year().to_string() });
    let said: Vec<String> = models
        .iter()
        .copied()
        .map(|m| {
            let parts: Vec<String> = (0..PAYERS.len())
                .filter_map(|p| Some((p, Quantity::of_line(unit, line(m, p)?))))
                .map(|(p, q)| format!("{} {}", presenter.label(PAYERS[p]), q.number(lang)))
                .collect();
            format!("{}: {}.", presenter.model(m), parts.join(", "))
        })
        .collect();
    let unit = unit.name(presenter.t);
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: &said.join(" ") });
    let rows = PAYERS.iter().map(|o| presenter.levels(*o, Some(run.year()))).collect();
    let mut columns = vec![presenter.t.get(say::COLUMN_PAYER)];
    columns.extend(presenter.models());
    let data = super::data(presenter, id, &title, "", columns, rows, vec!["summary.csv"]);
    let note = presenter.t.get(say::NOTE_BARS);
    Figure { id, svg: drawing(id, &alt, height, body), title, alt, note, data }
}

/// Stacked parts: which, from where, to where; costs to the right of zero, gains to the left.
fn parts(values: &[f64]) -> Vec<(usize, f64, f64)> {
    let (mut left, mut right) = (0.0, 0.0);
    let mut parts = Vec::new();
    for (p, value) in values.iter().enumerate() {
        let end = if *value < 0.0 { &mut left } else { &mut right };
        parts.push((p, *end, *end + value));
        *end += value;
    }
    parts
}
