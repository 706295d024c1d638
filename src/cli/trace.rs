//! `trace`: the life of one simulated person of a run.

use super::arguments::{ScenarioArgs, sampling};
use super::console::width;
use crate::engine::pick::PickCriterion;
use crate::engine::sampling::Sampling;
use crate::engine::sums::ByUnit;
use crate::error::Result;
use crate::experiment::{PersonSelector, TraceRequest, trace};
use crate::report::person::trace_text;
use crate::report::person_json::trace_json;
use crate::text::Lang;
use clap::Args;

/// Options of `trace`.
#[derive(Args, Clone, Debug)]
pub struct TraceArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(long, default_value_t = 0)]
    pub draw: usize,
    #[arg(long, default_value_t = 0)]
    pub replicate: usize,
    #[arg(long, required_unless_present = "pick")]
    pub person: Option<String>,
    #[arg(long, conflicts_with = "person", value_parser = happening)]
    pub pick: Option<PickCriterion>,
    #[arg(long)]
    pub model: Option<String>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long, value_parser = sampling)]
    pub sampling: Option<Sampling>,
    #[arg(long)]
    pub years: Option<usize>,
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
            Some(what) => PersonSelector::Picked(what),
            None => PersonSelector::Named(args.person.clone().unwrap_or_default()),
        },
        model: args.model.clone(),
        seed: args.seed,
        sampling: args.sampling.unwrap_or_default(),
    })?;
    match args.json {
        true => Ok(format!("{:#}\n", trace_json(&traced, &ByUnit::NAMES))),
        false => Ok(trace_text(&traced, lang, width())),
    }
}
