//! What goes into `run.json`.

use crate::analysis::calibration::found::Calibration;
use crate::analysis::statistics::statistics;
use crate::analysis::{full_effect_year, price_year};
use crate::engine::disclosure::Hidden;
use crate::engine::model_number::MODEL_NUMBER;
use crate::engine::results::Results;
use crate::engine::sampling::Sampling;
use crate::engine::warnings::warnings;
use crate::files::format::FILE_FORMAT;
use crate::outcomes::Outcome;
use crate::records::manifest::{
    ComparedYear, IntervalInfo, Manifest, ModelInfo, PosteriorInfo, PrecisionInfo, ScenarioInfo, TimeInfo,
};
use crate::report::calibration;
use crate::report::layout::paragraph;
use crate::report::texts::Texts;
use crate::scenario::financing::{Model, Number};
use crate::scenario::{InputFile, Scenario, canonical};
use crate::text::number::percent;
use crate::text::{Lang, say};
use serde_json::{Map, Value, json};

/// What the caller knows about a run beyond scenario and results.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunInfo {
    /// The command line, program name first.
    pub command: Vec<String>,
    /// The command that gives the same results, whoever ran this in whatever pieces.
    pub repeat: Vec<String>,
    /// Hash of what was changed in the scenario, and how.
    pub assumptions: String,
    /// Hash of all that decides the figures of a draw.
    pub run: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Parameter draws.
    pub draws: usize,
    /// Sets of persons per draw.
    pub replicates: usize,
    /// Wall-clock seconds the run took.
    pub seconds: f64,
    /// Threads used.
    pub threads: usize,
    /// The day it ended, year first.
    pub day: Option<String>,
    /// How parameters were drawn.
    pub sampling: Sampling,
    /// What `--precision` came to.
    pub precision: Option<Reached>,
    /// Where parameters come from, if they are not drawn from their distributions.
    pub posterior: Option<PosteriorUsed>,
}

/// The posterior a run took its parameters from.
#[derive(Clone, Debug, PartialEq)]
pub struct PosteriorUsed {
    /// How it was made.
    pub calibration: Calibration,
    /// Hash of its file.
    pub blake3: String,
}

impl PosteriorUsed {
    fn info(&self) -> PosteriorInfo {
        let found = &self.calibration;
        PosteriorInfo {
            blake3: self.blake3.clone(),
            scenario: found.scenario.clone(),
            success: found.success,
            rows: found.sampling.rows,
            effective_draws: found.sampling.effective(),
            targets: found.targets.iter().map(|t| t.id.clone()).collect(),
        }
    }

    /// The calibration as it is kept beside the results.
    pub fn file(&self) -> Vec<u8> {
        format!("{}\n", serde_json::to_string_pretty(&self.calibration).unwrap_or_default()).into_bytes()
    }

    /// In words, for the screen.
    pub fn words(&self, draws: usize, lang: Lang) -> String {
        let texts = Texts::new(lang);
        let lines = calibration::used(&self.calibration, draws, &texts);
        lines.iter().map(|line| paragraph(line, 0)).collect()
    }
}

/// How precise a run with `--precision` became.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Largest error wanted, a share.
    pub wanted: f64,
    /// Largest error found.
    pub largest: f64,
    /// The headline that has it.
    pub outcome: Option<Outcome>,
    /// Whether every headline's error is below what was wanted.
    pub converged: bool,
}

impl Reached {
    /// In words, a line.
    pub fn words(&self, lang: Lang) -> String {
        let (wanted, largest) = (percent(self.wanted, 2, lang), percent(self.largest, 2, lang));
        let which = self.outcome.map_or("", |o| o.info().label.get(lang));
        match self.converged {
            true => lang.say(say::PrecisionReached { largest, wanted }) + "\n",
            false => lang.say(say::PrecisionNotReached { largest, which, wanted }) + "\n",
        }
    }
}

/// The currency of all scenarios that name none.
const KRONER: &str = "NOK";

