//! Lists of persons as case systems give them: nothing that stands in one is shown or written, its file is not named, and whoever
//! has no BPA at the end of the year is not counted.

use crate::program::{bpasim, stdout};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Persons of a list, of whom every second is marked; more than are hidden of a class.
const PERSONS: usize = 40;
const OPTIONS: [&str; 6] = ["--units", "3203", "--year", "2024", "--lang", "en"];

/// A list with a column beside those of the form, in which every second person has one or the other.
fn list(heading: &str, [one, other]: [&str; 2]) -> String {
    let mut text = format!("Saksnr;Fødselsår;Timer per uke;{heading}\n");
    for n in 0..PERSONS {
        let own = if n % 2 == 0 { one } else { other };
        let _ = writeln!(text, "P{n:03};{};{};{own}", 1950 + n, 20 + n);
    }
    text
}

/// How many persons are written of a list, and everything that is told and written; or what is told where it is refused.
fn read(dir: &Path, file: &str, text: &str, options: &[&str]) -> Result<(u32, String), String> {
    fs::write(dir.join(file), text).expect("written");
    let output = bpasim(dir, &[&["import", file, "--out", "ut"], &OPTIONS[..], options].concat());
    if output.status.code() != Some(0) {
        assert!(!dir.join("ut").exists(), "{text}");
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let mut written = String::new();
    for part in ["scenario.toml", "import.md"] {
        written += &fs::read_to_string(dir.join("ut").join(part)).expect(part);
    }
    let counts = fs::read_to_string(dir.join("ut/data/recipients.csv")).unwrap_or_default();
    fs::remove_dir_all(dir.join("ut")).expect("removed");
    let row = counts.lines().last().unwrap_or_default();
    let sum = row.split(',').skip(3).filter_map(|own| own.parse::<u32>().ok()).sum();
    Ok((sum, written))
}

#[test]
fn whoever_has_no_bpa_at_the_end_of_the_year_is_not_counted() {
    let place = tempfile::tempdir().expect("folder");
    for (heading, words) in [
        ("Status", ["Aktiv", "Avsluttet"]),
        ("Resultat", ["Innvilget", "Avslag"]),
        ("Passiv", ["Nei", "Ja"]),
        ("Rolle", ["Bruker", "Assistent"]),
        ("Dødsdato", ["", "12.03.2023"]),
        ("Tjeneste avsluttet", ["", "31.12.2022"]),
        ("Vedtaksperiode", ["01.01.2020 - 31.12.2026", "01.01.2020 - 31.12.2022"]),
        ("Startdato vedtak", ["01.01.2020", "01.03.2026"]),
        ("År", ["2024", "2023"]),
        ("Tjeneste", ["BPA", "Ledsagerbevis"]),
        ("Vedtakstype", ["BPA", "Avslag BPA"]),
        ("Vedtaksperiode;\n;;;Fra;Til", ["01.01.2020;31.12.2026", "01.01.2020;31.12.2022"]),
    ] {
        let found = read(place.path(), "brukere.csv", &list(heading, words), &[]);
        let (sum, written) = found.unwrap_or_else(|told| panic!("{heading}: {told}"));
        assert_eq!(sum, PERSONS as u32 / 2, "{heading}");
        assert!(!words.iter().any(|word| word.len() > 4 && written.contains(word)), "{heading}: {written}");
    }
}

#[test]
fn a_column_that_may_say_it_and_is_not_understood_is_refused_until_it_is_said() {
    let place = tempfile::tempdir().expect("folder");
    for (heading, words) in [
        ("Status", ["A", "P"]),
        ("Kode", ["Ukjent", "Avsluttet"]),
        ("Dato", ["01.01.2020", "01.02.2026"]),
        ("Måned", ["1", "2"]),
        ("Slag", ["BPA", "Ledsagerbevis"]),
        ("Kjønn", ["K", "K"]),
        ("Minutter", ["30", "45"]),
        ("Periode", ["per besøk", "per besøk"]),
    ] {
        let text = list(heading, words);
        let told = read(place.path(), "brukere.csv", &text, &[]).expect_err(heading);
        assert!(told.contains("brukere.csv:1: D:") && told.contains(&format!("{heading}=skip")), "{told}");
        assert!(!words.iter().any(|word| word.len() > 2 && told.contains(&format!("“{word}”"))), "{told}");
        let skip = format!("{heading}=skip");
        let (sum, _) = read(place.path(), "brukere.csv", &text, &["--map", &skip]).expect(heading);
        assert_eq!(sum, PERSONS as u32, "{heading}");
    }
}

#[test]
fn hours_of_another_time_are_converted_or_refused() {
    let place = tempfile::tempdir().expect("folder");
    let of = |heading: &str| list("Merknad", ["", ""]).replace("Timer per uke", heading);
    for heading in ["Timer pr gang", "Timer per oppdrag", "Timer i perioden", "Søkte timer", "Timer natt"] {
        let told = read(place.path(), "brukere.csv", &of(heading), &[]).expect_err(heading);
        assert!(told.contains("brukere.csv:1: C:"), "{heading}: {told}");
    }
    for heading in ["Timer pr 14. dag", "Timer pr. 30 dager", "Timer hele året"] {
        let (_, written) = read(place.path(), "brukere.csv", &of(heading), &[]).expect(heading);
        assert!(written.contains("Column C"), "{heading}: {written}");
    }
    let months = list("Periode", ["Måned", "Måned"]).replace("Timer per uke", "Timer");
    let (_, written) = read(place.path(), "brukere.csv", &months, &[]).expect("months");
    assert!(written.contains("Column D"), "{written}");
}

#[test]
fn a_person_with_two_rows_is_one_whatever_the_number_is_called() {
    let place = tempfile::tempdir().expect("folder");
    for heading in ["Brukernr", "Klient-ID", "PersonID", "Tjenestemottaker", "Journalnr"] {
        let twice = list("Merknad", ["", ""]).replace("Saksnr", heading) + "P003;1953;5;\n";
        let told = read(place.path(), "brukere.csv", &twice, &[]).expect_err(heading);
        assert!(told.contains("brukere.csv:42: A:") && !told.contains("P003"), "{heading}: {told}");
        let ended = list("Vedtak til", ["", ""]).replace("Saksnr", heading) + "P003;1953;5;31.12.2022\n";
        assert_eq!(read(place.path(), "brukere.csv", &ended, &[]).expect(heading).0, PERSONS as u32);
    }
}

#[test]
fn what_is_plain_in_a_list_is_read() {
    let place = tempfile::tempdir().expect("folder");
    let plain = list("Leverandør", ["Stendi", "Human Care AS"]);
    let aged = |n: usize| if n.is_multiple_of(2) { "42 år" } else { "50-66" };
    let mut ages = "Klient;Alder;Timer per uke\n".to_string();
    (0..PERSONS).for_each(|n| ages += &format!("K{n};{};{}\n", aged(n), 20 + n));
    for (text, what) in [
        (plain.clone(), "a firm"),
        (plain.clone() + "Sum;;1580;\n", "a sum"),
        (plain.clone() + "Saksnr;Fødselsår;Timer per uke;Leverandør\n", "headings again"),
        (list("Vedtak til", ["31.12.9999", "Varig"]), "no end"),
        (list("Sone", ["Nes", "Heggedal"]).replace("Sone", "Enhet"), "zones"),
        (ages, "ages"),
    ] {
        let (sum, _) =
            read(place.path(), "brukere.csv", &text, &[]).unwrap_or_else(|e| panic!("{what}: {e}"));
        assert_eq!(sum, PERSONS as u32, "{what}");
    }
    for (text, part) in [
        (list("Kommune", ["Asker", "Bærum"]), "brukere.csv:3: D:"),
        (format!("BPA per 31.12.2022\n\n{plain}"), "--year"),
        ("Kommune;Fødselsår;Timer per uke;Antall\nAsker;1980;20;12\n".into(), "brukere.csv:2: D:"),
    ] {
        let told = read(place.path(), "brukere.csv", &text, &[]).expect_err(part);
        assert!(told.contains(part), "{told}");
    }
}

/// What a row of its own says holds for the persons below it: it is understood or refused, and never skipped.
#[test]
fn a_row_of_its_own_among_persons_is_understood_or_refused() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let persons = |year: i32| (0..6).map(|n| format!("P{year}{n};{year};30\n")).collect::<String>();
    let head = "Id;Fødselsår;Timer per uke\n";
    let parts = |above: &str, row: &str| format!("{above}{head}{}{row}\n{}", persons(1990), persons(1960));
    let of = |text: &str, options: &str| match crate::import_plain::run(dir, text, options) {
        Ok(counts) => counts.lines().skip(1).collect::<Vec<_>>().join(" "),
        Err(told) => told,
    };
    let [asker, both] = ["3203,2024,,0,6,0,0,0", "3203,2024,,0,6,6,0,0"];
    let two = format!("3201,2024,,0,0,6,0,0 {asker}");
    let again = format!("Bærum kommune\n{head}");
    for (above, row, options, counts) in [
        ("Asker kommune\n", "Bærum kommune;;", "", two.as_str()),
        ("3203 Asker;;\n", "\n3201", "", &two),
        ("Asker kommune\n", again.trim_end(), "", &two),
        ("Asker kommune\n", "Avsluttede vedtak", "", asker),
        ("", "Venteliste (6):;;", "--units 3203", asker),
        ("", "Støttekontakt;;", "--units 3203", asker),
        ("Asker\n", "BPA;;", "", both),
        ("", "Asker kommune", "--units 3203", both),
        ("Asker\n", "Side 2 av 3;;", "", both),
        ("Asker\n", "Antall: 6", "", both),
    ] {
        assert_eq!(of(&parts(above, row), options), counts, "{above}{row}");
    }
    for (above, row, options) in [
        ("", "Bærum;;", "--units 3203"),
        ("BPA-brukere i Asker\n", "Bærum;;", ""),
        ("Asker\n", "Brukere som bor i Bærum:", ""),
        ("Asker\n", "Vedtak 2023;;", ""),
        ("Asker\n", "2023", ""),
        ("Asker\n", "Privat;;", ""),
        ("Asker\n", "Ikke avsluttet;;", ""),
    ] {
        let told = of(&parts(above, row), options);
        let line = 8 + usize::from(!above.is_empty());
        assert!(told.starts_with(&format!("tall.csv:{line}: A:")), "{above}{row}: {told}");
        assert!(!["Privat", "bor i", "Ikke av"].iter().any(|own| told.contains(own)), "{told}");
    }
    // Years, and words within each other: what is below «Avsluttede» is over in every municipality.
    let [young, old] = [1990, 1960].map(persons);
    let years = format!("{head}2023;;\n{young}2024;;\n{old}");
    assert_eq!(of(&years, "--units 3203"), "3203,2024,,0,0,6,0,0");
    let inner = format!("{head}Asker\n{young}Avsluttede\n{old}3201 Bærum\n{old}");
    assert_eq!(of(&inner.replace('P', "Q"), ""), two);
    let outer = format!("{head}Aktive\nAsker\n{young}Bærum\n{old}Avsluttede\nAsker\n{old}Bærum\n{young}");
    assert_eq!(of(&outer, ""), two);
}

