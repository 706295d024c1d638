//! A document as text for a screen of 100 characters: headings, paragraphs, lists and tables.

use super::document::{Block, Cell, Document, Row, Table};
use super::layout::{WIDTH, paragraph, row, rule, width, wrap};

/// Narrowest column.
const NARROW: usize = 11;

/// The whole document, with its long tables or without.
pub fn text(document: &Document, long: bool) -> String {
    let mut out = format!("{}: {}\n", document.title, document.subtitle);
    out += &paragraph(&document.stamp.join(" · "), 0);
    if !document.own.is_empty() {
        out += &paragraph(&document.own, 0);
    }
    for block in document.sections.iter().flat_map(|s| &s.blocks) {
        match block {
            Block::Heading(text) => out += &format!("\n{}{}\n", rule(), text.to_uppercase()),
            Block::Text(text) => out += &format!("\n{}", paragraph(text, 0)),
            Block::List(items) => {
                out.push('\n');
                for item in items {
                    let stop = if item.lead.is_empty() { "" } else { ". " };
                    out += &paragraph(&format!("– {}{stop}{}", item.lead, item.text), 2);
                }
            }
            Block::Table(table) if table.long && !long => {}
            Block::Table(table) => out += &format!("\n{}", table_of(table)),
            Block::Figure(_) | Block::Field(_) | Block::Command(_) => {}
        }
    }
    out
}

fn lines(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => vec![text.clone()],
        Cell::Number { shown, .. } => vec![shown.clone()],
        Cell::Estimate { shown, shown_interval, .. } => {
            [shown, shown_interval].into_iter().filter(|s| !s.is_empty()).cloned().collect()
        }
        Cell::Missing(missing) => vec![missing.mark().to_string()],
    }
}

fn table_of(table: &Table) -> String {
    let mut out = paragraph(&table.title, 0);
    if !table.unit.is_empty() {
        out += &paragraph(&format!("({})", table.unit), 0);
    }
    let columns = table.columns.len().saturating_sub(1).max(1);
    // Tables too wide for the screen are told row by row.
    if columns * NARROW + 24 > WIDTH {
        for r in &table.rows {
            out += &paragraph(&r.head, 0);
            // Columns with the same cell are told together.
            let mut told: Vec<(String, Vec<&str>)> = Vec::new();
            for (head, cell) in table.columns.iter().skip(1).zip(&r.cells) {
                let shown = lines(cell).join(" ");
                match told.iter_mut().find(|(cell, _)| *cell == shown) {
                    Some((_, heads)) => heads.push(head),
                    None => told.push((shown, vec![head])),
                }
            }
            for (shown, heads) in told {
                out += "  ";
                out += &paragraph(&format!("{}: {shown}", heads.join(", ")), 4);
            }
        }
    } else {
        let longest = table.rows.iter().map(|r| width(&r.head)).max().unwrap_or(0);
        let shown = table.rows.iter().flat_map(|r| &r.cells).flat_map(lines).map(|l| width(&l));
        let words = table.columns.iter().skip(1).flat_map(|c| c.split(' ')).map(width);
        let most = shown.chain(words).max().unwrap_or(0);
        let each = (most + 2).max(NARROW).min((WIDTH - 24) / columns);
        let left = longest.min(WIDTH - columns * each).max(WIDTH / 5);
        let widths = vec![each; columns];
        let put = |head: &str, about: &str, cells: Vec<Vec<String>>| {
            let words: Vec<String> = wrap(head, left).into_iter().chain(wrap(about, left)).collect();
            row(&words, left, &cells, &widths)
        };
        let heads = table.columns.iter().skip(1).map(|c| wrap(c, each - 1)).collect();
        out += &put(table.columns.first().map_or("", String::as_str), "", heads);
        out += &rule();
        for Row { group, head, about, cells, .. } in &table.rows {
            if let Some(group) = group {
                out += &paragraph(group, 0);
            }
            let cells = cells.iter().map(|c| lines(c).iter().flat_map(|l| wrap(l, each - 1)).collect());
            out += &put(head, about, cells.collect());
        }
    }
    for note in &table.notes {
        out += &paragraph(note, 0);
    }
    out
}
