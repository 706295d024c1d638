//! Runs that were asked for, and the draws of the newest: as many as fit in memory for sure.

use super::run::Run;
use crate::live::session::Session;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Most runs whose answers are kept.
const RUNS: usize = 64;
/// Most runs whose draws are kept.
const DRAWN: usize = 2;

/// What is kept.
#[derive(Default)]
pub struct Shelf(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    runs: VecDeque<Arc<Run>>,
    drawn: VecDeque<(String, Arc<Session>)>,
    /// The first years of runs that may have been given up after them.
    first: VecDeque<(String, Arc<Session>)>,
}

impl Shelf {
    /// The newest run of an id, by preference one that answers.
    pub fn run(&self, id: &str) -> Option<Arc<Run>> {
        let kept = self.kept();
        let of_id = || kept.runs.iter().rev().filter(|own| own.id == id);
        of_id().find(|own| own.answers()).or_else(|| of_id().next()).cloned()
    }

    /// Gives the run that answers the same question in the same language, or takes in this one. The page's earlier runs are
    /// given up.
    pub fn same_or_put(&self, run: &Arc<Run>) -> Option<Arc<Run>> {
        let mut kept = self.kept();
        let same = kept.runs.iter().rev().find(|own| own.is_same(run) && own.answers()).cloned();
        let own = same.as_ref().unwrap_or(run);
        let earlier = |other: &&Arc<Run>| other.page.is_some() && other.page == run.page;
        kept.runs
            .iter()
            .filter(earlier)
            .filter(|other| !Arc::ptr_eq(other, own))
            .for_each(|own| own.give_up());
        if same.is_none() {
            // The oldest that has ended makes place for it.
            if kept.runs.len() >= RUNS {
                let oldest = kept.runs.iter().position(|own| own.ended().is_some()).unwrap_or(0);
                kept.runs.remove(oldest);
            }
            kept.runs.push_back(run.clone());
        }
        same
    }

    /// Forgets a run that could not begin.
    pub fn forget(&self, run: &Arc<Run>) {
        self.kept().runs.retain(|own| !Arc::ptr_eq(own, run));
    }

    /// Gives up all runs, or those of an id, and forgets them.
    pub fn give_up(&self, id: Option<&str>) {
        self.kept().runs.retain(|own| {
            let fits = id.is_none_or(|id| own.id == id);
            if fits {
                own.give_up();
            }
            !fits
        });
    }

    /// Keeps the draws of a run, in place of the oldest.
    pub fn keep(&self, hash: &str, drawn: Arc<Session>) {
        put(&mut self.kept().drawn, hash, drawn);
    }

    /// Keeps the first years of a run, in place of the oldest.
    pub fn keep_first(&self, hash: &str, drawn: Arc<Session>) {
        put(&mut self.kept().first, hash, drawn);
    }

    /// What was seen of a run, so far as it is kept: all years, or the first.
    pub fn seen(&self, hash: &str) -> Option<Arc<Session>> {
        let first = || self.kept().first.iter().find(|(own, _)| own == hash).map(|(_, own)| own.clone());
        self.drawn(hash, usize::MAX).or_else(first)
    }

    /// All draws of a run, where they are kept.
    pub fn draws_of(&self, run: &Run) -> Option<Arc<Session>> {
        self.drawn(&run.hash, run.draws).filter(|own| own.results.draws == run.draws)
    }

    /// The most draws that are kept of a run, but for more than so many.
    pub fn drawn(&self, hash: &str, most: usize) -> Option<Arc<Session>> {
        let kept = self.kept();
        let own = kept.drawn.iter().filter(|(own, drawn)| own == hash && drawn.results.draws <= most);
        own.max_by_key(|(_, drawn)| drawn.results.draws).map(|(_, drawn)| drawn.clone())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts draws last, in place of as many of the same run, or of the oldest.
fn put(list: &mut VecDeque<(String, Arc<Session>)>, hash: &str, drawn: Arc<Session>) {
    list.retain(|(own, there)| own != hash || there.results.draws != drawn.results.draws);
    while list.len() >= DRAWN {
        list.pop_front();
    }
    list.push_back((hash.into(), drawn));
}

#[cfg(test)]
mod tests {
    use super::super::run::{Asked, End};
    use super::*;
    use crate::live::setting::Setting;
    use crate::text::Lang;

    fn run(seed: u64) -> Arc<Run> {
        let setting = Setting { scenario: "oslo".into(), seed, ..Setting::default() };
        let asked = Asked { setting, before: None, page: None, draws: Some(2) };
        Arc::new(Run::new(asked, Lang::Nb).unwrap())
    }

    #[test]
    fn the_oldest_that_has_ended_makes_place() {
        let shelf = Shelf::default();
        let all: Vec<Arc<Run>> = (0..=RUNS as u64).map(run).collect();
        all[1].end(End::Done);
        assert!(all.iter().all(|own| shelf.same_or_put(own).is_none()));
        let there: Vec<bool> = all.iter().map(|own| shelf.run(&own.id).is_some()).collect();
        assert!(there.iter().filter(|own| **own).count() == RUNS && !there[1]);
        // What was given up answers nobody.
        assert!(shelf.same_or_put(&run(0)).is_some());
        shelf.give_up(Some(&all[0].id));
        assert!(shelf.run(&all[0].id).is_none() && shelf.same_or_put(&run(0)).is_none());
    }

    #[test]
    fn the_draws_of_the_two_newest_are_kept() {
        let shelf = Shelf::default();
        let session = |seed| {
            let setting = Setting { scenario: "oslo".into(), seed, ..Setting::default() };
            Arc::new(Session::open(setting, Some(1)).unwrap())
        };
        for (hash, seed) in [("a", 1), ("b", 2), ("b", 2), ("c", 3)] {
            shelf.keep(hash, session(seed));
        }
        let kept = ["a", "b", "c"].map(|hash| shelf.drawn(hash, 10).is_some());
        assert_eq!(kept, [false, true, true]);
    }
}
