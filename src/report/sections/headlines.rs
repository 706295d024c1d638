//! What a run prints: the headlines of every model and their differences, from the same rows as the report's tables.

use super::{Document, own, scheme, stamp};
use crate::analysis::precision::IN_PERIOD;
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Row, Section, Table};
use crate::report::hidden;
use crate::report::presenter::{Presenter, When};
use crate::report::quantity::Quantity;
use crate::report::run::Run;
use crate::report::tables::mechanical::mechanical;
use crate::report::tables::outcomes;
use crate::report::texts::Texts;
use crate::text::say;

/// Own assumptions listed before «and more».
const CHANGES: usize = 8;

/// The differences of the compared year that are shown mechanical beside with reactions: who pays, and what is shifted.
const WITH_REACTIONS: &[Outcome] = &[
    Outcome::StateNet,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::MunicipalityNet,
    Outcome::UnmetHours,
    Outcome::RelativesHours,
];

/// The figures of the compared year on screen: those of the report's main table that fit.
fn shown(presenter: &Presenter<'_>) -> Vec<Outcome> {
    let mut shown = outcomes::of_year(presenter);
    shown.retain(|outcome| !matches!(outcome, Outcome::PublicNet | Outcome::Admissions));
    shown
}

/// The headlines as a short document.
pub fn headlines(run: &Run, texts: &Texts) -> Document {
    let presenter = &Presenter { run, t: texts };
    let t = texts;
    let mut blocks = vec![Block::List(super::opening::models(presenter))];
    if !run.about.changes.is_empty() {
        blocks.push(Block::Text(own(presenter)));
        blocks.push(Block::List(changes(presenter)));
    }
    blocks.extend(hidden::told(presenter));
    if run.all_hidden() {
        return document(presenter, blocks);
    }
    let draws = if run.about.draws > 1 { say::HEADLINES_DRAWS } else { say::HEADLINES_ONE_DRAW };
    blocks.push(Block::Text(t.get(draws)));
    let rows = |row: &dyn Fn(Outcome, When) -> Row| {
        let in_year = shown(presenter);
        let mut rows = outcomes::in_scheme(presenter, &in_year, |o| row(o, Some(run.year())));
        rows.extend(IN_PERIOD.iter().map(|o| row(*o, None)));
        rows[0].group = Some(presenter.in_year());
        rows[in_year.len()].group = Some(presenter.in_period());
        if let (false, Some(unmet)) = (run.about.unmet_is_priced, rows.last_mut()) {
            unmet.about = format!("{}; {}", unmet.about, t.get(say::HEADLINES_WITHOUT_PRICE));
        }
        rows
    };
    let levels = rows(&|outcome, when| presenter.levels(outcome, when));
    let mut levels = table(presenter, "headlines", presenter.models(), levels);
    levels.notes.extend(presenter.models_left_out());
    blocks.push(Block::Table(levels));
    let pairs = presenter.pairs();
    if !pairs.is_empty() {
        let told =
            if run.about.draws > 1 { say::HEADLINES_DIFFERENCES } else { say::HEADLINES_DIFFERENCE_ONE_DRAW };
        blocks.push(Block::Text(t.get(told)));
        let rows = rows(&|outcome, when| presenter.changes(outcome, &pairs, when));
        let columns = pairs.iter().map(|pair| presenter.pair(*pair)).collect();
        let mut table = table(presenter, "headlines-differences", columns, rows);
        if !adds_up(presenter, &pairs) {
            table.notes.push(t.get(say::NOTE_ROUNDING));
        }
        table.notes.extend(presenter.signs_note());
        table.notes.extend(presenter.pairs_left_out());
        blocks.push(Block::Table(table));
        let reactions =
            mechanical(presenter, "headlines-mechanical", (WITH_REACTIONS, &[Outcome::SocietyCost]));
        blocks.extend(reactions.map(Block::Table));
    }
    blocks.extend(scheme::followed(presenter).map(Block::Text));
    let money: Vec<Item> = scheme::money_goes_to(presenter);
    if !money.is_empty() {
        blocks.push(Block::List(money));
    }
    blocks.push(Block::Text(t.get(say::HEADLINES_CLOSING)));
    document(presenter, blocks)
}

fn document(presenter: &Presenter<'_>, blocks: Vec<Block>) -> Document {
    let section = Section { id: "headlines", title: String::new(), question: String::new(), blocks };
    let subtitle = presenter.run.about.scenario.title.get(presenter.lang()).to_string();
    Document {
        title: presenter.t.get(say::TITLE),
        subtitle,
        stamp: stamp(presenter),
        own: String::new(),
        brief: Vec::new(),
        citation: String::new(),
        sections: vec![section],
    }
}

fn table(presenter: &Presenter<'_>, id: &'static str, columns: Vec<String>, rows: Vec<Row>) -> Table {
    let mut table = crate::report::tables::table(presenter, id, columns, rows);
    table.columns[0].clear();
    table.notes.clear();
    table
}

/// The user's own assumptions, the first of them.
fn changes(presenter: &Presenter<'_>) -> Vec<Item> {
    let (t, changes) = (presenter.t, &presenter.run.about.changes);
    let mut items: Vec<Item> = changes
        .iter()
        .take(CHANGES)
        .map(|c| Item::new("", t.get(say::HeadlinesChange { key: &c.key, from: &c.from, to: &c.to })))
        .collect();
    if changes.len() > CHANGES {
        let more = presenter.count(changes.len() - CHANGES);
        items.push(Item::new("", t.get(say::HeadlinesMoreChanges { count: &more })));
    }
    items
}

/// Whether every difference shown is the difference of the levels shown.
fn adds_up(presenter: &Presenter<'_>, pairs: &[(usize, usize)]) -> bool {
    let in_year = shown(presenter).into_iter().map(|o| (o, Some(presenter.run.year())));
    in_year.chain(IN_PERIOD.iter().map(|o| (*o, None))).all(|(outcome, when)| {
        let unit = presenter.unit(outcome, when);
        let level = |model: usize| presenter.line(outcome, model, when);
        pairs.iter().zip(presenter.differences(outcome, pairs, when)).all(
            |((model, earlier), change)| match (level(*model), level(*earlier), change) {
                (Some(a), Some(b), Some(change)) => {
                    let [a, b, change] = [a, b, change].map(|line| Quantity::of_line(unit, line));
                    change.is_difference(a, b)
                }
                _ => true,
            },
        )
    })
}
