//! What analyses are about: a scenario, or a run whose draws are kept; and which figures of it.

use super::limits::Limits;
use super::merge;
use super::monitor::Monitor;
use super::output::ResultFolder;
use super::posterior::{self, PosteriorFile};
use super::request::{ScenarioRequest, told_of_country};
use super::run::{CompletedRun, RunSetup};
use super::stored::{KeptDraws, kept_folder};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::studies::{About, Criterion};
use crate::analysis::summary::{Basis, Period};
use crate::analysis::{full_effect_year, price_year};
use crate::checkpoint::chunk_files::StoredChunk;
use crate::checkpoint::join;
use crate::checkpoint::plan::{PLAN, Plan, identity};
use crate::engine::disclosure::Hidden;
use crate::engine::results::Results;
use crate::engine::run::{Engine, Size};
use crate::engine::sampling::Sampling;
use crate::error::{Error, Problem, Result};
use crate::outcomes::Outcome;
use crate::scenario::financing::{ZERO, model_id};
use crate::scenario::number::understand;
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, load};
use crate::text::{Message, Text, say, shell};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Largest weight in a criterion: no sum of kroner is too large for a number then.
const LARGEST_WEIGHT: f64 = 1e9;

/// What analyses are about.
#[derive(Debug)]
pub struct AnalysisBase {
    /// The scenario.
    pub scenario: Scenario,
    /// The name or file that the scenario was loaded by.
    pub name: String,
    /// The changes that it was loaded with.
    pub options: Options,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The run whose draws are there, if it is one.
    run: Option<(Plan, Draws)>,
    /// The posterior its parameters come from, if from any.
    posterior: Option<PosteriorFile>,
}

/// Where the draws of a run are.
#[derive(Debug)]
enum Draws {
    Memory(Box<Results>),
    Disk(Vec<StoredChunk>),
}

impl AnalysisBase {
    /// A scenario; what an analysis needs of it is simulated with this seed.
    pub fn of_scenario(request: &ScenarioRequest, seed: u64) -> Result<AnalysisBase> {
        let (name, options) = (request.source.clone(), request.options()?);
        let scenario = load(&name, &options)?;
        Ok(AnalysisBase { scenario, name, options, seed, run: None, posterior: None })
    }

    /// A run, with its results in memory.
    pub fn of_run(run: CompletedRun) -> AnalysisBase {
        AnalysisBase::new(run.setup, Draws::Memory(Box::new(run.results)))
    }

    /// A run whose draws are kept on disk.
    pub fn of_kept(setup: RunSetup, draws: KeptDraws) -> AnalysisBase {
        AnalysisBase::new(setup, Draws::Disk(draws.chunks))
    }

    fn new(setup: RunSetup, draws: Draws) -> AnalysisBase {
        let RunSetup { scenario, plan, posterior, .. } = setup;
        let (name, options) = (plan.source.clone(), plan.options());
        AnalysisBase { scenario, name, options, seed: plan.seed, run: Some((plan, draws)), posterior }
    }

    /// The folder of a run whose draws are kept, or of the draws.
    pub fn of_folder(folder: &Path) -> Result<AnalysisBase> {
        let draws = draws_of(folder)?;
        let (plan, chunks) = join::join_folders(std::slice::from_ref(&draws))?;
        if draws != folder {
            same_run(folder, &draws, &plan)?;
        }
        let (scenario, name) = merge::scenario(&plan, None, &draws)?;
        let options = plan.options();
        let posterior = posterior::kept(&plan, &draws)?;
        let run = Some((plan.clone(), Draws::Disk(chunks)));
        Ok(AnalysisBase { scenario, name, options, seed: plan.seed, run, posterior })
    }

    /// What is told of it to readers of an analysis.
    pub fn about(&self) -> Result<About> {
        told_of_country(&self.scenario)?;
        let size = Size { draws: 1, replicates: 1, seed: self.seed };
        let results = Engine::new(&self.scenario)?.results(size, None);
        Ok(About::new(&self.scenario, self.seed, price_year(&self.scenario, &results)))
    }

    /// How parameters are drawn.
    pub fn sampling(&self) -> Sampling {
        self.run.as_ref().map_or(Sampling::default(), |(plan, _)| plan.sampling)
    }

    /// Whether it is a run, whose draws are there.
    pub fn is_run(&self) -> bool {
        self.run.is_some()
    }

