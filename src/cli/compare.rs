//! `compare`: which assumptions differ between two runs, and what each does to the headlines.

use super::console::{interruptible, print, print_of_results, shown, tell_all};
use crate::analysis::bridge::Order;
use crate::error::{Problem, Result};
use crate::experiment::{CompareRequest, Monitor, ResultFolder, compare, comparison_files};
use crate::export::folder;
use crate::outcomes::Outcome;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use clap::Args;
use std::path::PathBuf;

/// Options of `compare`.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    pub first: PathBuf,
    pub second: PathBuf,
    #[arg(id = "bridge_draws", long = "draws")]
    pub draws: Option<usize>,
    #[arg(long)]
    pub shapley: bool,
    #[arg(long)]
    pub of: Option<String>,
    #[arg(id = "page", long = "out")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub threads: Option<usize>,
}

/// Compares.
pub fn run(args: &CompareArgs, lang: Lang) -> Result<()> {
    let request = CompareRequest {
        first: ResultFolder::read(&args.first)?,
        second: ResultFolder::read(&args.second)?,
        draws: args.draws,
        order: if args.shapley { Order::Shapley } else { Order::Listed },
        threads: args.threads,
    };
    tell_all(&[request.first.notes.as_slice(), &request.second.notes].concat(), lang);
    let outcome = outcome(args)?;
    if let Some(out) = &args.out {
        tell_all(&folder::ensure_writable(out, &args.force.into())?, lang);
    }
    let comparison = compare(&request, Monitor { stop: interruptible(lang), ..Monitor::default() })?;
    let texts = Texts::new(lang);
    if let Some(out) = &args.out {
        let files = comparison_files(&comparison, outcome, &texts)?;
        tell_all(&folder::write(out, &args.force.into(), &files)?, lang);
    }
    let text = match args.json {
        true => format!("{:#}\n", comparison.json()),
        false => shown(&comparison.document(outcome, &texts), false),
    };
    args.out.as_ref().map_or_else(|| print(&text), |out| print_of_results(&text, out))
}

fn outcome(args: &CompareArgs) -> Result<Outcome> {
    let Some(id) = &args.of else { return Ok(Outcome::StateNet) };
    Outcome::from_id(id).ok_or_else(|| {
        let names = Outcome::ALL.iter().map(|o| o.id());
        Problem::new(say::UNKNOWN_OUTCOME).key("--of").found(id.clone()).nearest(id, names).into()
    })
}
