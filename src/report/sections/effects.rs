//! Effects: for whom, with and without a price, on budgets, on relatives, work and stability.

use super::{field, heading, scheme as said, section, text};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::{hours::hours, money::money, withdrawals, years::years};
use crate::report::hour_price;
use crate::report::presenter::Presenter;
use crate::report::tables::withdrawals::later;
use crate::report::tables::{
    actors, budget, outcomes, payers, scheme, unpriced as without_price, withdrawal,
};
use crate::text::say;

/// For everybody concerned.
pub fn effects(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![text(presenter, say::EFFECTS_WHAT), Block::Table(actors::actors(presenter))];
    blocks.extend(over_years(presenter, "years-recipients", Outcome::Recipients));
    blocks.extend(over_years(presenter, "years-hours", Outcome::DeliveredHours));
    blocks.push(field(presenter, say::FIELD_DURATION));
    section(presenter, "effects", true, blocks)
}

/// The figure of an outcome's differences over the years.
fn over_years(presenter: &Presenter<'_>, id: &'static str, outcome: Outcome) -> Option<Block> {
    years(presenter, id, outcome).map(Block::Figure)
}

/// With a price.
pub fn priced(presenter: &Presenter<'_>) -> Section {
    let blocks = vec![
        text(presenter, say::PRICED_WHAT),
        Block::Table(payers::present_value(presenter)),
        Block::Table(payers::present_value_differences(presenter)),
        text(presenter, say::PRICED_BESIDE),
    ];
    section(presenter, "priced", false, blocks)
}

/// Without a price.
pub fn unpriced(presenter: &Presenter<'_>) -> Section {
    let mut blocks =
        vec![text(presenter, say::UNPRICED_WHAT), Block::Table(without_price::unpriced(presenter))];
    blocks.extend(hour_prices(presenter));
    blocks.push(field(presenter, say::FIELD_UNPRICED));
    section(presenter, "unpriced", false, blocks)
}

/// What an hour of unmet need must be worth, under either answer to what the extra services are worth, and how exactly that is
/// worked out; nothing where it is not known.
fn hour_prices(presenter: &Presenter<'_>) -> Vec<Block> {
    let t = presenter.t;
    let told = presenter.said_once(|model| hour_price::of_model(presenter, model));
    let own = presenter.run.prices_of_hours.iter().find(|line| line.hours == Outcome::UnmetHours);
    let Some(year) = own.map(|line| line.price_year).filter(|_| !told.is_empty()) else { return Vec::new() };
    let items = told.into_iter().map(|(models, turns)| Item::new(models, turns.told_with_error(t)));
    vec![
        heading(presenter, say::HOUR_PRICE_HEADING),
        text(presenter, say::HOUR_PRICE_WHAT),
        Block::List(items.collect()),
        Block::Text(t.get(say::HourPriceRead { year: year.to_string() })),
    ]
}

/// On budgets.
pub fn budget(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![text(presenter, say::BUDGET_WHAT)];
    blocks.extend(said::followed(presenter).map(Block::Text));
    blocks.push(Block::Table(budget::state_budget(presenter)));
    blocks.push(Block::Text(said::claims(presenter)));
    let lag = said::lag(presenter);
    if !lag.is_empty() {
        blocks.extend([text(presenter, say::LAG_WHAT), Block::List(lag)]);
    }
    if let Some(table) = scheme::money(presenter) {
        blocks.extend([heading(presenter, say::BUDGET_MONEY), text(presenter, say::BUDGET_MONEY_WHAT)]);
        blocks.extend(money(presenter).map(Block::Figure));
        blocks.push(Block::Table(table));
    }
    if let Some(parts) = scheme::parts(presenter) {
        blocks.extend([
            heading(presenter, say::BUDGET_SCHEME),
            text(presenter, say::BUDGET_SCHEME_WHAT),
            Block::Table(parts),
            text(presenter, say::SCHEME_CHANGING),
        ]);
    }
    blocks.extend([heading(presenter, say::BUDGET_WHO), Block::Table(payers::in_year(presenter))]);
    blocks.extend(over_years(presenter, "years-municipality", Outcome::MunicipalityNet));
    blocks.extend(over_years(presenter, "years-state", Outcome::StateNet));
    blocks.extend([
        heading(presenter, say::BUDGET_WITHDRAWAL),
        text(presenter, say::BUDGET_WITHDRAWAL_WHAT),
        Block::Table(withdrawal::withdrawal(presenter)),
    ]);
    if let Some(figure) = withdrawals::withdrawals(presenter) {
        blocks.extend([heading(presenter, say::BUDGET_OVER_TIME), Block::Figure(figure)]);
    }
    // In the summary, where every report has it, stands what each withdrawal costs over time.
    if later(presenter).is_some() {
        blocks.push(text(presenter, say::BUDGET_WITHDRAWALS_ABOVE));
    }
    blocks.extend([
        heading(presenter, say::BUDGET_ONE_OFF),
        Block::Table(outcomes::one_off(presenter)),
        Block::Table(budget::ledger(presenter)),
    ]);
    section(presenter, "budget", true, blocks)
}

/// What every model, the zero alternative included, must show: what is moved to relatives, work, and stability.
pub fn relatives_work_stability(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![text(presenter, say::RELATIVES_WHAT), heading(presenter, say::RELATIVES_MOVED)];
    blocks.push(Block::Table(outcomes::levels(presenter, "relatives", outcomes::RELATIVES)));
    blocks.push(Block::Table(outcomes::differences(presenter, "relatives-differences", outcomes::RELATIVES)));
    blocks.push(Block::Figure(hours(presenter)));
    blocks.extend(over_years(presenter, "years-relatives", Outcome::RelativesHours));
    blocks.push(heading(presenter, say::RELATIVES_WORK));
    blocks.push(Block::Table(outcomes::levels(presenter, "work", outcomes::WORK)));
    blocks.push(Block::Table(outcomes::differences(presenter, "work-differences", outcomes::WORK)));
    blocks.push(heading(presenter, say::RELATIVES_STABILITY));
    blocks.push(text(presenter, say::STABILITY_WHAT));
    blocks.push(Block::Table(outcomes::levels(presenter, "stability", outcomes::STABILITY)));
    blocks.push(Block::Table(outcomes::differences(presenter, "stability-differences", outcomes::STABILITY)));
    blocks.push(heading(presenter, say::RELATIVES_TRANSITIONS));
    blocks.push(text(presenter, say::TRANSITIONS_WHAT));
    blocks.push(Block::Table(outcomes::levels(presenter, "transitions", outcomes::TRANSITIONS)));
    blocks.push(Block::Table(outcomes::differences(
        presenter,
        "transitions-differences",
        outcomes::TRANSITIONS,
    )));
    section(presenter, "relatives", false, blocks)
}
