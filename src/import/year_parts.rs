//! Rows of months, quarters, thirds or halves of a year. Persons with BPA are counted at its end, so that the rows of the last part
//! are the year's; what goes before is left, and told. Where somebody is not in the last part, nothing is left by itself.

use super::cells::{Cell, Line, folded};
use super::choices::Kind;
use super::headings::{Figures, Measure, Role};
use super::lists;
use super::log::{Log, Section};
use super::marks::Amount;
use super::months::{month, month_of_date};
use super::part_columns::TIMES;
use super::sums::is_sum;
use super::table::Table;
use super::wording::{says, year_of};
use crate::error::{Error, Problem};
use crate::text::{Words, say};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How headings begin of parts of a year, beside those that say which.
const OTHERS: [&str; 4] = ["periode", "period", "dato", "date"];
/// Words for a part, by how many a year has.
const PARTS: [(usize, &[&str]); 4] = [
    (12, &["måned", "månad", "month", "mnd", "m"]),
    (4, &["kvartal", "kv", "quarter", "k", "q"]),
    (3, &["tertial", "third", "t"]),
    (2, &["halvår", "half", "h"]),
];

/// How sums and means over all parts begin.
const OVER_ALL: [&str; 8] =
    ["snitt", "gjennomsnitt", "gj.snitt", "average", "hele", "heile", "året", "whole"];
/// Words beside those for a part in the heading of a column that says no more than which part it is.
const BESIDE: [&str; 8] = ["nr", "nummer", "og", "år", "i", "året", "per", "pr"];
/// Words of what happens in a part, of which the last part is not the year's, and of what is no count at its end.
const FLOWS: [&str; 13] = [
    "innvilg*",
    "oppstart*",
    "fattet",
    "fatta",
    "fikk",
    "førstegang*",
    "kumulativ*",
    "akkumuler*",
    "så langt",
    "hittil",
    "gjennomsnitt*",
    "snitt",
    "average*",
];

/// A part of a year: how many there are, and which of them it is.
type Part = (usize, usize);

/// A row with figures: its part, what it says of its year, and of whom it is.
struct Row<'r> {
    part: Option<Part>,
    year: String,
    of: Vec<String>,
    line: &'r Line,
}

/// The rows of the last part of each year, and the table's columns, of which that of parts is one of years or says nothing now.
pub struct Ends {
    rows: Vec<Line>,
    columns: Vec<(Role, String)>,
}

/// A table of persons, as far as its rows are of parts of a year.
pub enum Parts {
    /// They are not.
    None,
    /// They are, and the last of each year is what is counted at its end.
    Ends(Ends),
    /// They are, and the last one is not all there is at the end of a year: what is wrong if the table is of recipients.
    Wrong(Box<Problem>),
}

impl Parts {
    /// The table of the last parts alone, if there are such.
    pub fn of<'t>(&'t self, table: &Table<'t>) -> Table<'t> {
        match self {
            Parts::Ends(Ends { rows, columns }) => Table { rows, columns: columns.clone(), ..table.clone() },
            _ => table.clone(),
        }
    }

    /// What is wrong with the parts, before what else is.
    pub fn or(&self, other: Error) -> Error {
        match self {
            Parts::Wrong(problem) => (**problem).clone().into(),
            _ => other,
        }
    }
}

/// Of what parts of a year the rows of a table of persons are.
pub fn of(table: &Table, kind: Option<Kind>, log: &mut Log) -> Parts {
    let counted = |own: Figures| matches!(own.measure, None | Some(Measure::Persons | Measure::Recipients));
    let inhabitants =
        says(&folded(&table.title), &["folke*", "innbygg*", "population*", "inhabitants"]).is_some();
    let others = inhabitants || kind.is_some_and(|kind| kind != Kind::Recipients);
    if others || lists::is_list(table) || !table.figures().all(|(_, own)| counted(own)) {
        return Parts::None;
    }
    // «Periode» is often a column of years.
    let columns = table.all(|role| matches!(role, Role::Unread | Role::Year));
    // Of months and quarters beside each other, rows are of the months.
    let parts = |column: &usize| Some((parts_of(table, *column)?, Reverse(*column)));
    let Some((_, Reverse(column))) = columns.iter().filter_map(parts).max() else { return Parts::None };
    let dated = table.all(|role| *role == Role::Year).into_iter().find(|own| *own != column);
    let lines = with_ages(table);
    let table = &Table { rows: &lines, ..table.clone() };
    let rows = rows(table, (column, dated));
    let wrong = |row: &Row, what: Words| {
        let problem = table.problem(row.line.number, column, what);
        Parts::Wrong(Box::new(problem.allowed(say::IMPORT_PARTS_ALLOWED)))
    };
    let number = rows.iter().find_map(|row| row.part).map_or(0, |(number, _)| number);
    let which = |row: &Row| row.part.filter(|(own, _)| *own == number).map(|(_, which)| which);
    let parts: Option<BTreeSet<usize>> = rows.iter().map(which).collect();
    let Some(parts) = parts.filter(|parts| parts.len() > 1) else { return Parts::None };
    if flows(table) {
        return wrong(&rows[0], say::IMPORT_PARTS_FLOWS);
    }
    if !parts.contains(&number) {
        return wrong(&rows[rows.len() - 1], say::IMPORT_PARTS_WITHOUT_END);
    }
    let (at_end, before): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.part == Some((number, number)));
    let ended: BTreeSet<(&String, &Vec<String>)> = at_end.iter().map(|row| (&row.year, &row.of)).collect();
    let years: BTreeSet<&String> = at_end.iter().map(|row| &row.year).collect();
    let left = |row: &&Row| years.contains(&row.year) && !ended.contains(&(&row.year, &row.of));
    if let Some(row) = before.iter().find(left) {
        return wrong(row, say::IMPORT_PARTS_LEFT);
    }
    // It may stand once over several rows.
    let said = |row: &Row| Some(row.line.cell(column).text().into_owned()).filter(|text| !text.is_empty());
    let part = at_end.iter().rev().find_map(said).unwrap_or_default();
    log.add(Section::Read, say::ImportLastPart { place: table.source.name(), part });
    // Its column says the years where no other does.
    let mut columns = table.columns.clone();
    let of_years = dated.is_none() && at_end.iter().any(|row| !row.year.is_empty());
    columns[column].0 = if of_years { Role::Year } else { Role::Unread };
    let ends = at_end.iter().map(|row| whole(table, row, (column, dated)));
    // What is said between and below them still is.
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let words = |row: &&Line| figures.iter().all(|column| row.cell(*column).is_empty());
    let rows = ends.chain(table.rows.iter().filter(words).cloned()).collect();
    Parts::Ends(Ends { rows, columns })
}

