//! How new files come to their place, whatever stands there, so that a kill at any moment loses nothing: what is to be done is
//! written down first, and whoever finds it undone finishes it ([`Ready::put`]).
//!
//! Where nothing stands, the new folder is renamed. Where only unchanged files of the program stand, the two folders change
//! places at once, and the old one is removed. Elsewhere (the user's own or edited files are there, or the folder can't be
//! renamed) each file changes places with its predecessor, the list last, and the user's files are never moved.

use super::list::{FILE, Hashes, is_plain};
use super::read;
use super::remove::{DRAFT, hash_below, is_unchanged, remove_if_empty, remove_listed, remove_own, set_aside};
use super::system::{exchange, is_mount, rename_new, sync_folder};
use crate::error::{Error, Problem, Result};
use crate::text::say;
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What is to be done, as it is written down.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Journal {
    /// Whether all new files stand ready.
    pub ready: bool,
    /// Whether the new files were moved from the working folder rather than written.
    pub moved: bool,
    /// Whether the place was there before.
    pub existed: bool,
    /// Files that stand in the place and may go.
    pub old: Hashes,
    /// The new files.
    pub new: Hashes,
}

/// New files ready in a folder, and the place they go to.
#[derive(Clone, Debug)]
pub struct Ready<'a> {
    /// Where they stand.
    pub from: &'a Path,
    /// Where they go.
    pub to: &'a Path,
}

impl Ready<'_> {
    /// Puts the files in place. Paths of edited files that were set aside come to `aside`, also where it fails on the way.
    pub fn put(&self, journal: &Journal, aside: &mut Vec<PathBuf>) -> io::Result<()> {
        if fs::symlink_metadata(self.to).is_err() {
            rename_new(self.from, self.to)?;
            // It stands already: a folder that can't be forced to disk is no failure.
            let _ = self.to.parent().map(sync_folder);
            return Ok(());
        }
        if self.is_only_old(journal)? {
            // As open to others as the one before.
            let _ = fs::metadata(self.to).and_then(|old| fs::set_permissions(self.from, old.permissions()));
            // Where it can't be done, each file changes places by itself.
            let _ = exchange(self.from, self.to);
        }
        self.finish(journal, aside)
    }

    /// Whether the place is still the one that was to be written to: empty, or with files of the old or the new ones.
    pub(super) fn is_there(&self, journal: &Journal) -> io::Result<bool> {
        if !self.to.is_dir() {
            return Ok(false);
        }
        let names = names_below(self.to)?;
        for name in &names {
            if is_unchanged(self.to, name, &journal.old)? || is_unchanged(self.to, name, &journal.new)? {
                return Ok(true);
            }
        }
        Ok(names.is_empty())
    }

    /// Whether nothing but unchanged files of the program stands in a place that can be renamed.
    fn is_only_old(&self, journal: &Journal) -> io::Result<bool> {
        if self.from.starts_with(self.to) || is_mount(self.to) {
            return Ok(false);
        }
        let names = names_below(self.to)?;
        let none = names.is_empty();
        for name in names {
            if !is_unchanged(self.to, &name, &journal.old)? {
                return Ok(false);
            }
        }
        Ok(!none)
    }

    /// Goes on from wherever it was stopped.
    pub(super) fn finish(&self, journal: &Journal, aside: &mut Vec<PathBuf>) -> io::Result<()> {
        let Journal { old, new, .. } = journal;
        // Without its list nobody takes a mixture for a result.
        let listed = new.contains_key(FILE) && hash_below(self.to, FILE)?.is_some();
        if listed && !is_unchanged(self.to, FILE, new)? {
            self.clear(self.to, FILE, old, aside)?;
        }
        for name in new.keys().filter(|name| *name != FILE) {
            self.place(name, journal, aside)?;
        }
        for name in old.keys().filter(|name| !new.contains_key(*name)) {
            if hash_below(self.to, name)?.is_some() {
                self.clear(self.to, name, old, aside)?;
                if let Some((between, _)) = name.rsplit_once('/') {
                    remove_if_empty(&self.to.join(between));
                }
            }
        }
        if new.contains_key(FILE) {
            self.place(FILE, journal, aside)?;
        }
        self.give_back(journal, aside)?;
        let _ = sync_folder(self.to);
        Ok(())
    }

    /// Puts one new file in place.
    fn place(&self, name: &str, journal: &Journal, aside: &mut Vec<PathBuf>) -> io::Result<()> {
        let (from, to) = (self.from.join(name), self.to.join(name));
        if is_unchanged(self.from, name, &journal.new)? && !is_unchanged(self.to, name, &journal.new)? {
            if let Some((between, _)) = name.rsplit_once('/') {
                let folder = self.to.join(between);
                if !is_folder(&folder) {
                    if fs::symlink_metadata(&folder).is_ok() {
                        aside.push(set_aside(&folder, self.to, OsStr::new(between))?);
                    }
                    fs::create_dir(&folder)?;
                }
            }
            match rename_new(&from, &to) {
                Err(e) if e.kind() == ErrorKind::AlreadyExists => {
                    if exchange(&from, &to).is_err() {
                        self.clear(self.to, name, &journal.old, aside)?;
                        rename_new(&from, &to)?;
                    }
                }
                done => done?,
            }
        }
        Ok(())
    }

    /// Takes a file out of the way: removes it if it is as a list has it, else sets it aside where the new files go.
    fn clear(&self, folder: &Path, name: &str, listed: &Hashes, aside: &mut Vec<PathBuf>) -> io::Result<()> {
        let path = folder.join(name);
        if is_unchanged(folder, name, listed)? {
            return fs::remove_file(path);
        }
        let place = self.to.join(name);
        let last = place.file_name().unwrap_or(OsStr::new(name));
        aside.push(set_aside(&path, place.parent().unwrap_or(self.to), last)?);
        Ok(())
    }

    /// Empties the folder that the new files stood in of what changed places with them: what is the program's goes, all else
    /// gets its own name back, or a telling one.
    fn give_back(&self, journal: &Journal, aside: &mut Vec<PathBuf>) -> io::Result<()> {
        if fs::symlink_metadata(self.from).is_err() {
            return Ok(());
        }
        // What stands in its new place already, or stood there before.
        remove_listed(self.from, &journal.old)?;
        remove_listed(self.from, &journal.new)?;
        if !is_folder(self.from) {
            return Ok(());
        }
        let known = |name: &str| journal.old.contains_key(name) || journal.new.contains_key(name);
        for (inside, depth) in [(self.from.to_path_buf(), 0)].into_iter().chain(self.folders(journal)?) {
            for entry in entries(&inside)? {
                let path = inside.join(&entry);
                let between = if depth == 0 {
                    Path::new("")
                } else {
                    inside.strip_prefix(self.from).unwrap_or(Path::new(""))
                };
                let name = between.join(&entry);
                let own_folder = depth == 0 && known_folder(journal, &entry) && is_folder(&path);
                if own_folder {
                    continue;
                }
                let edited = name.to_str().is_some_and(known);
                let free = !edited && rename_new(&path, &self.to.join(&name)).is_ok();
                if !free {
                    let folder = self.to.join(between);
                    let folder = if is_folder(&folder) { folder } else { self.to.to_path_buf() };
                    aside.push(set_aside(&path, &folder, &entry)?);
                }
            }
        }
        for (folder, _) in self.folders(journal)? {
            remove_if_empty(&folder);
        }
        remove_if_empty(self.from);
        Ok(())
    }

    /// The folders of listed files in the folder that the new files stood in.
    fn folders(&self, journal: &Journal) -> io::Result<Vec<(PathBuf, usize)>> {
        if !is_folder(self.from) {
            return Ok(Vec::new());
        }
        let known = entries(self.from)?.into_iter().filter(|entry| known_folder(journal, entry));
        Ok(known.map(|entry| (self.from.join(entry), 1)).filter(|(path, _)| is_folder(path)).collect())
    }
}

