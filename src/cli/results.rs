//! What is told of a run on screen, whichever command made it.

use super::arguments::ResultArgs;
use super::console::{open, results_stand, shown};
use crate::error::Result;
use crate::experiment::{CompletedRun, KeptDraws, ResultFolder};
use crate::export::REPORT;
use crate::report::run::Run;
use crate::report::sections::headlines::headlines;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use std::path::Path;

/// What is to be known of a run beside its headlines, where its parameters come from and how precise it is; none where
/// the user wants quiet.
pub fn notes(run: &CompletedRun, args: &ResultArgs, lang: Lang) -> Option<String> {
    if args.quiet {
        return None;
    }
    let info = run.info(&[]);
    let calibrated = info.posterior.map(|p| p.words(info.draws, lang)).unwrap_or_default();
    let precise = info.precision.map(|p| p.words(lang)).unwrap_or_default();
    Some(format!("{calibrated}{precise}"))
}

/// What is told of a run that is written: its headlines as its own files have them, notes, and where everything is;
/// nothing without notes.
pub fn told(
    notes: Option<String>,
    folder: &ResultFolder,
    report: bool,
    draws: Option<&KeptDraws>,
    lang: Lang,
) -> Result<String> {
    let Some(notes) = notes else { return Ok(String::new()) };
    let run = Run::new(folder.about.clone(), &folder.tables)?;
    let texts = Texts::new(lang).in_currency(folder.about.scenario.currency.as_deref());
    let headlines = shown(&headlines(&run, &texts), true);
    let draws = draws.map_or(String::new(), |draws| {
        let label = say::ABOUT_DRAWS;
        format!("{}: {}\n", label.get(lang), draws.folder.display())
    });
    Ok(format!("{headlines}\n{notes}{}{draws}", places(&folder.path, report, lang)))
}

/// The last line, if it is wished for: the fingerprint of all results.
pub fn last(folder: &ResultFolder, wished: bool) -> String {
    if wished { format!("{}\n", folder.fingerprint()) } else { String::new() }
}

/// Lines that say where report and files are.
pub fn places(folder: &Path, report: bool, lang: Lang) -> String {
    let page = match report {
        true => report_line(folder, lang),
        false => String::new(),
    };
    let files = say::LABEL_RESULT_FILES;
    format!("{page}{}: {}\n", files.get(lang), folder.display())
}

/// The line that says where the report is.
pub fn report_line(folder: &Path, lang: Lang) -> String {
    let label = say::LABEL_REPORT;
    format!("{}: {}\n", label.get(lang), folder.join(REPORT).display())
}

/// The line that says where the page of a municipality is.
pub fn municipality_line(page: &Path, lang: Lang) -> String {
    format!("{}: {}\n", say::LABEL_MUNICIPALITY.get(lang), page.display())
}

/// Notes that the results stand, and opens the report where that is wished.
pub fn show(folder: &Path, wished: bool) -> Result<()> {
    show_page(folder, REPORT, wished)
}

/// The same with a page of them instead of the report.
pub fn show_page(folder: &Path, page: &str, wished: bool) -> Result<()> {
    results_stand(folder);
    if wished { open(&folder.join(page)) } else { Ok(()) }
}
