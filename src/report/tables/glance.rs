//! The first screen's table: BPA itself, and what the state and the municipalities pay, in the first full year and ten years
//! on. The state's cost stands before the withdrawal, as each model is designed, and under one and the same withdrawal:
//! otherwise the withdrawal would be read as the difference between the models.

use super::scheme::for_all;
use super::table;
use super::withdrawal::note_more;
use super::withdrawals::{NONE, first_that_withdraws, later, line, under};
use crate::analysis::withdrawals::LATER;
use crate::outcomes::Outcome;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::report::words;
use crate::text::say;

/// BPA's own figures.
const BPA: [Outcome; 3] = [Outcome::Recipients, Outcome::DeliveredHours, Outcome::BpaCost];

/// The state's net of the persons that are simulated, and what it pays for everybody else in the refund scheme.
const STATE_IN_ALL: [Outcome; 2] = [Outcome::StateNet, Outcome::RefundRest];

/// The years shown: the first in full effect, and the one ten years on where the run has it.
fn years(presenter: &Presenter<'_>) -> Vec<i32> {
    [Some(presenter.run.year()), later(presenter)].into_iter().flatten().collect()
}

/// The zero alternative's own figures, and every model's differences from them.
pub fn glance(presenter: &Presenter<'_>) -> Table {
    let t = presenter.t;
    let like = first_that_withdraws(presenter);
    let mut rows = Vec::new();
    for year in years(presenter) {
        let start = rows.len();
        rows.extend(BPA.map(|outcome| row(presenter, outcome, year)));
        let named = |head: String, outcome| Row { head, ..row(presenter, outcome, year) };
        let mut designed = named(t.get(say::GLANCE_AS_DESIGNED), Outcome::StateNet);
        if let Some(whole) = whole_level(presenter, year) {
            designed.cells[0] = Cell::Estimate {
                mean: whole.value,
                interval: None,
                shown: whole.number(presenter.lang()),
                shown_interval: String::new(),
                direction: t.get(say::GLANCE_WHOLE),
            };
        }
        let state = |head: String, withdrawal: &str| {
            let cell = |(model, own): (usize, Cell)| match line(presenter, model, withdrawal, state_in(year))
            {
                Some(_) => under(presenter, model, withdrawal, state_in(year)),
                // A model without this withdrawal has no such figure; a hidden one stays hidden.
                None if matches!(own, Cell::Missing(_)) => own,
                None => Cell::Missing(Missing::Impossible),
            };
            let own = designed.cells.iter().cloned();
            let others = presenter.others().zip(own.clone().skip(1)).map(cell);
            Row { head, cells: own.take(1).chain(others).collect(), ..designed.clone() }
        };
        let before = state(t.get(say::GLANCE_BEFORE_WITHDRAWAL), NONE);
        let alike = like.as_ref().map(|(model, withdrawal)| {
            state(t.get(say::GlanceLikeWithdrawal { model: presenter.model(*model) }), withdrawal)
        });
        rows.extend([before, designed].into_iter().chain(alike));
        rows.push(named(t.get(say::GLANCE_MUNICIPALITIES), Outcome::MunicipalityNetBpaAfterWithdrawal));
        rows[start].group = Some(match year == presenter.run.year() {
            true => presenter.in_year(),
            false => t.get(say::GlanceLater { year: year.to_string(), years: LATER.to_string() }),
        });
    }
    let columns = presenter.columns().into_iter().map(|m| presenter.model(m)).collect();
    let mut table = table(presenter, "glance", columns, rows);
    table.notes = vec![t.get(say::NOTE_GLANCE)];
    if whole_level(presenter, presenter.run.year()).is_some() {
        table.notes.push(t.get(say::NOTE_GLANCE_LEVEL));
    }
    table.notes.push(accrued(presenter));
    if let Some((_, withdrawal)) = &like {
        table.notes.push(t.get(say::NOTE_GLANCE_LIKE));
        table.notes.extend(without_it(presenter, withdrawal));
    }
    table.sources = vec!["summary.csv", "withdrawals.csv"];
    table
}

