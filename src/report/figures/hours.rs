//! Where the hours of need go: assistance delivered, traditional services, relatives, nobody.

use super::plot::{WIDTH, c, drawing, fill, text_width};
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::text::number::percent;
use crate::text::say;
use maud::html;

const PARTS: [Outcome; 4] =
    [Outcome::DeliveredHours, Outcome::TraditionalHours, Outcome::RelativesHours, Outcome::UnmetHours];
const BAR: f64 = 36.0;
const GAP: f64 = 18.0;
const LEFT: f64 = 150.0;
/// Narrowest part that has room for its share.
const ROOM: f64 = 46.0;

/// The figure.
pub fn hours(presenter: &Presenter<'_>) -> Figure {
    let id = "hours";
    let (run, lang) = (presenter.run, presenter.lang());
    let line = |m: usize, o: Outcome| run.figure(o, m, Basis::Count, Some(run.year()));
    let value = |m: usize, p: usize| line(m, PARTS[p]).map_or(0.0, |l| l.mean);
    let sum = |m: usize| (0..PARTS.len()).map(|p| value(m, p)).sum::<f64>();
    let models = presenter.columns();
    let most = models.iter().copied().map(sum).fold(1.0, f64::max);
    let scale = (WIDTH - LEFT - 10.0) / most;
    let top = 64.0;
    let height = top + models.len() as f64 * (BAR + GAP) + 8.0;
    let share = |m: usize, p: usize| percent(value(m, p) / sum(m).max(1.0), 0, lang);
    let body = html! {
        @for (p, outcome) in PARTS.iter().enumerate() {
            @let (x, y) = ((p % 2) as f64 * WIDTH / 2.0, 8.0 + (p / 2) as f64 * 24.0);
            rect x=(c(x)) y=(c(y)) width="16" height="16" fill=(fill(id, p)) class=(format!("edge s{p}")) {}
            text x=(c(x + 22.0)) y=(c(y + 13.0)) class="label" { (presenter.label(*outcome)) }
        }
        @for (place, m) in models.iter().copied().enumerate() {
            @let y = top + place as f64 * (BAR + GAP);
            text x=(c(LEFT - 10.0)) y=(c(y + BAR / 2.0 + 5.0)) text-anchor="end" class="label" { (presenter.model(m)) }
            @for p in 0..PARTS.len() {
                @let from = (0..p).map(|q| value(m, q)).sum::<f64>() * scale + LEFT;
                @let width = value(m, p) * scale;
                rect x=(c(from)) y=(c(y)) width=(c(width)) height=(c(BAR)) fill=(fill(id, p)) class=(format!("edge s{p}")) {}
                @if width > ROOM {
                    @let text = share(m, p);
                    @let half = text_width(&text) / 2.0 + 4.0;
                    rect x=(c(from + width / 2.0 - half)) y=(c(y + 8.0)) width=(c(2.0 * half)) height="20" class="plate" {}
                    text x=(c(from + width / 2.0)) y=(c(y + BAR / 2.0 + 5.0)) text-anchor="middle" class="label" { (text) }
                }
            }
        }
    };
    let title = presenter.t.get(say::FigureHours { year: run.year().to_string() });
    let said: Vec<String> = models
        .iter()
        .copied()
        .map(|m| {
            let parts: Vec<String> =
                (0..PARTS.len()).map(|p| format!("{} {}", presenter.label(PARTS[p]), share(m, p))).collect();
            format!("{}: {}.", presenter.model(m), parts.join(", "))
        })
        .collect();
    let unit = presenter.t.get(say::UNIT_SHARE_OF_NEED);
    let seen = said.join(" ");
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: &seen });
    let rows: Vec<Row> = PARTS.iter().map(|o| presenter.levels(*o, Some(run.year()))).collect();
    let mut columns = vec![presenter.t.get(say::COLUMN_WHAT)];
    columns.extend(presenter.models());
    let data = super::data(presenter, id, &title, "", columns, rows, vec!["summary.csv"]);
    Figure {
        id,
        svg: drawing(id, &alt, height, body),
        title,
        alt,
        note: format!("{seen} {}", presenter.t.get(say::NOTE_HOURS)),
        data,
    }
}
