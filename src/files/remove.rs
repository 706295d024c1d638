//! The one place where files are removed: only those that a list names, with the hash it gives. What was edited is set aside
//! under a name that tells so.

use super::list::Hashes;
use super::system::rename_new;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The hash of a file below a folder; none where there is none, or what stands there is a link or something else.
pub fn hash_below(folder: &Path, name: &str) -> io::Result<Option<String>> {
    let real = |path: &Path| match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found.file_type())),
        Err(e) if is_gone(&e) => Ok(None),
        Err(e) => Err(e),
    };
    if let Some((between, _)) = name.rsplit_once('/')
        && !real(&folder.join(between))?.is_some_and(|kind| kind.is_dir())
    {
        return Ok(None);
    }
    let path = folder.join(name);
    if !real(&path)?.is_some_and(|kind| kind.is_file()) {
        return Ok(None);
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(&path)?)?;
    Ok(Some(hasher.finalize().to_hex().to_string()))
}

/// Whether a file below a folder is as a list has it.
pub fn is_unchanged(folder: &Path, name: &str, listed: &Hashes) -> io::Result<bool> {
    match listed.get(name) {
        Some(told) => Ok(hash_below(folder, name)?.as_ref() == Some(told)),
        None => Ok(false),
    }
}

/// Removes the files of a list that are as it has them, and folders that are empty then. What was edited or is not listed
/// stays.
pub fn remove_listed(folder: &Path, listed: &Hashes) -> io::Result<()> {
    for name in listed.keys() {
        if is_unchanged(folder, name, listed)? {
            fs::remove_file(folder.join(name))?;
        }
    }
    remove_empty(folder, listed.keys());
    Ok(())
}

/// What comes after the name of a file that is not whole yet.
pub const DRAFT: &str = ".new";

/// Removes the drafts of files that were being written below a folder of the program's own when it was stopped: the only
/// files without a hash that ever go, and never one under the name it was to have.
pub fn remove_drafts<'a>(
    folder: &Path,
    names: impl IntoIterator<Item = &'a String> + Clone,
) -> io::Result<()> {
    names.clone().into_iter().try_for_each(|name| remove_own(&folder.join(format!("{name}{DRAFT}"))))?;
    remove_empty(folder, names);
    Ok(())
}

/// Removes one file that is known to be the program's own; that it is not there is no failure.
pub fn remove_own(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(e) if !is_gone(&e) => Err(e),
        _ => Ok(()),
    }
}

/// Whether a file was not there to begin with.
fn is_gone(e: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    matches!(e.kind(), NotFound | NotADirectory | InvalidFilename)
}

/// Removes the folders of these names, and the folder they stand in, where they are empty.
fn remove_empty<'a>(folder: &Path, names: impl IntoIterator<Item = &'a String>) {
    for name in names {
        if let Some((between, _)) = name.rsplit_once('/') {
            remove_if_empty(&folder.join(between));
        }
    }
    remove_if_empty(folder);
}

/// Removes a folder where it is empty; whether it is gone.
pub fn remove_if_empty(folder: &Path) -> bool {
    fs::remove_dir(folder).is_ok()
}

/// Moves a file or folder to a folder, under its name with `edited-1` (or the next number) before the ending. Gives the path.
pub fn set_aside(from: &Path, folder: &Path, name: &OsStr) -> io::Result<PathBuf> {
    for number in 1..u32::MAX {
        let path = folder.join(aside_name(Path::new(name), number));
        match rename_new(from, &path) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn aside_name(name: &Path, number: u32) -> OsString {
    let mut new = name.file_stem().unwrap_or(name.as_os_str()).to_os_string();
    new.push(format!(".edited-{number}"));
    if let Some(ending) = name.extension() {
        new.push(".");
        new.push(ending);
    }
    new
}

#[cfg(test)]
mod tests {
    use super::super::list::hash;
    use super::*;

    fn hashes(list: &[(&str, &str)]) -> Hashes {
        list.iter().map(|(name, content)| (name.to_string(), hash(content.as_bytes()))).collect()
    }

    #[test]
    fn only_what_is_listed_and_unchanged_goes() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join("f").join(name);
        fs::create_dir_all(at("own")).unwrap();
        fs::create_dir_all(at("mixed")).unwrap();
        let all = ["a.csv", "edited.xlsx", "mine.txt", "own/x.svg", "mixed/x.svg", "mixed/mine.svg"];
        all.iter().for_each(|name| fs::write(at(name), name).unwrap());
        fs::write(at("edited.xlsx"), "with comments").unwrap();
        let listed = all.iter().filter(|name| !name.contains("mine")).map(|name| (*name, *name));
        remove_listed(&dir.path().join("f"), &hashes(&listed.collect::<Vec<_>>())).unwrap();
        assert!(!at("a.csv").exists() && !at("own").exists() && !at("mixed/x.svg").exists());
        assert!(at("edited.xlsx").exists() && at("mine.txt").exists() && at("mixed/mine.svg").exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (own, users) = (dir.path().join("own"), dir.path().join("users"));
        fs::create_dir(&own).unwrap();
        fs::create_dir(&users).unwrap();
        fs::write(users.join("x.svg"), "x").unwrap();
        std::os::unix::fs::symlink(&users, own.join("figures")).unwrap();
        std::os::unix::fs::symlink(users.join("x.svg"), own.join("x.svg")).unwrap();
        remove_listed(&own, &hashes(&[("figures/x.svg", "x"), ("x.svg", "x")])).unwrap();
        assert!(users.join("x.svg").exists() && fs::symlink_metadata(own.join("x.svg")).is_ok());
    }

    #[test]
    fn what_was_edited_gets_a_telling_name() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path();
        for (content, name) in [("1", "results.edited-1.xlsx"), ("2", "results.edited-2.xlsx")] {
            fs::write(folder.join("results.xlsx"), content).unwrap();
            let path = set_aside(&folder.join("results.xlsx"), folder, OsStr::new("results.xlsx")).unwrap();
            assert_eq!(
                (path, fs::read_to_string(folder.join(name)).unwrap()),
                (folder.join(name), content.into())
            );
        }
        assert_eq!(aside_name(Path::new("README"), 3), "README.edited-3");
    }
}
