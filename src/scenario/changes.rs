//! What differs between a scenario and the one it builds on, as text.

use super::choice::Choice;
use super::definition::{Change, Scenario};
use super::financing::lever::LeverType;
use super::financing::{Model, Number, ZERO};
use super::parameters::{Parameters, Value};

/// Every difference. With `years_given` the number of years is an option of the run, no change.
pub fn between(base: &Scenario, own: &Scenario, years_given: bool) -> Vec<Change> {
    let mut list = Vec::new();
    let mut note = |key: String, from: String, to: String| {
        if from != to {
            list.push(Change { key, from, to });
        }
    };
    note("base_year".into(), base.base_year.to_string(), own.base_year.to_string());
    if !years_given {
        note("horizon".into(), base.horizon.to_string(), own.horizon.to_string());
    }
    note("placement".into(), base.placement.word().into(), own.placement.word().into());
    units(base, own, &mut note);
    note(
        "national_population".into(),
        base.national_population.to_string(),
        own.national_population.to_string(),
    );
    for p in own.parameters.iter().filter(|p| !p.is_lever()) {
        let old = base.parameters.get(&p.id);
        match (&p.value, old.map(|o| &o.value)) {
            (Value::Table(new), Some(Value::Table(old))) => {
                for (entry, d) in new {
                    let from = old.iter().find(|(k, _)| k == entry).map(|(_, d)| d.to_string());
                    note(format!("{}.{entry}", p.id), from.unwrap_or_default(), d.to_string());
                }
            }
            (new, old) => note(p.id.clone(), old.map_or_else(String::new, value_text), value_text(new)),
        }
        let year = |y: Option<i32>| y.map_or_else(String::new, |y| y.to_string());
        note(format!("{}.year", p.id), old.map_or_else(String::new, |o| year(o.year)), year(p.year));
    }
    for m in &own.models {
        match base.models.iter().find(|b| b.id == m.id) {
            Some(old) => {
                // What a model has from the one it extends is told there.
                let heir = Heir { of: (base, old), own: (own, m) };
                model(old, &base.parameters, m, &own.parameters, &mut |key, from, to| {
                    if !heir.inherits(&key) {
                        note(key, from, to);
                    }
                });
            }
            None => {
                let extends = m.extends.clone().unwrap_or_default();
                note(format!("financing.{}", m.id), String::new(), format!("extends {extends}"));
                if let Some(old) = own.models.iter().find(|b| b.id == extends) {
                    model(old, &own.parameters, m, &own.parameters, &mut note);
                }
            }
        }
    }
    for c in &own.correlations {
        let id = |s: &Scenario, slot: usize| s.parameters.scalars()[slot].id.clone();
        let (a, b) = (id(own, c.a), id(own, c.b));
        let old = base.correlations.iter().find(|o| id(base, o.a) == a && id(base, o.b) == b);
        let from = old.map_or_else(|| "0".to_string(), |o| o.rank.to_string());
        note(format!("correlations.{a}.{b}"), from, c.rank.to_string());
    }
    list
}

/// A model as it was and as it is.
struct Heir<'a> {
    of: (&'a Scenario, &'a Model),
    own: (&'a Scenario, &'a Model),
}

impl Heir<'_> {
    /// Whether a lever is as the extended model has it, before and after.
    fn inherits(&self, key: &str) -> bool {
        [self.of, self.own].into_iter().all(|(scenario, model)| {
            let base = model.extends.as_ref().and_then(|id| scenario.models.iter().find(|m| m.id == *id));
            // The zero alternative's levers are the law of today: a model that keeps one says so.
            let Some(base) = base.filter(|base| base.id != ZERO) else { return false };
            let lever = key
                .strip_prefix("financing.")
                .and_then(|rest| rest.strip_prefix(&*model.id)?.strip_prefix('.'));
            let value = |m: &Model| {
                let (_, value) = m.levers.values().find(|(own, _)| Some(own.path) == lever)?;
                Some(value.text(
                    |number| number_text(*number, &scenario.parameters),
                    |id| series_text(id, &scenario.parameters),
                ))
            };
            value(model) == value(base)
        })
    }
}

fn units(base: &Scenario, own: &Scenario, note: &mut impl FnMut(String, String, String)) {
    if base.units == own.units {
        return;
    }
    let (from, to) = (base.units.len(), own.units.len());
    let differing = own.units.iter().filter(|u| !base.units.contains(u)).map(|u| u.id.as_str());
    let mut ids: Vec<&str> = differing.take(6).collect();
    if ids.len() == 6 {
        ids[5] = "…";
    }
    note("units".into(), from.to_string(), format!("{to} ({})", ids.join(", ")));
}

/// A value as a user would write it.
pub fn value_text(value: &Value) -> String {
    match value {
        Value::Scalar(d) => d.to_string(),
        Value::Table(entries) => {
            let parts: Vec<String> = entries.iter().map(|(k, d)| format!("\"{k}\" = {d}")).collect();
            format!("{{ table = {{ {} }} }}", parts.join(", "))
        }
        Value::Dated(series) => {
            let parts: Vec<String> = series.0.iter().map(|(y, x)| format!("{y} = {x}")).collect();
            format!("{{ dated = {{ {} }} }}", parts.join(", "))
        }
    }
}

/// A lever's number as a user would write it.
pub fn number_text(number: Number, parameters: &Parameters) -> String {
    match number {
        Number::Fixed(x) if x.is_infinite() => "none".to_string(),
        Number::Fixed(x) => x.to_string(),
        Number::Scalar(slot) => {
            let scalar = &parameters.scalars()[slot];
            if parameters.of(scalar).is_lever() { scalar.distribution.to_string() } else { scalar.id.clone() }
        }
    }
}

/// The id of a series, or the values of one that is a lever's own.
fn series_text(id: &str, parameters: &Parameters) -> String {
    match parameters.get(id) {
        Some(p) if p.is_lever() => value_text(&p.value),
        _ => id.to_string(),
    }
}

/// What a model states by year, as a user would write it: `1997: hour_grant.above_hours = 20`.
fn history_text(model: &Model, parameters: &Parameters) -> String {
    let entries = model.history.iter().map(|own| {
        let stated = own.levers.values().filter(|(lever, _)| own.named.contains(lever));
        let levers: Vec<String> = stated
            .map(|(lever, value)| {
                let value = value.text(|x| number_text(*x, parameters), |id| series_text(id, parameters));
                format!("{} = {value}", lever.path)
            })
            .collect();
        format!("{}: {}", own.from, levers.join(", "))
    });
    entries.collect::<Vec<_>>().join("; ")
}

fn model(
    old: &Model,
    old_parameters: &Parameters,
    new: &Model,
    parameters: &Parameters,
    note: &mut impl FnMut(String, String, String),
) {
    for ((lever, from), (_, to)) in old.levers.values().zip(new.levers.values()) {
        // The zero alternative is there from the base year, whatever that is.
        if lever.kind != LeverType::Timetable || new.extends.is_some() {
            note(
                format!("financing.{}.{}", new.id, lever.path),
                from.text(|x| number_text(*x, old_parameters), |id| series_text(id, old_parameters)),
                to.text(|x| number_text(*x, parameters), |id| series_text(id, parameters)),
            );
        }
    }
    let [from, to] = [(old, old_parameters), (new, parameters)].map(|(m, known)| history_text(m, known));
    note(format!("financing.{}.history", new.id), from, to);
}
