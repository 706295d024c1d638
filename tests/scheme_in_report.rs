//! What a report must say of the whole refund scheme, of B twice, and of A over time (scheme.md S6).

use crate::program::{bpasim, stdout};
use std::path::Path;

/// A national run of few draws, and its files.
fn run(dir: &Path) -> (String, String) {
    let screen = stdout(&bpasim(dir, "run national --draws 3 --out ut --force"));
    let page = std::fs::read_to_string(dir.join("ut/report.html")).expect("report.html");
    (screen, page)
}

/// A table of a page, as text.
fn table<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.find(&format!("<table id=\"table-{id}\">")).unwrap_or_else(|| panic!("{id}"));
    &page[start..start + page[start..].find("</table>").expect("its end")]
}

fn lines(dir: &Path, file: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(dir.join("ut").join(file)).expect(file);
    text.lines().map(|line| line.split(',').map(String::from).collect()).collect()
}

#[test]
fn b_stands_twice_bpa_comes_first_and_the_item_is_whole() {
    let dir = tempfile::tempdir().expect("folder");
    let (screen, page) = run(dir.path());
    for id in ["main", "payers", "present-value", "withdrawal", "assessment"] {
        let own = table(&page, id);
        let head = &own[..own.find("</thead>").expect("a head")];
        let [only, whole] =
            ["B – bare BPA", "B – hele ordningen"].map(|name| head.find(name).expect("a column of B"));
        assert!(only < whole, "{id}");
        assert_eq!(head[only..whole].matches("<th").count(), 1, "{id}: side by side");
    }
    let main = table(&page, "main");
    for (text, money) in [(main, "Kommunenes netto i alt"), (screen.as_str(), "Staten, før uttrekk")] {
        let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
        assert!(place("Kostnad til BPA") < place(money));
        assert!(place("Personer med BPA") < place("Kostnad til BPA"));
    }
    let place = |what: &str| main.find(what).unwrap_or_else(|| panic!("{what}: {main}"));
    assert!(place("575.60 i alt") < place("herav personer i"));
    assert!(main.contains("herav øvrige (anslag)"));
    let net = &main[main.find("Kommunenes netto i alt").expect("net in all")..];
    let row = &net[..net.find("</tr>").expect("its end")];
    assert!(row.contains("her er også ordinære tjenester til"), "{row}");
    for said in
        ["Modellen følger", "prosent av ordningen person for person; resten er anslått fra statsregnskapet"]
    {
        assert!(page.contains(said) && screen.replace('\n', " ").contains(said), "{said}");
    }
    let budget = table(&page, "budget");
    assert_eq!(budget.matches("herav personer i simuleringen").count(), 4, "today, and every model's change");
    assert_eq!(budget.matches("herav øvrige (anslag)").count(), 4);
    // Parts are told of B for the whole scheme, those that nobody knows the number of apart.
    let parts = table(&page, "scheme-parts");
    for part in [
        "sats",
        "innslagspunkt",
        "nye over innslagspunktet",
        "automatikk",
        "over 67 år hjemme",
        "om de teller",
    ] {
        assert!(parts.contains(part), "{part}");
    }
    assert!(page.contains("Ingen vet hvor mange over 67 år"));
    assert!(page.contains("år i stedet for 1"), "a change of lag is told as cash");
    assert!(table(&page, "version-bridge").contains("Versjon 1"));
}

