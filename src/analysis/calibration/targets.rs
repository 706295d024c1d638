//! The figures that parameters are fitted to: a table with value, standard error and source. Any outcome of the
//! catalogue under the zero alternative can be a target, in a year or as yearly growth between two years, alone, as a sum
//! or divided by another.

use crate::engine::disclosure::Hidden;
use crate::engine::evaluate::Figured;
use crate::engine::national::WorldFigures;
use crate::engine::setup::Draw;
use crate::error::{Error, Problem, Result};
use crate::math;
use crate::outcomes::{Outcome, Timing};
use crate::scenario::Scenario;
use crate::text::{Message, Text, say};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whether a target is a value, or a limit on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The figure is known.
    Equal,
    /// The value is an upper limit: every figure below it is as good.
    AtMost,
    /// The value is a lower limit: every figure above it is as good.
    AtLeast,
}

impl Bound {
    const NAMES: [(&'static str, Bound); 3] =
        [("equal", Bound::Equal), ("at_most", Bound::AtMost), ("at_least", Bound::AtLeast)];

    /// What of a distance from the value, in standard errors, is a miss.
    pub fn miss(self, distance: f64) -> f64 {
        match self {
            Bound::Equal => distance,
            Bound::AtMost if distance < 0.0 => 0.0,
            Bound::AtLeast if distance > 0.0 => 0.0,
            Bound::AtMost | Bound::AtLeast => distance,
        }
    }
}

/// The formula of a target's figure, under the zero alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFormula {
    /// Outcomes that are added; money is in kroner of the year.
    pub outcomes: Vec<Outcome>,
    /// Outcomes that the sum is divided by; none for the sum itself.
    pub per: Vec<Outcome>,
    /// Index of the year.
    pub year: usize,
    /// Index of a later year, where the figure is the yearly growth until then.
    pub to: Option<usize>,
}

impl TargetFormula {
    /// The figure, from outcomes by year.
    pub fn of(&self, at: impl Fn(Outcome, usize) -> f64) -> f64 {
        let sum = |outcomes: &[Outcome], year| outcomes.iter().map(|o| at(*o, year)).sum::<f64>();
        let level = |year| match self.per.is_empty() {
            true => sum(&self.outcomes, year),
            false => sum(&self.outcomes, year) / sum(&self.per, year),
        };
        match self.to {
            None => level(self.year),
            Some(to) => growth(level(to) / level(self.year), (to - self.year) as f64),
        }
    }

    /// Index of the last year it needs.
    pub fn last(&self) -> usize {
        self.to.unwrap_or(self.year)
    }
}

impl Figured for TargetFormula {
    /// Under the zero alternative.
    fn value(&self, draw: &Draw, world: &WorldFigures) -> f64 {
        let places = draw.economy.discount.len() + 1;
        self.of(|outcome, year| world.outcomes[outcome.index() * places + year])
    }
}

/// Yearly growth that gives a factor in so many years; NaN where there is none.
fn growth(factor: f64, years: f64) -> f64 {
    if factor > 0.0 && factor.is_finite() { math::exp(math::ln(factor) / years) - 1.0 } else { f64::NAN }
}

/// A known figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CalibrationTarget {
    /// Identifier.
    pub id: String,
    /// Name for readers.
    pub label: Text,
    /// The formula of the model's figure.
    pub figure: TargetFormula,
    /// Value or limit.
    pub bound: Bound,
    /// The value.
    pub value: f64,
    /// The standard error of the value.
    pub error: f64,
    /// Standard deviation of chance among the persons of one country in the model's figure; 0 until it is known.
    pub chance: f64,
    /// Unit of value and standard error.
    pub unit: String,
    /// The source of the value.
    pub source: String,
}

impl CalibrationTarget {
    /// Standard error of the value as a figure of one realised country: its own, and chance among its persons.
    pub fn whole_error(&self) -> f64 {
        self.error.hypot(self.chance)
    }

    /// The signed distance of a figure from the value, in standard errors that include chance among persons
    /// ([`Self::whole_error`]), whether or not the value is a limit.
    pub fn distance(&self, figure: f64) -> f64 {
        (figure - self.value) / self.whole_error()
    }

    /// The miss of a figure, in standard errors; 0 within a limit.
    pub fn miss(&self, figure: f64) -> f64 {
        self.bound.miss(self.distance(figure))
    }
}

