//! The first screen: the same numbers on page, on screen and in the files; questions that lead somewhere. Through the real
//! binary.

use crate::program::{bpasim, stdout};
use std::collections::BTreeMap;
use std::path::Path;

type Line = BTreeMap<String, String>;

fn lines(path: &Path) -> Vec<Line> {
    let mut reader = csv::Reader::from_path(path).expect("table");
    let head = reader.headers().expect("head").clone();
    let named = |row: csv::StringRecord| {
        head.iter().zip(row.iter()).map(|(h, c)| (h.to_string(), c.to_string())).collect()
    };
    reader.records().map(|row| named(row.expect("row"))).collect()
}

/// What stands between tags, with one space wherever several stand.
fn words(html: &str) -> String {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .fold(String::new(), |all, part| all + " " + part);
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows of a table of the page: the head, and the numbers of every cell: mean, then the ends of its interval.
fn rows(page: &str, id: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let start = page.find(&format!("<table id=\"table-{id}\"")).expect("the table");
    let table = &page[start..start + page[start..].find("</table>").expect("its end")];
    let body = &table[table.find("<tbody").expect("a body")..];
    let numbers = |cell: &str| -> Vec<String> {
        words(cell).replace(['[', ']', ';'], " ").split_ascii_whitespace().map(String::from).collect()
    };
    let row = |row: &str| {
        let head = words(&row[..row.find("</th>")?]);
        Some((head, row.split("<td").skip(1).map(|cell| numbers(&format!("<td{cell}"))).collect::<Vec<_>>()))
    };
    body.split("<tr").filter_map(row).filter(|(_, cells)| !cells.is_empty()).collect()
}

/// A number as it is shown, and half of its last digit that is not a zero.
fn read(shown: &str) -> Option<(f64, f64)> {
    let plain = shown.replace('\u{a0}', "").replace('\u{2212}', "-").replace('+', "").replace(',', ".");
    let value: f64 = plain.parse().ok()?;
    let digits = plain.trim_start_matches('-');
    let place = match digits.split_once('.') {
        Some((_, decimals)) => -(decimals.len() as i32),
        None => (digits.len() - digits.trim_end_matches('0').len()).min(digits.len() - 1) as i32,
    };
    Some((value, 0.5 * 10_f64.powi(place)))
}

#[test]
fn the_first_screen_has_the_numbers_of_the_files_on_page_and_on_screen() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let screen = stdout(&bpasim(dir, "run national --draws 20 --out ut"));
    let page = std::fs::read_to_string(dir.join("ut/report.html")).expect("report.html");
    let rows = rows(&page, "glance");
    assert_eq!(rows.len(), 2 * 7, "{rows:#?}");
    let (summary, withdrawals) = (lines(&dir.join("ut/summary.csv")), lines(&dir.join("ut/withdrawals.csv")));
    let of_summary = |outcome: &str, model: &str, year: &str, statistic: &str| -> f64 {
        let line = summary.iter().find(|line| {
            (line["outcome"] == outcome && line["model"] == model && line["year"] == year)
                && (line["statistic_of"] == statistic && ["fixed", "count"].contains(&&*line["basis"]))
        });
        line.expect("a figure")["mean"].parse().expect("a number")
    };
    let of_withdrawal = |model: &str, withdrawal: &str, year: &str| -> Option<f64> {
        let line = withdrawals.iter().find(|line| {
            (line["outcome"] == "state_net" && line["model"] == model && line["year"] == year)
                && line["withdrawal"] == withdrawal
        });
        line.map(|line| line["mean"].parse().expect("a number"))
    };
    let models = ["A", "B", "B-scheme"];
    let outcomes = [
        ("recipients", 1.0, None),
        ("delivered_hours", 1e3, None),
        ("bpa_cost", 1e6, None),
        ("state_net", 1e6, Some("none")),
        ("state_net", 1e6, None),
        ("state_net", 1e6, Some("fixed")),
        ("municipality_net_bpa_after_withdrawal", 1e6, None),
    ];
    let years = ["2029", "2039"];
    let expected = years
        .iter()
        .flat_map(|year| outcomes.map(|(outcome, scale, withdrawal)| (*year, outcome, scale, withdrawal)));
    for ((year, outcome, scale, withdrawal), (head, cells)) in expected.zip(&rows) {
        // The state's differences are of all of the refund scheme, and so is its level.
        let zero = match outcome {
            "state_net" => {
                ["state_net", "refund_rest"].map(|own| of_summary(own, "zero", year, "level")).iter().sum()
            }
            _ => of_summary(outcome, "zero", year, "level"),
        };
        let others = models.map(|model| match withdrawal {
            None => Some(of_summary(outcome, model, year, "difference_to_zero")),
            Some(withdrawal) => of_withdrawal(model, withdrawal, year),
        });
        for (mean, cell) in [Some(zero)].into_iter().chain(others).zip(cells) {
            let Some(mean) = mean else {
                assert_eq!(cell[0], ".", "{head}: the model has no such withdrawal");
                continue;
            };
            let (shown, half) = read(&cell[0]).unwrap_or_else(|| panic!("{head}: {cell:?}"));
            // A number that is shown as nought may be anything that its Monte Carlo error hides.
            assert!(
                shown == 0.0 || (shown - mean / scale).abs() <= half * (1.0 + 1e-9),
                "{year} {head}: {cell:?} {mean}"
            );
        }
        // The same numbers stand on screen, in the same order.
        let mut left = screen.as_str();
        for number in cells.iter().map(|cell| &cell[0]) {
            let at = left
                .find(number.as_str())
                .unwrap_or_else(|| panic!("{head}: {number} is not on screen: {screen}"));
            left = &left[at + number.len()..];
        }
    }
}

