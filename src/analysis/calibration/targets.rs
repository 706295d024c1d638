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
use crate::scenario::number::understand;
use crate::scenario::table::{Row, Table};
use crate::text::{Message, Text, Words, say};
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
    pub source: Text,
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

/// The columns of a table of targets whose sources are in three languages, and of one that gives each in whatever language its
/// maker writes.
const COLUMNS: [&str; 15] = [
    "id",
    "outcome",
    "per",
    "year",
    "to_year",
    "bound",
    "value",
    "standard_error",
    "unit",
    "source_nb",
    "source_nn",
    "source_en",
    "label_nb",
    "label_nn",
    "label_en",
];
const WITH_ONE_SOURCE: [&str; 13] = [
    "id",
    "outcome",
    "per",
    "year",
    "to_year",
    "bound",
    "value",
    "standard_error",
    "unit",
    "source",
    "label_nb",
    "label_nn",
    "label_en",
];

/// The columns that a table must have, by its head.
fn columns(text: &str) -> &'static [&'static str] {
    let head = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let is_third = |name: &str| COLUMNS[9..12].contains(&name.trim().trim_matches('"'));
    let in_three = head.is_some_and(|head| head.split([',', ';', '\t']).any(is_third));
    if in_three { &COLUMNS } else { &WITH_ONE_SOURCE }
}

