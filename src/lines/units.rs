//! The lines of `units.csv`, the chief figures of every unit in the kept years, and of `unit_years.csv`, fewer of them in
//! every year.

use super::YEAR;
use crate::analysis::statistics::{Statistics, statistics};
use crate::engine::disclosure::Hidden;
use crate::engine::results::{Results, UnitFigure};
use crate::records::tables::{UnitFiguresLine, UnitLine, UnitYear};
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

/// The lines of one unit in both tables, by its place among the units.
pub fn of_unit(
    scenario: &Scenario,
    results: &Results,
    hidden: &Hidden,
    unit: usize,
) -> (Vec<UnitLine>, Vec<UnitFiguresLine>) {
    let Some(own) = scenario.units.get(unit) else { return Default::default() };
    let years = |m: usize| (0..scenario.horizon).map(move |t| (unit, m, t));
    let places = (0..scenario.models.len()).flat_map(years);
    let in_years = places.map(|place| unit_figures(scenario, results, hidden, place)).collect();
    (unit_lines(scenario, results, hidden, (unit, own)), in_years)
}

/// The lines of a unit, one a model.
fn unit_lines(
    scenario: &Scenario,
    results: &Results,
    hidden: &Hidden,
    (u, unit): (usize, &Unit),
) -> Vec<UnitLine> {
    let inhabitants = unit.inhabitants().filter(|n| *n > 0.0);
    let counted = unit.counted.filter(|_| !hidden.unit(u));
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
            observed_year: counted.map(|(year, _)| year),
            observed_recipients: counted.map(|(_, count)| f64::from(count)),
        }
    };
    scenario.models.iter().enumerate().map(line).collect()
}

/// A line a unit, model and year, one at a time since there may be very many: whole kroner, persons to the thousandth, which
/// is beyond what any draws can tell.
pub fn unit_years<'a>(
    scenario: &'a Scenario,
    results: &'a Results,
    hidden: &'a Hidden,
) -> impl Iterator<Item = UnitFiguresLine> + 'a {
    let (units, models) = (scenario.units.len(), scenario.models.len());
    let places = (0..units).flat_map(move |u| (0..models).map(move |m| (u, m)));
    places.flat_map(move |(u, m)| {
        (0..scenario.horizon).map(move |t| unit_figures(scenario, results, hidden, (u, m, t)))
    })
}

/// The line of a unit under a model in a year.
fn unit_figures(
    scenario: &Scenario,
    results: &Results,
    hidden: &Hidden,
    (u, m, t): (usize, usize, usize),
) -> UnitFiguresLine {
    let (units, worlds) = (&results.units, results.worlds());
    let of = |model: usize, figure| units.mean(u, model, t, figure, worlds);
    let shown = |value: f64, steps: f64| {
        // Never a nought with a sign.
        (!hidden.unit(u)).then(|| (value * steps).round() / steps + 0.0)
    };
    let kroner = |figure| shown(of(m, figure), 1.0);
    let net = UnitFigure::MunicipalityNet;
    UnitFiguresLine {
        id: scenario.units[u].id.clone(),
        name: scenario.units[u].name.clone(),
        model: scenario.models[m].id.clone(),
        year: scenario.base_year + t as i32,
        period: YEAR.into(),
        hidden: hidden.unit(u),
        recipients: shown(of(m, UnitFigure::Recipients), 1e3),
        delivered_hours: shown(of(m, UnitFigure::DeliveredHours), 1.0),
        municipality_net_bpa: kroner(UnitFigure::MunicipalityNetBpa),
        withdrawal: kroner(UnitFigure::Withdrawal),
        transition: kroner(UnitFigure::Transition),
        municipality_net: kroner(net),
        change: shown(of(m, net) - of(0, net), 1.0),
        refund: kroner(UnitFigure::Refund),
        refund_rest: kroner(UnitFigure::RefundRest),
        state_net: kroner(UnitFigure::StateNet),
    }
}

/// The figures of a unit under a model in a kept year.
fn unit_year(
    results: &Results,
    hidden: &Hidden,
    inhabitants: Option<f64>,
    (u, m, kept): (usize, usize, usize),
) -> UnitYear {
    let (units, shown) = (&results.units, !hidden.unit(u));
    let mean = |figure| shown.then(|| units.mean(u, m, units.index(kept), figure, results.worlds()));
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
