//! Files that were once read as something else than they are: years as municipalities, two services as one, one sex as everybody,
//! a part as the whole. Each is read right, or refused by the cell or line that shows it.

use crate::program::bpasim;
use rust_xlsxwriter::{Formula, Workbook};
use std::fs;
use std::path::Path;

const AGES: &str = "0-17;18-49;50-66;67-79;80+";
const COUNTS: &str = "16;43;24;9;6";
const ASKER: &str = "3203,2024,,16,43,24,9,6";

/// Imports a text; the counts that are written, or what is told where nothing is.
#[track_caller]
fn counts(dir: &Path, text: &str, options: &str) -> String {
    fs::write(dir.join("bpa.csv"), text).expect("written");
    of_file(dir, "bpa.csv", "recipients", options)
}

#[track_caller]
fn of_file(dir: &Path, file: &str, table: &str, options: &str) -> String {
    let output = bpasim(dir, &format!("import {file} --published --lang en --out ut {options}"));
    let written = fs::read_to_string(dir.join(format!("ut/data/{table}.csv")));
    match output.status.code() {
        Some(0) => {
            fs::remove_dir_all(dir.join("ut")).expect("removed");
            written.unwrap_or_default().lines().skip(1).collect::<Vec<_>>().join(" ")
        }
        Some(2) if !dir.join("ut").exists() => String::from_utf8_lossy(&output.stderr).into_owned(),
        code => panic!("{file}: {code:?} {}", String::from_utf8_lossy(&output.stderr)),
    }
}

/// Ages as rows, each with the numbers of two columns.
fn by_age(first: &str) -> String {
    AGES.split(';').zip(COUNTS.split(';')).map(|(age, n)| format!("{age};{first};{n}\n")).collect()
}

#[test]
fn years_are_not_taken_for_numbers_of_municipalities() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |head: &str| format!("{head}\n{}", by_age("1"));
    for (text, options) in [
        (of("BPA i Asker per 31.12.2024\n\nAlder;2023;2024"), ""),
        (of("BPA i Asker\n\nAlder;2023*;2024"), ""),
        (of("BPA\n\nAlder;2023;2024"), "--units 3203"),
        (of("BPA i Asker\n\n;2023;2024"), ""),
        (format!("BPA i Asker\n\nKommune;{AGES}\n2023;1;1;1;1;1\n2024;{COUNTS}\n"), ""),
        (format!("BPA\n\nRegion;{AGES}\n2024;{COUNTS}\n"), "--units 3203"),
    ] {
        assert_eq!(counts(dir, &text, options), ASKER, "{text}");
    }
    for (text, options, part) in [
        (of("BPA\n\nAlder;2023;2024"), "", "--units"),
        (format!("BPA 2024\n\nKommune;{AGES}\n2024;{COUNTS}\n"), "", "Berlevåg"),
        (format!("BPA 2024\n\nKommune;{AGES}\n\"Asker\";1;1;1;1;1\n2024;{COUNTS}\n"), "", "bpa.csv:5"),
    ] {
        let told = counts(dir, &text, options);
        assert!(told.contains(part), "{text}: {told}");
    }
    let refund =
        "Refusjon i Asker kommune\n\nRegnskap;2023;2024\nRefusjon (1000 kr);28000;31200\nTimepris;490;505\n";
    fs::write(dir.join("r.csv"), refund).expect("written");
    let read = of_file(dir, "r.csv", "accounts", "");
    assert_eq!(read, "3203,2023,490,28000000 3203,2024,505,31200000");
}

#[test]
fn two_columns_of_the_same_are_told_apart_or_refused() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let both = format!("Kommune;{AGES};{AGES}\nAsker;{COUNTS};60;70;80;90;100\n");
    for upper in ["BPA;;;;;Støttekontakt;;;;", "Antall;;;;;Endring;;;;", "Brukere;;;;;Vedtak;;;;"] {
        assert_eq!(counts(dir, &format!("BPA 2024\n\n;{upper}\n{both}"), ""), ASKER, "{upper}");
    }
    for upper in ["", ";Frogner;;;;;Sagene;;;;\n"] {
        let told = counts(dir, &format!("BPA 2024\n\n{upper}{both}"), "");
        assert!(told.contains("B «0-17», G «0-17»"), "{upper}: {told}");
    }
    let services =
        ";BPA;;Støttekontakt;\nKommune;Personer;Timer per uke;Personer;Timer per uke\nAsker;20;38;40;3\n";
    fs::write(dir.join("h.csv"), services).expect("written");
    let groups = of_file(dir, "h.csv", "recipient_groups", "--as hours --year 2024");
    assert!(groups.starts_with("3203,all,20,38,"), "{groups}");
    let list = "Saksnr;Fødselsår;Timer per uke;Timer per uke\n1;1984;20;3\n";
    let told = counts(dir, list, "--units 3203 --year 2024");
    assert!(told.starts_with("bpa.csv:1") && told.contains("C, D"), "{told}");
    let prices = "Kommune;Timepris 2024;Pris per time 2024\nAsker;505;631\n";
    assert!(counts(dir, prices, "").contains("two columns"));
}

