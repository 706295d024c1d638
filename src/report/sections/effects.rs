//! Effects: for whom, with and without a price, on budgets, on relatives, work and stability.

use super::{field, heading, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Section};
use crate::report::figures::{hours::hours, years::years};
use crate::report::number::Scale;
use crate::report::quantity::Quantity;
use crate::report::tables::{actors, budget, outcomes, payers, unpriced as without_price, withdrawal};
use crate::report::teller::Teller;

/// For everybody concerned.
pub fn effects(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, "effects-what"),
        Block::Table(actors::actors(teller)),
        Block::Figure(years(teller, "years-recipients", Outcome::Recipients)),
        Block::Figure(years(teller, "years-hours", Outcome::DeliveredHours)),
        field(teller, "field-duration"),
    ];
    section(teller, "effects", true, blocks)
}

/// With a price.
pub fn priced(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, "priced-what"),
        Block::Table(payers::present_value(teller)),
        Block::Table(payers::present_value_differences(teller)),
        text(teller, "priced-beside"),
    ];
    section(teller, "priced", false, blocks)
}

/// Without a price.
pub fn unpriced(teller: &Teller<'_>) -> Section {
    let blocks = vec![
        text(teller, "unpriced-what"),
        Block::Table(without_price::unpriced(teller)),
        field(teller, "field-unpriced"),
    ];
    section(teller, "unpriced", false, blocks)
}

/// On budgets.
pub fn budget(teller: &Teller<'_>) -> Section {
    let claims: Vec<String> = (0..teller.run.models())
        .map(|m| {
            let claim = teller.run.closing_claims[m];
            let shown = Quantity::to_place(Scale::Million, claim, 6).number(teller.lang());
            teller.t.with("claim-model", &[("model", &teller.model(m)), ("amount", &shown)])
        })
        .collect();
    let year = teller.run.years().end().to_string();
    let blocks = vec![
        text(teller, "budget-what"),
        Block::Table(budget::state_budget(teller)),
        Block::Text(teller.t.with("budget-claims", &[("year", &year), ("claims", &claims.join(" "))])),
        heading(teller, "budget-who"),
        Block::Table(payers::in_year(teller)),
        Block::Figure(years(teller, "years-municipality", Outcome::MunicipalityNet)),
        Block::Figure(years(teller, "years-state", Outcome::StateNet)),
        heading(teller, "budget-withdrawal"),
        text(teller, "budget-withdrawal-what"),
        Block::Table(withdrawal::withdrawal(teller)),
        heading(teller, "budget-one-off"),
        Block::Table(outcomes::one_off(teller)),
        Block::Table(budget::ledger(teller)),
    ];
    section(teller, "budget", true, blocks)
}

/// What every model, the zero alternative included, must show: what is moved to relatives, work, and stability.
pub fn relatives_work_stability(teller: &Teller<'_>) -> Section {
    let mut blocks = vec![text(teller, "relatives-what"), heading(teller, "relatives-moved")];
    blocks.push(Block::Table(outcomes::levels(teller, "relatives", outcomes::RELATIVES)));
    blocks.push(Block::Table(outcomes::differences(teller, "relatives-differences", outcomes::RELATIVES)));
    blocks.push(Block::Figure(hours(teller)));
    blocks.push(Block::Figure(years(teller, "years-relatives", Outcome::RelativesHours)));
    blocks.push(heading(teller, "relatives-work"));
    blocks.push(Block::Table(outcomes::levels(teller, "work", outcomes::WORK)));
    blocks.push(Block::Table(outcomes::differences(teller, "work-differences", outcomes::WORK)));
    blocks.push(heading(teller, "relatives-stability"));
    blocks.push(text(teller, "stability-what"));
    blocks.push(Block::Table(outcomes::levels(teller, "stability", outcomes::STABILITY)));
    blocks.push(Block::Table(outcomes::differences(teller, "stability-differences", outcomes::STABILITY)));
    blocks.push(heading(teller, "relatives-transitions"));
    blocks.push(text(teller, "transitions-what"));
    blocks.push(Block::Table(outcomes::levels(teller, "transitions", outcomes::TRANSITIONS)));
    blocks.push(Block::Table(outcomes::differences(
        teller,
        "transitions-differences",
        outcomes::TRANSITIONS,
    )));
    section(teller, "relatives", false, blocks)
}
