//! A document as text for a screen of a given width: headings, paragraphs, lists and tables.

use super::document::{Block, Cell, Document, Row, Table};
use super::layout::{paragraph_within, row, rule, width, wrap};

/// Narrowest column.
const NARROW: usize = 11;
/// Room kept for the heads of rows.
const HEADS: usize = 24;
/// Indentation of small print.
const INDENT: usize = 2;

/// The whole document in lines of at most `wide` characters, with its long tables or without.
pub fn text(document: &Document, long: bool, wide: usize) -> String {
    let paragraph = |text: &str, hang: usize| paragraph_within(text, hang, wide);
    let mut out = paragraph(&document.name(), 0);
    out += &paragraph(&document.stamp_line(), 0);
    if !document.own.is_empty() {
        out += &paragraph(&document.own, 0);
    }
    for block in document.sections.iter().flat_map(|s| &s.blocks) {
        match block {
            Block::Heading(text) => out += &format!("\n{}{}\n", rule(wide), text.to_uppercase()),
            Block::Text(text) => out += &format!("\n{}", paragraph(text, 0)),
            Block::List(items) => {
                out.push('\n');
                for item in items {
                    let stop = item.after_lead();
                    out += &paragraph(&format!("– {}{stop}{}", item.lead, item.text), 2);
                }
            }
            Block::Table(table) if table.long && !long => {}
            Block::Table(table) => out += &format!("\n{}", table_of(table, wide)),
            Block::Figure(_) | Block::Field(_) | Block::Command(_) | Block::Links(_) => {}
        }
    }
    out
}

/// A cell's lines, and whether it is a number.
fn lines(cell: &Cell) -> (Vec<&str>, bool) {
    match cell {
        Cell::Text(text) => (vec![text], false),
        Cell::Number { shown, .. } => (vec![shown], true),
        Cell::Estimate { shown, shown_interval, direction, .. } => (
            vec![shown.as_str(), shown_interval, direction].into_iter().filter(|s| !s.is_empty()).collect(),
            true,
        ),
        Cell::Missing(missing) => (vec![missing.mark()], true),
    }
}

/// The same, with each end of an interval on a line of its own where columns are narrow.
fn broken(cell: &Cell) -> (Vec<&str>, bool) {
    let (whole, number) = lines(cell);
    let ends = |line: &'_ str| line.find(';').map_or(line.len(), |at| at + 1);
    let halves = whole.into_iter().flat_map(|line| {
        let at = if number && line.starts_with('[') { ends(line) } else { line.len() };
        let (low, high) = line.split_at(at);
        [low, high.trim_start()].into_iter().filter(|half| !half.is_empty())
    });
    (halves.collect(), number)
}

/// How a cell's lines are made.
type Lines = fn(&Cell) -> (Vec<&str>, bool);

fn table_of(table: &Table, wide: usize) -> String {
    let paragraph = |text: &str, hang: usize| paragraph_within(text, hang, wide);
    let mut out = paragraph(&table.title, 0);
    if !table.unit.is_empty() {
        out += &paragraph(&format!("({})", table.unit), 0);
    }
    out += &match columns(table, wide) {
        Some((lines, widths)) => side_by_side(table, lines, wide, &widths),
        None => row_by_row(table, wide),
    };
    for note in &table.notes {
        out += &paragraph(note, 0);
    }
    out
}

/// How wide columns are that stand side by side, and how the lines of their cells are made: equal if that fits, else each as
/// wide as its own words need, at last with intervals on two lines; nothing where no way fits.
fn columns(table: &Table, wide: usize) -> Option<(Lines, Vec<usize>)> {
    let count = table.columns.len().saturating_sub(1).max(1);
    let most = (wide - HEADS) / count;
    // No word is cut, be it in a cell or in the head of a column.
    let needed = |lines: Lines, cut: fn(&str) -> Vec<&str>| -> Vec<usize> {
        let of = |column: usize| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            let cells = cells.flat_map(|cell| lines(cell).0).flat_map(cut);
            let head = table.columns.get(column + 1).into_iter().flat_map(|head| head.split(' '));
            cells.chain(head).map(width).max().unwrap_or(0) + 2
        };
        (0..count).map(of).collect()
    };
    let way = |lines: Lines| -> Option<(Lines, Vec<usize>)> {
        let own = needed(lines, |line| line.split(' ').collect());
        let least = own.iter().copied().max().unwrap_or(0);
        let wanted = needed(lines, |line| vec![line]).into_iter().max().unwrap_or(0);
        if least.max(NARROW) <= most {
            return Some((lines, vec![wanted.max(least).clamp(NARROW, most); count]));
        }
        let own: Vec<usize> = own.into_iter().map(|width| width.max(NARROW)).collect();
        (own.iter().sum::<usize>() + HEADS <= wide).then_some((lines, own))
    };
    way(lines).or_else(|| way(broken))
}

