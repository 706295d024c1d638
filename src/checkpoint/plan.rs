//! The plan of a folder of chunks: the run it belongs to, and which of the run's draws it holds.

use crate::engine::mechanical::MechanicalDraws;
use crate::engine::model_number::{MODEL_NUMBER, refuse_other};
use crate::engine::run::Size;
use crate::engine::sampling::Sampling;
use crate::error::{Problem, Result};
use crate::files::format::{self, FILE_FORMAT, refuse_other_format};
use crate::files::names::name_of;
use crate::files::read;
use crate::files::swap::is_file;
use crate::scenario::overrides::Options;
use crate::scenario::{Scenario, canonical, embedded};
use crate::text::{Text, say, shell};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::ops::Range;
use std::path::Path;

/// The file in every folder of chunks.
pub const PLAN: &str = "plan.json";

/// A slice of a run's draws: number `own` of `of`, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// The number of the slice, 1 to `of`.
    pub own: usize,
    /// The number of slices.
    pub of: usize,
}

impl Shard {
    /// All draws in one.
    pub const WHOLE: Shard = Shard { own: 1, of: 1 };

    /// The draws of the slice: slices are as equal as can be, in order.
    pub fn draws(self, all: usize) -> Range<usize> {
        let border = |n: usize| (all as u128 * n as u128 / self.of as u128) as usize;
        border(self.own - 1)..border(self.own)
    }
}

/// The posterior that a run takes its parameters from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosteriorSource {
    /// The name of its file.
    pub file: String,
    /// The hash of the file's content.
    pub blake3: String,
    /// Whether the user accepted a calibration that did not succeed.
    pub accepted: bool,
}

/// A run, and which draws of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Always "bpasim".
    pub program: String,
    /// The program's version.
    pub version: String,
    /// The format of the folder.
    #[serde(default = "format::first")]
    pub file_format: u32,
    /// The model's number; 0 in files from before it was kept.
    #[serde(default)]
    pub model_number: u32,
    /// All that decides the figures of a draw in one hash, see [`identity`].
    pub run: String,
    /// The scenario's name, or that of its file without the folders it lies in.
    pub scenario: String,
    /// The hash of that file; none for a shipped scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario_blake3: Option<String>,
    /// The same as it was loaded by here; nothing in a plan that was read.
    #[serde(skip)]
    pub source: String,
    /// Overrides, as `--set` takes them.
    pub sets: Vec<String>,
    /// The models chosen, if not all.
    pub models: Option<Vec<String>>,
    /// The number of years chosen, if not the scenario's.
    pub years: Option<usize>,
    /// Draws of the whole run.
    pub draws: usize,
    /// Number of replicates of a draw.
    pub replicates: usize,
    /// The seed of all random numbers.
    pub seed: u64,
    /// How parameters are drawn.
    pub sampling: Sampling,
    /// The slice of the run.
    pub shard: Shard,
    /// Where parameters come from, if they are not drawn from their distributions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posterior: Option<PosteriorSource>,
    /// Whether every draw is simulated without reactions too, and not one of so many. It changes no figure of a draw, so it
    /// is no part of the run's hash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mechanical: bool,
}

/// Hash of all that decides the figures of a draw: the model's number, every value of the scenario, seed, replicates and
/// sampling. Not the number of draws: more of them leave the first ones as they are.
pub fn identity(scenario: &Scenario, size: Size, sampling: Sampling) -> String {
    let all = json!({
        "model_number": MODEL_NUMBER,
        "seed": size.seed,
        "replicates": size.replicates,
        "sampling": sampling,
        "scenario": canonical::scenario(scenario),
    });
    blake3::hash(all.to_string().as_bytes()).to_hex().to_string()
}

/// [`identity`] of a run that takes its parameters from a posterior, if from any.
pub fn identity_of(identity: String, posterior: Option<&PosteriorSource>) -> String {
    match posterior {
        None => identity,
        Some(origin) => blake3::hash(format!("{identity}{}", origin.blake3).as_bytes()).to_hex().to_string(),
    }
}

