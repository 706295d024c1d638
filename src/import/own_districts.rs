//! The districts of a municipality other than Oslo, which no register has: where the user says whose they are, they are added up.

use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::districts::{is_key, sum};
use super::headings::{Figures, Measure, Role};
use super::lists;
use super::log::{Log, Section};
use super::table::Table;
use super::units::{Place, Register};
use super::words::PARTS;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a table of districts as rows of the municipality that is chosen; none where it has others, a row of the whole, or
/// a district twice.
pub fn added(table: &Table, (choices, register): (&Choices, &Register), log: &mut Log) -> Option<Vec<Line>> {
    let id = choices.only_unit.as_deref()?;
    let places = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let [place] = places[..] else { return None };
    let of_districts = PARTS.contains(&folded(&table.columns[place].1).as_str());
    let counted = |own: Figures| {
        matches!(own.measure, None | Some(Measure::Persons | Measure::Recipients | Measure::Population))
    };
    if !of_districts || lists::is_list(table) || !table.figures().all(|(_, own)| counted(own)) {
        return None;
    }
    let figures: Vec<usize> = table.figures().map(|(column, _)| column).collect();
    let keys: Vec<usize> = (0..table.columns.len()).filter(|column| is_key(table, *column)).collect();
    let (mut name, mut above) = (String::new(), vec![String::new(); keys.len()]);
    let (mut groups, mut left) = (BTreeMap::<Vec<String>, Vec<(String, &Line)>>::new(), Vec::new());
    let mut order = Vec::new();
    for row in table.rows {
        for (column, above) in keys.iter().zip(&mut above).filter(|own| !row.cell(*own.0).is_empty()) {
            *above = row.cell(*column).text().into_owned();
        }
        let own = row.cell(place).text();
        name = if own.is_empty() { name } else { own.into_owned() };
        let has_figures = figures.iter().any(|column| !row.cell(*column).is_empty());
        if !has_figures || register.place(&name) == Place::Sum {
            left.push(row.clone());
            continue;
        }
        if matches!(register.place(&name), Place::Unit { id: own, .. } if own == id) {
            return None;
        }
        if !groups.contains_key(&above) {
            order.push(above.clone());
        }
        groups.entry(above.clone()).or_default().push((folded(&name), row));
    }
    let several = |own: &Vec<(String, &Line)>| {
        let names: BTreeSet<&String> = own.iter().map(|(name, _)| name).collect();
        names.len() == own.len() && own.len() > 1
    };
    if groups.is_empty() || !groups.values().all(several) {
        return None;
    }
    let of_group = |key: Vec<String>| {
        let rows: Vec<&Line> = groups.get(&key)?.iter().map(|(_, row)| *row).collect();
        let mut row = (*rows.first()?).clone();
        keys.iter().zip(&key).for_each(|(column, own)| row.set(*column, Cell::of(own)));
        row.set(place, Cell::of(id));
        figures.iter().for_each(|column| row.set(*column, sum(table, &rows, *column)));
        Some(row)
    };
    let mut found: Vec<Line> = order.into_iter().filter_map(of_group).collect();
    found.extend(left);
    let (place, name) = (table.source.name(), register.name(id));
    log.add(Section::Read, say::ImportOwnDistrictsAdded { place, id, name });
    Some(found)
}
