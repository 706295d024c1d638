//! Models with and without a withdrawal from the block grant, made comparable: before any withdrawal, as the models
//! are, and with every model's withdrawal set so that municipalities are left where the zero alternative leaves them.

use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::say;

/// Municipalities' and the state's net of BPA and in all, before and after.
pub fn withdrawal(presenter: &Presenter<'_>) -> Table {
    let year = Some(presenter.run.year());
    let mut before = presenter.levels(Outcome::MunicipalityNetBpa, year);
    before.group = Some(presenter.t.get(say::GROUP_BEFORE_WITHDRAWAL));
    let mut as_is = presenter.levels(Outcome::MunicipalityNetBpaAfterWithdrawal, year);
    as_is.group = Some(presenter.t.get(say::GROUP_AS_IS));
    let state = presenter.levels(Outcome::StateNet, year);
    let cut = presenter.levels(Outcome::Withdrawal, year);
    let rows = vec![
        before,
        state_before(presenter),
        as_is,
        cut,
        state,
        presenter.levels(Outcome::MunicipalityNet, year),
        both(presenter, Outcome::MunicipalityNetBpa).group(presenter.t.get(say::GROUP_ALL_WITHDRAWN)),
        both(presenter, Outcome::StateNet),
    ];
    let mut table = table(presenter, "withdrawal", presenter.models(), rows);
    table.notes.push(presenter.t.get(say::NOTE_WITHDRAWAL));
    table
}

fn mean(line: Option<&SummaryLine>) -> Option<f64> {
    line.map(|l| l.mean)
}

fn figure(presenter: &Presenter<'_>, outcome: Outcome, model: usize) -> Option<f64> {
    mean(presenter.run.figure(outcome, model, Basis::Fixed, Some(presenter.run.year())))
}

fn derived(presenter: &Presenter<'_>, outcome: Outcome, value: impl Fn(usize) -> Option<f64>) -> Row {
    let unit = presenter.unit(outcome, Some(presenter.run.year()));
    let cells = presenter.columns().into_iter().map(|m| {
        let line = presenter.run.figure(outcome, m, Basis::Fixed, Some(presenter.run.year()));
        presenter.cell(value(m), |x| match line {
            Some(line) => Quantity::of_line(unit, line).with(x),
            None => Quantity::exact(x),
        })
    });
    Row::new(presenter.label(outcome), cells.collect()).unit(unit.name(presenter.t))
}

/// The state's net if nothing were withdrawn.
fn state_before(presenter: &Presenter<'_>) -> Row {
    derived(presenter, Outcome::StateNet, |m| {
        Some(figure(presenter, Outcome::StateNet, m)? + figure(presenter, Outcome::Withdrawal, m)?)
    })
}

/// Every model with a withdrawal as large as what it relieves municipalities of.
fn both(presenter: &Presenter<'_>, outcome: Outcome) -> Row {
    let relieved = |m: usize| {
        Some(
            figure(presenter, Outcome::MunicipalityNetBpa, 0)?
                - figure(presenter, Outcome::MunicipalityNetBpa, m)?,
        )
    };
    derived(presenter, outcome, |m| match outcome {
        Outcome::MunicipalityNetBpa => Some(figure(presenter, outcome, m)? + relieved(m)?),
        _ => Some(figure(presenter, outcome, m)? + figure(presenter, Outcome::Withdrawal, m)? - relieved(m)?),
    })
}
