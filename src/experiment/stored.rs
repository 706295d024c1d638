//! A run that keeps its draws on disk while it goes on: it can be stopped and resumed, made slice by slice on many machines,
//! and be larger than the memory.

use super::cost::{stored_bytes, tell_cost};
use super::memory::MemoryUse;
use super::monitor::{Event, Monitor};
use super::output::{OutputRequest, ResultFolder};
use super::precision;
use super::request::{FolderRequest, draws_may_be_kept, with_threads};
use super::run::{CompletedRun, RunSetup};
use super::run_request::RunRequest;
use crate::analysis::precision::precision;
use crate::checkpoint::chunk_files::{self, StoredChunk};
use crate::checkpoint::join;
use crate::checkpoint::plan::{PLAN, Plan, Shard};
use crate::checkpoint::run_directory::{RunDirectory, ensure_replaceable};
use crate::engine::model_number::MODEL_NUMBER;
use crate::engine::run::Size;
use crate::error::{Error, Problem, Result};
use crate::export::folder::{self, EarlierRun, may_be_written};
use crate::export::package::draws_package;
use crate::files::place::beside;
use crate::files::work_folder::{Destination, WorkFolder};
use crate::files::{space, told};
use crate::text::{Message, Text, say};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// A run into a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredRunRequest {
    /// What is simulated.
    pub run: RunRequest,
    /// Where the results go.
    pub output: OutputRequest,
    /// Whether the finished draws of a run that was stopped go, instead of being gone on from.
    pub fresh: bool,
    /// Whether the draws are kept beside the results.
    pub keep_draws: bool,
}

/// A run whose draws lie on disk until its results are written.
#[derive(Debug)]
pub struct StoredRun {
    /// The results.
    pub run: CompletedRun,
    draws: RunDirectory,
    /// Where the results go.
    folder: FolderRequest,
    keep_draws: bool,
}

/// Draws that are kept beside the results of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraws {
    /// Their folder.
    pub folder: PathBuf,
    /// Their chunks, in order.
    pub chunks: Vec<StoredChunk>,
}

/// Where the results of a run go.
pub fn place_of(request: &StoredRunRequest) -> Result<PathBuf> {
    Ok(RunSetup::new(&request.run, Shard::WHOLE)?.folder(&request.output.folder))
}

/// Simulates what is not simulated yet of a run. Nothing of the results is written before [`StoredRun::write`].
pub fn run_stored(request: &StoredRunRequest, monitor: Monitor<'_>) -> Result<StoredRun> {
    let mut setup = RunSetup::new(&request.run, Shard::WHOLE)?;
    if request.keep_draws {
        draws_may_be_kept(&setup.scenario, "--keep-draws")?;
    }
    let precise = request.run.precision.is_some();
    // One that stops when it is precise enough asks for room and memory as it goes.
    let first = if precise { precision::FIRST.min(setup.plan.draws) } else { setup.plan.draws };
    let report = request.output.extras.report.is_some();
    setup.ensure_fits(MemoryUse { draws: first, ..setup.memory_use(report) }, monitor)?;
    let target = setup.folder(&request.output.folder);
    let folder = FolderRequest { path: Some(target.clone()), ..request.output.folder };
    folder::ensure_apart(&target)?;
    let mut work = WorkFolder::open(&target)?;
    let tell = |text: &Text| monitor.progress.event(Event::Warning(text));
    work.tell();
    let permission = setup.permission(&folder);
    folder::check(&work, &target, &permission, may_be_written)?;
    if request.keep_draws {
        let allowed = folder.force || folder::below_default(&target);
        ensure_replaceable(&drawn_beside(&work)?, |there| {
            allowed && (folder.force || there.is_alike(&setup.plan))
        })?;
    }
    if request.output.folder.path.is_none() && target != folder::default_folder(&setup.scenario.name) {
        tell(&say::OwnFolder { at: target.display() }.text());
    }
    if let Some(older) =
        EarlierRun::at(&target).map(|there| there.model_number).filter(|n| *n != MODEL_NUMBER)
    {
        tell(&say::ReplacesOtherModel { at: target.display(), older, newer: MODEL_NUMBER }.text());
    }
    let mut draws = open(&setup, work, request.fresh, monitor)?;
    ensure_room(&setup, &target, first, &draws)?;
    if !precise {
        tell_cost(&setup, draws.done(), monitor)?;
    }
    monitor.progress.start(setup.worlds(setup.plan.own_draws().len()), setup.worlds(draws.done()));
    let (scenario, most) = (&setup.scenario, setup.plan.size());
    let done = draws.done();
    let simulated = with_threads(setup.threads, || {
        let engine = setup.engine()?;
        let mut fill = |end: usize| {
            draws.simulate_missing(&engine, end, monitor.stop, &|| monitor.progress.advance())?;
            join::results(&engine, Size { draws: end, ..most }, draws.chunks().to_vec())
        };
        let Some(wanted) = request.run.precision else { return Ok((fill(most.draws)?, None)) };
        let (results, reached) =
            precision::until(wanted, scenario, (most, done), setup.plan.sampling, monitor, |end| {
                let results = fill(end)?;
                let found = precision(scenario, &results);
                Ok((results, found))
            })?;
        draws.truncate(results.draws)?;
        Ok((results, Some(reached)))
    });
    monitor.progress.finish();
    let (results, precision) = simulated.map_err(|e| e.with_kept(draws.done()))?;
    setup.plan.draws = results.draws;
    let run = CompletedRun { setup, results, precision };
    Ok(StoredRun { run, draws, folder, keep_draws: request.keep_draws })
}

