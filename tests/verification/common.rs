//! Small runs to test on.

use bpasim::engine::national::WorldFigures;
use bpasim::engine::results::Results;
use bpasim::engine::run::{Engine, Size};
use bpasim::engine::setup::Draw;
use bpasim::engine::sums::Sums;
use bpasim::outcomes::Outcome;
use bpasim::random::WorldKey;
use bpasim::scenario::overrides::Options;
use bpasim::scenario::units::ZONES;
use bpasim::scenario::{Scenario, load};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Settings that switch off every behaviour of deciders (V-H06 as settled).
pub const NO_BEHAVIOUR: &[&str] = &[
    "price_response=0",
    "award_response=0",
    "budget_squeeze=0",
    "state_squeeze=0",
    "squeeze_admission=0",
    "spillover=0",
    "income_effect=0",
    "norm_shift=0",
    "norm_drift.A=0",
    "admission_drift.A=0",
    "scheme_response=0",
];

/// Nobody moves to an institution.
pub const NOBODY_TO_INSTITUTIONS: &[&str] = &[
    "institution_rate.0-17=0",
    "institution_rate.18-49=0",
    "institution_rate.50-66=0",
    "institution_rate.67-79=0",
    "institution_rate.80+=0",
];

/// Nobody is in a staffed home, and relatives give nothing but what gaps ask for.
pub const AT_HOME: &[&str] = &["excluded_housing_share=0", "relative_baseline_factor=0"];

/// A shipped scenario with changes.
pub fn scenario(name: &str, years: usize, sets: &[&str]) -> Scenario {
    let options =
        Options { sets: sets.iter().map(|s| s.to_string()).collect(), models: None, years: Some(years) };
    match load(name, &options) {
        Ok(scenario) => scenario,
        Err(error) => panic!("{}", error.render(bpasim::text::Lang::En)),
    }
}

/// A scenario file over seven municipalities, one of each tax zone.
pub fn small_file(dir: &Path) -> String {
    let all = include_str!("../../scenarios/data/municipalities.csv");
    let mut lines: Vec<&str> = all.lines().filter(|l| !l.starts_with('#')).collect();
    let head = lines.remove(0);
    let of_zone = |zone: &str| {
        let wanted = |line: &&&str| line.split(',').nth(4) == Some(zone);
        *lines.iter().find(wanted).unwrap_or_else(|| panic!("no municipality in zone {zone}"))
    };
    let mut units: Vec<&str> = ZONES.iter().map(|zone| of_zone(zone)).collect();
    units.insert(0, head);
    std::fs::write(dir.join("units.csv"), units.join("\n") + "\n").expect("units");
    let file = dir.join("small.toml");
    let text = "format = 1\nextends = \"national\"\n[scenario]\nname = \"small\"\nunits = \"units.csv\"\n\
                [parameters.recipients_total]\nvalue = 150\n";
    std::fs::write(&file, text).expect("scenario");
    file.to_str().expect("path").to_string()
}

/// The small scenario with changes.
pub fn small(years: usize, sets: &[&str]) -> Scenario {
    let dir = tempfile::tempdir().expect("temporary folder");
    scenario(&small_file(dir.path()), years, sets)
}

/// Settings `a`, with `b` instead where both set the same.
pub fn both<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    let path = |set: &str| set.split('=').next().unwrap_or("").to_string();
    let kept = a.iter().filter(|set| !b.iter().any(|other| path(other) == path(set)));
    kept.chain(b).copied().collect()
}

/// The national scenario with changes.
pub fn national(years: usize, sets: &[&str]) -> Scenario {
    scenario("national", years, sets)
}

/// A whole run.
pub fn run(scenario: &Scenario, draws: usize, seed: u64) -> Results {
    let engine = Engine::new(scenario).expect("engine");
    let size = Size { draws, replicates: 1, seed };
    engine.run(size, &AtomicBool::new(false), &|_| ()).expect("run")
}

/// One world with its sums and figures: everything by unit, year and model.
pub fn world(scenario: &Scenario, draw: usize, seed: u64) -> (Draw, Sums, WorldFigures) {
    let engine = Engine::new(scenario).expect("engine");
    let constants = engine.draw(&engine.stated(seed, draw));
    let mut scratch = engine.scratch();
    let key = WorldKey::new(seed, draw as u32, 0);
    engine.simulate_world(&constants, &key, &mut scratch);
    let figures = engine.figures(&constants, &key, &scratch.sums);
    (constants, scratch.sums, figures)
}

/// An outcome of a world, nominal.
pub fn value(results: &Results, world: usize, model: usize, outcome: Outcome, year: usize) -> f64 {
    results.national.in_memory()[[world, model, outcome as usize, year]]
}

/// Mean over worlds.
pub fn mean(results: &Results, model: usize, outcome: Outcome, year: usize) -> f64 {
    let worlds = results.national.in_memory().dim().0;
    (0..worlds).map(|w| value(results, w, model, outcome, year)).sum::<f64>() / worlds as f64
}
