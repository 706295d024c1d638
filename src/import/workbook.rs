//! Workbooks (xlsx, xls, ods) as cells. What a sheet shows counts: numbers as numbers, dates as dates, nothing computed anew.

use super::cells::{Cell, Document, Grid, Hidden, Line, Source};
use super::hidden;
use crate::error::{Problem, Result};
use crate::text::{Message, say};
use calamine::{Data, DataType as _, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most cells of a sheet: a stray mark far below must not fill the memory.
const MOST: usize = 20_000_000;

/// How workbooks begin: those that are archives, and old ones.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Whether a file begins as workbooks do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|own| bytes.starts_with(own))
}

/// Reads every sheet.
///
/// # Errors
/// Where it is no workbook that can be read, for example one with a password.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document> {
    // The reader is others', and its input anybody's.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(file, bytes)));
    let mut grids =
        read.ok().flatten().ok_or_else(|| Problem::new(say::IMPORT_WORKBOOK_BROKEN).file(file))?;
    let mut told = vec![say::ImportReadWorkbook { file, sheets: grids.len() }.text()];
    match catch_unwind(|| hidden::of(bytes)).ok().flatten() {
        Some(mut hidden) => grids.iter_mut().for_each(|grid| {
            let own = grid.source.sheet.as_deref().and_then(|name| hidden.remove(name)).unwrap_or_default();
            grid.hidden = Hidden { sheet: grid.hidden.sheet, ..own };
        }),
        None => told.push(say::ImportHiddenNotSeen { file }.text()),
    }
    Ok(Document { grids, told, content: None })
}

fn sheets(file: &str, bytes: &[u8]) -> Option<Vec<Grid>> {
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let (name, visible) = (sheet.name, sheet.visible);
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (height, width) = range.get_size();
        if height.checked_mul(width).is_none_or(|cells| cells > MOST) {
            return None;
        }
        let (top, left) = range.start().unwrap_or_default();
        let line = |(place, row): (usize, &[Data])| {
            let before = std::iter::repeat_n(Cell::Empty, left as usize);
            Line { number: top as usize + place + 1, cells: before.chain(row.iter().map(cell)).collect() }
        };
        let source =
            Source { file: file.into(), sheet: Some(name.as_str().into()), lines: true, turned: false };
        let hidden = Hidden { sheet: visible != SheetVisible::Visible, ..Hidden::default() };
        grids.push(Grid { source, rows: range.rows().enumerate().map(line).collect(), hidden });
    }
    Some(grids)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => Cell::of(text),
        Data::Bool(own) => Cell::of(if *own { "true" } else { "false" }),
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Cell::Date(i32::from(year), u32::from(month), u32::from(day))
        }
        Data::DateTimeIso(text) => iso(text).unwrap_or_else(|| Cell::of(text)),
        Data::DateTime(_) | Data::DurationIso(_) | Data::Error(_) => {
            Cell::of(&data.as_string().unwrap_or_default())
        }
    }
}

/// `2024-12-31T00:00:00`.
fn iso(text: &str) -> Option<Cell> {
    let mut parts = text.split('T').next()?.split('-').map(str::parse::<u32>);
    match (parts.next()?, parts.next()?, parts.next()?, parts.next()) {
        (Ok(year), Ok(month), Ok(day), None) => Some(Cell::Date(i32::try_from(year).ok()?, month, day)),
        _ => None,
    }
}
