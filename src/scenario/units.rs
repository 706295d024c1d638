//! Units: municipalities, or the districts of Oslo.

use super::choice::choices;

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

/// Age classes of placement and inflow: 0–17, 18–49, 50–66, 67–79, 80+.
pub const AGE_CLASSES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];

/// First age of each class of [`AGE_CLASSES`].
pub const CLASS_FROM: [u32; 5] = [0, 18, 50, 67, 80];

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
}

impl Unit {
    /// Inhabitants of all ages, where known.
    pub fn inhabitants(&self) -> Option<f64> {
        self.population.map(|p| p.iter().sum())
    }
}
