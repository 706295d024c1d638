//! What is told of analyses of what decides figures, whichever command made them.

use super::arguments::AnalysisArgs;
use super::console::print;
use crate::analysis::studies::Studies;
use crate::error::Result;
use crate::experiment::{json, study_files};
use crate::export::folder;
use crate::report::plain;
use crate::report::studies::document;
use crate::report::texts::Texts;
use crate::text::Lang;

/// Refuses a folder that could not be written, before anything is simulated.
pub fn check(args: &AnalysisArgs) -> Result<()> {
    args.out.as_ref().map_or(Ok(()), |out| folder::ensure_writable(out, args.force))
}

/// Writes the folder if one is wished, then tells on screen, with long tables or without.
pub fn tell(studies: &Studies, args: &AnalysisArgs, long: bool, lang: Lang) -> Result<()> {
    let texts = Texts::new(lang);
    if let Some(out) = &args.out {
        folder::write(out, args.force, study_files(studies, &texts)?)?;
    }
    match args.json {
        true => print(&json(studies)?),
        false => print(&plain::text(&document(studies, &texts), long)),
    }
}
