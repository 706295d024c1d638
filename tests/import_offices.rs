//! Plain tables as offices write them, which were once refused; and cells that say they are counted in something else.

use crate::import_headings::{AGES, ASKER, read};
use crate::program::bpasim;
use std::fs;

const OTHER: &str = "3201 Bærum;8;20;11;7;6";
const OWN: &str = "3203 Asker;16;43;24;9;6";

/// A table with the ages as columns, under a heading for its municipalities.
fn across(title: &str, heading: &str, below: &str) -> String {
    format!("{title}\n{heading};{}\n{OWN}\n{OTHER}\n{below}\n", AGES.join(";"))
}

/// A table with a row for each municipality and age, under a heading for its numbers.
fn long(heading: &str) -> String {
    let rows = |row: &str| -> String {
        let mut cells = row.split(';');
        let unit = cells.next().expect("a municipality");
        AGES.iter().zip(cells).map(|(ages, own)| format!("{unit};{ages};{own}\n")).collect()
    };
    format!("BPA-brukere 31.12.2024\nKommune;Alder;{heading}\n{}{}", rows(OWN), rows(OTHER))
}

#[test]
fn tables_are_read_whatever_their_columns_are_called() {
    let place = tempfile::tempdir().expect("folder");
    let dated = "BPA-brukere 31.12.2024";
    let mut texts: Vec<String> =
        ["Kommuner", "Komnr", "Sted", "Kommunenummer og navn", "Geografi", "Organisasjon", "Vertskommune"]
            .into_iter()
            .map(|heading| across(dated, heading, ""))
            .collect();
    texts.extend(["Verdi", "value", "Tall", "Tjenestemottakere", "Antall tjenestemottakere"].map(long));
    texts.extend([
        across(dated, "Kommune", "Utarbeidet av K. Hansen"),
        across("BPA-brukere", "Kommune", "Tall per 31.12.2024"),
        across(dated, "Kommune", "")
            .replace("3203", "pers.;pers.;pers.;pers.;pers.\n3203")
            .replacen("pers.", ";pers.", 1),
    ]);
    for sum in ["Sum;", "Akershus totalt;"] {
        let rows = format!("Akershus;{OWN}\nAkershus;{OTHER}\n{sum};24;63;35;16;12\n");
        texts.push(format!("{dated}\nFylke;Kommune;{}\n{rows}", AGES.join(";")));
    }
    for text in texts {
        let found = read(place.path(), &text).expect(&text);
        assert!(found.contains(ASKER), "{text}: {found}");
    }
}

#[test]
fn a_municipality_that_stands_alone_above_a_table_is_its_own() {
    let place = tempfile::tempdir().expect("folder");
    let rows: String =
        AGES.iter().zip(OWN.split(';').skip(1)).map(|(ages, own)| format!("{ages};{own}\n")).collect();
    for title in ["3203 Asker\nBPA-brukere", "Asker: BPA-brukere", "BPA Asker"] {
        let text = format!("{title}\nAlder;31.12.2024\n{rows}");
        let found = read(place.path(), &text).expect(title);
        assert!(found.contains(ASKER), "{title}: {found}");
    }
    for title in ["BPA Time", "BPA Asker og Bærum", "Bydel Asker: BPA-brukere"] {
        let text = format!("{title}\nAlder;31.12.2024\n{rows}");
        assert!(read(place.path(), &text).is_err(), "{title}");
    }
}

#[test]
fn a_cell_that_is_counted_in_something_else_is_refused() {
    let place = tempfile::tempdir().expect("folder");
    for unit in ["timer", "t/uke", "kr"] {
        let told =
            read(place.path(), &across("BPA 2024", "Kommune", "").replace(";43;", &format!(";43 {unit};")));
        let told = told.expect_err(unit);
        assert!(told.contains(&format!("43 {unit}")), "{unit}: {told}");
    }
    let text = across("BPA-brukere 31.12.2024", "Kommune", "").replace(";43;", ";43 brukere;");
    assert!(read(place.path(), &text).is_ok_and(|found| found.contains(ASKER)));
}