fn known_folder(journal: &Journal, entry: &OsStr) -> bool {
    let mut names = journal.old.keys().chain(journal.new.keys());
    names.any(|name| name.split_once('/').is_some_and(|(between, _)| entry.to_str() == Some(between)))
}

/// Whether a file stands there, and no link.
pub fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// Whether a folder stands there, and no link.
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Names of everything in a folder, in order.
pub fn entries(folder: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    let mut names: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.file_name())).collect::<io::Result<_>>()?;
    names.sort();
    Ok(names)
}

/// Names of everything below a folder, one folder deep; those deeper, and names that are no text, as `folder/`.
pub fn names_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in entries(folder)? {
        let name = entry.to_string_lossy().into_owned();
        let path = folder.join(&entry);
        if !is_folder(&path) {
            names.push(name);
            continue;
        }
        let inside = entries(&path)?;
        if inside.is_empty() {
            names.push(format!("{name}/"));
        }
        for entry in inside {
            let deeper = if is_folder(&path.join(&entry)) { "/" } else { "" };
            names.push(format!("{name}/{}{deeper}", entry.to_string_lossy()));
        }
    }
    Ok(names)
}

/// Writes down what is to be done.
pub fn write_journal(path: &Path, journal: &Journal) -> io::Result<()> {
    let text = serde_json::to_vec(journal).unwrap_or_default();
    replace_own(path, &text)
}

