//! Municipalities that were merged into one: numbers of a part alone are not those of the whole, though its old number leads there.

use super::cells::{Cell, folded};
use super::choices::Choices;
use super::datum::Datum;
use super::headings::{Measure, Role};
use super::log::{Log, Section};
use super::marks::Value;
use super::names_then;
use super::table::Table;
use super::units::{Place, Register};
use crate::error::Problem;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers by the old number that they stand under.
type ByOld<'d> = BTreeMap<&'d str, Vec<&'d Datum>>;

/// Refuses figures of a part of a merged municipality where the others are missing in the same year, unless the user says that
/// they are of the whole.
pub fn in_rows(
    table: &Table,
    data: &[Datum],
    (choices, register): (&Choices, &Register),
    problems: &mut Vec<Problem>,
) {
    let accounts = |datum: &&Datum| matches!(datum.measure, Some(Measure::Price | Measure::Refund));
    // Of persons one year is taken; what another lacks is no matter.
    let newest = choices.year.or_else(|| data.iter().filter_map(|datum| datum.year).max());
    let taken = |d: &&Datum| d.year.is_none() || d.year == newest || accounts(d) && choices.year.is_none();
    let mut all: BTreeMap<(&str, Option<i32>), ByOld> = BTreeMap::new();
    for datum in data.iter().filter(taken) {
        if let (Some(id), Some(old)) = (&datum.unit, &datum.label) {
            all.entry((id, datum.year)).or_default().entry(old).or_default().push(datum);
        }
    }
    for ((id, _), by_old) in all {
        let counted = |d: &&&Datum| matches!(d.value, Value::Number(number) if number > 0.0);
        let first = by_old.iter().find_map(|(old, own)| Some((*old, own.iter().find(counted)?.at.0)));
        if let Some((old, line)) = first {
            let olds = by_old.keys().copied().collect();
            problems.extend(problem(table, (id, old, line), &olds, (choices, register)));
        }
    }
}

/// Marks figures of a municipality that kept its number in a merger, of a year before it, as those of a part: where the number
/// says it, or where the other parts stand beside it.
pub fn mark_kept(table: &Table, data: &mut [Datum], (choices, register): (&Choices, &Register)) {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let unsaid = choices.year.or_else(|| table.year_above());
    let year = |datum: &Datum| datum.year.or(unsaid);
    let olds = data.iter().filter(|datum| datum.label.is_some());
    let beside: BTreeSet<(String, Option<i32>)> =
        olds.filter_map(|datum| Some((datum.unit.clone()?, year(datum)))).collect();
    let mut numbered = BTreeMap::new();
    // A row whose label stands once over several goes on with its number.
    let mut last = false;
    for row in table.rows {
        let label = row.label(&columns);
        last = if label.is_empty() { last } else { label.contains(|c: char| c.is_ascii_digit()) };
        numbered.insert(row.number, last);
    }
    for datum in data.iter_mut().filter(|datum| datum.label.is_none()) {
        let Some((id, of)) = datum.unit.clone().zip(year(datum)) else { continue };
        let said = numbered.get(&datum.at.0) == Some(&true) || beside.contains(&(id.clone(), Some(of)));
        if register.parts().was_part(&id, of) && said {
            datum.label = Some(id);
        }
    }
}

/// Refuses names of municipalities that were others, or less, in the year of the numbers: the name does not say which is meant.
pub fn by_name(
    table: &Table,
    data: &[Datum],
    (choices, register): (&Choices, &Register),
    (log, problems): (&mut Log, &mut Vec<Problem>),
) {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let Some(column) = columns.first() else { return };
    let newest = choices.year.or_else(|| data.iter().filter_map(|datum| datum.year).max());
    let Some(year) = newest.or_else(|| table.year_above()) else { return };
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for datum in data.iter().filter(|datum| datum.label.is_none() && datum.year.is_none_or(|own| own == year))
    {
        let Some(id) = datum.unit.as_deref().filter(|id| !told.contains(id)) else { continue };
        told.insert(id);
        let row = table.rows.iter().find(|row| row.number == datum.at.0);
        let label: Vec<String> =
            columns.iter().filter_map(|column| Some(row?.cell(*column).text().into_owned())).collect();
        let label = label.join(" ");
        // A number says which is meant.
        if label.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let list = names_then::others(register, (id, label.trim()), year);
        if let Some(part) = register.parts().of_name(id, &folded(&label), year) {
            log.add(Section::Read, say::ImportNameOfPart { id, name: register.name(id), year, part });
        }
        if !list.is_empty() {
            let problem =
                table.problem(datum.at.0, *column, say::ImportNameThen { year, list: list.join(", ") });
            let allowed = say::ImportNameThenAllowed { id, name: register.name(id) };
            problems.push(problem.found(label.trim()).allowed(allowed));
        }
    }
}

/// The same of a list of persons, by the labels of its rows.
pub fn in_list(table: &Table, (choices, register): (&Choices, &Register), problems: &mut Vec<Problem>) {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let mut all: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for row in table.rows {
        let mut label = row.label(&columns);
        // A municipality on a row of its own stands in any column.
        if let (true, Some((_, Cell::Text(own))), None) =
            (label.is_empty(), row.filled().next(), row.filled().nth(1))
        {
            label = own.clone();
        }
        if let Place::Unit { id, old: Some(old), .. } = register.place(&label) {
            all.entry(id).or_default().entry(old).or_insert(row.number);
        }
    }
    for (id, by_old) in &all {
        let olds = by_old.keys().map(String::as_str).collect();
        if let Some((old, line)) = by_old.first_key_value() {
            problems.extend(problem(table, (id, old, *line), &olds, (choices, register)));
        }
    }
}

fn problem(
    table: &Table,
    (id, old, line): (&str, &str, usize),
    olds: &BTreeSet<&str>,
    (choices, register): (&Choices, &Register),
) -> Option<Problem> {
    let said = choices.only_unit.as_deref() == Some(id)
        || olds.iter().any(|old| choices.split.get(*old).is_some_and(|into| into == id));
    let missing = register.parts().missing(id, olds);
    if said || missing.is_empty() {
        return None;
    }
    let column = table.first(Role::Unit).or(table.first(Role::Name)).unwrap_or_default();
    let what = say::ImportPartOfMerged { list: missing.join(", ") };
    let allowed = say::ImportPartAllowed { name: register.name(id), old, new: id };
    Some(table.source.problem(line, Some(column), what).found(old).allowed(allowed))
}
