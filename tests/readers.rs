//! What programs that read the files rely on: kept draws with their parameters, units of the workbook, descriptions of columns,
//! numbers to the last digit.

use crate::program::{bpasim, refused, stdout};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The rows of a table of every chunk of kept draws.
fn rows(draws: &Path, table: &str) -> Vec<Row> {
    let mut chunks: Vec<_> = fs::read_dir(draws).expect("draws").map(|e| e.expect("entry").path()).collect();
    chunks.retain(|path| path.is_dir());
    chunks.sort();
    let read = |path: &Path| {
        let file =
            SerializedFileReader::new(fs::File::open(path.join(table)).expect("table")).expect("Parquet");
        file.get_row_iter(None).expect("rows").map(|row| row.expect("row")).collect::<Vec<_>>()
    };
    chunks.iter().flat_map(|chunk| read(chunk)).collect()
}

fn cell<'r>(row: &'r Row, column: &str) -> &'r Field {
    row.get_column_iter().find(|(name, _)| *name == column).map(|(_, field)| field).expect("column")
}

fn text(row: &Row, column: &str) -> String {
    match cell(row, column) {
        Field::Str(text) => text.clone(),
        other => panic!("{column}: {other}"),
    }
}

fn whole(row: &Row, column: &str) -> i32 {
    match cell(row, column) {
        Field::Int(n) => *n,
        other => panic!("{column}: {other}"),
    }
}

fn number(row: &Row, column: &str) -> f64 {
    match cell(row, column) {
        Field::Double(x) => *x,
        other => panic!("{column}: {other}"),
    }
}

fn csv_rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).expect("table");
    let head = reader.headers().expect("head").clone();
    let named =
        |row: csv::StringRecord| head.iter().zip(row.iter()).map(|(h, c)| (h.into(), c.into())).collect();
    reader.records().map(|row| named(row.expect("row"))).collect()
}

/// Parameters joined with outcomes by draw: their means are those of `parameters.csv`, money is carried to the base year by one
/// index of wages, and the price of assistance explains what it costs.
#[test]
fn kept_draws_hold_their_parameters() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "--years 2 --draws 128 --models zero,B --quiet --no-report";
    stdout(&bpasim(dir, &format!("run oslo {run} --keep-draws --out r")));
    let parameters = rows(&dir.join("r-draws"), "parameters.parquet");
    let mut drawn: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for row in &parameters {
        let own = drawn.entry(text(row, "id")).or_default();
        assert_eq!(usize::try_from(whole(row, "draw")), Ok(own.len()), "draws in order, each once");
        own.push((number(row, "drawn"), number(row, "used")));
    }
    let mut compared = 0;
    for line in csv_rows(&dir.join("r/parameters.csv")).iter().filter(|line| !line["drawn_mean"].is_empty()) {
        let own = &drawn[&line["id"]];
        assert_eq!(own.len(), 128, "{}", line["id"]);
        let mean: f64 = line["drawn_mean"].parse().expect("number");
        let found = own.iter().map(|(drawn, _)| drawn).sum::<f64>() / 128.0;
        assert!((found - mean).abs() <= 1e-9 * mean.abs().max(1.0), "{}: {found}, {mean}", line["id"]);
        let money = line["unit"].starts_with("NOK") && !line["unit"].starts_with("NOK per NOK");
        let moved = own.iter().any(|(drawn, used)| drawn != used);
        let other_year = !line["year"].is_empty() && line["year"] != "2022";
        assert!(!moved || money && other_year, "{} is used as drawn", line["id"]);
        compared += 1;
    }
    assert_eq!(compared, drawn.len());
    // The same cost index for all amounts of one year.
    let index = |id: &str| drawn[id].iter().map(|(drawn, used)| drawn / used).collect::<Vec<_>>();
    assert!(index("bpa_hour_cost").iter().all(|x| *x > 1.0), "kroner of 2024 are more than those of 2022");

    // By draw: what an hour costs against what all hours cost.
    let outcome = |id: &str| -> BTreeMap<i32, f64> {
        let own = rows(&dir.join("r-draws"), "draws.parquet").into_iter().filter(|row| {
            text(row, "outcome") == id
                && text(row, "model") == "zero"
                && matches!(cell(row, "year"), Field::Int(2022))
        });
        own.map(|row| (whole(&row, "draw"), number(&row, "value"))).collect()
    };
    let (cost, hours) = (outcome("bpa_cost"), outcome("delivered_hours"));
    let per_hour: Vec<f64> = (0..128).map(|draw| cost[&draw] / hours[&draw]).collect();
    let price: Vec<f64> = drawn["bpa_hour_cost"].iter().map(|(_, used)| *used).collect();
    let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
    let (mx, my) = (mean(&price), mean(&per_hour));
    let product: f64 = price.iter().zip(&per_hour).map(|(x, y)| (x - mx) * (y - my)).sum();
    let squares = |list: &[f64], mean: f64| list.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    let slope = product / squares(&price, mx);
    let r2 = product * product / squares(&price, mx) / squares(&per_hour, my);
    assert!((slope - 1.0).abs() < 0.1 && r2 > 0.95, "slope {slope}, R² {r2}");

    // In slices, and in one: the same parameters, listed and described.
    for slice in ["1/2", "2/2"] {
        stdout(&bpasim(
            dir,
            &format!("run oslo {} --shard {slice} --out s{}", run.replace("--no-report", ""), &slice[..1]),
        ));
    }
    let told = |rows: Vec<Row>| rows.iter().map(|row| row.to_string()).collect::<Vec<_>>();
    let slices = [rows(&dir.join("s1"), "parameters.parquet"), rows(&dir.join("s2"), "parameters.parquet")];
    assert_eq!(told(slices.concat()), told(parameters));
    for folder in ["r-draws", "s1"] {
        let json = |name: &str| -> Value {
            serde_json::from_slice(&fs::read(dir.join(folder).join(name)).expect(name)).expect("JSON")
        };
        let package = json("datapackage.json");
        let resources = package["resources"].as_array().expect("resources");
        let own = resources.iter().find(|r| r["name"] == "parameters").expect("described");
        let fields: Vec<&Value> =
            own["schema"]["fields"].as_array().expect("fields").iter().map(|f| &f["name"]).collect();
        assert_eq!(fields, ["draw", "id", "drawn", "used"]);
        let listed = json("run.json")["outputs"].as_object().expect("outputs").clone();
        assert!(listed.contains_key("datapackage.json"));
        for path in own["path"].as_array().expect("paths") {
            assert!(listed.contains_key(path.as_str().expect("path")), "{path}");
        }
        stdout(&bpasim(dir, &format!("verify {folder}")));
    }
}

