//! Workbooks (xlsx, xls, ods) as cells. What a sheet shows counts: numbers as numbers, dates as dates, nothing computed anew. An
//! error and a formula without a value are cells of their own kind, never empty ones.

use super::cells::{Cell, Document, Fault, Grid, Hidden, Line, Source, letters};
use super::extent::{self, MOST};
use super::hidden;
use super::labels::may_be_year;
use super::looks;
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
    /// A sheet has an error that the library does not know, after which it cannot go on.
    Unknown(String, String),
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
        Fail::Unknown(sheet, error) => {
            let problem = Problem::new(say::IMPORT_ERROR_THERE).file(format!("{file}, {sheet}"));
            problem.found(error).allowed(say::IMPORT_ERROR_ALLOWED)
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
    match catch_unwind(|| looks::of(bytes)).ok().flatten() {
        Some(looks) => {
            let number = looks.show(&mut grids);
            if number > 0 {
                told.push(say::ImportRaisedLeft { file, number }.text());
            }
        }
        None => grids.iter_mut().for_each(doubt_texts),
    }
    Ok(Document { grids, told, commas: false, content: None })
}

/// Makes digits that are text among numbers cells without a value: a mark of a footnote that is raised behind a number makes it
/// such a text, and in a format that is not looked into it cannot be seen.
fn doubt_texts(grid: &mut Grid) {
    let is_number = |cell: &Cell| matches!(cell, Cell::Number(_));
    let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let of_numbers: Vec<bool> =
        (0..width).map(|column| grid.rows.iter().any(|row| is_number(row.cell(column)))).collect();
    let is_doubtful = |cell: &Cell, of_numbers: bool| {
        let digits = |text: &String| text.len() > 1 && text.bytes().all(|b| b.is_ascii_digit());
        of_numbers && matches!(cell, Cell::Text(text) if digits(text) && !may_be_year(text))
    };
    for row in grid.rows.iter_mut().filter(|row| row.cells.iter().any(is_number)) {
        for (cell, of_numbers) in row.cells.iter_mut().zip(&of_numbers) {
            if is_doubtful(cell, *of_numbers) {
                *cell = Cell::Fault(Fault::Raised(cell.text().into_owned()));
            }
        }
    }
}

fn sheets(file: &str, bytes: &[u8]) -> std::result::Result<Vec<Grid>, Fail> {
    // The library lays those formats out as soon as it opens them: what would not fit must be known before.
    if let Some((sheet, cell)) = extent::too_large(bytes).map_err(|_| Fail::Broken)? {
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
                one_by_one(|| {
                    let next = cells.next_cell().map_err(|_| Stop::Broken)?;
                    Ok(next.map(|own| (own.get_position(), cell(own.get_value()))))
                })
            }
            other => laid_out(other, &name),
        };
        let rows = match cells {
            Ok(cells) => cells.lines(),
            Err(Stop::None) => continue,
            Err(Stop::Broken) => return Err(Fail::Broken),
            Err(Stop::Far(cell)) => return Err(Fail::Large(Some(name), cell)),
            Err(Stop::Error(error)) => return Err(Fail::Unknown(name, error)),
        };
        let source = Source {
            file: file.into(),
            sheet: Some(name.as_str().into()),
            lines: true,
            turned: false,
            labels: None,
        };
        let hidden = Hidden { sheet: visible != SheetVisible::Visible, ..Hidden::default() };
        grids.push(Grid { source, rows, hidden });
    }
    Ok(grids)
}

/// Why a sheet is not read.
enum Stop {
    /// It is no sheet of cells.
    None,
    /// The library cannot go on.
    Broken,
    /// A cell stands so far out.
    Far((usize, usize)),
    /// A cell has an error that the library does not know.
    Error(String),
}

type Read = std::result::Result<Cells, Stop>;

/// Cells of Excel's own format, one by one with their formulas.
fn of_xlsx(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Read {
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| Stop::None)?;
    one_by_one(|| {
        let next = cells.next_cell_with_formula_metadata().map_err(|e| match e {
            XlsxError::CellError(error) => Stop::Error(error),
            _ => Stop::Broken,
        })?;
        Ok(next.map(|own| match (&own.value, own.formula) {
            (DataRef::Empty, Some(_)) => (own.pos, Cell::Fault(Fault::NoValue)),
            (value, _) => (own.pos, cell(value)),
        }))
    })
}

type Place = (u32, u32);

fn one_by_one(mut next: impl FnMut() -> std::result::Result<Option<(Place, Cell)>, Stop>) -> Read {
    let mut cells = Cells::default();
    while let Some((place, cell)) = next()? {
        cells.put(place, cell)?;
    }
    Ok(cells)
}

/// Cells of formats that the library lays out, which was found to have room.
fn laid_out(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Read {
    let values = book.worksheet_range(name).map_err(|_| Stop::None)?;
    let mut cells = Cells::default();
    let (top, left) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        cells.put((top + row as u32, left + column as u32), cell(value))?;
    }
    let formulas = book.worksheet_formula(name).unwrap_or_default();
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, _) in formulas.used_cells() {
        let place = (top + row as u32, left + column as u32);
        if values.get_value(place).is_none_or(|value| *value == Data::Empty) {
            cells.put(place, Cell::Fault(Fault::NoValue))?;
        }
    }
    Ok(cells)
}

/// Cells as they come: what stands far out alone takes no more room than its own row.
#[derive(Default)]
struct Cells {
    rows: BTreeMap<usize, Vec<Cell>>,
    /// How many there is room for, over all rows.
    laid: usize,
}

impl Cells {
    /// Puts a cell in its place, where there is room.
    fn put(&mut self, (row, column): Place, cell: Cell) -> std::result::Result<(), Stop> {
        let (row, column) = (row as usize, column as usize);
        if cell.is_empty() {
            return Ok(());
        }
        let more = |own: &Vec<Cell>| (column + 1).saturating_sub(own.len());
        self.laid += self.rows.get(&row).map_or(column + 1, more);
        if self.laid > MOST {
            return Err(Stop::Far((row, column)));
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
mod doubt_tests {
    use super::*;

    #[test]
    fn digits_that_are_text_among_numbers_have_no_value() {
        let row = |cells: [Cell; 3]| Line { number: 1, cells: cells.to_vec() };
        let source = Source { file: "t.xls".into(), sheet: None, lines: true, turned: false, labels: None };
        let rows = vec![
            row([Cell::of("Kommune"), Cell::of("17"), Cell::of("18+")]),
            row([Cell::of("Asker"), Cell::of("161"), Cell::Number(43.0)]),
            row([Cell::of("Lier"), Cell::Number(20.0), Cell::Number(50.0)]),
        ];
        let mut grid = Grid { source, rows, hidden: Hidden::default() };
        doubt_texts(&mut grid);
        assert_eq!(grid.rows[1].cells[1], Cell::Fault(Fault::Raised("161".into())));
        assert_eq!(grid.rows[0].cells[1], Cell::of("17"));
    }
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
