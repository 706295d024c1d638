//! Over how long the hours of a list of persons are where a column of its own says it, and columns of hours that are not those
//! that a person is granted a week: taken for such they would be somebody else's.

use super::cells::{Cell, Line, folded};
use super::headings::{Figures, Measure, Named, Role};
use super::in_force::refused;
use super::log::{Log, Section};
use super::periods::{Period, is_of_hours, is_of_minutes};
use super::subject;
use super::table::Table;
use crate::error::Problem;
use crate::rules::WEEKS;
use crate::text::say;

/// The column that says over how long a row's hours are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Times {
    column: Option<usize>,
}

impl Times {
    /// Whether a column is read here.
    pub fn reads(self, column: usize) -> bool {
        self.column == Some(column)
    }

    /// What a row's hours are multiplied by to be those of a week; none where the row does not say it.
    pub fn of_row(self, row: &Line) -> Option<f64> {
        let Some(column) = self.column else { return Some(1.0) };
        Some(Period::of_cell(&row.cell(column).text())?.in_a_year()? / WEEKS)
    }
}

/// Settles which columns of a list are of hours, and over how long.
pub fn settle(
    table: &mut Table,
    (named, year): (&Named, i32),
    log: &mut Log,
    problems: &mut Vec<Problem>,
) -> Times {
    of_years(table, year, problems);
    not_granted(table, named, problems);
    let Some(column) = (0..table.columns.len()).find(|column| is_of_periods(table, named, *column)) else {
        return Times::default();
    };
    if matches!(table.columns[column].0, Role::Unit | Role::Year) {
        table.columns[column].0 = Role::Unread;
    }
    let of_weeks = cells(table, column).all(|cell| Period::of_cell(&cell.text()) == Some(Period::Weeks(1)));
    let known =
        cells(table, column).all(|cell| Period::of_cell(&cell.text()).and_then(Period::in_a_year).is_some());
    let hours: Vec<usize> = of(table, Measure::Hours).map(|(column, _)| column).collect();
    let plain = hours.iter().all(|column| Period::of(&table.columns[*column].1).is_none());
    let others = of(table, Measure::OtherCost).next().is_some();
    match (of_weeks, known && plain && !others && !hours.is_empty()) {
        (true, _) => Times::default(),
        (false, true) => {
            log.add(Section::Read, say::ImportListPeriodRead { column: table.source.column(column, true) });
            Times { column: Some(column) }
        }
        (false, false) => {
            problems.push(refused(table, column, say::IMPORT_LIST_PERIOD));
            Times::default()
        }
    }
}

fn of(table: &Table, measure: Measure) -> impl Iterator<Item = (usize, Figures)> {
    table.figures().filter(move |(_, own)| own.measure == Some(measure))
}

fn cells<'t>(table: &'t Table, column: usize) -> impl Iterator<Item = &'t Cell> {
    table.rows.iter().map(move |row| row.cell(column)).filter(|cell| !cell.is_empty())
}

/// Of hours of several years those of the figures' year are taken; of another year alone they are not those that are asked for.
fn of_years(table: &mut Table, year: i32, problems: &mut Vec<Problem>) {
    let dated: Vec<(usize, i32)> =
        of(table, Measure::Hours).filter_map(|(column, own)| Some((column, own.year?))).collect();
    let right = dated.iter().any(|(_, own)| *own == year);
    for (column, _) in dated.into_iter().filter(|(_, own)| *own != year) {
        match right {
            true => table.columns[column].0 = Role::Unread,
            false => problems.push(refused(table, column, say::IMPORT_LIST_YEARS)),
        }
    }
}

/// Refuses columns of hours where none is read, since whoever gave them meant them to be; and minutes, which are a part of hours.
fn not_granted(table: &Table, named: &Named, problems: &mut Vec<Problem>) {
    let none = of(table, Measure::Hours).next().is_none();
    for (column, (role, heading)) in table.columns.iter().enumerate() {
        let skipped = named.get(&folded(heading)) == Some(&Role::Unread);
        if *role != Role::Unread || skipped || cells(table, column).next().is_none() {
            continue;
        }
        let numbers =
            || cells(table, column).any(|cell| cell.text().starts_with(|c: char| c.is_ascii_digit()));
        let hours = none && is_of_hours(heading) && !subject::is_of_others(heading) && numbers();
        if hours || is_of_minutes(heading) {
            problems.push(refused(table, column, say::IMPORT_LIST_HOURS));
        }
    }
}

/// Whether every cell of a column is a period and nothing else.
fn is_of_periods(table: &Table, named: &Named, column: usize) -> bool {
    let (role, heading) = &table.columns[column];
    let free =
        matches!(role, Role::Unread | Role::Unit | Role::Year) && !named.contains_key(&folded(heading));
    let is_period = |cell: &Cell| matches!(cell, Cell::Text(text) if Period::of_cell(text).is_some());
    free && cells(table, column).next().is_some() && cells(table, column).all(is_period)
}
