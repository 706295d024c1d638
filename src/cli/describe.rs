//! `describe`: what a parameter, lever, model, outcome or scenario is: value, unit, year, status,
//! source, meaning, formula.

use super::arguments::ChangeArgs;
use crate::error::{Problem, Result};
use crate::outcomes::Outcome;
use crate::report::number::number;
use crate::report::words;
use crate::scenario::financing::lever::{LeverValue, Onset};
use crate::scenario::financing::{LEVERS, Lever, Model, Number, model_id};
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::{Scenario, embedded, load};
use crate::text::{Lang, say};
use clap::Args;
use std::fmt::Write as _;

/// Options of `describe`.
#[derive(Args, Clone, Debug)]
pub struct DescribeArgs {
    pub id: Option<String>,
    #[arg(long, default_value = "variants")]
    pub scenario: String,
    #[command(flatten)]
    pub changes: ChangeArgs,
}

/// The text of `describe`.
pub fn run(args: &DescribeArgs, lang: Lang) -> Result<String> {
    let scenario = args.changes.request(&args.scenario, None).load()?;
    match &args.id {
        None => Ok(list(&scenario, lang)),
        Some(id) => one(&scenario, id, lang),
    }
}

fn list(scenario: &Scenario, lang: Lang) -> String {
    let mut s = String::new();
    let _ = writeln!(s, "{}", say::DESCRIBE_LIST_PARAMETERS.get(lang));
    for p in scenario.parameters.iter() {
        let _ = writeln!(s, "  {:<36} {} ({})", p.id, p.label.get(lang), words::unit(&p.unit, lang));
    }
    let _ = writeln!(s, "\n{}", say::DESCRIBE_LIST_LEVERS.get(lang));
    for lever in LEVERS {
        let _ = writeln!(s, "  {:<28} {}", lever.path, lever.meaning.get(lang));
    }
    let _ = writeln!(s, "\n{}", say::DESCRIBE_LIST_MODELS.get(lang));
    for m in &scenario.models {
        let _ = writeln!(s, "  {:<16} {}", m.id, m.title.get(lang));
    }
    let _ = writeln!(s, "\n{}", say::DESCRIBE_LIST_OUTCOMES.get(lang));
    for o in Outcome::ALL {
        let info = o.info();
        let _ = writeln!(s, "  {:<36} {}", info.id, info.label.get(lang));
    }
    let _ = writeln!(s, "\n{}", say::DESCRIBE_LIST_SCENARIOS.get(lang));
    for name in embedded::SCENARIOS {
        let _ = writeln!(s, "  {name}");
    }
    s
}

fn one(scenario: &Scenario, id: &str, lang: Lang) -> Result<String> {
    if let Some(p) = scenario.parameters.get(id) {
        return Ok(parameter(scenario, p, lang));
    }
    if let Some(slot) = scenario.parameters.slot(id) {
        let scalar = &scenario.parameters.scalars()[slot];
        return Ok(parameter(scenario, scenario.parameters.of(scalar), lang));
    }
    if let Some(m) = scenario.models.iter().find(|m| m.id == model_id(id)) {
        return Ok(model(scenario, m, lang));
    }
    if let Some(o) = Outcome::ALL.iter().find(|o| o.info().id == id) {
        return Ok(outcome(*o, lang));
    }
    let lever =
        id.strip_prefix("financing.").and_then(|rest| rest.split_once('.')).map_or(id, |(_, path)| path);
    if let Some(lever) = Lever::of(lever) {
        return Ok(lever_text(scenario, lever, lang));
    }
    if embedded::SCENARIOS.contains(&id) {
        let own = load(id, &Default::default())?;
        return Ok(describe_scenario(&own, lang));
    }
    let mut names: Vec<&str> = LEVERS.iter().map(|lever| lever.path).collect();
    let rest = scenario
        .parameters
        .iter()
        .map(|p| p.id.as_str())
        .chain(scenario.models.iter().map(|m| m.id.as_str()))
        .chain(Outcome::ALL.iter().map(|o| o.info().id))
        .chain(embedded::SCENARIOS.iter().copied());
    names.extend(rest);
    Err(Problem::new(say::UNKNOWN_NAME).key("describe").found(id).nearest(id, names).into())
}

