//! Slices of a run joined to its results, the same bytes as one run makes.

use super::memory::MemoryUse;
use super::monitor::Monitor;
use super::output::OutputRequest;
use super::own_file::own_file;
use super::posterior;
use super::request::{threads, with_threads};
use super::run::{CompletedRun, RunSetup};
use crate::checkpoint::join;
use crate::checkpoint::plan::{PLAN, Plan, identity, identity_of};
use crate::error::{Problem, Result};
use crate::export::folder;
use crate::files::told;
use crate::scenario::{Scenario, load};
use crate::text::say;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The folders of a run's draws, and where the results shall go.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeRequest {
    /// Folders of slices, or of the draws of a whole run that were kept.
    pub folders: Vec<PathBuf>,
    /// The scenario's file, where it now lies elsewhere.
    pub scenario: Option<String>,
    /// Where the results go; refused at once where they can't be written.
    pub output: OutputRequest,
    /// Threads; none is one for each processor.
    pub threads: Option<usize>,
}

/// Joins the folders. The results may still have their numbers there when they are written ([`CompletedRun::write`]).
pub fn merge(request: &MergeRequest) -> Result<CompletedRun> {
    let started = Instant::now();
    let (plan, chunks) = join::join_folders(&request.folders)?;
    // Joined, there is at least one.
    let first = request.folders.first().map(PathBuf::as_path).unwrap_or(Path::new(""));
    let (scenario, source) = scenario(&plan, request.scenario.as_deref(), first)?;
    let plan = Plan { source, ..plan };
    let posterior = posterior::kept(&plan, first)?;
    let vectors = posterior.as_ref().map(|p| p.vectors(&scenario)).transpose()?;
    let threads = threads(request.threads)?;
    let setup = RunSetup { scenario, asked: plan.draws, plan, posterior, vectors, threads, started };
    let output = &request.output.folder;
    told::tell(&folder::ensure_writable(&setup.folder(output), &setup.permission(output))?);
    let of = MemoryUse { simulated: false, ..setup.memory_use(request.output.extras.report.is_some()) };
    setup.ensure_fits(of, Monitor::default())?;
    let results = with_threads(threads, || join::results(&setup.engine()?, setup.plan.size(), chunks))?;
    Ok(CompletedRun { setup, results, precision: None })
}

/// The scenario that draws in a folder were made of, and what it was loaded by: a file that may lie elsewhere now. Refused
/// if it has changed.
pub(super) fn scenario(plan: &Plan, file: Option<&str>, folder: &Path) -> Result<(Scenario, String)> {
    let name = match (file, &plan.scenario_blake3) {
        (Some(file), _) => file.to_string(),
        (None, None) => plan.scenario.clone(),
        (None, Some(hash)) => own_file(&plan.scenario, hash, folder)?,
    };
    let scenario = load(&name, &plan.options())?;
    if identity_of(identity(&scenario, plan.size(), plan.sampling), plan.posterior.as_ref()) == plan.run {
        return Ok((scenario, name));
    }
    Err(Problem::new(say::SCENARIO_CHANGED).file(folder.join(PLAN).display().to_string()).found(name).into())
}
