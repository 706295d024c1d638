//! Two runs compared, end to end: how the differences between models moved, on screen, as a page with a figure, and as files.

use crate::program::{bpasim, command, stdout};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

fn csv_rows(text: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text);
    let head = reader.headers().expect("head").clone();
    let named =
        |row: csv::StringRecord| head.iter().zip(row.iter()).map(|(h, c)| (h.into(), c.into())).collect();
    reader.records().map(|row| named(row.expect("row"))).collect()
}

#[test]
fn a_comparison_tells_how_the_differences_between_models_moved() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 12 --years 8 --models A,B --quiet --no-report --out";
    stdout(&bpasim(dir, &format!("{run} r")));
    stdout(&bpasim(dir, &format!("{run} s --set financing.B.refund.rate=0.95 --set price_response=0.2")));
    let told = stdout(&bpasim(dir, "compare r s --out c")).replace('\u{a0}', " ");
    assert!(told.contains("Hvordan forskjellene mellom modellene flyttet seg"), "{told}");
    assert!(
        told.contains("B – bare BPA minus") && told.contains("Modell A minus") && told.contains("endring"),
        "{told}"
    );

    // The names of assumptions stand whole.
    for narrow in ["80", "100"] {
        let mut own = command();
        own.current_dir(dir).args(["compare", "r", "s"]).env("COLUMNS", narrow);
        let told = stdout(&own.output().expect("started"));
        assert!(told.contains("price_response") && told.contains("financing.B.refund.rate"), "{told}");
    }

    let file = |name: &str| fs::read(dir.join("c").join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let page = String::from_utf8(file("compare.html")).expect("UTF-8");
    assert!(page.contains("moved-figure") && page.contains("<svg"), "the page has a figure");
    assert!(!file("figures/moved-figure.svg").is_empty());

    // The table: a difference is the level less that of the zero alternative, in each run; the change is the second less the
    // first, and its steps add up to it.
    let rows = csv_rows(&file("compare.csv"));
    let mean = |model: &str, of: &str, part: &str| -> f64 {
        let fits = |row: &&BTreeMap<String, String>| {
            row["outcome"] == "state_net"
                && row["model"] == model
                && row["statistic_of"] == of
                && row["part"] == part
        };
        let row = rows.iter().find(fits).unwrap_or_else(|| panic!("{model} {of} {part}"));
        row["mean"].parse().expect("a number")
    };
    let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{a} is not {b}");
    for model in ["A", "B"] {
        for part in ["first", "second"] {
            let levels = mean(model, "level", part) - mean("zero", "level", part);
            near(mean(model, "difference_to_zero", part), levels);
        }
        let of = |part: &str| mean(model, "difference_to_zero", part);
        near(of("change"), of("second") - of("first"));
        near(of("change"), of("price_response") + of("financing.B.refund.rate"));
    }
    assert!(mean("B", "difference_to_zero", "change") > 0.0, "a higher refund costs the state more");
    let all = |row: &BTreeMap<String, String>| !row["p05"].is_empty() && !row["p95"].is_empty();
    assert!(rows.iter().all(all), "every number has its interval");

    let json: Value = serde_json::from_slice(&file("compare.json")).expect("JSON");
    let differences = json["differences"].as_array().expect("differences");
    let own = differences.iter().find(|d| d["outcome"] == "state_net" && d["model"] == "B").expect("B");
    assert_eq!(own["minus"], "zero");
    near(own["difference"]["mean"].as_f64().expect("a number"), mean("B", "difference_to_zero", "change"));
}

/// A row of the tables as text: its numbers without intervals, in units of the last digit that any of them has.
fn numbers(line: &str) -> Option<Vec<i64>> {
    let cells: Vec<&str> = line.split("<td").skip(1).collect();
    let text = |cell: &str| {
        let inside = &cell[cell.find('>')? + 1..];
        let bare: String =
            inside.split("<").next()?.chars().filter(|c| *c != '\u{a0}' && *c != '+').collect();
        Some(bare.replace('\u{2212}', "-"))
    };
    let texts: Vec<String> = cells.into_iter().filter_map(text).collect();
    let decimals = texts.iter().map(|t| t.split_once(',').map_or(0, |(_, rest)| rest.len())).max()?;
    let number = |t: &String| {
        let x: f64 = t.replace(',', ".").parse().ok()?;
        Some((x * 10_f64.powi(decimals as i32)).round() as i64)
    };
    texts.iter().map(number).collect()
}

/// The tables do not contradict themselves: the second is the first and the change, and the change its steps, but for what
/// rounding one by one does to the last digit; and what is worked out on fewer draws than the runs have says so.
#[test]
fn rows_of_a_comparison_add_up_as_they_are_read() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let run = "run oslo --draws 32 --years 8 --models A,B --quiet --no-report --out";
    stdout(&bpasim(dir, &format!("{run} r")));
    stdout(&bpasim(dir, &format!("{run} s --set bpa_hour_cost=520 --set price_response=0.1")));
    let told = stdout(&bpasim(dir, "compare r s --draws 16 --out c"));
    assert!(told.contains("første, 16 trekn.") && told.contains("--draws 32"), "{told}");
    assert!(told.contains("Kjøringene selv har 32 og 32"), "{told}");
    assert!(!stdout(&bpasim(dir, "compare r s")).contains("Kjøringene selv har"));
    let page = fs::read_to_string(dir.join("c/compare.html")).expect("page");
    let mut rows = 0;
    for id in ["moved", "bridge"] {
        let start = page.find(&format!("<table id=\"table-{id}\">")).expect(id);
        let table = &page[start..start + page[start..].find("</table>").expect("its end")];
        for line in table.split("<tr").skip(2) {
            let Some(row) = numbers(line) else { continue };
            let (Some(first), Some(second), Some(change)) = (row.first(), row.get(1), row.get(2)) else {
                continue;
            };
            rows += 1;
            // A unit of the last digit that the row has: noughts at the end may be no digits.
            let unit =
                (0..9).map(|n| 10_i64.pow(n)).take_while(|unit| row.iter().all(|x| x % unit == 0)).last();
            let unit = unit.unwrap_or(1);
            assert!((first + change - second).abs() <= unit, "{id}: {line}");
            let steps: i64 = row.iter().skip(3).sum();
            assert!(row.len() == 3 || (steps - change).abs() <= 2 * unit, "{id}: {line}");
        }
    }
    assert!(rows > 60, "{rows}");
}
