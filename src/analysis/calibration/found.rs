//! The results of a calibration, as they are stored: numbers with the names that readers need, so that they can be
//! shown without the
//! scenario.

use super::conflict::{Fight, Held};
use super::targets::Bound;
use crate::text::Text;
use serde::{Deserialize, Deserializer, Serialize};

/// Version of the form in which a calibration is kept.
pub const FORMAT: u32 = 1;

/// Standard errors beyond which a target is missed.
pub const MISS: f64 = 2.0;
/// Probability of the sum of squares below which the fit as a whole is bad.
pub const IMPROBABLE: f64 = 0.01;
/// Effective draws below which the posterior is not to be trusted: the mean of a parameter then errs by a tenth of its
/// standard deviation.
pub const FEWEST: f64 = 100.0;
/// Weight of a single draw above which it decides too much.
pub const HEAVIEST: f64 = 0.05;
/// Standard deviation of z left of 1 above which, with the mean moved less than [`SHIFT`], the targets are said to tell nothing.
pub const SPREAD: f64 = 0.9;
/// Mean of z, in standard deviations of the prior.
pub const SHIFT: f64 = 0.25;
/// Standard errors that a change of spread or mean must be from none, so that chance among many parameters is not told as
/// knowledge.
const CLEAR: f64 = 4.0;
/// Correlation above which two parameters are said to be known only together.
pub const TOGETHER: f64 = 0.5;

/// Why a calibration is no success.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The best fit misses a target.
    FitMisses(String),
    /// The posterior mean misses a target.
    PosteriorMisses(String),
    /// The sum of squares of all misses is too large.
    Improbable,
    /// Too few effective draws.
    FewEffective,
    /// One draw has too much weight.
    OneHeavy,
}

/// Mean and 5th and 95th percentile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// 5th percentile.
    pub low: f64,
    /// 95th percentile.
    pub high: f64,
}

/// A target with the model's figure before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetFound {
    /// Identifier.
    pub id: String,
    /// Name.
    pub label: Text,
    /// Unit of all numbers.
    pub unit: String,
    /// Source; in one language for all in files of before.
    #[serde(deserialize_with = "in_three")]
    pub source: Text,
    /// Value or limit.
    pub bound: Bound,
    /// The value.
    pub value: f64,
    /// The standard error of the value.
    pub error: f64,
    /// Standard deviation of chance among persons in the model's figure of one country.
    pub chance: f64,
    /// The model's figure over the prior.
    pub before: Spread,
    /// At the best fit, other parameters at their medians.
    pub fitted: f64,
    /// Miss there, in standard errors.
    pub fitted_miss: f64,
    /// Over the posterior.
    pub after: Spread,
    /// Miss of the posterior mean, in standard errors.
    pub after_miss: f64,
}

/// A text in three languages, or one for all.
fn in_three<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Text, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Said {
        Three(Text),
        One(String),
    }
    Ok(match Said::deserialize(from)? {
        Said::Three(text) => text,
        Said::One(text) => Text::same(text),
    })
}

/// A parameter before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterFound {
    /// Identifier.
    pub id: String,
    /// Name.
    pub label: Text,
    /// Unit.
    pub unit: String,
    /// Whether it was fitted; others are here because the targets moved them too.
    pub calibrated: bool,
    /// Before.
    pub prior: Spread,
    /// At the best fit.
    pub fitted: Option<f64>,
    /// Standard deviations of the prior from its median there.
    pub fitted_z: Option<f64>,
    /// After.
    pub posterior: Spread,
    /// Standard deviation of z after; 1 before.
    pub spread: f64,
    /// Mean of z after; 0 before.
    pub shift: f64,
}

impl ParameterFound {
    /// Whether the targets tell something about it, as far as so many effective draws can show: a standard deviation of 1 then
    /// errs by 1/√(2n), a mean by 1/√n.
    pub fn informed(&self, effective: f64) -> bool {
        let error = 1.0 / effective.sqrt();
        let narrower = 1.0 - CLEAR * error / std::f64::consts::SQRT_2;
        self.spread < SPREAD.min(narrower) || self.shift.abs() > SHIFT.max(CLEAR * error)
    }
}

/// Two parameters known only together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorrelatedPair {
    /// The id of one parameter.
    pub a: String,
    /// The id of the other parameter.
    pub b: String,
    /// Correlation over the posterior.
    pub correlation: f64,
}

/// The search for the best fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitFound {
    /// Points at which the model was asked.
    pub tries: usize,
    /// Sets of persons at each, the same everywhere.
    pub persons: usize,
    /// Σ miss².
    pub chi2: f64,
    /// Probability of one this large.
    pub p: f64,
}

