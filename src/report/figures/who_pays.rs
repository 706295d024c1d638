//! Who pays more and who pays less: every payer's change from the zero alternative in the compared year, a panel a model. Levels
//! are nearly the same in all models and stand in the table.

use super::fit::{numbers, within};
use super::plot::{Plot, WIDTH, c, drawing, fill};
use crate::outcomes::Outcome;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::payers::PAYERS;
use crate::text::say;
use maud::{Markup, html};

/// Most models drawn; the rest are in the table.
const PANELS: usize = 3;
const LEFT: f64 = 216.0;
const TOP: f64 = 30.0;
const ROW: f64 = 34.0;
const BAR: f64 = 18.0;
const GAP: f64 = 18.0;
/// Room for a number beyond zero, and beyond an interval that goes across it, as a share of what is drawn.
const ROOM: f64 = 0.4;

/// The changes of every payer under a model.
fn changes(presenter: &Presenter<'_>, model: usize) -> Vec<(Outcome, Quantity)> {
    let year = Some(presenter.run.year());
    let of = |o: &Outcome| {
        let line = presenter.differences(*o, &[(model, 0)], year)[0]?;
        Some((*o, Quantity::of_line(presenter.unit(*o, year).of_difference(), line)))
    };
    PAYERS.iter().filter_map(of).collect()
}

/// The figure; nothing where there is no other model than the zero alternative, or every payer is hidden.
pub fn who_pays(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "who-pays";
    let (run, t, lang) = (presenter.run, presenter.t, presenter.lang());
    let models: Vec<usize> = presenter.others().take(PANELS).collect();
    let found: Vec<(usize, Vec<(Outcome, Quantity)>)> =
        models.into_iter().map(|m| (m, changes(presenter, m))).collect();
    found.iter().find(|(_, changes)| !changes.is_empty())?;
    let unit = presenter.unit(PAYERS[0], Some(run.year()));
    let bottom = TOP + PAYERS.len() as f64 * ROW;
    let width = (WIDTH - LEFT) / found.len().max(1) as f64;
    let unit_name = unit.of_difference().name(t);
    let body = html! {
        @for (row, payer) in PAYERS.iter().enumerate() {
            text x=(c(LEFT - 12.0)) y=(c(TOP + row as f64 * ROW + 21.0)) text-anchor="end" class="label" {
                (presenter.label(*payer))
            }
        }
        @for (place, (model, changes)) in found.iter().enumerate() {
            (panel(presenter, *model, changes, (LEFT + place as f64 * width, width)))
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 40.0)) text-anchor="middle" class="name" {
            (t.get(say::AxisDifference { unit: &unit_name }))
        }
    };
    let title = t.get(say::FigureWhoPays { year: &run.year().to_string() });
    let said = found.iter().map(|(m, changes)| {
        let parts = changes.iter().map(|(o, q)| format!("{} {}", presenter.label(*o), q.signed(lang)));
        format!("{}: {}.", presenter.model(*m), parts.collect::<Vec<_>>().join(", "))
    });
    let seen = said.collect::<Vec<_>>().join(" ");
    let alt = t.get(say::AltFigure { title: &title, seen: &format!("{unit_name}. {seen}") });
    let rows = PAYERS.iter().map(|o| {
        let mut row = presenter.levels(*o, Some(run.year()));
        let others: Vec<(usize, usize)> = presenter.others().map(|m| (m, 0)).collect();
        row.cells.truncate(1);
        row.cells.extend(presenter.changes(*o, &others, Some(run.year())).cells);
        row
    });
    let mut columns =
        vec![t.get(say::COLUMN_PAYER), t.get(say::ColumnModelLevel { model: presenter.model(0) })];
    columns.extend(presenter.others().map(|m| presenter.pair((m, 0))));
    let data =
        super::data(presenter, id, &title, "", columns, rows.collect::<Vec<Row>>(), vec!["summary.csv"]);
    let note = format!("{seen} {}", t.get(say::NOTE_BARS));
    Some(Figure { id, svg: drawing(id, &alt, bottom + 50.0, body), title, alt, note, data })
}

/// A model's bars, with the interval of each and its number on the other side of zero.
fn panel(
    presenter: &Presenter<'_>,
    model: usize,
    changes: &[(Outcome, Quantity)],
    (left, width): (f64, f64),
) -> Markup {
    let ends = changes.iter().flat_map(|(_, q)| {
        let (low, high) = q.interval.unwrap_or((q.value, q.value));
        [low, high, q.value]
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    // A number stands on the other side of zero than its bar, beyond the interval.
    let beyond = |more: bool| {
        let own = changes.iter().filter(move |(_, q)| (q.value < 0.0) == more);
        own.filter_map(move |(_, q)| q.interval.map(|(a, b)| if more { b.max(0.0) } else { a.min(0.0) }))
    };
    let room = (high - low) * ROOM;
    let low = low.min(beyond(false).fold(0.0, f64::min) - room);
    let high = high.max(beyond(true).fold(0.0, f64::max) + room);
    let scale = presenter.unit(PAYERS[0], Some(presenter.run.year())).scale;
    let ((from, to), at) = numbers((low, high), width - GAP, scale, presenter.lang());
    let bottom = TOP + PAYERS.len() as f64 * ROW;
    let frame = [left, TOP, left + width - GAP, bottom];
    let mut plot = Plot::in_frame(frame, (from, to), (0.0, 1.0));
    plot.text(left, 14.0, "start", "label strong", &presenter.model(model));
    for (value, label) in &at {
        let (x, class) = (plot.at_x(*value), if *value == 0.0 { "axis" } else { "grid" });
        plot.add(html! { line x1=(c(x)) x2=(c(x)) y1=(c(TOP)) y2=(c(bottom)) class=(class) {} });
        plot.text(within(x, label, (frame[0], frame[2])), bottom + 18.0, "middle", "tick", label);
    }
    for (outcome, q) in changes {
        let Some(row) = PAYERS.iter().position(|own| own == outcome) else { continue };
        let y = TOP + (row as f64 + 0.5) * ROW;
        let (zero, end) = (plot.at_x(0.0), plot.at_x(q.value));
        let look = if q.value < 0.0 { 2 } else { 1 };
        plot.add(html! {
            rect x=(c(zero.min(end))) y=(c(y - BAR / 2.0)) width=(c((end - zero).abs())) height=(c(BAR))
                fill=(fill("who-pays", look)) class=(format!("edge s{look}")) {}
        });
        if let Some((a, b)) = q.interval {
            let [a, b] = [a, b].map(|x| plot.at_x(x));
            plot.add(html! { line x1=(c(a)) x2=(c(b)) y1=(c(y)) y2=(c(y)) class="arrow" {} });
        }
        let ends = q.interval.unwrap_or((0.0, 0.0));
        let (x, anchor) = match q.value < 0.0 {
            true => (plot.at_x(ends.1.max(0.0)) + 6.0, "start"),
            false => (plot.at_x(ends.0.min(0.0)) - 6.0, "end"),
        };
        plot.text(x, y + 5.0, anchor, "label", &q.signed(presenter.lang()));
    }
    plot.part()
}
