//! Whether a run has enough draws: the Monte Carlo error of every headline as a share of its size.

use super::full_effect_year;
use super::statistics::{paired, statistics};
use super::summary::{Basis, Period, by_world};
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;

/// A figure of the tables on screen.
pub type Headline = (Outcome, Basis, Period);

/// Headlines of the year in which models are compared.
pub const IN_YEAR: [Outcome; 11] = [
    Outcome::Recipients,
    Outcome::DeliveredHours,
    Outcome::UnmetHours,
    Outcome::MunicipalityNetBpa,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::RelativesHours,
    Outcome::RelativesCost,
    Outcome::RelativesLostFte,
    Outcome::UsersEmployed,
];

/// Headlines of the whole period.
pub const IN_PERIOD: [Outcome; 2] = [Outcome::SocietyCost, Outcome::UnmetHours];

/// The headlines: of the year of full effect, and of the whole period.
pub fn headlines(scenario: &Scenario) -> Vec<Headline> {
    let year = Period::Year(full_effect_year(scenario).0);
    let in_year = IN_YEAR.map(|outcome| (outcome, Basis::usual(outcome, false), year));
    let in_period = IN_PERIOD.map(|outcome| (outcome, Basis::usual(outcome, true), Period::Total));
    in_year.into_iter().chain(in_period).collect()
}

/// A headline's largest error over models and the pairs of them that are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// The figure.
    pub headline: Headline,
    /// Index of the model where the error is largest; for a difference, of the later one.
    pub model: usize,
    /// The index of the other model, where the error is that of a difference.
    pub minus: Option<usize>,
    /// Mean there.
    pub mean: f64,
    /// Monte Carlo standard error of the mean there.
    pub error: f64,
    /// The error as a share of the level (of a difference: of the larger of its two levels).
    pub share: f64,
}

/// Every headline's precision; headlines without a number, or in a run of one draw, are left out.
pub fn precision(scenario: &Scenario, results: &Results) -> Vec<Precision> {
    headlines(scenario).into_iter().filter_map(|headline| worst(scenario, results, headline)).collect()
}

fn worst(scenario: &Scenario, results: &Results, headline: Headline) -> Option<Precision> {
    let (outcome, basis, period) = headline;
    let levels: Vec<Vec<f64>> =
        (0..scenario.models.len()).map(|m| by_world(results, outcome, m, basis, period)).collect();
    let means: Vec<f64> =
        levels.iter().map(|l| statistics(l, results).map_or(f64::NAN, |s| s.mean)).collect();
    let mut worst: Option<Precision> = None;
    let mut ask = |model: usize, minus: Option<usize>, worlds: &[f64], size: f64| -> Option<()> {
        let found = statistics(worlds, results)?;
        let (mean, error) = (found.mean, found.mcse?);
        let share = if error == 0.0 { 0.0 } else { error / size };
        if worst.is_none_or(|w| share > w.share) {
            worst = Some(Precision { headline, model, minus, mean, error, share });
        }
        Some(())
    };
    for (model, level) in levels.iter().enumerate() {
        ask(model, None, level, means[model].abs());
    }
    for (model, other) in scenario.pairs() {
        let size = means[model].abs().max(means[other].abs());
        ask(model, Some(other), &paired(&levels[model], &levels[other]), size);
    }
    worst
}

/// How many draws are likely to be enough, for errors that fall with the square root of their number:
/// at least a quarter more and at most twice as many as now, at most `most`.
pub fn next_draws(now: usize, largest_share: f64, wanted: f64, most: usize) -> usize {
    let needed = now as f64 * (largest_share / wanted).powi(2) * 1.05;
    let at_least = now + now.div_ceil(4);
    let needed = if needed.is_finite() { needed.ceil() as usize } else { usize::MAX };
    needed.clamp(at_least, now.saturating_mul(2)).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_largest_error_of_levels_and_differences() {
        let (scenario, mut results) = fixture::small(4, 1);
        results.national.in_memory_mut().fill(100.0);
        assert!(precision(&scenario, &results).iter().all(|p| p.share == 0.0), "nothing varies");
        let year = full_effect_year(&scenario).0;
        for (world, x) in [90.0, 110.0, 90.0, 110.0].into_iter().enumerate() {
            results.national.in_memory_mut()[[world, 1, Outcome::Recipients.index(), year]] = x;
        }
        let own = precision(&scenario, &results);
        // sd √(400/3) over √4 draws, of 100.
        let expected = (400.0f64 / 3.0).sqrt() / 2.0 / 100.0;
        assert!((own[0].share - expected).abs() < 1e-12, "{:?}", own[0]);
        assert_eq!((own[0].model, own[0].minus), (1, None));
        assert_eq!(own[1].share, 0.0);
        let (scenario, results) = fixture::small(1, 1);
        assert!(precision(&scenario, &results).is_empty(), "one draw has no error");
    }

    #[test]
    fn draws_grow_by_what_is_missing() {
        assert_eq!(next_draws(1000, 0.012, 0.01, 100_000), 1512);
        assert_eq!(next_draws(1000, 0.05, 0.01, 100_000), 2000);
        assert_eq!(next_draws(1000, 0.0101, 0.01, 100_000), 1250);
        assert_eq!(next_draws(1000, f64::INFINITY, 0.01, 1500), 1500);
    }
}