fn parameter(scenario: &Scenario, p: &Parameter, lang: Lang) -> String {
    let mut s = format!("{}: {}\n", p.id, p.label.get(lang));
    let mut row = |key: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(s, "  {key:<12} {value}");
        }
    };
    match &p.value {
        Value::Scalar(d) => {
            row(say::DESCRIBE_VALUE.get(lang), &d.to_string());
            let (low, high) = d.support();
            if low < high {
                let [p05, p95] = [0.05, 0.95].map(|u| number(d.quantile(u), 4, lang));
                row(say::DESCRIBE_MEAN.get(lang), &number(d.mean(), 4, lang));
                row(say::DESCRIBE_9_IN_10.get(lang), &format!("{p05} … {p95}"));
            }
        }
        Value::Table(entries) => {
            for (key, d) in entries {
                row(say::DESCRIBE_VALUE.get(lang), &format!("{key} = {d}"));
            }
        }
        Value::Dated(series) => {
            for (year, value) in &series.0 {
                row(say::DESCRIBE_VALUE.get(lang), &format!("{year} = {value}"));
            }
        }
    }
    row(say::DESCRIBE_UNIT.get(lang), words::unit(&p.unit, lang));
    row(say::DESCRIBE_YEAR.get(lang), &p.year.map(|y| y.to_string()).unwrap_or_default());
    row("status", &words::status(&p.status, lang));
    row(say::DESCRIBE_SOURCE.get(lang), &p.source);
    row(say::DESCRIBE_MEANING.get(lang), p.meaning.get(lang));
    row("symbol", p.symbol.as_deref().unwrap_or_default());
    row(say::DESCRIBE_ALLOWED.get(lang), &format!("{} … {}", p.range[0], p.range[1]));
    let users: Vec<&str> = scenario
        .models
        .iter()
        .filter(|m| {
            let dated = m.history.iter().flat_map(|own| own.levers.numbers());
            m.levers.numbers().chain(dated).any(
                |(_, n)| matches!(n, Number::Scalar(slot) if scenario.parameters.scalars()[*slot].id == p.id),
            )
        })
        .map(|m| m.id.as_str())
        .collect();
    row(say::DESCRIBE_USED_BY.get(lang), &users.join(", "));
    s
}

fn model(scenario: &Scenario, m: &Model, lang: Lang) -> String {
    let mut s = format!("{}: {}\n  {}\n", m.id, m.title.get(lang), m.description.get(lang));
    let base = m.extends.as_ref().and_then(|id| scenario.models.iter().find(|b| b.id == *id));
    if let Some(base) = base {
        let _ = writeln!(s, "  {} {}", say::DESCRIBE_EXTENDS.get(lang), base.id);
    }
    let text = |value: LeverValue<'_, Number>| value_text(scenario, &value);
    for (i, (lever, own)) in m.levers.values().enumerate() {
        let own = text(own);
        let other = base.and_then(|b| b.levers.values().nth(i)).map(|(_, value)| text(value));
        let mark = if other.is_some_and(|other| other != own) { " *" } else { "" };
        let _ = writeln!(s, "  {:<28} {own}{mark}", lever.path);
    }
    for own in &m.history {
        let stated = own.levers.values().filter(|(lever, _)| own.named.contains(lever));
        for (lever, value) in stated {
            let from = say::DescribeFromYear { year: own.from.to_string() };
            let _ = writeln!(s, "  {:<28} {} ({})", lever.path, text(value), lang.say(from));
        }
    }
    if base.is_none() {
        return s;
    }
    let _ = writeln!(s, "  (* {})", say::DESCRIBE_DIFFERS_FROM_THE_MODEL_IT_EXTENDS.get(lang));
    s
}

