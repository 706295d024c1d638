//! Tables that were once taken for another year, another municipality or other numbers than theirs, and plain ones that were
//! once refused.

use crate::program::bpasim;
use std::fs;
use std::path::Path;

const AGES: &str = "0-17;18-49;50-66;67-79;80+";
const ASKER: &str = "3203,2024,,16,43,24,9,6";

/// Imports a text; the rows of a table that is written, or what is told where nothing is.
#[track_caller]
fn table(dir: &Path, (file, text): (&str, &str), name: &str, options: &str) -> Result<String, String> {
    fs::write(dir.join(file), text).expect("written");
    let output = bpasim(dir, &format!("import {file} --published --lang en --out ut {options}"));
    let written = fs::read_to_string(dir.join(format!("ut/data/{name}.csv"))).unwrap_or_default();
    match output.status.code() {
        Some(0) => {
            fs::remove_dir_all(dir.join("ut")).expect("removed");
            Ok(written.lines().skip(1).collect::<Vec<_>>().join(" "))
        }
        Some(2) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        code => panic!("{text}: {code:?} {}", String::from_utf8_lossy(&output.stderr)),
    }
}

#[track_caller]
fn counts(dir: &Path, text: &str, options: &str) -> Result<String, String> {
    table(dir, ("t.csv", text), "recipients", options)
}

#[test]
fn words_on_a_row_of_their_own_are_a_name_or_refused() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |title: &str, row: &str| {
        format!("{title}\nKommune;{AGES}\nAsker;16;43;24;9;6\n{row}\nBærum;22;70;41;19;6\n")
    };
    for row in [
        "Per 31.12.2019;;;;;",
        "Tall fra 2019:;;;;;",
        "Kommuner med tall fra i fjor;;;;;",
        "Under avklaring;;;;;",
        ";;Brukere uten vedtak;;;",
        "Status;Under avklaring;;;;",
    ] {
        for (title, options) in [("BPA 2024", ""), ("BPA", "--year 2024"), ("BPA 31.12.2024", "--year 2024")]
        {
            let told = counts(dir, &of(title, row), options).expect_err(row);
            assert!(told.starts_with("t.csv:4"), "{row}: {told}");
        }
    }
    for row in
        ["Per 31.12.2024;;;;;", "Øst;;;;;", "Bydeler;;;;;", "Buskerud fylke;;;;;", "Antall brukere;;;;;"]
    {
        let read = counts(dir, &of("BPA 2024", row), "").expect(row);
        assert!(read.contains(ASKER) && read.contains("3201,2024,,22,70"), "{row}: {read}");
    }
}

#[test]
fn a_number_of_persons_that_looks_like_a_year_is_none() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let parts = "0-15 år;334\n16-17 år;50\n18-49 år;720\n50-66 år;480\n67-79 år;310\n80 år og over;129\n";
    let ages: String = (1..=105).map(|age| format!("{age} år;1250\n")).collect();
    let total = format!("Alder;1812 Sømna\nI alt;2023\n{parts}");
    let first = format!("alder;Asker\n0 år;2023\n{ages}");
    for (title, text, options) in [
        ("Folkemengde 1. januar 2024", &total, ""),
        ("Folkemengde 1.1.2024", &first, ""),
        ("Tall", &first, "--year 2024 --as population"),
    ] {
        let output = table(dir, ("t.csv", &format!("{title}\n{text}")), "units", options).expect(text);
        assert!(output.contains("1812,Sømna"), "{output}");
    }
    let told = table(dir, ("t.csv", &format!("Folkemengde\n{total}")), "units", "").expect_err("no year");
    assert!(told.contains("which year"), "{told}");
    let years = ";Asker;;Bærum;\n;2023;2024;2023;2024\n0-17;1;16;2;22\n18-49;5;43;7;70\n50-66;3;24;4;41\n\
        67-79;1;9;2;19\n80+;1;6;1;6\n";
    let read = counts(dir, &format!("BPA\n{years}"), "").expect("years one after another");
    assert!(read.contains(ASKER), "{read}");
}

