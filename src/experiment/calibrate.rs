//! Parameters fitted to known figures, and a posterior that runs take their parameters from.

use super::limits::Limits;
use super::monitor::{Costly, Event, Monitor};
use super::request::{
    AnalysisSettings, FolderRequest, ScenarioRequest, threads, told_of_country, with_threads,
};
use super::simulator::Simulator;
use crate::analysis::calibration::conduct::{CHANCE, CalibrationSubject, PERSONS};
use crate::analysis::calibration::importance;
use crate::analysis::calibration::posterior::{Posterior, uncertain};
use crate::analysis::calibration::targets::{self, CalibrationTarget, TargetFormula};
use crate::analysis::conduct;
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::export::folder;
use crate::files::list::hash;
use crate::files::names::name_of;
use crate::scenario::layers::read_table;
use crate::scenario::number::understand;
use crate::scenario::overrides::Options;
use crate::scenario::{Placement, Scenario, embedded, load};
use crate::text::{Text, say};
use std::path::PathBuf;

/// Weighted draws unless told otherwise.
pub const DRAWS: usize = 2048;
/// Rows of the posterior unless told otherwise.
pub const ROWS: usize = 1000;
/// The status that marks parameters to be fitted.
const STATUS: &str = "calibrated";
/// The shipped targets, and the first year they are for.
const SHIPPED: (&str, i32) = ("data/calibration_targets.csv", 2024);
/// Tries of the model that the search for the best fit takes for each parameter, roughly: for the estimate of time.
const TRIES: usize = 12;

/// What is fitted to what.
#[derive(Clone, Debug, PartialEq)]
pub struct CalibrateRequest {
    /// The scenario.
    pub scenario: ScenarioRequest,
    /// A table of known figures (CSV); none is the shipped one, of the whole country from 2024.
    pub targets: Option<PathBuf>,
    /// Parameters fitted beside those that the scenario marks; `other_services_cost_mean=300000..600000` makes a fixed one
    /// uncertain.
    pub parameters: Vec<String>,
    /// Weighted draws.
    pub draws: usize,
    /// Rows of the posterior.
    pub rows: usize,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How it is done.
    pub settings: AnalysisSettings,
    /// Where it shall go, if to a folder; refused at once where it can't be written.
    pub folder: Option<FolderRequest>,
}

impl Default for CalibrateRequest {
    fn default() -> Self {
        CalibrateRequest {
            scenario: ScenarioRequest::default(),
            targets: None,
            parameters: Vec::new(),
            draws: DRAWS,
            rows: ROWS,
            seed: 1,
            settings: AnalysisSettings::default(),
            folder: None,
        }
    }
}

/// Fits the parameters. A posterior is found also where the fit is bad; its calibration says whether it succeeded.
pub fn calibrate(request: &CalibrateRequest, monitor: Monitor<'_>) -> Result<Posterior> {
    let (freed, named) = wished(&request.parameters)?;
    let mut options = request.scenario.options()?;
    options.sets.extend(freed.iter().cloned());
    let scenario = load(&request.scenario.source, &options)?;
    told_of_country(&scenario)?;
    let (targets_file, targets) = known(request, &scenario, monitor)?;
    let (calibrated, left_fixed) = calibrated(&scenario, &named)?;
    enough(request, &scenario)?;
    if let Some(wished) = &request.folder {
        let told = folder::ensure_writable(&request.place(wished, &scenario.name), &wished.force.into())?;
        told.iter().for_each(|text| monitor.progress.event(Event::Warning(text)));
    }

    let reduced = reduced(&scenario, &targets);
    let engine = Engine::new(&reduced)?;
    let figures: Vec<TargetFormula> = targets.iter().map(|t| t.figure.clone()).collect();
    let subject = CalibrationSubject {
        engine: &engine,
        scenario: &scenario,
        seed: request.seed,
        targets: &targets,
        targets_file: &targets_file,
        calibrated: &calibrated,
        freed: &freed,
        left_fixed: &left_fixed,
        draws: request.draws,
        rows: request.rows,
    };
    with_threads(threads(request.settings.threads)?, || {
        let asked = conduct::Subject { engine: &engine, seed: request.seed };
        let simulator = Simulator::new(asked, &figures, request.settings.journal.as_deref(), monitor);
        let worlds = CHANCE + request.draws * importance::SETS + calibrated.len() * TRIES * PERSONS;
        simulator.expect(worlds);
        let id = |slot: &usize| scenario.parameters.scalars()[*slot].id.clone();
        simulator.tell_cost(Costly::Calibration(calibrated.iter().map(id).collect()), worlds)?;
        let found = subject.calibrate(&mut |points| simulator.ask_all(points));
        if !matches!(found, Err(Error::Paused)) {
            simulator.done();
        }
        found
    })
}

