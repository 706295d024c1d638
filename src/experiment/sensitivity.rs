//! What decides a figure: which uncertain parameters move it, by how much, and where it turns.

use super::answers::{Answers, by_world, emulators, simulated};
use super::base::AnalysisBase;
use super::limits::Limits;
use super::monitor::Monitor;
use super::request::{AnalysisSettings, threads, with_threads};
use super::simulator::Simulator;
use crate::analysis::conduct::{self, Subject, uncertain};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::sensitivity::tornado::TornadoSize;
use crate::analysis::studies::{Signs, Studies, Study};
use crate::engine::run::Engine;
use crate::error::{Problem, Result};
use crate::report::studies::FIGURES;
use crate::text::{Message, Text, Words, say};

/// An analysis of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// One parameter at a time.
    Tornado,
    /// A straight line through the draws.
    Regression,
    /// Shares of the variance.
    Sobol,
    /// The value of knowing a parameter.
    Evppi,
    /// The value of a parameter where the figure turns.
    Breakeven,
    /// A grid of two parameters.
    TwoWay,
    /// Whether the direction is found or assumed.
    Signs,
}

/// Draws of the analyses that take a run's, and of break-even and the grid where parameters are moved in worlds.
const DRAWS: [usize; 3] = [1024, 256, 128];
/// Worlds with all else at its median, where the draws of each parameter are told.
const MEDIAN_WORLDS: usize = 2;
/// Draws that one parameter at a time is read off, where there is no run and nothing else is asked for.
const TORNADO_DRAWS: usize = 256;
/// Base points of a design for Sobol indices where no expansion answers.
const POINTS: usize = 1024;

/// Which analyses of which figures.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityRequest {
    /// The figures: `society_cost:B-zero`, `state_net:B`, `unmet_hours:difference`.
    pub figures: Vec<String>,
    /// The year, or `total`; none is the first year in full effect.
    pub year: Option<String>,
    /// The analyses.
    pub methods: Vec<Method>,
    /// Parameters whose break-even values are sought, or the two of a grid; none are those that move a figure most.
    pub parameters: Vec<String>,
    /// The value that the figure has at break-even.
    pub target: f64,
    /// Between which values of the parameter its break-even value is sought; none are its 1st and 99th percentile.
    pub range: Option<Vec<f64>>,
    /// Draws of each analysis by itself, in which parameters are moved; none is what it has, read off draws of a run where that
    /// says enough.
    pub draws: Option<usize>,
    /// Base points of a design for Sobol indices; none where they are read off draws of a run.
    pub points: Option<usize>,
    /// Whether a design tells too what two parameters do only together.
    pub second_order: bool,
    /// Whether Sobol indices are of groups of parameters.
    pub groups: bool,
    /// By what a choice is measured where knowing is valued: `society_cost`, or weights `municipality_net=1,state_net=0.5`.
    pub criteria: Vec<String>,
    /// How it is done.
    pub settings: AnalysisSettings,
}

impl Default for SensitivityRequest {
    fn default() -> Self {
        SensitivityRequest {
            figures: vec!["society_cost:difference".into()],
            year: None,
            methods: vec![Method::Tornado],
            parameters: Vec::new(),
            target: 0.0,
            range: None,
            draws: None,
            points: None,
            second_order: false,
            groups: false,
            criteria: vec!["society_cost".into(), "public_net".into()],
            settings: AnalysisSettings::default(),
        }
    }
}

impl SensitivityRequest {
    fn does(&self, method: Method) -> bool {
        self.methods.contains(&method)
    }

    /// Draws that an expansion of each figure is to be fitted to; none where no analysis would be read off it.
    fn expanded(&self) -> Option<usize> {
        let moves = self.does(Method::Tornado)
            || self.does(Method::TwoWay)
            || self.does(Method::Breakeven) && self.range.is_none();
        let shares = self.does(Method::Sobol) && self.points.is_none();
        let alone = self.methods.iter().all(|method| *method == Method::Tornado);
        match (moves && self.draws.is_none(), shares) {
            (true, false) if alone => Some(TORNADO_DRAWS),
            (true, _) | (_, true) => Some(DRAWS[0]),
            (false, false) => None,
        }
    }
}

