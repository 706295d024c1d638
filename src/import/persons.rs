//! A list of persons, a row each: read by rules that name the cell and never what stands there, and forgotten as soon as groups
//! are made of it ([`groups`](super::groups)).

use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::groups::{MOST_HOURS, Person};
use super::headings::{Field, Measure, Role};
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
    let mut reader = Reader { table, year, register, choices, problems, names: BTreeMap::new() };
    let mut found = ByUnit::new();
    for row in table.rows.iter().filter(|row| is_person(table, row)) {
        if let Some((unit, person)) = reader.person(row) {
            found.entry(unit).or_default().push(person);
        }
    }
    if !reader.problems.is_empty() {
        return Err(Error::Input(reader.problems));
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
                    | Role::Person(Field::Birth | Field::Since | Field::Relatives | Field::Condition)
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
        let Some(column) = self.table.first(Role::Person(Field::Pseudonym)) else { return };
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
            Amount::Number(number) if number >= 0.0 => {
                Some((column, number * 10_f64.powi(figures.thousands as i32)))
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
mod tests {
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

    const HEAD: &str =
        "Saksnr;Fødselsår;Bydel;Vedtakstimer pr uke;Vedtak fra;Andre tjenester kr/år;Pårørende\n";

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
            ("1;1984;a;38,5;;;\n1;1985;a;39,5;;;", "p.csv:3: A:", "1985"),
        ] {
            let told = told(&format!("{HEAD}{row}\n")).expect_err(row).join("\n");
            assert!(
                told.starts_with(place) && !told.replace("allowed", "").contains(secret),
                "{row}: {told}"
            );
        }
    }
}
