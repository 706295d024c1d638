//! A person's years as JSON: numbers unrounded, rules and figures by their ids.

use super::person::{Case, Traced};
use crate::engine::single::drawn::Year;
use crate::engine::single::explanation::ModelYear;
use crate::engine::single::facts::Fact;
use crate::rules::explain::{Explained, Named};
use crate::scenario::parameters::Scalar;
use serde_json::{Map, Value, json};

/// The form of both. In 3 the zero alternative is called `zero`, before `null`.
const FORMAT: u32 = 3;

/// A case as JSON: the result of every rule by model, unrounded.
pub fn case_json(of: &Case<'_>) -> Value {
    let results = |own: &ModelYear| -> Value {
        own.steps
            .iter()
            .map(|step| (step.rule.id.to_string(), plain(step.result)))
            .collect::<Map<_, _>>()
            .into()
    };
    let models: Map<String, Value> =
        of.models.iter().map(|own| (of.scenario.models[own.model].id.clone(), results(own))).collect();
    let units = json!({ "hours": "hours/week", "money": "NOK/year, nominal" });
    json!({ "format": FORMAT, "scenario": of.scenario.name, "year": of.year, "units": units, "models": models })
}

/// A life as JSON: numbers unrounded, the names of rules and figures as in the program.
pub fn trace_json(of: &Traced, columns: &[&str]) -> Value {
    let named = |list: &[Named]| -> Value {
        list.iter().map(|(name, x)| (name.clone(), plain(*x))).collect::<Map<_, _>>().into()
    };
    let facts = |list: &[Fact]| -> Value {
        list.iter().map(|(fact, x)| (fact.id.to_string(), plain(*x))).collect::<Map<_, _>>().into()
    };
    let step = |step: &Explained| {
        json!({
            "rule": step.rule.id,
            "formula": step.formula,
            "inputs": named(&step.inputs),
            "parameters": named(&step.parameters),
            "result": plain(step.result),
        })
    };
    let model = |own: &ModelYear| {
        let adds: Map<String, Value> =
            columns.iter().zip(own.adds).map(|(name, x)| (snake(name), plain(x))).collect();
        let steps: Vec<Value> = own.steps.iter().map(step).collect();
        (of.scenario.models[own.model].id.clone(), json!({ "steps": steps, "adds_to_unit": adds }))
    };
    let year = |year: &Year| {
        json!({
            "year": of.scenario.base_year + year.year as i32,
            "person": facts(&year.person),
            "chance": facts(&year.chance),
            "models": of.chosen(year).map(model).collect::<Map<_, _>>(),
        })
    };
    let table = &of.scenario.parameters;
    let parameter = |(scalar, value): (&Scalar, &f64)| {
        let p = table.of(scalar);
        let told =
            json!({ "value": value, "unit": p.unit, "year": p.year, "status": p.status, "source": p.source });
        (scalar.id.clone(), told)
    };
    json!({
        "format": FORMAT,
        "scenario": of.scenario.name,
        "draw": of.draw,
        "person": of.person,
        "attributes": facts(&of.life.person),
        "years": of.life.years.iter().map(year).collect::<Vec<_>>(),
        "parameters": table.scalars().iter().zip(&of.stated).map(parameter).collect::<Map<_, _>>(),
    })
}

/// A number as JSON, also where it is infinite.
fn plain(x: f64) -> Value {
    if x.is_finite() { json!(x) } else { json!(x.to_string()) }
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}
