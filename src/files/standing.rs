//! What stands in a place where files of the program shall go.

use super::list::{FILE, FileList, Hashes, Seal, hash, is_plain, seal};
use super::place::{INSIDE, leads_nowhere};
use super::read;
use super::swap::{is_file, names_below};
use crate::error::{Error, Problem, Result};
use crate::text::say;
use std::fs;
use std::path::Path;

/// What stands in a place.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Whether there is a folder.
    pub exists: bool,
    /// The content of its list, if it is one of the program.
    pub list: Option<Vec<u8>>,
    /// Files that the list names, and the list itself: what may be removed. Nothing where the list is not as it was written,
    /// as it can't be believed then.
    pub own: Hashes,
    /// Names of everything else, those of folders in folders with `/` at the end.
    pub foreign: Vec<String>,
}

impl Standing {
    /// Looks at a place. What is no folder is refused.
    pub fn at(folder: &Path) -> Result<Standing> {
        if fs::metadata(folder).is_ok_and(|found| !found.is_dir()) {
            let shown = folder.display().to_string();
            return Err(Problem::new(say::FILE_AND_NO_FOLDER).file(shown).key("--out").into());
        }
        if fs::symlink_metadata(folder).is_err() {
            return Ok(Standing::default());
        }
        if matches!(fs::metadata(folder), Err(e) if e.kind() == std::io::ErrorKind::NotFound) {
            return Err(leads_nowhere(folder));
        }
        let names = names_below(folder).map_err(|e| Error::reading(folder, e))?;
        let list = fs::symlink_metadata(folder.join(FILE)).is_ok_and(|found| found.is_file());
        let content = if list { read::bytes(&folder.join(FILE), read::MOST_LIST).ok() } else { None };
        let read = content.as_deref().and_then(FileList::read);
        let named = read.as_ref().map(FileList::hashes).unwrap_or_default();
        let content = content.filter(|_| read.is_some());
        let known = |name: &String| named.contains_key(name) || content.is_some() && name == FILE;
        let working = |name: &String| name.split('/').next() == Some(INSIDE);
        let foreign = names.into_iter().filter(|name| !known(name) && !working(name)).collect();
        let mut own = Hashes::new();
        if let Some(text) = content.as_deref().filter(|text| seal(text) == Seal::Whole) {
            own.insert(FILE.into(), hash(text));
            own.extend(named);
        }
        Ok(Standing { exists: true, list: content, own, foreign })
    }

    /// Whether the list names a file, be it as it was written or not.
    pub fn lists(&self, name: &str) -> bool {
        self.list.as_deref().and_then(FileList::read).is_some_and(|list| list.outputs.contains_key(name))
    }

    /// Whether there is a list that was changed after it was written, or never had a hash of itself.
    pub fn has_changed_list(&self) -> bool {
        self.list.is_some() && !self.own.contains_key(FILE)
    }

    /// Refuses files that may be replaced, but can't be read to see whether they were edited.
    pub fn refuse_unreadable(&self, folder: &Path) -> Result<()> {
        for path in self.own.keys().map(|name| folder.join(name)).filter(|path| is_file(path)) {
            fs::File::open(&path).map_err(|e| Error::reading(&path, e))?;
        }
        Ok(())
    }

    /// Whether nothing is there, or an empty folder.
    pub fn is_free(&self) -> bool {
        self.list.is_none() && self.foreign.is_empty()
    }

    /// Refuses a file of the user's in the place of one that may be written.
    pub fn refuse_in_the_way(&self, folder: &Path, written: impl Fn(&str) -> bool) -> Result<()> {
        let in_the_way = self.foreign.iter().find(|name| written(name));
        match in_the_way {
            None => Ok(()),
            Some(name) => Err(Problem::new(say::NOT_WRITTEN_BY_BPASIM)
                .file(folder.join(name).display().to_string())
                .key("--out")
                .into()),
        }
    }
}

/// Refuses names of files that can't be written.
pub fn ensure_plain(files: &[(String, Vec<u8>)]) -> Result<()> {
    match files.iter().find(|(name, _)| !is_plain(name)) {
        None => Ok(()),
        Some((name, _)) => Err(Problem::new(say::ILLEGAL_FILE_NAME).file(name).into()),
    }
}
