//! The budget officer's workbook: long sheets to filter and pivot, sums that follow from them, and few sheets.

use crate::program::{bpasim, stdout};
use crate::readers::sheets;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Most sheets that anybody looks through.
const MOST: usize = 20;

type Rows = Vec<Vec<String>>;

/// The place of a column whose head begins so.
#[track_caller]
fn column(rows: &Rows, head: &str) -> usize {
    rows[0].iter().position(|own| own.starts_with(head)).unwrap_or_else(|| panic!("{head}: {:?}", rows[0]))
}

fn number(cell: &str) -> f64 {
    cell.parse().unwrap_or_else(|_| panic!("{cell}"))
}

/// The rows of a table of the run.
fn table(dir: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(dir.join("ut").join(name)).expect(name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn the_budget_officers_workbook_adds_up() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 3 --years 8 --quiet --csv nb --out ut"));
    let book = sheets(&dir.join("ut/results.xlsx"));
    assert!(book.len() <= MOST, "{:?}", book.keys());
    let told: Vec<&String> = book["Innhold"][1..].iter().map(|row| &row[0]).collect();
    assert!(
        book.keys().filter(|name| !["Om", "Innhold"].contains(&name.as_str())).all(|n| told.contains(&n))
    );

    // Every sum is that of its rows, and with what is left out the state's net of the report.
    let (items, sums) = (&book["Statsbudsjettet"], &book["Statsbudsjettet sum"]);
    let [line, year, model, view, change] =
        ["Linje", "År", "Modell", "Føring", "Endring fra"].map(|head| column(items, head));
    let [inside, outside, all, net, check] =
        ["Sum av postene", "Holdt utenfor", "Staten i alt", "Statens netto i", "Avvik"]
            .map(|head| column(sums, head));
    for row in &sums[1..] {
        let added = |kind: &str| -> f64 {
            let own = items[1..].iter().filter(|item| {
                item[line] == kind && item[model] == row[0] && item[year] == row[1] && item[view] == row[2]
            });
            own.map(|item| number(&item[change])).sum()
        };
        assert!((number(&row[inside]) - added("post")).abs() < 1e-3, "{row:?}");
        assert!((number(&row[outside]) - added("utenfor summen")).abs() < 1e-3, "{row:?}");
        // Lines and net are whole kroner each.
        assert!(
            (number(&row[all]) - number(&row[net])).abs() < 0.02 && number(&row[check]).abs() < 0.02,
            "{row:?}"
        );
    }
    assert_eq!(sums.len() - 1, 5 * 8 * 2, "models, years, views");
    let text = fs::read(dir.join("ut/results.xlsx")).expect("workbook");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(text)).expect("a zip");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet4.xml").expect("sheet"), &mut xml)
        .expect("UTF-8");
    assert!(xml.contains("<f>SUMIFS(") && xml.contains("<autoFilter"), "sums are formulas");

    // Municipalities add up to the country, in nominal kroner too.
    let units = &book["Kommuner"];
    let [model, year, change] =
        ["Modell", "År", "Endring i netto i alt (tusen løpende"].map(|head| column(units, head));
    assert!(units[0].iter().any(|head| head.contains("illustrasjon")));
    assert_eq!(units.len() - 1, 357 * 4 * 8);
    // Kroner per inhabitant beside them, as the files have them; no column is nearly empty.
    let [id, inhabitants, each, net] = [
        "Nummer",
        "Innbyggere",
        "Netto for BPA før uttrekk (2026-kroner per",
        "Netto for BPA før uttrekk (tusen 2026",
    ]
    .map(|head| column(units, head));
    let oslo = units[1..].iter().find(|row| row[id] == "0301").expect("Oslo");
    let of = number(&oslo[net]) * 1e3 / number(&oslo[inhabitants]);
    assert!((of - number(&oslo[each])).abs() <= 0.51, "{of} {oslo:?}");
    assert!(oslo.last().expect("a mark").contains("620 var kjent i 2022"), "{oslo:?}");
    for place in 0..units[0].len() {
        let filled = units[1..].iter().filter(|row| !row[place].is_empty()).count();
        assert!(2 * filled > units.len(), "{}", units[0][place]);
    }
    let rows = units[1..].iter().filter(|row| row[model] == "Modell A" && row[year] == "2029");
    let added: f64 = rows.map(|row| number(&row[change])).sum();
    let summary = table(dir, "summary.csv");
    let country = summary.iter().find(|row| {
        row["outcome"] == "municipality_net"
            && row["model"] == "A"
            && row["year"] == "2029"
            && row["basis"] == "nominal"
            && row["statistic_of"] == "difference_to_zero"
    });
    let country = number(&country.expect("a line")["mean"]) / 1e3;
    assert!((added - country).abs() < 357.0, "{added} {country}");

    // A change of terms for everybody is paid a year after it is earned, as the refund is.
    let budget = table(dir, "budget.csv");
    let whole = |year: &str, view: &str| -> f64 {
        let own = budget.iter().find(|row| {
            row["chapter"] == "575"
                && row["item"] == "60"
                && row["line"] == "item"
                && row["model"] == "B-scheme"
                && row["year"] == year
                && row["view"] == view
        });
        number(&own.expect("a line")["change"])
    };
    assert_eq!(whole("2028", "cash"), 0.0);
    assert!(
        whole("2028", "accrual") > 1e9 && (whole("2029", "cash") - whole("2028", "accrual")).abs() < 10.0
    );
    // What can't be placed is left out, with the reason; nothing is to be checked by the reader.
    let outside = budget.iter().filter(|row| row["line"] == "outside");
    assert!(outside.clone().count() > 0 && outside.clone().all(|row| !row["remark"].is_empty()));
    let counted = budget.iter().filter(|row| row["line"] == "item");
    assert!(
        counted.clone().all(|row| row["chapter"] == "ny" || row["item"] == "ny" || !row["source"].is_empty())
    );
    let twice = |row: &&BTreeMap<String, String>| row["remark"] == "double_payment";
    assert!(budget.iter().filter(twice).all(|row| row["model"] == "B" && row["year"] == "2028"));
    assert!(budget.iter().any(|row| twice(&row)));

    let norwegian = fs::read_to_string(dir.join("ut/budget.nb.csv")).expect("budget.nb.csv");
    assert!(
        norwegian.starts_with("\u{feff}kapittel;post;navn;") && norwegian.contains(";når pengene betales;")
    );
    let ledger = fs::read_to_string(dir.join("ut/ledger.nb.csv")).expect("ledger.nb.csv");
    assert!(
        ledger.contains(";Kommunene;") && ledger.contains("Nullalternativet;2024;år;"),
        "words for codes"
    );
    let longest = ledger.lines().flat_map(|line| line.split(';')).filter(|cell| cell.parse::<f64>().is_ok());
    assert!(longest.map(str::len).max().is_some_and(|digits| digits <= 14), "no digits that nobody reads");
}

