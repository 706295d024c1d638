//! Lines of the result files, as read back.

use crate::text::Lang;
use serde::Deserialize;

/// A line of `summary.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct SummaryLine {
    pub outcome: String,
    pub model: String,
    pub year: String,
    pub basis: String,
    pub statistic_of: String,
    pub mean: f64,
    pub sd: Option<f64>,
    pub mcse: Option<f64>,
    pub p05: Option<f64>,
    pub p25: Option<f64>,
    pub p50: Option<f64>,
    pub p75: Option<f64>,
    pub p95: Option<f64>,
    pub probability_below_zero: Option<f64>,
    pub probability_above_zero: Option<f64>,
}

impl SummaryLine {
    /// The interval from the 5th to the 95th percentile.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.p05.zip(self.p95)
    }
}

/// A line of `ledger.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct LedgerLine {
    pub model: String,
    pub year: i32,
    pub payer: String,
    pub item: String,
    pub view: String,
    pub mean: f64,
    pub standard_error: Option<f64>,
}

/// A line of `parameters.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ParameterLine {
    pub id: String,
    pub label: String,
    pub label_nn: String,
    pub label_en: String,
    pub group: String,
    pub unit: String,
    pub year: Option<i32>,
    pub value: String,
    pub status: String,
    pub source: String,
    pub users_own: String,
    pub drawn_mean: Option<f64>,
    pub drawn_p05: Option<f64>,
    pub drawn_p95: Option<f64>,
    #[serde(default)]
    pub drawn_from: String,
}

/// A line of `validation.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ValidationLine {
    pub target: String,
    pub label: String,
    pub label_nn: String,
    pub label_en: String,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub unit: String,
    pub kind: String,
    pub source: String,
    pub model_mean: Option<f64>,
    pub model_p05: Option<f64>,
    pub model_p95: Option<f64>,
    pub result: String,
}

/// A line of `cost_curve.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct CurveLine {
    pub model: String,
    pub year: i32,
    pub hours_per_week: f64,
    pub bpa_cost: f64,
    pub wage_cost: f64,
    pub state: f64,
    pub municipality: f64,
}

/// A line of `convergence.csv`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct ConvergenceLine {
    pub outcome: String,
    pub model: String,
    pub year: String,
    pub basis: String,
    pub draws: usize,
    pub mean: f64,
    pub mcse: f64,
}

impl ParameterLine {
    /// Name for readers.
    pub fn name(&self, lang: Lang) -> &str {
        of(lang, &self.label, &self.label_nn, &self.label_en)
    }
}

impl ValidationLine {
    /// Name for readers.
    pub fn name(&self, lang: Lang) -> &str {
        of(lang, &self.label, &self.label_nn, &self.label_en)
    }
}

fn of<'a>(lang: Lang, nb: &'a str, nn: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

/// A line of `units.csv`: a unit under a model.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct UnitLine {
    pub id: String,
    pub name: String,
    pub county: String,
    pub population: Option<f64>,
    pub centrality: Option<u8>,
    pub kostra_group: String,
    pub free_income_per_inhabitant: Option<f64>,
    /// Index of the model.
    pub model: usize,
    /// Whether its figures are hidden because they are of few persons.
    pub hidden: bool,
    /// Whether its recipients of the base year are known figures.
    pub observed: bool,
    /// The first year.
    pub first: UnitYear,
    /// The year in which models are compared.
    pub compared: UnitYear,
    /// The last year.
    pub last: UnitYear,
}

/// Figures of a unit in a year; money in fixed kroner a year.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct UnitYear {
    pub year: i32,
    pub recipients: Option<f64>,
    pub recipients_per_10000: Option<f64>,
    pub delivered_hours: Option<f64>,
    pub unmet_hours: Option<f64>,
    pub relatives_hours: Option<f64>,
    pub municipality_net: Option<f64>,
    pub municipality_net_bpa: Option<f64>,
    pub municipality_net_per_inhabitant: Option<f64>,
    pub state_net: Option<f64>,
    pub change: Option<f64>,
    pub change_per_inhabitant: Option<f64>,
    pub change_p05: Option<f64>,
    pub change_p95: Option<f64>,
}

impl UnitLine {
    /// Every line of `units.csv`; an error names what is missing.
    pub fn read(bytes: &[u8], model: &impl Fn(&str) -> Option<usize>) -> Result<Vec<UnitLine>, String> {
        let mut reader = csv::Reader::from_reader(bytes);
        let head = reader.headers().map_err(|e| e.to_string())?.clone();
        let place =
            |name: &str| head.iter().position(|h| h == name).ok_or_else(|| format!("no column {name}"));
        let mut lines = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| e.to_string())?;
            let text = |name: &str| place(name).map(|i| record.get(i).unwrap_or_default());
            let number = |name: &str| text(name).map(|cell| cell.parse::<f64>().ok());
            let year = |kept: &str| -> Result<UnitYear, String> {
                let at = |column: &str| number(&format!("{kept}_{column}"));
                Ok(UnitYear {
                    year: at("year")?.map_or(0, |y| y as i32),
                    recipients: at("recipients")?,
                    recipients_per_10000: at("recipients_per_10000")?,
                    delivered_hours: at("delivered_hours")?,
                    unmet_hours: at("unmet_hours")?,
                    relatives_hours: at("relatives_hours")?,
                    municipality_net: at("municipality_net")?,
                    municipality_net_bpa: at("municipality_net_bpa")?,
                    municipality_net_per_inhabitant: at("municipality_net_per_inhabitant")?,
                    state_net: at("state_net")?,
                    change: at("change")?,
                    change_per_inhabitant: at("change_per_inhabitant")?,
                    change_p05: at("change_p05")?,
                    change_p95: at("change_p95")?,
                })
            };
            lines.push(UnitLine {
                id: text("id")?.to_string(),
                name: text("name")?.to_string(),
                county: text("county")?.to_string(),
                population: number("population")?,
                centrality: number("centrality")?.map(|c| c as u8),
                kostra_group: text("kostra_group")?.to_string(),
                free_income_per_inhabitant: number("free_income_per_inhabitant")?,
                model: model(text("model")?).ok_or("unknown model")?,
                hidden: text("hidden")? == "yes",
                observed: text("observed")? == "yes",
                first: year("first")?,
                compared: year("full_effect")?,
                last: year("last")?,
            });
        }
        Ok(lines)
    }
}