fn number_text(scenario: &Scenario, number: Number) -> String {
    match number {
        Number::Fixed(x) if x.is_infinite() => "none".to_string(),
        Number::Fixed(x) => x.to_string(),
        Number::Scalar(slot) => {
            let scalar = &scenario.parameters.scalars()[slot];
            format!("{} = {}", scalar.id, scalar.distribution)
        }
    }
}

/// The value of a lever, as users write it.
fn value_text(scenario: &Scenario, value: &LeverValue<'_, Number>) -> String {
    value.text(|x| number_text(scenario, *x), str::to_string)
}

fn lever_text(scenario: &Scenario, lever: &Lever, lang: Lang) -> String {
    let mut s = format!("financing.<{}>.{}\n", say::DESCRIBE_MODEL.get(lang), lever.path);
    let mut row = |key: &str, value: &str| {
        let _ = writeln!(s, "  {key:<12} {value}");
    };
    row(say::DESCRIBE_MEANING.get(lang), lever.meaning.get(lang));
    if lever.kind.is_number() {
        let [low, high] = lever.range;
        row(say::DESCRIBE_UNIT.get(lang), words::unit(lever.unit, lang));
        row(say::DESCRIBE_ALLOWED.get(lang), &format!("{low} … {high}"));
    }
    row(
        say::DESCRIBE_PHASE_IN.get(lang),
        match lever.onset {
            Onset::Gradual => say::DESCRIBE_GRADUAL_OVER_THE_PHASE_IN_YEARS.get(lang),
            Onset::AtOnce => say::DESCRIBE_AT_ONCE.get(lang),
        },
    );
    let width = scenario.models.iter().map(|m| m.id.chars().count()).fold(12, usize::max);
    for m in &scenario.models {
        for (_, value) in m.levers.values().filter(|(own, _)| *own == lever) {
            let _ = writeln!(s, "  {:<width$} {}", m.id, value_text(scenario, &value));
        }
        for own in m.history.iter().filter(|own| own.named.contains(&lever)) {
            let from = lang.say(say::DescribeFromYear { year: own.from.to_string() });
            for (_, value) in own.levers.values().filter(|(known, _)| *known == lever) {
                let _ = writeln!(s, "  {:<12} {} ({from})", m.id, value_text(scenario, &value));
            }
        }
    }
    s
}

fn outcome(o: Outcome, lang: Lang) -> String {
    let info = o.info();
    let mut s = format!("{}: {}\n", info.id, info.label.get(lang));
    let _ = writeln!(s, "  {:<12} {}", say::DESCRIBE_UNIT.get(lang), info.unit.label().get(lang));
    let _ = writeln!(s, "  {:<12} {}", say::DESCRIBE_MEANING.get(lang), info.meaning.get(lang));
    let _ = writeln!(s, "  {:<12} {}", say::DESCRIBE_SIGN.get(lang), info.sign.words().get(lang));
    if let (Some(payer), Some(item)) = (info.payer, info.item) {
        let place = format!(
            "{}: {} (ledger.csv: {}, {})",
            payer.label().get(lang),
            item.label().get(lang),
            payer.id(),
            item.id()
        );
        let _ = writeln!(s, "  {:<12} {place}", say::DESCRIBE_LEDGER.get(lang));
    }
    s
}

fn describe_scenario(scenario: &Scenario, lang: Lang) -> String {
    let mut s = format!("{}: {}\n", scenario.name, scenario.title.get(lang));
    let _ = writeln!(
        s,
        "  {:<12} {}–{}",
        say::DESCRIBE_YEARS.get(lang),
        scenario.base_year,
        scenario.last_year()
    );
    let _ = writeln!(s, "  {:<12} {}", say::DESCRIBE_UNITS.get(lang), scenario.units.len());
    for m in &scenario.models {
        let _ = writeln!(s, "  {:<12} {}: {}", say::DESCRIBE_MODEL.get(lang), m.id, m.title.get(lang));
    }
    s
}