/// A withdrawal worked out from the persons of a run is that of the run's own model with that withdrawal.
#[test]
fn withdrawals_kept_from_the_persons_of_a_run_are_the_models_that_differ_in_them_alone() {
    let dir = tempfile::tempdir().expect("folder");
    let (_, page) = run(dir.path());
    let summary = lines(dir.path(), "summary.csv");
    let kept = lines(dir.path(), "withdrawals.csv");
    let head = |name: &str| kept[0].iter().position(|h| h == name).expect("a column");
    let [outcome, model, year, basis, withdrawal, mean, p95] =
        ["outcome", "model", "year", "basis", "withdrawal", "mean", "p95"].map(head);
    let summary_head = |name: &str| summary[0].iter().position(|h| h == name).expect("a column");
    let (mean_there, p95_there) = (summary_head("mean"), summary_head("p95"));
    let mut compared = 0;
    for (setting, of, own) in [
        ("fixed", "A", "A"),
        ("yearly", "A", "A-yearly"),
        ("rebased", "A", "A-rebased"),
        ("none", "B", "B"),
        ("none", "B-scheme", "B-scheme"),
    ] {
        for line in kept[1..].iter().filter(|line| line[model] == of && line[withdrawal] == setting) {
            let same = summary.iter().find(|other| {
                (other[0] == line[outcome] && other[2] == own && other[3] == line[year])
                    && (other[5] == line[basis] && other[6] == "difference_to_zero")
            });
            let same = same.expect("the model in the run");
            for (here, there) in [(mean, mean_there), (p95, p95_there)] {
                let [a, b]: [f64; 2] = [&line[here], &same[there]].map(|x| x.parse().expect("a number"));
                // A unit's withdrawal is whole øre.
                assert!((a - b).abs() < 1e3, "{line:?} {same:?}");
            }
            compared += 1;
        }
    }
    // Both payers in each of twenty years and over all of them.
    assert_eq!(compared, 5 * 2 * 21);
    let over_time = table(&page, "withdrawals");
    for row in ["Modell A, uten uttrekk", "Modell A, fast uttrekk", "B – bare BPA, uttrekk satt hvert år"]
    {
        assert!(over_time.contains(row), "{row}");
    }
}

/// The cells of the rows of a table by their first words, as numbers.
fn numbers(table: &str) -> Vec<(String, Vec<f64>)> {
    let text = |html: &str| {
        let (mut text, mut inside) = (String::new(), false);
        for letter in html.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        text
    };
    let number = |cell: &str| {
        // What comes after the cell may be the head of a group.
        let own = cell.split("</td>").next().unwrap_or_default();
        let digits =
            text(&format!("<td{own}")).replace('\u{a0}', "").replace('\u{2212}', "-").replace(',', ".");
        // What no draw has anything of is marked as impossible.
        if digits == "." { 0.0 } else { digits.parse().unwrap_or_else(|_| panic!("{digits}")) }
    };
    let row = |row: &str| {
        let (head, cells) = row.split_once("</th>")?;
        let cells: Vec<&str> = cells.split("<td").skip(1).collect();
        (!cells.is_empty()).then(|| (text(head), cells.into_iter().map(number).collect()))
    };
    let body = &table[table.find("</thead>").expect("a head")..];
    body.split("<th scope=\"row\">").skip(1).filter_map(row).collect()
}

/// What goes into every box of the flow comes out of it, and what municipalities pay is the table's number.
#[test]
fn who_pays_for_bpa_adds_up() {
    let dir = tempfile::tempdir().expect("folder");
    let (_, page) = run(dir.path());
    let rows = numbers(table(&page, "flows"));
    let row = |name: &str| &rows.iter().find(|(head, _)| head == name).unwrap_or_else(|| panic!("{name}")).1;
    let summary = lines(dir.path(), "summary.csv");
    for (m, model) in ["zero", "A", "B", "B-scheme"].into_iter().enumerate() {
        let of = |name: &str| row(name)[m];
        let (state, municipal, users) = (of("Staten"), of("Kommunene"), of("Brukerne"));
        let saved = of("Hjelp på andre arenaer som BPA erstatter");
        let (grant, refund) = (of("Statlig betaling per BPA-time"), of("Toppfinansiering som skyldes BPA"));
        let (cut, own) = (of("Uttrekk fra rammetilskuddet"), of("Kommunene selv, med administrasjon"));
        assert_eq!(grant + refund + of("Statens administrasjon") - cut, state, "{model}: the state");
        assert_eq!(own + cut, municipal, "{model}: municipalities");
        assert_eq!(grant + refund + own + users + saved, of("BPA"), "{model}: BPA");
        assert_eq!(state + municipal + users + saved, of("I alt"), "{model}: in all");
        let line = summary.iter().find(|line| {
            line[0] == "municipality_net_bpa_after_withdrawal"
                && line[2] == model
                && line[3] == "2029"
                && line[5] == "fixed"
                && line[6] == "level"
        });
        let mean: f64 = line.expect("the net for BPA")[7].parse().expect("a number");
        // Three draws: to the nearest hundred million.
        assert!((mean / 1e6 - municipal).abs() <= 50.0, "{model}: {mean} {municipal}");
    }
}
