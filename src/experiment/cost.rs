//! What a run or an analysis costs, told before it begins: time by a few worlds that are simulated for that, room on disk by
//! what draws take.

use super::monitor::{Cost, Costly, Event, Monitor};
use super::request::with_threads;
use super::run::RunSetup;
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::run::Engine;
use crate::error::Result;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Worlds timed by each thread for an estimate.
const TIMED: usize = 4;
/// Worlds from which on a run tells its cost: fewer are there before one has read it.
const MANY: usize = 10_000;

/// How many worlds are timed for an estimate.
pub(super) fn timed_worlds() -> usize {
    TIMED * rayon::current_num_threads()
}

/// How long a world takes where all threads simulate, by these; one for each thread goes first, since memory that is used
/// for the first time is slow.
pub(super) fn seconds_a_world(
    engine: &Engine<'_>,
    seed: u64,
    points: &[EvaluationPoint],
    stop: &AtomicBool,
) -> Result<f64> {
    let simulate = |points| engine.evaluate(seed, points, stop, &|| (), |_, _| ());
    simulate(&points[..points.len().min(rayon::current_num_threads())])?;
    let started = Instant::now();
    simulate(points)?;
    Ok(started.elapsed().as_secs_f64() / points.len().max(1) as f64)
}

/// Bytes of a parameter of a draw on disk: two numbers, its id and its draw.
const PARAMETER_BYTES: u64 = 24;

/// Bytes that so many draws of a run take on disk, with their parameters.
pub(super) fn stored_bytes(setup: &RunSetup, draws: usize) -> Result<u64> {
    let parameters = setup.scenario.parameters.scalars().len() as u64 * PARAMETER_BYTES;
    let outcomes = setup.engine()?.dimensions(setup.plan.replicates).on_disk(draws);
    Ok(outcomes.saturating_add(parameters.saturating_mul(draws as u64)))
}

/// Tells what a run of very many draws costs, of which some are done, where that is asked for.
pub(super) fn tell_cost(setup: &RunSetup, done: usize, monitor: Monitor<'_>) -> Result<()> {
    let draws = setup.plan.own_draws().len().saturating_sub(done);
    let worlds = setup.worlds(draws);
    if worlds < MANY || !monitor.progress.wants_cost() {
        return Ok(());
    }
    let engine = setup.engine()?;
    let seed = setup.plan.seed;
    let point = |draw: usize| EvaluationPoint { stated: engine.stated(seed, draw), persons: draw as u32 };
    let seconds = with_threads(setup.threads, || {
        let points: Vec<EvaluationPoint> = setup.plan.own_draws().take(timed_worlds()).map(point).collect();
        let simulated = engine.dimensions(setup.plan.replicates).mechanical_worlds_too(draws);
        Ok(seconds_a_world(&engine, seed, &points, monitor.stop)? * simulated as f64)
    })?;
    let of = Costly::Run { draws, bytes: stored_bytes(setup, draws)? };
    monitor.progress.event(Event::Cost(&Cost { of, worlds, seconds }));
    Ok(())
}
