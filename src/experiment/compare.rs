//! Which assumptions differ between two runs, and what each of them does to the headlines.

use super::monitor::Monitor;
use super::output::ResultFolder;
use super::own_file::own_file;
use super::request::{at_least_one, threads, told_of_country, with_threads};
use crate::analysis::bridge::{Order, SHAPLEY_LIMIT, Set, bridge, figures};
use crate::analysis::precision::headlines;
use crate::analysis::price_year;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::{Error, Problem, Result};
use crate::report::comparison::{Comparison, Step};
use crate::scenario::overrides::Options;
use crate::scenario::{Change, InputFile, Scenario, changes, load};
use crate::text::{Text, Words, say};
use std::path::{Path, PathBuf};

/// Most draws unless told otherwise: enough to see what moves.
const DRAWS: usize = 64;

/// Which runs are compared, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRequest {
    /// The first run's results.
    pub first: ResultFolder,
    /// The second run's.
    pub second: ResultFolder,
    /// Draws that the bridge is worked out on; none is the runs' own, at most 64.
    pub draws: Option<usize>,
    /// In which order changes are made.
    pub order: Order,
    /// Threads; none is one for each processor.
    pub threads: Option<usize>,
}

/// A run, so far as it must agree with the other.
struct ComparedRun {
    folder: PathBuf,
    id: String,
    seed: u64,
    draws: usize,
    replicates: usize,
    sampling: Sampling,
    scenario: String,
    options: Options,
    /// Hashes of the scenario's files.
    inputs: Vec<String>,
}

/// Compares two runs: the results of both stay as they are, and what lies between them is simulated.
pub fn compare(request: &CompareRequest, monitor: Monitor<'_>) -> Result<Comparison> {
    let [a, b] = [described(&request.first)?, described(&request.second)?];
    comparable(&a, &b)?;
    let (from, to) = (scenario(&a)?, scenario(&b)?);
    same_ground(&b.folder, &from, &to)?;
    told_of_country(&to)?;
    let steps = steps(&b.folder, &from, &to)?;
    if request.order == Order::Shapley && steps.len() > SHAPLEY_LIMIT {
        let limit = say::AtMostWithShapley { limit: SHAPLEY_LIMIT };
        return Err(Problem::new(say::TOO_MANY_CHANGES)
            .key("--shapley")
            .found(steps.len().to_string())
            .allowed(limit)
            .into());
    }
    let most = a.draws.min(b.draws);
    let draws = at_least_one("--draws", request.draws.unwrap_or(most.min(DRAWS)))?;
    if draws > most {
        let allowed = Text::same(format!("≤ {most}"));
        return Err(Problem::new(say::MORE_THAN_RUNS_HAVE)
            .key("--draws")
            .found(draws.to_string())
            .allowed(allowed)
            .into());
    }
    let size = Size { draws, replicates: a.replicates, seed: a.seed };
    let followed = headlines(&to);
    let mut year = from.base_year;
    let mut bridges = with_threads(threads(request.threads)?, || {
        bridge(steps.len(), request.order, size.replicates, |set| {
            let own = with(&a, &steps, set)?;
            let results = Engine::new(&own)?.sampled(a.sampling, draws)?.run(size, monitor.stop, &|_| ())?;
            year = price_year(&own, &results);
            Ok(figures(&results, &followed, own.models.len()))
        })
    })?;
    let differences = bridges.split_off((followed.len() * to.models.len()).min(bridges.len()));
    Ok(Comparison {
        scenario: to,
        runs: [a.id, b.id],
        price_year: year,
        steps,
        order: request.order,
        draws,
        run_draws: [a.draws, b.draws],
        headlines: followed,
        bridges,
        differences,
    })
}

fn described(results: &ResultFolder) -> Result<ComparedRun> {
    let ResultFolder { path, about, .. } = results;
    about.of_this_model(path)?;
    if about.posterior.is_some() {
        return Err(cannot(path, say::POSTERIOR_NOT_BY_STEPS, "--posterior"));
    }
    let (named, options) = repeated(&about.repeat);
    let scenario = about.source(&named).map_or(Ok(named.clone()), |hash| own_file(&named, hash, path))?;
    Ok(ComparedRun {
        folder: path.clone(),
        id: about.run_id.clone(),
        seed: about.seed,
        draws: about.draws,
        replicates: about.replicates,
        sampling: about.sampling,
        scenario,
        options,
        inputs: about.scenario.inputs.iter().map(|i| i.hash.clone()).collect(),
    })
}

/// Scenario and options of the command that repeats a run.
fn repeated(words: &[String]) -> (String, Options) {
    let mut options = Options::default();
    for pair in words.windows(2) {
        match pair[0].as_str() {
            "--set" => options.sets.push(pair[1].to_string()),
            "--models" => options.models = Some(pair[1].split(',').map(str::to_string).collect()),
            "--years" => options.years = pair[1].parse().ok(),
            _ => {}
        }
    }
    (words.get(2).cloned().unwrap_or_default(), options)
}

/// The scenario as it was; refused if a file has changed since.
fn scenario(run: &ComparedRun) -> Result<Scenario> {
    let scenario = load(&run.scenario, &run.options)?;
    let now = &scenario.inputs;
    // A table with hidden counts is told of without a hash.
    let same = |(then, now): (&String, &InputFile)| then.is_empty() || *then == now.hash;
    if run.inputs.len() == now.len() && run.inputs.iter().zip(now).all(same) {
        return Ok(scenario);
    }
    Err(cannot(&run.folder, say::SCENARIO_OR_DATA_CHANGED, &run.scenario))
}

