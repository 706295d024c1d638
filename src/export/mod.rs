//! Result files: comma-separated tables, `run.json`, and the folder that appears whole or not at
//! all. Writers only; every figure comes from `analysis` and `engine`.

pub mod csv;
pub mod folder;
pub mod manifest;

use crate::analysis::summary::SummaryRow;
use crate::analysis::validation::Validation;
use crate::engine::results::Results;
use crate::error::Result;
use crate::scenario::Scenario;
use crate::text::Lang;

/// Every file of a result folder, name and content: the tables, and `run.json` with their hashes.
/// Labels are bokmål whatever the language on screen, so that a run has one result.
pub fn files(
    scenario: &Scenario,
    results: &Results,
    rows: &[SummaryRow],
    validations: &[Validation],
    info: &manifest::RunInfo,
    fingerprint: &str,
) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = csv::all(scenario, results, rows, validations, Lang::Nb);
    let manifest = manifest::manifest(scenario, results, info, &files, fingerprint);
    files.push((folder::MANIFEST.to_string(), manifest));
    Ok(files)
}
