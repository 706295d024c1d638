//! A number of a table, with what it is of.

use super::ages::Ages;
use super::headings::Measure;
use super::marks::Value;
use super::sums::Sex;
use std::collections::BTreeMap;

/// A number of a municipality, or of a sum over some.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The municipality; none for a sum.
    pub unit: Option<String>,
    /// The label of the sum, or the old number that the row has.
    pub label: Option<String>,
    /// The year, where the table says it.
    pub year: Option<i32>,
    /// The ages.
    pub ages: Ages,
    /// The sex; all where nothing is said.
    pub sex: Sex,
    /// The column's measure.
    pub measure: Option<Measure>,
    /// The number.
    pub value: Value,
    /// Its line and column.
    pub at: (usize, usize),
}

/// Numbers by the municipality that they are of.
pub type ByUnit<'d> = BTreeMap<&'d str, Vec<&'d Datum>>;

/// Numbers by municipality, those of none left out: looked for one by one among all of a country's, they would take minutes.
pub fn by_unit<'d>(data: impl IntoIterator<Item = &'d Datum>) -> ByUnit<'d> {
    let mut found = ByUnit::new();
    for datum in data {
        if let Some(unit) = &datum.unit {
            found.entry(unit).or_default().push(datum);
        }
    }
    found
}
