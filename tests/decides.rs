//! What decides the conclusion, through the real binary: analyses agree with runs that do the same by hand, can be
//! interrupted, join the report, and refuse what cannot be done.

use crate::program::{bpasim, command, stdout};
use crate::readers::{assert_units, sheets};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Oslo until the first full year, as `short`: what an analysis does is the same for any number of years.
fn short() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("folder");
    let title = "{ nb = \"Kort\", nn = \"Kort\", en = \"Short\" }";
    let text = format!(
        "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"short\"\ntitle = {title}\nhorizon = 8\n"
    );
    fs::write(place.path().join("short.toml"), text).expect("scenario");
    place
}

#[track_caller]
fn json(dir: &Path, arguments: &str) -> Value {
    serde_json::from_str(&stdout(&bpasim(dir, &format!("{arguments} --json --quiet")))).expect("JSON")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

/// Mean and Monte Carlo error of a difference to the zero alternative in a run.
fn difference(dir: &Path, run: &str, outcome: &str, model: &str, (year, basis): (&str, &str)) -> [f64; 2] {
    stdout(&bpasim(dir, &format!("run {run} --quiet --no-report --force --out by-hand")));
    let mut table = csv::Reader::from_path(dir.join("by-hand/summary.csv")).expect("summary.csv");
    let head = table.headers().expect("head").clone();
    let place = |name: &str| head.iter().position(|h| h == name).expect("column");
    let wanted = [
        ("outcome", outcome),
        ("model", model),
        ("year", if year == "total" { "" } else { year }),
        ("period", if year == "total" { "total" } else { "year" }),
        ("basis", basis),
        ("statistic_of", "difference_to_zero"),
    ];
    let mut rows = table.records().map(|row| row.expect("row"));
    let row = rows.find(|row| wanted.iter().all(|(name, value)| &row[place(name)] == *value)).expect("row");
    ["mean", "mcse"].map(|name| row[place(name)].parse().expect("number"))
}

#[track_caller]
fn same(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{a} {b}");
}

/// Draws with a parameter at its ends and its median are runs with `--set`, on the same persons, where their number is told.
/// Else the polynomials of the figure carry most of it, and what is told lies within its error of what many draws say.
#[test]
fn v_f10_tornado_is_what_runs_say() {
    let place = short();
    let dir = place.path();
    let bars = |more: &str| {
        let found =
            json(dir, &format!("sensitivity short.toml --models B --of state_net:B-zero --year 2029 {more}"));
        let bars = found["studies"][0]["tornado"]["bars"].as_array().expect("bars").clone();
        let spans: Vec<f64> = bars.iter().map(length).collect();
        assert!(spans.is_sorted_by(|a, b| a >= b), "{spans:?}");
        bars
    };
    let named =
        |bars: &[Value]| bars.iter().find(|b| b["parameter"] == "pool_ratio").expect("pool_ratio").clone();
    let at = |draws: usize, value: f64| {
        let run = format!("short.toml --models B --draws {draws} --set pool_ratio={value}");
        difference(dir, &run, "state_net", "B", ("2029", "fixed"))
    };
    let ends = |bar: &Value| [0, 1].map(|i| number(&bar["values"][i]));
    let effects = |bar: &Value| [0, 1].map(|i| number(&bar["random"][i][0]));

    let asked = bars("--draws 4");
    assert!(asked.iter().all(|b| number(&b["draws"]) == 4.0));
    let (bar, [low, high]) = (named(&asked), ends(&named(&asked)));
    same(effects(&bar)[1] - effects(&bar)[0], at(4, high)[0] - at(4, low)[0]);

    let usual = bars("");
    let bar = named(&usual);
    assert!(effects(&bar)[0] < 0.0 && effects(&bar)[1] > 0.0, "{bar}");
    let [[low, low_error], [high, high_error]] = ends(&bar).map(|value| at(512, value));
    let error = number(&bar["span_error"]).hypot(low_error).hypot(high_error);
    assert!((length(&bar) - (high - low)).abs() < 3.0 * error, "{bar} {low} {high}");
    // The longest bars have as many draws as their length and order need.
    let longest = length(&usual[0]);
    for bar in &usual[..12] {
        assert!(number(&bar["draws"]) >= 8.0, "{bar}");
        let allowed = (0.05 * length(bar)).max(0.01 * longest);
        assert!(number(&bar["span_error"]) <= allowed || number(&bar["draws"]) == 64.0, "{bar}");
    }
    assert!(usual.iter().any(|b| number(&b["draws"]) == 2.0), "short bars have two");
}

/// What is told of where numbers come from is so: read off, or simulated; and nothing is simulated for what does not vary.
#[test]
fn each_analysis_says_where_its_numbers_come_from() {
    let place = short();
    let dir = place.path();
    let of = "sensitivity short.toml --models B --of unmet_hours:B-zero --year 2029 --quiet --method";
    let told = |more: &str| {
        let words =
            stdout(&bpasim(dir, &format!("{of} {more}"))).split_whitespace().collect::<Vec<_>>().join(" ");
        ["Lest av summen", "Lest av 1 024 trekninger", "bommer summen på"].map(|told| words.contains(told))
    };
    let parameter = "--parameter price_response";
    assert_eq!(told(&format!("breakeven {parameter}")), [true, false, true]);
    assert_eq!(told(&format!("breakeven {parameter} --draws 4")), [false; 3]);
    assert_eq!(told(&format!("breakeven,sobol {parameter} --draws 4")), [false, true, true]);
    // Figures have their notes on the page.
    for (more, read) in [("", true), ("--draws 4", false)] {
        let pair = format!("{parameter} --parameter fill_grant");
        stdout(&bpasim(dir, &format!("{of} tornado,two-way {pair} {more} --out side --force")));
        let page = fs::read_to_string(dir.join("side/decides.html")).expect("page");
        for sentence in ["rettet med det simuleringene viser", "Lest av summen"] {
            assert_eq!(page.contains(sentence), read, "{more}: {sentence}");
        }
    }

    let before_the_start =
        "sensitivity short.toml --models B --of unmet_hours:B-zero --year 2022 --method sobol";
    let output = bpasim(dir, before_the_start);
    let screen = stdout(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("Det er ingen usikkerhet å dele"), "{screen}");
    let heard = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!heard.contains("faktorer"), "{heard}");
}

