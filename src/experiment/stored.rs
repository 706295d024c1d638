//! A run that keeps its draws on disk while it goes on: it can be stopped and resumed, made slice by slice on many machines,
//! and be larger than the memory.

use super::monitor::Monitor;
use super::output::{OutputRequest, ResultFolder};
use super::precision;
use super::request::{FolderRequest, draws_may_be_kept, with_threads};
use super::run::{CompletedRun, RunRequest, RunSetup};
use crate::analysis::precision::precision;
use crate::checkpoint::chunk_files::StoredChunk;
use crate::checkpoint::join;
use crate::checkpoint::plan::{PLAN, Plan, Shard};
use crate::checkpoint::run_directory::{RunDirectory, ensure_replaceable};
use crate::engine::run::Size;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::text::{Text, say};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// A run into a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredRunRequest {
    /// What is simulated.
    pub run: RunRequest,
    /// Where the results go.
    pub output: OutputRequest,
    /// Whether a run that was stopped goes on.
    pub resume: bool,
    /// Whether the draws are kept beside the results.
    pub keep_draws: bool,
}

/// A run whose draws lie on disk until its results are written.
#[derive(Debug)]
pub struct StoredRun {
    /// The results.
    pub run: CompletedRun,
    draws: RunDirectory,
    kept: Option<PathBuf>,
}

/// Draws that are kept beside the results of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraws {
    /// Their folder.
    pub folder: PathBuf,
    /// Their chunks, in order.
    pub chunks: Vec<StoredChunk>,
}

/// Simulates what is not simulated yet of a run. Nothing of the results is written before [`StoredRun::write`].
pub fn run_stored(request: &StoredRunRequest, monitor: Monitor<'_>) -> Result<StoredRun> {
    let mut setup = RunSetup::new(&request.run, Shard::WHOLE)?;
    if request.keep_draws {
        draws_may_be_kept(&setup.scenario, "--keep-draws")?;
    }
    let target = request.output.folder.path(&setup.scenario.name);
    let FolderRequest { force, .. } = request.output.folder;
    folder::ensure_writable(&target, force)?;
    let kept = request.keep_draws.then(|| kept_folder(&target));
    if let Some(kept) = &kept {
        ensure_replaceable(kept, force || folder::below_default(&target))?;
    }
    let mut draws = open(&setup, &target, request.resume, monitor)?;
    let (scenario, most) = (&setup.scenario, setup.plan.size());
    let done = draws.done();
    let simulated = with_threads(setup.threads, || {
        let engine = setup.engine()?;
        let mut fill = |end: usize| {
            draws.simulate_missing(&engine, scenario, end, monitor.stop, &|| monitor.progress.advance())?;
            join::results(&engine, Size { draws: end, ..most }, draws.chunks().to_vec())
        };
        let Some(wanted) = request.run.precision else { return Ok((fill(most.draws)?, None)) };
        let (results, reached) = precision::until(wanted, scenario, (most, done), monitor, |end| {
            let results = fill(end)?;
            let found = precision(scenario, &results);
            Ok((results, found))
        })?;
        draws.truncate(results.draws)?;
        Ok((results, Some(reached)))
    });
    monitor.progress.finish();
    let (results, precision) = simulated.map_err(|e| with_kept(e, &draws))?;
    setup.plan.draws = results.draws;
    Ok(StoredRun { run: CompletedRun { setup, results, precision }, draws, kept })
}

impl StoredRun {
    /// Writes the results; the draws then go, or are kept beside them. The numbers of a large run lie in those draws: what
    /// else is to be told of it is told before.
    pub fn write(
        self,
        output: &OutputRequest,
        stop: &AtomicBool,
    ) -> Result<(ResultFolder, Option<KeptDraws>)> {
        let written = self.run.write(output, stop)?;
        let Some(folder) = self.kept else {
            self.draws.remove();
            return Ok((written, None));
        };
        let chunks = self.draws.rename_to(&folder)?;
        Ok((written, Some(KeptDraws { folder, chunks })))
    }
}

/// A slice of a run into a folder, to be joined with the others ([`super::merge`]).
#[derive(Clone, Debug, PartialEq)]
pub struct ShardRequest {
    /// What the whole run simulates.
    pub run: RunRequest,
    /// The slice.
    pub shard: Shard,
    /// The folder; by default one of the scenario's name and the slice's number.
    pub folder: FolderRequest,
    /// Whether a slice that was stopped goes on.
    pub resume: bool,
}

/// Simulates a slice of a run, and gives its folder. With `resume` a slice that stands finished is left as it is.
pub fn run_shard(request: &ShardRequest, monitor: Monitor<'_>) -> Result<PathBuf> {
    let setup = RunSetup::new(&request.run, request.shard)?;
    draws_may_be_kept(&setup.scenario, "--shard")?;
    let Shard { own, of } = request.shard;
    let target = request.folder.path.clone().unwrap_or_else(|| {
        beside(&folder::default_folder(&setup.scenario.name), "shards").join(format!("{own:04}-of-{of:04}"))
    });
    if setup.plan.own_draws().is_empty() {
        return Err(more_shards_than_draws(&setup.plan));
    }
    if finished(&target, &setup.plan, request.resume)? && request.resume {
        return Ok(target);
    }
    ensure_replaceable(&target, request.folder.force || folder::below_default(&target))?;
    let mut draws = open(&setup, &target, request.resume, monitor)?;
    let simulated = with_threads(setup.threads, || {
        let advance = || monitor.progress.advance();
        draws.simulate_missing(&setup.engine()?, &setup.scenario, setup.plan.draws, monitor.stop, &advance)
    });
    monitor.progress.finish();
    simulated.map_err(|e| with_kept(e, &draws))?;
    draws.rename_to(&target)?;
    Ok(target)
}

/// The folder in which a run keeps its draws while it goes on, and the start of its progress.
fn open(setup: &RunSetup, target: &Path, resume: bool, monitor: Monitor<'_>) -> Result<RunDirectory> {
    setup.warn(monitor);
    let draws = RunDirectory::open(target, &setup.plan, resume)?;
    if let Some(posterior) = &setup.posterior {
        posterior.copy_into(&draws)?;
    }
    monitor.progress.start(setup.worlds(setup.plan.own_draws().len()), setup.worlds(draws.done()));
    Ok(draws)
}

fn with_kept(error: Error, draws: &RunDirectory) -> Error {
    match error {
        Error::Interrupted { .. } => Error::Interrupted { kept: draws.done() },
        other => other,
    }
}

/// Where the draws of a run into `target` are kept.
pub(super) fn kept_folder(target: &Path) -> PathBuf {
    beside(&std::path::absolute(target).unwrap_or_else(|_| target.to_path_buf()), "draws")
}

fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!("{name}-{what}"))
}

/// Whether this very slice stands finished already; one of another model is refused if it is to be resumed.
fn finished(target: &Path, plan: &Plan, resume: bool) -> Result<bool> {
    let Some(there) = Plan::read(target)? else { return Ok(false) };
    if resume {
        there.of_this_model(&target.join(PLAN))?;
    }
    Ok((&there.run, there.draws, there.shard) == (&plan.run, plan.draws, plan.shard))
}

fn more_shards_than_draws(plan: &Plan) -> Error {
    Problem::new(say::MORE_SLICES_THAN_DRAWS)
        .key("--shard")
        .found(format!("{}/{}", plan.shard.own, plan.shard.of))
        .allowed(Text::same(format!("≤ {}", plan.draws)))
        .into()
}
