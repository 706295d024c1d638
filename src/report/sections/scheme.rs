//! What the report says of the whole refund scheme in sentences: how much of it is simulated, what money goes to, what a change
//! of lag does.

use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::report::document::Item as ListItem;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::scheme::{changing, for_all};
use crate::text::number::{NBSP, Scale, placed};
use crate::text::say;

/// How much of the scheme is followed person by person; nothing where it is not estimated.
pub fn followed(presenter: &Presenter<'_>) -> Option<String> {
    if !presenter.run.has_scheme() {
        return None;
    }
    let year = presenter.run.year();
    let mean = |o: Outcome| presenter.line(o, 0, Some(year)).map(|line| line.mean);
    let share = mean(Outcome::Refund)? / mean(Outcome::RefundSchemeTotal)?;
    let percent = placed(share, 2, 0, presenter.lang());
    Some(presenter.t.get(say::SchemeFollowed { percent, year: year.to_string() }))
}

/// That new terms of refund are of BPA alone, where no model beside shows them for the whole scheme: a ministry would take the
/// change of a small part for that of the item.
pub fn bpa_alone(presenter: &Presenter<'_>) -> Option<String> {
    let changing = changing(presenter);
    if !presenter.run.has_scheme() || changing.iter().any(|m| for_all(presenter, *m)) || changing.is_empty() {
        return None;
    }
    let models: Vec<String> = changing.into_iter().map(|m| presenter.model(m)).collect();
    Some(presenter.t.get(say::SchemeBpaAlone { models: presenter.t.list(&models) }))
}

/// A change against the zero alternative in running text.
fn said(presenter: &Presenter<'_>, outcome: Outcome, model: usize) -> Option<String> {
    let year = Some(presenter.run.year());
    let line = presenter.differences(outcome, &[(model, 0)], year)[0]?;
    let quantity = Quantity::of_line(presenter.unit(outcome, year), line).in_text();
    Some(format!("{}{NBSP}{}", quantity.number(presenter.lang()), quantity.unit.in_text(presenter.t)))
}

/// What the state's money goes to under every model that changes the terms of refund, in a sentence each.
pub fn money_goes_to(presenter: &Presenter<'_>) -> Vec<ListItem> {
    let t = presenter.t;
    let of = |model: usize| {
        let part = |outcome: Outcome| said(presenter, outcome, model);
        let year = Some(presenter.run.year());
        let line = presenter.differences(Outcome::RefundRest, &[(model, 0)], year)[0];
        let rest = match line.is_some_and(|line| line.mean != 0.0) {
            true => t.get(say::MoneyRest { rest: part(Outcome::RefundRest)? }),
            false => t.get(say::MONEY_REST_NONE),
        };
        let sentence = t.get(say::MoneyGoesTo {
            year: presenter.run.year().to_string(),
            state: part(Outcome::StateNet)?,
            grant: part(Outcome::HourGrant)?,
            bpa: part(Outcome::RefundBpa)?,
            other: part(Outcome::RefundBpaUsersOther)?,
            pool: part(Outcome::RefundPool)?,
            rest,
        });
        let lead = t.get(say::MoneyLead { model: presenter.model(model) });
        Some(ListItem::new(lead, sentence))
    };
    changing(presenter).into_iter().filter_map(of).collect()
}

/// What a change of lag moves in cash, once: refunds that are paid sooner, in the first year of the model.
pub fn lag(presenter: &Presenter<'_>) -> Vec<ListItem> {
    let (run, t) = (presenter.run, presenter.t);
    let lever = |m: usize, path: &str| run.about.models[m].levers.get(path).and_then(|x| x.as_i64());
    let of = |model: usize| {
        let start = lever(model, "start_year")? as i32;
        let [own, zero] = [model, 0].map(|m| lever(m, "refund.lag_years"));
        if own? == zero? || !run.years().contains(&start) {
            return None;
        }
        let items = [Item::Refund, Item::SchemeReform];
        let paid = |m: usize, cash: bool| -> f64 {
            let of = |year: i32| items.map(|item| run.account(m, year, Payer::State, item, cash));
            (*run.years().start()..=start).flat_map(of).sum()
        };
        let sooner = paid(model, true) - paid(model, false) - paid(0, true) + paid(0, false);
        let amount = Quantity::to_place(Scale::Million, sooner.abs(), 6).number(presenter.lang());
        let way = if sooner < 0.0 { "later" } else { "sooner" };
        let [year, lag, before] = [i64::from(start), own?, zero?].map(|x| x.to_string());
        Some(ListItem::new(presenter.model(model), t.get(say::LagMoves { year, lag, before, way, amount })))
    };
    presenter.others().filter_map(of).collect()
}
