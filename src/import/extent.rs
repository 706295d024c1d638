//! How far out a workbook has cells, before the library that reads it makes room for all between the first and the last: one stray
//! mark in the corner of a sheet is 17 billion cells, and room for those ends the program. Cells of Excel's own format are read one
//! by one and need none of this.

use super::hidden::{attribute, elements};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Most cells of a sheet that there is room for, empty ones before others counted with them.
pub const MOST: usize = 10_000_000;
/// Most bytes of XML that are looked through.
const MOST_BYTES: u64 = 1 << 30;

/// A cell, by row and column from 0.
type Place = (usize, usize);

/// A LibreOffice workbook that ends before its sheets do: the library that reads it would look for their end for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutOff;

/// The first sheet of a LibreOffice workbook or an old one of Excel's that is too large, where it has a name, and its last cell.
///
/// # Errors
/// Where the workbook is cut off.
pub fn too_large(bytes: &[u8]) -> Result<Option<(Option<String>, Place)>, CutOff> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Ok(stream(bytes).and_then(|stream| xls(&stream)).map(|place| (None, place)));
    };
    let Ok(content) = archive.by_name("content.xml") else { return Ok(None) };
    let (found, whole) = ods(content.take(MOST_BYTES));
    match found {
        None if !whole => Err(CutOff),
        found => Ok(found.map(|(sheet, place)| (Some(sheet), place))),
    }
}

/// How far cells go, and how many there is room for row by row.
#[derive(Default)]
struct Extent {
    last: Place,
    laid: usize,
}

impl Extent {
    fn is_too_large(&self) -> bool {
        let (row, column) = self.last;
        (row + 1).saturating_mul(column + 1) > MOST || self.laid > MOST
    }
}

/// What is known of a sheet of LibreOffice while it is gone through: rows and cells that are alike stand once.
#[derive(Default)]
struct Sheet {
    name: String,
    extent: Extent,
    /// The row, and how many are like it.
    row: usize,
    rows: usize,
    /// The next column of the row.
    column: usize,
}

/// The first sheet that is too large, and whether all of them were seen.
fn ods(content: impl std::io::Read) -> (Option<(String, Place)>, bool) {
    let (mut found, mut sheet) = (None, Sheet::default());
    let whole = elements(content, |element| {
        let repeated =
            |key: &str| attribute(element, key).and_then(|own| own.parse().ok()).unwrap_or(1_usize);
        match element.local_name().as_ref() {
            "table" => {
                sheet = Sheet { name: attribute(element, "name").unwrap_or_default(), ..Sheet::default() }
            }
            "table-row" => {
                sheet.row = sheet.row.saturating_add(sheet.rows);
                (sheet.rows, sheet.column) = (repeated("number-rows-repeated"), 0);
            }
            "table-cell" | "covered-table-cell" => {
                let before = sheet.column;
                sheet.column = before.saturating_add(repeated("number-columns-repeated"));
                let filled = ["value-type", "formula", "value", "string-value", "date-value", "time-value"];
                if filled.iter().any(|key| attribute(element, key).is_some()) {
                    let end = sheet.row.saturating_add(sheet.rows).saturating_sub(1);
                    let (row, column) = sheet.extent.last;
                    sheet.extent.last = (row.max(end), column.max(sheet.column.saturating_sub(1)));
                    sheet.extent.laid = sheet.extent.laid.saturating_add(sheet.column - before);
                }
            }
            _ => {}
        }
        if found.is_none() && sheet.extent.is_too_large() {
            found = Some((sheet.name.clone(), sheet.extent.last));
        }
    });
    (found, whole)
}

