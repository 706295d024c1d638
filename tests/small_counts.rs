//! Small counts of real persons, looked for in everything that runs write and print: as a reader would who has two releases,
//! knows the rules, adds, subtracts and divides.

use crate::program::{bpasim, refused, stdout};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

const HEAD: &str = "id,name,county_number,county,employer_tax_zone,centrality,kostra_group,population_0_15,\
    population_16_17,population_18_49,population_50_66,population_67_79,population_80_plus,free_income_per_capita,\
    expenditure_need_index,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus\n";

/// Municipalities with recipients by age, in a scenario where everybody is observed.
pub fn write(dir: &Path, settings: &str, recipients: &[[u64; 5]]) {
    let mut table = HEAD.to_string();
    for (n, ages) in recipients.iter().enumerate() {
        let size = 900 + 400 * n;
        let ages = ages.map(|n| n.to_string()).join(",");
        let people = format!("{size},100,{},{size},{},{}", 2 * size, size / 2, size / 4);
        table += &format!("{},Sted {n},11,Rogaland,1a,6,EKG16,{people},80000,1,{ages}\n", 1101 + n);
    }
    fs::write(dir.join("own.csv"), table).expect("written");
    let scenario = "format = 1\nextends = \"national\"\n[scenario]\nname = \"own\"\nplacement = \"observed\"\n\
                    units = \"own.csv\"\n";
    fs::write(dir.join("own.toml"), format!("{scenario}{settings}\n")).expect("written");
}

/// A run of it, what it printed, and every file it wrote.
fn release(dir: &Path, more: &[&str]) -> (String, BTreeMap<String, Vec<u8>>) {
    let run = ["run", "own.toml", "--csv", "nb", "--force", "--out", "r", "--years", "3"];
    let printed = bpasim(dir, &[&run[..], more].concat());
    let mut files = BTreeMap::new();
    let out = dir.join("r");
    // Without a report there are no figures.
    for folder in
        [out.clone(), out.join("figures")].into_iter().filter(|folder| *folder == out || folder.is_dir())
    {
        for path in fs::read_dir(folder).expect("folder").map(|e| e.expect("entry").path()) {
            if path.is_file() {
                let name = path.strip_prefix(&out).expect("below").display().to_string();
                files.insert(name, fs::read(path).expect("file"));
            }
        }
    }
    (stdout(&printed), files)
}

/// The rows of a table, by column.
fn rows(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[name].as_slice());
    let head = reader.headers().expect("head").clone();
    let named = |row: csv::StringRecord| {
        head.iter().map(str::to_string).zip(row.iter().map(str::to_string)).collect::<BTreeMap<_, _>>()
    };
    reader.records().map(|row| named(row.expect("row"))).collect()
}

/// The sheets and texts of a workbook: without when it was made.
fn workbook(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let names: Vec<String> = book.file_names().map(|name| name.expect("name").into_owned()).collect();
    let content = names.into_iter().filter(|name| name.starts_with("xl/")).map(|name| {
        let mut text = String::new();
        book.by_name(&name).expect("part").read_to_string(&mut text).expect("text");
        (name, text)
    });
    content.collect()
}

/// What a release tells of the base year: equations over recipients by unit and age (unit · 5 + age), each a row and its sum;
/// and all its other figures of that year.
struct Told {
    hidden: BTreeSet<usize>,
    equations: Vec<(Vec<f64>, f64)>,
    figures: BTreeMap<String, f64>,
}

const AGES: [&str; 5] = ["0_17", "18_49", "50_66", "67_79", "80_plus"];

