//! `run.json`: all that is needed to repeat a run and to know what it was. Everything that may
//! differ between two runs of the same command stands under `time`.

use crate::analysis::calibration::found::Calibration;
use crate::analysis::disclosure::Hidden;
use crate::analysis::full_effect_year;
use crate::engine::results::Results;
use crate::engine::sampling::Sampling;
use crate::outcomes::Outcome;
use crate::report::calibration;
use crate::report::layout::paragraph;
use crate::report::number::percent;
use crate::report::texts::Texts;
use crate::scenario::financing::{Decider, Model, Number, OffsetBasis, OffsetBy};
use crate::scenario::{MissingData, Scenario};
use crate::text::{Lang, Text};
use serde_json::{Map, Value, json};

/// What the caller knows about a run beyond scenario and results.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunInfo {
    /// The command line, program name first.
    pub command: Vec<String>,
    /// The command that gives the same results, whoever ran this in whatever pieces.
    pub repeat: Vec<String>,
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
    fn json(&self) -> Value {
        let found = &self.calibration;
        json!({
            "blake3": self.blake3,
            "scenario": found.scenario,
            "success": found.success,
            "rows": found.sampling.rows,
            "effective_draws": found.sampling.effective(),
            "targets": found.targets.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(),
        })
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
        match (self.converged, lang) {
            (true, Lang::Nb) => {
                format!("Monte Carlo-feilen er høyst {largest} av hvert hovedtall (ønsket: {wanted}).\n")
            }
            (true, Lang::Nn) => {
                format!("Monte Carlo-feilen er høgst {largest} av kvart hovudtal (ønskt: {wanted}).\n")
            }
            (true, Lang::En) => {
                format!("The Monte Carlo error is at most {largest} of every headline (wanted: {wanted}).\n")
            }
            (false, Lang::Nb) => format!(
                "IKKE NØYAKTIG NOK: Monte Carlo-feilen er {largest} for «{which}», ønsket var {wanted}. Flere trekninger trengs (--draws).\n"
            ),
            (false, Lang::Nn) => format!(
                "IKKJE NØYAKTIG NOK: Monte Carlo-feilen er {largest} for «{which}», ønskt var {wanted}. Det trengst fleire trekkingar (--draws).\n"
            ),
            (false, Lang::En) => format!(
                "NOT PRECISE ENOUGH: the Monte Carlo error is {largest} for “{which}”, wanted was {wanted}. More draws are needed (--draws).\n"
            ),
        }
    }
}

/// `run.json` but for the hashes of files: what the run was, with its id.
pub fn about(
    scenario: &Scenario,
    results: &Results,
    info: &RunInfo,
    hidden: &Hidden,
    fingerprint: &str,
) -> Map<String, Value> {
    let price_year = crate::analysis::price_year(scenario, results);
    let changes: Vec<Value> =
        scenario.changes.iter().map(|c| json!({ "key": c.key, "from": c.from, "to": c.to })).collect();
    let inputs: Vec<Value> =
        scenario.inputs.iter().map(|i| json!({ "name": i.name, "blake3": i.hash })).collect();
    let (compared, full_effect) = full_effect_year(scenario);
    let what = json!({
        "seed": info.seed,
        "draws": info.draws,
        "replicates": info.replicates,
        "sampling": info.sampling,
        "precision": info.precision.map(|p| json!({
            "wanted": p.wanted,
            "largest_error": finite_or_none(p.largest),
            "outcome": p.outcome.map(|o| o.id()),
            "converged": p.converged,
        })),
        "scenario": {
            "name": scenario.name,
            "title": text(&scenario.title),
            "first_year": scenario.base_year,
            "last_year": scenario.last_year(),
            "units": scenario.units.len(),
            "municipalities": scenario.has_population(),
            "inputs": inputs,
        },
        "price_year": price_year,
        "compared_year": { "year": scenario.base_year + compared as i32, "full_effect": full_effect },
        "unmet_is_priced": unmet_is_priced(scenario, results),
        "small_counts_hidden": scenario.observed_persons,
        "hidden_units": hidden.hidden_units(),
        "hidden_outcomes": hidden.outcome_ids(),
        "interval": {
            "lower_percentile": 5,
            "upper_percentile": 95,
            "percentile_type": 7,
            "meaning": if info.draws > 1 {
                "spread over draws of uncertain parameters and of persons; no uncertainty of the model's form"
            } else {
                "none: one draw has no spread"
            },
            "mcse": match results.scrambles {
                0 => "standard deviation of draw means divided by the square root of the number of draws".to_string(),
                n => format!("standard deviation of the means of {n} scramblings divided by the square root of {n}"),
            },
        },
        "models": scenario.models.iter().map(|m| model(scenario, results, m)).collect::<Vec<_>>(),
        "changes": changes,
        "missing_data": scenario.missing_data().iter().map(missing).collect::<Vec<_>>(),
        "warnings": scenario.warnings.iter().map(text).collect::<Vec<_>>(),
        "fingerprint": fingerprint,
    });
    let mut what = what;
    if let Some(posterior) = &info.posterior {
        what["posterior"] = posterior.json();
    }
    let version = env!("CARGO_PKG_VERSION");
    let run_id: String =
        blake3::hash(format!("{version} {what}").as_bytes()).to_hex().chars().take(12).collect();
    let mut all = Map::new();
    all.insert("program".into(), "bpasim".into());
    all.insert("version".into(), version.into());
    all.insert("run_id".into(), run_id.into());
    all.insert("command".into(), info.command.clone().into());
    all.insert("repeat".into(), info.repeat.clone().into());
    if let Value::Object(what) = what {
        all.extend(what);
    }
    all.insert("time".into(), json!({ "seconds": finite(info.seconds), "threads": info.threads }));
    all
}

