//! A table from outside: separated by commas, or by what a Norwegian spreadsheet saves instead, which is told; lines starting with
//! `#` are notes, the first other line names the columns. Empty, `.`, `..` and `:` mean missing. No row is lost: each is read, or
//! refused by its line.

use super::number::{may_be_thousand_times, understand};
use super::raw::Place;
use crate::error::{Problem, SHOWN, nearest};
use crate::text::visible::is_hidden;
use crate::text::{Message, Text, Words, say};
use std::sync::Arc;

/// Longest cell.
const CELL: usize = 1000;

/// Names of the columns, empty where one has none.
type Names = Arc<[String]>;

/// A table whose columns are those asked for.
pub struct Table {
    /// The rows, without empty ones.
    pub rows: Vec<Row>,
    /// The line with the columns' names.
    pub at: Place,
    /// What is to be told of how it was read.
    pub told: Option<Text>,
}

/// One row.
pub struct Row {
    /// Its line.
    pub at: Place,
    columns: Names,
    values: Vec<String>,
}

impl Table {
    /// Reads a table; `None` where its columns are not as they should be.
    pub fn read(
        file: &str,
        text: &str,
        columns: &[&'static str],
        problems: &mut Vec<Problem>,
    ) -> Option<Table> {
        Table::read_with(file, text, (columns, &[]), problems)
    }

    /// The same where the table may have some columns more, which are missing in every row where it lacks them.
    pub fn read_with(
        file: &str,
        text: &str,
        (columns, more): (&[&'static str], &[&'static str]),
        problems: &mut Vec<Problem>,
    ) -> Option<Table> {
        let file: Arc<str> = file.into();
        let mut header: Option<(Names, Place)> = None;
        let mut rows: Vec<Row> = Vec::new();
        let before = problems.len();
        let mut separator = SEPARATORS[0];
        // Line by line, so that notes and empty lines do not shift the numbers in messages. A carriage return ends a line
        // too, alone or before a line feed.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        for (number, line) in text.split('\n').enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let at = Place { file: file.clone(), line: Some(number + 1) };
            if header.is_none() {
                separator = separator_of(line, |name| columns.contains(&name) || more.contains(&name));
            }
            let cells = match cells(line, separator.0) {
                Ok(cells) => cells,
                Err(what) => {
                    let found = line.chars().take(60).collect::<String>();
                    problems.push(at.problem("CSV", what).found(found));
                    continue;
                }
            };
            match &header {
                None => {
                    check_header(&cells, line, (columns, more), &at, problems)?;
                    header = Some((cells.into(), at));
                }
                Some((names, _)) if fits(&cells, names, &at, problems) => {
                    rows.push(Row { at, columns: names.clone(), values: cells });
                }
                Some(_) => {}
            }
        }
        let Some((_, at)) = header else {
            let first = Place { file, line: Some(1) };
            problems.push(first.problem("CSV", say::TABLE_EMPTY).allowed(Text::same(columns.join(","))));
            return None;
        };
        if rows.is_empty() && problems.len() == before {
            problems.push(at.problem(columns[0], say::TABLE_NO_ROWS));
        }
        let told = &problems[before..];
        // Where only rows are wrong, the rest of the table is worth checking.
        let rows_only = told.iter().all(|p| p.line != at.line);
        let (mark, words) = separator;
        let other = (mark != SEPARATORS[0].0)
            .then(|| say::SeparatedOtherwise { file: at.file.to_string(), separator: words }.text());
        (told.is_empty() || rows_only && !rows.is_empty()).then_some(Table { rows, at, told: other })
    }
}

/// What may stand between columns: first what files want.
const SEPARATORS: [(char, Words); 3] =
    [(',', say::SEPARATOR_COMMA), (';', say::SEPARATOR_SEMICOLON), ('\t', say::SEPARATOR_TAB)];

