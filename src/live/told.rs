//! A setting in words: every difference from the shipped scenario, what is wrong with it, and the link, file and command that
//! are the same setting.

use super::dials;
use super::setting::Setting;
use super::wrong::problems;
use crate::analysis::full_effect_year;
use crate::report::words;
use crate::scenario::Scenario;
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
    let changes = loaded.as_ref().map(|own| changes(setting, own, lang)).unwrap_or_default();
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
fn changes(setting: &Setting, scenario: &Scenario, lang: Lang) -> Vec<String> {
    if scenario.changes.is_empty() {
        return Vec::new();
    }
    let shipped = Setting { scenario: setting.scenario.clone(), ..Setting::default() }.load(None).ok();
    let word = |text: &str| match text {
        "" => say::LIVE_NOTHING.get(lang).to_string(),
        text => text.to_string(),
    };
    let of = |change: &crate::scenario::Change| {
        let what = name(scenario, &change.key, lang);
        let to = dials::in_words(scenario, &change.key, lang).unwrap_or_else(|| word(&change.to));
        let from = shipped.as_ref().and_then(|own| dials::in_words(own, &change.key, lang));
        let from = from.unwrap_or_else(|| word(&change.from));
        lang.say(say::LiveChange { what, to, from })
    };
    scenario.changes.iter().map(of).collect()
}

/// A key in words: the dial's name, or what the assumption is called elsewhere.
fn name(scenario: &Scenario, key: &str, lang: Lang) -> String {
    if let Some(label) = dials::label(key, lang) {
        return label.to_string();
    }
    words::assumption(scenario, key, lang).unwrap_or_else(|| key.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes_of(sets: &[&str], lang: Lang) -> Vec<String> {
        let sets = sets.iter().map(|set| set.to_string()).collect();
        told(&Setting { sets, ..Setting::default() }, lang).changes
    }

    /// A change is told in the unit of its dial and with the reader's decimal mark, the scenario's uncertain value with its
    /// interval, a year as a year, and a word by what it means.
    #[test]
    fn changes_are_told_as_the_dials_tell_them() {
        let sets = ["financing.B.refund.rate=0.935", "fill_grant=0.5", "financing.B.refund.max_age=67"];
        assert_eq!(
            changes_of(&sets, Lang::Nb),
            [
                "Del av en time som ikke innvilges, som pårørende tar: 50 prosent (i scenarioet: 46 [26;\u{a0}66] prosent)",
                "Modell B: andel staten refunderer over innslagspunktet: 93,5 prosent (i scenarioet: 90 prosent)",
                "Modell B: aldersgrense for refusjon: 67 år, som i dag (i scenarioet: ingen grense)",
            ]
        );
        let years = changes_of(&["financing.A.start_year=2027"], Lang::En);
        assert!(years[0].ends_with(": 2027 (in the scenario: 2028)"), "{years:?}");
    }
}
