//! The table of parameters, merged over the files.

use super::{Findings, check_range, range_text};
use crate::scenario::choice::Choice;
use crate::scenario::dated::{INDEX_YEARS, Series};
use crate::scenario::distribution::Distribution;
use crate::scenario::layers::{Layer, Origin};
use crate::scenario::parameters::{Parameter, Sign, Value};
use crate::scenario::raw::{Located, Place, RawParameter, RawValue, YEARS, see_describe};
use crate::text::{Message, Text, say};

const STATUS: [&str; 12] = [
    "statutory",
    "rule",
    "observed",
    "forecast",
    "cited",
    "derived",
    "estimate",
    "calibrated",
    "assumption",
    "definition",
    "choice",
    "disputed",
];

/// Tables whose entries are shares of one whole.
const SHARES: [&str; 3] = ["condition_weights", "inflow_age_weights", "inflow_condition_weights"];

/// Tables that something is spread by: not every entry may be 0.
const WEIGHTS: [&str; 2] = ["granted_hours_classes", "recipients"];

/// Units of parameters that count something: only whole numbers make sense.
const COUNTED: [&str; 4] = ["year", "years", "age", "persons"];

/// Every parameter with the last value given; the first layer defines which there are.
pub(super) fn merge(layers: &[Layer], findings: &mut Findings) -> Vec<Parameter> {
    let mut list: Vec<Parameter> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for (depth, layer) in layers.iter().enumerate() {
        for raw in &layer.raw.parameters {
            let known = list.iter().position(|p| p.id == raw.id.value);
            match known {
                Some(i) => override_with(&mut list[i], raw, layer, findings),
                None if depth == 0 => list.extend(define(raw, findings)),
                None => unknown(raw, &list, findings),
            }
            if let Some(i) = list.iter().position(|p| p.id == raw.id.value) {
                places.resize_with(list.len(), || raw.id.at.clone());
                if let Some(value) = &raw.value {
                    places[i] = value.at.clone();
                }
            }
        }
    }
    for (p, at) in list.iter().zip(&places) {
        if SHARES.contains(&p.id.as_str()) {
            shares(p, at, findings);
        }
        if WEIGHTS.contains(&p.id.as_str()) {
            weights(p, at, findings);
        }
        if COUNTED.contains(&p.unit.as_str()) {
            whole(p, at, findings);
        }
    }
    if let Some(base) = layers.first() {
        together(base, &list, &places, findings);
    }
    moved_together(&list, &places, findings);
    list
}

fn key(raw: &RawParameter, field: &str) -> String {
    format!("parameters.{}.{field}", raw.id.value)
}

fn unknown(raw: &RawParameter, list: &[Parameter], findings: &mut Findings) {
    let near = findings.near(&raw.id.value, list.iter().map(|p| p.id.as_str()));
    let problem =
        findings.complain(&raw.id.at, format!("parameters.{}", raw.id.value), say::UNKNOWN_PARAMETER);
    problem.nearest = near;
    problem.allowed = Some(see_describe());
}

fn define(raw: &RawParameter, findings: &mut Findings) -> Option<Parameter> {
    let missing = |field: &str, findings: &mut Findings| {
        findings.complain(&raw.id.at, key(raw, field), say::IS_MISSING);
    };
    let text = |field: &str, value: &Option<Located<String>>, findings: &mut Findings| match value {
        Some(v) => v.value.clone(),
        None => {
            missing(field, findings);
            String::new()
        }
    };
    let p = Parameter {
        id: raw.id.value.clone(),
        value: Value::Scalar(Distribution::Fixed(f64::NAN)),
        unit: text("unit", &raw.unit, findings),
        year: whole_year(raw, findings),
        status: text("status", &raw.status, findings),
        source: raw.source.as_ref().map_or_else(
            || {
                missing("source", findings);
                Text::default()
            },
            |source| source.value.clone(),
        ),
        group: text("group", &raw.group, findings),
        symbol: raw.symbol.as_ref().map(|s| s.value.clone()),
        range: raw.range.as_ref().map_or([f64::NEG_INFINITY, f64::INFINITY], |r| r.value),
        label: raw.label.as_ref().map_or_else(|| Text::same(&raw.id.value), |t| t.value.clone()),
        meaning: raw.meaning.as_ref().map_or_else(Text::default, |t| t.value.clone()),
        sign: sign(raw, findings),
        with: raw.with.as_ref().map(|id| id.value.clone()),
        without_commissioned: raw.without_commissioned.as_ref().map(|x| x.value),
        users_own: false,
    };
    status(raw, findings);
    let Some(value) = &raw.value else {
        missing("value", findings);
        return None;
    };
    in_range(raw, value, p.range, findings);
    let value = match &value.value {
        RawValue::Scalar(d) => Value::Scalar(d.clone()),
        RawValue::Table(entries) => {
            Value::Table(entries.iter().map(|(k, d)| (k.clone(), d.value.clone())).collect())
        }
        RawValue::Dated(list) => Value::Dated(Series(list.clone())),
    };
    Some(Parameter { value, ..p })
}

