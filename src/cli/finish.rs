//! What comes after the draws, whoever made them: analysis, files, and the table on screen.

use super::print;
use super::report::ReportArgs;
use crate::analysis::{summary, validation};
use crate::engine::results::Results;
use crate::error::{Error, Result};
use crate::export::{REPORT, files, folder, manifest::RunInfo};
use crate::report::run::Run;
use crate::report::sections::headlines::headlines;
use crate::report::{plain, texts::Texts};
use crate::scenario::{Scenario, embedded};
use crate::text::{Lang, Text};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Where results go and how they are told.
pub struct Wishes<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// Replace an older result anywhere.
    pub force: bool,
    /// Nothing on screen.
    pub quiet: bool,
    /// The fingerprint on the last line.
    pub fingerprint: bool,
    /// Language on screen and in the report.
    pub lang: Lang,
    /// What is written beside the tables.
    pub report: &'a ReportArgs,
    /// Turns true when the user interrupts.
    pub stop: &'a AtomicBool,
}

/// Writes the results, then shows them. `tidy` is called once they stand, and says where draws are kept.
pub fn finish(
    scenario: &Scenario,
    results: &Results,
    info: &RunInfo,
    wishes: &Wishes<'_>,
    tidy: impl FnOnce() -> Result<Option<PathBuf>>,
) -> Result<()> {
    let rows = summary::summarise(scenario, results);
    let checks = validate(scenario, results)?;
    let fingerprint = results.fingerprint();
    let extras = wishes.report.extras(wishes.lang);
    let files = files(scenario, results, &rows, &checks, info, &fingerprint, extras)?;
    let table = match wishes.quiet {
        true => String::new(),
        false => {
            let manifest = files.iter().find(|(name, _)| name == folder::MANIFEST);
            let run = Run::read(manifest.map_or(&[][..], |(_, content)| content), &files)?;
            plain::text(&headlines(&run, &Texts::new(wishes.lang)), true)
        }
    };
    if wishes.stop.load(Ordering::Relaxed) {
        return Err(Error::Interrupted { kept: results.draws });
    }
    if let Some(failure) = results.national.failure() {
        return Err(failure);
    }
    folder::write(wishes.folder, wishes.force, files)?;
    let kept = tidy()?;
    wishes.report.show(wishes.folder)?;
    let last = if wishes.fingerprint { format!("{fingerprint}\n") } else { String::new() };
    if wishes.quiet {
        return print(&last);
    }
    let precise = info.precision.as_ref().map(|p| p.words(wishes.lang)).unwrap_or_default();
    let calibrated = info.posterior.as_ref().map(|p| p.words(results.draws, wishes.lang)).unwrap_or_default();
    let where_to = Text::all("Resultatfiler", "Resultatfiler", "Result files");
    let draws = kept.map_or(String::new(), |folder| {
        let label = Text::all("Trekninger", "Trekkingar", "Draws");
        format!("{}: {}\n", label.get(wishes.lang), folder.display())
    });
    let files = format!("{}: {}\n", where_to.get(wishes.lang), wishes.folder.display());
    let page = extras.report.map_or(String::new(), |lang| {
        let label = Text::all("Rapport", "Rapport", "Report");
        format!("{}: {}\n", label.get(lang), wishes.folder.join(REPORT).display())
    });
    print(&format!("{table}\n{calibrated}{precise}{page}{files}{draws}{last}"))
}

fn validate(scenario: &Scenario, results: &Results) -> Result<Vec<validation::Validation>> {
    let name = validation::TARGETS;
    let targets = validation::read_targets(name, embedded::data(name).unwrap_or_default())?;
    Ok(validation::validate(scenario, results, &targets))
}
