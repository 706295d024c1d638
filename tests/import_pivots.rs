//! Tables as spreadsheets sum them up: pivot tables, subtotals, parts of a sum; and what a number says of itself in its own cell.

use crate::import_siblings::fill;
use crate::program::{bpasim, stdout};
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::Path;

const ASKER: &str = "3203,2024,,16,43,24,9,6";
const BAERUM: &str = "3201,2024,,8,20,11,7,6";

/// What is told of a file, and a table that is written of it.
#[track_caller]
fn read(dir: &Path, (file, table): (&str, &str), options: &str) -> (String, String) {
    let words = format!("import {file} --published --year 2024 --lang en --out {file}.ut {options}");
    let told = stdout(&bpasim(dir, &words));
    (told, fs::read_to_string(dir.join(format!("{file}.ut/data/{table}.csv"))).unwrap_or_default())
}

#[track_caller]
fn refused(dir: &Path, text: &str, options: &str) -> String {
    fs::write(dir.join("tall.csv"), text).expect("written");
    let output = bpasim(dir, &format!("import tall.csv --lang en --out no {options}"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}: {told}");
    assert!(!dir.join("no").exists(), "{text}: {told}");
    told
}

/// Ages below each other, with the counts of Asker and Bærum.
const BY_AGE: [(&str, u32, u32); 5] = [
    ("0-17 år", 16, 8),
    ("18-49 år", 43, 20),
    ("50-66 år", 24, 11),
    ("67-79 år", 9, 7),
    ("80 år og over", 6, 6),
];

#[test]
fn the_same_counts_are_read_from_every_layout_of_a_pivot_table() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let across = "16;43;24;9;6;98\nBærum;8;20;11;7;6;52";
    let heads = "0-17;18-49;50-66;67-79;80+";
    let of = |unit: fn(&(&str, u32, u32)) -> u32| -> String {
        BY_AGE.iter().map(|own| format!("{};{}\n", own.0, unit(own))).collect()
    };
    let (asker, baerum) = (of(|own| own.1), of(|own| own.2));
    let inner: String =
        BY_AGE.iter().map(|(age, a, b)| format!("{age};{}\nAsker;{a}\nBærum;{b}\n", a + b)).collect();
    let outline =
        |unit: &str, own: &str| own.lines().map(|row| format!("{unit};{row}\n")).collect::<String>();
    for (name, text) in [
        (
            "across",
            format!(
                "Sum av Brukere;Kolonneetiketter;;;;;\nRadetiketter;{heads};Totalsum\nAsker;{across}\nTotalsum;24;63;35;16;12;150\n"
            ),
        ),
        (
            "compact",
            format!("Radetiketter;Sum av Brukere\nAsker;98\n{asker}Bærum;52\n{baerum}Totalsum;150\n"),
        ),
        ("inner", format!("Row Labels;Sum of Users\n{inner}Grand Total;150\n")),
        (
            "filters",
            format!(
                "Tjeneste;BPA\nÅr;2024\n\nSum av Brukere;Kolonneetiketter;;;;;\nRadetiketter;{heads};Totalsum\nAsker;{across}\n"
            ),
        ),
        (
            "calc",
            format!(
                "Filter;;;;;;\n;;;;;;\nSummer - Brukere;Alder;;;;;\nKommune;{heads};Totalt resultat\nAsker;{across}\n"
            ),
        ),
        ("sheets", format!("SUM of Brukere;Alder;;;;;\nKommune;{heads};Grand Total\nAsker;{across}\n")),
        (
            "outline",
            format!(
                "Kommune;Alder;Brukere av BPA\n{}Asker Totalt;;98\n{}Bærum Totalt;;52\nTotalsum;;150\n",
                outline("Asker", &asker),
                outline("", &baerum).replacen(';', "Bærum;", 1)
            ),
        ),
        ("hand", format!("Kommune;Brukere av BPA\nAsker;98\n{asker}Bærum;52\n{baerum}")),
    ] {
        let file = format!("{name}.csv");
        fs::write(dir.join(&file), &text).expect("written");
        let (told, counts) = read(dir, (&file, "recipients"), "");
        assert!(counts.contains(ASKER) && counts.contains(BAERUM), "{text}\n{told}\n{counts}");
        assert!(!told.contains("does not agree") && !told.contains("something else"), "{text}\n{told}");
        // As a workbook has it, numbers as such.
        let mut book = Workbook::new();
        fill(book.add_worksheet(), &text.lines().collect::<Vec<_>>());
        let file = format!("{name}.xlsx");
        book.save(dir.join(&file)).expect("written");
        assert_eq!(read(dir, (&file, "recipients"), "").1, counts, "{text}");
    }
}