    /// The draws that are there, or new ones.
    pub fn results(&self, draws: usize, monitor: Monitor<'_>) -> Result<Cow<'_, Results>> {
        let results = match &self.run {
            Some((_, Draws::Memory(results))) => return Ok(Cow::Borrowed(results)),
            Some((plan, Draws::Disk(chunks))) => {
                let vectors = self.posterior.as_ref().map(|p| p.vectors(&self.scenario)).transpose()?;
                let engine = Engine::new(&self.scenario)?.sampled(plan.sampling, plan.draws)?.given(vectors);
                join::results(&engine, plan.size(), chunks.clone())?
            }
            None => {
                let size =
                    Size { draws: Sampling::default().balanced(draws), replicates: 1, seed: self.seed };
                monitor.progress.start(size.draws, 0);
                let results =
                    Engine::new(&self.scenario)?.run(size, monitor.stop, &|_| monitor.progress.advance());
                monitor.progress.finish();
                results?
            }
        };
        Ok(Cow::Owned(results))
    }

    /// Whether the parameters of the run come from a posterior: then they can't be moved over the scenario's distributions.
    pub fn of_posterior(&self) -> bool {
        self.posterior.is_some()
    }

    /// Refuses analyses that move parameters over their distributions where those of the run come from a posterior.
    pub fn only_of_draws(&self, key: &str) -> Result<()> {
        if self.posterior.is_none() {
            return Ok(());
        }
        let allowed = Text::same("sensitivity --method regression,evppi");
        Err(Problem::new(say::PARAMETERS_FROM_POSTERIOR).key(key).allowed(allowed).into())
    }

    /// Whether so many draws of a scenario are what is kept here.
    pub fn holds(&self, asked: &AnalysisBase, draws: usize) -> bool {
        let sampling = Sampling::default();
        let draws = sampling.balanced(draws);
        let size = Size { draws, replicates: 1, seed: asked.seed };
        let run = identity(&asked.scenario, size, sampling);
        self.run.as_ref().is_some_and(|(plan, _)| plan.draws == draws && plan.run == run)
    }

    /// Refuses fewer draws than are needed, counting those that are kept if they are, and more new ones than fit in memory.
    pub fn enough(&self, wished: usize, limits: Limits) -> Result<()> {
        told_of_country(&self.scenario)?;
        match &self.run {
            None => limits.ensure("--draws", wished),
            Some((plan, _)) => limits.without_most().ensure("--draws", plan.draws),
        }
    }

    /// The figures that `--of` and `--year` mean.
    pub fn targets(&self, of: &[String], year: Option<&str>) -> Result<Vec<Target>> {
        let mut targets = Vec::new();
        for text in of {
            let (id, which) = text.split_once(':').map_or((text.as_str(), None), |(id, w)| (id, Some(w)));
            let outcome = self.outcome("--of", id, |_| true)?;
            let period = self.period(year)?;
            let basis = Basis::usual(outcome, period == Period::Total);
            for (model, minus) in self.models(which)? {
                targets.push(Target { headline: (outcome, basis, period), model, minus });
            }
        }
        Ok(targets)
    }

    /// The outcome of an id; where there is none, the nearest of those that are fit is suggested.
    fn outcome(&self, key: &str, id: &str, fit: fn(Outcome) -> bool) -> Result<Outcome> {
        let unknown = |what: Text| Problem::new(what).key(key).found(id);
        let Some(outcome) = Outcome::from_id(id) else {
            return Err(unknown(say::UNKNOWN_OUTCOME.text()).nearest(id, ids(fit)).into());
        };
        told_of_country(&self.scenario)?;
        match Hidden::of(&self.scenario).outcome(outcome) {
            true => Err(unknown(say::COUNTS_REAL_PERSONS.text()).into()),
            false => Ok(outcome),
        }
    }

    fn period(&self, year: Option<&str>) -> Result<Period> {
        let s = &self.scenario;
        match year {
            None => Ok(Period::Year(full_effect_year(s).0)),
            Some("total") => Ok(Period::Total),
            Some(text) => {
                let found = text.parse::<i32>().ok().filter(|y| (s.base_year..=s.last_year()).contains(y));
                let years = format!("{} – {}, total", s.base_year, s.last_year());
                found.map(|y| Period::Year((y - s.base_year) as usize)).ok_or_else(|| {
                    Problem::new(say::INVALID_YEAR)
                        .key("--year")
                        .found(text)
                        .allowed(Text::same(years))
                        .into()
                })
            }
        }
    }

    /// Model, or model and what is taken from it: all levels, all differences to the zero alternative, or those named.
    fn models(&self, which: Option<&str>) -> Result<Vec<(usize, Option<usize>)>> {
        let ids: Vec<&str> = self.scenario.models.iter().map(|m| m.id.as_str()).collect();
        let place = |id: &str| ids.iter().position(|known| *known == model_id(id));
        match which {
            None => Ok((0..ids.len()).map(|m| (m, None)).collect()),
            Some("difference") => Ok((1..ids.len()).map(|m| (m, Some(0))).collect()),
            Some(text) => {
                if let Some(model) = place(text) {
                    return Ok(vec![(model, None)]);
                }
                // Names of models may have hyphens themselves.
                let pair = text
                    .match_indices('-')
                    .find_map(|(at, _)| Some((place(&text[..at])?, Some(place(&text[at + 1..])?))));
                pair.map(|pair| vec![pair]).ok_or_else(|| {
                    let last = ids.last().copied().unwrap_or_default();
                    let known = ids.join(", ");
                    let allowed = Text::same(format!("{known}, {last}-{ZERO}, difference"));
                    Problem::new(say::UNKNOWN_MODEL).key("--of").found(text).allowed(allowed).into()
                })
            }
        }
    }

    /// Weights as `--criterion` takes them: `society_cost` or `municipality_net=1,state_net=0.5`.
    pub fn criterion(&self, text: &str) -> Result<Criterion> {
        let part = |part: &str| {
            let (id, weight) = part.split_once('=').unwrap_or((part, "1"));
            let id = self.amount("--criterion", id.trim())?.id().to_string();
            match understand(weight).map(|number| number.value) {
                Some(weight) if weight.abs() <= LARGEST_WEIGHT => Ok((id, weight)),
                _ => {
                    let allowed = Text::same("municipality_net=1,state_net=0.5");
                    Err(Problem::new(say::INVALID_WEIGHT)
                        .key("--criterion")
                        .found(weight)
                        .allowed(allowed)
                        .into())
                }
            }
        };
        parts(text).map(part).collect()
    }

    /// An outcome that is an amount of money: nothing else can be weighed in kroner.
    fn amount(&self, key: &str, id: &str) -> Result<Outcome> {
        let fit = |outcome: Outcome| outcome.info().is_amount();
        let outcome = self.outcome(key, id, fit)?;
        if fit(outcome) {
            return Ok(outcome);
        }
        let found = format!("{id} ({})", outcome.info().unit.id());
        let allowed = Text::same(ids(fit).collect::<Vec<_>>().join(", "));
        Err(Problem::new(say::NOT_AN_AMOUNT)
            .key(key)
            .found(found)
            .allowed(allowed)
            .nearest(id, ids(fit))
            .into())
    }

    /// The place of a parameter in the scenario's list of numbers.
    pub fn parameter(&self, id: &str) -> Result<usize> {
        let table = &self.scenario.parameters;
        table.slot(id).ok_or_else(|| {
            let known = table.scalars().iter().map(|s| s.id.as_str());
            Problem::new(say::UNKNOWN_PARAMETER).key("--parameter").found(id).nearest(id, known).into()
        })
    }

    /// The scenario with only what the figures need: their models, and the years up to the last of them. What is left is
    /// the same to the last bit. With the figures as they are called in it.
    pub fn reduced(&self, targets: &[Target]) -> (Scenario, Vec<Target>) {
        let mut scenario = self.scenario.clone();
        let mut needed: Vec<usize> =
            targets.iter().flat_map(|t| [t.model, t.minus.unwrap_or(0)]).chain([0]).collect();
        needed.sort_unstable();
        needed.dedup();
        scenario.models = needed.iter().map(|m| self.scenario.models[*m].clone()).collect();
        let years = targets.iter().map(|t| match t.headline.2 {
            Period::Year(year) => year + 1,
            Period::Total => scenario.horizon,
        });
        scenario.horizon = years.max().unwrap_or(scenario.horizon);
        let place = |m: usize| needed.binary_search(&m).unwrap_or(0);
        let own = targets.iter().map(|t| Target { model: place(t.model), minus: t.minus.map(place), ..*t });
        (scenario, own.collect())
    }
}

/// The parts of a list: a comma before a digit is a decimal comma, as no outcome's id begins with one.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    let between = list
        .char_indices()
        .filter(|(at, c)| *c == ',' && !list[at + 1..].starts_with(|next: char| next.is_ascii_digit()));
    let ends: Vec<usize> = between.map(|(at, _)| at).chain([list.len()]).collect();
    let starts = std::iter::once(0).chain(ends.clone().into_iter().map(|end| end + 1));
    starts.zip(ends).map(|(start, end)| &list[start..end])
}