/// The last cell of the first sheet that is too large, of an old workbook's records.
fn xls(stream: &[u8]) -> Option<Place> {
    const BEGIN: u16 = 0x0809;
    const END: u16 = 0x000a;
    const PASSWORD: u16 = 0x002f;
    const DIMENSIONS: u16 = 0x0200;
    const SEVERAL: u16 = 0x00bd;
    const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, SEVERAL];
    let (mut at, mut depth, mut extent) = (0, 0_usize, Extent::default());
    while let (Some(kind), Some(length)) = (two(stream, at), two(stream, at + 2)) {
        let record = stream.get(at + 4..at + 4 + usize::from(length))?;
        at += 4 + record.len();
        match kind {
            // What is kept from being read is told by the library.
            PASSWORD if two(record, 0) != Some(0) => return None,
            BEGIN => {
                depth += 1;
                if depth == 1 {
                    extent = Extent::default();
                }
            }
            END => depth = depth.saturating_sub(1),
            // Room is made for as many as the sheet says that it has.
            DIMENSIONS if record.len() >= 14 => {
                let (rows, columns) = (four(record, 4)? as usize, two(record, 10)?);
                if rows.saturating_mul(usize::from(columns)) > 2 * MOST {
                    return Some((rows - 1, usize::from(columns).saturating_sub(1)));
                }
            }
            _ if depth == 1 && CELLS.contains(&kind) => {
                let last = if kind == SEVERAL { record.len().checked_sub(2)? } else { 2 };
                let (row, column) = (two(record, 0)?, two(record, last)?);
                let (own, other) = extent.last;
                extent.last = (own.max(row.into()), other.max(column.into()));
                if extent.is_too_large() {
                    return Some(extent.last);
                }
            }
            _ => {}
        }
    }
    None
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The records of an old workbook: a file of files, in sectors that follow each other as a table tells ([MS-CFB]). None where they
/// cannot be found.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    const IN_HEADER: usize = 109;
    const ENTRY: usize = 128;
    /// The size of the sectors in which small files stand, themselves in a file.
    const SMALL: usize = 64;
    let shift = two(bytes, 30).filter(|shift| (9..=12).contains(shift))?;
    let size = 1_usize << shift;
    let body = bytes.get(size..)?;
    let per = size / 4;
    let mut tables: Vec<u32> = (0..IN_HEADER).filter_map(|n| four(bytes, 76 + 4 * n)).collect();
    let mut next = four(bytes, 68)?;
    while next < LAST && tables.len() <= bytes.len() / size {
        let own = sector(body, next, size)?;
        tables.extend((0..per - 1).filter_map(|n| four(own, 4 * n)));
        next = four(own, 4 * (per - 1))?;
    }
    let tables = tables.into_iter().filter_map(|own| sector(body, own, size));
    let follows: Vec<u32> = tables.flat_map(numbers).collect();
    let directory = chain(body, four(bytes, 48)?, size, &follows)?;
    let is_book = |entry: &&[u8]| {
        let letters =
            (0..ENTRY / 4).filter_map(|n| two(entry, 2 * n)).filter_map(|c| char::from_u32(c.into()));
        ["Workbook", "Book"].contains(&letters.collect::<String>().trim_end_matches('\0'))
    };
    let mut entries = directory.chunks_exact(ENTRY);
    let root = entries.next()?;
    let book = entries.find(is_book)?;
    let (first, length, least) = (four(book, 116)?, four(book, 120)?, four(bytes, 56)?);
    if length >= least {
        return chain(body, first, size, &follows);
    }
    let small = chain(body, four(root, 116)?, size, &follows)?;
    let follows: Vec<u32> = numbers(&chain(body, four(bytes, 60)?, size, &follows)?).collect();
    chain(&small, first, SMALL, &follows)
}

/// The first number of a sector that is none.
const LAST: u32 = 0xffff_fffa;

fn sector(body: &[u8], own: u32, size: usize) -> Option<&[u8]> {
    let first = (own as usize).checked_mul(size)?;
    body.get(first..body.len().min(first.checked_add(size)?)).filter(|own| !own.is_empty())
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|own| four(own, 0))
}

