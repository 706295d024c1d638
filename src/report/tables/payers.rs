//! Who pays: every payer's net, what together they make, and the cost of raising taxes for it.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::quantity::Quantity;
use crate::report::teller::{Teller, When};
use crate::text::say;

/// Net of every payer.
pub const PAYERS: [Outcome; 5] = [
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::RelativesCost,
    Outcome::UsersNet,
    Outcome::EmployersNet,
];

/// The compared year.
pub fn in_year(teller: &Teller<'_>) -> Table {
    let mut table = table(teller, "payers", teller.models(), rows(teller, Some(teller.run.year()), false));
    table
        .notes
        .extend([say::NOTE_TRANSFERS, say::NOTE_TAX_COST, say::NOTE_SOCIETY].map(|id| teller.t.get(id)));
    table
}

/// The whole period at present value.
pub fn present_value(teller: &Teller<'_>) -> Table {
    let rows = beside(teller, rows(teller, None, false), false);
    let mut table = table(teller, "present-value", teller.models(), rows);
    table
        .notes
        .extend([say::NOTE_PRESENT_VALUE, say::NOTE_TAX_COST, say::NOTE_SOCIETY].map(|id| teller.t.get(id)));
    table
}

/// Differences of the same.
pub fn present_value_differences(teller: &Teller<'_>) -> Table {
    let columns = teller.pairs().iter().map(|p| teller.pair(*p)).collect();
    let rows = beside(teller, rows(teller, None, true), true);
    let mut table = table(teller, "present-value-differences", columns, rows);
    table
        .notes
        .extend([say::NOTE_PAIRED, say::NOTE_PRESENT_VALUE, say::NOTE_SOCIETY].map(|id| teller.t.get(id)));
    table
}

fn row(teller: &Teller<'_>, outcome: Outcome, when: When, difference: bool) -> Row {
    match difference {
        true => teller.changes(outcome, &teller.pairs(), when),
        false => teller.levels(outcome, when),
    }
}

fn rows(teller: &Teller<'_>, when: When, difference: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = PAYERS.iter().map(|o| row(teller, *o, when, difference)).collect();
    rows.push(tax_cost(teller, when, difference));
    rows.push(row(teller, Outcome::SocietyCost, when, difference).sum());
    rows
}

/// What society's cost holds beyond the payers' nets: the cost of raising taxes, which is in proportion to what is paid
/// with taxes, and so is its error.
fn tax_cost(teller: &Teller<'_>, when: When, difference: bool) -> Row {
    let basis = Basis::usual(Outcome::SocietyCost, when.is_none());
    let line = |outcome: Outcome, (model, other): (usize, Option<usize>)| match other {
        None => teller.run.figure(outcome, model, basis, when),
        Some(other) => teller.run.difference(outcome, (model, other), basis, when),
    };
    let unit = teller.unit(Outcome::SocietyCost, when);
    let unit = if difference { unit.of_difference() } else { unit };
    let own = |of: (usize, Option<usize>)| {
        let mean = |outcome: Outcome| line(outcome, of).map(|line| line.mean);
        let payers: Option<Vec<f64>> = PAYERS.iter().map(|o| mean(*o)).collect();
        let cost = mean(Outcome::SocietyCost)? - payers?.iter().sum::<f64>();
        let public = line(Outcome::PublicNet, of)?;
        let error = cost / public.mean * public.mcse.unwrap_or(0.0);
        Some(Quantity::new(unit, cost, None, error.abs()))
    };
    let all: Vec<(usize, Option<usize>)> = match difference {
        true => teller.pairs().into_iter().map(|(model, other)| (model, Some(other))).collect(),
        false => (0..teller.run.models()).map(|model| (model, None)).collect(),
    };
    let cell = |of| own(of).map_or(Cell::Missing(Missing::Unknown), |q: Quantity| q.cell(teller.lang()));
    Row::new(teller.t.get(say::ROW_TAX_COST), all.into_iter().map(cell).collect()).about(unit.name(teller.t))
}

/// Effects without a price stand beside the sum, never in it.
fn beside(teller: &Teller<'_>, mut rows: Vec<Row>, difference: bool) -> Vec<Row> {
    let start = rows.len();
    for outcome in [Outcome::UnmetHours, Outcome::UsersInEducation, Outcome::Admissions] {
        rows.push(row(teller, outcome, None, difference));
    }
    rows[start].group = Some(teller.t.get(say::GROUP_UNPRICED));
    rows[0].group = Some(teller.t.get(say::GROUP_PRICED));
    rows
}
