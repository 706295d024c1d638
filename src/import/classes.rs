//! Numbers by municipality and class of age: sexes and ages added up, sums used as a control alone.

use super::ages::{Ages, Span, without_sums};
use super::cells::{Cell, folded};
use super::datum::{Datum, by_unit};
use super::headings::Role;
use super::log::{Log, Section};
use super::marks::{Mark, Value};
use super::parts::reform;
use super::sexes::Sexes;
use super::shared_ages;
use super::sums::Sex;
use super::table::Table;
use super::units::Register;
use super::words::PARTS;
use crate::error::{Problem, Result};
use crate::scenario::units::CLASS_FROM;
use crate::text::{Message, Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of a municipality by class, as far as the table has them: none where a mark stands in the number's place.
pub type ByClass = BTreeMap<String, Vec<Option<f64>>>;

/// Adds up numbers of one year to classes, by their first ages.
///
/// # Errors
/// Where ages straddle the border of a class, overlap, or leave a gap; where two numbers are of the same persons.
pub fn by_class(
    table: &Table,
    data: &[&Datum],
    (from, shared): (&[u32], &BTreeSet<Span>),
    log: &mut Log,
    register: &Register,
) -> Result<ByClass> {
    let mut found = ByClass::new();
    let mut problems = Vec::new();
    // Recipients alone are divided as recipients are.
    let nothing = BTreeSet::new();
    let shared = if *from == CLASS_FROM { shared } else { &nothing };
    for (unit, own) in by_unit(data.iter().copied()) {
        let mut division = Division { from, shared, done: BTreeSet::new(), log };
        let own_classes = of_unit(table, &own, &mut division).map(|(mut classes, agree)| {
            division.done.iter().for_each(|span| shared_ages::round(&mut classes, *span));
            (classes, agree)
        });
        match own_classes {
            Ok((classes, agree)) => {
                match agree {
                    Some(true) => log.count(Section::Controls, say::IMPORT_SUMS_AGREE),
                    Some(false) => {
                        log.add(Section::Controls, say::ImportSumDiffers { name: register.name(unit) })
                    }
                    None => {}
                }
                found.insert(unit.to_string(), classes);
            }
            // Rows that were kept back are not the table's fault: the municipality lacks figures.
            Err(_) if own.iter().any(|datum| matches!(datum.value, Value::Mark(_))) => {
                found.insert(unit.to_string(), vec![None; from.len()]);
            }
            Err(problem) if problems.iter().all(|other| *other != *problem) => problems.push(*problem),
            Err(_) => {}
        }
    }
    match problems.is_empty() {
        true => Ok(found),
        false => Err(crate::error::Error::Input(problems)),
    }
}

/// The classes that numbers are added to.
struct Division<'a> {
    /// Their first ages.
    from: &'a [u32],
    /// Ages of several classes that are divided.
    shared: &'a BTreeSet<Span>,
    /// Those that were.
    done: BTreeSet<Span>,
    log: &'a mut Log,
}

type Classes = (Vec<Option<f64>>, Option<bool>);

/// Numbers of a municipality: of what it was before a merger each part by itself, since what one lacks the others do not have.
fn of_unit(
    table: &Table,
    data: &[&Datum],
    division: &mut Division<'_>,
) -> std::result::Result<Classes, Box<Problem>> {
    refuse_both_vintages(table, data)?;
    let data = &of_its_time(data);
    let told = |d: &&&Datum| !matches!(d.value, Value::Number(number) if number <= 0.0);
    let labels: BTreeSet<&Option<String>> = data.iter().filter(told).map(|d| &d.label).collect();
    if labels.len() < 2 {
        return of_part(table, data, division);
    }
    let mut all: Classes = (vec![Some(0.0); division.from.len()], None);
    for label in labels {
        let own: Vec<&Datum> = data.iter().copied().filter(|d| d.label == *label).collect();
        let (classes, agree) = of_part(table, &own, division)?;
        for (sum, own) in all.0.iter_mut().zip(classes) {
            *sum = sum.zip(own).map(|(sum, own)| sum + own);
        }
        all.1 = all.1.into_iter().chain(agree).reduce(|one, other| one && other);
    }
    Ok(all)
}

/// Numbers of a municipality without the rows of numbers that it did not have at the time: Statistics Norway has those of all times,
/// and a full stop in the rows of the others.
fn of_its_time<'d>(data: &[&'d Datum]) -> Vec<&'d Datum> {
    let vintage = |d: &Datum| d.label.as_deref().map_or(0, reform);
    let told = |d: &&&Datum| match d.value {
        Value::Number(number) => number > 0.0,
        Value::Mark(mark) => mark != Mark::Impossible,
    };
    let own: BTreeSet<u32> = data.iter().filter(told).map(|d| vintage(d)).collect();
    data.iter().copied().filter(|d| own.is_empty() || own.contains(&vintage(d))).collect()
}

