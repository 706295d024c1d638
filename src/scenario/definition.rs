//! A [`Scenario`] and its parts: what a checked scenario is, whatever it was read from.

use super::financing::{MAIN_MODELS, Model};
use super::parameters::Parameters;
use super::small_counts::Withheld;
use super::units::{Placement, SchemeShare, Unit, UnitAccount};
use crate::files::names::by_name;
use crate::text::{Message, Text, say};
use serde::{Deserialize, Serialize};

/// A wished rank correlation between two scalar parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlation {
    /// Slot of the first scalar.
    pub a: usize,
    /// Slot of the second scalar.
    pub b: usize,
    /// Spearman's rank correlation, −1 to 1.
    pub rank: f64,
}

/// A file that went into the scenario, with the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFile {
    /// Its name without the folders it lies in, or its embedded name.
    pub name: String,
    /// Where it was read, as messages on the screen tell it; never written to files.
    #[serde(skip)]
    pub path: String,
    /// BLAKE3 hash, hex; empty in `run.json` where it would tell hidden counts.
    #[serde(rename = "blake3")]
    pub hash: String,
    /// Whether the user's own counts of persons stand in it.
    #[serde(skip)]
    pub own_counts: bool,
}

/// A value that differs from the shipped scenario it builds on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Parameter id or lever path.
    pub key: String,
    /// The value in the base, as text.
    pub from: String,
    /// The value used, as text.
    pub to: String,
}

/// A figure that some units lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MissingData {
    /// Column of the data table.
    pub column: String,
    /// Ids of the units without it.
    pub units: Vec<String>,
    /// What is done instead.
    pub instead: Text,
}

/// A share in per cent, as each language writes it.
pub(super) fn percent(share: f64) -> Text {
    let number = format!("{:.2}", 100.0 * share);
    let comma = number.replace('.', ",");
    Text::all(comma.clone(), comma, number)
}

/// Which models are compared with each other; each is compared with the zero alternative in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compared {
    /// The main models. Every model with every other would make the results grow with the square of their number.
    #[default]
    Main,
    /// All: the user named the models.
    All,
}

/// A checked scenario: all the engine needs, every default filled in.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Short name, used for the result folder (`national`): ASCII letters, digits, `-`, `_`.
    pub name: String,
    /// Title for readers.
    pub title: Text,
    /// First year; money indices are 1 in it.
    pub base_year: i32,
    /// Number of years, at least 1.
    pub horizon: usize,
    /// How recipients are placed.
    pub placement: Placement,
    /// Municipalities or districts, sorted by id. Where counts of real persons are small, others stand in their place.
    pub units: Vec<Unit>,
    /// What of their figures is not shown.
    pub withheld: Withheld,
    /// What their own accounts say, to be held against the model; it decides no figure.
    pub accounts: Vec<UnitAccount>,
    /// Inhabitants of all the units together.
    pub inhabitants: f64,
    /// Inhabitants of the whole country, which amounts "in all" are for.
    pub national_population: f64,
    /// Code of the currency that money is in (`NOK`); a label for readers.
    pub currency: String,
    /// The units' parts of the rest of the refund scheme; none where there is no such scheme, or nothing to spread it by.
    pub scheme: Option<SchemeShare>,
    /// Every parameter.
    pub parameters: Parameters,
    /// Wished rank correlations between parameters; positive semi-definite.
    pub correlations: Vec<Correlation>,
    /// Financing models; the first is always the zero alternative `zero`.
    pub models: Vec<Model>,
    /// Which of them are compared with each other.
    pub compared: Compared,
    /// What differs from the shipped scenario (user's file and `--set`).
    pub changes: Vec<Change>,
    /// Things the user should know that stop nothing.
    pub warnings: Vec<Text>,
    /// Files read, for `run.json`.
    pub inputs: Vec<InputFile>,
}

impl Scenario {
    /// The last year simulated.
    pub fn last_year(&self) -> i32 {
        self.base_year + self.horizon as i32 - 1
    }
    /// The pairs of models whose differences are worked out, as indices, the later first: by model, then by the earlier one.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let main = |model: usize| MAIN_MODELS.contains(&self.models[model].id.as_str());
        let compared = |model: usize, earlier: usize| {
            earlier == 0 || self.compared == Compared::All || main(model) && main(earlier)
        };
        let earlier = |model: usize| (0..model).map(move |earlier| (model, earlier));
        (0..self.models.len()).flat_map(earlier).filter(|&(m, e)| compared(m, e)).collect()
    }
    /// Figures that some units lack, with what is done instead; never taken for 0.
    pub fn missing_data(&self) -> Vec<MissingData> {
        let lacking = |column: &'static str, lacks: fn(&Unit) -> bool, instead: Text| {
            let units: Vec<String> = self.units.iter().filter(|u| lacks(u)).map(|u| u.id.clone()).collect();
            (!units.is_empty()).then_some(MissingData { column: column.into(), units, instead })
        };
        let index = say::INDEX_COUNTS_AS_ONE;
        let population = say::PLACED_BY_RECIPIENTS;
        let income = say::NOT_USED;
        [
            lacking("population", |u| u.population.is_none(), population.text()),
            lacking(
                "expenditure_need_index",
                |u| u.population.is_some() && u.need_index.is_none(),
                index.text(),
            ),
            lacking(
                "free_income_per_capita",
                |u| u.population.is_some() && u.free_income.is_none(),
                income.text(),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
    /// The part of the country that the units are, by inhabitants: what they carry of national amounts (model.md §2).
    pub fn national_share(&self) -> f64 {
        self.inhabitants / self.national_population
    }
    /// A text about the input as it may be published: files by name.
    pub fn without_folders(&self, text: &Text) -> Text {
        let files = || self.inputs.iter().map(|file| (file.path.as_str(), file.name.as_str()));
        Text::each(|lang| by_name(text.get(lang), files()))
    }
    /// What part of the country the units are, in words, where they are not the whole.
    pub fn part_of_country(&self) -> Option<Text> {
        let (percent, total) = (percent(self.national_share()), self.national_population.round() as i64);
        (self.national_share() < 1.0).then(|| say::PartOfCountry { percent, total }.text())
    }
    /// Whether figures rest on counts of real persons, so that small ones are hidden.
    pub fn has_real_persons(&self) -> bool {
        self.placement != Placement::Rates && self.units.iter().any(|u| u.real_persons)
    }
    /// Whether every unit has inhabitants; figures per inhabitant exist only then.
    pub fn has_population(&self) -> bool {
        self.units.iter().all(|u| u.population.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn each_model_is_compared_with_the_zero_alternative_and_the_main_ones_with_each_other() {
        let mut own = fixture::scenario(&["zero", "X", "B", "Y", "A"]);
        assert_eq!(own.pairs(), [(1, 0), (2, 0), (3, 0), (4, 0), (4, 2)]);
        own.compared = Compared::All;
        assert_eq!(own.pairs().len(), 10);
        assert_eq!(fixture::scenario(&["zero"]).pairs(), []);
        let many: Vec<String> =
            (0..100).map(|i| if i == 0 { "zero".into() } else { format!("M{i}") }).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(fixture::scenario(&many).pairs().len(), 99);
    }
}