/// What separates the columns of a table whose first line this is: what files want, unless only with another it has names that are
/// known, and more of them than one.
fn separator_of(line: &str, known: impl Fn(&str) -> bool) -> (char, Words) {
    let names = |mark: char| line.split(mark).filter(|name| known(name.trim().trim_matches('"'))).count();
    let other = SEPARATORS[1..].iter().find(|(mark, _)| names(*mark) > 1);
    other.filter(|_| names(SEPARATORS[0].0) == 0).copied().unwrap_or(SEPARATORS[0])
}

/// The cells of a line, trimmed.
fn cells(line: &str, separator: char) -> Result<Vec<String>, Text> {
    // A quotation mark that isn't closed would take the lines after it along.
    if line.matches('"').count() % 2 == 1 {
        return Err(say::QUOTATION_MARK_OPEN.text());
    }
    // Most lines have none, and a reader of their own would cost far more than they do.
    if !line.contains('"') {
        return Ok(line.split(separator).map(|cell| cell.trim().to_string()).collect());
    }
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).delimiter(separator as u8).from_reader(line.as_bytes());
    let mut records = reader.records();
    match (records.next(), records.next()) {
        (Some(Ok(record)), None) => Ok(record.iter().map(|cell| cell.trim().to_string()).collect()),
        _ => Err(say::LINE_CANNOT_BE_READ.text()),
    }
}

/// Whether a row has cells where there are columns and nowhere else. Empty rows are passed over.
fn fits(cells: &[String], names: &[String], at: &Place, problems: &mut Vec<Problem>) -> bool {
    if cells.iter().all(String::is_empty) {
        return false;
    }
    let named = |i: usize| names.get(i).filter(|name| !name.is_empty());
    let before = problems.len();
    let last = names.iter().rposition(|name| !name.is_empty()).map_or(0, |i| i + 1);
    let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |i| i + 1);
    if cells.len() < last || used > names.len() {
        let allowed = Text::same(last.to_string());
        problems.push(
            at.problem("CSV", say::ROW_OF_OTHER_LENGTH).found(cells.len().to_string()).allowed(allowed),
        );
        return false;
    }
    for (i, cell) in cells.iter().enumerate() {
        let key = named(i).map_or_else(|| (i + 1).to_string(), Clone::clone);
        if cell.contains(is_hidden) {
            problems.push(at.problem(key, say::HIDDEN_CHARACTERS).found(cell.as_str()));
        } else if named(i).is_none() && !cell.is_empty() {
            problems.push(at.problem(key, say::CELL_WITHOUT_COLUMN).found(cell.as_str()));
        } else if cell.chars().count() > CELL {
            let allowed = say::AtMostCharacters { limit: CELL };
            problems.push(at.problem(key, say::TEXT_TOO_LONG).found(cell.as_str()).allowed(allowed));
        }
    }
    problems.len() == before
}

/// Checks the columns' names; `None` where this is another sort of table altogether, which is told once.
fn check_header(
    names: &[String],
    line: &str,
    (columns, more): (&[&'static str], &[&'static str]),
    at: &Place,
    problems: &mut Vec<Problem>,
) -> Option<()> {
    let known = |name: &str| columns.contains(&name) || more.contains(&name);
    if !names.iter().any(|name| known(name)) {
        let separator = [(';', say::COLUMNS_BY_SEMICOLONS), ('\t', say::COLUMNS_BY_TABS)];
        let what = separator.into_iter().find(|(c, _)| line.contains(*c)).map(|(_, what)| what);
        let problem = at.problem("columns", what.unwrap_or(say::NOT_COLUMN_NAMES));
        let found = line.trim().chars().take(60).collect::<String>();
        problems.push(problem.found(found).allowed(Text::same(columns.join(","))));
        return None;
    }
    for (i, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if names[..i].contains(name) {
            problems.push(at.problem(name, say::SAME_COLUMN_TWICE));
        } else if !known(name) {
            let left = columns.iter().chain(more).copied().filter(|c| !names.iter().any(|n| n == c));
            let near = if problems.len() < SHOWN { nearest(name, left) } else { None };
            let allowed = Text::same([columns, more].concat().join(", "));
            problems
                .push(Problem { nearest: near, ..at.problem(name, say::UNKNOWN_COLUMN).allowed(allowed) });
        }
    }
    for column in columns.iter().filter(|c| !names.iter().any(|n| n == *c)) {
        problems.push(at.problem(*column, say::COLUMN_MISSING));
    }
    Some(())
}

