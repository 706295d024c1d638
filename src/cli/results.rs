//! What is told of a run on screen, whichever command made it.

use super::console::open;
use crate::error::Result;
use crate::experiment::{CompletedRun, KeptDraws, ResultFolder};
use crate::export::REPORT;
use crate::report::run::Run;
use crate::report::sections::headlines::headlines;
use crate::report::texts::Texts;
use crate::report::plain;
use crate::text::{Lang, Text};
use std::path::Path;

/// What is to be known of a run beside its headlines: where its parameters come from, and how precise it is.
pub fn notes(run: &CompletedRun, lang: Lang) -> String {
    let info = run.info(&[]);
    let calibrated = info.posterior.map(|p| p.words(info.draws, lang)).unwrap_or_default();
    let precise = info.precision.map(|p| p.words(lang)).unwrap_or_default();
    format!("{calibrated}{precise}")
}

/// What is told of a run that is written: its headlines as its own files have them, notes, and where everything is.
pub fn told(
    folder: &ResultFolder,
    notes: &str,
    report: bool,
    draws: Option<&KeptDraws>,
    lang: Lang,
) -> Result<String> {
    let run = Run::read(folder.about.clone(), &folder.tables)?;
    let headlines = plain::text(&headlines(&run, &Texts::new(lang)), true);
    let draws = draws.map_or(String::new(), |draws| {
        let label = Text::all("Trekninger", "Trekkingar", "Draws");
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
    let files = Text::all("Resultatfiler", "Resultatfiler", "Result files");
    format!("{page}{}: {}\n", files.get(lang), folder.display())
}

/// The line that says where the report is.
pub fn report_line(folder: &Path, lang: Lang) -> String {
    let label = Text::all("Rapport", "Rapport", "Report");
    format!("{}: {}\n", label.get(lang), folder.join(REPORT).display())
}

/// Opens the report where that is wished.
pub fn show(folder: &Path, wished: bool) -> Result<()> {
    if wished { open(&folder.join(REPORT)) } else { Ok(()) }
}