/// Births, ages and municipalities are found under the headings that lists have, and never told.
#[test]
fn births_ages_and_homes_are_read_under_their_headings() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let of = |heading: &str, cell: &str| {
        let rows: String =
            (1..9).map(|n| format!("{n};{};30\n", cell.replace('#', &n.to_string()))).collect();
        format!("Id;{heading};Timer per uke\n{rows}")
    };
    let sum = |heading: &str, cell: &str| read(dir, "brukere.csv", &of(heading, cell), &[]).map(|own| own.0);
    for heading in ["F.dato", "Fdato", "Født dato", "Fødselsdag", "Fødd", "Født (ddmmåååå)"] {
        assert_eq!(sum(heading, "0#.03.196#"), Ok(8), "{heading}");
    }
    for heading in ["F.år", "Årgang", "År"] {
        assert_eq!(sum(heading, "193#"), Ok(8), "{heading}");
    }
    for heading in ["Personalder", "Alder pr 31.12", "Alder 31.12.2024"] {
        assert_eq!(sum(heading, "4#"), Ok(8), "{heading}");
    }
    assert!(sum("Alder 31.12.2022", "4#").expect_err("another year").contains("brukere.csv:1: B:"));
    // Under a heading that nobody knows, and in a list that is said to be something else.
    for (heading, cell, options) in [
        ("Kull", "193#", &[][..]),
        ("Dato", "0#.03.196#", &[]),
        ("F.dato", "0#.03.196#", &["--as", "hours"]),
        ("Årgang", "193#", &["--as", "hours"]),
        ("Årgang", "200#", &["--as", "hours"]),
    ] {
        let told = read(dir, "brukere.csv", &of(heading, cell), options).expect_err(heading);
        assert!(!["193", "196", "200"].iter().any(|own| told.contains(own)), "{heading}: {told}");
    }
    // Two columns of municipalities.
    let homes = |heading: &str, cell: &str| sum(&format!("{heading};Fødselsår"), &format!("{cell};1980"));
    for heading in ["Kommune;Bostedskommune", "Hjemkommune;Kommune", "Kommune;Folkeregistrert kommune"] {
        assert_eq!(homes(heading, "Asker;3203"), Ok(8), "{heading}");
        let told = homes(heading, "Asker;Bærum").expect_err(heading);
        assert!(told.contains("B, C:") || told.contains("C, B:"), "{told}");
        assert!(heading.split(';').all(|own| told.contains(&format!("{own}=skip"))), "{told}");
    }
    for heading in ["Oppholdskommune", "Hjemkommune", "Folkeregistrert kommune"] {
        let text = of(&format!("{heading};Fødselsår"), "Asker;1980");
        assert!(
            crate::import_plain::run(dir, &text, "").expect(heading).contains("3203,2024,,0,8"),
            "{heading}"
        );
    }
}

