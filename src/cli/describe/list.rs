//! All there is, a line or two each, with values.

use super::Described;
use crate::report::display_unit::DisplayUnit;
use crate::report::layout::paragraph_within;
use crate::report::texts::Texts;
use crate::report::{uncertainty, words};
use crate::scenario::Scenario;
use crate::scenario::financing::Number;
use crate::scenario::financing::lever::LeverValue;
use crate::scenario::parameters::{Parameter, Value};
use crate::text::{Lang, Words, say};
use std::collections::BTreeSet;

/// Indentation of what stands below a name.
const BELOW: usize = 6;

/// The list, in lines of at most `width` characters.
pub(super) fn text(scenario: &Scenario, all: &[Described<'_>], lang: Lang, width: usize) -> String {
    let mut out = String::new();
    let mut heading = None;
    for one in all {
        let own = heading_of(one);
        if heading.replace(own) != Some(own) {
            let blank = if out.is_empty() { "" } else { "\n" };
            out += &format!("{blank}{}\n", paragraph_within(own.get(lang), 0, width).trim_end());
        }
        out += &line(scenario, one, lang, width);
    }
    out
}

fn heading_of(of: &Described<'_>) -> Words {
    match of {
        Described::Parameter(_) => say::DESCRIBE_LIST_PARAMETERS,
        Described::Lever(_) => say::DESCRIBE_LIST_LEVERS,
        Described::Model(_) => say::DESCRIBE_LIST_MODELS,
        Described::Outcome(_) => say::DESCRIBE_LIST_OUTCOMES,
        Described::Scenario(..) => say::DESCRIBE_LIST_SCENARIOS,
    }
}

/// A thing's name and value, and below what it is called.
pub(super) fn line(scenario: &Scenario, of: &Described<'_>, lang: Lang, width: usize) -> String {
    let value = match of {
        Described::Parameter(p) => {
            format!("{} {}", parameter(p, lang), DisplayUnit::name_of_assumption(&p.unit, &Texts::new(lang)))
        }
        Described::Lever(lever) => {
            let values = scenario.models.iter().filter_map(|m| {
                let (_, value) = m.levers.values().find(|(own, _)| *own == *lever)?;
                Some((m.id.as_str(), of_lever(scenario, &value, lever.unit, lang)))
            });
            let values = by_model(values.collect());
            // A share is told in per cent.
            let unit = words::percent(lever.unit).map_or("", |unit| unit.get(lang));
            format!("{values} {unit}")
        }
        Described::Outcome(o) => o.info().unit.label().get(lang).to_string(),
        Described::Model(_) | Described::Scenario(..) => String::new(),
    };
    let head = match value.trim() {
        "" => format!("  {}", of.id()),
        value => format!("  {}: {value}", of.id()),
    };
    paragraph_of(&head, BELOW, width) + &paragraph_of(&indented(of.label(lang)), BELOW, width)
}

fn indented(text: &str) -> String {
    format!("{:BELOW$}{text}", "")
}

/// A paragraph that keeps the space before its first word.
fn paragraph_of(text: &str, hang: usize, width: usize) -> String {
    let space = text.len() - text.trim_start().len();
    let rest = paragraph_within(text, hang, width - space);
    format!("{:space$}{rest}", "")
}

/// The value of a parameter.
fn parameter(p: &Parameter, lang: Lang) -> String {
    match &p.value {
        Value::Scalar(d) => uncertainty::of_assumption(d, &p.unit, lang),
        Value::Table(entries) => {
            let told = |d| uncertainty::of_assumption(d, &p.unit, lang);
            let entries = entries.iter().map(|(key, d)| format!("{key}: {}", told(d)));
            entries.collect::<Vec<_>>().join("; ")
        }
        Value::Dated(series) => {
            let ends = [series.0.first(), series.0.last()].into_iter().flatten();
            let told = |x: f64| uncertainty::number_of_assumption(x, &p.unit, lang);
            let ends: BTreeSet<String> = ends.map(|(year, x)| format!("{year}: {}", told(*x))).collect();
            ends.into_iter().collect::<Vec<_>>().join(" … ")
        }
    }
}

/// The value of a lever, in the reader's numbers.
fn of_lever(scenario: &Scenario, value: &LeverValue<'_, Number>, unit: &str, lang: Lang) -> String {
    let number = |x: &Number| match x {
        Number::Fixed(x) if x.is_infinite() => "none".to_string(),
        Number::Fixed(x) => uncertainty::number_of_assumption(*x, unit, lang),
        Number::Scalar(slot) => {
            let scalar = &scenario.parameters.scalars()[*slot];
            uncertainty::of_assumption(&scalar.distribution, unit, lang)
        }
    };
    value.text(number, str::to_string)
}

/// Values model by model; models that have the same are told together.
fn by_model(values: Vec<(&str, String)>) -> String {
    let mut told: Vec<(Vec<&str>, String)> = Vec::new();
    for (model, value) in values {
        match told.iter_mut().find(|(_, known)| *known == value) {
            Some((models, _)) => models.push(model),
            None => told.push((vec![model], value)),
        }
    }
    match &told[..] {
        [(_, only)] => only.clone(),
        several => {
            let each = several.iter().map(|(models, value)| format!("{}: {value}", models.join(", ")));
            each.collect::<Vec<_>>().join("; ")
        }
    }
}
