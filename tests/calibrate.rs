//! Calibration through the real binary: parameters put in are found again, a run takes its draws from the posterior, targets
//! that cannot both be met are named and no success is claimed, and what does not fit is refused by name.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const HEAD: &str =
    "id,outcome,per,year,to_year,bound,value,standard_error,unit,source,label_nb,label_nn,label_en";
/// What the runs and the calibrations have in common; without it the pool would say as little of inflow as of itself.
const SAME: &str = "--set pool_ratio=1.4";

fn bpasim(dir: &Path, arguments: &str) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("bpasim"));
    command.current_dir(dir).args(arguments.split(' ')).output().expect("started")
}

#[track_caller]
fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

#[track_caller]
fn refused(output: &Output, code: i32, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{told}");
    for word in words {
        assert!(told.contains(word), "no «{word}» in: {told}");
    }
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn found<'a>(list: &'a Value, id: &str) -> &'a Value {
    list.as_array().expect("list").iter().find(|item| item["id"] == id).expect("id")
}

/// Mean and Monte Carlo error of an outcome of the zero alternative in a run.
#[track_caller]
fn level(dir: &Path, outcome: &str, year: &str) -> [f64; 2] {
    let mut table = csv::Reader::from_path(dir.join("summary.csv")).expect("summary.csv");
    let head = table.headers().expect("head").clone();
    let place = |name: &str| head.iter().position(|h| h == name).expect("column");
    let wanted = [("outcome", outcome), ("model", "null"), ("year", year), ("basis", "count")];
    let rows: Vec<csv::StringRecord> = table.records().map(|r| r.expect("row")).collect();
    let is = |r: &&csv::StringRecord| wanted.iter().all(|(name, value)| &r[place(name)] == *value);
    let row = rows.iter().find(is).expect("row");
    ["mean", "mcse"].map(|name| row[place(name)].parse().expect("number"))
}

fn target(outcome: &str, value: f64, error: f64) -> String {
    format!(
        "{outcome},{outcome},,2027,,equal,{value},{error},persons,made up,{outcome},{outcome},{outcome}\n"
    )
}

#[test]
fn parameters_put_in_are_found_again_and_a_run_draws_from_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // Both lie in the tails of what the scenario holds likely.
    let truth = [("inflow_rate", 0.083), ("award_rate", 0.135)];
    let sets = truth.map(|(id, value)| format!("--set {id}={value}")).join(" ");
    let usual = "--years 4 --models null --quiet --no-report";
    stdout(&bpasim(dir, &format!("run national --draws 60 {SAME} {sets} {usual} --out truth")));
    let outcomes = ["recipients", "pool", "awards"];
    let known = outcomes.map(|outcome| level(&dir.join("truth"), outcome, "2027")[0]);
    let rows: String = (0..3).map(|i| target(outcomes[i], known[i], 0.01 * known[i])).collect();
    fs::write(dir.join("targets.csv"), format!("{HEAD}\n{rows}")).expect("written");

    let ask = format!("calibrate national --targets targets.csv --draws 1500 --rows 300 {SAME} --quiet");
    let told: Value = serde_json::from_str(&stdout(&bpasim(dir, &format!("{ask} --json")))).expect("JSON");
    assert_eq!(told["success"], true, "{told:#}");
    for (id, value) in truth {
        let after = found(&told["parameters"], id);
        let [low, high] = ["low", "high"].map(|end| number(&after["posterior"][end]));
        assert!(low < value && value < high, "{id}: {value} not in {low}–{high}");
        assert!(number(&after["spread"]) < 0.6, "{id} is hardly known better: {after:#}");
    }
    // The run's draws are the posterior's rows: its means are the targets' within the standard errors given and its own.
    let from = "--posterior output/national-calibration --years 4 --models null --quiet";
    stdout(&bpasim(dir, &format!("run national --draws 150 {SAME} {from} --keep-draws --out after")));
    for (outcome, known) in outcomes.iter().zip(known) {
        let [mean, error] = level(&dir.join("after"), outcome, "2027");
        let off = (mean - known).abs() / (0.01 * known).hypot(error);
        assert!(off < 3.0, "{outcome}: {mean} against {known}, {off} standard errors");
    }
    let page = fs::read_to_string(dir.join("after/report.html")).expect("report");
    assert!(page.contains("Kalibrering"), "the report says nothing of the calibration");
    let about: Value =
        serde_json::from_slice(&fs::read(dir.join("after/run.json")).expect("run.json")).expect("JSON");
    assert!(about.to_string().contains("posterior"), "run.json does not name the posterior");

    // Made for other persons, or asked for in ways it has no answer to.
    let foreign = bpasim(dir, &format!("run national --draws 4 --set pool_ratio=1.5 {from} --out other"));
    refused(&foreign, 2, &["posterior.json"]);
    let spread = bpasim(dir, &format!("run national --draws 4 {SAME} {from} --sampling sobol --out other"));
    refused(&spread, 2, &["--sampling", "--posterior"]);
    assert!(!dir.join("other").exists());
}

#[test]
fn targets_that_fight_are_named_and_no_success_is_claimed() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = [("few", 600.0), ("many", 760.0)].map(|(id, value)| {
        format!("{id},recipients,,2024,,equal,{value},2,persons,made up,{id},{id},{id}\n")
    });
    fs::write(dir.join("targets.csv"), format!("{HEAD}\n{}", rows.concat())).expect("written");
    let ask = "calibrate oslo --targets targets.csv --draws 1100 --rows 50 --quiet --force";
    let kept = || fs::read(dir.join("output/oslo-calibration/posterior.json")).expect("posterior");
    assert_eq!(bpasim(dir, &format!("{ask} --threads 1")).status.code(), Some(1));
    let one_thread = kept();
    let output = bpasim(dir, &format!("{ask} --json"));
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(told["success"], false);
    assert!(one_thread == kept(), "one thread and all give different bytes");
    let fights = told["fights"].to_string();
    assert!(fights.contains("few") && fights.contains("many"), "{told:#}");
    let run = "run oslo --draws 4 --years 4 --quiet --posterior output/oslo-calibration";
    refused(&bpasim(dir, run), 2, &["--accept-bad-fit"]);
    assert!(!dir.join("output/oslo").exists());
    stdout(&bpasim(dir, &format!("{run} --accept-bad-fit --no-report")));
}

#[test]
fn bad_targets_are_refused_by_line_and_name() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows =
        "a,recipient,,2027,,equal,1,1,persons,x,x,x,x\nb,recipients,,2199,,equal,1,-1,persons,x,x,x,x\n";
    fs::write(dir.join("targets.csv"), format!("{HEAD}\n{rows}")).expect("written");
    refused(
        &bpasim(dir, "calibrate national --targets targets.csv --quiet"),
        2,
        &["targets.csv:2", "recipients", "targets.csv:3", "2199"],
    );
    refused(&bpasim(dir, "calibrate oslo --quiet"), 2, &["--targets"]);
    refused(&bpasim(dir, "calibrate national --parameter inflowrate --quiet"), 2, &["inflow_rate"]);
    refused(&bpasim(dir, "calibrate national --parameter other_services_cost_sd --quiet"), 2, &["FRA..TIL"]);
    refused(&bpasim(dir, "run national --posterior nowhere.json --quiet"), 2, &["nowhere.json"]);
    assert!(!dir.join("output").exists());
}
