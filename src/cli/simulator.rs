//! The model, asked by analyses: every world answers for all figures of interest at once, nothing is simulated twice, and
//! what is done stands in a journal.

use super::progress::Progress;
use crate::analysis::sensitivity::conduct::Subject;
use crate::analysis::sensitivity::target::Target;
use crate::checkpoint::journal::Journal;
use crate::checkpoint::plan::identity;
use crate::engine::evaluate::{EvaluationPoint, Figured};
use crate::engine::run::Size;
use crate::engine::sampling::Sampling;
use crate::error::{Error, Result};
use crate::export::folder;
use crate::text::Lang;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Worlds timed by each thread for an estimate.
const TIMED: usize = 4;
/// Worlds simulated between two notes in the journal.
const BATCH: usize = 128;

/// The model, asked for figures.
pub struct Simulator<'a, F = Target> {
    /// The prepared scenario and its seed.
    pub subject: Subject<'a>,
    targets: &'a [F],
    journal: Journal,
    stop: &'a AtomicBool,
    progress: Progress,
    expected: Cell<usize>,
    /// Answers by question, world by world, figure by figure.
    known: RefCell<BTreeMap<String, Vec<f64>>>,
}

impl<'a, F: Figured> Simulator<'a, F> {
    /// Nothing asked yet. Whether it is quiet, and the language it tells its progress in.
    pub fn new(
        subject: Subject<'a>,
        targets: &'a [F],
        stop: &'a AtomicBool,
        (quiet, lang): (bool, Lang),
    ) -> Simulator<'a, F> {
        let size = Size { draws: 0, replicates: 1, seed: subject.seed };
        let scenario = identity(subject.engine.scenario(), size, Sampling::Random);
        let own = blake3::hash(format!("{scenario}{targets:?}").as_bytes()).to_hex();
        Simulator {
            subject,
            targets,
            journal: Journal::new(Path::new(folder::DEFAULT), &own),
            stop,
            progress: Progress::new(0, 0, quiet, lang),
            expected: Cell::new(0),
            known: RefCell::default(),
        }
    }

    /// So many worlds more are to come.
    pub fn expect(&self, worlds: usize) {
        self.expected.set(self.expected.get() + worlds);
        self.progress.grow(self.expected.get());
    }

    /// About how long so many worlds take: a few are timed.
    pub fn estimate(&self, worlds: usize) -> Result<String> {
        let started = Instant::now();
        let points: Vec<EvaluationPoint> = self
            .subject
            .drawn(TIMED * rayon::current_num_threads())
            .into_iter()
            .map(|stated| EvaluationPoint { stated, persons: u32::MAX })
            .collect();
        self.subject
            .engine
            .evaluate(self.subject.seed, &points, self.stop, &|| (), |_, _| ())
            .map_err(paused)?;
        let seconds = started.elapsed().as_secs_f64() * worlds as f64 / points.len() as f64;
        Ok(if seconds < 120.0 { format!("{seconds:.0} s") } else { format!("{:.0} min", seconds / 60.0) })
    }

    /// Writes a text beside the progress.
    pub fn say(&self, text: &str) {
        self.progress.say(text);
    }

    /// Everything asked is answered and used.
    pub fn done(&self) {
        self.progress.finish();
        self.journal.remove();
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
        let numbers = points.len() * self.targets.len();
        if let Some(before) = self.journal.get(question, numbers) {
            points.iter().for_each(|_| self.progress.one_more());
            return Ok(before);
        }
        let (targets, progress) = (self.targets, &self.progress);
        let ask = |draw: &_, world: &_| -> Vec<f64> {
            targets.iter().map(|target| target.value(draw, world)).collect()
        };
        let done = || progress.one_more();
        let answers =
            self.subject.engine.evaluate(self.subject.seed, points, self.stop, &done, ask).map_err(paused)?;
        let answers: Vec<f64> = answers.into_iter().flatten().collect();
        self.journal.put(question, &answers);
        Ok(answers)
    }
}

fn paused(e: Error) -> Error {
    match e {
        Error::Interrupted { .. } => Error::Paused,
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
