//! Models with and without a withdrawal from the block grant, made comparable: before any withdrawal, as the models
//! are, and with every model's withdrawal set so that municipalities are left where the zero alternative leaves them.

use super::scheme::for_all;
use super::table;
use crate::analysis::summary::Basis;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Cell, Missing, Row, Table};
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
        municipalities_if_all(presenter).group(presenter.t.get(say::GROUP_ALL_WITHDRAWN)),
        state_if_all(presenter),
    ];
    let mut table = table(presenter, "withdrawal", presenter.models(), rows);
    table.notes.push(presenter.t.get(say::NOTE_WITHDRAWAL));
    table.notes.extend(presenter.note_two_populations(&[Outcome::StateNet, Outcome::MunicipalityNet]));
    table.notes.extend(note_more(presenter, presenter.others().filter(|m| for_all(presenter, *m))));
    table
}

/// Why no withdrawal is worked out for models that relieve municipalities of more than BPA; nothing where there are none.
pub(super) fn note_more(presenter: &Presenter<'_>, models: impl Iterator<Item = usize>) -> Option<String> {
    let names: Vec<String> = models.map(|m| presenter.model(m)).collect();
    (!names.is_empty()).then(|| presenter.t.get(say::NoteGlanceMore { models: presenter.t.list(&names) }))
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
        if presenter.of_two_populations(outcome, m) {
            return Cell::Missing(Missing::Impossible);
        }
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

/// The cells of a row, but none for models that relieve municipalities of more than BPA: no rule says what the state
/// withdraws then.
fn if_withdrawn(presenter: &Presenter<'_>, row: Row) -> Row {
    let columns = presenter.columns();
    let cells = columns.into_iter().zip(row.cells).map(|(m, cell)| match for_all(presenter, m) {
        true => Cell::Missing(Missing::Impossible),
        false => cell,
    });
    Row { cells: cells.collect(), ..row }
}

/// Municipalities' net after a withdrawal as large as what each model relieves them of: that of the zero alternative in every
/// draw, and so with its interval.
fn municipalities_if_all(presenter: &Presenter<'_>) -> Row {
    let row = presenter.levels(Outcome::MunicipalityNetBpaAfterWithdrawal, Some(presenter.run.year()));
    let zero = row.cells.first().cloned().unwrap_or(Cell::Missing(Missing::Unknown));
    if_withdrawn(presenter, Row { cells: vec![zero; row.cells.len()], ..row })
}

/// The state's net under every model with such a withdrawal.
fn state_if_all(presenter: &Presenter<'_>) -> Row {
    let relieved = |m: usize| {
        let net = |m: usize| figure(presenter, Outcome::MunicipalityNetBpa, m);
        Some(net(0)? - net(m)?)
    };
    let row = derived(presenter, Outcome::StateNet, |m| {
        let before = figure(presenter, Outcome::StateNet, m)? + figure(presenter, Outcome::Withdrawal, m)?;
        Some(before - relieved(m)?)
    });
    if_withdrawn(presenter, row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// The municipalities' net is after the withdrawal, and that of the zero alternative; nothing is told of a model whose
    /// terms hold for the whole scheme.
    #[test]
    fn with_every_relief_withdrawn_nets_are_after_it_and_told_where_a_rule_says_what_is_withdrawn() {
        let year = YEARS[1];
        let mut sample = Sample::new(&[
            ("B", json!({"refund.rate": 0.9})),
            ("B-scheme", json!({"refund.rate": 0.9, "refund.scope": "all"})),
        ]);
        for (model, net, state) in [("zero", 500.0, 100.0), ("B", 300.0, 250.0), ("B-scheme", 300.0, 900.0)] {
            sample = sample
                .level(Outcome::MunicipalityNetBpa, model, year, net, 1.0)
                .level(Outcome::MunicipalityNetBpaAfterWithdrawal, model, year, net, 1.0)
                .level(Outcome::StateNet, model, year, state, 1.0)
                .level(Outcome::Withdrawal, model, year, 0.0, 0.0);
        }
        sample.shown(|presenter| {
            let table = withdrawal(presenter);
            let [municipalities, state] = &table.rows[6..] else { panic!("{:?}", table.rows) };
            assert_eq!(municipalities.head, presenter.label(Outcome::MunicipalityNetBpaAfterWithdrawal));
            let shown = |cell: &Cell| match cell {
                Cell::Estimate { shown, shown_interval, .. } => format!("{shown} {shown_interval}"),
                Cell::Number { shown, .. } => shown.clone(),
                cell => format!("{cell:?}"),
            };
            let shown = |row: &Row| row.cells.iter().map(shown).collect::<Vec<_>>();
            let none = "Missing(Impossible)";
            assert_eq!(shown(municipalities), ["500 [490;\u{a0}510]", "500 [490;\u{a0}510]", none]);
            assert_eq!(shown(state), ["100", "50", none]);
            assert!(table.notes.iter().any(|note| note.starts_with("B-scheme: ")), "{:?}", table.notes);
        });
    }
}
