//! Scenarios and data that are built into the program, so that it runs from any folder.

use crate::error::nearest;

/// Names of the scenarios that can be run.
pub const SCENARIOS: &[&str] = &["national", "oslo", "variants", "sweden", "example-mixed", "example-own"];

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/", $name)))),*]
    };
}

/// Every shipped file, by its path below `scenarios/`.
pub const FILES: &[(&str, &str)] = shipped![
    "parameters.toml",
    "national.toml",
    "oslo.toml",
    "variants.toml",
    "sweden.toml",
    "example-mixed.toml",
    "example-own.toml",
    "data/municipalities.csv",
    "data/municipality_numbers.csv",
    "data/oslo_districts.csv",
    "data/known_recipients.csv",
    "data/example_observed.csv",
    "data/sweden_recipients.csv",
    "data/sweden.csv",
    "data/targets.csv",
    "data/calibration_targets.csv",
    "data/budget_chapters.csv",
    "data/national_recipients.csv",
    "data/home_service_users.csv",
    "data/oslo_history.csv",
    "data/refund_scheme.csv",
    "data/known_events.csv",
    "data/version_bridge.csv",
    "data/sources.csv",
    "data/alternatives.toml",
    "data/presets.toml",
];

/// Names that `extends` knows: the scenarios and the table of parameters.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCENARIOS.iter().copied().chain(["parameters"])
}

/// Ids of the shipped parameters, as their headings have them.
pub fn parameters() -> impl Iterator<Item = &'static str> {
    let lines = scenario("parameters").unwrap_or_default().lines();
    lines.filter_map(|line| Some(line.strip_prefix("[parameters.")?.strip_suffix(']')?.trim_matches('"')))
}

/// What Norwegians call scenarios.
const CALLED: [(&str, &str); 4] =
    [("nasjonal", "national"), ("nasjonalt", "national"), ("sverige", "sweden"), ("varianter", "variants")];

/// The shipped scenario that a word may mean.
pub fn meant(word: &str) -> Option<String> {
    let called = || nearest(word, CALLED.iter().map(|(name, _)| *name));
    let of = |name: String| CALLED.iter().find(|(own, _)| *own == name).map(|(_, id)| (*id).to_string());
    nearest(word, names()).or_else(|| called().and_then(of))
}

/// The text of a shipped scenario (or of `parameters`), by name.
pub fn scenario(name: &str) -> Option<&'static str> {
    names().find(|known| *known == name).and_then(|name| file(&format!("{name}.toml")))
}

/// A shipped data table, by the path scenarios use (`data/municipalities.csv`).
pub fn data(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(p, _)| *p == path && p.ends_with(".csv")).map(|(_, text)| *text)
}

/// The text of any shipped file, by its path below `scenarios/`.
pub fn file(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(p, _)| *p == path).map(|(_, text)| *text)
}
