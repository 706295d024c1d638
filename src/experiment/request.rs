//! What experiments have in common: which scenario, where results go, and how much is allowed.

use crate::engine::disclosure::Hidden;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::scenario::alternatives::without_commissioned;
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, load};
use crate::text::say;
use std::path::PathBuf;

/// Which scenario, and what is changed in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioRequest {
    /// A shipped name (`national`, `oslo`) or a file.
    pub source: String,
    /// Changes to it.
    pub options: Options,
    /// Whether numbers from studies paid for by an interested party are put at neutral values.
    pub without_commissioned: bool,
}

impl Default for ScenarioRequest {
    fn default() -> Self {
        ScenarioRequest::of("national")
    }
}

impl ScenarioRequest {
    /// The scenario of a name or file, unchanged.
    pub fn of(source: impl Into<String>) -> ScenarioRequest {
        ScenarioRequest { source: source.into(), options: Options::default(), without_commissioned: false }
    }

    /// All changes, as [`load`] takes them.
    pub fn options(&self) -> Result<Options> {
        self.options.years.map(|years| at_least_one("--years", years)).transpose()?;
        let mut options = self.options.clone();
        if self.without_commissioned {
            options.sets.extend(without_commissioned(&load(&self.source, &options)?));
        }
        Ok(options)
    }

    /// The scenario with its changes.
    pub fn load(&self) -> Result<Scenario> {
        load(&self.source, &self.options()?)
    }
}

/// A folder that results are written to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FolderRequest {
    /// The folder; none is the default one.
    pub path: Option<PathBuf>,
    /// Whether an older result may be replaced outside the default folder too.
    pub force: bool,
}

impl FolderRequest {
    /// The folder, for results with a name of their own.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.clone().unwrap_or_else(|| folder::default_folder(name))
    }
}

/// How analyses are done, whichever they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysisSettings {
    /// Threads; none is one for each processor.
    pub threads: Option<usize>,
    /// The folder below which simulated worlds are kept while an analysis goes on, so that the same one goes on from them
    /// after it was stopped; none keeps nothing.
    pub journal: Option<PathBuf>,
}

/// Refuses to analyse a scenario whose figures for all units together are hidden: there is nothing to analyse.
pub(super) fn told_of_country(scenario: &Scenario) -> Result<()> {
    match Hidden::of(scenario).country() {
        true => Err(Problem::new(say::COUNTRY_OF_FEW_PERSONS)
            .key(&*scenario.name)
            .allowed(say::IF_COUNTS_ARE_PUBLISHED)
            .into()),
        false => Ok(()),
    }
}

/// Refuses what would keep the draws of a scenario with small counts beside its results: figures by unit of every draw.
pub fn draws_may_be_kept(scenario: &Scenario, key: &str) -> Result<()> {
    let hidden = Hidden::of(scenario);
    match hidden.any() || hidden.persons() {
        true => Err(Problem::new(say::SCENARIO_WITH_REAL_PERSONS)
            .key(key)
            .allowed(say::IF_COUNTS_ARE_PUBLISHED)
            .into()),
        false => Ok(()),
    }
}

/// A whole number of at least 1.
pub fn at_least_one(key: &str, value: usize) -> Result<usize> {
    if value >= 1 {
        return Ok(value);
    }
    Err(Problem::new(say::MUST_BE_AT_LEAST_ONE).key(key).found(value.to_string()).into())
}

/// The threads to use.
pub(super) fn threads(wished: Option<usize>) -> Result<usize> {
    match wished {
        Some(n) => at_least_one("--threads", n).map(|n| n.min(1024)),
        None => Ok(std::thread::available_parallelism().map_or(1, |n| n.get())),
    }
}

/// Does something with so many threads. Parallel work that is not done within would start others, one for each processor,
/// and panic where they can't be had.
pub(super) fn with_threads<R: Send>(threads: usize, work: impl FnOnce() -> Result<R> + Send) -> Result<R> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|e| Error::system(say::CANNOT_START_THREADS, std::io::Error::other(e.to_string())))?;
    pool.install(work)
}
