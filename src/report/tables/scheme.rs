//! The whole refund scheme: what the money of a model that changes its terms goes to, and what that costs part by part.

use super::table;
use super::withdrawals::{heading, later};
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::text::{Words, say};

/// What the state pays more of for the rest of the refund scheme.
pub const WHOLE: Outcome = Outcome::SchemeReform;
/// The same, part by part.
pub const REST: [Outcome; 7] = Outcome::SCHEME_REFORM_PARTS;
/// Those of them that follow from accounts and rules; the others rest on assumptions.
pub const KNOWN: usize = 2;

/// Models that change the terms of refund.
pub fn changing(presenter: &Presenter<'_>) -> Vec<usize> {
    let terms = ["refund.rate", "refund.threshold", "refund.threshold_factor", "refund.claim_share"];
    let levers = |m: usize| &presenter.run.about.models[m].levers;
    let differs = |m: &usize| {
        let other = |path: &&str| levers(*m).get(*path) != levers(0).get(*path);
        terms.iter().chain(&["refund.max_age", "refund.min_age"]).any(other)
    };
    presenter.others().filter(differs).collect()
}

/// Whether a model's terms hold for everybody in the scheme.
pub fn for_all(presenter: &Presenter<'_>, model: usize) -> bool {
    presenter.for_all(model)
}

/// The compared year and the later one.
pub fn years(presenter: &Presenter<'_>) -> Vec<i32> {
    std::iter::once(presenter.run.year()).chain(later(presenter)).collect()
}

/// A model's change of an outcome, fixed kroner.
pub fn change(presenter: &Presenter<'_>, outcome: Outcome, model: usize, year: i32) -> Option<f64> {
    presenter.differences(outcome, &[(model, 0)], Some(year))[0].map(|line| line.mean)
}

/// A sum of a model's changes, each with its sign, to the digit of the coarsest of them; without interval, since it is made of
/// means.
pub fn sum_of_changes(
    presenter: &Presenter<'_>,
    terms: &[(f64, Outcome)],
    model: usize,
    year: i32,
) -> Option<Quantity> {
    let of = |(sign, o): &(f64, Outcome)| Some(sign * change(presenter, *o, model, year)?);
    let sum = terms.iter().map(of).sum::<Option<f64>>()?;
    let lines = terms.iter().filter_map(|(_, o)| presenter.differences(*o, &[(model, 0)], Some(year))[0]);
    let place = lines.filter_map(|line| line.last_digit).max();
    let unit = presenter.unit(Outcome::StateNet, Some(year)).of_difference();
    Some(Quantity::in_series(unit, sum, None, place))
}

/// The refund in all: the persons simulated, and the rest of the scheme where it is estimated.
fn refund(presenter: &Presenter<'_>) -> Outcome {
    if presenter.run.has_scheme() { Outcome::RefundSchemeTotal } else { Outcome::Refund }
}

/// What else the state pays, before it withdraws anything: taxes, benefits, administration.
pub fn other_state(presenter: &Presenter<'_>) -> [(f64, Outcome); 4] {
    let refund = refund(presenter);
    [(1.0, Outcome::StateNet), (1.0, Outcome::Withdrawal), (-1.0, Outcome::HourGrant), (-1.0, refund)]
}

/// Cells of a table whose columns are a model in a year.
struct Grid<'a> {
    presenter: &'a Presenter<'a>,
    columns: Vec<(usize, i32)>,
}

impl Grid<'_> {
    fn of(&self, outcome: Outcome) -> Row {
        let presenter = self.presenter;
        let cell = |(model, year): &(usize, i32)| {
            presenter.changes(outcome, &[(*model, 0)], Some(*year)).cells.into_iter().next()
        };
        let unknown = Cell::Missing(Missing::Unknown);
        let cells = self.columns.iter().map(|at| cell(at).unwrap_or(unknown.clone())).collect();
        Row::new(presenter.label(outcome), cells)
    }

    /// A row of sums of changes, each with its sign.
    fn sum(&self, head: Words, terms: &[(f64, Outcome)]) -> Row {
        let presenter = self.presenter;
        let cell = |(model, year): &(usize, i32)| {
            let sum = sum_of_changes(presenter, terms, *model, *year);
            sum.map_or(Cell::Missing(Missing::Unknown), |sum| sum.cell(presenter.lang()))
        };
        Row::new(presenter.t.get(head), self.columns.iter().map(cell).collect())
    }
}

