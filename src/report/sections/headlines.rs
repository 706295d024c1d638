//! What a run prints: the headlines of every model and their differences, from the same rows as the report's tables.

use super::{Document, own, stamp};
use crate::analysis::precision::{IN_PERIOD, IN_YEAR};
use crate::outcomes::Outcome;
use crate::report::document::{Block, Item, Row, Section, Table};
use crate::report::quantity::Quantity;
use crate::report::run::Run;
use crate::report::teller::{Teller, When};
use crate::report::texts::Texts;
use crate::text::say;

/// Own assumptions listed before «and more».
const CHANGES: usize = 8;

/// The headlines as a short document.
pub fn headlines(run: &Run, texts: &Texts) -> Document {
    let teller = &Teller { run, t: texts };
    let t = texts;
    let mut blocks = vec![Block::List(super::opening::models(teller))];
    if !run.about.changes.is_empty() {
        blocks.push(Block::Text(own(teller)));
        blocks.push(Block::List(changes(teller)));
    }
    let draws = if run.about.draws > 1 { say::HEADLINES_DRAWS } else { say::HEADLINES_ONE_DRAW };
    blocks.push(Block::Text(t.get(draws)));
    let rows = |row: &dyn Fn(Outcome, When) -> Row| {
        let mut rows: Vec<Row> = IN_YEAR.iter().map(|o| row(*o, Some(run.year()))).collect();
        rows.extend(IN_PERIOD.iter().map(|o| row(*o, None)));
        rows[0].group = Some(teller.in_year());
        rows[IN_YEAR.len()].group = Some(teller.in_period());
        if let (false, Some(unmet)) = (run.about.unmet_is_priced, rows.last_mut()) {
            unmet.about = format!("{}; {}", unmet.about, t.get(say::HEADLINES_WITHOUT_PRICE));
        }
        rows
    };
    let levels = rows(&|outcome, when| teller.levels(outcome, when));
    blocks.push(Block::Table(table(teller, "headlines", teller.models(), levels)));
    let pairs = teller.pairs();
    if !pairs.is_empty() {
        let told =
            if run.about.draws > 1 { say::HEADLINES_DIFFERENCES } else { say::HEADLINES_DIFFERENCE_ONE_DRAW };
        blocks.push(Block::Text(t.get(told)));
        let rows = rows(&|outcome, when| teller.changes(outcome, &pairs, when));
        let columns = pairs.iter().map(|pair| teller.pair(*pair)).collect();
        let mut table = table(teller, "headlines-differences", columns, rows);
        if !adds_up(teller, &pairs) {
            table.notes.push(t.get(say::NOTE_ROUNDING));
        }
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Text(t.get(say::HEADLINES_CLOSING)));
    let section = Section { id: "headlines", title: String::new(), question: String::new(), blocks };
    let subtitle = run.about.scenario.title.get(teller.lang()).to_string();
    Document {
        title: t.get(say::TITLE),
        subtitle,
        stamp: stamp(teller),
        own: String::new(),
        sections: vec![section],
    }
}

fn table(teller: &Teller<'_>, id: &'static str, columns: Vec<String>, rows: Vec<Row>) -> Table {
    let mut table = crate::report::tables::table(teller, id, columns, rows);
    table.columns[0].clear();
    table.notes.clear();
    table
}

/// The user's own assumptions, the first of them.
fn changes(teller: &Teller<'_>) -> Vec<Item> {
    let (t, changes) = (teller.t, &teller.run.about.changes);
    let mut items: Vec<Item> = changes
        .iter()
        .take(CHANGES)
        .map(|c| Item::new("", t.get(say::HeadlinesChange { key: &c.key, from: &c.from, to: &c.to })))
        .collect();
    if changes.len() > CHANGES {
        let more = teller.count(changes.len() - CHANGES);
        items.push(Item::new("", t.get(say::HeadlinesMoreChanges { count: &more })));
    }
    items
}

/// Whether every difference shown is the difference of the levels shown.
fn adds_up(teller: &Teller<'_>, pairs: &[(usize, usize)]) -> bool {
    let in_year = IN_YEAR.iter().map(|o| (*o, Some(teller.run.year())));
    in_year.chain(IN_PERIOD.iter().map(|o| (*o, None))).all(|(outcome, when)| {
        let unit = teller.unit(outcome, when);
        let levels = teller.lines(outcome, when);
        pairs.iter().zip(teller.differences(outcome, pairs, when)).all(|((model, earlier), change)| {
            match (levels[*model], levels[*earlier], change) {
                (Some(a), Some(b), Some(change)) => {
                    let [a, b, change] = [a, b, change].map(|line| Quantity::of_line(unit, line));
                    change.is_difference(a, b)
                }
                _ => true,
            }
        })
    })
}