/// Sectors from a first on, each followed by the one that stands in its place of the table.
fn chain(body: &[u8], first: u32, size: usize, follows: &[u32]) -> Option<Vec<u8>> {
    let (mut all, mut own) = (Vec::new(), first);
    while own < LAST && all.len() <= body.len() {
        all.extend_from_slice(sector(body, own, size)?);
        own = *follows.get(own as usize)?;
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(repeated: usize, cells: &str) -> String {
        format!(r#"<t:table-row t:number-rows-repeated="{repeated}">{cells}</t:table-row>"#)
    }

    const FILLED: &str = r#"<t:table-cell o:value-type="string"/>"#;

    #[test]
    fn a_stray_cell_of_libreoffice_is_found_and_empty_rows_are_none() {
        let empty = |n: usize| format!(r#"<t:table-cell t:number-columns-repeated="{n}"/>"#);
        let sheet = |rows: String| format!(r#"<d xmlns:t="t"><t:table t:name="A">{rows}</t:table></d>"#);
        let told = |rows: String| ods(sheet(rows).as_bytes()).0;
        let table = row(1, FILLED);
        assert_eq!(told(table.clone() + &row(1_048_575, &empty(16_384))), None);
        let far = row(1_048_574, &empty(16_384)) + &row(1, &(empty(16_383) + FILLED));
        assert_eq!(told(table.clone() + &far), Some(("A".into(), (1_048_575, 16_383))));
        // A column far out in every row, or a row that is repeated, takes as much.
        let wide = FILLED.replace("/>", r#" t:number-columns-repeated="16384"/>"#);
        assert!(told(row(1, &wide).repeat(700)).is_some());
        assert!(told(row(1_000_000, &(FILLED.repeat(11)))).is_some());
        assert_eq!(told(row(900_000, &(FILLED.repeat(11)))), None);
        // Cut off anywhere it is not whole.
        let text = sheet(table);
        let whole = |end: usize| ods(&text.as_bytes()[..end]).1;
        assert!(whole(text.len()) && (1..text.len()).all(|end| !whole(end)));
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    #[test]
    fn cells_of_an_old_workbook_are_held_together_sheet_by_sheet() {
        let (begin, end) = (record(0x0809, &[0; 16]), record(0x000a, &[]));
        let sheet = |cells: &[Vec<u8>]| [begin.clone(), cells.concat(), end.clone()].concat();
        let two = [sheet(&[number(0, 255)]), sheet(&[number(65_535, 0)])].concat();
        assert_eq!(xls(&two), None);
        assert_eq!(xls(&sheet(&[number(65_535, 1), number(0, 255)])), Some((65_535, 255)));
        // Those of a chart inside a sheet are none of its own, and those after it are.
        let chart = sheet(&[number(65_535, 255)]);
        assert_eq!(xls(&sheet(&[number(1, 1), chart.clone()])), None);
        assert!(xls(&sheet(&[number(65_535, 1), chart, number(0, 255)])).is_some());
        let mut said = [0_u8; 14];
        said[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        said[10..12].copy_from_slice(&256_u16.to_le_bytes());
        assert!(xls(&sheet(&[record(0x0200, &said)])).is_some());
        let secret = record(0x002f, &[1, 0]);
        assert_eq!(xls(&[secret, sheet(&[number(65_535, 255)])].concat()), None);
    }

    /// A file of files with the records of a workbook in sectors from the last to the first; small ones in a file of their own.
    fn compound(records: &[u8]) -> Vec<u8> {
        let small = records.len() < 4096;
        let size = if small { 64 } else { 512 };
        let sectors: Vec<Vec<u8>> =
            records.chunks(size).map(|own| [own, &vec![0; size - own.len()]].concat()).rev().collect();
        let count = sectors.len() as u32;
        let end = 0xffff_fffe_u32;
        let backwards = |from: u32| (0..count).map(move |n| if n == 0 { end } else { from + n - 1 });
        let body = [sectors.concat(), vec![0; 512]].concat();
        let body = &body[..body.len() / 512 * 512];
        let filled = |numbers: Vec<u32>| {
            let mut own: Vec<u8> = numbers.iter().flat_map(|own| own.to_le_bytes()).collect();
            own.resize(512, 0xff);
            own
        };
        // Sectors 0, 1 and 2: the table, the directory, the table of small sectors.
        let blocks = (body.len() / 512) as u32;
        let forwards = (0..blocks).map(|n| if n + 1 == blocks { end } else { 4 + n });
        let large = if small { forwards.collect::<Vec<u32>>() } else { backwards(3).collect() };
        let table = filled([vec![0xffff_fffd, end, end], large].concat());
        let mut head = vec![0_u8; 512];
        for (at, own) in [(30, 9), (48, 1), (56, 4096), (60, 2), (68, end), (76, 0)] {
            head[at..at + 4].copy_from_slice(&u32::to_le_bytes(own));
        }
        head[..4].copy_from_slice(b"\xd0\xcf\x11\xe0");
        head[80..512].fill(0xff);
        let entry = |name: &str, first: u32, length: usize| {
            let mut own: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            own.resize(128, 0);
            own[116..120].copy_from_slice(&first.to_le_bytes());
            own[120..124].copy_from_slice(&(length as u32).to_le_bytes());
            own
        };
        let first = if small { count - 1 } else { 3 + count - 1 };
        let directory =
            [entry("Root Entry", 3, body.len()), entry("Workbook", first, records.len())].concat();
        let directory = [directory, vec![0; 256]].concat();
        [head, table, directory, filled(backwards(0).collect()), body.to_vec()].concat()
    }

    #[test]
    fn the_records_stand_in_sectors_that_a_table_tells() {
        let own = [record(0x0809, &[0; 16]), number(65_535, 255)].concat();
        for more in [0, 100, 5000] {
            let bytes = compound(&[own.clone(), vec![0; more]].concat());
            assert_eq!(too_large(&bytes), Ok(Some((None, (65_535, 255)))), "{more}");
        }
        assert_eq!(too_large(&compound(&own)[..1024]), Ok(None));
    }
}
