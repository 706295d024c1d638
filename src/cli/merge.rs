//! `merge`: slices of a run joined to its results, the same bytes as one run makes.

use super::finish::{Wishes, finish};
use super::posterior::{self, Given};
use super::report::ReportArgs;
use super::run::{interruptible, pool, threads};
use crate::checkpoint::join;
use crate::checkpoint::plan::{PLAN, Plan, identity, identity_of};
use crate::engine::run::Engine;
use crate::error::{Problem, Result};
use crate::export::folder;
use crate::export::manifest::RunInfo;
use crate::scenario::{Scenario, load};
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Options of `merge`.
#[derive(Args, Clone, Debug)]
pub struct MergeArgs {
    /// Mapper fra run --shard eller run --keep-draws
    #[arg(required = true, value_name = "MAPPER")]
    pub folders: Vec<PathBuf>,
    /// Mappe for resultatene (standard: output/SCENARIO)
    #[arg(long, value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// Scenarioets fil, om den nå ligger et annet sted
    #[arg(long = "scenario", id = "merged_scenario", value_name = "FIL")]
    pub scenario: Option<String>,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
    pub threads: Option<usize>,
    /// Skriv over et eldre resultat utenfor standardmappen
    #[arg(long)]
    pub force: bool,
    /// What is written beside the tables
    #[command(flatten)]
    pub report: ReportArgs,
    /// Ingen framdrift og ingen tabell
    #[arg(long)]
    pub quiet: bool,
    /// Skriv ett fingeravtrykk av alle resultatene på siste linje
    #[arg(long)]
    pub fingerprint: bool,
}

/// Joins the folders and writes the results.
pub fn run(args: &MergeArgs, lang: Lang) -> Result<()> {
    let started = Instant::now();
    let (plan, parts) = join::join_folders(&args.folders)?;
    let scenario = scenario(&plan, args.scenario.as_deref(), &args.folders[0])?;
    let posterior = posterior::kept(&plan, &args.folders[0])?;
    let vectors = posterior.as_ref().map(|p| p.vectors(&scenario)).transpose()?;
    let engine = Engine::new(&scenario)?.sampled(plan.sampling, plan.draws)?.given(vectors);
    let target = args.out.clone().unwrap_or_else(|| folder::default_folder(&scenario.name));
    folder::ensure_writable(&target, args.force)?;
    let threads = threads(args.threads)?;
    let stop = interruptible();
    pool(threads)?.install(|| {
        let results = join::results(&engine, plan.size(), parts)?;
        let info = RunInfo {
            command: std::env::args().collect(),
            repeat: plan.command(results.draws),
            seed: plan.seed,
            draws: plan.draws,
            replicates: plan.replicates,
            threads,
            seconds: started.elapsed().as_secs_f64(),
            sampling: plan.sampling,
            precision: None,
            posterior: posterior.map(Given::used),
        };
        let wishes = Wishes {
            folder: &target,
            force: args.force,
            quiet: args.quiet,
            fingerprint: args.fingerprint,
            report: &args.report,
            lang,
            stop,
        };
        finish(&scenario, &results, &info, &wishes, || Ok(None))
    })
}

/// The scenario that draws in a folder were made of, from a file that may lie elsewhere now; refused if it has changed.
pub fn scenario(plan: &Plan, file: Option<&str>, folder: &Path) -> Result<Scenario> {
    let name = file.unwrap_or(&plan.scenario);
    let scenario = load(name, &plan.options())?;
    if identity_of(identity(&scenario, plan.size(), plan.sampling), plan.posterior.as_ref()) == plan.run {
        return Ok(scenario);
    }
    let what = Text::all(
        "trekningene er laget av en annen versjon av programmet, eller scenarioet er endret siden",
        "trekkingane er laga av ein annan versjon av programmet, eller scenarioet er endra sidan",
        "the draws were made by another version of the program, or the scenario has changed since",
    );
    Err(Problem::new(what)
        .file(folder.join(PLAN).display().to_string())
        .found(format!("bpasim {}, {name}", plan.version))
        .into())
}
