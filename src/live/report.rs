//! The section of a run's report: turned from where the run stands, if a page can simulate that run.

use super::page::{self, Source};
use super::setting::Setting;
use crate::error::Result;
use crate::records::manifest::Manifest;
use crate::report::html::Extra;
use crate::scenario::embedded;
use crate::text::Lang;

/// The engine, compressed by gzip: the library as WebAssembly.
const ENGINE: &[u8] = include_bytes!("engine.wasm.gz");

/// The section of a run's report; one sentence in its place where the run is of something that a page has not.
pub fn of_run(about: &Manifest, lang: Lang) -> Result<Option<Extra>> {
    Ok(Some(match setting(about) {
        Some(setting) => page::section(&setting, Source::Engine(ENGINE), lang)?,
        None => page::without_engine(lang),
    }))
}

/// The setting that a run is of; nothing where it has files or choices that a setting has not.
fn setting(about: &Manifest) -> Option<Setting> {
    let shipped = |name: &str| embedded::SCENARIOS.iter().find(|known| **known == name);
    let scenario = about.scenario.inputs.iter().rev().find_map(|input| shipped(&input.name))?;
    // A file of levers and values is the changes that it makes; one of data is more than that.
    let data = |name: &str| name.ends_with(".csv") && embedded::data(name).is_none();
    if about.posterior.is_some() || about.scenario.inputs.iter().any(|input| data(&input.name)) {
        return None;
    }
    let sets = about.changes.iter().map(|change| format!("{}={}", change.key, change.to)).collect();
    let setting = Setting { scenario: scenario.to_string(), sets, seed: about.seed, ..Setting::default() };
    // What the setting makes of the scenario is what the run made of it, or it is another.
    let own = setting.load(None).ok()?;
    let hashes = |input: &crate::scenario::InputFile| {
        about.scenario.inputs.iter().any(|told| (&told.name, &told.hash) == (&input.name, &input.hash))
    };
    let same = own.changes == about.changes
        && own.base_year == about.scenario.first_year
        && own.units.len() == about.scenario.units
        && own.inputs.iter().all(hashes);
    same.then_some(setting)
}
