//! The tables for Norwegian spreadsheets: heads and codes in words, decimal commas, as many digits as anybody reads.

use crate::columnar::ColumnType;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::manifest::ModelInfo;
use crate::records::record::{Field, plain};
use crate::records::resource::Resource;
use crate::report::words;
use crate::text::Lang;
use std::collections::BTreeMap;

/// Words of columns, and of the codes in them.
const WORDS: &str = include_str!("norwegian_words.csv");
/// Places of years in the heads of units, and what they are called.
const WHEN: [(&str, &str); 3] =
    [("first", "første_år"), ("full_effect", "sammenlignet_år"), ("last", "siste_år")];
/// From here on numbers are whole.
const WHOLE_FROM: f64 = 1000.0;
/// Digits of smaller numbers, and most decimals.
const DIGITS: i32 = 6;
const DECIMALS: i32 = 12;

/// Words for heads and codes.
pub(super) struct Norwegian<'a> {
    columns: BTreeMap<String, String>,
    codes: BTreeMap<(String, String), String>,
    models: &'a [ModelInfo],
}

impl<'a> Norwegian<'a> {
    /// With the names of a run's models.
    pub(super) fn new(models: &'a [ModelInfo]) -> Norwegian<'a> {
        let (mut columns, mut codes) = (BTreeMap::new(), BTreeMap::new());
        let mut reader = csv::Reader::from_reader(WORDS.as_bytes());
        for row in reader.records().filter_map(Result::ok) {
            let [column, code, word] = [0, 1, 2].map(|i| row.get(i).unwrap_or_default().to_string());
            match code.is_empty() {
                true => columns.insert(column, word),
                false => codes.insert((column, code), word),
            };
        }
        Norwegian { columns, codes, models }
    }

    /// The head of a column of a table.
    fn head(&self, table: &str, column: &str) -> String {
        if let Some((when, word)) = WHEN.iter().find(|_| table == "units").and_then(|_| {
            WHEN.iter().find(|(when, _)| column.strip_prefix(when).is_some_and(|rest| rest.starts_with('_')))
        }) {
            let own = &column[when.len() + 1..];
            return if own == "year" { (*word).to_string() } else { format!("{}_{word}", self.word(own)) };
        }
        match (table, column) {
            ("parameters" | "validation", "id") => "kode".into(),
            ("validation", "label") => "navn".into(),
            ("validation", "target") => "kode".into(),
            ("units" | "unit_years", "id") => "kommunenr".into(),
            ("decides", "item") => "hva".into(),
            _ => self.word(column),
        }
    }

    fn word(&self, column: &str) -> String {
        self.columns.get(column).cloned().unwrap_or_else(|| column.to_string())
    }

    /// The columns of a table: its own in order, and those that are told twice.
    pub(super) fn columns(&self, table: &Resource) -> Vec<Field> {
        let mut fields = Vec::new();
        for column in &table.columns {
            let name = self.head(table.name, &column.name);
            fields.push(Field { name: name.clone(), ..column.clone() });
            if let Some((name, meaning)) = extra(table.name, &column.name) {
                let (kind, unit) = (ColumnType::Text, "");
                fields.push(Field { name: name.into(), kind, unit, meaning: meaning.into() });
            }
        }
        fields
    }

    /// The cells of a row, under these columns.
    pub(super) fn cells(&self, table: &Resource, row: &csv::StringRecord) -> Vec<String> {
        let mut cells = Vec::new();
        for (column, cell) in table.columns.iter().zip(row) {
            cells.push(match column.kind {
                ColumnType::Number | ColumnType::Single => digits(cell).replace('.', ","),
                ColumnType::Text => harmless(&self.code(table.name, &column.name, cell)),
                _ => cell.to_string(),
            });
            match extra(table.name, &column.name) {
                Some((OUTCOME, _)) => cells.push(cell.to_string()),
                Some(_) => cells.push(harmless(&format!("{} {cell}", row.get(0).unwrap_or("")))),
                None => {}
            }
        }
        cells
    }

    /// A code in words; what has none as it is.
    fn code(&self, table: &str, column: &str, code: &str) -> String {
        let lang = Lang::Nb;
        let found = match column {
            "outcome" | "cost" => {
                Outcome::ALL.iter().find(|o| o.id() == code).map(|o| o.info().label.get(lang))
            }
            "payer" => Payer::ALL.into_iter().find(|p| p.id() == code).map(|p| p.label().get(lang)),
            "item" if table == "ledger" => {
                Item::ALL.into_iter().find(|i| i.id() == code).map(|i| i.label().get(lang))
            }
            _ => None,
        };
        match (column, found) {
            (_, Some(word)) => word.to_string(),
            ("model" | "minus", _) => self.model(code),
            ("statistic_of", _) if code != "level" => {
                let other = code.strip_prefix("difference_to_").unwrap_or(code);
                format!("endring fra {}", self.model(other))
            }
            ("unit", _) => unit(code),
            ("group", _) => words::group(code, lang).to_string(),
            ("status", _) => words::status(code, lang),
            _ => {
                let key = (column.to_string(), code.to_string());
                self.codes.get(&key).cloned().unwrap_or_else(|| code.to_string())
            }
        }
    }

    fn model(&self, id: &str) -> String {
        let model = self.models.iter().find(|model| model.id == id);
        model.map_or_else(|| id.to_string(), |model| model.short.get(Lang::Nb).to_string())
    }
}

/// The column with the id that other commands take of an outcome.
const OUTCOME: &str = "størrelse_kode";

/// A column that is told beside another: its name and meaning.
fn extra(table: &str, column: &str) -> Option<(&'static str, &'static str)> {
    match (table, column) {
        ("units" | "unit_years", "name") => Some(("kommune", "number and name")),
        (_, "outcome") => Some((OUTCOME, "id of the outcome, as bpasim describe takes it")),
        _ => None,
    }
}

fn unit(code: &str) -> String {
    let mut measures = Outcome::ALL.iter().map(|outcome| outcome.info().unit);
    let measure = measures.find(|measure| measure.id() == code);
    let name = measure.map(|measure| measure.label().get(Lang::Nb)).filter(|name| !name.is_empty());
    name.map_or_else(|| words::unit(code, Lang::Nb).to_string(), str::to_string)
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    match like_formula(text) {
        true => format!("'{text}"),
        false => text.to_string(),
    }
}

/// A number with the digits that anybody reads: whole from a thousand on, else six.
fn digits(cell: &str) -> String {
    let Some(x) = cell.parse::<f64>().ok().filter(|x| x.is_finite()) else { return cell.to_string() };
    if x.abs() >= WHOLE_FROM {
        return plain(x.round());
    }
    if x == 0.0 {
        return "0".into();
    }
    let decimals = (DIGITS - 1 - x.abs().log10().floor() as i32).clamp(0, DECIMALS);
    let text = format!("{x:.*}", decimals.unsigned_abs() as usize);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_every_table_has_a_word_of_its_own() {
        let norwegian = Norwegian::new(&[]);
        for table in Resource::all() {
            let mut names: Vec<String> = norwegian.columns(&table).into_iter().map(|c| c.name).collect();
            for column in &table.columns {
                let head = norwegian.head(table.name, &column.name);
                let same = ["p05", "p25", "p75", "p95", "symbol", "status", "crps", "minus"];
                assert!(head != column.name || same.contains(&head.as_str()), "{}: {head}", table.name);
            }
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all, "{}", table.name);
        }
    }

    /// What is told in one language in the files is told in Norwegian here.
    #[test]
    fn sources_of_what_is_observed_have_words() {
        let norwegian = Norwegian::new(&[]);
        for name in ["national", "oslo"] {
            let scenario = crate::scenario::load(name, &Default::default()).unwrap();
            let observed = crate::analysis::observed::observed(&scenario).unwrap();
            assert!(!observed.is_empty());
            for line in observed {
                assert_ne!(norwegian.code("observed", "source", line.source), line.source);
            }
        }
    }

    #[test]
    fn numbers_have_the_digits_that_anybody_reads() {
        for (cell, shown) in [
            ("5990123456.789012", "5990123457"),
            ("-1234.5", "-1235"),
            ("0.8123456789", "0.812346"),
            ("12.3400000001", "12.34"),
            ("0", "0"),
            ("-0", "0"),
            ("1000", "1000"),
            ("0.00001234567", "0.0000123457"),
            ("", ""),
        ] {
            assert_eq!(digits(cell), shown, "{cell}");
        }
    }
}
