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

/// The rest of the scheme in the ledger.
const REST: [Item; 2] = [Item::SchemeBase, Item::SchemeReform];

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

/// What is earned and not paid of the rest of the scheme after the last year, nominal kroner.
fn rest_unpaid(presenter: &Presenter<'_>, model: usize) -> f64 {
    let run = presenter.run;
    let all = |model: usize, year: i32, cash: bool| -> f64 {
        REST.iter().map(|item| run.account(model, year, Payer::State, *item, cash)).sum()
    };
    let earned: f64 = run.years().map(|year| all(model, year, false)).sum();
    let paid: f64 = run.years().map(|year| all(model, year, true)).sum();
    // Within the zero alternative's lag the first years pay for costs before them.
    let lag = run.about.models[0].levers.get("refund.lag_years").and_then(|lag| lag.as_f64());
    let before: f64 = run.years().take(lag.unwrap_or(0.0) as usize).map(|year| all(0, year, true)).sum();
    earned - (paid - before)
}

/// What is earned and not paid of the refund after the last year: of the whole item where the rest of it is estimated, with the
/// persons simulated apart.
pub fn claims(presenter: &Presenter<'_>) -> String {
    let (run, t) = (presenter.run, presenter.t);
    let shown = |kroner: f64| Quantity::to_place(Scale::Million, kroner, 6).number(presenter.lang());
    let claim = |m: usize| {
        let (model, simulated) = (presenter.model(m), run.closing_claims[m]);
        match run.has_scheme() {
            true => t.get(say::ClaimModelWhole {
                model,
                amount: shown(simulated + rest_unpaid(presenter, m)),
                simulated: shown(simulated),
            }),
            false => t.get(say::ClaimModel { model, amount: shown(simulated) }),
        }
    };
    let claims = presenter.columns().into_iter().map(claim).collect::<Vec<_>>().join(" ");
    let year = run.years().end().to_string();
    match run.has_scheme() {
        true => t.get(say::BudgetClaimsWhole { year, claims }),
        false => t.get(say::BudgetClaims { year, claims }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{Sample, YEARS};
    use serde_json::json;

    /// Everything earned in the last year is paid after it, the rest of the scheme too; without lag nothing is.
    #[test]
    fn what_is_not_paid_at_the_end_is_told_of_the_whole_item() {
        let mut sample = Sample::new(&[("B", json!({"refund.rate": 0.9}))]);
        sample = sample.level(Outcome::SchemeBase, "zero", YEARS[1], 15_000.0, 10.0);
        for (model, lag, base) in [("zero", 1, 0.0), ("B", 0, 500.0)] {
            for year in YEARS[0]..=YEARS[2] {
                let earned = |year: i32| 1_000.0 + f64::from(year - YEARS[0]);
                let paid = earned(year - lag) + if lag == 0 && year == 2025 { earned(2024) } else { 0.0 };
                let paid = if year == YEARS[0] { 900.0 } else { paid };
                sample = sample.account(model, year, Item::SchemeBase, "accrual", earned(year)).account(
                    model,
                    year,
                    Item::SchemeBase,
                    "cash",
                    paid,
                );
            }
            sample = sample.account(model, YEARS[2], Item::Refund, "closing_claim", base);
        }
        sample.shown(|presenter| {
            let said = claims(presenter);
            assert!(said.contains("575.60"), "{said}");
            assert!(said.contains("zero: 1\u{a0}012") && said.contains("B: 500"), "{said}");
        });
        let alone = Sample::new(&[]).account("zero", YEARS[2], Item::Refund, "closing_claim", 300.0);
        alone.shown(|presenter| {
            let said = claims(presenter);
            assert!(said.contains("personene i simuleringen") && said.contains("zero: 300"), "{said}");
        });
    }
}
