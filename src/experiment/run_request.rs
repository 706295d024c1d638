//! What is asked of a run, and how many draws of which points that is.

use super::limits::Limits;
use super::posterior::PosteriorRequest;
use super::precision;
use super::request::{ScenarioRequest, at_least_one};
use crate::engine::run::Size;
use crate::engine::sampling::{MOST_POINTS, Sampling};
use crate::error::Result;

/// Draws unless told otherwise: 64 points of each scrambling.
pub const DRAWS: usize = 1024;
/// Most draws unless told otherwise of a run that goes on until it is precise enough.
pub const PRECISE_DRAWS: usize = 1 << 17;

/// What is simulated: all that decides the figures, and how many threads work on them.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRequest {
    /// The scenario.
    pub scenario: ScenarioRequest,
    /// Draws of uncertain parameters; with `precision` the most there may be.
    pub draws: usize,
    /// Independent sets of persons for every draw.
    pub replicates: usize,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How parameters are drawn; none is by evenly spread points, where there are any: see [`RunRequest::sampling`].
    pub sampling: Option<Sampling>,
    /// Where parameters come from, if they are not drawn from their distributions.
    pub posterior: Option<PosteriorRequest>,
    /// The run goes on until the Monte Carlo error of every headline is below this share of it.
    pub precision: Option<f64>,
    /// Whether every draw is simulated without reactions too, and not one of so many.
    pub mechanical: bool,
    /// Threads; none is one for each processor.
    pub threads: Option<usize>,
}

impl Default for RunRequest {
    fn default() -> Self {
        RunRequest {
            scenario: ScenarioRequest::default(),
            draws: DRAWS,
            replicates: 1,
            seed: 1,
            sampling: None,
            posterior: None,
            precision: None,
            mechanical: false,
            threads: None,
        }
    }
}

impl RunRequest {
    /// A run of a scenario, by name or file, as it is.
    pub fn of(source: impl Into<String>) -> RunRequest {
        RunRequest { scenario: ScenarioRequest::of(source), ..RunRequest::default() }
    }

    /// How parameters are drawn: as is asked for, else by evenly spread points, unless the parameters are those of a posterior,
    /// which has none, or there are more draws than points.
    pub fn sampling(&self) -> Sampling {
        let without_points = self.posterior.is_some() || self.draws > MOST_POINTS;
        self.sampling.unwrap_or(if without_points { Sampling::Random } else { Sampling::Sobol })
    }

    /// The draws of the run: as many as asked for, or so many more that points keep their balance. Of a run that goes on until
    /// it is precise enough, no more than asked for.
    pub fn balanced_draws(&self) -> usize {
        match self.precision {
            None => self.sampling().balanced(self.draws),
            Some(_) => self.sampling().balanced_within(self.draws),
        }
    }

    pub(super) fn size(&self) -> Result<Size> {
        at_least_one("--draws", self.draws)?;
        self.precision.map(precision::check).transpose()?;
        let replicates = at_least_one("--replicates", self.replicates)?;
        Limits::numbered().ensure("--draws", self.draws)?;
        Limits::numbered().ensure("--replicates", replicates)?;
        Ok(Size { draws: self.balanced_draws(), replicates, seed: self.seed })
    }
}
