//! What a lever is: the columns of the catalogue of levers, and the forms that a value takes.

use crate::scenario::choice::{Choice, choices};
use crate::text::Words;

/// A number in a lever: fixed, or a slot of the parameter vector (money in base-year kroner).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// As written.
    Fixed(f64),
    /// Slot of a scalar parameter. A lever written as a distribution gets a scalar of its own,
    /// with id `financing.<model>.<lever>`.
    Scalar(usize),
}

impl Number {
    /// The value in a draw whose parameter vector is `values`.
    pub fn value(self, values: &[f64]) -> f64 {
        match self {
            Number::Fixed(x) => x,
            Number::Scalar(slot) => values[slot],
        }
    }
}

choices! {
    /// Who decides how many hours are granted.
    Decider {
        /// The municipality.
        Municipality = "municipality",
        /// The state.
        State = "state",
    }

    /// How a withdrawal is shared between units (§7).
    OffsetBy {
        /// Each unit its own relief.
        Own = "own",
        /// By population × expenditure-need index.
        Population = "population",
    }

    /// For whom a model's terms of refund hold (scheme.md S2).
    RefundScope {
        /// Persons with BPA; everybody else keeps the zero alternative's.
        Bpa = "bpa",
        /// The whole scheme.
        All = "all",
    }

    /// How municipalities that lose by a withdrawal are spared (scheme.md S3).
    TransitionRule {
        /// Not at all.
        None = "none",
        /// Nobody falls behind by more than a cap a year.
        Guarantee = "guarantee",
        /// The effect comes evenly over some years.
        Linear = "linear",
    }

    /// Whether a withdrawal is set once or follows costs (§7).
    OffsetBasis {
        /// Set once, then carried with wages.
        Fixed = "fixed",
        /// Set anew each year.
        Yearly = "yearly",
        /// Set anew every few years, and carried with wages between.
        Rebased = "rebased",
    }
}

/// What sort of value a lever takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverType {
    /// A whole number of the model's timetable: never drawn, and not for the zero alternative, which is there already.
    Timetable,
    /// A number, a distribution or the id of a parameter.
    Number,
    /// The same, but every value that can be drawn is a whole number of years.
    WholeYears,
    /// `true` or `false`.
    Switch,
    /// One of a few words.
    Choice,
    /// The id of a dated parameter, or its value or values by year.
    Series,
}

impl LeverType {
    /// Whether the value is a number that may be drawn.
    pub fn is_number(self) -> bool {
        matches!(self, LeverType::Number | LeverType::WholeYears)
    }
}

/// How a lever comes into force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onset {
    /// Moves from the value of the zero alternative to the model's own over the phase-in years.
    Gradual,
    /// Switches in the model's first year.
    AtOnce,
}

/// What the word `none` means as the value of a lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absence {
    /// It may not be written.
    Illegal,
    /// This number.
    Means(f64),
    /// Whatever the lever with this path has.
    As(&'static str),
}

/// One row of the catalogue.
#[derive(Debug, PartialEq)]
pub struct Lever {
    /// The lever as users write it (`refund.rate`).
    pub path: &'static str,
    /// What sort of value it takes.
    pub kind: LeverType,
    /// Unit of measure, as in the table of parameters; empty where the value is no number.
    pub unit: &'static str,
    /// Smallest and largest legal value of a number.
    pub range: [f64; 2],
    /// How it comes into force.
    pub onset: Onset,
    /// What `none` means.
    pub none: Absence,
    /// One sentence for readers.
    pub meaning: Words,
}

/// Paths of the levers that hold an amount for the whole country.
const NATIONAL_AMOUNTS: [&str; 2] = ["one_off.municipal", "one_off.state"];

/// Levers, and tables of levers, whose values a model may state by year (scheme.md S5). Of months to wait and of amounts a
/// recipient too; what is set once for a whole reform (its start, who decides, withdrawal) has no history.
const DATED: [&str; 10] = [
    "hour_grant",
    "rights",
    "refund",
    "admin",
    "norm_drift",
    "admission_drift",
    "harmonisation",
    "processing_months",
    "fast_track_months",
    "copayment",
];

/// The year in whose kroner a number in such a lever is written, whatever the base year.
const NATIONAL_AMOUNTS_YEAR: i32 = 2024;

impl Lever {
    /// Whether the lever holds an amount for the whole country, of which a part of it carries its part.
    pub fn is_national_amount(&self) -> bool {
        NATIONAL_AMOUNTS.contains(&self.path)
    }
    /// Whether a model may state its value by year.
    pub fn may_be_dated(&self) -> bool {
        DATED.contains(&self.group().unwrap_or(self.path))
    }
    /// The year in whose kroner a number is written in the lever; none is the base year.
    pub fn price_year(&self) -> Option<i32> {
        self.is_national_amount().then_some(NATIONAL_AMOUNTS_YEAR)
    }
    /// The table that the lever stands in inside a model (`refund`), where it stands in one.
    pub fn group(&self) -> Option<&'static str> {
        self.path.split_once('.').map(|(group, _)| group)
    }
}

/// The value of a lever, to be read.
#[derive(Debug)]
pub enum LeverValue<'a, N> {
    /// Of [`LeverType::Timetable`].
    Timetable(&'a i32),
    /// Of [`LeverType::Number`].
    Number(&'a N),
    /// Of [`LeverType::WholeYears`].
    WholeYears(&'a N),
    /// Of [`LeverType::Switch`].
    Switch(&'a bool),
    /// Of [`LeverType::Choice`].
    Choice(&'a dyn Choice),
    /// Of [`LeverType::Series`]: the id of the parameter.
    Series(&'a String),
}

/// The place of a lever's value, to be written.
#[derive(Debug)]
pub enum LeverSlot<'a, N> {
    /// Of [`LeverType::Timetable`].
    Timetable(&'a mut i32),
    /// Of [`LeverType::Number`].
    Number(&'a mut N),
    /// Of [`LeverType::WholeYears`].
    WholeYears(&'a mut N),
    /// Of [`LeverType::Switch`].
    Switch(&'a mut bool),
    /// Of [`LeverType::Choice`].
    Choice(&'a mut dyn Choice),
    /// Of [`LeverType::Series`]: the id of the parameter.
    Series(&'a mut String),
}

impl<N> LeverValue<'_, N> {
    /// The value as users write it, with numbers and ids of series in a form of the caller's.
    pub fn text(&self, number: impl Fn(&N) -> String, series: impl Fn(&str) -> String) -> String {
        match self {
            LeverValue::Timetable(x) => x.to_string(),
            LeverValue::Number(x) | LeverValue::WholeYears(x) => number(x),
            LeverValue::Switch(on) => on.to_string(),
            LeverValue::Choice(choice) => choice.word().to_string(),
            LeverValue::Series(id) => series(id),
        }
    }
}
