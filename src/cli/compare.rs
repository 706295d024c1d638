//! `compare`: which assumptions differ between two runs, and what each does to the headlines.

use super::console::{interruptible, print};
use crate::analysis::bridge::Order;
use crate::error::{Problem, Result};
use crate::experiment::{CompareRequest, Monitor, ResultFolder, compare, comparison_files};
use crate::export::folder;
use crate::outcomes::Outcome;
use crate::report::texts::Texts;
use crate::text::{Lang, Text};
use clap::Args;
use std::path::PathBuf;

/// Options of `compare`.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    /// Mappen med resultatene av den første kjøringen
    #[arg(value_name = "MAPPE_A")]
    pub first: PathBuf,
    /// Mappen med resultatene av den andre
    #[arg(value_name = "MAPPE_B")]
    pub second: PathBuf,
    /// Antall trekninger broen regnes på (standard: kjøringenes, høyst 200)
    #[arg(id = "bridge_draws", long = "draws", value_name = "ANTALL")]
    pub draws: Option<usize>,
    /// Gjennomsnitt over alle rekkefølger endringene kan gjøres i, ikke bare den som er listet (høyst 6 endringer)
    #[arg(long)]
    pub shapley: bool,
    /// Størrelsen figuren viser (standard: state_net)
    #[arg(long, value_name = "STØRRELSE")]
    pub of: Option<String>,
    /// Skriv en side med tabeller og figur i denne mappen
    #[arg(id = "page", long = "out", value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// For programmer: JSON i stedet for tekst
    #[arg(long)]
    pub json: bool,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
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
    let outcome = outcome(args)?;
    let comparison = compare(&request, Monitor { stop: interruptible(), ..Monitor::default() })?;
    let texts = Texts::new(lang);
    if let Some(out) = &args.out {
        folder::write(out, false, comparison_files(&comparison, outcome, &texts)?)?;
    }
    match args.json {
        true => print(&format!("{:#}\n", comparison.json())),
        false => print(&comparison.screen(&texts)),
    }
}

fn outcome(args: &CompareArgs) -> Result<Outcome> {
    let Some(id) = &args.of else { return Ok(Outcome::StateNet) };
    Outcome::from_id(id).ok_or_else(|| {
        let what = Text::all("ukjent størrelse", "ukjend storleik", "unknown outcome");
        let names = Outcome::ALL.iter().map(|o| o.id());
        Problem::new(what).key("--of").found(id.clone()).nearest(id, names).into()
    })
}
