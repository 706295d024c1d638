//! Scratch memory for the simulation of a world, and a pool of it. It is kept from world to world: to allocate it anew
//! and clear it would cost about 3 per cent of a draw.

use super::group::GroupScratch;
use super::national::UnitMemory;
use super::sums::Sums;
use std::sync::Mutex;

/// The memory in which one world at a time is simulated.
pub struct Scratch {
    /// The sums of the world that was simulated last.
    pub sums: Sums,
    /// The blocks of the world's persons, one group at a time.
    pub group_scratch: GroupScratch,
    /// What is worked out by unit.
    pub units: UnitMemory,
}

impl Scratch {
    /// Allocates memory for so many models, years and units.
    pub fn new(models: usize, years: usize, units: usize) -> Scratch {
        let (sums, group_scratch) = (Sums::new(models, years, units), GroupScratch::new(models));
        Scratch { sums, group_scratch, units: UnitMemory::default() }
    }
}

/// A pool of scratch memory. It grows to the largest number of worlds that were ever simulated at the same time.
#[derive(Default)]
pub struct ScratchPool(Mutex<Vec<Scratch>>);

impl ScratchPool {
    /// Calls `work` with scratch memory from the pool, or with `new` memory where none is free.
    pub fn with<T>(&self, new: impl FnOnce() -> Scratch, work: impl FnOnce(&mut Scratch) -> T) -> T {
        let free = self.0.lock().ok().and_then(|mut scratch_pool| scratch_pool.pop());
        let mut scratch = free.unwrap_or_else(new);
        let found = work(&mut scratch);
        if let Ok(mut scratch_pool) = self.0.lock() {
            scratch_pool.push(scratch);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scratch_memory_is_used_again_and_two_at_once_are_two() {
        let scratch_pool = ScratchPool::default();
        let new = || Scratch::new(1, 1, 1);
        let taken = || unreachable!("scratch memory is free");
        scratch_pool.with(new, |_| scratch_pool.with(new, |_| ()));
        scratch_pool.with(taken, |_| scratch_pool.with(taken, |_| ()));
        assert_eq!(scratch_pool.0.lock().map(|free| free.len()).ok(), Some(2));
    }
}
