//! Every parameter and every lever moves something: `moves.csv` names for each an outcome, the sign
//! and a minimum size. A number that moves nothing is a number nobody uses.

use bpasim::analysis::summary::{Basis, Period, by_world};
use bpasim::engine::results::{Results, UnitFigure};
use bpasim::engine::run::{Engine, Size};
use bpasim::engine::sampling::Sampling;
use bpasim::outcomes::{Kind, Outcome};
use bpasim::scenario::financing::{LEVERS, Lever};
use bpasim::scenario::overrides::Options;
use bpasim::scenario::parameters::Value;
use bpasim::scenario::{Scenario, load};
use bpasim::text::Lang;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// Parameters without a row, and why.
const NO_ROW: &[(&str, &str)] = &[
    ("recipients_history", "moves nothing: known history, for the validation of growth only"),
    ("latent_persistence", "moves no mean; see the test of what moves without a mean"),
    ("recipient_rate_sd", "moves no national mean; see the test of what moves without a mean"),
    (
        "recipients_history.published",
        "moves nothing: known history as first published, for the backtest only",
    ),
    ("award_shock_sd", "moves no mean; see the test of what moves without a mean"),
    ("scheme_volume_shock", "moves no mean; see the test of what moves without a mean"),
    ("scheme_level_noise", "moves no mean; see the test of what moves without a mean"),
    ("scheme_simulated_share", "moves nothing in the whole country; see the test of a part of it"),
    ("scheme_theta_min", "a limit to what may be written: moves nothing that may be run"),
];

/// Years of a run whose row names no calendar year: both models are in full effect.
const YEARS: usize = 8;
const DRAWS: usize = 2;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    path: String,
    set_to: String,
    base_sets: String,
    models: String,
    outcome: String,
    model: String,
    year: String,
    sign: String,
    minimum: f64,
}

/// What two rows must share to share the unchanged run.
type BaseKey = (String, String, usize);

impl Row {
    fn years(&self) -> usize {
        let stated = self.base_sets.split('|').find_map(|s| s.strip_prefix("years="));
        match (stated, self.year.parse::<i32>()) {
            (Some(years), _) => years.parse().expect("years"),
            (None, Ok(year)) => (year - 2023) as usize,
            (None, Err(_)) => YEARS,
        }
    }
    fn sets(&self) -> Vec<String> {
        let own = |s: &&str| !s.is_empty() && !s.starts_with("years=");
        self.base_sets.split('|').filter(own).map(str::to_string).collect()
    }
    fn key(&self) -> BaseKey {
        (self.sets().join("|"), self.models.clone(), self.years())
    }
    fn options(&self, sets: Vec<String>) -> Options {
        let models = self.models.split('|').filter(|m| *m != "zero").map(str::to_string).collect();
        Options { sets, models: Some(models), years: Some(self.years()) }
    }
    /// The unchanged scenario.
    fn base(&self) -> Scenario {
        loaded("national", &self.options(self.sets()), &self.path)
    }
    /// The scenario with the row's change.
    fn changed(&self) -> Scenario {
        let mut sets = self.sets();
        if self.set_to.contains("dated") && !self.path.starts_with("financing.") {
            let dir = tempfile::tempdir().expect("temporary folder");
            let file = dir.path().join("changed.toml");
            let text = format!(
                "format = 1\nextends = \"national\"\n[parameters.\"{}\"]\nvalue = {}\n",
                self.path, self.set_to
            );
            std::fs::write(&file, text).expect("scenario file");
            return loaded(file.to_str().expect("path"), &self.options(sets), &self.path);
        }
        let mut parts = self.set_to.split('|');
        sets.push(format!("{}={}", self.path, parts.next().unwrap_or("")));
        sets.extend(parts.map(str::to_string));
        loaded("national", &self.options(sets), &self.path)
    }
    /// Mean over draws of the row's outcome.
    fn figure(&self, scenario: &Scenario, results: &Results) -> f64 {
        let outcome =
            Outcome::from_id(&self.outcome).unwrap_or_else(|| panic!("{}: {}", self.path, self.outcome));
        let model = scenario.models.iter().position(|m| m.id == self.model).expect("model");
        let (basis, period) = match self.year.parse::<i32>() {
            Ok(year) => (Basis::Nominal, Period::Year((year - scenario.base_year) as usize)),
            Err(_) if outcome.info().kind == Kind::Money => (Basis::PresentValue, Period::Total),
            Err(_) => (Basis::Count, Period::Total),
        };
        let worlds = by_world(results, outcome, model, basis, period);
        worlds.iter().sum::<f64>() / worlds.len() as f64
    }
}

fn loaded(name: &str, options: &Options, path: &str) -> Scenario {
    load(name, options).unwrap_or_else(|e| panic!("{path}: {}", e.render(Lang::En)))
}

fn run(scenario: &Scenario) -> Results {
    // The least moves in the table are those of these draws.
    let engine = Engine::new(scenario).expect("engine").sampled(Sampling::Random, DRAWS).expect("any number");
    let size = Size { draws: DRAWS, replicates: 1, seed: 1 };
    engine.run(size, &AtomicBool::new(false), &|_| ()).expect("run")
}

fn rows() -> Vec<Row> {
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(include_str!("moves.csv").as_bytes());
    reader.deserialize().map(|row| row.expect("row of moves.csv")).collect()
}

