//! Effects: for whom, with and without a price, on budgets, on relatives, work and stability.

use super::{field, heading, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Section};
use crate::report::figures::{hours::hours, years::years};
use crate::report::number::Scale;
use crate::report::quantity::Quantity;
use crate::report::tables::{actors, budget, outcomes, payers, unpriced as without_price, withdrawal};
use crate::report::teller::Teller;
use crate::text::say;

/// For everybody concerned.
pub fn effects(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, say::EFFECTS_WHAT),
        Block::Table(actors::actors(teller)),
        Block::Figure(years(teller, "years-recipients", Outcome::Recipients)),
        Block::Figure(years(teller, "years-hours", Outcome::DeliveredHours)),
        field(teller, say::FIELD_DURATION),
    ];
    section(teller, "effects", true, blocks)
}

/// With a price.
pub fn priced(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, say::PRICED_WHAT),
        Block::Table(payers::present_value(teller)),
        Block::Table(payers::present_value_differences(teller)),
        text(teller, say::PRICED_BESIDE),
    ];
    section(teller, "priced", false, blocks)
}

/// Without a price.
pub fn unpriced(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, say::UNPRICED_WHAT),
        Block::Table(without_price::unpriced(teller)),
        field(teller, say::FIELD_UNPRICED),
    ];
    section(teller, "unpriced", false, blocks)
}

/// On budgets.
pub fn budget(teller: &Teller<'_>) -> Section {
    let claims: Vec<String> = (0..teller.run.models())
        .map(|m| {
            let claim = teller.run.closing_claims[m];
            let shown = Quantity::to_place(Scale::Million, claim, 6).number(teller.lang());
            teller.t.get(say::ClaimModel { model: &teller.model(m), amount: &shown })
        })
        .collect();
    let year = teller.run.years().end().to_string();
    let blocks = vec![
        text(teller, say::BUDGET_WHAT),
        Block::Table(budget::state_budget(teller)),
        Block::Text(teller.t.get(say::BudgetClaims { year: &year, claims: claims.join(" ") })),
        heading(teller, say::BUDGET_WHO),
        Block::Table(payers::in_year(teller)),
        Block::Figure(years(teller, "years-municipality", Outcome::MunicipalityNet)),
        Block::Figure(years(teller, "years-state", Outcome::StateNet)),
        heading(teller, say::BUDGET_WITHDRAWAL),
        text(teller, say::BUDGET_WITHDRAWAL_WHAT),
        Block::Table(withdrawal::withdrawal(teller)),
        heading(teller, say::BUDGET_ONE_OFF),
        Block::Table(outcomes::one_off(teller)),
        Block::Table(budget::ledger(teller)),
    ];
    section(teller, "budget", true, blocks)
}

/// What every model, the zero alternative included, must show: what is moved to relatives, work, and stability.
pub fn relatives_work_stability(teller: &Teller<'_>) -> Section {
    let mut blocks = vec![text(teller, say::RELATIVES_WHAT), heading(teller, say::RELATIVES_MOVED)];
    blocks.push(Block::Table(outcomes::levels(teller, "relatives", outcomes::RELATIVES)));
    blocks.push(Block::Table(outcomes::differences(teller, "relatives-differences", outcomes::RELATIVES)));
    blocks.push(Block::Figure(hours(teller)));
    blocks.push(Block::Figure(years(teller, "years-relatives", Outcome::RelativesHours)));
    blocks.push(heading(teller, say::RELATIVES_WORK));
    blocks.push(Block::Table(outcomes::levels(teller, "work", outcomes::WORK)));
    blocks.push(Block::Table(outcomes::differences(teller, "work-differences", outcomes::WORK)));
    blocks.push(heading(teller, say::RELATIVES_STABILITY));
    blocks.push(text(teller, say::STABILITY_WHAT));
    blocks.push(Block::Table(outcomes::levels(teller, "stability", outcomes::STABILITY)));
    blocks.push(Block::Table(outcomes::differences(teller, "stability-differences", outcomes::STABILITY)));
    blocks.push(heading(teller, say::RELATIVES_TRANSITIONS));
    blocks.push(text(teller, say::TRANSITIONS_WHAT));
    blocks.push(Block::Table(outcomes::levels(teller, "transitions", outcomes::TRANSITIONS)));
    blocks.push(Block::Table(outcomes::differences(
        teller,
        "transitions-differences",
        outcomes::TRANSITIONS,
    )));
    section(teller, "relatives", false, blocks)
}
