//! A scenario simulated under all its models: results in memory, which can grow in draws, and all that is told of them.

use super::memory::{MemoryNeed, MemoryUse};
use super::monitor::{Event, Monitor};
use super::posterior::{PosteriorFile, PosteriorRequest, not_with_sobol};
use super::precision;
use super::request::{threads, told_of_country, with_threads};
use super::run_request::RunRequest;
use crate::analysis::precision::precision;
use crate::analysis::sensitivity::target::Target;
use crate::analysis::statistics::{Statistics, statistics};
use crate::analysis::summary::{Basis, Period};
use crate::checkpoint::plan::{Plan, Shard};
use crate::engine::results::Results;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::engine::vectors::Vectors;
use crate::engine::warnings::warnings;
use crate::error::Result;
use crate::lines::manifest::{Reached, RunInfo};
use crate::outcomes::Outcome;
use crate::scenario::financing::model_id;
use crate::scenario::{Scenario, load};
use crate::text::{Message, say};
use std::time::Instant;

/// A run made ready: its scenario is read, and nothing is found wrong with what was asked.
#[derive(Clone, Debug)]
pub struct RunSetup {
    /// The scenario.
    pub scenario: Scenario,
    /// What identifies the run, and which of its draws are simulated here.
    pub plan: Plan,
    pub(super) posterior: Option<PosteriorFile>,
    pub(super) vectors: Option<Vectors>,
    pub(super) threads: usize,
    pub(super) started: Instant,
    /// Draws that were asked for; there may be more or fewer, so that points keep their balance.
    pub(super) asked: usize,
}

impl RunSetup {
    /// Makes a run, or a slice of one, ready.
    pub fn new(request: &RunRequest, shard: Shard) -> Result<RunSetup> {
        let started = Instant::now();
        let size = request.size()?;
        let threads = threads(request.threads)?;
        let posterior = request.posterior.as_ref().map(PosteriorRequest::open).transpose()?;
        if posterior.is_some() && request.sampling() == Sampling::Sobol {
            return Err(not_with_sobol());
        }
        let mut options = request.scenario.options()?;
        if let Some(posterior) = &posterior {
            posterior.free(&mut options);
        }
        let source = &request.scenario.source;
        let scenario = load(source, &options)?;
        if request.precision.is_some() {
            told_of_country(&scenario)?;
        }
        let vectors = posterior.as_ref().map(|p| p.vectors(&scenario)).transpose()?;
        let plan = Plan::new(&scenario, source, &options, size, request.sampling(), shard)
            .from_posterior(posterior.as_ref().map(|p| p.origin.clone()));
        let plan = Plan { mechanical: request.mechanical, ..plan };
        let setup = RunSetup { scenario, plan, posterior, vectors, threads, started, asked: request.draws };
        // Refuses what the sampling has no points for.
        setup.engine()?;
        Ok(setup)
    }

    /// The engine of the run.
    pub fn engine(&self) -> Result<Engine<'_>> {
        self.engine_for(self.plan.draws)
    }

    fn engine_for(&self, draws: usize) -> Result<Engine<'_>> {
        let engine = Engine::new(&self.scenario)?.sampled(self.plan.sampling, draws)?;
        Ok(engine.given(self.vectors.clone()).mechanical(self.plan.mechanical_draws()))
    }

    /// Tells what the user should know of the scenario, and of the draws where they are not as many as was asked for.
    pub(super) fn warn(&self, monitor: Monitor<'_>) {
        warnings(&self.scenario).iter().for_each(|warning| monitor.progress.event(Event::Warning(warning)));
        let (asked, draws) = (self.asked, self.plan.draws);
        if asked != draws {
            monitor.progress.event(Event::Warning(&say::DrawsBalanced { asked, draws }.text()));
        }
    }

    /// The use of memory of this run where its draws are kept on disk and become results.
    pub fn memory_use(&self, report: bool) -> MemoryUse {
        let (draws, threads) = (self.plan.draws, self.threads);
        MemoryUse { draws, threads, in_memory: false, simulated: true, results: true, report }
    }

    /// How much memory it takes.
    pub fn memory_need(&self, of: MemoryUse) -> Result<MemoryNeed> {
        Ok(of.need(&self.engine()?, self.plan.size()))
    }

    /// Refuses a run that doesn't fit in memory.
    pub(super) fn ensure_fits(&self, of: MemoryUse, monitor: Monitor<'_>) -> Result<()> {
        of.ensure_fits(&self.engine()?, self.plan.size(), monitor)
    }

    /// So many draws as worlds.
    pub(super) fn worlds(&self, draws: usize) -> usize {
        draws * self.plan.replicates
    }
}