/// Logarithm of the likelihood of all targets where the model has these figures, but for a constant: independent normal errors
/// of these standard deviations, one-sided at limits. A figure that is missing is impossible.
pub fn log_likelihood(targets: &[CalibrationTarget], errors: &[f64], figures: &[f64]) -> f64 {
    let all = targets.iter().zip(errors).zip(figures);
    let squares: f64 = all.map(|((t, error), x)| (t.miss(*x) * t.whole_error() / error).powi(2)).sum();
    if squares.is_nan() { f64::NEG_INFINITY } else { -0.5 * squares }
}

/// A row as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetRecord {
    id: String,
    outcome: String,
    per: String,
    year: i32,
    to_year: Option<i32>,
    bound: String,
    value: f64,
    standard_error: f64,
    unit: String,
    source: String,
    label_nb: String,
    label_nn: String,
    label_en: String,
}

/// Reads a table of targets for a scenario; `file` is its name in messages. Lines beginning with `#` are comments. Every
/// problem is told.
pub fn read(file: &str, text: &str, scenario: &Scenario) -> Result<Vec<CalibrationTarget>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let (mut problems, mut targets, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let head = reader.headers().cloned().unwrap_or_default();
    for record in reader.records() {
        let line = |at: Option<&csv::Position>| at.map_or(1, |p| p.line() as usize);
        let parsed = record.and_then(|r| {
            let at = line(r.position());
            r.deserialize::<TargetRecord>(Some(&head)).map(|found| (at, found))
        });
        match parsed {
            Ok((at, found)) => {
                let place = |problem: Problem| problem.file(file).line(at);
                if !seen.insert(found.id.clone()) {
                    problems.push(place(Problem::new(say::IS_THERE_TWICE).key("id").found(&found.id)));
                }
                match target(found, scenario) {
                    Ok(target) => targets.push(target),
                    Err(own) => problems.extend(own.into_iter().map(place)),
                }
            }
            Err(e) => {
                problems.push(
                    Problem::new(say::ROW_CANNOT_BE_READ).file(file).line(line(e.position())).found(e.to_string()).allowed(
                        Text::same(
                            "id,outcome,per,year,to_year,bound,value,standard_error,unit,source,label_nb,label_nn,label_en",
                        ),
                    ),
                );
            }
        }
    }
    if targets.is_empty() && problems.is_empty() {
        problems.push(Problem::new(say::HAS_NO_TARGETS).file(file));
    }
    if problems.is_empty() { Ok(targets) } else { Err(Error::Input(problems)) }
}

/// A row checked.
fn target(line: TargetRecord, scenario: &Scenario) -> std::result::Result<CalibrationTarget, Vec<Problem>> {
    let mut problems = Vec::new();
    let outcomes = outcomes("outcome", &line.outcome, scenario, &mut problems);
    let per = match line.per.trim().is_empty() {
        true => Vec::new(),
        false => self::outcomes("per", &line.per, scenario, &mut problems),
    };
    let mut index = |key: &str, year: i32, first: i32| {
        let found = (first..=scenario.last_year()).contains(&year);
        if !found {
            let allowed = Text::same(format!("{first} – {}", scenario.last_year()));
            problems.push(Problem::new(say::INVALID_YEAR).key(key).found(year.to_string()).allowed(allowed));
        }
        if found { (year - scenario.base_year) as usize } else { 0 }
    };
    let year = index("year", line.year, scenario.base_year);
    let to = line.to_year.map(|to| index("to_year", to, line.year.saturating_add(1)));
    let bound = Bound::NAMES.iter().find(|(name, _)| *name == line.bound.trim()).map(|(_, bound)| *bound);
    if bound.is_none() {
        let allowed = Text::same(Bound::NAMES.map(|(name, _)| name).join(", "));
        let names = Bound::NAMES.iter().map(|(name, _)| *name);
        let problem = Problem::new(say::UNKNOWN_WORD).key("bound").found(&line.bound);
        problems.push(problem.allowed(allowed).nearest(&line.bound, names));
    }
    for (key, number, sound) in [
        ("value", line.value, line.value.is_finite()),
        ("standard_error", line.standard_error, line.standard_error.is_finite() && line.standard_error > 0.0),
    ] {
        if !sound {
            let allowed = match key {
                "value" => say::A_NUMBER,
                _ => say::A_NUMBER_ABOVE_ZERO,
            };
            problems
                .push(Problem::new(say::INVALID_NUMBER).key(key).found(number.to_string()).allowed(allowed));
        }
    }
    let Some(bound) = bound.filter(|_| problems.is_empty()) else { return Err(problems) };
    Ok(CalibrationTarget {
        id: line.id,
        label: Text::all(line.label_nb, line.label_nn, line.label_en),
        figure: TargetFormula { outcomes, per, year, to },
        bound,
        value: line.value,
        error: line.standard_error,
        chance: 0.0,
        unit: line.unit,
        source: line.source,
    })
}

