//! Workbooks (xlsx, xls, ods) as cells. What a sheet shows counts: numbers as numbers, dates as dates, nothing computed anew. An
//! error and a formula without a value are cells of their own kind, never empty ones.

use super::cells::{Cell, Document, Fault, Grid, Hidden, Line, Source, letters};
use super::extent::{self, MOST};
use super::hidden;
use crate::error::{Problem, Result};
use crate::text::{Message, say};
use calamine::{Data, DataRef, DataType, Reader, SheetVisible, Sheets, Xlsx, XlsxError};
use calamine::{ExcelDateTime, open_workbook_auto_from_rs};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How workbooks begin: those that are archives, and old ones.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Whether a file begins as workbooks do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|own| bytes.starts_with(own))
}

/// Why a workbook is not read.
enum Fail {
    /// The library cannot.
    Broken,
    /// A sheet is too large: its name where it is known, and a cell that makes it so.
    Large(Option<String>, (usize, usize)),
}

/// Reads every sheet.
///
/// # Errors
/// Where it is no workbook that can be read, for example one with a password; where a sheet has cells so far out that it would
/// fill the memory.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document> {
    // The reader is others', and its input anybody's.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(file, bytes))).unwrap_or(Err(Fail::Broken));
    let mut grids = read.map_err(|fail| match fail {
        Fail::Broken => Problem::new(say::IMPORT_WORKBOOK_BROKEN).file(file),
        Fail::Large(sheet, (row, column)) => {
            let cell = format!("{}{}", letters(column), row + 1);
            let place = sheet.map_or(file.to_string(), |sheet| format!("{file}, {sheet}"));
            let what = say::ImportSheetTooLarge { cell };
            Problem::new(what).file(place).allowed(say::IMPORT_SHEET_TOO_LARGE_ALLOWED)
        }
    })?;
    let mut told = vec![say::ImportReadWorkbook { file, sheets: grids.len() }.text()];
    match catch_unwind(|| hidden::of(bytes)).ok().flatten() {
        Some(mut hidden) => grids.iter_mut().for_each(|grid| {
            let own = grid.source.sheet.as_deref().and_then(|name| hidden.remove(name)).unwrap_or_default();
            grid.hidden = Hidden { sheet: grid.hidden.sheet, ..own };
        }),
        None => told.push(say::ImportHiddenNotSeen { file }.text()),
    }
    Ok(Document { grids, told, commas: false, content: None })
}

fn sheets(file: &str, bytes: &[u8]) -> std::result::Result<Vec<Grid>, Fail> {
    // The library lays those formats out as soon as it opens them: what would not fit must be known before.
    if let Some((sheet, cell)) = extent::too_large(bytes) {
        return Err(Fail::Large(sheet, cell));
    }
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| Fail::Broken)?;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let (name, visible) = (sheet.name, sheet.visible);
        let cells = match &mut book {
            Sheets::Xlsx(book) => of_xlsx(book, &name),
            Sheets::Xlsb(book) => {
                let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
                let next = || cells.next_cell().map(|own| own.map(|own| (own.get_position(), cell(own.get_value()))));
                one_by_one(next)
            }
            other => laid_out(other, &name),
        };
        let rows = match cells {
            Some(Ok(cells)) => cells.lines(),
            Some(Err(cell)) => return Err(Fail::Large(Some(name), cell)),
            None => continue,
        };
        let source =
            Source { file: file.into(), sheet: Some(name.as_str().into()), lines: true, turned: false };
        let hidden = Hidden { sheet: visible != SheetVisible::Visible, ..Hidden::default() };
        grids.push(Grid { source, rows, hidden });
    }
    Ok(grids)
}

/// The cells of a sheet; the place of one that makes it too large; none where it cannot be read.
type Read = Option<std::result::Result<Cells, (usize, usize)>>;

/// Cells of Excel's own format, one by one with their formulas.
fn of_xlsx(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Read {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet of a chart has none.
        Err(XlsxError::NotAWorksheet(_)) => return Some(Ok(Cells::default())),
        Err(_) => return None,
    };
    one_by_one(|| {
        let next = cells.next_cell_with_formula_metadata()?;
        Ok::<_, XlsxError>(next.map(|own| match (&own.value, own.formula) {
            (DataRef::Empty, Some(_)) => (own.pos, Cell::Fault(Fault::NoValue)),
            (value, _) => (own.pos, cell(value)),
        }))
    })
}

