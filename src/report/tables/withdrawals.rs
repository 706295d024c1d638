//! What a model costs over time under each withdrawal from the block grant: the first year in full effect alone would show a
//! withdrawal set in that year as nearly without cost.

use super::table;
use crate::analysis::withdrawals::LATER;
use crate::outcomes::Outcome;
use crate::records::tables::WithdrawalLine;
use crate::report::columns::{WITHDRAWAL, varies};
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::text::say;

/// The word for no withdrawal in `withdrawals.csv`.
pub const NONE: &str = "none";

/// The later year that is shown beside the compared one; none after the last.
pub fn later(presenter: &Presenter<'_>) -> Option<i32> {
    let year = presenter.run.year() + LATER as i32;
    presenter.run.years().contains(&year).then_some(year)
}

/// The compared year, the later one, all years.
pub fn times(presenter: &Presenter<'_>) -> Vec<When> {
    [Some(Some(presenter.run.year())), later(presenter).map(Some), Some(None)].into_iter().flatten().collect()
}

/// Heading of a column about such a time.
pub fn heading(presenter: &Presenter<'_>, when: When) -> String {
    when.map_or_else(|| presenter.period(), |year| year.to_string())
}

/// The change of a payer's net under a model with a withdrawal.
pub fn line<'a>(
    presenter: &Presenter<'a>,
    model: usize,
    withdrawal: &str,
    (outcome, when): (Outcome, When),
) -> Option<&'a WithdrawalLine> {
    let run = presenter.run;
    let id = &run.about.models[model].id;
    run.withdrawals.iter().find(|line| {
        let figure = &line.figure;
        (figure.model == *id && line.withdrawal == withdrawal)
            && (figure.outcome == outcome && figure.year == when)
    })
}

/// The same to the digit of the same difference elsewhere; nothing where it is not known.
pub fn quantity(
    presenter: &Presenter<'_>,
    model: usize,
    withdrawal: &str,
    (outcome, when): (Outcome, When),
) -> Option<Quantity> {
    let line = line(presenter, model, withdrawal, (outcome, when))?;
    let series = presenter.differences(outcome, &[(model, 0)], when)[0];
    let place = series.and_then(|line| line.last_digit);
    let unit = presenter.unit(outcome, when).of_difference();
    Some(Quantity::in_series(unit, line.mean, line.p05.zip(line.p95), place))
}

/// The same in a cell.
pub fn under(presenter: &Presenter<'_>, model: usize, withdrawal: &str, at: (Outcome, When)) -> Cell {
    let quantity = quantity(presenter, model, withdrawal, at);
    quantity.map_or(Cell::Missing(Missing::Unknown), |quantity| quantity.cell(presenter.lang()))
}

/// The first of the models shown that withdraws, and its withdrawal: that under which models are put side by side.
pub fn first_that_withdraws(presenter: &Presenter<'_>) -> Option<(usize, String)> {
    presenter.others().find_map(|model| {
        let id = &presenter.run.about.models[model].id;
        let own = presenter.run.withdrawals.iter().find(|line| line.figure.model == *id && line.own)?;
        (own.withdrawal != NONE).then(|| (model, own.withdrawal.clone()))
    })
}

/// The share of municipalities' relief that a model withdraws.
pub fn share(presenter: &Presenter<'_>, model: usize) -> f64 {
    let lever = presenter.run.about.models[model].levers.get("offset_share");
    lever.and_then(|share| share.as_f64()).unwrap_or(0.0)
}

