//! `scenarios`: what can be run, and other structures side by side with a scenario.

use super::analysed::{Analysed, MOST_DRAWS};
use super::progress::Progress;
use super::run::{interruptible, pool, threads};
use super::telling::How;
use super::{ScenarioArgs, print};
use crate::analysis::alternatives::{Alternatives, Difference, Tried, conclusions, differences};
use crate::analysis::full_effect_year;
use crate::analysis::precision::Headline;
use crate::analysis::studies::Studies;
use crate::checkpoint::journal::Journal;
use crate::checkpoint::plan::identity;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::report::layout::paragraph;
use crate::scenario::alternatives::{self, Alternative};
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, embedded, load};
use crate::text::{Lang, Text};
use clap::Args;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Draws of each alternative, unless told otherwise.
pub const DRAWS: usize = 200;

/// Options of `scenarios`.
#[derive(Args, Clone, Debug)]
pub struct ScenariosArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Kjør scenarioet under alle alternative strukturer, side om side
    #[arg(long)]
    pub grid: bool,
    /// Egen liste av alternativer (TOML), i stedet for den innebygde
    #[arg(long, value_name = "FIL")]
    pub alternatives: Option<String>,
    /// Antall trekninger for hvert alternativ (standard: 200)
    #[arg(id = "grid_draws", long = "draws", default_value_t = DRAWS, value_name = "ANTALL")]
    pub draws: usize,
    /// How it is done and told
    #[command(flatten)]
    pub how: How,
}

/// Lists, or runs the grid and tells.
pub fn run(args: &ScenariosArgs, lang: Lang) -> Result<()> {
    let analysed = Analysed::open(&args.scenario, args.how.seed)?;
    let draws = args.draws;
    if !(1..=MOST_DRAWS).contains(&draws) {
        let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
        let allowed = Text::same(format!("1 – {MOST_DRAWS}"));
        return Err(Problem::new(what).key("--draws").found(draws.to_string()).allowed(allowed).into());
    }
    let list = alternatives::read(args.alternatives.as_deref(), &analysed.scenario)?;
    if !args.grid {
        return print(&listed(&list, lang)?);
    }
    if args.alternatives.is_some() {
        // Mistakes in a list of one's own are told.
        for own in &list {
            alternatives::with(&analysed.name, &analysed.options, own)?;
        }
    }
    analysed.only_of_draws("--grid")?;
    args.how.check()?;
    let stop = interruptible();
    let found = pool(threads(args.how.threads)?)?
        .install(|| tried(&analysed, list, draws, stop, (args.how.quiet, lang)))?;
    let mut studies = Studies::new(analysed.about()?);
    studies.alternatives = Some(found);
    args.how.tell(&studies, false, lang)
}

/// The shipped scenarios, and the alternatives.
fn listed(list: &[Alternative], lang: Lang) -> Result<String> {
    let mut out = format!("{}\n", Text::all("Scenarioer", "Scenario", "Scenarios").get(lang));
    for name in embedded::SCENARIOS {
        let scenario = load(name, &Options::default())?;
        out += &paragraph(&format!("  {name}: {}", scenario.title.get(lang)), 4);
    }
    let heading = Text::all(
        "Alternative strukturer (--grid kjører dem side om side)",
        "Alternative strukturar (--grid køyrer dei side om side)",
        "Alternative structures (--grid runs them side by side)",
    );
    out += &format!("\n{}\n", heading.get(lang));
    for a in list {
        out += &paragraph(&format!("  {}: {}", a.id, a.title.get(lang)), 4);
        for set in &a.set {
            out += &format!("      --set {set}\n");
        }
    }
    Ok(out)
}

/// Runs every alternative that the scenario can have on the same draws as the scenario itself.
pub fn tried(
    analysed: &Analysed,
    list: Vec<Alternative>,
    draws: usize,
    stop: &AtomicBool,
    (quiet, lang): (bool, Lang),
) -> Result<Alternatives> {
    let fits = |a: &Alternative| alternatives::with(&analysed.name, &analysed.options, a).is_ok();
    let (list, left_out): (Vec<_>, Vec<_>) = list.into_iter().partition(fits);
    let headlines = conclusions(&analysed.scenario);
    let size = Size { draws, replicates: 1, seed: analysed.seed };
    let progress = Progress::new((list.len() + 1) * draws, 0, quiet, lang);
    let own = identity(&analysed.scenario, size, Sampling::Random);
    let journal =
        Journal::new(Path::new(folder::DEFAULT), &blake3::hash(format!("grid{own}").as_bytes()).to_hex());
    let base = Alternative { id: "scenario".into(), title: Text::default(), set: Vec::new() };
    let mut all = Vec::new();
    for alternative in [base].into_iter().chain(list) {
        let scenario = alternatives::with(&analysed.name, &analysed.options, &alternative)?;
        let differences = one(&scenario, &headlines, size, (&journal, stop, &progress))?;
        all.push(Tried { alternative, differences });
    }
    progress.finish();
    journal.remove();
    let base = all.remove(0);
    Ok(Alternatives {
        draws,
        year: full_effect_year(&analysed.scenario).0,
        outcomes: headlines.iter().map(|h| h.0.id().to_string()).collect(),
        base,
        tried: all,
        left_out,
    })
}

/// The differences under one alternative, from the journal if they are there.
fn one(
    scenario: &Scenario,
    headlines: &[Headline],
    size: Size,
    (journal, stop, progress): (&Journal, &AtomicBool, &Progress),
) -> Result<Vec<Vec<Option<Difference>>>> {
    let models = scenario.models.len();
    let others = models - 1;
    let question = format!("{}-{}", identity(scenario, size, Sampling::Random), size.draws);
    if let Some(numbers) = journal.get(&question, headlines.len() * others * Difference::NUMBERS) {
        (0..size.draws).for_each(|_| progress.one_more());
        let found: Vec<Option<Difference>> =
            numbers.chunks(Difference::NUMBERS).map(Difference::from_numbers).collect();
        return Ok(found.chunks(others.max(1)).map(<[_]>::to_vec).collect());
    }
    let results = Engine::new(scenario)?.run(size, stop, &|_| progress.one_more()).map_err(|e| match e {
        Error::Interrupted { .. } => Error::Paused,
        other => other,
    })?;
    let found = differences(&results, headlines, models);
    let numbers: Vec<f64> = found
        .iter()
        .flatten()
        .flat_map(|d| d.map_or([f64::NAN; Difference::NUMBERS], |d| d.numbers()))
        .collect();
    journal.put(&question, &numbers);
    Ok(found)
}
