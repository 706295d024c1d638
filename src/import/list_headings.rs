//! What columns of births, answers and municipalities are in a list of persons, where the heading alone does not settle it.

use super::cells::{Cell, folded, letters};
use super::headings::{Field, Named, Role};
use super::lists;
use super::marks::{Amount, Mark};
use super::person_headings::is_of_home;
use super::serials;
use super::standing;
use super::table::Table;
use super::units::{Place, Register};
use crate::error::Problem;
use crate::text::say;

/// Settles what columns of years and of answers are in a list.
pub fn settle(table: &mut Table, named: &Named) {
    births(table, named);
    answers(table, named);
}

/// Years beside hours in which nobody had BPA are those of births, whatever the column is called.
fn births(table: &mut Table, named: &Named) {
    const BIRTHS: std::ops::RangeInclusive<i32> = 1900..=2030;
    const FIRST_BPA: i32 = 1990;
    const NEW: i32 = 2000;
    if table.first(Role::Person(Field::Birth)).is_some() || !lists::has_hours_alone(table) {
        return;
    }
    let numbered = !serials::columns(table, named).is_empty();
    let is_of_births = |column: usize| {
        let heading = folded(&table.columns[column].1);
        let years: Vec<Option<i32>> = table
            .rows
            .iter()
            .map(|row| row.cell(column))
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.text().parse().ok().filter(|year| BIRTHS.contains(year)))
            .collect();
        let old = |first: i32| years.iter().flatten().any(|year| *year < first);
        let of_class = heading.contains("årgang") && (old(NEW) || numbered);
        !named.contains_key(&heading) && years.iter().all(Option::is_some) && (old(FIRST_BPA) || of_class)
    };
    if let Some(column) = table.all(|role| *role == Role::Year).into_iter().find(|own| is_of_births(*own)) {
        table.columns[column].0 = Role::Person(Field::Birth);
    }
}

/// Answers to whether a person of a list has BPA are no numbers of persons.
fn answers(table: &mut Table, named: &Named) {
    if !lists::is_list(table) {
        return;
    }
    // Kroner of BPA, as claims for refund have them, are none either.
    let is_number =
        |cell: &Cell| matches!(table.habit.amount(cell), Amount::Number(_) | Amount::Mark(Mark::Zero));
    let is_one = |column: usize| {
        let heading = &table.columns[column].1;
        let cells = || table.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
        standing::asks_bpa(heading)
            && !named.contains_key(&folded(heading))
            && cells().next().is_some()
            && cells().all(|cell| standing::is_answer(&cell.text()) || is_number(cell))
    };
    let figures = table.all(|role| matches!(role, Role::Figures(_)));
    let asked: Vec<usize> = figures.into_iter().filter(|column| is_one(*column)).collect();
    asked.into_iter().for_each(|column| table.columns[column].0 = Role::Unread);
}

/// Of two columns of municipalities the one of those who serve is taken, where both have the same.
///
/// # Errors
/// Where they have not, by the first cell that differs.
pub fn homes(table: &mut Table, (named, register): (&Named, &Register)) -> Result<(), Box<Problem>> {
    let units = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let heading = |column: usize| folded(&table.columns[column].1);
    let (mut homes, mut own): (Vec<usize>, Vec<usize>) = units
        .into_iter()
        .partition(|column| is_of_home(&heading(*column)) && !named.contains_key(&heading(*column)));
    if own.is_empty() && !homes.is_empty() {
        own.push(homes.remove(0));
    }
    for home in homes {
        let id = |text: &str| match register.place(text) {
            Place::Unit { id, .. } => id,
            _ => folded(text),
        };
        let other = table.rows.iter().find(|row| {
            let (first, second) = (row.label(&own), row.cell(home).text());
            !second.is_empty() && id(&first) != id(&second)
        });
        if let Some(row) = other {
            let [first, second] = [own[0], home].map(|column| table.columns[column].1.clone());
            let at = [own[0], home].map(letters).join(", ");
            let problem = table.source.problem(row.number, Some(home), say::IMPORT_TWO_UNITS).key(at);
            let allowed = say::ImportTwoUnitsAllowed { first: &first, second: &second };
            return Err(Box::new(problem.allowed(allowed)));
        }
        table.columns[home].0 = Role::Unread;
    }
    Ok(())
}
