//! National outcomes of every world: in memory, or fetched outcome by outcome from where they are
//! kept, so that the memory of a long run does not grow with its draws.

use crate::error::{Error, Result};
use crate::outcomes::Outcome;
use ndarray::{Array3, Array4, ArrayView3, Axis};
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A source from which outcomes are read, one at a time.
pub trait OutcomeSource: Debug + Send + Sync {
    /// Numbers of worlds, models and places on the year axis.
    fn shape(&self) -> (usize, usize, usize);
    /// One outcome by (world, model, year), NaN where missing.
    fn fetch(&self, outcome: Outcome) -> Result<Array3<f64>>;
}

/// National outcomes in nominal kroner or counts, NaN where missing in that world; shape (world, model,
/// outcome, year). A world is a draw and replicate: world = draw · replicates + replicate. The year
/// axis has horizon + 1 places: the last one holds outcomes defined over the whole period only.
#[derive(Clone, Debug)]
pub enum NationalDraws {
    /// All outcomes, in memory.
    Memory(Array4<f64>),
    /// A source outside memory, such as files.
    Source(Arc<CachedSource>),
}

/// The outcome fetched last, and what went wrong first.
#[derive(Debug)]
pub struct CachedSource {
    from: Box<dyn OutcomeSource>,
    last: Mutex<Option<(Outcome, Arc<Array3<f64>>)>>,
    failure: Mutex<Option<Error>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl NationalDraws {
    /// Outcomes that are fetched when they are asked for.
    pub fn from_source(from: Box<dyn OutcomeSource>) -> NationalDraws {
        NationalDraws::Source(Arc::new(CachedSource {
            from,
            last: Mutex::new(None),
            failure: Mutex::new(None),
        }))
    }

    /// Number of worlds.
    pub fn worlds(&self) -> usize {
        match self {
            NationalDraws::Memory(all) => all.dim().0,
            NationalDraws::Source(fetched) => fetched.from.shape().0,
        }
    }

    /// Asks something of one outcome's numbers by (world, model, year). Numbers that could not be fetched
    /// are missing, and [`Self::failure`] says why.
    pub fn of<T>(&self, outcome: Outcome, ask: impl FnOnce(ArrayView3<'_, f64>) -> T) -> T {
        match self {
            NationalDraws::Memory(all) => ask(all.index_axis(Axis(2), outcome.index())),
            NationalDraws::Source(fetched) => ask(fetched.get(outcome).view()),
        }
    }

    /// The first error of a fetch, if there was one; to be checked before results are written.
    pub fn failure(&self) -> Option<Error> {
        match self {
            NationalDraws::Memory(_) => None,
            NationalDraws::Source(fetched) => locked(&fetched.failure).take(),
        }
    }

    /// All numbers, for a run that has them in memory.
    ///
    /// # Panics
    /// If the outcomes are not in memory.
    #[expect(clippy::panic, reason = "who asks has made the run in memory himself")]
    pub fn in_memory(&self) -> &Array4<f64> {
        match self {
            NationalDraws::Memory(all) => all,
            NationalDraws::Source(_) => panic!("the draws are not in memory"),
        }
    }

    /// The same array, mutable.
    ///
    /// # Panics
    /// If the outcomes are not in memory.
    #[expect(clippy::panic, reason = "who asks has made the run in memory himself")]
    pub fn in_memory_mut(&mut self) -> &mut Array4<f64> {
        match self {
            NationalDraws::Memory(all) => all,
            NationalDraws::Source(_) => panic!("the draws are not in memory"),
        }
    }
}

impl CachedSource {
    fn get(&self, outcome: Outcome) -> Arc<Array3<f64>> {
        // The lock is held while fetching, so that no two threads fetch the same outcome.
        let mut last = locked(&self.last);
        if let Some((_, numbers)) = last.as_ref().filter(|(which, _)| *which == outcome) {
            return numbers.clone();
        }
        *last = None;
        let numbers = self.from.fetch(outcome).unwrap_or_else(|error| {
            locked(&self.failure).get_or_insert(error);
            Array3::from_elem(self.from.shape(), f64::NAN)
        });
        let numbers = Arc::new(numbers);
        *last = Some((outcome, numbers.clone()));
        numbers
    }
}
