//! How the Monte Carlo error of the headlines falls as draws are added.

use super::precision::{Headline, headlines};
use super::statistics::{Repeats, paired, statistics};
use super::summary::by_world;
use crate::engine::results::Results;
use crate::scenario::Scenario;

/// Shares of the draws, as divisors, at which the error is told.
const DIVISORS: [usize; 6] = [32, 16, 8, 4, 2, 1];
/// Fewest draws at which an error is told.
const FEWEST: usize = 10;

/// The error of a headline's difference to the zero alternative after so many draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Convergence {
    /// The headline.
    pub headline: Headline,
    /// Index of the model.
    pub model: usize,
    /// Draws.
    pub draws: usize,
    /// Mean of the difference over them.
    pub mean: f64,
    /// The Monte Carlo standard error of the mean.
    pub error: f64,
}

/// Every headline's error after a part of the draws and after all.
pub fn convergence(scenario: &Scenario, results: &Results) -> Vec<Convergence> {
    let mut rows = Vec::new();
    for headline in headlines(scenario) {
        let (outcome, basis, period) = headline;
        let null = by_world(results, outcome, 0, basis, period);
        for model in 1..scenario.models.len() {
            let change = paired(&by_world(results, outcome, model, basis, period), &null);
            for divisor in DIVISORS {
                let draws = results.draws / divisor;
                let repeats = Repeats::from(results);
                if draws < FEWEST.max(repeats.scrambles) {
                    continue;
                }
                let first = &change[..draws * results.replicates];
                let told = statistics(first, repeats).and_then(|s| Some((s.mean, s.mcse?)));
                rows.extend(told.map(|(mean, error)| Convergence { headline, model, draws, mean, error }));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::summary;
    use super::*;
    use crate::fixture;

    #[test]
    fn the_last_error_is_that_of_the_summary() {
        let (scenario, results) = fixture::small(40, 1);
        let rows = convergence(&scenario, &results);
        let lines = summary::summarise(&scenario, &results);
        let last: Vec<&Convergence> = rows.iter().filter(|r| r.draws == 40).collect();
        assert!(!last.is_empty() && rows.iter().any(|r| r.draws == 10));
        for r in last {
            let (outcome, basis, period) = r.headline;
            let line = lines.iter().find(|l| {
                (l.outcome, l.basis, l.period, l.model) == (outcome, basis, period, r.model)
                    && l.statistic == summary::Statistic::DifferenceTo(0)
            });
            assert_eq!(line.unwrap().figures.mcse, Some(r.error));
        }
    }
}
