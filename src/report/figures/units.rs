//! What a model changes in every municipality, per inhabitant, by centrality: a dot a municipality.

use super::plot::{Plot, WIDTH, c, drawing, mark, tick_labels, ticks};
use crate::records::tables::UnitLine;
use crate::report::document::{Figure, Row};
use crate::report::number::Scale;
use crate::report::presenter::Presenter;
use crate::report::tables::groups::whole_change;
use crate::text::say;
use maud::{Markup, html};

const CLASS: f64 = 34.0;
const LEFT: f64 = 110.0;
/// Most models drawn; the rest are in the table of municipalities.
const PANELS: usize = 4;
/// Share of municipalities at each end that the axis may cut off, so that a few do not press the rest together.
const CUT: f64 = 0.005;

/// The figure; nothing where municipalities have no centrality or no model changes anything.
pub fn units(presenter: &Presenter<'_>) -> Option<Figure> {
    let id = "units";
    let (run, lang) = (presenter.run, presenter.lang());
    let change = |u: &UnitLine| u.full_effect.change_per_inhabitant;
    let of = |m: usize| run.units[m].iter().filter(|u| u.centrality.is_some());
    let models: Vec<usize> = presenter
        .others()
        .filter(|m| of(*m).any(|u| change(u).is_some_and(|x| x != 0.0)))
        .take(PANELS)
        .collect();
    let mut all: Vec<f64> = models.iter().flat_map(|m| of(*m).filter_map(change)).collect();
    all.sort_by(f64::total_cmp);
    let edge = (all.len() as f64 * CUT) as usize;
    let (low, high) = (all.get(edge)?.min(0.0), all.get(all.len() - 1 - edge)?.max(0.0));
    let at = ticks(low, high, 6);
    let range = (at[0], at[at.len() - 1]);
    let panel = 6.0 * CLASS + 44.0;
    let height = models.len() as f64 * panel + 52.0;
    let plot = Plot::new(height, LEFT, 16.0, range, (0.0, 1.0));
    let x = |value: f64| plot.at_x(value.clamp(range.0, range.1));
    let draw = |i: usize, m: usize| -> Markup {
        let top = i as f64 * panel + 34.0;
        let bottom = top + 6.0 * CLASS;
        html! {
            text x="0" y=(c(top - 14.0)) class="name" { (presenter.pair((m, 0))) }
            @for value in &at {
                line x1=(c(x(*value))) x2=(c(x(*value))) y1=(c(top)) y2=(c(bottom))
                    class=(if *value == 0.0 { "axis" } else { "grid" }) {}
            }
            @for class in 1..=6u8 {
                @let middle = top + (f64::from(class) - 0.5) * CLASS;
                text x=(c(LEFT - 10.0)) y=(c(middle + 5.0)) text-anchor="end" class="tick" {
                    (presenter.t.get(say::CentralityShort { class: class.to_string() }))
                }
                @for (n, u) in of(m).filter(|u| u.centrality == Some(class)).enumerate() {
                    @if let Some(value) = change(u) {
                        // Spread over the height of the class by place in the list, always the same.
                        @let y = middle + ((n * 7) % 11) as f64 / 11.0 * (CLASS - 12.0) - (CLASS - 12.0) / 2.0;
                        (mark(x(value), y, m, 2.6))
                    }
                }
            }
        }
    };
    let bottom = height - 48.0;
    let body = html! {
        @for (i, m) in models.iter().enumerate() { (draw(i, *m)) }
        @for (value, label) in at.iter().zip(tick_labels(&at, Scale::One, lang)) {
            text x=(c(x(*value))) y=(c(bottom + 14.0)) text-anchor="middle" class="tick" { (label) }
        }
        text x=(c((LEFT + WIDTH) / 2.0)) y=(c(bottom + 36.0)) text-anchor="middle" class="name" {
            (presenter.t.get(say::AXIS_CHANGE))
        }
    };
    let title = presenter.t.get(say::FigureUnits { year: &run.year().to_string() });
    let mut columns = vec![presenter.t.get(say::COLUMN_CENTRALITY)];
    for m in &models {
        let model = &presenter.model(*m);
        columns.push(presenter.t.get(say::ColumnLowest { model }));
        columns.push(presenter.t.get(say::ColumnMiddle { model }));
        columns.push(presenter.t.get(say::ColumnHighest { model }));
    }
    let rows: Vec<Row> = (1..=6u8)
        .map(|class| {
            let cells = models.iter().flat_map(|m| {
                let mut own: Vec<f64> =
                    of(*m).filter(|u| u.centrality == Some(class)).filter_map(change).collect();
                own.sort_by(f64::total_cmp);
                let pick =
                    |share: f64| own.get(((own.len().max(1) - 1) as f64 * share).round() as usize).copied();
                [0.0, 0.5, 1.0].map(|share| presenter.cell(pick(share), whole_change))
            });
            Row::new(presenter.t.get(say::Centrality { class: class.to_string() }), cells.collect())
        })
        .collect();
    let said: Vec<String> = models
        .iter()
        .map(|m| {
            let fewer = of(*m).filter_map(change).filter(|x| *x < 0.0).count();
            let more = of(*m).filter_map(change).filter(|x| *x > 0.0).count();
            presenter.t.get(say::AltUnitsModel {
                model: presenter.model(*m),
                fewer: presenter.count(fewer),
                more: presenter.count(more),
            })
        })
        .collect();
    let unit = presenter.t.get(say::UnitPerInhabitant { year: run.about.price_year.to_string() });
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: said.join(" ") });
    let data = super::data(presenter, id, &title, &unit, columns, rows, vec!["units.csv"]);
    Some(Figure {
        id,
        svg: drawing(id, &alt, height, body),
        title,
        alt,
        note: presenter.t.get(say::NOTE_UNITS),
        data,
    })
}
