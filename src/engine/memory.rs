//! How much memory worlds, chunks and results take, from the sizes of what is kept: what `experiment` tells whether a run
//! fits by, and what bounds how many worlds are held at once.

use super::chunk::Dimensions;
use super::mechanical::MechanicalDraws;
use super::results::{LedgerSums, UNIT_WORLDS, UNIT_YEARS, UnitFigure};
use super::summation::Lanes;
use super::sums::{BIN_ROOM, Counted, National, UnitSums};
use super::unit_amounts::UnitAmounts;
use crate::ledger::Account;
use crate::outcomes::Outcome;
use std::mem::size_of;

/// Most worlds simulated between two additions to the results.
const BATCH: usize = 128;
/// Most bytes of figures of worlds that wait to be added.
const WAITING: u64 = 256 << 20;
/// Most bytes of a chunk and its tables.
const CHUNK: u64 = 256 << 20;
/// Bytes of a row of a chunk's table of units while it is written: its cells beside each other, then encoded.
const UNIT_ROW: u64 = 100;

fn bytes<T>(number: usize) -> u64 {
    (number as u64).saturating_mul(size_of::<T>() as u64)
}

impl Dimensions {
    /// Bytes of the sums of one world while it is simulated.
    fn scratch(&self) -> u64 {
        let cell = bytes::<UnitSums>(self.units)
            + bytes::<u32>(BIN_ROOM)
            + bytes::<Lanes>(National::COUNT + Counted::COUNT)
            + bytes::<i64>(self.units * UnitAmounts::COUNT);
        // Beside it the figures of units, and their sums over worlds.
        let units = bytes::<f64>(self.unit_cells()).saturating_add(bytes::<i128>(self.unit_cells()));
        cell.saturating_mul((self.models * self.years) as u64).saturating_add(units)
    }

    /// Bytes of national outcomes of a world.
    pub fn national(&self) -> u64 {
        bytes::<f64>(self.models * Outcome::COUNT * (self.years + 1))
    }

    /// Rows of a world's unit figures that are kept for intervals.
    fn unit_rows(&self) -> usize {
        self.units * self.models * UNIT_YEARS
    }

    /// Cells of a world's unit figures, which are summed.
    fn unit_cells(&self) -> usize {
        self.units * self.models * self.years * UnitFigure::ALL.len()
    }

    /// How many worlds so many draws are, those counted twice that are simulated without reactions too.
    pub fn mechanical_worlds_too(&self, draws: usize) -> u64 {
        let all = draws.saturating_add(self.mechanical.number(&(0..draws)));
        (all as u64).saturating_mul(self.replicates as u64)
    }

    /// Bytes of national outcomes of a world with reactions and, where every draw is simulated so too, without.
    fn outcomes(&self) -> u64 {
        self.national().saturating_mul(if self.mechanical == MechanicalDraws::All { 2 } else { 1 })
    }

    /// Bytes of the figures of one world, and of the constants of its draw.
    fn figures(&self) -> u64 {
        let accounts = bytes::<Account>(self.models * self.years);
        self.outcomes() + 2 * accounts + bytes::<[f32; 2]>(self.unit_rows())
    }

    /// Bytes of sums over worlds.
    fn sums(&self) -> u64 {
        let units = bytes::<i128>(self.unit_cells());
        let ledger = LedgerSums::new(1, 1).sum.len() * self.models * self.years;
        units + 2 * bytes::<i128>(ledger)
    }

    /// Bytes of the unit figures of so many worlds that are kept for intervals.
    fn kept(&self, worlds: u64) -> u64 {
        worlds.saturating_mul(bytes::<[f32; 2]>(self.unit_rows()))
    }

    /// Bytes of a world in a chunk and in its tables.
    fn in_chunk(&self) -> u64 {
        self.outcomes() + self.unit_rows() as u64 * UNIT_ROW
    }

    /// Bytes that are taken while so many draws are simulated by so many threads: scratch memory, figures that wait, and the
    /// chunk that is filled beside the one that is written.
    pub fn simulation(&self, draws: usize, threads: usize) -> u64 {
        let worlds = draws.saturating_mul(self.replicates);
        let scratch = self.scratch().saturating_mul(threads.min(worlds) as u64);
        let waiting = self.figures() * self.batch(threads).min(worlds) as u64;
        let filled = |draws: usize| self.in_chunk() * (draws * self.replicates) as u64 + self.sums();
        let [first, next] = [draws, draws.saturating_sub(self.draws_per_chunk())]
            .map(|left| left.min(self.draws_per_chunk()));
        scratch.saturating_add(waiting).saturating_add(filled(first) + filled(next))
    }

    /// Bytes of the results of so many draws of so many parameters, but for national outcomes: indices and parameters of
    /// every draw, sums, and what is kept of units.
    pub fn results(&self, draws: usize, parameters: usize) -> u64 {
        let (draws, worlds) = (draws as u64, (draws as u64).saturating_mul(self.replicates as u64));
        let indices = worlds.saturating_mul(bytes::<f64>(self.years));
        // Drawn first, then put side by side.
        let drawn = draws.saturating_mul(2 * bytes::<f64>(parameters) + bytes::<f64>(2 * self.years + 9));
        let kept = self.kept(worlds.min(UNIT_WORLDS as u64));
        indices.saturating_add(drawn).saturating_add(kept + self.sums())
    }

    /// Bytes that so many draws take on disk: every national outcome, the unit figures of the first worlds, and the sums of each
    /// chunk. Beside the numbers there is little, since what they are of compresses well.
    pub fn on_disk(&self, draws: usize) -> u64 {
        let worlds = (draws as u64).saturating_mul(self.replicates as u64);
        let outcomes = self.mechanical_worlds_too(draws);
        let chunks = draws.div_ceil(self.draws_per_chunk()) as u64;
        let numbers =
            outcomes.saturating_mul(self.national()).saturating_add(chunks.saturating_mul(self.sums()));
        let all = numbers.saturating_add(self.kept(worlds.min(UNIT_WORLDS as u64)));
        // The country's first 64 draws take 5.46 MB, by their numbers 5.6 MB.
        all.saturating_add(all / 8)
    }

    /// How many worlds are simulated before they are added to the results, by so many threads.
    pub(super) fn batch(&self, threads: usize) -> usize {
        let waiting = usize::try_from(WAITING / self.figures().max(1)).unwrap_or(BATCH);
        waiting.max(4 * threads).min(BATCH)
    }

    /// How many draws make a chunk.
    pub(super) fn draws_per_chunk(&self) -> usize {
        let most = usize::try_from(CHUNK / self.in_chunk().max(1)).unwrap_or(BATCH);
        (most.min(BATCH) / self.replicates).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTRY: Dimensions = Dimensions {
        replicates: 1,
        models: 3,
        years: 20,
        units: 357,
        kept: [0; 3],
        mechanical: MechanicalDraws::Few,
    };

    #[test]
    fn small_worlds_wait_in_full_batches_and_large_ones_in_few() {
        assert_eq!((COUNTRY.batch(2), COUNTRY.draws_per_chunk()), (128, 128));
        let many = Dimensions { models: 100, ..COUNTRY };
        assert!(many.batch(2) < 64 && many.batch(2) >= 8, "{}", many.batch(2));
        assert_eq!(many.batch(16), 64, "enough for every thread");
        assert!((2..64).contains(&many.draws_per_chunk()), "{}", many.draws_per_chunk());
        let replicates = Dimensions { replicates: 500, ..many };
        assert_eq!(replicates.draws_per_chunk(), 1);
    }
}
