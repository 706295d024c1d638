//! The result folder: all files together or none.
//!
//! Files are written to a hidden folder beside the wanted one, forced to disk, and renamed into
//! place. A result that is there already is renamed away first and removed only once the new one
//! stands; on any failure it is renamed back. Only files that the old `run.json` names as its own
//! are ever removed: whatever else lies in the folder moves over to the new one.

#![expect(clippy::disallowed_methods, reason = "results are written here")]

use crate::error::{Error, Problem, Result};
use crate::records::manifest::{self, FileList};
use crate::text::{Message, Text, say};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

/// The folder results go to unless another is named; only below it are results replaced unasked.
pub const DEFAULT: &str = "output";
/// The file by which a result folder is known.
pub const MANIFEST: &str = manifest::FILE;

/// Where a scenario's result goes unless another folder is named.
pub fn default_folder(scenario: &str) -> PathBuf {
    Path::new(DEFAULT).join(scenario)
}

/// Whether a folder lies below the default one, where results are replaced unasked.
pub fn below_default(folder: &Path) -> bool {
    let default = resolve(Path::new(DEFAULT));
    resolve(folder).is_ok_and(|own| default.is_ok_and(|default| own.starts_with(default)))
}

/// Refuses before a run what could not be written after it: a file in the way, another run's result
/// outside the default folder, a place without the right to write. Leaves nothing behind.
pub fn ensure_writable(folder: &Path, force: bool) -> Result<()> {
    let target = resolve(folder)?;
    plan(&target, folder, force)?;
    let mut place = target.parent();
    while let Some(p) = place.filter(|p| !p.exists()) {
        place = p.parent();
    }
    let place = place.unwrap_or(Path::new("."));
    temporary(place).map(drop).map_err(|e| cannot_write(folder, e))
}

/// Writes the files (name, content) as the folder's result; see the module's description.
pub fn write(folder: &Path, force: bool, files: Vec<(String, Vec<u8>)>) -> Result<()> {
    let target = resolve(folder)?;
    let old = plan(&target, folder, force)?;
    check_names(&files, &old, folder)?;
    let mut made = Vec::new();
    let done = swap_in(&target, &old, &files, &mut made).map_err(|e| cannot_write(folder, e));
    if done.is_err() {
        // Folders made on the way go again where they are still empty.
        for folder in made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    done
}

/// What stands where the result shall go.
#[derive(Debug, Default)]
struct Old {
    exists: bool,
    /// Files of the earlier result, which may be removed.
    own: Vec<OsString>,
    /// Everything else, which moves over.
    foreign: Vec<OsString>,
}

fn plan(target: &Path, shown: &Path, force: bool) -> Result<Old> {
    if target.parent().is_none() || std::env::current_dir().is_ok_and(|here| here.starts_with(target)) {
        return Err(refuse(shown, say::RESULT_NEEDS_OWN_FOLDER.text()));
    }
    if target.is_file() {
        return Err(refuse(shown, say::FILE_AND_NO_FOLDER.text()));
    }
    if !target.exists() {
        return Ok(Old::default());
    }
    let mut names = fs::read_dir(target)
        .and_then(|entries| entries.map(|e| e.map(|e| e.file_name())).collect::<io::Result<Vec<_>>>())
        .map_err(|e| cannot_write(shown, e))?;
    names.sort();
    if names.is_empty() {
        return Ok(Old { exists: true, ..Old::default() });
    }
    let Some(listed) = own_files(target) else {
        return Err(refuse(shown, say::FOLDER_EXISTS_WITHOUT_RESULT.text()));
    };
    if !force && !below_default(target) {
        return Err(refuse(shown, say::RESULT_OF_ANOTHER_RUN.text()));
    }
    let is_own = |n: &OsString| n.to_str().is_some_and(|n| n == MANIFEST || listed.iter().any(|l| l == n));
    let (mut own, mut foreign): (Vec<OsString>, Vec<OsString>) =
        names.into_iter().partition(|n| is_own(n) && target.join(n).is_file());
    // A folder that holds nothing but our files is ours too.
    foreign.retain(|name| {
        let inside = name.to_str().and_then(|name| own_folder(&target.join(name), name, &listed));
        let ours = inside.is_some();
        own.extend(inside.into_iter().flatten());
        !ours
    });
    Ok(Old { exists: true, own, foreign })
}

/// Files of an earlier run in a folder that has nothing else.
fn own_folder(folder: &Path, name: &str, listed: &[String]) -> Option<Vec<OsString>> {
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder).ok()? {
        let path = format!("{name}/{}", entry.ok()?.file_name().to_str()?);
        if !listed.contains(&path) || !folder.parent()?.join(&path).is_file() {
            return None;
        }
        inside.push(path.into());
    }
    (!inside.is_empty()).then_some(inside)
}