impl Row {
    /// A value, unless missing.
    pub fn text(&self, column: &str) -> Option<&str> {
        let index = self.columns.iter().position(|name| name == column)?;
        let value = self.values.get(index)?.as_str();
        (!matches!(value, "" | "." | ".." | ":")).then_some(value)
    }

    /// A value that must be there.
    pub fn needed(&self, column: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let value = self.text(column).map(str::to_string);
        if value.is_none() {
            problems.push(self.at.problem(column, say::IS_MISSING));
        }
        value
    }

    /// A number of persons or kroner, unless missing: `1.000` may be one or a thousand, and none is a share of something.
    pub fn amount(&self, column: &str, problems: &mut Vec<Problem>, told: &mut Vec<Text>) -> Option<f64> {
        let text = self.text(column)?;
        let (what, allowed) = if may_be_thousand_times(text) {
            let (thousands, decimals) = (text.replace(['.', ','], ""), text.replace(',', "."));
            let decimals = decimals.trim_end_matches('0').trim_end_matches('.');
            (say::ONE_OR_A_THOUSAND, Text::same(format!("{thousands}, {decimals}")))
        } else if text.ends_with('%') {
            (say::ILLEGAL_NUMBER, say::AtLeast { limit: 0.0 }.text())
        } else {
            return self.number(column, 0.0, problems, told);
        };
        problems.push(self.at.problem(column, what).found(format!("\"{text}\"")).allowed(allowed));
        None
    }

    /// A whole number of persons, unless missing. It is told of as little as can be: the count may be one to be hidden.
    pub fn persons(&self, column: &str, problems: &mut Vec<Problem>, told: &mut Vec<Text>) -> Option<f64> {
        let mut understood = Vec::new();
        let value = self.amount(column, problems, &mut understood)?;
        if !understood.is_empty() {
            let place = format!("{}:{}", self.at.file, self.at.line.unwrap_or(1));
            told.push(say::PersonsUnderstood { column, place }.text());
        }
        if value.fract() == 0.0 && value <= 1e9 {
            return Some(value);
        }
        problems.push(self.at.problem(column, say::MUST_BE_PERSONS).found(value.to_string()));
        None
    }

    /// A number of at least `low`, unless missing. What is not written as files want it, but understood, is told.
    pub fn number(
        &self,
        column: &str,
        low: f64,
        problems: &mut Vec<Problem>,
        told: &mut Vec<Text>,
    ) -> Option<f64> {
        let text = self.text(column)?;
        let read = understand(text).filter(|x| x.value >= low);
        match read {
            Some(x) if !x.plain => told.push(read_as(&self.at, column, text, x.value)),
            Some(_) => {}
            None => {
                let allowed = match low.is_finite() {
                    true => say::AtLeast { limit: low }.text(),
                    false => say::ANY_NUMBER.text(),
                };
                let problem = self.at.problem(column, say::ILLEGAL_NUMBER);
                problems.push(problem.found(format!("\"{text}\"")).allowed(allowed));
            }
        }
        read.map(|x| x.value)
    }
}

