//! Units: municipalities, or the districts of Oslo.

/// Age classes of placement and inflow: 0–17, 18–49, 50–66, 67–79, 80+.
pub const AGE_CLASSES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];

/// First age of each class of [`AGE_CLASSES`].
pub const CLASS_FROM: [u32; 5] = [0, 18, 50, 67, 80];

/// Zones of the employer's contribution, in the order of `employer_tax`.
pub const ZONES: [&str; 7] = ["1", "1a", "2", "3", "4", "4a", "5"];

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
