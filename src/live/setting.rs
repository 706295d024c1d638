//! What is set on the page: a shipped scenario and what is changed in it. The same setting is a link, the file that the
//! command line runs, and the command itself.

use crate::error::{Error, Problem, Result};
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, alternatives, embedded, load};
use crate::text::{Text, say, shell};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// The version of links.
const VERSION: &str = "1";
/// What a link says beside the changes: its version, the scenario, how those who decide answer, the seed and the municipality
/// that is looked at.
const WORDS: [&str; 5] = ["v", "scenario", "reactions", "seed", "municipality"];
/// The name that a setting's file gives its scenario.
const NAME: &str = "egne-forutsetninger";
/// What `--set` can change of a scenario's frame, which a page leaves as it is.
const SCENARIOS_OWN: [&str; 6] =
    ["base_year", "horizon", "placement", "scenario.base_year", "scenario.horizon", "scenario.placement"];
/// Longest link, file or value that is read; nobody writes more by hand.
pub const LONGEST: usize = 64_000;

/// A setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Setting {
    /// A shipped scenario.
    pub scenario: String,
    /// Changes, each as `--set` takes it.
    pub sets: Vec<String>,
    /// The alternative assumptions about those who decide and their surroundings that are laid on top, by id; empty where
    /// everything is as drawn.
    pub reactions: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The municipality that is looked at, by number; empty where none is.
    pub municipality: String,
}

impl Default for Setting {
    fn default() -> Self {
        Setting {
            scenario: "national".into(),
            sets: Vec::new(),
            reactions: String::new(),
            seed: 1,
            municipality: String::new(),
        }
    }
}

/// What a change is of, and to what.
fn halves(set: &str) -> (&str, &str) {
    let (path, value) = set.split_once('=').unwrap_or((set, ""));
    (path.trim(), value.trim())
}

impl Setting {
    /// Whether another setting is the same, whichever municipality is looked at: then nothing that is simulated differs.
    pub fn is_but_for_municipality(&self, other: &Setting) -> bool {
        Setting { municipality: other.municipality.clone(), ..self.clone() } == *other
    }

    /// Everything that differs from the scenario, as `--set` takes it. What the user moved holds against what an alternative
    /// would have it be.
    pub fn all_sets(&self) -> Result<Vec<String>> {
        let mut sets = self.sets.clone();
        if let Some(own) = sets.iter().map(|set| halves(set).0).find(|path| SCENARIOS_OWN.contains(path)) {
            return Err(not_on_the_page(own));
        }
        if !self.reactions.is_empty() {
            let scenario = load(&self.shipped()?, &Options::default())?;
            let list = alternatives::read(None, &scenario)?;
            let ids = || list.iter().map(|own| own.id.as_str());
            let Some(own) = list.iter().find(|own| own.id == self.reactions) else {
                return Err(Problem::new(say::LIVE_NO_SUCH_REACTIONS)
                    .key("reactions")
                    .found(&*self.reactions)
                    .nearest(&self.reactions, ids())
                    .into());
            };
            let moved: Vec<&str> = self.sets.iter().map(|set| halves(set).0).collect();
            sets.extend(own.set.iter().filter(|set| !moved.contains(&halves(set).0)).cloned());
        }
        Ok(sets)
    }

    /// The scenario's name, if it is one that is shipped: a page opens no files.
    fn shipped(&self) -> Result<String> {
        match embedded::SCENARIOS.contains(&self.scenario.as_str()) {
            true => Ok(self.scenario.clone()),
            false => Err(Problem::new(say::LIVE_NO_SUCH_SCENARIO)
                .key("scenario")
                .found(&*self.scenario)
                .allowed(Text::same(embedded::SCENARIOS.join(", ")))
                .nearest(&self.scenario, embedded::SCENARIOS.iter().copied())
                .into()),
        }
    }

    /// The changes as [`load`] takes them, for so many years.
    pub fn options(&self, years: Option<usize>) -> Result<Options> {
        Ok(Options { sets: self.all_sets()?, models: None, years })
    }

    /// The scenario with the changes, for so many years; all of them where none are said.
    pub fn load(&self, years: Option<usize>) -> Result<Scenario> {
        load(&self.shipped()?, &self.options(years)?)
    }

