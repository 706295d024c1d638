//! A setting in words: every difference from the shipped scenario, what is wrong with it, and the link, file and command that
//! are the same setting.

use super::dials;
use super::setting::{Setting, problems};
use crate::analysis::full_effect_year;
use crate::scenario::Scenario;
use crate::scenario::financing::Lever;
use crate::text::{Lang, say};
use serde::Serialize;

/// A setting in words.
#[derive(Debug, Serialize)]
pub struct Told {
    /// What is wrong, by key.
    pub problems: Vec<Wrong>,
    /// Every difference from the shipped scenario.
    pub changes: Vec<String>,
    /// How many there are, in words; empty where there are none.
    pub heading: String,
    /// The part of an address after `#`.
    pub fragment: String,
    /// The file that the command line runs.
    pub toml: String,
    /// Years to the first in which all models are in full effect, which a preview simulates; none where that is all of them.
    pub preview: Option<usize>,
}

/// Something wrong.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// The key it is about; may be empty.
    pub key: String,
    /// What it is.
    pub text: String,
}

/// What is told of a setting.
pub fn told(setting: &Setting, lang: Lang) -> Told {
    let loaded = setting.load(None);
    let wrong = loaded.as_ref().err().map(|error| problems(error, lang)).unwrap_or_default();
    let changes = loaded.as_ref().map(|scenario| changes(scenario, lang)).unwrap_or_default();
    Told {
        problems: wrong.into_iter().map(|(key, text)| Wrong { key, text }).collect(),
        heading: match changes.len() {
            0 => String::new(),
            n => lang.say(say::LiveOwn { n }),
        },
        changes,
        fragment: setting.fragment(),
        toml: setting.toml().unwrap_or_default(),
        preview: loaded.ok().and_then(|own| Some(full_effect_year(&own).0 + 1).filter(|n| *n < own.horizon)),
    }
}

/// Every difference, in words.
fn changes(scenario: &Scenario, lang: Lang) -> Vec<String> {
    let word = |text: &str| match text {
        "" => say::LIVE_NOTHING.get(lang).to_string(),
        text => text.to_string(),
    };
    let of = |change: &crate::scenario::Change| {
        let what = name(scenario, &change.key, lang);
        lang.say(say::LiveChange { what, to: word(&change.to), from: word(&change.from) })
    };
    scenario.changes.iter().map(of).collect()
}

/// A key in words: the dial's name, the parameter's, or the model's and the lever's.
fn name(scenario: &Scenario, key: &str, lang: Lang) -> String {
    if let Some(label) = dials::label(key, lang) {
        return label.to_string();
    }
    if let Some((model, lever)) = key.strip_prefix("financing.").and_then(|rest| rest.split_once('.')) {
        let model = scenario.models.iter().find(|own| own.id == model).map(|own| own.short.get(lang));
        let lever = Lever::of(lever).map(|own| own.meaning.get(lang));
        if let Some((model, lever)) = model.zip(lever) {
            return format!("{model}: {lever}");
        }
    }
    let scalar = scenario.parameters.scalars().iter().find(|own| own.id == key);
    scalar.map_or_else(|| key.to_string(), |own| scenario.parameters.label(own).get(lang).to_string())
}
