//! `describe`: what a parameter, lever, model, outcome or scenario is: value, unit, year, status, source, meaning; all of
//! them; or those that a word is about.

mod list;
mod search;
mod whole;

use super::arguments::ChangeArgs;
use super::console::width;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::scenario::financing::{LEVERS, Lever, Model, model_id};
use crate::scenario::parameters::Parameter;
use crate::scenario::{Scenario, embedded, load};
use crate::text::{Lang, Text};
use clap::Args;

/// Options of `describe`.
#[derive(Args, Clone, Debug)]
pub struct DescribeArgs {
    pub id: Vec<String>,
    #[arg(long, default_value = "variants")]
    pub scenario: String,
    #[command(flatten)]
    pub changes: ChangeArgs,
}

/// What can be described.
#[derive(Clone)]
enum Described<'a> {
    Parameter(&'a Parameter),
    Lever(&'static Lever),
    Model(&'a Model),
    Outcome(Outcome),
    /// A shipped scenario: its name and title.
    Scenario(&'static str, Text),
}

impl Described<'_> {
    /// The name by which it is asked for.
    fn id(&self) -> &str {
        match self {
            Described::Parameter(p) => &p.id,
            Described::Lever(lever) => lever.path,
            Described::Model(m) => &m.id,
            Described::Outcome(o) => o.info().id,
            Described::Scenario(name, _) => name,
        }
    }

    /// What it is called.
    fn label(&self, lang: Lang) -> &str {
        match self {
            Described::Parameter(p) => p.label.get(lang),
            Described::Lever(lever) => lever.meaning.get(lang),
            Described::Model(m) => m.title.get(lang),
            Described::Outcome(o) => o.info().label.get(lang),
            Described::Scenario(_, title) => title.get(lang),
        }
    }

    /// What else is said of it.
    fn meaning(&self, lang: Lang) -> &str {
        match self {
            Described::Parameter(p) => p.meaning.get(lang),
            Described::Model(m) => m.description.get(lang),
            Described::Outcome(o) => o.info().meaning.get(lang),
            Described::Lever(_) | Described::Scenario(..) => "",
        }
    }
}

/// All there is.
fn all(scenario: &Scenario) -> Result<Vec<Described<'_>>> {
    let mut all: Vec<Described<'_>> = scenario.parameters.iter().map(Described::Parameter).collect();
    all.extend(LEVERS.iter().map(Described::Lever));
    all.extend(scenario.models.iter().map(Described::Model));
    all.extend(Outcome::ALL.iter().map(|o| Described::Outcome(*o)));
    for name in embedded::SCENARIOS {
        all.push(Described::Scenario(name, load(name, &Default::default())?.title));
    }
    Ok(all)
}

/// The text of `describe`.
pub fn run(args: &DescribeArgs, lang: Lang) -> Result<String> {
    let scenario = args.changes.request(&args.scenario, None).load()?;
    let asked = args.id.join(" ");
    if asked.is_empty() {
        return Ok(list::text(&scenario, &all(&scenario)?, lang, width()));
    }
    if let Some(found) = named(&scenario, &asked)? {
        return whole::text(&scenario, &found, lang, width());
    }
    let everything = all(&scenario)?;
    match &search::search(&everything, &asked)?[..] {
        [only] => whole::text(&scenario, only, lang, width()),
        several => Ok(search::text(&scenario, several, &asked, lang, width())),
    }
}

/// What has exactly this name.
fn named<'a>(scenario: &'a Scenario, id: &str) -> Result<Option<Described<'a>>> {
    if let Some(p) = scenario.parameters.get(id) {
        return Ok(Some(Described::Parameter(p)));
    }
    if let Some(slot) = scenario.parameters.slot(id) {
        let scalar = &scenario.parameters.scalars()[slot];
        return Ok(Some(Described::Parameter(scenario.parameters.of(scalar))));
    }
    if let Some(m) = scenario.models.iter().find(|m| m.id == model_id(id)) {
        return Ok(Some(Described::Model(m)));
    }
    if let Some(o) = Outcome::ALL.iter().find(|o| o.info().id == id) {
        return Ok(Some(Described::Outcome(*o)));
    }
    let lever =
        id.strip_prefix("financing.").and_then(|rest| rest.split_once('.')).map_or(id, |(_, path)| path);
    if let Some(lever) = Lever::of(lever) {
        return Ok(Some(Described::Lever(lever)));
    }
    let shipped = embedded::SCENARIOS.iter().find(|name| **name == id);
    let titled = |name: &&'static str| Ok(Described::Scenario(name, load(name, &Default::default())?.title));
    shipped.map(titled).transpose()
}
