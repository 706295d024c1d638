//! What an analysis has asked of the model so far, kept so that it can be interrupted and taken up again: a folder with one
//! file for each batch of worlds, named by what was asked. A file that is not whole is asked for again.

use crate::files::read;
use crate::files::remove::{remove_if_empty, remove_own};
use crate::files::swap::{entries, is_file, is_folder, replace_own};
use crate::files::system::create_private;
use crate::files::work_folder::{make_folders, remove_made};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Answers on disk. Losing one costs time, never a result, so that a journal which cannot be written is no error.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Folders that were made for it.
    made: Arc<OnceLock<Vec<PathBuf>>>,
}

impl Journal {
    /// The journal of an analysis with this identity, below a folder.
    pub fn new(below: &Path, identity: &str) -> Journal {
        let folder = below.join(format!(".analysis-{}", &identity[..identity.len().min(16)]));
        Journal { folder, made: Arc::default() }
    }

    /// Answers asked for before, if they are there and whole.
    pub fn get(&self, question: &str, answers: usize) -> Option<Vec<f64>> {
        let content = answers_in(&self.folder.join(question))?;
        (content.len() == answers * 8)
            .then(|| content.as_chunks::<8>().0.iter().map(|number| f64::from_le_bytes(*number)).collect())
    }

    /// Writes the answers to a question.
    pub fn put(&self, question: &str, answers: &[f64]) {
        let mut bytes: Vec<u8> = answers.iter().flat_map(|x| x.to_le_bytes()).collect();
        let hash = blake3::hash(&bytes);
        bytes.extend(hash.as_bytes());
        let folder = &self.folder;
        self.made.get_or_init(|| {
            let mut made = Vec::new();
            let _ = folder.parent().map(|below| make_folders(below, &mut made));
            made
        });
        if is_folder(folder) || create_private(folder).is_ok() {
            let _ = replace_own(&folder.join(question), &bytes);
        }
    }

    /// Removes the journal, once the analysis is done: files that are whole answers, and no others.
    pub fn remove(&self) {
        let Ok(names) = entries(&self.folder) else { return };
        for path in names.iter().map(|name| self.folder.join(name)) {
            let unfinished = path.extension().is_some_and(|ending| ending == "new");
            if unfinished || answers_in(&path).is_some() {
                let _ = remove_own(&path);
            }
        }
        remove_if_empty(&self.folder);
        self.made.get().into_iter().for_each(|made| remove_made(made));
    }
}

/// The content of a file of answers that is whole.
fn answers_in(path: &Path) -> Option<Vec<u8>> {
    let mut bytes =
        Some(path).filter(|path| is_file(path)).and_then(|path| read::bytes(path, read::MOST_TABLE).ok())?;
    let hash = bytes.split_off(bytes.len().checked_sub(blake3::OUT_LEN)?);
    (blake3::hash(&bytes).as_bytes() == hash.as_slice()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_whole_answers_come_back() {
        let place = tempfile::tempdir().unwrap();
        let journal = Journal::new(place.path(), "0123456789abcdef0123");
        assert_eq!(journal.get("a", 2), None);
        journal.put("a", &[1.5, f64::NAN]);
        let back = journal.get("a", 2).unwrap();
        assert!(back[0] == 1.5 && back[1].is_nan());
        assert_eq!(journal.get("a", 1), None);
        let file = journal.folder.join("a");
        let mut bytes = fs::read(&file).unwrap();
        bytes[3] ^= 1;
        fs::write(&file, &bytes).unwrap();
        assert_eq!(journal.get("a", 2), None);
        journal.put("a", &[1.5]);
        fs::write(journal.folder.join("mine"), "mine").unwrap();
        journal.remove();
        assert_eq!(fs::read_dir(&journal.folder).unwrap().count(), 1, "what is not the journal's stays");
        fs::remove_file(journal.folder.join("mine")).unwrap();
        journal.remove();
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
        // Folders that were made on the way go too, and no others.
        fs::create_dir(place.path().join("users")).unwrap();
        let journal = Journal::new(&place.path().join("users/output/deep"), "0123");
        journal.put("a", &[1.5]);
        journal.remove();
        assert_eq!(fs::read_dir(place.path().join("users")).unwrap().count(), 0);
    }
}
