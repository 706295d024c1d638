//! A list of persons, a row each: read by rules that name the cell and never what stands there, and forgotten as soon as groups
//! are made of it ([`groups`](super::groups)).

use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::grants::{self, Dated, Day};
use super::groups::{MOST_HOURS, Person};
use super::headings::{Field, Figures, Measure, Role};
use super::identity;
use super::log::{Log, Section};
use super::marks::{Amount, Mark};
use super::table::Table;
use super::units::{Place, Register};
use crate::error::{Error, Problem, Result};
use crate::scenario::units::CLASS_FROM;
use crate::text::{Lang, Message, Text, Words, say};
use std::collections::BTreeMap;

/// Oldest that anybody is.
const OLDEST: i32 = 120;

/// Conditions as the form's choices and the program's own names have them, in the order of the columns.
pub const CONDITIONS: [(Words, &str); 4] = [
    (say::FORM_CONDITION_STABLE, "stable"),
    (say::FORM_CONDITION_PROGRESSIVE, "progressive"),
    (say::FORM_CONDITION_RAPID, "rapid"),
    (say::FORM_CONDITION_INTELLECTUAL, "intellectual"),
];

/// Persons by municipality.
pub type ByUnit = BTreeMap<String, Vec<Person>>;

/// Whether a table is a list of persons.
pub fn is_list(table: &Table) -> bool {
    let has = |field: Field| table.first(Role::Person(field)).is_some();
    let hours = table.figures().any(|(_, figures)| figures.measure == Some(Measure::Hours));
    let identity = table.first(Role::Identity).is_some();
    has(Field::Birth)
        || hours && (has(Field::Pseudonym) || has(Field::Relatives) || has(Field::Condition))
        || identity
}