/// What the state pays net in the zero alternative with all of the refund scheme: the differences are of all of it, so the level
/// beside them must be. It is made of two means, and so has no interval. Nothing where the scheme is not estimated.
pub fn whole_level(presenter: &Presenter<'_>, year: i32) -> Option<Quantity> {
    if !presenter.run.has_scheme() || STATE_IN_ALL.iter().any(|outcome| presenter.run.hidden(*outcome)) {
        return None;
    }
    let lines = STATE_IN_ALL.map(|outcome| presenter.line(outcome, 0, Some(year)));
    let [own, rest] = [lines[0]?, lines[1]?];
    let place = own.last_digit.max(rest.last_digit);
    let unit = presenter.unit(Outcome::StateNet, Some(year));
    Some(Quantity::in_series(unit, own.mean + rest.mean, None, place))
}

/// That amounts are what is earned in the year, not what is paid in it, and how much later refunds are paid where the models
/// differ in that.
fn accrued(presenter: &Presenter<'_>) -> String {
    let t = presenter.t;
    let lag = |model: usize| {
        let levers = &presenter.run.about.models[model].levers;
        levers.get("refund.lag_years").and_then(|lag| lag.as_i64())
    };
    let mut lags: Vec<(i64, Vec<String>)> = Vec::new();
    for model in presenter.columns() {
        let Some(own) = lag(model) else { continue };
        let name = words::within(&presenter.model(model), model);
        match lags.iter_mut().find(|(known, _)| *known == own) {
            Some((_, models)) => models.push(name),
            None => lags.push((own, vec![name])),
        }
    }
    // The lag of most models is told last, of all that are not named.
    lags.sort_by_key(|(_, models)| models.len());
    let Some(((most, _), named)) = lags.split_last().filter(|(_, named)| !named.is_empty()) else {
        return t.get(say::NOTE_GLANCE_ACCRUED);
    };
    let word = |lag: i64| t.get(say::GlanceLag { lag });
    let of = |(lag, models): &(i64, Vec<String>)| {
        t.get(say::GlanceLagIn { lag: word(*lag), models: t.list(models) })
    };
    let named = named.iter().map(of).collect::<Vec<_>>().join(", ");
    let lags = format!("{named}, {}", t.get(say::GlanceLagElse { lag: word(*most) }));
    t.get(say::NoteGlanceAccruedLag { lags })
}

/// Why models have no figure under a withdrawal, in a clause for those that relieve municipalities of more than BPA and one
/// for the rest.
fn without_it(presenter: &Presenter<'_>, withdrawal: &str) -> Vec<String> {
    let t = presenter.t;
    let year = state_in(presenter.run.year());
    let lacks = |m: &usize| line(presenter, *m, withdrawal, year).is_none();
    let (more, other): (Vec<usize>, Vec<usize>) =
        presenter.others().filter(lacks).partition(|m| for_all(presenter, *m));
    let names = |models: &[usize]| {
        let names: Vec<String> = models.iter().map(|m| presenter.model(*m)).collect();
        (!names.is_empty()).then(|| t.list(&names))
    };
    let more = note_more(presenter, more.into_iter());
    let other = names(&other).map(|models| t.get(say::NoteGlanceOther { models }));
    more.into_iter().chain(other).collect()
}

/// The state's net in a year.
fn state_in(year: i32) -> (Outcome, When) {
    (Outcome::StateNet, Some(year))
}

/// The zero alternative's figure, and the differences from it.
fn row(presenter: &Presenter<'_>, outcome: Outcome, year: i32) -> Row {
    let pairs: Vec<(usize, usize)> = presenter.others().map(|m| (m, 0)).collect();
    let unit = presenter.unit(outcome, Some(year));
    let zero = presenter.line(outcome, 0, Some(year));
    let lines = presenter.differences(outcome, &pairs, Some(year));
    let hidden = presenter.run.hidden(outcome);
    let cell = |unit, line| match hidden {
        true => Cell::Missing(Missing::Hidden),
        false => presenter.estimate(unit, line),
    };
    let others = lines.into_iter().map(|line| cell(unit.of_difference(), line));
    let cells = [cell(unit, zero)].into_iter().chain(others).collect();
    Row::new(presenter.label(outcome), cells).unit(unit.name(presenter.t))
}
