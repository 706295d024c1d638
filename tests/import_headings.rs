//! Headings over several rows, and tables that stand turned with words between the municipalities and their numbers: each number
//! is read as what all of its headings say, or refused.

use crate::import_siblings::fill;
use crate::program::bpasim;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::Path;

pub const ASKER: &str = "3203,2024,,16,43,24,9,6";
pub const AGES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];
/// Numbers of those with BPA in Asker and Bærum, by age.
const OWN: [[u32; 5]; 2] = [[16, 43, 24, 9, 6], [8, 20, 11, 7, 6]];
/// The municipalities as rows name them.
const UNITS: [&str; 2] = ["3203 Asker", "3201 Bærum"];
/// What stands in the columns beside.
const BESIDE: u32 = 3;

/// The counts that are read from a text, and from a workbook with the same cells; what is told where they are refused.
#[track_caller]
pub fn read(dir: &Path, text: &str) -> Result<String, String> {
    fs::write(dir.join("t.csv"), text).expect("written");
    let mut book = Workbook::new();
    fill(book.add_worksheet(), &text.lines().collect::<Vec<_>>());
    book.save(dir.join("t.xlsx")).expect("saved");
    let own = |file: &str| {
        let output = bpasim(dir, &format!("import {file} --published --lang en --out ut"));
        let written = fs::read_to_string(dir.join("ut/data/recipients.csv")).unwrap_or_default();
        match output.status.code() {
            Some(0) => {
                fs::remove_dir_all(dir.join("ut")).expect("removed");
                Ok(written)
            }
            Some(2) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
            code => panic!("{text}: {code:?} {}", String::from_utf8_lossy(&output.stderr)),
        }
    };
    let (plain, sheet) = (own("t.csv"), own("t.xlsx"));
    assert_eq!(plain.as_ref().ok(), sheet.as_ref().ok(), "{text}");
    sheet
}

/// Municipalities as rows, with two columns for each age under words of their own; the second has what is to be read.
fn by_rows(lower: [&str; 2]) -> String {
    let upper: String = AGES.iter().map(|ages| format!(";{ages};")).collect();
    let under: String = AGES.iter().map(|_| format!(";{};{}", lower[0], lower[1])).collect();
    let row = |unit: usize| -> String {
        OWN[unit].iter().map(|own| format!(";{BESIDE};{own}")).collect::<String>()
    };
    let rows: String = (0..2).map(|unit| format!("{}{}\n", UNITS[unit], row(unit))).collect();
    format!("BPA-brukere 31.12.2024\nKommune{upper}\n{under}\n{rows}")
}

/// The same with the municipalities as columns; the heading over the ages stands in one of two rows.
fn turned(lower: [&str; 2], corners: [&str; 2]) -> String {
    let upper: String = UNITS.iter().map(|unit| format!(";{unit};")).collect();
    let under: String = UNITS.iter().map(|_| format!(";{};{}", lower[0], lower[1])).collect();
    let row = |age: usize| -> String { OWN.iter().map(|own| format!(";{BESIDE};{}", own[age])).collect() };
    let rows: String = (0..5).map(|age| format!("{}{}\n", AGES[age], row(age))).collect();
    format!("BPA-brukere 31.12.2024\n{}{upper}\n{}{under}\n{rows}", corners[0], corners[1])
}

#[test]
fn a_second_row_of_headings_divides_the_columns_of_the_first() {
    let place = tempfile::tempdir().expect("folder");
    for lower in [
        ["Avlastning", "BPA"],
        ["Støttekontakt", "Brukerstyrt personlig assistanse"],
        ["Nye", "Totalt"],
        ["Nye", "I alt"],
        ["Andel", "Antall"],
        ["Budsjett", "Regnskap"],
    ] {
        let found = read(place.path(), &by_rows(lower)).expect(lower[0]);
        assert!(found.contains(ASKER), "{lower:?}: {found}");
    }
    for lower in [["Uloba", "Kommunen"], ["Mål", "Resultat"], ["Levert", "Vedtak"], ["Vår", "Høst"]] {
        let told = read(place.path(), &by_rows(lower)).expect_err(lower[0]);
        assert!(told.contains(lower[0]), "{lower:?}: {told}");
    }
}

