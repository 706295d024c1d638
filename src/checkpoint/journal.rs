//! What an analysis has asked of the model so far, kept so that it can be interrupted and taken up again: a folder with one
//! file for each batch of worlds, named by what was asked. A file that is not whole is asked for again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Answers on disk. Losing one costs time, never a result, so that a journal which cannot be written is no error.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
}

impl Journal {
    /// The journal of an analysis with this identity, below a folder.
    pub fn new(below: &Path, identity: &str) -> Journal {
        Journal { folder: below.join(format!(".analysis-{}", &identity[..identity.len().min(16)])) }
    }

    /// Answers asked for before, if they are there and whole.
    pub fn get(&self, question: &str, answers: usize) -> Option<Vec<f64>> {
        let bytes = fs::read(self.folder.join(question)).ok()?;
        let (content, hash) = bytes.split_at_checked(answers * 8)?;
        (blake3::hash(content).as_bytes() == hash)
            .then(|| content.as_chunks::<8>().0.iter().map(|number| f64::from_le_bytes(*number)).collect())
    }

    /// Writes the answers to a question.
    pub fn put(&self, question: &str, answers: &[f64]) {
        let mut bytes: Vec<u8> = answers.iter().flat_map(|x| x.to_le_bytes()).collect();
        let hash = blake3::hash(&bytes);
        bytes.extend(hash.as_bytes());
        let write = || {
            fs::create_dir_all(&self.folder)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&bytes)?;
            file.persist(self.folder.join(question)).map_err(|e| e.error)
        };
        let _ = write();
    }

    /// Removes the journal, once the analysis is done.
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        journal.remove();
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }
}
