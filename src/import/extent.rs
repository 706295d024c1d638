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

/// The first sheet of a LibreOffice workbook or an old one of Excel's that is too large, where it has a name, and its last cell.
pub fn too_large(bytes: &[u8]) -> Option<(Option<String>, Place)> {
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut archive) => {
            let content = archive.by_name("content.xml").ok()?.take(MOST_BYTES);
            ods(content).map(|(sheet, place)| (Some(sheet), place))
        }
        Err(_) => xls(&stream(bytes)?).map(|place| (None, place)),
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

fn ods(content: impl std::io::Read) -> Option<(String, Place)> {
    let (mut found, mut sheet) = (None, Sheet::default());
    elements(content, |element| {
        let repeated = |key: &str| attribute(element, key).and_then(|own| own.parse().ok()).unwrap_or(1_usize);
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
    found
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
/// cannot be found, or are so few that they stand among the small files.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    const NONE: u32 = 0xffff_fffa;
    const IN_HEADER: usize = 109;
    const ENTRY: usize = 128;
    let shift = two(bytes, 30).filter(|shift| (9..=12).contains(shift))?;
    let size = 1_usize << shift;
    let sector = |own: u32| {
        let first = (own as usize).checked_add(1)?.checked_mul(size)?;
        bytes.get(first..bytes.len().min(first.checked_add(size)?))
    };
    let per = size / 4;
    let mut tables: Vec<u32> = (0..IN_HEADER).filter_map(|n| four(bytes, 76 + 4 * n)).collect();
    let mut next = four(bytes, 68)?;
    while next < NONE && tables.len() <= bytes.len() / size {
        let own = sector(next)?;
        tables.extend((0..per - 1).filter_map(|n| four(own, 4 * n)));
        next = four(own, 4 * (per - 1))?;
    }
    let follower = |own: u32| {
        let table = sector(*tables.get(own as usize / per)?)?;
        four(table, 4 * (own as usize % per))
    };
    let chain = |first: u32| {
        let (mut all, mut own) = (Vec::new(), first);
        while own < NONE && all.len() <= bytes.len() {
            all.extend_from_slice(sector(own)?);
            own = follower(own)?;
        }
        Some(all)
    };
    let directory = chain(four(bytes, 48)?)?;
    let is_book = |entry: &&[u8]| {
        let letters: String = (0..32).filter_map(|n| two(entry, 2 * n)).filter_map(|c| char::from_u32(c.into())).collect();
        ["Workbook", "Book"].contains(&letters.trim_end_matches('\0'))
    };
    let book = directory.chunks_exact(ENTRY).find(is_book)?;
    let (first, length, least) = (four(book, 116)?, four(book, 120)?, four(bytes, 56)?);
    if length < least { None } else { chain(first) }
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
        let told = |rows: String| ods(sheet(rows).as_bytes());
        let table = row(1, FILLED);
        assert_eq!(told(table.clone() + &row(1_048_575, &empty(16_384))), None);
        let far = row(1_048_574, &empty(16_384)) + &row(1, &(empty(16_383) + FILLED));
        assert_eq!(told(table.clone() + &far), Some(("A".into(), (1_048_575, 16_383))));
        // A column far out in every row, or a row that is repeated, takes as much.
        let wide = FILLED.replace("/>", r#" t:number-columns-repeated="16384"/>"#);
        assert!(told(row(1, &wide).repeat(700)).is_some());
        assert!(told(row(1_000_000, &(FILLED.repeat(11)))).is_some());
        assert_eq!(told(row(900_000, &(FILLED.repeat(11)))), None);
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

    #[test]
    fn the_records_stand_in_sectors_that_a_table_tells() {
        let own = [record(0x0809, &[0; 16]), number(65_535, 255), vec![0; 4096]].concat();
        let sectors: Vec<&[u8]> = own.chunks(512).collect();
        let mut table: Vec<u32> = vec![0xffff_fffd, 0xffff_fffe];
        // They stand from the last to the first.
        let count = sectors.len() as u32;
        table.extend((0..count).map(|n| if n == 0 { 0xffff_fffe } else { n + 1 }));
        table.resize(128, u32::MAX);
        let mut head = vec![0_u8; 512];
        head[..4].copy_from_slice(b"\xd0\xcf\x11\xe0");
        head[30] = 9;
        head[48] = 1;
        head[56..60].copy_from_slice(&4096_u32.to_le_bytes());
        head[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
        head[76..512].fill(0xff);
        head[76..80].fill(0);
        let mut entries = vec![0_u8; 512];
        for (n, c) in "Workbook".bytes().enumerate() {
            entries[2 * n] = c;
        }
        entries[116..120].copy_from_slice(&(count + 1).to_le_bytes());
        entries[120..124].copy_from_slice(&(own.len() as u32).to_le_bytes());
        let mut bytes = head;
        bytes.extend(table.iter().flat_map(|own| own.to_le_bytes()));
        bytes.extend(entries);
        sectors.iter().rev().for_each(|own| {
            bytes.extend_from_slice(own);
            bytes.resize(bytes.len().next_multiple_of(512), 0);
        });
        assert_eq!(too_large(&bytes), Some((None, (65_535, 255))));
        assert_eq!(too_large(&bytes[..1024]), None);
    }
}
