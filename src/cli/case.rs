//! `case`: the facts of one person from the command line, checked; the calculation is
//! [`crate::engine::single`], the explanation [`crate::report::person`].

use super::arguments::ChangeArgs;
use super::console::width;
use super::numbers::number;
use crate::engine::run::Engine;
use crate::engine::single::given::{Facts, calculate};
use crate::error::{Error, Problem, Result};
use crate::report::person::{Case, case_text};
use crate::report::person_json::case_json;
use crate::rules::{MONTHS, WEEKS};
use crate::scenario::Scenario;
use crate::text::{Lang, Text, say};
use clap::Args;

/// Options of `case`.
#[derive(Args, Clone, Debug)]
pub struct CaseArgs {
    #[arg(long, value_parser = number)]
    pub age: f64,
    #[arg(long, value_parser = number)]
    pub need: f64,
    #[arg(long, value_parser = number)]
    pub granted: f64,
    #[arg(long, default_value_t = 0.0, value_parser = number)]
    pub other_cost: f64,
    #[arg(long)]
    pub intellectual: bool,
    #[arg(long)]
    pub rapid: bool,
    #[arg(long, default_value_t = 0.0, value_parser = number)]
    pub relatives: f64,
    #[arg(long)]
    pub year: Option<i32>,
    #[arg(long, value_parser = number)]
    pub vacancy: Option<f64>,
    #[arg(long, default_value_t = 0.0, value_parser = number)]
    pub break_weeks: f64,
    #[arg(long, default_value_t = 0.0, value_parser = number)]
    pub waiting_months: f64,
    #[arg(long, value_parser = number)]
    pub need_before: Option<f64>,
    #[arg(long, default_value = "1")]
    pub zone: String,
    #[arg(long, default_value = "national")]
    pub scenario: String,
    #[command(flatten)]
    pub changes: ChangeArgs,
    #[arg(long)]
    pub json: bool,
}

/// Checks the facts about the person; all problems together.
fn check(a: &CaseArgs, scenario: &Scenario, need_max: f64) -> Result<()> {
    let mut problems = Vec::new();
    let mut range = |key: &str, value: f64, lo: f64, hi: f64| {
        if !(lo..=hi).contains(&value) {
            let allowed = format!("{lo}–{hi}");
            problems.push(
                Problem::new(say::VALUE_OUT_OF_RANGE)
                    .key(key)
                    .found(value.to_string())
                    .allowed(Text::same(allowed)),
            );
        }
    };
    range("--age", a.age, 0.0, crate::population::life::MAX_AGE as f64);
    range("--need", a.need, 0.1, need_max);
    range("--granted", a.granted, 0.0, 168.0);
    range("--other-cost", a.other_cost, 0.0, 1e9);
    range("--relatives", a.relatives, 0.0, 10.0);
    range("--break-weeks", a.break_weeks, 0.0, WEEKS);
    range("--waiting-months", a.waiting_months, 0.0, MONTHS);
    // What was not given has the value of another option, or of the scenario: nothing is wrong with it by itself.
    let given = [
        ("--vacancy", a.vacancy, [0.0, 1.0]),
        ("--need-before", a.need_before, [0.1, need_max]),
        ("--year", a.year.map(f64::from), [scenario.base_year, scenario.last_year()].map(f64::from)),
    ];
    for (key, value, [low, high]) in given {
        value.into_iter().for_each(|value| range(key, value, low, high));
    }
    for (key, value) in [("--age", a.age), ("--relatives", a.relatives)] {
        if value.fract() != 0.0 {
            problems.push(Problem::new(say::MUST_BE_A_WHOLE_NUMBER).key(key).found(value.to_string()));
        }
    }
    if a.granted > a.need {
        problems.push(
            Problem::new(say::GRANTED_ABOVE_NEED)
                .key("--granted")
                .found(a.granted.to_string())
                .allowed(say::AtMost { limit: a.need }),
        );
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// Index of a tax zone.
fn zone(name: &str) -> Result<usize> {
    use crate::scenario::units::ZONES;
    ZONES.iter().position(|z| *z == name).ok_or_else(|| {
        Problem::new(say::UNKNOWN_ZONE).key("--zone").found(name).allowed(Text::same(ZONES.join(", "))).into()
    })
}

/// Calculates the case under every model and explains it.
pub fn run(a: &CaseArgs, lang: Lang) -> Result<String> {
    let scenario = a.changes.request(&a.scenario, None).load()?;
    let engine = Engine::new(&scenario)?;
    let stated = engine.means();
    let draw = engine.draw(&stated);
    check(a, &scenario, draw.theta.need_max)?;
    let facts = Facts {
        age: a.age,
        need: a.need,
        granted: a.granted,
        other_cost: a.other_cost,
        intellectual: a.intellectual,
        rapid: a.rapid,
        relatives: a.relatives,
        year: a.year.unwrap_or(scenario.base_year),
        vacancy: a.vacancy,
        break_weeks: a.break_weeks,
        waiting_months: a.waiting_months,
        need_before: a.need_before.unwrap_or(a.need),
        zone: zone(&a.zone)?,
    };
    let models = calculate(&scenario, &draw, &facts);
    let told = facts.told(&draw);
    let of = Case { scenario: &scenario, stated: &stated, facts: &told, year: facts.year, models: &models };
    if a.json { Ok(format!("{:#}\n", case_json(&of))) } else { Ok(case_text(&of, lang, width())) }
}
