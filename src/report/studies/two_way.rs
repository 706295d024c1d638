//! A figure over two parameters.

use super::StudiesPresenter;
use crate::analysis::sensitivity::two_way::{TwoWay, zero_line};
use crate::analysis::studies::Study;
use crate::report::document::{Block, Figure, Row};
use crate::report::figures::plot::{WIDTH, c, drawing, fill};
use crate::report::quantity::Quantity;
use crate::text::number::number;
use crate::text::say;
use maud::html;

const FIGURES: [&str; 6] = ["two-way-1", "two-way-2", "two-way-3", "two-way-4", "two-way-5", "two-way-6"];
const LEFT: f64 = 130.0;
const TOP: f64 = 56.0;
const ROW: f64 = 40.0;

pub(super) fn blocks(
    presenter: &StudiesPresenter<'_>,
    study: &Study,
    found: &TwoWay,
    n: usize,
) -> Vec<Block> {
    let (t, id) = (presenter.t, FIGURES[n]);
    let all = || found.means.iter().flatten().filter(|x| x.is_finite());
    let Some((name, unit)) = presenter.figure(study) else { return Vec::new() };
    let unit_name = unit.name(t);
    let signed = |x: f64| Quantity::new(unit, x, None, found.error).signed(t.lang);
    let [first, second] = found.parameters.each_ref().map(|id| presenter.parameter(id));
    let (rows, columns) = (found.values[0].len(), found.values[1].len());
    let width = (WIDTH - LEFT - 8.0) / columns as f64;
    let bottom = TOP + rows as f64 * ROW;
    // Places of the grid are the middles of its cells.
    let at = |[row, column]: [f64; 2]| (LEFT + (column + 0.5) * width, TOP + (row + 0.5) * ROW);
    let body = html! {
        @for (i, key) in [say::TWO_WAY_BELOW, say::TWO_WAY_ABOVE].into_iter().enumerate() {
            @let x = i as f64 * WIDTH / 2.0;
            rect x=(c(x)) y="6" width="16" height="16" fill=(fill(id, 1 + 2 * i)) class=(format!("edge s{}", 1 + 2 * i)) {}
            text x=(c(x + 22.0)) y="19" class="label" { (t.get(key)) }
        }
        text x="0" y=(c(TOP - 12.0)) class="name" { (first) }
        @for (r, value) in found.values[0].iter().enumerate() {
            text x=(c(LEFT - 8.0)) y=(c(TOP + (r as f64 + 0.5) * ROW + 5.0)) text-anchor="end" class="tick" { (presenter.exact(*value)) }
            @for (k, mean) in found.means[r].iter().enumerate() {
                @let look = if *mean < 0.0 { 1 } else { 3 };
                rect x=(c(LEFT + k as f64 * width)) y=(c(TOP + r as f64 * ROW)) width=(c(width - 2.0)) height=(c(ROW - 2.0))
                    fill=(fill(id, look)) class=(format!("edge s{look}")) {}
                rect x=(c(LEFT + k as f64 * width + 8.0)) y=(c(TOP + r as f64 * ROW + 9.0)) width=(c(width - 18.0)) height="20" class="plate" {}
                text x=(c(LEFT + (k as f64 + 0.5) * width - 1.0)) y=(c(TOP + (r as f64 + 0.5) * ROW + 4.0)) text-anchor="middle" class="small" { (signed(*mean)) }
            }
        }
        @for piece in zero_line(&found.means) {
            @let ((x1, y1), (x2, y2)) = (at(piece[0]), at(piece[1]));
            line x1=(c(x1)) y1=(c(y1)) x2=(c(x2)) y2=(c(y2)) class="line s0" {}
        }
        @for (k, value) in found.values[1].iter().enumerate() {
            text x=(c(LEFT + (k as f64 + 0.5) * width)) y=(c(bottom + 18.0)) text-anchor="middle" class="tick" { (presenter.exact(*value)) }
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 40.0)) text-anchor="middle" class="name" { (second) }
    };
    let title = t.get(say::TwoWayTitle { figure: name, first: &first, second: &second });
    let ends = [all().fold(f64::INFINITY, |a, b| a.min(*b)), all().fold(f64::NEG_INFINITY, |a, b| a.max(*b))]
        .map(signed);
    let said = t.get(say::TwoWaySaid { low: &ends[0], high: &ends[1] });
    let alt = t.get(say::AltBars { title: &title, unit: &unit_name, models: &said });
    let svg = drawing(id, &alt, bottom + 50.0, body);
    let heads = [first.clone()]
        .into_iter()
        .chain(found.values[1].iter().map(|x| presenter.value(&found.parameters[1], *x)));
    let rows = found.values[0].iter().zip(&found.means).map(|(value, means)| {
        let cells = means.iter().map(|x| presenter.number(unit, [*x, found.error])).collect();
        Row::new(presenter.value(&found.parameters[0], *value), cells)
    });
    let mut data = presenter.table(id, title.clone(), heads.collect(), rows.collect());
    data.unit = unit_name;
    data.long = true;
    data.sheet = t.get(say::TwoWaySheet { number: &(n + 1).to_string() });
    let mut note = t.get(say::TwoWayNote { draws: number(found.draws as f64, 0, t.lang) });
    if found.expansion {
        note = format!("{note} {}", t.get(say::STUDY_READ));
    }
    let figure = Figure { id, title, alt, note, svg, data };
    vec![Block::Text(t.get(say::TWO_WAY_WHAT)), Block::Figure(figure)]
}
