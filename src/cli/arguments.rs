//! Options that several commands have, and the requests they make.

use crate::engine::sampling::Sampling;
use crate::error::{Problem, Result};
use crate::experiment::{
    AnalysisBase, AnalysisSettings, FolderRequest, OutputRequest, PosteriorRequest, RunRequest,
    ScenarioRequest,
};
use crate::export::{Extras, folder};
use crate::files::names::name_of;
use crate::scenario::alternatives::COMMISSIONED;
use crate::scenario::overrides::Options;
use crate::text::{Lang, say};
use clap::Args;
use std::path::{Path, PathBuf};

/// Which scenario, and what is changed in it.
#[derive(Args, Clone, Debug)]
pub struct ScenarioArgs {
    #[arg(default_value = "national")]
    pub scenario: String,
    #[command(flatten)]
    pub changes: ChangeArgs,
}

impl ScenarioArgs {
    /// The scenario, over so many years or its own.
    pub fn request(&self, years: Option<usize>) -> ScenarioRequest {
        self.changes.request(&self.scenario, years)
    }

    /// The folder of a run, where one stands in the scenario's place.
    pub fn folder(&self) -> Option<&Path> {
        Some(Path::new(&self.scenario)).filter(|path| path.is_dir())
    }

    /// What an analysis is about: the scenario, or a run in a folder, which has a seed of its own.
    pub fn base(&self, seed: u64) -> Result<AnalysisBase> {
        let Some(folder) = self.folder() else { return AnalysisBase::of_scenario(&self.request(None), seed) };
        let ChangeArgs { sets, models, without } = &self.changes;
        if sets.is_empty() && models.is_none() && without.is_none() {
            return AnalysisBase::of_folder(folder);
        }
        Err(Problem::new(say::FINISHED_RUN_IS_FIXED).file(folder.display().to_string()).key("--set").into())
    }
}

/// Changes to a scenario.
#[derive(Args, Clone, Debug)]
pub struct ChangeArgs {
    #[arg(long = "set")]
    pub sets: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub models: Option<Vec<String>>,
    #[arg(long, value_parser = [COMMISSIONED])]
    pub without: Option<String>,
}

impl ChangeArgs {
    /// A scenario with the changes, over so many years or its own.
    pub fn request(&self, source: &str, years: Option<usize>) -> ScenarioRequest {
        let options = Options { sets: self.sets.clone(), models: self.models.clone(), years };
        let without_commissioned = self.without.is_some();
        ScenarioRequest { source: source.to_string(), options, without_commissioned }
    }
}

/// How the draws of a run are made.
#[derive(Args, Clone, Debug)]
pub struct DrawArgs {
    #[arg(long, default_value_t = 1)]
    pub replicates: usize,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long, value_parser = sampling)]
    pub sampling: Option<Sampling>,
    #[arg(long)]
    pub posterior: Option<PathBuf>,
    #[arg(long, requires = "posterior")]
    pub accept_bad_fit: bool,
    #[arg(long)]
    pub years: Option<usize>,
    #[arg(long)]
    pub mechanical: bool,
}

impl DrawArgs {
    /// A run of so many draws.
    pub fn request(&self, scenario: &ScenarioArgs, draws: usize) -> RunRequest {
        let accept_bad_fit = self.accept_bad_fit;
        RunRequest {
            scenario: scenario.request(self.years),
            draws,
            replicates: self.replicates,
            seed: self.seed,
            sampling: self.sampling,
            mechanical: self.mechanical,
            posterior: self.posterior.clone().map(|path| PosteriorRequest { path, accept_bad_fit }),
            ..RunRequest::default()
        }
    }
}

/// `--sampling` as written.
pub fn sampling(text: &str) -> std::result::Result<Sampling, String> {
    match text {
        "random" => Ok(Sampling::Random),
        "sobol" => Ok(Sampling::Sobol),
        other => Err(format!("«{other}»: random, sobol")),
    }
}

/// What is made of a run's tables.
#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_parser = ["nb"])]
    pub csv: Option<String>,
    #[arg(long)]
    pub docx: bool,
    #[arg(long)]
    pub no_live: bool,
}

impl ReportArgs {
    /// What is made, in a language.
    pub fn extras(&self, report: Option<Lang>) -> Extras {
        Extras { report, norwegian_csv: self.csv.is_some(), document: self.docx, no_live: self.no_live }
    }
}

/// Where the results of a run go, and what is told of them.
#[derive(Args, Clone, Debug)]
pub struct ResultArgs {
    #[arg(long)]
    pub threads: Option<usize>,
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long, conflicts_with_all = ["open", "docx"])]
    pub no_report: bool,
    #[command(flatten)]
    pub report: ReportArgs,
    #[arg(long)]
    pub quiet: bool,
}

impl ResultArgs {
    /// What is written beside the tables, in a language.
    pub fn extras(&self, lang: Lang) -> Extras {
        self.report.extras((!self.no_report).then_some(lang))
    }

    /// The folder of the results.
    pub fn folder(&self) -> FolderRequest {
        FolderRequest { path: self.out.clone(), force: self.force }
    }

    /// Where the results go, with these extras.
    pub fn output(&self, extras: Extras) -> OutputRequest {
        OutputRequest { folder: self.folder(), extras, command: published(std::env::args()) }
    }
}

/// Options whose values are no paths, though there may be a slash in them.
const NO_PATHS: [&str; 6] = ["--set", "--models", "--shard", "--of", "--criterion", "--parameter"];

/// The command line as files tell of it: files and folders by name, since where they lie tells whose they are.
fn published(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut value = false;
    let told =
        |word: &str| if word.contains(['/', '\\']) { name_of(word.replace('\\', "/")) } else { word.into() };
    words
        .map(|word| {
            let option = word.split_once('=').map_or(word.as_str(), |(option, _)| option);
            let apart = NO_PATHS.contains(&option);
            let kept = apart || std::mem::take(&mut value);
            value = apart && option == word;
            match word.split_once('=') {
                _ if kept => word,
                Some((option, path)) if option.starts_with('-') => format!("{option}={}", told(path)),
                _ => told(&word),
            }
        })
        .collect()
}

/// Options that every analysis has.
#[derive(Args, Clone, Debug)]
pub struct AnalysisArgs {
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long)]
    pub threads: Option<usize>,
    #[arg(id = "page", long = "out")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(id = "no_progress", long = "quiet")]
    pub quiet: bool,
}

impl AnalysisArgs {
    /// How the analysis is done.
    pub fn settings(&self) -> AnalysisSettings {
        settings(self.threads, self.out.as_deref())
    }

    /// The folder of the page.
    pub fn folder(&self) -> FolderRequest {
        FolderRequest { path: self.out.clone(), force: self.force }
    }
}

/// How analyses are done from the command line: what is simulated is kept while they go on, beside the folder of the page where
/// one is asked for.
pub fn settings(threads: Option<usize>, out: Option<&Path>) -> AnalysisSettings {
    let beside = out.map(|out| out.parent().unwrap_or(Path::new("")).to_path_buf());
    AnalysisSettings { threads, journal: Some(beside.unwrap_or_else(|| folder::DEFAULT.into())) }
}
