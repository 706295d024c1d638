//! `calibrate`: parameters fitted to known figures, and a posterior that `run --posterior` takes its draws from.

use super::ScenarioArgs;
use super::analysed::MOST_DRAWS;
use super::print;
use super::run::{interruptible, pool, threads};
use super::simulator::Simulator;
use super::telling::{How, listed};
use crate::analysis::calibration::conduct::{CHANCE, CalibrationSubject, PERSONS};
use crate::analysis::calibration::importance;
use crate::analysis::calibration::posterior::{self, Posterior, uncertain};
use crate::analysis::calibration::targets::{self, CalibrationTarget, TargetFormula};
use crate::analysis::sensitivity::conduct;
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::export::posterior::vectors;
use crate::report::calibration::document;
use crate::report::run::NamedFile;
use crate::report::texts::Texts;
use crate::report::{html, plain};
use crate::scenario::overrides::Options;
use crate::scenario::{Placement, Scenario, embedded, load};
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};

/// Weighted draws, and rows of the posterior, unless told otherwise.
const DRAWS: usize = 2000;
const ROWS: usize = 1000;
/// The status that marks parameters to be fitted.
const STATUS: &str = "calibrated";
/// The shipped targets, and the first year they are for.
const SHIPPED: (&str, i32) = ("data/calibration_targets.csv", 2024);
/// Tries of the model that the search for the best fit takes for each parameter, roughly: for the estimate of time.
const TRIES: usize = 12;

/// Options of `calibrate`.
#[derive(Args, Clone, Debug)]
pub struct CalibrateArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Egen tabell over mål (CSV), i stedet for den innebygde, som gjelder hele landet fra 2024
    #[arg(long, value_name = "FIL")]
    pub targets: Option<PathBuf>,
    /// Tilpass også denne parameteren (kan gjentas); FRA..TIL gjør en fast parameter uviss: other_services_cost_mean=300000..600000
    #[arg(id = "fitted", long = "parameter", value_name = "PARAMETER")]
    pub parameters: Vec<String>,
    /// Antall veide trekninger (standard: 2000)
    #[arg(id = "weighted_draws", long = "draws", default_value_t = DRAWS, value_name = "ANTALL")]
    pub draws: usize,
    /// Antall parametersett i posterioren (standard: 1000)
    #[arg(long, default_value_t = ROWS, value_name = "ANTALL")]
    pub rows: usize,
    /// How it is done and told
    #[command(flatten)]
    pub how: How,
}

/// Calibrates, writes, tells; fails where the fit is bad.
pub fn run(args: &CalibrateArgs, lang: Lang) -> Result<()> {
    let (freed, named) = wished(&args.parameters)?;
    let mut options: Options = args.scenario.options(None)?;
    options.sets.extend(freed.iter().cloned());
    let scenario = load(&args.scenario.scenario, &options)?;
    let (targets_file, targets) = known(args, &scenario)?;
    let (calibrated, left_fixed) = calibrated(&scenario, &named)?;
    enough(args, &scenario)?;
    let out = args.how.out.clone().unwrap_or_else(|| default_folder(&scenario.name));
    folder::ensure_writable(&out, args.how.force)?;

    let reduced = reduced(&scenario, &targets);
    let engine = Engine::new(&reduced)?;
    let figures: Vec<TargetFormula> = targets.iter().map(|t| t.figure.clone()).collect();
    let subject = CalibrationSubject {
        engine: &engine,
        scenario: &scenario,
        seed: args.how.seed,
        targets: &targets,
        targets_file: &targets_file,
        calibrated: &calibrated,
        freed: &freed,
        left_fixed: &left_fixed,
        draws: args.draws,
        rows: args.rows,
    };
    let stop = interruptible();
    let found = pool(threads(args.how.threads)?)?.install(|| {
        let asked = conduct::Subject { engine: &engine, seed: args.how.seed };
        let simulator = Simulator::new(asked, &figures, stop, (args.how.quiet, lang));
        let worlds = CHANCE + args.draws * importance::SETS + calibrated.len() * TRIES * PERSONS;
        simulator.expect(worlds);
        if !args.how.quiet {
            let left = simulator.estimate(worlds)?;
            simulator.say(cost(&scenario, &calibrated, worlds, &left).get(lang));
        }
        let found = subject.calibrate(&mut |points| simulator.ask_all(points));
        if !matches!(found, Err(Error::Paused)) {
            simulator.done();
        }
        found
    })?;
    tell(&found, &out, args, lang)
}