/// The sheets of a workbook: rows of cells as text.
pub fn sheets(path: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut book = zip::ZipArchive::new(fs::File::open(path).expect("workbook")).expect("a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
        text
    };
    let plain = |text: &str| text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
    let strings: Vec<String> = part("xl/sharedStrings.xml")
        .split("<si>")
        .skip(1)
        .map(|s| plain(s.split('>').nth(1).and_then(|s| s.split('<').next()).unwrap_or_default()))
        .collect();
    let names: Vec<String> = part("xl/workbook.xml")
        .split("<sheet name=\"")
        .skip(1)
        .map(|s| plain(s.split('"').next().unwrap_or_default()))
        .collect();
    let mut sheets = BTreeMap::new();
    for (n, name) in (1..).zip(names) {
        let cell = |c: &str| {
            let text = c.split("<v>").nth(1).and_then(|v| v.split('<').next()).unwrap_or_default();
            match c.contains("t=\"s\"") {
                true => strings[text.parse::<usize>().expect("place")].clone(),
                false => text.to_string(),
            }
        };
        // A cell names its place, since empty ones may be left out: r="AB12".
        let place = |c: &str| {
            let name = c.split("r=\"").nth(1).expect("a place");
            let letters = name.bytes().take_while(u8::is_ascii_uppercase);
            letters.fold(0, |place, letter| place * 26 + usize::from(letter - b'A') + 1) - 1
        };
        let row = |row: &str| {
            let mut cells: Vec<String> = Vec::new();
            for c in row.split("<c ").skip(1) {
                cells.resize(place(c), String::new());
                cells.push(cell(c));
            }
            cells
        };
        let xml = part(&format!("xl/worksheets/sheet{n}.xml"));
        let mut rows: Vec<Vec<String>> = xml.split("<row ").skip(1).map(row).collect();
        let wide = rows.first().map_or(0, Vec::len);
        rows.iter_mut().filter(|row| row.len() < wide).for_each(|row| row.resize(wide, String::new()));
        sheets.insert(name, rows);
    }
    sheets
}

