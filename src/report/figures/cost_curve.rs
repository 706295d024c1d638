//! The threshold curve: what state and municipality pay for one person as the cost of BPA grows.

use super::plot::{Plot, axis, text_width, tick_labels};
use crate::records::tables::CurveLine;
use crate::report::document::{Figure, Row};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::number::Scale;
use crate::text::say;

/// Cost up to which the curve is drawn, NOK a year.
const MOST: f64 = 5e6;
/// Hours a week between rows of the table.
const ROWS: f64 = 14.0;

/// The municipality's share of the cost, by cost, under every model.
pub fn cost_curve(presenter: &Presenter<'_>) -> Figure {
    let id = "cost-curve";
    let (run, lang) = (presenter.run, presenter.lang());
    let of = |m: usize| -> Vec<&CurveLine> {
        let model = run.about.models[m].id.as_str();
        run.cost_curve.iter().filter(move |l| l.model == model && l.bpa_cost <= MOST).collect()
    };
    let models = presenter.columns();
    let most = models.iter().copied().flat_map(of).map(|l| l.bpa_cost).fold(1e6, f64::max);
    let highest = models.iter().copied().flat_map(of).map(|l| l.municipality).fold(1e6, f64::max);
    let ((x_ends, at_x), (y_ends, at_y)) = (axis(0.0, most, 6), axis(0.0, highest, 5));
    let names = presenter.models();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(340.0, 56.0, right, x_ends, y_ends);
    let labelled = |at: &[f64]| -> Vec<(f64, String)> {
        at.iter().copied().zip(tick_labels(at, Scale::Million, lang)).collect()
    };
    plot.y_axis(&labelled(&at_y), &presenter.t.get(say::AXIS_MUNICIPALITY_PAYS));
    plot.x_axis(&labelled(&at_x), &presenter.t.get(say::AXIS_COST));
    let mut ends = Vec::new();
    for (place, (m, name)) in models.iter().copied().zip(&names).enumerate() {
        let points: Vec<(f64, f64)> = of(m).iter().map(|l| (l.bpa_cost, l.municipality)).collect();
        plot.line(&points, place);
        ends.extend(points.last().map(|(_, y)| (*y, place, name.clone())));
    }
    plot.end_labels(&ends);
    let year = run.cost_curve.first().map_or(run.year(), |l| l.year).to_string();
    let title = presenter.t.get(say::FigureCostCurve { year: &year });
    // Made without draws.
    let thousands = |kroner: f64| Quantity::to_place(Scale::Thousand, kroner, 3);
    let shown = |kroner: f64| thousands(kroner).number(lang);
    let said: Vec<String> = models
        .iter()
        .copied()
        .zip(&names)
        .filter_map(|(m, name)| {
            let last = of(m).last().copied()?.clone();
            Some(presenter.t.get(say::AltCostCurveModel {
                model: name,
                cost: shown(last.bpa_cost),
                municipality: shown(last.municipality),
                state: shown(last.state),
            }))
        })
        .collect();
    let unit = presenter.t.get(say::UNIT_THOUSAND_NOMINAL);
    let seen = said.join(" ");
    let alt = presenter.t.get(say::AltBars { title: &title, unit: &unit, models: &seen });
    let mut columns =
        vec![presenter.t.get(say::COLUMN_HOURS_PER_WEEK), presenter.t.get(say::COLUMN_BPA_COST)];
    for name in &names {
        columns.push(presenter.t.get(say::ColumnStatePays { model: name }));
        columns.push(presenter.t.get(say::ColumnMunicipalityPays { model: name }));
    }
    let rows = of(0)
        .into_iter()
        .filter(|l| l.hours_per_week % ROWS == 0.0)
        .map(|null| {
            let mut cells = vec![presenter.cell(Some(null.bpa_cost), thousands)];
            for m in models.iter().copied() {
                let own = of(m).into_iter().find(|l| l.hours_per_week == null.hours_per_week);
                cells.push(presenter.cell(own.map(|l| l.state), thousands));
                cells.push(presenter.cell(own.map(|l| l.municipality), thousands));
            }
            Row::new(format!("{}", null.hours_per_week), cells)
        })
        .collect();
    let data = super::data(presenter, id, &title, &unit, columns, rows, vec!["cost_curve.csv"]);
    let note = format!("{seen} {}", presenter.t.get(say::NOTE_COST_CURVE));
    Figure { id, svg: plot.done(id, &alt), title, alt, note, data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// A sentence is read without the axis beside it: its numbers say what they are numbers of.
    #[test]
    fn what_is_seen_is_told_with_its_unit() {
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            let (cost, municipality, state) = ("4", "3", "1");
            let curve = lang.say(say::AltCostCurveModel { model: "A", cost, municipality, state });
            let (all, unit) = ("4", "mill. kr");
            let flow = lang.say(say::FlowSeen { model: "A", all, unit, state, municipality });
            let money = lang.say(say::MoneySeen { model: "A", year: "2029", all, unit, bpa: "1" });
            assert!(curve.contains("kroner") && flow.contains("4 mill. kr") && money.contains("4 mill. kr"));
        }
    }
}
