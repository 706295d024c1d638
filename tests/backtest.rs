//! Backtests through the real binary: files, page and screen tell the same, losses are told beside wins, any number of
//! threads gives the same bytes, and a run's report takes them in.

use crate::program::{bpasim, stdout};
use serde_json::Value;
use std::fs;

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("list")
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("number")
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
    let head: Vec<String> = table.headers().expect("head").iter().map(String::from).collect();
    let columns = "series vintage origin year horizon forecaster observed mean p5 p25 p50 p75 p95 crps won_linear won_exponential";
    assert_eq!(head[..16].join(" "), columns);
    let rows: Vec<csv::StringRecord> = table.records().map(|r| r.expect("row")).collect();
    // Four origins, ten years observed after them in all, five forecasters, users and hours.
    assert_eq!(rows.len(), 10 * 5 * 2);
    let at = |name: &str| head.iter().position(|h| h == name).expect("column");
    let number = |row: &csv::StringRecord, name: &str| row[at(name)].parse::<f64>().expect("number");
    for series in list(&found["series"]) {
        let id = series["series"].as_str().expect("id");
        let own: Vec<_> = rows.iter().filter(|r| r[0] == *id).collect();
        for (row, forecast) in own.iter().zip(list(&series["forecasts"])) {
            let quantiles = list(&forecast["predicted"]["quantiles"]);
            for (column, value) in [
                ("origin", float(&forecast["origin"])),
                ("year", float(&forecast["year"])),
                ("horizon", float(&forecast["year"]) - float(&forecast["origin"])),
                ("observed", float(&forecast["observed"])),
                ("mean", float(&forecast["predicted"]["mean"])),
                ("p5", float(&quantiles[0])),
                ("p95", float(&quantiles[4])),
                ("crps", 100.0 * float(&forecast["crps"])),
            ] {
                // The JSON reader rounds the last bit.
                let table = number(row, column);
                assert!((table - value).abs() <= 1e-12 * value.abs(), "{id} {column}: {table} {value}");
            }
        }
        for scores in list(&series["scores"]) {
            let forecaster = scores["forecaster"].as_str().expect("id");
            let own: Vec<_> = own.iter().filter(|r| r[at("forecaster")] == *forecaster).collect();
            let mean = |of: &dyn Fn(&csv::StringRecord) -> f64| {
                own.iter().map(|r| of(r)).sum::<f64>() / own.len() as f64
            };
            let crps = mean(&|r| number(r, "crps"));
            assert!((crps - 100.0 * float(&scores["all"]["crps"])).abs() < 1e-9);
            let held = mean(&|r| {
                let observed = number(r, "observed");
                f64::from(number(r, "p5") <= observed && observed <= number(r, "p95"))
            });
            let coverage = &scores["all"]["coverage"][1];
            assert!((held - float(&coverage["hits"]) / float(&coverage["of"])).abs() < 1e-12);
            match scores["all"]["won"][0].as_f64() {
                Some(won) => {
                    let wins = mean(&|r| f64::from(r[at("won_linear")] == *"yes"));
                    assert!((wins - won).abs() < 1e-12, "{id} {forecaster}");
                }
                None => assert!(own.iter().all(|r| r[at("won_linear")].is_empty())),
            }
        }
        let lead = format!("backtest-{}", id.replace('_', "-"));
        assert!(page.contains(&format!("id=\"figure-{lead}\"")), "{lead}");
        assert!(folder.join(format!("figures/{lead}.svg")).is_file());
    }
    // What was wished and not met is told as a miss, on page and screen.
    let missed = list(&found["targets"])
        .iter()
        .filter(|t| !(float(&t["hit"][0])..=float(&t["hit"][1])).contains(&float(&t["found"])))
        .count();
    for place in [&told, &page] {
        let words = place.split(|letter: char| !letter.is_alphabetic());
        assert_eq!(words.filter(|word| *word == "bom").count(), missed, "{place}");
    }
    // 433 to 545 persons in three years: 37⅓ a year more. Users grew by 0.5 per cent in 2021.
    let row = |forecaster: &str| {
        let wanted = |r: &&csv::StringRecord| {
            r[0] == *"oslo_recipients" && r[2] == *"2018" && r[3] == *"2020" && r[5] == *forecaster
        };
        rows.iter().find(wanted).expect("row")
    };
    assert!((number(row("linear"), "p50") - (545.0 + 224.0 / 3.0)).abs() < 1e-9);
    // The middle of two members is a little above the middle of their logarithms.
    assert!((number(row("exponential"), "p50") - 545.0 * (545.0_f64 / 433.0).powf(2.0 / 3.0)).abs() < 0.01);
    assert!(page.contains("0,5\u{a0}%") && page.contains("Brudd"), "{page}");

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
    for id in [
        "id=\"backtest\"",
        "id=\"figure-backtest-national-recipients\"",
        "id=\"figure-backtest-national-recipients-published\"",
        "id=\"table-backtest-budget\"",
        "id=\"table-backtest-outlook\"",
    ] {
        assert!(page.contains(id), "{id}");
    }
    assert!(!dir.join("output/backtest").exists());
    // The whole scheme is what the accounts are held against: 350 million was the state's own figure for the step.
    let found: Value = serde_json::from_str(&read("backtest.json")).expect("JSON");
    let step = float(&found["step"]["saving"][0]);
    assert!((297.5..=402.5).contains(&step), "{step}");
    let budget = &found["budgets"]["budget"];
    assert!((float(&budget["absolute"]) - 0.0525).abs() < 5e-5, "{budget}");
    let first = list(&found["series"]).iter().find(|s| s["series"] == *"refund_accounts").expect("accounts");
    for forecast in list(&first["forecasts"]) {
        let ratio = float(&forecast["predicted"]["mean"]) / float(&forecast["observed"]);
        assert!((0.6..1.6).contains(&ratio), "{forecast}");
    }
    let package = read("datapackage.json");
    assert!(package.contains("\"backtest.csv\"") && package.contains("won_exponential"));
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