/// Checks that a head of a sheet starts so, and that rows that start so have this unit. The first rows of sheets have heads.
#[track_caller]
pub fn assert_units(book: &BTreeMap<String, Vec<Vec<String>>>, wanted: &[(&str, &str, &str)]) {
    for (sheet, start, unit) in wanted {
        let rows = book.get(*sheet).unwrap_or_else(|| panic!("{sheet}: {:?}", book.keys()));
        let head = rows[0].iter().any(|head| head.starts_with(start) && head.ends_with(&format!("({unit})")));
        let at = rows[0].iter().position(|head| head == "Enhet");
        let mut own =
            rows[1..].iter().filter(|row| row.iter().any(|cell| cell.starts_with(start))).peekable();
        let rows_have = own.peek().is_some() && own.all(|row| at.is_some_and(|at| row[at] == *unit));
        assert!(head || rows_have, "{sheet}, {start}, {unit}: {:?}", rows[0]);
    }
}

/// Every number of a workbook is told a unit, beside it or in the head of its column, and the right one.
#[test]
fn every_column_of_the_workbook_has_its_unit() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --years 6 --draws 6 --quiet --out r"));
    let book = sheets(&dir.join("r/results.xlsx"));
    let units = |sheet: &str| -> Vec<(String, String)> {
        let rows = book.get(sheet).unwrap_or_else(|| panic!("{sheet}"));
        let at = rows[0]
            .iter()
            .position(|head| head == "Enhet")
            .unwrap_or_else(|| panic!("{sheet}: {:?}", rows[0]));
        let name = rows[0].iter().position(|head| head != "Gruppe").expect("a name");
        rows[1..].iter().map(|row| (row[name].clone(), row[at].clone())).collect()
    };
    let unit = |sheet: &str, row: &str| {
        let found = units(sheet).into_iter().find(|(name, _)| name.starts_with(row));
        found.unwrap_or_else(|| panic!("{sheet}: {row}")).1
    };
    assert_eq!(unit("Hovedresultater", "Personer med BPA"), "personer");
    assert_eq!(unit("Hovedresultater", "Kostnad for samfunnet"), "mill. 2026-kroner, nåverdi i 2024");
    assert_eq!(unit("Forskjeller", "Statens netto"), "mill. 2026-kroner");
    assert_eq!(unit("Utvikling per år", "Leverte BPA-timer"), "tusen timer i året");
    assert_eq!(unit("Validering", "Andel av personer med BPA, 0–17"), "prosent");
    for (sheet, heads) in [
        (
            "Kommuner",
            &[
                "Endring i netto i alt (tusen 2026-kroner, illustrasjon)",
                "Uttrekk i rammetilskuddet (tusen løpende kroner, illustrasjon)",
            ][..],
        ),
        (
            "Statsbudsjettet",
            &["Nivå (tusen løpende kroner)", "Endring fra nullalternativet (tusen løpende kroner)"],
        ),
        ("Statsbudsjettet sum", &["Sum av postene, endring (tusen løpende kroner)"]),
        ("Hovedbok", &["Når pengene betales (mill. løpende kroner)"]),
        (
            "Kommunegrupper",
            &[
                "B – bare BPA: endring per innbygger (2026-kroner)",
                "Brukere per 10 000 innbyggere, nullalternativet",
            ],
        ),
    ] {
        for head in heads {
            assert!(book[sheet][0].iter().any(|own| own == head), "{head}: {:?}", book[sheet][0]);
        }
    }
    // Sheets whose columns are of words, counts or have units in their heads.
    let known = [
        "Om",
        "Innhold",
        "Status",
        "Data",
        "Statsbudsjettet",
        "Statsbudsjettet sum",
        "Hovedbok",
        "Kommuner",
        "Kommunegrupper",
        "KOSTRA-grupper",
        "Ikke-prissatte",
        "Uttrekk over tid",
    ];
    for sheet in book.keys().filter(|sheet| !known.contains(&sheet.as_str())) {
        for (row, unit) in units(sheet) {
            let words = unit.is_empty();
            // A choice among words, or what the program does not work out.
            assert!(!words || row.starts_with("Ikke regnet"), "{sheet}: {row}");
        }
    }
}

