//! Lists of persons: what is read, what is refused by its cell, what is never told.

use super::*;
use crate::import::headings::Named;
use crate::import::text_file;

fn told(text: &str) -> std::result::Result<ByUnit, Vec<String>> {
    let document = text_file::read("p.csv", text.as_bytes()).expect("a text");
    let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
    let choices = Choices { only_unit: Some("3203".into()), ..Choices::default() };
    match read(&table, 2024, &Register::new(BTreeMap::new()), &choices, &mut Log::default()) {
        Ok(found) => Ok(found),
        Err(Error::Input(problems)) => Err(problems.iter().map(|p| p.render(Lang::En)).collect()),
        Err(other) => panic!("{other:?}"),
    }
}

const HEAD: &str = "Saksnr;Fødselsår;Bydel;Vedtakstimer pr uke;Vedtak fra;Andre tjenester kr/år;Pårørende\n";

#[test]
fn a_list_as_a_municipality_has_it_is_read() {
    let found = told(&format!(
        "{HEAD}1;1984;Sentrum;38,5;01.03.2019;312 000;1\n2;15.02.2011;Nord;25;15.08.2023;1 204 500;ingen\n3;1955-01-31;Sør;56,75;;;2+\n"
    ))
    .expect("sound");
    let person = |class, hours, other, relatives| Person {
        class,
        hours: Some(hours),
        other: Some(other),
        relatives: Some(relatives),
        condition: None,
    };
    assert_eq!(
        found["3203"],
        [person(1, 38.5, 312_000.0, 1), person(0, 25.0, 1_204_500.0, 0), person(3, 56.75, 0.0, 2)]
    );
}

#[test]
fn grants_that_have_not_begun_or_have_ended_are_left_out() {
    let head =
        "Saksnr;Født;Timer;Vedtak fra;Vedtak til\n1;1984;38,5;2019;\n2;1985;20;01.06.2025;31.12.2027\n";
    let rows = "3;1986;21;2015;31.12.2020\n4;2025;22;2025;\n5;1987;23;31.12.2024;31.12.2024\n";
    let found = told(&format!("{head}{rows}")).expect("sound");
    let hours: Vec<Option<f64>> = found["3203"].iter().map(|person| person.hours).collect();
    assert_eq!(hours, [Some(38.5), Some(23.0)]);
    let wrong = told(&format!("{head}3;1986;21;2015;31.12.2010\n")).expect_err("ended before");
    assert!(wrong[0].starts_with("p.csv:4: E:") && !wrong[0].contains("2010"), "{wrong:?}");
}

#[test]
fn names_are_refused_under_whatever_heading() {
    for text in [
        "Bruker;Fødselsår;Timer per uke\nKari Nordmann A.;1984;38,5\n",
        "Enhet;Fødselsår;Timer per uke\nOla Hansen;1984;38,5\n",
        "Kommunenr;Navn;Fødselsår;Timer per uke\n3203;Ola Hansen;1984;38,5\n",
    ] {
        let told = told(text).expect_err(text).join("\n");
        assert!(told.contains("p.csv:2") && !told.contains("Hansen") && !told.contains("Kari"), "{told}");
    }
    let twice = told("Bruker;Fødselsår;Timer per uke\nB1;1984;38,5\nB1;1985;39\n").expect_err("twice");
    assert!(twice[0].starts_with("p.csv:3: A:"), "{twice:?}");
}

#[test]
fn what_is_wrong_is_told_by_cell_and_never_shown() {
    for (row, place, secret) in [
        ("1;2031;a;38,5;;;", "p.csv:2: B:", "2031"),
        ("1;1884;a;38,5;;;", "p.csv:2: B:", "1884"),
        ("1;1984;a;169;;;", "p.csv:2: D:", "169"),
        ("1;1984;a;mange;;;", "p.csv:2: D:", "mange"),
        ("1;1984;a;1,234;;;", "p.csv:2: D:", "1.234"),
        ("1;1984;a;38,5;;-7;", "p.csv:2: F:", "-7"),
        ("1;1984;a;38,5;;;far", "p.csv:2: G:", "far"),
        ("Kari;1984;a;38,5;;;", "p.csv:2:", "Kari"),
        ("1;1984;Bor med Kari;38,5;;;", "p.csv:2:", "Kari"),
        ("1;2010;a;38,5;01.06.1990;;", "p.csv:2: E:", "1990"),
        ("1;1984;a;38,5;i vår;;", "p.csv:2: E:", "i vår"),
        ("1;1984;a;38,5;;;\n1;1985;a;39,5;;;", "p.csv:3: A:", "1985"),
    ] {
        let told = told(&format!("{HEAD}{row}\n")).expect_err(row).join("\n");
        assert!(told.starts_with(place) && !told.replace("allowed", "").contains(secret), "{row}: {told}");
    }
}
