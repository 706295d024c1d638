//! Everything found about what decides the conclusion, as it is kept (`decision.json`): numbers with the names that readers
//! need, in all languages, so that a page can be made of it without the scenario.

use super::alternatives::Alternatives;
pub use super::decision::Criterion;
use super::decision::Decision;
use super::sensitivity::breakeven::Breakeven;
use super::sensitivity::evppi::{Evppi, Silence};
use super::sensitivity::expansion::Quality;
use super::sensitivity::regression::Regression;
use super::sensitivity::signs::SignTest;
use super::sensitivity::sobol::Sobol;
use super::sensitivity::target::Target;
use super::sensitivity::tornado::Tornado;
use super::sensitivity::two_way::TwoWay;
use super::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::scenario::Scenario;
use crate::scenario::parameters::Scalar;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name and unit of a parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterName {
    /// Name for readers.
    pub label: Text,
    /// Unit as written; empty for a group.
    pub unit: String,
    /// Group it belongs to.
    pub group: String,
}

/// A model's id and short name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelName {
    /// The model's id.
    pub id: String,
    /// The short name for readers.
    pub short: Text,
}

/// The scenario and the run that the analyses are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Scenario.
    pub scenario: String,
    /// The title of the scenario.
    pub title: Text,
    /// Seed of all random numbers.
    pub seed: u64,
    /// First year.
    pub base_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Year of fixed kroner.
    pub price_year: i32,
    /// Number of assumptions that differ from the shipped scenario.
    pub changes: usize,
    /// Models, the zero alternative first.
    pub models: Vec<ModelName>,
    /// Every number that may vary, by id.
    pub parameters: BTreeMap<String, ParameterName>,
}

impl About {
    /// What there is to say of a scenario.
    pub fn new(scenario: &Scenario, seed: u64, price_year: i32) -> About {
        let table = &scenario.parameters;
        let named = |scalar: &Scalar| {
            let parameter = table.of(scalar);
            let label = table.label(scalar);
            (
                scalar.id.clone(),
                ParameterName { label, unit: parameter.unit.clone(), group: parameter.group.clone() },
            )
        };
        let whole = table.iter().map(|p| {
            let named =
                ParameterName { label: p.label.clone(), unit: p.unit.clone(), group: p.group.clone() };
            (p.id.clone(), named)
        });
        About {
            scenario: scenario.name.clone(),
            title: scenario.title.clone(),
            seed,
            base_year: scenario.base_year,
            last_year: scenario.last_year(),
            price_year,
            changes: scenario.changes.len(),
            models: scenario
                .models
                .iter()
                .map(|m| ModelName { id: m.id.clone(), short: m.short.clone() })
                .collect(),
            parameters: whole.chain(table.scalars().iter().map(named)).collect(),
        }
    }
}

/// A figure by its ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// Outcome.
    pub outcome: String,
    /// The id of the basis: which kroner, or numbers.
    pub basis: String,
    /// Index of the year; none for the whole period.
    pub year: Option<usize>,
    /// Index of the model.
    pub model: usize,
    /// Index of the model it is compared with.
    pub minus: Option<usize>,
}

impl From<Target> for Wanted {
    fn from(target: Target) -> Wanted {
        let (outcome, basis, period) = target.headline;
        Wanted {
            outcome: outcome.id().to_string(),
            basis: basis.id().to_string(),
            year: match period {
                Period::Year(year) => Some(year),
                Period::Total => None,
            },
            model: target.model,
            minus: target.minus,
        }
    }
}

impl Wanted {
    /// The figure meant; nothing where an id is unknown.
    pub fn target(&self) -> Option<Target> {
        let period = self.year.map_or(Period::Total, Period::Year);
        let headline = (Outcome::from_id(&self.outcome)?, Basis::from_id(&self.basis)?, period);
        Some(Target { headline, model: self.model, minus: self.minus })
    }
}

/// The results of all analyses of one figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    /// The figure.
    pub wanted: Wanted,
    /// One parameter at a time.
    pub tornado: Option<Tornado>,
    /// All parameters in a straight line.
    pub regression: Option<Regression>,
    /// Shares of the variance.
    pub sobol: Option<Sobol>,
    /// The break-even values of parameters.
    pub breakeven: Vec<Breakeven>,
    /// Over a grid.
    pub two_way: Option<TwoWay>,
    /// Analyses that were asked for, of a figure that does not exist or does not vary.
    pub unanswered: Vec<Unanswered>,
    /// How good the expansion of the figure is, where one was fitted. None in files from before there was any.
    #[serde(default)]
    pub expansion: Option<Quality>,
}

/// An analysis without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unanswered {
    /// The straight line.
    Regression,
    /// Shares of the variance.
    Sobol,
}

impl Study {
    /// Takes what a straight line through the draws gave.
    pub fn take_regression(&mut self, found: Option<Regression>) {
        if found.is_none() {
            self.unanswered.push(Unanswered::Regression);
        }
        self.regression = found;
    }

    /// Takes what the shares of the variance are.
    pub fn take_sobol(&mut self, found: Option<Sobol>) {
        if found.is_none() {
            self.unanswered.push(Unanswered::Sobol);
        }
        self.sobol = found;
    }

    /// An empty study of a figure.
    pub fn new(target: Target) -> Study {
        Study {
            wanted: target.into(),
            tornado: None,
            regression: None,
            sobol: None,
            breakeven: Vec::new(),
            two_way: None,
            unanswered: Vec::new(),
            expansion: None,
        }
    }
}

/// The value of knowing, under a criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// The criterion.
    pub criterion: Criterion,
    /// The values, in fixed kroner discounted to the first year, where they can be said.
    pub evppi: Option<Evppi>,
    /// The reason where they can't.
    pub silence: Option<Silence>,
}

/// What the direction of a difference rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignedFigure {
    /// The difference.
    pub wanted: Wanted,
    /// What was found.
    pub test: SignTest,
}

/// Whether the directions of differences are found or assumed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Signs {
    /// Draws of the test.
    pub draws: usize,
    /// The parameters tried.
    pub tried: Vec<String>,
    /// Difference by difference.
    pub figures: Vec<SignedFigure>,
}

impl Signs {
    /// The test of a difference, if it was one of those.
    pub fn of(&self, target: Target) -> Option<&SignTest> {
        let wanted = Wanted::from(target);
        self.figures.iter().find(|figure| figure.wanted == wanted).map(|figure| &figure.test)
    }
}

/// All studies of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Studies {
    /// The scenario and the run they are about.
    pub about: About,
    /// Figure by figure.
    pub studies: Vec<Study>,
    /// The value of knowing.
    pub worth: Vec<Worth>,
    /// Other structures side by side.
    pub alternatives: Option<Alternatives>,
    /// The models compared under each criterion.
    pub decision: Option<Decision>,
    /// Whether directions are found or assumed.
    pub signs: Option<Signs>,
    /// Analyses that are left out though a reader might expect them.
    pub left_out: LeftOut,
}

/// Analyses that are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Everything that moves parameters over the scenario's distributions: those of the run come from a posterior.
    pub moved: bool,
    /// Figures beyond the most that are looked at.
    pub figures: usize,
}

impl Studies {
    /// The file the studies are kept in beside results.
    pub const FILE: &str = "decision.json";

    /// No studies yet.
    pub fn new(about: About) -> Studies {
        Studies {
            about,
            studies: Vec::new(),
            worth: Vec::new(),
            alternatives: None,
            decision: None,
            signs: None,
            left_out: LeftOut::default(),
        }
    }
}