/// Numbers under one label: totals where they are of all ages, else both sexes together.
fn of_part(
    table: &Table,
    data: &[&Datum],
    division: &mut Division<'_>,
) -> std::result::Result<Classes, Box<Problem>> {
    // What has no ages is of all of them, where these are to be divided.
    let whole = division.shared.contains(&shared_ages::ALL) && data.iter().all(|d| d.ages == Ages::All);
    let ages = |d: &Datum| if whole { Ages::Of(shared_ages::ALL) } else { d.ages };
    let data: Vec<Datum> = data.iter().map(|d| Datum { ages: ages(d), ..(*d).clone() }).collect();
    let data: Vec<&Datum> = data.iter().collect();
    let sexes = Sexes::of(&data);
    // A total over all ages is a control of either.
    let of_all: Vec<&Datum> =
        data.iter().copied().filter(|d| d.ages == Ages::All && d.sex == Sex::All).collect();
    let mut held = |own: &[Datum]| {
        let all: Vec<&Datum> = own.iter().chain(of_all.iter().copied()).collect();
        let (classes, agree) = of_ages(table, &all, division)?;
        Ok((classes, agree.into_iter().chain(sexes.agree()).reduce(|one, other| one && other)))
    };
    match held(&sexes.totals()) {
        Err(_) if !sexes.is_all() => held(&sexes.together(table)?),
        other => other,
    }
}

/// Numbers of everybody by class.
fn of_ages(
    table: &Table,
    data: &[&Datum],
    division: &mut Division<'_>,
) -> std::result::Result<Classes, Box<Problem>> {
    let spans: Vec<Span> =
        data.iter().filter_map(|d| if let Ages::Of(span) = d.ages { Some(span) } else { None }).collect();
    let first =
        |span: &Span| data.iter().find(|d| d.ages == Ages::Of(*span)).map_or((table.heading, 0), |d| d.at);
    let refuse = |span: &Span, what: Text| {
        let (line, column) = first(span);
        let column = table.first(Role::Age).unwrap_or(column);
        Box::new(table.problem(line, column, what).found(span.written()))
    };
    let missing = |span: &Span, ages: Span| {
        let problem = refuse(span, say::ImportGap { ages: ages.written() }.text());
        let list = unread(table);
        match list.is_empty() {
            true => problem,
            false => Box::new(problem.allowed(say::ImportHeadingsUnread { list })),
        }
    };
    let from = division.from;
    if spans.is_empty() {
        let (line, column) = data.first().map_or((table.heading, 0), |d| d.at);
        let allowed = match shared_ages::remedy(shared_ages::ALL, from) {
            Some(_) => say::IMPORT_AGES_NEEDED_OR_SHARED,
            None => say::IMPORT_AGES_NEEDED,
        };
        return Err(Box::new(table.problem(line, column, say::IMPORT_WITHOUT_AGES).allowed(allowed)));
    }
    let Some((own, sums)) = without_sums(&spans) else {
        let mut sorted = spans.clone();
        sorted.sort();
        sorted.dedup();
        let pair = sorted.windows(2).find(|pair| pair[0].meets(pair[1])).map_or(sorted[0], |pair| pair[1]);
        return Err(refuse(&pair, say::AGES_OVERLAP_HERE.text()));
    };
    let mut classes: Vec<Option<f64>> = vec![Some(0.0); from.len()];
    let mut at = 0;
    for span in &own {
        if span.low != at {
            let gap = Span { low: at, high: span.low.checked_sub(1) };
            return Err(missing(span, gap));
        }
        at = span.end().saturating_add(1);
        let number = value_of(data, Ages::Of(*span));
        let parts = match span.class(from) {
            Some(class) => vec![(class, number)],
            None => parts_of(*span, number, division).ok_or_else(|| {
                let borders: Vec<String> = from.iter().skip(1).map(u32::to_string).collect();
                let problem = refuse(span, say::IMPORT_STRADDLES.text());
                let allowed = shared_ages::remedy(*span, from);
                let list = borders.join(", ");
                Box::new(problem.allowed(allowed.unwrap_or_else(|| say::ImportBorders { list }.text())))
            })?,
        };
        for (class, number) in parts {
            classes[class] = classes[class].zip(number).map(|(sum, own)| sum + own);
        }
    }
    // Ages may end short of the highest where the table ends there, above the last border; else a class would seem empty.
    const HIGH_ENOUGH: u32 = 95;
    if at <= HIGH_ENOUGH {
        let last = own.last().copied().unwrap_or(Span { low: 0, high: None });
        let gap = Span { low: at, high: None };
        return Err(missing(&last, gap));
    }
    let agree = agreement(data, &own, &sums, &classes);
    Ok((classes, agree))
}

