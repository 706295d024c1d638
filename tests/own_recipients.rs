//! Municipalities with figures of their own in the whole country: counts with their year, hours and more in groups, prices and
//! refunds to be held against the model.

use crate::program::{bpasim, refused, stdout};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const COUNTS: &str =
    "id,year,growth,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus\n";
const GROUPS: &str = "id,ages,persons,hours_week,other_share,other_cost,relatives_1,relatives_2,\
    condition_stable,condition_progressive,condition_rapid,condition_intellectual\n";

/// A scenario of the country with these tables.
fn write(dir: &Path, settings: &str, tables: &[(&str, &str)]) {
    let mut text = format!("format = 1\nextends = \"national\"\n[scenario]\nname = \"own\"\n{settings}");
    for (key, table) in tables {
        text += &format!("{key} = \"{key}.csv\"\n");
        fs::write(dir.join(format!("{key}.csv")), table).expect("written");
    }
    fs::write(dir.join("own.toml"), text).expect("written");
}

fn run(dir: &Path, out: &str) {
    stdout(&bpasim(
        dir,
        &format!("run own.toml --draws 8 --years 3 --no-report --quiet --force --out {out}"),
    ));
}

/// The rows of a table of a run.
fn rows(dir: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(dir.join(table)).expect(table);
    reader.deserialize().map(|row| row.expect("row")).collect()
}

/// A figure of the zero alternative in the first year: its mean and its ends, which are the same where nothing is uncertain.
fn outcome(dir: &Path, id: &str) -> [f64; 3] {
    let of = |row: &BTreeMap<String, String>| {
        row["outcome"] == id
            && row["model"] == "zero"
            && row["year"] == "2024"
            && row["statistic_of"] == "level"
    };
    let row = rows(dir, "summary.csv").into_iter().find(of).expect(id);
    ["mean", "p05", "p95"].map(|column| row[column].parse().expect(column))
}

/// Oslo's 620 persons of 2022 stand in every run of the country, 687 of them in 2024: 620 · 1.0524².
#[test]
fn what_is_known_of_oslo_is_in_the_country() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 4 --years 2 --no-report --quiet --out ut"));
    let units = rows(dir, "ut/units.csv");
    let oslo = units.iter().find(|row| row["id"] == "0301" && row["model"] == "zero").expect("Oslo");
    let told =
        ["observed", "observed_year", "observed_recipients", "first_recipients"].map(|c| oslo[c].as_str());
    assert_eq!(told, ["yes", "2022", "620", "687"]);
    assert_eq!(outcome(&dir.join("ut"), "recipients"), [4450.0; 3]);
}

/// Ten municipalities with their own counts of different years beside Oslo, in one command; a count is carried by the country's
/// growth, or by its own, and that is told.
#[test]
fn ten_municipalities_with_their_own_counts_run_in_the_country() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let ids = ["1103", "1106", "1108", "3201", "3203", "3205", "4204", "4601", "5001", "5501"];
    let mut counts = COUNTS.to_string();
    for (n, id) in ids.iter().enumerate() {
        let (year, growth) = if n == 0 { ("2022", "0.1") } else { ("2022", "") };
        counts += &format!("{id},{year},{growth},10,20,20,10,0\n");
    }
    let accounts =
        "id,year,price_per_hour,refund\n3203,2024,512,31200000\n3203,2019,,20000000\n1103,2024,4000,1000\n";
    write(dir, "", &[("observed", &counts), ("accounts", accounts)]);
    run(dir, "ut");
    let checked = stdout(&bpasim(dir, "check own.toml"));
    assert!(checked.contains("observed.csv: antall fra 2022 er ført til 2024"), "{checked}");
    let units = rows(dir, "ut/units.csv");
    let first = |id: &str| {
        let row = units.iter().find(|row| row["id"] == id && row["model"] == "zero").expect(id);
        [&row["observed_year"], &row["observed_recipients"], &row["first_recipients"]].map(String::as_str)
    };
    // 60 · 1.1² = 72.6; 60 · 4 450/4 114 = 64.9.
    assert_eq!(first("1103"), ["2022", "60", "73"]);
    assert_eq!(first("3203"), ["2022", "60", "65"]);
    assert_eq!(first("0301"), ["2022", "620", "687"]);
    assert_eq!(first("3301")[..2], ["", ""]);
    // The municipality's own refund and price stand in validation, with what the model gives.
    let checks = rows(dir, "ut/validation.csv");
    let check = |id: &str| checks.iter().find(|row| row["target"] == id).expect(id);
    let refund = check("own_refund.3203.2024");
    let [low, mean, high] =
        ["model_p05", "model_mean", "model_p95"].map(|c| refund[c].parse::<f64>().expect(c));
    assert!(low < mean && mean < high && mean > 1e6, "{refund:?}");
    assert_eq!((refund["lower"].as_str(), refund["kind"].as_str()), ("31200000", "own"));
    assert!(refund["label"].contains("Asker") && refund["label"].contains("2024"));
    assert_eq!(check("own_refund.3203.2019")["result"], "not_applicable");
    assert_eq!(check("own_price.1103.2024")["result"], "miss");
    assert!(!checks.iter().any(|row| row["target"] == "own_price.3203.2019"));
    // On the municipality's page too, and on no other's.
    for (id, own) in [("3203", true), ("1106", false)] {
        stdout(&bpasim(dir, &format!("report ut --municipality {id}")));
        let page = fs::read_to_string(dir.join(format!("ut/kommune-{id}.html"))).expect("page");
        assert_eq!(page.contains("Kommunens egne tall ved siden av nullalternativet"), own, "{id}");
        assert!(page.contains("er kommunens eget") && page.contains("60 brukere i 2022"), "{id}");
    }
}

