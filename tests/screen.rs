//! What a reader sees on screen: lines that fit, answers first, limits with their reason, people who are no riddle. Through the
//! real binary.

use crate::program::{bpasim, command, refused, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// What the program prints where lines have so many columns.
#[track_caller]
fn at_width(dir: &Path, columns: usize, line: &str) -> String {
    let mut own = command();
    own.current_dir(dir).args(line.split(' ')).env("COLUMNS", columns.to_string());
    stdout(&own.output().expect("started"))
}

/// The longest line, but for those that name a place.
fn longest(text: &str) -> usize {
    text.lines().filter(|line| !line.contains('/')).map(|line| line.chars().count()).max().unwrap_or(0)
}

const CASE: &str = "case --age 40 --need 60 --granted 45 --other-cost 300000 --relatives 1";

#[test]
fn tables_and_texts_fit_eighty_columns() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 3 --years 8 --no-report --out";
    let told = at_width(dir, 80, &format!("{run} r"));
    assert!(longest(&told) <= 80, "{told}");
    assert!(told.contains(&"─".repeat(80)), "{told}");
    at_width(dir, 100, &format!("{run} s --quiet --set price_response=0.2"));
    let lines = [
        "compare r s",
        CASE,
        "trace oslo --pick unmet --years 2",
        "describe",
        "describe price_response",
        "describe relative_employment",
        "describe kommune",
        "describe B",
        "describe refund.rate",
        "describe oslo",
        "describe society_cost",
        "scenarios oslo",
        "sensitivity oslo --method breakeven --of state_net:B-zero --draws 1 --parameter price_response --quiet",
    ];
    for line in lines {
        for lang in ["nb", "en"] {
            let told = at_width(dir, 80, &format!("{line} --lang {lang}"));
            let wide = told.lines().filter(|line| longest(line) > 80).collect::<Vec<_>>();
            assert!(wide.is_empty(), "{line}: {wide:#?}");
        }
    }
    // Wider than a page helps nobody, and narrower than a table can be is not tried.
    assert!(longest(&at_width(dir, 300, CASE)) <= 120);
    assert!(longest(&at_width(dir, 20, CASE)) <= 80);
}

/// No column's head is cut within a word: the words of each stand whole on screen.
#[test]
fn heads_of_columns_keep_their_words() {
    let place = tempfile::tempdir().expect("folder");
    let line = "sensitivity oslo --method breakeven --of state_net:B-zero --draws 1 --parameter price_response --quiet";
    for columns in [80, 100] {
        let told = at_width(place.path(), columns, line);
        for word in ["Sjanse", "lavere", "Snur", "Undersøkt"] {
            assert!(
                told.split_whitespace().any(|own| own.trim_end_matches([',', ':']) == word),
                "{word}: {told}"
            );
        }
    }
}

#[test]
fn a_case_begins_with_who_pays_what() {
    let place = tempfile::tempdir().expect("folder");
    let told = stdout(&bpasim(place.path(), CASE));
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].contains("betaler") && lines[0].contains("2024"), "{}", lines[0]);
    let json: Value =
        serde_json::from_str(&stdout(&bpasim(place.path(), &format!("{CASE} --json")))).expect("JSON");
    let models = json["models"].as_object().expect("models");
    for (own, line) in models.values().zip(&lines[1..]) {
        // A line for each model, with the numbers of the calculation in whole kroner.
        let (_, amounts) = line.split_once(": kommunen ").expect("a line of a model");
        let amounts = amounts.replace('\u{a0}', "").replace('\u{2212}', "-");
        for (word, id) in
            [("", "municipality_net"), ("staten ", "state_net"), ("pårørende ", "relatives_cost")]
        {
            let expected = format!("{word}{:.0}", own[id].as_f64().expect("a number").round());
            assert!(amounts.contains(&expected), "{line}: {expected}");
        }
    }
    let greek = |c: char| ('α'..='ω').contains(&c) || ('Α'..='Ω').contains(&c);
    let found: Vec<&&str> = lines.iter().filter(|line| line.contains(greek)).collect();
    assert!(found.is_empty(), "{found:#?}");
    let trace = stdout(&bpasim(place.path(), "trace oslo --pick unmet --years 2"));
    assert!(!trace.contains("ln U") && !trace.contains(greek), "{trace}");
}

/// Nobody has other services beyond what the model takes as the most, and who is picked is told to be an extreme.
#[test]
fn a_picked_person_is_told_to_be_an_extreme() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for draw in 0..3 {
        let line = format!("trace oslo --draw {draw} --pick refund --model B --years 4");
        let told = stdout(&bpasim(dir, &line)).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Et ytterpunkt") && told.contains("størst refusjon over årene"), "{told}");
        assert!(
            told.contains("other_services_cost_max = ") && told.contains("oppgitt som 8 000 000"),
            "{told}"
        );
        let json: Value =
            serde_json::from_str(&stdout(&bpasim(dir, &format!("{line} --json")))).expect("JSON");
        let other = json["attributes"]["other_services"].as_f64().expect("a number");
        assert!(other > 0.0 && other <= 8e6, "{other}");
    }
    let named = stdout(&bpasim(dir, "trace oslo --pick unmet --years 1"));
    let name =
        named.lines().find_map(|line| line.strip_prefix("Person ")?.split(',').next()).expect("a name");
    let told = stdout(&bpasim(dir, &format!("trace oslo --person {name} --years 1")));
    assert!(!told.contains("Et ytterpunkt"), "who is asked for by name is no find: {told}");
}

