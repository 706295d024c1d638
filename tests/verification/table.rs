//! The table of tests (`table.csv`) against the tests: every id of gate 1 has a place or a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Numbers of gate 1 by part, from section 3 of the quality requirements.
const GATE_1: [(char, &[u32]); 8] = [
    ('A', &[1, 2, 3, 4, 5, 6, 7, 10, 11, 13, 14, 15]),
    ('B', &[1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18]),
    ('C', &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16]),
    ('D', &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13]),
    ('E', &[1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14]),
    ('F', &[1, 4, 5, 6, 7, 9, 10, 13, 15]),
    ('G', &[1, 3, 4, 6, 7, 8, 9, 13]),
    ('H', &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17]),
];

fn sources(folder: &Path, list: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, list);
        } else if path.extension().is_some_and(|e| e == "rs") {
            list.push(path);
        }
    }
}

/// The id in a test's name, `fn v_c01_…` → `V-C01`.
fn id_of(line: &str) -> Option<String> {
    let name = line.trim_start().strip_prefix("fn v_")?;
    let (part, number) = (name.get(..1)?, name.get(1..3)?);
    let is_id = number.bytes().all(|b| b.is_ascii_digit()) && name.get(3..4) == Some("_");
    is_id.then(|| format!("V-{}{number}", part.to_uppercase()))
}

/// Files that hold tests, by id.
fn tests() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    sources(&root.join("tests"), &mut files);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("source");
        let lines: Vec<&str> = text.lines().collect();
        let place = file.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
        for (i, id) in lines.iter().enumerate().filter_map(|(i, l)| Some((i, id_of(l)?))) {
            // The attributes above a test: nothing but the one that makes it run.
            let attributes: Vec<&str> =
                lines[..i].iter().rev().map(|l| l.trim()).take_while(|l| l.starts_with("#[")).collect();
            let runs = attributes == ["#[test]"];
            assert!(runs, "{place}: {} is not run as a test", lines[i].trim());
            found.entry(id).or_default().insert(place.clone());
        }
    }
    found
}

#[test]
fn every_id_of_gate_1_has_a_test_or_a_reason() {
    let mut wanted: BTreeSet<String> = GATE_1
        .iter()
        .flat_map(|(part, numbers)| numbers.iter().map(move |n| format!("V-{part}{n:02}")))
        .collect();
    assert_eq!(wanted.len(), 99);
    let tests = tests();
    let mut reader = csv::Reader::from_reader(include_str!("table.csv").as_bytes());
    for row in reader.records() {
        let row = row.expect("row");
        let [id, what, places, note] = [0, 1, 2, 3].map(|i| row.get(i).expect("column"));
        assert!(wanted.remove(id), "{id} stands twice, or is not of gate 1");
        assert!(!what.is_empty(), "{id} is not described");
        let stated: BTreeSet<String> =
            places.split(';').filter(|p| !p.is_empty()).map(str::to_string).collect();
        let found = tests.get(id).cloned().unwrap_or_default();
        assert_eq!(stated, found, "{id}: the table (left) and the tests (right) disagree on where it is");
        let reason = note.starts_with("later: ") || note.starts_with("not applicable: ");
        assert!(!stated.is_empty() || reason, "{id} has neither test nor reason");
    }
    assert!(wanted.is_empty(), "without a row: {wanted:?}");
}
