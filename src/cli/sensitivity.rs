//! `sensitivity`: what decides a figure.

use super::ScenarioArgs;
use super::analysed::{Analysed, MOST_DRAWS};
use super::progress::Progress;
use super::run::{interruptible, pool, threads};
use super::simulator::Simulator;
use super::telling::How;
use crate::analysis::sensitivity::conduct::{self, MOST_POINTS, Minor, Subject, uncertain};
use crate::analysis::sensitivity::{breakeven, evppi, regression, sobol, tornado, two_way};
use crate::analysis::studies::{Studies, Study};
use crate::engine::run::Engine;
use crate::error::{Problem, Result};
use crate::report::studies::FIGURES;
use crate::text::{Lang, Text};
use clap::Args;
use std::collections::BTreeSet;

/// An analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Method {
    /// One parameter at a time.
    Tornado,
    /// A straight line through the draws.
    Regression,
    /// Shares of the variance.
    Sobol,
    /// The value of knowing.
    Evppi,
    /// Where a figure turns.
    Breakeven,
    /// A grid of two parameters.
    TwoWay,
}

/// Worlds for each end of each parameter, unless told otherwise.
pub const TORNADO: tornado::TornadoSize = tornado::TornadoSize { median: 2, random: 4 };
/// Worlds to find parameters without any effect to be seen.
const SCREEN: tornado::TornadoSize = tornado::TornadoSize { median: 1, random: 2 };
/// Draws of the analyses that take a run's, break-even, and the grid.
const DRAWS: [usize; 3] = [1000, 200, 100];
/// Base points of Sobol indices.
const POINTS: usize = 1024;
/// Parameters whose break-even is sought unless some are named.
const TURNED: usize = 5;

/// Options of `sensitivity`.
#[derive(Args, Clone, Debug)]
pub struct SensitivityArgs {
    /// Which scenario, or folder of a run
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Størrelsen det gjelder, med modell eller forskjell: society_cost:B-null, state_net:B, unmet_hours:difference (kan gjentas; standard: society_cost:difference)
    #[arg(id = "figure", long = "of", value_name = "STØRRELSE")]
    pub of: Vec<String>,
    /// Året det gjelder, eller total (standard: første år med full virkning)
    #[arg(id = "figure_year", long = "year", value_name = "ÅR")]
    pub year: Option<String>,
    /// Hvilke analyser: tornado (standard), regression, sobol, evppi, breakeven, two-way; flere med komma
    #[arg(long, value_delimiter = ',', default_value = "tornado", value_name = "ANALYSER")]
    pub method: Vec<Method>,
    /// Parameter for breakeven og two-way (kan gjentas)
    #[arg(long, value_name = "PARAMETER")]
    pub parameter: Vec<String>,
    /// breakeven: verdien størrelsen skal ha (standard: 0)
    #[arg(long, default_value_t = 0.0, value_name = "TALL")]
    pub target: f64,
    /// breakeven: parameterens verdier, fra og til: 0,500 (standard: 1. til 99. persentil)
    #[arg(long, value_delimiter = ',', num_args = 1, value_name = "FRA,TIL")]
    pub range: Option<Vec<f64>>,
    /// Antall trekninger (standard: 1000 for regression og evppi, 200 for breakeven, 100 for two-way)
    #[arg(id = "analysis_draws", long = "draws", value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// sobol: antall grunnpunkter, minst 64 (standard: 1024)
    #[arg(long, default_value_t = POINTS, value_name = "ANTALL")]
    pub points: usize,
    /// sobol: også det to parametere gjør bare sammen
    #[arg(long)]
    pub second_order: bool,
    /// sobol: grupper av parametere, ikke hver for seg
    #[arg(long)]
    pub groups: bool,
    /// evppi: det valget måles på: society_cost (standard), public_net, eller vekter: municipality_net=1,state_net=0.5 (kan gjentas)
    #[arg(long, value_name = "KRITERIUM")]
    pub criterion: Vec<String>,
    /// How it is done and told
    #[command(flatten)]
    pub how: How,
}

impl SensitivityArgs {
    fn does(&self, method: Method) -> bool {
        self.method.contains(&method)
    }
}

/// Analyses and tells.
pub fn run(args: &SensitivityArgs, lang: Lang) -> Result<()> {
    let analysed = Analysed::open(&args.scenario, args.how.seed)?;
    check(args, &analysed)?;
    args.how.check()?;
    let studies = pool(threads(args.how.threads)?)?.install(|| analyse(args, &analysed, lang))?;
    args.how.tell(&studies, true, lang)
}

