//! One municipality's table as offices, spreadsheets and their own programs save it: read right, or refused by the cell with what
//! to do. What is guessed and what a workbook hides is told.

use crate::program::{bpasim, stdout};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::fs;
use std::path::Path;

const AGES: [&str; 5] = ["0-17 år", "18-49 år", "50-66 år", "67-79 år", "80 år og over"];
const COUNTS: [&str; 5] = ["16", "43", "24", "9", "6"];

/// Imports a file as published figures of 2024; what is printed, and the counts that are written.
#[track_caller]
fn read(dir: &Path, file: &str, options: &str) -> (String, String) {
    let words = format!("import {file} --published --year 2024 --lang en --out {file}.ut {options}");
    let told = stdout(&bpasim(dir, &words));
    let counts = fs::read_to_string(dir.join(format!("{file}.ut/data/recipients.csv"))).unwrap_or_default();
    (told, counts)
}

/// What is told of a file that is refused, after which nothing is written.
#[track_caller]
fn refused(dir: &Path, file: &str, options: &str) -> String {
    let words = format!("import {file} --published --year 2024 --lang en --out no {options}");
    let output = bpasim(dir, &words);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{file}: {told}");
    assert!(!dir.join("no").exists(), "{file}: {told}");
    told
}

fn text(dir: &Path, file: &str, text: &str) {
    fs::write(dir.join(file), text).expect("written");
}

/// Ages as rows, each with what stands after it.
fn by_age(after: impl Fn(&str) -> String) -> String {
    AGES.iter().zip(COUNTS).map(|(age, n)| format!("{age};{}\n", after(n))).collect()
}

/// A table with a row for a municipality, after what stands in its own columns.
fn table(keys: &str, place: &str) -> String {
    format!("{keys};{}\n{place};{}\n", AGES.join(";"), COUNTS.join(";"))
}

/// Writes rows of texts to a sheet, numbers as such.
pub fn fill(sheet: &mut Worksheet, rows: &[&str]) {
    for (row, line) in rows.iter().enumerate() {
        for (column, cell) in line.split(';').enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (row, column) = (row as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).map(|_| ()),
                Err(_) => sheet.write_string(row, column, cell).map(|_| ()),
            }
            .expect("a cell");
        }
    }
}

/// A workbook of one sheet, with what else is done to it.
fn book(dir: &Path, file: &str, sheet: &str, rows: &[&str], more: impl Fn(&mut Worksheet)) {
    let mut book = Workbook::new();
    let own = book.add_worksheet().set_name(sheet).expect("a name");
    fill(own, rows);
    more(own);
    book.save(dir.join(file)).expect("written");
}

const ASKER: &str = "3203,2024,,16,43,24,9,6";

#[test]
fn a_turned_table_is_read_and_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let two = by_age(|n| format!("{n};{n}"));
    let sexes: Vec<String> = ["Menn", "Kvinner"]
        .iter()
        .flat_map(|sex| {
            AGES.iter().zip([8, 20, 12, 4, 3]).map(move |(age, n)| format!("{sex};{age};{n};{n}"))
        })
        .collect();
    for (n, (own, last)) in [
        (
            format!(
                "BPA-brukere\n\nAlder;Asker;Bærum;Sum\n{}Kilde: Profil\n",
                by_age(|n| format!("{n};{n};0"))
            ),
            ASKER,
        ),
        (format!("BPA-brukere\n;3203 Asker;K-3201 Bærum\n{two}I alt;98;98\n"), ASKER),
        (format!("BPA-brukere\nAlder;3203;3201;Andel\n{}", by_age(|n| format!("{n};{n};1,5"))), ASKER),
        (
            format!(
                "BPA-brukere\nAlder;Asker;;Bærum;\n;2023;2024;2023;2024\n{}",
                by_age(|n| format!("1;{n};1;{n}"))
            ),
            ASKER,
        ),
        (format!("BPA-brukere\nAlder;Asker\n{}", by_age(|n| n.into())), ASKER),
        (format!("BPA-brukere\nKjønn;Alder;Asker;Bærum\n{}\n", sexes.join("\n")), "3203,2024,,16,40,24,8,6"),
    ]
    .into_iter()
    .enumerate()
    {
        let file = format!("{n}.csv");
        text(dir, &file, &own);
        let (told, counts) = read(dir, &file, "");
        assert!(counts.lines().any(|line| line == last), "{own}\n{counts}");
        let page = fs::read_to_string(dir.join(format!("{file}.ut/import.md"))).expect("page");
        assert!(told.contains("read turned") && page.contains("read turned"), "{told}\n{page}");
    }
    // Cells keep their names.
    text(dir, "cell.csv", &format!("BPA\nAlder;Asker;Bærum\n{}", two.replace("24;24", "24;ti")));
    let told = refused(dir, "cell.csv", "");
    assert!(told.contains("cell.csv:5: Bærum") && told.contains("ti"), "{told}");
    book(dir, "cell.xlsx", "Ark1", &["BPA", "Alder;Asker;Askr;Bærum", "0-17;1;2;3", "18+;1;2;3"], |_| {});
    assert!(refused(dir, "cell.xlsx", "").contains("Ark1!C2"), "{}", refused(dir, "cell.xlsx", ""));
    // The same municipality twice may be of two things.
    text(dir, "twice.csv", &format!("BPA\nAlder;Asker;Asker\n{two}"));
    assert!(refused(dir, "twice.csv", "").contains("headings"));
}