/// Outcomes joined by `+`.
fn outcomes(key: &str, text: &str, scenario: &Scenario, problems: &mut Vec<Problem>) -> Vec<Outcome> {
    let (mut found, hidden) = (Vec::new(), Hidden::of(scenario));
    for id in text.split('+').map(str::trim) {
        let problem = |what: Text| Problem::new(what).key(key).found(id);
        match Outcome::from_id(id).filter(|o| o.info().timing == Timing::Yearly) {
            Some(o) if hidden.outcome(o) => {
                problems.push(problem(say::COUNTS_REAL_PERSONS.text()));
            }
            Some(o) => found.push(o),
            None => {
                let yearly = Outcome::ALL.iter().filter(|o| o.info().timing == Timing::Yearly);
                problems
                    .push(problem(say::UNKNOWN_YEARLY_OUTCOME.text()).nearest(id, yearly.map(|o| o.id())));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const HEAD: &str =
        "id,outcome,per,year,to_year,bound,value,standard_error,unit,source,label_nb,label_nn,label_en\n";

    fn one(row: &str) -> Result<Vec<CalibrationTarget>> {
        read("own.csv", &format!("# a comment\n{HEAD}{row}\n"), &fixture::scenario(&["null"]))
    }

    #[test]
    fn sums_ratios_and_growth_by_hand() {
        let at = |outcome: Outcome, year: usize| match outcome {
            Outcome::Recipients => 100.0 * [1.0, 1.1, 1.21][year],
            Outcome::Pool => 50.0,
            _ => 10.0,
        };
        let value = |row: &str| one(row).unwrap()[0].figure.of(at);
        let rest = "equal,1,1,x,s,a,b,c";
        assert_eq!(value(&format!("a,recipients,,2025,,{rest}")), 110.00000000000001);
        assert_eq!(value(&format!("a,recipients+pool,,2024,,{rest}")), 150.0);
        assert_eq!(value(&format!("a,awards,recipients + pool,2024,,{rest}")), 10.0 / 150.0);
        assert!((value(&format!("a,recipients,,2024,2026,{rest}")) - 0.1).abs() < 1e-12);
        assert!((value(&format!("a,awards,recipients,2024,2026,{rest}")) - (1.0 / 1.1 - 1.0)).abs() < 1e-12);
    }

    #[test]
    fn limits_are_one_sided() {
        let of = |bound: &str| one(&format!("a,recipients,,2024,,{bound},10,2,x,s,a,b,c")).unwrap().remove(0);
        let misses = |bound: &str| [6.0, 13.0].map(|x| of(bound).miss(x));
        assert_eq!(misses("equal"), [-2.0, 1.5]);
        assert_eq!(misses("at_most"), [0.0, 1.5]);
        assert_eq!(misses("at_least"), [-2.0, 0.0]);
        let both = [of("equal"), of("at_most")];
        assert_eq!(log_likelihood(&both, &[2.0, 2.0], &[6.0, 13.0]), -0.5 * (4.0 + 2.25));
        assert_eq!(log_likelihood(&both, &[4.0, 2.0], &[6.0, 13.0]), -0.5 * (1.0 + 2.25));
        assert_eq!(log_likelihood(&both, &[2.0, 2.0], &[f64::NAN, 1.0]), f64::NEG_INFINITY);
    }

    #[test]
    fn every_problem_of_a_table_is_told() {
        let rows = "a,recipeints,,2024,,equal,1,1,x,s,a,b,c\n\
                    a,recipients,,1999,2040,eqaul,1,-1,x,s,a,b,c\n\
                    b,municipal_volatility,,2024,,equal,1,1,x,s,a,b,c\n\
                    c,recipients,,2024,,equal,one,1,x,s,a,b,c";
        let Err(Error::Input(problems)) = one(rows) else { panic!() };
        let told: Vec<(usize, &str, Option<&str>)> = problems
            .iter()
            .map(|p| (p.line.unwrap_or(0), p.key.as_deref().unwrap_or(""), p.nearest.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                (3, "outcome", Some("recipients")),
                (4, "id", None),
                (4, "year", None),
                (4, "to_year", None),
                (4, "bound", Some("equal")),
                (4, "standard_error", None),
                (5, "outcome", None),
                (6, "", None),
            ]
        );
        assert!(one("").is_err(), "no targets");
        assert!(read("own.csv", "id,value\na,1\n", &fixture::scenario(&["null"])).is_err());
    }
}
