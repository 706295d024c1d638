//! Other structures, run side by side with the scenario and never hidden in a distribution: what if nobody reacts to
//! prices, relatives fill everything, the need is twice as large? Each changes assumptions as `--set` does.

use super::precision::Headline;
use super::statistics::{Statistics, paired, statistics};
use super::summary::{Basis, Period, by_world};
use crate::analysis::full_effect_year;
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;
use crate::scenario::alternatives::Alternative;
use serde::{Deserialize, Serialize};

/// Probability from which a direction is called a conclusion.
pub const CLEAR: f64 = 0.9;

/// A difference to the zero alternative, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Lower than the zero alternative in at least nine of ten draws.
    Lower,
    /// Higher in at least nine of ten.
    Higher,
    /// Neither.
    Open,
}

/// A difference to the zero alternative.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Mean.
    pub mean: f64,
    /// Monte Carlo error of the mean.
    pub error: f64,
    /// 5th and 95th percentile.
    pub interval: [f64; 2],
    /// Direction.
    pub direction: Direction,
}

impl Difference {
    /// The number of numbers that describe a difference.
    pub const NUMBERS: usize = 5;

    /// The difference as numbers.
    pub fn numbers(&self) -> [f64; Difference::NUMBERS] {
        let direction = match self.direction {
            Direction::Lower => -1.0,
            Direction::Open => 0.0,
            Direction::Higher => 1.0,
        };
        [self.mean, self.error, self.interval[0], self.interval[1], direction]
    }

    /// The difference from numbers; `None` where they are NaN.
    pub fn from_numbers(numbers: &[f64]) -> Option<Difference> {
        let &[mean, error, low, high, direction] = numbers else { return None };
        let direction = match direction {
            -1.0 => Direction::Lower,
            0.0 => Direction::Open,
            1.0 => Direction::Higher,
            _ => return None,
        };
        Some(Difference { mean, error, interval: [low, high], direction })
    }

    fn new(s: &Statistics) -> Difference {
        let direction = match (s.below_zero >= CLEAR, s.above_zero >= CLEAR) {
            (true, _) => Direction::Lower,
            (_, true) => Direction::Higher,
            _ => Direction::Open,
        };
        let interval = s.percentiles.map_or([s.mean; 2], |p| [p[0], p[4]]);
        Difference { mean: s.mean, error: s.mcse.unwrap_or(0.0), interval, direction }
    }
}

/// The effect of an alternative on a conclusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConclusionChange {
    /// The conclusion stays.
    Same,
    /// The opposite direction becomes clear.
    Turned,
    /// A clear direction becomes open.
    Lost,
    /// An open direction becomes clear.
    Won,
}

/// The effect on a conclusion that had the direction `before`.
pub fn conclusion_change(before: Direction, after: Direction) -> ConclusionChange {
    match (before, after) {
        (a, b) if a == b => ConclusionChange::Same,
        (Direction::Open, _) => ConclusionChange::Won,
        (_, Direction::Open) => ConclusionChange::Lost,
        _ => ConclusionChange::Turned,
    }
}

/// One alternative's figures: by headline, then by model after the zero alternative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// The alternative; the scenario itself has no changes.
    pub alternative: Alternative,
    /// The differences; none where a figure does not exist.
    pub differences: Vec<Vec<Option<Difference>>>,
}

/// All alternatives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternatives {
    /// Draws of each.
    pub draws: usize,
    /// Index of the year compared.
    pub year: usize,
    /// Ids of the outcomes; `total` ones are for the whole period.
    pub outcomes: Vec<String>,
    /// The scenario as it is.
    pub base: Tried,
    /// The alternatives.
    pub tried: Vec<Tried>,
    /// The alternatives that are impossible in the scenario.
    pub left_out: Vec<Alternative>,
}

/// The conclusions that are tried, in the year of full effect or over the whole period.
pub fn conclusions(scenario: &Scenario) -> Vec<Headline> {
    let year = Period::Year(full_effect_year(scenario).0);
    vec![
        (Outcome::MunicipalityNet, Basis::Fixed, year),
        (Outcome::StateNet, Basis::Fixed, year),
        (Outcome::PublicNet, Basis::Fixed, year),
        (Outcome::RelativesHours, Basis::Count, year),
        (Outcome::UnmetHours, Basis::Count, year),
        (Outcome::UsersEmployed, Basis::Count, year),
        (Outcome::SocietyCost, Basis::PresentValue, Period::Total),
    ]
}

/// The figures of one alternative from its own run.
pub fn differences(results: &Results, headlines: &[Headline], models: usize) -> Vec<Vec<Option<Difference>>> {
    let of = |(outcome, basis, period): Headline, m: usize| by_world(results, outcome, m, basis, period);
    headlines
        .iter()
        .map(|headline| {
            let null = of(*headline, 0);
            (1..models)
                .map(|m| statistics(&paired(&of(*headline, m), &null), results).as_ref().map(Difference::new))
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_becomes_of_a_conclusion() {
        use Direction::{Higher, Lower, Open};
        assert_eq!(conclusion_change(Lower, Lower), ConclusionChange::Same);
        assert_eq!(conclusion_change(Lower, Higher), ConclusionChange::Turned);
        assert_eq!(conclusion_change(Higher, Open), ConclusionChange::Lost);
        assert_eq!(conclusion_change(Open, Lower), ConclusionChange::Won);
    }

    #[test]
    fn nine_of_ten_draws_make_a_conclusion() {
        let of = |below: usize| {
            let values: Vec<f64> = (0..100).map(|i| if i < below { -1.0 } else { 1.0 }).collect();
            Difference::new(&statistics(&values, 1).unwrap()).direction
        };
        assert_eq!(
            [of(90), of(89), of(10), of(11)],
            [Direction::Lower, Direction::Open, Direction::Higher, Direction::Open]
        );
    }
}
