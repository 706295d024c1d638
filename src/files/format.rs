//! Which results of the program can be read: those in the form that this program writes.

use crate::error::{Problem, Result};
use crate::text::{Text, say};

/// The format of run folders and of draws: names of files, columns and ids in them. It stands in `run.json`, `plan.json` and
/// `part.json`; files from before it was kept are of format 1.
///
/// Raise it by one in every change after which a table has another column, or a cell another meaning or another id.
pub const FILE_FORMAT: u32 = 3;

/// The format of files that don't tell it.
pub fn first() -> u32 {
    1
}

/// Refuses the file `named`, which tells that `version` of the program wrote it in format `found`, unless that is the format
/// of this program.
pub fn refuse_other_format(named: impl Into<String>, found: u32, version: &str) -> Result<()> {
    if found == FILE_FORMAT {
        return Ok(());
    }
    let version = if version.is_empty() { "–" } else { version };
    Err(Problem::new(say::WRITTEN_IN_ANOTHER_FORMAT)
        .file(named)
        .key("file_format")
        .found(format!("{found} (bpasim {version})"))
        .allowed(Text::same(format!("{FILE_FORMAT} (bpasim {})", env!("CARGO_PKG_VERSION"))))
        .into())
}
