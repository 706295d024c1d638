//! What a column of numbers beside municipalities or persons is: numbers of municipalities, years, or no more than a number of the
//! row. Numbers of Finnmark's municipalities before 2020 look like years (2002–2030), and a list's own numbers like either.

use super::cells::{Cell, folded};
use super::headings::{Field, Measure, Named, Role};
use super::labels::may_be_year;
use super::table::Table;
use super::units::{Place, Register};
use crate::error::Problem;
use crate::text::say;

/// Headings of numbers that may be those of rows.
const RUNNING: [&str; 9] = ["id", "nummer", "nr", "nr.", "#", "no", "no.", "number", "rad"];

/// Whether a text is a bare number of a municipality, and can be no year.
pub fn is_plain_number(text: &str, register: &Register) -> bool {
    let digits = (3..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits && !may_be_year(text) && matches!(register.place(text), Place::Unit { .. } | Place::Split(..))
}

/// Settles what such columns are, where the user has not said it; `one` says whether the table is known to be of one municipality.
///
/// # Errors
/// Where numbers may be years or numbers of municipalities, the first cell with one.
pub fn settle(
    table: &mut Table,
    (named, register): (&Named, &Register),
    one: bool,
) -> Result<(), Box<Problem>> {
    numbers_of_rows(table, named, register);
    years(table, named, (register, one))
}

fn texts(table: &Table, column: usize) -> Vec<(usize, String)> {
    let own =
        |number: usize, cell: &Cell| (!cell.is_empty()).then(|| (number, cell.text().trim().to_string()));
    table.rows.iter().filter_map(|row| own(row.number, row.cell(column))).collect()
}

/// Numbers of rows: in lists of persons, and beside a column of municipalities.
fn numbers_of_rows(table: &mut Table, named: &Named, register: &Register) {
    let is_running = |role: &Role, heading: &str| {
        let heading = folded(heading);
        let number = RUNNING.contains(&heading.as_str()) || *role == Role::Person(Field::Pseudonym);
        number && !named.contains_key(&heading)
    };
    let has = |role: Role| table.first(role).is_some();
    let measured = |measure: Measure| table.figures().any(|(_, figures)| figures.measure == Some(measure));
    let counts = measured(Measure::Persons) || measured(Measure::Recipients);
    let list = has(Role::Person(Field::Birth)) || measured(Measure::Hours) && !counts;
    let mut pseudonym = has(Role::Person(Field::Pseudonym));
    for column in 0..table.columns.len() {
        let (role, heading) = &table.columns[column];
        if !is_running(role, heading) {
            continue;
        }
        let beside = || {
            (0..table.columns.len())
                .any(|other| other != column && matches!(table.columns[other].0, Role::Unit | Role::Name))
        };
        let numbers = || {
            let own = texts(table, column);
            !own.is_empty() && own.iter().all(|(_, text)| is_plain_number(text, register))
        };
        let settled = match role {
            // A list may call its persons otherwise, and have the municipality here.
            Role::Unit if list && !((pseudonym || beside()) && numbers()) => {
                if pseudonym {
                    Role::Unread
                } else {
                    Role::Person(Field::Pseudonym)
                }
            }
            Role::Unit if !list && beside() && !numbers() => Role::Unread,
            Role::Person(Field::Pseudonym) if !list && beside() => Role::Unread,
            other => *other,
        };
        pseudonym |= settled == Role::Person(Field::Pseudonym);
        table.columns[column].0 = settled;
    }
}

/// Years in a column that is called as one of municipalities.
fn years(table: &mut Table, named: &Named, (register, one): (&Register, bool)) -> Result<(), Box<Problem>> {
    const OF_NUMBERS: [&str; 5] = ["nr", "nummer", "kode", "number", "code"];
    let units = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let [column] = units[..] else { return Ok(()) };
    let heading = folded(&table.columns[column].1);
    if named.contains_key(&heading) || OF_NUMBERS.iter().any(|word| heading.contains(word)) {
        return Ok(());
    }
    let own = texts(table, column);
    let mut places = own.iter().filter_map(|(line, text)| match register.place(text) {
        Place::Unit { id, .. } if may_be_year(text) => Some((*line, text, id)),
        _ => None,
    });
    let Some((line, text, id)) = places.next() else { return Ok(()) };
    if own.iter().any(|(_, text)| is_plain_number(text, register)) {
        return Ok(());
    }
    let free = table.first(Role::Year).is_none();
    if one && free && own.iter().all(|(_, text)| may_be_year(text) || register.place(text) == Place::Unknown)
    {
        table.columns[column].0 = Role::Year;
        return Ok(());
    }
    let what = say::ImportYearOrNumber { name: register.name(&id) };
    let allowed = say::ImportYearOrNumberAllowed { heading: &table.columns[column].1 };
    let problem = table.source.problem(line, Some(column), what).found(text.clone());
    Err(Box::new(problem.allowed(allowed)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;
    use crate::text::Lang;
    use std::collections::BTreeMap;

    /// What the first columns are, or what is told.
    fn roles(text: &str, one: bool) -> String {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let mut table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let register = Register::new(BTreeMap::new());
        match settle(&mut table, (&Named::new(), &register), one) {
            Ok(()) => format!("{:?} {:?}", table.columns[0].0, table.columns[1].0),
            Err(problem) => problem.render(Lang::En),
        }
    }

    #[test]
    fn numbers_of_rows_are_no_municipalities() {
        let list = "Fødselsår;Timer per uke\n";
        for (text, first) in [
            (format!("ID;{list}1103;1984;20\n3203;1985;30\n"), "Person(Pseudonym)"),
            (format!("Nummer;{list}301;1984;20\n"), "Person(Pseudonym)"),
            (format!("ID;Saksnr;{list}3203;1;1984;20\n3203;2;1985;30\n"), "Unit"),
            (format!("ID;Saksnr;{list}12;1;1984;20\n"), "Unread"),
            ("Nummer;Kommune;0-17;18+\n1;Asker;1;2\n3203;Bærum;1;2\n".into(), "Unread"),
            ("Nummer;Kommune;0-17;18+\n3203;Asker;1;2\n".into(), "Unit"),
            ("Nr;Kommune;Alder;Personer;Timer per uke\n1;Asker;0-17;12;20\n".into(), "Unread"),
            ("Løpenr;Kommune;Alder;Personer;Timer per uke\n1;Asker;0-17;12;20\n".into(), "Unread"),
            (format!("Løpenr;Kommune;{list}1;Asker;1984;20\n"), "Person(Pseudonym)"),
            ("Nummer;0-17;18+\n3203;1;2\n".into(), "Unit"),
        ] {
            let found = roles(&text, false);
            assert!(found.starts_with(first), "{text}: {found}");
        }
    }

    #[test]
    fn years_are_no_municipalities_unless_the_column_is_plainly_of_such() {
        let rows = "0-17;18+\n2023;1;2\n2024;1;2\n";
        assert!(roles(&format!("Kommune;{rows}"), true).starts_with("Year"));
        assert!(roles(&format!("Kommune;{}", rows.replace("2024", "2024*")), true).starts_with("Year"));
        let doubt = roles(&format!("Kommune;{rows}"), false);
        assert!(doubt.starts_with("t.csv:2") && doubt.contains("Gamvik"), "{doubt}");
        assert!(roles("Kommune;0-17;18+\nAsker;1;2\n2024;1;2\n", true).contains("Berlevåg"));
        for text in [
            format!("Kommunenr;{rows}"),
            "Kommune;0-17;18+\n2012;1;2\n1103;1;2\n".to_string(),
            "Kommune;Navn;0-17;18+\n2012;Alta;1;2\n".to_string(),
            "Kommune;0-17;18+\n2012 Alta;1;2\n".to_string(),
        ] {
            assert!(roles(&text, true).starts_with("Unit"), "{text}");
        }
    }
}