/// One municipality alone has the same persons as in the country: the same hours to the last bit in the first year. Later it
/// differs, since the pool that newcomers to BPA come from is by its own recipients alone, and by inhabitants in the country.
#[test]
fn a_municipality_is_the_same_alone_and_in_the_country() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let counts = format!("{COUNTS}3203,2024,,16,43,24,9,6\n");
    let groups = format!(
        "{GROUPS}3203,0-17,16,21.5,,,,,,,,\n3203,18-49,20,12,,,,,,,,\n3203,18-49,23,48.5,,,,,,,,\n3203,50+,39,30,,,,,,,,\n\
         3203,all,98,,0.5,400000,0.4,0.3,0.6,0.2,0,0.2\n"
    );
    write(dir, "", &[("observed", &counts), ("recipient_groups", &groups)]);
    run(dir, "country");
    let units = bpasim::scenario::embedded::data("data/municipalities.csv").expect("shipped");
    let own = |line: &&str| line.starts_with("id,") || line.starts_with("3203,");
    let units: String = units.lines().filter(own).map(|line| format!("{line}\n")).collect();
    let tables = [("units", units.as_str()), ("observed", &counts), ("recipient_groups", &groups)];
    write(dir, "placement = \"observed\"\n", &tables);
    run(dir, "alone");
    let line = |out: &str| {
        let own = |row: &BTreeMap<String, String>| row["id"] == "3203" && row["model"] == "zero";
        let row = rows(dir, &format!("{out}/units.csv")).into_iter().find(own).expect("Asker");
        ["first_recipients", "first_delivered_hours"].map(|column| row[column].clone())
    };
    assert_eq!(line("country"), line("alone"));
    // 16 · 21.5 + 20 · 12 + 23 · 48.5 + 39 · 30 = 2 869.5 hours a week of 98 persons, in every draw.
    let granted = outcome(&dir.join("alone"), "granted_hours");
    for hours in granted {
        assert!((hours / 52.0 - 2869.5).abs() < 1e-9 * 2869.5, "{granted:?}");
    }
}

/// A municipality may know the hours of its recipients and leave their number to the model: whoever is placed there has them.
#[test]
fn hours_are_used_where_the_number_is_not_known() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let hours = |groups: &str| {
        write(dir, "", &[("recipient_groups", groups)]);
        run(dir, "ut");
        let own = |row: &BTreeMap<String, String>| row["id"] == "1103" && row["model"] == "zero";
        let row = rows(dir, "ut/units.csv").into_iter().find(own).expect("Stavanger");
        ["first_delivered_hours", "first_recipients"].map(|column| row[column].parse::<f64>().expect(column))
    };
    let [few, persons] = hours(&format!("{GROUPS}1103,all,90,10,,,,,,,,\n"));
    let [many, same] = hours(&format!("{GROUPS}1103,all,90,20,,,,,,,,\n"));
    assert_eq!(persons, same);
    assert!((many / few - 2.0).abs() < 1e-3, "{few} {many}");
}

