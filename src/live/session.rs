//! A setting that is simulated piece by piece: pieces may come from anywhere, in the order of their draws, and the figures are
//! those that a run of as many draws writes.

use super::setting::Setting;
use crate::engine::chunk::Chunk;
use crate::engine::making::Slices;
use crate::engine::mechanical::MechanicalDraws;
use crate::engine::results::Results;
use crate::engine::run::{Engine, Size};
use crate::error::{Error, Problem, Result};
use crate::scenario::Scenario;
use crate::text::say;
use std::ops::{ControlFlow, Range};
use std::sync::atomic::AtomicBool;

/// Most draws of a setting on a page: what is finer than they tell is a run's.
pub const MOST_DRAWS: usize = 2048;

/// A setting, and what is simulated of it.
#[derive(Clone)]
pub struct Session {
    /// The setting.
    pub setting: Setting,
    /// So many years of it; none is all.
    pub years: Option<usize>,
    /// The scenario with the changes.
    pub scenario: Scenario,
    /// The results of the draws so far.
    pub results: Results,
}

impl Session {
    /// A setting of which nothing is simulated yet.
    pub fn open(setting: Setting, years: Option<usize>) -> Result<Session> {
        let scenario = setting.load(years)?;
        let results = engine(&scenario)?.results(size(0, setting.seed), None);
        Ok(Session { setting, years, scenario, results })
    }

    /// Simulates some draws with all threads; they are not added.
    pub fn simulate(&self, draws: Range<usize>, stop: &AtomicBool) -> Result<Chunk> {
        within(&draws)?;
        engine(&self.scenario)?.simulate_chunk(self.setting.seed, 1, draws, stop, &|| ())
    }

    /// The same draws, to be simulated a slice at a time.
    pub fn slices(&self, draws: Range<usize>) -> Result<Slices> {
        within(&draws)?;
        Ok(Slices::new(&engine(&self.scenario)?, self.setting.seed, draws))
    }

    /// Simulates a slice; the draws when that was the last.
    pub fn slice(&self, slices: Slices) -> Result<ControlFlow<Chunk, Slices>> {
        slices.slice(&engine(&self.scenario)?)
    }

    /// Adds the draws that come next.
    pub fn add(&mut self, piece: &Chunk) -> Result<()> {
        if piece.draws.start != self.results.draws {
            return Err(Error::Internal { what: "pieces in another order than their draws".into() });
        }
        let engine = engine(&self.scenario)?;
        let (mut grown, _) = engine.grown(&self.results, size(piece.draws.end, self.setting.seed));
        grown.add(piece);
        self.results = grown;
        Ok(())
    }

    /// The engine of the setting, which is that of a run.
    pub fn engine(&self) -> Result<Engine<'_>> {
        engine(&self.scenario)
    }
}

fn engine(scenario: &Scenario) -> Result<Engine<'_>> {
    Ok(Engine::new(scenario)?.mechanical(MechanicalDraws::Few))
}

/// An error where there are no draws, or more than a page's.
fn within(draws: &Range<usize>) -> Result<()> {
    if draws.is_empty() || draws.end > MOST_DRAWS {
        let problem = Problem::new(say::LiveTooManyDraws { limit: MOST_DRAWS }).key("draws");
        return Err(problem.found(format!("{}–{}", draws.start, draws.end)).into());
    }
    Ok(())
}

fn size(draws: usize, seed: u64) -> Size {
    Size { draws, replicates: 1, seed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        let setting = Setting {
            scenario: "oslo".into(),
            sets: vec!["financing.B.refund.rate=0.95".into()],
            ..Setting::default()
        };
        Session::open(setting, Some(3)).unwrap()
    }

    /// Pieces of any size are the run of as many draws.
    #[test]
    fn pieces_make_the_results_of_a_run() {
        let mut own = session();
        for draws in [0..1, 1..4, 4..6] {
            let piece = own.simulate(draws, &AtomicBool::new(false)).unwrap();
            own.add(&piece).unwrap();
        }
        let engine = own.engine().unwrap();
        let whole = engine.run(size(6, 1), &AtomicBool::new(false), &|_| ()).unwrap();
        assert_eq!(own.results.fingerprint(), whole.fingerprint());
    }

    #[test]
    fn a_piece_out_of_order_and_too_many_draws_are_refused() {
        let mut own = session();
        let piece = own.simulate(2..3, &AtomicBool::new(false)).unwrap();
        assert!(own.add(&piece).is_err());
        assert!(own.simulate(0..0, &AtomicBool::new(false)).is_err());
        assert!(own.simulate(0..MOST_DRAWS + 1, &AtomicBool::new(false)).is_err());
        assert_eq!(own.results.draws, 0);
    }
}
