//! A list of persons, a row each: read by rules that name the cell and never what stands there, and forgotten as soon as groups
//! are made of it ([`groups`](super::groups)).

use super::ages::Ages;
use super::cell_units;
use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::grants::{self, Dated, birth_year};
use super::groups::{MOST_HOURS, Person};
use super::headings::{Field, Measure, Role, year_in};
use super::log::{Log, Section};
use super::marks::{Amount, Mark};
use super::table::Table;
use super::units::Register;
use super::wording::words;
use super::{
    doubles, identity, in_force, list_hours, list_rows, list_units, lists, part_rows, person_names, serials,
};
use crate::error::{Error, Problem, Result};
use crate::scenario::small_counts::small;
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
    let (mut problems, mut table) = (Vec::new(), table.clone());
    let times = list_hours::settle(&mut table, (&choices.named, year), log, &mut problems);
    let table = &table;
    person_names::names(table, (register, &choices.named), &mut problems);
    doubles::in_list(table, &mut problems);
    part_rows::in_list(table, (choices, register), &mut problems);
    problems.extend(lists::counted(table));
    problems.extend(lists::of_one_sex(table, &choices.named));
    if table.first(Role::Person(Field::Birth)).or(table.first(Role::Age)).is_none() {
        problems.push(
            table
                .source
                .problem(table.heading, None, say::IMPORT_NO_BIRTH)
                .allowed(Text::same("birth, ages")),
        );
    }
    // Ages at another time than the end of the year are others.
    let dated = table.first(Role::Age).filter(|column| {
        let years = words(&table.columns[*column].1);
        years.iter().filter_map(|word| year_in(word)).any(|own| own != year)
    });
    problems.extend(dated.map(|column| in_force::refused(table, column, say::IMPORT_LIST_YEARS)));
    let granted = in_force::Columns::of(table, (&choices.named, year), &mut problems);
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    let numbered = serials::columns(table, &choices.named);
    let rows = list_rows::read(table, year, (choices, register), &numbered, &mut problems);
    let place = list_units::Column::of(table, choices, register, &rows);
    if place.stand_once() {
        log.add(Section::Read, say::IMPORT_LIST_UNIT_ONCE);
    }
    let mut reader = Reader { table, year, problems, times, place, numbered, seen: BTreeMap::new() };
    let (mut found, mut left) = (ByUnit::new(), false);
    let counted = |row: &&Line| rows.persons.contains(&row.number) && !rows.out.contains(&row.number);
    for row in table.rows.iter().filter(counted) {
        match reader.person(row, &granted) {
            Some(Some((unit, person))) => found.entry(unit).or_default().push(person),
            Some(None) => left = true,
            None => {}
        }
    }
    if !reader.problems.is_empty() {
        return Err(Error::Input(reader.problems));
    }
    let beside = granted.beside();
    if !beside.is_empty() {
        log.add(Section::Read, say::ImportListColumnsRead { list: beside.join(", ") });
    }
    if !rows.out.is_empty() {
        log.add(Section::Left, say::ImportListRowsLeft { year });
    }
    if left {
        // How many they are is not told: they may be few.
        log.add(Section::Left, say::ImportGrantsOfOtherYears { year });
    }
    empty_costs(&mut found, log);
    let unread = table.all(|role| matches!(role, Role::Unread | Role::Share));
    let unread = unread
        .into_iter()
        .filter(|column| !granted.reads(*column) && !times.reads(*column) && !rows.columns.contains(column));
    for column in unread.filter(|column| table.rows.iter().any(|row| !row.cell(*column).is_empty())) {
        let [start, within] = [true, false].map(|starts| table.source.column(column, starts));
        if !log.has(Section::Left, &say::ImportOtherPersonsLeft { column: within }) {
            log.add(Section::Left, say::ImportColumnUnread { column: start });
        }
    }
    Ok(found)
}

struct Reader<'r, 'g> {
    table: &'r Table<'g>,
    year: i32,
    problems: Vec<Problem>,
    times: list_hours::Times,
    place: list_units::Column<'r>,
    /// Columns that number persons.
    numbered: Vec<usize>,
    /// Numbers of persons met in each of them, by municipality, with their lines.
    seen: BTreeMap<(usize, String, String), usize>,
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

    /// The person of a row, with his municipality; inside, none where the grant is not of the end of the year.
    fn person(&mut self, row: &Line, granted: &in_force::Columns) -> Option<Option<(String, Person)>> {
        let before = self.problems.len();
        let unit = match self.place.of_row(self.table, row) {
            Ok(unit) => unit,
            Err((column, what)) => {
                self.refuse(row, column, what, say::IMPORT_UNITS_ALLOWED);
                return None;
            }
        };
        self.pseudonym(row);
        if !self.is_granted(row, granted)? {
            return Some(None);
        }
        self.once(row, &unit);
        let class = self.class(row);
        let hours = self.hours(row);
        let other = self.number(row, Measure::OtherCost).map(|(_, cost)| cost);
        let relatives = self.relatives(row);
        let condition = self.condition(row);
        if self.problems.len() > before {
            return None;
        }
        Some(Some((unit, Person { class: class?, hours, other, relatives, condition })))
    }

    /// Granted hours a week.
    fn hours(&mut self, row: &Line) -> Option<f64> {
        let (column, hours) = self.number(row, Measure::Hours)?;
        let hours = self.times.of_row(row).map(|times| hours * times);
        let right = hours.filter(|hours| *hours > 0.0 && *hours <= MOST_HOURS);
        if right.is_none() {
            let allowed = say::ImportHoursAllowed { most: MOST_HOURS };
            self.refuse(row, column, say::IMPORT_NUMBER_NOT_THAT, allowed);
        }
        right
    }

