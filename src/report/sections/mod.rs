//! The report, section by section, in the order that ministries and reviewers expect. The program says what follows
//! from the assumptions; what only the committee can know stands as a field for it to fill in.

mod effects;
pub mod headlines;
mod message;
mod municipal;
mod opening;
mod quality;

use super::document::{Block, Document, Item, Section};
use super::number::NBSP;
use super::run::Run;
use super::tables::outcomes::REQUIRED;
use super::teller::Teller;
use super::texts::Texts;
use super::{backtest, calibration, studies};
use crate::analysis::summary::Basis;
use crate::error::{Problem, Result};
use crate::text::{Words, say};

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
        title: texts.get(say::TITLE),
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
    let count = teller.count(about.scenario.units);
    let units = match about.scenario.municipalities {
        true => t.get(say::StampMunicipalities { count }),
        false => t.get(say::StampDistricts { count }),
    };
    let mut parts = vec![
        t.get(say::StampRun { id: &about.run_id }),
        t.get(say::StampScenario { name: &about.scenario.name }),
        units,
        teller.period(),
        t.get(say::StampPriceYear { year: about.price_year }),
    ];
    match about.draws {
        1 => parts.push(t.get(say::STAMP_NO_INTERVAL)),
        draws => {
            parts.push(t.get(say::StampDraws { count: teller.count(draws) }));
            parts.push(t.get(say::STAMP_INTERVAL));
        }
    }
    if let Some(posterior) = &about.posterior {
        parts.push(match posterior.success {
            true => t.get(say::STAMP_POSTERIOR),
            false => t.get(say::STAMP_BAD_FIT),
        });
    }
    parts.push(format!("bpasim{NBSP}{}", about.version));
    parts
}

/// Said where the run differs from the shipped scenario.
fn own(teller: &Teller<'_>) -> String {
    match teller.run.about.changes.len() {
        0 => String::new(),
        n => teller.t.get(say::OwnAssumptions { count: teller.count(n) }),
    }
}

/// Refuses a run without what is shifted to relatives, work of users and family, or consequences of instability.
fn require(run: &Run) -> Result<()> {
    for (m, model) in run.about.models.iter().enumerate() {
        for outcome in REQUIRED {
            let hidden = run.hidden(*outcome);
            if !hidden && run.figure(*outcome, m, Basis::usual(*outcome, false), Some(run.year())).is_none() {
                return Err(Problem::new(say::REPORT_NOT_WRITTEN)
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
    let question = if question { teller.t.by_id(&format!("question-{id}")) } else { String::new() };
    Section { id, title: teller.t.by_id(&format!("section-{id}")), question, blocks }
}

fn text(teller: &Teller<'_>, text: Words) -> Block {
    Block::Text(teller.t.get(text))
}

fn heading(teller: &Teller<'_>, heading: Words) -> Block {
    Block::Heading(teller.t.get(heading))
}

fn field(teller: &Teller<'_>, label: Words) -> Block {
    Block::Field(teller.t.get(label))
}

/// An item of a list: its lead and its text.
fn item(teller: &Teller<'_>, (lead, text): (Words, Words)) -> Item {
    Item::new(teller.t.get(lead), teller.t.get(text))
}