impl Plan {
    /// The same run with parameters from a posterior.
    pub fn from_posterior(self, posterior: Option<PosteriorSource>) -> Plan {
        Plan { run: identity_of(self.run, posterior.as_ref()), posterior, ..self }
    }

    /// The draws that are simulated without reactions too.
    pub fn mechanical_draws(&self) -> MechanicalDraws {
        if self.mechanical { MechanicalDraws::All } else { MechanicalDraws::Few }
    }

    /// The command that gives the results of so many of the run's draws, in one piece.
    pub fn command(&self, draws: usize) -> Vec<String> {
        let mut words = vec!["bpasim".to_string(), "run".to_string(), self.scenario.clone()];
        let mut put = |option: &str, value: String| words.extend([option.to_string(), value]);
        put("--draws", draws.to_string());
        put("--seed", self.seed.to_string());
        if self.replicates > 1 {
            put("--replicates", self.replicates.to_string());
        }
        if self.sampling != Sampling::default() {
            put("--sampling", self.sampling.id().to_string());
        }
        if let Some(years) = self.years {
            put("--years", years.to_string());
        }
        if let Some(models) = &self.models {
            put("--models", models.join(","));
        }
        for set in &self.sets {
            put("--set", set.clone());
        }
        if self.mechanical {
            words.push("--mechanical".to_string());
        }
        let mut put = |option: &str, value: String| words.extend([option.to_string(), value]);
        if let Some(origin) = &self.posterior {
            put("--posterior", origin.file.clone());
            if origin.accepted {
                words.push("--accept-bad-fit".to_string());
            }
        }
        words
    }

    /// The plan of a run. `name` and `options` are what the scenario was loaded by.
    pub fn new(
        scenario: &Scenario,
        name: &str,
        options: &Options,
        size: Size,
        sampling: Sampling,
        shard: Shard,
    ) -> Plan {
        let own = embedded::scenario(name).is_none();
        let file = scenario.inputs.iter().rev().find(|file| own && file.path == name);
        let options = options.by_todays_ids();
        Plan {
            program: "bpasim".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            file_format: FILE_FORMAT,
            model_number: MODEL_NUMBER,
            run: identity(scenario, size, sampling),
            scenario: if own { name_of(name) } else { name.into() },
            scenario_blake3: file.map(|file| file.hash.clone()),
            source: name.into(),
            sets: options.sets,
            models: options.models,
            years: options.years,
            draws: size.draws,
            replicates: size.replicates,
            seed: size.seed,
            sampling,
            shard,
            posterior: None,
            mechanical: false,
        }
    }

    /// Overrides to load the scenario by.
    pub fn options(&self) -> Options {
        Options { sets: self.sets.clone(), models: self.models.clone(), years: self.years }
    }

    /// Size of the whole run.
    pub fn size(&self) -> Size {
        Size { draws: self.draws, replicates: self.replicates, seed: self.seed }
    }

    /// The draws of this slice.
    pub fn own_draws(&self) -> Range<usize> {
        self.shard.draws(self.draws)
    }

    /// The plan in a file, of whatever version of this program; none where it is no plan of one.
    pub fn of_program(file: &Path) -> Option<Plan> {
        let text = Some(file).filter(|file| is_file(file)).map(|file| read::bytes(file, read::MOST_LIST))?;
        serde_json::from_slice::<Plan>(&text.ok()?).ok().filter(|plan| plan.program == "bpasim")
    }

    /// The content of `plan.json`.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads a folder's plan; nothing if it has none.
    pub fn read(folder: &Path) -> Result<Option<Plan>> {
        let path = folder.join(PLAN);
        if std::fs::symlink_metadata(&path).is_err() {
            return Ok(None);
        }
        let text = read::text(&path, read::MOST_LIST).map_err(read::of_file)?;
        let plan: Option<Plan> = serde_json::from_str(&text).ok();
        let sound = |p: &Plan| {
            let Shard { own, of } = p.shard;
            p.program == "bpasim" && 1 <= own && own <= of && p.draws >= 1 && p.replicates >= 1
        };
        plan.filter(sound)
            .map(Some)
            .ok_or_else(|| Problem::new(say::DAMAGED_OR_FOREIGN).file(path.display().to_string()).into())
    }

