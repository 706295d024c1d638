//! The report, section by section, in the order that ministries and reviewers expect. The program says what follows
//! from the assumptions; what only the committee can know stands as a field for it to fill in.

mod effects;
mod glance;
pub mod headlines;
mod message;
mod municipal;
mod opening;
mod quality;
mod scheme;

use super::document::{Block, Document, Item, Section, joined};
use super::presenter::Presenter;
use super::run::Run;
use super::tables::outcomes::REQUIRED;
use super::texts::Texts;
use super::{backtest, calibration, studies};
use crate::analysis::summary::Basis;
use crate::error::{Problem, Result};
use crate::text::number::{self, NBSP};
use crate::text::{Words, say};

/// The whole report of a run. Refused if the run lacks something every report must show of every model.
pub fn document(run: &Run, texts: &Texts) -> Result<Document> {
    require(run)?;
    let presenter = &Presenter { run, t: texts };
    let title = run.about.scenario.title.get(presenter.lang()).to_string();
    let of = |sections| Document {
        title: texts.get(say::TITLE),
        subtitle: title.clone(),
        stamp: stamp(presenter),
        own: own(presenter),
        brief: brief(presenter),
        citation: citation(presenter),
        sections,
    };
    if run.all_hidden() {
        let sections = vec![
            opening::all_hidden(presenter),
            quality::model_and_data(presenter),
            quality::annex(presenter),
        ];
        return Ok(of(sections));
    }
    let mut sections = vec![
        glance::glance(presenter),
        opening::summary(presenter),
        opening::plain(presenter),
        opening::problem(presenter),
        opening::measures(presenter),
        opening::principles(presenter),
        effects::effects(presenter),
        quality::model_and_data(presenter),
        effects::priced(presenter),
        effects::unpriced(presenter),
        effects::budget(presenter),
        municipal::municipalities(presenter),
        effects::relatives_work_stability(presenter),
        quality::uncertainty(presenter),
        municipal::distribution(presenter),
        quality::assessment(presenter),
        quality::success(presenter),
        quality::assurance(presenter),
        quality::limits(presenter),
        quality::annex(presenter),
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
    Ok(of(sections))
}

/// What every page and file carries.
pub fn stamp(presenter: &Presenter<'_>) -> Vec<String> {
    let about = &presenter.run.about;
    let t = presenter.t;
    let count = presenter.count(about.scenario.units);
    let units = match about.scenario.municipalities {
        true => t.get(say::StampMunicipalities { count }),
        false => t.get(say::StampDistricts { count }),
    };
    let mut parts = vec![
        t.get(say::StampRun { id: &about.run_id }),
        t.get(say::StampScenario { name: &about.scenario.name }),
        units,
        presenter.period(),
        t.get(say::StampPriceYear { year: about.price_year }),
    ];
    parts.extend(draws(presenter));
    if let Some(posterior) = &about.posterior {
        parts.push(match posterior.success {
            true => t.get(say::STAMP_POSTERIOR),
            false => t.get(say::STAMP_BAD_FIT),
        });
    }
    parts.push(format!("bpasim{NBSP}{}", about.version));
    parts
}

/// What stands below the title: which run it is, and how its numbers are read.
fn brief(presenter: &Presenter<'_>) -> Vec<String> {
    let (t, about) = (presenter.t, &presenter.run.about);
    let day = about.time.day.as_ref().map(|day| number::day(day, presenter.lang()));
    let run = [Some(t.get(say::StampRun { id: &about.run_id })), day];
    let mut parts = vec![run.into_iter().flatten().collect::<Vec<_>>().join(", ")];
    parts.push(t.get(say::StampPriceYear { year: about.price_year }));
    parts.extend(draws(presenter));
    parts
}

/// How many draws, and what the interval is.
fn draws(presenter: &Presenter<'_>) -> Vec<String> {
    let t = presenter.t;
    match presenter.run.about.draws {
        1 => vec![t.get(say::STAMP_NO_INTERVAL)],
        draws => {
            vec![t.get(say::StampDraws { count: presenter.count(draws) }), t.get(say::STAMP_INTERVAL)]
        }
    }
}

/// How others name the report.
fn citation(presenter: &Presenter<'_>) -> String {
    let (t, about) = (presenter.t, &presenter.run.about);
    let subtitle = about.scenario.title.get(presenter.lang()).to_string();
    let title = joined(&t.get(say::TITLE), &subtitle);
    let (version, run) = (&about.version, &about.run_id);
    match &about.time.day {
        Some(day) => t.get(say::Citation { title, version, run, day: number::day(day, presenter.lang()) }),
        None => t.get(say::CitationWithoutDay { title, version, run }),
    }
}

/// Said where the run differs from the shipped scenario.
fn own(presenter: &Presenter<'_>) -> String {
    match presenter.run.about.changes.len() {
        0 => String::new(),
        n => presenter.t.get(say::OwnAssumptions { count: presenter.count(n) }),
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
fn section(presenter: &Presenter<'_>, id: &'static str, question: bool, blocks: Vec<Block>) -> Section {
    let question = if question { presenter.t.by_id(&format!("question-{id}")) } else { String::new() };
    Section { id, title: presenter.t.by_id(&format!("section-{id}")), question, blocks }
}

fn text(presenter: &Presenter<'_>, text: Words) -> Block {
    Block::Text(presenter.t.get(text))
}

fn heading(presenter: &Presenter<'_>, heading: Words) -> Block {
    Block::Heading(presenter.t.get(heading))
}

fn field(presenter: &Presenter<'_>, label: Words) -> Block {
    Block::Field(presenter.t.get(label))
}

/// An item of a list: its lead and its text.
fn item(presenter: &Presenter<'_>, (lead, text): (Words, Words)) -> Item {
    Item::new(presenter.t.get(lead), presenter.t.get(text))
}
