//! What follows for a choice, without making it.

use super::StudiesPresenter;
use crate::analysis::decision::{Decision, Priced};
use crate::analysis::price_of_hour::Turn;
use crate::analysis::sensitivity::Estimate;
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Cell, Figure, Item, Row, Table};
use crate::report::figures::plot::{Plot, text_width};
use crate::report::hour_price;
use crate::report::quantity::Quantity;
use crate::text::number::{NBSP, Scale, number, percent, probability};
use crate::text::say;

pub(super) fn blocks(presenter: &StudiesPresenter<'_>, found: &Decision) -> Vec<Block> {
    let t = presenter.t;
    let draws = number(found.draws as f64, 0, t.lang);
    let mut blocks = vec![
        Block::Heading(t.get(say::DECISION_HEADING)),
        Block::Text(t.get(say::DecisionWhat { draws: &draws })),
        Block::Text(t.get(say::DECISION_PRICES)),
    ];
    blocks.push(Block::List(turns(presenter, found)));
    blocks.push(Block::Table(choices(presenter, found)));
    for (n, priced) in found.priced.iter().take(FIGURES.len()).enumerate() {
        blocks.push(Block::Figure(acceptability(presenter, priced, n)));
    }
    blocks.push(Block::Table(compared(presenter, found)));
    blocks
}

/// The prices that turn the comparison, in sentences.
pub(super) fn turns(presenter: &StudiesPresenter<'_>, found: &Decision) -> Vec<Item> {
    found.priced.iter().flat_map(|p| sentences(presenter, p)).map(|text| Item::new("", text)).collect()
}

const FIGURES: [&str; 2] = ["acceptability-time", "acceptability-unmet"];

fn hours(presenter: &StudiesPresenter<'_>, priced: &Priced) -> String {
    presenter.t.get(match priced.hours == Outcome::RelativesHours.id() {
        true => say::PRICED_RELATIVES,
        false => say::PRICED_UNMET,
    })
}

/// A price that was tried, in whole kroner.
fn price(presenter: &StudiesPresenter<'_>, x: f64) -> String {
    Quantity::to_place(Scale::One, x, 0).number(presenter.t.lang)
}

fn sentences(presenter: &StudiesPresenter<'_>, priced: &Priced) -> Vec<String> {
    let t = presenter.t;
    let (hours, year) = (hours(presenter, priced), priced.year.to_string());
    // What the extra services are worth that municipalities buy for their relief, nobody has measured: at cost stands first.
    let (turns, sure) = match &priced.at_cost {
        Some(at_cost) => (&at_cost.turns, &at_cost.sure),
        None => (&priced.turns, &priced.sure),
    };
    let one = |(i, turn): (usize, &Turn)| {
        let model = presenter.model(i + 1);
        let ends = |e: &Estimate| hour_price::shown(e, t);
        let (model, year) = (&model, &year);
        let text = match turn {
            Turn::Always => t.get(say::TurnAlways { hours: &hours, model }),
            Turn::Never => t.get(say::TurnNever { hours: &hours, model }),
            Turn::Above(e) => {
                let [price, low, high] = ends(e);
                t.get(say::TurnAbove { hours: &hours, model, year, price, low, high })
            }
            Turn::Below(e) => {
                let [price, low, high] = ends(e);
                t.get(say::TurnBelow { hours: &hours, model, year, price, low, high })
            }
        };
        let told = match (turn, sure[i]) {
            (Turn::Above(_) | Turn::Always, Some(sure)) => {
                format!("{text} {}", t.get(say::TurnSure { price: price(presenter, sure) }))
            }
            (Turn::Above(_), None) => {
                let last = priced.prices.last().copied().unwrap_or(0.0);
                format!("{text} {}", t.get(say::TurnNeverSure { price: price(presenter, last) }))
            }
            _ => text,
        };
        match priced.at_cost.is_some() {
            true => {
                let turns = hour_price::with_error(&priced.turns[i], t);
                format!("{told} {}", t.get(say::TurnNothing { price: turns }))
            }
            false => told,
        }
    };
    turns.iter().enumerate().map(one).collect()
}

