//! What follows for a choice, without making it.

use super::Told;
use crate::analysis::decision::{Decision, Priced, Turn};
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Cell, Figure, Item, Row, Table};
use crate::report::figures::plot::{Plot, text_width};
use crate::report::number::{NBSP, Scale, number, percent, probability};
use crate::report::quantity::{Quantity, Unit};

pub(super) fn blocks(told: &Told<'_>, found: &Decision) -> Vec<Block> {
    let t = told.t;
    let draws = number(found.draws as f64, 0, t.lang);
    let mut blocks = vec![
        Block::Heading(t.get("decision-heading")),
        Block::Text(t.with("decision-what", &[("draws", &draws)])),
    ];
    blocks.push(Block::List(turns(told, found)));
    blocks.push(Block::Table(choices(told, found)));
    for (n, priced) in found.priced.iter().take(FIGURES.len()).enumerate() {
        blocks.push(Block::Figure(acceptability(told, priced, n)));
    }
    blocks.push(Block::Table(compared(told, found)));
    blocks
}

/// The prices that turn the comparison, in sentences.
pub(super) fn turns(told: &Told<'_>, found: &Decision) -> Vec<Item> {
    found.priced.iter().flat_map(|p| sentences(told, p)).map(|text| Item::new("", text)).collect()
}

const FIGURES: [&str; 2] = ["acceptability-time", "acceptability-unmet"];

fn hours(told: &Told<'_>, priced: &Priced) -> String {
    told.t.get(match priced.hours == Outcome::RelativesHours.id() {
        true => "priced-relatives",
        false => "priced-unmet",
    })
}

/// A price that was tried, in whole kroner.
fn price(told: &Told<'_>, x: f64) -> String {
    Quantity::to_place(Scale::One, x, 0).number(told.t.lang)
}

