//! Summary, plain language, problem, measures and principles.

use super::message::{differences, level};
use super::{field, heading, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::{flows::flows, who_pays::who_pays};
use crate::report::studies;
use crate::report::tables::{levers, outcomes};
use crate::report::teller::Teller;

/// The groups of the main message: what is asked, and the outcomes that answer.
const MESSAGE: &[(&str, &[Outcome])] = &[
    ("who-pays", &[Outcome::MunicipalityNet, Outcome::StateNet, Outcome::PublicNet]),
    ("relatives", &[Outcome::RelativesHours, Outcome::RelativesHealthCost, Outcome::RelativesLostFte]),
    ("work", &[Outcome::UsersEmployed]),
    ("stability", &[Outcome::LostHours, Outcome::Admissions]),
    ("help", &[Outcome::DeliveredHours, Outcome::UnmetHours]),
];

/// The main message first, then the main tables.
pub fn summary(teller: &Teller<'_>) -> Section {
    let (t, run) = (teller.t, teller.run);
    let year = run.year().to_string();
    let parts = [
        ("year", year.as_str()),
        ("draws", &teller.count(run.about.draws)),
        ("models", &teller.models().join(", ")),
    ];
    let mut blocks = vec![Block::Text(t.with("summary-what", &parts)), text(teller, "summary-read")];
    for (group, outcomes) in MESSAGE {
        blocks.push(heading(teller, &format!("message-{group}")));
        blocks
            .push(Block::List(outcomes.iter().map(|o| differences(teller, *o, Some(run.year()))).collect()));
    }
    blocks.push(heading(teller, "message-society"));
    let totals = [Outcome::SocietyCost, Outcome::UnmetHours];
    blocks.push(Block::List(totals.iter().map(|o| differences(teller, *o, None)).collect()));
    blocks.push(text(teller, "summary-society"));
    let turns = run.studies.iter().map(|studies| studies::turns(studies, t)).find(|items| !items.is_empty());
    if let Some(items) = turns {
        blocks.push(heading(teller, "message-turns"));
        blocks.push(Block::List(items));
    }
    blocks.push(heading(teller, "message-unsure"));
    let assumed = run.parameters.iter().filter(|p| p.status.contains("assumption")).count();
    let counts = [("assumed", teller.count(assumed)), ("all", teller.count(run.parameters.len()))];
    let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
    blocks.push(Block::Text(t.with("summary-unsure", &counts)));
    blocks.push(Block::List(
        ["coverage", "fill", "response", "municipal", "price"].map(|id| unsure(teller, id)).to_vec(),
    ));
    blocks.push(Block::Table(outcomes::main(teller)));
    blocks.push(Block::Table(outcomes::main_differences(teller)));
    section(teller, "summary", false, blocks)
}

fn unsure(teller: &Teller<'_>, id: &str) -> Item {
    Item::new(teller.t.get(&format!("unsure-{id}-lead")), teller.t.get(&format!("unsure-{id}")))
}

/// The same in plain words.
pub fn plain(teller: &Teller<'_>) -> Section {
    let (t, run) = (teller.t, teller.run);
    let when = Some(run.year());
    let year = run.year().to_string();
    let mut blocks = vec![text(teller, "plain-what")];
    let items = (0..run.models())
        .map(|m| {
            let of = |o: Outcome| level(teller, o, m, when);
            let parts = [
                ("year", year.clone()),
                ("municipality", of(Outcome::MunicipalityNet)),
                ("state", of(Outcome::StateNet)),
                ("relatives", of(Outcome::RelativesHours)),
                ("health", of(Outcome::RelativesHealthCost)),
                ("work", of(Outcome::RelativesLostFte)),
                ("employed", of(Outcome::UsersEmployed)),
                ("lost", of(Outcome::LostHours)),
                ("unmet", of(Outcome::UnmetHours)),
            ];
            let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
            Item::new(teller.model(m), t.with("plain-model", &parts))
        })
        .collect();
    blocks.push(Block::List(items));
    blocks.push(text(teller, "plain-unsure"));
    section(teller, "plain", false, blocks)
}

/// The problem, the aims, and the zero alternative with its expected development.
pub fn problem(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, "problem-bpa"),
        text(teller, "problem-financing"),
        text(teller, "problem-relatives"),
        field(teller, "field-aims"),
        heading(teller, "problem-null-heading"),
        text(teller, "problem-null"),
        Block::Table(outcomes::development(teller)),
    ];
    section(teller, "problem", true, blocks)
}

/// The models.
pub fn measures(teller: &Teller<'_>) -> Section {
    let models = teller.run.about.models.iter();
    let items = models
        .map(|m| {
            let (title, description) = (&m.title, &m.description);
            let lang = teller.lang();
            Item::new(title.get(lang).to_string(), description.get(lang).to_string())
        })
        .collect();
    let mut blocks =
        vec![text(teller, "measures-models"), Block::List(items), text(teller, "measures-names")];
    blocks.push(Block::Figure(flows(teller)));
    blocks.push(Block::Table(levers::levers(teller)));
    blocks.extend(levers::changes(teller).map(Block::Table));
    blocks.push(Block::Figure(crate::report::figures::cost_curve::cost_curve(teller)));
    blocks.push(field(teller, "field-left-out"));
    section(teller, "measures", true, blocks)
}

/// Questions of principle: what the run can say of each, and a field.
pub fn principles(teller: &Teller<'_>) -> Section {
    let ids = ["equality", "self-government", "financing", "rights", "others"];
    let items = ids
        .map(|id| {
            Item::new(teller.t.get(&format!("principle-{id}-lead")), teller.t.get(&format!("principle-{id}")))
        })
        .to_vec();
    let blocks = vec![
        text(teller, "principles-what"),
        Block::List(items),
        Block::Figure(who_pays(teller)),
        field(teller, "field-principles"),
    ];
    section(teller, "principles", true, blocks)
}
