//! `units.csv`: the chief figures of every unit in the kept years.

use super::csv::Table;
use crate::analysis::disclosure::Hidden;
use crate::analysis::summary::{Statistics, statistics};
use crate::engine::results::{Results, UNIT_YEARS, UnitFigure};
use crate::scenario::Scenario;
use crate::scenario::units::Unit;
use rayon::prelude::*;

/// Prefixes of the columns of the kept years.
const KEPT: [&str; UNIT_YEARS] = ["first", "full_effect", "last"];

/// What is worked out from the figures of a unit and year.
const DERIVED: [&str; 8] = [
    "recipients_per_10000",
    "municipality_net_per_inhabitant",
    "municipality_net_p05",
    "municipality_net_p95",
    "change",
    "change_per_inhabitant",
    "change_p05",
    "change_p95",
];

/// `units.csv`: one row a unit and model. Each kept year has its columns with a prefix; money is
/// fixed kroner a year. Figures per inhabitant are empty where the number of inhabitants is unknown; all
/// figures are where they are hidden.
pub fn units(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Vec<u8> {
    let mut head: Vec<String> = [
        "id",
        "name",
        "county",
        "population",
        "centrality",
        "kostra_group",
        "free_income_per_inhabitant",
        "need_index",
        "model",
        "hidden",
        "observed",
    ]
    .map(str::to_string)
    .into();
    for kept in KEPT {
        head.push(format!("{kept}_year"));
        head.extend(UnitFigure::ALL.iter().map(|f| format!("{kept}_{}", f.id())));
        head.extend(DERIVED.iter().map(|d| format!("{kept}_{d}")));
    }
    let mut t = Table::new(&head);
    // Unit by unit at once: their percentiles take most of the time.
    let rows = |(u, unit): (usize, &Unit)| unit_rows(scenario, results, hidden, (u, unit));
    let rows: Vec<Table> = scenario.units.par_iter().enumerate().map(rows).collect();
    rows.iter().for_each(|own| t.append(own));
    t.done()
}

/// A unit's rows of `units.csv`, a model each.
fn unit_rows(scenario: &Scenario, results: &Results, hidden: &Hidden, (u, unit): (usize, &Unit)) -> Table {
    let mut t = Table::empty();
    let kept = &results.units;
    let worlds = results.worlds();
    let inhabitants = unit.inhabitants().filter(|n| *n > 0.0);
    for (m, model) in scenario.models.iter().enumerate() {
        t.text(&unit.id).text(&unit.name).text(&unit.county).maybe(inhabitants);
        t.maybe(unit.centrality.map(f64::from)).text(unit.kostra_group.as_deref().unwrap_or(""));
        t.maybe(unit.free_income).maybe(unit.need_index).text(&model.id);
        let word = |yes: bool| if yes { "yes" } else { "no" };
        t.text(word(hidden.unit(u))).text(word(unit.recipients.is_some()));
        for year in 0..UNIT_YEARS {
            t.text(&kept.years[year].to_string());
            if hidden.unit(u) {
                for _ in 0..UnitFigure::ALL.len() + DERIVED.len() {
                    t.text("");
                }
                continue;
            }
            let mean = |figure: UnitFigure| kept.mean(u, m, year, figure, worlds);
            for figure in UnitFigure::ALL {
                t.number(mean(figure));
            }
            t.maybe(inhabitants.map(|n| mean(UnitFigure::Recipients) / n * 10_000.0));
            t.maybe(inhabitants.map(|n| mean(UnitFigure::MunicipalityNet) / n));
            let by_draw = |a: &ndarray::Array4<f32>| -> Option<Statistics> {
                let worlds: Vec<f64> = (0..a.dim().0).map(|w| f64::from(a[[w, u, m, year]])).collect();
                statistics(&worlds, results)
            };
            let interval = |t: &mut Table, s: &Option<Statistics>| {
                let p = s.as_ref().and_then(|s| s.percentiles);
                t.maybe(p.map(|p| p[0])).maybe(p.map(|p| p[4]));
            };
            interval(&mut t, &by_draw(&kept.municipality_net));
            let change = by_draw(&kept.change);
            let by = change.as_ref().map(|c| c.mean);
            t.maybe(by).maybe(inhabitants.and_then(|n| by.map(|c| c / n)));
            interval(&mut t, &change);
        }
        t.end();
    }
    t
}