/// What is granted one person, or refunded for him, is not the municipality's; and of how many hours are known is told.
#[test]
fn what_is_of_one_person_or_of_some_is_not_taken_for_all() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    for (text, options) in [
        ("Bruker nr;Kommune;År;Refusjon\n1;Asker;2024;2345678\n", ""),
        ("Kommune;År;Refusjon for bruker A\nAsker;2024;2345678\n", ""),
        ("Id;Kommune;Fødselsår;Timer per uke;Refusjon\n1;Asker;1980;30;2345678\n", "--as costs"),
    ] {
        let told = crate::import_plain::run(dir, text, options).expect_err(text);
        assert!(told.starts_with("tall.csv:1:") && told.contains("person"), "{told}");
    }
    let hours = |without: usize, cell: &str| {
        let mut text = "Saksnr;Fødselsår;Timer per uke\n".to_string();
        for n in 0..PERSONS {
            let _ = writeln!(text, "P{n};1980;{}", if n < without { cell } else { "30" });
        }
        read(dir, "brukere.csv", &text, &[])
    };
    for (without, told) in
        [(15, "known of 25 of 40 persons"), (3, "not known of all"), (37, "not known of all")]
    {
        let (sum, written) = hours(without, "").expect("a list");
        assert_eq!(sum, PERSONS as u32);
        assert!(written.contains(told) && !written.contains(" 37 ") && !written.contains(" 3 "), "{written}");
    }
    // Of 25 or more the mean is within a quarter of an hour, but 30.25 may stand for 27.5 to 33 too.
    let (_, written) = hours(0, "").expect("a list");
    assert!(written.contains("at most 10 per cent"), "{written}");
    for cell in ["x", "<5", "**", "1-4"] {
        assert!(hours(10, cell).expect_err(cell).contains("brukere.csv:2: C:"), "{cell}");
    }
}

