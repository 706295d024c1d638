//! The report, section by section, in the order that ministries and reviewers expect. The program says what follows
//! from the assumptions; what only the committee can know stands as a field for it to fill in.

mod effects;
mod message;
mod municipal;
mod opening;
mod quality;

use super::document::{Block, Document, Section};
use super::number::NBSP;
use super::run::Run;
use super::tables::outcomes::REQUIRED;
use super::teller::Teller;
use super::texts::Texts;
use super::{backtest, calibration, studies};
use crate::error::{Problem, Result};
use crate::report::run::usual;
use crate::text::Text;

/// The whole report of a run. Refused if the run lacks something every report must show of every model.
pub fn document(run: &Run, texts: &Texts) -> Result<Document> {
    require(run)?;
    let teller = &Teller { run, t: texts };
    let mut sections = vec![
        opening::summary(teller),
        opening::plain(teller),
        opening::problem(teller),
        opening::measures(teller),
        opening::principles(teller),
        effects::effects(teller),
        quality::model_and_data(teller),
        effects::priced(teller),
        effects::unpriced(teller),
        effects::budget(teller),
        municipal::municipalities(teller),
        effects::relatives_work_stability(teller),
        quality::uncertainty(teller),
        municipal::distribution(teller),
        quality::assessment(teller),
        quality::success(teller),
        quality::assurance(teller),
        quality::limits(teller),
        quality::annex(teller),
    ];
    if let (Some(studies), Some(at)) = (&run.studies, sections.iter().position(|s| s.id == "uncertainty")) {
        sections.insert(at + 1, studies::section(studies, texts));
    }
    if let (Some(found), Some(at)) = (&run.backtests, sections.iter().position(|s| s.id == "assurance")) {
        sections.insert(at + 1, backtest::section(found, texts));
    }
    if let (Some(found), Some(at)) = (&run.calibration, sections.iter().position(|s| s.id == "uncertainty")) {
        sections.insert(at + 1, calibration::section_of_run(found, run.about.draws, texts));
    }
    let title = run.about.scenario.title.clone();
    Ok(Document {
        title: texts.get("title"),
        subtitle: title.get(teller.lang()).to_string(),
        stamp: stamp(teller),
        own: own(teller),
        sections,
    })
}

/// What every page and file carries.
pub fn stamp(teller: &Teller<'_>) -> Vec<String> {
    let about = &teller.run.about;
    let t = teller.t;
    let part = |id: &str, name: &str, value: &str| t.with(id, &[(name, value)]);
    let units = if about.scenario.municipalities { "stamp-municipalities" } else { "stamp-districts" };
    let mut parts = vec![
        part("stamp-run", "id", &about.run_id),
        part("stamp-scenario", "name", &about.scenario.name),
        part(units, "count", &teller.count(about.scenario.units)),
        teller.period(),
        part("stamp-price-year", "year", &about.price_year.to_string()),
        part("stamp-draws", "count", &teller.count(about.draws)),
    ];
    parts.push(t.get(if about.draws > 1 { "stamp-interval" } else { "stamp-no-interval" }));
    if let Some(posterior) = &about.posterior {
        parts.push(match posterior.success {
            true => t.get("stamp-posterior"),
            false => t.get("stamp-bad-fit"),
        });
    }
    parts.push(format!("bpasim{NBSP}{}", about.version));
    parts
}

/// Said where the run differs from the shipped scenario.
fn own(teller: &Teller<'_>) -> String {
    match teller.run.about.changes.len() {
        0 => String::new(),
        n => teller.t.with("own-assumptions", &[("count", &teller.count(n))]),
    }
}

/// Refuses a run without what is shifted to relatives, work of users and family, or consequences of instability.
fn require(run: &Run) -> Result<()> {
    for (m, model) in run.about.models.iter().enumerate() {
        for outcome in REQUIRED {
            let hidden = run.hidden(*outcome);
            if !hidden && run.figure(*outcome, m, usual(*outcome, false), Some(run.year())).is_none() {
                return Err(Problem::new(Text::all(
                    "rapporten skrives ikke: den skal vise dette for alle modeller, og kjøringen mangler det",
                    "rapporten blir ikkje skriven: han skal vise dette for alle modellar, og køyringa manglar det",
                    "the report is not written: it must show this of every model, and the run lacks it",
                ))
                .file("summary.csv")
                .key(outcome.id())
                .found(format!("model {}", model.id))
                .into());
            }
        }
    }
    Ok(())
}

/// A section with the title of its id, and the question it answers.
fn section(teller: &Teller<'_>, id: &'static str, question: bool, blocks: Vec<Block>) -> Section {
    let question = if question { teller.t.get(&format!("question-{id}")) } else { String::new() };
    Section { id, title: teller.t.get(&format!("section-{id}")), question, blocks }
}

fn text(teller: &Teller<'_>, id: &str) -> Block {
    Block::Text(teller.t.get(id))
}

fn heading(teller: &Teller<'_>, id: &str) -> Block {
    Block::Heading(teller.t.get(id))
}

fn field(teller: &Teller<'_>, id: &str) -> Block {
    Block::Field(teller.t.get(id))
}
