//! The first screen: what differs, how sure it is, and where the rest stands, understood in half a minute.

use super::message::level;
use super::section;
use crate::outcomes::Outcome;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Block, Link, Section};
use crate::report::figures::forest::forest;
use crate::report::figures::withdrawals::withdrawals;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
pub use crate::report::tables::glance::glance as table;
use crate::report::tables::scheme;
use crate::report::tables::withdrawals::later;
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
    let level = of(Outcome::StateNet);
    // The level is of the persons that are simulated, the differences may be of the whole item: both are told.
    Some(match presenter.run.has_scheme() && !presenter.run.hidden(Outcome::RefundSchemeTotal) {
        true => {
            let scheme = of(Outcome::RefundSchemeTotal);
            presenter.t.get(say::GlanceStateScheme { level, scheme, year, later, models })
        }
        false => presenter.t.get(say::GlanceState { level, year, later, models }),
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
    let (mut priced, mut always, mut never) = (Vec::new(), Vec::new(), Vec::new());
    for m in presenter.others() {
        let id = &presenter.run.about.models[m].id;
        let own = presenter.run.prices_of_hours.iter().filter(|line| line.hours == Outcome::UnmetHours);
        let Some(line) = own.into_iter().find(|line| line.model == *id) else { continue };
        let model = presenter.model(m);
        let Some(((price, low), high)) = line.price.zip(line.low).zip(line.high) else {
            if line.turns == "always" {
                always.push(model)
            } else {
                never.push(model)
            };
            continue;
        };
        // Two digits of a price that cannot be known at all are still a price: how little is known the interval says.
        let error = (high - low).abs().min(price.abs() / 100.0);
        let price = Quantity::new(DisplayUnit::NUMBER, price, Some((low, high)), error);
        let interval = match low > 0.0 {
            true => {
                let [low, high] = [low, high].map(|end| price.with(end).number(t.lang));
                // Ends that are written alike are no interval.
                if low == high { String::new() } else { t.get(say::GlancePriceInterval { low, high }) }
            }
            // A difference in hours that may be nought has no price that surely turns it.
            false => t.get(say::GLANCE_PRICE_UNSURE),
        };
        let price = price.number(t.lang);
        priced.push(match line.turns == "above" {
            true => t.get(say::GlancePriceAbove { price, interval, model }),
            false => t.get(say::GlancePriceBelow { price, interval, model }),
        });
    }
    let of =
        |models: &[String], say: &dyn Fn(String) -> String| (!models.is_empty()).then(|| say(t.list(models)));
    let said = [
        of(&priced, &|models| t.get(say::GlancePrice { models })),
        of(&always, &|models| t.get(say::GlancePriceAlways { models })),
        of(&never, &|models| t.get(say::GlancePriceNever { models })),
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
    let years = if by_withdrawal { "figure-withdrawals-years" } else { "table-budget" };
    let mut links = vec![link(t.get(say::GLANCE_QUESTION_STATE), "budget", years)];
    if scheme::parts(presenter).is_some() {
        links.push(link(t.get(say::GLANCE_QUESTION_SCHEME), "budget", "table-scheme-parts"));
    }
    links.extend([
        link(t.get(say::GLANCE_QUESTION_RELATIVES), "relatives", "table-relatives-differences"),
        link(t.get(say::GlanceQuestionAssumed { assumed, all }), "model", "table-status"),
        link(t.get(say::GLANCE_QUESTION_MUNICIPALITY), "municipalities", "table-municipalities"),
    ]);
    links
}