/// A row a model and withdrawal; nothing where none is known. A model that differs from an earlier one in its withdrawal alone
/// has its own row and no other: under another withdrawal it is that model again.
pub fn withdrawals(presenter: &Presenter<'_>) -> Option<Table> {
    let (run, t) = (presenter.run, presenter.t);
    let times = times(presenter);
    let payers = [Outcome::StateNet, Outcome::MunicipalityNet];
    let mut rows: Vec<Row> = Vec::new();
    for model in presenter.others() {
        let id = &run.about.models[model].id;
        let variant = base(presenter, model).is_some();
        let mut settings: Vec<&WithdrawalLine> = Vec::new();
        for line in run.withdrawals.iter().filter(|line| line.figure.model == *id && (line.own || !variant)) {
            if settings.iter().all(|known| known.withdrawal != line.withdrawal) {
                settings.push(line);
            }
        }
        for of in settings {
            let cell = |outcome, when| under(presenter, model, &of.withdrawal, (outcome, when));
            let cells = payers.iter().flat_map(|o| times.iter().map(|when| cell(*o, *when))).collect();
            let name = presenter.model(model);
            // The name of one that is known by its withdrawal says it.
            let head = match variant {
                true => name,
                false => t.get(say::WithdrawalRow { model: name, withdrawal: of.withdrawal.as_str() }),
            };
            rows.push(Row::new(head, cells).about(known_from(presenter, model, of)));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let head = |outcome: &Outcome, when: &When| {
        let payer = outcome.info().payer.map_or("", |payer| payer.label().get(presenter.lang()));
        format!("{payer} {}", heading(presenter, *when))
    };
    let columns = payers.iter().flat_map(|o| times.iter().map(|when| head(o, when))).collect();
    let place = |of: fn(&When) -> bool| -> Vec<usize> {
        let two = times.iter().chain(&times).enumerate();
        two.filter(|(_, when)| of(when)).map(|(place, _)| place + 1).collect()
    };
    let unit = |when: When| presenter.unit(Outcome::StateNet, when).name(t);
    let year = unit(Some(run.year()));
    let mut table = table(presenter, "withdrawals", columns, rows)
        .columns_in(&place(|when| when.is_some()), &year)
        .columns_in(&place(|when| when.is_none()), &unit(None));
    table.notes.extend([say::NOTE_WITHDRAWALS, say::NOTE_REBASED].map(|note| t.get(note)));
    table.sources = vec!["withdrawals.csv"];
    Some(table)
}

/// The earlier model from which one differs in its withdrawal alone.
fn base(presenter: &Presenter<'_>, model: usize) -> Option<usize> {
    varies(&presenter.run.about.models, model, &WITHDRAWAL)
}

/// Whether a row is the model as it is, one of the run's models that differs in its withdrawal alone, or neither.
fn known_from(presenter: &Presenter<'_>, model: usize, of: &WithdrawalLine) -> String {
    if of.own {
        return presenter.t.get(say::AS_THE_MODEL_IS);
    }
    let models = &presenter.run.about.models;
    let own = |m: usize| {
        let own = |line: &&WithdrawalLine| line.own && line.figure.model == models[m].id;
        presenter.run.withdrawals.iter().find(own).map(|line| line.withdrawal.as_str())
    };
    // Where something is withdrawn it is as much, and shared alike.
    let lever = |m: usize, path: &str| models[m].levers.get(path).cloned();
    let share = |m: usize| lever(m, "offset_share").and_then(|share| share.as_f64());
    let whole = share(model).map(|share| if share > 0.0 { share } else { 1.0 });
    let same = |m: usize| {
        let rest = WITHDRAWAL.iter().filter(|path| !["offset_share", "offset_basis"].contains(path));
        share(m) == whole && rest.into_iter().all(|path| lever(m, path) == lever(model, path))
    };
    let variant = (model + 1..models.len()).find(|m| {
        let alike = base(presenter, *m) == Some(model) && own(*m) == Some(of.withdrawal.as_str());
        alike && (of.withdrawal == NONE || same(*m))
    });
    match variant {
        Some(variant) => presenter.t.get(say::AsModel { model: presenter.model(variant) }),
        None => presenter.t.get(say::SAME_PERSONS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::Sample;
    use serde_json::json;

    /// A model that varies another's withdrawal repeats nothing of it, and stands for it where it is that.
    #[test]
    fn a_model_that_differs_in_its_withdrawal_has_one_row() {
        let mut sample = Sample::new(&[
            ("A", json!({"refund.rate": 0.9, "offset_share": 1})),
            ("A-criteria", json!({"refund.rate": 0.9, "offset_share": 1, "offset_by": "population"})),
            ("A-none", json!({"refund.rate": 0.9, "offset_share": 0})),
            ("B", json!({"refund.rate": 0.7})),
            ("B-withdrawal", json!({"refund.rate": 0.7, "offset_share": 1})),
        ]);
        for (model, of) in [
            ("A", "fixed"),
            ("A-criteria", "fixed"),
            ("A-none", "none"),
            ("B", "none"),
            ("B-withdrawal", "fixed"),
        ] {
            for setting in ["none", "fixed"] {
                sample = sample.withdrawal(model, setting, of == setting, 100.0, 0.1);
            }
        }
        sample.shown(|presenter| {
            let rows = withdrawals(presenter).unwrap().rows;
            let told: Vec<(&str, &str)> = rows.iter().map(|r| (r.head.as_str(), r.about.as_str())).collect();
            let own = "slik modellen er";
            assert_eq!(
                told,
                [
                    ("A, uten uttrekk", "regnet fullt ut: «A-none»"),
                    ("A, fast uttrekk", own),
                    ("A-criteria", own),
                    ("A-none", own),
                    ("B, uten uttrekk", own),
                    ("B, fast uttrekk", "regnet fullt ut: «B-withdrawal»"),
                    ("B-withdrawal", own),
                ]
            );
        });
    }
}
