//! What a column is of by what stands in it, where its heading does not say so: the corner of a table is left blank, or has the
//! heading of the years beside it.

use super::ages::Ages;
use super::cells::{Line, folded};
use super::corner_measure::{FEWEST, of_ages};
use super::headings::Role;
use super::sums::{Sex, is_sum};
use super::table::Table;
use super::units::{Place, Register};
use std::collections::BTreeSet;

/// Gives the first column without a heading the role that its cells have, where no other column has it; and a column of ages,
/// whatever it is called, that of ages.
pub fn settle(table: &mut Table, register: &Register) {
    if table.columns.iter().any(|(role, _)| matches!(role, Role::Person(_) | Role::Identity)) {
        return;
    }
    let blank = |(role, heading): &(Role, String)| *role == Role::Unread && heading.trim().is_empty();
    if let Some(column) = table.columns.iter().position(blank) {
        table.columns[column].0 = of_cells(table, column, register);
    }
    if table.first(Role::Unit).is_none()
        && table.first(Role::Name).is_none()
        && let Some(column) = column_of_places(table, register)
    {
        table.columns[column].0 = Role::Unit;
    }
    if table.first(Role::Age).is_none()
        && let Some(column) = column_of_ages(table)
    {
        table.columns[column].0 = Role::Age;
    }
}

/// What the cells of a column are of, where no other column is of that.
fn of_cells(table: &Table, column: usize, register: &Register) -> Role {
    let lacks = |role: Role| table.first(role).is_none();
    let of_sex =
        |text: &str| text.len() > 2 && matches!(Sex::read(&folded(text)), Some(Sex::Men | Sex::Women));
    let of_place = |text: &str| matches!(register.place(text), Place::Unit { .. });
    let cells = || table.rows.iter().map(|row| row.cell(column).text());
    match () {
        () if lacks(Role::Unit) && lacks(Role::Name) && cells().any(|text| of_place(&text)) => Role::Unit,
        () if lacks(Role::Age) && cells().any(|text| of_ages(&text)) => Role::Age,
        () if lacks(Role::Sex) && cells().any(|text| of_sex(&text)) => Role::Sex,
        () => Role::Unread,
    }
}

/// The column whose cells are municipalities and sums over them, and nothing else, whatever it is called. Numbers alone may be of
/// anything, unless the heading says of what.
fn column_of_places(table: &Table, register: &Register) -> Option<usize> {
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let has_figures = |row: &&Line| figures.iter().any(|own| !row.cell(*own).is_empty());
    let is_one = |column: &usize| {
        let numbers = folded(&table.columns[*column].1).contains("kom");
        let texts = table.rows.iter().filter(has_figures).map(|row| row.cell(*column).text());
        let places: Vec<Option<bool>> = texts
            .filter(|text| !text.is_empty())
            .map(|text| match register.place(&text) {
                Place::Unit { .. } => (numbers || text.contains(char::is_alphabetic)).then_some(true),
                Place::Several(_) | Place::Split(..) => Some(true),
                Place::Sum | Place::District => Some(false),
                Place::Contradiction(_) | Place::Unknown => None,
            })
            .collect();
        places.iter().all(Option::is_some) && places.contains(&Some(true))
    };
    table.all(|role| *role == Role::Unread).into_iter().find(is_one)
}

/// The column whose cells are ages or sums over them, and nothing else. Where each municipality has one row, what is said of ages
/// is a mean or a range of all its persons, and no age of them.
fn column_of_ages(table: &Table) -> Option<usize> {
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let has_figures = |row: &&Line| figures.iter().any(|own| !row.cell(*own).is_empty());
    let rows: Vec<&Line> = table.rows.iter().filter(has_figures).collect();
    let labels: BTreeSet<String> = rows.iter().map(|row| row.label(&places)).collect();
    if !places.is_empty() && labels.len() == rows.len() {
        return None;
    }
    let is_span = |text: &str| matches!(Ages::read(text), Some(Ages::Of(own)) if own.high != Some(own.low));
    let columns = table.all(|role| matches!(role, Role::Unread | Role::Year));
    columns.into_iter().find(|column| {
        let texts: Vec<String> = rows.iter().map(|row| folded(&row.cell(*column).text())).collect();
        let texts = || texts.iter().filter(|text| !text.is_empty());
        texts().filter(|text| is_span(text)).count() >= FEWEST
            && texts().all(|text| of_ages(text) || is_sum(text))
    })
}
