//! The model at chosen parameters: worlds that are not draws of a run, for analyses that ask what a
//! parameter does.

use super::national::WorldFigures;
use super::run::Engine;
use super::setup::Draw;
use crate::error::{Error, Result};
use crate::random::WorldKey;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// A world to simulate.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluationPoint {
    /// Every scalar parameter as stated (own price year).
    pub stated: Vec<f64>,
    /// Whose lives: the persons of this draw of the run with the same seed. Points with the same persons differ
    /// by their parameters only.
    pub persons: u32,
}

/// A figure that an analysis takes from worlds; its debug text identifies it.
pub trait Figured: std::fmt::Debug + Sync {
    /// The figure in one world; NaN where it has none.
    fn value(&self, draw: &Draw, world: &WorldFigures) -> f64;
}

impl Engine<'_> {
    /// Simulates worlds in parallel and asks something of each; the answers in the order of the points.
    /// `done` is called after each; when `stop` turns true it ends with [`Error::Interrupted`].
    pub fn evaluate<T: Send>(
        &self,
        seed: u64,
        points: &[EvaluationPoint],
        stop: &AtomicBool,
        done: &(dyn Fn() + Sync),
        ask: impl Fn(&Draw, &WorldFigures) -> T + Sync,
    ) -> Result<Vec<T>> {
        let answers: Vec<Option<T>> = points
            .par_iter()
            // One at a time: who is done takes the next, and none waits at the end for a neighbour's queue.
            .with_max_len(1)
            .map(|point| {
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                let draw = self.draw(&point.stated);
                let figures = self.world_figures(&draw, &WorldKey::new(seed, point.persons, 0));
                let answer = ask(&draw, &figures);
                done();
                Some(answer)
            })
            .collect();
        answers.into_iter().collect::<Option<Vec<T>>>().ok_or(Error::Interrupted { kept: 0 })
    }
}
