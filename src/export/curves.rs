//! Tables that figures are drawn from: what the law pays as costs grow, and how the Monte Carlo error falls.

use super::csv::{Table, period};
use crate::analysis::convergence::convergence;
use crate::analysis::disclosure::Hidden;
use crate::engine::cost_curve::curve;
use crate::engine::results::Results;
use crate::engine::run::Engine;
use crate::scenario::Scenario;

/// `cost_curve.csv`: one person's yearly cost and who pays it, by hours a week, under every model in full effect in
/// the year with index `t`; nominal kroner of that year.
pub fn cost_curve(scenario: &Scenario, engine: &Engine<'_>, t: usize) -> Vec<u8> {
    let mut table =
        Table::new(&["model", "year", "hours_per_week", "bpa_cost", "wage_cost", "state", "municipality"]);
    let year = (scenario.base_year + t as i32).to_string();
    for point in curve(scenario, engine, t) {
        table.text(&scenario.models[point.model].id).text(&year).number(point.hours).number(point.bpa_cost);
        table.number(point.wage_cost).number(point.state).number(point.municipality).end();
    }
    table.done()
}

/// `convergence.csv`: mean and Monte Carlo error of the headlines' differences to the zero alternative after a part
/// of the draws, and after all.
pub fn error_by_draws(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Vec<u8> {
    let mut table =
        Table::new(&["outcome", "model", "year", "basis", "statistic_of", "draws", "mean", "mcse"]);
    for row in convergence(scenario, results).into_iter().filter(|row| !hidden.outcome(row.headline.0)) {
        let (outcome, basis, when) = row.headline;
        table.text(outcome.id()).text(&scenario.models[row.model].id).text(&period(scenario, when));
        table.text(basis.id()).text("difference_to_null").text(&row.draws.to_string());
        table.number(row.mean).number(row.error).end();
    }
    table.done()
}
