//! Counts that are hidden are known to no simulation: what is written and printed is a function of those that may be shown.

use crate::program::{bpasim, stdout};
use crate::small_counts::{known, write};
use std::fs;

/// A lever of one zone and parameters of one age: what the only unit there, or the only ones of that age, is found by.
const OF_ONE_ZONE: &str = "employer_tax={ table = { \"1\" = 0, \"1a\" = 0, \"2\" = 0, \"3\" = 1, \"4\" = 0, \"4a\" = 0, \"5\" = 0 } }";
const OF_ONE_AGE: &str = "mortality_multiplier={ table = { \"0-17\" = 1000, \"18-49\" = 0, \"50-66\" = 0, \
    \"67-79\" = 0, \"80+\" = 0 } }";

/// The property that no lever, parameter, seed or number of releases gets round: what is written and printed is a function of
/// the shown counts and sums.
#[test]
fn tables_that_differ_in_hidden_counts_alone_give_the_same_files() {
    let dir = tempfile::tempdir().expect("folder");
    // The first is of few; the last has few of an age, who share with the nearest.
    let one = [[1, 1, 1, 0, 0], [8, 7, 5, 6, 5], [9, 9, 6, 7, 8], [6, 5, 9, 1, 0]];
    let two = [[2, 0, 2, 0, 0], [8, 7, 5, 6, 5], [9, 9, 6, 7, 8], [6, 5, 8, 2, 0]];
    let zones = |counts: &[[u64; 5]], placement: &str| {
        write(dir.path(), "", counts);
        // The first municipality has a zone of its own.
        let table = fs::read_to_string(dir.path().join("own.csv")).expect("table");
        let mut table = table.replacen("Rogaland,1a,6,", "Rogaland,3,6,", 1);
        if placement != "observed" {
            // Somewhere for those whom nobody counted.
            table += "1199,Uten,11,Rogaland,1a,6,EKG16,90000,9000,200000,90000,40000,9000,80000,1,,,,,\n";
        }
        fs::write(dir.path().join("own.csv"), table).expect("written");
    };
    let short = ["--draws", "4", "--no-report", "--quiet"];
    for (placement, more) in [
        ("observed", &["--draws", "4", "--replicates", "2", "--fingerprint"][..]),
        ("observed", &[&short[..], &["--set", OF_ONE_ZONE]].concat()),
        (
            "observed",
            &[&short[..], &["--set", OF_ONE_AGE, "--set", "need_growth=0", "--set", "recipients_growth=0"]]
                .concat(),
        ),
        (
            "observed",
            &[
                &short[..],
                &["--set", "financing.zero.refund.max_age=17", "--set", "refund.threshold={dated={2024=0}}"],
            ]
            .concat(),
        ),
        ("mixed", &[&short[..], &["--set", "placement=mixed"]].concat()),
        ("rates", &[&short[..], &["--set", "placement=rates"]].concat()),
    ] {
        zones(&one, placement);
        let first = known(dir.path(), more);
        zones(&two, placement);
        let second = known(dir.path(), more);
        assert!(first.0 == second.0 && first.3 == second.3, "{more:?}\n{}\n{}", first.3, second.3);
        assert!(first.1 == second.1 && first.2 == second.2, "{more:?}");
    }
    let printed = |counts: &[[u64; 5]], what: &str| {
        zones(counts, "observed");
        let done = bpasim(dir.path(), what);
        (done.status.code(), done.stdout, done.stderr)
    };
    for what in ["check own.toml", "trace own.toml --pick refund", "run own.toml --draws 4 --shard 1/2"] {
        assert_eq!(printed(&one, what), printed(&two, what), "{what}");
    }
    let analysis = |counts: &[[u64; 5]]| {
        zones(counts, "observed");
        let of = "--of state_net:B-zero --year total --method breakeven --draws 60 \
                  --parameter unmet_value --range 0,5000 --set horizon=5 --json";
        stdout(&bpasim(dir.path(), &format!("sensitivity own.toml {of}")))
    };
    assert_eq!(analysis(&one), analysis(&two));
    // What is shown makes another run.
    let mut shown = one;
    (shown[1][0], shown[2][0]) = (shown[1][0] + 1, shown[2][0] - 1);
    zones(&one, "observed");
    let first = known(dir.path(), &short);
    zones(&shown, "observed");
    let second = known(dir.path(), &short);
    assert!(first.1["units.csv"] != second.1["units.csv"]);
    assert!(first.3["run"] != second.3["run"] && first.3["assumptions"] != second.3["assumptions"]);
}