    /// Refuses the plan of draws in another format, or that another model made; `file` is the plan's own.
    pub fn of_this_model(&self, file: &Path) -> Result<()> {
        refuse_other_format(file.display().to_string(), self.file_format, &self.version)?;
        refuse_other(file.display().to_string(), self.model_number)
    }

    /// Whether another plan's run is of the same assumptions.
    pub fn is_alike(&self, other: &Plan) -> bool {
        let posterior = |plan: &Plan| plan.posterior.as_ref().map(|origin| origin.blake3.clone());
        let what = |plan: &Plan| (plan.scenario.clone(), plan.options(), posterior(plan));
        what(self) == what(other)
    }

    /// Refuses another run's plan, saying in what it differs.
    pub fn same_run(&self, other: &Plan, file: &Path) -> Result<()> {
        other.of_this_model(file)?;
        if (&self.run, self.mechanical) == (&other.run, other.mechanical) {
            return Ok(());
        }
        let of = |p: &Plan| {
            let posterior = p.posterior.as_ref().map_or(String::new(), |origin| {
                let hash: String = origin.blake3.chars().take(12).collect();
                format!(" ({hash})")
            });
            // The words after `bpasim run`.
            shell::command(&p.command(p.draws).split_off(2)) + &posterior
        };
        Err(Problem::new(say::BELONGS_TO_ANOTHER_RUN)
            .file(file.display().to_string())
            .found(of(other))
            .allowed(Text::same(of(self)))
            .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn shards_are_all_draws_once_and_nearly_equal() {
        for (all, of) in [(10, 3), (7, 7), (3, 5), (1_000_003, 64)] {
            let slices: Vec<Range<usize>> = (1..=of).map(|own| Shard { own, of }.draws(all)).collect();
            assert_eq!((slices[0].start, slices[of - 1].end), (0, all));
            assert!(slices.windows(2).all(|pair| pair[0].end == pair[1].start));
            let sizes = slices.iter().map(ExactSizeIterator::len);
            assert!(sizes.clone().max().unwrap() - sizes.min().unwrap() <= 1);
        }
        assert_eq!(Shard::WHOLE.draws(5), 0..5);
    }

    #[test]
    fn the_identity_is_all_that_decides_a_draw() {
        let scenario = fixture::scenario(&["zero", "A"]);
        let size = Size { draws: 5, replicates: 1, seed: 1 };
        let own = identity(&scenario, size, Sampling::Random);
        assert_eq!(own, identity(&scenario, Size { draws: 9, ..size }, Sampling::Random));
        assert_ne!(own, identity(&scenario, Size { seed: 2, ..size }, Sampling::Random));
        assert_ne!(own, identity(&scenario, Size { replicates: 2, ..size }, Sampling::Random));
        assert_ne!(own, identity(&scenario, size, Sampling::Sobol));
        let origin = |hash: &str| PosteriorSource { file: "p".into(), blake3: hash.into(), accepted: false };
        let of = |hash: &str| identity_of(own.clone(), Some(&origin(hash)));
        assert_eq!(identity_of(own.clone(), None), own);
        assert!(of("a") != own && of("a") != of("b"));
        // Neither texts nor how well a value is known.
        let mut other = scenario.clone();
        (other.units[0].name, other.models[1].title) = ("B".into(), Text::same("B"));
        assert_eq!(own, identity(&other, size, Sampling::Random));
        other.units[0].need_index = Some(0.94);
        assert_ne!(own, identity(&other, size, Sampling::Random));
        assert_ne!(own, identity(&fixture::scenario(&["zero", "B"]), size, Sampling::Random));
    }
}