/// Distance between the ends of a bar.
fn length(bar: &Value) -> f64 {
    (number(&bar["random"][1][0]) - number(&bar["random"][0][0])).abs()
}

/// Sobol indices and break-even values that are read off draws are those that a design and a search find.
#[test]
fn what_is_read_off_draws_is_what_worlds_say() {
    let place = short();
    let dir = place.path();
    let of = "sensitivity short.toml --models B --of unmet_hours:B-zero --year 2029 --method";
    let shares = |more: &str| {
        let found = json(dir, &format!("{of} sobol {more}"));
        let study = &found["studies"][0];
        (study["sobol"]["effects"].as_array().expect("effects").clone(), study["expansion"].clone())
    };
    let (read, quality) = shares("");
    assert!(number(&quality["missed"]) - number(&quality["chance"][0]) < 0.1, "{quality}");
    let (designed, none) = shares("--points 512");
    assert!(none.is_null());
    for own in read.iter().take(3) {
        let other = designed.iter().find(|e| e["factor"] == own["factor"]).expect("factor");
        let [a, b] = [own, other].map(|e| ["value", "low", "high"].map(|k| number(&e["total"][k])));
        // Half-widths of nine in ten, twice.
        let apart = 2.0 * (a[2] - a[0]).hypot(b[2] - b[0]) + 0.02;
        assert!((a[0] - b[0]).abs() < apart, "{own} {other}");
    }
    let turn = |more: &str| {
        let found = json(dir, &format!("{of} breakeven --target -20000 --parameter price_response {more}"));
        found["studies"][0]["breakeven"][0].clone()
    };
    let [read, searched] = [turn(""), turn("--draws 256")];
    assert_eq!((&read["expansion"], &searched["expansion"]), (&true.into(), &false.into()));
    for (a, b) in [0, 4, 8].map(|i| (&read["curve"][i], &searched["curve"][i])) {
        let error = number(&a["error"]).hypot(number(&b["error"]));
        assert!((number(&a["mean"]) - number(&b["mean"])).abs() < 4.0 * error, "{a} {b}");
    }
}