/// Cost, probability of the lowest, and regret, criterion by criterion.
fn choices(presenter: &StudiesPresenter<'_>, found: &Decision) -> Table {
    let t = presenter.t;
    let about = &presenter.studies.about;
    let unit = presenter.unit((Outcome::SocietyCost, Basis::PresentValue, Period::Total));
    let mut rows = Vec::new();
    for choice in &found.choices {
        let with = |numbers: &[f64], errors: &[f64]| -> Vec<Cell> {
            numbers
                .iter()
                .zip(errors.iter().chain(std::iter::repeat(&0.0)))
                .map(|(x, error)| presenter.number(unit, [*x, *error]))
                .collect()
        };
        let share = choice.lowest.iter().map(|p| presenter.share(*p)).collect();
        let lowest = Row::new(t.get(say::DECISION_LOWEST), share).unit(t.get(say::UNIT_PERCENT));
        rows.push(lowest.group(presenter.criterion(&choice.criterion)));
        rows.push(
            Row::new(t.get(say::DECISION_REGRET), with(&choice.regret, &choice.error)).unit(unit.name(t)),
        );
        rows.push(
            Row::new(t.get(say::DECISION_COST), with(&choice.mean, &choice.mean_error)).unit(unit.name(t)),
        );
    }
    let columns = [t.get(say::COLUMN_WHAT)]
        .into_iter()
        .chain((0..about.models.len()).map(|m| presenter.model(m)))
        .collect();
    let mut table = presenter.table("choices", t.get(say::DECISION_TITLE), columns, rows);
    table.sheet = t.get(say::DECISION_SHEET);
    table.notes.push(t.get(say::DECISION_NOTE));
    table
}

/// Probability of the lowest cost as the price of an hour rises.
fn acceptability(presenter: &StudiesPresenter<'_>, priced: &Priced, n: usize) -> Figure {
    let (t, id) = (presenter.t, FIGURES[n]);
    let models = presenter.studies.about.models.len();
    let last = priced.prices.last().copied().unwrap_or(1.0);
    let names: Vec<String> = (0..models).map(|m| presenter.model(m)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(320.0, 64.0, right, (0.0, last), (0.0, 1.0));
    let at_y: Vec<(f64, String)> =
        [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(|y| (y, percent(y, 0, t.lang))).collect();
    plot.y_axis(&at_y, &t.get(say::ACCEPTABILITY_AXIS));
    let at_x: Vec<(f64, String)> =
        (0..=4).map(|i| last * f64::from(i) / 4.0).map(|x| (x, number(x, 0, t.lang))).collect();
    let hours = hours(presenter, priced);
    let year = priced.year.to_string();
    plot.x_axis(&at_x, &t.get(say::AcceptabilityPrice { hours: &hours, year: &year }));
    let mut ends = Vec::new();
    for m in 0..models {
        let points: Vec<(f64, f64)> =
            priced.prices.iter().zip(&priced.lowest).map(|(x, shares)| (*x, shares[m])).collect();
        plot.line(&points, m);
        points.iter().for_each(|(x, y)| plot.mark(*x, *y, m));
        ends.push((points.last().map_or(0.0, |p| p.1), m, names[m].clone()));
    }
    plot.end_labels(&ends);
    let title = t.get(say::AcceptabilityTitle { hours: &hours });
    let said: Vec<String> = (0..models)
        .map(|m| {
            let [first, end] = [priced.lowest.first(), priced.lowest.last()]
                .map(|s| s.map_or(String::new(), |s| probability(s[m], t.lang)));
            t.get(say::AcceptabilitySaid { model: &names[m], first: &first, last: &end })
        })
        .collect();
    let unit = t.get(say::ACCEPTABILITY_AXIS);
    let alt = t.get(say::AltBars { title: &title, unit: &unit, models: said.join(" ") });
    let rows = priced.prices.iter().zip(&priced.lowest).map(|(x, shares)| {
        Row::new(
            format!("{}{NBSP}kr", number(*x, 0, t.lang)),
            shares.iter().map(|p| presenter.share(*p)).collect(),
        )
    });
    let columns = [t.get(say::ACCEPTABILITY_HOUR)].into_iter().chain(names.iter().cloned()).collect();
    let mut data = presenter.table(id, title.clone(), columns, rows.collect());
    data.unit = t.get(say::UNIT_PERCENT);
    data.long = true;
    data.sheet = t.by_id(&format!("sheet-{id}"));
    Figure { id, svg: plot.done(id, &alt), title, alt, note: t.get(say::ACCEPTABILITY_NOTE), data }
}

/// Against the zero alternative, figure by figure.
fn compared(presenter: &StudiesPresenter<'_>, found: &Decision) -> Table {
    let t = presenter.t;
    let rows = found.compared.iter().map(|c| {
        let name = Outcome::from_id(&c.outcome)
            .map_or(c.outcome.clone(), |o| o.info().label.get(t.lang).to_string());
        let lower = c.lower.iter().enumerate();
        let cells = lower.map(|(n, p)| presenter.share_with_sign(*p, &c.outcome, n + 1));
        Row::new(name, cells.collect::<Vec<Cell>>())
    });
    let models = 1..presenter.studies.about.models.len();
    let columns = [t.get(say::COLUMN_WHAT)].into_iter().chain(models.map(|m| presenter.model(m))).collect();
    let mut table = presenter.table("dominance", t.get(say::DOMINANCE_TITLE), columns, rows.collect());
    table.unit = t.get(say::UNIT_PERCENT);
    table.sheet = t.get(say::DOMINANCE_SHEET);
    table.notes.push(t.get(say::DOMINANCE_NOTE));
    table
}
