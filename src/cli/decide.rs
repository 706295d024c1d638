//! `decide`: every analysis of what decides the conclusion, of a run, joined to its report.

use super::arguments::{ResultArgs, ScenarioArgs, settings};
use super::console::{interruptible, print_of_results, shown, tell_all};
use super::progress::Terminal;
use super::results;
use crate::checkpoint::plan::Shard;
use crate::error::{Error, Problem, Result};
use crate::experiment::run_request::DRAWS;
use crate::experiment::{
    AnalysisBase, DecideRequest, Monitor, ResultFolder, RunRequest, RunSetup, StoredRunRequest, decide,
    draws_may_be_kept, place_of, run as in_memory, run_stored, study_tables,
};
use crate::export::{Extras, folder};
use crate::report::studies::document;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use clap::Args;

/// Options of `decide`.
#[derive(Args, Clone, Debug)]
pub struct DecideArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(id = "run_draws", long = "draws")]
    pub draws: Option<usize>,
    #[arg(id = "few_points", long = "points")]
    pub points: Option<usize>,
    #[arg(id = "own_criterion", long = "criterion")]
    pub criterion: Vec<String>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long)]
    pub fresh: bool,
    #[command(flatten)]
    pub results: ResultArgs,
}

/// Runs what is not run yet, analyses, and writes the results anew with the analyses among them.
pub fn run(args: &DecideArgs, lang: Lang) -> Result<()> {
    let terminal = Terminal::new(args.results.quiet, lang);
    let monitor = terminal.monitor(interruptible(lang));
    let request = DecideRequest {
        draws: args.draws.unwrap_or(DRAWS),
        points: args.points,
        criteria: args.criterion.clone(),
        settings: settings(args.results.threads, args.results.out.as_deref()),
    };
    request.check_points()?;
    let (folder, base) = match args.scenario.folder() {
        None => first(args, &request, monitor, lang)?,
        Some(folder) if args.draws.is_some() || args.results.out.is_some() => {
            return Err(Problem::new(say::RUN_IS_DONE).file(folder.display().to_string()).into());
        }
        Some(folder) => (ResultFolder::read(folder)?, args.scenario.base(args.seed)?),
    };
    let found = decide(&base, &request, monitor)?;
    let extras = args.results.extras(lang);
    let folder = folder.with(study_tables(&found)?);
    let told = folder.write(extras, monitor.stop).map_err(|e| match e {
        Error::Interrupted { .. } => Error::Paused,
        other => other,
    })?;
    tell_all(&told, lang);
    results::show(&folder.path, args.results.report.open)?;
    if args.results.quiet {
        return Ok(());
    }
    let text = shown(&document(&found, &Texts::new(lang)), false);
    let text = format!("{text}\n{}", results::places(&folder.path, extras.report.is_some(), lang));
    print_of_results(&text, &folder.path)
}

/// The run itself, with its draws kept: the one that stands there if it is the same, as after an interruption, or a new one,
/// told of as `run` does. The report waits for the analyses.
fn first(
    args: &DecideArgs,
    request: &DecideRequest,
    monitor: Monitor<'_>,
    lang: Lang,
) -> Result<(ResultFolder, AnalysisBase)> {
    let asked = args.scenario.base(args.seed)?;
    // Mistakes in what comes after the run are told before it.
    request.check(&asked)?;
    let own = StoredRunRequest {
        run: RunRequest {
            scenario: args.scenario.request(None),
            draws: request.draws,
            seed: args.seed,
            threads: args.results.threads,
            ..RunRequest::default()
        },
        output: args.results.output(Extras::default()),
        fresh: args.fresh,
        keep_draws: true,
    };
    let target = place_of(&own)?;
    let there = AnalysisBase::of_folder(&target).ok().filter(|there| there.holds(&asked, request.draws));
    if let Some(there) = there {
        return Ok((ResultFolder::read(&target)?, there));
    }
    // Draws that would tell small counts are only in memory.
    if draws_may_be_kept(&asked.scenario, "").is_err() {
        let permission = RunSetup::new(&own.run, Shard::WHOLE)?.permission(&own.output.folder);
        tell_all(&folder::ensure_writable(&target, &permission)?, lang);
        let run = in_memory(&own.run, monitor)?;
        let notes = results::notes(&run, &args.results, lang);
        let folder = run.write(&own.output, monitor.stop)?;
        print_of_results(&results::told(notes, &folder, false, None, lang)?, &folder.path)?;
        return Ok((folder, AnalysisBase::of_run(run)));
    }
    let stored = run_stored(&own, monitor)?;
    let notes = results::notes(&stored.run, &args.results, lang);
    let setup = stored.run.setup.clone();
    let (folder, kept) = stored.write(&own.output, monitor.stop)?;
    let text = results::told(notes, &folder, false, kept.as_ref(), lang)?;
    print_of_results(&text, &folder.path)?;
    let base = match kept {
        Some(draws) => AnalysisBase::of_kept(setup, draws),
        None => AnalysisBase::of_folder(&folder.path)?,
    };
    Ok((folder, base))
}
