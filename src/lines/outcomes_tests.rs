//! Tests of the tables: read back with another reader.

use super::*;
use crate::analysis::summary::summarise;
use crate::analysis::validation as v;
use crate::fixture;
use crate::records::csv as own;
use crate::records::record::Record;
use std::fmt::Debug;

/// Head and cells of a table; its own reader has found the same lines in it.
fn read<T: Record + PartialEq + Debug>(lines: Vec<T>) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = table(lines.iter().cloned()).unwrap();
    assert_eq!(own::read::<T>(&bytes), Ok(lines));
    assert!(!bytes.contains(&b'\r'));
    let mut r = ::csv::Reader::from_reader(bytes.as_slice());
    let head = r.headers().unwrap().iter().map(str::to_string).collect();
    // A row of another length than the head is an error of the reader.
    let rows = r.records().map(|x| x.unwrap().iter().map(str::to_string).collect()).collect();
    (head, rows)
}

fn summarised(scenario: &Scenario, results: &Results) -> Vec<SummaryLine> {
    summarise(scenario, results).iter().map(|row| summary(scenario, row)).collect()
}

fn no_bad_number(rows: &[Vec<String>]) {
    for cell in rows.iter().flatten() {
        assert!(!["NaN", "inf", "-inf", "-0"].contains(&cell.as_str()), "{cell}");
    }
}

#[test]
fn summary_has_the_promised_columns_and_no_bad_number() {
    let (scenario, results) = fixture::small(4, 1);
    let (head, rows) = read(summarised(&scenario, &results));
    assert_eq!(
        head.join(","),
        "outcome,unit,model,year,period,basis,statistic_of,mean,sd,mcse,p05,p25,p50,p75,p95,probability_below_zero,probability_above_zero"
    );
    no_bad_number(&rows);
    let base: Vec<_> = rows.iter().filter(|r| r[3] == "2024" && r[6].starts_with("difference")).collect();
    assert!(!base.is_empty());
    assert!(base.iter().all(|r| r[7..].iter().all(|x| x == "0")), "nothing differs before the start");
    assert!(rows.iter().all(|r| r[6] != "level" || r[15].is_empty() && r[16].is_empty()));
    assert!(rows.iter().any(|r| r[2] == "B" && r[6] == "difference_to_A" && r[5] == "present_value"));
}

#[test]
fn with_one_draw_there_is_no_spread() {
    let (scenario, results) = fixture::small(1, 1);
    let (_, rows) = read(summarised(&scenario, &results));
    assert!(rows.iter().all(|r| !r[7].is_empty() && r[8..15].iter().all(String::is_empty)));
    let (_, rows) = read(ledger(&scenario, &results, &Hidden::default()));
    assert!(rows.iter().all(|r| !r[6].is_empty() && r[7].is_empty()));
    let (_, rows) = read(units(&scenario, &results, &Hidden::default()));
    no_bad_number(&rows);
}

#[test]
fn ledger_by_hand() {
    let (scenario, results) = fixture::small(4, 1);
    let (_, rows) = read(ledger(&scenario, &results, &Hidden::default()));
    no_bad_number(&rows);
    // Only the first item is ever used: 3 models × (3 years × 5 payers × 2 views + 1 claim).
    assert_eq!(rows.len(), 3 * (3 * 5 * 2 + 1));
    assert_eq!(rows[0], ["zero", "2024", "year", "municipality", "bpa", "accrual", "1", "0"]);
    assert_eq!(rows[30], ["zero", "2026", "year", "municipality", "refund", "closing_claim", "7", ""]);
}

#[test]
fn units_by_hand() {
    let (scenario, results) = fixture::small(4, 1);
    let (head, rows) = read(units(&scenario, &results, &Hidden::default()));
    assert_eq!(rows.len(), 6);
    no_bad_number(&rows);
    let cell = |row: usize, name: &str| rows[row][head.iter().position(|h| h == name).unwrap()].as_str();
    // Oslo, model A, year of full effect: 1000 + 100 + 10 + figure.
    assert_eq!((cell(1, "id"), cell(1, "model"), cell(1, "full_effect_year")), ("0301", "A", "2025"));
    assert_eq!(cell(1, "full_effect_recipients"), "1110");
    assert_eq!(cell(1, "full_effect_state_net"), "1117");
    assert_eq!(cell(1, "population"), "570000");
    assert_eq!(cell(1, "full_effect_recipients_per_10000"), plain(1110.0 / 570_000.0 * 10_000.0));
    assert_eq!(cell(1, "full_effect_change"), "100");
    assert_eq!(cell(1, "last_change_p95"), "100");
    // Draws 120, 121, 122, 123: type 7.
    assert_eq!(cell(1, "last_municipality_net_p05"), plain(120.0 + 3.0 * 0.05));
    for name in ["population", "last_change_per_inhabitant", "first_recipients_per_10000"] {
        assert_eq!(cell(4, name), "", "a district without inhabitants");
    }
}

