//! Tables that figures are drawn from: what the law pays as costs grow, how the Monte Carlo error falls, how differences are
//! spread over draws, and which assumptions move them.

use super::YEAR;
use super::outcomes::{figure, period};
use crate::analysis::convergence::convergence;
use crate::analysis::distributions::distributions;
use crate::analysis::influence::{Influence, influence};
use crate::analysis::observed::{Observation, observed};
use crate::analysis::precision::Headline;
use crate::analysis::summary::{FigureKey, Statistic};
use crate::engine::cost_curve::curve;
use crate::engine::disclosure::Hidden;
use crate::engine::results::Results;
use crate::engine::run::Engine;
use crate::error::Result;
use crate::records::csv::table;
use crate::records::tables::{
    ConvergenceLine, CurveLine, DistributionLine, FigureId, InfluenceLine, ObservedLine,
};
use crate::scenario::Scenario;

/// `cost_curve.csv`: one person's yearly cost and who pays it, by hours a week, under every model in full effect in
/// the year with index `t`; nominal kroner of that year.
pub fn cost_curve(scenario: &Scenario, engine: &Engine<'_>, t: usize) -> Result<Vec<u8>> {
    table(curve(scenario, engine, t).into_iter().map(|point| CurveLine {
        model: scenario.models[point.model].id.clone(),
        year: scenario.base_year + t as i32,
        period: YEAR.into(),
        hours_per_week: point.hours,
        bpa_cost: point.bpa_cost,
        wage_cost: point.wage_cost,
        state: point.state,
        municipality: point.municipality,
    }))
}

/// `convergence.csv`: mean and Monte Carlo error of the headlines' differences to the zero alternative after a part
/// of the draws, and after all.
pub fn error_by_draws(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Result<Vec<u8>> {
    let rows = convergence(scenario, results).into_iter().filter(|row| !hidden.outcome(row.headline.0));
    table(rows.map(|row| {
        let (outcome, basis, when) = row.headline;
        let (year, period) = period(scenario.base_year, when);
        ConvergenceLine {
            outcome,
            model: scenario.models[row.model].id.clone(),
            year,
            period,
            basis,
            statistic_of: format!("difference_to_{}", scenario.models[0].id),
            draws: row.draws,
            mean: row.mean,
            mcse: row.error,
        }
    }))
}

/// A headline's difference to the zero alternative under a model.
fn difference(scenario: &Scenario, (outcome, basis, period): Headline, model: usize) -> FigureId {
    figure(scenario, &FigureKey { outcome, model, statistic: Statistic::DifferenceTo(0), basis, period })
}

/// `distributions.csv`: how the differences that readers ask about are spread over draws.
pub fn spread(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Result<Vec<u8>> {
    let rows = distributions(scenario, results).into_iter().filter(|row| !hidden.outcome(row.headline.0));
    table(rows.map(|row| DistributionLine {
        figure: difference(scenario, row.headline, row.model),
        percent: row.percent,
        value: row.value,
    }))
}

/// `influence.csv`: which assumptions move the headlines' differences.
pub fn influences(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Result<Vec<u8>> {
    let (rows, tried) = influence(scenario, results);
    let scalars = scenario.parameters.scalars();
    let line = |row: Influence| {
        Some(InfluenceLine {
            figure: difference(scenario, row.headline, row.model),
            parameter: scalars.get(row.slot)?.id.clone(),
            parameter_low: row.values[0],
            parameter_high: row.values[1],
            mean_low: row.means[0],
            mean_high: row.means[1],
            change: row.change(),
            mcse: row.error,
            tried,
        })
    };
    table(rows.into_iter().filter(|row| !hidden.outcome(row.headline.0)).filter_map(line))
}

/// `observed.csv`: what was observed of the figures that are simulated.
pub fn observations(scenario: &Scenario, hidden: &Hidden) -> Result<Vec<u8>> {
    let rows = observed(scenario)?.into_iter().filter(|row| !hidden.outcome(row.outcome));
    table(rows.map(|Observation { outcome, basis, year, value, source }| ObservedLine {
        outcome,
        unit: outcome.info().unit.id().into(),
        year,
        period: YEAR.into(),
        basis,
        value,
        source: source.into(),
    }))
}
