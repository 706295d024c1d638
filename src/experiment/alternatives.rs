//! Other structures side by side with a scenario, on the same draws.

use super::base::AnalysisBase;
use super::limits::Limits;
use super::monitor::Monitor;
use super::request::{AnalysisSettings, threads, told_of_country, with_threads};
use super::simulator::stopped;
use crate::analysis::alternatives::{Alternatives, Difference, Tried, conclusions, differences};
use crate::analysis::full_effect_year;
use crate::analysis::precision::Headline;
use crate::analysis::studies::Studies;
use crate::checkpoint::journal::Journal;
use crate::checkpoint::plan::identity;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::Result;
use crate::scenario::Scenario;
use crate::scenario::alternatives::{Alternative, with};
use crate::text::Text;

/// Draws of each alternative unless told otherwise.
pub const DRAWS: usize = 256;

/// Which alternatives are run side by side with a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativesRequest {
    /// The alternatives; those that the scenario can't have are left out.
    pub list: Vec<Alternative>,
    /// Draws of each.
    pub draws: usize,
    /// How it is done.
    pub settings: AnalysisSettings,
}

impl AlternativesRequest {
    /// Refuses a number of draws that is not allowed.
    pub fn check_draws(&self) -> Result<()> {
        Limits::own_draws().ensure("--draws", self.draws)
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
    draws: usize,
    settings: &AnalysisSettings,
    monitor: Monitor<'_>,
) -> Result<Alternatives> {
    let fits = |a: &Alternative| with(&base.name, &base.options, a).is_ok();
    let (list, left_out): (Vec<_>, Vec<_>) = list.into_iter().partition(fits);
    let headlines = conclusions(&base.scenario);
    let draws = Sampling::default().balanced(draws);
    let size = Size { draws, replicates: 1, seed: base.seed };
    let own = identity(&base.scenario, size, Sampling::default());
    let own = blake3::hash(format!("grid{own}").as_bytes()).to_hex();
    let journal = settings.journal.as_ref().map(|below| Journal::new(below, &own));
    let unchanged = Alternative { id: "scenario".into(), title: Text::default(), set: Vec::new() };
    monitor.progress.start((list.len() + 1) * draws, 0);
    let one = |alternative: Alternative| {
        let scenario = with(&base.name, &base.options, &alternative)?;
        let differences = one(&scenario, &headlines, size, journal.as_ref(), monitor)?;
        Ok(Tried { alternative, differences })
    };
    let all: Result<Vec<Tried>> = [unchanged].into_iter().chain(list).map(one).collect();
    monitor.progress.finish();
    let mut all = all?;
    if let Some(journal) = journal {
        journal.remove();
    }
    Ok(Alternatives {
        draws,
        year: full_effect_year(&base.scenario).0,
        outcomes: headlines.iter().map(|h| h.0.id().to_string()).collect(),
        base: all.remove(0),
        tried: all,
        left_out,
    })
}

/// The differences under one alternative, from the journal if they are there.
fn one(
    scenario: &Scenario,
    headlines: &[Headline],
    size: Size,
    journal: Option<&Journal>,
    monitor: Monitor<'_>,
) -> Result<Vec<Vec<Option<Difference>>>> {
    let models = scenario.models.len();
    let others = models - 1;
    let question = format!("{}-{}", identity(scenario, size, Sampling::default()), size.draws);
    let answers = headlines.len() * others * Difference::NUMBERS;
    if let Some(numbers) = journal.and_then(|journal| journal.get(&question, answers)) {
        (0..size.draws).for_each(|_| monitor.progress.advance());
        let found: Vec<Option<Difference>> =
            numbers.chunks(Difference::NUMBERS).map(Difference::from_numbers).collect();
        return Ok(found.chunks(others.max(1)).map(<[_]>::to_vec).collect());
    }
    let results = Engine::new(scenario)?
        .run(size, monitor.stop, &|_| monitor.progress.advance())
        .map_err(|e| stopped(e, journal.is_some()))?;
    let found = differences(&results, headlines, models);
    if let Some(journal) = journal {
        let numbers: Vec<f64> = found
            .iter()
            .flatten()
            .flat_map(|d| d.map_or([f64::NAN; Difference::NUMBERS], |d| d.numbers()))
            .collect();
        journal.put(&question, &numbers);
    }
    Ok(found)
}
