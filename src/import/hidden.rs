//! Rows and columns that a workbook hides, by a filter or by hand: their numbers are in the file and are counted, so whoever sees
//! less must be told. The library that reads cells does not tell of them, so the sheets' own XML is looked at.

use super::cells::{Grid, Hidden, Line, Spans, letters};
use super::table::Table;
use crate::text::{Message, Text, say};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use roxmltree::Document as Xml;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// Most bytes of XML that are looked through of one part.
pub const MOST: u64 = 1 << 30;
/// Most bytes of a list of sheets.
const MOST_LIST: u64 = 16 << 20;
/// Most spans that are named.
const NAMED: usize = 6;

/// A workbook that is an archive.
pub type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;
type BySheet = BTreeMap<String, Hidden>;

/// What is hidden of each sheet, by name; none where the format is one that is not looked into.
pub fn of(bytes: &[u8]) -> Option<BySheet> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    match archive.index_for_name("content.xml") {
        Some(_) => ods(&mut archive),
        None => xlsx(&mut archive),
    }
}

/// What is told of a table's hidden rows and columns; how many rows only where they are not `persons`, of whom there may be few.
pub fn told(grid: &Grid, table: &Table, persons: bool) -> Vec<Text> {
    let heading = if table.source.turned { 0 } else { table.heading };
    let inside = |row: &&Line| row.number >= heading && row.filled().next().is_some();
    let within = |spans: &Spans, number: usize| spans.iter().any(|span| span.contains(&number));
    let rows = grid.rows.iter().filter(inside).map(|row| row.number);
    let rows: Vec<usize> = rows.filter(|row| within(&grid.hidden.rows, *row)).collect();
    let filled = |column: &usize| grid.rows.iter().filter(inside).any(|row| !row.cell(*column).is_empty());
    let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let columns = (0..width).filter(|column| within(&grid.hidden.columns, column + 1)).filter(filled);
    let columns: Vec<usize> = columns.map(|column| column + 1).collect();
    let place = grid.source.name();
    let mut notes = Vec::new();
    if !rows.is_empty() {
        let list = named(&rows, |row| row.to_string());
        notes.push(match persons {
            true => say::ImportHiddenRowsOfPersons { place: &place }.text(),
            false => say::ImportHiddenRows { place: &place, number: rows.len(), list }.text(),
        });
    }
    if !columns.is_empty() {
        let list = named(&columns, |column| letters(column - 1));
        notes.push(say::ImportHiddenColumns { place: &place, number: columns.len(), list }.text());
    }
    notes
}

/// Numbers that follow each other as spans: `3–5, 9`.
fn named(numbers: &[usize], name: fn(usize) -> String) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => spans.push((*number, *number)),
        }
    }
    let shown = spans.iter().take(NAMED).map(|(first, last)| match first == last {
        true => name(*first),
        false => format!("{}–{}", name(*first), name(*last)),
    });
    let more = if spans.len() > NAMED { ", …" } else { "" };
    shown.collect::<Vec<_>>().join(", ") + more
}

/// A part of a workbook, as far as it is not too large.
pub fn part(archive: &mut Archive, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MOST_LIST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Sheets of a workbook of Excel's: named in one part, found by the relations of another.
pub fn sheet_paths(archive: &mut Archive) -> Option<Vec<(String, String)>> {
    let (book, relations) = (part(archive, "xl/workbook.xml")?, part(archive, "xl/_rels/workbook.xml.rels")?);
    let (book, relations) = (Xml::parse(&book).ok()?, Xml::parse(&relations).ok()?);
    let target = |id: &str| {
        let own = relations.descendants().find(|node| node.attribute("Id") == Some(id))?;
        let target = own.attribute("Target")?;
        Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), String::from))
    };
    let mut sheets = Vec::new();
    // Strict workbooks have another namespace.
    for sheet in book.descendants().filter(|node| node.tag_name().name() == "sheet") {
        let id = sheet.attributes().find(|own| own.name() == "id").map(|own| own.value());
        let (Some(name), Some(path)) = (sheet.attribute("name"), id.and_then(target)) else { continue };
        sheets.push((name.to_string(), path));
    }
    Some(sheets)
}

fn xlsx(archive: &mut Archive) -> Option<BySheet> {
    let mut sheets = BySheet::new();
    for (name, path) in sheet_paths(archive)? {
        if let Ok(entry) = archive.by_name(&path) {
            sheets.insert(name, of_sheet(entry.take(MOST)));
        }
    }
    Some(sheets)
}

/// What a sheet of Excel's hides: rows and columns that say so, or that have no height or width.
fn of_sheet(xml: impl Read) -> Hidden {
    let mut hidden = Hidden::default();
    let mut row = 0;
    elements(xml, |element| {
        let is = |key: &str, value: &str| attribute(element, key).is_some_and(|own| own == value);
        let number = |key: &str| attribute(element, key).and_then(|own| own.parse::<usize>().ok());
        let unseen = |size: &str| is("hidden", "1") || is("hidden", "true") || is(size, "0");
        match element.local_name().as_ref() {
            "row" => {
                row = number("r").unwrap_or(row + 1);
                if unseen("ht") {
                    hidden.rows.push(row..=row);
                }
            }
            "col" if unseen("width") => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    hidden.columns.push(first..=last);
                }
            }
            _ => {}
        }
    });
    hidden
}

/// Sheets of LibreOffice: all in one part; rows and columns that are alike stand once.
fn ods(archive: &mut Archive) -> Option<BySheet> {
    let content = archive.by_name("content.xml").ok()?.take(MOST);
    let mut sheets = BySheet::new();
    let mut own = (String::new(), 0, 0);
    elements(content, |element| {
        let repeated = |key: &str| attribute(element, key).and_then(|own| own.parse().ok()).unwrap_or(1);
        let unseen = attribute(element, "visibility").is_some_and(|own| own == "collapse" || own == "filter");
        let (name, row, column) = &mut own;
        match element.local_name().as_ref() {
            "table" => {
                *name = attribute(element, "name").unwrap_or_default();
                (*row, *column) = (0, 0);
                sheets.insert(name.clone(), Hidden::default());
            }
            "table-row" => {
                let next: usize = *row + repeated("number-rows-repeated");
                if let (true, Some(hidden)) = (unseen, sheets.get_mut(name)) {
                    hidden.rows.push(*row + 1..=next);
                }
                *row = next;
            }
            "table-column" => {
                let next: usize = *column + repeated("number-columns-repeated");
                if let (true, Some(hidden)) = (unseen, sheets.get_mut(name)) {
                    hidden.columns.push(*column + 1..=next);
                }
                *column = next;
            }
            _ => {}
        }
    });
    Some(sheets)
}

/// Goes through the elements of an XML text, as far as it can be read; whether it is whole.
pub fn elements(xml: impl Read, mut each: impl FnMut(&BytesStart)) -> bool {
    let mut reader = Reader::from_reader(BufReader::new(xml));
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                depth += 1;
                each(&element);
            }
            Ok(Event::Empty(element)) => each(&element),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => return depth == 0,
            Err(_) => return false,
            Ok(_) => {}
        }
        buffer.clear();
    }
}

/// An attribute by its name without namespace.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let own = element.attributes().flatten().find(|own| own.key.local_name().as_ref() == name)?;
    own.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
