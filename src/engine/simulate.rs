//! All draws of a scenario: worlds simulated in parallel, chunk by chunk, and their figures kept. The result is the same bits for any
//! number of threads: worlds are independent, what is added over them is added in their order, and sums of units are whole steps.

use super::chunk::{Chunk, KeptUnits, PartialUnits};
use super::mechanical::Reactions;
use super::national::WorldFigures;
use super::results::{Results, Units};
use super::run::{Engine, Size};
use super::scratch::Scratch;
use super::setup::Draw;
use crate::error::{Error, Problem, Result};
use crate::ledger::{Account, LIMIT};
use crate::random::WorldKey;
use crate::text::say;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A world as it was simulated, its units where they are kept, and its national figures without reactions, where they were
/// asked.
struct Simulated {
    draw: Draw,
    figures: WorldFigures,
    kept: Option<KeptUnits>,
    without: Option<WorldFigures>,
}

impl Engine<'_> {
    /// Simulates one world and computes its figures; those of its units are added to sums, and kept for intervals where it is one of
    /// the worlds that are.
    fn world_with_units(
        &self,
        draw: &Draw,
        key: &WorldKey,
        sums: &PartialUnits,
        kept: Option<&Units>,
    ) -> (WorldFigures, Option<KeptUnits>) {
        let work = |scratch: &mut Scratch| {
            self.simulate_world(draw, key, scratch);
            let mut figures = self.figures_in(&mut scratch.units, (draw, key), &scratch.sums, true);
            let units = std::mem::take(&mut figures.units);
            sums.add(&units);
            let kept = kept.map(|of| KeptUnits::of(of, &units));
            scratch.units.figures = units;
            (figures, kept)
        };
        self.scratch_pool.with(|| self.scratch(), work)
    }

    /// Simulates a world, and the same without reactions where its draw is one of those.
    fn simulated(
        &self,
        seed: u64,
        (draw, replicate): (usize, usize),
        sums: &PartialUnits,
        kept: Option<&Units>,
    ) -> Simulated {
        let (stated, key) = (self.stated(seed, draw), WorldKey::new(seed, draw as u32, replicate as u32));
        let constants = self.draw(&stated);
        let (figures, kept) = self.world_with_units(&constants, &key, sums, kept);
        let without = self
            .mechanical
            .has(draw)
            .then(|| self.world_figures(&self.draw_with(&stated, Reactions::Nothing), &key));
        Simulated { draw: constants, figures, kept, without }
    }

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
                    if stop.load(Ordering::Relaxed) {
                        return None;
                    }
                    let (draw, replicate) = ((first + world) / replicates, (first + world) % replicates);
                    let kept = (world < kept).then_some(&chunk.units);
                    let simulated = self.simulated(seed, (draw, replicate), &sums, kept);
                    done();
                    Some(simulated)
                })
                .collect();
            for (world, item) in batch.zip(simulated) {
                let Simulated { draw, figures, kept, without } =
                    item.ok_or(Error::Interrupted { kept: 0 })?;
                let mut accounts =
                    [Some(&figures), without.as_ref()].into_iter().flatten().flat_map(|f| &f.accounts);
                if accounts.any(Account::beyond_counting) {
                    return Err(beyond_counting((first + world) / replicates));
                }
                chunk.add_world(world, &draw, &figures, kept.as_ref());
                if let Some(without) = &without {
                    chunk.add_mechanical(world, &without.outcomes);
                }
            }
        }
        sums.add_to(&mut chunk.units);
        Ok(chunk)
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

/// Kroner of a draw too large to be counted to the øre.
fn beyond_counting(draw: usize) -> Error {
    let limit = LIMIT / 100;
    Problem::new(say::AmountsTooLarge { draw }).allowed(say::BelowKroner { limit }).into()
}
