//! Whether a table is a list of persons, a row each, or may be one: what stands in such is never shown, whatever it is read as.

use super::ages::{Ages, Span};
use super::cells::{Cell, folded, letters};
use super::grants::{self, Dated, Day};
use super::headings::{Field, Figures, Measure, Named, Role};
use super::hour_words::is_of_part_of_hours;
use super::in_force;
use super::marks::Amount;
use super::periods::{Period, is_of_hours};
use super::person_names;
use super::serials;
use super::standing;
use super::table::Table;
use super::units::{Place, Register};
use crate::error::{Error, Problem, Result};
use crate::text::{Lang, say};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a table is a list of persons.
pub fn is_list(table: &Table) -> bool {
    let has = |field: Field| table.first(Role::Person(field)).is_some();
    let identity = table.first(Role::Identity).is_some();
    let numbered = || !counts(table) && !serials::columns(table, &Named::new()).is_empty();
    has(Field::Birth)
        || hours(table)
            && (has(Field::Pseudonym) || has(Field::Relatives) || has(Field::Condition) || numbered())
        || identity
}

/// Whether a table has hours, of whatever sort.
fn hours(table: &Table) -> bool {
    let is_of = |(role, heading): &(Role, String)| match role {
        Role::Figures(own) => own.measure == Some(Measure::Hours),
        Role::Unread => is_of_part_of_hours(heading) || is_of_hours(heading) && Period::of(heading).is_some(),
        _ => false,
    };
    table.columns.iter().any(is_of)
}

/// Whether a table has hours, and no numbers of persons whose they are.
pub fn has_hours_alone(table: &Table) -> bool {
    hours(table) && !counts(table)
}

/// Whether a column beside hours may be of births: days within a year, or years that differ, whatever stands above them.
fn may_be_born(table: &Table) -> bool {
    const OLDEST: i32 = 1900;
    const NEWEST: i32 = 2024;
    const FIGURES: i32 = 2000;
    let days = |column: usize| {
        table.rows.iter().any(|row| match grants::read(row.cell(column)) {
            Dated::On(Day::Of(_, month, day)) => !matches!((day, month), (31, 12) | (1, 1)),
            _ => false,
        })
    };
    let years = |column: usize| {
        let cells = table.rows.iter().map(|row| row.cell(column).text().parse::<i32>().ok());
        let years: BTreeSet<i32> = cells.flatten().filter(|own| (OLDEST..=NEWEST).contains(own)).collect();
        // Years of figures are new ones.
        let (role, heading) = &table.columns[column];
        let of_figures = *role == Role::Year && !folded(heading).contains("årgang");
        let old = years.first().is_some_and(|first| *first < FIGURES);
        old || years.len() > 1 && !of_figures
    };
    hours(table)
        && (0..table.columns.len()).any(|column| {
            let figures = matches!(table.columns[column].0, Role::Figures(_) | Role::Unit | Role::Name);
            days(column) || !figures && years(column)
        })
}

/// Whether a table has numbers of persons, which a list has not.
fn counts(table: &Table) -> bool {
    // «BPA: Ja» is an answer.
    let answers = |column: usize| {
        let mut cells =
            table.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| standing::is_answer(&cell.text()))
    };
    let counted = |own: &(usize, Figures)| match own.1.measure {
        Some(Measure::Persons | Measure::Population) => true,
        Some(Measure::Recipients) => {
            let heading = table.columns.get(own.0).map_or("", |(_, heading)| heading);
            own.1.ages.is_some()
                || !(serials::is_serial(heading) || standing::asks_bpa(heading) && answers(own.0))
        }
        None => own.1.ages.is_some(),
        _ => false,
    };
    table.figures().any(|own| counted(&own))
}

/// Refuses a table of counts that is said to be a list: each of its rows is several persons.
///
/// # Errors
/// By the table as a whole.
pub fn refuse_counts(table: &Table) -> Result<()> {
    let counts = |own: Figures| {
        matches!(own.measure, Some(Measure::Recipients | Measure::Population | Measure::Persons))
    };
    match table.figures().any(|(_, own)| counts(own)) && !is_list(table) {
        true => Err(table.source.whole(say::IMPORT_COUNTS_NO_LIST).key("--as").into()),
        false => Ok(()),
    }
}

/// Refuses numbers of persons in a list: where one is not one, rows are not persons.
pub fn counted(table: &Table) -> Option<Problem> {
    let of_persons = |(column, own): &(usize, Figures)| match own.measure {
        Some(Measure::Persons | Measure::Population) => true,
        Some(Measure::Recipients) => !serials::is_user(&(*column, *own)) || own.year.is_some(),
        None => own.ages.is_some(),
        _ => false,
    };
    let several = |column: usize| {
        table.rows.iter().find(|row| match table.habit.amount(row.cell(column)) {
            Amount::Number(number) => number != 1.0,
            _ => false,
        })
    };
    let (column, row) =
        table.figures().filter(of_persons).find_map(|(column, _)| Some((column, several(column)?)))?;
    let problem = table.source.problem(row.number, Some(column), say::IMPORT_LIST_COUNTS);
    Some(problem.key(letters(column)).allowed(say::IMPORT_LIST_COUNTS_ALLOWED))
}