#[test]
fn a_subtotal_over_years_is_of_none() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = |year: &str, more: u32| -> String {
        BY_AGE
            .iter()
            .enumerate()
            .map(|(at, own)| format!("{};{};{}\n", if at == 0 { year } else { "" }, own.0, own.1 + more))
            .map(|row| format!(";{row}"))
            .collect()
    };
    let text = format!(
        "Kommune;År;Alder;Brukere av BPA\n{}{}Asker Totalt;;;201\n",
        rows("2023", 1),
        rows("2024", 0)
    );
    fs::write(dir.join("t.csv"), text.replacen("\n;", "\nAsker;", 1)).expect("written");
    let (told, counts) = read(dir, ("t.csv", "recipients"), "");
    assert!(counts.contains(ASKER), "{told}\n{counts}");
}

#[test]
fn one_letter_is_a_sex_and_accounts_are_no_budget() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let sexes: String =
        BY_AGE.iter().map(|(age, n, _)| format!("Asker;{age};{};{}\n", n / 3, n - n / 3)).collect();
    fs::write(dir.join("sexes.csv"), format!("Kommune;Alder;M;K\n{sexes}")).expect("written");
    assert!(read(dir, ("sexes.csv", "recipients"), "").1.contains(ASKER));
    let years: String =
        BY_AGE.iter().map(|(age, n, _)| format!("Asker;{age};{};{n};{}\n", n + 1, n + 2)).collect();
    let heads = "Kommune;Alder;Regnskap 2023;Regnskap 2024;Budsjett 2025";
    fs::write(dir.join("years.csv"), format!("Brukere av BPA\n{heads}\n{years}")).expect("written");
    let (told, counts) = read(dir, ("years.csv", "recipients"), "");
    assert!(
        counts.contains(ASKER) && told.contains("Column E (“Budsjett 2025”) is not read"),
        "{told}\n{counts}"
    );
}

/// Accounts of one municipality stand as a list of posts as often as in a row.
#[test]
fn posts_and_their_amounts_are_accounts() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let posts = "Refusjon ressurskrevende tjenester;31 200 000\nTimepris BPA;512\n";
    for (name, head) in [
        ("a.csv", "Kommune: Asker\nRegnskap 2024\nPost;Beløp\n"),
        ("b.csv", "Asker kommune 2024\nPost;Beløp\n"),
        ("c.csv", "Asker 2024\n\n;Kroner\n"),
        ("d.csv", "Regnskap 2024\nPost;Asker\n"),
    ] {
        fs::write(dir.join(name), format!("{head}{posts}")).expect("written");
        let (told, accounts) = read(dir, (name, "accounts"), "");
        assert!(accounts.ends_with("\n3203,2024,512,31200000\n"), "{head}: {told}\n{accounts}");
        assert!(told.contains("read turned"), "{told}");
    }
    // Posts of several municipalities are no table that stands turned.
    let long = "Post;Kommune;Beløp\nRefusjon;Asker;31200000\nTimepris;Asker;512\nRefusjon;Bærum;40200000\nTimepris;Bærum;520\n";
    let told = refused(dir, long, "--year 2024");
    assert!(!told.contains("31200000: unknown municipality"), "{told}");
}

#[test]
fn kroner_may_say_in_their_cell_what_they_are_counted_in() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (name, heading) in [("plain.csv", "Refusjon 2024"), ("scaled.csv", "Refusjon 2024 (mill. kr)")] {
        fs::write(dir.join(name), format!("Kommune;{heading}\nAsker;31,2 mill. kr\n")).expect("written");
        let (told, accounts) = read(dir, (name, "accounts"), "");
        assert!(accounts.contains("3203,2024,") && accounts.contains("31200000"), "{told}\n{accounts}");
        assert!(told.contains("numbers with a unit in their cell are multiplied by 1000000"), "{told}");
    }
    assert!(refused(dir, "Kommune;0-17;18+\nAsker;31 mill;2\n", "--year 2024").contains("found: 31 mill"));
}

