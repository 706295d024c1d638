//! What files say beside their numbers: in several cells above the headings, among the rows, below them, in notes, in columns of
//! words, in how a workbook shows its cells. Nothing of it may be passed over.

use crate::program::bpasim;
use rust_xlsxwriter::{Format, FormatScript, Workbook, Worksheet};
use std::fs;
use std::path::Path;

const HEAD: &str = "Kommune;0-17;18-49;50-66;67-79;80+";
const ROW: &str = "Asker;16;43;24;9;6";
const ASKER: &str = "3203,2024,,16,43,24,9,6";

/// Imports a file; the rows of a table that is written, or what is told where nothing is.
#[track_caller]
fn of_file(dir: &Path, file: &str, table: &str, options: &str) -> (bool, String) {
    let output = bpasim(dir, &format!("import {file} --published --lang en --out ut {options}"));
    let written = fs::read_to_string(dir.join(format!("ut/data/{table}.csv"))).unwrap_or_default();
    match output.status.code() {
        Some(0) => {
            fs::remove_dir_all(dir.join("ut")).expect("removed");
            let told = String::from_utf8_lossy(&output.stdout).into_owned();
            (true, written.lines().skip(1).collect::<Vec<_>>().join(" ") + "\n" + &told)
        }
        Some(2) => (false, String::from_utf8_lossy(&output.stderr).into_owned()),
        code => panic!("{file}: {code:?}"),
    }
}

#[track_caller]
fn read(dir: &Path, text: &str, options: &str) -> String {
    fs::write(dir.join("t.csv"), text).expect("written");
    let (read, told) = of_file(dir, "t.csv", "recipients", options);
    assert!(read, "{text}: {told}");
    told
}

#[track_caller]
fn refused(dir: &Path, text: &str, options: &str, part: &str) {
    fs::write(dir.join("t.csv"), text).expect("written");
    let (read, told) = of_file(dir, "t.csv", "recipients", options);
    assert!(!read && told.contains(part), "{text}: {told}");
}

#[test]
fn texts_in_several_cells_and_below_the_table_say_what_numbers_are() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let table = format!("{HEAD}\n{ROW}\n");
    for (above, below, part) in [
        ("Mottakere av støttekontakt;;Utskrift 05.01.2025\n\n", "", "another service"),
        ("Tjeneste;Støttekontakt\n\n", "", "another service"),
        ("BPA\nTjeneste;Støttekontakt\n", "", "another service"),
        ("Kjønn;Kvinne\n\nBPA-brukere\n", "", "one sex"),
        ("Status;Avslag\n\nBPA\n", "", "refusals"),
        ("Mottakere av ledsagerbevis\n\n", "", "something else than BPA"),
        ("Antall BPA-vedtak\n\n", "", "decisions"),
        ("BPA i løpet av året\n\n", "", "during"),
        ("BPA hittil i år\n\n", "", "a part of a year"),
        ("BPA-brukere våren 2024\n\n", "", "a part of a year"),
        ("BPA-brukere jan.–juni 2024\n\n", "", "a part of a year"),
        ("BPA-brukere K2 2024\n\n", "", "a part of a year"),
        ("BPA-brukere\n\n", "\nTallene er for 1.1.–30.6.2024.\n", "a part of a year"),
        ("", "\nTabellen gjelder støttekontakt.\n", "another service"),
        ("BPA-brukere\n\n", "\nTallene gjelder kun kvinner.\n", "one sex"),
        ("BPA-brukere\n\n", "\n* Prosent av alle brukere\n", "shares"),
        ("BPA-brukere\n\n", "\nTall per 31.12.2022.\n", "another year"),
        ("BPA-brukere per 31.12.2022\n\n", "", "another year"),
        ("BPA i bydel Frogner, Oslo kommune\n\n", "", "part of the municipality"),
    ] {
        refused(dir, &format!("{above}{table}{below}"), "--year 2024", part);
    }
    for (above, below) in [
        ("BPA-brukere;;Utskrift 05.01.2025\n\n", "Kilde: hjemmetjenesten, uttrekk i mars 2025\n"),
        ("Tjeneste;BPA\nKjønn;(Alle)\n\n", "Tallene omfatter ikke støttekontakt.\n"),
        (
            "BPA-brukere 31.12.2024\n\n",
            "BPA-brukere utgjør mindre enn 0,1 % av innbyggerne i de fleste kommuner.\n",
        ),
    ] {
        assert!(read(dir, &format!("{above}{table}{below}"), "--year 2024").starts_with(ASKER), "{above}");
    }
    // What the user says of a title stands, and is told; what stands right over columns is of those.
    let told = read(dir, &format!("Avslag på BPA\n\n{table}"), "--as recipients --year 2024");
    assert!(told.starts_with(ASKER) && told.contains("refusals"), "{told}");
    for upper in ["Støttekontakt", "Kvinner", "Prosent", "Nye brukere"] {
        let text = format!(";{upper};;;;;Merknad\n{HEAD};Merknad\n{ROW};\n");
        refused(dir, &text, "--as recipients --year 2024", "t.csv");
    }
}

