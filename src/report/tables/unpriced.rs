//! Effects without a price: direction and size from the run, weight for the committee.

use super::table;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Row, Table};
use crate::report::teller::Teller;

const EFFECTS: &[(&str, Outcome)] = &[
    ("self-determination", Outcome::DeliveredHours),
    ("unmet", Outcome::UnmetHours),
    ("participation", Outcome::UsersInEducation),
    ("relatives-burden", Outcome::RelativesHours),
    ("equal-treatment", Outcome::CoverageSdBetweenUnits),
    ("others", Outcome::PoolCoverage),
    ("waiting", Outcome::WaitingMonths),
    ("hospital", Outcome::Admissions),
];

/// Every effect with the run's figure for it, and a column for the committee's judgement.
pub fn unpriced(teller: &Teller<'_>) -> Table {
    let pairs: Vec<(usize, usize)> = teller.others().map(|m| (m, 0)).collect();
    let rows: Vec<Row> = EFFECTS
        .iter()
        .map(|(id, outcome)| {
            let mut row = teller.changes(*outcome, &pairs, Some(teller.run.year()));
            let measured = format!("{}: {}", row.head, row.about);
            row.head = teller.t.get(&format!("effect-{id}"));
            row.about = measured;
            row.cells.push(Cell::text(teller.t.get("for-the-committee")));
            row
        })
        .collect();
    let mut columns: Vec<String> = pairs.iter().map(|p| teller.pair(*p)).collect();
    columns.push(teller.t.get("column-weight"));
    let mut table = table(teller, "unpriced", columns, rows);
    table.notes.push(teller.t.get("note-paired"));
    table.notes.push(teller.t.get("note-unpriced"));
    table
}