/// Parts of the small print under a row's head, a line each.
fn small_print(row: &Row) -> Vec<String> {
    row.small_print().split("; ").filter(|part| !part.is_empty()).map(str::to_string).collect()
}

/// Columns as wide as given.
fn side_by_side(table: &Table, lines: Lines, wide: usize, widths: &[usize]) -> String {
    let heads = table.rows.iter().map(|r| width(&r.head));
    let abouts = table.rows.iter().flat_map(small_print).map(|part| width(&part) + INDENT);
    let room = wide - widths.iter().sum::<usize>();
    let left = heads.chain(abouts).max().map_or(0, |most| most + 1).min(room).max(wide / 5).min(room);
    let heads: Vec<Vec<String>> =
        table.columns.iter().skip(1).zip(widths).map(|(c, width)| wrap(c, width - 1)).collect();
    let first = table.columns.first().map_or("", String::as_str);
    let mut out = rule(wide) + &row(&wrap(first, left - 1), left, &heads, widths) + &rule(wide);
    for (n, r) in table.rows.iter().enumerate() {
        if let Some(group) = &r.group {
            out += &if n > 0 { rule(wide) } else { String::new() };
            out += &paragraph_within(group, 0, wide);
        }
        let indented =
            |part: String| wrap(&part, left - 1 - INDENT).into_iter().map(|l| format!("{:INDENT$}{l}", ""));
        let words = wrap(&r.head, left - 1).into_iter().chain(small_print(r).into_iter().flat_map(indented));
        let cells: Vec<Vec<String>> = r
            .cells
            .iter()
            .zip(widths)
            .map(|(c, width)| lines(c).0.into_iter().flat_map(|l| wrap(l, width - 1)).collect())
            .collect();
        out += &row(&words.collect::<Vec<_>>(), left, &cells, widths);
    }
    out + &rule(wide)
}

/// Every row by itself, a line a column: where columns do not fit beside each other.
fn row_by_row(table: &Table, wide: usize) -> String {
    let paragraph = |text: &str, hang: usize| paragraph_within(text, hang, wide);
    let mut out = rule(wide);
    for r in &table.rows {
        if let Some(group) = &r.group {
            out += &format!("{}\n", paragraph(group, 0));
        }
        out += &paragraph(&r.head, 0);
        for part in small_print(r) {
            out += &format!("{:INDENT$}{}", "", paragraph(&part, INDENT));
        }
        let columns = || table.columns.iter().skip(1).zip(r.cells.iter().map(lines));
        let numbers = || columns().filter(|(_, (_, number))| *number);
        let part =
            |i: usize| numbers().filter_map(|(_, (l, _))| l.get(i).map(|l| width(l) + 2)).max().unwrap_or(0);
        let widths = [0, 1, 2].map(part);
        let room = wide - widths.iter().sum::<usize>();
        let names = numbers().map(|(name, _)| width(name) + 2 * INDENT).max().unwrap_or(0).min(room);
        // Columns with the same words are told together.
        let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, (lines, number)) in columns() {
            if number {
                let name: Vec<String> = wrap(name, names - 2 * INDENT)
                    .into_iter()
                    .map(|l| format!("{:w$}{l}", "", w = 2 * INDENT))
                    .collect();
                let cells: Vec<Vec<String>> = lines.iter().map(|l| vec![l.to_string()]).collect();
                out += &row(&name, names, &cells, &widths);
            } else {
                match told.iter_mut().find(|(text, _)| *text == lines[0]) {
                    Some((_, names)) => names.push(name),
                    None => told.push((lines[0], vec![name])),
                }
            }
        }
        for (text, names) in told {
            let text = format!("{}: {text}", names.join(", "));
            out += &format!("{:INDENT$}{}", "", paragraph(&text, 2 * INDENT));
        }
    }
    out + &rule(wide)
}
