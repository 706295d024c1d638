//! The model, asked by analyses: every world answers for all figures of interest at once, nothing is simulated twice, and
//! what is done stands in a journal.

use super::cost::{seconds_a_world, timed_worlds};
use super::monitor::{Cost, Costly, Event, Monitor};
use crate::analysis::conduct::Subject;
use crate::analysis::sensitivity::target::Target;
use crate::checkpoint::journal::Journal;
use crate::checkpoint::plan::identity;
use crate::engine::evaluate::{EvaluationPoint, Figured};
use crate::engine::run::Size;
use crate::error::{Error, Result};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;

/// Worlds simulated between two notes in the journal.
const BATCH: usize = 128;

/// The model, asked for figures.
pub(super) struct Simulator<'a, F = Target> {
    /// The prepared scenario and its seed.
    pub subject: Subject<'a>,
    targets: &'a [F],
    journal: Option<Journal>,
    monitor: Monitor<'a>,
    expected: Cell<usize>,
    asked: Cell<usize>,
    /// Answers by question, world by world, figure by figure.
    known: RefCell<BTreeMap<String, Vec<f64>>>,
}

impl<'a, F: Figured> Simulator<'a, F> {
    /// Nothing asked yet. Answers are kept below a folder, if one is given.
    pub fn new(
        subject: Subject<'a>,
        targets: &'a [F],
        journal: Option<&Path>,
        monitor: Monitor<'a>,
    ) -> Simulator<'a, F> {
        let size = Size { draws: 0, replicates: 1, seed: subject.seed };
        let scenario = identity(subject.engine.scenario(), size, subject.engine.sampling());
        let own = blake3::hash(format!("{scenario}{targets:?}").as_bytes()).to_hex();
        monitor.progress.start(0, 0);
        Simulator {
            subject,
            targets,
            journal: journal.map(|below| Journal::new(below, &own)),
            monitor,
            expected: Cell::new(0),
            asked: Cell::new(0),
            known: RefCell::default(),
        }
    }

    /// So many worlds more are to come.
    pub fn expect(&self, worlds: usize) {
        self.expected.set(self.expected.get() + worlds);
        self.monitor.progress.grow(self.expected.get());
    }

    /// Tells what so many worlds of an analysis cost, where that is asked for: a few are timed.
    pub fn tell_cost(&self, of: Costly, worlds: usize) -> Result<()> {
        if !self.monitor.progress.wants_cost() {
            return Ok(());
        }
        let points: Vec<EvaluationPoint> = self
            .subject
            .drawn(timed_worlds())
            .into_iter()
            .map(|stated| EvaluationPoint { stated, persons: u32::MAX })
            .collect();
        let Subject { engine, seed } = self.subject;
        let timed = seconds_a_world(engine, seed, &points, self.monitor.stop);
        let seconds = timed.map_err(|e| self.stopped(e))? * worlds as f64;
        self.monitor.progress.event(Event::Cost(&Cost { of, worlds, seconds }));
        Ok(())
    }

    /// Everything asked is answered and used.
    pub fn done(&self) {
        if let Some(journal) = &self.journal {
            journal.remove();
        }
    }

    /// One figure at every point.
    pub fn ask(&self, figure: usize, points: &[EvaluationPoint]) -> Result<Vec<f64>> {
        Ok(self.ask_all(points)?.into_iter().map(|world| world[figure]).collect())
    }

    /// All figures at every point.
    pub fn ask_all(&self, points: &[EvaluationPoint]) -> Result<Vec<Vec<f64>>> {
        let mut answers = Vec::with_capacity(points.len());
        for batch in points.chunks(BATCH) {
            let question = question(batch);
            if !self.known.borrow().contains_key(&question) {
                let found = self.simulate(&question, batch)?;
                self.known.borrow_mut().insert(question.clone(), found);
            }
            let known = self.known.borrow();
            answers.extend(known[&question].chunks(self.targets.len()).map(<[f64]>::to_vec));
        }
        Ok(answers)
    }

    fn simulate(&self, question: &str, points: &[EvaluationPoint]) -> Result<Vec<f64>> {
        // Some analyses see only on their way how much they need.
        self.asked.set(self.asked.get() + points.len());
        self.expect(self.asked.get().saturating_sub(self.expected.get()));
        figures(self.subject, self.targets, points, (self.journal.as_ref(), question), self.monitor)
    }

    fn stopped(&self, e: Error) -> Error {
        stopped(e, self.journal.is_some())
    }
}

/// Whoever asks is told no more, whether all was answered or not.
impl<F> Drop for Simulator<'_, F> {
    fn drop(&mut self) {
        self.monitor.progress.finish();
    }
}

/// Figures of worlds, world by world: from the journal, if there is one and they are in it, else simulated and noted there.
pub(super) fn figures<F: Figured>(
    Subject { engine, seed }: Subject<'_>,
    targets: &[F],
    points: &[EvaluationPoint],
    (journal, question): (Option<&Journal>, &str),
    Monitor { progress, stop }: Monitor<'_>,
) -> Result<Vec<f64>> {
    if let Some(before) = journal.and_then(|own| own.get(question, points.len() * targets.len())) {
        points.iter().for_each(|_| progress.advance());
        return Ok(before);
    }
    let ask = |draw: &_, world: &_| -> Vec<f64> {
        targets.iter().map(|target| target.value(draw, world)).collect()
    };
    let answers = engine
        .evaluate(seed, points, stop, &|| progress.advance(), ask)
        .map_err(|e| stopped(e, journal.is_some()))?
        .concat();
    if let Some(journal) = journal {
        journal.put(question, &answers);
    }
    Ok(answers)
}

/// An analysis that is stopped is paused where what was simulated is kept.
pub(super) fn stopped(e: Error, kept: bool) -> Error {
    match e {
        Error::Interrupted { .. } if kept => Error::Paused,
        other => other,
    }
}

/// A name for what is asked.
fn question(points: &[EvaluationPoint]) -> String {
    let mut hash = blake3::Hasher::new();
    for point in points {
        hash.update(&point.persons.to_le_bytes());
        for value in &point.stated {
            hash.update(&value.to_le_bytes());
        }
    }
    hash.finalize().to_hex()[..32].to_string()
}
