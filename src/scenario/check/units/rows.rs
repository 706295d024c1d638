//! The rows of the tables: units as they are given, and observed recipients.

use super::super::{Findings, range_text};
use super::{Counted, GROWTH, POPULATION, Placed, RECIPIENTS, YEAR};
use crate::error::{Problem, nearest};
use crate::scenario::carried::GROWTHS;
use crate::scenario::municipality_numbers::{is_number, successors};
use crate::scenario::raw::YEARS;
use crate::scenario::table::{Row, Table};
use crate::scenario::units::{Unit, ZONES};
use crate::text::{Message, Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// Longest name of a unit or county, and longest id.
const LONGEST: [usize; 2] = [100, 64];

/// A table of units.
pub(super) fn units(table: &Table, findings: &mut Findings) -> Vec<Placed> {
    let mut list: Vec<Placed> = Vec::new();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for row in &table.rows {
        let Some(id) = row.needed("id", &mut findings.problems) else { continue };
        if !ids.insert(id.clone()) {
            complain(row, "id", say::SAME_ID_TWICE.text(), findings).found = Some(id);
            continue;
        }
        doubtful_number(row, &id, findings);
        for (column, most) in
            [("id", LONGEST[1]), ("name", LONGEST[0]), ("county", LONGEST[0]), ("kostra_group", LONGEST[1])]
        {
            short(row, column, most, findings);
        }
        let name = row.needed("name", &mut findings.problems).unwrap_or_default();
        let county = row.text("county").unwrap_or_default().to_string();
        let (problems, told) = (&mut findings.problems, &mut findings.warnings);
        let free_income = row.amount("free_income_per_capita", problems, told);
        let need_index = row.number("expenditure_need_index", 0.0, problems, told);
        list.push(Placed {
            unit: Unit {
                name,
                county,
                zone: zone(row, findings),
                centrality: centrality(row, findings),
                kostra_group: row.text("kostra_group").map(str::to_string),
                population: population(row, findings),
                free_income,
                need_index,
                recipients: recipients(row, findings),
                real_persons: false,
                counted: None,
                own: None,
                id,
            },
            at: row.at.clone(),
            recipients_at: row.at.clone(),
            counted: None,
            users_own: false,
        });
    }
    list
}

/// Puts observed recipients in the units' place; the ids of their units.
pub(super) fn observed(table: &Table, units: &mut [Placed], findings: &mut Findings) -> BTreeSet<String> {
    let places = places(units);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for row in &table.rows {
        let Some(id) = row.needed("id", &mut findings.problems) else { continue };
        let Some(place) = unit_of(row, &places, findings) else { continue };
        // By the unit: one may stand there with and without its leading zero.
        if !seen.insert(units[place].unit.id.clone()) {
            complain(row, "id", say::SAME_ID_TWICE.text(), findings).found = Some(id);
            continue;
        }
        let before = findings.problems.len();
        let found = recipients(row, findings);
        if found.is_none() && findings.problems.len() == before {
            complain(row, RECIPIENTS[0], say::ROW_WITHOUT_FIGURES.text(), findings).found = Some(id);
        }
        let own = &mut units[place];
        own.unit.recipients = found;
        own.recipients_at = row.at.clone();
        own.counted = counted(row, findings);
    }
    seen
}

fn complain<'f>(row: &Row, column: &str, what: Text, findings: &'f mut Findings) -> &'f mut Problem {
    findings.complain(&row.at, column, what)
}

fn short(row: &Row, column: &str, most: usize, findings: &mut Findings) {
    if let Some(text) = row.text(column).filter(|text| text.chars().count() > most) {
        let problem = complain(row, column, say::TEXT_TOO_LONG.text(), findings);
        problem.found = Some(text.to_string());
        problem.allowed = Some(say::AtMostCharacters { limit: most }.text());
    }
}

/// What became of an old municipality number, in words, with the number of today where there is one alone.
fn old_number(old: &str) -> Option<(Text, Option<String>)> {
    let found = successors(old);
    match found {
        [] => None,
        [one] => {
            let (number, name) = (&one.number, &one.name);
            let what = match one.merged {
                true => say::OldNumberMerged { name, number, old }.text(),
                false => say::OldNumber { name, number, old }.text(),
            };
            Some((what, Some(number.clone())))
        }
        several => {
            let list: Vec<String> = several.iter().map(|s| format!("{} {}", s.number, s.name)).collect();
            Some((say::OldNumberSplit { list: list.join(", "), old }.text(), None))
        }
    }
}

/// When a row's recipients were counted, and how their number has grown since.
fn counted(row: &Row, findings: &mut Findings) -> Option<Counted> {
    let growth = row.number(GROWTH, f64::NEG_INFINITY, &mut findings.problems, &mut findings.warnings);
    if let Some(growth) = growth.filter(|growth| !(GROWTHS[0]..=GROWTHS[1]).contains(growth)) {
        let problem = complain(row, GROWTH, say::VALUE_OUTSIDE_RANGE.text(), findings);
        problem.found = Some(growth.to_string());
        problem.allowed = Some(range_text(GROWTHS));
    }
    Some(Counted { year: year(row, findings)?, growth })
}

/// A calendar year, unless missing.
pub(super) fn year(row: &Row, findings: &mut Findings) -> Option<i32> {
    let text = row.text(YEAR)?;
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    if year.is_none() {
        let problem = complain(row, YEAR, say::NOT_A_YEAR.text(), findings);
        problem.found = Some(text.to_string());
        problem.allowed = Some(Text::same(format!("{}–{}", YEARS.start(), YEARS.end())));
    }
    year
}

