//! Oslo by its districts: where a table has all of them and no row of Oslo itself, they are added up.

use super::cells::{Cell, Line, folded};
use super::headings::{Field, Figures, Measure, Role};
use super::labels::{OUTSIDE_DISTRICTS, district};
use super::lists;
use super::log::{Log, Section};
use super::marks::{Amount, Mark};
use super::table::Table;
use super::units::{Place, Register};
use super::year_parts::is_of_parts;
use crate::error::{Problem, Result};
use crate::text::{Message, say};
use std::collections::{BTreeMap, BTreeSet};

/// What offices call those whose district is not known, without the word for a district.
const UNKNOWN: [&str; 6] =
    ["uoppgitt", "ukjent", "uten", "utan", "uten registrert adresse", "uten fast bosted"];
/// The municipality of the districts.
const OSLO: &str = "0301 Oslo";
/// Its number.
const NUMBER: &str = "0301";

/// The rows of a table with those of Oslo's districts as rows of Oslo; none where it has no districts, or Oslo itself too.
///
/// # Errors
/// Where some district is missing: the sum of the others is not Oslo's.
pub fn added(table: &Table, register: &Register, log: &mut Log) -> Result<Option<Vec<Line>>> {
    if lists::is_list(table) {
        return Ok(None);
    }
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    // In a column of their own they stand beside Oslo.
    let named = column_of(table, register).filter(|column| !places.contains(column));
    let labels = labels(table, register, (named, &places));
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let has_figures = |row: &Line| figures.iter().any(|column| !row.cell(*column).is_empty());
    let outside = |label: &str| {
        let name = plain(label);
        UNKNOWN.contains(&name.as_str()) || OUTSIDE_DISTRICTS.contains(&name.as_str())
    };
    let is_district = |label: &str| register.place(label) == Place::District || outside(label);
    let rows = || table.rows.iter().zip(&labels).filter(|(row, _)| has_figures(row));
    let is_oslo = |label: &str| matches!(register.place(label), Place::Unit { id, .. } if id == NUMBER);
    let of_district = |label: &str| register.place(label) == Place::District && !outside(label);
    let district = rows().find(|(_, label)| of_district(label));
    let Some((district, _)) = district.filter(|_| !rows().any(|(_, label)| is_oslo(label))) else {
        return Ok(None);
    };
    // What is counted is added, and nothing else is.
    let counted = |own: Figures| {
        matches!(own.measure, None | Some(Measure::Persons | Measure::Recipients | Measure::Population))
    };
    if !table.figures().all(|(_, own)| counted(own)) {
        let others = rows().any(|(_, label)| matches!(register.place(label), Place::Unit { .. }));
        let column = named.or(places.first().copied()).unwrap_or_default();
        let problem = table.problem(district.number, column, say::IMPORT_DISTRICTS_NOT_COUNTED);
        let problem = problem.allowed(say::IMPORT_DISTRICTS_NOT_COUNTED_ALLOWED);
        return if others { Ok(None) } else { Err(problem.into()) };
    }
    // An age may stand once over both sexes.
    let keys: Vec<usize> = (0..table.columns.len()).filter(|column| is_key(table, *column)).collect();
    let mut above = vec![String::new(); keys.len()];
    let mut groups: BTreeMap<Vec<String>, Vec<(String, &Line)>> = BTreeMap::new();
    let (mut order, mut left) = (Vec::new(), Vec::new());
    for (row, name) in table.rows.iter().zip(&labels) {
        for (column, above) in
            keys.iter().zip(&mut above).filter(|(column, _)| !row.cell(**column).is_empty())
        {
            *above = folded(&row.cell(*column).text());
        }
        if !has_figures(row) || !is_district(name) {
            left.push(row.clone());
            continue;
        }
        let key = above.clone();
        if !groups.contains_key(&key) {
            order.push(key.clone());
        }
        groups.entry(key).or_default().push((plain(name), row));
    }
    let mut found = Vec::new();
    for key in order {
        let own = groups.remove(&key).unwrap_or_default();
        let names: BTreeSet<&str> = own.iter().map(|(name, _)| name.as_str()).collect();
        let missing: Vec<&str> = register.districts().filter(|name| !names.contains(name)).collect();
        let Some((_, first)) = own.first() else { continue };
        if !missing.is_empty() || names.len() < own.len() {
            let column = named.or(places.first().copied()).unwrap_or_default();
            let what = match missing.is_empty() {
                true => say::IMPORT_DISTRICTS_TWICE.text(),
                false => say::ImportDistrictsMissing { list: missing.join(", ") }.text(),
            };
            let problem: Problem = table.problem(first.number, column, what);
            return Err(problem.allowed(say::IMPORT_DISTRICTS_ALLOWED).into());
        }
        let mut row = (*first).clone();
        for (column, own) in keys.iter().zip(&key).filter(|(column, _)| first.cell(**column).is_empty()) {
            row.set(*column, Cell::of(own));
        }
        // What numbers one district is not of Oslo; what is said of one is said of the sum.
        let said = |column: usize| {
            let texts: BTreeSet<String> = own.iter().map(|(_, row)| row.cell(column).text().into()).collect();
            let words = texts.iter().filter(|text| texts.len() == 1 || text.contains(char::is_alphabetic));
            Cell::of(&words.map(String::as_str).collect::<Vec<_>>().join("; "))
        };
        let unread = table.all(|role| *role == Role::Unread).into_iter();
        unread.filter(|column| !keys.contains(column)).for_each(|column| row.set(column, said(column)));
        places.iter().chain(&named).for_each(|column| row.set(*column, Cell::Empty));
        if let Some(column) = places.first() {
            row.set(*column, Cell::of(OSLO));
        }
        let rows: Vec<&Line> = own.iter().map(|(_, row)| *row).collect();
        figures.iter().for_each(|column| row.set(*column, sum(table, &rows, *column)));
        found.push(row);
    }
    log.add(Section::Read, say::ImportDistrictsAdded { place: table.source.name() });
    // Their sum is a control of it.
    found.extend(left);
    Ok(Some(found))
}

