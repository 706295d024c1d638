//! What a page is made of before anything is simulated: dials, ready-made settings, assumptions about reactions, every
//! parameter and lever, and the municipalities.

use super::dials::{ShownGroup, dials};
use super::setting::Setting;
use crate::error::Result;
use crate::report::{uncertainty, words};
use crate::scenario::Scenario;
use crate::scenario::alternatives::{self, Alternative};
use crate::scenario::financing::LEVERS;
use crate::scenario::financing::lever::LeverType;
use crate::scenario::parameters::Value;
use crate::text::Lang;
use serde::Serialize;

/// All that a page offers.
#[derive(Debug, Serialize)]
pub struct Catalogue {
    /// Version of the program.
    pub version: &'static str,
    /// The language of what is text.
    pub lang: &'static str,
    /// The dials.
    pub groups: Vec<ShownGroup>,
    /// Ready-made settings.
    pub presets: Vec<Named>,
    /// Assumptions about reactions.
    pub reactions: Vec<Named>,
    /// Everything that can be set.
    pub all: Vec<Settable>,
    /// The municipalities, by number and name.
    pub municipalities: Vec<[String; 2]>,
}

/// A list of changes with a name.
#[derive(Debug, Serialize)]
pub struct Named {
    /// Short name.
    pub id: String,
    /// Name for readers.
    pub label: String,
    /// The changes, as `--set` takes them.
    pub sets: Vec<String>,
}

/// Something that can be set.
#[derive(Debug, Serialize)]
pub struct Settable {
    /// The key, as `--set` takes it.
    pub key: String,
    /// Name.
    pub label: String,
    /// What it stands at.
    pub shown: String,
    /// Unit.
    pub unit: String,
    /// How well it is known.
    pub badge: String,
    /// Where it comes from.
    pub source: String,
}

/// What a page of a scenario offers, in a language.
pub fn catalogue(scenario: &str, lang: Lang) -> Result<Catalogue> {
    let setting = Setting { scenario: scenario.into(), ..Setting::default() };
    let scenario = setting.load(None)?;
    let named = |list: Vec<Alternative>| -> Vec<Named> {
        // Their values are the program's own; what a scenario may lack is a model.
        let fits = |own: &Alternative| own.set.iter().all(|set| has(&scenario, set));
        let of = |own: Alternative| Named { id: own.id, label: own.title.get(lang).into(), sets: own.set };
        list.into_iter().filter(fits).map(of).collect()
    };
    Ok(Catalogue {
        version: env!("CARGO_PKG_VERSION"),
        lang: crate::report::html::code(lang),
        groups: dials(&scenario, lang),
        presets: named(alternatives::presets(&scenario)?),
        reactions: named(alternatives::read(None, &scenario)?),
        all: parameters(&scenario, lang).chain(levers(&scenario, lang)).collect(),
        municipalities: scenario.units.iter().map(|unit| [unit.id.clone(), unit.name.clone()]).collect(),
    })
}

/// Whether a scenario has what a change is of.
fn has(scenario: &Scenario, set: &str) -> bool {
    let path = set.split('=').next().unwrap_or_default().trim();
    match path.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        Some((model, _)) => scenario.models.iter().any(|own| own.id == model),
        None => scenario.parameters.slot(path).is_some(),
    }
}

fn parameters(scenario: &Scenario, lang: Lang) -> impl Iterator<Item = Settable> {
    let scalars = scenario.parameters.scalars().iter();
    scalars.filter(|scalar| !scalar.id.starts_with("financing.")).map(move |scalar| {
        let p = scenario.parameters.of(scalar);
        debug_assert!(!matches!(p.value, Value::Dated(_)));
        Settable {
            key: scalar.id.clone(),
            label: scenario.parameters.label(scalar).get(lang).into(),
            shown: uncertainty::short(&scalar.distribution, lang),
            unit: words::unit(&p.unit, lang).into(),
            badge: words::status(&p.status, lang),
            source: p.source.get(lang).into(),
        }
    })
}

fn levers(scenario: &Scenario, lang: Lang) -> impl Iterator<Item = Settable> {
    let models = scenario.models.iter().skip(1);
    models.flat_map(move |model| {
        let values = model.levers.values().zip(LEVERS);
        values.filter(|(_, lever)| lever.kind != LeverType::Series).map(move |((_, value), lever)| Settable {
            key: format!("financing.{}.{}", model.id, lever.path),
            label: format!("{}: {}", model.short.get(lang), lever.meaning.get(lang)),
            shown: value.text(
                |number| crate::scenario::changes::number_text(*number, &scenario.parameters),
                str::to_string,
            ),
            unit: words::unit(lever.unit, lang).into(),
            badge: String::new(),
            source: String::new(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything ready-made can be set, and what a scenario lacks is not offered.
    #[test]
    fn every_ready_made_setting_can_be_set() {
        for scenario in ["national", "sweden"] {
            let offered = catalogue(scenario, Lang::Nn).unwrap();
            for own in offered.presets.iter().chain(&offered.reactions) {
                let setting =
                    Setting { scenario: scenario.into(), sets: own.sets.clone(), ..Setting::default() };
                assert!(setting.load(Some(2)).is_ok(), "{scenario} {}", own.id);
            }
            let whole = scenario == "national";
            assert_eq!(offered.presets.iter().any(|own| own.id == "a-yearly"), whole);
            assert!(offered.all.iter().all(|own| !own.label.is_empty() && !own.shown.is_empty()));
        }
    }
}
