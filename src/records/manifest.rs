//! `run.json`: all that is needed to repeat a run and to know what it was. Everything that may differ between two runs of the
//! same command stands under `time`.

use crate::engine::model_number::refuse_other;
use crate::engine::sampling::Sampling;
use crate::error::Result;
use crate::files::format;
use crate::files::list::{self, FileList};
use crate::scenario::{Change, InputFile, MissingData, embedded};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::path::Path;

/// The name of the file, by which a result folder is known.
pub const FILE: &str = list::FILE;

/// The content of `run.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always "bpasim".
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// The format of the folder.
    #[serde(default = "format::first")]
    pub file_format: u32,
    /// The model's number; 0 in files from before it was kept.
    #[serde(default)]
    pub model_number: u32,
    /// Twelve characters that name the run.
    pub run_id: String,
    /// The command line, program name first.
    pub command: Vec<String>,
    /// The command that gives the same results anywhere, whoever ran this in whatever pieces.
    pub repeat: Vec<String>,
    /// Hash of what was changed in the scenario, and how.
    #[serde(default)]
    pub assumptions: String,
    /// Hash of all that decides the figures of a draw.
    #[serde(default)]
    pub run: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Parameter draws.
    pub draws: usize,
    /// Sets of persons a draw.
    pub replicates: usize,
    /// How parameters were drawn.
    pub sampling: Sampling,
    /// What `--precision` came to.
    pub precision: Option<PrecisionInfo>,
    /// The scenario.
    pub scenario: ScenarioInfo,
    /// Whose kroner fixed kroner are.
    pub price_year: i32,
    /// Year in which the models are compared.
    pub compared_year: ComparedYear,
    /// Whether an unmet hour has a price in some draw.
    pub unmet_is_priced: bool,
    /// Whether small counts are hidden.
    pub small_counts_hidden: bool,
    /// Number of units whose figures are hidden.
    pub hidden_units: usize,
    /// Ids of outcomes that are hidden because they count few persons.
    pub hidden_outcomes: Vec<String>,
    /// What intervals and Monte Carlo errors are.
    pub interval: IntervalInfo,
    /// The models, the zero alternative first.
    pub models: Vec<ModelInfo>,
    /// What differs from the shipped scenario.
    pub changes: Vec<Change>,
    /// Figures that some units lack.
    pub missing_data: Vec<MissingData>,
    /// What the user should know of the input.
    pub warnings: Vec<Text>,
    /// Hash of all results.
    pub fingerprint: String,
    /// Where parameters come from, if they are not drawn from their distributions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posterior: Option<PosteriorInfo>,
    /// What it took.
    pub time: TimeInfo,
    /// Hash of every file, by name, in order.
    #[serde(default)]
    pub outputs: Map<String, Value>,
}

/// How precise a run with `--precision` became.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrecisionInfo {
    /// Largest error wanted, a share.
    pub wanted: f64,
    /// Largest error found; none where there is none.
    pub largest_error: Option<f64>,
    /// Id of the headline that has it.
    pub outcome: Option<String>,
    /// Whether every headline's error is below what was wanted.
    pub converged: bool,
}

/// The scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioInfo {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Text,
    /// First year.
    pub first_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Number of municipalities or districts.
    pub units: usize,
    /// Whether the units are municipalities with inhabitants.
    pub municipalities: bool,
    /// What part of the country they are, and so of national amounts they carry, where they are not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_country: Option<Text>,
    /// Code of the currency that money is in, where it is not kroner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Files read.
    pub inputs: Vec<InputFile>,
}

/// The year in which models are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedYear {
    /// Calendar year.
    pub year: i32,
    /// Whether every model is in full effect then.
    pub full_effect: bool,
}

/// What intervals and Monte Carlo errors are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntervalInfo {
    /// Lower end.
    pub lower_percentile: u32,
    /// Upper end.
    pub upper_percentile: u32,
    /// How percentiles are worked out (Hyndman and Fan's types).
    pub percentile_type: u32,
    /// What an interval tells.
    pub meaning: String,
    /// How Monte Carlo errors are worked out.
    pub mcse: String,
}

/// A model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelInfo {
    /// Id in files.
    pub id: String,
    /// Name in tables.
    pub short: Text,
    /// Whole name.
    pub title: Text,
    /// In a sentence or two.
    pub description: Text,
    /// The model it builds on.
    pub extends: Option<String>,
    /// Every lever as used; one that is drawn names its parameter and the drawn mean.
    pub levers: Map<String, Value>,
    /// Levers that replace these from some year on: the year, and those stated for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Value>,
}

/// The posterior used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PosteriorInfo {
    /// Hash of its file.
    pub blake3: String,
    /// The scenario it was calibrated on.
    pub scenario: String,
    /// Whether the calibration succeeded.
    pub success: bool,
    /// Its parameter vectors.
    pub rows: usize,
    /// Effective draws.
    pub effective_draws: f64,
    /// Ids of the targets.
    pub targets: Vec<String>,
}

/// What a run took.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeInfo {
    /// Wall-clock seconds.
    pub seconds: f64,
    /// Threads used.
    pub threads: usize,
    /// The day it ended, year first; none in files from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
}

impl Manifest {
    /// The same with its run id: hash of what was run, but not of who ran it how, and when.
    pub fn named(self) -> Manifest {
        const APART: [&str; 11] = [
            "program",
            "version",
            "file_format",
            "model_number",
            "run_id",
            "command",
            "repeat",
            "assumptions",
            "run",
            "time",
            "outputs",
        ];
        let mut what = self.fields();
        what.retain(|field, _| !APART.contains(&field.as_str()));
        let hash = blake3::hash(format!("{} {}", self.version, Value::Object(what)).as_bytes());
        Manifest { run_id: hash.to_hex().chars().take(12).collect(), ..self }
    }

    fn fields(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        }
    }

    /// The content of `run.json` for a folder of these files (name, content).
    pub fn with_outputs(&self, files: &[(String, Vec<u8>)]) -> Vec<u8> {
        let outputs = FileList::of(files).outputs;
        list::sealed(&Value::Object(Manifest { outputs, ..self.clone() }.fields()))
    }

    /// The hash of the user's own file of this name that the scenario was read from; none for a shipped scenario.
    pub fn source(&self, name: &str) -> Option<&str> {
        let own = embedded::scenario(name).is_none();
        self.scenario.inputs.iter().rev().find(|file| own && file.name == name).map(|file| file.hash.as_str())
    }

    /// Refuses results in `folder` that another model made. What only shows the tables again may take them all the same.
    pub fn of_this_model(&self, folder: &Path) -> Result<()> {
        refuse_other(folder.join(FILE).display().to_string(), self.model_number)
    }
}