    /// Refuses what may say who a person is, where a number of persons should be.
    fn pseudonym(&mut self, row: &Line) {
        let named =
            self.numbered.iter().copied().find(|column| self.table.columns[*column].0 != Role::Unread);
        let Some(column) = named else { return };
        let cell = row.cell(column);
        if !cell.is_empty() && !identity::is_pseudonym(cell) {
            self.refuse(row, column, say::IMPORT_NO_PSEUDONYM, say::IMPORT_PSEUDONYM_ALLOWED);
        }
    }

    /// Refuses a second row of a person whose grant is in force too: added up or taken for another's, its hours might be wrong.
    fn once(&mut self, row: &Line, unit: &str) {
        for column in self.numbered.clone() {
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            let key = (column, unit.to_string(), folded(&cell.text()));
            if let Some(line) = self.seen.insert(key, row.number) {
                let what = say::ImportPseudonymTwice { line };
                self.refuse(row, column, what, say::IMPORT_ONE_ROW_EACH);
            }
        }
    }

    /// Whether the hours are granted at the end of the year; none where the days cannot be right.
    fn is_granted(&mut self, row: &Line, granted: &in_force::Columns) -> Option<bool> {
        let (is, days) = match granted.of_row(row) {
            Ok(found) => found,
            Err(column) => {
                self.refuse(row, column, say::IMPORT_NO_DAY, say::IMPORT_DAY_ALLOWED);
                return None;
            }
        };
        let birth = self.table.first(Role::Person(Field::Birth)).map(|column| grants::read(row.cell(column)));
        let born = birth.and_then(|day| if let Dated::On(day) = day { Some(day) } else { None });
        let wrong = match (days.since, days.until, born) {
            (Some((column, since)), _, Some(born)) if since.is_before(born) => Some(column),
            (Some((_, since)), Some((column, until)), _) if until.is_before(since) => Some(column),
            _ => None,
        };
        if let Some(column) = wrong {
            self.refuse(row, column, say::IMPORT_DAY_BEFORE, say::IMPORT_DAY_ALLOWED);
            return None;
        }
        Some(is)
    }

    /// The class of age at the end of the year.
    fn class(&mut self, row: &Line) -> Option<usize> {
        let birth = self.table.first(Role::Person(Field::Birth));
        let column = birth.or(self.table.first(Role::Age))?;
        let of_age = |age: i32| {
            let age = u32::try_from(age).ok().filter(|age| *age <= OLDEST as u32)?;
            CLASS_FROM.iter().rposition(|first| *first <= age)
        };
        let class = match (birth, row.cell(column)) {
            (Some(_), Cell::Date(year, ..)) => of_age(self.year - year),
            (Some(_), Cell::Number(year)) if year.fract() == 0.0 && *year > 1000.0 && *year < 3000.0 => {
                of_age(self.year - *year as i32)
            }
            (Some(_), Cell::Text(text)) => birth_year(text).and_then(|year| of_age(self.year - year)),
            (None, Cell::Number(age)) if age.fract() == 0.0 && (0.0..1000.0).contains(age) => {
                of_age(*age as i32)
            }
            // «42 år», or all of a class.
            (None, Cell::Text(text)) => match Ages::read(text) {
                Some(Ages::Of(span)) if span.low <= OLDEST as u32 => span.class(&CLASS_FROM),
                _ => None,
            },
            _ => None,
        };
        if class.is_none() {
            let allowed = match birth {
                Some(_) => say::ImportBirthAllowed { first: self.year - OLDEST, last: self.year }.text(),
                None => say::WholeNumberBetween { low: 0, high: OLDEST }.text(),
            };
            self.refuse(row, column, say::IMPORT_NO_BIRTH_THERE, allowed);
        }
        class
    }

    /// A number that is not negative, and its column; none where nothing is known.
    fn number(&mut self, row: &Line, measure: Measure) -> Option<(usize, f64)> {
        let (column, figures) = self.table.figures().find(|(_, figures)| figures.measure == Some(measure))?;
        if cell_units::is_of_another(row.cell(column), Some(measure)) {
            self.refuse(row, column, say::IMPORT_AMOUNT_IN_OTHER_UNIT, say::IMPORT_NUMBER_ALLOWED);
            return None;
        }
        match self.table.habit.amount(row.cell(column)) {
            Amount::Nothing | Amount::Mark(Mark::Impossible | Mark::Unknown) => None,
            // «x» and «<5» say nothing of one person's hours.
            Amount::Mark(Mark::KeptBack) if matches!(&*row.cell(column).text(), ":" | "...") => None,
            Amount::Mark(Mark::Zero) => Some((column, 0.0)),
            Amount::Number(number) if number >= 0.0 => {
                let heading = &self.table.columns[column].1;
                let own = (measure == Measure::Hours)
                    .then(|| cell_units::hours_factor(row.cell(column), (heading, figures.factor())))
                    .flatten();
                Some((column, number * own.unwrap_or(figures.factor())))
            }
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

/// A cell of other costs that is empty means none, unless the municipality writes 0 for that.
fn empty_costs(found: &mut ByUnit, log: &mut Log) {
    for persons in found.values_mut() {
        let zeros = persons.iter().any(|person| person.other == Some(0.0));
        let some = persons.iter().any(|person| person.other.is_some());
        if some && !zeros && persons.iter().any(|person| person.other.is_none()) {
            persons.iter_mut().for_each(|person| person.other = person.other.or(Some(0.0)));
            // Of few it is not told what their cells are like.
            if !small(persons.len() as u64) {
                log.add(Section::Read, say::IMPORT_EMPTY_COST);
            }
        }
    }
}

#[cfg(test)]
#[path = "persons_tests.rs"]
mod tests;
