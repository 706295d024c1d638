//! A number of a table, with what it is of.

use super::ages::Ages;
use super::headings::Measure;
use super::marks::Value;
use super::sums::Sex;

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
