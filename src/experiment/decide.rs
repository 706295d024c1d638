//! Every analysis of what decides the conclusion of a run.

use super::alternatives::{self, tried};
use super::answers::{Answers, by_world, emulators};
use super::base::AnalysisBase;
use super::limits::Limits;
use super::monitor::Monitor;
use super::request::{AnalysisSettings, threads, with_threads};
use super::run_request;
use super::simulator::Simulator;
use super::stages::Stages;
use crate::analysis::conduct::{self, Subject, uncertain};
use crate::analysis::decision::decision;
use crate::analysis::full_effect_year;
use crate::analysis::sensitivity::target::Target;
use crate::analysis::studies::{Criterion, LeftOut, Studies, Study};
use crate::analysis::summary::{Basis, Period};
use crate::engine::run::Engine;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::report::studies::FIGURES;
use crate::report::tables::outcomes;
use crate::scenario::Scenario;
use crate::scenario::alternatives::read;

/// Draws of a break-even value, and of a cell of the grid of two parameters, where no expansion answers.
const DRAWS: [usize; 2] = [64, 32];
/// Worlds in which parameters are moved, about: nobody knows before how many the longest bars need.
const MOVED: usize = 1500;
/// Base points of Sobol indices where no expansion answers.
const POINTS: usize = 128;

/// Which analyses are made of what decides a conclusion.
#[derive(Clone, Debug, PartialEq)]
pub struct DecideRequest {
    /// Draws, where there is no run yet.
    pub draws: usize,
    /// Base points of a design for Sobol indices, 0 for no indices at all; none where they are read off the draws of the run.
    pub points: Option<usize>,
    /// Criteria beside the usual ones: `municipality_net=1,state_net=0.5`.
    pub criteria: Vec<String>,
    /// How it is done.
    pub settings: AnalysisSettings,
}

impl Default for DecideRequest {
    fn default() -> Self {
        let settings = AnalysisSettings::default();
        DecideRequest { draws: run_request::DRAWS, points: None, criteria: Vec::new(), settings }
    }
}

impl DecideRequest {
    /// Refuses what is wrong whatever is decided on.
    pub fn check_points(&self) -> Result<()> {
        self.points.map_or(Ok(()), |points| Limits::points().or_none().ensure("--points", points))
    }

    /// Refuses what can't be done, before anything is simulated.
    pub fn check(&self, base: &AnalysisBase) -> Result<()> {
        self.check_points()?;
        self.own_criteria(base)?;
        base.enough(self.draws, Limits::decide(uncertain(&base.scenario).count()))
    }

    fn own_criteria(&self, base: &AnalysisBase) -> Result<Vec<Criterion>> {
        self.criteria.iter().map(|c| base.criterion(c)).collect()
    }
}

/// Analyses what decides the conclusion.
pub fn decide(base: &AnalysisBase, request: &DecideRequest, monitor: Monitor<'_>) -> Result<Studies> {
    request.check(base)?;
    let own = request.own_criteria(base)?;
    with_threads(threads(request.settings.threads)?, || analyse(base, request, &own, monitor))
}

/// The figures looked at: society's cost over the whole period, and in the year of full effect what the state pays and what
/// relatives do, of every model against the zero alternative.
/// Also how many there are beyond the most that are shown.
fn figures(base: &AnalysisBase) -> Result<(Vec<Target>, usize)> {
    let of = |outcome: &str, year| base.targets(&[format!("{outcome}:difference")], year);
    let mut all = of("society_cost", Some("total"))?;
    all.extend(of("state_net", None)?);
    all.extend(of("relatives_hours", None)?);
    let beyond = all.len().saturating_sub(FIGURES);
    all.truncate(FIGURES);
    Ok((all, beyond))
}

/// The differences whose direction a report tells of, of every pair of models that are compared.
fn told_differences(scenario: &Scenario) -> Vec<Target> {
    let year = Period::Year(full_effect_year(scenario).0);
    let headline = |(outcome, in_all): (Outcome, bool)| {
        (outcome, Basis::usual(outcome, in_all), if in_all { Period::Total } else { year })
    };
    let of = |(model, minus): (usize, usize)| {
        let target = move |headline| Target { headline, model, minus: Some(minus) };
        outcomes::with_direction().into_iter().map(headline).map(target)
    };
    scenario.pairs().into_iter().flat_map(of).collect()
}

