//! `scenarios`: what can be run, and other structures side by side with a scenario.

use super::arguments::{AnalysisArgs, ScenarioArgs};
use super::console::{interruptible, print};
use super::progress::Terminal;
use super::studies;
use crate::error::Result;
use crate::experiment::alternatives::DRAWS;
use crate::experiment::{AlternativesRequest, alternatives};
use crate::report::layout::paragraph;
use crate::scenario::alternatives::{Alternative, read, with};
use crate::scenario::overrides::Options;
use crate::scenario::{embedded, load};
use crate::text::{Lang, Text};
use clap::Args;

/// Options of `scenarios`.
#[derive(Args, Clone, Debug)]
pub struct ScenariosArgs {
    /// Which scenario
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    /// Kjør scenarioet under alle alternative strukturer, side om side
    #[arg(long)]
    pub grid: bool,
    /// Egen liste av alternativer (TOML), i stedet for den innebygde
    #[arg(long, value_name = "FIL")]
    pub alternatives: Option<String>,
    /// Antall trekninger for hvert alternativ (standard: 200)
    #[arg(id = "grid_draws", long = "draws", default_value_t = DRAWS, value_name = "ANTALL")]
    pub draws: usize,
    /// How it is done and told
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
    studies::check(&args.how)?;
    let terminal = Terminal::new(args.how.quiet, lang);
    let found = alternatives(&base, &request, terminal.monitor(interruptible()))?;
    studies::tell(&found, &args.how, false, lang)
}

/// The shipped scenarios, and the alternatives.
fn listed(list: &[Alternative], lang: Lang) -> Result<String> {
    let mut out = format!("{}\n", Text::all("Scenarioer", "Scenario", "Scenarios").get(lang));
    for name in embedded::SCENARIOS {
        let scenario = load(name, &Options::default())?;
        out += &paragraph(&format!("  {name}: {}", scenario.title.get(lang)), 4);
    }
    let heading = Text::all(
        "Alternative strukturer (--grid kjører dem side om side)",
        "Alternative strukturar (--grid køyrer dei side om side)",
        "Alternative structures (--grid runs them side by side)",
    );
    out += &format!("\n{}\n", heading.get(lang));
    for a in list {
        out += &paragraph(&format!("  {}: {}", a.id, a.title.get(lang)), 4);
        for set in &a.set {
            out += &format!("      --set {set}\n");
        }
    }
    Ok(out)
}
