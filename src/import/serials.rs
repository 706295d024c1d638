//! Columns in which a list of persons numbers them, whatever it calls that: one person may have several rows, and is one.

use super::cells::folded;
use super::headings::{Field, Figures, Measure, Named, Role};
pub use super::serial_words::is_serial;
use super::table::Table;

/// Whether a column of numbers is one of users: «bruker» is what lists call the column of serial numbers too.
pub fn is_user((_, own): &(usize, Figures)) -> bool {
    own.measure == Some(Measure::Recipients) && own.ages.is_none()
}

/// Columns that number persons. One that the user says is not to be read is none.
pub fn columns(table: &Table, named: &Named) -> Vec<usize> {
    let skipped = |heading: &str| named.contains_key(&folded(heading));
    let is_one = |column: usize| match &table.columns[column] {
        (Role::Person(Field::Pseudonym), _) => true,
        (Role::Figures(own), _) => is_user(&(column, *own)),
        (Role::Unread, heading) => is_serial(heading) && !skipped(heading),
        _ => false,
    };
    (0..table.columns.len()).filter(|column| is_one(*column)).collect()
}