#[test]
fn what_would_be_misread_is_refused_by_its_cell() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (text, options, line, what) in [
        (
            "Kommune;Brukere av BPA\nAsker;98\nherav under 18 år;16\n",
            "--year 2024",
            "tall.csv:3",
            "the row is a part of another row",
        ),
        (
            "Radetiketter;Sum av Brukere\nBPA;98\nAsker;98\n",
            "--year 2024",
            "tall.csv:2",
            "municipalities, ages, sexes and years",
        ),
        (
            "Kommune;Alder;Personer;Timer per uke\nAsker;0-17;16;20\nTimer per måned\n",
            "--year 2024",
            "tall.csv:3",
            "hours of another time than the heading says",
        ),
        ("Kommune;0-17;18+;Dato\nAsker;16;82;31.12.2023\n", "--year 2024", "--year", "allowed: 2023"),
    ] {
        let told = refused(dir, text, options);
        assert!(told.contains(line) && told.contains(what), "{text}: {told}");
    }
}

/// A pivot table of Asker, below what stands above it.
fn below(above: &str) -> String {
    let ages: String = BY_AGE.iter().map(|(age, n, _)| format!("{age};{n}\n")).collect();
    format!("{above}\n\nRadetiketter;Sum av Brukere\nAsker;98\n{ages}")
}

/// A table of Asker with ages across, after and before what stands around it.
fn across((title, heading): (&str, &str), more: &str) -> String {
    format!("{title}\nKommune;0-17;18-49;50-66;67-79;80+{heading}\nAsker;16;43;24;9;6{more}\n")
}

#[test]
fn what_is_chosen_above_a_table_is_what_it_is_of() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for above in [
        "Har BPA;Nei",
        "Kjønn;K",
        "År;(Alle)",
        "År;(Flere elementer)",
        "Tjeneste;(Flere elementer)",
        "Leverandør;Uloba",
        "Diagnose;MS",
        "Måned;januar",
        "Kjønn;(Multiple Items)",
    ] {
        refused(dir, &below(above), "--year 2024");
    }
    for above in
        ["Tjeneste;BPA", "År;2024", "Kjønn;(Alle)", "Måned;desember", "Diagnose;(Alle)", "Kilde;Gerica"]
    {
        fs::write(dir.join("t.csv"), below(above)).expect("written");
        let (told, counts) = read(dir, ("t.csv", "recipients"), "");
        assert!(counts.contains(ASKER), "{above}: {told}");
        fs::remove_dir_all(dir.join("t.csv.ut")).expect("removed");
    }
    for title in ["Brukere M", "Brukere av BPA (K)", "K", "Leverandør: Uloba", "Maks av Brukere"] {
        refused(dir, &across((title, ""), ""), "--year 2024");
    }
}

#[test]
fn dates_and_remarks_beside_numbers_are_of_them() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (heading, cell) in [
        ("Dato", "31. desember 2023"),
        ("Dato", "31.12.23"),
        ("Uttrekksdato", "2023-12-31"),
        ("Status per", "ultimo 2023"),
        ("Årstall", "2023"),
        ("Dato", "2023K4"),
        ("Merknad", "Tall fra 2023"),
        ("Kommentar", "Bare kvinner"),
    ] {
        let text = across(("Brukere av BPA", &format!(";{heading}")), &format!(";{cell}"));
        refused(dir, &text, "--year 2024");
    }
    let harmless = across(("Brukere av BPA", ";Merknad"), ";noen har også støttekontakt\nBærum;8;20;11;7;6;");
    fs::write(dir.join("harmless.csv"), harmless).expect("written");
    assert!(read(dir, ("harmless.csv", "recipients"), "").1.contains(ASKER));
    let both = across(("Brukere av BPA", ";Dato"), ";31.12.2024\nBærum;18;45;30;12;7;31.12.2023");
    fs::write(dir.join("both.csv"), both).expect("written");
    let (told, counts) = read(dir, ("both.csv", "recipients"), "");
    assert!(
        counts.contains(ASKER) && told.contains("3201 Bærum has figures of another year alone"),
        "{told}"
    );
    let unknown = across(("Brukere av BPA", ";Ukjent alder"), ";5");
    fs::write(dir.join("unknown.csv"), unknown).expect("written");
    assert!(read(dir, ("unknown.csv", "recipients"), "").0.contains("(“Ukjent alder”) is not read"));
}