/// The rows of a table, each with its age and its sex, which may stand once over their parts.
fn with_ages(table: &Table) -> Vec<Line> {
    let mut lines = table.rows.to_vec();
    for column in table.all(|role| matches!(role, Role::Age | Role::Sex)) {
        let mut above = Cell::Empty;
        for line in lines.iter_mut().filter(|line| table.figures().any(|own| !line.cell(own.0).is_empty())) {
            match line.cell(column) {
                Cell::Empty => line.set(column, above.clone()),
                own => above = own.clone(),
            }
        }
    }
    lines
}

/// The rows with figures; what stands once over several goes on below.
fn rows<'t>(table: &'t Table, (column, dated): (usize, Option<usize>)) -> Vec<Row<'t>> {
    let heading = table.columns.get(column).map(|(_, heading)| folded(heading)).unwrap_or_default();
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    // Whatever else tells rows apart does so at the end too, but for months beside quarters.
    let keys = table.all(|role| matches!(role, Role::Age | Role::Sex | Role::Unread));
    let keys: Vec<usize> = keys.into_iter().filter(|own| !is_of_parts(table, *own)).collect();
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let (mut text, mut place, mut year) = (String::new(), String::new(), String::new());
    let mut rows = Vec::new();
    for line in table.rows {
        let below = |above: &mut String, own: String| {
            if !own.is_empty() {
                *above = own;
            }
        };
        let year_of_part = || year_said(&line.cell(column).text()).unwrap_or_default();
        below(&mut text, folded(&line.cell(column).text()));
        below(&mut place, folded(&line.label(&places)));
        below(&mut year, dated.map_or_else(year_of_part, |dated| line.cell(dated).text().into_owned()));
        // Sums and means over the parts are no part.
        let over_all = is_sum(&text) || OVER_ALL.iter().any(|own| text.starts_with(own));
        if !over_all && figures.iter().any(|column| !line.cell(*column).is_empty()) {
            let unread =
                |column: &usize| table.columns.get(*column).is_some_and(|(role, _)| *role == Role::Unread);
            let word = |column: &usize| match table.habit.amount(line.cell(*column)) {
                Amount::Number(_) | Amount::Mark(_) if unread(column) => String::new(),
                _ => folded(&line.cell(*column).text()),
            };
            let own = keys.iter().map(word);
            let of = [place.clone()].into_iter().chain(own).collect();
            rows.push(Row { part: part(&text, &heading), year: year.clone(), of, line });
        }
    }
    rows
}

/// Whether something above the table or beside it says that its numbers are of what happens in a part.
fn flows(table: &Table) -> bool {
    let sheet = table.source.sheet.as_deref().unwrap_or_default();
    let headings = table.columns.iter().map(|(_, heading)| heading.as_str());
    [table.title.as_str(), sheet]
        .into_iter()
        .chain(headings)
        .any(|text| says(&folded(text), &FLOWS).is_some())
}

/// Four digits alone, as a year has.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

/// The year that a cell says beside its part.
fn year_said(text: &str) -> Option<String> {
    let word = text.split(|c: char| !c.is_ascii_digit()).find(|word| is_year(word))?;
    year_of(word).map(|year| year.to_string())
}