/// Refuses what cannot be done before anything is simulated.
fn check(args: &SensitivityArgs, analysed: &Analysed) -> Result<()> {
    let refuse = |key: &str, what: Text, found: String, allowed: Text| {
        Err(Problem::new(what).key(key).found(found).allowed(allowed).into())
    };
    if !args.target.is_finite() {
        let what = Text::all("ugyldig verdi", "ugyldig verdi", "invalid value");
        return refuse(
            "--target",
            what,
            args.target.to_string(),
            Text::all("et tall", "eit tal", "a number"),
        );
    }
    if args.does(Method::Sobol) && !(sobol::FEWEST..=MOST_POINTS).contains(&args.points) {
        let most = format!("{} – {MOST_POINTS}", sobol::FEWEST);
        let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
        return refuse("--points", what, args.points.to_string(), Text::same(most));
    }
    let least = [
        (Method::Regression, regression::draws_needed(uncertain(&analysed.scenario).count())),
        (Method::Evppi, evppi::FEWEST),
    ];
    for (_, least) in least.into_iter().filter(|(method, _)| args.does(*method)) {
        analysed.enough(args.draws.unwrap_or(DRAWS[0]), least)?;
    }
    if let Some(draws) = args.draws.filter(|draws| !(1..=MOST_DRAWS).contains(draws)) {
        let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
        return refuse("--draws", what, draws.to_string(), Text::same(format!("1 – {MOST_DRAWS}")));
    }
    let of_draws = |method: &Method| matches!(method, Method::Regression | Method::Evppi);
    if !args.method.iter().all(of_draws) {
        analysed.only_of_draws("--method")?;
    }
    if args.does(Method::TwoWay) && args.parameter.len() != 2 {
        let what = Text::all("two-way trenger to", "two-way treng to", "two-way needs two");
        let example = Text::same("--parameter relative_cost --parameter value_of_time");
        return refuse("--parameter", what, args.parameter.len().to_string(), example);
    }
    for id in &args.parameter {
        let slot = analysed.parameter(id)?;
        let fixed = analysed.scenario.parameters.scalars()[slot].distribution.is_fixed();
        if fixed && (args.range.is_none() || args.does(Method::TwoWay)) {
            let what = Text::all(
                "er ikke usikker i scenarioet",
                "er ikkje usikker i scenarioet",
                "is not uncertain in the scenario",
            );
            let way = Text::all(
                "breakeven med --range FRA,TIL",
                "breakeven med --range FRÅ,TIL",
                "breakeven with --range FROM,TO",
            );
            return refuse("--parameter", what, id.clone(), way);
        }
    }
    if let Some(range) = &args.range {
        let sound = matches!(range[..], [low, high] if low < high && low.is_finite() && high.is_finite());
        let named = args.parameter.len() == 1;
        if !sound || !named {
            let what = Text::all("ugyldig område", "ugyldig område", "invalid range");
            let found = range.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
            return refuse("--range", what, found, Text::same("--parameter unmet_value --range 0,500"));
        }
        let slot = analysed.parameter(&args.parameter[0])?;
        let table = &analysed.scenario.parameters;
        let [low, high] = table.of(&table.scalars()[slot]).range;
        if range[0] < low || range[1] > high {
            let what = Text::all("utenfor det tillatte", "utanfor det tillatne", "outside what is allowed");
            let found = format!("{},{}", range[0], range[1]);
            return refuse("--range", what, found, Text::same(format!("{low} – {high}")));
        }
    }
    Ok(())
}

