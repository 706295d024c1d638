//! What is told of analyses of what decides figures, whichever command made them.

use super::arguments::AnalysisArgs;
use super::console::{print, print_of_results, shown, tell_all};
use crate::analysis::studies::Studies;
use crate::error::Result;
use crate::experiment::{json, study_files};
use crate::export::folder;
use crate::report::studies::document;
use crate::report::texts::Texts;
use crate::text::Lang;

/// Refuses a folder that could not be written, before anything is simulated.
pub fn check(args: &AnalysisArgs, lang: Lang) -> Result<()> {
    let Some(out) = &args.out else { return Ok(()) };
    tell_all(&folder::ensure_writable(out, &args.force.into())?, lang);
    Ok(())
}

/// Writes the folder if one is wished, then tells on screen, with long tables or without.
pub fn tell(studies: &Studies, args: &AnalysisArgs, long: bool, lang: Lang) -> Result<()> {
    let texts = Texts::new(lang);
    if let Some(out) = &args.out {
        tell_all(&folder::write(out, &args.force.into(), &study_files(studies, &texts)?)?, lang);
    }
    let text = match args.json {
        true => json(studies)?,
        false => shown(&document(studies, &texts), long),
    };
    args.out.as_ref().map_or_else(|| print(&text), |out| print_of_results(&text, out))
}