/// Units by id.
pub(super) fn places(units: &[Placed]) -> BTreeMap<String, usize> {
    units.iter().enumerate().map(|(i, u)| (u.unit.id.clone(), i)).collect()
}

/// The unit that a row is about, unless it is none.
pub(super) fn unit_of(row: &Row, places: &BTreeMap<String, usize>, findings: &mut Findings) -> Option<usize> {
    let id = row.needed("id", &mut findings.problems)?;
    let mut place = places.get(&id).copied();
    // A spreadsheet takes municipality numbers for numbers.
    let whole = format!("{id:0>4}");
    if place.is_none() && is_number(&id) && whole != id && places.contains_key(&whole) {
        place = places.get(&whole).copied();
        let at = format!("{}:{}", row.at.file, row.at.line.unwrap_or(1));
        findings.warnings.push(say::NumberWithZeroPutBack { place: at, id: whole }.text());
    }
    if place.is_none() {
        let problem = unknown(row, &id, places, findings.one_by_one());
        findings.problems.push(problem);
    }
    place
}

/// An id that is none of the units': an old number, or the nearest name. A municipality is never
/// proposed because its digits are alike.
fn unknown(row: &Row, id: &str, units: &BTreeMap<String, usize>, suggest: bool) -> Problem {
    let problem = |what: Text| row.at.problem("id", what).found(id);
    if !is_number(id) {
        let near = suggest.then(|| nearest(id, units.keys().map(String::as_str))).flatten();
        return Problem { nearest: near, ..problem(say::UNKNOWN_MUNICIPALITY_OR_DISTRICT.text()) };
    }
    match old_number(&format!("{id:0>4}")) {
        Some((what, new)) => Problem { nearest: new.filter(|n| units.contains_key(n)), ..problem(what) },
        None => problem(say::UNKNOWN_MUNICIPALITY_NUMBER.text()),
    }
}

/// A table of units may hold whatever it will; a number without its zero is none, and an old one is told.
fn doubtful_number(row: &Row, id: &str, findings: &mut Findings) {
    let whole = format!("{id:0>4}");
    if is_number(id) && whole != id && known_number(&whole) {
        let problem = complain(row, "id", say::NUMBER_OF_MUNICIPALITY_LOST_ZERO.text(), findings);
        problem.found = Some(id.to_string());
        problem.nearest = Some(whole);
    } else if let (true, Some((what, _))) = (is_number(id), old_number(id)) {
        let place = format!("{}:{}", row.at.file, row.at.line.unwrap_or(1));
        findings.warnings.push(say::OldNumberAmongUnits { place, what }.text());
    }
}

/// Whether a municipality has the number today.
fn known_number(id: &str) -> bool {
    let table = crate::scenario::embedded::data("data/municipalities.csv").unwrap_or_default();
    table.lines().any(|line| line.strip_prefix(id).is_some_and(|rest| rest.starts_with(',')))
}

fn zone(row: &Row, findings: &mut Findings) -> usize {
    let text = row.text("employer_tax_zone").unwrap_or_default();
    let zone = ZONES.iter().position(|z| *z == text);
    if zone.is_none() {
        let problem = complain(row, "employer_tax_zone", say::UNKNOWN_ZONE.text(), findings);
        problem.found = Some(format!("\"{text}\""));
        problem.allowed = Some(Text::same(ZONES.join(", ")));
    }
    zone.unwrap_or(0)
}

fn centrality(row: &Row, findings: &mut Findings) -> Option<u8> {
    let text = row.text("centrality")?;
    let class = text.parse().ok().filter(|c| (1..=6).contains(c));
    if class.is_none() {
        let problem = complain(row, "centrality", say::UNKNOWN_CENTRALITY_CLASS.text(), findings);
        problem.found = Some(text.to_string());
        problem.allowed = Some(Text::same("1–6"));
    }
    class
}

/// All of a group of columns, or none of them.
fn group<const N: usize>(row: &Row, columns: [&str; N], findings: &mut Findings) -> Option<[f64; N]> {
    if columns.iter().all(|c| row.text(c).is_none()) {
        return None;
    }
    let mut values = [0.0; N];
    let mut whole = true;
    for (value, column) in values.iter_mut().zip(columns) {
        if row.text(column).is_none() {
            complain(row, column, say::AGE_GROUP_IS_MISSING.text(), findings);
        }
        match row.persons(column, &mut findings.problems, &mut findings.warnings) {
            Some(x) => *value = x,
            None => whole = false,
        }
    }
    whole.then_some(values)
}

fn population(row: &Row, findings: &mut Findings) -> Option<[f64; 5]> {
    let [young, teens, rest @ ..] = group(row, POPULATION, findings)?;
    let [a, b, c, d] = rest;
    Some([young + teens, a, b, c, d])
}

fn recipients(row: &Row, findings: &mut Findings) -> Option<[u32; 5]> {
    let values = group(row, RECIPIENTS, findings)?;
    for (value, column) in values.iter().zip(RECIPIENTS) {
        if *value > 1e6 {
            complain(row, column, say::MUST_BE_PERSONS.text(), findings).found = Some(value.to_string());
        }
    }
    Some(values.map(|x| x as u32))
}
