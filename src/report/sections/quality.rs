//! Model and data, uncertainty, assessment without a verdict, quality assurance, limits, registers.

use super::{field, heading, item, section, text};
use crate::analysis::influence::FEWEST;
use crate::outcomes::Outcome;
use crate::records::tables::ValidationLine;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::{
    convergence::convergence, curve::curve, influence, known::known, observed::observed,
};
use crate::report::presenter::Presenter;
use crate::report::tables::data_sources::data_sources;
use crate::report::tables::{levers, outcomes, parameters, validation, version_bridge};
use crate::text::{Words, say, shell};

/// How the model works and what it knows.
pub fn model_and_data(presenter: &Presenter<'_>) -> Section {
    let items = [
        (say::MODEL_PEOPLE_LEAD, say::MODEL_PEOPLE),
        (say::MODEL_GRANT_LEAD, say::MODEL_GRANT),
        (say::MODEL_DELIVER_LEAD, say::MODEL_DELIVER),
        (say::MODEL_RELATIVES_LEAD, say::MODEL_RELATIVES),
        (say::MODEL_MONEY_LEAD, say::MODEL_MONEY),
        (say::MODEL_DRAWS_LEAD, say::MODEL_DRAWS),
    ]
    .map(|words| item(presenter, words))
    .to_vec();
    let mut blocks = vec![
        text(presenter, say::MODEL_WHAT),
        Block::List(items),
        Block::Table(parameters::status(presenter)),
        Block::Table(data_sources(presenter)),
    ];
    let warnings: Vec<Item> = presenter
        .run
        .about
        .warnings
        .iter()
        .map(|w| Item::new(String::new(), w.get(presenter.lang()).to_string()))
        .collect();
    if !warnings.is_empty() {
        blocks.push(heading(presenter, say::MODEL_WARNINGS));
        blocks.push(Block::List(warnings));
    }
    section(presenter, "model", false, blocks)
}

/// What is uncertain, and how much.
pub fn uncertainty(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![text(presenter, say::UNCERTAINTY_WHAT), text(presenter, say::UNCERTAINTY_FORM)];
    let figures = [
        ("curve-state", Outcome::StateNet),
        ("curve-municipality", Outcome::MunicipalityNet),
        ("curve-relatives", Outcome::RelativesHours),
    ];
    blocks.extend(figures.into_iter().filter_map(|(id, o)| curve(presenter, id, o)).map(Block::Figure));
    blocks.extend(moved_by(presenter));
    blocks.extend(convergence(presenter).map(Block::Figure));
    let decided = presenter.run.studies.is_some();
    blocks
        .push(text(presenter, if decided { say::UNCERTAINTY_DECIDES } else { say::UNCERTAINTY_SENSITIVITY }));
    blocks.push(field(presenter, say::FIELD_RISK));
    section(presenter, "uncertainty", false, blocks)
}

/// Which assumptions move the differences, as the run's own draws tell it.
fn moved_by(presenter: &Presenter<'_>) -> Vec<Block> {
    let figures = influence::figures(presenter);
    let what = match figures.is_empty() {
        true => presenter.t.get(say::InfluenceNone { count: presenter.count(FEWEST) }),
        false => presenter.t.get(say::INFLUENCE_WHAT),
    };
    let mut blocks = vec![heading(presenter, say::INFLUENCE_HEADING), Block::Text(what)];
    blocks.extend(figures.into_iter().map(Block::Figure));
    blocks
}

/// Everything side by side, and room for the committee. No ranking, no recommendation.
pub fn assessment(presenter: &Presenter<'_>) -> Section {
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
        text(presenter, say::ASSESSMENT_WHAT),
        Block::Table(outcomes::differences(presenter, "assessment", &rows)),
        field(presenter, say::FIELD_MAJORITY),
        field(presenter, say::FIELD_MINORITY),
    ];
    section(presenter, "assessment", true, blocks)
}

/// What must be in place for a model to work.
pub fn success(presenter: &Presenter<'_>) -> Section {
    let items = [
        (say::SUCCESS_RECRUITMENT_LEAD, say::SUCCESS_RECRUITMENT),
        (say::SUCCESS_ADMINISTRATION_LEAD, say::SUCCESS_ADMINISTRATION),
        (say::SUCCESS_TRANSITION_LEAD, say::SUCCESS_TRANSITION),
        (say::SUCCESS_EVALUATION_LEAD, say::SUCCESS_EVALUATION),
    ]
    .map(|words| item(presenter, words))
    .to_vec();
    let blocks =
        vec![text(presenter, say::SUCCESS_WHAT), Block::List(items), field(presenter, say::FIELD_SUCCESS)];
    section(presenter, "success", true, blocks)
}

/// Kinds of known figures that the model was given, was made to hit, or hits whatever is assumed; and what came of them.
const MADE_TO_HIT: [&str; 3] = ["input", "calibrated", "identity"];
const HIT: &str = "pass";
const MISS: &str = "miss";
const NOT_TRIED: &str = "not_applicable";