#[test]
fn limits_say_why() {
    let place = tempfile::tempdir().expect("folder");
    for (line, words) in [
        (
            "decide oslo --draws 100",
            ["--draws", "– 10000 (", "regresjonen trenger", "verdien av å vite trenger 100"],
        ),
        ("decide oslo --points 3", ["--points", "0, 64 – 65536 (", "med færre punkter", ")"]),
        (
            "calibrate national --draws 300",
            ["--draws", "– 100000 (", "runder trenger", "usikre forutsetningene"],
        ),
        ("calibrate national --rows 0", ["--rows", "1 – 10000 (", "uten rader", ")"]),
        ("backtest --draws 5", ["--draws", "20 – 20000 (", "5-prosentil", ")"]),
        ("scenarios oslo --grid --draws 0", ["--draws", "1 – 10000 (", "uten trekninger", ")"]),
        ("scenarios oslo --grid --draws 20000", ["--draws", "1 – 10000 (", "i minnet", ")"]),
        (
            "sensitivity oslo --method sobol --points 3",
            ["--points", "64 – 65536 (", "med færre punkter", ")"],
        ),
        (
            "sensitivity oslo --method regression --draws 9",
            ["--draws", "– 10000 (", "regresjonen trenger", ")"],
        ),
        ("sensitivity oslo --method evppi --draws 20000", ["--draws", "100 – 10000 (", "--keep-draws", ")"]),
        ("cluster slurm national --draws 10 --shards 11", ["--shards", "1 – 10 (", "minst én trekning", ")"]),
        ("cluster slurm national --draws 9999 --shards 1001", ["--shards", "1 – 1000 (", "jobbrekker", ")"]),
        ("run oslo --draws 4294967296", ["--draws", "1 – 4294967295 (", "32 biter", ")"]),
    ] {
        refused(&bpasim(place.path(), line), 2, &words);
    }
    assert_eq!(fs::read_dir(place.path()).expect("folder").count(), 0, "something was written");
}

#[test]
fn progress_ends_without_time_that_is_left() {
    let place = tempfile::tempdir().expect("folder");
    let output = bpasim(place.path(), "run oslo --draws 20 --years 2 --no-report --out r");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    // What is over before one has read it is not told of.
    assert!(!told.contains("igjen") && !told.contains('%'), "{told}");
    // A program that follows this one asks for shares.
    let mut child = command();
    child.current_dir(place.path()).env("BPASIM_PROGRESS", "share");
    let output =
        child.args("run oslo --draws 20 --years 2 --no-report --out s".split(' ')).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let shares: Vec<&str> = told.lines().filter(|line| line.ends_with(" %")).collect();
    assert!(shares.len() > 5 && shares.last() == Some(&"100 %"), "{told}");
    let numbers = shares.iter().map(|own| own.trim_end_matches(" %").parse::<u32>().expect("a number"));
    assert!(numbers.collect::<Vec<_>>().is_sorted(), "{told}");
}

/// A conclusion turns with sign or size, told with both numbers; one that only becomes less sure does not.
#[test]
fn a_conclusion_turns_with_its_numbers() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let words = |text: &str| format!("{{ nb = \"{text}\", nn = \"{text}\", en = \"{text}\" }}");
    let alternative = |id: &str, set: &str| {
        format!("[[alternative]]\nid = \"{id}\"\ntitle = {}\nset = [\"{set}\"]\n", words(id))
    };
    let list = alternative("nesten", "fill_break=0.9") + &alternative("gratis", "bpa_hour_cost=1");
    fs::write(dir.join("egne.toml"), list).expect("written");
    let own = "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"kort\"\nhorizon = 8\nmodels = [\"zero\", \"B\"]\n";
    fs::write(dir.join("kort.toml"), own).expect("written");
    let told = stdout(&bpasim(dir, "scenarios kort.toml --grid --alternatives egne.toml --draws 12 --quiet"));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
    let (base, rest) = told.split_once(" nesten ").expect("the first alternative");
    assert!(base.contains("Scenarioet som det er") && base.contains("B – bare BPA: +"), "{base}");
    let (same, other) = rest.split_once(" gratis ").expect("the second");
    assert!(same.contains(": nei") && !same.contains('→'), "{same}");
    assert!(other.contains("B – bare BPA under halvparten: +") && other.contains("] → +"), "{other}");
    assert!(!told.contains("uavklart"), "{told}");
}
