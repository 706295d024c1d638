//! Effects without a price: direction and size from the run, weight for the committee.

use super::table;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Row, Table};
use crate::report::presenter::Presenter;
use crate::text::{Words, say};

const EFFECTS: &[(Words, Outcome)] = &[
    (say::EFFECT_SELF_DETERMINATION, Outcome::DeliveredHours),
    (say::EFFECT_UNMET, Outcome::UnmetHours),
    (say::EFFECT_PARTICIPATION, Outcome::UsersInEducation),
    (say::EFFECT_RELATIVES_BURDEN, Outcome::RelativesHours),
    (say::EFFECT_EQUAL_TREATMENT, Outcome::CoverageSdBetweenUnits),
    (say::EFFECT_OTHERS, Outcome::PoolCoverage),
    (say::EFFECT_WAITING, Outcome::WaitingMonths),
    (say::EFFECT_HOSPITAL, Outcome::Admissions),
];

/// Every effect with the run's figure for it, and a column for the committee's judgement.
pub fn unpriced(presenter: &Presenter<'_>) -> Table {
    let pairs: Vec<(usize, usize)> = presenter.others().map(|m| (m, 0)).collect();
    let rows: Vec<Row> = EFFECTS
        .iter()
        .map(|(effect, outcome)| {
            let mut row = presenter.changes(*outcome, &pairs, Some(presenter.run.year()));
            let measured = format!("{}: {}", row.head, row.small_print());
            row.head = presenter.t.get(effect);
            (row.about, row.unit) = (measured, None);
            row.cells.push(Cell::text(presenter.t.get(say::FOR_THE_COMMITTEE)));
            row
        })
        .collect();
    let mut columns: Vec<String> = pairs.iter().map(|p| presenter.pair(*p)).collect();
    columns.push(presenter.t.get(say::COLUMN_WEIGHT));
    let mut table = table(presenter, "unpriced", columns, rows);
    table.notes.push(presenter.t.get(say::NOTE_PAIRED));
    table.notes.push(presenter.t.get(say::NOTE_UNPRICED));
    table
}