fn sentences(told: &Told<'_>, priced: &Priced) -> Vec<String> {
    let t = told.t;
    let (hours, year) = (hours(told, priced), priced.year.to_string());
    let one = |(i, turn): (usize, &Turn)| {
        let model = told.model(i + 1);
        let at = |id: &str, e: &crate::analysis::sensitivity::Estimate| {
            let price = Quantity::estimated(Unit::NUMBER, e.value, (e.low, e.high));
            let price = |x: f64| price.with(x).number(t.lang);
            let parts = [
                ("hours", hours.clone()),
                ("model", model.clone()),
                ("year", year.clone()),
                ("price", price(e.value)),
                ("low", price(e.low)),
                ("high", price(e.high)),
            ];
            t.with(id, &parts.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        let plain = |id: &str| t.with(id, &[("hours", &hours), ("model", &model)]);
        let text = match turn {
            Turn::Always => plain("turn-always"),
            Turn::Never => plain("turn-never"),
            Turn::Above(e) => at("turn-above", e),
            Turn::Below(e) => at("turn-below", e),
        };
        match (turn, priced.sure[i]) {
            (Turn::Above(_) | Turn::Always, Some(sure)) => {
                format!("{text} {}", t.with("turn-sure", &[("price", &price(told, sure))]))
            }
            (Turn::Above(_), None) => {
                let last = priced.prices.last().copied().unwrap_or(0.0);
                format!("{text} {}", t.with("turn-never-sure", &[("price", &price(told, last))]))
            }
            _ => text,
        }
    };
    priced.turns.iter().enumerate().map(one).collect()
}

/// Cost, probability of the lowest, and regret, criterion by criterion.
fn choices(told: &Told<'_>, found: &Decision) -> Table {
    let t = told.t;
    let about = &told.studies.about;
    let unit = told.unit((Outcome::SocietyCost, Basis::PresentValue, Period::Total));
    let mut rows = Vec::new();
    for choice in &found.choices {
        let with = |numbers: &[f64], errors: &[f64]| -> Vec<Cell> {
            numbers
                .iter()
                .zip(errors.iter().chain(std::iter::repeat(&0.0)))
                .map(|(x, error)| told.number(unit, [*x, *error]))
                .collect()
        };
        let share = choice.lowest.iter().map(|p| told.share(*p)).collect();
        rows.push(Row::new(t.get("decision-lowest"), share).group(told.criterion(&choice.criterion)));
        rows.push(
            Row::new(t.get("decision-regret"), with(&choice.regret, &choice.error)).about(unit.name(t)),
        );
        rows.push(
            Row::new(t.get("decision-cost"), with(&choice.mean, &choice.mean_error)).about(unit.name(t)),
        );
    }
    let columns =
        [t.get("column-what")].into_iter().chain((0..about.models.len()).map(|m| told.model(m))).collect();
    let mut table = told.table("choices", t.get("decision-title"), columns, rows);
    table.sheet = t.get("decision-sheet");
    table.notes.push(t.get("decision-note"));
    table
}

/// Probability of the lowest cost as the price of an hour rises.
fn acceptability(told: &Told<'_>, priced: &Priced, n: usize) -> Figure {
    let (t, id) = (told.t, FIGURES[n]);
    let models = told.studies.about.models.len();
    let last = priced.prices.last().copied().unwrap_or(1.0);
    let names: Vec<String> = (0..models).map(|m| told.model(m)).collect();
    let right = names.iter().map(|n| text_width(n)).fold(60.0, f64::max) + 28.0;
    let mut plot = Plot::new(320.0, 64.0, right, (0.0, last), (0.0, 1.0));
    let at_y: Vec<(f64, String)> =
        [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(|y| (y, percent(y, 0, t.lang))).collect();
    plot.y_axis(&at_y, &t.get("acceptability-axis"));
    let at_x: Vec<(f64, String)> =
        (0..=4).map(|i| last * f64::from(i) / 4.0).map(|x| (x, number(x, 0, t.lang))).collect();
    let hours = hours(told, priced);
    let year = priced.year.to_string();
    plot.x_axis(&at_x, &t.with("acceptability-price", &[("hours", &hours), ("year", &year)]));
    let mut ends = Vec::new();
    for m in 0..models {
        let points: Vec<(f64, f64)> =
            priced.prices.iter().zip(&priced.lowest).map(|(x, shares)| (*x, shares[m])).collect();
        plot.line(&points, m);
        points.iter().for_each(|(x, y)| plot.mark(*x, *y, m));
        ends.push((points.last().map_or(0.0, |p| p.1), m, names[m].clone()));
    }
    plot.end_labels(&ends);
    let title = t.with("acceptability-title", &[("hours", &hours)]);
    let said: Vec<String> = (0..models)
        .map(|m| {
            let [first, end] = [priced.lowest.first(), priced.lowest.last()]
                .map(|s| s.map_or(String::new(), |s| probability(s[m], t.lang)));
            t.with("acceptability-said", &[("model", &names[m]), ("first", &first), ("last", &end)])
        })
        .collect();
    let unit = t.get("acceptability-axis");
    let alt = t.with("alt-bars", &[("title", &title), ("unit", &unit), ("models", &said.join(" "))]);
    let rows = priced.prices.iter().zip(&priced.lowest).map(|(x, shares)| {
        Row::new(
            format!("{}{NBSP}kr", number(*x, 0, t.lang)),
            shares.iter().map(|p| told.share(*p)).collect(),
        )
    });
    let columns = [t.get("acceptability-hour")].into_iter().chain(names.iter().cloned()).collect();
    let mut data = told.table(id, title.clone(), columns, rows.collect());
    data.unit = unit;
    data.long = true;
    data.sheet = t.get(&format!("sheet-{id}"));
    Figure { id, svg: plot.done(id, &alt), title, alt, note: t.get("acceptability-note"), data }
}

/// Against the zero alternative, figure by figure.
fn compared(told: &Told<'_>, found: &Decision) -> Table {
    let t = told.t;
    let rows = found.compared.iter().map(|c| {
        let name = Outcome::from_id(&c.outcome)
            .map_or(c.outcome.clone(), |o| o.info().label.get(t.lang).to_string());
        Row::new(name, c.lower.iter().map(|p| told.share(*p)).collect::<Vec<Cell>>())
    });
    let models = 1..told.studies.about.models.len();
    let columns = [t.get("column-what")].into_iter().chain(models.map(|m| told.model(m))).collect();
    let mut table = told.table("dominance", t.get("dominance-title"), columns, rows.collect());
    table.sheet = t.get("dominance-sheet");
    table.notes.push(t.get("dominance-note"));
    table
}
