//! What a run prints: the report's first screen, as text.

use super::{Document, glance, own, scheme, stamp};
use crate::report::document::{Block, Item, Section, Table};
use crate::report::figures::forest;
use crate::report::hidden;
use crate::report::presenter::Presenter;
use crate::report::run::Run;
use crate::report::texts::Texts;
use crate::text::say;

/// Own assumptions listed before «and more».
const CHANGES: usize = 8;

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
    let shown = [glance::table(presenter), forest::numbers(presenter, "headlines-mechanical")];
    blocks.extend(shown.into_iter().map(|table| Block::Table(without_title_of_rows(table))));
    blocks.extend(glance::sentences(presenter).into_iter().map(Block::Text));
    let said = [scheme::followed(presenter), scheme::bpa_alone(presenter)];
    blocks.extend(said.into_iter().flatten().map(Block::Text));
    let left_out = [presenter.models_left_out(), presenter.pairs_left_out()];
    blocks.extend(left_out.into_iter().flatten().map(Block::Text));
    blocks.push(Block::Text(t.get(say::HEADLINES_CLOSING)));
    document(presenter, blocks)
}

/// A table on screen: its first column needs no heading there.
fn without_title_of_rows(mut table: Table) -> Table {
    table.columns[0].clear();
    table
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