/// Results, and how they were made.
#[derive(Clone, Debug)]
pub struct CompletedRun {
    /// How they were made.
    pub setup: RunSetup,
    /// What was simulated.
    pub results: Results,
    /// How precise they are, where that was asked.
    pub precision: Option<Reached>,
}

/// Simulates a scenario under all its models, and keeps the results in memory: nothing is written to the disk.
///
/// ```
/// use bpasim::{Monitor, Outcome, Period, RunRequest, run};
///
/// let run = run(&RunRequest { draws: 8, ..RunRequest::of("oslo") }, Monitor::default())?;
/// let level = run.level(Outcome::Recipients, "zero", Period::Year(0)).unwrap();
/// assert!(level.mean > 0.0);
/// # Ok::<(), bpasim::Error>(())
/// ```
pub fn run(request: &RunRequest, monitor: Monitor<'_>) -> Result<CompletedRun> {
    let setup = RunSetup::new(request, Shard::WHOLE)?;
    let (size, sampling, threads) = (setup.plan.size(), setup.plan.sampling, setup.threads);
    let engine = setup.engine()?;
    let draws = request.precision.map_or(size.draws, |_| precision::FIRST.min(size.draws));
    setup.ensure_fits(MemoryUse { draws, in_memory: true, ..setup.memory_use(false) }, monitor)?;
    setup.warn(monitor);
    let results = with_threads(threads, || Ok(engine.results(Size { draws: 0, ..size }, None)))?;
    let mut run = CompletedRun { setup, results, precision: None };
    monitor.progress.start(run.setup.worlds(size.draws), 0);
    let done = with_threads(threads, || {
        let Some(wanted) = request.precision else { return run.extend(size.draws, monitor) };
        let scenario = run.setup.scenario.clone();
        let ((), reached) = precision::until(wanted, &scenario, (size, 0), sampling, monitor, |draws| {
            run.extend(draws, monitor)?;
            Ok(((), precision(&scenario, &run.results)))
        })?;
        run.precision = Some(reached);
        Ok(())
    });
    monitor.progress.finish();
    done.map(|()| run)
}

impl CompletedRun {
    /// Goes on to so many draws; those that are there stay as they are, and so do all of them if this is stopped. A first
    /// answer of few draws can be shown while more are simulated:
    ///
    /// ```
    /// use bpasim::{Monitor, Outcome, Period, RunRequest, run};
    ///
    /// let mut run = run(&RunRequest { draws: 4, ..RunRequest::of("oslo") }, Monitor::default())?;
    /// for draws in [8, 16] {
    ///     run.grow(draws, Monitor::default())?;
    ///     let difference = run.difference(Outcome::StateNet, "B", "zero", Period::Total).unwrap();
    ///     assert!(difference.interval().is_some());
    /// }
    /// # Ok::<(), bpasim::Error>(())
    /// ```
    pub fn grow(&mut self, draws: usize, monitor: Monitor<'_>) -> Result<()> {
        let worlds = |draws| self.setup.worlds(draws);
        monitor.progress.start(worlds(draws.max(self.results.draws)), worlds(self.results.draws));
        let done = with_threads(self.setup.threads, || self.extend(draws, monitor));
        monitor.progress.finish();
        done
    }

    fn extend(&mut self, draws: usize, monitor: Monitor<'_>) -> Result<()> {
        let before = self.results.draws;
        if draws <= before {
            return Ok(());
        }
        let Plan { replicates, seed, .. } = self.setup.plan;
        let engine = self.setup.engine_for(draws)?;
        let (mut grown, first) = engine.grown(&self.results, Size { draws, replicates, seed });
        let step = engine.draws_per_chunk(replicates);
        for from in (first..draws).step_by(step) {
            let own = from..(from + step).min(draws);
            let done = || monitor.progress.advance();
            grown.add(&engine.simulate_chunk(seed, replicates, own, monitor.stop, &done)?);
        }
        (self.results, self.setup.plan.draws) = (grown, draws);
        Ok(())
    }

    /// The figure of a model over draws, in the kroner that readers are shown; none where there is no such model, or no
    /// number.
    pub fn level(&self, outcome: Outcome, model: &str, period: Period) -> Option<Statistics> {
        self.figure(outcome, model, None, period)
    }

