//! Calibration through the real binary: parameters put in are found again, contradictions are named, and runs take their
//! parameters from the posterior of their own ground and from no other.

use crate::program::{bpasim, command, refused, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const HEAD: &str =
    "id,outcome,per,year,to_year,bound,value,standard_error,unit,source,label_nb,label_nn,label_en\n";
/// Enough weighted draws for Oslo's uncertain parameters, and no more.
const DRAWS: &str = "--draws 1420 --quiet";

#[track_caller]
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[track_caller]
fn find<'a>(list: &'a Value, id: &str) -> &'a Value {
    list.as_array().expect("list").iter().find(|x| x["id"] == id).unwrap_or_else(|| panic!("{id}: {list}"))
}

fn write(dir: &Path, name: &str, text: &str) {
    fs::write(dir.join(name), text).expect("written");
}

/// A column of a table, for the rows that hold all these cells.
fn column(table: &Path, wanted: &[(&str, &str)], name: &str) -> Vec<String> {
    let mut table = csv::Reader::from_path(table).expect("table");
    let head = table.headers().expect("head").clone();
    let place = |name: &str| head.iter().position(|h| h == name).expect("column");
    let rows = table.records().map(|row| row.expect("row"));
    let rows = rows.filter(|row| wanted.iter().all(|(column, cell)| &row[place(column)] == *cell));
    rows.map(|row| row[place(name)].to_string()).collect()
}

/// One district of 2 150 recipients, so that chance among persons does not drown what the parameters do; nor do good and bad
/// years for all awards, and the district's own ease of awards, which are left out. How fast need and recipients grow is less
/// certain than it is, so that three years can tell, and is calibrated.
fn big(dir: &Path) {
    let shipped = include_str!("../scenarios/data/oslo_districts.csv");
    let lines: Vec<&str> = shipped.lines().filter(|l| !l.starts_with('#')).collect();
    let cells: Vec<&str> = lines[1].split(',').collect();
    let row = format!("one,One,{},400,950,560,220,20", cells[2..15].join(","));
    write(dir, "big.csv", &format!("{}\n{row}\n", lines[0]));
    let scenario = "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"big\"\nunits = \"big.csv\"\n\
                    [parameters.award_shock_sd]\nvalue = 0\n\
                    [parameters.municipal_award_slope]\nvalue = 0\n\
                    [parameters.need_growth]\nvalue = { pert = [0, 0.014, 0.05] }\nstatus = \"calibrated\"\n\
                    [parameters.recipients_growth]\nvalue = { pert = [0, 0.05, 0.1] }\nstatus = \"calibrated\"\n";
    write(dir, "big.toml", scenario);
}

/// Known parameters make the targets, and are found again: it is a success, and every parameter that the targets tell of
/// lies within its 90 per cent interval, moved as far from the prior's mean as chance in so small a country allows.
#[test]
fn what_is_put_in_is_found_again() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    big(dir);
    let truth = [("granted_hours_tail", 41.0), ("need_growth", 0.026), ("recipients_growth", 0.062)];
    let sets: Vec<String> = truth.iter().map(|(id, x)| format!("--set {id}={x}")).collect();
    let run =
        format!("run big.toml --models zero --draws 60 --quiet --no-report --out truth {}", sets.join(" "));
    stdout(&bpasim(dir, &run));
    let mean = |outcome: &str, year: &str| -> f64 {
        let row = [
            ("outcome", outcome),
            ("year", year),
            ("model", "zero"),
            ("basis", "count"),
            ("statistic_of", "level"),
        ];
        column(&dir.join("truth/summary.csv"), &row, "mean")[0].parse().expect("number")
    };
    let growth = |outcome: &str| (mean(outcome, "2025") / mean(outcome, "2022")).powf(1.0 / 3.0) - 1.0;
    let rest = "simulated,a,b,c";
    let targets = format!(
        "{HEAD}hours,granted_hours_per_recipient,,2022,,equal,{},0.3,hours/week,{rest}\n\
         growth,recipients,,2022,2025,equal,{},0.003,per year,{rest}\n\
         need,need_population,,2022,2025,equal,{},0.002,per year,{rest}\n",
        mean("granted_hours_per_recipient", "2022"),
        growth("recipients"),
        growth("need_population")
    );
    write(dir, "targets.csv", &targets);
    let found =
        json(&stdout(&bpasim(dir, &format!("calibrate big.toml --targets targets.csv {DRAWS} --json"))));
    assert_eq!(found["success"], true, "{}", found["reasons"]);
    for (id, truth) in truth {
        let p = find(&found["parameters"], id);
        let [low, high] = ["low", "high"].map(|end| number(&p["posterior"][end]));
        assert!(low < truth && truth < high, "{p}");
        let prior = number(&p["prior"]["mean"]);
        let moved = (number(&p["posterior"]["mean"]) - prior) / (truth - prior);
        assert!(moved > 0.4 && number(&p["spread"]) < 0.85, "{moved} {p}");
    }
    // No target is about it.
    let left = find(&found["parameters"], "other_services_hours_correlation");
    let effective =
        found["sampling"]["effective"].as_array().expect("rounds").last().map(number).expect("last");
    assert!((number(&left["spread"]) - 1.0).abs() < 4.0 / (2.0 * effective).sqrt(), "{left}");
    assert!(number(&left["shift"]).abs() < 4.0 / effective.sqrt(), "{left}");
}