/// Names of the files an earlier run wrote here, or nothing if this is no result of bpasim.
fn own_files(folder: &Path) -> Option<Vec<String>> {
    let text = fs::read(folder.join(MANIFEST)).ok()?;
    FileList::read(&text).map(|list| list.outputs.keys().cloned().collect())
}

fn check_names(files: &[(String, Vec<u8>)], old: &Old, shown: &Path) -> Result<()> {
    for (name, _) in files {
        let parts: Vec<Component<'_>> = Path::new(name).components().collect();
        let plain = parts.iter().all(|part| matches!(part, Component::Normal(_))) && !name.contains('\\');
        if !plain || !(1..=2).contains(&parts.len()) {
            return Err(Problem::new(say::ILLEGAL_FILE_NAME).file(name).into());
        }
        let top = name.split('/').next();
        if old.foreign.iter().any(|f| f.to_str() == top) {
            return Err(refuse(&shown.join(name), say::NOT_WRITTEN_BY_BPASIM.text()));
        }
    }
    Ok(())
}

fn swap_in(target: &Path, old: &Old, files: &[(String, Vec<u8>)], made: &mut Vec<PathBuf>) -> io::Result<()> {
    let parent = target.parent().unwrap_or(Path::new("."));
    make_folders(parent, made)?;
    // Removed when dropped, so a failure below leaves nothing.
    let new = temporary(parent)?;
    for (name, content) in files {
        let path = new.path().join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = File::create(path)?;
        file.write_all(content)?;
        file.sync_all()?;
    }
    sync_folder(new.path())?;
    if old.exists {
        let aside = temporary(parent)?;
        let before = aside.path().join("before");
        fs::rename(target, &before)?;
        if let Err(e) = fs::rename(new.path(), target) {
            restore(&before, target, aside);
            return Err(e);
        }
        // The new result stands; what is left is tidying, in which nothing foreign may be lost.
        let mut kept = false;
        for name in &old.foreign {
            kept |= fs::rename(before.join(name), target.join(name)).is_err();
        }
        for name in &old.own {
            let path = before.join(name);
            let _ = fs::remove_file(&path);
            // Goes only when it is empty.
            let _ = path.parent().filter(|p| *p != before).map(fs::remove_dir);
        }
        if kept || fs::remove_dir(&before).is_err() {
            let _ = aside.keep();
        }
    } else {
        fs::rename(new.path(), target)?;
    }
    // Renamed away, so there is nothing left to remove.
    let _ = new.keep();
    // The result stands already: a folder that cannot be forced to disk is no failure.
    let _ = sync_folder(parent);
    Ok(())
}

/// Puts the earlier result back; if even that fails it stays where it is rather than be removed.
fn restore(before: &Path, target: &Path, aside: tempfile::TempDir) {
    if fs::rename(before, target).is_err() {
        let _ = aside.keep();
    }
}

fn make_folders(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|p| !p.exists()).collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder)?;
        made.push(folder.to_path_buf());
    }
    Ok(())
}

fn temporary(parent: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bpasim-");
    // As any new folder, not closed to others as temporary ones are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}

/// Makes a rename or new files last through a power cut, where the system has that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// The folder's real place: links followed as far as it exists, `..` not allowed beyond.
fn resolve(folder: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(folder).map_err(|e| cannot_write(folder, e))?;
    let mut rest = Vec::new();
    let mut at = absolute.as_path();
    loop {
        match at.canonicalize() {
            Ok(mut real) => {
                real.extend(rest.iter().rev());
                return Ok(real);
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => match (at.file_name(), at.parent()) {
                (Some(name), Some(parent)) if fs::symlink_metadata(at).is_err() => {
                    rest.push(name);
                    at = parent;
                }
                _ => return Err(cannot_write(folder, e)),
            },
            Err(e) => return Err(cannot_write(folder, e)),
        }
    }
}

fn refuse(folder: &Path, what: Text) -> Error {
    Problem::new(what).file(folder.display().to_string()).key("--out").into()
}

fn cannot_write(folder: &Path, source: io::Error) -> Error {
    let at = folder.display();
    let full = matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    let doing =
        if full { say::DiskFullForResults { at }.text() } else { say::ResultsCannotBeWritten { at }.text() };
    Error::io(doing, source)
}

#[cfg(test)]
#[path = "folder_tests.rs"]
mod tests;
