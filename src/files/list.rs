//! The list by which a folder of the program is known: its files with their hashes, and a hash of the list itself.

use super::format::{self, FILE_FORMAT, refuse_other_format};
use crate::error::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Component, Path};

/// The name of the list's file.
pub const FILE: &str = "run.json";

/// The name of the file that describes the tables beside it.
pub const PACKAGE: &str = "datapackage.json";

/// Hashes of files by their names below a folder, `/` between folder and file.
pub type Hashes = BTreeMap<String, String>;

/// The hash of a file's content, hex.
pub fn hash(content: &[u8]) -> String {
    blake3::hash(content).to_hex().to_string()
}

/// Whether a name stays below its folder, at most one folder deep.
pub fn is_plain(name: &str) -> bool {
    let parts: Vec<Component<'_>> = Path::new(name).components().collect();
    let plain = parts.iter().all(|part| matches!(part, Component::Normal(_))) && !name.contains('\\');
    plain && (1..=2).contains(&parts.len())
}

/// What any folder that the program writes is known by, be it of a run, of an analysis alone or of draws: the least that its
/// `run.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileList {
    /// Always "bpasim".
    pub program: String,
    /// Version of the program.
    #[serde(default)]
    pub version: String,
    /// The format of the folder.
    #[serde(default = "format::first")]
    pub file_format: u32,
    /// Hash of every file, by name, in order.
    pub outputs: Map<String, Value>,
}

impl FileList {
    /// The list of these files (name, content).
    pub fn of(files: &[(String, Vec<u8>)]) -> FileList {
        FileList::new(files.iter().map(|(name, content)| (name.clone(), hash(content))))
    }

    /// The list of files whose hashes are known.
    pub fn new(hashes: impl IntoIterator<Item = (String, String)>) -> FileList {
        FileList {
            program: "bpasim".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            file_format: FILE_FORMAT,
            outputs: hashes.into_iter().map(|(name, hash)| (name, hash.into())).collect(),
        }
    }

    /// Reads the content of a list; nothing if it is not from this program.
    pub fn read(content: &[u8]) -> Option<FileList> {
        serde_json::from_slice::<FileList>(content).ok().filter(|list| list.program == "bpasim")
    }

    /// Refuses a folder in another format; `named` is its `run.json`.
    pub fn of_this_format(&self, named: &str) -> Result<()> {
        refuse_other_format(named, self.file_format, &self.version)
    }

    /// The hashes of files below the folder.
    pub fn hashes(&self) -> Hashes {
        let own = self.outputs.iter().filter(|(name, _)| is_plain(name));
        own.filter_map(|(name, hash)| Some((name.clone(), hash.as_str()?.to_string()))).collect()
    }

    /// The content of the list's file.
    pub fn content(&self) -> Vec<u8> {
        sealed(&serde_json::to_value(self).unwrap_or_default())
    }
}

/// Whether a list is as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// It is.
    Whole,
    /// It has been changed.
    Broken,
    /// It has no hash of itself, as those from before there was one.
    Missing,
}

const END: &str = "\n}\n";
const BEFORE_HASH: &str = ",\n  \"blake3\": \"";
const AFTER_HASH: &str = "\"\n}\n";

/// A list as text; its last line is the hash of all lines without that one.
pub fn sealed(list: &Value) -> Vec<u8> {
    let text = format!("{list:#}\n");
    let hash = hash(text.as_bytes());
    match text.strip_suffix(END) {
        Some(body) => format!("{body}{BEFORE_HASH}{hash}{AFTER_HASH}").into_bytes(),
        None => text.into_bytes(),
    }
}

/// Whether a list is as it was written.
pub fn seal(content: &[u8]) -> Seal {
    let parts = std::str::from_utf8(content).ok().and_then(|text| {
        let (body, told) = text.strip_suffix(AFTER_HASH)?.rsplit_once(BEFORE_HASH)?;
        Some((format!("{body}{END}"), told))
    });
    match parts {
        Some((body, told)) if hash(body.as_bytes()) == told => Seal::Whole,
        Some(_) => Seal::Broken,
        None => match serde_json::from_slice::<Map<String, Value>>(content) {
            Ok(fields) if !fields.contains_key("blake3") => Seal::Missing,
            _ => Seal::Broken,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_was_changed_is_seen() {
        let list = FileList::of(&[("a.csv".into(), b"1".to_vec())]);
        let content = list.content();
        assert_eq!((FileList::read(&content), seal(&content)), (Some(list), Seal::Whole));
        let text = String::from_utf8(content).unwrap();
        let hash = hash(b"1");
        for changed in [
            text.replace(&hash, &hash.replace('a', "b")),
            text.replace("\n  \"version", "\n \"version"),
            text.replace("blake3", "blake4"),
            format!("{text}\n"),
        ] {
            assert_ne!(seal(changed.as_bytes()), Seal::Whole, "{changed}");
        }
        assert_eq!(seal(b"{\n  \"program\": \"bpasim\"\n}\n"), Seal::Missing);
    }

    #[test]
    fn names_stay_below_the_folder() {
        let list =
            r#"{"program":"bpasim","outputs":{"a":"1","b/c":"2","/etc/x":"3","../y":"4","a/b/c":"5","d":6}}"#;
        let names: Vec<String> = FileList::read(list.as_bytes()).unwrap().hashes().into_keys().collect();
        assert_eq!(names, ["a", "b/c"]);
    }
}