/// Validation with misses shown, and how to repeat the run.
pub fn assurance(presenter: &Presenter<'_>) -> Section {
    let run = presenter.run;
    // What the model was given, or was made to hit, proves nothing by being hit.
    let free = |v: &ValidationLine| !MADE_TO_HIT.contains(&v.kind.as_str());
    let count = |own: &dyn Fn(&ValidationLine) -> bool| {
        presenter.count(run.validation.iter().filter(|v| own(v)).count())
    };
    let mut blocks = vec![Block::Text(presenter.t.get(say::AssuranceValidation {
        hits: count(&|v| v.result == HIT && free(v)),
        misses: count(&|v| v.result == MISS && free(v)),
        fitted: count(&|v| v.result == HIT && !free(v)),
        lost: count(&|v| v.result == MISS && !free(v)),
        rest: count(&|v| v.result == NOT_TRIED),
    }))];
    blocks.extend(observed(presenter).map(Block::Figure));
    blocks.extend(known(presenter).map(Block::Figure));
    blocks.push(Block::Table(validation::validation(presenter)));
    if run.backtests.is_none() {
        blocks.push(text(presenter, say::ASSURANCE_BACKTEST));
    }
    blocks.push(text(presenter, say::ASSURANCE_TESTS));
    blocks.push(heading(presenter, say::ASSURANCE_REPEAT));
    blocks.push(Block::Text(presenter.t.get(say::AssuranceRun {
        id: run.about.run_id.clone(),
        version: run.about.version.clone(),
        seed: run.about.seed.to_string(),
        fingerprint: run.about.fingerprint.clone(),
    })));
    blocks.push(Block::Command(shell::command(&run.about.repeat)));
    blocks.push(field(presenter, say::FIELD_INTERESTS));
    section(presenter, "assurance", false, blocks)
}

/// What the program cannot know.
pub fn limits(presenter: &Presenter<'_>) -> Section {
    let items = [
        say::LIMIT_NEED,
        say::LIMIT_MUNICIPAL,
        say::LIMIT_RELATIVES,
        say::LIMIT_RESPONSE,
        say::LIMIT_NORM,
        say::LIMIT_THRESHOLDS,
        say::LIMIT_UNMET,
        say::LIMIT_MODELS,
        say::LIMIT_STRUCTURE,
    ];
    let list = |items: &[Words]| {
        let said = items.iter().map(|text| Item::new(String::new(), presenter.t.get(*text)));
        Block::List(said.collect())
    };
    let scheme = [
        say::LIMIT_SCHEME_BELOW,
        say::LIMIT_SCHEME_AGES,
        say::LIMIT_SCHEME_INSTITUTIONS,
        say::LIMIT_SCHEME_ALPHA,
        say::LIMIT_SCHEME_UNITS,
        say::LIMIT_SCHEME_RESPONSE,
        say::LIMIT_TRANSITION,
        say::LIMIT_TERMS,
    ];
    let left_out = [
        say::LIMIT_LABOUR,
        say::LIMIT_COMPLAINTS,
        say::LIMIT_TURNING_18,
        say::LIMIT_MOVING,
        say::LIMIT_PAID_RELATIVES,
        say::LIMIT_QUALITY_OF_LIFE,
        say::LIMIT_MEANS,
        say::LIMIT_LAW,
        say::LIMIT_CHOICE,
        say::LIMIT_STAFFED_HOMES,
        say::LIMIT_HEALTH_TASKS,
        say::LIMIT_TWO_YEARS,
        say::LIMIT_STUDY,
        say::LIMIT_DISTRICTS,
        say::LIMIT_INSTITUTION,
        say::LIMIT_LEISURE,
        say::LIMIT_ARENAS,
    ];
    let ask = [say::ASK_CLASSES, say::ASK_AGES, say::ASK_INSTITUTIONS, say::ASK_BPA, say::ASK_TERMS];
    let blocks = vec![
        text(presenter, say::LIMITS_WHAT),
        list(&items),
        heading(presenter, say::LIMITS_SCHEME),
        text(presenter, say::LIMITS_SCHEME_WHAT),
        list(&scheme),
        heading(presenter, say::LIMITS_LEFT_OUT),
        list(&left_out),
        heading(presenter, say::LIMITS_ASK),
        list(&ask),
    ];
    section(presenter, "limits", false, blocks)
}

/// Registers, and what moved the headlines since the version before.
pub fn annex(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![
        text(presenter, say::ANNEX_WHAT),
        Block::Table(parameters::parameters(presenter)),
        text(presenter, say::ANNEX_FILES),
        Block::Table(levers::inputs(presenter)),
        text(presenter, say::ANNEX_ACCESSIBILITY),
    ];
    if let (Some(made), Some(table)) = (version_bridge::made(), version_bridge::version_bridge(presenter)) {
        let [before, after] = made.models;
        let what = presenter.t.get(say::AnnexBridgeWhat { draws: made.draws, before, after });
        let why = [
            (say::BRIDGE_NOT_SWITCHABLE, say::BRIDGE_WHY_NOT_SWITCHABLE),
            (say::BRIDGE_GROWTH, say::BRIDGE_WHY_GROWTH),
            (say::BRIDGE_RELATIVES, say::BRIDGE_WHY_RELATIVES),
            (say::BRIDGE_THRESHOLD, say::BRIDGE_WHY_THRESHOLD),
            (say::BRIDGE_SCOPE, say::BRIDGE_WHY_SCOPE),
            (say::BRIDGE_RESPONSES, say::BRIDGE_WHY_RESPONSES),
            (say::BRIDGE_INCOME_EFFECT, say::BRIDGE_WHY_INCOME_EFFECT),
            (say::BRIDGE_DRIFT, say::BRIDGE_WHY_DRIFT),
        ];
        blocks.extend([heading(presenter, say::ANNEX_BRIDGE), Block::Text(what)]);
        blocks.push(Block::List(why.map(|words| item(presenter, words)).to_vec()));
        blocks.push(Block::Table(table));
    }
    section(presenter, "annex", false, blocks)
}