    /// The difference between two models in the same worlds, over draws, in the kroner that readers are shown; none where
    /// there is no such model, or no number.
    pub fn difference(
        &self,
        outcome: Outcome,
        model: &str,
        minus: &str,
        period: Period,
    ) -> Option<Statistics> {
        self.figure(outcome, model, Some(minus), period)
    }

    fn figure(
        &self,
        outcome: Outcome,
        model: &str,
        minus: Option<&str>,
        period: Period,
    ) -> Option<Statistics> {
        let place = |id: &str| self.setup.scenario.models.iter().position(|m| m.id == model_id(id));
        let minus = match minus {
            Some(id) => Some(place(id)?),
            None => None,
        };
        if matches!(period, Period::Year(year) if year >= self.setup.scenario.horizon) {
            return None;
        }
        let headline = (outcome, Basis::usual(outcome, period == Period::Total), period);
        let target = Target { headline, model: place(model)?, minus };
        statistics(&target.by_world(&self.results), &self.results)
    }

    /// What is told of the run beyond scenario and results. `command` is the command line, if it was one.
    pub fn info(&self, command: &[String]) -> RunInfo {
        let (plan, origin) = (&self.setup.plan, self.setup.origin());
        RunInfo {
            command: command.to_vec(),
            repeat: plan.command(self.results.draws),
            assumptions: origin.assumptions,
            run: origin.run,
            seed: plan.seed,
            draws: self.results.draws,
            replicates: plan.replicates,
            threads: self.setup.threads,
            seconds: self.setup.started.elapsed().as_secs_f64(),
            day: Some(chrono::Local::now().date_naive().to_string()),
            sampling: plan.sampling,
            precision: self.precision,
            posterior: self.setup.posterior.as_ref().map(PosteriorFile::used),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    fn request(draws: usize) -> RunRequest {
        let mut request = RunRequest { draws, ..RunRequest::of("oslo") };
        request.scenario.options.years = Some(2);
        request
    }

    /// Counts the worlds it is told of, and stops after some.
    struct Stopping {
        told: AtomicUsize,
        after: usize,
        stop: AtomicBool,
    }

    impl super::super::monitor::Progress for Stopping {
        fn advance(&self) {
            if self.told.fetch_add(1, Ordering::Relaxed) + 1 >= self.after {
                self.stop.store(true, Ordering::Relaxed);
            }
        }
    }

    fn stopping(after: usize) -> Stopping {
        Stopping { told: AtomicUsize::new(0), after, stop: AtomicBool::new(false) }
    }

    #[test]
    fn a_run_that_grows_is_the_run_of_so_many_draws() {
        let whole = run(&request(8), Monitor::default()).unwrap();
        let mut grown = run(&request(2), Monitor::default()).unwrap();
        let follower = stopping(100);
        grown.grow(8, Monitor { progress: &follower, stop: &follower.stop }).unwrap();
        assert_eq!(follower.told.into_inner(), 6, "no world twice");
        assert_eq!(whole.results.fingerprint(), grown.results.fingerprint());
        assert_eq!(whole.setup.plan, grown.setup.plan);
    }

    #[test]
    fn a_run_that_is_stopped_keeps_what_it_had() {
        let follower = stopping(1);
        let monitor = Monitor { progress: &follower, stop: &follower.stop };
        assert!(matches!(run(&request(40), monitor), Err(Error::Interrupted { kept: 0 })));
        let mut own = run(&request(2), Monitor::default()).unwrap();
        let before = own.results.fingerprint();
        assert!(own.grow(500, monitor).is_err());
        assert_eq!((own.results.draws, own.results.fingerprint()), (2, before));
    }

    #[test]
    fn it_goes_on_until_it_is_precise_enough() {
        let request = RunRequest { precision: Some(0.9), ..request(300) };
        let run = run(&request, Monitor::default()).unwrap();
        assert!(run.precision.is_some_and(|reached| reached.converged || run.results.draws == 300));
        assert!(run.results.draws >= 256);
    }

    #[test]
    fn figures_are_asked_for_by_name() {
        let run = run(&request(6), Monitor::default()).unwrap();
        let year = Period::Year(1);
        let [own, null] = ["B", "zero"].map(|m| run.level(Outcome::StateNet, m, year).unwrap().mean);
        let difference = run.difference(Outcome::StateNet, "B", "zero", year).unwrap();
        assert!((difference.mean - (own - null)).abs() <= 1e-6 * own.abs());
        assert!(run.level(Outcome::StateNet, "C", year).is_none());
        assert!(run.level(Outcome::StateNet, "B", Period::Year(2)).is_none());
    }
}
