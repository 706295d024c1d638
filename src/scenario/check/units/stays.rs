//! Published counts that come with the program stay with their municipalities where a table of the user's own takes the shipped
//! one's place: that Oslo has so many recipients is no less true where Asker has other inhabitants.

use super::super::Findings;
use super::{COLUMNS, Placed, rows};
use crate::scenario::layers::{DataFile, Layer, read_data};
use crate::scenario::table::{Row, Table};

/// How far inhabitants may be from the shipped table's for it to be the same municipality in another year.
const NEAR: f64 = 0.1;

/// Rows of a table that a shipped file names, of units that stand in the user's table as they did in the one before it, and of
/// whose recipients that says nothing. Other files' tables are of their own units alone.
pub(super) fn of_same_units(rows: Vec<Row>, before: &[Layer], units: &[Placed]) -> Vec<Row> {
    let shipped = shipped(before);
    let is_same = |id: &str| {
        let find = |list: &'_ [Placed]| list.iter().position(|placed| placed.unit.id == id);
        let (Some(own), Some(other)) = (find(units), find(&shipped)) else { return false };
        let (own, other) = (&units[own].unit, &shipped[other].unit);
        let near = match (own.population, other.population) {
            (Some(own), Some(other)) => {
                let [own, other] = [own, other].map(|classes| classes.iter().sum::<f64>());
                (own - other).abs() <= NEAR * other
            }
            (own, other) => own.is_none() && other.is_none(),
        };
        own.name == other.name && near && own.recipients.is_none()
    };
    rows.into_iter().filter(|row| row.text("id").is_some_and(is_same)).collect()
}

/// The units of the last table that these files name.
fn shipped(layers: &[Layer]) -> Vec<Placed> {
    let named = layers.iter().rev().find_map(|l| Some((l, l.raw.settings.units.as_ref()?)));
    let read = named.and_then(|(layer, name)| read_data(&name.value, &layer.origin).ok());
    // What is wrong with a table that is not used is no matter.
    let mut findings = Findings::default();
    let table = read.and_then(|DataFile { path, text, .. }| {
        Table::read_with(&path, &text, (&COLUMNS, &[]), &mut findings.problems)
    });
    table.map(|table| rows::units(&table, &mut findings)).unwrap_or_default()
}