/// Does the analyses that are asked for.
///
/// ```
/// use bpasim::experiment::{AnalysisBase, Method, ScenarioRequest, SensitivityRequest, sensitivity};
/// use bpasim::Monitor;
///
/// let mut oslo = ScenarioRequest::of("oslo");
/// oslo.options.years = Some(2);
/// let base = AnalysisBase::of_scenario(&oslo, 1)?;
/// let request = SensitivityRequest {
///     figures: vec!["state_net:B-zero".into()],
///     methods: vec![Method::Breakeven],
///     parameters: vec!["price_response".into()],
///     draws: Some(1),
///     ..SensitivityRequest::default()
/// };
/// let found = sensitivity(&base, &request, Monitor::default())?;
/// assert_eq!(found.studies[0].breakeven[0].parameter, "price_response");
/// # Ok::<(), bpasim::Error>(())
/// ```
pub fn sensitivity(
    base: &AnalysisBase,
    request: &SensitivityRequest,
    monitor: Monitor<'_>,
) -> Result<Studies> {
    check(base, request)?;
    with_threads(threads(request.settings.threads)?, || analyse(base, request, monitor))
}

/// Refuses what cannot be done before anything is simulated.
pub fn check(base: &AnalysisBase, request: &SensitivityRequest) -> Result<()> {
    let refuse = |key: &str, what: Words, found: String, allowed: Text| {
        Err(Problem::new(what).key(key).found(found).allowed(allowed).into())
    };
    if !request.target.is_finite() {
        return refuse("--target", say::INVALID_VALUE, request.target.to_string(), say::A_NUMBER.text());
    }
    if request.does(Method::Sobol) {
        request.points.map(|points| Limits::points().ensure("--points", points)).transpose()?;
    }
    let needed = [
        (Method::Regression, Limits::regression(uncertain(&base.scenario).count())),
        (Method::Evppi, Limits::worth()),
    ];
    for (_, limits) in needed.into_iter().filter(|(method, _)| request.does(*method)) {
        base.enough(request.draws.unwrap_or(DRAWS[0]), limits)?;
    }
    request.draws.map(|draws| Limits::own_draws().ensure("--draws", draws)).transpose()?;
    let of_draws = |method: &Method| matches!(method, Method::Regression | Method::Evppi);
    if !request.methods.iter().all(of_draws) {
        base.only_of_draws("--method")?;
    }
    if request.does(Method::TwoWay) && request.parameters.len() != 2 {
        let example = Text::same("--parameter relative_cost --parameter value_of_time");
        return refuse("--parameter", say::TWO_WAY_NEEDS_TWO, request.parameters.len().to_string(), example);
    }
    for id in &request.parameters {
        let slot = base.parameter(id)?;
        let fixed = base.scenario.parameters.scalars()[slot].distribution.is_fixed();
        if fixed && (request.range.is_none() || request.does(Method::TwoWay)) {
            let way = say::BREAKEVEN_WITH_RANGE;
            return refuse("--parameter", say::NOT_UNCERTAIN, id.clone(), way.text());
        }
    }
    if let Some(range) = &request.range {
        let sound = matches!(range[..], [low, high] if low < high && low.is_finite() && high.is_finite());
        let named = request.parameters.len() == 1;
        if !sound || !named {
            let found = range.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
            return refuse(
                "--range",
                say::INVALID_RANGE,
                found,
                Text::same("--parameter unmet_value --range 0,500"),
            );
        }
        let slot = base.parameter(&request.parameters[0])?;
        let table = &base.scenario.parameters;
        let [low, high] = table.of(&table.scalars()[slot]).range;
        if range[0] < low || range[1] > high {
            let found = format!("{},{}", range[0], range[1]);
            return refuse("--range", say::OUTSIDE_ALLOWED, found, Text::same(format!("{low} – {high}")));
        }
    }
    Ok(())
}

