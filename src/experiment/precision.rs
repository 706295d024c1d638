//! A run that goes on until every headline is known well enough.

use super::monitor::{Event, Monitor, PrecisionSoFar};
use crate::analysis::precision::{Precision, next_draws};
use crate::engine::run::Size;
use crate::engine::sampling::Sampling;
use crate::error::{Problem, Result};
use crate::lines::manifest::Reached;
use crate::scenario::Scenario;
use crate::text::say;

/// Draws at first: enough to judge the errors by.
pub(super) const FIRST: usize = 256;

/// Refuses what is no share.
pub(super) fn check(wanted: f64) -> Result<()> {
    if (1e-6..1.0).contains(&wanted) {
        return Ok(());
    }
    Err(Problem::new(say::INVALID_VALUE)
        .key("--precision")
        .found(wanted.to_string())
        .allowed(say::SHARE_SUCH_AS)
        .into())
}

/// Simulates until every headline's error is below `wanted` (a share), or `most.draws` are done, of which `done` are already.
/// `simulate` brings the run to so many draws and says how precise it then is. What it gave last, and what it came to.
pub(super) fn until<R>(
    wanted: f64,
    scenario: &Scenario,
    (most, done): (Size, usize),
    sampling: Sampling,
    monitor: Monitor<'_>,
    mut simulate: impl FnMut(usize) -> Result<(R, Vec<Precision>)>,
) -> Result<(R, Reached)> {
    let mut draws = FIRST.max(done).min(most.draws);
    loop {
        monitor.progress.grow(draws * most.replicates);
        let (results, found) = simulate(draws)?;
        let largest = found.iter().map(|p| p.share).fold(0.0, f64::max);
        let worst = found.iter().find(|p| p.share == largest);
        let reached = Reached {
            wanted,
            largest,
            outcome: worst.map(|p| p.headline.0),
            converged: draws > 1 && largest <= wanted,
        };
        let next = sampling.balanced(next_draws(draws, largest, wanted, most.draws)).min(most.draws);
        let more = (!reached.converged && next > draws).then(|| {
            let needed = (draws as f64 * ((largest / wanted).powi(2) - 1.0)).max(0.0);
            (needed.min((most.draws - draws) as f64) as usize) * most.replicates
        });
        let so_far = PrecisionSoFar { scenario, found: &found, wanted, draws, more };
        monitor.progress.event(Event::Precision(&so_far));
        if reached.converged || draws >= most.draws {
            return Ok((results, reached));
        }
        draws = next;
    }
}