#[test]
fn v_f13_alternatives_are_what_runs_say() {
    let place = short();
    let dir = place.path();
    let found = json(dir, "scenarios short.toml --grid --draws 20");
    let found = &found["alternatives"];
    let outcome = found["outcomes"].as_array().expect("outcomes").iter().position(|o| o == "relatives_hours");
    let models: Vec<&str> = vec!["A", "B"];
    for (id, set) in [("relatives-everything", "--set fill_grant=1 --set fill_break=1"), ("scenario", "")] {
        let all = found["tried"].as_array().expect("list").iter().chain([&found["base"]]);
        let tried = all.into_iter().find(|t| t["alternative"]["id"] == id).expect("alternative");
        let run = format!("short.toml --draws 20 {set}").trim().to_string();
        for (m, model) in models.iter().enumerate() {
            let [mean, error] = difference(dir, &run, "relatives_hours", model, ("2029", "count"));
            let told = &tried["differences"][outcome.expect("relatives_hours")][m];
            same(number(&told["mean"]), mean);
            same(number(&told["error"]), error);
        }
    }
    assert_eq!(found["left_out"][0]["id"], "withdrawal-population");
    let listed = stdout(&bpasim(dir, "scenarios short.toml"));
    assert!(listed.contains("without-commissioned") && listed.contains("--set relative_cost=1"), "{listed}");
    let neutral = "short.toml --draws 20 --set relative_cost=1 --set work_response=0";
    let by_switch =
        difference(dir, "short.toml --draws 20 --without commissioned", "state_net", "B", ("2029", "fixed"));
    same(by_switch[0], difference(dir, neutral, "state_net", "B", ("2029", "fixed"))[0]);
}

/// A break-even value put into a run gives zero, within the error that is stated.
#[test]
fn a_breakeven_value_put_back_gives_zero() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let found = json(
        dir,
        "sensitivity oslo --of society_cost:B-zero --year total --method breakeven --draws 64 \
         --parameter unmet_value --range 0,5000",
    );
    let crossing = &found["studies"][0]["breakeven"][0]["crossing"];
    let [at, low, high] = ["value", "low", "high"].map(|k| number(&crossing["at"][k]));
    assert!(0.0 < low && low < at && at < high, "{crossing}");
    let run = format!("oslo --draws 64 --set unmet_value={at}");
    let [mean, error] = difference(dir, &run, "society_cost", "B", ("total", "present_value"));
    assert!(mean.abs() <= 0.05 * error, "{mean} {error}");
}

#[test]
fn an_analysis_in_a_folder_of_its_own() {
    let place = short();
    let dir = place.path();
    let arguments = "sensitivity short.toml --models B --of state_net:B-zero --quiet --out side";
    stdout(&bpasim(dir, arguments));
    let read = |name: &str| fs::read_to_string(dir.join("side").join(name)).expect("file");
    assert!(read("decides.html").contains("id=\"figure-tornado-figure-1\""));
    assert!(read("figures/tornado-figure-1.svg").contains("scenario short"));
    let outputs: Value = serde_json::from_str(&read("run.json")).expect("JSON");
    assert_eq!(outputs["outputs"].as_object().expect("files").len(), 4);
    let again = bpasim(dir, arguments);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("--force"));
    stdout(&bpasim(dir, &format!("{arguments} --force")));
}