/// Refuses a list of many that are all of one sex, which BPA is not: the others were left out.
pub fn of_one_sex(table: &Table, named: &Named) -> Option<Problem> {
    const MANY: usize = 10;
    let column = table.first(Role::Sex)?;
    let cells = table.rows.iter().map(|row| folded(&row.cell(column).text())).filter(|text| !text.is_empty());
    let cells: Vec<String> = cells.collect();
    let alike = cells.len() >= MANY && cells.iter().all(|text| Some(text) == cells.first());
    let chosen = table.columns.get(column).is_some_and(|(_, heading)| named.contains_key(&folded(heading)));
    (alike && !chosen).then(|| in_force::refused(table, column, say::IMPORT_LIST_ONE_SEX))
}

/// Whether a table may be a list of persons though it is not known as one: by a column of names or users in which other texts than
/// numbers or places stand, by hours of single ages, or by what may be births.
fn may_be_list(table: &Table, register: &Register) -> bool {
    let texts = |column: usize| {
        table.rows.iter().filter_map(move |row| match row.cell(column) {
            Cell::Text(text) => Some(text),
            _ => None,
        })
    };
    let has_names = |column: &usize| {
        texts(*column).any(|text| {
            text.chars().any(char::is_alphabetic) && matches!(register.place(text), Place::Unknown)
        })
    };
    let mut named = serials::columns(table, &Named::new());
    if table.first(Role::Unit).is_none() {
        named.extend(table.first(Role::Name));
    }
    let single =
        |text: &str| matches!(Ages::read(text), Some(Ages::Of(Span { low, high })) if high == Some(low));
    let age = table.first(Role::Age);
    let of_single =
        || age.is_some_and(|column| table.rows.iter().any(|row| single(&row.cell(column).text())));
    named.iter().any(has_names) || has_hours_alone(table) && of_single() || may_be_born(table)
}

/// What was wrong with a table, told without anything that stands in it where it is a list of persons or may be one, and elsewhere
/// without what looks like a name.
pub fn unshown(error: Error, table: &Table, list: bool, register: &Register) -> Error {
    let Error::Input(problems) = error else { return error };
    let list = list || is_list(table) || may_be_list(table, register);
    let problems = problems.into_iter().map(|own| without(own, table, list, register)).collect();
    Error::Input(if list { few_of_each(problems) } else { problems })
}

/// Problems without those that say the same of ever more lines: where a whole column is wrong, a few of them tell it.
pub fn few_of_each(problems: Vec<Problem>) -> Vec<Problem> {
    const TOLD: usize = 5;
    let mut seen: BTreeMap<(Option<String>, String), usize> = BTreeMap::new();
    let mut few = |problem: &Problem| {
        // On a sheet the column stands in the name of the cell.
        let column = problem.key.clone().or_else(|| {
            problem.file.as_ref().map(|file| file.trim_end_matches(|c: char| c.is_ascii_digit()).to_string())
        });
        // A message may name another line.
        let what = problem.what.get(Lang::Nb).replace(|c: char| c.is_ascii_digit(), "");
        let number = seen.entry((column, what)).or_default();
        *number += 1;
        *number <= TOLD
    };
    problems.into_iter().filter(|problem| few(problem)).collect()
}

fn without(problem: Problem, table: &Table, list: bool, register: &Register) -> Problem {
    // What the user typed may be shown.
    let typed = problem.key.as_deref().is_some_and(|key| key.starts_with("--"));
    let named = |text: &String| {
        let plain: String = text.chars().filter(|c| !matches!(c, '«' | '»')).collect();
        person_names::is_name(&plain, register)
    };
    let personal = |text: &String| !typed && (list || named(text));
    let column = |key: &String| table.columns.iter().position(|(_, heading)| heading == key);
    let key = match problem.key {
        Some(key) if personal(&key) => match column(&key) {
            Some(column) => Some(letters(column)),
            None => Some(key).filter(|key| is_letters(key)),
        },
        other => other,
    };
    let found = problem.found.filter(|found| !personal(found));
    let nearest = problem.nearest.filter(|_| !list);
    // Years that the file has may be those of births.
    let is_of_years = |text: &str| {
        text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ')) && text.chars().count() >= 4
    };
    let allowed = problem.allowed.filter(|own| !list || !is_of_years(own.get(Lang::Nb)));
    Problem { key, found, nearest, allowed, ..problem }
}

/// Whether a text is no more than the letters of columns.
fn is_letters(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, ',' | ' '))
}