fn told(files: &BTreeMap<String, Vec<u8>>, units: usize) -> Told {
    let mut told = Told { hidden: BTreeSet::new(), equations: Vec::new(), figures: BTreeMap::new() };
    let cells = |of: &dyn Fn(usize, usize) -> bool| -> Vec<f64> {
        (0..units * 5).map(|cell| f64::from(u8::from(of(cell / 5, cell % 5)))).collect()
    };
    for row in rows(files, "units.csv") {
        let unit = row["id"].parse::<usize>().expect("id") - 1101;
        if row["hidden"] == "yes" {
            told.hidden.insert(unit);
        }
        for (column, value) in row.iter().filter(|(c, v)| c.starts_with("first_") && !v.is_empty()) {
            let value: f64 = value.parse().expect("number");
            match column.as_str() {
                "first_recipients" => told.equations.push((cells(&|u, _| u == unit), value)),
                "first_year" => {}
                _ => drop(told.figures.insert(format!("{} {unit} {column}", row["model"]), value)),
            }
        }
    }
    for row in rows(files, "unit_years.csv").into_iter().filter(|row| row["year"] == "2024") {
        let unit = row["id"].parse::<usize>().expect("id") - 1101;
        assert_eq!(row["hidden"] == "yes", told.hidden.contains(&unit));
        let words = ["id", "name", "model", "year", "period", "hidden"];
        for (column, value) in row.iter().filter(|(c, v)| !words.contains(&c.as_str()) && !v.is_empty()) {
            let value: f64 = value.parse().expect("number");
            match column.as_str() {
                "recipients" => told.equations.push((cells(&|u, _| u == unit), value)),
                _ => drop(told.figures.insert(format!("{} {unit} {column}", row["model"]), value)),
            }
        }
    }
    for row in rows(files, "budget.csv").into_iter().filter(|row| row["year"] == "2024") {
        let name = ["name", "line", "model", "view"].map(|column| row[column].as_str()).join(" ");
        told.figures.insert(name, row["level"].parse().expect("number"));
    }
    for row in rows(files, "summary.csv") {
        if row["year"] != "2024" || row["statistic_of"] != "level" {
            continue;
        }
        let value: f64 = row["mean"].parse().expect("number");
        let age = row["outcome"].strip_prefix("recipients_age_");
        match (row["outcome"].as_str(), age.and_then(|a| AGES.iter().position(|known| *known == a))) {
            ("recipients", _) => told.equations.push((cells(&|_, _| true), value)),
            (_, Some(age)) => told.equations.push((cells(&|_, a| a == age), value)),
            _ => {
                let name = ["outcome", "model", "basis"].map(|column| row[column].as_str()).join(" ");
                told.figures.insert(name, value);
            }
        }
    }
    told
}

/// Whether a sum of cells follows from the equations: its row is a sum of multiples of theirs.
fn follows(equations: &[(Vec<f64>, f64)], wanted: &[f64]) -> bool {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let reduce = |basis: &[Vec<f64>], row: &[f64]| -> Vec<f64> {
        let mut row = row.to_vec();
        for own in basis {
            let lead = own.iter().position(|x| x.abs() > 1e-9).expect("not zero");
            let times = row[lead] / own[lead];
            row.iter_mut().zip(own).for_each(|(a, b)| *a -= times * b);
        }
        row
    };
    for (row, _) in equations {
        let rest = reduce(&basis, row);
        if rest.iter().any(|x| x.abs() > 1e-9) {
            basis.push(rest);
        }
    }
    reduce(&basis, wanted).iter().all(|x| x.abs() <= 1e-9)
}

