//! A finished run as its own files tell it. Report, workbook and comparison are made from these and from
//! nothing else, so that every number they show stands in a file, and so that they can be made again.

use super::lines::{
    ConvergenceLine, CurveLine, LedgerLine, ParameterLine, SummaryLine, UnitLine, ValidationLine,
};
use super::{backtest, calibration, studies};
use crate::analysis::backtest::Backtests;
use crate::analysis::calibration::found::Calibration;
use crate::analysis::studies::Studies;
use crate::analysis::summary::Basis;
use crate::error::{Error, Problem, Result};
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::text::Text;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What `run.json` says, as far as readers are told.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// Twelve characters that name the run.
    pub run_id: String,
    /// Version of the program.
    pub version: String,
    /// The command line.
    pub command: Vec<String>,
    /// The command that gives the same results anywhere.
    pub repeat: Vec<String>,
    /// Seed.
    pub seed: u64,
    /// Draws.
    pub draws: usize,
    /// Sets of persons a draw.
    pub replicates: usize,
    /// The scenario.
    pub scenario: ScenarioInfo,
    /// Whose kroner fixed kroner are.
    pub price_year: i32,
    /// Year in which the models are compared.
    pub compared_year: ComparedYear,
    /// The models, the zero alternative first.
    pub models: Vec<ModelInfo>,
    /// What differs from the shipped scenario.
    pub changes: Vec<ChangeInfo>,
    /// What the user should know of the input.
    pub warnings: Vec<Names>,
    /// Whether an unmet hour has a price in some draw.
    pub unmet_is_priced: bool,
    /// Whether small counts are hidden.
    pub small_counts_hidden: bool,
    /// Outcomes that are hidden because they count few persons.
    pub hidden_outcomes: Vec<String>,
    /// Where parameters come from, if they are not drawn from their distributions.
    #[serde(default)]
    pub posterior: Option<PosteriorInfo>,
    /// Hash of all results.
    pub fingerprint: String,
    /// Hash of every file, by name.
    #[serde(default)]
    pub outputs: BTreeMap<String, String>,
}

/// The posterior used, in `run.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct PosteriorInfo {
    /// Whether the calibration succeeded.
    pub success: bool,
}

/// A text of `run.json`.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Names {
    pub nb: String,
    pub nn: String,
    pub en: String,
}

impl Names {
    /// As a [`Text`].
    pub fn text(&self) -> Text {
        Text::all(&self.nb, &self.nn, &self.en)
    }
}

/// The scenario, in `run.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct ScenarioInfo {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Names,
    /// First year.
    pub first_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Number of municipalities or districts.
    pub units: usize,
    /// Whether the units are municipalities with inhabitants.
    pub municipalities: bool,
    /// Files read.
    pub inputs: Vec<InputInfo>,
}

/// A file read, in `run.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct InputInfo {
    /// Its name.
    pub name: String,
    /// Its hash.
    pub blake3: String,
}

/// The year in which models are compared.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ComparedYear {
    /// Calendar year.
    pub year: i32,
    /// Whether every model is in full effect then.
    pub full_effect: bool,
}

/// A model, in `run.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct ModelInfo {
    /// Id in files.
    pub id: String,
    /// Name in tables.
    pub short: Names,
    /// Whole name.
    pub title: Names,
    /// In a sentence or two.
    pub description: Names,
    /// Every lever as used.
    pub levers: Map<String, Value>,
}

/// Something that differs from the shipped scenario.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ChangeInfo {
    /// Parameter or lever.
    pub key: String,
    /// Shipped value.
    pub from: String,
    /// Value used.
    pub to: String,
}

/// Key of a line of `summary.csv`: outcome, model, other model, basis, year (none: total).
type Key = (Outcome, usize, Option<usize>, Basis, Option<i32>);
/// Key of a line of `ledger.csv`: model, year, payer, item, whether it is the cash view.
type Account = (usize, i32, Payer, Item, bool);

/// A run.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it was.
    pub about: Manifest,
    summary: BTreeMap<Key, SummaryLine>,
    ledger: BTreeMap<Account, LedgerLine>,
    /// Refunds earned but not paid at the end, by model, kroner.
    pub closing_claims: Vec<f64>,
    /// Municipalities or districts, a line a unit and model.
    pub units: Vec<UnitLine>,
    /// Parameters.
    pub parameters: Vec<ParameterLine>,
    /// Known figures and the model's.
    pub validation: Vec<ValidationLine>,
    /// Cost of one person by hours, and who pays.
    pub cost_curve: Vec<CurveLine>,
    /// Monte Carlo error of the headlines by draws.
    pub convergence: Vec<ConvergenceLine>,
    /// What decides the conclusion, where that was asked.
    pub studies: Option<Studies>,
    /// What happened held against what was foreseen, where that was asked.
    pub backtests: Option<Backtests>,
    /// How parameters were calibrated, where they come from a posterior.
    pub calibration: Option<Calibration>,
}

/// Name and content of a file.
pub type NamedFile = (String, Vec<u8>);

/// The files a [`Run`] is read from, beside `run.json`.
pub const TABLES: [&str; 7] = [
    "summary.csv",
    "ledger.csv",
    "units.csv",
    "parameters.csv",
    "validation.csv",
    "cost_curve.csv",
    "convergence.csv",
];

