//! A number looked up on screen, in the report, in the workbook and in the files is the same number.

use crate::program::{bpasim, stdout};
use crate::readers::sheets;
use std::collections::BTreeMap;
use std::path::Path;

/// A figure as read: its name, and a text a column («5 300 [4 600; 6 100]»).
type Shown = BTreeMap<(String, usize), Vec<String>>;

/// The figures of a table of the report.
fn on_page(page: &str, id: &str) -> Shown {
    let start = page.find(&format!("<table id=\"table-{id}\">")).expect("the table");
    let table = &page[start..start + page[start..].find("</table>").expect("its end")];
    let mut shown = Shown::new();
    for row in table.split("<th scope=\"row\">").skip(1) {
        let name = row.split(['<']).next().unwrap_or_default().to_string();
        let text = |cell: &str| {
            let cell = cell.split("</td>").next().unwrap_or_default().replace("<small>", " ");
            cell.replace("</small>", "").replace("&lt;", "<").replace("&gt;", ">")
        };
        let columns = row.split("<td>").skip(1).map(text).collect();
        let again = usize::from(shown.contains_key(&(name.clone(), 0)));
        shown.insert((name, again), columns);
    }
    shown
}

/// What a figure shows as a sheet holds it: the number, the ends of its interval, and the direction of a difference.
fn as_held(shown: &str) -> Vec<String> {
    let text = shown.replace(['\u{a0}', '+'], "").replace('\u{2212}', "-").replace(',', ".");
    let (mean, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let number = |text: &str| text.parse::<f64>().map_or_else(|_| text.to_string(), |x| x.to_string());
    let (interval, direction) = rest.split_once(']').unwrap_or(("", rest));
    let ends = interval.trim_start_matches('[').split(';').filter(|end| !end.is_empty());
    let mut held: Vec<String> = std::iter::once(mean).chain(ends).map(number).collect();
    let words = shown.split_once(']').map_or("", |(_, words)| words.trim());
    held.extend((!direction.trim().is_empty()).then(|| words.to_string()));
    held
}

/// The figures of a sheet of the workbook: what each column of the table holds.
fn in_workbook(path: &Path, sheet: &str) -> BTreeMap<(String, usize), Vec<Vec<String>>> {
    let rows = &sheets(path)[sheet];
    let place = |head: &str| rows[0].iter().position(|h| h == head).expect("a column");
    let (name, first, last) = (place("Størrelse"), place("Enhet") + 1, place("Merknad"));
    let starts: Vec<usize> = (first..last).filter(|i| !rows[0][*i].contains(", ")).chain([last]).collect();
    let mut shown = BTreeMap::new();
    for row in &rows[1..] {
        let again = usize::from(shown.contains_key(&(row[name].clone(), 0)));
        let columns = starts
            .windows(2)
            .map(|ends| row[ends[0]..ends[1]].iter().filter(|cell| !cell.is_empty()).cloned().collect());
        shown.insert((row[name].clone(), again), columns.collect());
    }
    shown
}

fn run(dir: &Path, arguments: &str) -> String {
    stdout(&bpasim(dir, &format!("run {arguments} --out ut --force")))
}

#[test]
fn a_figure_is_the_same_in_the_report_and_in_the_workbook() {
    let dir = tempfile::tempdir().expect("folder");
    run(dir.path(), "oslo --draws 12 --years 8");
    let page = std::fs::read_to_string(dir.path().join("ut/report.html")).expect("report.html");
    let mut levels = Shown::new();
    for (id, sheet) in [("main", "Hovedresultater"), ("main-differences", "Forskjeller")] {
        let (page, book) = (on_page(&page, id), in_workbook(&dir.path().join("ut/results.xlsx"), sheet));
        assert!(page.len() >= 16, "{id}: {page:?}");
        for (figure, columns) in &page {
            let held: Vec<Vec<String>> = columns.iter().map(|column| as_held(column)).collect();
            assert_eq!(book.get(figure), Some(&held), "{figure:?} in the workbook");
        }
        levels.extend(page.into_iter().filter(|_| id == "main"));
    }
    // The files hold the full number, of which the shown one is the rounded.
    let summary = std::fs::read_to_string(dir.path().join("ut/summary.csv")).expect("summary.csv");
    let line = |start: &str| {
        let line = summary.lines().find(|l| l.starts_with(start)).expect(start);
        let number = |i: usize| line.split(',').nth(i).and_then(|s| s.parse::<f64>().ok()).expect("a number");
        (number(7), number(9))
    };
    for (start, name, unit) in [
        ("state_net,NOK,B,2029,year,fixed,level,", "Statens netto", 1e6),
        ("delivered_hours,hours/year,B,2029,year,count,level,", "Leverte BPA-timer", 1e3),
        ("society_cost,NOK,B,,total,present_value,level,", "Kostnad for samfunnet", 1e6),
    ] {
        let (mean, error) = line(start);
        let text = levels[&(name.to_string(), 0)][2].split(' ').next().unwrap_or_default().to_string();
        let shown: f64 = text.replace('\u{a0}', "").replace(',', ".").parse().expect("a number");
        assert!((shown * unit - mean).abs() <= 5.0 * error, "{name}: {text} of {mean} ± {error}");
    }
}

/// V-D11: sums are made before rounding, and the note stands there if and only if what is shown does not add.
#[test]
fn v_d11_rounding_is_told_if_and_only_if_the_figures_shown_do_not_add() {
    let dir = tempfile::tempdir().expect("folder");
    let number = |text: &str| -> f64 {
        let own = text.split(' ').next().unwrap_or_default().replace(['\u{a0}', '+'], "");
        own.replace(',', ".").replace('\u{2212}', "-").parse().expect("a number")
    };
    let told = |arguments: &str| {
        let screen = run(dir.path(), arguments);
        let page = std::fs::read_to_string(dir.path().join("ut/report.html")).expect("report.html");
        let start = page.find("<table id=\"table-forest\"").expect("the table");
        let table = &page[start..start + page[start..].find("</table>").expect("its end")];
        let rows: Vec<Vec<f64>> = table
            .split("<th scope=\"row\">")
            .skip(1)
            .map(|row| {
                row.split("<td>").skip(1).filter_map(|cell| Some(number(cell.split('<').next()?))).collect()
            })
            .collect();
        // Mechanical, what the assumed reactions do, and with reactions.
        assert!(rows.len() >= 12 && rows.iter().all(|row| row.len() == 3), "{rows:?}");
        let adds = rows.iter().all(|row| (row[0] + row[1] - row[2]).abs() < 1e-9 * row[2].abs().max(1.0));
        let note = "Avvik skyldes avrunding.";
        let (end, told) = (start + table.len(), screen.contains(note));
        let below = &page[end..end + page[end..].find("</figure>").expect("the figure's end")];
        assert_eq!((told, below.contains(note)), (!adds, !adds), "{screen}");
        told
    };
    assert!(told("oslo --draws 12 --years 8 --mechanical"), "each number has the digits that it is known to");
    assert!(!told("oslo --draws 3 --years 3 --mechanical"), "before the models start nothing differs");
}

#[test]
fn whatever_the_models_and_the_language_the_screen_is_at_most_a_hundred_characters_wide() {
    let dir = tempfile::tempdir().expect("folder");
    let runs = [
        "oslo --draws 4 --years 9",
        "oslo --draws 1 --years 9 --set fill_grant=1",
        "oslo --draws 2 --years 9 --models A",
        "variants --draws 2 --years 7",
    ];
    for arguments in runs {
        for lang in ["nb", "nn", "en"] {
            let screen = run(dir.path(), &format!("{arguments} --no-report --lang {lang}"));
            for line in screen.lines() {
                assert!(line.chars().count() <= 100, "{arguments}: {line}");
                assert_eq!(line, line.trim_end(), "no space at the end");
            }
            for bad in ["NaN", "inf ", "⟨", "municipality_net", "\u{2212}0\n"] {
                assert!(!screen.contains(bad), "{arguments} {lang}: {bad}");
            }
            assert_eq!(
                screen.contains(";\u{a0}"),
                !arguments.contains("--draws 1"),
                "one draw has no interval: {screen}"
            );
        }
    }
}