#[test]
fn blocks_of_rows_are_not_all_of_one() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (rows, line) in [
        (format!("BPA;;;;;\n{ROW}\nStøttekontakt;;;;;\nBærum;1;2;3;4;5\n"), "t.csv:4"),
        ("Menn;;;;;\nAsker;8;20;12;4;3\nKvinner;;;;;\nBærum;8;23;12;5;3\n".into(), "t.csv:2"),
        (format!("2023;;;;;\n{ROW}\n2024;;;;;\nBærum;1;2;3;4;5\n"), "t.csv:2"),
        (format!("{ROW}\n\nKommune;80+;67-79;50-66;18-49;0-17\nBærum;5;4;3;2;1\n"), "t.csv:4"),
    ] {
        refused(dir, &format!("{HEAD}\n{rows}"), "--as recipients --year 2024", line);
    }
    // Headings that are repeated on each page are no other table's.
    let repeated = format!("{HEAD}\n{ROW}\n{HEAD}\nBærum;1;2;3;4;5\n");
    assert!(read(dir, &repeated, "--as recipients --year 2024").contains("3201,2024,,1,2,3,4,5"));
}

#[test]
fn columns_of_words_divide_what_is_counted() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let with = |heading: &str, word: &str| format!("BPA 2024\n\n{HEAD};{heading}\n{ROW};{word}\n");
    for (heading, word, part) in [
        ("Bydel", "Frogner", "part of the municipality"),
        ("Sone", "Heggedal", "part of the municipality"),
        ("Leverandør", "Privat", "part of the municipality"),
        ("Gruppe", "Kvinner", "one sex"),
        ("Måned", "Mars", "during"),
        ("Tjeneste", "Ledsagerbevis", "column"),
    ] {
        refused(dir, &with(heading, word), "", part);
        let skip = format!("--map {heading}=skip");
        assert!(read(dir, &with(heading, word), &skip).starts_with(ASKER), "{heading}");
    }
    for (heading, word) in
        [("Bydel", "Alle"), ("Måned", "Desember"), ("Sone", "Asker"), ("Merknad", "Frogner")]
    {
        assert!(read(dir, &with(heading, word), "").starts_with(ASKER), "{heading}");
    }
    let services = format!("BPA\n\n{HEAD};Tjeneste\n{ROW};BPA\nBærum;1;2;3;4;5;Ledsagerbevis\n");
    let told = read(dir, &services, "--year 2024");
    assert!(
        told.starts_with(ASKER) && !told.contains("3201,2024") && told.contains("Ledsagerbevis"),
        "{told}"
    );
}

#[test]
fn what_is_typed_may_not_contradict_the_file() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let table = format!("BPA 2024\n\n{HEAD}\n{ROW}\nBærum;1;2;3;4;5\n");
    refused(dir, &table, "--units 3203", "t.csv:5");
    refused(dir, &table, "--units 3203,1103", "--units");
    refused(dir, &table, "--map Refusjonn=skip", "refusjonn");
    let ages = "Alder;Antall\n0-17;16\n18-49;43\n50-66;24\n67-79;9\n80+;6\n";
    refused(dir, &format!("BPA-brukere i Bærum 2024\n\n{ages}"), "--units 3203", "3201 Bærum");
    refused(dir, &format!("BPA-brukere i Asker og Bærum 2024\n\n{ages}"), "", "--units");
    for (name, year) in [("Sande", 2018), ("Bø", 2018), ("Ålesund", 2022)] {
        let text = format!("BPA\n\n{HEAD}\n{name};16;43;24;9;6\n");
        refused(dir, &text, &format!("--year {year}"), name);
    }
    let halves = "BPA-brukere i Asker\n\nAlder;31.12.2023;30.06.2024\n0-17;1;2\n18+;3;4\n";
    refused(dir, halves, "", "two columns");
    let newer = "BPA i Asker\n\nAlder;2023;2024 (foreløpig)\n0-17;1;2\n18+;3;4\n";
    refused(dir, newer, "", "newer year");
}

#[test]
fn what_is_no_table_is_told_as_what_it_is() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    refused(dir, "", "", "empty");
    refused(dir, "<html><table><tr><td>Kommune</td></tr></table></html>", "", "HTML");
    refused(dir, &format!("BPA 2024\n\n{HEAD}\n{ROW}\n"), "--sheet A", "no sheets");
    refused(dir, "Kommune;Refusjon 2024\nAsker;-31200000\n", "", "minus sign");
}