impl Run {
    /// Reads a run from the content of `run.json` and of its tables.
    pub fn read(manifest: &[u8], files: &[NamedFile]) -> Result<Run> {
        let about: Manifest = serde_json::from_slice(manifest).map_err(|e| damaged("run.json", &e))?;
        let file = |name: &str| -> Result<&[u8]> {
            let found = files.iter().find(|(n, _)| n == name);
            found.map(|(_, content)| content.as_slice()).ok_or_else(|| damaged(name, &""))
        };
        let model = |id: &str| about.models.iter().position(|m| m.id == id);
        let mut summary = BTreeMap::new();
        for line in lines::<SummaryLine>("summary.csv", file("summary.csv")?)? {
            let other = line.statistic_of.strip_prefix("difference_to_");
            let (Some(outcome), Some(own), Some(basis)) =
                (Outcome::from_id(&line.outcome), model(&line.model), Basis::from_id(&line.basis))
            else {
                return Err(damaged("summary.csv", &format!("{} {}", line.outcome, line.model)));
            };
            summary.insert((outcome, own, other.and_then(model), basis, line.year.parse().ok()), line);
        }
        let (mut ledger, mut closing_claims) = (BTreeMap::new(), vec![0.0; about.models.len()]);
        for line in lines::<LedgerLine>("ledger.csv", file("ledger.csv")?)? {
            let payer = Payer::ALL.into_iter().find(|p| p.id() == line.payer);
            let item = Item::ALL.into_iter().find(|i| i.id() == line.item);
            let (Some(own), Some(payer), Some(item)) = (model(&line.model), payer, item) else {
                return Err(damaged("ledger.csv", &format!("{} {}", line.payer, line.item)));
            };
            match line.view.as_str() {
                "closing_claim" => closing_claims[own] = line.mean,
                view => {
                    ledger.insert((own, line.year, payer, item, view == "cash"), line);
                }
            }
        }
        let units = UnitLine::read(file("units.csv")?, &model).map_err(|e| damaged("units.csv", &e))?;
        let parameters = lines("parameters.csv", file("parameters.csv")?)?;
        let validation = lines("validation.csv", file("validation.csv")?)?;
        let cost_curve = lines("cost_curve.csv", file("cost_curve.csv")?)?;
        let convergence = lines("convergence.csv", file("convergence.csv")?)?;
        let studies = file(studies::FILE).ok().map(serde_json::from_slice).transpose();
        let studies = studies.map_err(|e| damaged(studies::FILE, &e))?;
        let backtests = file(backtest::FILE).ok().map(serde_json::from_slice).transpose();
        let backtests = backtests.map_err(|e| damaged(backtest::FILE, &e))?;
        let calibration = file(calibration::FILE).ok().map(serde_json::from_slice).transpose();
        let calibration = calibration.map_err(|e| damaged(calibration::FILE, &e))?;
        Ok(Run {
            about,
            summary,
            ledger,
            closing_claims,
            units,
            parameters,
            validation,
            cost_curve,
            convergence,
            studies,
            backtests,
            calibration,
        })
    }

    /// Whether an outcome is hidden because it counts few persons.
    pub fn hidden(&self, outcome: Outcome) -> bool {
        self.about.hidden_outcomes.iter().any(|id| id == outcome.id())
    }

    /// Number of models.
    pub fn models(&self) -> usize {
        self.about.models.len()
    }

    /// First to last year.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.about.scenario.first_year..=self.about.scenario.last_year
    }

    /// The year in which models are compared.
    pub fn year(&self) -> i32 {
        self.about.compared_year.year
    }

    /// A line of `summary.csv`; `year` none is the whole period.
    pub fn figure(
        &self,
        outcome: Outcome,
        model: usize,
        basis: Basis,
        year: Option<i32>,
    ) -> Option<&SummaryLine> {
        self.summary.get(&(outcome, model, None, basis, year))
    }

    /// The difference between a model and an earlier one.
    pub fn difference(
        &self,
        outcome: Outcome,
        (model, earlier): (usize, usize),
        basis: Basis,
        year: Option<i32>,
    ) -> Option<&SummaryLine> {
        self.summary.get(&(outcome, model, Some(earlier), basis, year))
    }

    /// Mean of a ledger account in a year, nominal kroner; 0 where nobody ever pays it.
    pub fn account(&self, model: usize, year: i32, payer: Payer, item: Item, cash: bool) -> f64 {
        self.ledger.get(&(model, year, payer, item, cash)).map_or(0.0, |line| line.mean)
    }

    /// Accounts with an amount in some model and year, in order.
    pub fn accounts(&self) -> Vec<(Payer, Item)> {
        let used = self.ledger.iter().filter(|(_, line)| line.mean != 0.0);
        let mut list: Vec<(Payer, Item)> = used.map(|((_, _, payer, item, _), _)| (*payer, *item)).collect();
        list.sort();
        list.dedup();
        list
    }

    /// From nominal to fixed kroner in a year: the ratio of two figures of the same outcome.
    pub fn to_fixed(&self, year: i32) -> f64 {
        let of = |basis| self.figure(Outcome::SocietyCost, 0, basis, Some(year)).map(|line| line.mean);
        match (of(Basis::Fixed), of(Basis::Nominal)) {
            (Some(fixed), Some(nominal)) if nominal != 0.0 => fixed / nominal,
            _ => 1.0,
        }
    }
}

fn lines<T: for<'de> Deserialize<'de>>(name: &str, bytes: &[u8]) -> Result<Vec<T>> {
    csv::Reader::from_reader(bytes)
        .into_deserialize()
        .collect::<std::result::Result<_, _>>()
        .map_err(|e| damaged(name, &e))
}

/// A file of the run that cannot be read.
pub fn damaged(name: &str, why: &dyn std::fmt::Display) -> Error {
    Problem::new(Text::all(
        "mangler eller er skadet; kjør på nytt",
        "manglar eller er skadd; køyr på nytt",
        "is missing or damaged; run again",
    ))
    .file(name)
    .found(why.to_string())
    .into()
}