#[test]
fn what_stands_over_ages_tells_them_apart_below_a_blank_corner_too() {
    let place = tempfile::tempdir().expect("folder");
    let ages = AGES.join(";");
    let rows: String = (0..2)
        .map(|unit| {
            let own = OWN[unit].map(|own| own.to_string()).join(";");
            format!("{};3;3;3;3;3;{own}\n", UNITS[unit])
        })
        .collect();
    for corner in ["", "Kommune"] {
        for upper in [["Støttekontakt", "BPA"], ["Nye", "Totalt"], ["Timer", "Brukere"], ["2023", "2024"]] {
            let heads = format!(";{};;;;;{};;;;\n{corner};{ages};{ages}", upper[0], upper[1]);
            let found = read(place.path(), &format!("BPA-brukere\n{heads}\n{rows}Tall per 31.12.2024\n"));
            let found = found.expect(upper[0]);
            assert!(found.contains(ASKER), "{upper:?} {corner}: {found}");
        }
    }
}

#[test]
fn words_below_municipalities_divide_their_columns() {
    let place = tempfile::tempdir().expect("folder");
    for corners in [["Alder", ""], ["", "Alder"], ["", ""]] {
        for lower in [["Støttekontakt", "BPA"], ["Andel", "Antall"], ["Endring", "Antall"], ["Nye", "Totalt"]]
        {
            let found = read(place.path(), &turned(lower, corners)).expect(lower[0]);
            assert!(found.contains(ASKER), "{lower:?} {corners:?}: {found}");
        }
        for lower in [["Uloba", "Kommunen"], ["Mål", "Resultat"], ["Nye", "Gamle"], ["Vår", "Høst"]] {
            let told = read(place.path(), &turned(lower, corners)).expect_err(lower[0]);
            assert!(told.contains('3'), "{lower:?} {corners:?}: {told}");
        }
    }
    // Both sexes are everybody.
    let found = read(place.path(), &turned(["Menn", "Kvinner"], ["Alder", ""])).expect("sexes");
    assert!(found.contains("3203,2024,,19,46,27,12,9"), "{found}");
    // Ages below ages are not those of the rows.
    assert!(read(place.path(), &turned(["Under 67", "Over 67"], ["Alder", ""])).is_err());
    // A column without a heading is no less a column.
    let told = read(place.path(), &turned(["", ""], ["Alder", ""])).expect_err("two columns of each");
    assert!(told.contains("twice"), "{told}");
}

#[test]
fn what_a_dashboard_says_it_has_chosen_is_what_its_numbers_are_of() {
    let place = tempfile::tempdir().expect("folder");
    let of = |above: &str, below: &str| {
        let rows = "3203 Asker;16;43;24;9;6\n3201 Bærum;8;20;11;7;6\n";
        format!("BPA-brukere 31.12.2024\n{above}\nKommune;{}\n{rows}{below}\n", AGES.join(";"))
    };
    for text in [
        "Brukte filtre: Bydel er Nord",
        "Applied filters: Supplier is Uloba",
        "Leverandør er Uloba",
        "Filter: Kjønn er Kvinne og År er 2024",
        "Inkluderer også støttekontakt",
        "Tallene er inkl. avlastning",
    ] {
        assert!(read(place.path(), &of(text, "")).is_err(), "above: {text}");
        assert!(read(place.path(), &of("", text)).is_err(), "below: {text}");
    }
    for text in [
        "Brukte filtre: Tjeneste er BPA og År er 2024",
        "Inkluderer ikke støttekontakt",
        "Virksomhet: Asker kommune",
        "Alder er ved årets slutt",
    ] {
        for (above, below) in [(text, ""), ("", text)] {
            let found = read(place.path(), &of(above, below)).expect(text);
            assert!(found.contains(ASKER), "{text}: {found}");
        }
    }
}

#[test]
fn a_claim_for_refund_counts_those_who_have_bpa() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let list = |head: &str, of: &str, none: &str| {
        let rows = (0..9).map(|row| {
            let own = if row < 6 { of } else { none };
            format!("A{row};{};{own};300000\n", 1970 + row)
        });
        format!("Saksnr;Fødselsår;{head};Lønn andre tjenester\n{}", rows.collect::<String>())
    };
    let import = |text: String| {
        fs::write(dir.join("krav.csv"), text).expect("written");
        bpasim(dir, "import krav.csv --year 2024 --units 3203 --lang en --out ut")
    };
    for (head, of, none) in [
        ("Lønn BPA", "912000", "0"),
        ("BPA", "912000", ""),
        ("Brukerstyrt personlig assistanse", "912000", "-"),
    ] {
        let output = import(list(head, of, none));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{head}: {told}");
        let found = fs::read_to_string(dir.join("ut/data/recipients.csv")).expect("counts");
        let counts = found.lines().nth(1).expect("a row").split(',').skip(3);
        assert_eq!(counts.map(|own| own.parse::<u32>().expect("a count")).sum::<u32>(), 6, "{head}: {found}");
        fs::remove_dir_all(dir.join("ut")).expect("removed");
    }
    let output = import(list("Direkte lønnsutgifter", "912000", "812000"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("which of them have BPA"), "{told}");
}
