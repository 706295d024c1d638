//! What columns of a list of persons say of its rows' grants.

use super::*;
use crate::import::text_file;
use crate::text::Lang;

/// Which rows count at the end of 2024, or what is told.
fn counts(text: &str) -> Result<Vec<bool>, String> {
    let document = text_file::read("p.csv", text.as_bytes()).expect("a text");
    let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
    let mut problems = Vec::new();
    let columns = Columns::of(&table, (&Named::new(), 2024), &mut problems);
    if let Some(problem) = problems.first() {
        return Err(problem.render(Lang::En));
    }
    let rows = table.rows.iter();
    Ok(rows.map(|row| columns.of_row(row).map(|(is, _)| is).expect("a row")).collect())
}

fn list(heading: &str, one: &str, other: &str) -> String {
    format!("Saksnr;Fødselsår;Timer per uke;{heading}\n1;1980;20;{one}\n2;1981;21;{other}\n3;1982;22;{one}\n")
}

#[test]
fn rows_whose_grants_are_over_refused_or_not_begun_do_not_count() {
    for (heading, one, other) in [
        ("Status", "Aktiv", "Avsluttet"),
        ("Status vedtak", "Innvilget", "Avslått"),
        ("Vedtaksstatus", "Innvilget", "Under behandling"),
        ("Resultat", "Innvilget", "Avslag"),
        ("Passiv", "Nei", "Ja"),
        ("Rolle", "Bruker", "Assistent"),
        ("Avslutningsårsak", "", "Død"),
        ("Vedtakskode", "", "Avsluttet"),
        ("Dødsdato", "", "12.03.2023"),
        ("Flyttet", "", "01.05.2021"),
        ("Sluttdato vedtak", "", "31.12.2022"),
        ("Avsluttet dato vedtak", "", "31.12.2022"),
        ("Vedtak sluttdato", "", "31.12.2022"),
        ("Tom dato", "", "31.12.2022"),
        ("Til (dato)", "01.01.2026", "31.12.2022"),
        ("Vedtak utløper", "31.12.9999", "31.12.2022"),
        ("Vedtaksperiode", "01.01.2020 - 31.12.2026", "01.01.2020 - 31.12.2022"),
        ("Periode", "01.01.2020 - 31.12.2026", "01.01.2020 - 31.12.2022"),
        ("Periode", "2020–2026", "2020–2022"),
        ("Periode", "01.01.2020 - 31.12.2026", "01.01.2022 - 31.12.2023"),
        ("Periode", "f.o.m. 01.01.2020 t.o.m. 31.12.2026", "f.o.m. 01.01.2020 t.o.m. 31.12.2022"),
        ("Periode", "Fra 01.01.2020 - 31.12.2026", "Fra 01.01.2020 - 31.12.2022"),
        ("Periode", "til 31.12.2026", "til 31.12.2022"),
        ("Periode", "01.01-31.12.2024", "01.01-30.06.2024"),
        ("Periode", "1. januar 2020 – 31. desember 2026", "1. januar 2020 – 31. desember 2022"),
        ("Periode", "jan 2020 - des 2026", "jan 2020 - des 2022"),
        ("Periode", "20200101-20261231", "20200101-20221231"),
        ("Periode", "01.01.2020–31.12.2026, forlenget", "01.01.2020–31.12.2022, forlenget"),
        ("Gyldighet", "01.01.2020-", "01.01.2020-31.12.2022"),
        ("Startdato vedtak", "01.01.2020", "01.03.2026"),
        ("Innvilget t.o.m.", "31.12.2030", "31.12.2022"),
        ("Fra (dato)", "01.01.2020", "01.03.2026"),
        ("Vedtak til;Opphørt", "31.12.2026;", "31.12.2026;01.02.2023"),
        ("Oppstart;Iverksatt", "01.10.2024;01.11.2024", "01.10.2024;01.02.2025"),
        ("År", "2024", "2023"),
        ("Lønn BPA", "912000", "0"),
        ("Lønn BPA", "kr 912 000,-", "kr -"),
        ("Lønn BPA", "912000", "-12000"),
        ("Lønn BPA kommune;Kjøp BPA privat", "912000;", ";"),
        ("Lønn BPA 2023;Lønn BPA 2024", "0;912000", "912000;0"),
        ("Direkte lønnsutgifter BPA", "912000", ""),
        ("BPA", "912000", "0"),
        ("Brukerstyrt personlig assistanse", "912000", "-"),
        ("BPA timer/uke;Støttekontakt timer/uke", "20;3", ";3"),
    ] {
        assert_eq!(counts(&list(heading, one, other)), Ok(vec![true, false, true]), "{heading}");
    }
}

/// A day in one cell is none of a time from one to another: read so, it would end in the past.
#[test]
fn one_day_is_no_time() {
    for day in ["2023-05-10", "31/12-2023", "10.05-2023", "2023-05"] {
        assert_eq!(grants::span(day), None, "{day}");
        assert!(counts(&list("Sendt inn", day, day)).is_err(), "{day}");
    }
}

#[test]
fn what_says_nothing_of_grants_is_let_alone() {
    for (heading, one, other) in [
        ("Sist evaluert", "01.01.2019", "01.02.2025"),
        ("Leverandør", "Stendi", "Aleris"),
        ("Sivilstatus", "Ugift", "Gift"),
        ("Merknad", "ringer på mandager", ""),
        ("Utskrift", "31.12.2024", "31.12.2024"),
        ("Timer avlastning per uke", "3", "4"),
        ("Vedtaksdato;Fra", "15.01.2025;01.12.2024", "15.01.2025;01.12.2024"),
    ] {
        assert_eq!(counts(&list(heading, one, other)), Ok(vec![true; 3]), "{heading}");
    }
}

#[test]
fn what_may_say_it_and_is_not_understood_is_refused_by_its_column() {
    for (heading, one, other) in [
        ("Status", "A", "P"),
        ("Kode", "Ukjent", "Avsluttet"),
        ("Skolegang", "Pågår", "Avsluttet"),
        ("Aktiv i arbeid", "Ja", "Nei"),
        ("Kommentar", "kom i fjor", "Avsluttet"),
        ("Dato", "01.01.2020", "01.02.2026"),
        ("Varighet", "01.01.20-31.12.30", "01.01.20-31.12.22"),
        ("Årstall", "2024", "2023"),
        ("Rapportår", "2022", "2023"),
        ("Måned", "1", "2"),
    ] {
        let told = counts(&list(heading, one, other)).expect_err(heading);
        assert!(told.starts_with("p.csv:1: D:") && told.contains(&format!("{heading}=skip")), "{told}");
        assert!(!told.contains("Avsluttet"), "{told}");
    }
    let crossed = counts(&list("Aktiv", "x", ""));
    assert!(crossed.is_err(), "who has no cross may be anybody");
    let head = "Saksnr;Fødselsår;Timer per uke;Status";
    let blank = counts(&format!("{head}\n1;1980;20;Aktiv\n2;1981;21;Avsluttet\n3;1982;22;\n"));
    assert!(blank.is_err(), "an empty cell says nothing beside words for both");
}
