//! Bad input, end to end: exit code 2, a message that names place, key and nearest name, nothing written.

use crate::program::{self, bpasim, stdout};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Runs the program in `dir` and gives back what it complained.
fn refused(dir: &Path, args: &[&str]) -> String {
    let text = crate::program::refused(&bpasim(dir, &[args, &["--lang", "en"]].concat()), 2, &[]);
    assert!(!text.trim().is_empty(), "{args:?}: no message");
    text
}

/// The same through `run` (nothing may be written) and, for files, through `check`.
fn run_refused(dir: &Path, scenario: &str, extra: &[&str]) -> String {
    let mut args = vec!["run", scenario, "--draws", "2", "--years", "2", "--out", "out"];
    args.extend(extra);
    let text = refused(dir, &args);
    assert!(!dir.join("out").exists(), "{args:?}: something was written");
    assert!(!dir.join("output").exists(), "{args:?}: something was written");
    text
}

fn holds(text: &str, parts: &[&str], about: &str) {
    for part in parts {
        assert!(text.contains(part), "{about}\n---\n{text}\n---\nlacks: {part}");
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

const HEAD: &str = "format = 1\nextends = \"national\"\n";

/// What is written after the first two lines, and what the message must hold.
const FILES: &[(&str, &[&str])] = &[
    // unknown and misspelt keys in every table
    ("scenari = 1\n", &["x.toml:3", "scenari", "«scenario»"]),
    ("[scenario]\nbase_yaer = 2024\n", &["x.toml:4", "scenario.base_yaer", "«base_year»"]),
    ("[parameters.price_respons]\nvalue = 0.1\n", &["x.toml:3", "price_respons", "«price_response»"]),
    ("[parameters.price_response]\nvalu = 0.1\n", &["x.toml:4", "price_response.valu", "«value»"]),
    ("[parameters.price_response]\nvalue = { pertt = [0, 0.1, 0.2] }\n", &["x.toml:4", "pertt", "«pert»"]),
    (
        "[parameters.price_response.value]\npert = [0, 0.1, 0.2]\ntruncat = [0, 1]\n",
        &["x.toml:5", "truncat", "«truncate»"],
    ),
    (
        "[parameters.price_response]\nvalue = { lognormal = { medin = 1, sigma = 1 } }\n",
        &["x.toml:4", "medin", "«median»"],
    ),
    ("[parameters.price_response]\nlabel = { no = \"x\" }\n", &["x.toml:4", "label.no", "nb, nn, en"]),
    ("[parameters.relatives]\nvalue = { table = { \"0-18\" = 1 } }\n", &["x.toml:4", "relatives", "«0-17»"]),
    (
        "[parameters.refund.max_age]\nvalue = 70\n",
        &["x.toml:3", "parameters.\"refund.max_age\"", "quotation marks"],
    ),
    (
        "[financing.C]\nextends = \"A\"\nrefund = { rat = 0.9 }\n",
        &["x.toml:5", "financing.C.refund.rat", "«refund.rate»"],
    ),
    (
        "[financing.C]\nextends = \"A\"\nharmonization = 1\n",
        &["x.toml:5", "harmonization", "«harmonisation»"],
    ),
    (
        "[financing.C]\nextends = \"A\"\nthreshold_factor = 1\n",
        &["x.toml:5", "threshold_factor", "«refund.threshold_factor»"],
    ),
    (
        "[[correlations]]\na = \"price_response\"\nb = \"award_response\"\nrang = 0.5\n",
        &["x.toml:6", "correlations.rang", "«rank»"],
    ),
    // wrong types
    ("[scenario]\nhorizon = \"long\"\n", &["x.toml:4", "scenario.horizon", "\"long\"", "number"]),
    ("[scenario]\nmodels = \"A\"\n", &["x.toml:4", "scenario.models", "list"]),
    ("[scenario]\nname = 3\n", &["x.toml:4", "scenario.name", "quotation marks"]),
    ("[parameters.price_response]\nvalue = \"high\"\n", &["x.toml:4", "price_response.value", "\"high\""]),
    ("[parameters.price_response]\nvalue = true\n", &["x.toml:4", "price_response.value", "true"]),
    ("[parameters.price_response]\nvalue = { pert = [0, 1] }\n", &["x.toml:4", "pert", "3 numbers"]),
    (
        "[parameters.price_response]\nvalue = { table = { a = 1 } }\n",
        &["x.toml:4", "price_response.value", "a number or a distribution"],
    ),
    ("[parameters.relatives]\nvalue = 1\n", &["x.toml:4", "relatives.value", "table"]),
    ("[parameters.\"refund.threshold\"]\nvalue = 1\n", &["x.toml:4", "refund.threshold.value", "dated"]),
    ("[parameters]\nprice_response = 0.2\n", &["x.toml:4", "parameters.price_response", "value = "]),
    (
        "[financing.B]\nrefund = { deduct_intellectual = \"yes\" }\n",
        &["x.toml:4", "refund.deduct_intellectual", "true, false"],
    ),
    ("[financing.B]\ndecided_by = 1\n", &["x.toml:4", "financing.B.decided_by", "municipality, state"]),
    ("[financing.B]\ncopayment = true\n", &["x.toml:4", "financing.B.copayment", "a number"]),
    // illegal values
    ("[scenario]\nname = \"a/b\"\n", &["x.toml:4", "scenario.name", "a/b"]),
    ("[scenario]\nhorizon = 0\n", &["x.toml:4", "scenario.horizon", "found: 0"]),
    ("[scenario]\nhorizon = 2.5\n", &["x.toml:4", "scenario.horizon", "whole"]),
    ("[scenario]\nbase_year = 24\n", &["x.toml:4", "scenario.base_year", "found: 24"]),
    ("[scenario]\nplacement = \"rate\"\n", &["x.toml:4", "scenario.placement", "«rates»"]),
    ("[scenario]\nplacement = \"observed\"\n", &["municipalities.csv", "recipients", "needs recipients"]),
    ("[parameters.coverage_null]\nvalue = 1.4\n", &["x.toml:4", "coverage_null.value", "found: 1.4", "0–1"]),
    ("[parameters.wage_share]\nvalue = { normal = [0.9, 0.1] }\n", &["x.toml:4", "wage_share", "truncate"]),
    ("[parameters.wage_share]\nvalue = { uniform = [0.5, 1.5] }\n", &["x.toml:4", "wage_share", "0–1"]),
    ("[parameters.price_response]\nvalue = nan\n", &["x.toml:4", "price_response.value", "nan", "finite"]),
    (
        "[parameters.price_response]\nvalue = { pert = [0, inf, inf] }\n",
        &["x.toml:4", "price_response", "inf", "finite"],
    ),
    ("[parameters.price_response]\nvalue = 1e999\n", &["x.toml:4", "price_response.value", "finite"]),
    (
        "[parameters.price_response]\nvalue = { pert = [0.3, 0.1, 0.2] }\n",
        &["x.toml:4", "price_response.value", "rising order"],
    ),
    ("[parameters.price_response]\nvalue = { triangular = [0, 2, 1] }\n", &["x.toml:4", "rising order"]),
    ("[parameters.price_response]\nvalue = { normal = [0, -1] }\n", &["x.toml:4", "negative"]),
    ("[parameters.price_response]\nvalue = { beta = [0, 1] }\n", &["x.toml:4", "above 0"]),
    (
        "[parameters.price_response]\nvalue = { pert = [0, 0.1, 0.2], normal = [0, 1] }\n",
        &["x.toml:4", "one distribution"],
    ),
    (
        "[parameters.price_response]\nvalue = { discrete = { values = [0, 1], weights = [0.5, 0.4] } }\n",
        &["x.toml:4", "together 1"],
    ),
    (
        "[parameters.condition_weights]\nvalue = { table = { stable = 0.9 } }\n",
        &["x.toml:4", "condition_weights", "sum to 1"],
    ),
    (
        "[parameters.inflow_age_weights]\nvalue = { table = { \"80+\" = 0.2 } }\n",
        &["x.toml:4", "inflow_age_weights", "sum to 1"],
    ),
    (
        "[parameters.price_response]\nstatus = \"guess\"\n",
        &["x.toml:4", "price_response.status", "guess", "assumption"],
    ),
    ("[parameters.bpa_hour_cost]\nunit = \"EUR/h\"\n", &["x.toml:4", "bpa_hour_cost.unit", "NOK/h"]),
    (
        "[parameters.coverage_null]\nrange = [0, 9]\n",
        &["x.toml:4", "coverage_null.range", "cannot be changed"],
    ),
    ("[parameters.coverage_max]\nvalue = 0.1\n", &["x.toml:4", "coverage_min", "cannot be larger"]),
    (
        "[financing.B]\nrefund = { rate = 1.2 }\n",
        &["x.toml:4", "financing.B.refund.rate", "found: 1.2", "0–1"],
    ),
    ("[financing.B]\nrefund = { lag_years = 1.5 }\n", &["x.toml:4", "lag_years", "whole years"]),
    ("[financing.B]\nphase_in_years = 0\n", &["x.toml:4", "phase_in_years", "found: 0"]),
    ("[financing.B]\nbreak_factor = -1\n", &["x.toml:4", "break_factor", "-1"]),
    ("[financing.B]\noffset_by = \"persons\"\n", &["x.toml:4", "offset_by", "own, population"]),
    ("[financing.B]\ncopayment = \"none\"\n", &["x.toml:4", "copayment", "none"]),
    (
        "[financing.B]\nharmonisation = \"harmonisation.C\"\n",
        &["x.toml:4", "harmonisation.C", "«harmonisation.A»"],
    ),
    ("[financing.B]\nstart_year = 2044\n", &["x.toml:4", "start_year", "2024–2043"]),
    ("[financing.B]\nstart_year = 2023\n", &["x.toml:4", "start_year", "2024–2043"]),
    ("[financing.zero]\nstart_year = 2026\n", &["x.toml:4", "financing.zero.start_year", "baseline"]),
    ("[financing.zero]\nextends = \"A\"\n", &["x.toml:4", "financing.zero.extends", "baseline"]),
    ("[financing.C]\nwage_uplift = 0.1\n", &["x.toml:3", "financing.C", "extends"]),
    ("[financing.C]\nextends = \"AA\"\n", &["x.toml:4", "financing.C.extends", "«A»"]),
    ("[financing.C]\nextends = \"D\"\n[financing.D]\nextends = \"C\"\n", &["x.toml", "circle", "C → D → C"]),
    ("[financing.C]\nextends = \"C\"\n", &["x.toml:4", "circle", "C → C"]),
    ("[financing.\"a b\"]\nextends = \"A\"\n", &["x.toml:3", "a b", "simpler id"]),
    ("[scenario]\nmodels = [\"A\", \"Modell-B\"]\n", &["x.toml:4", "scenario.models", "Modell-B"]),
    ("[scenario]\nmodels = [\"A\", \"A\"]\n", &["x.toml:4", "scenario.models", "twice"]),
    (
        "[[correlations]]\na = \"price_response\"\nb = \"award_respons\"\nrank = 0.5\n",
        &["award_respons", "«award_response»"],
    ),
    (
        "[[correlations]]\na = \"price_response\"\nb = \"award_response\"\nrank = 1.5\n",
        &["correlations.rank", "1.5"],
    ),
    (
        "[[correlations]]\na = \"price_response\"\nb = \"price_response\"\nrank = 0.5\n",
        &["correlations", "itself"],
    ),
    (
        "[[correlations]]\na = \"price_response\"\nb = \"award_response\"\nrank = 0.9\n[[correlations]]\na = \"award_response\"\nb = \"fill_grant\"\nrank = 0.9\n[[correlations]]\na = \"price_response\"\nb = \"fill_grant\"\nrank = -0.9\n",
        &["x.toml", "correlations", "positive semi-definite"],
    ),
    // broken text
    ("[scenario\nname = \"x\"\n", &["x.toml:3", "TOML"]),
    ("[scenario]\nname = \"a\"\nname = \"b\"\n", &["x.toml:5", "TOML"]),
    ("[scenario]\nhorizon = 1,5\n", &["x.toml:4", "TOML"]),
    ("[scenario]\nunits = \"missing.csv\"\n", &["x.toml:4", "scenario.units", "does not exist"]),
    ("[scenario]\nunits = \".\"\n", &["x.toml:4", "scenario.units", "folder"]),
];

#[test]
fn every_bad_file_is_told_with_line_key_and_nearest_name() {
    let dir = folder();
    for (text, parts) in FILES {
        fs::write(dir.path().join("x.toml"), format!("{HEAD}{text}")).expect("test file");
        holds(&refused(dir.path(), &["check", "x.toml"]), parts, text);
        // `run` must refuse it too; only some, since every call starts the program anew.
        if text.len() % 4 == 0 {
            holds(&run_refused(dir.path(), "x.toml", &[]), parts, text);
        }
    }
}

#[test]
fn all_problems_of_a_file_are_told_together() {
    let dir = folder();
    let text: String =
        "[scenario]\nbase_yaer = 1\nplacement = \"x\"\n[parameters.price_respons]\nvalue = 1\n\
                        [parameters.coverage_null]\nvalue = 3\n[financing.B]\nrefund.rate = 2\n"
            .into();
    fs::write(dir.path().join("x.toml"), format!("{HEAD}{text}")).expect("test file");
    let told = run_refused(dir.path(), "x.toml", &["--set", "award_respons=1"]);
    for line in [4, 5, 6, 9, 11] {
        holds(&told, &[&format!("x.toml:{line}:")], &text);
    }
    holds(&told, &["--set: award_respons"], &text);
}

#[test]
fn files_that_are_no_scenario() {
    let dir = folder();
    let write = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("test file");
    write("empty.toml", b"");
    write("latin.toml", b"format = 1\n# \xf8\n");
    write("huge.toml", &vec![b'#'; 5 << 20]);
    write("newer.toml", b"format = 2\nsomething_new = 1\n");
    write("none.toml", b"extends = \"national\"\n");
    write("alone.toml", b"format = 1\n");
    write("zero.toml", &[0u8; 100]);
    write("lost.toml", b"format = 1\nextends = \"natinal\"\n");
    write("ring.toml", b"format = 1\nextends = \"ring2.toml\"\n");
    write("ring2.toml", b"format = 1\nextends = \"ring.toml\"\n");
    fs::create_dir(dir.path().join("folder.toml")).expect("folder");
    let cases: &[(&str, &[&str])] = &[
        ("empty.toml", &["empty.toml", "empty", "format = 1"]),
        ("latin.toml", &["latin.toml:2", "UTF-8"]),
        ("huge.toml", &["huge.toml", "too large", "4 MiB"]),
        ("newer.toml", &["newer.toml:1", "format 2", "newer"]),
        ("none.toml", &["none.toml", "format = 1"]),
        ("alone.toml", &["alone.toml", "extends = \"national\""]),
        ("zero.toml", &["zero.toml"]),
        ("lost.toml", &["lost.toml:2", "extends", "«national»"]),
        ("ring.toml", &["ring2.toml:2", "circle", "ring.toml"]),
        ("folder.toml", &["folder.toml", "folder"]),
        ("nowhere.toml", &["nowhere.toml", "does not exist"]),
        ("nationl", &["nationl", "«national»"]),
        ("parameters", &["parameters", "not a scenario", "national"]),
    ];
    for (name, parts) in cases {
        holds(&run_refused(dir.path(), name, &[]), parts, name);
        holds(&refused(dir.path(), &["check", name]), parts, name);
    }
}

#[test]
fn bad_options_are_told_by_name() {
    let dir = folder();
    let cases: &[(&[&str], &[&str])] = &[
        (&["--set", "price_respons=0.2"], &["--set", "«price_response»"]),
        (&["--set", "price_response"], &["--set", "path=value"]),
        (&["--set", "price_response={pert=[0,1]"], &["--set", "price_response", "cannot be read"]),
        (&["--set", "price_response=nan"], &["--set", "price_response", "nan"]),
        (&["--set", "price_response=high"], &["--set", "price_response", "high"]),
        (&["--set", "coverage_null=2"], &["--set", "coverage_null", "0–1"]),
        (&["--set", "relative_employment.0-18=0.5"], &["--set", "relative_employment.0-18", "«0-17»"]),
        (&["--set", "financing.B.refund.rat=0.9"], &["--set", "«financing.B.refund.rate»"]),
        (&["--set", "financing.BB.refund.rate=0.9"], &["--set", "BB", "«B»"]),
        (&["--set", "financing.B.refund.rate=1.9"], &["--set", "financing.B.refund.rate", "0–1"]),
        (&["--set", "base_year=soon"], &["--set", "base_year", "whole number"]),
        (&["--set", "financing.A.start_year=2050"], &["--set", "start_year", "2024–2043"]),
        (&["--models", "A,Bb"], &["--models", "Bb", "«B»"]),
        (&["--models", "A,A"], &["--models", "twice"]),
    ];
    for (extra, parts) in cases {
        holds(&run_refused(dir.path(), "national", extra), parts, &format!("{extra:?}"));
    }
    for args in [
        ["run", "national", "--draws", "0"],
        ["run", "national", "--draws", "-3"],
        ["run", "national", "--years", "0"],
        ["run", "national", "--years", "-1"],
        ["run", "national", "--years", "101"],
        ["run", "national", "--threads", "0"],
        ["run", "national", "--draws", "many"],
    ] {
        refused(dir.path(), &args);
    }
    assert!(!dir.path().join("output").exists());
}

const COLUMNS: &str = "id,name,county_number,county,employer_tax_zone,centrality,kostra_group,population_0_15,population_16_17,population_18_49,population_50_66,population_67_79,population_80_plus,free_income_per_capita,expenditure_need_index,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus";
const ROW: &str = "0001,X,01,Y,1,1,K,10,2,30,20,10,5,80000,1,,,,,";

#[test]
fn bad_data_tables_are_told_with_line_and_column() {
    let dir = folder();
    fs::write(dir.path().join("x.toml"), format!("{HEAD}[scenario]\nunits = \"u.csv\"\n"))
        .expect("test file");
    let other = ROW.replace("0001", "0002");
    let cases: &[(String, &[&str])] = &[
        (format!("# a note\n{COLUMNS}\n{ROW}\n{ROW}\n"), &["u.csv:4", "id", "twice", "0001"]),
        (
            format!("{}\n{ROW}\n", COLUMNS.replace("county,", "county,county,")),
            &["u.csv:1", "county", "twice"],
        ),
        (format!("{}\n", COLUMNS.replace("centrality,", "")), &["u.csv:1", "centrality", "missing"]),
        (
            format!("{}\n{ROW}\n", COLUMNS.replace("kostra", "kosta")),
            &["u.csv:1", "kosta_group", "«kostra_group»"],
        ),
        (
            format!("{COLUMNS}\n{ROW}\n{}\n", other.replace("10,2", "-10,2")),
            &["u.csv:3", "population_0_15", "-10"],
        ),
        (
            format!("{COLUMNS}\n{ROW}\n{}\n", other.replace("10,2,30", "10,..,30")),
            &["u.csv:3", "population_16_17", "missing"],
        ),
        (
            format!("{COLUMNS}\n{}\n", ROW.replace("10,2,30,20,10,5", ",,,,,")),
            &["u.csv:2", "population", "mixed"],
        ),
        (format!("{COLUMNS}\n{}\n", ROW.replace("10,2", "ten,2")), &["u.csv:2", "population_0_15", "ten"]),
        (format!("{COLUMNS}\n{}\n", ROW.replace("10,2", "nan,2")), &["u.csv:2", "population_0_15", "nan"]),
        (format!("{COLUMNS}\n{}\n", ROW.replace("Y,1,1", "Y,9,1")), &["u.csv:2", "employer_tax_zone", "4a"]),
        (format!("{COLUMNS}\n{ROW},1\n"), &["u.csv:2", "fields"]),
        (COLUMNS.replace(',', ";"), &["u.csv:1", "no rows"]),
        ("Kommune;Antall brukere\n3203;93\n".to_string(), &["u.csv:1", "semicolons"]),
        (format!("{COLUMNS}\n"), &["u.csv:1", "no rows"]),
        (String::new(), &["u.csv:1", "empty"]),
    ];
    for (table, parts) in cases {
        fs::write(dir.path().join("u.csv"), table).expect("test file");
        holds(&refused(dir.path(), &["check", "x.toml"]), parts, table);
        holds(&run_refused(dir.path(), "x.toml", &[]), parts, table);
    }
    let observed = format!("{HEAD}[scenario]\nplacement = \"mixed\"\nobserved = \"o.csv\"\n");
    fs::write(dir.path().join("x.toml"), observed).expect("test file");
    let columns = "id,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus";
    for (rows, parts) in [
        ("0302,1,2,3,4,5\n", ["o.csv:2", "id", "unknown municipality number"]),
        ("3025,1,2,3,4,5\n", ["o.csv:2", "3203 Asker", "«3203»"]),
        ("220,1,2,3,4,5\n", ["o.csv:2", "merged with others into 3203 Asker", "«3203»"]),
        ("5401,1,2,3,4,5\n", ["o.csv:2", "5501 Tromsø", "«5501»"]),
        ("1507,1,2,3,4,5\n", ["o.csv:2", "split", "1508 Ålesund, 1580 Haram"]),
        ("1151,0,300,0,0,0\n", ["o.csv:2", "recipients_18_49", "1151 Utsira"]),
        ("1151,..,..,..,..,..\n", ["o.csv:2", "no figures", "1151"]),
        ("..,..,..,..,..,..\n", ["o.csv:2", "id", "missing"]),
        ("", ["o.csv:1", "id", "no rows"]),
        (",,,,,\n", ["o.csv:1", "id", "no rows"]),
        ("0301,1,2,3,4,5\n0301,1,2,3,4,5\n", ["o.csv:3", "id", "twice"]),
        ("0301,1,2,3,4,5\n301,1,2,3,4,5\n", ["o.csv:3", "id", "twice"]),
        ("0301,1,2,3,,5\n", ["o.csv:2", "recipients_67_79", "missing"]),
        ("0301,1,2,3,4.5,5\n", ["o.csv:2", "recipients_67_79", "4.5"]),
        ("0301,1,2,3,4,5000\n", ["x.toml:4", "80+", "whole country"]),
    ] {
        fs::write(dir.path().join("o.csv"), format!("{columns}\n{rows}")).expect("test file");
        holds(&run_refused(dir.path(), "x.toml", &[]), &parts, rows);
    }
}

/// What Norwegian Excel saves: semicolons, Windows-1252, and municipality numbers as numbers. Each is told.
#[test]
fn a_table_as_a_norwegian_spreadsheet_saves_it_is_read() {
    let dir = folder();
    let scenario = format!("{HEAD}[scenario]\nplacement = \"mixed\"\nobserved = \"o.csv\"\n");
    fs::write(dir.path().join("x.toml"), scenario).expect("test file");
    let table: &[u8] =
        b"# Tall fra \xe5se\r\nid;recipients_0_17;recipients_18_49;recipients_50_66;recipients_67_79;\
        recipients_80_plus\r\n3203;16;43;24;9;6\r\n301;74;207;150;60;20\r\n";
    fs::write(dir.path().join("o.csv"), table).expect("test file");
    let told = bpasim(dir.path(), "check x.toml --lang en");
    let all = [stdout(&told), String::from_utf8_lossy(&told.stderr).into_owned()].concat();
    for part in ["separated by semicolons", "read as windows-1252", "lost its leading zero; read as 0301"] {
        assert!(all.to_lowercase().contains(part), "{part}: {all}");
    }
    stdout(&bpasim(dir.path(), "run x.toml --draws 2 --years 2 --no-report --quiet --out r"));
    let units = fs::read_to_string(dir.path().join("r/units.csv")).expect("units");
    assert!(units.lines().any(|line| line.starts_with("0301,") && line.contains(",511")), "{units}");
    stdout(&bpasim(dir.path(), "verify r"));
}

#[test]
fn withdrawal_by_population_needs_population() {
    let dir = folder();
    let told = run_refused(dir.path(), "oslo", &["--set", "financing.A.offset_by=population"]);
    holds(&told, &["financing.A.offset_by", "population", "own"], "oslo");
}

#[test]
fn impossible_persons_are_refused() {
    let dir = folder();
    for (args, part) in [
        (vec!["case", "--age", "40", "--need", "20", "--granted", "30"], "--granted"),
        (vec!["case", "--age=-1", "--need", "20", "--granted", "10"], "age"),
    ] {
        let told = refused(dir.path(), &args);
        holds(&told, &[part], &format!("{args:?}"));
    }
}

#[test]
fn new_writes_a_folder_that_works_and_never_over_another() {
    let dir = folder();
    stdout(&bpasim(dir.path(), "new mine"));
    for name in ["min.toml", "national.toml", "parameters.toml", "data/municipalities.csv"] {
        assert!(dir.path().join("mine").join(name).is_file(), "{name}");
    }
    for name in ["min", "national", "oslo", "variants", "example-mixed", "example-own"] {
        let file = format!("mine/{name}.toml");
        let text = stdout(&bpasim(dir.path(), &["check", &file, "--lang", "en"]));
        let nothing = matches!(name, "national" | "oslo" | "variants" | "example-mixed" | "example-own");
        assert_eq!(text.contains("changes nothing"), nothing, "{name}: {text}");
    }
    // A copy that is changed has effect on what builds on it.
    let table = dir.path().join("mine/parameters.toml");
    let text = fs::read_to_string(&table).expect("copy");
    fs::write(&table, text.replacen("pert = [430, 500, 560]", "pert = [430, 510, 560]", 1)).expect("copy");
    holds(
        &stdout(&bpasim(dir.path(), "check mine/min.toml")),
        &["bpa_hour_cost", "510", "price_response"],
        "changed copy",
    );
    let told = refused(dir.path(), &["new", "mine"]);
    holds(&told, &["mine", "not empty"], "occupied folder");
}

/// A device behind a link is never read, whatever is wanted of it.
#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_is_refused_by_every_reader() {
    let dir = tempfile::tempdir().expect("folder");
    std::os::unix::fs::symlink("/dev/zero", dir.path().join("endless")).expect("link");
    std::os::unix::fs::symlink("nowhere", dir.path().join("dangling")).expect("link");
    fs::create_dir(dir.path().join("results")).expect("folder");
    std::os::unix::fs::symlink("/dev/zero", dir.path().join("results/run.json")).expect("link");
    for name in ["endless", "dangling"] {
        for line in [
            format!("run {name}"),
            format!("check {name}"),
            format!("run oslo --posterior {name}"),
            format!("calibrate oslo --targets {name}"),
            format!("report {name}"),
            format!("merge {name}"),
            format!("compare {name} results"),
        ] {
            program::refused(&bpasim(dir.path(), &line), 2, &[name]);
        }
    }
    for line in ["report results", "sensitivity results", "verify results", "merge results"] {
        program::refused(&bpasim(dir.path(), line), 2, &["results"]);
    }
}

/// A file of another kind where a scenario is wanted is called what it is.
#[test]
fn a_file_that_is_no_scenario_is_named_as_what_it_is() {
    let dir = tempfile::tempdir().expect("folder");
    for (name, told) in [
        ("a.xlsx", "arbeidsbok"),
        ("a.ODS", "arbeidsbok"),
        ("run.json", "JSON"),
        ("t.csv", "tabell"),
        ("r.pdf", "dokument"),
    ] {
        fs::write(dir.path().join(name), "PK").expect("file");
        program::refused(&bpasim(dir.path(), &format!("check {name}")), 2, &[told, "bpasim new"]);
    }
}

/// A name that is no text is refused, as is one with characters that are not seen.
#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let dir = tempfile::tempdir().expect("folder");
    for word in [&b"a\xe6b"[..], b"a\nb", b"a\x1b[2Jb", "a\u{202e}b".as_bytes()] {
        for line in ["run oslo --draws 2 --out", "check", "new", "cluster slurm oslo --out"] {
            let mut program = std::process::Command::new(assert_cmd::cargo::cargo_bin!("bpasim"));
            program.current_dir(dir.path()).args(line.split(' ')).arg(std::ffi::OsStr::from_bytes(word));
            let output = program.output().expect("it runs");
            assert_eq!(output.status.code(), Some(2), "{line} {word:?}");
            assert!(!output.stderr.contains(&0x1b), "{line}");
        }
    }
    assert_eq!(fs::read_dir(dir.path()).expect("folder").count(), 0);
}
