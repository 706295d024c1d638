//! «My municipality»: a page about one municipality beside the report, in three languages, with what is hidden hidden.

use crate::program::{bpasim, refused, stdout};
use crate::small_counts::write;
use std::fs;

#[test]
fn a_municipality_has_its_own_page_by_number_and_by_name() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 3 --years 8 --quiet --out ut"));
    let read = |name: &str| fs::read_to_string(dir.join("ut").join(name)).expect(name);
    let told = stdout(&bpasim(dir, "report ut --municipality asker"));
    assert!(told.contains("kommune-3203.html"), "{told}");
    let page = read("kommune-3203.html");
    for words in
        ["Min kommune", "3203 Asker", "Illustrasjon:", "Forbehold", "Modell A", "B – hele ordningen", "2029"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains('⟨'));
    // Whose draws do not agree on a direction is told none, and a mean is called one.
    assert!(page.contains("i gjennomsnitt"), "{page}");
    let report = read("report.html");
    assert!(report.contains("lager filen kommune-NUMMER.html"), "the report says how the page is made");
    // The page shows the numbers of the file, in thousand kroner.
    let years = read("unit_years.csv");
    let change = years.lines().find(|line| line.starts_with("3203,Asker,B,2029,")).expect("a line");
    let kroner: f64 = change.split(',').nth(12).expect("change").parse().expect("a number");
    let shown = format!("{}", (kroner.abs() / 1e3).round());
    let digits: String = page.chars().filter(|c| *c != '\u{a0}').collect();
    assert!(kroner < 0.0 && digits.contains(&format!("\u{2212}{shown}")), "{kroner}: {shown}");
    // Another one does not take the first away, and a report without one makes both anew.
    stdout(&bpasim(dir, "report ut --municipality 0301 --lang en"));
    let oslo = read("kommune-0301.html");
    assert!(oslo.contains("My municipality") && oslo.contains("620 users in 2022"), "Oslo's own count");
    assert!(read("kommune-3203.html").contains("My municipality"));
    stdout(&bpasim(dir, "report ut --lang nn"));
    assert!(read("kommune-3203.html").contains("brukarane") && read("kommune-0301.html").contains("620"));
    stdout(&bpasim(dir, "verify ut"));
    // A wrong name is told the nearest, an old number its successor, a name of two their numbers.
    for (wanted, words) in [
        ("Askr", &["Askr", "Asker"][..]),
        ("3025", &["3025", "3203 Asker"]),
        ("Herøy", &["1515 Herøy", "1818 Herøy"]),
        ("qqqqqqqq", &["qqqqqqqq", "--municipality"]),
    ] {
        refused(&bpasim(dir, &["report", "ut", "--municipality", wanted]), 2, words);
    }
}

#[test]
fn a_municipality_of_few_persons_is_hidden_on_its_page_and_in_every_table() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    // One of few, beside it the next one, and three that may be shown.
    write(dir, "", &[[2, 9, 6, 3, 4], [1, 1, 1, 0, 0], [3, 8, 7, 3, 0], [9, 20, 12, 8, 7], [0; 5]]);
    stdout(&bpasim(dir, "run own.toml --draws 3 --years 8 --quiet --csv nb --out ut"));
    let read = |name: &str| fs::read_to_string(dir.join("ut").join(name)).expect(name);
    let units = read("units.csv");
    let head: Vec<&str> = units.lines().next().expect("a head").split(',').collect();
    let at = |name: &str| head.iter().position(|h| *h == name).expect(name);
    let rows = || units.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let hidden: Vec<String> =
        rows().filter(|row| row[at("hidden")] == "yes").map(|row| row[at("id")].to_string()).collect();
    let open = rows().find(|row| row[at("hidden")] == "no").expect("one is shown")[at("id")].to_string();
    assert!(!hidden.is_empty());
    let years = read("unit_years.csv");
    let mut found = 0;
    for line in years.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let told = cells[6..].iter().any(|cell| !cell.is_empty());
        assert_eq!(told, !hidden.contains(&cells[0].to_string()), "{line}");
        found += usize::from(!told);
    }
    assert!(found > 0);
    stdout(&bpasim(dir, &["report", "ut", "--municipality", &hidden[0]]));
    let page = read(&format!("kommune-{}.html", hidden[0]));
    assert!(page.contains("er skjult, fordi de gjelder få personer") && !page.contains("<td>"), "no numbers");
    stdout(&bpasim(dir, &["report", "ut", "--municipality", &open]));
    assert!(read(&format!("kommune-{open}.html")).contains("<td>"));
}
