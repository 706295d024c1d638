//! Which assumptions move a difference between models, from a run's own draws: what the difference is where an assumption
//! was drawn low, and where it was drawn high.
//!
//! Of every uncertain assumption the fifth of the draws with the lowest values is held against the fifth with the highest.
//! Assumptions that are drawn together move together, and are not told apart. What chance alone would give in one of twenty
//! lists is left out: with so many assumptions some look as if they mattered where none does.

use super::full_effect_year;
use super::precision::Headline;
use super::statistics::{draw_means, moments, paired};
use super::summary::{Basis, Period, by_world};
use crate::engine::results::Results;
use crate::math::normal_quantile;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;
use rayon::prelude::*;

/// Fewest draws: a fifth of fewer says little.
pub const FEWEST: usize = 200;
/// The draws are held against each other in so many parts by the value of an assumption.
const PARTS: usize = 5;
/// How often a list of assumptions may hold one that chance alone has put there.
const BY_CHANCE: f64 = 0.05;

/// What an assumption moves a model's difference to the zero alternative by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The figure.
    pub headline: Headline,
    /// Index of the model.
    pub model: usize,
    /// Position of the assumption among all scalars.
    pub slot: usize,
    /// Mean of the assumption in the lowest and in the highest fifth of the draws.
    pub values: [f64; 2],
    /// Mean of the difference in them.
    pub means: [f64; 2],
    /// Monte Carlo standard error of the change from the one to the other.
    pub error: f64,
}

impl Influence {
    /// Change of the difference from low to high.
    pub fn change(&self) -> f64 {
        self.means[1] - self.means[0]
    }
}

/// The differences that are asked about: the state, municipalities for BPA, relatives, unmet hours, society.
pub fn asked(scenario: &Scenario) -> Vec<Headline> {
    let year = Period::Year(full_effect_year(scenario).0);
    let in_year = [
        Outcome::StateNet,
        Outcome::MunicipalityNetBpaAfterWithdrawal,
        Outcome::RelativesHours,
        Outcome::UnmetHours,
    ];
    let mut asked: Vec<Headline> = in_year.map(|o| (o, Basis::usual(o, false), year)).to_vec();
    asked.push((Outcome::SocietyCost, Basis::usual(Outcome::SocietyCost, true), Period::Total));
    asked
}

/// An uncertain assumption: its position, the draws with its lowest and highest values, and the means of it there.
struct Fifths {
    slot: usize,
    ends: [Vec<usize>; 2],
    values: [f64; 2],
}

/// The fifths by every assumption that varies; those that are drawn with another move as it does, and count as one.
fn fifths(scenario: &Scenario, results: &Results) -> Vec<Fifths> {
    let size = results.draws / PARTS;
    let follows = |slot: usize| scenario.parameters.scalars().get(slot).is_some_and(|own| own.with.is_some());
    let of = |slot: usize| {
        if follows(slot) {
            return None;
        }
        let values = results.values.column(slot);
        let mut order: Vec<usize> = (0..results.draws).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        let ends = [order[..size].to_vec(), order[results.draws - size..].to_vec()];
        let mean = |draws: &Vec<usize>| draws.iter().map(|d| values[*d]).sum::<f64>() / size as f64;
        let [low, high] = [mean(&ends[0]), mean(&ends[1])];
        (low < high).then_some(Fifths { slot, ends, values: [low, high] })
    };
    (0..results.values.ncols()).into_par_iter().filter_map(of).collect()
}

/// Every assumption that moves one of the differences by more than chance, the strongest of each first, and how many were
/// looked at; nothing from fewer draws than [`FEWEST`].
pub fn influence(scenario: &Scenario, results: &Results) -> (Vec<Influence>, usize) {
    if results.draws < FEWEST {
        return (Vec::new(), 0);
    }
    let fifths = fifths(scenario, results);
    let least = normal_quantile(1.0 - BY_CHANCE / (2.0 * fifths.len().max(1) as f64));
    let mut found = Vec::new();
    for headline in asked(scenario) {
        let (outcome, basis, period) = headline;
        let level = |model: usize| by_world(results, outcome, model, basis, period);
        let zero = level(0);
        for model in 1..scenario.models.len() {
            let draws = draw_means(&paired(&level(model), &zero), results.replicates);
            // A difference that some draw lacks cannot be laid beside the assumptions.
            if draws.len() != results.draws {
                continue;
            }
            let of = |own: &Fifths| {
                let part = |end: &Vec<usize>| {
                    let numbers: Vec<f64> = end.iter().map(|d| draws[*d]).collect();
                    moments(&numbers).map(|(mean, sd)| (mean, sd * sd / numbers.len() as f64))
                };
                let [(low, a), (high, b)] = [part(&own.ends[0])?, part(&own.ends[1])?];
                let error = (a + b).sqrt();
                let seen = (high - low).abs() > least * error;
                let Fifths { slot, values, .. } = *own;
                seen.then_some(Influence { headline, model, slot, values, means: [low, high], error })
            };
            let mut own: Vec<Influence> = fifths.iter().filter_map(of).collect();
            own.sort_by(|a, b| b.change().abs().total_cmp(&a.change().abs()));
            found.extend(own);
        }
    }
    (found, fifths.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// State net of model 1 is twice the first assumption, and noise; of model 2 noise alone.
    fn moved() -> (Scenario, Results) {
        let (scenario, mut results) = fixture::small(1_000, 1);
        let (slots, state) = (40, Outcome::StateNet.index());
        let key = crate::random::WorldKey::new(9, 0, 0);
        let z = |who: u64| normal_quantile(key.pair(who, 0, crate::random::Purpose::Parameter)[0]);
        results.values = ndarray::Array2::from_shape_fn((1_000, slots), |(d, s)| z((d * slots + s) as u64));
        for draw in 0..1_000 {
            let noise = z(1_000_000 + draw as u64);
            let own = [0.0, 2.0 * results.values[[draw, 0]] + noise, noise];
            for year in 0..scenario.horizon {
                results.to_fixed[[draw, year]] = 1.0;
                for (model, x) in own.into_iter().enumerate() {
                    results.national.in_memory_mut()[[draw, model, state, year]] = x;
                }
            }
        }
        (scenario, results)
    }

    #[test]
    fn what_moves_a_difference_is_found_and_noise_is_not() {
        let (scenario, results) = moved();
        let (found, tried) = influence(&scenario, &results);
        let found: Vec<Influence> = found.into_iter().filter(|i| i.headline.0 == Outcome::StateNet).collect();
        assert_eq!((tried, found.len()), (40, 1), "{found:?}");
        let own = found[0];
        assert_eq!((own.model, own.slot), (1, 0));
        // The mean of a fifth of a normal distribution is 1.4 standard deviations out.
        let by_hand = 2.0 * (own.values[1] - own.values[0]);
        assert!(
            (own.values[1] - 1.4).abs() < 0.1 && (own.change() - by_hand).abs() < 4.0 * own.error,
            "{own:?}"
        );
    }

    #[test]
    fn too_few_draws_tell_nothing() {
        let (scenario, results) = fixture::small(FEWEST - 1, 1);
        assert_eq!(influence(&scenario, &results), (Vec::new(), 0));
    }
}