impl CalibrateRequest {
    /// Where the calibration of a scenario goes: one of other assumptions, targets or parameters has a default folder of its
    /// own.
    pub fn place(&self, folder: &FolderRequest, scenario: &str) -> PathBuf {
        let usual = format!("{scenario}-calibration");
        let ScenarioRequest { options, without_commissioned, .. } = &self.scenario;
        let own = (options, without_commissioned, &self.parameters, &self.targets);
        if own == (&Options::default(), &false, &Vec::new(), &None) {
            return folder.path(&usual);
        }
        let id = hash(format!("{own:?}").as_bytes());
        folder.path(&format!("{usual}-{}", &id[..8]))
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
        let end = |text: &str| understand(text).map(|number| number.value);
        let ends = range.split_once("..").and_then(|(low, high)| Some((end(low)?, end(high)?)));
        let Some((low, high)) = ends else { return Err(bad_range(text)) };
        if !(low < high && low.is_finite() && high.is_finite()) {
            return Err(bad_range(text));
        }
        freed.push(format!("{}={{uniform=[{low:?},{high:?}]}}", id.trim()));
        named.push(id.trim().to_string());
    }
    Ok((freed, named))
}

fn bad_range(found: &str) -> Error {
    let allowed = Text::same("other_services_cost_mean=300000..600000");
    Problem::new(say::INVALID_RANGE).key("--parameter").found(found).allowed(allowed).into()
}

/// The targets, and the name of their file.
fn known(
    request: &CalibrateRequest,
    scenario: &Scenario,
    monitor: Monitor<'_>,
) -> Result<(String, Vec<CalibrationTarget>)> {
    if let Some(path) = &request.targets {
        let name = path.display().to_string();
        let (text, encoding) =
            read_table(path).map_err(|problem| Problem { file: Some(name.clone()), ..*problem })?;
        let (targets, separator) = targets::read(&name, &text, scenario)?;
        let told = encoding.into_iter().chain(separator);
        told.for_each(|text| monitor.progress.event(Event::Warning(&text)));
        return Ok((name_of(path), targets));
    }
    let (name, year) = SHIPPED;
    if scenario.base_year != year || scenario.placement == Placement::Observed {
        return Err(Problem::new(say::SHIPPED_TARGETS_ELSEWHERE)
            .key("--targets")
            .found(format!("{}, {}", scenario.name, scenario.base_year))
            .allowed(say::A_TABLE_OF_TARGETS)
            .into());
    }
    Ok((name.into(), targets::read(name, embedded::data(name).unwrap_or_default(), scenario)?.0))
}

/// Places of the parameters to fit: those marked so and those named; and the ids of marked ones that are fixed.
fn calibrated(scenario: &Scenario, named: &[String]) -> Result<(Vec<usize>, Vec<String>)> {
    let table = &scenario.parameters;
    for id in named {
        let Some(slot) = table.slot(id) else {
            let known = table.scalars().iter().map(|s| s.id.as_str());
            return Err(Problem::new(say::UNKNOWN_PARAMETER)
                .key("--parameter")
                .found(id)
                .nearest(id, known)
                .into());
        };
        if table.scalars()[slot].distribution.is_fixed() {
            return Err(Problem::new(say::FIXED_AND_NEEDS_RANGE)
                .key("--parameter")
                .found(id)
                .allowed(say::RangeOfId { id })
                .into());
        }
    }
    let uncertain: Vec<usize> = uncertain(table).map(|(slot, _)| slot).collect();
    let marked = |slot: &usize| table.of(&table.scalars()[*slot]).status == STATUS;
    let is_named = |slot: &usize| named.contains(&table.scalars()[*slot].id);
    let slots: Vec<usize> = uncertain.iter().copied().filter(|s| marked(s) || is_named(s)).collect();
    if slots.is_empty() {
        return Err(Problem::new(say::NOTHING_TO_CALIBRATE).key("--parameter").into());
    }
    let fixed = (0..table.scalars().len()).filter(|slot| marked(slot) && !uncertain.contains(slot));
    Ok((slots, fixed.map(|slot| table.scalars()[slot].id.clone()).collect()))
}

/// Refuses too few or too many draws or rows.
fn enough(request: &CalibrateRequest, scenario: &Scenario) -> Result<()> {
    Limits::weighted(uncertain(&scenario.parameters).count()).ensure("--draws", request.draws)?;
    Limits::rows().ensure("--rows", request.rows)
}

/// The scenario with only the zero alternative and the years that the targets need. What is left is the same to the last bit.
fn reduced(scenario: &Scenario, targets: &[CalibrationTarget]) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.models.truncate(1);
    scenario.horizon = targets.iter().map(|t| t.figure.last() + 1).max().unwrap_or(1);
    scenario
}
