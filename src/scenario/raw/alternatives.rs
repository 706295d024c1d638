//! A list of other structures, as typed: `[[alternative]]` with id, title and changes.

use super::reader::{Node, Reader};
use super::{Located, Place};
use crate::text::{Text, say};
use toml::de::{DeTable, DeValue};

const KEYS: [&str; 4] = ["id", "title", "set", "without"];
const ALTERNATIVE: &str = "alternative";
const EXAMPLE: &str = "[[alternative]] id = \"a\", title = { nb = \"…\", nn = \"…\", en = \"…\" }, set = [\"price_response=0\"]";

/// An alternative as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct RawAlternative {
    /// Short name.
    pub id: Located<String>,
    /// Name for readers.
    pub title: Text,
    /// Changes, each as `--set` takes it.
    pub set: Vec<String>,
    /// What is left out.
    pub without: Option<Located<String>>,
}

impl Reader {
    /// Every alternative of a file.
    pub fn alternatives(&mut self, text: &str) -> Vec<RawAlternative> {
        let (tree, errors) = DeTable::parse_recoverable(text);
        self.stumbles(text, &errors);
        let mut list = Vec::new();
        let mut there = !errors.is_empty();
        for entry in self.table_entries(tree.get_ref()) {
            if entry.key != ALTERNATIVE {
                if errors.is_empty() {
                    self.unknown(&entry.at, entry.key, entry.key, &[ALTERNATIVE]);
                }
                continue;
            }
            there = true;
            match entry.node.get_ref() {
                DeValue::Array(array) => {
                    for node in array.iter() {
                        list.extend(self.alternative(node));
                    }
                }
                _ => self.wrong(entry.node, ALTERNATIVE, Text::same(EXAMPLE)),
            }
        }
        if !there {
            let at = self.place(0);
            self.lacking(&at, ALTERNATIVE);
        }
        list
    }

    fn alternative(&mut self, node: &Node<'_>) -> Option<RawAlternative> {
        let (mut id, mut title, mut set, mut without) = (None, None, None, None);
        let (entries, known) = (self.entries(node, ALTERNATIVE), self.problems.len());
        for entry in &entries {
            let path = format!("{ALTERNATIVE}.{}", entry.key);
            match entry.key {
                "id" => id = self.string(entry.node, &path),
                "title" => title = self.text(entry.node, &path),
                "set" => set = self.strings(entry.node, &path),
                "without" => without = self.string(entry.node, &path),
                key => self.unknown(&entry.at, &path, key, &KEYS),
            }
        }
        if self.problems.len() == known {
            let at = self.place(node.span().start);
            for (key, lacks) in [("id", id.is_none()), ("title", title.is_none())] {
                if lacks {
                    self.lacking(&at, &format!("{ALTERNATIVE}.{key}"));
                }
            }
        }
        let set = set.map(|list| list.value).unwrap_or_default();
        Some(RawAlternative { id: id?, title: title?.value, set, without })
    }

    fn lacking(&mut self, at: &Place, key: &str) {
        self.complain(at, key, say::IS_MISSING).allowed = Some(Text::same(EXAMPLE));
    }
}