fn override_with(p: &mut Parameter, raw: &RawParameter, layer: &Layer, findings: &mut Findings) {
    if let Some(value) = &raw.value {
        in_range(raw, value, p.range, findings);
        override_value(p, raw, value, layer, findings);
    }
    if let Some(unit) = raw.unit.as_ref().filter(|u| u.value != p.unit) {
        let problem = findings.complain(&unit.at, key(raw, "unit"), say::UNIT_CANNOT_BE_CHANGED);
        problem.found = Some(unit.value.clone());
        problem.allowed = Some(Text::same(&p.unit));
    }
    if let Some(range) = raw.range.as_ref().filter(|r| r.value != p.range) {
        let problem = findings.complain(&range.at, key(raw, "range"), say::RANGE_CANNOT_BE_CHANGED);
        problem.found = Some(format!("[{}, {}]", range.value[0], range.value[1]));
        problem.allowed = Some(range_text(p.range));
    }
    status(raw, findings);
    p.year = whole_year(raw, findings).or(p.year);
    let replace = |field: &mut String, new: &Option<Located<String>>| {
        if let Some(new) = new {
            field.clone_from(&new.value);
        }
    };
    replace(&mut p.status, &raw.status);
    if let Some(source) = &raw.source {
        p.source = source.value.clone();
    }
    replace(&mut p.group, &raw.group);
    if let Some(symbol) = &raw.symbol {
        p.symbol = Some(symbol.value.clone());
    }
    if let Some(label) = &raw.label {
        p.label = label.value.clone();
    }
    if let Some(meaning) = &raw.meaning {
        p.meaning = meaning.value.clone();
    }
    p.sign = sign(raw, findings).or(p.sign);
    if let Some(with) = &raw.with {
        p.with = Some(with.value.clone());
    }
    if let Some(value) = &raw.without_commissioned {
        p.without_commissioned = Some(value.value);
    }
}

/// Puts in the new value; of a table only the entries named are replaced, of a history only the years.
fn override_value(
    p: &mut Parameter,
    raw: &RawParameter,
    new: &Located<RawValue>,
    layer: &Layer,
    findings: &mut Findings,
) {
    let path = match layer.origin {
        Origin::Option => raw.id.value.clone(),
        _ => key(raw, "value"),
    };
    match (&mut p.value, &new.value) {
        (Value::Scalar(old), RawValue::Scalar(d)) => *old = d.clone(),
        // What is known of other years stays: a new year's amount makes no law of the years before.
        (Value::Dated(old), RawValue::Dated(list)) => *old = old.with(list),
        (Value::Dated(old), RawValue::Table(entries)) if by_year(entries).is_some() => {
            *old = old.with(&by_year(entries).unwrap_or_default());
        }
        (Value::Table(old), RawValue::Table(entries)) => {
            for (name, d) in entries {
                match old.iter_mut().find(|(known, _)| known == name) {
                    Some((_, slot)) => *slot = d.value.clone(),
                    None => {
                        let names: Vec<&str> = old.iter().map(|(k, _)| k.as_str()).collect();
                        let near = findings.near(name, names.iter().copied());
                        let problem =
                            findings.complain(&d.at, format!("{path}.{name}"), say::UNKNOWN_ENTRY_TABLE);
                        problem.nearest = near;
                        problem.allowed = Some(Text::same(names.join(", ")));
                    }
                }
            }
        }
        (old, _) => {
            let allowed = match old {
                Value::Scalar(_) => say::NUMBER_OR_DISTRIBUTION.text(),
                Value::Table(entries) => {
                    let names: Vec<String> = entries.iter().map(|(k, _)| format!("\"{k}\" = …")).collect();
                    Text::same(format!("{{ table = {{ {} }} }}", names.join(", ")))
                }
                Value::Dated(_) => say::SAY_WHICH_YEAR.text(),
            };
            findings.complain(&new.at, path, say::VALUE_WRONG_KIND).allowed = Some(allowed);
        }
    }
}

