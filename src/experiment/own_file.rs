//! Files of the user's that a run was made of, found again by name and hash: the folders they lay in are not kept.

use crate::error::{Problem, Result};
use crate::files::swap::{entries, is_folder};
use crate::scenario::layers::{hash, read_table};
use crate::text::say;
use std::path::{Component, Path, PathBuf};

/// Where a file of this name and hash lies, from which what stands in `folder` was made: in the folder the command is run in or
/// one just below it, in `folder`, or in one around it. One of another content is given only where no other is found, so that
/// whoever reads it can tell that it has changed.
///
/// # Errors
/// Where there is none, with what to do.
pub(super) fn own_file(name: &str, blake3: &str, folder: &Path) -> Result<String> {
    // A list may have been changed to name anything.
    let plain = matches!(Path::new(name).components().collect::<Vec<_>>()[..], [Component::Normal(_)]);
    let found: Vec<PathBuf> = match plain {
        true => places(folder).into_iter().map(|place| place.join(name)).filter(|p| p.is_file()).collect(),
        false => Vec::new(),
    };
    let same = |path: &&PathBuf| read_table(path).is_ok_and(|(text, _)| hash(&text) == blake3);
    match found.iter().find(same).or(found.first()) {
        Some(path) => Ok(path.display().to_string()),
        None => Err(Problem::new(say::OWN_FILE_NOT_FOUND)
            .file(folder.display().to_string())
            .found(format!("{name}, BLAKE3 {}…", blake3.get(..12).unwrap_or(blake3)))
            .allowed(say::WHERE_OWN_FILES_LIE)
            .into()),
    }
}

/// Folders in which a file is looked for, the likeliest first.
fn places(folder: &Path) -> Vec<PathBuf> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let below = entries(Path::new(".")).unwrap_or_default().into_iter().map(PathBuf::from);
    let below = below.filter(|path| !path.to_string_lossy().starts_with('.') && is_folder(path));
    let around = folder.ancestors().map(Path::to_path_buf);
    std::iter::once(PathBuf::new()).chain(around).chain(below).collect()
}
