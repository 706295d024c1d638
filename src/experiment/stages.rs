//! Several stages of an experiment as one to those who are told: what is left is left of all of them.

use super::monitor::{Event, Progress};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Stages that are told as one.
pub(super) struct Stages<'a> {
    told: &'a dyn Progress,
    worlds: Mutex<Worlds>,
}

/// Worlds of the stages that are over, of the one that goes on, and what those after it are thought to have.
struct Worlds {
    over: usize,
    now: usize,
    planned: Vec<usize>,
}

impl<'a> Stages<'a> {
    /// Stages of about so many worlds each, in their order.
    pub fn new(told: &'a dyn Progress, planned: &[usize]) -> Stages<'a> {
        told.start(planned.iter().sum(), 0);
        let planned = planned.iter().rev().copied().collect();
        Stages { told, worlds: Mutex::new(Worlds { over: 0, now: 0, planned }) }
    }

    fn worlds(&self) -> MutexGuard<'_, Worlds> {
        self.worlds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress for Stages<'_> {
    fn start(&self, _: usize, _: usize) {
        let mut worlds = self.worlds();
        worlds.over += worlds.now;
        worlds.now = worlds.planned.pop().unwrap_or(0);
    }

    fn grow(&self, more: usize) {
        let mut worlds = self.worlds();
        worlds.now = worlds.now.max(more);
        self.told.grow(worlds.over + worlds.now + worlds.planned.iter().sum::<usize>());
    }

    fn advance(&self) {
        self.told.advance();
    }

    fn event(&self, event: Event<'_>) {
        self.told.event(event);
    }

    fn wants_cost(&self) -> bool {
        self.told.wants_cost()
    }
}

/// All of them are over.
impl Drop for Stages<'_> {
    fn drop(&mut self) {
        self.told.finish();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[derive(Default)]
    struct Heard(Mutex<RefCell<Vec<usize>>>);

    impl Heard {
        fn note(&self, worlds: usize) {
            self.0.lock().expect("no panic").borrow_mut().push(worlds);
        }
    }

    impl Progress for Heard {
        fn start(&self, worlds: usize, _: usize) {
            self.note(worlds);
        }

        fn grow(&self, worlds: usize) {
            self.note(worlds);
        }

        fn finish(&self) {
            self.note(0);
        }
    }

    #[test]
    fn what_is_left_is_left_of_all() {
        let heard = Heard::default();
        let stages = Stages::new(&heard, &[100, 30, 20]);
        stages.start(0, 0);
        stages.grow(80);
        stages.grow(110);
        stages.finish();
        stages.start(0, 0);
        stages.grow(25);
        drop(stages);
        assert_eq!(heard.0.into_inner().expect("no panic").into_inner(), [150, 150, 160, 160, 0]);
    }
}
