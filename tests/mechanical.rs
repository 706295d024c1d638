//! What a model does by arithmetic alone beside what it does when people react: the same figures however a run is made, and
//! the figures of a run in which every response is set to nothing by hand.

use crate::program::{bpasim, refused, stdout};
use crate::verification::common::NO_BEHAVIOUR;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The responses of users and relatives, as `--set` takes them; those of who decides and pays stand with the other tests.
const OF_USERS: [&str; 3] = ["work_response=0", "education_response=0", "admission_response=0"];

/// Columns that are there only where it is told.
const COLUMNS: [&str; 3] = ["mean_mechanical", "mcse_mechanical", "mcse_reactions"];

type Row = BTreeMap<String, String>;

/// The rows of a folder's summary by what they are about.
fn summary(folder: &Path) -> BTreeMap<String, Row> {
    let mut reader = csv::Reader::from_path(folder.join("summary.csv")).expect("summary");
    let rows = reader.deserialize::<Row>().map(|row| row.expect("row"));
    let key = |row: &Row| {
        ["outcome", "model", "year", "basis", "statistic_of"].map(|column| row[column].clone()).join(" ")
    };
    rows.map(|row| (key(&row), row)).collect()
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {row:?}"))
}

#[test]
fn with_all_draws_it_is_the_run_with_every_response_set_to_nothing() {
    let dir = tempfile::tempdir().expect("folder");
    let run = "run national --models A,B-scheme --years 5 --draws 2 --no-report --quiet --set financing.A.start_year=2025 \
               --set financing.B.start_year=2025 --set financing.B-scheme.start_year=2025";
    stdout(&bpasim(dir.path(), &format!("{run} --mechanical --out both")));
    let sets: String = NO_BEHAVIOUR.iter().chain(&OF_USERS).map(|set| format!(" --set {set}")).collect();
    stdout(&bpasim(dir.path(), &format!("{run}{sets} --out without")));
    let (both, without) = (summary(&dir.path().join("both")), summary(&dir.path().join("without")));
    assert!(both.len() > 1000 && both.len() == without.len(), "{} {}", both.len(), without.len());
    let (mut moved, mut nothing) = (0, 0);
    for (key, row) in &both {
        let (with, mechanical) = (number(row, "mean"), number(row, "mean_mechanical"));
        let wanted = number(&without[key], "mean");
        // Differences of large numbers are as near as those are.
        let near = 1e-9 * with.abs().max(wanted.abs()) + 1e-6;
        assert!((mechanical - wanted).abs() <= near, "{key}: {mechanical}, {wanted} by hand");
        moved += usize::from((with - mechanical).abs() > 1e-6 * with.abs() + near);
        if key.starts_with("scheme_services ") || key.starts_with("scheme_reform_reactions ") {
            assert_eq!(row["mean_mechanical"], "0", "{key}");
            nothing += usize::from(with != 0.0);
        }
    }
    assert!(moved > 200 && nothing > 3, "{moved} {nothing}");
}

#[test]
fn the_same_columns_however_the_run_is_made() {
    let dir = tempfile::tempdir().expect("folder");
    let at = |name: &str| fs::read(dir.path().join(name).join("summary.csv")).expect("summary");
    let run = "run oslo --years 2 --set financing.A.start_year=2023 --set financing.B.start_year=2023 --quiet --no-report";
    for (more, told) in [
        ("--draws 128", false),
        ("--draws 256", true),
        ("--draws 255 --sampling random", false),
        ("--draws 300 --sampling random", true),
        ("--draws 8 --mechanical", true),
    ] {
        let run = format!("{run} {more}");
        stdout(&bpasim(dir.path(), &format!("{run} --threads 1 --force --out one")));
        stdout(&bpasim(dir.path(), &format!("{run} --threads 2 --force --out two --keep-draws")));
        assert_eq!(at("one"), at("two"), "{more}");
        for own in 1..=3 {
            stdout(&bpasim(dir.path(), &format!("{run} --shard {own}/3 --force --fresh --out s{own}")));
        }
        stdout(&bpasim(dir.path(), "merge s3 s1 s2 --quiet --no-report --force --out merged"));
        assert_eq!(at("one"), at("merged"), "{more}");
        stdout(&bpasim(dir.path(), "merge two-draws --quiet --no-report --force --out again"));
        assert_eq!(at("one"), at("again"), "{more}");
        let head = String::from_utf8(at("one")).expect("UTF-8").lines().next().expect("head").to_string();
        for column in COLUMNS {
            assert_eq!(head.split(',').any(|name| name == column), told, "{more}: {column}");
        }
        // Percentiles take 40 draws without reactions: 256 draws have 16 of them.
        assert!(!head.contains("p05_mechanical"), "{more}: {head}");
        if told {
            for (key, row) in summary(&dir.path().join("one")) {
                let [without, error] =
                    ["mean_mechanical", "mcse_mechanical"].map(|column| number(&row, column));
                assert!(without.is_finite() && error >= 0.0, "{key}");
            }
        }
    }
}

