//! Other structures side by side with a scenario, on the same draws.

use super::base::AnalysisBase;
use super::limits::Limits;
use super::monitor::Monitor;
use super::request::{AnalysisSettings, threads, told_of_country, with_threads};
use super::simulator::figures;
use crate::analysis::alternatives::{Alternatives, Tried, conclusions, differences, says_enough};
use crate::analysis::conduct::Subject;
use crate::analysis::full_effect_year;
use crate::analysis::sensitivity::target::Target;
use crate::analysis::studies::Studies;
use crate::checkpoint::journal::Journal;
use crate::checkpoint::plan::identity;
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::Result;
use crate::scenario::Scenario;
use crate::scenario::alternatives::{Alternative, with};
use crate::text::Text;
use std::cell::Cell;
use std::ops::Range;

/// Draws of each alternative unless told otherwise, one number after the other until it says enough; the scenario as it is has
/// the most.
const DRAWS: [usize; 3] = [64, 128, 256];

/// Worlds that so many alternatives take, about.
pub(super) fn planned(alternatives: usize) -> usize {
    DRAWS[0] * alternatives + DRAWS[DRAWS.len() - 1]
}

/// Which alternatives are run side by side with a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativesRequest {
    /// The alternatives; those that the scenario can't have are left out.
    pub list: Vec<Alternative>,
    /// Draws of each; none is as many as its own error needs.
    pub draws: Option<usize>,
    /// How it is done.
    pub settings: AnalysisSettings,
}

impl AlternativesRequest {
    /// Refuses a number of draws that is not allowed.
    pub fn check_draws(&self) -> Result<()> {
        self.draws.map_or(Ok(()), |draws| Limits::own_draws().ensure("--draws", draws))
    }

    /// Refuses what can't be done, before anything is simulated.
    pub fn check(&self, base: &AnalysisBase) -> Result<()> {
        self.check_draws()?;
        told_of_country(&base.scenario)?;
        base.only_of_draws("--grid")
    }
}

/// Runs the alternatives side by side with a scenario.
pub fn alternatives(
    base: &AnalysisBase,
    request: &AlternativesRequest,
    monitor: Monitor<'_>,
) -> Result<Studies> {
    request.check(base)?;
    let AlternativesRequest { list, draws, settings } = request;
    with_threads(threads(settings.threads)?, || {
        let found = tried(base, list.clone(), *draws, settings, monitor)?;
        Ok(Studies { alternatives: Some(found), ..Studies::new(base.about()?) })
    })
}

/// Runs every alternative that the scenario can have on the same draws as the scenario itself.
pub(super) fn tried(
    base: &AnalysisBase,
    list: Vec<Alternative>,
    draws: Option<usize>,
    settings: &AnalysisSettings,
    monitor: Monitor<'_>,
) -> Result<Alternatives> {
    let fits = |a: &Alternative| with(&base.name, &base.options, a).is_ok();
    let (list, left_out): (Vec<_>, Vec<_>) = list.into_iter().partition(fits);
    let steps = draws.map_or(DRAWS.to_vec(), |draws| vec![Sampling::default().balanced(draws)]);
    let most = steps[steps.len() - 1];
    let size = Size { draws: most, replicates: 1, seed: base.seed };
    let own = identity(&base.scenario, size, Sampling::default());
    let own = blake3::hash(format!("grid{own}").as_bytes()).to_hex();
    let grid = Grid {
        targets: targets(&base.scenario),
        seed: base.seed,
        journal: settings.journal.as_ref().map(|below| Journal::new(below, &own)),
        monitor,
        expected: Cell::new(0),
    };
    monitor.progress.start(0, 0);
    grid.expect(most + list.len() * steps[0]);
    let unchanged = Alternative { id: "scenario".into(), title: Text::default(), set: Vec::new() };
    let as_it_is = grid.tried(&base.scenario, unchanged, &[most], None)?;
    let one = |alternative: Alternative| {
        let scenario = with(&base.name, &base.options, &alternative)?;
        grid.tried(&scenario, alternative, &steps, Some(&as_it_is))
    };
    let all: Result<Vec<Tried>> = list.into_iter().map(one).collect();
    monitor.progress.finish();
    let tried = all?;
    if let Some(journal) = grid.journal {
        journal.remove();
    }
    Ok(Alternatives {
        draws: most,
        year: full_effect_year(&base.scenario).0,
        outcomes: conclusions(&base.scenario).iter().map(|h| h.0.id().to_string()).collect(),
        base: as_it_is,
        tried,
        left_out,
    })
}

/// The differences to the zero alternative that are tried: conclusion by conclusion, model by model.
fn targets(scenario: &Scenario) -> Vec<Target> {
    let models = 1..scenario.models.len();
    let of = |headline| models.clone().map(move |model| Target { headline, model, minus: Some(0) });
    conclusions(scenario).into_iter().flat_map(of).collect()
}

/// The alternatives as they are run.
struct Grid<'a> {
    targets: Vec<Target>,
    seed: u64,
    journal: Option<Journal>,
    monitor: Monitor<'a>,
    expected: Cell<usize>,
}

impl Grid<'_> {
    fn expect(&self, worlds: usize) {
        self.expected.set(self.expected.get() + worlds);
        self.monitor.progress.grow(self.expected.get());
    }

    /// One alternative, over more and more draws until beside the scenario as it is it says enough.
    fn tried(
        &self,
        scenario: &Scenario,
        alternative: Alternative,
        steps: &[usize],
        beside: Option<&Tried>,
    ) -> Result<Tried> {
        let engine = Engine::new(scenario)?;
        let mut worlds: Vec<f64> = Vec::new();
        let mut found = Tried { alternative, draws: 0, differences: Vec::new() };
        for until in steps {
            if found.draws > 0 {
                self.expect(until - found.draws);
            }
            worlds.extend(self.worlds(&engine, found.draws..*until)?);
            found.draws = *until;
            found.differences = differences(&worlds, self.targets.len(), scenario.models.len() - 1);
            if beside.is_some_and(|beside| says_enough(beside, &found)) {
                break;
            }
        }
        Ok(found)
    }

    /// The differences in some draws, draw by draw; from the journal if they are there.
    fn worlds(&self, engine: &Engine<'_>, draws: Range<usize>) -> Result<Vec<f64>> {
        let size = Size { draws: draws.end, replicates: 1, seed: self.seed };
        let question = format!("{}-{}", identity(engine.scenario(), size, engine.sampling()), draws.start);
        let point = |d: usize| EvaluationPoint { stated: engine.stated(self.seed, d), persons: d as u32 };
        let points: Vec<EvaluationPoint> = draws.map(point).collect();
        let subject = Subject { engine, seed: self.seed };
        figures(subject, &self.targets, &points, (self.journal.as_ref(), &question), self.monitor)
    }
}