/// A finished run is not replaced by one of another table.
#[test]
fn a_table_with_another_shown_count_is_another_run() {
    let dir = tempfile::tempdir().expect("folder");
    let run = "run own.toml --draws 4 --years 2 --quiet --no-report";
    write(dir.path(), "", &[[1, 1, 1, 0, 0], [8, 7, 5, 6, 5], [9, 9, 6, 7, 8]]);
    stdout(&bpasim(dir.path(), run));
    let before = fs::read(dir.path().join("output/own/units.csv")).expect("units");
    write(dir.path(), "", &[[1, 1, 1, 0, 0], [8, 7, 5, 6, 5], [19, 9, 6, 7, 8]]);
    stdout(&bpasim(dir.path(), run));
    assert_eq!(fs::read(dir.path().join("output/own/units.csv")).expect("units"), before);
    let folders = fs::read_dir(dir.path().join("output")).expect("output").count();
    assert_eq!(folders, 2);
}

/// What a file says of its own table says nothing of another file's.
#[test]
fn observed_persons_holds_for_the_table_of_its_own_file() {
    let dir = tempfile::tempdir().expect("folder");
    let few = [[1, 1, 1, 0, 0], [3, 8, 7, 3, 0], [9, 20, 12, 8, 7]];
    write(dir.path(), "observed_persons = false", &few);
    fs::copy(dir.path().join("own.csv"), dir.path().join("other.csv")).expect("copied");
    let real = |settings: &str| {
        let text = format!("format = 1\nextends = \"own.toml\"\n[scenario]\nname = \"other\"\n{settings}\n");
        fs::write(dir.path().join("other.toml"), text).expect("written");
        stdout(&bpasim(dir.path(), "check other.toml")).contains("regnes som virkelige personer")
    };
    assert!(!real("") && real("observed_persons = true"));
    assert!(real("units = \"other.csv\"") && !real("units = \"other.csv\"\nobserved_persons = false"));
    fs::write(
        dir.path().join("o.csv"),
        "id,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus\n1101,0,2,0,0,0\n",
    )
    .expect("written");
    assert!(real("observed = \"o.csv\"") && !real("observed = \"o.csv\"\nobserved_persons = false"));
}

/// An import of a table and a run of the same table tell the same of every municipality but the one of few, and so does a table in
/// which that one is another or missing: nothing that is told has it in a sum.
#[test]
fn no_two_releases_tell_a_small_count_by_their_difference() {
    let dir = tempfile::tempdir().expect("folder");
    let rows = |utsira: &str| format!("{utsira}1144,2024,,5,6,7,0,0\n3203,2024,,16,43,24,9,6\n");
    let head = "id,year,growth,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus\n";
    let told = |scenario: &str| {
        let run = format!("run {scenario} --draws 4 --years 2 --quiet --no-report --force --out ut");
        stdout(&bpasim(dir.path(), &run));
        let units = fs::read_to_string(dir.path().join("ut/units.csv")).expect("units");
        let (own, others): (Vec<String>, Vec<String>) =
            units.lines().map(str::to_string).partition(|line| line.starts_with("1151,"));
        assert!(!own.is_empty());
        (others, fs::read_to_string(dir.path().join("ut/summary.csv")).expect("summary"))
    };
    let of_run = |utsira: &str| {
        fs::write(dir.path().join("o.csv"), format!("{head}{}", rows(utsira))).expect("written");
        let scenario = "format = 1\nextends = \"national\"\n[scenario]\nname = \"own\"\nplacement = \"mixed\"\n\
                        observed = \"o.csv\"\n";
        fs::write(dir.path().join("own.toml"), scenario).expect("written");
        told("own.toml")
    };
    let first = of_run("1151,2024,,1,1,1,0,0\n");
    assert_eq!(of_run("1151,2024,,0,4,0,0,0\n"), first);
    assert_eq!(of_run(""), first);
    let table = "kommune;0-17;18-49;50-66;67-79;80+\n1151;1;1;1;0;0\n1144;5;6;7;0;0\n3203;16;43;24;9;6\n";
    fs::write(dir.path().join("brukere.csv"), table).expect("written");
    stdout(&bpasim(dir.path(), "import brukere.csv --as recipients --year 2024 --out i"));
    assert_eq!(told("i/scenario.toml"), first);
}
