//! Whether the direction of a difference is found or assumed (model.md §8): a statement of probability rests on a response
//! whose sign is not free where the mean difference without it is within a fifth of what it was, or turns. One parameter at a
//! time is set to its neutral value, over the same draws.

use super::{SimulateFigures, mean_and_error};
use crate::engine::evaluate::EvaluationPoint;
use crate::error::Result;
use crate::scenario::parameters::{Parameters, Sign};
use serde::{Deserialize, Serialize};

/// Draws of the test.
pub const DRAWS: usize = 64;
/// What is left of a difference, as a share, where it rests on a parameter.
const LEFT: f64 = 0.2;
/// A price as a share of another: the same price is neutral.
const RATIO: &str = "relative_cost";

/// A parameter that a difference rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignBasis {
    /// The id of the parameter.
    pub parameter: String,
    /// Whether its sign is assumed, or research shows it.
    pub assumed: bool,
    /// Its neutral value.
    pub neutral: f64,
    /// The mean difference there.
    pub mean: f64,
}

/// What the direction of a difference rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SignTest {
    /// The mean difference over the draws of the test.
    pub mean: f64,
    /// The parameters it rests on.
    pub rests_on: Vec<SignBasis>,
}

/// What can be said of the direction of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It rests on a parameter whose sign is assumed.
    Assumed,
    /// It rests on one whose sign research shows, and on none that is assumed.
    Evidence,
    /// Neither.
    Found,
}

impl SignTest {
    /// What can be said of the direction.
    pub fn direction(&self) -> Direction {
        match (self.rests_on.iter().any(|basis| basis.assumed), self.rests_on.is_empty()) {
            (true, _) => Direction::Assumed,
            (false, false) => Direction::Evidence,
            (false, true) => Direction::Found,
        }
    }

    /// Ids of the parameters of assumed sign that it rests on.
    pub fn assumed(&self) -> impl Iterator<Item = &str> {
        self.rests_on.iter().filter(|basis| basis.assumed).map(|basis| basis.parameter.as_str())
    }
}

/// A parameter whose sign is assumed or shown by research: its places, and its neutral value.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedParameter {
    id: String,
    assumed: bool,
    neutral: f64,
    slots: Vec<usize>,
}