/// Where a scenario's calibration goes unless another folder is named.
fn default_folder(scenario: &str) -> PathBuf {
    folder::default_folder(&format!("{scenario}-calibration"))
}

fn cost(scenario: &Scenario, calibrated: &[usize], worlds: usize, left: &str) -> Text {
    let ids: Vec<&str> =
        calibrated.iter().map(|slot| scenario.parameters.scalars()[*slot].id.as_str()).collect();
    let ids = ids.join(", ");
    Text::all(
        format!("Tilpasser {ids}: rundt {worlds} simulerte verdener, om lag {left}\n"),
        format!("Tilpassar {ids}: rundt {worlds} simulerte verder, om lag {left}\n"),
        format!("Fitting {ids}: some {worlds} simulated worlds, about {left}\n"),
    )
}

/// Writes the files, tells, and says on the last line whether it went well.
fn tell(found: &Posterior, out: &Path, args: &CalibrateArgs, lang: Lang) -> Result<()> {
    let texts = Texts::new(lang);
    let document = document(&found.calibration, &texts);
    let files: Vec<NamedFile> = vec![
        (posterior::FILE.into(), found.text().into_bytes()),
        ("posterior.csv".into(), vectors(found)),
        ("calibration.html".into(), html::page(&document, &texts).into_bytes()),
    ];
    folder::write(out, args.how.force, listed(files))?;
    let file = out.join(posterior::FILE);
    match args.how.json {
        true => {
            print(&format!("{}\n", serde_json::to_string_pretty(&found.calibration).unwrap_or_default()))?
        }
        false => {
            let label = Text::all("Posterior", "Posterior", "Posterior");
            let next = format!("bpasim run {} --posterior {}", args.scenario.scenario, file.display());
            let text = plain::text(&document, true);
            print(&format!("{text}\n{}: {}\n{next}\n", label.get(lang), file.display()))?;
        }
    }
    match found.calibration.success {
        true => Ok(()),
        false => Err(Error::Failed(Text::all(
            format!(
                "KALIBRERINGEN LYKTES IKKE. Funnene er skrevet til {}, merket som mislykket.",
                out.display()
            ),
            format!(
                "KALIBRERINGA LUKKAST IKKJE. Funna er skrivne til {}, merkte som mislukka.",
                out.display()
            ),
            format!(
                "THE CALIBRATION DID NOT SUCCEED. What was found is written to {}, marked as a failure.",
                out.display()
            ),
        ))),
    }
}

/// `--parameter` as written: parameters freed, as `--set` takes them, and all ids named.
fn wished(parameters: &[String]) -> Result<(Vec<String>, Vec<String>)> {
    let (mut freed, mut named) = (Vec::new(), Vec::new());
    for text in parameters {
        let Some((id, range)) = text.split_once('=') else {
            named.push(text.trim().to_string());
            continue;
        };
        let ends = range.split_once("..").map(|(low, high)| (low.trim().parse(), high.trim().parse()));
        let Some((Ok::<f64, _>(low), Ok::<f64, _>(high))) = ends else { return Err(bad_range(text)) };
        if !(low < high && low.is_finite() && high.is_finite()) {
            return Err(bad_range(text));
        }
        freed.push(format!("{}={{uniform=[{low:?},{high:?}]}}", id.trim()));
        named.push(id.trim().to_string());
    }
    Ok((freed, named))
}

fn bad_range(found: &str) -> Error {
    let what = Text::all("ugyldig område", "ugyldig område", "invalid range");
    let allowed = Text::same("other_services_cost_mean=300000..600000");
    Problem::new(what).key("--parameter").found(found).allowed(allowed).into()
}

