//! Levers by year, the end of BPA at an age, and Sweden through the real binary.

use crate::program::{bpasim, refused, stdout};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Rows of `summary.csv` by outcome, model, year, basis and kind: what was told of them.
fn summary(folder: &Path) -> BTreeMap<[String; 5], Vec<String>> {
    let mut table = csv::Reader::from_path(folder.join("summary.csv")).expect("table");
    let rows = table.records().map(|row| row.expect("row"));
    rows.map(|r| {
        let key = [0, 2, 3, 5, 6].map(|at| r[at].to_string());
        (key, (7..r.len()).map(|at| r[at].to_string()).collect())
    })
    .collect()
}

fn scenario(dir: &Path, name: &str, text: &str) {
    let text =
        format!("format = 1\nextends = \"oslo\"\n[scenario]\nhorizon = 10\nmodels = [\"A\", \"C\"]\n{text}");
    fs::write(dir.join(name), text).expect("scenario");
}

const RUN: &str = "--draws 4 --threads 1 --no-report --force --quiet";

/// Two models' levels, year by year.
fn apart(found: &BTreeMap<[String; 5], Vec<String>>, one: &str, other: &str) -> Vec<String> {
    let levels = found.iter().filter(|(key, _)| key[1] == one && key[4] == "level");
    levels
        .filter(|(key, told)| {
            let mut of_other = (*key).clone();
            of_other[1] = other.to_string();
            found.get(&of_other) != Some(told)
        })
        .map(|(key, _)| format!("{} {}", key[0], key[2]))
        .collect()
}

#[test]
fn values_that_are_stated_again_change_nothing_to_the_last_bit() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // In full effect from 2029; drifts run on, and what has not begun is far away.
    scenario(
        dir,
        "same.toml",
        "[financing.C]\nextends = \"A\"\n[[financing.C.history]]\nfrom = 2029\nnorm_drift = \"norm_drift.A\"\n\
         harmonisation = \"harmonisation.A\"\nhour_grant = { rate = 1, above_hours = 0 }\n\
         [[financing.C.history]]\nfrom = 2030\nadmission_drift = \"admission_drift.A\"\nprocessing_months = 2\n\
         rights = { kept_after_limit = true }\ncopayment = 0\nadmin = { municipal = 2000 }\n",
    );
    stdout(&bpasim(dir, &format!("run same.toml {RUN} --out same")));
    let found = summary(&dir.join("same"));
    assert!(found.len() > 1000);
    assert_eq!(apart(&found, "A", "C"), Vec::<String>::new());
    // The same of the zero alternative, and of who extends it.
    let zero = "[[financing.zero.history]]\nfrom = 2026\nadmin = { municipal = \"admin.municipal\" }\nnorm_drift = 0\n";
    scenario(dir, "zero.toml", &format!("{zero}[financing.C]\nextends = \"A\"\n"));
    scenario(dir, "plain.toml", "[financing.C]\nextends = \"A\"\n");
    for name in ["zero", "plain"] {
        stdout(&bpasim(dir, &format!("run {name}.toml {RUN} --out {name}")));
    }
    let [stated, plain] = ["zero", "plain"].map(|name| summary(&dir.join(name)));
    let differs = |key: &&[String; 5]| stated.get(*key) != plain.get(*key) && key[1] == "zero";
    assert_eq!(plain.keys().filter(differs).count(), 0);
}

#[test]
fn what_is_stated_holds_from_its_year_on() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    scenario(
        dir,
        "split.toml",
        "[financing.C]\nextends = \"A\"\n[[financing.C.history]]\nfrom = 2030\nhour_grant = { rate = 0 }\n",
    );
    stdout(&bpasim(dir, &format!("run split.toml {RUN} --out split")));
    let found = summary(&dir.join("split"));
    let mean = |model: &str, year: &str| {
        let key = ["hour_grant", model, year, "nominal", "level"].map(String::from);
        found[&key][0].parse::<f64>().expect("number")
    };
    assert_eq!(mean("C", "2029"), mean("A", "2029"));
    assert!(mean("A", "2030") > 0.0);
    assert_eq!((mean("C", "2030"), mean("C", "2031")), (0.0, 0.0));
    let shown = stdout(&bpasim(dir, "describe C --scenario split.toml --lang en"));
    assert!(shown.contains("hour_grant.rate") && shown.contains("0 (from 2030)"), "{shown}");
    let about: Value =
        serde_json::from_slice(&fs::read(dir.join("split/run.json")).expect("file")).expect("JSON");
    let model = about["models"].as_array().expect("models").iter().find(|m| m["id"] == "C").expect("C");
    assert_eq!(model["history"][0]["from"], 2030);
    assert_eq!(model["history"][0]["levers"]["hour_grant.rate"], 0);
    scenario(
        dir,
        "late.toml",
        "[financing.C]\nextends = \"A\"\n[[financing.C.history]]\nfrom = 2032\nhour_grant = { rate = 0 }\n",
    );
    refused(&bpasim(dir, "check late.toml --lang en"), 2, &["late.toml:9", "2022–2031"]);
}

