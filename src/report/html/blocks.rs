//! The blocks of a page.

use super::table;
use crate::report::document::{Block, Figure, Item, Table};
use crate::report::outline::Piece;
use crate::report::texts::Texts;
use crate::text::say;
use maud::{Markup, PreEscaped, html};

/// A block; a table or figure that is folded shows its caption alone until it is opened.
pub fn piece(piece: &Piece<'_>, t: &Texts) -> Markup {
    let caption = piece.caption(t);
    let whole = match piece.block {
        Block::Text(text) => html! { p { (text) } },
        Block::Heading(text) => html! { h3 { (text) } },
        Block::List(items) => list(items),
        Block::Field(text) => field(text, t),
        Block::Links(links) => html! {
            ul class="links" { @for link in links { li { a href=(format!("#{}", link.at)) { (link.text) } } } }
        },
        Block::Command(command) => html! {
            pre tabindex="0" role="region" aria-label=(t.get(say::COMMAND_LABEL)) { code { (command) } }
        },
        Block::Table(table) => table::whole(table, &caption, t),
        Block::Figure(figure) => figure_of(figure, &caption, t),
    };
    let long = matches!(piece.block, Block::Table(Table { long: true, .. }));
    match (piece.folded, piece.block) {
        (true, Block::Table(table)) if long => html! {
            details class="piece long" { summary { (caption) } (whole) }
            p class="note paper" { (t.get(say::OnPaper { files: table.sources.join(", ") })) }
        },
        (true, _) => html! { details class="piece" { summary { (caption) } (whole) } },
        (false, _) => whole,
    }
}

fn list(items: &[Item]) -> Markup {
    html! {
        ul {
            @for item in items {
                li {
                    @if !item.lead.is_empty() { strong { (item.lead) } (item.after_lead()) }
                    (item.text)
                    @if !item.items.is_empty() { ul { @for below in &item.items { li { (below) } } } }
                }
            }
        }
    }
}

/// A place to type in. Browsers keep what is typed when the whole page is saved, since it becomes part of it.
fn field(text: &str, t: &Texts) -> Markup {
    html! {
        div class="field" {
            p { strong { (t.get(say::FIELD_LABEL)) } " " (text) }
            div class="lines" role="textbox" aria-multiline="true" aria-label=(text) contenteditable="plaintext-only"
                tabindex="0" {}
            p class="note how" { (t.get(say::FIELD_HOW)) }
        }
    }
}

/// The figure of the first screen.
const FIRST: &str = "forest";

fn figure_of(figure: &Figure, caption: &str, t: &Texts) -> Markup {
    let label = t.get(say::FigureData { title: caption });
    let note = html! { @if !figure.note.is_empty() { p class="note" { (figure.note) } } };
    html! {
        figure id=(format!("figure-{}", figure.id)) {
            figcaption { (caption) }
            div class="drawing" tabindex="0" role="region" aria-label=(caption) { (PreEscaped(&figure.svg)) }
            @match figure.id {
                FIRST => (table::fold(t.get(say::FOLD_FIGURE), note)),
                _ => (note),
            }
            (table::source(&figure.data, t))
            details class="numbers" { summary { (label) } (table::whole(&figure.data, &label, t)) }
        }
    }
}
