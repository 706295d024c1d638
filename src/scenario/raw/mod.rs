//! What was typed: a scenario file read into [`RawScenario`], where every value knows its file and
//! line. Nothing is checked against other files here; unknown keys, wrong types and impossible
//! distributions are found, all of them in one go.

mod alternatives;
mod history;
mod reader;
mod remedy;
mod sections;
mod values;

pub use alternatives::RawAlternative;
pub use reader::Reader;

use super::distribution::Distribution;
use super::financing::Lever;
use crate::error::Problem;
use crate::text::{Message, Text, say};
use std::sync::Arc;

/// The newest file format this program reads.
pub const FORMAT: i64 = 1;

/// Years that values may be stated for.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The place in a file where something was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// File, or the option (`--set`).
    pub file: Arc<str>,
    /// Line, from 1; none for an option.
    pub line: Option<usize>,
}

impl Place {
    /// A problem at this place.
    pub fn problem(&self, key: impl Into<String>, what: impl Message) -> Problem {
        Problem { line: self.line, ..Problem::new(what).file(&*self.file).key(key) }
    }
}

/// A value with the place it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// The place where it was written.
    pub at: Place,
}

/// A number, distribution, table or value history as typed.
#[derive(Clone, Debug, PartialEq)]
pub enum RawValue {
    /// One number, certain or uncertain.
    Scalar(Distribution),
    /// Named entries.
    Table(Vec<(String, Located<Distribution>)>),
    /// Values by year, in the order of the years.
    Dated(Vec<(i32, f64)>),
}

/// A lever as typed.
#[derive(Clone, Debug, PartialEq)]
pub enum RawLever {
    /// Yes or no.
    Switch(bool),
    /// A parameter's id, a word of a list, or `none`.
    Word(String),
    /// A number, distribution or value history.
    Value(RawValue),
}

/// `[scenario]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSettings {
    /// Short name.
    pub name: Option<Located<String>>,
    /// Title for readers.
    pub title: Option<Located<Text>>,
    /// First year.
    pub base_year: Option<Located<f64>>,
    /// Number of years.
    pub horizon: Option<Located<f64>>,
    /// `rates`, `observed` or `mixed`.
    pub placement: Option<Located<String>>,
    /// Data file of the units.
    pub units: Option<Located<String>>,
    /// Data file of observed recipients.
    pub observed: Option<Located<String>>,
    /// Data file of what is known of them in groups.
    pub recipient_groups: Option<Located<String>>,
    /// Data file of the units' own prices and refunds.
    pub accounts: Option<Located<String>>,
    /// Inhabitants of all units together, where the table of units has none.
    pub inhabitants: Option<Located<f64>>,
    /// Inhabitants of the whole country, which amounts "in all" are for.
    pub national_population: Option<Located<f64>>,
    /// The municipality that the units are parts of, where they have no inhabitants.
    pub municipality: Option<Located<String>>,
    /// `on` or `off`: whether there is a refund scheme beyond the simulated persons.
    pub scheme: Option<Located<String>>,
    /// Code of the currency that money is in.
    pub currency: Option<Located<String>>,
    /// Whether the recipients of the data file are real persons, whose small counts are hidden.
    pub observed_persons: Option<Located<bool>>,
    /// Models to run, in order.
    pub models: Option<Located<Vec<String>>>,
}

/// `[parameters.<id>]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RawParameter {
    /// Identifier.
    pub id: Located<String>,
    /// Value or distribution.
    pub value: Option<Located<RawValue>>,
    /// Unit.
    pub unit: Option<Located<String>>,
    /// Price year.
    pub year: Option<Located<f64>>,
    /// The status of the parameter: how well it is known.
    pub status: Option<Located<String>>,
    /// Source.
    pub source: Option<Located<Text>>,
    /// Group.
    pub group: Option<Located<String>>,
    /// Symbol in the model description.
    pub symbol: Option<Located<String>>,
    /// Legal range.
    pub range: Option<Located<[f64; 2]>>,
    /// Short name.
    pub label: Option<Located<Text>>,
    /// Meaning.
    pub meaning: Option<Located<Text>>,
    /// Whether the direction of a response is found or assumed.
    pub sign: Option<Located<String>>,
    /// Id of the parameter that it moves with.
    pub with: Option<Located<String>>,
    /// Value without commissioned studies.
    pub without_commissioned: Option<Located<f64>>,
}

impl RawParameter {
    /// A parameter of which only the id is known yet.
    pub fn new(id: Located<String>) -> Self {
        RawParameter {
            id,
            value: None,
            unit: None,
            year: None,
            status: None,
            source: None,
            group: None,
            symbol: None,
            range: None,
            label: None,
            meaning: None,
            sign: None,
            with: None,
            without_commissioned: None,
        }
    }
}

/// `[financing.<id>]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RawModel {
    /// Identifier.
    pub id: Located<String>,
    /// Full name.
    pub title: Option<Located<Text>>,
    /// Column heading.
    pub short: Option<Located<Text>>,
    /// One sentence.
    pub description: Option<Located<Text>>,
    /// The model it builds on.
    pub extends: Option<Located<String>>,
    /// Levers given.
    pub levers: RawLevers,
    /// Levers given by year, in the order of the file.
    pub history: Vec<RawDatedLevers>,
}

