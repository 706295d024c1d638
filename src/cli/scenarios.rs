//! `scenarios`: what can be run, and other structures side by side with a scenario.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::{interruptible, print, width};
use super::progress::Terminal;
use super::studies;
use crate::error::Result;
use crate::experiment::{AlternativesRequest, alternatives};
use crate::report::layout::paragraph_within;
use crate::scenario::alternatives::{Alternative, read, with};
use crate::scenario::overrides::Options;
use crate::scenario::{embedded, load};
use crate::text::{Lang, say};
use clap::Args;

/// Options of `scenarios`.
#[derive(Args, Clone, Debug)]
pub struct ScenariosArgs {
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(long)]
    pub grid: bool,
    #[arg(long)]
    pub alternatives: Option<String>,
    #[arg(id = "grid_draws", long = "draws")]
    pub draws: Option<usize>,
    #[command(flatten)]
    pub how: AnalysisArgs,
}

/// Lists, or runs the grid and tells.
pub fn run(args: &ScenariosArgs, lang: Lang) -> Result<()> {
    let base = args.scenario.base(args.how.seed)?;
    let list = read(args.alternatives.as_deref(), &base.scenario)?;
    let request = AlternativesRequest { list, draws: args.draws, settings: args.how.settings() };
    request.check_draws()?;
    if !args.grid {
        return print(&listed(&request.list, lang)?);
    }
    if args.alternatives.is_some() {
        // Mistakes in a list of one's own are told.
        for own in &request.list {
            with(&base.name, &base.options, own)?;
        }
    }
    request.check(&base)?;
    studies::check(&args.how, lang)?;
    let terminal = Terminal::new(args.how.quiet, lang);
    let found = alternatives(&base, &request, terminal.monitor(interruptible(lang)))?;
    studies::tell(&found, &args.how, false, lang)
}

/// The shipped scenarios, and the alternatives.
fn listed(list: &[Alternative], lang: Lang) -> Result<String> {
    let mut out = format!("{}\n", say::LABEL_SCENARIOS.get(lang));
    for name in embedded::SCENARIOS {
        let scenario = load(name, &Options::default())?;
        out += &paragraph_within(&format!("  {name}: {}", scenario.title.get(lang)), 4, width());
    }
    let heading = say::LABEL_ALTERNATIVES;
    out += &format!("\n{}\n", heading.get(lang));
    for a in list {
        out += &paragraph_within(&format!("  {}: {}", a.id, a.title.get(lang)), 4, width());
        for set in &a.set {
            out += &format!("      --set {set}\n");
        }
    }
    Ok(out)
}