/// What `run.json` tells but for the hashes of files.
pub fn manifest(
    scenario: &Scenario,
    results: &Results,
    info: &RunInfo,
    hidden: &Hidden,
    fingerprint: &str,
) -> Manifest {
    let (compared, full_effect) = full_effect_year(scenario);
    let precision = info.precision.map(|p| PrecisionInfo {
        wanted: p.wanted,
        largest_error: p.largest.is_finite().then_some(p.largest),
        outcome: p.outcome.map(|o| o.id().into()),
        converged: p.converged,
    });
    let interval = IntervalInfo {
        lower_percentile: 5,
        upper_percentile: 95,
        percentile_type: 7,
        meaning: match info.draws > 1 {
            true => {
                "spread over draws of uncertain parameters and of persons; no uncertainty of the model's form"
            }
            false => "none: one draw has no spread",
        }
        .into(),
        mcse: match results.scrambles {
            0 => "standard deviation of draw means divided by the square root of the number of draws".into(),
            n => format!(
                "standard deviation of the means of {n} scramblings divided by the square root of {n}"
            ),
        },
    };
    let all = Manifest {
        program: "bpasim".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        file_format: FILE_FORMAT,
        model_number: MODEL_NUMBER,
        run_id: String::new(),
        command: info.command.clone(),
        repeat: info.repeat.clone(),
        assumptions: info.assumptions.clone(),
        run: info.run.clone(),
        seed: info.seed,
        draws: info.draws,
        replicates: info.replicates,
        sampling: info.sampling,
        precision,
        scenario: ScenarioInfo {
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            first_year: scenario.base_year,
            last_year: scenario.last_year(),
            units: scenario.units.len(),
            municipalities: scenario.has_population(),
            part_of_country: scenario.part_of_country(),
            currency: (scenario.currency != KRONER).then(|| scenario.currency.clone()),
            inputs: scenario.inputs.iter().map(|file| shown(file, scenario)).collect(),
        },
        price_year: price_year(scenario, results),
        compared_year: ComparedYear { year: scenario.base_year + compared as i32, full_effect },
        unmet_is_priced: unmet_is_priced(scenario, results),
        small_counts_hidden: scenario.has_real_persons(),
        hidden_units: hidden.hidden_units(),
        hidden_outcomes: hidden.outcome_ids().into_iter().map(str::to_string).collect(),
        interval,
        models: scenario.models.iter().map(|m| model(scenario, results, m)).collect(),
        changes: scenario.changes.clone(),
        missing_data: scenario.missing_data(),
        warnings: warnings(scenario).iter().map(|text| scenario.without_folders(text)).collect(),
        fingerprint: fingerprint.into(),
        posterior: info.posterior.as_ref().map(PosteriorUsed::info),
        time: TimeInfo { seconds: info.seconds, threads: info.threads, day: info.day.clone() },
        outputs: Map::new(),
    };
    all.named()
}

/// A file read. Small counts could be found by trying which of them give a table its hash: it is told without one.
fn shown(file: &InputFile, scenario: &Scenario) -> InputFile {
    match file.own_counts && scenario.withheld.forgotten {
        true => InputFile { hash: String::new(), ..file.clone() },
        false => file.clone(),
    }
}

/// Whether unmet need has a price in some draw, so that it is in society's cost.
fn unmet_is_priced(scenario: &Scenario, results: &Results) -> bool {
    let slot = scenario.parameters.slot("unmet_value");
    slot.is_some_and(|slot| results.values.column(slot).iter().any(|x| *x > 0.0))
}

/// A model with every lever as used; a lever that is drawn names its parameter and the drawn mean.
fn model(scenario: &Scenario, results: &Results, m: &Model) -> ModelInfo {
    ModelInfo {
        id: m.id.clone(),
        short: m.short.clone(),
        title: m.title.clone(),
        description: m.description.clone(),
        extends: m.extends.clone(),
        levers: canonical::levers(&m.levers, |number| lever(scenario, results, number)),
        history: canonical::history(&m.history, |number| lever(scenario, results, number)),
    }
}

fn lever(scenario: &Scenario, results: &Results, number: Number) -> Value {
    match number {
        Number::Fixed(x) if x == f64::INFINITY => "none".into(),
        Number::Fixed(x) => finite(x),
        Number::Scalar(slot) => {
            let id = scenario.parameters.scalars().get(slot).map(|s| s.id.clone());
            let drawn: Vec<f64> = if slot < results.values.ncols() {
                results.values.column(slot).iter().copied().collect()
            } else {
                Vec::new()
            };
            let mean = statistics(&drawn, 1).map(|s| s.mean);
            json!({ "parameter": id, "drawn_mean": mean })
        }
    }
}

/// A number as JSON: whole numbers without decimals, nothing where it is no number.
fn finite(x: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if x.fract() == 0.0 && x.abs() < EXACT { (x as i64).into() } else { json!(x) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn parsed(info: &RunInfo) -> Value {
        let (scenario, results) = fixture::small(3, 1);
        let outputs = vec![("summary.csv".to_string(), b"x".to_vec())];
        let all = manifest(&scenario, &results, info, &Hidden::default(), "f").with_outputs(&outputs);
        let read: Manifest = serde_json::from_slice(&all).unwrap();
        assert!(read.with_outputs(&outputs) == all, "what is read is what was written");
        serde_json::from_slice(&all).unwrap()
    }

    #[test]
    fn says_what_was_run() {
        let info = RunInfo {
            command: vec!["bpasim".into(), "run".into()],
            seed: u64::MAX,
            draws: 3,
            ..RunInfo::default()
        };
        let v = parsed(&info);
        assert_eq!(v["program"], "bpasim");
        assert_eq!(v["seed"], u64::MAX);
        assert_eq!(v["models"][1]["levers"]["refund.max_age"], "none");
        assert_eq!(v["models"][1]["levers"]["refund.rate"], 0.8);
        assert_eq!(v["changes"][0]["to"], "0.2");
        assert_eq!(v["warnings"][0]["nb"], "en advarsel");
        assert_eq!(v["outputs"]["summary.csv"], blake3::hash(b"x").to_hex().to_string());
        assert_eq!(v["models"][0]["extends"], Value::Null);
    }

    #[test]
    fn two_runs_differ_only_in_time() {
        let mut one = parsed(&RunInfo { seconds: 1.5, threads: 1, ..RunInfo::default() });
        let mut two = parsed(&RunInfo { seconds: 7.25, threads: 7, ..RunInfo::default() });
        assert_ne!(one, two);
        for v in [&mut one, &mut two] {
            // And in the hash of the whole, which follows.
            let fields = v.as_object_mut().unwrap();
            fields.retain(|field, _| !["time", "blake3"].contains(&field.as_str()));
        }
        assert_eq!(one, two);
    }
}