/// Of hidden recipients nothing is known: their groups change no bit of a run.
#[test]
fn groups_of_few_and_of_a_part_of_ages_that_share_are_forgotten() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // One of few; and one with one of the oldest, who share with those of 67 to 79.
    let counts = format!("{COUNTS}1151,2024,,0,2,1,0,0\n1144,2024,,0,6,5,0,0\n3203,2024,,16,43,24,9,1\n");
    let fingerprint = |groups: Option<&str>| {
        let mut tables = vec![("observed", counts.as_str())];
        tables.extend(groups.map(|groups| ("recipient_groups", groups)));
        write(dir, "", &tables);
        stdout(&bpasim(
            dir,
            "run own.toml --draws 4 --years 2 --quiet --no-report --force --fingerprint --out ut",
        ))
    };
    let without = fingerprint(None);
    for forgotten in ["1151,all,9,99", "3203,67-79,9,99", "3203,50-79,33,99"] {
        assert_eq!(fingerprint(Some(&format!("{GROUPS}{forgotten},,,,,,,,\n"))), without, "{forgotten}");
    }
    for used in ["1144,all,11,99", "3203,all,93,99", "3203,67+,10,99", "3203,18-49,43,99"] {
        assert_ne!(fingerprint(Some(&format!("{GROUPS}{used},,,,,,,,\n"))), without, "{used}");
    }
}

/// Kroner of a municipality of few are of few persons, whatever the placement.
#[test]
fn accounts_of_a_municipality_of_few_are_told_nowhere() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let counts = format!("{COUNTS}1151,2024,,0,1,0,0,0\n3203,2024,,16,43,24,9,6\n");
    let accounts = "id,year,price_per_hour,refund\n1151,2024,,646400\n3203,2024,,31200000\n";
    write(dir, "", &[("observed", &counts), ("accounts", accounts)]);
    for more in ["", " --set placement=rates"] {
        stdout(&bpasim(dir, &format!("run own.toml --draws 4 --years 2 --quiet --force --out ut{more}")));
        let validation = fs::read_to_string(dir.join("ut/validation.csv")).expect("validation");
        assert!(validation.contains("own_refund.3203.2024") && !validation.contains("1151"), "{validation}");
        let page = fs::read_to_string(dir.join("ut/report.html")).expect("report");
        assert!(!page.contains("646 400") && !page.contains("646\u{a0}400") && !page.contains("646400"));
    }
}

/// What is wrong in the tables is told by file, line and column, with what is allowed; a group's size never.
#[test]
fn what_is_wrong_is_told_by_line_and_column() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let good = format!("{COUNTS}3203,2024,,16,43,24,9,6\n");
    for (counts, groups, accounts, words) in [
        ("3203,20x4,,16,43,24,9,6", "", "", &["observed.csv:2", "year", "20x4", "1900"][..]),
        ("3203,2010,,16,43,24,9,6", "", "", &["observed.csv:2", "2010", "growth"]),
        ("3203,2022,7,16,43,24,9,6", "", "", &["observed.csv:2", "growth", "-0.5"]),
        ("", "3203,18-50,9,30,,,,,,,,", "", &["recipient_groups.csv:2", "18-50", "67+"]),
        ("", "3203,18-49,3,30,,,,,,,,", "", &["recipient_groups.csv:2", "persons", "5"]),
        ("", "3203,18-49,9,30,,,,,,,,\n3203,18+,9,30,,,,,,,,", "", &["recipient_groups.csv:3", "ages"]),
        ("", "3203,all,98,,0.5,,,,,,,\n3203,67+,9,,0.5,,,,,,,", "", &["recipient_groups.csv:3", "ages"]),
        ("", "3203,all,98,,,,0.8,0.4,,,,", "", &["recipient_groups.csv:2", "relatives_1"]),
        ("", "3203,all,98,,,,0.8,,,,,", "", &["recipient_groups.csv:2", "relatives_2"]),
        ("", "3203,all,98,,,,,,0.5,0.1,0.1,0.1", "", &["recipient_groups.csv:2", "condition_stable"]),
        ("", "3203,all,98,999,,,,,,,,", "", &["hours_week", "3203"]),
        ("", "3203,all,98,,,,,,,,,", "", &["recipient_groups.csv:2", "hours_week"]),
        ("", "", "3203,2024,,", &["accounts.csv:2", "price_per_hour"]),
        ("", "", "3203,2024,500,\n3203,2024,510,", &["accounts.csv:3", "2024"]),
        ("", "", "3025,2024,500,", &["accounts.csv:2", "3203"]),
    ] {
        let counts = if counts.is_empty() { good.clone() } else { format!("{COUNTS}{counts}\n") };
        let groups = format!("{GROUPS}{groups}\n");
        let accounts = format!("id,year,price_per_hour,refund\n{accounts}\n");
        let mut tables = vec![("observed", counts.as_str())];
        if groups.lines().nth(1).is_some_and(|row| !row.is_empty()) {
            tables.push(("recipient_groups", &groups));
        }
        if accounts.lines().nth(1).is_some_and(|row| !row.is_empty()) {
            tables.push(("accounts", &accounts));
        }
        write(dir, "", &tables);
        let told = refused(&bpasim(dir, "check own.toml"), 2, words);
        assert!(!told.contains("3 personer"), "{told}");
    }
}