/// Entries of a table that are certain numbers by year, as `--set refund.threshold.2026=…` gives them.
fn by_year(entries: &[(String, Located<Distribution>)]) -> Option<Vec<(i32, f64)>> {
    let year = |name: &str| name.parse::<i32>().ok().filter(|year| YEARS.contains(year));
    entries.iter().map(|(name, d)| Some((year(name)?, d.value.is_fixed().then(|| d.value.mean())?))).collect()
}

fn in_range(raw: &RawParameter, value: &Located<RawValue>, range: [f64; 2], findings: &mut Findings) {
    let path = key(raw, "value");
    match &value.value {
        RawValue::Scalar(d) => check_range(d, range, &value.at, &path, findings),
        RawValue::Table(entries) => {
            for (name, d) in entries {
                check_range(&d.value, range, &d.at, &format!("{path}.{name}"), findings);
            }
        }
        RawValue::Dated(list) => {
            for (year, x) in list {
                check_range(&Distribution::Fixed(*x), range, &value.at, &format!("{path}.{year}"), findings);
            }
        }
    }
}

fn status(raw: &RawParameter, findings: &mut Findings) {
    if let Some(status) = &raw.status
        && !status.value.split('/').all(|word| STATUS.contains(&word))
    {
        let near = findings.near(&status.value, STATUS);
        let problem = findings.complain(&status.at, key(raw, "status"), say::UNKNOWN_STATUS);
        problem.nearest = near;
        problem.found = Some(status.value.clone());
        problem.allowed = Some(Text::same(STATUS.join(", ")));
    }
}

fn sign(raw: &RawParameter, findings: &mut Findings) -> Option<Sign> {
    let (written, mut sign) = (raw.sign.as_ref()?, Sign::Free);
    if sign.choose(&written.value) {
        return Some(sign);
    }
    let words = sign.words();
    let near = findings.near(&written.value, words.iter().copied());
    let problem = findings.complain(&written.at, key(raw, "sign"), say::ILLEGAL_VALUE);
    problem.nearest = near;
    problem.found = Some(written.value.clone());
    problem.allowed = Some(Text::same(words.join(", ")));
    None
}

fn whole_year(raw: &RawParameter, findings: &mut Findings) -> Option<i32> {
    let year = raw.year.as_ref()?;
    let [first, last] = INDEX_YEARS;
    if year.value.fract() == 0.0 && (f64::from(first)..=f64::from(last)).contains(&year.value) {
        return Some(year.value as i32);
    }
    let problem = findings.complain(&year.at, key(raw, "year"), say::PRICE_YEAR_NOT_YEAR);
    problem.found = Some(year.value.to_string());
    problem.allowed = Some(Text::same(format!("{first}–{last}")));
    None
}

fn whole(p: &Parameter, at: &Place, findings: &mut Findings) {
    let named: Vec<(&str, &Distribution)> = match &p.value {
        Value::Scalar(d) => vec![("", d)],
        Value::Table(entries) => entries.iter().map(|(name, d)| (name.as_str(), d)).collect(),
        Value::Dated(_) => return,
    };
    for (name, d) in named.into_iter().filter(|(_, d)| !d.is_whole()) {
        let dot = if name.is_empty() { "" } else { "." };
        let problem =
            findings.complain(at, format!("parameters.{}.value{dot}{name}", p.id), say::MUST_BE_WHOLE_NUMBER);
        problem.found = Some(d.to_string());
    }
}