/// Targets of the first year alone, so that a world is quick.
fn quick(dir: &Path, name: &str, hours: f64) {
    let row =
        format!("hours,granted_hours_per_recipient,,2022,,equal,{hours},1.5,hours/week,made up,a,b,c\n");
    write(dir, name, &format!("{HEAD}{row}"));
}

#[test]
fn contradictions_are_no_success_and_are_named() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = "low,granted_hours_per_recipient,,2022,,equal,30,0.5,hours/week,made up,Lavt,Lågt,Low\n\
                high,granted_hours_per_recipient,,2022,,equal,50,0.5,hours/week,made up,Høyt,Høgt,High\n";
    write(dir, "bad.csv", &format!("{HEAD}{rows}"));
    let told = bpasim(dir, &format!("calibrate oslo --targets bad.csv {DRAWS} --lang en --out bad"));
    refused(&told, 1, &["THE CALIBRATION DID NOT SUCCEED"]);
    let screen = String::from_utf8_lossy(&told.stdout).into_owned();
    for word in ["THE CALIBRATION DID NOT SUCCEED", "“High” and “Low” pull in opposite directions"] {
        assert!(screen.contains(word), "«{word}» is not in: {screen}");
    }
    let kept = json(&fs::read_to_string(dir.join("bad/posterior.json")).expect("written all the same"));
    assert_eq!(kept["calibration"]["success"], false);
    let run = "run oslo --years 2 --draws 20 --posterior bad --out run";
    refused(&bpasim(dir, run), 2, &["bad/posterior.json", "--posterior", "Lavt", "--accept-bad-fit"]);
    let told = stdout(&bpasim(dir, &format!("{run} --accept-bad-fit")));
    assert!(told.contains("LYKTES IKKE"), "{told}");
    let page = fs::read_to_string(dir.join("run/report.html")).expect("page");
    assert!(!page.contains('⟨'), "a text is missing");
    assert!(page.contains("SOM IKKE LYKTES") && page.contains("id=\"calibration\""));
    let about = json(&fs::read_to_string(dir.join("run/run.json")).expect("run.json"));
    assert_eq!(about["posterior"]["success"], false);
}

