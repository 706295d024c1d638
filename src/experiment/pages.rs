//! An analysis as files: a page of its own with the numbers beside it, or numbers that join the folder of a run.

use crate::analysis::backtest::Backtests;
use crate::analysis::calibration::posterior::{self, Posterior};
use crate::analysis::studies::Studies;
use crate::error::{Error, Result};
use crate::export::{self, BACKTEST, folder};
use crate::files::list::FileList;
use crate::outcomes::Outcome;
use crate::records::csv;
use crate::records::record::Record;
use crate::records::tables::CompareLine;
use crate::report::comparison::Comparison;
use crate::report::document::Document;
use crate::report::run::NamedFile;
use crate::report::texts::Texts;
use crate::report::{backtest, calibration, html, studies};
use crate::text::say;

/// Findings as they are kept.
pub fn json(found: &impl serde::Serialize) -> Result<String> {
    let text = serde_json::to_string_pretty(found)
        .map_err(|e| Error::internal(say::ANALYSES_CANNOT_BE_WRITTEN, e))?;
    Ok(format!("{text}\n"))
}

/// The numbers of the analyses, as files that belong to a folder of results.
pub fn study_tables(studies: &Studies) -> Result<Vec<NamedFile>> {
    Ok(vec![
        (format!("{}.csv", export::studies::TABLE), export::studies::csv(studies)?),
        (export::DECISION.to_string(), json(studies)?.into_bytes()),
    ])
}

/// The numbers of backtests, as files that belong to a folder of results.
pub fn backtest_tables(found: &Backtests) -> Result<Vec<NamedFile>> {
    Ok(vec![
        (format!("{}.csv", export::backtest::TABLE), export::backtest::csv(found)?),
        (BACKTEST.to_string(), json(found)?.into_bytes()),
    ])
}

/// The analyses as a folder of their own.
pub fn study_files(found: &Studies, texts: &Texts) -> Result<Vec<NamedFile>> {
    page_folder("decides.html", &studies::document(found, texts), study_tables(found)?, texts)
}

/// Backtests as a folder of their own.
pub fn backtest_files(found: &Backtests, texts: &Texts) -> Result<Vec<NamedFile>> {
    page_folder("backtest.html", &backtest::document(found, texts), backtest_tables(found)?, texts)
}

/// A comparison as a folder of its own, with a figure of an outcome.
pub fn comparison_files(found: &Comparison, outcome: Outcome, texts: &Texts) -> Result<Vec<NamedFile>> {
    let numbers = vec![
        ("compare.json".to_string(), json(&found.json())?.into_bytes()),
        (format!("{}.csv", CompareLine::TABLE), csv::table(found.lines())?),
    ];
    page_folder("compare.html", &found.document(outcome, texts), numbers, texts)
}

/// A calibration as a folder of its own: the posterior, its rows, and a page.
pub fn calibration_files(found: &Posterior, texts: &Texts) -> Result<Vec<NamedFile>> {
    let page = html::page(&calibration::document(&found.calibration, texts), texts);
    listed(vec![
        (posterior::FILE.into(), found.text().into_bytes()),
        ("posterior.csv".into(), export::posterior::vectors(found)?),
        ("calibration.html".into(), page.into_bytes()),
    ])
}

/// A page with its figures beside it, the numbers, and the list by which the folder is known.
fn page_folder(
    name: &str,
    document: &Document,
    numbers: Vec<NamedFile>,
    texts: &Texts,
) -> Result<Vec<NamedFile>> {
    let mut files = numbers;
    files.push((name.to_string(), html::page(document, texts).into_bytes()));
    files.extend(export::drawings(document));
    listed(files)
}

/// Files with the list by which their folder is known.
fn listed(mut files: Vec<NamedFile>) -> Result<Vec<NamedFile>> {
    let list = FileList::of(&files).content();
    files.push((folder::MANIFEST.to_string(), list));
    Ok(files)
}