/// What the state's money goes to under the models that change the terms of refund, and what municipalities do with it.
pub fn money(presenter: &Presenter<'_>) -> Option<Table> {
    let models = changing(presenter);
    if models.is_empty() {
        return None;
    }
    let t = presenter.t;
    let columns: Vec<(usize, i32)> =
        models.iter().flat_map(|m| years(presenter).into_iter().map(|year| (*m, year))).collect();
    let grid = Grid { presenter, columns };
    let mut rows = vec![
        grid.of(Outcome::HourGrant).group(t.get(say::GROUP_STATE_PAYS)),
        grid.of(Outcome::RefundBpa),
        grid.of(Outcome::RefundBpaUsersOther),
        grid.of(Outcome::RefundPool),
    ];
    if presenter.run.has_scheme() {
        // The whole stands before its parts, which say of what they are.
        let estimate = |o: &Outcome| grid.of(*o).about(t.get(say::REST_ESTIMATE));
        rows.extend(std::iter::once(&WHOLE).chain(&REST).map(estimate));
    }
    let refund = refund(presenter);
    rows.push(grid.sum(say::ROW_OTHER_STATE, &other_state(presenter)));
    rows.push(grid.sum(say::ROW_WITHDRAWN, &[(-1.0, Outcome::Withdrawal)]));
    rows.push(grid.of(Outcome::StateNet).sum());
    let received = [(1.0, Outcome::HourGrant), (1.0, refund), (-1.0, Outcome::Withdrawal)];
    rows.push(grid.sum(say::ROW_RECEIVED, &received).group(t.get(say::GROUP_MUNICIPALITIES_DO)));
    if presenter.run.has_scheme() {
        rows.push(grid.of(Outcome::SchemeServices).about(t.get(say::REST_ESTIMATE)));
    }
    rows.push(grid.of(Outcome::IncomeEffect));
    let bought = [
        (1.0, Outcome::MunicipalityNet),
        (1.0, Outcome::HourGrant),
        (1.0, refund),
        (-1.0, Outcome::Withdrawal),
        (-1.0, Outcome::SchemeServices),
        (-1.0, Outcome::IncomeEffect),
    ];
    rows.push(grid.sum(say::ROW_MORE_BPA, &bought));
    rows.push(grid.sum(say::ROW_LEFT, &[(-1.0, Outcome::MunicipalityNet)]).sum());
    let head = |(m, year): &(usize, i32)| format!("{} {year}", presenter.model(*m));
    let columns = grid.columns.iter().map(head).collect();
    let mut table = table(presenter, "money", columns, rows);
    table.unit = presenter.unit(Outcome::StateNet, Some(presenter.run.year())).name(t);
    table.notes.extend([say::NOTE_PAIRED, say::NOTE_MONEY].map(|note| t.get(note)));
    Some(table)
}

/// What terms for the whole scheme cost, part by part and added up; nothing where no model has such terms.
pub fn parts(presenter: &Presenter<'_>) -> Option<Table> {
    let (t, year) = (presenter.t, presenter.run.year());
    let models: Vec<usize> = changing(presenter).into_iter().filter(|m| for_all(presenter, *m)).collect();
    if models.is_empty() || !presenter.run.has_scheme() {
        return None;
    }
    let of: Vec<(usize, i32)> =
        models.iter().flat_map(|m| years(presenter).into_iter().map(|year| (*m, year))).collect();
    let grid = Grid { presenter, columns: of.clone() };
    let apart = |row: Row| {
        let cells = row.cells.into_iter().flat_map(|cell| [cell, Cell::Missing(Missing::Impossible)]);
        Row { cells: cells.collect(), ..row }
    };
    let mut rows = vec![apart(grid.of(WHOLE))];
    for (place, outcome) in REST.iter().enumerate() {
        let own = grid.of(*outcome);
        let terms: Vec<(f64, Outcome)> = REST[..=place].iter().map(|o| (1.0, *o)).collect();
        let so_far = grid.sum(say::ROW_WITHDRAWN, &terms).cells;
        let cells = own.cells.into_iter().zip(so_far).flat_map(|(part, sum)| [part, sum]).collect();
        let mut row = Row::new(own.head, cells);
        row.group = match place {
            0 => Some(t.get(say::GROUP_KNOWN)),
            KNOWN => Some(t.get(say::GROUP_ASSUMED)),
            _ => None,
        };
        rows.push(row);
    }
    let beside = grid.of(Outcome::SchemeInstitutionsIfCounted);
    rows.push(apart(beside).group(t.get(say::GROUP_BESIDE_SUM)));
    let persons = [
        Outcome::SchemePersons,
        Outcome::SchemePersonsEntrants,
        Outcome::SchemePersonsOver67,
        Outcome::SchemePersonsInstitutions,
    ];
    for outcome in persons {
        let cell = |(m, year): &(usize, i32)| {
            presenter.estimate(presenter.unit(outcome, Some(*year)), presenter.line(outcome, *m, Some(*year)))
        };
        let row = Row::new(presenter.label(outcome), of.iter().map(cell).collect());
        rows.push(apart(row).unit(presenter.unit(outcome, Some(year)).name(t)));
    }
    let first = rows.len() - persons.len();
    rows[first].group = Some(t.get(say::GROUP_SCHEME_PERSONS));
    let head = |(m, year): &(usize, i32)| {
        let part = format!("{} {}", presenter.model(*m), heading(presenter, Some(*year)));
        let sum = t.get(say::ColumnAddedUp { column: &part });
        [part, sum]
    };
    let mut table = table(presenter, "scheme-parts", of.iter().flat_map(head).collect(), rows);
    table.unit = presenter.unit(Outcome::StateNet, Some(year)).name(t);
    table.notes.extend([say::NOTE_SCHEME_PARTS, say::NOTE_AGES_UNKNOWN].map(|note| t.get(note)));
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// Parts are of something: the row that they are parts of stands before the first of them.
    #[test]
    fn the_whole_stands_before_its_parts() {
        let year = YEARS[1];
        let levers = json!({"refund.rate": 0.9, "refund.scope": "all"});
        let mut sample = Sample::new(&[("B-scheme", levers)]);
        sample = sample.level(Outcome::SchemeBase, "zero", year, 15_000.0, 10.0);
        for outcome in REST.into_iter().chain([WHOLE]) {
            sample = sample.change(outcome, "B-scheme", year, 100.0, 1.0);
        }
        sample.shown(|presenter| {
            for table in [money(presenter), parts(presenter)] {
                let heads: Vec<String> = table.unwrap().rows.into_iter().map(|row| row.head).collect();
                let at = |o: Outcome| heads.iter().position(|head| *head == presenter.label(o));
                assert_eq!(at(WHOLE).unwrap() + 1, at(REST[0]).unwrap(), "{heads:?}");
            }
        });
    }
}
