//! A table with its caption, unit, notes and source.

use super::columns::{Layout, USUAL};
use super::styles::own;
use super::xml::{joined, kept, paragraph, run, styled};
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::sources;
use crate::report::texts::Texts;
use crate::text::{Words, say};
use maud::{Markup, html};

/// The table itself, below its caption; `described` is told to those who do not see it.
pub fn table(table: &Table, layout: &Layout, described: &str) -> Markup {
    let words = columns_of_words(table);
    let sheet = Sheet { table, layout, words: &words };
    let all: u32 = layout.widths.iter().sum();
    html! {
        @if !table.unit.is_empty() { (kept(own::UNIT, sheet.text(&table.unit, layout.size, None))) }
        w:tbl {
            w:tblPr {
                w:tblStyle w:val=(own::TABLE) {}
                w:tblW w:w=(all) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
                w:tblCaption w:val=(described) {}
            }
            w:tblGrid { @for width in &layout.widths { w:gridCol w:w=(width) {} } }
            (sheet.heads())
            @for (place, row) in table.rows.iter().enumerate() { (sheet.rows(place, row)) }
        }
    }
}

/// What stands below a table: notes, what marks mean, and where its numbers are from.
pub fn notes(table: &Table, t: &Texts) -> Markup {
    let marks = table.marks().into_iter().map(|missing| t.get(mark(missing)));
    let notes: Vec<String> = table.notes.iter().cloned().chain(marks).collect();
    let told = [notes.join(" "), sources::line(table, t).unwrap_or_default()];
    below(&told)
}

/// What stands below a table or figure, all on one page.
pub fn below(told: &[String]) -> Markup {
    let told: Vec<&String> = told.iter().filter(|text| !text.is_empty()).collect();
    let set = |(place, text): (usize, &&String)| {
        let set = if place + 1 < told.len() { kept } else { paragraph };
        set(own::NOTE, run(text))
    };
    joined(told.iter().enumerate().map(set))
}

fn mark(missing: Missing) -> Words {
    match missing {
        Missing::Unknown => say::MARK_UNKNOWN,
        Missing::Impossible => say::MARK_IMPOSSIBLE,
        Missing::Hidden => say::MARK_HIDDEN,
    }
}

/// Whether each column holds words and no numbers, the first included.
fn columns_of_words(table: &Table) -> Vec<bool> {
    let of_words = |column: usize| match column.checked_sub(1) {
        None => true,
        Some(place) => {
            let words =
                |row: &Row| matches!(row.cells.get(place), None | Some(Cell::Text(_) | Cell::Missing(_)));
            table.rows.iter().all(words)
        }
    };
    (0..table.columns.len()).map(of_words).collect()
}

struct Sheet<'a> {
    table: &'a Table,
    layout: &'a Layout,
    words: &'a [bool],
}

impl Sheet<'_> {
    /// A text of a size, where it is another than the style's.
    fn text(&self, text: &str, size: u32, style: Option<&str>) -> Markup {
        styled(text, style, (size != USUAL).then_some(size))
    }

    fn heads(&self) -> Markup {
        let head = |column: usize| if self.words[column] { own::HEAD } else { own::HEAD_NUMBER };
        html! {
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (column, text) in self.table.columns.iter().enumerate() {
                    (self.cell(column, paragraph(head(column), self.text(&self.layout.broken(text, column, true), self.layout.size, None))))
                }
            }
        }
    }

    fn cell(&self, column: usize, paragraphs: Markup) -> Markup {
        let width = self.layout.widths.get(column).copied().unwrap_or_default();
        html! { w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } (paragraphs) } }
    }

    /// A row, below the head of its group where one begins.
    fn rows(&self, place: usize, row: &Row) -> Markup {
        let next = self.table.rows.get(place + 1);
        // A short table stays whole, and a sum on the page of what it sums.
        let kept =
            self.layout.whole && next.is_some() || next.is_some_and(|next| next.sum && next.group.is_none());
        let strong = row.sum.then_some("Strong");
        html! {
            @if let Some(group) = &row.group { (self.group(group)) }
            w:tr {
                w:trPr { w:cantSplit {} }
                (self.cell(0, self.head(row, strong, kept)))
                @for column in 1..self.table.columns.len() {
                    (self.cell(column, self.content(row.cells.get(column - 1), column, strong, kept)))
                }
            }
        }
    }

    fn group(&self, group: &str) -> Markup {
        let all: u32 = self.layout.widths.iter().sum();
        html! {
            w:tr {
                w:trPr { w:cantSplit {} }
                w:tc {
                    w:tcPr { w:tcW w:w=(all) w:type="dxa" {} w:gridSpan w:val=(self.table.columns.len()) {} }
                    (paragraph(own::GROUP, self.text(group, self.layout.size, None)))
                }
            }
        }
    }

    fn head(&self, row: &Row, strong: Option<&str>, keep: bool) -> Markup {
        let set = if keep { kept } else { paragraph };
        let small = row.small_print();
        html! {
            (set(own::CELL, self.text(&self.layout.broken(&row.head, 0, row.sum), self.layout.size, strong)))
            @if !small.is_empty() { (set(own::CELL, self.text(&small, self.layout.small(), Some("SubtleEmphasis")))) }
        }
    }

    fn content(&self, cell: Option<&Cell>, column: usize, strong: Option<&str>, keep: bool) -> Markup {
        let set = if keep { kept } else { paragraph };
        let style = if self.words[column] { own::CELL } else { own::NUMBER };
        let line = |text: &str| {
            set(
                style,
                self.text(&self.layout.broken(text, column, strong.is_some()), self.layout.size, strong),
            )
        };
        let small = |text: &str| set(style, self.text(text, self.layout.small(), Some("SubtleEmphasis")));
        match cell {
            Some(Cell::Text(text)) => line(text),
            Some(Cell::Number { shown, .. }) => line(shown),
            Some(Cell::Missing(missing)) => line(missing.mark()),
            Some(Cell::Estimate { shown, shown_interval, direction, .. }) => html! {
                (line(shown))
                @for text in [shown_interval, direction].into_iter().filter(|text| !text.is_empty()) { (small(text)) }
            },
            // Every cell has a paragraph.
            None => line(""),
        }
    }
}
