//! `decide`: every analysis of what decides the conclusion, of a run, joined to its report.

use super::analysed::Analysed;
use super::report::{ReportArgs, read};
use super::run::{self, RunArgs, interruptible, pool, threads};
use super::sensitivity::{TORNADO, distinct, shares, widest};
use super::simulator::Simulator;
use super::telling::numbers;
use super::{ScenarioArgs, print, scenarios};
use crate::analysis::decision::decision;
use crate::analysis::sensitivity::conduct::{self, MOST_POINTS, Subject, uncertain};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::sensitivity::{breakeven, regression, sobol, tornado, two_way};
use crate::analysis::studies::{Criterion, LeftOut, Studies, Study};
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::export::{DECISION, REPORT, folder, studies, with_extras};
use crate::report::plain;
use crate::report::studies::{FIGURES, document};
use crate::report::texts::Texts;
use crate::scenario::alternatives;
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Draws of a break-even value, and of a cell of the grid of two parameters.
const DRAWS: [usize; 2] = [64, 24];
/// Base points of Sobol indices.
const POINTS: usize = 128;

/// Options of `decide`.
#[derive(Args, Clone, Debug)]
pub struct DecideArgs {
    /// Which scenario, or folder of a run
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Antall trekninger i kjøringen, om den ikke er gjort (standard: 1000)
    #[arg(id = "run_draws", long = "draws", value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// Antall grunnpunkter for Sobol-indekser, eller 0 for ingen (standard: 128)
    #[arg(id = "few_points", long = "points", default_value_t = POINTS, value_name = "ANTALL")]
    pub points: usize,
    /// Eget kriterium ved siden av de vanlige, med vekter: municipality_net=1,state_net=0.5 (kan gjentas)
    #[arg(id = "own_criterion", long = "criterion", value_name = "KRITERIUM")]
    pub criterion: Vec<String>,
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
    pub threads: Option<usize>,
    /// Mappe for resultatene (standard: output/SCENARIO)
    #[arg(long, value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// Skriv over et eldre resultat utenfor standardmappen
    #[arg(long)]
    pub force: bool,
    /// What is written beside the tables
    #[command(flatten)]
    pub report: ReportArgs,
    /// Ingen framdrift og ingen tabell
    #[arg(long)]
    pub quiet: bool,
}

/// Runs what is not run yet, analyses, and writes the results anew with the analyses among them.
pub fn run(args: &DecideArgs, lang: Lang) -> Result<()> {
    if args.points != 0 && !(sobol::FEWEST..=MOST_POINTS).contains(&args.points) {
        let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
        let allowed = Text::same(format!("0, {} – {MOST_POINTS}", sobol::FEWEST));
        return Err(Problem::new(what)
            .key("--points")
            .found(args.points.to_string())
            .allowed(allowed)
            .into());
    }
    let given = Path::new(&args.scenario.scenario);
    if !given.is_dir() {
        // Mistakes in what comes after the run are told before it.
        let asked = Analysed::open(&args.scenario, args.seed)?;
        args.criterion.iter().map(|c| asked.criterion(c)).collect::<Result<Vec<_>>>()?;
        let least = regression::draws_needed(uncertain(&asked.scenario).count());
        asked.enough(args.draws.unwrap_or(run::DRAWS[0]), least)?;
    } else if args.draws.is_some() || args.out.is_some() {
        let what = Text::all(
            "kjøringen er gjort; --draws og --out hører til et scenario",
            "køyringa er gjord; --draws og --out høyrer til eit scenario",
            "the run is done; --draws and --out belong to a scenario",
        );
        return Err(Problem::new(what).file(given.display().to_string()).into());
    }
    let results = match given.is_dir() {
        true => given.to_path_buf(),
        false => first(args, lang)?,
    };
    let (about, mut tables) = read(&results)?;
    about.of_this_model(&results)?;
    let of = ScenarioArgs { scenario: results.display().to_string(), ..args.scenario.clone() };
    let of = match given.is_dir() {
        true => of,
        false => ScenarioArgs { changes: Default::default(), ..of },
    };
    let analysed = Analysed::open(&of, args.seed)?;
    analysed.enough(0, regression::draws_needed(uncertain(&analysed.scenario).count()))?;
    let own = args.criterion.iter().map(|c| analysed.criterion(c)).collect::<Result<Vec<_>>>()?;
    let stop = interruptible();
    let studies = pool(threads(args.threads)?)?.install(|| analyse(args, &analysed, &own, stop, lang))?;
    let texts = Texts::new(lang);
    tables.retain(|(name, _)| name != DECISION && *name != format!("{}.csv", studies::TABLE));
    tables.extend(numbers(&studies)?);
    let files = with_extras(&about, tables, args.report.extras(lang))?;
    if stop.load(Ordering::Relaxed) {
        return Err(Error::Paused);
    }
    folder::write(&results, true, files)?;
    args.report.show(&results)?;
    if args.quiet {
        return Ok(());
    }
    let page = match args.report.extras(lang).report {
        Some(_) => {
            let label = Text::all("Rapport", "Rapport", "Report");
            format!("{}: {}\n", label.get(lang), results.join(REPORT).display())
        }
        None => String::new(),
    };
    let where_to = Text::all("Resultatfiler", "Resultatfiler", "Result files");
    let text = plain::text(&document(&studies, &texts), false);
    print(&format!("{text}\n{page}{}: {}\n", where_to.get(lang), results.display()))
}