/// What was to be done, if anything was. A journal that names files outside its folders is not the program's.
pub fn read_journal(path: &Path) -> Option<Journal> {
    let journal: Journal = serde_json::from_slice(&read::bytes(path, read::MOST_LIST).ok()?).ok()?;
    let inside = journal.old.keys().chain(journal.new.keys()).all(|name| is_plain(name));
    Some(journal).filter(|_| inside)
}

/// Writes a small file of the program's own in its working folder, whole or not at all. A draft of it that was left goes; what
/// else stands in the draft's place is a failure.
pub fn replace_own(path: &Path, content: &[u8]) -> io::Result<()> {
    let new = draft_of(path);
    if is_draft(&new, content) {
        remove_own(&new)?;
    }
    write_private(&new, content)?;
    fs::rename(&new, path)
}

/// Writes a new file beside those of the user, whole or not at all. A draft that a kill left, the beginning of this very
/// content, goes first; what else stands in the draft's place is told of as what stands in the way.
///
/// # Errors
/// With the path of what stands in the way or could not be written.
pub fn write_beside(path: &Path, content: &[u8]) -> Result<()> {
    let new = draft_of(path);
    if is_file(&new) && read::bytes(&new, read::MOST_TABLE).is_ok_and(|there| content.starts_with(&there)) {
        remove_own(&new).map_err(|e| Error::writing(&new, e))?;
    }
    if fs::symlink_metadata(&new).is_ok() {
        return Err(Problem::new(say::FILE_IN_THE_WAY).file(new.display().to_string()).into());
    }
    // As open to others as any file that the user makes.
    let made =
        write_created(&new, content, &mut fs::OpenOptions::new()).and_then(|()| rename_new(&new, path));
    made.map_err(|e| {
        // What could not be written leaves nothing.
        let _ = remove_own(&new);
        Error::writing(path, e)
    })
}

/// Writes a new file that only the user may read: under its own name it is whole.
pub fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let new = draft_of(path);
    write_private(&new, content)?;
    rename_new(&new, path)
}

/// Where a file stands until it is whole.
pub fn draft_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(DRAFT);
    path.with_file_name(name)
}

/// Whether what stands in a draft's place is the beginning of such a content, so far as it goes.
pub fn is_draft(path: &Path, content: &[u8]) -> bool {
    const LOOKED_AT: usize = 8;
    let there = if is_file(path) { read::bytes(path, read::MOST_TABLE).ok() } else { None };
    there.is_some_and(|there| there.iter().zip(content).take(LOOKED_AT).all(|(there, own)| there == own))
}

/// Writes a new file that only the user may read, and forces it to disk.
pub fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_created(path, content, &mut options)
}

fn write_created(path: &Path, content: &[u8], options: &mut fs::OpenOptions) -> io::Result<()> {
    let mut file = options.write(true).create_new(true).open(path)?;
    io::Write::write_all(&mut file, content)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_that_names_what_is_outside_is_none() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("results.json");
        let read_with = |name: &str, old: bool| {
            let of =
                |here: bool| if here { [(name.to_string(), "1".to_string())].into() } else { Hashes::new() };
            let journal = Journal { ready: true, moved: false, existed: true, old: of(old), new: of(!old) };
            write_journal(&path, &journal).unwrap();
            read_journal(&path).is_some()
        };
        for (name, inside) in [
            ("units.csv", true),
            ("figures/forest.svg", true),
            ("../thesis.txt", false),
            ("figures/../../thesis.txt", false),
            ("/home/kari/thesis.txt", false),
            ("..", false),
            ("", false),
        ] {
            assert_eq!([read_with(name, true), read_with(name, false)], [inside; 2], "{name}");
        }
    }

    #[test]
    fn a_file_beside_others_is_whole_or_not_there() {
        let place = tempfile::tempdir().unwrap();
        let (path, draft) = (place.path().join("form.xlsx"), place.path().join("form.xlsx.new"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
            let (plain, form) = (place.path().join("plain"), place.path().join("beside.xlsx"));
            fs::write(&plain, "").unwrap();
            write_beside(&form, b"whole").unwrap();
            assert_eq!(mode(&form), mode(&plain), "as open to others as any file");
        }
        // What a kill left of this very file goes; a user's own does not, and is named.
        fs::write(&draft, "who").unwrap();
        write_beside(&path, b"whole").unwrap();
        assert_eq!((fs::read(&path).unwrap(), draft.exists()), (b"whole".to_vec(), false));
        fs::write(&draft, "mine").unwrap();
        let refused = write_beside(&place.path().join("form.xlsx"), b"whole").unwrap_err();
        assert!(format!("{refused:?}").contains("form.xlsx.new"), "{refused:?}");
        assert_eq!(fs::read(&draft).unwrap(), b"mine");
        fs::remove_file(&draft).unwrap();
        // The name was taken meanwhile: what stands there stays, and no draft does.
        assert!(write_beside(&path, b"other").is_err() && !draft.exists());
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }
}