#[test]
fn runs_take_their_parameters_from_the_posterior() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    quick(dir, "high.csv", 42.5);
    quick(dir, "low.csv", 39.0);
    let freed = "--parameter other_services_cost_mean=300000..600000";
    for name in ["high", "low"] {
        let calibrate = format!("calibrate oslo --targets {name}.csv {DRAWS} {freed} --out {name}");
        stdout(&bpasim(dir, &calibrate));
    }
    let file = |name: &str| fs::read_to_string(dir.join(name)).expect("file");

    // Draw d has row d, to the last bit.
    let run = "run oslo --years 2 --quiet --fingerprint";
    stdout(&bpasim(dir, &format!("{run} --draws 40 --posterior high --keep-draws --out few")));
    for id in ["granted_hours_tail", "other_services_cost_mean", "price_response"] {
        let rows = column(&dir.join("high/posterior.csv"), &[], id);
        let rows: Vec<f64> = rows[..40].iter().map(|x| x.parse().expect("number")).collect();
        let cell = |name: &str| column(&dir.join("few/parameters.csv"), &[("id", id)], name).remove(0);
        let drawn: f64 = cell("drawn_mean").parse().expect("number");
        let mean = rows.iter().sum::<f64>() / 40.0;
        assert!((drawn / mean - 1.0).abs() < 1e-12, "{id}: {drawn} {mean}");
        assert_eq!(cell("drawn_from"), "posterior");
    }
    let fixed = column(&dir.join("few/parameters.csv"), &[("id", "other_services_cost_sd")], "drawn_from");
    assert_eq!(fixed, [""]);
    let page = file("few/report.html");
    assert!(page.contains("parametere fra kalibrering") && page.contains("id=\"table-calibration-targets\""));
    stdout(&bpasim(dir, "report few --lang en"));
    assert!(file("few/report.html").contains("parameters from a calibration"));

    // What analyses of its draws can be made, and what not.
    refused(&bpasim(dir, "sensitivity few"), 2, &["--method", "posterior", "regression,evppi"]);
    refused(&bpasim(dir, "compare few few"), 2, &["--posterior"]);

    // In slices, in one piece, and more draws than there are rows.
    let all = format!("{run} --draws 1100 --no-report");
    let whole = stdout(&bpasim(dir, &format!("{all} --posterior high --out whole")));
    assert_ne!(whole, stdout(&bpasim(dir, &format!("{all} --out prior"))));
    for own in [1, 2] {
        stdout(&bpasim(dir, &format!("{all} --posterior high/posterior.json --shard {own}/2 --out s{own}")));
    }
    // The slices have what they need with them.
    fs::rename(dir.join("high"), dir.join("moved")).expect("moved");
    let merged = stdout(&bpasim(dir, "merge s2 s1 --quiet --fingerprint --no-report --out merged"));
    assert_eq!(merged, whole);
    fs::rename(dir.join("moved"), dir.join("high")).expect("moved back");
    stdout(&bpasim(dir, &format!("{all} --posterior low --shard 2/2 --out other")));
    // Slices tell no folders: which posterior is meant is told by its hash.
    let hash = |folder: &str| {
        let content = fs::read(dir.join(folder).join("posterior.json")).expect("posterior");
        blake3::hash(&content).to_hex()[..12].to_string()
    };
    let (high, low) = (hash("high"), hash("low"));
    refused(&bpasim(dir, "merge s1 other --out mixed"), 2, &["posterior.json", &high, &low]);
    fs::copy(dir.join("low/posterior.json"), dir.join("s1/posterior.json")).expect("copied");
    refused(&bpasim(dir, "merge s1 s2 --out mixed"), 2, &["s1/posterior.json"]);

    // Interrupted, it goes on with the same posterior and with no other.
    let cut = "run oslo --years 4 --draws 1000 --no-report --fingerprint --out cut --posterior";
    let mut child = command()
        .current_dir(dir)
        .args(cut.split(' ').chain(["high"]))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let parts = || fs::read_dir(dir.join(".cut.parts")).into_iter().flatten().flatten();
    let kept = || parts().any(|e| e.file_name().to_string_lossy().starts_with("draws-"));
    while !kept() && child.try_wait().expect("status").is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert_eq!(child.wait().expect("ended").code(), Some(130));
    let words = [".cut.parts", "posterior.json", &high, &low];
    refused(&bpasim(dir, &format!("{cut} low")), 2, &words);
    stdout(&bpasim(dir, &format!("{cut} high --quiet")));
}

#[test]
fn a_posterior_of_other_ground_is_refused_by_name() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    quick(dir, "targets.csv", 40.0);
    stdout(&bpasim(dir, &format!("calibrate oslo --targets targets.csv {DRAWS} --out cal")));
    let text = fs::read_to_string(dir.join("cal/posterior.json")).expect("file");
    write(dir, "version.json", &text.replacen("\"format\": 1", "\"format\": 9", 1));
    let mut other_model = json(&text);
    other_model["calibration"]["model_number"] = 9999.into();
    write(dir, "model.json", &other_model.to_string());
    write(dir, "half.json", &text[..text.len() / 2]);
    let (before, after) = text.split_once("\"rows\": [\n[").expect("rows");
    let (_, rest) = after.split_once(',').expect("numbers");
    write(dir, "short.json", &format!("{before}\"rows\": [\n[{rest}"));
    write(dir, "other.json", "{\"a\": 1}");
    let run = "--years 2 --draws 4 --out run";
    for (arguments, words) in [
        ("run national --posterior cal", &["cal/posterior.json", "national", "oslo"][..]),
        ("run oslo --posterior cal --set vacancy=0.2", &["vacancy", "0.2", "pert"]),
        ("run oslo --posterior cal --set unmet_value=100", &["cal/posterior.json", "scenario"]),
        ("run oslo --posterior cal --set unmet_value={uniform=[0,9]}", &["unmet_value", "uniform"]),
        ("run oslo --posterior cal --sampling sobol", &["--sampling", "--posterior"]),
        ("run oslo --posterior version.json", &["version.json", "format", "9"]),
        ("run oslo --posterior model.json", &["model.json", "model_number", "9999", "kjør på nytt"]),
        ("run oslo --posterior half.json", &["half.json"]),
        ("run oslo --posterior short.json", &["short.json", "rows[0]"]),
        ("run oslo --posterior other.json", &["other.json", "calibrate"]),
        ("run oslo --posterior nowhere", &["nowhere", "--posterior"]),
        ("run oslo --accept-bad-fit", &["--posterior"]),
    ] {
        refused(&bpasim(dir, &format!("{arguments} {run}")), 2, words);
        assert!(!dir.join("run").exists(), "{arguments}");
    }
    // Another model, fewer years: the zero alternative is the same.
    let variant =
        "run oslo --posterior cal --models B --set financing.B.refund.rate=0.95 --quiet --no-report";
    stdout(&bpasim(dir, &format!("{variant} {run}")));
    let job = "cluster slurm oslo --draws 100 --shards 2 --posterior cal";
    assert!(stdout(&bpasim(dir, job)).contains("--posterior cal"));
    refused(&bpasim(dir, &job.replace("oslo", "national")), 2, &["national"]);
}

