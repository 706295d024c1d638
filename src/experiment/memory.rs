//! Whether a run fits in the memory there is, worked out before its first draw. What worlds and results take follows from
//! their sizes ([`crate::engine::chunk::Dimensions`]); what tables, report and workbook take for each of their lines is measured.

use super::monitor::{Event, Monitor};
use crate::analysis::summary::columns;
use crate::checkpoint::join::IN_MEMORY;
use crate::engine::run::{Engine, Size};
use crate::error::{Problem, Result};
use crate::export::workbook::long::MOST_ROWS;
use crate::files::memory::available;
use crate::outcomes::Outcome;
use crate::text::{Message, Text, say};

/// Most memory a run may ask for where the system doesn't tell how much there is.
const UNTOLD: u64 = 16 << 30;

/// The program itself, with its texts and a scenario. This and the next are measured as the peak of whole runs
/// (`/usr/bin/time -v`, Linux on x86-64, glibc) of scenarios with 3, 10, 40 and 100 models in 2 and 357 municipalities, with and
/// without a report; the test `memory_is_as_foreseen` holds them against runs of today.
const PROGRAM: u64 = 26 << 20;
/// Bytes for a line of `summary.csv`: the row, its text, and its cells when it is read again.
const SUMMARY_LINE: u64 = 2_300;
/// Bytes for a line of `units.csv`.
const UNIT_LINE: u64 = 2_000;
/// More of them for the report and the workbook.
const UNIT_LINE_SHOWN: u64 = 4_000;

/// Bytes for a year of a model in what a report is made of beside summaries: the state budget by item, figures, percentiles.
const MODEL_YEAR_SHOWN: u64 = 200_000;

/// Bytes for a line of `unit_years.csv`.
const UNIT_YEAR_LINE: u64 = 400;
/// More of them where it is read for the report, and for each that the workbook has room for.
const UNIT_YEAR_LINE_READ: u64 = 400;
const UNIT_YEAR_LINE_SHOWN: u64 = 5_000;

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

impl MemoryUse {
    /// How much memory a run of this size takes.
    pub(super) fn need(self, engine: &Engine<'_>, size: Size) -> MemoryNeed {
        let scenario = engine.scenario();
        let size = Size { draws: self.draws, ..size };
        let (models, units) = (scenario.models.len(), scenario.units.len());
        let mut need = MemoryNeed { simulating: PROGRAM, analysing: 0, writing: 0 };
        let (national, mut held) = (engine.national_bytes(size), PROGRAM);
        let dimensions = engine.dimensions(size.replicates);
        let simulated = dimensions.mechanical_worlds_too(self.draws);
        let outcome = simulated.saturating_mul((models * (scenario.horizon + 1) * 8) as u64);
        if self.in_memory || self.results {
            let whole = self.in_memory || national <= IN_MEMORY;
            let stored = if whole { national } else { outcome.saturating_mul(2) };
            held = held.saturating_add(stored).saturating_add(engine.result_bytes(size));
        }
        if self.simulated {
            // A world may have more persons than one of mean parameters, and a list of them is copied as it grows.
            let at_once = self.threads.min(self.draws.saturating_mul(size.replicates)) as u64;
            let persons = (engine.person_bytes() / 2 * 3).saturating_mul(at_once);
            let simulation = dimensions.simulation(self.draws, self.threads).saturating_add(persons);
            need.simulating = simulation.saturating_add(if self.in_memory { held } else { PROGRAM });
        }
        if self.results {
            // Every thread has the levels of all models of one figure, a difference, and both again in order; without
            // reactions too.
            let figure =
                simulated.saturating_mul(8 * (models as u64 + 3)).saturating_mul(self.threads as u64);
            need.analysing = held.saturating_add(figure);
            let lines: usize = Outcome::ALL.iter().map(|o| columns(*o, scenario.horizon).len()).sum();
            let lines = (lines * (models + scenario.pairs().len())) as u64;
            let unit_lines = (models * units) as u64;
            let year_lines = unit_lines * scenario.horizon as u64;
            let mut written = lines * SUMMARY_LINE + unit_lines * UNIT_LINE + year_lines * UNIT_YEAR_LINE;
            if self.report {
                let shown = year_lines.min(MOST_ROWS as u64);
                written += (models * scenario.horizon) as u64 * MODEL_YEAR_SHOWN
                    + unit_lines * UNIT_LINE_SHOWN
                    + year_lines * UNIT_YEAR_LINE_READ
                    + shown * UNIT_YEAR_LINE_SHOWN;
            }
            need.writing = held.saturating_add(written);
        }
        need
    }