/// The targets, and the name of their file.
fn known(args: &CalibrateArgs, scenario: &Scenario) -> Result<(String, Vec<CalibrationTarget>)> {
    if let Some(path) = &args.targets {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|e| {
            let doing = Text::all(
                format!("{name} kan ikke leses"),
                format!("{name} kan ikkje lesast"),
                format!("{name} can't be read"),
            );
            Error::io(doing, e)
        })?;
        return Ok((name.clone(), targets::read(&name, &text, scenario)?));
    }
    let (name, year) = SHIPPED;
    if scenario.base_year != year || scenario.placement == Placement::Observed {
        let what = Text::all(
            "de innebygde målene gjelder hele landet fra 2024; dette scenarioet trenger egne",
            "dei innebygde måla gjeld heile landet frå 2024; dette scenarioet treng eigne",
            "the shipped targets are for the whole country from 2024; this scenario needs its own",
        );
        return Err(Problem::new(what)
            .key("--targets")
            .found(format!("{}, {}", scenario.name, scenario.base_year))
            .allowed(Text::all(
                "en tabell som scenarios/data/calibration_targets.csv (bpasim new skriver den ut)",
                "ein tabell som scenarios/data/calibration_targets.csv (bpasim new skriv han ut)",
                "a table such as scenarios/data/calibration_targets.csv (bpasim new writes it out)",
            ))
            .into());
    }
    Ok((name.into(), targets::read(name, embedded::data(name).unwrap_or_default(), scenario)?))
}

/// Places of the parameters to fit: those marked so and those named; and the ids of marked ones that are fixed.
fn calibrated(scenario: &Scenario, named: &[String]) -> Result<(Vec<usize>, Vec<String>)> {
    let table = &scenario.parameters;
    for id in named {
        let Some(slot) = table.slot(id) else {
            let what = Text::all("ukjent parameter", "ukjend parameter", "unknown parameter");
            let known = table.scalars().iter().map(|s| s.id.as_str());
            return Err(Problem::new(what).key("--parameter").found(id).nearest(id, known).into());
        };
        if table.scalars()[slot].distribution.is_fixed() {
            let what = Text::all(
                "er fast i scenarioet, og trenger et område å søke i",
                "er fast i scenarioet, og treng eit område å søkje i",
                "is fixed in the scenario, and needs a range to search",
            );
            let allowed =
                Text::all(format!("{id}=FRA..TIL"), format!("{id}=FRÅ..TIL"), format!("{id}=FROM..TO"));
            return Err(Problem::new(what).key("--parameter").found(id).allowed(allowed).into());
        }
    }
    let uncertain: Vec<usize> = uncertain(table).map(|(slot, _)| slot).collect();
    let marked = |slot: &usize| table.of(&table.scalars()[*slot]).status == STATUS;
    let is_named = |slot: &usize| named.contains(&table.scalars()[*slot].id);
    let slots: Vec<usize> = uncertain.iter().copied().filter(|s| marked(s) || is_named(s)).collect();
    if slots.is_empty() {
        let what = Text::all(
            "ingen uviss parameter er merket calibrated i scenarioet",
            "ingen uviss parameter er merkt calibrated i scenarioet",
            "no uncertain parameter is marked calibrated in the scenario",
        );
        return Err(Problem::new(what).key("--parameter").into());
    }
    let fixed = (0..table.scalars().len()).filter(|slot| marked(slot) && !uncertain.contains(slot));
    Ok((slots, fixed.map(|slot| table.scalars()[slot].id.clone()).collect()))
}

/// Refuses too few or too many draws or rows.
fn enough(args: &CalibrateArgs, scenario: &Scenario) -> Result<()> {
    let least = importance::draws_needed(uncertain(&scenario.parameters).count());
    for (key, found, least, most) in
        [("--draws", args.draws, least, 10 * MOST_DRAWS), ("--rows", args.rows, 1, MOST_DRAWS)]
    {
        if !(least..=most).contains(&found) {
            let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
            let allowed = Text::same(format!("{least} – {most}"));
            return Err(Problem::new(what).key(key).found(found.to_string()).allowed(allowed).into());
        }
    }
    Ok(())
}

/// The scenario with only the zero alternative and the years that the targets need. What is left is the same to the last bit.
fn reduced(scenario: &Scenario, targets: &[CalibrationTarget]) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.models.truncate(1);
    scenario.horizon = targets.iter().map(|t| t.figure.last() + 1).max().unwrap_or(1);
    scenario
}