    /// The setting as the part of an address after `#`: only what is changed.
    pub fn fragment(&self) -> String {
        let own = Setting::default();
        let mut parts = vec![(WORDS[0], VERSION.to_string())];
        let mut say = |word, value: String, changed: bool| parts.extend(changed.then_some((word, value)));
        say(WORDS[1], self.scenario.clone(), self.scenario != own.scenario);
        say(WORDS[2], self.reactions.clone(), !self.reactions.is_empty());
        say(WORDS[3], self.seed.to_string(), self.seed != own.seed);
        say(WORDS[4], self.municipality.clone(), !self.municipality.is_empty());
        parts.extend(self.sets.iter().map(|set| halves(set)).map(|(path, value)| (path, value.to_string())));
        let coded = |(key, value): &(&str, String)| format!("{}={}", encoded(key), encoded(value));
        parts.iter().map(coded).collect::<Vec<_>>().join("&")
    }

    /// The setting of a link. Whether the changes can be made says [`Self::load`].
    pub fn of_fragment(fragment: &str) -> Result<Setting> {
        let mut setting = Setting::default();
        let text = fragment.trim().trim_start_matches('#');
        refuse_long(text)?;
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let (key, value) = (decoded(key), decoded(value));
            match key.as_str() {
                "v" if value == VERSION => {}
                "v" => {
                    let problem = Problem::new(say::LIVE_OTHER_LINK).key("v").found(value);
                    return Err(problem.allowed(Text::same(VERSION)).into());
                }
                "scenario" => setting.scenario = value,
                "reactions" => setting.reactions = value,
                "municipality" => setting.municipality = value,
                "seed" => setting.seed = seed(&value)?,
                _ => setting.sets.push(format!("{key}={value}")),
            }
        }
        Ok(setting)
    }

    /// The command line that writes what the page shows of so many draws.
    pub fn command(&self, draws: usize, years: Option<usize>) -> Result<String> {
        let mut words = vec!["bpasim".into(), "run".into(), self.shipped()?];
        words.extend(["--draws".into(), draws.to_string(), "--seed".into(), self.seed.to_string()]);
        if let Some(years) = years {
            words.extend(["--years".into(), years.to_string()]);
        }
        for set in self.all_sets()? {
            let (path, value) = halves(&set);
            words.extend(["--set".into(), format!("{path}={value}")]);
        }
        Ok(shell::command(&words))
    }

    /// The file that the command line runs.
    pub fn toml(&self) -> Result<String> {
        let mut text = format!("format = 1\nextends = \"{}\"\nscenario.name = \"{NAME}\"\n", self.shipped()?);
        for set in self.all_sets()? {
            let (path, value) = halves(&set);
            let value = match format!("value = {value}").parse::<toml::Table>() {
                Ok(read) if read.len() == 1 => value.to_string(),
                _ => toml::Value::String(value.into()).to_string(),
            };
            let _ = match path.strip_prefix("financing.") {
                Some(rest) => writeln!(text, "financing.{rest} = {value}"),
                None => writeln!(text, "parameters.{}.value = {value}", toml::Value::String(path.into())),
            };
        }
        Ok(text)
    }

    /// The setting of such a file. What the page can't set is refused by name: the command line runs it.
    pub fn of_toml(text: &str) -> Result<Setting> {
        refuse_long(text)?;
        let unread = |what: String| Error::from(Problem::new(say::LIVE_FILE_CANNOT_BE_READ).found(what));
        let table: toml::Table =
            text.parse().map_err(|e: toml::de::Error| unread(e.message().to_string()))?;
        let mut setting = Setting::default();
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("format", _) => {}
                ("extends", toml::Value::String(name)) => {
                    setting.scenario = name.trim_end_matches(".toml").to_string();
                }
                ("scenario", toml::Value::Table(own)) => refuse_settings(own)?,
                ("financing", toml::Value::Table(models)) => {
                    for (model, levers) in models {
                        flatten(&format!("financing.{model}"), levers, &mut setting.sets);
                    }
                }
                ("parameters", toml::Value::Table(all)) => {
                    for (id, own) in all {
                        parameter(id, own, &mut setting.sets)?;
                    }
                }
                _ => return Err(not_on_the_page(key)),
            }
        }
        setting.shipped()?;
        Ok(setting)
    }
}

/// A scenario's own settings that a page has no dial for are the command line's.
fn refuse_settings(own: &toml::Table) -> Result<()> {
    match own.keys().find(|key| !["name", "title"].contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(not_on_the_page(&format!("scenario.{key}"))),
    }
}

fn not_on_the_page(key: &str) -> Error {
    Problem::new(say::LIVE_NOT_ON_THE_PAGE).key(key).into()
}

/// The value of a parameter; its labels and sources are the scenario's.
fn parameter(id: &str, own: &toml::Value, sets: &mut Vec<String>) -> Result<()> {
    let toml::Value::Table(own) = own else { return Err(not_on_the_page(&format!("parameters.{id}"))) };
    // An id with a point in it may be written without quotation marks.
    match own.get("value") {
        Some(value) => sets.push(format!("{id}={}", plain(value))),
        None => {
            for (rest, below) in own {
                parameter(&format!("{id}.{rest}"), below, sets)?;
            }
        }
    }
    Ok(())
}