#[test]
fn minutes_are_sixtieths_of_hours() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (heading, minutes) in
        [("Minutter per uke", 1800), ("Min/uke", 1800), ("Vedtatte minutter per måned", 7800)]
    {
        let text = format!("Kommune;BPA-brukere;{heading}\n3203 Asker;45;{minutes}\n");
        fs::write(dir.join("t.csv"), text).expect("written");
        let output = bpasim(dir, "import t.csv --as hours --year 2024 --published --lang en --out ut");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{heading}: {}", String::from_utf8_lossy(&output.stderr));
        let found = fs::read_to_string(dir.join("ut/data/recipient_groups.csv")).expect("groups");
        assert!(found.contains("3203,all,45,30,") && told.contains("minutes"), "{heading}: {found} {told}");
        fs::remove_dir_all(dir.join("ut")).expect("removed");
    }
}

#[test]
fn labels_of_numbers_say_ages() {
    let place = tempfile::tempdir().expect("folder");
    let rows: String = AGES
        .iter()
        .zip(OWN.split(';').skip(1))
        .map(|(ages, own)| format!("3203 Asker;Brukere av BPA {ages} år;antall;{own}\n"))
        .collect();
    let others = "3203 Asker;Andel brukere av BPA 0-66 år;prosent;84,6\n3203 Asker;Brukere av støttekontakt 0-17 år;antall;99\n";
    let found =
        read(place.path(), &format!("Kommune;Nøkkeltall;Enhet;2024\n{rows}{others}")).expect("key figures");
    assert!(found.contains(ASKER), "{found}");
}

/// What is told of a text that is refused.
#[track_caller]
fn refused(text: &str, options: &str) -> String {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    fs::write(dir.join("t.csv"), text).expect("written");
    let output = bpasim(dir, &format!("import t.csv --published --lang en --out ut {options}"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}: {told}");
    told
}

#[test]
fn two_hours_of_the_same_persons_are_no_two_groups() {
    for [first, second] in [["Vedtak", "Levert"], ["Mål", "Resultat"], ["Dag", "Natt"]] {
        let across =
            format!("BPA 2024\n;3203 Asker;\n;{first};{second}\nBPA-brukere;45;44\nTimer per uke;30;22\n");
        let down = format!(
            "Kommune;Type;BPA-brukere 2024;Timer per uke\nAsker;{first};45;30\nAsker;{second};44;22\n"
        );
        for text in [across, down] {
            assert!(refused(&text, "--as hours").contains("twice"), "{text}");
        }
    }
}

#[test]
fn a_cell_says_of_itself_what_its_hours_are_of() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (heading, cell) in
        [("Timer per måned", "30 t/uke"), ("Minutter per uke", "30 timer"), ("Timer per år", "30 timer/uke")]
    {
        fs::write(dir.join("t.csv"), format!("Kommune;BPA-brukere;{heading}\nAsker;45;{cell}\n"))
            .expect("written");
        let output = bpasim(dir, "import t.csv --as hours --year 2024 --published --lang en --out ut");
        assert_eq!(output.status.code(), Some(0), "{heading}: {}", String::from_utf8_lossy(&output.stderr));
        let found = fs::read_to_string(dir.join("ut/data/recipient_groups.csv")).expect("groups");
        assert!(found.contains("3203,all,45,30,"), "{heading}: {found}");
        fs::remove_dir_all(dir.join("ut")).expect("removed");
    }
}

#[test]
fn what_is_said_of_all_numbers_is_held_against_them() {
    for line in [
        "Tjeneste: Støttekontakt",
        "Tallene gjelder støttekontakt",
        "Brukte filtre: Diagnose er CP",
        "Service is not BPA",
    ] {
        let told = refused(&across(&format!("BPA-brukere 31.12.2024\n{line}"), "Kommune", ""), "");
        assert!(told.starts_with("t.csv:2"), "{line}: {told}");
    }
    for title in ["BPA 1. tertial 2024", "BPA jan.–juni 2024", "Årsprognose BPA 2024"] {
        refused(&format!("{title}\nKommune;Refusjon\nAsker;45300000\n"), "");
    }
    for heading in ["Timepris m/mva 2024", "Timepris 2024, mva inkludert"] {
        assert!(
            refused(&format!("Kommune;{heading}\nAsker;650\n"), "").contains("value added tax"),
            "{heading}"
        );
    }
}

#[test]
fn a_day_without_its_year_is_of_the_years_of_the_columns() {
    let place = tempfile::tempdir().expect("folder");
    let text =
        format!("BPA-brukere per 1. januar\nKommune;År;{}\n3203 Asker;2025;16;43;24;9;6\n", AGES.join(";"));
    let found = read(place.path(), &text).expect("a date without its year");
    assert!(found.contains(ASKER), "{found}");
}