/// Formats with conditions are read otherwise by other spreadsheets than the one they were written for: negative numbers lost
/// their sign. One plain format a column is the same everywhere.
#[test]
fn every_column_has_one_plain_number_format() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 3 --years 8 --quiet --out ut"));
    let bytes = fs::read(dir.join("ut/results.xlsx")).expect("workbook");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut part = |name: &str| {
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name).expect(name), &mut xml).expect("UTF-8");
        xml
    };
    let styles = part("xl/styles.xml");
    let formats: Vec<&str> =
        styles.split("formatCode=\"").skip(1).filter_map(|x| x.split('"').next()).collect();
    assert!(formats.contains(&"#,##0.0"), "{formats:?}");
    for format in formats {
        let decimals = format.strip_prefix("#,##0.").is_some_and(|rest| ["0", "00"].contains(&rest));
        assert!(["@", "0", "#,##0", "General"].contains(&format) || decimals, "{format}");
    }
    // Every cell below the head has the look of its column.
    for number in 3..=20 {
        let sheet = part(&format!("xl/worksheets/sheet{number}.xml"));
        let mut looks: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for cell in sheet.split("<c r=\"").skip(1) {
            let (name, rest) = cell.split_once('"').expect("a name");
            let column = name.trim_end_matches(|c: char| c.is_ascii_digit());
            if name == format!("{column}1") || !rest.starts_with(" s=\"") {
                continue;
            }
            let look = rest[4..].split('"').next().expect("a look");
            let own = looks.entry(column.to_string()).or_default();
            if !own.contains(&look) {
                own.push(look);
            }
        }
        assert!(looks.values().all(|own| own.len() == 1), "sheet {number}: {looks:?}");
    }
}

/// A municipality, a group of them or a year whose withdrawal exceeds its relief is told of.
#[test]
fn a_withdrawal_beyond_the_relief_is_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run variants --models A,A-criteria --draws 3 --years 8 --quiet --out ut"));
    let page = fs::read_to_string(dir.join("ut/report.html")).expect("page");
    let table = |id: &str| -> &str {
        let start = page.find(&format!("<table id=\"table-{id}\">")).expect(id);
        &page[start..start + page[start..].find("</table>").expect("its end")]
    };
    for id in ["groups", "municipalities"] {
        let told = "A, etter kriterier: trekket er større enn lettelsen";
        assert!(table(id).contains(told) && !table(id).contains("Modell A: trekket"), "{id}");
    }
    let units = &sheets(&dir.join("ut/results.xlsx"))["Kommuner"];
    let [model, uncovered] = ["Modell", "Uttrekk utover lettelsen"].map(|head| column(units, head));
    let with =
        |name: &str| units[1..].iter().filter(|r| r[model] == name && number(&r[uncovered]) > 0.0).count();
    assert!(with("A, etter kriterier") > 100);
    assert_eq!(with("Nullalternativet"), 0);
}
