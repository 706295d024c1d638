//! A table of the report as a sheet: the numbers that readers of the page see, an estimate in three columns.

use super::sheet::{Column, Kind, Sheet, Value};
use crate::report::document::{Cell, Table};
use crate::report::texts::Texts;
use crate::text::number::{MINUS, NBSP};
use crate::text::{Lang, say};

/// The number that a text shows: nothing where it shows none, or a bound.
pub(super) fn shown_number(shown: &str, lang: Lang) -> Option<f64> {
    let point = if lang == Lang::En { '.' } else { ',' };
    let mut text = String::new();
    for letter in shown.chars() {
        match letter {
            '0'..='9' => text.push(letter),
            letter if letter == point => text.push('.'),
            letter if letter == MINUS => text.push('-'),
            // Between groups of digits, and before numbers above zero.
            ',' | '+' | NBSP => {}
            _ => return None,
        }
    }
    text.parse().ok()
}

/// The ends that a text shows of an interval.
pub(super) fn shown_interval(shown: &str, lang: Lang) -> [Option<f64>; 2] {
    let inside = shown.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let ends = inside.and_then(|inside| inside.split_once(';'));
    let number = |text: &str| shown_number(text.trim_matches([' ', NBSP]), lang);
    ends.map_or([None; 2], |(low, high)| [number(low), number(high)])
}

/// Decimals of a shown number.
fn decimals(shown: &str, lang: Lang) -> usize {
    let point = if lang == Lang::En { '.' } else { ',' };
    shown.split_once(point).map_or(0, |(_, rest)| rest.bytes().filter(u8::is_ascii_digit).count())
}

/// What a column of the table becomes.
#[derive(Clone, Copy, Default)]
struct Shape {
    number: bool,
    interval: bool,
    direction: bool,
    decimals: usize,
}

fn shape(table: &Table, column: usize, lang: Lang) -> Shape {
    let mut shape = Shape::default();
    for cell in table.rows.iter().filter_map(|row| row.cells.get(column)) {
        match cell {
            Cell::Number { shown, .. } => {
                shape.number = true;
                shape.decimals = shape.decimals.max(decimals(shown, lang));
            }
            Cell::Estimate { interval, shown, direction, .. } => {
                shape.number = true;
                shape.interval |= interval.is_some();
                shape.direction |= !direction.is_empty();
                shape.decimals = shape.decimals.max(decimals(shown, lang));
            }
            Cell::Text(_) | Cell::Missing(_) => {}
        }
    }
    shape
}

/// The table: a heading of rows, small print and a common unit take a column each.
pub(super) fn sheet(table: &Table, t: &Texts) -> Sheet {
    let lang = t.lang;
    let grouped = table.rows.iter().any(|r| r.group.is_some());
    let told = table.rows.iter().any(|r| !r.about.is_empty());
    let measured = table.is_measured();
    let shapes: Vec<Shape> = (1..table.columns.len()).map(|c| shape(table, c - 1, lang)).collect();
    let mut columns = Vec::new();
    columns.extend(grouped.then(|| Column::text(t.get(say::COLUMN_GROUP))));
    columns.push(Column::text(table.columns.first().cloned().unwrap_or_default()));
    columns.extend(measured.then(|| Column::text(t.get(say::COLUMN_MEASURE))));
    let frozen = columns.len() as u16;
    for (name, shape) in table.columns.iter().skip(1).zip(&shapes) {
        let kind = if shape.number { Kind::of_decimals(shape.decimals) } else { Kind::Text };
        columns.push(Column::new(name.clone(), kind.clone()));
        if shape.interval {
            columns.push(Column::new(t.get(say::ColumnLow { column: name }), kind.clone()));
            columns.push(Column::new(t.get(say::ColumnHigh { column: name }), kind));
        }
        if shape.direction {
            columns.push(Column::text(t.get(say::ColumnDirection { column: name })));
        }
    }
    columns.extend(told.then(|| Column::text(t.get(say::COLUMN_ABOUT))));
    let mut group = String::new();
    let mut rows = Vec::new();
    for line in &table.rows {
        if let Some(name) = &line.group {
            group.clone_from(name);
        }
        let mut row = Vec::new();
        row.extend(grouped.then(|| Value::text(group.clone())));
        row.push(Value::text(line.head.clone()));
        row.extend(measured.then(|| Value::text(line.unit.as_ref().unwrap_or(&table.unit).clone())));
        for (cell, shape) in line.cells.iter().zip(&shapes) {
            cells(&mut row, cell, *shape, lang);
        }
        row.extend(told.then(|| text(&line.about)));
        rows.push(row);
    }
    Sheet { columns, rows, frozen }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::text(text) }
}

fn cells(row: &mut Vec<Value>, cell: &Cell, shape: Shape, lang: Lang) {
    let number = |shown: &str, exact: f64| match shown_number(shown, lang) {
        Some(number) => Value::Number(number),
        None if exact.is_finite() => text(shown),
        None => Value::Empty,
    };
    let (mut ends, mut said) = ([None; 2], String::new());
    row.push(match cell {
        Cell::Text(words) => text(words),
        Cell::Missing(missing) => Value::text(missing.mark()),
        Cell::Number { value, shown } => number(shown, *value),
        Cell::Estimate { mean, shown, shown_interval: interval, direction, .. } => {
            ends = shown_interval(interval, lang);
            said.clone_from(direction);
            number(shown, *mean)
        }
    });
    if shape.interval {
        row.extend(ends.map(Value::number));
    }
    if shape.direction {
        row.push(text(&said));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_holds_the_number_that_readers_see() {
        for (shown, lang, number) in [
            ("−1\u{a0}234,5", Lang::Nb, Some(-1234.5)),
            ("+14\u{a0}900", Lang::Nn, Some(14900.0)),
            ("1,234.5", Lang::En, Some(1234.5)),
            ("0", Lang::Nb, Some(0.0)),
            ("<\u{a0}0,1", Lang::Nb, None),
            ("..", Lang::Nb, None),
            ("", Lang::Nb, None),
        ] {
            assert_eq!(shown_number(shown, lang), number, "{shown}");
        }
        let interval = shown_interval("[−1\u{a0}100;\u{a0}−900]", Lang::Nb);
        assert_eq!(interval, [Some(-1100.0), Some(-900.0)]);
        assert_eq!(shown_interval("", Lang::Nb), [None, None]);
    }
}