#[test]
fn notes_of_hours_and_of_accounts_hold_against_the_headings() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let hours = |heading: &str, note: &str| {
        format!("Kommune;Alder;Antall brukere;{heading}\nAsker;80+;6;30\n{note}\n")
    };
    for note in [
        "Timene er per år",
        "Tall per måned",
        "* per mnd",
        "Timene gjelder 14 dager",
        "NB: månedstimer",
        "Oppgitt i minutter",
        "Utførte timer",
        "per 14. dag",
        "Gjennomsnitt per måned",
        "Timer er summen for alle brukere",
    ] {
        refused(dir, &hours("Timer per uke per bruker", note), "");
        refused(dir, &format!("{note}\n\n{}", hours("Timer per uke per bruker", "")), "");
    }
    fs::write(dir.join("plain.csv"), hours("Timer", "Kilde: Gerica")).expect("written");
    let told = read(dir, ("plain.csv", "recipient_groups"), "").0;
    assert!(told.contains("read as of a week") && told.contains("read as of each"), "{told}");
    fs::write(dir.join("month.csv"), hours("Timer per måned per bruker", "Omregnet fra timer per dag"))
        .expect("written");
    assert!(read(dir, ("month.csv", "recipient_groups"), "").1.contains("6.923"));
    for (heading, cell, note) in [
        ("Refusjon 2024", "31200000", "Tall for 2023"),
        ("Refusjon 2024", "31200000", "Tallene gjelder første halvår"),
        ("Refusjon 2024", "31200000", "Tallene gjelder jan.–juni 2024"),
        ("Refusjon 2024 (1000 kr)", "1 200 kr", ""),
        ("Maks timepris BPA 2024", "512", ""),
        ("Timepris BPA natt 2024", "512", ""),
    ] {
        refused(dir, &format!("Kommune;{heading}\nAsker;{cell}\n{note}\n"), "");
    }
    fs::write(dir.join("price.csv"), "Kommune;Timepris 2024\nAsker;512 kr/t\n").expect("written");
    assert!(read(dir, ("price.csv", "accounts"), "").1.contains("512"));
}

#[test]
fn a_total_beside_ages_sexes_or_years_is_of_the_row() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let rows = |of: &dyn Fn(u32) -> String| -> String {
        BY_AGE.iter().map(|(age, n, _)| format!("Asker;{age};{}\n", of(*n))).collect()
    };
    let ages: String = BY_AGE.iter().map(|(age, n, _)| format!("{age};{n}\n")).collect();
    let sexes: String =
        BY_AGE.iter().map(|(age, n, _)| format!("{age};{};{};{n}\n", n / 2, n - n / 2)).collect();
    for (name, text) in [
        ("total", format!("Kommune;Alder;Totalt antall brukere\n{}", rows(&|n| n.to_string()))),
        ("sexes", format!("Kommune;Alder;M;K;Sum\n{}", rows(&|n| format!("{};{};{n}", n / 2, n - n / 2)))),
        ("no-sums", format!("Radetiketter;Sum av Brukere\nAsker;\n{ages}Asker Totalt;98\n")),
        ("hand", format!("Kommune;Brukere av BPA\nAsker;\n{ages}Asker totalt;98\n")),
        ("twice", format!("Kommune;Brukere av BPA\nAsker;98\n{ages}Asker totalt;98\n")),
        ("dashes", format!("Kommune;Brukere av BPA\nAsker:;98\n- {}", ages.trim_end().replace('\n', "\n- "))),
        ("calc", format!("Kommune;Alder;Sum - Brukere\n{}Asker Resultat;;98\n", rows(&|n| n.to_string()))),
        ("first", format!("Kommune;Alder;Brukere av BPA\nAsker;;98\n{}", rows(&|n| n.to_string()))),
        (
            "pivot",
            format!(
                "Sum av Brukere;Kolonneetiketter;;\nRadetiketter;Kvinner;Menn;Totalsum\nAsker;48;50;98\n{sexes}"
            ),
        ),
    ] {
        let file = format!("{name}.csv");
        fs::write(dir.join(&file), &text).expect("written");
        let (told, counts) = read(dir, (&file, "recipients"), "");
        assert!(counts.contains(ASKER), "{text}\n{told}\n{counts}");
    }
    let oslo: String = BY_AGE.iter().map(|(age, n, _)| format!("{age};{}\n", n * 6)).collect();
    fs::write(dir.join("oslo.csv"), format!("Radetiketter;Sum av Brukere\nOslo;588\nOslo;588\n{oslo}"))
        .expect("written");
    assert!(read(dir, ("oslo.csv", "recipients"), "").1.contains("0301,2024,,96,258,144,54,36"));
}

#[test]
fn no_word_that_may_be_a_name_is_shown() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for text in [
        "Kommune;Refusjon 2024\nZulfiqar;310000\n",
        "Kommune;Alder;Antall brukere\nAsker;Zulfiqar;6\n",
        "Kommune;Kjønn;0-17;18+\nAsker;Zulfiqar;6;7\n",
        "Kommune;0-17;18+\nAsker;Zulfiqar;6\n",
    ] {
        let told = refused(dir, text, "--year 2024");
        assert!(!told.contains("Zulfiqar"), "{told}");
    }
}
