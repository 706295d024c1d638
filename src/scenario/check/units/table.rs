//! A data table: comma-separated, lines starting with `#` are notes, the first other line names
//! the columns. Empty, `.`, `..` and `:` mean missing.

use super::Findings;
use crate::error::{Problem, nearest};
use crate::scenario::raw::Place;
use crate::text::{Message, Text, say};
use std::sync::Arc;

/// A table whose columns are those asked for.
pub(super) struct UnitTable {
    pub(super) rows: Vec<UnitRow>,
    /// The line with the columns' names.
    pub(super) at: Place,
}

/// Names of the columns with their number.
type ColumnNames = Arc<[(String, usize)]>;

/// One row.
pub(super) struct UnitRow {
    pub(super) at: Place,
    columns: ColumnNames,
    values: Vec<String>,
}

impl UnitTable {
    /// Reads a table; `None` where its columns are not as they should be.
    pub(super) fn read(
        file: &str,
        text: &str,
        columns: &[&'static str],
        findings: &mut Findings,
    ) -> Option<UnitTable> {
        let file: Arc<str> = file.into();
        let mut rows: Vec<UnitRow> = Vec::new();
        let mut header: Option<(ColumnNames, Place)> = None;
        let before = findings.problems.len();
        // Line by line, so that notes and empty lines do not shift the numbers in messages.
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let at = Place { file: file.clone(), line: Some(number + 1) };
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let Some(Ok(record)) = reader.records().next() else {
                findings.complain(&at, "CSV", say::LINE_CANNOT_BE_READ).found =
                    Some(line.chars().take(60).collect());
                continue;
            };
            match &header {
                None => {
                    let names: Vec<&str> = record.iter().map(str::trim).collect();
                    check_header(&names, columns, &at, findings);
                    let indexed: Vec<_> = names.iter().enumerate().map(|(i, n)| (n.to_string(), i)).collect();
                    header = Some((indexed.into(), at));
                }
                Some((names, _)) => {
                    if record.len() != names.len() {
                        let problem = findings.complain(&at, "CSV", say::ROW_OF_OTHER_LENGTH);
                        problem.found = Some(record.len().to_string());
                        problem.allowed = Some(Text::same(names.len().to_string()));
                        continue;
                    }
                    let values = record.iter().map(|v| v.trim().to_string()).collect();
                    rows.push(UnitRow { at, columns: names.clone(), values });
                }
            }
        }
        let Some((_, at)) = header else {
            findings.complain(&Place { file, line: Some(1) }, "CSV", say::TABLE_EMPTY).allowed =
                Some(Text::same(columns.join(",")));
            return None;
        };
        (findings.problems.len() == before || !rows.is_empty() && header_ok(&findings.problems[before..]))
            .then_some(UnitTable { rows, at })
    }
}

/// Whether the problems are about rows only, so that the rest of the table is worth checking.
fn header_ok(problems: &[Problem]) -> bool {
    problems.iter().all(|p| p.key.as_deref() == Some("CSV"))
}

fn check_header(names: &[&str], columns: &[&'static str], at: &Place, findings: &mut Findings) {
    if let [only] = names
        && only.contains(';')
    {
        findings.complain(at, "columns", say::COLUMNS_BY_SEMICOLONS);
        return;
    }
    for (i, name) in names.iter().enumerate() {
        if names[..i].contains(name) {
            findings.complain(at, *name, say::SAME_COLUMN_TWICE);
        } else if !columns.contains(name) {
            let problem = findings.complain(at, *name, say::UNKNOWN_COLUMN);
            problem.nearest = nearest(name, columns.iter().copied().filter(|c| !names.contains(c)));
            problem.allowed = Some(Text::same(columns.join(", ")));
        }
    }
    for column in columns.iter().filter(|c| !names.contains(c)) {
        findings.complain(at, *column, say::COLUMN_MISSING);
    }
}

impl UnitRow {
    /// Notes a problem in a column of the row.
    pub(super) fn complain<'f>(
        &self,
        column: &str,
        what: Text,
        findings: &'f mut Findings,
    ) -> &'f mut Problem {
        findings.complain(&self.at, column, what)
    }

    /// A value, unless missing.
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        let (_, index) = self.columns.iter().find(|(name, _)| name == column)?;
        let value = self.values.get(*index)?.as_str();
        (!matches!(value, "" | "." | ".." | ":")).then_some(value)
    }

    /// A value that must be there.
    pub(super) fn needed(&self, column: &str, findings: &mut Findings) -> Option<String> {
        let value = self.text(column).map(str::to_string);
        if value.is_none() {
            self.complain(column, say::IS_MISSING.text(), findings);
        }
        value
    }

    /// A number of at least `low`, unless missing.
    pub(super) fn number(&self, column: &str, low: f64, findings: &mut Findings) -> Option<f64> {
        let text = self.text(column)?;
        let number = text.parse::<f64>().ok().filter(|x| x.is_finite() && *x >= low);
        if number.is_none() {
            let problem = self.complain(column, say::ILLEGAL_NUMBER.text(), findings);
            problem.found = Some(format!("\"{text}\""));
            problem.allowed = Some(super::super::range_text([low, f64::INFINITY]));
        }
        number
    }
}
