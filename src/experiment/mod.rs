//! What the program does, as functions of values: run a scenario, decide, find what matters, calibrate, test against the past,
//! compare. The command line is one user of this module; a web page, a package for another language and a test are others.
//!
//! A request says what is asked ([`RunRequest`], [`DecideRequest`], …), a [`Monitor`] who is told of the progress and may
//! stop it, and the result is a value. Nothing here prints, ends the program or knows a terminal. What touches the disk says
//! so in its request: a [`StoredRunRequest`] keeps its draws there, a [`ResultFolder`] is written by name, and analyses keep
//! a journal where [`AnalysisSettings`] name a folder for it. Mistakes are told by the names that the command line gives to
//! the values (`--draws`).
//!
//! A run in memory, its report, and what decides it:
//!
//! ```no_run
//! use bpasim::experiment::{AnalysisBase, DecideRequest, OutputRequest, decide, study_tables};
//! use bpasim::{Lang, Monitor, RunRequest, run};
//!
//! let run = run(&RunRequest::of("oslo"), Monitor::default())?;
//! let folder = run.result_folder(&OutputRequest::default())?;
//! let found = decide(&AnalysisBase::of_run(run), &DecideRequest::default(), Monitor::default())?;
//! let mut extras = bpasim::export::Extras::default();
//! extras.report = Some(Lang::Nb);
//! for (name, content) in folder.with(study_tables(&found)?).files(extras)? {
//!     println!("{name}: {} bytes", content.len());
//! }
//! # Ok::<(), bpasim::Error>(())
//! ```

pub mod alternatives;
mod answers;
pub mod backtest;
mod base;
pub mod calibrate;
mod compare;
mod cost;
pub mod decide;
mod finished;
mod limits;
mod memory;
mod merge;
mod monitor;
mod origin;
mod output;
mod own_file;
mod pages;
mod posterior;
mod precision;
mod request;
pub mod run;
pub mod run_request;
pub mod sensitivity;
mod simulator;
mod stages;
mod stored;
mod trace;
pub mod verify;

pub use alternatives::{AlternativesRequest, alternatives};
pub use backtest::{BacktestRequest, backtest};
pub use base::AnalysisBase;
pub use calibrate::{CalibrateRequest, calibrate};
pub use compare::{CompareRequest, compare};
pub use decide::{DecideRequest, decide};
pub use finished::finished_run;
pub use limits::Limits;
pub use memory::{MemoryNeed, MemoryUse};
pub use merge::{MergeRequest, merge};
pub use monitor::{Cost, Costly, Event, Monitor, PrecisionSoFar, Progress};
pub use output::{OutputRequest, ResultFolder};
pub use pages::{
    backtest_files, backtest_tables, calibration_files, comparison_files, json, study_files, study_tables,
};
pub use posterior::PosteriorRequest;
pub use request::{AnalysisSettings, FolderRequest, ScenarioRequest, at_least_one, draws_may_be_kept};
pub use run::{CompletedRun, RunSetup, run};
pub use run_request::RunRequest;
pub use sensitivity::{Method, SensitivityRequest, sensitivity};
pub use stored::{KeptDraws, ShardRequest, StoredRun, StoredRunRequest, place_of, run_shard, run_stored};
pub use trace::{PersonSelector, TraceRequest, trace};