/// The run itself, with its draws kept; the folder of its results.
fn first(args: &DecideArgs, lang: Lang) -> Result<PathBuf> {
    let own = RunArgs {
        scenario: args.scenario.clone(),
        draws: args.draws,
        replicates: 1,
        seed: args.seed,
        threads: args.threads,
        out: args.out.clone(),
        force: args.force,
        keep_draws: true,
        report: ReportArgs { no_report: true, open: false, csv: None },
        quiet: args.quiet,
        ..RunArgs::default()
    };
    let asked = Analysed::open(&args.scenario, args.seed)?;
    let results = args.out.clone().unwrap_or_else(|| folder::default_folder(&asked.scenario.name));
    // Interrupted after the run, it goes on with what is there.
    let there = ScenarioArgs { scenario: results.display().to_string(), ..ScenarioArgs::default() };
    let draws = args.draws.unwrap_or(run::DRAWS[0]);
    let done = results.is_dir() && Analysed::open(&there, 0).is_ok_and(|there| there.holds(&asked, draws));
    if !done {
        run::run(&own, lang)?;
    }
    Ok(results)
}

/// The figures looked at: society's cost over the whole period, and in the year of full effect what the state pays and what
/// relatives do, of every model against the zero alternative.
/// Also how many there are beyond the most that are shown.
fn figures(analysed: &Analysed) -> Result<(Vec<Target>, usize)> {
    let of = |outcome: &str, year| analysed.targets(&[format!("{outcome}:difference")], year);
    let mut all = of("society_cost", Some("total"))?;
    all.extend(of("state_net", None)?);
    all.extend(of("relatives_hours", None)?);
    let beyond = all.len().saturating_sub(FIGURES);
    all.truncate(FIGURES);
    Ok((all, beyond))
}

fn analyse(
    args: &DecideArgs,
    analysed: &Analysed,
    own: &[Criterion],
    stop: &AtomicBool,
    lang: Lang,
) -> Result<Studies> {
    let scenario = &analysed.scenario;
    let mut found = Studies::new(analysed.about()?);
    let (targets, beyond) = figures(analysed)?;
    found.left_out = LeftOut { moved: analysed.of_posterior(), figures: beyond };
    found.studies = targets.iter().map(|t| Study::new(*t)).collect();
    let results = analysed.results(0, stop, &|_| ())?;
    found.decision = Some(decision(scenario, &results, own));
    for (study, target) in found.studies.iter_mut().zip(&targets) {
        study.take_regression(conduct::line(scenario, &results, *target));
    }
    let usual = ["society_cost", "public_net"].map(|id| vec![(id.to_string(), 1.0)]);
    found.worth =
        usual.iter().chain(own).map(|criterion| conduct::worth(scenario, &results, criterion)).collect();
    drop(results);
    if found.left_out.moved {
        return Ok(found);
    }

    let engine = Engine::new(scenario)?.sampled(analysed.sampling(), 1)?;
    let subject = Subject { engine: &engine, seed: analysed.seed };
    let simulator = Simulator::new(subject, &targets, stop, (args.quiet, lang));
    simulator.expect(tornado::worlds(scenario.parameters.scalars(), TORNADO));
    for (n, study) in found.studies.iter_mut().enumerate() {
        study.tornado = Some(subject.tornado(TORNADO, &mut |points| simulator.ask(n, points))?);
    }
    let slots = widest(&simulator, &mut found)?;
    let pairs: Vec<Vec<&[usize]>> = slots.iter().map(|own| own.chunks_exact(2).take(1).collect()).collect();
    simulator.expect(
        distinct(&slots) * DRAWS[0] * breakeven::VALUES
            + distinct(&pairs) * DRAWS[1] * two_way::VALUES * two_way::VALUES,
    );
    for (n, (study, slots)) in found.studies.iter_mut().zip(&slots).enumerate() {
        let mut ask = |points: &[_]| simulator.ask(n, points);
        for slot in slots {
            study.breakeven.push(subject.breakeven(*slot, None, 0.0, DRAWS[0], &mut ask)?);
        }
        if let [first, second, ..] = slots[..] {
            study.two_way = Some(subject.two_way([first, second], DRAWS[1], &mut ask)?);
        }
    }
    if args.points > 0 {
        shares(&simulator, &mut found, (args.points, false, false), (args.quiet, lang))?;
    }
    let list = alternatives::read(None, scenario)?;
    found.alternatives = Some(scenarios::tried(analysed, list, scenarios::DRAWS, stop, (args.quiet, lang))?);
    simulator.done();
    Ok(found)
}
