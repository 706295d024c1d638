//! Reading what comes from outside: ordinary files only, of bearable size, so that no pipe is waited for and no device
//! read without end.

use crate::error::Problem;
use crate::text::{Message as _, Text, say};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Most bytes of a file that people write.
pub const MOST_TEXT: u64 = 4 << 20;
/// Most bytes of a list or plan of the program's own.
pub const MOST_LIST: u64 = 64 << 20;
/// Most bytes of a table of results.
pub const MOST_TABLE: u64 = 4 << 30;

/// Opens an ordinary file.
///
/// # Errors
/// With the reason in the user's language, and the file.
pub fn open(path: &Path) -> Result<File, Box<Problem>> {
    let refused = |what: Text| Box::new(Problem::new(what).found(path.display().to_string()));
    let failed = |e: io::Error| match e.kind() {
        io::ErrorKind::NotFound => refused(say::FILE_DOES_NOT_EXIST.text()),
        _ => refused(say::FileCannotBeRead { why: e }.text()),
    };
    let kind = fs::metadata(path).map_err(failed)?;
    if kind.is_dir() {
        return Err(refused(say::FOLDER_NOT_FILE.text()));
    }
    if !kind.is_file() {
        return Err(refused(say::NOT_ORDINARY_FILE.text()));
    }
    File::open(path).map_err(failed)
}

/// The problem of a file that was asked for by itself: it is where the problem is, not what was found somewhere.
pub fn of_file(problem: Box<Problem>) -> Problem {
    let Problem { file, found, .. } = *problem.clone();
    match file {
        Some(_) => *problem,
        None => Problem { file: found, found: None, ..*problem },
    }
}

/// The content of an ordinary file of at most so many bytes.
///
/// # Errors
/// With the reason in the user's language, and the file.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Box<Problem>> {
    let refused = |what: Text| Box::new(Problem::new(what).found(path.display().to_string()));
    let mut bytes = Vec::new();
    let read = open(path)?.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|e| refused(say::FileCannotBeRead { why: e }.text()))?;
    match bytes.len() as u64 > most {
        true => Err(refused(say::FileTooLarge { mib: most >> 20 }.text())),
        false => Ok(bytes),
    }
}

/// The text of an ordinary file of at most so many bytes.
///
/// # Errors
/// With the reason in the user's language, and the file.
pub fn text(path: &Path, most: u64) -> Result<String, Box<Problem>> {
    let not_utf_8 = |_| Box::new(Problem::new(say::FILE_NOT_UTF_8).found(path.display().to_string()));
    String::from_utf8(bytes(path, most)?).map_err(not_utf_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ordinary_files_of_bearable_size_are_read() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a");
        fs::write(&file, "four").unwrap();
        assert_eq!(text(&file, 4).unwrap(), "four");
        let why = |path: &Path, most| bytes(path, most).unwrap_err().what;
        assert_eq!(why(&file, 3), say::FileTooLarge { mib: 0 }.text());
        assert_eq!(why(place.path(), 4), say::FOLDER_NOT_FILE.text());
        assert_eq!(why(&place.path().join("b"), 4), say::FILE_DOES_NOT_EXIST.text());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("nowhere", place.path().join("dangling")).unwrap();
            assert_eq!(why(&place.path().join("dangling"), 4), say::FILE_DOES_NOT_EXIST.text());
            std::os::unix::fs::symlink("/dev/zero", place.path().join("endless")).unwrap();
            assert_eq!(why(&place.path().join("endless"), 4), say::NOT_ORDINARY_FILE.text());
        }
    }
}
