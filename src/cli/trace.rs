//! `trace`: the life of one simulated person of a run.

use super::arguments::{ScenarioArgs, sampling};
use crate::engine::pick::PickCriterion;
use crate::engine::sampling::Sampling;
use crate::engine::sums::ByUnit;
use crate::error::Result;
use crate::experiment::{Person, TraceRequest, trace};
use crate::report::person::{trace_json, trace_text};
use crate::text::Lang;
use clap::Args;

/// Options of `trace`.
#[derive(Args, Clone, Debug)]
pub struct TraceArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Trekningens nummer, fra 0 (standard: 0)
    #[arg(long, default_value_t = 0, value_name = "NUMMER")]
    pub draw: usize,
    /// Nummeret på settet av personer, fra 0 (standard: 0)
    #[arg(long, default_value_t = 0, value_name = "NUMMER")]
    pub replicate: usize,
    /// Personen: enhet/bpa, pool eller ankomstår/aldersgruppe/nummer, for eksempel 0301/pool/18-49/7
    #[arg(long, value_name = "PERSON", required_unless_present = "pick")]
    pub person: Option<String>,
    /// Finn noen det er verdt å se på: refund, unmet, relatives, exit, break, transition eller models
    #[arg(long, value_name = "HENDELSE", conflicts_with = "person", value_parser = happening)]
    pub pick: Option<PickCriterion>,
    /// Bare denne modellen
    #[arg(long, value_name = "MODELL")]
    pub model: Option<String>,
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Hvordan parametere trekkes: random (uavhengig, standard) eller sobol (jevnt fordelte punkter)
    #[arg(long, default_value = "random", value_name = "MÅTE", value_parser = sampling)]
    pub sampling: Sampling,
    /// Antall år (standard: scenarioets)
    #[arg(long, value_name = "ANTALL")]
    pub years: Option<usize>,
    /// Skriv tallene uavrundet som JSON
    #[arg(long)]
    pub json: bool,
}

fn happening(text: &str) -> std::result::Result<PickCriterion, String> {
    let names = PickCriterion::ALL.map(|(name, _)| name).join(", ");
    let found = PickCriterion::ALL.iter().find(|(name, _)| *name == text).map(|(_, what)| *what);
    found.ok_or_else(|| format!("«{text}»: {names}"))
}

/// The person's life, told.
pub fn run(args: &TraceArgs, lang: Lang) -> Result<String> {
    let traced = trace(&TraceRequest {
        scenario: args.scenario.request(args.years),
        draw: args.draw,
        replicate: args.replicate,
        person: match args.pick {
            Some(what) => Person::Picked(what),
            None => Person::Named(args.person.clone().unwrap_or_default()),
        },
        model: args.model.clone(),
        seed: args.seed,
        sampling: args.sampling,
    })?;
    match args.json {
        true => Ok(format!("{:#}\n", trace_json(&traced, &ByUnit::NAMES))),
        false => Ok(trace_text(&traced, lang)),
    }
}