    /// Refuses a run that doesn't fit in the memory that there is, and tells of one that hardly does.
    pub(super) fn ensure_fits(self, engine: &Engine<'_>, size: Size, monitor: Monitor<'_>) -> Result<()> {
        let room = available().unwrap_or(UNTOLD);
        let need = self.need(engine, size).peak();
        if need > room {
            return Err(self.too_large(engine, size, need, room).into());
        }
        if need > room / 4 * 3 {
            let told = say::MemoryIsScarce { needed: gib(need), room: gib(room) }.text();
            monitor.progress.event(Event::Warning(&told));
        }
        Ok(())
    }

    /// Why a run doesn't fit, with the ways out that there are.
    fn too_large(self, engine: &Engine<'_>, size: Size, need: u64, room: u64) -> Problem {
        let fits = |of: MemoryUse| of.need(engine, size).peak() <= room;
        let scenario = engine.scenario();
        let (models, units, threads) = (scenario.models.len(), scenario.units.len(), self.threads);
        let ways = [
            (self.report && fits(MemoryUse { report: false, ..self }), Text::same("--no-report")),
            (threads > 1 && fits(MemoryUse { threads: 1, ..self }), Text::same("--threads 1")),
            (self.in_memory && fits(MemoryUse { in_memory: false, ..self }), say::DRAWS_ON_DISK.text()),
            (self.draws > 1 && fits(MemoryUse { draws: 1, ..self }), say::FEWER_DRAWS.text()),
            (
                self.simulated && self.results && fits(MemoryUse { results: false, report: false, ..self }),
                say::SLICES_AND_MERGE.text(),
            ),
            (models > 2, say::FEWER_MODELS.text()),
            (true, say::LARGER_MACHINE.text()),
        ];
        let ways: Vec<Text> = ways.into_iter().filter_map(|(helps, way)| helps.then_some(way)).collect();
        let listed = Text::each(|lang| ways.iter().map(|way| way.get(lang)).collect::<Vec<_>>().join("; "));
        let run = say::RunOfSize { models, units, draws: self.draws, threads }.text();
        Problem::new(say::RunTooLarge { needed: gib(need), room: gib(room), size: run }).allowed(listed)
    }
}

/// GiB with a digit after the point, upwards.
fn gib(bytes: u64) -> String {
    format!("{:.1}", (bytes as f64 / (1u64 << 30) as f64 * 10.0).ceil() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::financing::Model;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;
    use crate::text::Lang;

    #[test]
    fn what_is_told_is_what_helps() {
        let mut scenario = load("national", &Options::default()).expect("shipped");
        let last = scenario.models[2].clone();
        scenario.models.extend((3..60).map(|i| Model { id: format!("M{i}"), ..last.clone() }));
        let engine = Engine::new(&scenario).expect("sound");
        let size = Size { draws: 2, replicates: 1, seed: 1 };
        let run = MemoryUse {
            draws: 2,
            threads: 4,
            in_memory: false,
            simulated: true,
            results: true,
            report: true,
        };
        let need = run.need(&engine, size);
        assert!(need.writing > need.analysing && need.peak() == need.writing, "{need:?}");
        let told = |of: MemoryUse, room: u64| {
            of.too_large(&engine, size, of.need(&engine, size).peak(), room).render(Lang::En)
        };
        let message = told(run, need.writing - 1);
        assert!(
            message.contains(&format!("{} models", scenario.models.len())) && message.contains("--no-report"),
            "{message}"
        );
        assert!(!message.contains("--threads") && message.contains("--models"), "{message}");
        // More draws: they are what is too much.
        let message = told(MemoryUse { draws: 1_000_000_000, report: false, ..run }, 1 << 32);
        assert!(message.contains("--draws") && message.contains("--shard"), "{message}");
        assert!(!message.contains("--no-report"), "{message}");
    }
}
