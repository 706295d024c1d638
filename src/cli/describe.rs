//! `describe`: what a parameter, lever, model, outcome or scenario is: value, unit, year, status,
//! source, meaning, formula.

use super::ChangeArgs;
use crate::error::{Problem, Result};
use crate::outcomes::Outcome;
use crate::scenario::financing::{NUMERIC_LEVERS, Number};
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::{Scenario, embedded, load};
use crate::text::{Lang, Text};
use clap::Args;
use std::fmt::Write as _;

/// Options of `describe`.
#[derive(Args, Clone, Debug)]
pub struct DescribeArgs {
    /// Parameter, virkemiddel (refund.rate), modell, størrelse eller scenario; uten navn: alt, én linje hver
    #[arg(value_name = "NAVN")]
    pub id: Option<String>,
    /// Scenario det hentes fra
    #[arg(long, default_value = "variants")]
    pub scenario: String,
    /// Changes to it
    #[command(flatten)]
    pub changes: ChangeArgs,
}

/// Levers that are not numbers, with what they mean.
const OTHER_LEVERS: &[(&str, &str, &str)] = &[
    ("start_year", "Første år modellen gjelder", "First year of the model"),
    ("phase_in_years", "Antall år til full virkning", "Years until full effect"),
    (
        "decided_by",
        "Hvem som bestemmer: municipality (kommunen) eller state (staten)",
        "Who decides: municipality or state",
    ),
    ("refund.threshold", "Dateret serie for innslagspunktet", "Dated series of the threshold"),
    (
        "refund.deduct_intellectual",
        "Om fradraget for psykisk utviklingshemming gjelder",
        "Whether the deduction for intellectual disability applies",
    ),
    ("transition_guarantee", "Ingen ny vurdering ved 18 år", "No re-assessment at 18"),
    (
        "offset_by",
        "Uttrekk fordelt etter egen lettelse (own) eller innbyggere (population)",
        "Withdrawal by own relief or by population",
    ),
    (
        "offset_basis",
        "Uttrekk fastsatt én gang (fixed) eller hvert år (yearly)",
        "Withdrawal set once (fixed) or each year (yearly)",
    ),
];

/// The text of `describe`.
pub fn run(args: &DescribeArgs, lang: Lang) -> Result<String> {
    let scenario = load(&args.scenario, &args.changes.options(None))?;
    match &args.id {
        None => Ok(list(&scenario, lang)),
        Some(id) => one(&scenario, id, lang),
    }
}

fn word(lang: Lang, nb: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::En { en } else { nb }
}

fn list(scenario: &Scenario, lang: Lang) -> String {
    let mut s = String::new();
    let _ = writeln!(s, "{}", word(lang, "PARAMETERE", "PARAMETERS"));
    for p in scenario.parameters.iter() {
        let _ = writeln!(s, "  {:<36} {} [{}]", p.id, p.label.get(lang), p.unit);
    }
    let _ = writeln!(
        s,
        "\n{}",
        word(lang, "VIRKEMIDLER (financing.<modell>.<virkemiddel>)", "LEVERS (financing.<model>.<lever>)")
    );
    for path in NUMERIC_LEVERS.iter().copied().chain(OTHER_LEVERS.iter().map(|l| l.0)) {
        let _ = writeln!(s, "  {path}");
    }
    let _ = writeln!(s, "\n{}", word(lang, "MODELLER", "MODELS"));
    for m in &scenario.models {
        let _ = writeln!(s, "  {:<16} {}", m.id, m.title.get(lang));
    }
    let _ = writeln!(s, "\n{}", word(lang, "STØRRELSER", "OUTCOMES"));
    for o in Outcome::ALL {
        let info = o.info();
        let _ = writeln!(s, "  {:<36} {}", info.id, info.label.get(lang));
    }
    let _ = writeln!(s, "\n{}", word(lang, "SCENARIOER", "SCENARIOS"));
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
    if let Some(m) = scenario.models.iter().find(|m| m.id == id) {
        return Ok(model(scenario, m, lang));
    }
    if let Some(o) = Outcome::ALL.iter().find(|o| o.info().id == id) {
        return Ok(outcome(*o, lang));
    }
    let lever =
        id.strip_prefix("financing.").and_then(|rest| rest.split_once('.')).map_or(id, |(_, path)| path);
    if NUMERIC_LEVERS.contains(&lever) || OTHER_LEVERS.iter().any(|l| l.0 == lever) {
        return Ok(lever_text(scenario, lever, lang));
    }
    if embedded::SCENARIOS.contains(&id) {
        let own = load(id, &Default::default())?;
        return Ok(describe_scenario(&own, lang));
    }
    let names: Vec<&str> = scenario
        .parameters
        .iter()
        .map(|p| p.id.as_str())
        .chain(NUMERIC_LEVERS.iter().copied())
        .chain(OTHER_LEVERS.iter().map(|l| l.0))
        .chain(scenario.models.iter().map(|m| m.id.as_str()))
        .chain(Outcome::ALL.iter().map(|o| o.info().id))
        .chain(embedded::SCENARIOS.iter().copied())
        .collect();
    Err(Problem::new(Text::new(
        "ukjent navn (bpasim describe viser alle)",
        "unknown name (bpasim describe lists all)",
    ))
    .key("describe")
    .found(id)
    .nearest(id, names)
    .into())
}