/// Looks for every small count in releases of the same counts: as a sum of what is told, and as a quotient of two figures.
fn audit(releases: &[Told], counts: &[[u64; 5]]) {
    let (units, all) = (counts.len(), |of: &dyn Fn(usize, usize) -> bool| -> u64 {
        (0..counts.len() * 5).filter(|c| of(c / 5, c % 5)).map(|c| counts[c / 5][c % 5]).sum()
    });
    let row = |of: &dyn Fn(usize, usize) -> bool| -> Vec<f64> {
        (0..units * 5).map(|c| f64::from(u8::from(of(c / 5, c % 5)))).collect()
    };
    // Only what is told as it was counted tells of counts: a sum with other numbers in it is of what stands in their place.
    let as_counted = |(cells, sum): &(Vec<f64>, f64)| {
        let own: f64 = cells.iter().enumerate().map(|(c, of)| of * counts[c / 5][c % 5] as f64).sum();
        (own - sum).abs() < 1e-9
    };
    let equations = releases.iter().flat_map(|r| r.equations.clone()).filter(as_counted);
    let equations: Vec<(Vec<f64>, f64)> = equations.collect();
    let mut sought: Vec<(String, Vec<f64>, u64)> = Vec::new();
    for u in 0..units {
        sought.push((format!("unit {u}"), row(&|v, _| v == u), all(&|v, _| v == u)));
        for a in 0..5 {
            sought.push((format!("unit {u} age {a}"), row(&|v, b| (v, b) == (u, a)), counts[u][a]));
        }
    }
    for a in 0..5 {
        sought.push((format!("age {a}"), row(&|_, b| b == a), all(&|_, b| b == a)));
    }
    sought.push(("all".into(), row(&|_, _| true), all(&|_, _| true)));
    for (what, cells, count) in sought.into_iter().filter(|(_, _, n)| (1..5).contains(n)) {
        assert!(!follows(&equations, &cells), "{what} is {count}: a sum of what is told");
        // The same figure twice has the quotient one. Of few draws some give a small number by chance; what tells it does so in every release.
        let same = |a: &str, b: &str, per: f64| {
            releases.iter().all(|r| {
                let (a, b) = (r.figures.get(a), r.figures.get(b));
                a.zip(b).is_some_and(|(a, b)| {
                    (a - b).abs() > 1e-6 * b.abs() && (a / b / per - count as f64).abs() < 1e-9
                })
            })
        };
        let names: Vec<&String> = releases[0].figures.keys().collect();
        for (a, b) in names.iter().flat_map(|a| names.iter().map(move |b| (a, b))) {
            assert!(!same(a, b, 1.0) && !same(a, b, 52.0), "{what} is {count}: {a} by {b}");
        }
    }
    // Even a reader who knows which hidden counts are small, and that the rest are not, has two values of each.
    let hidden: Vec<u64> = releases[0].hidden.iter().map(|u| all(&|v, _| v == *u)).collect();
    if follows(&equations, &row(&|u, _| releases[0].hidden.contains(&u))) && !hidden.is_empty() {
        let small = |n: &u64| (1..5).contains(n);
        let slack: u64 = hidden.iter().map(|n| if small(n) { n - 1 } else { n - 5 }).sum();
        assert!(hidden.len() > 1 && slack > 0 && hidden.iter().sum::<u64>() >= 5, "{hidden:?}");
    }
}

const VARIANTS: [&[&str]; 5] = [
    &["--draws", "4", "--quiet"],
    &["--draws", "7", "--seed", "2", "--models", "A", "--quiet"],
    &["--draws", "4", "--set", "pool_ratio=0.5", "--set", "price_response=0", "--quiet"],
    &["--draws", "3", "--replicates", "2", "--threads", "1", "--quiet"],
    &["--draws", "4", "--sampling", "sobol", "--quiet"],
];

fn releases(dir: &Path, counts: &[[u64; 5]]) -> Vec<Told> {
    VARIANTS.iter().map(|more| told(&release(dir, more).1, counts.len())).collect()
}

#[test]
fn releases_of_the_same_counts_hide_the_same_and_tell_no_small_one() {
    let dir = tempfile::tempdir().expect("folder");
    let cases: [(&[[u64; 5]], &[usize]); 4] = [
        // One small.
        (&[[2, 9, 6, 3, 4], [1, 1, 1, 0, 0], [3, 8, 7, 3, 0], [9, 20, 12, 8, 7], [0; 5]], &[1]),
        // Two small.
        (&[[0, 2, 0, 0, 0], [0, 1, 2, 0, 0], [3, 8, 7, 3, 2], [9, 20, 12, 8, 7]], &[0, 1]),
        // No small unit; one person has all refund of one, whose ages all share.
        (&[[6, 9, 6, 3, 4], [1, 0, 0, 20, 9], [9, 20, 12, 8, 7]], &[]),
        // One municipality with some few of an age.
        (&[[16, 43, 24, 9, 1]], &[]),
    ];
    for (counts, hidden) in cases {
        write(dir.path(), "", counts);
        let releases = releases(dir.path(), counts);
        for told in &releases {
            assert_eq!(told.hidden, hidden.iter().copied().collect(), "{counts:?}");
            assert!(!told.figures.is_empty());
        }
        audit(&releases, counts);
    }
}

