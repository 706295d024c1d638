//! Who pays: every payer's net, what together they make, and the cost of raising taxes for it.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::digits::Format;
use crate::report::document::{Cell, Row, Table};
use crate::report::number::Scale;
use crate::report::run::usual;
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

/// What society's cost holds beyond the payers' nets: the cost of raising taxes.
fn tax_cost(teller: &Teller<'_>, when: When, difference: bool) -> Row {
    let basis = if when.is_some() { Basis::Fixed } else { usual(Outcome::SocietyCost, true) };
    let mean =
        |outcome: Outcome, model: usize| teller.run.figure(outcome, model, basis, when).map(|line| line.mean);
    let own = |model: usize| {
        let payers: Option<Vec<f64>> = PAYERS.iter().map(|o| mean(*o, model)).collect();
        Some(mean(Outcome::SocietyCost, model)? - payers?.iter().sum::<f64>())
    };
    let values: Vec<Option<f64>> = match difference {
        true => teller.pairs().iter().map(|(m, e)| Some(own(*m)? - own(*e)?)).collect(),
        false => (0..teller.run.models()).map(own).collect(),
    };
    let largest = values.iter().flatten().fold(0.0_f64, |a, x| a.max(x.abs()));
    let scale = if largest >= 1e11 { Scale::Billion } else { Scale::Million };
    let format = Format::new(scale, false, largest, largest / 1e3);
    let cells: Vec<Cell> = values.iter().map(|x| teller.cell(*x, format, difference)).collect();
    Row::new(teller.t.get(say::ROW_TAX_COST), cells).about(teller.unit(
        Outcome::SocietyCost,
        format,
        when.is_none(),
    ))
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