/// What each row is of: a district, where one is named, or what is named as a municipality. Either may stand once over several
/// rows, and the district while Oslo stands beside each of them.
fn labels(table: &Table, register: &Register, (named, places): (Option<usize>, &[usize])) -> Vec<String> {
    let is_oslo = |label: &str| matches!(register.place(label), Place::Unit { id, .. } if id == NUMBER);
    let mut above = String::new();
    let of = |row: &Line| {
        let own = row.label(places);
        let district = named.map_or(String::new(), |column| row.cell(column).text().into_owned());
        let goes_on = named.is_some() && is_oslo(&own) && register.place(&above) == Place::District;
        match () {
            () if !district.is_empty() => above = district,
            () if !own.is_empty() && !goes_on => above = own,
            () => {}
        }
        above.clone()
    };
    table.rows.iter().map(of).collect()
}

/// Gives the column of districts the role of municipalities where no column has it: what numbers its rows is no name.
pub fn settle(table: &mut Table, register: &Register) {
    let placed = table.first(Role::Unit).or(table.first(Role::Name)).is_some();
    let Some(column) = column_of(table, register).filter(|_| !placed) else { return };
    table.columns[column].0 = Role::Unit;
    let numbers = Role::Person(Field::Pseudonym);
    table.columns.iter_mut().filter(|own| own.0 == numbers).for_each(|own| own.0 = Role::Unread);
}

/// The column whose cells are names of Oslo's districts, each of them there.
fn column_of(table: &Table, register: &Register) -> Option<usize> {
    let columns = table.all(|role| matches!(role, Role::Unread | Role::Unit | Role::Name));
    columns.into_iter().find(|column| {
        let names: BTreeSet<String> = table.rows.iter().map(|row| plain(&row.cell(*column).text())).collect();
        register.districts().all(|district| names.contains(district))
    })
}

/// Whether a column tells rows of one district apart.
pub(super) fn is_key(table: &Table, column: usize) -> bool {
    match table.columns[column].0 {
        Role::Age | Role::Sex | Role::Year => true,
        Role::Unread => is_of_parts(table, column),
        _ => false,
    }
}

/// The sum of a column; the mark of a district where that is none, and nothing where one has nothing.
pub(super) fn sum(table: &Table, rows: &[&Line], column: usize) -> Cell {
    let mut sum = 0.0;
    for row in rows {
        match table.habit.amount(row.cell(column)) {
            Amount::Number(number) => sum += number,
            Amount::Mark(Mark::Zero) => {}
            _ => return row.cell(column).clone(),
        }
    }
    Cell::Number(sum)
}

/// The name of a district alone: «030105 Bydel Frogner» and «5. Frogner» are that of Frogner.
fn plain(label: &str) -> String {
    let label = folded(label);
    let name = label.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = name.trim_start_matches([' ', '.', '-', '–', ':', ')']);
    district(name)
}