/// The audit sees what it looks for.
#[test]
fn the_audit_finds_a_count_that_is_told() {
    let dir = tempfile::tempdir().expect("folder");
    let counts = [[1, 1, 1, 0, 0], [3, 8, 7, 3, 5], [9, 20, 12, 8, 7]];
    write(dir.path(), "observed_persons = false", &counts);
    let open = told(&release(dir.path(), VARIANTS[0]).1, 3);
    assert!(open.hidden.is_empty());
    assert!(std::panic::catch_unwind(|| audit(&[open], &counts)).is_err());
    // One person alone, with the number itself hidden only: hours by hours a person give it.
    write(dir.path(), "observed_persons = false", &[[0, 1, 0, 0, 0]]);
    let mut open = told(&release(dir.path(), VARIANTS[0]).1, 1);
    open.equations.clear();
    assert!(std::panic::catch_unwind(|| audit(&[open], &[[0, 1, 0, 0, 0]])).is_err());
}

/// Everything that is written and printed, but for when it was made.
pub type Known = (String, BTreeMap<String, Vec<u8>>, BTreeMap<String, String>, Value);

pub fn known(dir: &Path, more: &[&str]) -> Known {
    let (printed, mut files) = release(dir, more);
    let sheets = files.remove("results.xlsx").map_or_else(BTreeMap::new, |book| workbook(&book));
    let mut about: Value = serde_json::from_slice(&files.remove("run.json").expect("run.json")).unwrap();
    // The list's own hash is of the time, too.
    for apart in ["time", "outputs", "blake3"] {
        about.as_object_mut().unwrap().remove(apart);
    }
    // The hash of the workbook, in which the time stands.
    files.remove("datapackage.json");
    (printed, files, sheets, about)
}

/// Where the whole is of too few, all that is written and printed is the same whoever they are.
#[test]
fn a_municipality_of_few_gives_the_same_files_whatever_they_are() {
    let dir = tempfile::tempdir().expect("folder");
    let more = ["--draws", "4", "--replicates", "2", "--fingerprint"];
    let known = |counts: &[[u64; 5]]| {
        write(dir.path(), "", counts);
        known(dir.path(), &more)
    };
    let one = known(&[[0, 1, 0, 0, 0]]);
    assert!(
        one.0.contains("Alle resultater er skjult") && one.0.contains("observed_persons = false"),
        "{}",
        one.0
    );
    let page = String::from_utf8(one.1["report.html"].clone()).expect("UTF-8");
    assert!(page.contains("Alle resultater er skjult"));
    for other in [[0, 2, 0, 0, 0], [1, 1, 1, 0, 1], [0, 0, 0, 3, 0]] {
        let other = known(&[other]);
        assert!(one.0 == other.0 && one.3 == other.3, "{}\n{}", one.0, other.0);
        assert!(one.1 == other.1 && one.2 == other.2);
    }
    // Two of four, which add up to eight: each is four to whoever knows that they are small.
    let two = known(&[[0, 4, 0, 0, 0], [0, 4, 0, 0, 0]]);
    let other = known(&[[0, 1, 0, 0, 0], [0, 1, 0, 0, 0]]);
    assert!(two == other);
}