/// Reads a table of targets for a scenario, and gives what is to be told of how it was read; `file` is its name in messages.
/// Lines beginning with `#` are comments. Every problem is told.
pub fn read(file: &str, text: &str, scenario: &Scenario) -> Result<(Vec<CalibrationTarget>, Option<Text>)> {
    let (mut problems, mut targets, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let table = Table::read(file, text, columns(text), &mut problems);
    for row in table.iter().flat_map(|table| &table.rows) {
        let Some(id) = row.needed("id", &mut problems) else { continue };
        if !seen.insert(id.clone()) {
            problems.push(row.at.problem("id", say::IS_THERE_TWICE).found(&id));
        }
        match target(row, id, scenario) {
            Ok(target) => targets.push(target),
            Err(own) => {
                problems.extend(own.into_iter().map(|p| Problem { line: row.at.line, ..p.file(file) }));
            }
        }
    }
    let told = table.and_then(|table| table.told);
    if problems.is_empty() { Ok((targets, told)) } else { Err(Error::Input(problems)) }
}

/// A number as files want it. What is understood otherwise is refused with it: nobody would see it told.
fn plain(row: &Row, key: &str, sound: fn(f64) -> bool, allowed: Words, problems: &mut Vec<Problem>) -> f64 {
    let text = row.text(key).unwrap_or_default();
    let read = understand(text);
    if let Some(number) = read.filter(|n| n.plain && sound(n.value)) {
        return number.value;
    }
    let other = read.filter(|n| sound(n.value)).map(|n| Text::same(n.value.to_string()));
    let problem = Problem::new(say::INVALID_NUMBER).key(key).found(text);
    problems.push(problem.allowed(other.unwrap_or_else(|| allowed.text())));
    f64::NAN
}

/// A row checked.
fn target(
    row: &Row,
    id: String,
    scenario: &Scenario,
) -> std::result::Result<CalibrationTarget, Vec<Problem>> {
    let mut problems = Vec::new();
    let cell = |column: &str| row.text(column).unwrap_or_default();
    let outcomes = outcomes("outcome", cell("outcome"), scenario, &mut problems);
    let per = match cell("per").is_empty() {
        true => Vec::new(),
        false => self::outcomes("per", cell("per"), scenario, &mut problems),
    };
    let mut index = |key: &str, first: i32| -> Option<i32> {
        let found = cell(key).parse::<i32>().ok();
        let inside = found.filter(|year| (first..=scenario.last_year()).contains(year));
        if inside.is_none() {
            let allowed = Text::same(format!("{first} – {}", scenario.last_year()));
            problems.push(Problem::new(say::INVALID_YEAR).key(key).found(cell(key)).allowed(allowed));
        }
        found
    };
    let year = index("year", scenario.base_year).unwrap_or(scenario.base_year);
    let to = match cell("to_year").is_empty() {
        true => None,
        false => index("to_year", year.saturating_add(1)),
    };
    let bound = Bound::NAMES.iter().find(|(name, _)| *name == cell("bound")).map(|(_, bound)| *bound);
    if bound.is_none() {
        let allowed = Text::same(Bound::NAMES.map(|(name, _)| name).join(", "));
        let names = Bound::NAMES.iter().map(|(name, _)| *name);
        let problem = Problem::new(say::UNKNOWN_WORD).key("bound").found(cell("bound"));
        problems.push(problem.allowed(allowed).nearest(cell("bound"), names));
    }
    let value = plain(row, "value", f64::is_finite, say::A_NUMBER, &mut problems);
    let error = plain(row, "standard_error", |x| x > 0.0, say::A_NUMBER_ABOVE_ZERO, &mut problems);
    let Some(bound) = bound.filter(|_| problems.is_empty()) else { return Err(problems) };
    let since_base = |year: i32| (year - scenario.base_year) as usize;
    Ok(CalibrationTarget {
        id,
        label: Text::all(cell("label_nb"), cell("label_nn"), cell("label_en")),
        figure: TargetFormula { outcomes, per, year: since_base(year), to: to.map(since_base) },
        bound,
        value,
        error,
        chance: 0.0,
        unit: cell("unit").to_string(),
        source: match row.text("source") {
            Some(source) => Text::same(source),
            None => Text::all(cell("source_nb"), cell("source_nn"), cell("source_en")),
        },
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
        read("own.csv", &format!("# a comment\n{HEAD}{row}\n"), &fixture::scenario(&["zero"]))
            .map(|(own, _)| own)
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
    fn sources_are_in_three_languages_or_in_one_for_all() {
        let row = |source: &str| format!("a,recipients,,2024,,equal,10,2,x,{source},a,b,c");
        let source = |found: Result<Vec<CalibrationTarget>>| found.unwrap().remove(0).source;
        assert_eq!(source(one(&row("s"))), Text::same("s"));
        let head = HEAD.replace("source", "source_nb,source_nn,source_en");
        let scenario = fixture::scenario(&["zero"]);
        let three = |head: &str, rows: &str| {
            read("own.csv", &format!("{head}{rows}\n"), &scenario).map(|(own, _)| own)
        };
        assert_eq!(source(three(&head, &row("s,t,u"))), Text::all("s", "t", "u"));
        // Two of three are a mistake that is told.
        let two = head.replace("source_nn,", "");
        let told = three(&two, &row("s,u")).unwrap_err().render(crate::text::Lang::En);
        assert!(told.contains("source_nn"), "{told}");
        let shipped = crate::scenario::embedded::data("data/calibration_targets.csv").unwrap();
        let mut table = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(shipped.as_bytes());
        for row in table.records().map(|row| row.unwrap()) {
            let sources: Vec<&str> = row.iter().skip(9).take(3).collect();
            assert!(sources.iter().all(|source| !source.is_empty()), "{row:?}");
            assert!(!sources[0].contains(" users") && sources[2] != sources[0], "{row:?}");
        }
        let head = shipped.lines().find(|line| !line.starts_with('#'));
        assert_eq!(columns(shipped).join(","), head.unwrap_or_default());
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
                (6, "value", None),
            ]
        );
        assert!(one("").is_err(), "no targets");
        let semicolons = format!("{HEAD}a,recipients,,2024,,equal,1,1,x,s,a,b,c\n").replace(',', ";");
        let (targets, told) = read("own.csv", &semicolons, &fixture::scenario(&["zero"])).unwrap();
        assert!(targets.len() == 1 && told.is_some());
        let Err(told) = one("a,recipients,,2024,,equal,\"0,5\",1,x,s,a,b,c") else { panic!() };
        let told = told.render(crate::text::Lang::En);
        assert!(told.contains("own.csv:3: value") && told.contains("0.5"), "{told}");
        assert!(read("own.csv", "id,value\na,1\n", &fixture::scenario(&["zero"])).is_err());
    }
}
