//! Columns of words that divide what a table counts, where one part alone is there: a district, a supplier, a month, one sex.
//! Numbers of a part are not those of the municipality. Where all parts are there, the same municipality stands several times,
//! which is refused elsewhere.

use super::cells::{Line, folded};
use super::choices::{Choices, Kind};
use super::headings::Role;
use super::labels::without_marks;
use super::marks::Amount;
use super::table::Table;
use super::whom::is_of_one_sex;
use super::wording::is_end;
use crate::error::{Error, Problem, Result};
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// How headings begin of parts of a municipality.
pub const PARTS: [&str; 9] =
    ["bydel", "distrikt", "sone", "område", "avdeling", "krets", "rode", "district", "zone"];
/// How those begin of who gives the service, whose prices are the municipality's too.
pub const PROVIDERS: [&str; 9] = [
    "virksomhet",
    "verksemd",
    "leverandør",
    "utfører",
    "utførar",
    "tjenestested",
    "tenestestad",
    "provider",
    "supplier",
];
/// How headings begin of parts of a year.
pub const TIMES: [&str; 10] =
    ["måned", "månad", "month", "kvartal", "quarter", "tertial", "halvår", "telledato", "mnd", "half year"];
/// What is no part.
const WHOLE: [&str; 13] = [
    "alle",
    "i alt",
    "sum",
    "total",
    "totalt",
    "samlet",
    "samla",
    "hele kommunen",
    "heile kommunen",
    "all",
    "begge",
    "hele",
    "heile",
];
/// Refuses a table with figures of one part.
///
/// # Errors
/// By the first cell that says so.
pub fn refuse(table: &Table, kind: Kind, choices: &Choices) -> Result<()> {
    let mut problems = Vec::new();
    let rows: Vec<&Line> = table.rows.iter().filter(|row| has_figures(table, row)).collect();
    for column in table.all(|role| *role == Role::Unread) {
        let heading = table.columns.get(column).map(|(_, heading)| folded(heading)).unwrap_or_default();
        if !choices.named.contains_key(&heading) {
            problems.extend(of_column(table, kind, &rows, (column, &heading)));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

fn of_column(table: &Table, kind: Kind, rows: &[&Line], (column, heading): (usize, &str)) -> Option<Problem> {
    let text = |row: &Line| folded(&row.cell(column).text());
    let starts = |list: &[&str]| list.iter().any(|own| heading.starts_with(own));
    let (line, what) = if starts(&PARTS) || kind != Kind::Costs && starts(&PROVIDERS) {
        (one_part(table, rows, column)?, say::IMPORT_SUBJECT_PART)
    } else if starts(&TIMES) && kind != Kind::Hours {
        let first = rows.first()?;
        let early = text(first).starts_with(char::is_alphanumeric) && !is_end(&text(first));
        let same = rows.iter().all(|row| text(row) == text(first));
        ((early && same).then_some(first.number)?, say::IMPORT_SUBJECT_DURING)
    } else {
        let first = rows.first()?;
        let one = kind != Kind::Costs && rows.iter().all(|row| is_of_one_sex(&text(row)));
        let women = |row: &Line| {
            super::wording::says(&text(row), &["kvinne*", "jente*", "women", "female*"]).is_some()
        };
        let same = rows.iter().all(|row| women(row) == women(first));
        ((one && same).then_some(first.number)?, say::IMPORT_SUBJECT_ONE_SEX)
    };
    let problem = table.problem(line, column, say::ImportColumnOfPart { what });
    let found =
        table.rows.iter().find(|row| row.number == line).map(|row| row.cell(column).text().into_owned());
    let problem = problem.found(found.unwrap_or_default());
    Some(match heading {
        "" => problem.allowed(say::IMPORT_COLUMN_OF_PART_ALLOWED_UNNAMED),
        heading => problem.allowed(say::ImportColumnOfPartAllowed { heading }),
    })
}

/// The first row of a municipality that has one part alone, which is not all of it.
fn one_part(table: &Table, rows: &[&Line], column: usize) -> Option<usize> {
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let mut above = String::new();
    let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let own: Vec<String> = places.iter().map(|place| folded(&row.cell(*place).text())).collect();
        let own = own.join(" ");
        if !own.trim().is_empty() {
            above = own;
        }
        let part = folded(&row.cell(column).text());
        first.entry(above.clone()).or_insert(row.number);
        parts.entry(above.clone()).or_default().insert(part);
    }
    let is_part = |(place, own): &(&String, &BTreeSet<String>)| {
        let only = own.first().filter(|_| own.len() == 1).map_or("", |own| without_marks(own));
        !only.is_empty() && !WHOLE.contains(&only) && !place.split(' ').any(|word| word == only)
    };
    let (place, _) = parts.iter().find(is_part)?;
    first.get(place).copied()
}

fn has_figures(table: &Table, row: &Line) -> bool {
    table.figures().any(|(column, _)| matches!(table.habit.amount(row.cell(column)), Amount::Number(_)))
}
