//! Other structures, run side by side with the scenario and never hidden in a distribution: what if nobody reacts to
//! prices, relatives fill everything, the need is twice as large? Each changes assumptions as `--set` does.

use super::precision::Headline;
use super::statistics::{Repeats, Statistics, statistics};
use super::summary::{Basis, Period};
use crate::analysis::full_effect_year;
use crate::engine::sampling::Sampling;
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

/// Standard errors beyond which two numbers are not apart by chance of the draws alone.
const BEYOND: f64 = 2.0;
/// How many times as large a difference is when its size is another.
const TIMES: f64 = 2.0;

/// The effect of an alternative on a conclusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConclusionChange {
    /// The conclusion stays.
    Same,
    /// The difference has the opposite sign.
    Turned,
    /// It is less than half as large.
    Smaller,
    /// It is more than twice as large.
    Larger,
}

/// The effect on a conclusion: sign or size must be another by more than the Monte Carlo error of both numbers, and the
/// direction clear in one of them, else there is nothing to turn. That a share of the draws lies on either side of a limit
/// changes nothing: a share at the limit passes it by chance.
pub fn conclusion_change(before: &Difference, after: &Difference) -> ConclusionChange {
    if before.direction == Direction::Open && after.direction == Direction::Open {
        return ConclusionChange::Same;
    }
    let there = |d: &Difference| d.mean.abs() > BEYOND * d.error;
    if there(before) && there(after) && before.mean.signum() != after.mean.signum() {
        return ConclusionChange::Turned;
    }
    let far_above = |large: &Difference, small: &Difference| {
        large.mean.abs() - TIMES * small.mean.abs() > BEYOND * large.error.hypot(TIMES * small.error)
    };
    match (far_above(before, after), far_above(after, before)) {
        (true, _) => ConclusionChange::Smaller,
        (_, true) => ConclusionChange::Larger,
        _ => ConclusionChange::Same,
    }
}

/// One alternative's figures: by headline, then by model after the zero alternative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// The alternative; the scenario itself has no changes.
    pub alternative: Alternative,
    /// Draws it was run with. 0 in files from before each had as many as it needs: then as many as all.
    #[serde(default)]
    pub draws: usize,
    /// The differences; none where a figure does not exist.
    pub differences: Vec<Vec<Option<Difference>>>,
}

/// All alternatives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternatives {
    /// Most draws of any: those of the scenario as it is.
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

/// Whether more draws of an alternative would say nothing new beside the scenario as it is: no conclusion would change if its
/// difference were two standard errors larger or smaller.
pub fn says_enough(before: &Tried, after: &Tried) -> bool {
    let settled = |was: &Difference, now: &Difference| {
        let said = conclusion_change(was, now);
        let at = |errors: f64| Difference { mean: now.mean + errors * now.error, error: 0.0, ..*now };
        [-BEYOND, BEYOND].into_iter().all(|errors| conclusion_change(was, &at(errors)) == said)
    };
    let all = |tried: &Tried| tried.differences.iter().flatten().copied().collect::<Vec<_>>();
    all(before).iter().zip(&all(after)).all(|(was, now)| match (was, now) {
        (Some(was), Some(now)) => settled(was, now),
        _ => true,
    })
}

/// The differences of so many conclusions and models, from their numbers draw by draw: one list of models a conclusion.
pub fn differences(worlds: &[f64], conclusions: usize, others: usize) -> Vec<Vec<Option<Difference>>> {
    let repeats = Repeats { replicates: 1, scrambles: Sampling::default().scrambles() };
    let of = |n: usize| {
        let draws: Vec<f64> = worlds.iter().skip(n).step_by(conclusions.max(1)).copied().collect();
        statistics(&draws, repeats).as_ref().map(Difference::new)
    };
    let all: Vec<Option<Difference>> = (0..conclusions).map(of).collect();
    all.chunks(others.max(1)).map(<[_]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_conclusion_turns_with_sign_or_size_beyond_chance_alone() {
        use ConclusionChange::{Larger, Same, Smaller, Turned};
        use Direction::{Higher, Lower, Open};
        let of = |mean: f64, error: f64, direction: Direction| Difference {
            mean,
            error,
            interval: [mean - 10.0 * error, mean + 10.0 * error],
            direction,
        };
        let base = of(-10.0, 1.0, Lower);
        let change = |direction, mean, error| conclusion_change(&base, &of(mean, error, direction));
        assert_eq!(change(Open, -9.0, 1.0), Same, "a share that falls below nine of ten is no turn");
        assert_eq!(change(Lower, -18.0, 1.0), Same, "not twice as large");
        assert_eq!(change(Lower, -21.0, 2.0), Same, "twice as large by chance");
        assert_eq!(change(Lower, -30.0, 2.0), Larger);
        assert_eq!(change(Open, -4.0, 1.0), Same, "less than half by chance");
        assert_eq!(change(Open, -0.5, 1.0), Smaller);
        assert_eq!(change(Open, 3.0, 1.0), Turned);
        assert_eq!(change(Higher, 30.0, 1.0), Turned);
        let open = of(-10.0, 1.0, Open);
        assert_eq!(conclusion_change(&open, &of(-9.0, 1.0, Lower)), Same, "a share that passes nine of ten");
        assert_eq!(conclusion_change(&open, &of(5.0, 1.0, Open)), Same, "there was no conclusion");
        let nothing = of(0.0, 0.0, Open);
        assert_eq!(conclusion_change(&nothing, &of(5.0, 1.0, Higher)), Larger);
        assert_eq!(conclusion_change(&nothing, &nothing), Same);
    }

    /// Twice as large within two errors, or a sign within them: that asks for more draws.
    #[test]
    fn an_alternative_has_said_enough_when_no_conclusion_is_near() {
        let tried = |mean: f64, error: f64, direction: Direction| Tried {
            alternative: Alternative { id: String::new(), title: Text::default(), set: Vec::new() },
            draws: 64,
            differences: vec![vec![Some(Difference { mean, error, interval: [mean; 2], direction }), None]],
        };
        let base = tried(-10.0, 0.1, Direction::Lower);
        let enough = |mean, error| says_enough(&base, &tried(mean, error, Direction::Lower));
        assert!(enough(-12.0, 2.0) && !enough(-17.0, 2.0) && enough(-17.0, 1.0));
        assert!(!enough(-0.5, 1.0) && enough(-2.0, 0.5) && enough(8.0, 1.0) && !enough(8.0, 5.0));
        let open = tried(-10.0, 0.1, Direction::Open);
        assert!(says_enough(&open, &tried(-0.5, 9.0, Direction::Open)), "there is no conclusion to change");
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