#[test]
fn every_parameter_and_lever_moves_its_outcome() {
    let rows = rows();
    let bases: BTreeMap<BaseKey, &Row> = rows.iter().map(|row| (row.key(), row)).collect();
    let bases: BTreeMap<BaseKey, (Scenario, Results)> = bases
        .into_par_iter()
        .map(|(key, row)| {
            let scenario = row.base();
            let results = run(&scenario);
            (key, (scenario, results))
        })
        .collect();
    let failures: Vec<String> = rows
        .par_iter()
        .filter_map(|row| {
            let (scenario, results) = &bases[&row.key()];
            let before = row.figure(scenario, results);
            let changed = row.changed();
            let after = row.figure(&changed, &run(&changed));
            let moved = (after - before) / before.abs();
            let wanted = if row.sign == "+" { moved } else { -moved };
            // Not `<`: a missing number fails too.
            let enough = wanted >= row.minimum;
            (!enough).then(|| {
                format!(
                    "{} = {}: {} of {} in {} moves by {moved:+.6} ({before} to {after}), expected {} at least {}",
                    row.path, row.set_to, row.outcome, row.model, row.year, row.sign, row.minimum
                )
            })
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} rows:\n{}", failures.len(), rows.len(), failures.join("\n"));
}

#[test]
fn the_table_of_moves_has_every_parameter_and_lever() {
    let rows = rows();
    let scenario = super::common::national(1, &[]);
    let has = |path: &str| rows.iter().any(|r| r.path == path);
    let excused = |id: &str| NO_ROW.iter().any(|(path, _)| *path == id);
    let mut missing: Vec<String> = Vec::new();
    let scalars = scenario.parameters.scalars().iter().map(|s| s.id.clone());
    let dated =
        scenario.parameters.iter().filter(|p| matches!(p.value, Value::Dated(_))).map(|p| p.id.clone());
    missing.extend(scalars.chain(dated).filter(|id| !has(id) && !excused(id)));
    for lever in LEVERS.iter().map(|lever| lever.path) {
        if !["A", "B"].iter().any(|model| has(&format!("financing.{model}.{lever}"))) {
            missing.push(format!("financing.*.{lever}"));
        }
    }
    assert!(missing.is_empty(), "not in moves.csv: {missing:?}");
    for row in &rows {
        assert!(["+", "-"].contains(&row.sign.as_str()) && row.minimum > 0.0, "{row:?}");
        let lever =
            row.path.strip_prefix("financing.").and_then(|p| p.split_once('.')).map(|(_, lever)| lever);
        let known = match lever {
            Some(lever) => Lever::of(lever).is_some(),
            None => {
                scenario.parameters.slot(&row.path).is_some()
                    || scenario.parameters.dated(&row.path).is_some()
            }
        };
        assert!(known, "moves.csv has a row for {}, which is neither parameter nor lever", row.path);
        assert!(!excused(&row.path), "{} stands in the list of those without a row", row.path);
    }
}

#[test]
fn what_moves_without_a_mean_moves_the_spread() {
    let figures = |set: &str| {
        let options = Options { sets: vec![set.into()], models: Some(Vec::new()), years: Some(YEARS) };
        let scenario = loaded("national", &options, set);
        let results = run(&scenario);
        (scenario, results)
    };
    let jumps = |outcome: Outcome, set: &str| {
        let (_, r) = figures(set);
        let at = |w: usize, t: usize| super::common::value(&r, w, 0, outcome, t);
        let bend = |w: usize, t: usize| at(w, t) - 2.0 * at(w, t + 1) + at(w, t + 2);
        (0..DRAWS)
            .flat_map(|w| (0..YEARS - 2).map(move |t| (w, t)))
            .map(|(w, t)| bend(w, t).powi(2))
            .sum::<f64>()
    };
    for (outcome, steady, loose) in [
        // Persistence keeps the same users in work from year to year: the less, the more the number jumps.
        (Outcome::UsersEmployed, "latent_persistence=0.99", "latent_persistence=0"),
        (Outcome::Awards, "award_shock_sd=0", "award_shock_sd=1"),
        (Outcome::SchemeBase, "scheme_volume_shock=0", "scheme_volume_shock=0.3"),
        (Outcome::SchemeBase, "scheme_level_noise=0", "scheme_level_noise=0.3"),
    ] {
        let [few, many] = [steady, loose].map(|set| jumps(outcome, set));
        assert!(many > 2.0 * few, "{loose}: {many} {few}");
    }
    // The rate's spread is between units: variance of recipients per inhabitant, large units only.
    let spread = |set: &str| {
        let (s, r) = figures(set);
        let figure = UnitFigure::Recipients as usize;
        let rates: Vec<f64> = s
            .units
            .iter()
            .enumerate()
            .filter_map(|(u, unit)| {
                unit.inhabitants()
                    .filter(|n| *n > 20_000.0)
                    .map(|n| r.units.sum[[u, 0, 0, figure]] as f64 / n)
            })
            .collect();
        let mean = rates.iter().sum::<f64>() / rates.len() as f64;
        rates.iter().map(|x| (x / mean - 1.0).powi(2)).sum::<f64>() / rates.len() as f64
    };
    let (alike, apart) = (spread("recipient_rate_sd=0"), spread("recipient_rate_sd=0.7"));
    assert!(apart > 3.0 * alike, "{apart} {alike}");
}

/// In a part of the country the account is nobody's that is simulated: the rest of the scheme is what a share leaves of it.
#[test]
fn what_moves_in_a_part_of_the_country_only() {
    let base = |set: &str| {
        let r = super::common::run(&super::common::small(1, &[set]), 1, 1);
        super::common::value(&r, 0, 0, Outcome::SchemeBase, 0)
    };
    let (all, half) = (base("scheme_simulated_share=0"), base("scheme_simulated_share=0.5"));
    assert!(all > 0.0 && (half / all - 0.5).abs() < 1e-9, "{half} {all}");
}
