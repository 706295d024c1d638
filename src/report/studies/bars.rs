//! Bars around a middle, one row a parameter.

use crate::report::figures::plot::{WIDTH, c, drawing, fill, tick_labels, ticks};
use crate::text::Lang;
use crate::text::number::Scale;
use maud::html;

/// Height of a row.
const ROW: f64 = 30.0;
/// Room for names.
const LEFT: f64 = 320.0;
/// Letters of a name that fit there.
const LETTERS: usize = 44;

/// A row: name, and bars from the middle to a value each, in the look of a series, with an interval if there is one.
pub struct Bar {
    /// Name at the left.
    pub name: String,
    /// Values, each with the ends of its interval.
    pub values: Vec<(f64, Option<[f64; 2]>)>,
}

/// The drawing. Bars of the same row lie on each other's sides where `stacked`, else below each other.
pub fn bars(
    id: &str,
    alt: &str,
    unit: &str,
    (scale, lang): (Scale, Lang),
    legend: &[String],
    rows: &[Bar],
    beside: bool,
) -> String {
    let ends = rows.iter().flat_map(|r| &r.values).flat_map(|(x, i)| {
        let [low, high] = i.unwrap_or([*x; 2]);
        [*x, low, high]
    });
    let (low, high) =
        ends.filter(|x| x.is_finite()).fold((0.0_f64, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let at = ticks(low, high, 5);
    let (first, last) = (at[0], at[at.len() - 1]);
    let x = |value: f64| LEFT + (value - first) / (last - first) * (WIDTH - LEFT - 24.0);
    let top = 16.0 + 24.0 * legend.len() as f64;
    let bottom = top + rows.len() as f64 * ROW + 4.0;
    let body = html! {
        @for (i, name) in legend.iter().enumerate() {
            rect x="0" y=(c(8.0 + i as f64 * 24.0)) width="16" height="16" fill=(fill(id, i)) class=(format!("edge s{i}")) {}
            text x="22" y=(c(21.0 + i as f64 * 24.0)) class="label" { (name) }
        }
        @for (value, label) in at.iter().zip(tick_labels(&at, scale, lang)) {
            line x1=(c(x(*value))) x2=(c(x(*value))) y1=(c(top)) y2=(c(bottom)) class=(if *value == 0.0 { "axis" } else { "grid" }) {}
            text x=(c(x(*value))) y=(c(bottom + 18.0)) text-anchor="middle" class="tick" { (label) }
        }
        @for (r, row) in rows.iter().enumerate() {
            @let y = top + 4.0 + r as f64 * ROW;
            text x=(c(LEFT - 10.0)) y=(c(y + 16.0)) text-anchor="end" class="small" { (short(&row.name)) }
            @let height = if beside { ROW - 8.0 } else { (ROW - 8.0) / row.values.len().max(1) as f64 };
            @for (i, (value, interval)) in row.values.iter().enumerate().filter(|(_, (v, _))| v.is_finite()) {
                @let own = if beside { y } else { y + i as f64 * height };
                rect x=(c(x(value.min(0.0)))) y=(c(own)) width=(c((x(*value) - x(0.0)).abs())) height=(c(height))
                    fill=(fill(id, i)) class=(format!("edge s{}", i % 6)) {}
                @if let Some([low, high]) = interval {
                    line x1=(c(x(*low))) x2=(c(x(*high))) y1=(c(own + height / 2.0)) y2=(c(own + height / 2.0)) class="axis" {}
                }
            }
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 38.0)) text-anchor="middle" class="name" { (unit) }
    };
    drawing(id, alt, bottom + 48.0, body)
}

fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_string();
    }
    format!("{}…", name.chars().take(LETTERS - 1).collect::<String>().trim_end())
}