#[test]
fn what_cannot_be_calibrated_is_refused_before_anything_is_simulated() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    quick(dir, "good.csv", 40.0);
    write(
        dir,
        "wrong.csv",
        &format!("{HEAD}a,recipeints,,2022,,eqaul,x,1,x,s,a,b,c\nb,pool,,1900,,equal,1,0,x,s,a,b,c\n"),
    );
    for (arguments, words) in [
        ("calibrate oslo", &["--targets", "oslo, 2022", "calibration_targets.csv"][..]),
        ("calibrate oslo --targets nowhere.csv", &["nowhere.csv"]),
        ("calibrate oslo --targets wrong.csv", &["wrong.csv:2", "wrong.csv:3", "year", "standard_error"]),
        ("calibrate oslo --targets good.csv --draws 10", &["--draws", "10", "100000"]),
        ("calibrate oslo --targets good.csv --rows 0", &["--rows", "10000"]),
        ("calibrate oslo --targets good.csv --parameter vacansy", &["--parameter", "vacansy", "«vacancy»"]),
        (
            "calibrate oslo --targets good.csv --parameter other_services_cost_sd",
            &["other_services_cost_sd", "FRA..TIL"],
        ),
        ("calibrate oslo --targets good.csv --parameter vacancy=3", &["vacancy=3", "300000..600000"]),
        ("calibrate oslo --targets good.csv --parameter vacancy=0..7", &["vacancy"]),
        ("calibrate oslo --targets good.csv --parameter vacancy=0.5..0.1", &["vacancy=0.5..0.1"]),
        ("calibrate nowhere --targets good.csv", &["nowhere"]),
    ] {
        refused(&bpasim(dir, arguments), 2, words);
    }
    assert!(!dir.join("output").exists());
}

#[test]
fn interrupted_or_on_other_threads_the_posterior_is_the_same() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    quick(dir, "targets.csv", 41.0);
    let arguments = format!("calibrate oslo --targets targets.csv {DRAWS} --out cal");
    let mut child = command()
        .current_dir(dir)
        .args(arguments.split(' '))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let kept = || {
        // Beside the folder that is asked for.
        let beside = fs::read_dir(dir).into_iter().flatten().flatten();
        let analyses = beside.filter(|e| e.file_name().to_string_lossy().starts_with(".analysis-"));
        analyses.filter_map(|e| fs::read_dir(e.path()).ok()).any(|files| files.count() > 2)
    };
    while !kept() && child.try_wait().expect("status").is_none() {
        std::thread::sleep(Duration::from_millis(2));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert_eq!(child.wait().expect("ended").code(), Some(130));
    assert!(kept() && !dir.join("cal").exists());
    stdout(&bpasim(dir, &arguments));
    assert!(!kept());
    let fresh = tempfile::tempdir().expect("folder");
    quick(fresh.path(), "targets.csv", 41.0);
    stdout(&bpasim(fresh.path(), &format!("{arguments} --threads 1")));
    let read = |dir: &Path| fs::read_to_string(dir.join("cal/posterior.json")).expect("posterior");
    assert_eq!(read(dir), read(fresh.path()));
}