#[test]
fn validation_says_what_came_out() {
    let (scenario, results) = fixture::small(3, 1);
    let text = "id,label_nb,label_nn,label_en,kind,lower,upper,unit,source_nb,source_nn,source_en\n\
                bpa_cost,\"Kostnad, BPA\",b,c,external,1,2,NOK,x,y,z\nrecipients_under_18,a,b,c,external,0,1,share,y,y,y\n";
    let targets = v::read_targets("t", text).unwrap();
    let found = v::validate(&scenario, &results, &targets, 1);
    let (head, rows) = read(found.iter().map(|row| validation(row, Lang::Nb)).collect());
    assert_eq!(
        head.join(","),
        "target,label,lower,upper,unit,kind,source,model_mean,model_p05,model_p50,model_p95,result,label_nn,label_en,source_nn,source_en"
    );
    assert_eq!((rows[0][1].as_str(), rows[0][11].as_str()), ("Kostnad, BPA", "miss"));
    assert_eq!((rows[1][7].as_str(), rows[1][11].as_str()), ("", "not_applicable"));
}

#[test]
fn parameters_say_value_source_and_what_was_drawn() {
    use crate::scenario::dated::Series;
    use crate::scenario::distribution::Distribution;
    use crate::scenario::parameters::Parameters;
    let p = |id: &str, value, users_own| Parameter {
        id: id.into(),
        value,
        unit: "NOK/h".into(),
        year: Some(2024),
        status: "estimate".into(),
        source: crate::text::Text::same("a, \"b\""),
        group: "price".into(),
        symbol: None,
        range: [0.0, 1e6],
        label: crate::text::Text::all("Pris", "Pris", "Price"),
        meaning: crate::text::Text::default(),
        sign: None,
        with: None,
        without_commissioned: (id == "share").then_some(1.0),
        users_own,
    };
    let (mut scenario, mut results) = fixture::small(3, 1);
    let table = vec![("a".into(), Distribution::Fixed(1.0)), ("b".into(), Distribution::Fixed(2.0))];
    scenario.parameters = Parameters::new(vec![
        p("price_year", Value::Scalar(Distribution::Fixed(2026.0)), false),
        p("history", Value::Dated(Series(vec![(2020, 0.5), (2022, 1e6)])), false),
        p("share", Value::Table(table), true),
    ]);
    results.values = ndarray::array![[2026.0, 1.0, 2.0], [2026.0, 1.0, 4.0], [2026.0, 1.0, 6.0]];
    assert_eq!(crate::analysis::price_year(&scenario, &results), 2026);
    let (_, rows) = read(parameters(&scenario, &results, Lang::Nb));
    assert_eq!(
        rows[0],
        [
            "price_year",
            "Pris",
            "price",
            "",
            "NOK/h",
            "2024",
            "2026",
            "estimate",
            "a, \"b\"",
            "no",
            "2026",
            "2026",
            "2026",
            "",
            "Pris",
            "Price",
            "",
            "a, \"b\"",
            "a, \"b\"",
        ]
    );
    assert_eq!((rows[1][6].as_str(), rows[1][10].as_str()), ("2020=0.5 2022=1000000", ""));
    assert_eq!((rows[2][0].as_str(), rows[2][6].as_str(), rows[2][9].as_str()), ("share.a", "1", "yes"));
    assert_eq!((rows[3][0].as_str(), rows[3][10].as_str(), rows[3][13].as_str()), ("share.b", "4", "1"));
    assert_eq!(rows[3][11], plain(2.0 + 0.1 * 2.0));
    assert_eq!([1, 2, 3].map(|row| rows[row][16].clone()), ["", "", "distribution"]);
    results.given = vec![2];
    let (_, rows) = read(parameters(&scenario, &results, Lang::Nb));
    assert_eq!(rows[3][16], "posterior");
}