/// Levers by path.
fn flatten(path: &str, value: &toml::Value, sets: &mut Vec<String>) {
    /// What says how a number is distributed, and is no group of levers.
    const SHAPES: [&str; 10] = [
        "pert",
        "triangular",
        "uniform",
        "normal",
        "lognormal",
        "beta",
        "gamma",
        "discrete",
        "table",
        "dated",
    ];
    match value {
        toml::Value::Table(own) if !own.keys().any(|key| SHAPES.contains(&key.as_str())) => {
            own.iter().for_each(|(key, below)| flatten(&format!("{path}.{key}"), below, sets));
        }
        value => sets.push(format!("{path}={}", plain(value))),
    }
}

/// A value as `--set` takes it.
fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(word) => word.clone(),
        other => other.to_string(),
    }
}

fn seed(text: &str) -> Result<u64> {
    text.parse().map_err(|_| Problem::new(say::WHOLE_NUMBER).key("seed").found(text).into())
}

fn refuse_long(text: &str) -> Result<()> {
    match text.len() > LONGEST {
        false => Ok(()),
        true => Err(Problem::new(say::LiveTooLong { limit: LONGEST }).found(text.len().to_string()).into()),
    }
}

/// A text in an address: letters, digits and a few signs as they are, all others by their bytes.
fn encoded(text: &str) -> String {
    let byte = |b: u8| match b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
        true => char::from(b).to_string(),
        false => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// What such a text was; what is no code stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let code = code.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn setting(sets: &[&str]) -> Setting {
        Setting { sets: sets.iter().map(|set| set.to_string()).collect(), ..Setting::default() }
    }

    #[test]
    fn a_link_has_what_is_changed_and_nothing_else() {
        assert_eq!(Setting::default().fragment(), "v=1");
        let own = Setting {
            reactions: "no-behaviour".into(),
            seed: 7,
            municipality: "0301".into(),
            ..setting(&["price_response={pert=[0, 0.1, 0.3]}", "financing.B.refund.max_age=none"])
        };
        let link = own.fragment();
        assert!(
            link.starts_with("v=1&reactions=no-behaviour&seed=7&municipality=0301&price_response=%7Bpert")
        );
        assert_eq!(Setting::of_fragment(&format!("#{link}")).unwrap(), own);
        assert!(Setting::of_fragment("seed=-1").is_err() && Setting::of_fragment("v=9").is_err());
        assert!(Setting::of_fragment(&"a".repeat(LONGEST + 1)).is_err());
    }

    #[test]
    fn a_file_is_the_setting_again_and_the_scenario_that_the_command_line_loads() {
        let own = setting(&[
            "financing.B.refund.rate=0.95",
            "financing.A.offset_basis=yearly",
            "financing.B.refund.max_age=none",
            "norm_drift.A=0.01",
            "price_response={pert=[0, 0.1, 0.3]}",
        ]);
        let text = own.toml().unwrap();
        let again = Setting::of_toml(&text).unwrap();
        let [a, b] = [&own, &again].map(|setting| setting.load(Some(6)).unwrap());
        assert_eq!((a.models, a.parameters), (b.models, b.parameters), "{text}");
        for wrong in
            ["units = \"x.csv\"", "scenario.horizon = 3", "extends = \"/etc/passwd\"", "a = [", "[data]"]
        {
            assert!(Setting::of_toml(wrong).is_err(), "{wrong}");
        }
    }

    /// A user's own move holds against the alternative's.
    #[test]
    fn reactions_are_laid_below_what_was_moved() {
        let own = Setting { reactions: "no-behaviour".into(), ..setting(&["price_response=0.2"]) };
        let sets = own.all_sets().unwrap();
        assert!(sets.contains(&"price_response=0.2".into()) && !sets.contains(&"price_response=0".into()));
        assert!(sets.contains(&"award_response=0".into()));
        assert!(own.command(50, Some(6)).unwrap().contains("--years 6 --set price_response=0.2 --set"));
    }

    proptest! {
        #[test]
        fn no_link_breaks_anything(text in ".{0,60}") {
            if let Ok(setting) = Setting::of_fragment(&text) {
                prop_assert_eq!(Setting::of_fragment(&setting.fragment()).unwrap().sets.len(), setting.sets.len());
            }
            let _ = Setting::of_toml(&text);
        }

        #[test]
        fn what_is_coded_is_read_again(text in "\\PC{0,40}") {
            prop_assert_eq!(decoded(&encoded(&text)), text);
        }
    }
}