#[test]
fn what_a_workbook_hides_is_counted_and_told() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let head = format!("Kommune;{}", AGES.join(";"));
    let rows = [head.as_str(), "Asker;16;43;24;9;6", "Bærum;20;50;30;10;7", "", "Oslo;74;207;150;60;20"];
    let mut own = Workbook::new();
    let sheet = own.add_worksheet().set_name("Brukere").expect("a name");
    fill(sheet, &rows);
    sheet.set_row_hidden(2).and_then(|s| s.set_row_hidden(3)).expect("hidden");
    sheet.set_column_hidden(3).expect("hidden");
    let old = own.add_worksheet().set_name("gammel").expect("a name");
    fill(old, &[&head, "Asker;17;43;24;9;6"]);
    old.set_hidden(true);
    own.save(dir.join("b.xlsx")).expect("written");
    let (told, counts) = read(dir, "b.xlsx", "");
    assert!(counts.contains("\n3201,2024,,20,50,30,10,7\n") && counts.contains(ASKER), "{counts}");
    for part in ["1 hidden rows with content are read and counted (row 3)", "column D", "(gammel)"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    fs::copy(dir.join("b.xlsx"), dir.join("chosen.xlsx")).expect("copied");
    let (told, counts) = read(dir, "chosen.xlsx", "--sheet gammel --as recipients");
    assert!(!told.contains("(gammel)") && counts.ends_with("3203,2024,,17,43,24,9,6\n"), "{told}{counts}");
    // Only a hidden sheet has a table.
    let mut own = Workbook::new();
    own.add_worksheet().set_name("Forside").expect("a name").write_string(0, 0, "Velkommen").expect("a cell");
    let old = own.add_worksheet().set_name("data").expect("a name");
    fill(old, &[&head, "Asker;16;43;24;9;6"]);
    old.set_hidden(true);
    own.save(dir.join("h.xlsx")).expect("written");
    let told = refused(dir, "h.xlsx", "");
    assert!(told.contains("--sheet") && told.contains("data"), "{told}");
}

#[test]
fn a_kind_is_guessed_where_something_tells_it_and_asked_else() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let plain = table("Kommune", "Asker");
    for (file, own, why) in [
        ("bpa_asker_2024.csv", plain.clone(), "the name of the file"),
        ("a.csv", plain.clone(), "below 2 % of the inhabitants"),
        ("b.csv", plain.replace(";0-17", ";BPA-brukere 0-17"), "its headings"),
    ] {
        text(dir, file, &own);
        let (told, counts) = read(dir, file, "");
        assert!(told.contains(why) && counts.contains(ASKER), "{file}: {told}");
    }
    let head = format!("Kommune;{}", AGES.join(";"));
    book(dir, "s.xlsx", "Brukere 2024", &[&head, "Asker;16;43;24;9;6"], |_| {});
    assert!(read(dir, "s.xlsx", "").0.contains("the name of the sheet"));
    let people = "Kommune;0-15;16-17;18-49;50-66;67-79;80+\nAsker;19000;2700;38000;22000;11000;4500\n";
    text(dir, "p.csv", people);
    assert!(read(dir, "p.csv", "").0.contains("read as population"));
    for (file, own, part) in [
        ("m.csv", plain.replace("16;43;24;9;6", "640;1720;960;360;240"), "3.86 %"),
        ("o.csv", format!("Mottakere av støttekontakt\n\n{plain}"), "another service"),
        ("d.csv", format!("Brukere og innbyggere\n\n{plain}"), "several things"),
    ] {
        text(dir, file, &own);
        let told = refused(dir, file, "");
        assert!(told.contains("--as") && told.contains(part), "{told}");
    }
}