/// Nobody is above the limit once the model has started, whoever would be awarded BPA there.
#[test]
fn where_it_is_not_kept_bpa_ends_above_the_limit() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let text = "[financing.C]\nextends = \"zero\"\nstart_year = 2025\n\
                rights = { kept_after_limit = false, over_age_factor = 1, max_age_new = 17 }\n";
    scenario(dir, "ends.toml", text);
    stdout(&bpasim(dir, &format!("run ends.toml {RUN} --out ends")));
    let found = summary(&dir.join("ends"));
    let mean = |outcome: &str, model: &str, year: &str| {
        let key = [outcome, model, year, "count", "level"].map(String::from);
        found[&key][0].parse::<f64>().expect("number")
    };
    assert_eq!(mean("recipients", "C", "2024"), mean("recipients", "zero", "2024"));
    // Whoever is grown up leaves in the first year, and the year after those who turned 18.
    assert!(mean("exits", "C", "2025") > 400.0);
    assert!(mean("recipients", "C", "2025") < 0.4 * mean("recipients", "zero", "2025"));
    assert!(mean("exits", "C", "2026") < 40.0);
    assert_eq!(mean("users_employed", "C", "2026"), 0.0 + mean("users_employed", "C", "2026"));
    assert_eq!(mean("need_population", "C", "2031"), mean("need_population", "zero", "2031"));
}

#[test]
fn sweden_is_tested_in_files_on_page_and_on_screen() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let told = stdout(&bpasim(dir, "backtest sweden --draws 20 --threads 2 --lang en"));
    for words in [
        "No test of the drift",
        "What it is evidence for",
        "Four reasons why Norway is not Sweden",
        "Sweden: recipients of state assistance",
        "Without drift",
        "With drift",
        "2006–14",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("⟨"), "{told}");
    let folder = dir.join("output/backtest");
    let found: Value =
        serde_json::from_slice(&fs::read(folder.join("backtest.json")).expect("file")).expect("JSON");
    let series = found["sweden"]["series"].as_array().expect("series");
    let ids: Vec<&str> = series.iter().map(|s| s["quantity"].as_str().expect("id")).collect();
    assert_eq!(ids, ["recipients", "hours_each", "hours", "cost"]);
    assert!(series.iter().all(|s| s["years"].as_array().expect("years").len() == 32));
    // 6 100 are as observed; the middle of 2005 was fitted to 14 500.
    let middle =
        |year: usize| series[0]["years"][year]["predicted"][0]["quantiles"][2].as_f64().expect("number");
    assert_eq!(middle(0), 6100.0);
    assert!((middle(11) / 14_500.0 - 1.0).abs() < 0.08, "{}", middle(11));
    let each = series[1]["years"][0]["predicted"][0]["quantiles"][2].as_f64().expect("number");
    assert!((each - 66.4).abs() < 1.5, "{each}");
    let table = fs::read_to_string(folder.join("backtest.csv")).expect("table");
    assert!(table.contains("sweden_hours_each,,2005,2006,1,without_drift,101.4,"), "{table}");
    let page = fs::read_to_string(folder.join("backtest.html")).expect("page");
    for figure in ["sweden-recipients", "sweden-hours-each", "sweden-hours", "sweden-cost"] {
        assert!(page.contains(&format!("id=\"{figure}-alt\"")), "{figure}");
    }
}

#[test]
fn swedish_money_is_in_its_own_currency() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let sets = "--set recipients_total=300 --set recipients_growth=0.05";
    let told = stdout(&bpasim(dir, &format!("run sweden {sets} --draws 4 --years 4 --out s --lang nb")));
    assert!(told.contains("mill. 1994-SEK") && !told.contains("kroner"), "{told}");
    let page = fs::read_to_string(dir.join("s/report.html")).expect("page");
    assert!(page.contains("1994-SEK") && page.contains("hour_grant.above_hours"), "1997");
}
