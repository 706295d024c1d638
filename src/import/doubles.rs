//! Two columns that say the same of the same: two services side by side, this year's numbers and their change, a price with and
//! without tax. Added up, or the last of them taken, they would be nobody's; which one counts is the user's to say.

use super::ages::Ages;
use super::cells::letters;
use super::datum::Datum;
use super::headings::Measure;
use super::table::Table;
use super::year_ends::{Turn, turns};
use crate::error::Problem;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// What a row's numbers are of; numbers of persons are of the same, whatever they are called.
fn sort(measure: Option<Measure>) -> Option<Measure> {
    match measure {
        None | Some(Measure::Recipients | Measure::Population | Measure::Persons) => None,
        other => other,
    }
}

/// Refuses pairs of columns with numbers of the same municipality, year, ages and sex in one row, each pair once. Sums over all
/// ages are no more than a control, and may stand twice.
pub fn in_rows(table: &Table, data: &[Datum], problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    let mut told = BTreeSet::new();
    // Two dates in a year are of two ends of years.
    let ends: Vec<Option<i32>> =
        table.columns.iter().map(|(_, heading)| turns(heading, Turn::End).into_keys().next()).collect();
    for datum in data.iter().filter(|datum| datum.unit.is_some()) {
        let sort = sort(datum.measure);
        if sort.is_none() && datum.ages == Ages::All {
            continue;
        }
        let (line, column) = datum.at;
        let first =
            *seen.entry((line, datum.year, ends.get(column), datum.ages, datum.sex, sort)).or_insert(column);
        if first != column && told.insert((first, column)) {
            problems.push(problem(table, line, (first, column)));
        }
    }
}

/// The problem of two columns, as it is met in a row.
pub fn problem(table: &Table, line: usize, (first, second): (usize, usize)) -> Problem {
    let named = [first, second].map(|column| {
        let heading = table.columns.get(column).map_or("", |(_, heading)| heading);
        let place = match (table.source.lines, table.source.turned) {
            (false, _) => String::new(),
            (true, true) => format!("{} ", column + 1),
            (true, false) => format!("{} ", letters(column)),
        };
        format!("{place}«{heading}»")
    });
    let problem = table.problem(line, second, say::IMPORT_TWO_COLUMNS).found(named.join(", "));
    problem.allowed(say::IMPORT_TWO_COLUMNS_ALLOWED)
}

/// Refuses a list of persons in which two columns have hours, or other costs. Headings of such lists may be anything and are not
/// shown.
pub fn in_list(table: &Table, problems: &mut Vec<Problem>) {
    for measure in [Measure::Hours, Measure::OtherCost] {
        let own = table.figures().filter(|(_, figures)| figures.measure == Some(measure));
        let own: Vec<usize> = own.map(|(column, _)| column).collect();
        if let [first, second, ..] = own[..] {
            let found = [first, second].map(letters).join(", ");
            let problem = table.source.problem(table.heading, Some(second), say::IMPORT_TWO_COLUMNS);
            problems.push(problem.key(found).allowed(say::IMPORT_TWO_COLUMNS_ALLOWED));
        }
    }
}
