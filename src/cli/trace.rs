//! `trace`: the life of one simulated person of a run.

use super::ScenarioArgs;
use crate::engine::pick::{PickCriterion, pick};
use crate::engine::run::Engine;
use crate::engine::sampling::Sampling;
use crate::engine::single::drawn::{life, name};
use crate::engine::sums::ByUnit;
use crate::error::{Problem, Result};
use crate::population::placement::Entrant;
use crate::random::WorldKey;
use crate::report::person::{Traced, trace, trace_json};
use crate::scenario::{Scenario, load};
use crate::text::{Lang, Text};
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
    #[arg(long, value_name = "HENDELSE", conflicts_with = "person", value_parser = criterion)]
    pub pick: Option<PickCriterion>,
    /// Bare denne modellen
    #[arg(long, value_name = "MODELL")]
    pub model: Option<String>,
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Hvordan parametere trekkes: random (uavhengig, standard) eller sobol (jevnt fordelte punkter)
    #[arg(long, default_value = "random", value_name = "MÅTE", value_parser = super::run::sampling)]
    pub sampling: Sampling,
    /// Antall år (standard: scenarioets)
    #[arg(long, value_name = "ANTALL")]
    pub years: Option<usize>,
    /// Skriv tallene uavrundet som JSON
    #[arg(long)]
    pub json: bool,
}

fn criterion(text: &str) -> std::result::Result<PickCriterion, String> {
    let names = PickCriterion::ALL.map(|(name, _)| name).join(", ");
    let found = PickCriterion::ALL.iter().find(|(name, _)| *name == text).map(|(_, what)| *what);
    found.ok_or_else(|| format!("«{text}»: {names}"))
}

/// The person's life, told.
pub fn run(args: &TraceArgs, lang: Lang) -> Result<String> {
    args.years.map(|y| super::at_least_one("--years", y)).transpose()?;
    let limit = u32::MAX as usize;
    for (key, value) in [("--draw", args.draw), ("--replicate", args.replicate)] {
        if value >= limit {
            return Err(Problem::new(Text::new("er for stort", "is too large"))
                .key(key)
                .found(value.to_string())
                .allowed(Text::new(format!("under {limit}"), format!("below {limit}")))
                .into());
        }
    }
    let scenario = load(&args.scenario.scenario, &args.scenario.options(args.years)?)?;
    let models = chosen(args, &scenario)?;
    let engine = Engine::new(&scenario)?.sampled(args.sampling, args.draw + 1)?;
    let values = engine.stated(args.seed, args.draw);
    let draw = engine.draw(&values);
    let key = WorldKey::new(args.seed, args.draw as u32, args.replicate as u32);
    let people = engine.people(&draw, &key);
    let (first, entry) = match (args.pick, &args.person) {
        (Some(what), _) => pick(&engine, &draw, &key, what).ok_or_else(|| {
            let what = Text::all(
                "det hender ingen i denne trekningen",
                "det hender ingen i denne trekkinga",
                "it happens to nobody in this draw",
            );
            Problem::new(what).key("--pick")
        })?,
        (None, person) => find(&scenario, &people.cohorts, person.as_deref().unwrap_or_default())?,
    };
    let life = life(&engine, &draw, &key, &people.effects, (first, entry));
    let person = name(&scenario, &entry);
    let of = Traced {
        scenario: &scenario,
        draw: args.draw,
        stated: &values,
        person: &person,
        life: &life,
        models: &models,
    };
    match args.json {
        true => Ok(format!("{:#}\n", trace_json(&of, &ByUnit::NAMES))),
        false => Ok(trace(&of, lang)),
    }
}

fn chosen(args: &TraceArgs, scenario: &Scenario) -> Result<Vec<usize>> {
    let Some(wanted) = &args.model else { return Ok((0..scenario.models.len()).collect()) };
    let ids: Vec<&str> = scenario.models.iter().map(|m| m.id.as_str()).collect();
    ids.iter().position(|id| id == wanted).map(|model| vec![model]).ok_or_else(|| {
        Problem::new(Text::all("ukjent modell", "ukjend modell", "unknown model"))
            .key("--model")
            .found(wanted)
            .allowed(Text::same(ids.join(", ")))
            .nearest(wanted, ids.iter().copied())
            .into()
    })
}

/// The person of that name, and the index of the year of entry.
fn find(scenario: &Scenario, cohorts: &[Vec<Entrant>], person: &str) -> Result<(usize, Entrant)> {
    let unit = person.split('/').next().unwrap_or_default();
    let mut alike: Vec<String> = Vec::new();
    for (first, cohort) in cohorts.iter().enumerate() {
        for entry in cohort.iter().filter(|e| scenario.units[e.unit as usize].id == unit) {
            let own = name(scenario, entry);
            if own == person {
                return Ok((first, *entry));
            }
            alike.push(own);
        }
    }
    let what = Text::all(
        "ingen slik person i denne trekningen",
        "ingen slik person i denne trekkinga",
        "no such person in this draw",
    );
    let allowed = match alike.first() {
        Some(example) => Text::all(
            format!("for eksempel {example}; {} personer i {unit}", alike.len()),
            format!("til dømes {example}; {} personar i {unit}", alike.len()),
            format!("such as {example}; {} persons in {unit}", alike.len()),
        ),
        None => Text::all(
            "enhet/bpa, pool eller ankomstår/aldersgruppe/nummer, eller --pick refund",
            "eining/bpa, pool eller året personen kom/aldersgruppe/nummer, eller --pick refund",
            "unit/bpa, pool or year of arrival/age class/number, or --pick refund",
        ),
    };
    let problem = Problem::new(what).key("--person").found(person).allowed(allowed);
    Err(problem.nearest(person, alike.iter().map(String::as_str)).into())
}
