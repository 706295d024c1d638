//! Models with and without a withdrawal from the block grant, made comparable: before any withdrawal, as the models
//! are, and with every model's withdrawal set so that municipalities are left where the zero alternative leaves them.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Row, Table};
use crate::report::quantity::Quantity;
use crate::report::teller::Teller;
use crate::text::say;

/// Municipalities' and the state's net of BPA and in all, before and after.
pub fn withdrawal(teller: &Teller<'_>) -> Table {
    let year = Some(teller.run.year());
    let mut before = teller.levels(Outcome::MunicipalityNetBpa, year);
    before.group = Some(teller.t.get(say::GROUP_BEFORE_WITHDRAWAL));
    let mut as_is = teller.levels(Outcome::MunicipalityNetBpaAfterWithdrawal, year);
    as_is.group = Some(teller.t.get(say::GROUP_AS_IS));
    let state = teller.levels(Outcome::StateNet, year);
    let cut = teller.levels(Outcome::Withdrawal, year);
    let rows = vec![
        before,
        state_before(teller),
        as_is,
        cut,
        state,
        teller.levels(Outcome::MunicipalityNet, year),
        both(teller, Outcome::MunicipalityNetBpa).group(teller.t.get(say::GROUP_ALL_WITHDRAWN)),
        both(teller, Outcome::StateNet),
    ];
    let mut table = table(teller, "withdrawal", teller.models(), rows);
    table.notes.push(teller.t.get(say::NOTE_WITHDRAWAL));
    table
}

fn mean(line: Option<&SummaryLine>) -> Option<f64> {
    line.map(|l| l.mean)
}

fn figure(teller: &Teller<'_>, outcome: Outcome, model: usize) -> Option<f64> {
    mean(teller.run.figure(outcome, model, Basis::Fixed, Some(teller.run.year())))
}

fn derived(teller: &Teller<'_>, outcome: Outcome, value: impl Fn(usize) -> Option<f64>) -> Row {
    let unit = teller.unit(outcome, Some(teller.run.year()));
    let cells = (0..teller.run.models()).map(|m| {
        let line = teller.run.figure(outcome, m, Basis::Fixed, Some(teller.run.year()));
        let error = line.and_then(|line| line.mcse).unwrap_or(0.0);
        teller.cell(value(m), |x| Quantity::new(unit, x, None, error))
    });
    Row::new(teller.label(outcome), cells.collect()).about(unit.name(teller.t))
}

/// The state's net if nothing were withdrawn.
fn state_before(teller: &Teller<'_>) -> Row {
    derived(teller, Outcome::StateNet, |m| {
        Some(figure(teller, Outcome::StateNet, m)? + figure(teller, Outcome::Withdrawal, m)?)
    })
}

/// Every model with a withdrawal as large as what it relieves municipalities of.
fn both(teller: &Teller<'_>, outcome: Outcome) -> Row {
    let relieved = |m: usize| {
        Some(
            figure(teller, Outcome::MunicipalityNetBpa, 0)? - figure(teller, Outcome::MunicipalityNetBpa, m)?,
        )
    };
    derived(teller, outcome, |m| match outcome {
        Outcome::MunicipalityNetBpa => Some(figure(teller, outcome, m)? + relieved(m)?),
        _ => Some(figure(teller, outcome, m)? + figure(teller, Outcome::Withdrawal, m)? - relieved(m)?),
    })
}