/// Nine in ten of the draws without reactions, as a run in which every response is set to nothing by hand has them.
#[test]
fn percentiles_without_reactions_are_those_of_the_draws_without_them() {
    let dir = tempfile::tempdir().expect("folder");
    let run = "run oslo --years 3 --draws 64 --quiet --set financing.A.start_year=2023 --set financing.B.start_year=2023";
    stdout(&bpasim(dir.path(), &format!("{run} --mechanical --out both")));
    let sets: String = NO_BEHAVIOUR.iter().chain(&OF_USERS).map(|set| format!(" --set {set}")).collect();
    stdout(&bpasim(dir.path(), &format!("{run}{sets} --no-report --out without")));
    let (both, without) = (summary(&dir.path().join("both")), summary(&dir.path().join("without")));
    let mut moved = 0;
    for (key, row) in &both {
        for (own, wanted) in [("p05_mechanical", "p05"), ("p95_mechanical", "p95")] {
            let (found, by_hand) = (number(row, own), number(&without[key], wanted));
            let near = 1e-9 * number(row, "mean").abs().max(by_hand.abs()) + 1e-6;
            assert!((found - by_hand).abs() <= near, "{key}: {own} {found}, {by_hand} by hand");
            moved += usize::from((found - number(row, wanted)).abs() > near);
        }
    }
    assert!(moved > 200, "{moved}");
    // They are drawn, and their draws are told.
    let drawing = fs::read_to_string(dir.path().join("both/figures/forest.svg")).expect("figure");
    assert!(drawing.contains("mekanisk, ni av ti av 64 trekninger"), "{drawing}");
}

#[test]
fn draws_of_runs_that_tell_and_do_not_are_not_joined() {
    let dir = tempfile::tempdir().expect("folder");
    let run = "run oslo --years 2 --draws 6 --quiet --no-report";
    stdout(&bpasim(dir.path(), &format!("{run} --shard 1/2 --mechanical --out s1")));
    stdout(&bpasim(dir.path(), &format!("{run} --shard 2/2 --out s2")));
    let merge = bpasim(dir.path(), "merge s1 s2 --out r");
    refused(&merge, 2, &["--mechanical"]);
}

#[test]
fn readers_are_shown_both_columns_and_the_difference() {
    let dir = tempfile::tempdir().expect("folder");
    let run =
        "run oslo --years 3 --draws 5 --set financing.A.start_year=2023 --set financing.B.start_year=2023";
    let screen = stdout(&bpasim(dir.path(), &format!("{run} --mechanical --out r")));
    let page = || fs::read_to_string(dir.path().join("r/report.html")).expect("page");
    for (told, on_screen) in [
        ("Mekanisk", "Mekanisk"),
        // Heads of columns are wrapped there.
        ("Virkning av antatte reaksjoner", "Virkning av"),
        ("Med reaksjoner", "reaksjoner"),
    ] {
        assert!(screen.contains(on_screen) && page().contains(told), "{told}: {screen}");
    }
    let before = page();
    stdout(&bpasim(dir.path(), "report r"));
    assert_eq!(page(), before);
    // A run that doesn't tell says so in its report, and what would.
    let screen = stdout(&bpasim(dir.path(), &format!("{run} --out few")));
    let page = fs::read_to_string(dir.path().join("few/report.html")).expect("page");
    assert!(!screen.contains("Mekanisk") && page.contains("--mechanical") && page.contains("256"));
}
