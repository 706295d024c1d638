//! Tables as text: whatever encoding, separator and ends of lines the program that saved them has. What was chosen is told.

use super::cells::{Cell, Document, Grid, Hidden, Line, Source};
use crate::error::{Problem, Result};
use crate::files::encoding::decoded;
use crate::text::{Message, Text, say};

/// Separators, those that decimals are seldom written with first.
const SEPARATORS: [(u8, Text3); 3] =
    [(b';', say::IMPORT_SEMICOLON), (b'\t', say::IMPORT_TAB), (b',', say::IMPORT_COMMA)];

type Text3 = crate::text::Words;

/// Reads a text with separators.
///
/// # Errors
/// Where it is no text, or a quotation mark is open.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document> {
    let source = Source { file: file.into(), sheet: None, lines: true, turned: false, labels: None };
    let (text, encoding) = decoded(bytes).ok_or_else(|| source.whole(say::IMPORT_NO_TEXT))?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    refuse_open_quotation(&text, &source)?;
    let (start, told_separator) = declared(&text);
    let body = &text[start..];
    let (separator, words) = told_separator.unwrap_or_else(|| found(body));
    let lines_before = text[..start].matches('\n').count();
    let rows = rows(body, separator, lines_before);
    let told = say::ImportReadText { file, encoding: Text::same(encoding), separator: words };
    let grid = Grid { source, rows, hidden: Hidden::default() };
    Ok(Document { grids: vec![grid], told: vec![told.text()], commas: separator == b',', content: None })
}

/// A quotation mark that isn't closed would take the lines after it along.
fn refuse_open_quotation(text: &str, source: &Source) -> Result<()> {
    if text.matches('"').count().is_multiple_of(2) {
        return Ok(());
    }
    let odd = text.split('\n').position(|line| line.matches('"').count() % 2 == 1);
    Err(source.problem(odd.unwrap_or_default() + 1, None, say::QUOTATION_MARK_OPEN).into())
}

/// Excel's own first line, `sep=;`: where the rest begins, and the separator.
fn declared(text: &str) -> (usize, Option<(u8, Text3)>) {
    let end = text.find('\n').unwrap_or(text.len());
    let own = text[..end].trim().strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    match SEPARATORS.into_iter().find(|(separator, _)| Some(*separator) == own) {
        Some(known) => ((end + 1).min(text.len()), Some(known)),
        None => (0, None),
    }
}

/// The separator that most lines have, outside quotation marks.
fn found(text: &str) -> (u8, Text3) {
    let outside = |line: &str, separator: u8| {
        let mut quoted = false;
        line.bytes().any(|byte| {
            quoted ^= byte == b'"';
            !quoted && byte == separator
        })
    };
    let lines = |separator: u8| {
        text.split('\n').filter(|line| !line.starts_with('#') && outside(line, separator)).count()
    };
    let [first, others @ ..] = SEPARATORS;
    others
        .into_iter()
        .fold((first, lines(first.0)), |(best, most), other| {
            let own = lines(other.0);
            if own > most { (other, own) } else { (best, most) }
        })
        .0
}

/// The rows of a text, with the numbers of their lines. A note is one cell.
fn rows(text: &str, separator: u8, before: usize) -> Vec<Line> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    // Reading what is in memory and text already can't fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        // Where a record is told to begin, empty lines before it may stand.
        let begins = record.position().map_or(0, |at| at.byte() as usize);
        let empty = text.bytes().skip(begins).take_while(|byte| *byte == b'\n').count();
        let number = record.position().map_or(0, |at| at.line() as usize) + empty + before;
        let cells: Vec<Cell> = match record.get(0) {
            Some(first) if first.starts_with('#') && !matches!(Cell::of(first), Cell::Fault(_)) => {
                vec![Cell::of(&record.iter().collect::<Vec<_>>().join(" "))]
            }
            _ => record.iter().map(Cell::of).collect(),
        };
        rows.push(Line { number, cells });
    }
    rows
}

/// What a text that is to be read by another reader is, or that it is none.
pub fn text_of(file: &str, bytes: &[u8]) -> Result<(String, &'static str)> {
    decoded(bytes).ok_or_else(|| Problem::new(say::IMPORT_NO_TEXT).file(file).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        let document = read("t.csv", bytes).expect("a text");
        let texts = |line: &Line| line.cells.iter().map(|cell| cell.text().into_owned()).collect();
        document.grids[0].rows.iter().map(|line| (line.number, texts(line))).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| cell.to_string()).collect())
    }

    #[test]
    fn separators_and_ends_of_lines_are_found() {
        for text in [
            "id;n\n0301;1,5\n",
            "id;n\r\n0301;1,5",
            "id;n\r0301;1,5\r",
            "id\tn\n0301\t1,5\n",
            "\u{feff}id;n\n0301;1,5\n",
            "\"id\",\"n\"\n\"0301\",\"1,5\"\n",
        ] {
            assert_eq!(cells(text.as_bytes()), [row(1, &["id", "n"]), row(2, &["0301", "1,5"])], "{text:?}");
        }
        assert_eq!(cells(b"sep=;\nid;n\n1;2\n"), [row(2, &["id", "n"]), row(3, &["1", "2"])]);
        assert_eq!(
            cells(b"\"A, b; c\"\n\nid;n\n\"1\n2\";3"),
            [row(1, &["A, b; c"]), row(3, &["id", "n"]), row(4, &["1\n2", "3"])]
        );
        assert_eq!(cells(b"# a;b\nid;n\n1;2\n")[0], row(1, &["# a b"]));
    }

    #[test]
    fn encodings_are_found() {
        let known = |bytes: &[u8]| decoded(bytes).map(|(text, name)| (text, name.to_string()));
        let found = |text: &str, name: &str| Some((text.to_string(), name.to_string()));
        assert_eq!(known("Råde".as_bytes()), found("Råde", "UTF-8"));
        assert_eq!(known(b"\xef\xbb\xbfR\xc3\xa5de"), found("Råde", "UTF-8 (BOM)"));
        assert_eq!(known(b"R\xe5de \x96 \x80"), found("Råde – €", "Windows-1252"));
        assert_eq!(known(b"\xff\xfeR\0\xe5\0"), found("Rå", "UTF-16"));
        assert_eq!(known(b"PK\x03\x04\0\0"), None);
        assert_eq!(known(b"\xef\xbb\xbf\xe5"), None);
    }

    #[test]
    fn an_open_quotation_mark_is_refused_by_its_line() {
        let told = read("t.csv", b"id;n\n1;2\n\"3;4\n5;6\n").expect_err("open");
        assert!(told.render(crate::text::Lang::En).starts_with("t.csv:3:"), "{told:?}");
    }
}
