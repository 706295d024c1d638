//! The first screen: what differs, how sure it is, and where the rest stands, understood in half a minute.

use super::message::level;
use super::section;
use crate::analysis::price_of_hour::Turn;
use crate::outcomes::Outcome;
use crate::report::document::{Block, Link, Section};
use crate::report::figures::forest::forest;
use crate::report::hour_price::{self, Turns};
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
pub use crate::report::tables::glance::glance as table;
use crate::report::tables::glance::whole_level;
use crate::report::tables::scheme;
use crate::report::tables::withdrawals::{later, withdrawals};
use crate::text::number::NBSP;
use crate::text::say;

/// The first screen of a run with figures to show.
pub fn glance(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![Block::Links(questions(presenter)), Block::Table(table(presenter))];
    blocks.extend(forest(presenter, &[]).map(Block::Figure));
    blocks.extend(sentences(presenter).into_iter().map(Block::Text));
    section(presenter, "glance", false, blocks)
}

/// What the first screen says in words, as far as the run can.
pub fn sentences(presenter: &Presenter<'_>) -> Vec<String> {
    [state(presenter), relatives(presenter), price(presenter)].into_iter().flatten().collect()
}

/// What the models do to the state's net, in the first full year and ten years on.
fn state(presenter: &Presenter<'_>) -> Option<String> {
    let (year, later, models) = changes(presenter, Outcome::StateNet)?;
    let of = |outcome| level(presenter, outcome, 0, Some(presenter.run.year()));
    // The differences are of all of the refund scheme, and so is the level.
    Some(match whole_level(presenter, presenter.run.year()) {
        Some(whole) => {
            let whole = whole.in_text();
            let rest = presenter.line(Outcome::RefundRest, 0, Some(presenter.run.year()))?;
            let rest = whole.with(rest.mean).number(presenter.lang());
            let level =
                format!("{}{NBSP}{}", whole.number(presenter.lang()), whole.unit.in_text(presenter.t));
            presenter.t.get(say::GlanceStateScheme { level, rest, year, later, models })
        }
        None => {
            let level = of(Outcome::StateNet);
            presenter.t.get(say::GlanceState { level, year, later, models })
        }
    })
}

/// What the models do to relatives' hours.
fn relatives(presenter: &Presenter<'_>) -> Option<String> {
    let (year, later, models) = changes(presenter, Outcome::RelativesHours)?;
    let level = level(presenter, Outcome::RelativesHours, 0, Some(presenter.run.year()));
    Some(presenter.t.get(say::GlanceRelatives { level, year, later, models }))
}

/// The years of the table, and every model's differences from the zero alternative in them, those of models that do not
/// differ told once; nothing where they are hidden.
fn changes(presenter: &Presenter<'_>, outcome: Outcome) -> Option<(String, String, String)> {
    let t = presenter.t;
    if presenter.run.hidden(outcome) {
        return None;
    }
    let of = |model: usize| {
        let in_year = |year: i32| {
            let line = presenter.differences(outcome, &[(model, 0)], Some(year))[0]?;
            let unit = presenter.unit(outcome, Some(year)).of_difference();
            let quantity = Quantity::of_line(unit, line).in_text();
            // What may go either way is told from end to end: its mean would be read as its direction.
            if let Some((low, high)) = quantity.either_way(t.lang) {
                let [low, high] = [low, high].map(|end| end.signed(t.lang));
                return Some(t.get(say::GlanceEitherWay { low, high, unit: quantity.unit.in_text(t) }));
            }
            let number = quantity.signed(t.lang);
            Some(match number.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
                true => format!("{number}{NBSP}{}", quantity.unit.in_text(t)),
                false => t.get(say::GLANCE_NO_CHANGE),
            })
        };
        let change = in_year(presenter.run.year())?;
        let change = match later(presenter) {
            None => t.get(say::GlanceChange { change }),
            Some(year) => match in_year(year)? {
                later if later == change => t.get(say::GlanceChange { change }),
                later => t.get(say::GlanceChangeTwo { change, later }),
            },
        };
        Some(change)
    };
    let told = presenter.said_once(of);
    let said = told.into_iter().map(|(models, change)| t.get(say::GlanceOfModel { models, change }));
    let said = said.collect::<Vec<_>>().join("; ");
    let later = later(presenter).map(|year| t.get(say::GlanceLaterYear { year: year.to_string() }));
    (!said.is_empty()).then(|| (presenter.run.year().to_string(), later.unwrap_or_default(), said))
}

/// What an hour of unmet need must be worth for a model to cost society less.
fn price(presenter: &Presenter<'_>) -> Option<String> {
    let t = presenter.t;
    let told = presenter.said_once(|model| hour_price::of_model(presenter, model));
    let never = |turns: &Turns| *turns.first() == Turn::Never && turns.at_nothing == Turn::Never;
    let of = |(models, turns): &(String, Turns)| {
        t.get(say::GlancePriceOf { price: turns.told(t), models: models.as_str() })
    };
    let (none, some): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, turns)| never(turns));
    let prices: Vec<String> = some.iter().map(of).collect();
    let none: Vec<String> = none.into_iter().map(|(models, _)| models).collect();
    let both = some.iter().any(|(_, turns)| turns.at_cost.is_some());
    let said = [
        (!prices.is_empty()).then(|| t.get(say::GlancePrice { models: t.list(&prices) })),
        (!none.is_empty()).then(|| t.get(say::GlancePriceNever { models: t.list(&none) })),
        (!prices.is_empty()).then(|| match both {
            true => t.get(say::GLANCE_PRICE_BOTH),
            false => t.get(say::GLANCE_PRICE_NOTHING),
        }),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What readers come to ask, and the table or figure that answers: browsers open what is folded around it.
fn questions(presenter: &Presenter<'_>) -> Vec<Link> {
    let t = presenter.t;
    let [assumed, all] = presenter.assumed_parameters();
    let link = |text: String, to: &'static str, at: &'static str| Link { text, to, at };
    let by_withdrawal = withdrawals(presenter).is_some();
    let (chapter, years) = match by_withdrawal {
        true => ("summary", "table-withdrawals"),
        false => ("budget", "table-budget"),
    };
    // Which directions are assumed stands with the differences, where that was examined.
    let (told, assumptions) = match presenter.signs_examined() {
        true => ("summary", "table-main-differences"),
        false => ("model", "table-status"),
    };
    let mut links = vec![link(t.get(say::GLANCE_QUESTION_STATE), chapter, years)];
    if scheme::parts(presenter).is_some() {
        links.push(link(t.get(say::GLANCE_QUESTION_SCHEME), "budget", "table-scheme-parts"));
    }
    links.extend([
        link(t.get(say::GLANCE_QUESTION_RELATIVES), "relatives", "table-relatives-differences"),
        link(t.get(say::GlanceQuestionAssumed { assumed, all }), told, assumptions),
        link(t.get(say::GLANCE_QUESTION_MUNICIPALITY), "municipalities", "table-municipalities"),
    ]);
    links
}
