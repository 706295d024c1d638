//! A document as one page that needs nothing else: HTML with the style sheet and drawings in it, no script.

use super::document::{Block, Cell, Document, Figure, Missing, Section, Table};
use super::texts::Texts;
use crate::text::visible::visible_lines;
use crate::text::{Lang, Words, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Look of page and drawings.
pub const STYLE: &str = include_str!("style.css");
/// Look of drawings alone.
pub const FIGURE_STYLE: &str = include_str!("figure.css");

/// The page.
pub fn page(document: &Document, t: &Texts) -> String {
    let mut numbers = Numbering::default();
    let lang = code(t.lang);
    let title = format!("{}: {}", document.title, document.subtitle);
    let stamp = document.stamp.join(" · ");
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="bpasim";
                title { (title) }
                style { (PreEscaped(FIGURE_STYLE)) (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#main" { (t.get(say::SKIP)) }
                header {
                    h1 { (document.title) span class="subtitle" { (document.subtitle) } }
                    p class="stamp" { (stamp) }
                    @if !document.own.is_empty() { p class="own" { (document.own) } }
                }
                nav aria-label=(t.get(say::CONTENTS)) {
                    h2 { (t.get(say::CONTENTS)) }
                    ol {
                        @for section in &document.sections {
                            li { a href=(format!("#{}", section.id)) { (section.title) } }
                        }
                    }
                }
                main id="main" {
                    @for section in &document.sections { (section_of(section, t, &mut numbers)) }
                }
                footer { p { (stamp) } @if !document.own.is_empty() { p { (document.own) } } }
            }
        }
    }
    .into_string();
    // What is not seen, or turns what is seen around, stands in no page.
    visible_lines(&page).into_owned()
}

/// Language code of a page.
pub fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "nb",
        Lang::Nn => "nn",
        Lang::En => "en",
    }
}

/// Tables and figures seen so far.
#[derive(Default)]
struct Numbering {
    tables: usize,
    figures: usize,
}

fn section_of(section: &Section, t: &Texts, numbers: &mut Numbering) -> Markup {
    html! {
        section class=(section.id) aria-labelledby=(section.id) {
            h2 id=(section.id) { (section.title) }
            @if !section.question.is_empty() { p class="question" { (section.question) } }
            @for block in &section.blocks { (block_of(block, t, numbers)) }
        }
    }
}

fn block_of(block: &Block, t: &Texts, numbers: &mut Numbering) -> Markup {
    match block {
        Block::Text(text) => html! { p { (text) } },
        Block::Heading(text) => html! { h3 { (text) } },
        Block::List(items) => html! {
            ul {
                @for item in items {
                    li {
                        @if !item.lead.is_empty() { strong { (item.lead) } @if item.items.is_empty() { ". " } @else { ":" } }
                        (item.text)
                        @if !item.items.is_empty() { ul { @for below in &item.items { li { (below) } } } }
                    }
                }
            }
        },
        Block::Links(links) => html! {
            ul class="links" { @for link in links { li { a href=(format!("#{}", link.to)) { (link.text) } } } }
        },
        Block::Field(text) => html! {
            div class="field" role="note" {
                p { strong { (t.get(say::FIELD_LABEL)) } " " (text) }
                div class="lines" {}
            }
        },
        Block::Command(command) => html! {
            pre tabindex="0" role="region" aria-label=(t.get(say::COMMAND_LABEL)) { code { (command) } }
        },
        Block::Table(table) => {
            numbers.tables += 1;
            let caption = format!("{} {}. {}", t.get(say::TABLE_WORD), numbers.tables, table.title);
            match table.long {
                true => html! {
                    details { summary { (caption) } (table_of(table, &caption, t)) }
                    p class="note paper" { (t.get(say::OnPaper { files: table.sources.join(", ") })) }
                },
                false => table_of(table, &caption, t),
            }
        }
        Block::Figure(figure) => {
            numbers.figures += 1;
            figure_of(figure, numbers.figures, t)
        }
    }
}

fn figure_of(figure: &Figure, number: usize, t: &Texts) -> Markup {
    let caption = format!("{} {}. {}", t.get(say::FIGURE_WORD), number, figure.title);
    let label = t.get(say::FigureData { title: &caption });
    html! {
        figure id=(format!("figure-{}", figure.id)) {
            figcaption { (caption) }
            div class="drawing" tabindex="0" role="region" aria-label=(caption) { (PreEscaped(&figure.svg)) }
            @if !figure.note.is_empty() { p class="note" { (figure.note) } }
            details { summary { (label) } (table_of(&figure.data, &label, t)) }
        }
    }
}

fn table_of(table: &Table, caption: &str, t: &Texts) -> Markup {
    // Columns of words stand to the left, all others to the right.
    let words: Vec<bool> = (0..table.columns.len() - 1)
        .map(|c| {
            table.rows.iter().all(|r| matches!(r.cells.get(c), None | Some(Cell::Text(_) | Cell::Missing(_))))
        })
        .collect();
    let class = |column: usize| (words[column]).then_some("text");
    let groups = table.rows.chunk_by(|_, next| next.group.is_none());
    let marks: Vec<String> = table.marks().into_iter().map(|m| t.get(mark(m))).collect();
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(caption) {
            table id=(format!("table-{}", table.id)) {
                caption {
                    (caption)
                    @if !table.unit.is_empty() { span class="about" { (table.unit) } }
                }
                thead {
                    tr {
                        @for (c, head) in table.columns.iter().enumerate() {
                            th scope="col" class=[c.checked_sub(1).and_then(class)] { (head) }
                        }
                    }
                }
                @for rows in groups {
                    tbody {
                        @if let Some(group) = rows.first().and_then(|row| row.group.as_ref()) {
                            tr class="group" { th scope="rowgroup" colspan=(table.columns.len()) { (group) } }
                        }
                        @for row in rows {
                            tr class=[row.sum.then_some("sum")] {
                                th scope="row" {
                                    (row.head)
                                    @let about = row.small_print();
                                    @if !about.is_empty() { span class="about" { (about) } }
                                }
                                @for (c, cell) in row.cells.iter().enumerate() { (cell_of(cell, class(c))) }
                            }
                        }
                    }
                }
            }
        }
        @if !table.notes.is_empty() || !marks.is_empty() || !table.sources.is_empty() {
            p class="note" {
                @for note in table.notes.iter().chain(&marks) { (note) " " }
                (t.get(say::SourceFiles { files: table.sources.join(", ") }))
            }
        }
    }
}

fn mark(missing: Missing) -> Words {
    match missing {
        Missing::Unknown => say::MARK_UNKNOWN,
        Missing::Impossible => say::MARK_IMPOSSIBLE,
        Missing::Hidden => say::MARK_HIDDEN,
    }
}

fn cell_of(cell: &Cell, class: Option<&str>) -> Markup {
    match cell {
        Cell::Text(text) => html! { td class=[class] { (text) } },
        Cell::Number { shown, .. } => html! { td { (shown) } },
        Cell::Missing(missing) => html! { td class=[class] { (missing.mark()) } },
        Cell::Estimate { shown, shown_interval, direction, .. } => html! {
            td {
                (shown)
                @for small in [shown_interval, direction].into_iter().filter(|s| !s.is_empty()) {
                    span class="interval" { (small) }
                }
            }
        },
    }
}
