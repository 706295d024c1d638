//! `merge`: slices of a run joined to its results, the same bytes as one run makes.

use super::arguments::ResultArgs;
use super::console::{interruptible, print_of_results, tell_all};
use super::results;
use crate::error::Result;
use crate::experiment::{MergeRequest, merge};
use crate::text::Lang;
use clap::Args;
use std::path::PathBuf;

/// Options of `merge`.
#[derive(Args, Clone, Debug)]
pub struct MergeArgs {
    #[arg(required = true)]
    pub folders: Vec<PathBuf>,
    #[arg(long = "scenario", id = "merged_scenario")]
    pub scenario: Option<String>,
    #[command(flatten)]
    pub results: ResultArgs,
    #[arg(long)]
    pub fingerprint: bool,
}

/// Joins the folders and writes the results.
pub fn run(args: &MergeArgs, lang: Lang) -> Result<()> {
    let request = MergeRequest {
        folders: args.folders.clone(),
        scenario: args.scenario.clone(),
        output: args.results.output(args.results.extras(lang)),
        threads: args.results.threads,
    };
    let stop = interruptible(lang);
    let run = merge(&request)?;
    let notes = results::notes(&run, &args.results, lang);
    let folder = run.write(&request.output, stop)?;
    tell_all(&folder.notes, lang);
    results::show(&folder.path, args.results.report.open)?;
    let told = results::told(notes, &folder, !args.results.no_report, None, lang)?;
    print_of_results(&(told + &results::last(&folder, args.fingerprint)), &folder.path)
}
