//! Backtests through the real binary: files, page and screen tell the same, misses are told as misses, any number of
//! threads gives the same bytes, and a run's report takes them in.

use crate::program::{bpasim, stdout};
use crate::readers::{assert_units, sheets};
use serde_json::Value;
use std::fs;

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("list")
}

#[test]
fn files_page_and_screen_tell_the_same() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let told = stdout(&bpasim(dir, "backtest oslo --draws 20 --threads 1"));
    let folder = dir.join("output/backtest");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("file");
    let found: Value = serde_json::from_str(&read("backtest.json")).expect("JSON");
    let page = read("backtest.html");
    let text = read("backtest.csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let head = table.headers().expect("head").clone();
    let rows: Vec<csv::StringRecord> = table.records().map(|r| r.expect("row")).collect();
    let cell = |series: &str, year: &Value, column: &str| -> String {
        let place = |name: &str| head.iter().position(|h| h == name).expect("column");
        let year = year.to_string();
        let wanted = |r: &&csv::StringRecord| r[0] == *series && r[place("year")] == year;
        rows.iter().find(wanted).expect("row")[place(column)].to_string()
    };
    let number = |series: &str, year: &Value, column: &str| -> f64 {
        cell(series, year, column).parse().expect("number")
    };
    let mut missed = 0;
    for series in list(&found["series"]) {
        let id = series["series"].as_str().expect("id");
        for point in list(&series["points"]) {
            let ahead = list(&series["ahead"]).iter().find(|a| a["year"] == point["year"]).expect("year");
            for (column, value) in [
                ("observed", &point["observed"]),
                ("crps", &point["crps"]),
                ("naive_crps", &point["naive_crps"]),
                ("mean", &ahead["model"]["mean"]),
                ("p05", &ahead["model"]["quantiles"][0]),
                ("p50", &ahead["model"]["quantiles"][3]),
                ("p95", &ahead["model"]["quantiles"][6]),
                ("naive_mean", &ahead["naive"]["mean"]),
            ] {
                // The JSON reader rounds the last bit.
                let (table, json) = (number(id, &point["year"], column), value.as_f64().expect("number"));
                assert!((table - json).abs() <= 1e-12 * table.abs(), "{id} {column}: {table} {json}");
            }
            let inside = number(id, &point["year"], "p05") <= number(id, &point["year"], "observed")
                && number(id, &point["year"], "observed") <= number(id, &point["year"], "p95");
            assert_eq!(cell(id, &point["year"], "within_90"), if inside { "yes" } else { "no" });
            missed += usize::from(!inside);
        }
        let lead = format!("figure-backtest-{}", id.replace('_', "-"));
        assert!(page.contains(&format!("id=\"{lead}\"")), "{lead}");
        assert!(folder.join(format!("figures/{}.svg", lead.trim_start_matches("figure-"))).is_file());
    }
    // Users in Oslo grew by half of what the years before promised: that is a miss, on page, screen and figure.
    let said = list(&found["series"]).iter().flat_map(|s| list(&s["facts"]["missed"])).count();
    assert!(missed > 0 && said == missed, "{missed} {said}");
    for place in [&told, &page] {
        assert_eq!(place.matches("BOM").count(), missed, "{place}");
    }
    let rings: usize = page.matches("class=\"mark open s3\"").count();
    assert_eq!(rings, missed);
    // 433 to 566 persons in four years: 33.25 a year more.
    assert_eq!(cell("oslo_recipients", &2020.into(), "naive_mean"), "599.25");
    assert_eq!(cell("oslo_recipients", &2019.into(), "known"), "yes");
    assert_eq!(cell("oslo_recipients", &2020.into(), "known"), "no");

    // The same bytes with two threads and in a place of its own.
    stdout(&bpasim(dir, "backtest oslo --draws 20 --threads 2 --out two --quiet"));
    for name in ["backtest.json", "backtest.csv", "backtest.html"] {
        assert_eq!(fs::read(dir.join("two").join(name)).expect("file"), read(name).into_bytes(), "{name}");
    }
}

#[test]
fn a_report_takes_the_tests_in_and_a_new_run_lets_them_go() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run oslo --draws 4 --quiet"));
    stdout(&bpasim(dir, "backtest national refund --draws 20 --into output/oslo --quiet"));
    let folder = dir.join("output/oslo");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("file");
    let page = read("report.html");
    for id in
        ["id=\"backtest\"", "id=\"figure-backtest-national-recipients\"", "id=\"table-backtest-budget\""]
    {
        assert!(page.contains(id), "{id}");
    }
    assert!(!dir.join("output/backtest").exists());
    assert_units(
        &sheets(&folder.join("results.xlsx")),
        &[
            ("Etterprøving", "Skjevhet", "prosent"),
            ("Prøve budsjett", "Budsjettets avvik", "prosent"),
            ("Prøve landet brukere", "Modellens avvik", "prosent"),
            ("Prøve landet brukere", "20", "personer"),
        ],
    );
    let package = read("datapackage.json");
    assert!(package.contains("\"backtest.csv\"") && package.contains("naive_crps"));
    stdout(&bpasim(dir, "report output/oslo --lang en --csv nb"));
    let page = read("report.html");
    assert!(page.contains("Would the model have foreseen what happened?") && !page.contains('⟨'));
    assert!(read("backtest.nb.csv").contains(';'));
    stdout(&bpasim(dir, "run oslo --draws 4 --quiet"));
    assert!(!folder.join("backtest.json").exists() && !read("report.html").contains("id=\"backtest\""));
}

#[test]
fn what_cannot_be_done_is_refused_by_name() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    fs::create_dir(dir.join("mine")).expect("folder");
    fs::write(dir.join("mine/notes.txt"), "keep").expect("file");
    for (arguments, words) in [
        ("backtest oslo --draws 3", &["--draws", "3", "20 – 20000"][..]),
        ("backtest osla", &["osla", "oslo, national, refund"]),
        ("backtest --out mine", &["mine", "--out"]),
        ("backtest --into mine", &["mine", "output/national"]),
        ("backtest --into mine --json", &["--into", "--json"]),
        ("backtest --threads 0", &["--threads"]),
    ] {
        let output = bpasim(dir, arguments);
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments}: {message}");
        for word in words {
            assert!(message.contains(word), "{arguments}: «{word}» is not in: {message}");
        }
    }
    assert!(!dir.join("output").exists());
    assert_eq!(fs::read_dir(dir.join("mine")).expect("folder").count(), 1);
}
