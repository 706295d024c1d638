//! All draws of a scenario: worlds simulated in parallel, chunk by chunk, and their figures kept. The result is the same bits for any
//! number of threads: worlds are independent, what is added over them is added in their order, and sums of units are whole steps.

use super::chunk::{Chunk, PartialUnits};
use super::making::{Making, Simulated, UnitsTo};
use super::results::Results;
use super::run::{Engine, Size};
use super::scratch::Scratch;
use crate::error::{Error, Result};
use rayon::prelude::*;
use std::ops::{ControlFlow, Range};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

impl Engine<'_> {
    /// Simulates consecutive draws in parallel. `done` is called after every world; when `stop` turns
    /// true it ends with [`Error::Interrupted`].
    pub fn simulate_chunk(
        &self,
        seed: u64,
        replicates: usize,
        draws: Range<usize>,
        stop: &AtomicBool,
        done: &(dyn Fn() + Sync),
    ) -> Result<Chunk> {
        let dimensions = self.dimensions(replicates);
        let step = dimensions.batch(rayon::current_num_threads());
        let mut chunk = Chunk::new(draws.clone(), dimensions);
        let first = draws.start * replicates;
        let worlds = draws.end * replicates - first;
        let (sums, kept) = (PartialUnits::default(), dimensions.unit_worlds(&draws));
        for from in (0..worlds).step_by(step) {
            let batch = from..(from + step).min(worlds);
            let simulated: Vec<Option<Simulated>> = batch
                .clone()
                .into_par_iter()
                // One at a time: who is done takes the next, and none waits at the end for a neighbour's queue.
                .with_max_len(1)
                .map(|world| {
                    let of = ((first + world) / replicates, (first + world) % replicates);
                    let to = UnitsTo { sums: &sums, kept: (world < kept).then_some(&chunk.units) };
                    let simulated = self.simulated(seed, of, to, stop)?;
                    done();
                    Some(simulated)
                })
                .collect();
            for (world, simulated) in batch.zip(simulated) {
                chunk.add_simulated(world, &simulated.ok_or(Error::Interrupted { kept: 0 })?, dimensions)?;
            }
        }
        sums.add_to(&mut chunk.units);
        Ok(chunk)
    }

    /// Simulates one world, which is given up when `stop` turns true.
    fn simulated(
        &self,
        seed: u64,
        of: (usize, usize),
        to: UnitsTo<'_>,
        stop: &AtomicBool,
    ) -> Option<Simulated> {
        let work = |scratch: &mut Scratch| {
            let mut making = Making::begin(self, seed, of, scratch);
            while !stop.load(Ordering::Relaxed) {
                match making.slice(self, scratch, to) {
                    ControlFlow::Continue(rest) => making = rest,
                    ControlFlow::Break(simulated) => return Some(simulated),
                }
            }
            None
        };
        self.scratch_pool.with(|| self.scratch(), work)
    }

    /// Runs everything in memory. `progress` is told how many worlds are done; when `stop` turns true
    /// the run ends with [`Error::Interrupted`].
    pub fn run(&self, size: Size, stop: &AtomicBool, progress: &(dyn Fn(usize) + Sync)) -> Result<Results> {
        let count = AtomicUsize::new(0);
        let done = || progress(count.fetch_add(1, Ordering::Relaxed) + 1);
        let mut results = self.results(size, None);
        let step = self.draws_per_chunk(size.replicates);
        for from in (0..size.draws).step_by(step) {
            let draws = from..(from + step).min(size.draws);
            results.add(&self.simulate_chunk(size.seed, size.replicates, draws, stop, &done)?);
        }
        Ok(results)
    }
}