/// Ids of the outcomes that are fit.
fn ids(fit: fn(Outcome) -> bool) -> impl Iterator<Item = &'static str> {
    Outcome::ALL.iter().filter(move |o| fit(**o)).map(|o| o.id())
}

/// The folder of draws that belongs to a folder of results, or is one.
fn draws_of(folder: &Path) -> Result<PathBuf> {
    if folder.join(PLAN).is_file() {
        return Ok(folder.to_path_buf());
    }
    let kept = kept_folder(folder);
    if kept.join(PLAN).is_file() {
        return Ok(kept);
    }
    Err(Error::from(
        Problem::new(say::DRAWS_NOT_KEPT).file(folder.display().to_string()).allowed(say::FOLDER_OR_SCENARIO),
    ))
}

/// Refuses draws that an earlier run left beside the results of a later one.
fn same_run(results: &Path, draws: &Path, plan: &Plan) -> Result<()> {
    let about = ResultFolder::read(results)?.about;
    about.of_this_model(results)?;
    let told = shell::command(&about.repeat);
    let kept = shell::command(&plan.command(plan.draws));
    if told == kept {
        return Ok(());
    }
    let allowed = Text::same(told);
    Err(Problem::new(say::DRAWS_OF_OTHER_RUN)
        .file(draws.display().to_string())
        .found(kept)
        .allowed(allowed)
        .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_list_may_be_a_decimal_comma() {
        let all = |list| parts(list).collect::<Vec<_>>();
        assert_eq!(all("society_cost"), ["society_cost"]);
        assert_eq!(all("municipality_net=1,state_net=0,5"), ["municipality_net=1", "state_net=0,5"]);
        assert_eq!(all("state_net=0.5,society_cost,"), ["state_net=0.5", "society_cost", ""]);
    }
}