/// The weighting of draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SamplingFound {
    /// Draws.
    pub draws: usize,
    /// Effective draws after each round.
    pub effective: Vec<f64>,
    /// Largest weight.
    pub largest: f64,
    /// Rows of the posterior.
    pub rows: usize,
    /// Rows that differ.
    pub distinct: usize,
}

impl SamplingFound {
    /// Effective draws in the end.
    pub fn effective(&self) -> f64 {
        self.effective.last().copied().unwrap_or(0.0)
    }
}

/// A calibration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// Always "bpasim".
    pub program: String,
    /// Version of the form: [`FORMAT`].
    pub format: u32,
    /// Version of the program.
    pub version: String,
    /// The model's number; 0 in files from before it was kept.
    #[serde(default)]
    pub model_number: u32,
    /// Scenario.
    pub scenario: String,
    /// The title of the scenario.
    pub title: Text,
    /// Hash of all that decides the zero alternative, see [`super::posterior::ground`].
    pub ground: String,
    /// Seed.
    pub seed: u64,
    /// First year.
    pub base_year: i32,
    /// Parameters that are fixed in the scenario and were freed, as `--set` takes them.
    pub freed: Vec<String>,
    /// The file that the targets come from.
    pub targets_file: String,
    /// Whether the calibration succeeded.
    pub success: bool,
    /// Why not.
    pub reasons: Vec<Reason>,
    /// The best fit.
    pub fit: FitFound,
    /// The weighting.
    pub sampling: SamplingFound,
    /// The targets.
    pub targets: Vec<TargetFound>,
    /// The parameters fitted, and those that the targets moved besides.
    pub parameters: Vec<ParameterFound>,
    /// Parameters that are calibrated but fixed in the scenario, and were left as they are.
    pub left_fixed: Vec<String>,
    /// Pairs of parameters known only together.
    pub together: Vec<CorrelatedPair>,
    /// Pairs of targets that pull in opposite directions.
    pub fights: Vec<Fight>,
    /// Targets that the prior holds back.
    pub held: Vec<Held>,
}

impl Calibration {
    /// The file a calibration is kept in beside results.
    pub const FILE: &str = "calibration.json";

    /// Why this is no success; empty where it is.
    pub fn judged(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let beyond = |miss: f64| miss.is_nan() || miss.abs() > MISS;
        for t in &self.targets {
            if beyond(t.fitted_miss) {
                reasons.push(Reason::FitMisses(t.id.clone()));
            }
            if beyond(t.after_miss) {
                reasons.push(Reason::PosteriorMisses(t.id.clone()));
            }
        }
        if self.fit.p.is_nan() || self.fit.p < IMPROBABLE {
            reasons.push(Reason::Improbable);
        }
        if self.sampling.effective() < FEWEST {
            reasons.push(Reason::FewEffective);
        }
        if self.sampling.largest > HEAVIEST {
            reasons.push(Reason::OneHeavy);
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_calibrations_of_before_are_read_too() {
        let own = TargetFound {
            id: "a".into(),
            label: Text::same("a"),
            unit: "x".into(),
            source: Text::all("s", "t", "u"),
            bound: Bound::Equal,
            value: 1.0,
            error: 1.0,
            chance: 0.0,
            before: Spread { mean: 0.0, low: 0.0, high: 0.0 },
            fitted: 1.0,
            fitted_miss: 0.0,
            after: Spread { mean: 0.0, low: 0.0, high: 0.0 },
            after_miss: 0.0,
        };
        let mut stored = serde_json::to_value(&own).unwrap();
        assert_eq!(serde_json::from_value::<TargetFound>(stored.clone()).unwrap(), own);
        stored["source"] = "s".into();
        assert_eq!(serde_json::from_value::<TargetFound>(stored).unwrap().source, Text::same("s"));
    }

    #[test]
    fn chance_is_not_told_as_knowledge() {
        let s = Spread { mean: 0.0, low: 0.0, high: 0.0 };
        let of = |spread: f64, shift: f64| ParameterFound {
            id: "a".into(),
            label: Text::same("a"),
            unit: "x".into(),
            calibrated: true,
            prior: s,
            fitted: None,
            fitted_z: None,
            posterior: s,
            spread,
            shift,
        };
        // Of 10 000 effective draws a mean errs by 0.01; of 100 by 0.1, a standard deviation by 0.07.
        assert!(of(0.85, 0.0).informed(1e4) && of(1.0, -0.3).informed(1e4));
        assert!(!of(0.95, 0.2).informed(1e4));
        assert!(!of(0.85, 0.0).informed(100.0) && !of(1.0, 0.35).informed(100.0));
        assert!(of(0.6, 0.0).informed(100.0) && of(1.0, 0.5).informed(100.0));
    }
}
