//! A table of a page.

use super::words::{breakable, hyphenated};
use crate::report::document::{Cell, Missing, Table};
use crate::report::sources;
use crate::report::texts::Texts;
use crate::text::{Words, say};
use maud::{Markup, html};

/// The table of the first screen.
const FIRST: &str = "glance";

/// The table in a region that scrolls by itself, and below it what must be known to read it and whose numbers they are.
pub fn whole(table: &Table, caption: &str, t: &Texts) -> Markup {
    let marks: Vec<String> = table.marks().into_iter().map(|m| t.get(mark(m))).collect();
    let note = html! {
        @if !table.notes.is_empty() || !marks.is_empty() {
            p class="note" { @for note in table.notes.iter().chain(&marks) { (note) " " } }
        }
    };
    html! {
        div class="whole" {
            div class=(scroll(table)) tabindex="0" role="region" aria-label=(caption) { (grid(table, caption)) }
            @match table.id {
                FIRST => (fold(t.get(say::FOLD_INTERVALS), note)),
                _ => (note),
            }
            (source(table, t))
        }
    }
}

/// What is folded where a screen is narrow, and stands there as everything else does on a wide one and on paper. On a narrow
/// screen the first table shows its intervals when its fold is open.
pub fn fold(summary: String, what: Markup) -> Markup {
    html! { details class="fold" { summary { (summary) } (what) } }
}

/// Whose numbers a table holds.
pub fn source(table: &Table, t: &Texts) -> Markup {
    html! { @if let Some(source) = sources::line(table, t) { p class="note source" { (source) } } }
}

fn grid(table: &Table, caption: &str) -> Markup {
    // Columns of words stand to the left, all others to the right.
    let words: Vec<bool> = (0..table.columns.len() - 1)
        .map(|c| {
            table.rows.iter().all(|r| matches!(r.cells.get(c), None | Some(Cell::Text(_) | Cell::Missing(_))))
        })
        .collect();
    let class = |column: usize| (words[column]).then_some("text");
    let groups = table.rows.chunk_by(|_, next| next.group.is_none());
    html! {
        table id=(format!("table-{}", table.id)) {
            caption {
                span class="name" { (caption) }
                @if !table.unit.is_empty() { span class="about" { (table.unit) } }
            }
            thead {
                tr {
                    @for (c, head) in table.columns.iter().enumerate() {
                        th scope="col" class=[c.checked_sub(1).and_then(class)] {
                            @if table.columns.len() > WIDEST { (hyphenated(head)) } @else { (head) }
                        }
                    }
                }
            }
            @for rows in groups {
                tbody {
                    @if let Some(group) = rows.first().and_then(|row| row.group.as_ref()) {
                        // In an element of its own, which stays in sight while the columns scroll past.
                        tr class="group" {
                            th scope="rowgroup" colspan=(table.columns.len()) { span { (group) } }
                        }
                    }
                    @for row in rows {
                        tr class=[row.sum.then_some("sum")] {
                            th scope="row" {
                                (row.head)
                                @let about = row.small_print();
                                @if !about.is_empty() { span class="about" { (breakable(&about)) } }
                            }
                            @for (c, cell) in row.cells.iter().enumerate() { (cell_of(cell, class(c))) }
                        }
                    }
                }
            }
        }
    }
}

/// Columns beyond which a table is set smaller on paper, where it cannot scroll.
const WIDE: usize = 6;
/// Columns beyond which it is set smaller still.
const WIDEST: usize = 10;

/// The class of the region that a table scrolls in.
fn scroll(table: &Table) -> &'static str {
    match table.columns.len() {
        columns if columns > WIDEST => "scroll wide widest",
        columns if columns > WIDE => "scroll wide",
        _ => "scroll",
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
        Cell::Text(text) => html! { td class=[class] { (breakable(text)) } },
        Cell::Number { shown, .. } => html! { td { (shown) } },
        Cell::Missing(missing) => html! { td class=[class] { (missing.mark()) } },
        Cell::Estimate { shown, shown_interval, direction, .. } => html! {
            td {
                (shown)
                @for small in [shown_interval, direction].into_iter().filter(|s| !s.is_empty()) {
                    small { (small) }
                }
            }
        },
    }
}
