//! Units: municipalities, or the districts of Oslo.

pub use super::age_classes::{AGE_CLASSES, AGE_FROM, CLASS_FROM};

use super::choice::choices;
use super::own_recipients::OwnRecipients;

choices! {
    /// How the recipients of the base year are placed (model.md §1).
    Placement {
        /// National totals spread over units by population and a random rate.
        Rates = "rates",
        /// The table of recipients by unit and age class, as it is.
        Observed = "observed",
        /// Observed where a unit has figures, the rest of the national totals by rates.
        Mixed = "mixed",
    }
}

/// Zones of the employer's contribution, in the order of `employer_tax`.
pub const ZONES: [&str; 7] = ["1", "1a", "2", "3", "4", "4a", "5"];

/// Municipalities below this number of inhabitants are small, as in `municipal_volatility_small`.
pub const SMALL_MUNICIPALITY: f64 = 5000.0;

/// A municipality or district.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Municipality number as text (`0301`) or district id.
    pub id: String,
    /// Name.
    pub name: String,
    /// County name.
    pub county: String,
    /// Index into [`ZONES`].
    pub zone: usize,
    /// Statistics Norway's centrality class 1–6, where known.
    pub centrality: Option<u8>,
    /// KOSTRA group, where known.
    pub kostra_group: Option<String>,
    /// Inhabitants by [`AGE_CLASSES`]; none where figures are lacking (districts).
    pub population: Option<[f64; 5]>,
    /// Free income per inhabitant, NOK.
    pub free_income: Option<f64>,
    /// Expenditure-need index, country = 1.
    pub need_index: Option<f64>,
    /// Observed recipients by [`AGE_CLASSES`], where known.
    pub recipients: Option<[u32; 5]>,
    /// Whether they are real persons and no published figures, so that small counts are hidden.
    pub real_persons: bool,
    /// The year in which they were counted, where that is told, and how many they were; small counts are forgotten here too.
    pub counted: Option<(i32, u32)>,
    /// What is known of them beyond their number.
    pub own: Option<OwnRecipients>,
}

/// What a unit's own accounts say of a year, for comparison with the model.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitAccount {
    /// Index of the unit.
    pub unit: usize,
    /// The year.
    pub year: i32,
    /// Price of an hour of BPA, NOK of the year.
    pub price: Option<f64>,
    /// Refund earned in the year, NOK of the year.
    pub refund: Option<f64>,
}

/// The units' parts of what is known for the whole country only: the rest of the refund scheme (scheme.md S1.7).
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeShare {
    /// By inhabitants aged 0–66 and need.
    pub below: Vec<f64>,
    /// By inhabitants aged 67 and more, and need.
    pub home: Vec<f64>,
    /// By inhabitants aged 80 and more, and need.
    pub institution: Vec<f64>,
    /// Whether the units are the whole country.
    pub whole: bool,
}

impl Unit {
    /// Inhabitants of all ages, where known.
    pub fn inhabitants(&self) -> Option<f64> {
        self.population.map(|p| p.iter().sum())
    }
    /// Weights in the refund scheme: inhabitants aged 0–66, 67 and more, and 80 and more, each times the expenditure-need
    /// index, which counts as 1 where it is missing.
    pub fn scheme_weights(&self) -> Option<[f64; 3]> {
        let [young, adult, middle, old, oldest] = self.population?;
        let need = self.need_index.unwrap_or(1.0);
        Some([young + adult + middle, old + oldest, oldest].map(|inhabitants| inhabitants * need))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100, 200 and 100 persons below 67 with index 1, 1.5 and none: weights 100, 300 and 100.
    #[test]
    fn sv_08_weights_are_population_times_need() {
        let unit = |n: f64, need_index| Unit {
            id: "0301".into(),
            name: "Oslo".into(),
            county: "Oslo".into(),
            zone: 0,
            centrality: None,
            kostra_group: None,
            population: Some([0.0, n, 0.0, 2.0, 4.0]),
            free_income: None,
            need_index,
            recipients: None,
            real_persons: false,
            counted: None,
            own: None,
        };
        let own = [unit(100.0, Some(1.0)), unit(200.0, Some(1.5)), unit(100.0, None)];
        let weights = own.map(|u| u.scheme_weights());
        assert_eq!(weights, [Some([100.0, 6.0, 4.0]), Some([300.0, 9.0, 6.0]), Some([100.0, 6.0, 4.0])]);
    }
}