impl SignedParameter {
    /// The id of the parameter.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The parameters with a sign that is not free.
pub fn signed(parameters: &Parameters) -> Vec<SignedParameter> {
    let mut signed: Vec<SignedParameter> = Vec::new();
    for (slot, scalar) in parameters.scalars().iter().enumerate() {
        let parameter = parameters.of(scalar);
        let Some(sign) = parameter.sign.filter(|sign| *sign != Sign::Free) else { continue };
        match signed.iter_mut().find(|known| known.id == parameter.id) {
            Some(known) => known.slots.push(slot),
            None => signed.push(SignedParameter {
                id: parameter.id.clone(),
                assumed: sign == Sign::Assumed,
                neutral: if parameter.id == RATIO { 1.0 } else { 0.0 },
                slots: vec![slot],
            }),
        }
    }
    signed
}

/// Worlds that a test takes.
pub fn worlds(signed: &[SignedParameter]) -> usize {
    DRAWS * (signed.len() + 1)
}

/// Tests every figure that `ask` gives of each world; `draws` are parameter values by draw.
pub fn signs(
    signed: &[SignedParameter],
    draws: &[Vec<f64>],
    ask: &mut SimulateFigures<'_>,
) -> Result<Vec<SignTest>> {
    let mut means = |moved: Option<&SignedParameter>| -> Result<Vec<f64>> {
        let points: Vec<EvaluationPoint> = draws
            .iter()
            .enumerate()
            .map(|(d, drawn)| {
                let mut stated = drawn.clone();
                moved.iter().for_each(|p| p.slots.iter().for_each(|slot| stated[*slot] = p.neutral));
                EvaluationPoint { stated, persons: d as u32 }
            })
            .collect();
        let worlds = ask(&points)?;
        let figures = worlds.first().map_or(0, Vec::len);
        let mean = |figure: usize| {
            let own: Vec<f64> = worlds.iter().map(|world| world[figure]).collect();
            mean_and_error(&own, 1).map_or(f64::NAN, |(mean, _)| mean)
        };
        Ok((0..figures).map(mean).collect())
    };
    let mut tests: Vec<SignTest> =
        means(None)?.into_iter().map(|mean| SignTest { mean, rests_on: Vec::new() }).collect();
    for parameter in signed {
        for (test, mean) in tests.iter_mut().zip(means(Some(parameter))?) {
            // Nothing is left of nothing; neither is it said of a difference that isn't there.
            if test.mean != 0.0 && mean / test.mean <= LEFT {
                test.rests_on.push(SignBasis {
                    parameter: parameter.id.clone(),
                    assumed: parameter.assumed,
                    neutral: parameter.neutral,
                    mean,
                });
            }
        }
    }
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(id: &str, assumed: bool, neutral: f64, slot: usize) -> SignedParameter {
        SignedParameter { id: id.into(), assumed, neutral, slots: vec![slot] }
    }

    #[test]
    fn what_a_difference_rests_on() {
        let signed = [
            parameter("squeeze", true, 0.0, 0),
            parameter("research", false, 0.0, 1),
            parameter("relative_cost", true, 1.0, 2),
        ];
        let draws = vec![vec![1.0, 2.0, 0.5], vec![3.0, 2.0, 0.5]];
        let mut ask = |points: &[EvaluationPoint]| {
            let of = |p: &EvaluationPoint| {
                let [a, b, c] = [p.stated[0], p.stated[1], p.stated[2]];
                // In turn: by the squeeze but for a fifth; by research; by the price; turned by the squeeze; by none; none.
                vec![2.0 * a + 1.0, b + 0.25 * a, 1.0 - c, a - 0.5, 10.0 + a, 0.0, f64::NAN]
            };
            Ok(points.iter().map(of).collect())
        };
        let tests = signs(&signed, &draws, &mut ask).unwrap();
        let on: Vec<Vec<&str>> =
            tests.iter().map(|t| t.rests_on.iter().map(|b| b.parameter.as_str()).collect()).collect();
        let none: Vec<&str> = Vec::new();
        assert_eq!(
            on,
            [
                vec!["squeeze"],
                vec!["research"],
                vec!["relative_cost"],
                vec!["squeeze"],
                none.clone(),
                none.clone(),
                none
            ]
        );
        assert_eq!(tests[0].mean, 5.0);
        assert_eq!((tests[0].rests_on[0].mean, tests[0].rests_on[0].neutral), (1.0, 0.0));
        let directions: Vec<Direction> = tests.iter().map(SignTest::direction).collect();
        assert_eq!(directions[..3], [Direction::Assumed, Direction::Evidence, Direction::Assumed]);
        assert_eq!(
            (directions[4], tests[0].assumed().collect::<Vec<_>>()),
            (Direction::Found, vec!["squeeze"])
        );
        assert_eq!(tests[1].assumed().count(), 0);
    }

    #[test]
    fn the_shipped_parameters_with_a_sign() {
        let scenario = crate::scenario::load("national", &Default::default()).expect("shipped");
        let signed = signed(&scenario.parameters);
        let of = |id: &str| signed.iter().find(|p| p.id == id);
        assert_eq!(of("relative_cost").map(|p| (p.assumed, p.neutral)), Some((true, 1.0)));
        assert_eq!(of("income_effect").map(|p| (p.assumed, p.neutral)), Some((false, 0.0)));
        assert!(of("price_response").is_none() && of("vacancy").is_none());
        assert_eq!(worlds(&signed), DRAWS * (signed.len() + 1));
    }
}
