//! Whether the sign of a difference is found or assumed, through the real program: the analysis is what runs say that do the
//! same by hand, and every probability in a report has its word beside it.

use crate::program::{bpasim, stdout};
use bpasim::experiment::{
    AnalysisBase, Method, OutputRequest, ResultFolder, SensitivityRequest, sensitivity, study_tables,
};
use bpasim::export::Extras;
use bpasim::{Lang, Monitor, RunRequest, run};
use serde_json::Value;
use std::path::Path;

/// The mean difference of a run to the zero alternative.
fn mean(dir: &Path, more: &str, outcome: &str, year: &str) -> f64 {
    stdout(&bpasim(
        dir,
        &format!("run oslo --models B --draws 64 --quiet --no-report --force --out by-hand {more}"),
    ));
    let mut table = csv::Reader::from_path(dir.join("by-hand/summary.csv")).expect("summary.csv");
    let head = table.headers().expect("head").clone();
    let place = |name: &str| head.iter().position(|h| h == name).expect("column");
    let wanted =
        [("outcome", outcome), ("model", "B"), ("year", year), ("statistic_of", "difference_to_zero")];
    let mut rows = table.records().map(|row| row.expect("row"));
    let row = rows.find(|row| wanted.iter().all(|(name, value)| &row[place(name)] == *value)).expect("row");
    row[place("mean")].parse().expect("number")
}

#[test]
fn what_a_difference_rests_on_is_what_runs_say() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let asked =
        "sensitivity oslo --models B --method signs --of relatives_hours:B-zero --year 2029 --json --quiet";
    let found: Value = serde_json::from_str(&stdout(&bpasim(dir, asked))).expect("JSON");
    let signs = &found["signs"];
    assert_eq!((&signs["draws"], signs["figures"].as_array().map(Vec::len)), (&64.into(), Some(1)));
    let test = &signs["figures"][0]["test"];
    let number = |value: &Value| value.as_f64().expect("number");
    let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{a} {b}");
    let with = mean(dir, "", "relatives_hours", "2029");
    near(number(&test["mean"]), with);
    let rests_on = test["rests_on"].as_array().expect("list");
    assert!(!rests_on.is_empty(), "{test}");
    for basis in rests_on {
        let set = format!("--set {}={}", basis["parameter"].as_str().expect("id"), basis["neutral"]);
        let without = mean(dir, &set, "relatives_hours", "2029");
        near(number(&basis["mean"]), without);
        assert!(without / with <= 0.2, "{basis}");
    }
    // What is not named leaves more than a fifth.
    let tried: Vec<&str> =
        signs["tried"].as_array().expect("list").iter().filter_map(Value::as_str).collect();
    assert!(tried.contains(&"spillover") && !tried.contains(&"price_response"), "{tried:?}");
    if !rests_on.iter().any(|basis| basis["parameter"] == "spillover") {
        assert!(mean(dir, "--set spillover=0", "relatives_hours", "2029") / with > 0.2);
    }
    // Relatives fill gaps: that is assumed.
    let screen = stdout(&bpasim(dir, &asked.replace("--json", "--lang nb")));
    assert!(screen.contains("fortegn antatt"), "{screen}");
}

#[test]
fn every_probability_has_its_word() {
    let mut request = RunRequest { draws: 30, ..RunRequest::of("oslo") };
    request.scenario.options.models = Some(vec!["B".into()]);
    let run = run(&request, Monitor::default()).expect("run");
    let folder = run.result_folder(&OutputRequest::default()).expect("folder");
    let page = |folder: &ResultFolder| -> String {
        let files = folder.files(Extras { report: Some(Lang::Nb), ..Extras::default() }).expect("files");
        let (_, content) = files.into_iter().find(|(name, _)| name == "report.html").expect("page");
        String::from_utf8(content).expect("UTF-8")
    };
    let words = ["fortegn antatt", "fortegn fra forskning", "fortegn funnet", "fortegn ikke undersøkt"];
    let count = |page: &str| words.map(|word| page.matches(word).count());
    let before = page(&folder);
    // Where nothing was examined that is said once, and draws are counted: nothing is called likely.
    assert_eq!(count(&before), [0; 4]);
    assert!(before.contains("er ikke undersøkt her") && !before.contains("annsynlig lavere"));
    assert!(before.contains("Lavere i ") || before.contains("Færre i "));
    // In every table that tells how many draws, beside the number or below the table.
    let has_word = |text: &str| {
        text.to_lowercase().contains("undersøkt") || words.iter().any(|word| text.contains(word))
    };
    let tables = || {
        before
            .split("<table ")
            .skip(1)
            // With the notes below it, and not what comes under the next heading.
            .filter_map(|table| table.split("<h").next())
            .filter(|table| table.contains("lavere i ") || table.contains("høyere i "))
    };
    assert!(tables().count() > 3);
    for table in tables() {
        assert!(has_word(table), "{table}");
    }
    let base = AnalysisBase::of_run(run);
    let figures = ["relatives_hours:B-zero", "state_net:B-zero", "municipality_net:B-zero"].map(String::from);
    let request =
        SensitivityRequest { figures: figures.to_vec(), methods: vec![Method::Signs], ..Default::default() };
    let studies = sensitivity(&base, &request, Monitor::default()).expect("analysis");
    let direction = |n: usize| studies.signs.as_ref().expect("signs").figures[n].test.clone();
    assert!(direction(0).assumed().any(|id| id == "fill_grant"));
    let after = page(&folder.with(study_tables(&studies).expect("tables")));
    let [assumed, _, found, _] = count(&after);
    assert!(assumed > 2 && found > 2, "{assumed} {found}");
    // In cells and sentences alike there is none without.
    for (at, _) in after.match_indices("lavere i ").chain(after.match_indices("høyere i ")) {
        let cell: String = after[at..].chars().take_while(|c| *c != '<').collect();
        let probability = cell.contains('%') || cell.contains("alle");
        assert!(!probability || words.iter().any(|word| cell.contains(word)) || cell.len() > 80, "{cell}");
    }
    // Very likely is not said of what follows from an assumption.
    let items: Vec<&str> = after.split("</li>").filter(|item| item.contains("fortegn antatt")).collect();
    assert!(!items.is_empty());
    for item in items {
        let sentence = item.rsplit('>').next().unwrap_or(item);
        assert!(!sentence.contains("Svært sannsynlig"), "{sentence}");
    }
    assert!(after.contains("Følger av forutsetning"), "no sentence names the assumption");
}
