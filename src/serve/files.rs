//! The files of a run, as the command line that the page prints writes them.

use super::run::Run;
use crate::checkpoint::plan::Shard;
use crate::error::{Error, Result};
use crate::experiment::{CompletedRun, OutputRequest, ResultFolder, RunRequest, RunSetup, ScenarioRequest};
use crate::export::{DOCUMENT, Extras, REPORT, folder};
use crate::live::session::Session;
use crate::text::Lang;

/// The scenario's file, which needs no draws.
pub const SCENARIO: &str = "scenario.toml";

/// The files that are given, by name, with their types.
pub const FILES: [(&str, &str); 6] = [
    (REPORT, "text/html; charset=utf-8"),
    ("results.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("summary.csv", "text/csv; charset=utf-8"),
    (SCENARIO, "text/plain; charset=utf-8"),
    (folder::MANIFEST, "application/json"),
];

/// The results of a run whose draws are these, as a folder in memory.
pub fn results(run: &Run, drawn: &Session) -> Result<ResultFolder> {
    let mut scenario = ScenarioRequest::of(run.setting.scenario.clone());
    scenario.options = run.setting.options(None)?;
    let request = RunRequest { scenario, draws: run.draws, seed: run.setting.seed, ..RunRequest::default() };
    let setup = RunSetup::new(&request, Shard::WHOLE)?;
    let command = setup.plan.command(run.draws);
    let done = CompletedRun { setup, results: drawn.results.clone(), precision: None };
    done.result_folder(&OutputRequest { command, ..OutputRequest::default() })
}

/// A file of a run, in a language.
pub fn file(run: &Run, drawn: &Session, (name, lang): (&str, Lang)) -> Result<Vec<u8>> {
    let folder = results(run, drawn)?;
    let files = match name {
        "summary.csv" => folder.tables,
        name => folder.files(Extras {
            report: Some(lang),
            norwegian_csv: false,
            document: name == DOCUMENT,
            no_live: false,
        })?,
    };
    let found = files.into_iter().find(|(own, _)| own == name);
    found.map(|(_, content)| content).ok_or_else(|| Error::Internal { what: name.into() })
}