impl StoredRun {
    /// Writes the results; the draws then go, or are kept beside them. The numbers of a large run lie in those draws: what
    /// else is to be told of it is told before.
    pub fn write(
        self,
        output: &OutputRequest,
        stop: &AtomicBool,
    ) -> Result<(ResultFolder, Option<KeptDraws>)> {
        let StoredRun { run, draws, folder, keep_draws } = self;
        let (kept, output) = (draws.done(), OutputRequest { folder, ..output.clone() });
        let mut written = run.write_from(draws.work(), &output, stop).map_err(|e| e.with_kept(kept))?;
        if !keep_draws {
            draws.remove();
            return Ok((written, None));
        }
        let folder = drawn_beside(draws.work())?;
        let package = described(&run.setup.plan, draws.chunks());
        let at = draws.work().place().display().to_string();
        let kept_draws = draws.keep(Destination::Draws, &package).map_err(|e| match e {
            // What came into being meanwhile is in the way of the draws alone.
            Error::Input(_) => Error::system(
                say::ResultsStandWithoutDraws { at: &*at, draws: folder.display() },
                ErrorKind::AlreadyExists.into(),
            ),
            other => other.with_kept(kept),
        });
        let (chunks, told) = kept_draws.inspect_err(|_| told::tell(&written.notes))?;
        written.notes.extend(told);
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
    /// Whether a slice that was stopped, or stands finished, is made anew.
    pub fresh: bool,
}

/// Simulates a slice of a run, and gives its folder and what is to be told of it. A slice that stands finished is left as it
/// is, unless it shall be made anew.
pub fn run_shard(request: &ShardRequest, monitor: Monitor<'_>) -> Result<(PathBuf, Vec<Text>)> {
    let setup = RunSetup::new(&request.run, request.shard)?;
    draws_may_be_kept(&setup.scenario, "--shard")?;
    setup.ensure_fits(MemoryUse { results: false, ..setup.memory_use(false) }, monitor)?;
    let Shard { own, of } = request.shard;
    let target = request.folder.path.clone().unwrap_or_else(|| {
        beside(&setup.folder(&request.folder), "shards").join(format!("{own:04}-of-{of:04}"))
    });
    if request.shard.of > setup.plan.draws {
        return Err(more_shards_than_draws(&setup.plan));
    }
    folder::ensure_apart(&target)?;
    let mut work = WorkFolder::open(&target)?;
    work.tell();
    if !request.fresh && finished(&target, &setup.plan)? {
        return Ok((target, Vec::new()));
    }
    let allowed = request.folder.force || folder::below_default(&target);
    ensure_replaceable(&target, |there| allowed && (request.folder.force || there.is_alike(&setup.plan)))?;
    let mut draws = open(&setup, work, request.fresh, monitor)?;
    ensure_room(&setup, &target, usize::MAX, &draws)?;
    tell_cost(&setup, draws.done(), monitor)?;
    monitor.progress.start(setup.worlds(setup.plan.own_draws().len()), setup.worlds(draws.done()));
    let simulated = with_threads(setup.threads, || {
        let advance = || monitor.progress.advance();
        draws.simulate_missing(&setup.engine()?, setup.plan.draws, monitor.stop, &advance)
    });
    monitor.progress.finish();
    simulated.map_err(|e| e.with_kept(draws.done()))?;
    let kept = draws.done();
    let package = described(&setup.plan, draws.chunks());
    let told = draws.keep(Destination::Place, &package).map_err(|e| e.with_kept(kept))?.1;
    Ok((target, told))
}

/// What is told of the tables of chunks beside them.
fn described(plan: &Plan, chunks: &[StoredChunk]) -> Vec<u8> {
    let files =
        |chunk: &StoredChunk| chunk_files::list(&chunk.path).unwrap_or_default().into_keys().collect();
    let chunks: Vec<(String, Vec<String>)> =
        chunks.iter().map(|chunk| (chunk.name(), files(chunk))).collect();
    draws_package(plan, &chunks)
}

/// The folder in which a run keeps its draws while it goes on.
fn open(setup: &RunSetup, work: WorkFolder, fresh: bool, monitor: Monitor<'_>) -> Result<RunDirectory> {
    setup.warn(monitor);
    let mut draws = RunDirectory::open(work, &setup.plan, fresh)?;
    if let Some(posterior) = &setup.posterior {
        posterior.copy_into(&mut draws)?;
    }
    Ok(draws)
}

/// Refuses a run whose draws there is no room for.
fn ensure_room(setup: &RunSetup, target: &Path, first: usize, draws: &RunDirectory) -> Result<()> {
    let bytes = |draws: usize| stored_bytes(setup, draws);
    space::ensure_room(target, bytes(setup.plan.own_draws().len().min(first))?, bytes(draws.done())?)
}

/// Where the draws of a run into `target` are kept.
pub(super) fn kept_folder(target: &Path) -> PathBuf {
    beside(&std::path::absolute(target).unwrap_or_else(|_| target.to_path_buf()), "draws")
}

/// The same, where it can be beside.
fn drawn_beside(work: &WorkFolder) -> Result<PathBuf> {
    if work.is_inside() {
        let shown = work.place().display().to_string();
        return Err(Problem::new(say::NOTHING_BESIDE).file(shown).key("--keep-draws").into());
    }
    Ok(work.destination(Destination::Draws))
}

/// Whether this very slice stands finished already; one of another model is refused.
fn finished(target: &Path, plan: &Plan) -> Result<bool> {
    let Some(there) = Plan::read(target)? else { return Ok(false) };
    there.of_this_model(&target.join(PLAN))?;
    if (&there.run, there.draws, there.shard) != (&plan.run, plan.draws, plan.shard) {
        return Ok(false);
    }
    let chunks = chunk_files::read_all(target, &plan.run)?;
    Ok(chunks.iter().map(|chunk| chunk.draws.len()).sum::<usize>() == plan.own_draws().len())
}

fn more_shards_than_draws(plan: &Plan) -> Error {
    Problem::new(say::MORE_SLICES_THAN_DRAWS)
        .key("--shard")
        .found(format!("{}/{}", plan.shard.own, plan.shard.of))
        .allowed(Text::same(format!("≤ {}", plan.draws)))
        .into()
}
