//! Where the data of a run come from: who made them, what they are of, which years and under what licence.

use super::table;
use crate::report::document::{Cell, Missing, Row, Table};
use crate::report::presenter::Presenter;
use crate::scenario::embedded;
use crate::text::{Lang, say};
use serde::Deserialize;

const TABLE: &str = "data/sources.csv";
/// The register of assumptions, as a run names it among its inputs.
const ASSUMPTIONS: &str = "parameters";

/// A set of data that a file of inputs holds.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct DataSource {
    /// The file, as a run names it among its inputs.
    pub input: String,
    what_nb: String,
    what_nn: String,
    what_en: String,
    who_nb: String,
    who_nn: String,
    who_en: String,
    years: String,
    licence_nb: String,
    licence_nn: String,
    licence_en: String,
}

impl DataSource {
    /// What the data are of.
    pub fn what(&self, lang: Lang) -> &str {
        lang.of([&self.what_nb, &self.what_nn, &self.what_en])
    }

    /// Who published them.
    pub fn who(&self, lang: Lang) -> &str {
        lang.of([&self.who_nb, &self.who_nn, &self.who_en])
    }

    /// Under what licence.
    pub fn licence(&self, lang: Lang) -> &str {
        lang.of([&self.licence_nb, &self.licence_nn, &self.licence_en])
    }
}

/// What is known of the shipped files, in the order of the table.
pub fn known() -> Vec<DataSource> {
    let text = embedded::data(TABLE).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.deserialize().filter_map(Result::ok).collect()
}

/// A row a set of data in the run's inputs. A user's own file has a row with its name.
pub fn data_sources(presenter: &Presenter<'_>) -> Table {
    let (t, lang, known) = (presenter.t, presenter.lang(), known());
    let word = |text: &str| match text.is_empty() {
        true => Cell::Missing(Missing::Impossible),
        false => Cell::text(text),
    };
    let own_file = |name: &str| {
        let cells = vec![
            Cell::text(t.get(say::DATA_OWN_FILE)),
            Cell::Missing(Missing::Unknown),
            Cell::Missing(Missing::Unknown),
        ];
        Row::new(name, cells)
    };
    let mut rows = Vec::new();
    // The data first, then the assumptions.
    let inputs = presenter.run.about.scenario.inputs.iter();
    let (assumptions, data): (Vec<_>, Vec<_>) = inputs.partition(|input| input.name == ASSUMPTIONS);
    for input in data.into_iter().chain(assumptions) {
        let own = known.iter().filter(|source| source.input == input.name);
        let before = rows.len();
        rows.extend(own.map(|source| {
            let cells = vec![Cell::text(source.who(lang)), word(&source.years), word(source.licence(lang))];
            Row::new(source.what(lang), cells)
        }));
        // A shipped scenario holds settings, whose sources stand among the assumptions.
        if rows.len() == before && !embedded::names().any(|name| name == input.name) {
            rows.push(own_file(&input.name));
        }
    }
    let columns = [say::COLUMN_SOURCE, say::COLUMN_YEARS, say::COLUMN_LICENCE].map(|id| t.get(id));
    let mut table = table(presenter, "data", columns.to_vec(), rows);
    table.columns[0] = t.get(say::COLUMN_DATA);
    table.notes = vec![t.get(say::NOTE_DATA)];
    // Its own column says whose they are.
    table.sources = Vec::new();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every data file of a shipped scenario has its institutions, in three languages.
    #[test]
    fn shipped_data_name_who_made_them() {
        let known = known();
        for name in embedded::SCENARIOS {
            let text = embedded::scenario(name).unwrap_or_default();
            for (file, _) in embedded::FILES.iter().filter(|(file, _)| file.starts_with("data/")) {
                let used =
                    ["units", "observed"].iter().any(|key| text.contains(&format!("{key} = \"{file}\"")));
                assert!(!used || known.iter().any(|source| source.input == *file), "{name}: {file}");
            }
        }
        assert_eq!(known.len(), 12, "a line that cannot be read is left out");
        for source in &known {
            for lang in [Lang::Nb, Lang::Nn, Lang::En] {
                assert!(!source.what(lang).is_empty() && !source.who(lang).is_empty(), "{source:?}");
            }
        }
    }
}