fn analyse(base: &AnalysisBase, request: &SensitivityRequest, monitor: Monitor<'_>) -> Result<Studies> {
    let scenario = &base.scenario;
    let targets = base.targets(&request.figures, request.year.as_deref())?;
    if targets.len() > FIGURES {
        let allowed = Text::same(format!("≤ {FIGURES}"));
        return Err(Problem::new(say::TOO_MANY_FIGURES)
            .key("--of")
            .found(targets.len().to_string())
            .allowed(allowed)
            .into());
    }
    let criteria = request.criteria.iter().map(|c| base.criterion(c)).collect::<Result<Vec<_>>>()?;
    let mut studies = Studies::new(base.about()?);
    studies.studies = targets.iter().map(|t| Study::new(*t)).collect();
    let (expanded, mut figures) = (request.expanded(), None);
    let of_draws = request.does(Method::Regression) || request.does(Method::Evppi);
    if of_draws || expanded.is_some() && base.is_run() {
        let results = base.results(request.draws.unwrap_or(DRAWS[0]), monitor)?;
        if request.does(Method::Regression) {
            for (study, target) in studies.studies.iter_mut().zip(&targets) {
                study.take_regression(conduct::line(scenario, &results, *target));
            }
        }
        if request.does(Method::Evppi) {
            studies.worth = criteria.iter().map(|c| conduct::worth(scenario, &results, c)).collect();
        }
        figures = expanded.map(|_| by_world(&results, &targets));
    }
    let (reduced, own) = base.reduced(&targets);
    let engine = Engine::new(&reduced)?.sampled(base.sampling(), 1)?;
    let subject = Subject { engine: &engine, seed: base.seed };
    let simulator = Simulator::new(subject, &own, request.settings.journal.as_deref(), monitor);
    let figures = match (figures, expanded) {
        (None, Some(draws)) => Some(simulated(&simulator, draws)?),
        (figures, _) => figures,
    };
    let basis = figures.as_ref().map(|figures| subject.basis(figures.draws)).unwrap_or_default();
    let expansions = match &figures {
        Some(figures) => emulators(&simulator, &basis, figures)?,
        None => Vec::new(),
    };
    let by_draws = Answers::new(base, &simulator, expansions);
    let by_worlds = Answers::new(base, &simulator, Vec::new());
    by_draws.tell_quality(&mut studies.studies);
    let moving = if request.draws.is_some() { &by_worlds } else { &by_draws };
    if request.does(Method::Tornado) {
        let size = request.draws.map(|draws| TornadoSize::of_draws(MEDIAN_WORLDS, draws));
        moving.tornados(&mut studies.studies, size)?;
    }
    if request.does(Method::Sobol) {
        let sharing = if request.points.is_some() { &by_worlds } else { &by_draws };
        let points = request.points.unwrap_or(POINTS);
        sharing.shares(&mut studies.studies, points, request.second_order, request.groups)?;
    }
    if request.does(Method::Breakeven) {
        let slots = request.parameters.iter().map(|id| base.parameter(id)).collect::<Result<Vec<_>>>()?;
        let slots = match slots.is_empty() {
            true => moving.widest(&mut studies.studies)?,
            false => vec![slots; targets.len()],
        };
        let range = request.range.as_ref().map(|r| [r[0], r[1]]);
        let draws = request.draws.unwrap_or(DRAWS[1]);
        moving.breakevens(&mut studies.studies, &slots, (range, request.target), draws)?;
    }
    if request.does(Method::Signs) {
        studies.signs = Some(signs(&simulator, &own, &targets)?);
    }
    if request.does(Method::TwoWay) {
        let slots = [base.parameter(&request.parameters[0])?, base.parameter(&request.parameters[1])?];
        let draws = request.draws.unwrap_or(DRAWS[2]);
        moving.two_ways(&mut studies.studies, &vec![Some(slots); targets.len()], draws)?;
    }
    simulator.done();
    Ok(studies)
}

/// Whether the directions of the differences among some figures are found or assumed: `own` are the figures as the simulator
/// has them, `targets` as readers have.
fn signs(simulator: &Simulator<'_>, own: &[Target], targets: &[Target]) -> Result<Signs> {
    let subject = simulator.subject;
    simulator.expect(subject.signs_worlds());
    let places: Vec<usize> = (0..own.len()).filter(|n| own[*n].minus.is_some()).collect();
    let told: Vec<Target> = places.iter().map(|n| targets[*n]).collect();
    subject.signs(&told, &mut |points| {
        let worlds = simulator.ask_all(points)?;
        Ok(worlds.into_iter().map(|world| places.iter().map(|n| world[*n]).collect()).collect())
    })
}