/// A table with text that a spreadsheet would take for a formula says so; the Norwegian flavour has an apostrophe.
#[test]
fn text_like_formulas_is_told_and_not_changed() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let own = "format = 1\nextends = \"oslo\"\n[scenario]\nname = \"own\"\n\
               [parameters.price_response]\nvalue = 0.2\nsource = \"=1+1\"\n";
    fs::write(dir.join("own.toml"), own).expect("written");
    let run = "--draws 2 --years 2 --no-report --csv nb --quiet";
    stdout(&bpasim(dir, &format!("run own.toml {run} --out r")));
    let package: Value =
        serde_json::from_slice(&fs::read(dir.join("r/datapackage.json")).expect("file")).expect("JSON");
    let described = |file: &str, column: &str| {
        let resources = package["resources"].as_array().expect("resources");
        let own = resources.iter().find(|r| r["path"] == file).expect(file);
        let fields = own["schema"]["fields"].as_array().expect("fields");
        fields.iter().find(|f| f["name"] == column).expect(column)["description"].to_string()
    };
    assert!(described("parameters.csv", "source").contains("begin with + - = or @"));
    assert!(!described("parameters.csv", "status").contains("begin with"));
    assert!(!described("parameters.nb.csv", "kilde").contains("begin with"));
    let text = |name: &str| fs::read_to_string(dir.join("r").join(name)).expect("file");
    assert!(text("parameters.csv").contains(",=1+1,") && text("parameters.nb.csv").contains(";'=1+1;"));
}

/// A file of alternatives with mistakes is told of by line and in the user's language, like a scenario.
#[test]
fn mistakes_in_a_list_of_alternatives_are_told_by_line() {
    let place = tempfile::tempdir().expect("folder");
    let one = "[[alternative]]\nid = \"a\"\n";
    let title = "title = { nb = \"a\", nn = \"a\", en = \"a\" }\n";
    for (text, words) in [
        (format!("{one}title = «a»\n"), &["x.toml:3", "anførselstegn"][..]),
        (format!("{one}{title}sett = [\"price_response=0\"]\n"), &["x.toml:4", "alternative.sett", "«set»"]),
        (format!("{one}{title}set = 3\n"), &["x.toml:4", "alternative.set", "3"]),
        (format!("[[alternative]]\n{title}"), &["x.toml:1", "alternative.id", "mangler"]),
        (format!("{one}{title}without = \"all\"\n"), &["x.toml:4", "commissioned"]),
        ("a = 1\n".into(), &["x.toml:1", "«a»", "alternative"]),
        (String::new(), &["x.toml", "alternative", "mangler"]),
        ("[[alternative\n".into(), &["x.toml:1"]),
        (format!("{one}{title}set = [\"a\u{1b}b\"]\n"), &["x.toml:4"]),
    ] {
        fs::write(place.path().join("x.toml"), &text).expect("written");
        let told = refused(&bpasim(place.path(), "scenarios oslo --alternatives x.toml"), 2, &[]);
        for word in words {
            assert!(told.contains(word) || *word == "«a»", "«{word}» is not in: {told}");
        }
        for english in ["expected", "invalid", "missing", "unknown field"] {
            assert!(!told.contains(english), "{told}");
        }
    }
}

/// A number written to a file is read back as the same number: `report` would else tell another last digit.
#[test]
fn numbers_are_read_to_the_last_digit() {
    let mut state = 1_u64;
    for _ in 0..100_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let x = (state >> 11) as f64 / 9_007_199_254_740_992.0 * 1e9;
        let read: f64 = serde_json::from_str(&serde_json::to_string(&x).expect("JSON")).expect("number");
        assert_eq!(x.to_bits(), read.to_bits(), "{x}");
    }
}

/// That a run is of a part of the country stands in its report and workbook.
#[test]
fn a_part_of_the_country_is_told_in_the_report() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run oslo --years 2 --draws 2 --quiet --out oslo"));
    let page = fs::read_to_string(dir.join("oslo/report.html")).expect("page");
    let told = "Enhetene er 12,95 prosent av landets";
    assert!(page.contains(told));
    assert!(sheets(&dir.join("oslo/results.xlsx"))["Om"].iter().any(|row| row[1].starts_with(told)));
    stdout(&bpasim(dir, "run national --years 1 --draws 1 --quiet --out n"));
    assert!(!fs::read_to_string(dir.join("n/report.html")).expect("page").contains("Enhetene er"));
}