#[test]
fn a_kind_that_the_numbers_deny_is_refused_by_its_cell() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let head = format!("Kommune;{}", AGES.join(";"));
    let rows = [head.as_str(), "Asker;21000;38000;22000;11000;4500", "Bærum;28000;50000;28000;15000;7000"];
    book(dir, "p.xlsx", "Ark1", &rows, |_| {});
    let told = refused(dir, "p.xlsx", "--as recipients");
    assert!(told.contains("Ark1!") && told.contains("--as population"), "{told}");
    assert_eq!(told.lines().filter(|line| line.contains("Ark1!")).count(), 1, "{told}");
    // One cell alone that is out of measure.
    book(dir, "c.xlsx", "Ark1", &[&head, "Asker;16;43;24;9;60000", "Bærum;16;43;24;9;6"], |_| {});
    assert!(refused(dir, "c.xlsx", "--as recipients").contains("Ark1!F2"));
    book(dir, "s.xlsx", "Ark1", &[&head, "Asker;1600;4300;2400;900;600"], |_| {});
    let told = refused(dir, "s.xlsx", "--as recipients");
    assert!(told.contains("Ark1!C2") && told.contains("5 %"), "{told}");
    let few = "Kommune;0-15;16-17;18-49;50-66;67-79;80+\nAsker;14;2;43;24;9;6\n";
    text(dir, "f.csv", few);
    let told = refused(dir, "f.csv", "--as population");
    assert!(told.contains("f.csv:2") && told.contains("--as recipients"), "{told}");
    text(dir, "h.csv", &few.replace("14;2;43;24;9;6", "8000;1000;12000;6000;3000;1000"));
    assert!(read(dir, "h.csv", "--as population").0.contains("only 31000 inhabitants"));
}

#[test]
fn siblings_of_a_table_are_read() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let plain = table("Kommune", "Asker");
    let years: Vec<String> = COUNTS.iter().map(|n| format!("1;{n}")).collect();
    let porsanger = "5622,2024,,16,43,24,9,6";
    for (n, (own, last)) in [
        (format!("BPA-brukere i Asker kommune\n\nAlder;Antall\n{}Totalt;98\n", by_age(|n| n.into())), ASKER),
        (table("Kommune", "Porsanger - Porsáŋgu - Porsanki"), porsanger),
        (table("Kommune", "Porsáŋgu kommune"), porsanger),
        (table("Kommunenr;Kommune", "5622;Porsanger/Porsáŋgu"), porsanger),
        (
            format!("{}Gamle Oslo;1;2;3;4;5\nUten bydel;1;1;1;1;1\n", table("Bydel", "Oslo i alt")),
            "0301,2024,,16,43,24,9,6",
        ),
        (table("\"Kommune-\nnummer\"", "3203"), ASKER),
        (
            table("Kommune", "Asker")
                .replace(";0-17 år", ";Barn (0-17)")
                .replace(";80 år og over", ";Eldre 80+"),
            ASKER,
        ),
        (plain.replace("0-17 år", "<18").replace("80 år og over", ">79"), ASKER),
        (plain.replace("18-49 år", "18 til og med 49").replace("80 år og over", "80–"), ASKER),
        (plain.replace("-17 år", "-17 år*").replace("80 år og over", "80 år og eldre"), ASKER),
        (
            format!(
                "Kommune;Aldersgruppe;;;;\n;{}\nAsker;{}\n* Foreløpige tall\n",
                AGES.join(";"),
                COUNTS.join(";")
            ),
            ASKER,
        ),
        (
            format!(
                "Kommune;{}\n;{}\nAsker;{}\n",
                AGES.join(";;") + ";",
                ["2023;2024"; 5].join(";"),
                years.join(";")
            ),
            ASKER,
        ),
        (format!("{plain}Bærum;16;43;24;9;færre enn 5\nLier;16;43;24;1-4;x\n"), ASKER),
        (plain.replace("Asker", "Målselv").replace("å", "a\u{30a}"), "5524,2024,,16,43,24,9,6"),
        (format!("{plain}Sum Asker;{}\n", COUNTS.join(";")), ASKER),
        (
            plain.replace("Asker;16", "0301;1\u{202f}016").replace(";43", ";1\u{a0}143"),
            "0301,2024,,1016,1143,24,9,6",
        ),
        (plain.replace("Asker;", "301;"), "0301,2024,,16,43,24,9,6"),
    ]
    .into_iter()
    .enumerate()
    {
        let file = format!("bpa-{n}.csv");
        text(dir, &file, &own);
        let (told, counts) = read(dir, &file, "");
        assert!(counts.ends_with(&format!("\n{last}\n")), "{own}\n{told}\n{counts}");
    }
    let wide = plain.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    fs::write(dir.join("bpa.txt"), [&b"\xff\xfe"[..], &wide].concat()).expect("written");
    assert!(read(dir, "bpa.txt", "").1.ends_with(&format!("\n{ASKER}\n")));
    // A sheet as an office makes it: a title over all, headings in two merged rows, notes below.
    let ages = format!(";{};", AGES.join(";"));
    let rows = ["", "", "", &ages, "Asker;16;43;24;9;6;98", "I alt;16;43;24;9;6;98", "", "Kilde: Gerica"];
    book(dir, "merged.xlsx", "Ark1", &rows, |sheet| {
        let plain = Format::new();
        let mut merge = |a: (u32, u16), b: (u32, u16), own: &str| {
            sheet.merge_range(a.0, a.1, b.0, b.1, own, &plain).map(|_| ()).expect("merged");
        };
        merge((0, 0), (0, 6), "BPA-brukere i Asker 31.12.2024");
        merge((2, 0), (3, 0), "Kommune");
        merge((2, 1), (2, 5), "Aldersgruppe");
        merge((2, 6), (3, 6), "Sum");
    });
    assert!(read(dir, "merged.xlsx", "").1.ends_with(&format!("\n{ASKER}\n")));
}

