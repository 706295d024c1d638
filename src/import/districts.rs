//! Oslo by its districts: where a table has all of them and no row of Oslo itself, they are added up.

use super::cells::{Cell, Line, folded};
use super::headings::{Figures, Measure, Role};
use super::labels::{OUTSIDE_DISTRICTS, district};
use super::lists;
use super::log::{Log, Section};
use super::marks::{Amount, Mark};
use super::table::Table;
use super::units::{Place, Register};
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
    // What is counted is added, and nothing else is.
    let counted = |own: Figures| {
        matches!(own.measure, None | Some(Measure::Persons | Measure::Recipients | Measure::Population))
    };
    if lists::is_list(table) || !table.figures().all(|(_, own)| counted(own)) {
        return Ok(None);
    }
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let label = |row: &Line| row.label(&places);
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let has_figures = |row: &Line| figures.iter().any(|column| !row.cell(*column).is_empty());
    let outside = |label: &str| {
        let name = plain(label);
        UNKNOWN.contains(&name.as_str()) || OUTSIDE_DISTRICTS.contains(&name.as_str())
    };
    let is_district = |label: &str| register.place(label) == Place::District || outside(label);
    let of_oslo = |row: &Line| matches!(register.place(&label(row)), Place::Unit { id, .. } if id == NUMBER);
    let rows = || table.rows.iter().filter(|row| has_figures(row));
    let of_district = |row: &Line| register.place(&label(row)) == Place::District && !outside(&label(row));
    if !rows().any(of_district) || rows().any(of_oslo) {
        return Ok(None);
    }
    // «Frogner» may stand once, over its ages.
    let mut name = String::new();
    let keys = table.all(|role| matches!(role, Role::Age | Role::Sex | Role::Year));
    let mut groups: BTreeMap<Vec<String>, Vec<(String, &Line)>> = BTreeMap::new();
    let (mut order, mut left) = (Vec::new(), Vec::new());
    for row in table.rows {
        let own = label(row);
        name = if own.is_empty() { name } else { own };
        if !has_figures(row) || !is_district(&name) {
            left.push(row.clone());
            continue;
        }
        let key: Vec<String> = keys.iter().map(|column| folded(&row.cell(*column).text())).collect();
        if !groups.contains_key(&key) {
            order.push(key.clone());
        }
        groups.entry(key).or_default().push((plain(&name), row));
    }
    let mut found = Vec::new();
    for key in order {
        let own = groups.remove(&key).unwrap_or_default();
        let names: BTreeSet<&str> = own.iter().map(|(name, _)| name.as_str()).collect();
        let missing: Vec<&str> = register.districts().filter(|name| !names.contains(name)).collect();
        let Some((_, first)) = own.first() else { continue };
        if !missing.is_empty() || names.len() < own.len() {
            let column = places.first().copied().unwrap_or_default();
            let what = match missing.is_empty() {
                true => say::IMPORT_DISTRICTS_TWICE.text(),
                false => say::ImportDistrictsMissing { list: missing.join(", ") }.text(),
            };
            let problem: Problem = table.problem(first.number, column, what);
            return Err(problem.allowed(say::IMPORT_DISTRICTS_ALLOWED).into());
        }
        let mut row = (*first).clone();
        places.iter().for_each(|column| row.set(*column, Cell::Empty));
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

/// The sum of a column; the mark of a district where that is none, and nothing where one has nothing.
fn sum(table: &Table, rows: &[&Line], column: usize) -> Cell {
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