#[test]
fn a_number_that_was_kept_in_a_merger_is_of_a_part_before_it() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |year: i32, rows: &str| format!("BPA-brukere {year}\nKommune;{AGES}\n{rows}");
    let row = |label: &str| format!("{label};30;90;60;20;8\n");
    for (label, missing) in
        [("1103 Stavanger", "1141 Finnøy, 1142 Rennesøy"), ("1103", "1141"), ("5001 Trondheim", "5030 Klæbu")]
    {
        let told = counts(dir, &of(2019, &row(label)), "--as recipients").expect_err(label);
        assert!(told.starts_with("t.csv:3") && told.contains(missing), "{label}: {told}");
        assert!(counts(dir, &of(2024, &row(label)), "--as recipients").is_ok(), "{label}");
    }
    let whole = counts(dir, &of(2019, &row("1103 Stavanger")), "--as recipients --map 1103=1103");
    assert_eq!(whole.expect("said"), "1103,2019,,30,90,60,20,8");
    let one = "1;1;1;1;1\n";
    for (first, others, id) in [
        ("1103 Stavanger", &["1141 Finnøy", "1142 Rennesøy"][..], "1103"),
        ("Stavanger", &["1141 Finnøy", "1142 Rennesøy"], "1103"),
        ("1102 Sandnes", &["1129 Forsand"], "1108"),
        ("5001 Trondheim", &["5030 Klæbu"], "5001"),
    ] {
        let others: String = others.iter().map(|label| format!("{label};{one}")).collect();
        let read = counts(dir, &of(2019, &(row(first) + &others)), "--as recipients").expect(first);
        assert!(read.starts_with(&format!("{id},2019,,3")) && read.matches(',').count() == 7, "{read}");
    }
}

#[test]
fn figures_stand_under_the_number_of_their_time() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = |label: &str, of: &dyn Fn(&str) -> String| -> String {
        let numbers = AGES.split(';').zip([16, 43, 24, 9, 6]);
        numbers.map(|(age, n)| format!("{label};{age};{}\n", of(&n.to_string()))).collect()
    };
    let new = rows("K-3203 Asker", &|n| format!(".;{n}"));
    let old = rows("K-3025 Asker (2020-2023)", &|n| format!("{n};."));
    for text in [format!("{new}{old}"), format!("{old}{new}")] {
        for year in [2023, 2024] {
            let text = format!("region;alder;Brukere 2023;Brukere 2024\n{text}");
            let read = counts(dir, &text, &format!("--as recipients --year {year}")).expect("one of them");
            assert_eq!(read, ASKER.replace("2024", &year.to_string()));
        }
    }
}

#[test]
fn the_price_of_an_hour_is_read_whatever_it_is_called_and_what_is_not_read_is_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for heading in ["Pris per BPA-time", "Pris BPA-time (kr)", "Pris for en BPA-time", "Pris BPA"] {
        let text = format!("Kommune;År;{heading};Refusjon fra staten\n3203 Asker;2024;512;31200000\n");
        let read = table(dir, ("t.csv", &text), "accounts", "").expect(heading);
        assert_eq!(read, "3203,2024,512,31200000", "{heading}");
    }
    let two = "Kommune;År;Timepris hverdag;Timepris helg\nAsker;2024;480;620\n";
    assert!(table(dir, ("t.csv", two), "accounts", "").expect_err("two").contains("Timepris"));
    let more = "Kommune;År;Timepris;Brutto driftsutgifter BPA;Hobby\nAsker;2024;480;6;7\n";
    fs::write(dir.join("m.csv"), more).expect("written");
    let told = bpasim(dir, "import m.csv --lang en --out ut");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("D (“Brutto driftsutgifter BPA”)") && told.contains("E (“Hobby”)"), "{told}");
}