#[test]
fn what_would_tell_persons_or_draws_is_refused() {
    let dir = tempfile::tempdir().expect("folder");
    write(dir.path(), "", &[[2, 9, 6, 3, 4], [1, 1, 1, 0, 0], [3, 8, 7, 3, 0]]);
    for what in [
        "trace own.toml --person 1102/bpa/0-17/0",
        "trace own.toml --person 1102/bpa/0-17/1",
        "trace own.toml --person 1101/bpa/80+/9",
        "trace own.toml --pick refund",
        "run own.toml --draws 4 --shard 1/2",
        "run own.toml --draws 4 --keep-draws",
        "cluster slurm own.toml --draws 4 --shards 2",
        "sensitivity own.toml --of recipients_age_0_17:B-zero",
    ] {
        let message = refused(&bpasim(dir.path(), what), 2, &[]);
        assert!(
            !message.chars().any(|c| c.is_ascii_digit() && c != '0' && c != '1' && c != '7'),
            "{message}"
        );
    }
    // A whole of too few has nothing to analyse.
    write(dir.path(), "", &[[0, 1, 1, 0, 0]]);
    for what in [
        "decide own.toml",
        "sensitivity own.toml",
        "scenarios own.toml --grid",
        "calibrate own.toml",
        "run own.toml --precision 0.1",
    ] {
        refused(&bpasim(dir.path(), what), 2, &["skjult", "observed_persons = false"]);
    }
    assert!(!dir.path().join("output").exists());
}

/// On by default for the user's own counts; not for shipped ones, also in a copy, nor where the user says so.
#[test]
fn own_counts_are_real_persons_unless_the_user_says_otherwise() {
    let dir = tempfile::tempdir().expect("folder");
    let few = [[1, 1, 1, 0, 0], [3, 8, 7, 3, 0], [9, 20, 12, 8, 7]];
    let check = |settings: &str| {
        write(dir.path(), settings, &few);
        stdout(&bpasim(dir.path(), "check own.toml")).contains("regnes som virkelige personer")
    };
    assert!(check("") && check("observed_persons = true") && !check("observed_persons = false"));
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/data/oslo_districts.csv");
    fs::copy(shipped, dir.path().join("copy.csv")).expect("copied");
    let scenario = "format = 1\nextends = \"oslo\"\n[scenario]\nunits = \"copy.csv\"\n";
    fs::write(dir.path().join("copy.toml"), scenario).expect("written");
    assert!(!stdout(&bpasim(dir.path(), "check copy.toml")).contains("virkelige personer"));
    stdout(&bpasim(dir.path(), "trace copy.toml --pick refund"));
    // One number in it changed, and it is the user's.
    let text = fs::read_to_string(shipped).expect("read");
    let (head, last) = text.trim_end().rsplit_once(',').expect("a table");
    let last: u64 = last.parse().expect("a number");
    fs::write(dir.path().join("copy.csv"), format!("{head},{}\n", last + 1)).expect("written");
    assert!(stdout(&bpasim(dir.path(), "check copy.toml")).contains("virkelige personer"));
}

/// The hash of a table with hidden counts is told nowhere: its few possible contents could be tried.
#[test]
fn a_table_with_hidden_counts_has_no_hash() {
    let dir = tempfile::tempdir().expect("folder");
    write(dir.path(), "", &[[16, 43, 24, 9, 1]]);
    let (_, files) = release(dir.path(), VARIANTS[0]);
    let hash = blake3::hash(&fs::read(dir.path().join("own.csv")).expect("table")).to_hex().to_string();
    for (name, content) in &files {
        let text = String::from_utf8_lossy(content);
        assert!(!text.contains(&hash[..16]), "{name}");
    }
    let texts = workbook(&files["results.xlsx"]);
    assert!(texts.values().all(|text| !text.contains(&hash[..16])));
    // Two runs of it can be compared all the same.
    let run = "run own.toml --draws 4 --years 3 --quiet --no-report --out";
    stdout(&bpasim(dir.path(), &format!("{run} a")));
    stdout(&bpasim(dir.path(), &format!("{run} b --set price_response=0.3")));
    stdout(&bpasim(dir.path(), "compare a b"));
}
