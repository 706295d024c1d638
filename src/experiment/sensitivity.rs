//! What decides a figure: which uncertain parameters move it, by how much, and where it turns.

use super::base::AnalysisBase;
use super::limits::Limits;
use super::monitor::{Costly, Monitor};
use super::request::{AnalysisSettings, threads, with_threads};
use super::simulator::Simulator;
use crate::analysis::conduct::{self, Minor, Subject, uncertain};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::sensitivity::tornado::TornadoSize;
use crate::analysis::sensitivity::{breakeven, tornado, two_way};
use crate::analysis::studies::{Signs, Studies, Study};
use crate::engine::run::Engine;
use crate::error::{Problem, Result};
use crate::report::studies::FIGURES;
use crate::text::{Message, Text, Words, say};
use std::collections::BTreeSet;

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

/// Worlds for each end of each parameter, unless told otherwise: few to see what moves the figure, more for what moves it
/// most.
pub(super) const TORNADO: TornadoSize = TornadoSize { median: 2, random: 8, most: 128 };
/// Worlds to find parameters without any effect to be seen.
const SCREEN: TornadoSize = TornadoSize { median: 1, random: 2, most: 2 };
/// Draws of the analyses that take a run's, break-even, and the grid.
const DRAWS: [usize; 3] = [1024, 256, 128];
/// Base points of Sobol indices.
pub const POINTS: usize = 1024;
/// Parameters whose break-even is sought unless some are named.
const TURNED: usize = 5;

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
    /// Draws; none is what each analysis has by itself.
    pub draws: Option<usize>,
    /// Base points of Sobol indices.
    pub points: usize,
    /// Whether Sobol indices tell too what two parameters do only together.
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
            points: POINTS,
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
        Limits::points().ensure("--points", request.points)?;
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
    if request.does(Method::Regression) || request.does(Method::Evppi) {
        let results = base.results(request.draws.unwrap_or(DRAWS[0]), monitor)?;
        if request.does(Method::Regression) {
            for (study, target) in studies.studies.iter_mut().zip(&targets) {
                study.take_regression(conduct::line(scenario, &results, *target));
            }
        }
        if request.does(Method::Evppi) {
            studies.worth = criteria.iter().map(|c| conduct::worth(scenario, &results, c)).collect();
        }
    }
    let (reduced, own) = base.reduced(&targets);
    let engine = Engine::new(&reduced)?.sampled(base.sampling(), 1)?;
    let subject = Subject { engine: &engine, seed: base.seed };
    let simulator = Simulator::new(subject, &own, request.settings.journal.as_deref(), monitor);
    if request.does(Method::Tornado) {
        let size = request.draws.map_or(TORNADO, |draws| TornadoSize::of_draws(TORNADO.median, draws));
        simulator.expect(tornado::worlds(reduced.parameters.scalars(), size));
        for (n, study) in studies.studies.iter_mut().enumerate() {
            study.tornado = Some(subject.tornado(size, &mut |points| simulator.ask(n, points))?);
        }
    }
    if request.does(Method::Sobol) {
        shares(&simulator, &mut studies, request.points, request.second_order, request.groups)?;
    }
    if request.does(Method::Breakeven) {
        let draws = request.draws.unwrap_or(DRAWS[1]);
        let slots = request.parameters.iter().map(|id| base.parameter(id)).collect::<Result<Vec<_>>>()?;
        let slots = match slots.is_empty() {
            true => widest(&simulator, &mut studies)?,
            false => vec![slots; studies.studies.len()],
        };
        simulator.expect(distinct(&slots) * draws * breakeven::VALUES);
        let range = request.range.as_ref().map(|r| [r[0], r[1]]);
        for (n, (study, slots)) in studies.studies.iter_mut().zip(&slots).enumerate() {
            for slot in slots {
                let mut ask = |points: &[_]| simulator.ask(n, points);
                study.breakeven.push(subject.breakeven(*slot, range, request.target, draws, &mut ask)?);
            }
        }
    }
    if request.does(Method::Signs) {
        studies.signs = Some(signs(&simulator, &own, &targets)?);
    }
    if request.does(Method::TwoWay) {
        let draws = request.draws.unwrap_or(DRAWS[2]);
        let slots = [base.parameter(&request.parameters[0])?, base.parameter(&request.parameters[1])?];
        simulator.expect(draws * two_way::VALUES * two_way::VALUES);
        for (n, study) in studies.studies.iter_mut().enumerate() {
            study.two_way = Some(subject.two_way(slots, draws, &mut |points| simulator.ask(n, points))?);
        }
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

/// Sobol indices of every figure, over so many points, with second order, by groups. Parameters without any effect seen
/// are left out, and the cost is told first.
pub(super) fn shares(
    simulator: &Simulator<'_>,
    studies: &mut Studies,
    points: usize,
    second: bool,
    grouped: bool,
) -> Result<()> {
    let minor = minor(simulator, studies)?;
    let factors = simulator.subject.factors(grouped, &minor);
    let worlds = points * (factors.len() * if second { 2 } else { 1 } + 2);
    simulator.expect(worlds);
    simulator.tell_cost(Costly::Sobol { points, factors: factors.len() }, worlds)?;
    for (n, study) in studies.studies.iter_mut().enumerate() {
        let mut ask = |points: &[_]| simulator.ask(n, points);
        study.take_sobol(simulator.subject.sobol(points, second, &factors, &minor, &mut ask)?);
    }
    Ok(())
}

/// Parameters that matter little for every figure.
fn minor(simulator: &Simulator<'_>, studies: &Studies) -> Result<Minor> {
    let scalars = simulator.subject.engine.scenario().parameters.scalars();
    if studies.studies.iter().any(|s| s.tornado.is_none()) {
        simulator.expect(tornado::worlds(scalars, SCREEN));
    }
    let seen = studies.studies.iter().enumerate().map(|(n, study)| match &study.tornado {
        Some(found) => Ok(found.clone()),
        None => simulator.subject.tornado(SCREEN, &mut |points| simulator.ask(n, points)),
    });
    Ok(Minor::of(&seen.collect::<Result<Vec<_>>>()?))
}

/// How many different ones there are: what is asked of several figures is simulated once.
pub(super) fn distinct<T: Ord>(asked: &[Vec<T>]) -> usize {
    asked.iter().flatten().collect::<BTreeSet<_>>().len()
}

/// Places of the parameters that move each figure most, figure by figure.
pub(super) fn widest(simulator: &Simulator<'_>, studies: &mut Studies) -> Result<Vec<Vec<usize>>> {
    let parameters = &simulator.subject.engine.scenario().parameters;
    if studies.studies.iter().any(|s| s.tornado.is_none()) {
        simulator.expect(tornado::worlds(parameters.scalars(), TORNADO));
    }
    let of = |(n, study): (usize, &mut Study)| {
        let found = match &mut study.tornado {
            Some(found) => found,
            none => none.insert(simulator.subject.tornado(TORNADO, &mut |points| simulator.ask(n, points))?),
        };
        Ok(found.bars.iter().take(TURNED).filter_map(|b| parameters.slot(&b.parameter)).collect())
    };
    studies.studies.iter_mut().enumerate().map(of).collect()
}