#[test]
fn a_number_of_persons_is_no_municipality_behind_ages() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (head, keys) in [("Alder;Kommune;2024", "Asker"), ("Alder;Kjønn;Kommune;2024", "Begge kjønn;3203")]
    {
        for number in [121, 105, 1103] {
            let numbers = AGES.split(';').zip([16, 43, 24, 9, 6]);
            let rows: String = numbers.map(|(age, n)| format!("{age};{keys};{n}\n")).collect();
            let text = format!("{head}\nAlle aldre;{keys};{number}\n{rows}");
            assert_eq!(counts(dir, &text, "--as recipients").expect(head), ASKER, "{head} {number}");
        }
    }
}

#[test]
fn districts_of_the_chosen_municipality_are_added_up() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = "Nord;10;20;14;4;3\nSør;6;23;10;5;3\n";
    for sum in ["", "Sum;16;43;24;9;6\n"] {
        let text = format!("Bydel;{AGES}\n{rows}{sum}");
        let read = counts(dir, &text, "--as recipients --year 2024 --units 3203");
        assert_eq!(read.expect("districts"), ASKER, "{sum}");
    }
    let twice = format!("Bydel;{AGES}\n{rows}Sør;6;23;10;5;3\n");
    assert!(counts(dir, &twice, "--as recipients --year 2024 --units 3203").is_err());
}

#[test]
fn a_corner_may_be_what_is_counted_and_years_may_stand_below_ages() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let numbers = AGES.split(';').zip([16, 43, 24, 9, 6]);
    let rows: String = numbers.map(|(age, n)| format!("{age};1;{n}\n")).collect();
    for options in ["--year 2024", "--as recipients"] {
        let text = format!("Asker kommune\nBPA-brukere;2023;2024\n{rows}");
        assert_eq!(counts(dir, &text, options).expect("a corner"), ASKER);
    }
    let across = "BPA-brukere\n;0-17;;18-49;;50-66;;67-79;;80+;\n;2023;2024;2023;2024;2023;2024;2023;2024;2023;2024\n\
        Asker;1;16;2;43;3;24;4;9;5;6\n";
    assert_eq!(counts(dir, across, "").expect("years below ages"), ASKER);
    let numbers = AGES.split(';').zip([16, 43, 24, 9, 6]);
    let below: String = numbers.map(|(age, n)| format!("{age} år;{n}\n")).collect();
    assert_eq!(
        counts(dir, &format!("BPA 2024\n;Antall brukere\nAsker;98\n{below}"), "").expect("blank"),
        ASKER
    );
}

#[test]
fn the_one_date_of_the_end_of_a_year_is_that_of_the_numbers() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let table = format!("Kommune;{AGES}\nAsker;16;43;24;9;6\n");
    for title in ["Rapport 2025 (tall per 31.12.2024)", "\"Lov av 2011; brukere 31.12.2024\""] {
        let read = counts(dir, &format!("{title}\n{table}"), "--as recipients");
        assert_eq!(read.expect(title), ASKER);
    }
    let two = format!("BPA 2023, uttrekk 15.01.2025\n{table}");
    assert!(counts(dir, &two, "--as recipients").expect_err("two").contains("which year"));
    let numbers = AGES.split(';').zip([16, 43, 24, 9, 6]);
    let rows: String = numbers.map(|(age, n)| format!("{age};1;{n}\n")).collect();
    let dates = format!("Alder;Brukere 1.1.2024;Brukere 31.12.2024\n{rows}");
    assert_eq!(counts(dir, &dates, "--units 3203").expect("dates"), ASKER);
}

