//! Who follows an experiment: is told how far it has come, and may stop it.

use crate::analysis::precision::Precision;
use crate::scenario::Scenario;
use crate::text::Text;
use std::sync::atomic::{AtomicBool, Ordering};

/// Something that happens on the way and is worth telling.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// What the user should know of the scenario, though it stops nothing.
    Warning(&'a Text),
    /// How precise a run is so far that goes on until it is precise enough.
    Precision(&'a PrecisionSoFar<'a>),
    /// What the analysis about to begin costs.
    Cost(&'a Cost),
}

/// How precise a run is so far.
#[derive(Clone, Copy, Debug)]
pub struct PrecisionSoFar<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The precision of every headline.
    pub found: &'a [Precision],
    /// The largest error wanted, a share.
    pub wanted: f64,
    /// Draws so far.
    pub draws: usize,
    /// About how many worlds more are needed, where the run goes on.
    pub more: Option<usize>,
}

/// What an analysis costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The analysis.
    pub of: Costly,
    /// Worlds that it simulates.
    pub worlds: usize,
    /// About how many seconds they take.
    pub seconds: f64,
}

/// An analysis that takes so long that its cost is told first.
#[derive(Clone, Debug, PartialEq)]
pub enum Costly {
    /// Sobol indices.
    Sobol {
        /// Base points.
        points: usize,
        /// Factors.
        factors: usize,
    },
    /// A calibration of the parameters with these ids.
    Calibration(Vec<String>),
    /// A run of very many draws.
    Run {
        /// Draws that are to be simulated.
        draws: usize,
        /// Bytes that they take on disk.
        bytes: u64,
    },
}

/// Is told of the progress of an experiment; everything told may be ignored. Worlds are simulated by many threads at once,
/// and each tells of its own.
pub trait Progress: Sync {
    /// A stage of so many worlds begins, of which some were simulated before.
    fn start(&self, worlds: usize, before: usize) {
        let _ = (worlds, before);
    }

    /// The stage turns out to have so many worlds in all.
    fn grow(&self, worlds: usize) {
        let _ = worlds;
    }

    /// One world more is simulated.
    fn advance(&self) {}

    /// The stage is over, whether it went well or not.
    fn finish(&self) {}

    /// Something happened.
    fn event(&self, event: Event<'_>) {
        let _ = event;
    }

    /// Whether a few worlds may be simulated to learn how long an analysis takes, for [`Event::Cost`].
    fn wants_cost(&self) -> bool {
        false
    }
}

/// Nobody is told.
impl Progress for () {}

/// Who follows an experiment. By default nobody is told, and nobody stops it.
#[derive(Clone, Copy)]
pub struct Monitor<'a> {
    /// Who is told.
    pub progress: &'a dyn Progress,
    /// Turns true when the experiment shall stop. It does within the time that one world takes.
    pub stop: &'a AtomicBool,
}

impl Default for Monitor<'_> {
    fn default() -> Self {
        static NEVER: AtomicBool = AtomicBool::new(false);
        Monitor { progress: &(), stop: &NEVER }
    }
}

impl Monitor<'_> {
    /// Whether the experiment shall stop.
    pub fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