type Place = (u32, u32);

fn one_by_one<E>(mut next: impl FnMut() -> std::result::Result<Option<(Place, Cell)>, E>) -> Read {
    let mut cells = Cells::default();
    while let Some(((row, column), cell)) = next().ok()? {
        if let Err(far) = cells.put((row as usize, column as usize), cell) {
            return Some(Err(far));
        }
    }
    Some(Ok(cells))
}

/// Cells of formats that the library lays out, which was found to have room.
fn laid_out(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Read {
    let values = book.worksheet_range(name).ok()?;
    let mut cells = Cells::default();
    let (top, left) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let place = (top as usize + row, left as usize + column);
        if let Err(far) = cells.put(place, cell(value)) {
            return Some(Err(far));
        }
    }
    if let Ok(formulas) = book.worksheet_formula(name) {
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, _) in formulas.used_cells() {
            let place = (top + row as u32, left + column as u32);
            if values.get_value(place).is_none_or(|value| *value == Data::Empty) {
                let place = (place.0 as usize, place.1 as usize);
                if let Err(far) = cells.put(place, Cell::Fault(Fault::NoValue)) {
                    return Some(Err(far));
                }
            }
        }
    }
    Some(Ok(cells))
}

/// Cells as they come: what stands far out alone takes no more room than its own row.
#[derive(Default)]
struct Cells {
    rows: BTreeMap<usize, Vec<Cell>>,
    /// How many there is room for, over all rows.
    laid: usize,
}

impl Cells {
    /// Puts a cell in its place; else gives the place back, where there is no room.
    fn put(&mut self, (row, column): (usize, usize), cell: Cell) -> std::result::Result<(), (usize, usize)> {
        if cell.is_empty() {
            return Ok(());
        }
        let more = |own: &Vec<Cell>| (column + 1).saturating_sub(own.len());
        self.laid += self.rows.get(&row).map_or(column + 1, more);
        if self.laid > MOST {
            return Err((row, column));
        }
        let own = self.rows.entry(row).or_default();
        own.resize(own.len().max(column + 1), Cell::Empty);
        own[column] = cell;
        Ok(())
    }

    /// The rows; of empty ones between them one is kept, which parts what stands above from what stands below.
    fn lines(self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (row, cells) in self.rows {
            if lines.last().is_some_and(|last| last.number < row) {
                lines.push(Line { number: row, cells: Vec::new() });
            }
            lines.push(Line { number: row + 1, cells });
        }
        lines
    }
}

fn cell(data: &impl DataType) -> Cell {
    if let Some(error) = data.get_error() {
        return Cell::Fault(Fault::Error(error.to_string()));
    }
    if let Some(date) = data.get_datetime() {
        return of_date(date);
    }
    if let Some(text) = data.get_datetime_iso() {
        return iso(text).unwrap_or_else(|| Cell::of(text));
    }
    if let Some(text) = data.get_duration_iso() {
        return Cell::Fault(Fault::Duration(text.to_string()));
    }
    match (data.get_float(), data.get_int(), data.get_bool(), data.get_string()) {
        (Some(number), ..) => Cell::Number(number),
        (_, Some(number), ..) => Cell::Number(number as f64),
        (_, _, Some(own), _) => Cell::of(if own { "true" } else { "false" }),
        (.., Some(text)) => Cell::of(text),
        _ => Cell::Empty,
    }
}

/// A date; what is shown as hours and minutes, or is a time of no day, is a number to nobody.
fn of_date(date: ExcelDateTime) -> Cell {
    const MINUTES: f64 = 24.0 * 60.0;
    let days = date.as_f64();
    if date.is_datetime() && days >= 1.0 {
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        return Cell::Date(i32::from(year), u32::from(month), u32::from(day));
    }
    let minutes = (days * MINUTES).round();
    Cell::Fault(Fault::Duration(format!("{}:{:02}", (minutes / 60.0).trunc(), (minutes % 60.0).abs())))
}

/// `2024-12-31T00:00:00`.
fn iso(text: &str) -> Option<Cell> {
    let mut parts = text.split('T').next()?.split('-').map(str::parse::<u32>);
    match (parts.next()?, parts.next()?, parts.next()?, parts.next()) {
        (Ok(year), Ok(month), Ok(day), None) => Some(Cell::Date(i32::try_from(year).ok()?, month, day)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