#[test]
fn labels_without_headings_that_stand_once_are_read_as_the_statbank_saves_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let ages = ["0-17 år", "18-49 år", "50-66 år", "67-79 år", "80 år og over"];
    let counts_of = [[16, 43, 24, 9, 6], [22, 70, 41, 19, 6]];
    let units = ["3203 Asker", "3201 Bærum"];
    let own = "3201,2024,,22,70,41,19,6 3203,2024,,16,43,24,9,6";
    let title = "12292: Mottakere av BPA, etter region, alder, statistikkvariabel og år\n\n";
    let by_unit =
        |row: &dyn Fn(usize, usize) -> String| -> String { (0..10).map(|at| row(at / 5, at % 5)).collect() };
    let once = |own: &str, first: bool| if first { own.to_string() } else { String::new() };
    let plain = by_unit(&|unit, age| {
        format!("{};{};{};1\n", once(units[unit], age == 0), ages[age], counts_of[unit][age])
    });
    let (number, name): (Vec<&str>, Vec<&str>) = units.iter().filter_map(|own| own.split_once(' ')).unzip();
    let coded = by_unit(&|unit, age| {
        let [number, name] = [number[unit], name[unit]].map(|own| once(own, age == 0));
        format!("{number};{name};{};{}\n", ages[age], counts_of[unit][age])
    });
    let contents = by_unit(&|unit, age| {
        format!("{};{};Mottakere av BPA;{}\n", once(units[unit], age == 0), ages[age], counts_of[unit][age])
    });
    let measured = by_unit(&|unit, age| {
        let (place, ages) = (once(units[unit], age == 0), ages[age]);
        format!("{place};{ages};Andel (prosent);0,1\n;;Mottakere av BPA;{}\n", counts_of[unit][age])
    });
    let services = by_unit(&|unit, age| {
        let (place, ages, n) = (once(units[unit], age == 0), ages[age], counts_of[unit][age]);
        format!("{place};{ages};Støttekontakt;3\n;;Brukerstyrt personlig assistanse;{n}\n")
    });
    let down = by_unit(&|unit, age| {
        let (place, ages) = (once(units[unit], age == 0), ages[age]);
        format!("{place};{ages};2023;1\n;;2024;{}\n", counts_of[unit][age])
    });
    let ages_first: String = (0..10)
        .map(|at| (at % 2, at / 2))
        .map(|(unit, age)| {
            format!("{};{};{}\n", once(ages[age], unit == 0), units[unit], counts_of[unit][age])
        })
        .collect();
    let source = "\nSist endret:\n20250624 08:00\nKilde:\nStatistisk sentralbyrå\n";
    for (head, rows) in [
        (";;2024;2023\n", &plain),
        (";;Mottakere av BPA;\n;;2024;2023\n", &plain),
        (";;2024;2023\n;;Mottakere av BPA;Mottakere av BPA\n", &plain),
        (";;;2024\n", &coded),
        (";;;2024\n", &contents),
        (";;;2024\n", &measured),
        (";;;2024\n", &services),
        (";;;Mottakere av BPA\n", &down),
        (";;2024\n", &ages_first),
    ] {
        let text = format!("{title}{head}{rows}{source}");
        let read = counts(dir, &text, "").unwrap_or_else(|told| panic!("{text}: {told}"));
        assert_eq!(read, own, "{text}");
    }
    // What nobody says what it is of is not guessed.
    let groups = by_unit(&|unit, age| format!("{};Gruppe {age};{}\n", units[unit], counts_of[unit][age]));
    assert!(counts(dir, &format!("BPA\n;;2024\n{groups}"), "").is_err());
}

#[test]
fn hours_that_no_week_has_are_refused_with_the_headings_that_would_read_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |heading: &str, hours: f64| {
        let text = format!("Kommune;Brukere 2024;{heading}\nAsker;98;{hours}\nBærum;158;{hours}\n");
        table(dir, ("t.csv", &text), "recipient_groups", "--year 2024")
    };
    for heading in ["Timer 2024", "Antall timer"] {
        let told = of(heading, 196_196.0).expect_err(heading);
        assert!(told.contains("\"Hours per year\", \"Total hours per week\""), "{told}");
    }
    assert!(of("Timer per år", 196_196.0).expect("of a year").starts_with("3201,all,158,23.88"));
    assert!(of("Timer i alt per uke", 3_773.0).expect("of all").starts_with("3201,all,158,23.88"));
}
