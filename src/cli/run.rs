//! `run`: a scenario under all its models, or a slice of its draws; results written together, a table on
//! screen.

use super::arguments::{DrawArgs, ResultArgs, ScenarioArgs};
use super::console::{interruptible, print, print_of_results, tell_all};
use super::numbers::number;
use super::progress::Terminal;
use super::{results, shard};
use crate::error::{Error, Result};
use crate::experiment::run_request::{DRAWS, PRECISE_DRAWS};
use crate::experiment::{
    Monitor, ResultFolder, RunRequest, ShardRequest, StoredRunRequest, finished_run, run_shard, run_stored,
};
use crate::text::{Lang, Message, say};
use clap::Args;

/// Options of `run`.
#[derive(Args, Clone, Debug)]
pub struct RunArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(long)]
    pub draws: Option<usize>,
    #[command(flatten)]
    pub how: DrawArgs,
    #[arg(long, conflicts_with = "shard", value_parser = number)]
    pub precision: Option<f64>,
    #[command(flatten)]
    pub results: ResultArgs,
    #[arg(long)]
    pub resume: bool,
    #[arg(long, conflicts_with = "resume")]
    pub fresh: bool,
    #[arg(long)]
    pub keep_draws: bool,
    #[arg(long, conflicts_with = "keep_draws")]
    pub shard: Option<String>,
    #[arg(long)]
    pub fingerprint: bool,
}

impl RunArgs {
    /// What is simulated.
    pub fn request(&self) -> RunRequest {
        let draws = self.draws.unwrap_or(if self.precision.is_some() { PRECISE_DRAWS } else { DRAWS });
        let (precision, threads) = (self.precision, self.results.threads);
        RunRequest { precision, threads, ..self.how.request(&self.scenario, draws) }
    }
}

/// Runs the scenario and writes the results.
pub fn run(args: &RunArgs, lang: Lang) -> Result<()> {
    let terminal = Terminal::new(args.results.quiet, lang);
    let monitor = terminal.monitor(interruptible(lang));
    if let Some(text) = &args.shard {
        let shard = shard::parse(text, |name| std::env::var(name).ok())?;
        let folder = args.results.folder();
        let request = ShardRequest { run: args.request(), shard, folder, fresh: args.fresh };
        let (folder, told) = run_shard(&request, monitor)?;
        tell_all(&told, lang);
        let text = lang.say(say::SliceIsDone { at: folder.as_path() }) + "\n";
        return if args.results.quiet { Ok(()) } else { print(&text) };
    }
    let request = StoredRunRequest {
        run: args.request(),
        output: args.results.output(args.results.extras(lang)),
        fresh: args.fresh,
        keep_draws: args.keep_draws,
    };
    if let Some(folder) = finished_run(&request)? {
        return again(args, folder, &request, monitor, lang);
    }
    let stored = run_stored(&request, monitor)?;
    let notes = results::notes(&stored.run, &args.results, lang);
    let missed = stored.run.precision.filter(|reached| !reached.converged);
    let (folder, kept) = stored.write(&request.output, monitor.stop)?;
    tell_all(&folder.notes, lang);
    results::show(&folder.path, args.results.report.open)?;
    let told = results::told(notes, &folder, !args.results.no_report, kept.as_ref(), lang)?;
    print_of_results(&(told + &results::last(&folder, args.fingerprint)), &folder.path)?;
    precise(missed.is_none())
}

/// Tells of a run that is less precise than was asked.
fn precise(reached: bool) -> Result<()> {
    if reached { Ok(()) } else { Err(Error::Failed(say::PRECISION_MISSED.text())) }
}

/// The run stands finished: what is ordered beside its tables is made, and it is told as a run is.
fn again(
    args: &RunArgs,
    mut folder: ResultFolder,
    request: &StoredRunRequest,
    monitor: Monitor<'_>,
    lang: Lang,
) -> Result<()> {
    let reached = folder.about.precision.as_ref().is_none_or(|reached| reached.converged);
    folder.notes.push(say::RunStandsFinished { at: folder.path.display() }.text());
    tell_all(&folder.write(request.output.extras, monitor.stop)?, lang);
    results::show(&folder.path, args.results.report.open)?;
    let notes = (!args.results.quiet).then(String::new);
    let told = results::told(notes, &folder, !args.results.no_report, None, lang)?;
    print_of_results(&(told + &results::last(&folder, args.fingerprint)), &folder.path)?;
    precise(reached)
}