/// That a number was understood which is written in another way.
pub fn read_as(at: &Place, key: &str, found: &str, value: f64) -> Text {
    let place = match at.line {
        Some(line) => format!("{}:{line}", at.file),
        None => at.file.to_string(),
    };
    say::ReadAs { found, key, place, value: Text::same(value.to_string()) }.text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn read(text: &str) -> (Vec<(usize, String, String)>, Vec<String>) {
        let mut problems = Vec::new();
        let table = Table::read("t.csv", text, &["id", "n"], &mut problems);
        let cell = |row: &Row, name: &str| row.text(name).unwrap_or("–").to_string();
        let rows = table.map(|t| t.rows).unwrap_or_default();
        let rows = rows.iter().map(|r| (r.at.line.unwrap_or(0), cell(r, "id"), cell(r, "n"))).collect();
        (rows, problems.iter().map(|p| p.render(Lang::En)).collect())
    }

    fn row(line: usize, id: &str, n: &str) -> (usize, String, String) {
        (line, id.into(), n.into())
    }

    #[test]
    fn every_end_of_line_ends_a_row() {
        for (text, lines) in [
            ("id,n\na,1\nb,2\n", [2, 3]),
            ("id,n\ra,1\rb,2", [2, 3]),
            ("id,n\r\na,1\rb,2\n", [2, 3]),
            ("\u{feff}# note\r\rid,n\r\n\na,1\r\n,\r\nb,2\r", [5, 7]),
        ] {
            assert_eq!(
                read(text),
                (vec![row(lines[0], "a", "1"), row(lines[1], "b", "2")], vec![]),
                "{text:?}"
            );
        }
    }

    #[test]
    fn empty_columns_and_rows_are_passed_over() {
        let (rows, problems) = read("id,,n,,\na,,1,,\n,,,,\n\" \",,,,\nb,,2\n,,,,,,,\n");
        assert_eq!((rows, problems), (vec![row(2, "a", "1"), row(5, "b", "2")], vec![]));
        let (_, problems) = read("id,n,,\na,1,x,\n");
        assert!(problems[0].starts_with("t.csv:2: 3:") && problems[0].contains("found: x"), "{problems:?}");
    }

    #[test]
    fn no_row_vanishes() {
        for (text, line, part) in [
            ("id,n\n", 1, "no rows"),
            ("id,n\n,\n,,\n", 1, "no rows"),
            ("id,n\na,\"1\nb,2\n", 2, "quotation mark"),
            ("id,n\na,1\u{b}b,2\n", 2, "fields"),
            ("id,n\na,1\u{2028}2\n", 2, "control"),
            ("id,n\na\nb,2\n", 2, "fields"),
            ("id,n\n\u{1a}\n", 2, "fields"),
        ] {
            let (_, problems) = read(text);
            let told = problems.iter().any(|p| p.starts_with(&format!("t.csv:{line}:")) && p.contains(part));
            assert!(told, "{text:?}: {problems:?}");
        }
    }

    /// As a Norwegian spreadsheet saves it, whatever stands in its cells.
    #[test]
    fn columns_may_be_separated_by_semicolons_or_tabs() {
        for text in ["id;n\na;1\n\"b;c\";\"2,5\"\n", "id\tn\na\t1\n\"b;c\"\t2,5\n"] {
            let rows = vec![row(2, "a", "1"), row(3, "b;c", "2,5")];
            assert_eq!(read(text), (rows, vec![]), "{text:?}");
            let table = Table::read("t.csv", text, &["id", "n"], &mut Vec::new());
            assert!(table.is_some_and(|table| table.told.is_some()));
        }
        // A comma in the only name that is known separates nothing.
        assert_eq!(read("id,n;m\na,1\n").0, vec![]);
        assert!(
            Table::read("t.csv", "id,n\na,1\n", &["id", "n"], &mut Vec::new())
                .is_some_and(|t| t.told.is_none())
        );
    }

    #[test]
    fn another_sort_of_table_is_told_once() {
        for (text, part) in [
            ("\"99999: Brukere\"\n\n\"region\";\"alder\"\n", "name the columns"),
            ("Saksnr;Vedtakstimer\n1;38,5\n", "semicolons"),
            ("id;m\na;1\n", "semicolons"),
            ("id\tm\na\t1\n", "tabs"),
            ("{\"version\":\"2.0\",\n\"id\":[\"a\"],\n\"n\":3}", "name the columns"),
        ] {
            let (rows, problems) = read(text);
            assert!(rows.is_empty() && problems.len() == 1, "{problems:?}");
            assert!(problems[0].contains(part) && problems[0].contains("id,n"), "{problems:?}");
        }
    }
}
