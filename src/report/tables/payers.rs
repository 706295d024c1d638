//! Who pays: every payer's net, what together they make, and the cost of raising taxes for it.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::text::say;

/// The parameter that says what raising a krone of tax costs.
const RATE: &str = "tax_cost";

/// Net of every payer.
pub const PAYERS: [Outcome; 5] = [
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::RelativesCost,
    Outcome::UsersNet,
    Outcome::EmployersNet,
];

/// The compared year.
pub fn in_year(presenter: &Presenter<'_>) -> Table {
    let mut table =
        table(presenter, "payers", presenter.models(), rows(presenter, Some(presenter.run.year()), false));
    table
        .notes
        .extend([say::NOTE_TRANSFERS, say::NOTE_TAX_COST, say::NOTE_SOCIETY].map(|id| presenter.t.get(id)));
    table.notes.extend(presenter.note_two_populations(&PAYERS));
    table
}

/// The whole period at present value.
pub fn present_value(presenter: &Presenter<'_>) -> Table {
    let rows = beside(presenter, rows(presenter, None, false), false);
    let mut table = table(presenter, "present-value", presenter.models(), rows);
    table.notes.extend(
        [say::NOTE_PRESENT_VALUE, say::NOTE_TAX_COST, say::NOTE_SOCIETY].map(|id| presenter.t.get(id)),
    );
    table.notes.extend(presenter.note_two_populations(&PAYERS));
    table
}

/// Differences of the same.
pub fn present_value_differences(presenter: &Presenter<'_>) -> Table {
    let columns = presenter.pairs().iter().map(|p| presenter.pair(*p)).collect();
    let rows = beside(presenter, rows(presenter, None, true), true);
    let mut table = table(presenter, "present-value-differences", columns, rows);
    table
        .notes
        .extend([say::NOTE_PAIRED, say::NOTE_PRESENT_VALUE, say::NOTE_SOCIETY].map(|id| presenter.t.get(id)));
    table.notes.extend(presenter.pairs_left_out());
    table
}

fn row(presenter: &Presenter<'_>, outcome: Outcome, when: When, difference: bool) -> Row {
    match difference {
        true => presenter.changes(outcome, &presenter.pairs(), when),
        false => presenter.levels(outcome, when),
    }
}

fn rows(presenter: &Presenter<'_>, when: When, difference: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = PAYERS.iter().map(|o| row(presenter, *o, when, difference)).collect();
    rows.push(tax_cost(presenter, when, difference));
    rows.push(row(presenter, Outcome::SocietyCost, when, difference).sum());
    rows
}

/// What society's cost holds beyond the payers' nets: the cost of raising taxes, which is in proportion to what is paid
/// with taxes, and so is its interval, unless the proportion is drawn too.
fn tax_cost(presenter: &Presenter<'_>, when: When, difference: bool) -> Row {
    let basis = Basis::usual(Outcome::SocietyCost, when.is_none());
    let line = |outcome: Outcome, (model, other): (usize, Option<usize>)| match other {
        None => presenter.run.figure(outcome, model, basis, when),
        Some(other) => presenter.run.difference(outcome, (model, other), basis, when),
    };
    let unit = presenter.unit(Outcome::SocietyCost, when);
    let unit = if difference { unit.of_difference() } else { unit };
    let rate = presenter.run.parameters.iter().find(|p| p.id == RATE);
    let fixed = rate.is_some_and(|p| p.drawn_p05 == p.drawn_p95);
    let own = |of: (usize, Option<usize>)| {
        if of.1.is_none() && presenter.of_two_populations(Outcome::SocietyCost, of.0) {
            return None;
        }
        let mean = |outcome: Outcome| line(outcome, of).map(|line| line.mean);
        let payers: Option<Vec<f64>> = PAYERS.iter().map(|o| mean(*o)).collect();
        let cost = mean(Outcome::SocietyCost)? - payers?.iter().sum::<f64>();
        let public = line(Outcome::PublicNet, of)?;
        let proportion = cost / public.mean;
        let ends = public.interval().filter(|_| fixed && proportion.is_finite());
        let interval = ends.map(|(low, high)| (proportion * low, proportion * high));
        Some(Quantity::in_series(unit, cost, interval, public.last_digit))
    };
    let all: Vec<(usize, Option<usize>)> = match difference {
        true => presenter.pairs().into_iter().map(|(model, other)| (model, Some(other))).collect(),
        false => presenter.columns().into_iter().map(|model| (model, None)).collect(),
    };
    let missing = |(model, other): (usize, Option<usize>)| match other.is_none()
        && presenter.of_two_populations(Outcome::SocietyCost, model)
    {
        true => Cell::Missing(Missing::Impossible),
        false => Cell::Missing(Missing::Unknown),
    };
    let cell = |of| own(of).map_or(missing(of), |q: Quantity| q.cell(presenter.lang()));
    Row::new(presenter.t.get(say::ROW_TAX_COST), all.into_iter().map(cell).collect())
        .unit(unit.name(presenter.t))
}

/// Effects without a price stand beside the sum, never in it.
fn beside(presenter: &Presenter<'_>, mut rows: Vec<Row>, difference: bool) -> Vec<Row> {
    let start = rows.len();
    for outcome in [Outcome::UnmetHours, Outcome::UsersInEducation, Outcome::Admissions] {
        rows.push(row(presenter, outcome, None, difference));
    }
    rows[start].group = Some(presenter.t.get(say::GROUP_UNPRICED));
    rows[0].group = Some(presenter.t.get(say::GROUP_PRICED));
    rows
}