/// Words that stand in many rows are nobody's; answers are no numbers of persons, and a column that is read is not called unread.
#[test]
fn what_a_column_says_of_who_has_bpa_is_told_once() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let told = read(dir, "brukere.csv", &list("Status", ["Løpende", "Ny"]), &[]).expect_err("new");
    assert!(told.contains("«Ny»"), "{told}");
    let few = list("Status", ["Løpende", "Løpende"]).replacen("Løpende", "Ny", 3);
    let told = read(dir, "brukere.csv", &few, &[]).expect_err("few");
    assert!(!told.contains("Ny") && told.contains("fewer than five rows"), "{told}");
    for words in [["Ja", "Nei"], ["1", "0"]] {
        let text = list("BPA", words).replace("Saksnr", "Id");
        assert_eq!(read(dir, "brukere.csv", &text, &[]).expect("answers").0, PERSONS as u32 / 2);
    }
    assert!(read(dir, "brukere.csv", &list("BPA", ["x", ""]), &[]).expect_err("blank").contains(":1: D:"));
    let (_, written) =
        read(dir, "brukere.csv", &list("Tjeneste", ["BPA", "Støttekontakt"]), &[]).expect("some");
    assert!(written.contains("column D are taken") && !written.contains("Column D is not"), "{written}");
    // Of what is wrong in every row a few rows tell.
    let numbers = list("Merknad", ["01018012345", "01018012346"]);
    let twice = list("Merknad", ["", ""]).replace("P0", "P").replace("P1", "P0").replace("P2", "P0");
    for text in [numbers, twice] {
        let told = read(dir, "brukere.csv", &text, &[]).expect_err("wrong");
        assert_eq!(told.matches("brukere.csv:").count(), 5, "{told}");
    }
    let counts = |heading: &str, [one, other]: [&str; 2]| {
        let rows = |age: &str| format!("Asker;{age};{one};9\nAsker;{age};{other};9\n");
        let rows: String = ["0-17", "18-49", "50-66", "67-79", "80+"].map(rows).concat();
        crate::import_plain::refused(
            dir,
            &format!("Kommune;Alder;{heading};Antall\n{rows}"),
            "--as recipients",
        )
    };
    for (heading, words) in [("Status", ["Ny", "Videreført"]), ("Arbeidsgiver", ["Kommunen", "Uloba"])] {
        let told = counts(heading, words);
        assert!(told.contains("column C") && !told.contains("districts"), "{told}");
    }
}