#[test]
fn one_sex_is_not_everybody_and_a_part_not_the_whole() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let sexes = |rows: &str| format!("BPA 2024\n\nKommune;Kjønn;{AGES}\n{rows}");
    assert_eq!(
        counts(dir, &sexes(&format!("Asker;Begge kjønn;{COUNTS}\nAsker;Kvinner;8;23;12;5;3\n")), ""),
        ASKER
    );
    for (rows, part) in [
        ("Asker;Menn;8;20;12;4;3\n", "0-17 menn"),
        ("Asker;Menn;8;20;12;4;3\nAsker;Kvinner;8;;12;5;3\n", "18-49 menn"),
    ] {
        let told = counts(dir, &sexes(rows), "");
        assert!(told.contains("one sex") && told.contains(part), "{told}");
    }
    let parts = |rows: &str| format!("BPA 2024\n\nKommune;{AGES}\n{rows}");
    let royken = parts(&format!("0627 Røyken;{COUNTS}\n"));
    let told = counts(dir, &royken, "");
    assert!(told.contains("0220 Asker, 0628 Hurum") && told.contains("0627=3203"), "{told}");
    for options in ["--map 0627=3203", "--units 3203"] {
        assert_eq!(counts(dir, &royken, options), ASKER, "{options}");
    }
    let all = parts("0220 Asker;10;40;20;5;4\n0627 Røyken;3;1;2;2;1\n0628 Hurum;3;2;2;2;1\n");
    assert_eq!(counts(dir, &all, ""), ASKER);
    let list: String = (0..20).map(|n| format!("{n};0628 Hurum;{};20\n", 1950 + n)).collect();
    let list = format!("Saksnr;Kommune;Fødselsår;Timer per uke\n{list}");
    assert!(counts(dir, &list, "--year 2024").contains("0220 Asker, 0627 Røyken"));
}

#[test]
fn numbers_of_rows_are_no_municipalities_and_make_none_a_sum() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for text in [
        format!("BPA 2024\n\nKommune;{AGES}\n1 Asker;{COUNTS}\n"),
        format!("BPA 2024\n\nNummer;Kommune;{AGES}\n1;Asker;{COUNTS}\n"),
        format!("BPA 2024\n\nNr;Kommune;{AGES}\n1103;Asker;{COUNTS}\n"),
        format!("BPA 2024\n\nKommune;{AGES}\nAsker kommune (3203);{COUNTS}\nDelsum;{COUNTS}\n"),
    ] {
        assert_eq!(counts(dir, &text, ""), ASKER, "{text}");
    }
    for heading in ["ID", "Nummer", "Nr"] {
        let rows: String = (0..40).map(|n| format!("{};{};20\n", 1095 + n, 1930 + 2 * n)).collect();
        let text = format!("{heading};Fødselsår;Timer per uke\n{rows}");
        let read = counts(dir, &text, "--year 2024 --units 3203");
        assert!(read.starts_with("3203,2024,,") && !read.contains(' '), "{heading}: {read}");
        let sum: u32 = read.split(',').skip(3).map(|n| n.parse::<u32>().expect("a number")).sum();
        assert_eq!(sum, 40, "{heading}: {read}");
    }
}

#[test]
fn a_line_longer_than_its_headings_is_refused() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let head = AGES.replace(';', ",");
    for (text, options) in [
        (format!("BPA 2024\nKommune,{head}\nOslo,74,1,207,150,60,20\n"), ""),
        ("Tall\nKommune,Timepris 2024,Refusjon 2024\n3203,505,5,31200000\n".into(), ""),
        ("Tall\nAlder,Asker,Bærum\n0-17,1,016,1\n".into(), "--as recipients --year 2024"),
    ] {
        let told = counts(dir, &text, options);
        assert!(told.starts_with("bpa.csv:3") && told.contains("commas separate"), "{text}: {told}");
    }
}

#[test]
fn what_has_no_value_and_what_stands_far_out_is_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let book = |stray: Option<(u32, u16)>, error: bool| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("BPA 2024").expect("a name");
        for (column, (age, n)) in AGES.split(';').zip([16, 43, 24, 9, 6]).enumerate() {
            sheet.write_string(0, column as u16 + 1, age).expect("a cell");
            sheet.write_number(1, column as u16 + 1, n).expect("a cell");
        }
        sheet.write_string(0, 0, "Kommune").and_then(|s| s.write_string(1, 0, "Asker")).expect("a cell");
        if let Some((row, column)) = stray {
            sheet.write_string(row, column, "x").expect("a cell");
        }
        if error {
            sheet.write_formula(1, 2, Formula::new("=X1/0").set_result("#DIV/0!")).expect("a cell");
        }
        book.save(dir.join("b.xlsx")).expect("written");
        of_file(dir, "b.xlsx", "recipients", "--year 2024")
    };
    assert_eq!(book(Some((1_048_575, 16_383)), false), ASKER);
    let told = book(None, true);
    // What is not read may have any fault.
    fs::write(
        dir.join("n.csv"),
        format!("Kommune;{AGES};Timer per uke;Andel\nAsker;{COUNTS};#DIV/0!;#I/T\n"),
    )
    .expect("written");
    assert_eq!(of_file(dir, "n.csv", "recipients", "--as recipients --year 2024"), ASKER);
    assert!(told.starts_with("BPA 2024!C2") && told.contains("#DIV/0!"), "{told}");
}