fn shares(p: &Parameter, at: &Place, findings: &mut Findings) {
    let Value::Table(entries) = &p.value else { return };
    let sum: f64 = entries.iter().map(|(_, d)| d.mean()).sum();
    if (sum - 1.0).abs() > 1e-9 {
        let problem =
            findings.complain(at, format!("parameters.{}.value", p.id), say::SHARES_MUST_SUM_TO_ONE);
        problem.found = Some(format!("{}", (sum * 1e9).round() / 1e9));
        problem.allowed = Some(Text::same("1"));
    }
}

fn weights(p: &Parameter, at: &Place, findings: &mut Findings) {
    let Value::Table(entries) = &p.value else { return };
    if entries.iter().all(|(_, d)| d.support().0 <= 0.0) {
        findings.complain(at, format!("parameters.{}.value", p.id), say::ONE_ENTRY_ABOVE_ZERO);
    }
}

/// A parameter moves with another one that is a single number and moves by itself.
fn moved_together(list: &[Parameter], places: &[Place], findings: &mut Findings) {
    let single = |p: &Parameter| matches!(p.value, Value::Scalar(_));
    let free = || list.iter().filter(|p| single(p) && p.with.is_none());
    for (p, at) in list.iter().zip(places) {
        let Some(with) = &p.with else { continue };
        if single(p) && free().any(|other| other.id == *with) {
            continue;
        }
        let near = findings.near(with, free().map(|p| p.id.as_str()));
        let problem = findings.complain(at, format!("parameters.{}.with", p.id), say::UNKNOWN_PARAMETER);
        problem.found = Some(with.clone());
        problem.nearest = near;
    }
}

/// The place where the user changed something, of two that don't fit together.
fn changed<'a>(base: &Layer, first: &'a Place, second: &'a Place) -> &'a Place {
    if first.file == base.place().file { second } else { first }
}

/// Parameters that only make sense together.
fn together(base: &Layer, list: &[Parameter], places: &[Place], findings: &mut Findings) {
    let scalar = |id: &str| {
        let i = list.iter().position(|p| p.id == id)?;
        match &list[i].value {
            Value::Scalar(d) => Some((d, &places[i])),
            _ => None,
        }
    };
    for (low, high) in [("coverage_min", "coverage_max"), ("work_hours_low", "work_hours_high")] {
        if let (Some((l, at)), Some((h, at_high))) = (scalar(low), scalar(high))
            && l.support().1 > h.support().0
        {
            let at = changed(base, at, at_high);
            findings
                .complain(at, format!("parameters.{low}.value"), say::CannotBeLargerThan { high, low })
                .found = Some(format!("{l} > {h}"));
        }
    }
    if let (Some((sd, at)), Some((persistence, at_persistence))) =
        (scalar("need_sd"), scalar("need_persistence"))
    {
        // The standing deviation of need is its part of the hours observed: s = σ/√(1 − φ²), at most all of it.
        let strongest = persistence.support().1;
        let limit = (1.0 - strongest * strongest).max(0.0).sqrt();
        // What is outside its own range is told of already.
        let legal = |id: &str, d: &Distribution| {
            list.iter().any(|p| p.id == id && p.range[0] <= d.support().0 && d.support().1 <= p.range[1])
        };
        let each = legal("need_sd", sd) && legal("need_persistence", persistence);
        if sd.support().1 >= limit && each {
            let at = changed(base, at, at_persistence);
            let problem = findings.complain(at, "parameters.need_sd.value", say::NEED_VARIES_TOO_MUCH);
            problem.found = Some(format!("{sd} / √(1 − {persistence}²)"));
            problem.allowed = Some(Text::same("< 1"));
        }
    }
    let Some(i) = list.iter().position(|p| p.id == "relatives") else { return };
    let Value::Table(entries) = &list[i].value else { return };
    for (name, one) in entries {
        let Some(class) = name.strip_suffix(".one") else { continue };
        let two = entries.iter().find(|(other, _)| *other == format!("{class}.two"));
        if let Some((_, two)) = two
            && one.support().1 + two.support().1 > 1.0 + 1e-12
        {
            findings
                .complain(
                    &places[i],
                    format!("parameters.relatives.value.{name}"),
                    say::SHARES_OF_RELATIVES_EXCEED_ONE,
                )
                .found = Some(format!("{one} + {two}"));
        }
    }
}
