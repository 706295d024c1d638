//! A world of a run in the making, a group of persons at a time, and draws in the making one world after the other. A browser's
//! thread hears nothing while it works: who must hear asks for a slice, listens, and asks for the next. The slices of a world
//! together are the world, whoever asks for them.

use super::chunk::{Chunk, Dimensions, KeptUnits, PartialUnits};
use super::mechanical::Reactions;
use super::national::WorldFigures;
use super::run::Engine;
use super::scratch::Scratch;
use super::setup::Draw;
use super::unit_figures::Units;
use super::world::UnderWay;
use crate::error::{Problem, Result};
use crate::ledger::{Account, LIMIT};
use crate::random::WorldKey;
use crate::text::say;
use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Range;

/// A world as it was simulated.
pub struct Simulated {
    draw: Draw,
    figures: WorldFigures,
    /// Its units, where they are kept.
    kept: Option<KeptUnits>,
    /// Its national figures without reactions, where they were asked for.
    without: Option<WorldFigures>,
}

/// Where a world's units go: into sums, and into what is kept of it, if it is one of the worlds that are.
#[derive(Clone, Copy)]
pub struct UnitsTo<'a> {
    /// Sums over worlds.
    pub sums: &'a PartialUnits,
    /// A table of the units that are kept.
    pub kept: Option<&'a Units>,
}

/// A world that is being simulated, and then perhaps once more without reactions.
pub struct Making {
    stated: Vec<f64>,
    draw: Draw,
    key: WorldKey,
    under_way: UnderWay,
    /// What it is with reactions, while it is simulated without.
    with: Option<(Draw, WorldFigures, Option<KeptUnits>)>,
    without_too: bool,
}

impl Making {
    /// A world of which nobody has lived yet.
    pub fn begin(
        engine: &Engine<'_>,
        seed: u64,
        (draw, replicate): (usize, usize),
        scratch: &mut Scratch,
    ) -> Making {
        let (stated, key) = (engine.stated(seed, draw), WorldKey::new(seed, draw as u32, replicate as u32));
        let without_too = engine.mechanical.has(draw);
        let draw = engine.draw(&stated);
        let under_way = engine.under_way(&draw, &key, scratch);
        Making { stated, draw, key, under_way, with: None, without_too }
    }

    /// Simulates a slice in the memory in which the world was begun; the world when that was the last.
    pub fn slice(
        mut self,
        engine: &Engine<'_>,
        scratch: &mut Scratch,
        to: UnitsTo<'_>,
    ) -> ControlFlow<Simulated, Making> {
        let of = (&self.draw, &self.key);
        if self.under_way.next(&engine.world_setup(), of, scratch).is_some() {
            return Continue(self);
        }
        let Scratch { units: memory, sums, .. } = scratch;
        let mut figures = engine.figures_in(memory, of, sums, self.with.is_none());
        if let Some((draw, with, kept)) = self.with {
            return Break(Simulated { draw, figures: with, kept, without: Some(figures) });
        }
        let units = std::mem::take(&mut figures.units);
        to.sums.add(&units);
        let kept = to.kept.map(|of| KeptUnits::of(of, &units));
        memory.figures = units;
        if !self.without_too {
            return Break(Simulated { draw: self.draw, figures, kept, without: None });
        }
        let without = engine.draw_with(&self.stated, Reactions::Nothing);
        self.with = Some((std::mem::replace(&mut self.draw, without), figures, kept));
        self.under_way = engine.under_way(&self.draw, &self.key, scratch);
        Continue(self)
    }
}

impl Chunk {
    /// Adds the world with this index in the chunk.
    ///
    /// # Errors
    /// Where kroner are too large to be counted to the øre.
    pub fn add_simulated(
        &mut self,
        world: usize,
        simulated: &Simulated,
        dimensions: Dimensions,
    ) -> Result<()> {
        let Simulated { draw, figures, kept, without } = simulated;
        let mut accounts = [Some(figures), without.as_ref()].into_iter().flatten().flat_map(|f| &f.accounts);
        if accounts.any(Account::beyond_counting) {
            let (limit, draw) = (LIMIT / 100, self.draws.start + world / dimensions.replicates);
            return Err(Problem::new(say::AmountsTooLarge { draw })
                .allowed(say::BelowKroner { limit })
                .into());
        }
        self.add_world(world, draw, figures, kept.as_ref());
        if let Some(without) = without {
            self.add_mechanical(world, &without.outcomes);
        }
        Ok(())
    }
}

/// Consecutive draws in the making, one replicate of each.
pub struct Slices {
    seed: u64,
    chunk: Chunk,
    sums: PartialUnits,
    scratch: Scratch,
    /// How many worlds there are already.
    done: usize,
    making: Option<Making>,
}

impl Slices {
    /// Draws of which nothing is simulated yet.
    pub fn new(engine: &Engine<'_>, seed: u64, draws: Range<usize>) -> Slices {
        let (chunk, scratch) = (Chunk::new(draws, engine.dimensions(1)), engine.scratch());
        Slices { seed, chunk, sums: PartialUnits::default(), scratch, done: 0, making: None }
    }

    /// Simulates a slice, with the engine of the same scenario every time; the draws when that was the last.
    ///
    /// # Errors
    /// Where kroner are too large to be counted to the øre.
    pub fn slice(mut self, engine: &Engine<'_>) -> Result<ControlFlow<Chunk, Slices>> {
        let dimensions = engine.dimensions(1);
        let making = self.making.take();
        let Slices { seed, chunk, sums, scratch, done, .. } = &mut self;
        if *done == chunk.draws.len() {
            self.sums.add_to(&mut self.chunk.units);
            return Ok(Break(self.chunk));
        }
        let Some(making) = making else {
            let making = Making::begin(engine, *seed, (chunk.draws.start + *done, 0), scratch);
            self.making = Some(making);
            return Ok(Continue(self));
        };
        let kept = (*done < dimensions.unit_worlds(&chunk.draws)).then_some(&chunk.units);
        match making.slice(engine, scratch, UnitsTo { sums, kept }) {
            Continue(making) => self.making = Some(making),
            Break(simulated) => {
                chunk.add_simulated(*done, &simulated, dimensions)?;
                *done += 1;
            }
        }
        Ok(Continue(self))
    }
}
