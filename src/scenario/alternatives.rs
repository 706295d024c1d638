//! Other structures than the scenario's (`data/alternatives.toml`), to be run side by side with it.

use super::check::load;
use super::definition::Scenario;
use super::embedded;
use super::financing::model_id;
use super::layers::read_file;
use super::overrides::Options;
use super::raw::{RawAlternative, Reader};
use crate::error::{Error, Problem, Result};
use crate::text::{Text, say};
use serde::{Deserialize, Serialize};

/// The shipped list, by the path it has beside the scenarios.
pub const SHIPPED: &str = "data/alternatives.toml";

/// The shipped list of ready-made settings.
const PRESETS: &str = "data/presets.toml";

/// What `--without` knows.
pub const COMMISSIONED: &str = "commissioned";

/// An alternative structure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Short name.
    pub id: String,
    /// Name for readers.
    pub title: Text,
    /// Changes, each as `--set` takes it.
    pub set: Vec<String>,
}

/// Changes that put every input from a study paid for by an interested party at its neutral value.
pub fn without_commissioned(scenario: &Scenario) -> Vec<String> {
    let table = &scenario.parameters;
    let neutral = |scalar| Some((scalar, table.of(scalar).without_commissioned?));
    table
        .scalars()
        .iter()
        .filter_map(neutral)
        .map(|(scalar, value)| format!("{}={value}", scalar.id))
        .collect()
}

/// The list in a file, or the shipped one.
pub fn read(file: Option<&str>, scenario: &Scenario) -> Result<Vec<Alternative>> {
    match file {
        None => of_text(SHIPPED, embedded::file(SHIPPED).unwrap_or_default(), scenario),
        Some(path) => {
            of_text(path, &read_file(path.as_ref()).map_err(|problem| Error::from(*problem))?, scenario)
        }
    }
}

/// Proposals of the debate that a page offers ready-made.
pub fn presets(scenario: &Scenario) -> Result<Vec<Alternative>> {
    of_text(PRESETS, embedded::file(PRESETS).unwrap_or_default(), scenario)
}

fn of_text(name: &str, text: &str, scenario: &Scenario) -> Result<Vec<Alternative>> {
    let mut reader = Reader::new(name, text);
    let list = reader.alternatives(text);
    let mut problems = std::mem::take(&mut reader.problems);
    let words = list.iter().filter_map(|own| own.without.as_ref());
    problems.extend(words.filter(|word| word.value != COMMISSIONED).map(|word| {
        let problem = word.at.problem("alternative.without", say::VALUE_WRONG_KIND);
        problem.found(&*word.value).allowed(Text::same(format!("\"{COMMISSIONED}\"")))
    }));
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    let whole = |own: RawAlternative| {
        let mut set = own.set;
        if own.without.is_some() {
            set.extend(without_commissioned(scenario));
        }
        Alternative { id: own.id.value, title: own.title, set }
    };
    Ok(list.into_iter().map(whole).collect())
}

/// The scenario with an alternative's changes made as well; an error where it cannot have them, as where it lacks the
/// model that is changed.
pub fn with(name: &str, options: &Options, alternative: &Alternative) -> Result<Scenario> {
    let mut options = options.clone();
    options.sets.extend(alternative.set.iter().cloned());
    let scenario = load(name, &options)?;
    let models = alternative.set.iter().filter_map(|set| set.strip_prefix("financing.")?.split_once('.'));
    for (id, _) in models {
        if !scenario.models.iter().any(|m| m.id == model_id(id)) {
            let known = scenario.models.iter().map(|m| m.id.as_str());
            return Err(Problem::new(say::UNKNOWN_MODEL)
                .key(&alternative.id)
                .found(id)
                .nearest(id, known)
                .into());
        }
    }
    Ok(scenario)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_alternative_can_be_run_and_changes_something() {
        let national = load("national", &Options::default()).unwrap();
        let list = read(None, &national).unwrap();
        assert!(list.iter().any(|a| a.set == ["relative_cost=1", "work_response=0"]));
        for a in &list {
            let own = with("national", &Options::default(), a).unwrap();
            assert!(!a.set.is_empty() && own.changes.len() == a.set.len(), "{}", a.id);
        }
        let without = Options { models: Some(vec!["B".into()]), ..Options::default() };
        let refused = list.iter().filter(|a| with("national", &without, a).is_err());
        assert_eq!(
            refused.map(|a| a.id.as_str()).collect::<Vec<_>>(),
            ["withdrawal-yearly", "withdrawal-none", "withdrawal-population"]
        );
    }
}
