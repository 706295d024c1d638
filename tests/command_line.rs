//! The program as users run it: end to end through the real binary.

use assert_cmd::Command;
use std::fs;
use std::path::Path;

fn bpasim() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("bpasim"))
}

fn run(out: &Path, more: &[&str]) -> String {
    let mut command = bpasim();
    command.args(["run", "--draws", "3", "--years", "8", "--out"]).arg(out).args(more);
    let output = command.assert().success().get_output().stdout.clone();
    String::from_utf8(output).expect("UTF-8")
}

const TABLES: [&str; 5] = ["summary.csv", "ledger.csv", "units.csv", "parameters.csv", "validation.csv"];

fn same_tables(a: &Path, b: &Path) {
    for table in TABLES {
        assert_eq!(fs::read(a.join(table)).expect(table), fs::read(b.join(table)).expect(table), "{table}");
    }
}

#[test]
fn a_run_writes_every_file_and_a_table_of_at_most_a_hundred_columns() {
    let dir = tempfile::tempdir().expect("folder");
    for (lang, word) in [("nb", "Resultatfiler"), ("en", "Result files")] {
        let out = dir.path().join(lang);
        let screen = run(&out, &["--lang", lang]);
        assert!(screen.contains(word));
        for line in screen.lines().filter(|l| !l.contains(word)) {
            assert!(line.chars().count() <= 100, "{line}");
        }
        for id in ["municipality_net", "unmet_hours", "society_cost"] {
            assert!(!screen.contains(id), "internal id {id} on screen");
        }
        for file in TABLES.into_iter().chain(["run.json"]) {
            assert!(out.join(file).is_file(), "{file}");
        }
    }
    same_tables(&dir.path().join("nb"), &dir.path().join("en"));
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let dir = tempfile::tempdir().expect("folder");
    let folder = |threads: &str| dir.path().join(threads);
    for threads in ["1", "2", "7"] {
        run(&folder(threads), &["--threads", threads, "--quiet"]);
    }
    for other in ["2", "7"] {
        same_tables(&folder("1"), &folder(other));
        for made in
            ["report.html", "results.xlsx", "summary.parquet", "datapackage.json", "figures/flows.svg"]
        {
            assert!(
                fs::read(folder("1").join(made)).unwrap() == fs::read(folder(other).join(made)).unwrap(),
                "{made}"
            );
        }
    }
}

#[test]
fn one_fingerprint_for_any_number_of_threads_and_another_for_another_seed() {
    let dir = tempfile::tempdir().expect("folder");
    let last_line = |name: &str, more: &[&str]| {
        let screen = run(&dir.path().join(name), &[&["--fingerprint"], more].concat());
        screen.lines().last().expect("a line").to_string()
    };
    let one = last_line("a", &["--threads", "1"]);
    assert!(one.len() == 64 && one.bytes().all(|b| b.is_ascii_hexdigit()), "{one}");
    assert_eq!(one, last_line("b", &["--threads", "7", "--quiet"]));
    assert_ne!(one, last_line("c", &["--seed", "2"]));
    let manifest = fs::read_to_string(dir.path().join("a/run.json")).expect("run.json");
    assert!(manifest.contains(&one));
}

#[test]
fn variances_are_split_where_there_are_replicates() {
    let dir = tempfile::tempdir().expect("folder");
    let (with, without) = (dir.path().join("with"), dir.path().join("without"));
    run(&with, &["--replicates", "2", "--quiet"]);
    run(&without, &["--quiet"]);
    let text = fs::read_to_string(with.join("variance.csv")).expect("variance.csv");
    assert!(
        text.starts_with("outcome,unit,model,year,period,basis,statistic_of,parameters,")
            && text.lines().count() > 1000
    );
    assert!(!text.contains("NaN") && !text.contains("inf"));
    assert!(!without.join("variance.csv").exists());
}

#[test]
fn another_result_is_not_overwritten_without_force() {
    let dir = tempfile::tempdir().expect("folder");
    let out = dir.path().join("result");
    run(&out, &["--quiet"]);
    let before = fs::read(out.join("run.json")).expect("run.json");
    bpasim().args(["run", "--draws", "1", "--years", "2", "--quiet", "--out"]).arg(&out).assert().code(2);
    assert_eq!(before, fs::read(out.join("run.json")).expect("run.json"));
    run(&out, &["--quiet", "--force", "--seed", "2"]);
    assert_ne!(before, fs::read(out.join("run.json")).expect("run.json"));
}

#[cfg(unix)]
#[test]
fn every_command_has_help_with_an_example() {
    for command in ["run", "check", "case", "describe", "new", "completions"] {
        let output = bpasim().args([command, "--help"]).assert().success().get_output().stdout.clone();
        let text = String::from_utf8(output).expect("UTF-8");
        assert!(text.contains("Eksempel"), "{command}");
    }
    bpasim().arg("--version").assert().success();
    bpasim().args(["completions", "bash"]).assert().success();
}

#[test]
fn describe_knows_parameters_levers_models_outcomes_and_scenarios() {
    for id in
        ["bpa_hour_cost", "relative_employment.0-17", "refund.rate", "B-recruit", "society_cost", "oslo"]
    {
        bpasim().args(["describe", id]).assert().success();
    }
    let output = bpasim().args(["describe", "bpa_hour_cots"]).assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&output).contains("bpa_hour_cost"));
}

#[test]
fn new_writes_a_scenario_that_runs() {
    let dir = tempfile::tempdir().expect("folder");
    let own = dir.path().join("own");
    bpasim().arg("new").arg(&own).assert().success();
    bpasim().arg("check").arg(own.join("min.toml")).assert().success();
    bpasim()
        .args(["run", "--draws", "2", "--years", "2", "--quiet", "--out"])
        .arg(dir.path().join("result"))
        .arg(own.join("min.toml"))
        .assert()
        .success();
}