#[test]
fn hours_and_amounts_of_another_sort_are_not_taken() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let hours = |text: &str| {
        fs::write(dir.join("h.csv"), text).expect("written");
        of_file(dir, "h.csv", "recipient_groups", "--as hours --year 2024")
    };
    let sexes = "Kommune;Kjønn;Alder;Personer;Timer per uke\nAsker;Menn;18-49;10;40\n";
    assert!(!hours(sexes).0);
    let both = format!("{sexes}Asker;Kvinner;18-49;10;20\nAsker;Begge kjønn;18-49;20;30\n");
    let (read, told) = hours(&both);
    assert!(read && told.starts_with("3203,18-49,20,30,") && !told.contains("18-49,10"), "{told}");
    for text in [
        "Kommune;Alder;Personer;Timer per uke\nAsker;18-49;10;40\nAsker;18-49;10;40\n",
        "Kommune;Personer 18-49;Timer per uke 50-66\nAsker;10;40\n",
        "Kommune;Alder;Personer;Median timer per uke\nAsker;18-49;10;40\n",
        "Kommune;Alder;Personer;Søkte timer per uke\nAsker;18-49;10;40\n",
        "Kommune;Alder;Personer;Timer pr oppdrag\nAsker;18-49;10;40\n",
    ] {
        assert!(!hours(text).0, "{text}");
    }
    let (_, told) = hours("Kommune;Alder;Personer;Timer\nAsker;18-49;20;120\n\nTimetallet er per måned.\n");
    assert!(told.starts_with("3203,18-49,20,27.69"), "{told}");
    let costs = |text: &str| {
        fs::write(dir.join("c.csv"), text).expect("written");
        of_file(dir, "c.csv", "accounts", "--as costs")
    };
    for text in [
        "Kommune;Refusjon 2024\nModalen;12500\n\nAlle beløp i 1000 kr\n",
        "Enhet:;1000 kr\n\nKommune;Refusjon 2024\nModalen;12500\n",
        "Kommune;Måleenhet;Refusjon 2024\nModalen;1000 kr;12500\n",
    ] {
        let (read, told) = costs(text);
        assert!(read && told.starts_with("4629,2024,,12500000"), "{text}: {told}");
    }
    for heading in [
        "Refusjon fra NAV 2024",
        "Refusjonskrav 2024",
        "Gjennomsnittlig refusjonsbeløp 2024",
        "Refusjon januar-august 2024",
        "Refusjon per 31.08.2024",
        "Utbetalt i 2025: refusjon for 2024",
    ] {
        assert!(!costs(&format!("Kommune;{heading}\nAsker;31200000\n")).0, "{heading}");
    }
    for heading in ["Lønn per time 2024", "Egenbetaling per time 2024"] {
        assert!(!costs(&format!("Kommune;{heading}\nAsker;235\n")).0, "{heading}");
    }
    let printed = "Timepris og refusjon, utskrift 14.02.2025\n\nKommune;Timepris\nAsker;505\n";
    assert!(costs(printed).1.contains("year"));
}

/// A workbook of one table, with what else is done to it.
fn book(dir: &Path, more: impl Fn(&mut Worksheet)) -> (bool, String) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, cell) in HEAD.split(';').enumerate() {
        sheet.write_string(0, column as u16, cell).expect("a cell");
    }
    for (column, cell) in ROW.split(';').enumerate() {
        match cell.parse::<f64>() {
            Ok(number) => sheet.write_number(1, column as u16, number).map(|_| ()),
            Err(_) => sheet.write_string(1, column as u16, cell).map(|_| ()),
        }
        .expect("a cell");
    }
    more(sheet);
    book.save(dir.join("b.xlsx")).expect("written");
    of_file(dir, "b.xlsx", "recipients", "--as recipients --year 2024")
}

#[test]
fn raised_marks_are_no_digits_and_formats_say_what_numbers_are() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let (plain, raised) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
    let (read, told) = book(dir, |sheet| {
        sheet.write_rich_string(1, 1, &[(&plain, "16"), (&raised, "1")]).expect("a cell");
    });
    assert!(read && told.starts_with(ASKER) && told.contains("raised marks"), "{told}");
    for format in ["0\"%\"", "0%", "# ##0 \"tusen\""] {
        let own = Format::new().set_num_format(format);
        let (read, told) = book(dir, |sheet| {
            sheet.write_number_with_format(1, 1, 16, &own).expect("a cell");
        });
        assert!(!read && told.contains("!B2"), "{format}: {told}");
    }
}

/// One of ten persons has other services: the share is not his own, and what he costs is not written, which is told.
#[test]
fn what_others_cost_is_not_told_of_few() {
    let dir = tempfile::tempdir().expect("folder");
    let text = "kommune;alder;personer;timer per uke;andel med andre tjenester;andre tjenester kr/år\n\
        3203 Asker;18-49;10;33,5;0,1;755000\n";
    fs::write(dir.path().join("t.csv"), text).expect("written");
    let rows = |options: &str| {
        let output = bpasim(dir.path(), &format!("import t.csv --as hours --lang en --out ut {options}"));
        assert_eq!(output.status.code(), Some(0));
        let rows = fs::read_to_string(dir.path().join("ut/data/recipient_groups.csv")).expect("written");
        fs::remove_dir_all(dir.path().join("ut")).expect("removed");
        (rows, String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (kept, told) = rows("");
    assert!(!kept.contains("755000") && !kept.contains("0.1"), "{kept}");
    assert!(told.contains("share or cost of other services is not written"), "{told}");
    let (open, told) = rows("--published");
    assert!(open.contains("0.1000,755000") && !told.contains("of few"), "{open} {told}");
}