/// What all numbers of these ages are together; none where a mark stands in one's place.
fn value_of(data: &[&Datum], ages: Ages) -> Option<f64> {
    let of = data.iter().filter(|d| d.ages == ages).map(|d| d.value);
    of.map(|v| if let Value::Number(n) = v { Some(n) } else { None }).sum()
}

/// A number of several classes by class, where it is to be divided.
fn parts_of(
    span: Span,
    number: Option<f64>,
    division: &mut Division<'_>,
) -> Option<Vec<(usize, Option<f64>)>> {
    let parts = shared_ages::divided(number.unwrap_or(0.0), span, division.shared, division.log)?;
    division.done.insert(span);
    Some(parts.into_iter().map(|(class, own)| (class, number.map(|_| own))).collect())
}

/// Headings with a number that are not read: what is missed may be there, written otherwise.
fn unread(table: &Table) -> String {
    let own = table
        .columns
        .iter()
        .filter(|(role, text)| *role == Role::Unread && text.contains(|c: char| c.is_ascii_digit()));
    own.map(|(_, text)| format!("«{text}»")).collect::<Vec<_>>().join(", ")
}

/// Whether sums that the table has agree with what they are sums of; none where it has none.
fn agreement(data: &[&Datum], own: &[Span], sums: &[Span], classes: &[Option<f64>]) -> Option<bool> {
    let value = |ages: Ages| value_of(data, ages);
    const CLOSE: f64 = 0.5;
    let mut agree = None;
    let mut hold = |sum: Option<f64>, parts: Option<f64>| {
        if let (Some(sum), Some(parts)) = (sum, parts) {
            agree = Some(agree.unwrap_or(true) && (sum - parts).abs() < CLOSE);
        }
    };
    for sum in sums {
        let parts = own.iter().filter(|span| sum.low <= span.low && span.end() <= sum.end());
        hold(value(Ages::Of(*sum)), parts.map(|span| value(Ages::Of(*span))).sum());
    }
    if data.iter().any(|d| d.ages == Ages::All) {
        hold(value(Ages::All), classes.iter().copied().sum());
    }
    agree
}

/// The column of words that tells two rows apart, which is not read: a status, an employer.
pub fn apart(table: &Table, lines: [usize; 2]) -> Option<usize> {
    let row = |line: usize| table.rows.iter().find(|row| row.number == line);
    let [first, second] = [row(lines[0])?, row(lines[1])?];
    // Districts have a remedy of their own.
    let is_part = |column: &usize| PARTS.contains(&folded(&table.columns[*column].1).as_str());
    let unread = table.all(|role| *role == Role::Unread).into_iter().filter(|column| !is_part(column));
    let is_word = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains(char::is_alphabetic));
    let mut apart = unread.filter(|column| {
        let [own, other] = [first, second].map(|row| row.cell(*column));
        is_word(own) && is_word(other) && own != other
    });
    apart.next()
}

/// A municipality under its number of today and an old one, or under numbers of two reforms, with figures in both.
fn refuse_both_vintages(table: &Table, data: &[&Datum]) -> std::result::Result<(), Box<Problem>> {
    let counted = |d: &&&Datum| matches!(d.value, Value::Number(n) if n > 0.0);
    let vintages: BTreeSet<u32> =
        data.iter().filter(counted).map(|d| d.label.as_deref().map_or(0, reform)).collect();
    let twice = vintages.len() > 1;
    let mut seen: BTreeMap<(&Option<String>, Ages, Sex), usize> = BTreeMap::new();
    let again = data.iter().find_map(|d| {
        let before = seen.insert((&d.label, d.ages, d.sex), d.at.0)?;
        (before != d.at.0).then_some((d, before))
    });
    let named = |d: &Datum, what: Text| {
        let column = table.first(Role::Unit).unwrap_or_default();
        let id = d.label.as_ref().or(d.unit.as_ref()).cloned().unwrap_or_default();
        Box::new(table.problem(d.at.0, column, what).found(id))
    };
    match (twice, again) {
        (true, _) => Err(named(data[data.len() - 1], say::IMPORT_OLD_AND_NEW.text())),
        (false, Some((d, before))) => {
            let problem = named(d, say::IMPORT_UNIT_TWICE.text());
            Err(Box::new(match apart(table, [before, d.at.0]) {
                Some(column) => problem
                    .allowed(say::ImportOnceAllowedApart { column: table.source.column(column, false) }),
                None => problem.allowed(say::IMPORT_ONCE_ALLOWED),
            }))
        }
        (false, None) => Ok(()),
    }
}