fn parameter(scenario: &Scenario, p: &Parameter, lang: Lang) -> String {
    let mut s = format!("{}: {}\n", p.id, p.label.get(lang));
    let mut row = |key: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(s, "  {key:<12} {value}");
        }
    };
    match &p.value {
        Value::Scalar(d) => row(word(lang, "verdi", "value"), &d.to_string()),
        Value::Table(entries) => {
            for (key, d) in entries {
                row(word(lang, "verdi", "value"), &format!("{key} = {d}"));
            }
        }
        Value::Dated(series) => {
            for (year, value) in &series.0 {
                row(word(lang, "verdi", "value"), &format!("{year} = {value}"));
            }
        }
    }
    row(word(lang, "enhet", "unit"), &p.unit);
    row(word(lang, "prisår", "price year"), &p.year.map(|y| y.to_string()).unwrap_or_default());
    row(word(lang, "status", "status"), &p.status);
    row(word(lang, "kilde", "source"), &p.source);
    row(word(lang, "betydning", "meaning"), p.meaning.get(lang));
    row(word(lang, "symbol", "symbol"), p.symbol.as_deref().unwrap_or_default());
    row(word(lang, "tillatt", "allowed"), &format!("{} … {}", p.range[0], p.range[1]));
    let users: Vec<&str> = scenario
        .models
        .iter()
        .filter(|m| {
            m.levers.n.iter().any(
                |(_, n)| matches!(n, Number::Scalar(slot) if scenario.parameters.scalars()[*slot].id == p.id),
            )
        })
        .map(|m| m.id.as_str())
        .collect();
    row(word(lang, "brukt av", "used by"), &users.join(", "));
    s
}

fn model(scenario: &Scenario, m: &crate::scenario::financing::Model, lang: Lang) -> String {
    let mut s = format!("{}: {}\n  {}\n", m.id, m.title.get(lang), m.description.get(lang));
    let base = m.extends.as_ref().and_then(|id| scenario.models.iter().find(|b| b.id == *id));
    if let Some(base) = base {
        let _ = writeln!(s, "  {} {}", word(lang, "bygger på", "extends"), base.id);
    }
    let l = &m.levers;
    let _ = writeln!(s, "  {:<28} {}", "start_year", l.start_year);
    let _ = writeln!(s, "  {:<28} {}", "phase_in_years", l.phase_in_years);
    let _ = writeln!(s, "  {:<28} {:?}", "decided_by", l.decided_by);
    for (path, number) in l.n.iter() {
        let mark = match base {
            Some(b) if b.levers.n.iter().any(|(p, n)| p == path && n != number) => " *",
            _ => "",
        };
        let _ = writeln!(s, "  {path:<28} {}{mark}", number_text(scenario, *number));
    }
    let _ = writeln!(s, "  {:<28} {}", "refund.threshold", l.threshold);
    let _ = writeln!(s, "  {:<28} {}", "refund.deduct_intellectual", l.deduct_intellectual);
    let _ = writeln!(s, "  {:<28} {}", "transition_guarantee", l.transition_guarantee);
    let _ = writeln!(s, "  {:<28} {:?}", "offset_by", l.offset_by);
    let _ = writeln!(s, "  {:<28} {:?}", "offset_basis", l.offset_basis);
    let _ = writeln!(
        s,
        "  (* {})",
        word(lang, "skiller seg fra modellen den bygger på", "differs from the model it extends")
    );
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

fn lever_text(scenario: &Scenario, path: &str, lang: Lang) -> String {
    let mut s = format!("financing.<{}>.{path}\n", word(lang, "modell", "model"));
    if let Some((_, nb, en)) = OTHER_LEVERS.iter().find(|l| l.0 == path) {
        let _ = writeln!(s, "  {}", if lang == Lang::En { en } else { nb });
    }
    for m in &scenario.models {
        if let Some((_, number)) = m.levers.n.iter().find(|(p, _)| *p == path) {
            let _ = writeln!(s, "  {:<16} {}", m.id, number_text(scenario, *number));
        }
    }
    s
}

fn outcome(o: Outcome, lang: Lang) -> String {
    let info = o.info();
    let mut s = format!("{}: {}\n", info.id, info.label.get(lang));
    let _ = writeln!(s, "  {:<12} {}", word(lang, "enhet", "unit"), info.unit.id());
    let _ = writeln!(s, "  {:<12} {}", word(lang, "betydning", "meaning"), info.meaning.get(lang));
    let _ = writeln!(s, "  {:<12} {}", word(lang, "fortegn", "sign"), info.sign.words().get(lang));
    s
}

fn describe_scenario(scenario: &Scenario, lang: Lang) -> String {
    let mut s = format!("{}: {}\n", scenario.name, scenario.title.get(lang));
    let _ =
        writeln!(s, "  {:<12} {}–{}", word(lang, "år", "years"), scenario.base_year, scenario.last_year());
    let _ = writeln!(s, "  {:<12} {}", word(lang, "enheter", "units"), scenario.units.len());
    for m in &scenario.models {
        let _ = writeln!(s, "  {:<12} {}: {}", word(lang, "modell", "model"), m.id, m.title.get(lang));
    }
    s
}