#[test]
fn an_interrupted_analysis_goes_on_to_the_same_numbers() {
    let place = short();
    let arguments = "sensitivity short.toml --models B --of society_cost:difference --year total --method sobol --points 64 --json";
    let mut child = command()
        .current_dir(place.path())
        .args(arguments.split(' '))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    // Until something is kept.
    let kept = || {
        let analyses = fs::read_dir(place.path().join("output")).into_iter().flatten().flatten();
        analyses.filter_map(|e| fs::read_dir(e.path()).ok()).any(|files| files.count() > 2)
    };
    while !kept() && child.try_wait().expect("status").is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    let cut = child.wait_with_output().expect("ended");
    assert_eq!(cut.status.code(), Some(130), "{}", String::from_utf8_lossy(&cut.stderr));
    assert!(cut.stdout.is_empty() && kept());
    let whole = json(place.path(), arguments.trim_end_matches(" --json"));
    assert!(!kept());
    let fresh = short();
    assert_eq!(whole, json(fresh.path(), arguments.trim_end_matches(" --json")));
}

#[test]
fn analyses_join_the_report_and_go_with_a_new_run() {
    let place = short();
    let dir = place.path();
    let told = stdout(&bpasim(dir, "decide short.toml --models B --draws 280 --points 64"));
    assert!(told.contains("Hva avgjør konklusjonen?") && told.contains("Snur konklusjonen?"), "{told}");
    let folder = dir.join("output/short");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("file");
    let found: Value = serde_json::from_str(&read("decision.json")).expect("JSON");
    let sure = &found["decision"]["choices"][0]["lowest"];
    let all: f64 = sure.as_array().expect("models").iter().map(number).sum();
    same(all, 1.0);
    // Every figure is turned by what moves it most itself.
    for study in found["studies"].as_array().expect("studies") {
        let names = |list: &Value| -> Vec<String> {
            let all = list.as_array().expect("list").iter().take(5);
            all.map(|x| x["parameter"].as_str().expect("name").to_string()).collect()
        };
        assert_eq!(names(&study["breakeven"]), names(&study["tornado"]["bars"]));
    }
    // The price of an hour that turns it, put into a run of the same draws, leaves nothing between the models.
    let priced = &found["decision"]["priced"][1];
    assert_eq!((priced["hours"].as_str(), priced["year"].as_i64()), (Some("unmet_hours"), Some(2026)));
    // So does the price that holds when what municipalities buy for their relief is worth what it costs, in the cost before it.
    let dear = number(&priced["turns"][0]["above"]["value"]);
    let cheap = number(&priced["at_cost"]["turns"][0]["above"]["value"]);
    for (price, cost) in [(dear, "society_cost"), (cheap, "society_cost_before_extra_services")] {
        let run = format!("short.toml --models B --draws 280 --set unmet_value={price}");
        let [left, error] = difference(dir, &run, cost, "B", ("total", "present_value"));
        assert!(left.abs() < 1e-3 * error, "{cost}: {left} {error}");
    }
    assert!(cheap < dear, "{cheap} {dear}");
    let page = read("report.html");
    assert!(!page.contains('⟨'), "a text is missing");
    for id in [
        "id=\"decides\"",
        "id=\"figure-tornado-figure-1\"",
        "id=\"table-choices\"",
        "id=\"table-alternatives\"",
    ] {
        assert!(page.contains(id), "{id}");
    }
    // What the workbook has no room for stands on the page, with its units.
    for told in ["Sjanse for at den er lavere (prosent)", "andel av variansen"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(page.contains("Hva bør undersøkes først?"));
    assert!(page.contains("Hva en time må være verdt for at svaret snur"));
    assert!(read("datapackage.json").contains("\"decides.csv\""));
    assert_units(
        &sheets(&folder.join("results.xlsx")),
        &[
            ("Kriterier", "Sannsynlighet for lavest kostnad", "prosent"),
            ("Lavere enn null", "Kostnad for samfunnet", "prosent"),
            ("Verdi av å vite 1", "Valget ville blitt et annet", "prosent"),
        ],
    );
    let table = read("decides.csv");
    for analysis in [
        "tornado",
        "regression",
        "sobol",
        "breakeven",
        "two_way",
        "evppi",
        "alternative",
        "decision",
        "price_of_hour",
    ] {
        assert!(table.lines().any(|line| line.starts_with(analysis)), "{analysis}");
    }
    // Regression and value of information need no new simulation, and give the same numbers again.
    let again =
        json(dir, "sensitivity output/short --of society_cost:B-zero --year total --method regression,evppi");
    assert_eq!(again["studies"][0]["regression"], found["studies"][0]["regression"]);
    assert_eq!(again["worth"], found["worth"]);
    stdout(&bpasim(dir, "report output/short --lang en"));
    assert!(read("report.html").contains("What decides the conclusion?"));
    // A run of other assumptions leaves them alone, one of the same takes their place.
    stdout(&bpasim(dir, "run short.toml --draws 10 --quiet"));
    assert!(folder.join("decision.json").exists());
    stdout(&bpasim(dir, "run short.toml --models B --draws 10 --quiet"));
    assert!(!folder.join("decision.json").exists() && !folder.join("decides.csv").exists());
}

#[test]
fn what_cannot_be_done_is_refused_by_name() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run oslo --draws 2 --years 9 --quiet --no-report"));
    // Results that a later run replaced, beside the draws of the earlier one.
    stdout(&bpasim(dir, "run oslo --draws 2 --quiet --no-report --keep-draws --out stale"));
    stdout(&bpasim(dir, "run oslo --draws 2 --set vacancy=0.1 --quiet --no-report --force --out stale"));
    for (arguments, words) in [
        ("sensitivity oslo --of state_nett", &["--of", "state_nett", "«state_net»"][..]),
        ("sensitivity oslo --of state_net:C-zero", &["--of", "C-zero", "zero, A, B"]),
        ("sensitivity oslo --year 1999", &["--year", "1999", "2022 – 2041"]),
        ("sensitivity oslo --method torndo", &["--method", "torndo"]),
        ("sensitivity oslo --method sobol --points 10", &["--points", "10", "64"]),
        ("sensitivity oslo --method regression --draws 20", &["--draws", "20", "279"]),
        ("sensitivity oslo --method breakeven --draws 99999999999", &["--draws", "10000"]),
        ("scenarios oslo --grid --draws 0", &["--draws", "10000"]),
        ("sensitivity oslo --target NaN", &["--target"]),
        ("decide oslo --draws 20", &["--draws", "20", "279"]),
        ("sensitivity stale", &["stale-draws", "--draws 2", "--set vacancy=0.1"]),
        ("decide stale --out elsewhere", &["stale", "--out"]),
        ("sensitivity oslo --method two-way --parameter vacancy", &["--parameter", "two-way"]),
        ("sensitivity oslo --method breakeven --parameter vacansy", &["vacansy", "«vacancy»"]),
        ("sensitivity oslo --method breakeven --parameter discount_rate", &["discount_rate", "--range"]),
        ("sensitivity oslo --method breakeven --parameter vacancy --range 0,2", &["--range", "0,2", "0 – 1"]),
        ("sensitivity oslo --method evppi --criterion state_net=x", &["--criterion", "x"]),
        (
            "sensitivity oslo --method evppi --criterion waiting_months",
            &["--criterion", "waiting_months (months)", "society_cost"],
        ),
        (
            "decide oslo --criterion society_cost=1,coverage=1",
            &["--criterion", "coverage (share)", "state_net"],
        ),
        ("decide oslo --criterion state_nett", &["--criterion", "state_nett", "«state_net»"]),
        ("decide oslo --criterion state_net=1e300", &["--criterion", "1e300"]),
        ("sensitivity output/oslo", &["output/oslo", "--keep-draws"]),
        ("decide oslo --points 3", &["--points", "3"]),
        ("scenarios oslo --alternatives nowhere.toml", &["nowhere.toml"]),
        ("run oslo --without nothing", &["--without", "commissioned"]),
    ] {
        let output = bpasim(dir, arguments);
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments}: {message}");
        for word in words {
            assert!(message.contains(word), "{arguments}: «{word}» is not in: {message}");
        }
    }
}