#[test]
fn siblings_in_doubt_are_refused_by_their_cell_with_what_to_do() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let plain = table("Kommune", "Asker");
    for (file, own, parts) in [
        ("bpa-over.csv", plain.replace("80 år og over", "Over 80"), ["80+", "«Over 80»"]),
        (
            "bpa-us.csv",
            plain.replace(';', ",").replace(",16,", ",\"1,016\","),
            ["bpa-us.csv:2", "1016, 1.016"],
        ),
        (
            "bpa-rows.csv",
            table("Kommune;Bydel", "Oslo;Frogner") + "Oslo;Sagene;1;1;1;1;1\n",
            ["bpa-rows.csv:3", "add districts up"],
        ),
        ("bpa-none.csv", format!("Alder;Antall\n{}", by_age(|n| n.into())), ["bpa-none.csv", "--units"]),
        ("bpa-few.csv", plain.replace(";6\n", ";under 5\n"), ["3203 Asker", "80+"]),
        (
            "bpa-sum.csv",
            "Kommune;Brukere\nAsker;98\n".to_string(),
            ["bpa-sum.csv:2", "a column for each age group"],
        ),
    ] {
        text(dir, file, &own);
        let told = refused(dir, file, "");
        assert!(parts.iter().all(|part| told.contains(part)), "{file}: {told}");
    }
    // A spreadsheet makes dates of 1-4 and of 6-12.
    let date = |sheet: &mut Worksheet, row: u32, column: u16| {
        let own = ExcelDateTime::from_ymd(2025, 4, 1).expect("a date");
        let shown = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_datetime_with_format(row, column, &own, &shown).expect("a cell");
    };
    let head = format!("Kommune;{}", AGES.join(";"));
    book(dir, "bpa-n.xlsx", "Ark1", &[&head, "Asker;16;43;24;9;"], |sheet| date(sheet, 1, 5));
    book(dir, "bpa-a.xlsx", "Ark1", &["Kommune;Alder;Brukere", "Asker;0-5;4", "Asker;;6"], |sheet| {
        date(sheet, 2, 1)
    });
    for (file, cell) in [("bpa-n.xlsx", "Ark1!F2"), ("bpa-a.xlsx", "Ark1!B3")] {
        let told = refused(dir, file, "");
        assert!(told.contains(cell) && told.contains("column to text"), "{file}: {told}");
    }
}

#[test]
fn samples_that_the_model_has_no_use_for_are_told_in_full() {
    let place = tempfile::tempdir().expect("folder");
    for (file, parts) in [
        (
            "pxweb_05300_jsonstat2.json",
            ["avstand (Avstand1) 6 × kulturtilbud 8", "432 values", "«.» 20, «..» 8"],
        ),
        (
            "CONSTRUCTED_kostra_12137_jsonstat2.json",
            ["2024 = 86642212", "Oslo, Beløp per innbygger (kr), 2024 = 119624", "«..» 4"],
        ),
    ] {
        let path = format!("{}/tests/data/import/{file}", env!("CARGO_MANIFEST_DIR"));
        let told = refused(place.path(), &path, "");
        assert!(parts.iter().all(|part| told.contains(part)), "{file}: {told}");
    }
    // The classes of an old standard, under numbers from before 2020, are not today's.
    let rows: String =
        (0..428).map(|n| format!("\"{}\";\"Sentrale kommuner\";\"{:04}\";\"X\"\n", n % 4, 101 + n)).collect();
    let head = "\"sourceCode\";\"sourceName\";\"targetCode\";\"targetName\"\n";
    text(place.path(), "klass.csv", &format!("{head}{rows}"));
    assert!(refused(place.path(), "klass.csv", "").contains("0–3"));
}