fn cannot(folder: &Path, why: Words, found: &str) -> Error {
    Problem::new(say::RunsCannotBeCompared { why }).file(folder.display().to_string()).found(found).into()
}

fn comparable(a: &ComparedRun, b: &ComparedRun) -> Result<()> {
    let refuse =
        |why: Words, own: String, other: String| Err(cannot(&b.folder, why, &format!("{own}, {other}")));
    if a.seed != b.seed {
        return refuse(say::DIFFERENT_SEEDS, a.seed.to_string(), b.seed.to_string());
    }
    if a.replicates != b.replicates {
        return refuse(say::DIFFERENT_SETS_OF_PERSONS, a.replicates.to_string(), b.replicates.to_string());
    }
    Ok(())
}

fn same_ground(second: &Path, a: &Scenario, b: &Scenario) -> Result<()> {
    let refuse = |why: Words, found: String| Err(cannot(second, why, &found));
    if (a.base_year, a.horizon) != (b.base_year, b.horizon) {
        return refuse(
            say::DIFFERENT_YEARS,
            format!("{}–{}, {}–{}", a.base_year, a.last_year(), b.base_year, b.last_year()),
        );
    }
    if a.units != b.units || a.placement != b.placement {
        return refuse(
            say::DIFFERENT_MUNICIPALITIES_OR_RECIPIENTS,
            format!("{}, {}", a.units.len(), b.units.len()),
        );
    }
    let ids = |s: &Scenario| s.models.iter().map(|m| m.id.clone()).collect::<Vec<_>>().join(",");
    if ids(a) != ids(b) {
        return refuse(say::DIFFERENT_MODELS, format!("{} / {}", ids(a), ids(b)));
    }
    Ok(())
}

/// The differences, each as something `--set` can do.
fn steps(second: &Path, from: &Scenario, to: &Scenario) -> Result<Vec<Step>> {
    let all: Vec<Change> = changes::between(from, to, false);
    if all.is_empty() {
        let why = say::ASSUMPTIONS_ARE_THE_SAME;
        let same = Problem::new(say::RunsCannotBeCompared { why }).file(second.display().to_string());
        return Err(same.allowed(say::TWO_RUNS_THAT_DIFFER).into());
    }
    if let Some(other) = all.iter().find(|c| c.key.starts_with("correlations.") || c.key.ends_with(".year")) {
        return Err(cannot(second, say::CORRELATIONS_OR_PRICE_YEARS, &other.key));
    }
    let source = |key: &str| {
        let mut own = to.parameters.iter().filter(|p| !p.is_lever());
        let found =
            own.find(|p| key == p.id || key.strip_prefix(&p.id).is_some_and(|rest| rest.starts_with('.')));
        found.map(|p| p.source.clone()).unwrap_or_default()
    };
    Ok(all.into_iter().map(|change| Step { source: source(&change.key), change }).collect())
}

/// The first run's scenario with a set of the changes made.
fn with(first: &ComparedRun, steps: &[Step], set: Set) -> Result<Scenario> {
    let mut options = first.options.clone();
    let chosen = steps.iter().enumerate().filter(|(i, _)| set & (1 << i) != 0);
    options.sets.extend(chosen.map(|(_, step)| format!("{}={}", step.change.key, step.change.to)));
    load(&first.scenario, &options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::{OutputRequest, RunRequest, run};

    #[test]
    fn runs_in_memory_are_compared() {
        let folder = |sets: &[&str]| {
            let mut request = RunRequest { draws: 4, ..RunRequest::of("oslo") };
            request.scenario.options.years = Some(2);
            request.scenario.options.sets = sets.iter().map(|set| set.to_string()).collect();
            run(&request, Monitor::default()).unwrap().result_folder(&OutputRequest::default()).unwrap()
        };
        let (first, second) = (folder(&[]), folder(&["price_response=0.3", "coverage_null=0.8"]));
        let of = |first: &ResultFolder, second: &ResultFolder| {
            let (first, second) = (first.clone(), second.clone());
            let request = CompareRequest { first, second, draws: None, order: Order::Listed, threads: None };
            compare(&request, Monitor::default())
        };
        let found = of(&first, &second).unwrap();
        let keys: Vec<&str> = found.steps.iter().map(|step| step.change.key.as_str()).collect();
        assert_eq!((keys, found.draws), (vec!["price_response", "coverage_null"], 4));
        let models = found.scenario.models.len();
        assert_eq!(found.bridges.len(), found.headlines.len() * models);
        assert_eq!(found.differences.len(), found.headlines.len() * (models - 1));
        let mean = |s: &Option<crate::Statistics>| s.as_ref().unwrap().mean;
        for (i, own) in found.differences.iter().enumerate() {
            let (headline, model) = (i / (models - 1) * models, 1 + i % (models - 1));
            let [zero, level] = [headline, headline + model].map(|place| &found.bridges[place]);
            for (difference, level, zero) in
                [(&own.from, &level.from, &zero.from), (&own.to, &level.to, &zero.to)]
            {
                let expected = mean(level) - mean(zero);
                assert!((mean(difference) - expected).abs() <= 1e-9 * mean(level).abs().max(1.0), "{i}");
            }
        }
        assert!(of(&first, &first).is_err(), "there is nothing between a run and itself");
    }
}
