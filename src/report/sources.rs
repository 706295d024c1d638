//! Whose numbers a table holds, in words for readers: institutions in place of the names of files.

use super::document::Table;
use super::texts::Texts;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::sweden;
use crate::text::{Words, say};

/// Tables whose numbers are others' beside what is calculated, by their id.
const BY_TABLE: &[(&str, &[Words])] = &[("budget", &[say::SOURCE_CALCULATIONS, say::SOURCE_MINISTRY])];

/// Whose numbers stand in a file, by its name; those of any other are calculated.
const BY_FILE: &[(&str, &[Words])] = &[
    (
        "validation.csv",
        &[say::SOURCE_STATISTICS_NORWAY, say::SOURCE_DIRECTORATE_OF_HEALTH, say::SOURCE_CALCULATIONS],
    ),
    ("units.csv", &[say::SOURCE_CALCULATIONS, say::SOURCE_STATISTICS_NORWAY]),
    ("parameters.csv", &[say::SOURCE_REGISTER]),
    (
        Backtests::FILE,
        &[say::SOURCE_STATISTICS_NORWAY, say::SOURCE_DIRECTORATE_OF_HEALTH, say::SOURCE_CALCULATIONS],
    ),
    (sweden::TABLE, &[say::SOURCE_SWEDISH]),
];

/// The line below a table that says whose numbers they are; none where the table names no file.
pub fn line(table: &Table, t: &Texts) -> Option<String> {
    let names: Vec<String> = institutions(table).into_iter().map(|name| t.get(name)).collect();
    (!names.is_empty()).then(|| t.get(say::SourceLine { sources: names.join("; ") }))
}

/// Whose numbers they are, each institution once.
fn institutions(table: &Table) -> Vec<Words> {
    let named = |list: &[(&str, &'static [Words])], name: &str| {
        list.iter().find(|(own, _)| *own == name).map(|(_, institutions)| *institutions)
    };
    let of_file = |file: &&str| named(BY_FILE, file).unwrap_or(&[say::SOURCE_CALCULATIONS]);
    let all: Vec<Words> = match named(BY_TABLE, table.id) {
        Some(own) => own.to_vec(),
        None => table.sources.iter().flat_map(of_file).copied().collect(),
    };
    let mut once = Vec::new();
    for institution in all {
        if !once.contains(&institution) {
            once.push(institution);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Row;
    use crate::text::Lang;

    #[test]
    fn institutions_stand_in_place_of_files_each_once() {
        let mut table = Table {
            id: "x",
            title: String::new(),
            sheet: String::new(),
            unit: String::new(),
            columns: vec![String::new()],
            rows: vec![Row::new("", Vec::new())],
            notes: Vec::new(),
            sources: vec!["summary.csv", "ledger.csv"],
            long: false,
        };
        let t = &Texts::new(Lang::Nb);
        assert_eq!(line(&table, t).as_deref(), Some("Kilde: Beregninger med bpasim."));
        table.sources = vec!["summary.csv", sweden::TABLE];
        assert_eq!(
            line(&table, t).as_deref(),
            Some("Kilde: Beregninger med bpasim; Socialstyrelsen og Försäkringskassan i Sverige.")
        );
        table.sources.clear();
        assert_eq!(line(&table, t), None);
    }
}