fn analyse(args: &SensitivityArgs, analysed: &Analysed, lang: Lang) -> Result<Studies> {
    let scenario = &analysed.scenario;
    let of = if args.of.is_empty() { &["society_cost:difference".to_string()][..] } else { &args.of };
    let targets = analysed.targets(of, args.year.as_deref())?;
    if targets.len() > FIGURES {
        let what = Text::all(
            "for mange størrelser på en gang",
            "for mange storleikar på ein gong",
            "too many figures at once",
        );
        let allowed = Text::same(format!("≤ {FIGURES}"));
        return Err(Problem::new(what).key("--of").found(targets.len().to_string()).allowed(allowed).into());
    }
    let stop = interruptible();
    let criteria = match args.criterion.is_empty() {
        true => vec!["society_cost".to_string(), "public_net".to_string()],
        false => args.criterion.clone(),
    };
    let criteria = criteria.iter().map(|c| analysed.criterion(c)).collect::<Result<Vec<_>>>()?;
    let mut studies = Studies::new(analysed.about()?);
    studies.studies = targets.iter().map(|t| Study::new(*t)).collect();
    if args.does(Method::Regression) || args.does(Method::Evppi) {
        let draws = args.draws.unwrap_or(DRAWS[0]);
        let progress = Progress::new(draws, 0, args.how.quiet || analysed.has_draws(), lang);
        let results = analysed.results(draws, stop, &|_| progress.one_more());
        progress.finish();
        let results = results?;
        if args.does(Method::Regression) {
            for (study, target) in studies.studies.iter_mut().zip(&targets) {
                study.take_regression(conduct::line(scenario, &results, *target));
            }
        }
        if args.does(Method::Evppi) {
            studies.worth = criteria.iter().map(|c| conduct::worth(scenario, &results, c)).collect();
        }
    }
    let (reduced, own) = analysed.reduced(&targets);
    let engine = Engine::new(&reduced)?.sampled(analysed.sampling(), 1)?;
    let subject = Subject { engine: &engine, seed: analysed.seed };
    let simulator = Simulator::new(subject, &own, stop, (args.how.quiet, lang));
    if args.does(Method::Tornado) {
        simulator.expect(tornado::worlds(reduced.parameters.scalars(), TORNADO));
        for (n, study) in studies.studies.iter_mut().enumerate() {
            study.tornado = Some(subject.tornado(TORNADO, &mut |points| simulator.ask(n, points))?);
        }
    }
    if args.does(Method::Sobol) {
        let what = (args.points, args.second_order, args.groups);
        shares(&simulator, &mut studies, what, (args.how.quiet, lang))?;
    }
    if args.does(Method::Breakeven) {
        let draws = args.draws.unwrap_or(DRAWS[1]);
        let slots = args.parameter.iter().map(|id| analysed.parameter(id)).collect::<Result<Vec<_>>>()?;
        let slots = match slots.is_empty() {
            true => widest(&simulator, &mut studies)?,
            false => vec![slots; studies.studies.len()],
        };
        simulator.expect(distinct(&slots) * draws * breakeven::VALUES);
        let range = args.range.as_ref().map(|r| [r[0], r[1]]);
        for (n, (study, slots)) in studies.studies.iter_mut().zip(&slots).enumerate() {
            for slot in slots {
                let mut ask = |points: &[_]| simulator.ask(n, points);
                study.breakeven.push(subject.breakeven(*slot, range, args.target, draws, &mut ask)?);
            }
        }
    }
    if args.does(Method::TwoWay) {
        let draws = args.draws.unwrap_or(DRAWS[2]);
        let slots = [analysed.parameter(&args.parameter[0])?, analysed.parameter(&args.parameter[1])?];
        simulator.expect(draws * two_way::VALUES * two_way::VALUES);
        for (n, study) in studies.studies.iter_mut().enumerate() {
            study.two_way = Some(subject.two_way(slots, draws, &mut |points| simulator.ask(n, points))?);
        }
    }
    simulator.done();
    Ok(studies)
}

/// Sobol indices of every figure, over so many points, with second order, by groups. Parameters without any effect seen
/// are left out, and the cost is said first.
pub fn shares(
    simulator: &Simulator<'_>,
    studies: &mut Studies,
    (points, second, grouped): (usize, bool, bool),
    (quiet, lang): (bool, Lang),
) -> Result<()> {
    let minor = minor(simulator, studies)?;
    let factors = simulator.subject.factors(grouped, &minor);
    let worlds = points * (factors.len() * if second { 2 } else { 1 } + 2);
    simulator.expect(worlds);
    if !quiet {
        let left = simulator.estimate(worlds)?;
        let text = match lang {
            Lang::Nb => format!(
                "Sobol-indekser: {points} punkter × {} faktorer, {worlds} simulerte verdener, om lag {left}",
                factors.len()
            ),
            Lang::Nn => format!(
                "Sobol-indeksar: {points} punkt × {} faktorar, {worlds} simulerte verder, om lag {left}",
                factors.len()
            ),
            Lang::En => format!(
                "Sobol indices: {points} points × {} factors, {worlds} simulated worlds, about {left}",
                factors.len()
            ),
        };
        simulator.say(&format!("{text}\n"));
    }
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
pub fn distinct<T: Ord>(asked: &[Vec<T>]) -> usize {
    asked.iter().flatten().collect::<BTreeSet<_>>().len()
}

/// Places of the parameters that move each figure most, figure by figure.
pub fn widest(simulator: &Simulator<'_>, studies: &mut Studies) -> Result<Vec<Vec<usize>>> {
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