/// The persons of a table, at the end of a year.
///
/// # Errors
/// By cell; what stands there is never told.
pub fn read(
    table: &Table,
    year: i32,
    register: &Register,
    choices: &Choices,
    log: &mut Log,
) -> Result<ByUnit> {
    let mut problems = Vec::new();
    identity::names(table, register, &mut problems);
    if table.first(Role::Person(Field::Birth)).or(table.first(Role::Age)).is_none() {
        problems.push(
            table
                .source
                .problem(table.heading, None, say::IMPORT_NO_BIRTH)
                .allowed(Text::same("birth, ages")),
        );
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    let mut reader =
        Reader { table, year, register, choices, problems, names: BTreeMap::new(), others_left: false };
    let mut found = ByUnit::new();
    for row in table.rows.iter().filter(|row| is_person(table, row)) {
        if let Some((unit, person)) = reader.person(row) {
            found.entry(unit).or_default().push(person);
        }
    }
    if !reader.problems.is_empty() {
        return Err(Error::Input(reader.problems));
    }
    if reader.others_left {
        // How many they are is not told: they may be few.
        log.add(Section::Left, say::ImportGrantsOfOtherYears { year });
    }
    empty_costs(&mut found, log);
    let unread = table.all(|role| matches!(role, Role::Unread | Role::Share));
    for column in
        unread.into_iter().filter(|column| table.rows.iter().any(|row| !row.cell(*column).is_empty()))
    {
        log.add(Section::Left, say::ImportColumnUnread { column: super::cells::letters(column) });
    }
    Ok(found)
}

/// A row with anything in a column that is read, beyond a note or a number of the row.
fn is_person(table: &Table, row: &Line) -> bool {
    let read = |column: usize| {
        matches!(
            table.columns.get(column).map(|(role, _)| *role),
            Some(
                Role::Age
                    | Role::Figures(_)
                    | Role::Person(
                        Field::Birth | Field::Since | Field::Until | Field::Relatives | Field::Condition
                    )
            )
        )
    };
    row.filled().any(|(column, _)| read(column))
}

struct Reader<'r, 'g> {
    table: &'r Table<'g>,
    year: i32,
    register: &'r Register,
    choices: &'r Choices,
    problems: Vec<Problem>,
    /// Pseudonyms met, by municipality, with their lines.
    names: BTreeMap<(String, String), usize>,
    /// Whether grants that are not of the end of the year were left out.
    others_left: bool,
}

impl Reader<'_, '_> {
    fn refuse(&mut self, row: &Line, column: usize, what: impl Message, allowed: impl Message) {
        let problem = self.table.problem(row.number, column, what).allowed(allowed);
        // Headings of such lists may be anything.
        self.problems.push(Problem { key: self.key(column), ..problem });
    }

    /// What a message calls a column of a text.
    fn key(&self, column: usize) -> Option<String> {
        self.table.source.sheet.is_none().then(|| super::cells::letters(column))
    }

    fn person(&mut self, row: &Line) -> Option<(String, Person)> {
        let before = self.problems.len();
        let unit = self.unit(row)?;
        self.pseudonym(row, &unit);
        match self.is_granted(row) {
            Some(true) => {}
            Some(false) => {
                self.others_left = true;
                return None;
            }
            None => return None,
        }
        let age = self.age(row);
        let hours = self.number(row, Measure::Hours).filter(|(column, hours)| {
            let right = *hours > 0.0 && *hours <= MOST_HOURS;
            if !right {
                self.refuse(
                    row,
                    *column,
                    say::IMPORT_NUMBER_NOT_THAT,
                    say::ImportHoursAllowed { most: MOST_HOURS },
                );
            }
            right
        });
        let other = self.number(row, Measure::OtherCost).map(|(_, cost)| cost);
        let relatives = self.relatives(row);
        let condition = self.condition(row);
        let class = CLASS_FROM.iter().rposition(|first| age.is_some_and(|age| *first <= age));
        if self.problems.len() > before {
            return None;
        }
        Some((
            unit,
            Person { class: class?, hours: hours.map(|(_, hours)| hours), other, relatives, condition },
        ))
    }

    fn unit(&mut self, row: &Line) -> Option<String> {
        let columns = self.table.all(|role| matches!(role, Role::Unit | Role::Name));
        let label: Vec<String> = columns.iter().map(|column| row.cell(*column).text().into_owned()).collect();
        let label = label.join(" ");
        let first = columns.first().copied().unwrap_or_default();
        match (label.trim(), &self.choices.only_unit) {
            ("", Some(id)) => Some(id.clone()),
            ("", None) => {
                self.refuse(row, first, say::IMPORT_NO_UNIT, say::IMPORT_UNITS_ALLOWED);
                None
            }
            (label, only) => match (self.register.place(label), only) {
                (Place::Unit { id, .. }, _) => Some(id),
                // Districts of the one municipality that is named.
                (Place::District | Place::Unknown, Some(id)) => Some(id.clone()),
                _ => {
                    self.refuse(row, first, say::IMPORT_UNKNOWN_UNIT, say::IMPORT_UNITS_ALLOWED);
                    None
                }
            },
        }
    }

    fn pseudonym(&mut self, row: &Line, unit: &str) {
        // «Bruker» is what lists call the column too.
        let is_user =
            |(_, own): &(usize, Figures)| own.measure == Some(Measure::Recipients) && own.ages.is_none();
        let user = || self.table.figures().find(is_user).map(|(column, _)| column);
        let Some(column) = self.table.first(Role::Person(Field::Pseudonym)).or_else(user) else { return };
        let cell = row.cell(column);
        if cell.is_empty() {
            return;
        }
        if !identity::is_pseudonym(cell) {
            return self.refuse(row, column, say::IMPORT_NO_PSEUDONYM, say::IMPORT_PSEUDONYM_ALLOWED);
        }
        let key = (unit.to_string(), folded(&cell.text()));
        if let Some(line) = self.names.insert(key, row.number) {
            self.refuse(row, column, say::ImportPseudonymTwice { line }, say::IMPORT_PSEUDONYM_ALLOWED);
        }
    }

    /// Whether the hours are granted at the end of the year; none where the days cannot be right.
    fn is_granted(&mut self, row: &Line) -> Option<bool> {
        let since = self.day(row, Field::Since)?;
        let ended = self.table.first(Role::Person(Field::Until)).map(|column| grants::read(row.cell(column)));
        if ended == Some(Dated::Over) {
            return Some(false);
        }
        let until = self.day(row, Field::Until)?;
        let birth = self
            .table
            .first(Role::Person(Field::Birth))
            .map(|column| (column, grants::read(row.cell(column))));
        let before = |(_, one): (usize, Day), (_, two): (usize, Day)| one.is_before(two);
        let born =
            birth.and_then(|(column, day)| if let Dated::On(day) = day { Some((column, day)) } else { None });
        let wrong = match (since, until, born) {
            (Some(since), _, Some(born)) if before(since, born) => Some(since.0),
            (Some(since), Some(until), _) if before(until, since) => Some(until.0),
            _ => None,
        };
        if let Some(column) = wrong {
            self.refuse(row, column, say::IMPORT_DAY_BEFORE, say::IMPORT_DAY_ALLOWED);
            return None;
        }
        let begun = since.is_none_or(|(_, day)| !day.is_after(self.year));
        Some(begun && until.is_none_or(|(_, day)| !day.is_before_end(self.year)))
    }

    /// The day of a field, with its column; refused is a cell that has something else.
    fn day(&mut self, row: &Line, field: Field) -> Option<Option<(usize, Day)>> {
        let Some(column) = self.table.first(Role::Person(field)) else { return Some(None) };
        match grants::read(row.cell(column)) {
            Dated::Nothing => Some(None),
            Dated::On(day) => Some(Some((column, day))),
            Dated::Other | Dated::Over => {
                self.refuse(row, column, say::IMPORT_NO_DAY, say::IMPORT_DAY_ALLOWED);
                None
            }
        }
    }

    /// The age at the end of the year.
    fn age(&mut self, row: &Line) -> Option<u32> {
        let birth = self.table.first(Role::Person(Field::Birth));
        let column = birth.or(self.table.first(Role::Age))?;
        let years = match (birth, row.cell(column)) {
            (Some(_), Cell::Date(year, ..)) => Some(self.year - year),
            (Some(_), Cell::Number(year)) if year.fract() == 0.0 && *year > 1000.0 && *year < 3000.0 => {
                Some(self.year - *year as i32)
            }
            (Some(_), Cell::Text(text)) => birth_year(text).map(|year| self.year - year),
            (None, Cell::Number(age)) if age.fract() == 0.0 && (0.0..1000.0).contains(age) => {
                Some(*age as i32)
            }
            (None, Cell::Text(text)) => text.parse().ok(),
            _ => None,
        };
        let age = years.and_then(|years| u32::try_from(years).ok()).filter(|age| *age <= OLDEST as u32);
        if age.is_none() {
            let allowed = match birth {
                Some(_) => say::ImportBirthAllowed { first: self.year - OLDEST, last: self.year }.text(),
                None => say::WholeNumberBetween { low: 0, high: OLDEST }.text(),
            };
            self.refuse(row, column, say::IMPORT_NO_BIRTH_THERE, allowed);
        }
        age
    }

    /// A number that is not negative, and its column; none where nothing is known.
    fn number(&mut self, row: &Line, measure: Measure) -> Option<(usize, f64)> {
        let (column, figures) = self.table.figures().find(|(_, figures)| figures.measure == Some(measure))?;
        match self.table.habit.amount(row.cell(column)) {
            Amount::Nothing | Amount::Mark(Mark::Impossible | Mark::Unknown | Mark::KeptBack) => None,
            Amount::Mark(Mark::Zero) => Some((column, 0.0)),
            Amount::Number(number) if number >= 0.0 => Some((column, number * figures.factor())),
            Amount::Doubtful(..) => {
                self.refuse(row, column, say::ONE_OR_A_THOUSAND, say::IMPORT_NUMBER_ALLOWED);
                None
            }
            _ => {
                self.refuse(row, column, say::IMPORT_NUMBER_NOT_THAT, say::IMPORT_NUMBER_ALLOWED);
                None
            }
        }
    }

    fn relatives(&mut self, row: &Line) -> Option<usize> {
        const NONE: [&str; 5] = ["0", "ingen", "none", "nei", "no"];
        const TWO: [&str; 9] =
            ["2", "2+", "3", "4", "5", "2 eller flere", "2 eller fleire", "2 or more", "to eller flere"];
        let column = self.table.first(Role::Person(Field::Relatives))?;
        let text = folded(&row.cell(column).text());
        match text.as_str() {
            "" => None,
            none if NONE.contains(&none) => Some(0),
            "1" | "en" | "én" | "ein" | "éin" | "one" => Some(1),
            two if TWO.contains(&two) => Some(2),
            _ => {
                self.refuse(row, column, say::IMPORT_NONE_OF_THESE, Text::same("0, 1, 2+"));
                None
            }
        }
    }

    fn condition(&mut self, row: &Line) -> Option<usize> {
        let column = self.table.first(Role::Person(Field::Condition))?;
        let text = folded(&row.cell(column).text());
        if text.is_empty() {
            return None;
        }
        let is = |(words, name): &(Words, &str)| {
            *name == text
                || [Lang::Nb, Lang::Nn, Lang::En]
                    .iter()
                    .any(|lang| folded(&Message::get(words, *lang)) == text)
        };
        let found = CONDITIONS.iter().position(is);
        if found.is_none() {
            let allowed = Text::each(|lang| CONDITIONS.map(|(words, _)| words.get(lang)).join(", "));
            self.refuse(row, column, say::IMPORT_NONE_OF_THESE, allowed);
        }
        found
    }
}

/// The year of a birth: alone, or in a date with the year at either end.
fn birth_year(text: &str) -> Option<i32> {
    let parts: Vec<&str> = text.trim().split(['.', '-', '/']).collect();
    let number = |part: &str, digits: usize| {
        (part.len() <= digits && !part.is_empty()).then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = |part: &str| part.parse().ok().filter(|_| part.len() == 4);
    let date = |day: &str, month: &str| {
        number(day, 2).is_some_and(|d| (1..=31).contains(&d))
            && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
    };
    match parts[..] {
        [own] => year(own),
        [day, month, own] if own.len() == 4 && date(day, month) => year(own),
        [own, month, day] if date(day, month) => year(own),
        _ => None,
    }
}

/// A cell of other costs that is empty means none, unless the municipality writes 0 for that.
fn empty_costs(found: &mut ByUnit, log: &mut Log) {
    for persons in found.values_mut() {
        let zeros = persons.iter().any(|person| person.other == Some(0.0));
        let some = persons.iter().any(|person| person.other.is_some());
        if some && !zeros && persons.iter().any(|person| person.other.is_none()) {
            persons.iter_mut().for_each(|person| person.other = person.other.or(Some(0.0)));
            log.add(Section::Read, say::IMPORT_EMPTY_COST);
        }
    }
}

#[cfg(test)]
#[path = "persons_tests.rs"]
mod tests;
