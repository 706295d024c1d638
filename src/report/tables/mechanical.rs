//! What a difference between models is by arithmetic alone, and what the assumed reactions add to it (scheme.md S6.5).

use super::table;
use crate::analysis::mechanical::ENOUGH;
use crate::analysis::summary::{Basis, Period};
use crate::engine::mechanical::MechanicalDraws;
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::display_unit::{DisplayUnit, headline_name};
use crate::report::document::{Block, Cell, Missing, Row, Table};
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::text::say;

/// The option that asks for all draws without reactions.
const OPTION: &str = "--mechanical";

/// The mean of a line without reactions, with its interval where it is told, to the digit of the mean with them.
pub fn without_reactions(with: Quantity, line: &SummaryLine) -> Option<Quantity> {
    line.mean_mechanical.map(|mean| with.with_interval(mean, line.interval_mechanical()))
}

/// The mean of a line with and without reactions and of what they do, all to the digit of the line's series: with digits of
/// their own, from errors that differ, a row would say that 100 and 0 make 50.
fn quantities(unit: DisplayUnit, line: &SummaryLine) -> Option<[Quantity; 3]> {
    let with = Quantity::of_line(unit, line);
    let without = without_reactions(with, line)?;
    Some([without, with.with(line.mean - without.value), with])
}

/// Differences between models: mechanical, what the assumed reactions do, and with reactions, for outcomes of a year and of
/// all years. Nothing where a run doesn't tell.
pub fn mechanical(
    presenter: &Presenter<'_>,
    id: &'static str,
    (in_year, in_period): (&[Outcome], &[Outcome]),
) -> Option<Table> {
    let year = Some(presenter.run.year());
    let outcomes = in_year.iter().map(|o| (*o, year)).chain(in_period.iter().map(|o| (*o, None)));
    let pairs = presenter.pairs();
    of_pairs(presenter, id, outcomes.collect(), &pairs, |pair| presenter.pair(pair))
}

/// The same of outcomes of the compared year, against the zero alternative alone.
pub fn against_zero(presenter: &Presenter<'_>, id: &'static str, outcomes: &[Outcome]) -> Option<Table> {
    let year = Some(presenter.run.year());
    let pairs: Vec<(usize, usize)> = presenter.others().map(|model| (model, 0)).collect();
    let outcomes = outcomes.iter().map(|o| (*o, year)).collect();
    of_pairs(presenter, id, outcomes, &pairs, |(model, _)| presenter.model(model))
}

fn of_pairs(
    presenter: &Presenter<'_>,
    id: &'static str,
    outcomes: Vec<(Outcome, When)>,
    pairs: &[(usize, usize)],
    name: impl Fn((usize, usize)) -> String,
) -> Option<Table> {
    let (run, t) = (presenter.run, presenter.t);
    let first = run.about.scenario.first_year;
    let (mut rows, mut told, mut rounded) = (Vec::new(), false, false);
    for (outcome, when) in outcomes {
        let unit = presenter.unit(outcome, when).of_difference();
        let period = when.map_or(Period::Total, |year| Period::Year((year - first) as usize));
        let headline = (outcome, Basis::usual(outcome, when.is_none()), period);
        let label = headline_name(headline, (first, run.about.scenario.last_year), t);
        let own = own_rows(presenter, (outcome, when), pairs, &name);
        rounded |= own.iter().any(|(_, adds_up)| !adds_up);
        told |= own.iter().flat_map(|(row, _)| &row.cells).any(|cell| !matches!(cell, Cell::Missing(_)));
        let start = rows.len();
        rows.extend(own.into_iter().map(|(row, _)| row));
        if let Some(row) = rows.get_mut(start) {
            row.group = Some(format!("{label} ({})", unit.name(t)));
        }
    }
    let columns = [say::MECHANICAL_WITHOUT, say::MECHANICAL_REACTIONS, say::MECHANICAL_WITH];
    let mut table = table(presenter, id, columns.map(|head| t.get(head)).to_vec(), rows);
    let draws = presenter.count(draws(presenter));
    let marked = |cell: &Cell| matches!(cell, Cell::Estimate { direction, .. } if !direction.is_empty());
    let outside = table.rows.iter().flat_map(|row| &row.cells).any(marked);
    let all = presenter.count(run.about.draws);
    table.notes = vec![t.get(say::NoteMechanical { draws: draws.as_str() })];
    table.notes.extend(outside.then(|| t.get(say::NoteMeanOfAll { draws, all })));
    table.notes.extend(rounded.then(|| t.get(say::NOTE_ROUNDING)));
    told.then_some(table)
}

/// A row for every pair, and whether its numbers add up as they are shown.
fn own_rows(
    presenter: &Presenter<'_>,
    (outcome, when): (Outcome, When),
    pairs: &[(usize, usize)],
    name: impl Fn((usize, usize)) -> String,
) -> Vec<(Row, bool)> {
    let unit = presenter.unit(outcome, when).of_difference();
    let lines = presenter.differences(outcome, pairs, when);
    let row = |(pair, line): (&(usize, usize), Option<&SummaryLine>)| {
        let shown = line.and_then(|line| quantities(unit, line)).filter(|_| !presenter.run.hidden(outcome));
        let missing = if presenter.run.hidden(outcome) { Missing::Hidden } else { Missing::Unknown };
        let cells = match shown {
            Some(shown) => shown.map(|quantity| cell(presenter, quantity)).to_vec(),
            None => vec![Cell::Missing(missing); 3],
        };
        let adds_up = shown.is_none_or(|[without, reactions, with]| reactions.is_difference(with, without));
        (Row::new(name(*pair), cells), adds_up)
    };
    pairs.iter().zip(lines).map(row).collect()
}

/// A number in a cell, marked where it lies outside its interval: without reactions the mean is made of all draws and the interval
/// of those that were simulated so.
fn cell(presenter: &Presenter<'_>, quantity: Quantity) -> Cell {
    let mut cell = quantity.cell(presenter.lang());
    if let Cell::Estimate { direction, .. } = &mut cell
        && quantity.is_outside()
    {
        *direction = presenter.t.get(say::MEAN_OUTSIDE);
    }
    cell
}

/// How many draws were simulated without reactions too.
pub fn draws(presenter: &Presenter<'_>) -> usize {
    let about = &presenter.run.about;
    match about.repeat.iter().any(|word| word == OPTION) {
        true => about.draws,
        false => MechanicalDraws::Few.before(about.draws),
    }
}

/// The table for a report, or why it isn't there.
pub fn block(presenter: &Presenter<'_>, id: &'static str, outcomes: (&[Outcome], &[Outcome])) -> Block {
    match mechanical(presenter, id, outcomes) {
        Some(table) => Block::Table(table),
        None => Block::Text(presenter.t.get(say::MechanicalNotTold { least: presenter.count(ENOUGH) })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::Sample;

    /// A mean of all draws may lie outside the interval of a few: as it is shown, and then it is marked.
    #[test]
    fn a_mean_outside_its_interval_is_marked() {
        Sample::new(&[]).shown(|presenter| {
            let marked = |mean: f64, interval| {
                let quantity = Quantity::new(DisplayUnit::NUMBER, mean, Some(interval), 10.0);
                let Cell::Estimate { direction, .. } = cell(presenter, quantity) else {
                    panic!("no interval")
                };
                direction
            };
            assert_eq!(marked(500.0, (100.0, 300.0)), "utenfor intervallet");
            assert_eq!(marked(200.0, (100.0, 300.0)), "");
            // What is shown alike is not outside.
            assert_eq!(marked(300.4, (100.0, 300.0)), "");
        });
    }
}
