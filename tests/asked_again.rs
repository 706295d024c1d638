//! The same run, or its report, asked for again: what was ordered before stays, and nothing is simulated twice.

use crate::program::{bpasim, stdout};
use std::fs;
use std::path::Path;
use std::process::Output;

const RUN: &str = "run oslo --draws 4 --years 3 --quiet --out ut";

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn has(dir: &Path, name: &str) -> bool {
    dir.join("ut").join(name).exists()
}

#[test]
fn what_was_ordered_before_is_made_again_by_every_report() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, &format!("{RUN} --csv nb")));
    stdout(&bpasim(dir, "report ut --municipality oslo-alna"));
    assert!(has(dir, "summary.nb.csv") && has(dir, "kommune-osloalna.html"));
    stdout(&bpasim(dir, "report ut --docx"));
    let before = fs::read(dir.join("ut/report.docx")).expect("document");
    fs::remove_file(dir.join("ut/units.nb.csv")).expect("a file to lose");
    stdout(&bpasim(dir, "report ut"));
    for name in ["summary.nb.csv", "units.nb.csv", "kommune-osloalna.html", "report.docx"] {
        assert!(has(dir, name), "{name}");
    }
    assert_eq!(fs::read(dir.join("ut/report.docx")).expect("document"), before);
    // Other results take the place: what was made of the former ones goes, and that is told.
    let other = bpasim(dir, "run oslo --draws 4 --years 2 --quiet --force --out ut");
    let told = stderr(&other);
    stdout(&other);
    assert!(told.contains("*.nb.csv, kommune-osloalna.html, report.docx"), "{told}");
    assert!(!has(dir, "report.docx"));
}

#[test]
fn the_same_run_asked_for_again_stands_finished() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, RUN));
    let read = |name: &str| fs::read(dir.join("ut").join(name)).expect(name);
    let (tables, page) = (read("summary.csv"), read("report.html"));
    let again = bpasim(dir, &format!("{RUN} --csv nb --fingerprint"));
    let told = stderr(&again);
    assert!(told.contains("står ferdig i ut") && told.contains("--fresh"), "{told}");
    assert_eq!(stdout(&again).trim().len(), 64, "the fingerprint alone");
    assert!(has(dir, "summary.nb.csv") && read("summary.csv") == tables && read("report.html") == page);
    // «--no-report» leaves it be.
    stdout(&bpasim(dir, &format!("{RUN} --no-report")));
    assert!(has(dir, "report.html") && read("report.html") == page && has(dir, "results.xlsx"));
    // Made anew when that is asked for, and where a file was lost.
    assert!(
        stderr(&bpasim(dir, &format!("{RUN} --fresh"))).lines().all(|line| !line.contains("ferdig i ut"))
    );
    fs::remove_file(dir.join("ut/summary.csv")).expect("a table to lose");
    stdout(&bpasim(dir, RUN));
    assert_eq!(read("summary.csv"), tables);
    // The draws were not kept, and are asked for.
    stdout(&bpasim(dir, &format!("{RUN} --keep-draws")));
    assert!(dir.join("ut-draws/plan.json").exists());
    // Fewer or more draws, other years: another run.
    for other in ["--draws 8 --years 3", "--draws 4 --years 2", "--draws 4 --years 3 --seed 2"] {
        let refused = bpasim(dir, &format!("run oslo {other} --quiet --out ut"));
        assert_eq!(refused.status.code(), Some(2), "{other}");
        assert!(stderr(&refused).contains("en annen kjøring"), "{other}");
    }
    assert_eq!(read("summary.csv"), tables);
}

#[test]
fn a_run_that_is_precise_enough_stands_finished_too() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --years 1 --precision 0.9 --quiet --out ut";
    stdout(&bpasim(dir, run));
    assert!(stderr(&bpasim(dir, run)).contains("står ferdig i ut"));
    assert!(stderr(&bpasim(dir, "run oslo --years 1 --precision 0.8 --quiet --out ut")).contains("--force"));
}