/// What municipalities buy for their relief is worth what it costs, or nothing: both prices of an hour are told, and nothing is
/// called a difference that may go either way. Amounts are what is earned, and refunds are paid later in one model than in another.
#[test]
fn a_price_is_told_under_both_answers_and_amounts_are_said_to_be_accrued() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 16 --out ut --no-live"));
    let page = std::fs::read_to_string(dir.join("ut/report.html")).expect("report.html");
    let start = page.find("<section class=\"glance\"").expect("the first screen");
    let glance = words(&page[start..start + page[start..].find("</section>").expect("its end")]);
    let prices = lines(&dir.join("ut/price_of_hour.csv"));
    let price = |model: &str, cost: &str| -> f64 {
        let own =
            |line: &&Line| line["hours"] == "unmet_hours" && line["model"] == model && line["cost"] == cost;
        prices.iter().find(own).expect("a price")["price"].parse().expect("a number")
    };
    // What a model buys for its relief is no part of what its hours cost.
    let [alone, whole] = ["B", "B-scheme"]
        .map(|model| ["society_cost_before_extra_services", "society_cost"].map(|cost| price(model, cost)));
    assert!(
        (alone[0] / whole[0] - 1.0).abs() < 0.1 && alone[1] > 2.0 * alone[0] && whole[1] > 10.0 * whole[0]
    );
    let (_, told) = glance.split_once("må timen være verdt ").expect("the price");
    for (prices, model) in [(alone, "B – bare BPA"), (whole, "B – hele ordningen")] {
        let (before, _) = told.split_once(&format!(" med {model}")).expect(model);
        let (_, own) = before.rsplit_once("mer enn ").expect("a price");
        let (first, beside) = own.split_once(" kroner (").expect("both prices");
        for (shown, price) in [(first, prices[0]), (beside.trim_end_matches(')'), prices[1])] {
            let (value, half) = read(shown).unwrap_or_else(|| panic!("{own}"));
            assert!((value - price).abs() <= half, "{own}: {price}");
        }
    }
    assert!(
        told.contains("er verdt ingenting, ellers det de koster. Timer neddiskonteres som kroner."),
        "{told}"
    );
    let accrued =
        "Beløpene er påløpt, ikke kontant: refusjonen betales samme år i B – bare BPA, ellers året etter.";
    assert!(glance.contains(accrued), "{glance}");
    // The interval of Model A's hours of relatives lies on both sides of nought.
    let (_, relatives) = glance.split_once("Pårørende: ").expect("the sentence");
    let (_, model) = relatives.split_once("Modell A ").expect("the model");
    assert!(
        model.starts_with('\u{2212}') && model.split(" tusen timer").next().unwrap().contains(" til +"),
        "{relatives}"
    );
}

/// What answers the questions of the first screen, in their order.
const ANSWERS: [&str; 5] = [
    "table-withdrawals",
    "table-scheme-parts",
    "table-relatives-differences",
    "table-status",
    "table-municipalities",
];

#[test]
fn the_first_screen_answers_what_readers_ask_or_leads_to_it() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    stdout(&bpasim(dir, "run national --draws 3 --out ut"));
    for (lang, said, why, headings) in [
        (
            "nb",
            ["På ett blikk", "Hva skjer i min kommune?", "har ingen avtalt pris"],
            "B – hele ordningen: Kommunene avlastes for mer enn BPA, og ingen regel sier hva staten da trekker.",
            ["Over tid, under hvert uttrekk", "Hvis reglene gjelder hele 575.60: hva B koster, del for del"],
        ),
        (
            "nn",
            ["På eitt blikk", "Kva skjer i kommunen min?", "har ingen avtalt pris"],
            "B – heile ordninga: Kommunane blir avlasta for meir enn BPA, og ingen regel seier kva staten då trekkjer.",
            ["Over tid, under kvart uttrekk", "Om reglane gjeld heile 575.60: kva B kostar, del for del"],
        ),
        (
            "en",
            ["At a glance", "What happens in my municipality?", "has no agreed price"],
            "B, whole scheme: municipalities are relieved of more than BPA, and no rule says what the state then takes back.",
            [
                "Over time, under each withdrawal",
                "If the rules cover all of 575.60: what B costs, part by part",
            ],
        ),
    ] {
        stdout(&bpasim(dir, &format!("report ut --lang {lang}")));
        let page = std::fs::read_to_string(dir.join("ut/report.html")).expect("report.html");
        let start = page.find("<section class=\"glance\"").expect("the first screen");
        assert_eq!(page.find("<section"), Some(start), "nothing comes before it");
        let glance = &page[start..start + page[start..].find("</section>").expect("its end")];
        for said in said {
            assert!(glance.contains(said), "{said}: {glance}");
        }
        // Why a model has no figure under another's withdrawal is said, of that model alone.
        assert_eq!(glance.matches(why).count(), 1, "{why}: {glance}");
        // Every question leads to the table or figure that answers it, one heading below words of the question.
        let targets: Vec<&str> =
            glance.split("<a href=\"#").skip(1).filter_map(|part| part.split('"').next()).collect();
        assert_eq!(targets, ANSWERS, "{lang}");
        for target in targets {
            assert_eq!(page.matches(&format!("id=\"{target}\"")).count(), 1, "{target}");
        }
        let heading_above = |target: &str| {
            let before = page.split_once(&format!("id=\"{target}\"")).expect("the answer").0;
            before.rsplit_once("<h3>").expect("a heading").1.split('<').next().unwrap_or_default().to_string()
        };
        for (answer, heading) in ANSWERS.iter().zip(headings) {
            assert!(heading_above(answer).ends_with(heading), "{answer}: {}", heading_above(answer));
        }
        assert!(glance.contains("id=\"figure-forest\""));
    }
}
