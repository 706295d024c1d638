//! Whether a run fits in the memory there is, worked out before its first draw. What worlds and results take follows from
//! their sizes ([`crate::engine::chunk::Dimensions`]); what tables, report and workbook take for each of their lines is measured.

use super::monitor::{Event, Monitor};
use super::run::RunSetup;
use crate::analysis::summary::columns;
use crate::checkpoint::join::IN_MEMORY;
use crate::engine::run::Size;
use crate::error::{Problem, Result};
use crate::files::memory::available;
use crate::outcomes::Outcome;
use crate::text::{Message, Text, say};

/// Most memory a run may ask for where the system doesn't tell how much there is.
const UNTOLD: u64 = 16 << 30;

/// The program itself, with its texts and a scenario. This and the next are measured as the peak of whole runs
/// (`/usr/bin/time -v`, Linux on x86-64, glibc) of scenarios with 3, 10, 40 and 100 models in 2 and 357 municipalities, with and
/// without a report; the test `memory_is_as_foreseen` holds them against runs of today.
const PROGRAM: u64 = 24 << 20;
/// Bytes for a line of `summary.csv`: the row, its text, and its cells when it is read again.
const SUMMARY_LINE: u64 = 1_850;
/// Bytes for a line of `units.csv`.
const UNIT_LINE: u64 = 2_000;
/// More of them for the report and the workbook.
const UNIT_LINE_SHOWN: u64 = 4_000;

/// Memory that a run takes at most, bytes: about so much, and seldom more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryNeed {
    /// While draws are simulated.
    pub simulating: u64,
    /// While figures are worked out of all draws.
    pub analysing: u64,
    /// While tables are written, and report and workbook where they are.
    pub writing: u64,
}

impl MemoryNeed {
    /// The most of all.
    pub fn peak(&self) -> u64 {
        self.simulating.max(self.analysing).max(self.writing)
    }
}

/// What decides how much memory a run takes, beside its scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryUse {
    /// Draws of the run.
    pub draws: usize,
    /// Threads.
    pub threads: usize,
    /// Whether all draws stay in memory, however many they are.
    pub in_memory: bool,
    /// Whether draws are simulated, and not joined alone.
    pub simulated: bool,
    /// Whether results are made of them here.
    pub results: bool,
    /// Whether there are a report and a workbook among them.
    pub report: bool,
}

impl RunSetup {
    /// The use of memory of this run where its draws are kept on disk and become results.
    pub fn memory_use(&self, report: bool) -> MemoryUse {
        let (draws, threads) = (self.plan.draws, self.threads);
        MemoryUse { draws, threads, in_memory: false, simulated: true, results: true, report }
    }

    /// How much memory it takes.
    pub fn memory_need(&self, of: MemoryUse) -> Result<MemoryNeed> {
        let (engine, scenario) = (self.engine()?, &self.scenario);
        let size = Size { draws: of.draws, ..self.plan.size() };
        let worlds = self.worlds(of.draws) as u64;
        let (models, units) = (scenario.models.len(), scenario.units.len());
        let simulation = engine.dimensions(size.replicates).simulation(of.threads);
        let mut need = MemoryNeed { simulating: PROGRAM, analysing: 0, writing: 0 };
        let (national, mut held) = (engine.national_bytes(size), PROGRAM);
        let outcome = worlds.saturating_mul((models * (scenario.horizon + 1) * 8) as u64);
        if of.in_memory || of.results {
            let stored =
                if of.in_memory || national <= IN_MEMORY { national } else { outcome.saturating_mul(2) };
            held = held.saturating_add(stored).saturating_add(engine.result_bytes(size));
        }
        if of.simulated {
            need.simulating = simulation.saturating_add(if of.in_memory { held } else { PROGRAM });
        }
        if of.results {
            // Every thread has the levels of all models of one figure, a difference, and both again in order.
            let figure = worlds.saturating_mul(8 * (models as u64 + 3)).saturating_mul(of.threads as u64);
            need.analysing = held.saturating_add(figure);
            let lines: usize = Outcome::ALL.iter().map(|o| columns(*o, scenario.horizon).len()).sum();
            let lines = (lines * (models + scenario.pairs().len())) as u64;
            let unit_line = if of.report { UNIT_LINE + UNIT_LINE_SHOWN } else { UNIT_LINE };
            let written = lines * SUMMARY_LINE + (models * units) as u64 * unit_line;
            need.writing = held.saturating_add(written);
        }
        Ok(need)
    }

    /// Refuses a run that doesn't fit in the memory that there is, and tells of one that hardly does.
    pub(super) fn ensure_fits(&self, of: MemoryUse, monitor: Monitor<'_>) -> Result<()> {
        let room = available().unwrap_or(UNTOLD);
        let need = self.memory_need(of)?.peak();
        if need > room {
            return Err(self.too_large(of, need, room)?.into());
        }
        if need > room / 4 * 3 {
            let told = say::MemoryIsScarce { needed: gib(need), room: gib(room) }.text();
            monitor.progress.event(Event::Warning(&told));
        }
        Ok(())
    }

    /// Why a run doesn't fit, with the ways out that there are.
    fn too_large(&self, of: MemoryUse, need: u64, room: u64) -> Result<Problem> {
        let fits = |of: MemoryUse| Ok::<_, crate::error::Error>(self.memory_need(of)?.peak() <= room);
        let mut ways: Vec<Text> = Vec::new();
        if of.report && fits(MemoryUse { report: false, ..of })? {
            ways.push(Text::same("--no-report"));
        }
        if of.threads > 1 && fits(MemoryUse { threads: 1, ..of })? {
            ways.push(Text::same("--threads 1"));
        }
        if of.in_memory && fits(MemoryUse { in_memory: false, ..of })? {
            ways.push(say::DRAWS_ON_DISK.text());
        }
        if of.draws > 1 && fits(MemoryUse { draws: of.draws / 10 + 1, ..of })? {
            ways.push(say::FEWER_DRAWS.text());
        }
        if of.simulated && of.results && fits(MemoryUse { results: false, report: false, ..of })? {
            ways.push(say::SLICES_AND_MERGE.text());
        }
        if self.scenario.models.len() > 2 {
            ways.push(say::FEWER_MODELS.text());
        }
        ways.push(say::LARGER_MACHINE.text());
        let (models, units) = (self.scenario.models.len(), self.scenario.units.len());
        let found = say::RunOfSize { models, units, draws: of.draws, threads: of.threads };
        let listed = Text::each(|lang| ways.iter().map(|way| way.get(lang)).collect::<Vec<_>>().join("; "));
        let what = say::RunTooLarge { needed: gib(need), room: gib(room), size: found.text() };
        Ok(Problem::new(what).key("--models").allowed(listed))
    }
}

/// GiB with a digit after the point, upwards.
fn gib(bytes: u64) -> String {
    format!("{:.1}", (bytes as f64 / (1u64 << 30) as f64 * 10.0).ceil() / 10.0)
}