/// The content of `run.json` with the hashes of `outputs` (name, content) put in.
pub fn with_outputs(about: &Map<String, Value>, outputs: &[(String, Vec<u8>)]) -> Vec<u8> {
    let hashes: Map<String, Value> = outputs
        .iter()
        .map(|(name, content)| (name.clone(), blake3::hash(content).to_hex().to_string().into()))
        .collect();
    let mut all = about.clone();
    all.insert("outputs".into(), Value::Object(hashes));
    let mut bytes = format!("{:#}", Value::Object(all)).into_bytes();
    bytes.push(b'\n');
    bytes
}

/// Whether unmet need has a price in some draw, so that it is in society's cost.
fn unmet_is_priced(scenario: &Scenario, results: &Results) -> bool {
    let slot = scenario.parameters.slot("unmet_value");
    slot.is_some_and(|slot| results.values.column(slot).iter().any(|x| *x > 0.0))
}

/// A model with every lever as used; a lever that is drawn names its parameter and the drawn mean.
fn model(scenario: &Scenario, results: &Results, m: &Model) -> Value {
    let l = &m.levers;
    let mut levers = Map::new();
    let mut put = |path: &str, value: Value| levers.insert(path.to_string(), value);
    put("start_year", l.start_year.into());
    put("phase_in_years", l.phase_in_years.into());
    put(
        "decided_by",
        match l.decided_by {
            Decider::Municipality => "municipality".into(),
            Decider::State => "state".into(),
        },
    );
    put("refund.threshold", l.threshold.clone().into());
    put("refund.deduct_intellectual", l.deduct_intellectual.into());
    put("transition_guarantee", l.transition_guarantee.into());
    put(
        "offset_by",
        match l.offset_by {
            OffsetBy::Own => "own".into(),
            OffsetBy::Population => "population".into(),
        },
    );
    put(
        "offset_basis",
        match l.offset_basis {
            OffsetBasis::Fixed => "fixed".into(),
            OffsetBasis::Yearly => "yearly".into(),
        },
    );
    for (path, number) in l.n.iter() {
        put(path, lever(scenario, results, *number));
    }
    json!({
        "id": m.id,
        "short": text(&m.short),
        "title": text(&m.title),
        "description": text(&m.description),
        "extends": m.extends,
        "levers": levers,
    })
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
            let mean = crate::analysis::summary::statistics(&drawn, 1).map(|s| s.mean);
            json!({ "parameter": id, "drawn_mean": mean })
        }
    }
}

/// A number as JSON: whole numbers without decimals, nothing where it is no number.
fn missing(m: &MissingData) -> Value {
    json!({ "column": m.column, "units": m.units, "instead": text(&m.instead) })
}

fn finite_or_none(x: f64) -> Value {
    if x.is_finite() { json!(x) } else { Value::Null }
}

fn finite(x: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if x.fract() == 0.0 && x.abs() < EXACT { (x as i64).into() } else { json!(x) }
}

fn text(t: &Text) -> Value {
    json!({ "nb": t.nb, "nn": t.nn, "en": t.en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn parsed(info: &RunInfo) -> Value {
        let (scenario, results) = fixture::small(3, 1);
        let outputs = vec![("summary.csv".to_string(), b"x".to_vec())];
        serde_json::from_slice(&with_outputs(
            &about(&scenario, &results, info, &Hidden::default(), "f"),
            &outputs,
        ))
        .unwrap()
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
            v.as_object_mut().unwrap().remove("time");
        }
        assert_eq!(one, two);
    }
}
