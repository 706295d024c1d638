//! Model and data, uncertainty, assessment without a verdict, quality assurance, limits, registers.

use super::{field, heading, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::{convergence::convergence, curve::curve};
use crate::report::tables::{levers, outcomes, parameters, validation};
use crate::report::teller::Teller;

/// How the model works and what it knows.
pub fn model_and_data(teller: &Teller<'_>) -> Section {
    let steps = ["people", "grant", "deliver", "relatives", "money", "draws"];
    let items = steps
        .map(|id| Item::new(teller.t.get(&format!("model-{id}-lead")), teller.t.get(&format!("model-{id}"))))
        .to_vec();
    let mut blocks = vec![
        text(teller, "model-what"),
        Block::List(items),
        Block::Table(parameters::status(teller)),
        Block::Table(levers::inputs(teller)),
    ];
    let warnings: Vec<Item> = teller
        .run
        .about
        .warnings
        .iter()
        .map(|w| Item::new(String::new(), w.get(teller.lang()).to_string()))
        .collect();
    if !warnings.is_empty() {
        blocks.push(heading(teller, "model-warnings"));
        blocks.push(Block::List(warnings));
    }
    section(teller, "model", false, blocks)
}

/// What is uncertain, and how much.
pub fn uncertainty(teller: &Teller<'_>) -> Section {
    let mut blocks = vec![text(teller, "uncertainty-what"), text(teller, "uncertainty-form")];
    let figures = [
        ("curve-state", Outcome::StateNet),
        ("curve-municipality", Outcome::MunicipalityNet),
        ("curve-relatives", Outcome::RelativesHours),
    ];
    blocks.extend(figures.into_iter().filter_map(|(id, o)| curve(teller, id, o)).map(Block::Figure));
    blocks.extend(convergence(teller).map(Block::Figure));
    let decided = teller.run.studies.is_some();
    blocks.push(text(teller, if decided { "uncertainty-decides" } else { "uncertainty-sensitivity" }));
    blocks.push(field(teller, "field-risk"));
    section(teller, "uncertainty", false, blocks)
}

/// Everything side by side, and room for the committee. No ranking, no recommendation.
pub fn assessment(teller: &Teller<'_>) -> Section {
    let rows = [
        Outcome::SocietyCost,
        Outcome::PublicNet,
        Outcome::MunicipalityNet,
        Outcome::StateNet,
        Outcome::RelativesCost,
        Outcome::UnmetHours,
        Outcome::UsersFte,
        Outcome::Admissions,
    ];
    let blocks = vec![
        text(teller, "assessment-what"),
        Block::Table(outcomes::differences(teller, "assessment", &rows)),
        field(teller, "field-majority"),
        field(teller, "field-minority"),
    ];
    section(teller, "assessment", true, blocks)
}

/// What must be in place for a model to work.
pub fn success(teller: &Teller<'_>) -> Section {
    let ids = ["recruitment", "administration", "transition", "evaluation"];
    let items = ids
        .map(|id| {
            Item::new(teller.t.get(&format!("success-{id}-lead")), teller.t.get(&format!("success-{id}")))
        })
        .to_vec();
    let blocks = vec![text(teller, "success-what"), Block::List(items), field(teller, "field-success")];
    section(teller, "success", true, blocks)
}

/// Validation with misses shown, and how to repeat the run.
pub fn assurance(teller: &Teller<'_>) -> Section {
    let run = teller.run;
    let count = |result: &str| teller.count(run.validation.iter().filter(|v| v.result == result).count());
    let counts = [("hits", count("pass")), ("misses", count("miss")), ("rest", count("not_applicable"))];
    let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut blocks = vec![Block::Text(teller.t.with("assurance-validation", &counts))];
    blocks.push(Block::Table(validation::validation(teller)));
    blocks.push(text(teller, "assurance-tests"));
    blocks.push(heading(teller, "assurance-repeat"));
    let facts = [
        ("id", run.about.run_id.clone()),
        ("version", run.about.version.clone()),
        ("seed", run.about.seed.to_string()),
        ("fingerprint", run.about.fingerprint.clone()),
    ];
    let facts = facts.each_ref().map(|(name, value)| (*name, value.as_str()));
    blocks.push(Block::Text(teller.t.with("assurance-run", &facts)));
    blocks.push(Block::Command(run.about.repeat.join(" ")));
    blocks.push(field(teller, "field-interests"));
    section(teller, "assurance", false, blocks)
}

/// What the program cannot know.
pub fn limits(teller: &Teller<'_>) -> Section {
    let ids =
        ["need", "municipal", "relatives", "response", "norm", "thresholds", "unmet", "models", "structure"];
    let items = ids.map(|id| Item::new(String::new(), teller.t.get(&format!("limit-{id}")))).to_vec();
    section(teller, "limits", false, vec![text(teller, "limits-what"), Block::List(items)])
}

/// Registers.
pub fn annex(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, "annex-what"),
        Block::Table(parameters::parameters(teller)),
        text(teller, "annex-files"),
        text(teller, "annex-accessibility"),
    ];
    section(teller, "annex", false, blocks)
}