fn analyse(
    base: &AnalysisBase,
    request: &DecideRequest,
    own: &[Criterion],
    monitor: Monitor<'_>,
) -> Result<Studies> {
    let scenario = &base.scenario;
    let mut found = Studies::new(base.about()?);
    let (targets, beyond) = figures(base)?;
    found.left_out = LeftOut { moved: base.of_posterior(), figures: beyond };
    found.studies = targets.iter().map(|t| Study::new(*t)).collect();
    let results = base.results(request.draws, monitor)?;
    found.decision = Some(decision(scenario, &results, own));
    for (study, target) in found.studies.iter_mut().zip(&targets) {
        study.take_regression(conduct::line(scenario, &results, *target));
    }
    let usual = ["society_cost", "public_net"].map(|id| vec![(id.to_string(), 1.0)]);
    found.worth =
        usual.iter().chain(own).map(|criterion| conduct::worth(scenario, &results, criterion)).collect();
    if found.left_out.moved {
        return Ok(found);
    }
    let figures = by_world(&results, &targets);
    drop(results);

    let engine = Engine::new(scenario)?.sampled(base.sampling(), 1)?;
    let subject = Subject { engine: &engine, seed: base.seed };
    let alternatives = read(None, scenario)?;
    let planned =
        [MOVED + figures.chance_worlds(), subject.signs_worlds(), alternatives::planned(alternatives.len())];
    let stages = Stages::new(monitor.progress, &planned);
    let monitor = Monitor { progress: &stages, ..monitor };
    let simulator = Simulator::new(subject, &targets, request.settings.journal.as_deref(), monitor);
    let basis = subject.basis(figures.draws);
    let answers = Answers::new(base, &simulator, emulators(&simulator, &basis, &figures)?);
    let studies = &mut found.studies;
    answers.tell_quality(studies);
    let slots = answers.widest(studies)?;
    answers.breakevens(studies, &slots, (None, 0.0), DRAWS[0])?;
    let pairs: Vec<Option<[usize; 2]>> = slots.iter().map(|own| own.first_chunk::<2>().copied()).collect();
    answers.two_ways(studies, &pairs, DRAWS[1])?;
    match request.points {
        None => answers.shares(studies, POINTS, false, false)?,
        Some(points) => Answers::new(base, &simulator, Vec::new()).shares(studies, points, false, false)?,
    }
    let differences = told_differences(scenario);
    let asked = Simulator::new(subject, &differences, request.settings.journal.as_deref(), monitor);
    asked.expect(subject.signs_worlds());
    found.signs = Some(subject.signs(&differences, &mut |points| asked.ask_all(points))?);
    asked.done();
    drop(asked);
    found.alternatives = Some(tried(base, alternatives, None, &request.settings, monitor)?);
    simulator.done();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::monitor::Progress;
    use crate::experiment::{RunRequest, run};
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[derive(Default)]
    struct Counting(AtomicUsize, AtomicUsize);

    impl Progress for Counting {
        fn start(&self, _: usize, _: usize) {
            self.1.fetch_add(1, Ordering::Relaxed);
        }

        fn advance(&self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_run_in_memory_is_decided_on_as_its_scenario_is() {
        let mut oslo = RunRequest { draws: 300, ..RunRequest::of("oslo") };
        oslo.scenario.options.years = Some(1);
        oslo.scenario.options.models = Some(vec!["B".into()]);
        let request = DecideRequest { draws: 300, points: Some(0), ..DecideRequest::default() };
        let counting = Counting::default();
        let monitor = Monitor { progress: &counting, ..Monitor::default() };
        let run = run(&oslo, Monitor::default()).unwrap();
        let of_run = decide(&AnalysisBase::of_run(run), &request, monitor).unwrap();
        assert!(counting.0.into_inner() > 500, "worlds are told");
        assert_eq!(counting.1.into_inner(), 1, "the stages are told as one");
        let base = AnalysisBase::of_scenario(&oslo.scenario, 1).unwrap();
        assert_eq!(of_run, decide(&base, &request, Monitor::default()).unwrap());
        assert!(of_run.studies.iter().all(|s| s.tornado.is_some() && s.sobol.is_none()));
        let few = DecideRequest { draws: 20, ..request };
        assert!(decide(&base, &few, Monitor::default()).is_err());
    }
}
