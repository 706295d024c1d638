//! How the differences that readers ask about are spread over all draws: every percentile of them.

use super::full_effect_year;
use super::precision::Headline;
use super::quantile::of_sorted;
use super::statistics::paired;
use super::summary::{Basis, Period, by_world};
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;

/// A percentile of a model's difference to the zero alternative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentile {
    /// The figure.
    pub headline: Headline,
    /// Index of the model.
    pub model: usize,
    /// Which, per cent of the draws.
    pub percent: usize,
    /// Its value.
    pub value: f64,
}

/// The differences whose spread is kept: of the year in which models are compared, and of the whole period.
fn kept(scenario: &Scenario) -> Vec<Headline> {
    let year = Period::Year(full_effect_year(scenario).0);
    let in_year = [
        Outcome::StateNet,
        Outcome::MunicipalityNetBpaAfterWithdrawal,
        Outcome::MunicipalityNet,
        Outcome::RelativesHours,
        Outcome::UnmetHours,
        Outcome::UsersEmployed,
    ];
    let mut kept: Vec<Headline> = in_year.map(|o| (o, Basis::usual(o, false), year)).to_vec();
    kept.push((Outcome::SocietyCost, Basis::usual(Outcome::SocietyCost, true), Period::Total));
    kept
}

/// Percentiles 1 to 99 of every one of them (type 7); nothing from one draw.
pub fn distributions(scenario: &Scenario, results: &Results) -> Vec<Percentile> {
    let mut rows = Vec::new();
    if results.draws < 2 {
        return rows;
    }
    for headline in kept(scenario) {
        let (outcome, basis, period) = headline;
        let level = |model: usize| by_world(results, outcome, model, basis, period);
        let zero = level(0);
        for model in 1..scenario.models.len() {
            let mut worlds = paired(&level(model), &zero);
            worlds.retain(|x| x.is_finite());
            worlds.sort_unstable_by(f64::total_cmp);
            rows.extend((1..100).filter_map(|percent| {
                let value = of_sorted(&worlds, percent as f64 / 100.0)?;
                Some(Percentile { headline, model, percent, value })
            }));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::summary::{Statistic, summarise};
    use super::*;
    use crate::fixture;

    #[test]
    fn the_percentiles_of_the_summary_are_among_them() {
        let (scenario, results) = fixture::small(40, 1);
        let rows = distributions(&scenario, &results);
        assert_eq!(rows.len(), 7 * 2 * 99);
        let summary = summarise(&scenario, &results);
        for headline in kept(&scenario) {
            let own = summary.iter().find(|row| {
                (row.outcome, row.basis, row.period) == headline
                    && (row.model, row.statistic) == (2, Statistic::DifferenceTo(0))
            });
            let own = own.unwrap().figures.percentiles.unwrap();
            for (percent, value) in [5, 25, 50, 75, 95].into_iter().zip(own) {
                let row = rows.iter().find(|r| (r.headline, r.model, r.percent) == (headline, 2, percent));
                assert_eq!(row.unwrap().value, value, "{headline:?} {percent}");
            }
        }
    }
}