/// Levers given.
pub type RawLevers = Vec<(&'static Lever, Located<RawLever>)>;

/// `[[financing.<id>.history]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RawDatedLevers {
    /// The year from which they hold.
    pub from: Located<f64>,
    /// The levers.
    pub levers: RawLevers,
}

impl RawModel {
    /// A model of which only the id is known yet.
    pub fn new(id: Located<String>) -> Self {
        RawModel {
            id,
            title: None,
            short: None,
            description: None,
            extends: None,
            levers: Vec::new(),
            history: Vec::new(),
        }
    }
}

/// `[[correlations]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RawCorrelation {
    /// Id of the first scalar.
    pub a: String,
    /// Id of the second scalar.
    pub b: String,
    /// Wished rank correlation.
    pub rank: f64,
    /// The place where it was written.
    pub at: Place,
}

/// A scenario file as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawScenario {
    /// The scenario it builds on.
    pub extends: Option<Located<String>>,
    /// `[scenario]`.
    pub settings: RawSettings,
    /// `[parameters.…]`, in the order of the file.
    pub parameters: Vec<RawParameter>,
    /// `[financing.…]`, in the order of the file.
    pub models: Vec<RawModel>,
    /// `[[correlations]]`.
    pub correlations: Vec<RawCorrelation>,
}

/// Where all ids are listed, for messages whose own list would be too long.
pub(super) fn see_describe() -> Text {
    say::SEE_DESCRIBE.text()
}

/// Reads a scenario file's text; every problem found is added to `problems`. `None` when the text
/// is no TOML or of a newer format, so that nothing more can be said about it.
///
/// What was understood though it is written in another way is added to `told`.
pub fn parse(
    file: &str,
    text: &str,
    problems: &mut Vec<Problem>,
    told: &mut Vec<Text>,
) -> Option<RawScenario> {
    let mut reader = Reader::new(file, text);
    let raw = reader.scenario(text);
    problems.append(&mut reader.problems);
    told.append(&mut reader.told);
    raw
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn problems(text: &str) -> Vec<String> {
        let mut list = Vec::new();
        let _ = parse("x.toml", text, &mut list, &mut Vec::new());
        list.iter().map(|p| p.render(Lang::En)).collect()
    }

    #[test]
    fn every_problem_of_a_file_is_told_with_its_line() {
        let found = problems(
            "format = 1\nextend = \"national\"\n[scenario]\nbase_yaer = 2024\nhorizon = \"long\"\n\
             [parameters.price_response]\nvalue = { pert = [0.3, 0.1, 0.2] }\nunits = \"x\"\n\
             [parameters.exit_rate]\nvalue = nan\n[financing.C]\nextends = \"A\"\nrefund = { rat = 0.9 }\n",
        );
        assert_eq!(found.len(), 7, "{found:#?}");
        for (problem, parts) in found.iter().zip([
            ["x.toml:2", "extend", "extends"],
            ["x.toml:4", "scenario.base_yaer", "base_year"],
            ["x.toml:5", "scenario.horizon", "\"long\""],
            ["x.toml:7", "parameters.price_response.value", "rising order"],
            ["x.toml:8", "parameters.price_response.units", "unit"],
            ["x.toml:10", "parameters.exit_rate.value", "nan"],
            ["x.toml:13", "financing.C.refund.rat", "refund.rate"],
        ]) {
            for part in parts {
                assert!(problem.contains(part), "{problem}: {part}");
            }
        }
    }

    #[test]
    fn a_newer_format_names_the_version_and_says_nothing_else() {
        let found = problems("format = 2\nwhatever = 1\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("format 2"), "{}", found[0]);
        assert!(problems("[scenario]\nname = \"x\"\n")[0].contains("format"));
    }

    #[test]
    fn every_form_of_a_value_is_read() {
        let mut list = Vec::new();
        let raw = parse(
            "x.toml",
            "format = 1\n[parameters]\na.value = 1\nb.value = { lognormal = { mean = 2, sd = 1 }, truncate = [0, inf] }\n\
             c.value = { discrete = { values = [1, 2], weights = [0.5, 0.5] } }\n\
             d.value = { table = { x = 1, y = { uniform = [0, 1] } } }\ne.value = { dated = { 2024 = 2, 2020 = 1 } }\n",
            &mut list,
            &mut Vec::new(),
        )
        .expect("readable");
        assert_eq!(list, vec![]);
        assert_eq!(raw.parameters.len(), 5);
        let dated = raw.parameters[4].value.as_ref().map(|v| v.value.clone());
        assert_eq!(dated, Some(RawValue::Dated(vec![(2020, 1.0), (2024, 2.0)])));
    }

    #[test]
    fn no_text_whatever_makes_the_reader_panic() {
        for text in [
            "",
            "\0",
            "[",
            "a = ",
            "format = 1\n[[parameters]]\n",
            "format = 1\nparameters = 3",
            "= 3",
            "[[[[",
        ] {
            assert!(!problems(text).is_empty(), "{text:?}");
        }
        let deep = format!("format = 1\nparameters = {}{}", "[".repeat(3000), "]".repeat(3000));
        assert!(!problems(&deep).is_empty());
    }
}
