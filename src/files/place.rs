//! Where a place that is written to really is, and what stands beside it.

use super::system::{is_mount, may_write};
use crate::error::{Error, Problem, Result};
use crate::text::say;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The name of the working folder inside a place that can't have it beside.
pub const INSIDE: &str = ".parts";

/// A folder's real place: links followed as far as it exists.
pub fn resolve(folder: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(folder).map_err(|e| Error::writing(folder, e))?;
    let mut rest = Vec::new();
    let mut at = absolute.as_path();
    loop {
        match at.canonicalize() {
            Ok(mut real) => {
                real.extend(rest.iter().rev());
                return Ok(real);
            }
            Err(e) if e.kind() == ErrorKind::NotFound => match (at.file_name(), at.parent()) {
                (Some(name), Some(parent)) if fs::symlink_metadata(at).is_err() => {
                    rest.push(name);
                    at = parent;
                }
                _ => return Err(leads_nowhere(at)),
            },
            Err(e) => return Err(Error::writing(folder, e)),
        }
    }
}

/// Refuses a link to what is not there.
pub fn leads_nowhere(link: &Path) -> Error {
    Problem::new(say::LINK_LEADS_NOWHERE).file(link.display().to_string()).into()
}

/// A folder beside another, with a word after its name.
pub fn beside(folder: &Path, word: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push(format!("-{word}"));
    folder.with_file_name(name)
}

/// Whether the working folder of a place must stand inside it: it is mounted, or what it stands in may not be written to.
pub fn is_inside(place: &Path) -> bool {
    place.is_dir() && (is_mount(place) || place.parent().is_none_or(|parent| !may_write(parent)))
}

/// The path of the working folder of a real place.
pub fn path_of(place: &Path) -> PathBuf {
    if is_inside(place) {
        return place.join(INSIDE);
    }
    let mut name = OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(INSIDE);
    place.with_file_name(name)
}