/// Whether a column says which part of a year its row is of, and nothing of what happened in it.
pub fn is_of_parts(table: &Table, column: usize) -> bool {
    let heading = table.columns.get(column).map(|(_, heading)| folded(heading)).unwrap_or_default();
    let is_time = |word: &str| TIMES.iter().chain(&OTHERS).any(|own| word.starts_with(own));
    let words = || heading.split([' ', '.', '/']).filter(|word| !word.is_empty());
    let named = words().any(is_time) && words().all(|word| is_time(word) || BESIDE.contains(&word));
    named && table.rows.iter().any(|row| part(&folded(&row.cell(column).text()), &heading).is_some())
}

/// Of how many parts a year is in a column, if its rows are of several of them.
fn parts_of(table: &Table, column: usize) -> Option<usize> {
    let heading = table.columns.get(column).map(|(_, heading)| folded(heading)).unwrap_or_default();
    let parts = table.rows.iter().filter_map(|row| part(&folded(&row.cell(column).text()), &heading));
    let parts: BTreeSet<Part> = parts.collect();
    let number = parts.iter().map(|(number, _)| *number).max();
    number.filter(|_| parts.len() > 1 && is_of_parts(table, column))
}

/// A row that says itself what stood above it, its year and its municipality, and no part.
fn whole(table: &Table, row: &Row, (column, dated): (usize, Option<usize>)) -> Line {
    let mut line = row.line.clone();
    line.set(column, Cell::Empty);
    let place = table.first(Role::Unit).or(table.first(Role::Name));
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let place = place.filter(|_| row.line.label(&places).is_empty());
    for (column, text) in [(Some(dated.unwrap_or(column)), &row.year), (place, &row.of[0])] {
        if let Some(column) = column.filter(|column| line.cell(*column).is_empty()) {
            line.set(column, Cell::of(text));
        }
    }
    line
}

/// A word without the year that Statistics Norway writes before a part: `2024K4`, `2024M12`.
fn without_year(word: &str) -> &str {
    match word.split_at_checked(4) {
        Some((year, rest)) if year_of(year).is_some() && rest.starts_with(char::is_alphabetic) => rest,
        _ => word,
    }
}

/// The part of a year that a cell says: «desember», «4. kvartal», «K4», «3», «okt-des», «2. halvår 2024».
pub fn part(text: &str, heading: &str) -> Option<Part> {
    if let Some(month) = month_of_date(text) {
        return Some((12, month));
    }
    let split = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> =
        text.split(split).filter(|word| !word.is_empty() && !is_year(word)).map(without_year).collect();
    let months: Option<Vec<usize>> = words.iter().map(|word| month(word)).collect();
    let of = |number: usize, which: usize| (1..=number).contains(&which).then_some((number, which));
    match months.as_deref() {
        Some([own]) => return of(12, *own),
        Some([first, last]) if first < last => {
            let length = last - first + 1;
            return if 12 % length == 0 && last % length == 0 {
                of(12 / length, last / length)
            } else {
                None
            };
        }
        _ => {}
    }
    let named = |word: &str| PARTS.iter().find(|(_, names)| names.contains(&word)).map(|(number, _)| *number);
    match words[..] {
        [own] => {
            let digits = own.trim_start_matches(|c: char| c.is_alphabetic());
            let word = &own[..own.len() - digits.len()];
            let of_heading =
                |names: &[&str]| names.iter().any(|own| own.len() > 2 && heading.starts_with(own));
            let begins = || PARTS.iter().find(|(_, names)| of_heading(names)).map(|(number, _)| *number);
            let number = if word.is_empty() { begins() } else { named(word) };
            of(number?, digits.parse().ok()?)
        }
        [one, other] => match (named(one), named(other)) {
            (None, Some(number)) => of(number, one.parse().ok()?),
            (Some(number), None) => of(number, other.parse().ok()?),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_year_are_known_however_they_are_written() {
        for (text, heading, own) in [
            ("desember", "måned", Some((12, 12))),
            ("des. 2024", "måned", Some((12, 12))),
            ("12", "månad", Some((12, 12))),
            ("4. kvartal", "kvartal", Some((4, 4))),
            ("kvartal 2", "periode", Some((4, 2))),
            ("k3", "kvartal", Some((4, 3))),
            ("4. kv. 2024", "periode", Some((4, 4))),
            ("2024k1", "kvartal", Some((4, 1))),
            ("2024-12", "måned", Some((12, 12))),
            ("2024-12-31", "måned", Some((12, 12))),
            ("30.06.2024", "måned", Some((12, 6))),
            ("2024m12", "måned", Some((12, 12))),
            ("3", "kvartal", Some((4, 3))),
            ("3. tertial", "tertial", Some((3, 3))),
            ("t1", "tertial", Some((3, 1))),
            ("2. halvår 2024", "halvår", Some((2, 2))),
            ("okt-des", "periode", Some((4, 4))),
            ("sep.–des.", "periode", Some((3, 3))),
            ("jul-des 2024", "periode", Some((2, 2))),
            ("feb-apr", "periode", None),
            ("5", "kvartal", None),
            ("3", "periode", None),
            ("i alt", "måned", None),
            ("2024", "periode", None),
        ] {
            assert_eq!(part(text, heading), own, "{text}");
        }
    }
}
