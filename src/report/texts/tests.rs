//! The catalogue is complete in every language.

#![expect(clippy::disallowed_methods, reason = "reads the source")]

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Message ids and the names of their parts.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (resource, errors) = match FluentResource::try_new(source.to_string()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    assert!(errors.is_empty(), "{errors:?}");
    assert!(resource.entries().count() > 100);
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in source.lines().filter(|l| !l.starts_with('#')) {
        if let Some((name, _)) =
            line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            id = name.to_string();
            assert!(!all.contains_key(&id), "{id} twice");
            all.insert(id.clone(), BTreeSet::new());
        }
        let parts = line.split("{ $").skip(1);
        let names = parts
            .map(|p| p.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>());
        if let Some(set) = all.get_mut(&id) {
            set.extend(names);
        }
    }
    all
}

#[test]
fn the_languages_have_the_same_messages_with_the_same_parts() {
    let nb = messages(NB);
    for (name, source) in [("nn", NN), ("en", EN)] {
        let own = messages(source);
        for (id, parts) in &nb {
            assert_eq!(own.get(id), Some(parts), "{name}: {id}");
        }
        assert_eq!(own.len(), nb.len(), "{name}: {:?}", own.keys().find(|id| !nb.contains_key(*id)));
    }
}

/// Every id that the code asks for by name, ids put together apart.
#[test]
fn every_text_the_code_asks_for_is_there() {
    let nb = messages(NB);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![folder];
    let mut seen = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        for call in [
            "t.get(\"",
            "t.with(\"",
            "text(teller, \"",
            "heading(teller, \"",
            "field(teller, \"",
            "texts.get(\"",
            "texts.with(\"",
        ] {
            let whole = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric());
            for at in text.match_indices(call).map(|(at, _)| at).filter(whole) {
                let rest = &text[at + call.len()..];
                let id = rest.split('"').next().unwrap_or_default();
                assert!(nb.contains_key(id), "{}: {id}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 100);
}

#[test]
fn norwegian_texts_have_no_english_and_no_missing_part() {
    for source in [NB, NN] {
        for line in source.lines().filter(|l| l.contains(" = ")) {
            let text = line.split_once(" = ").map_or("", |(_, text)| text);
            for word in [" the ", " and ", " with ", " is ", " are ", " draws ", " from the "] {
                assert!(!text.contains(word), "{line}");
            }
        }
    }
    let texts = Texts::new(Lang::Nb);
    assert_eq!(texts.with("stamp-run", &[("id", "x")]), "Kjøring x");
    let unknown = "no-such-text";
    assert_eq!(texts.get(unknown), "⟨no-such-text⟩");
}