/// Whether it is known as a list or not, what stands in it is not shown.
#[test]
fn names_in_what_may_be_a_list_are_never_shown() {
    let place = tempfile::tempdir().expect("folder");
    for (text, options) in [
        ("Navn;Alder;Timer per uke\nKari Nordmann;42;20\n", &[][..]),
        ("Bruker;Alder;Timer per uke\nSiv Nordmann;42;20\n", &[]),
        ("Klient;Alder;Kommune;Timer per uke\nSiv;42;Siv Nordmann;20\n", &[]),
        ("Brukernr;Alder;Kommune;Timer per uke\n1;42;Asker;20;Siv Nordmann\n", &["--as", "persons"]),
        ("Navn;Aldersgruppe;Antall timer per uke;Kommune\nSiv Nordmann;18-49;20;Asker\n", &[]),
        ("Navn;Alder;Antall\nSiv Nordmann;42;1\n", &["--as", "recipients"]),
        ("Tjeneste;Bruker;Alder;Timer per uke;Kommune\nBPA;Siv Nordmann;42;20;Asker\n", &[]),
        ("DUF-nummer;Fødselsår;Timer per uke\n202312345600;1980;20\n", &[]),
        ("Felt;Siv Nordmann;Ola Hansen\nFødselsår;1980;1970\nTimer per uke;20;30\n", &["--as", "persons"]),
    ] {
        let told = read(place.path(), "brukere.csv", text, options).expect_err(text);
        assert!(!["Nordmann", "Siv", "Kari", "2023123"].iter().any(|own| told.contains(own)), "{told}");
        assert!(told.contains("brukere.csv"), "{told}");
    }
}

#[test]
fn the_file_of_a_list_is_named_on_screen_alone() {
    let place = tempfile::tempdir().expect("folder");
    let dir = place.path();
    let text = list("Merknad", ["", ""]);
    let (_, written) = read(dir, "fra_inger_lise.csv", &text, &[]).expect("a list");
    assert!(!written.contains("inger") && written.contains("liste-1"), "{written}");
    let counts = "Kommune;0-17;18-49;50-66;67-79;80+\nAsker;16;43;24;9;6\nSum Siv Nordmann;16;43;24;9;6\n";
    for (file, shown) in [("Siv Nordmann BPA.csv", false), ("Klient4711.csv", false), ("tall 2024.csv", true)]
    {
        let (_, written) = read(dir, file, counts, &["--as", "recipients"]).expect(file);
        assert_eq!(written.contains(file), shown, "{written}");
        assert!(!written.contains("Nordmann"), "{written}");
    }
    fs::write(dir.join("s.csv"), counts).expect("written");
    let told = stdout(&bpasim(dir, "import s.csv --as recipients --year 2024 --out s"));
    assert!(!told.contains("Nordmann"), "{told}");
}
