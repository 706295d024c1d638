//! The lines of `units.csv`: the chief figures of every unit in the kept years.

use crate::analysis::statistics::{Statistics, statistics};
use crate::engine::disclosure::Hidden;
use crate::engine::results::{Results, UnitFigure};
use crate::records::tables::{UnitLine, UnitYear};
use crate::scenario::Scenario;
use crate::scenario::financing::Model;
use crate::scenario::units::Unit;
use rayon::prelude::*;

/// A line a unit and model. Figures per inhabitant are missing where the number of inhabitants is unknown; all figures are where
/// they are hidden.
pub fn units(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Vec<UnitLine> {
    // Unit by unit at once: their percentiles take most of the time.
    let lines = |(u, unit): (usize, &Unit)| unit_lines(scenario, results, hidden, (u, unit));
    scenario.units.par_iter().enumerate().flat_map_iter(lines).collect()
}

/// The lines of a unit, one a model.
fn unit_lines(
    scenario: &Scenario,
    results: &Results,
    hidden: &Hidden,
    (u, unit): (usize, &Unit),
) -> Vec<UnitLine> {
    let inhabitants = unit.inhabitants().filter(|n| *n > 0.0);
    let line = |(m, model): (usize, &Model)| {
        let year = |kept: usize| unit_year(results, hidden, inhabitants, (u, m, kept));
        UnitLine {
            id: unit.id.clone(),
            name: unit.name.clone(),
            county: unit.county.clone(),
            population: inhabitants,
            centrality: unit.centrality,
            kostra_group: unit.kostra_group.clone().unwrap_or_default(),
            free_income_per_inhabitant: unit.free_income,
            need_index: unit.need_index,
            model: model.id.clone(),
            hidden: hidden.unit(u),
            observed: unit.recipients.is_some(),
            first: year(0),
            full_effect: year(1),
            last: year(2),
        }
    };
    scenario.models.iter().enumerate().map(line).collect()
}

/// The figures of a unit under a model in a kept year.
fn unit_year(
    results: &Results,
    hidden: &Hidden,
    inhabitants: Option<f64>,
    (u, m, kept): (usize, usize, usize),
) -> UnitYear {
    let (units, shown) = (&results.units, !hidden.unit(u));
    let mean = |figure| shown.then(|| units.mean(u, m, kept, figure, results.worlds()));
    let per_inhabitant = |figure: Option<f64>| figure.zip(inhabitants).map(|(x, n)| x / n);
    let by_draw = |a: &ndarray::Array4<f32>| {
        let worlds: Vec<f64> = (0..a.dim().0).map(|w| f64::from(a[[w, u, m, kept]])).collect();
        statistics(&worlds, results).filter(|_| shown)
    };
    let percentile = |s: &Option<Statistics>, level: usize| Some(s.as_ref()?.percentiles?[level]);
    let (net, change) = (by_draw(&units.municipality_net), by_draw(&units.change));
    let by = change.as_ref().map(|c| c.mean);
    UnitYear {
        year: units.years[kept],
        recipients: mean(UnitFigure::Recipients),
        delivered_hours: mean(UnitFigure::DeliveredHours),
        unmet_hours: mean(UnitFigure::UnmetHours),
        relatives_hours: mean(UnitFigure::RelativesHours),
        municipality_net_bpa: mean(UnitFigure::MunicipalityNetBpa),
        withdrawal: mean(UnitFigure::Withdrawal),
        municipality_net: mean(UnitFigure::MunicipalityNet),
        state_net: mean(UnitFigure::StateNet),
        recipients_per_10000: per_inhabitant(mean(UnitFigure::Recipients)).map(|x| x * 10_000.0),
        municipality_net_per_inhabitant: per_inhabitant(mean(UnitFigure::MunicipalityNet)),
        municipality_net_p05: percentile(&net, 0),
        municipality_net_p95: percentile(&net, 4),
        change: by,
        change_per_inhabitant: per_inhabitant(by),
        change_p05: percentile(&change, 0),
        change_p95: percentile(&change, 4),
    }
}
