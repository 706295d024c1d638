//! What is told of a run on screen, whichever command made it.

use super::arguments::ResultArgs;
use super::console::open;
use crate::error::Result;
use crate::experiment::{CompletedRun, KeptDraws, ResultFolder};
use crate::export::REPORT;
use crate::report::screen;
use crate::text::{Lang, say};
use std::path::Path;

/// The table of headlines, and what else is to be known of them; none where the user wants quiet. To be made before the
/// results are written, since the numbers of a large run lie in its draws.
pub fn headlines(run: &CompletedRun, args: &ResultArgs, lang: Lang) -> Option<String> {
    if args.quiet {
        return None;
    }
    let table = screen::table(&run.setup.scenario, &run.results, lang);
    let info = run.info(&[]);
    let calibrated = info.posterior.map(|p| p.words(info.draws, lang)).unwrap_or_default();
    let precise = info.precision.map(|p| p.words(lang)).unwrap_or_default();
    Some(format!("{table}\n{calibrated}{precise}"))
}

/// What is told of a run that is written, with its headlines: where everything is; nothing where the user wants quiet.
pub fn told(
    headlines: Option<String>,
    folder: &Path,
    report: bool,
    draws: Option<&KeptDraws>,
    lang: Lang,
) -> String {
    let Some(headlines) = headlines else { return String::new() };
    let draws = draws.map_or(String::new(), |draws| {
        let label = say::ABOUT_DRAWS;
        format!("{}: {}\n", label.get(lang), draws.folder.display())
    });
    format!("{headlines}{}{draws}", places(folder, report, lang))
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

/// Opens the report where that is wished.
pub fn show(folder: &Path, wished: bool) -> Result<()> {
    if wished { open(&folder.join(REPORT)) } else { Ok(()) }
}
