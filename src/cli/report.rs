//! `report`: page and workbook of a finished run made again.

use super::arguments::ReportArgs;
use super::console::{interruptible, print_of_results, tell_all};
use super::results;
use crate::error::Result;
use crate::experiment::ResultFolder;
use crate::export::REPORT;
use crate::text::Lang;
use clap::Args;
use std::path::PathBuf;

/// Options of `report`.
#[derive(Args, Clone, Debug)]
pub struct RemakeArgs {
    #[arg(id = "results")]
    pub folder: PathBuf,
    #[arg(long)]
    pub municipality: Option<String>,
    #[command(flatten)]
    pub report: ReportArgs,
}

/// Reads the folder's tables, and writes what is made of them anew. Those of another model too: they are shown, and nothing is
/// simulated or analysed beside them; `run.json` goes on telling which model made them.
pub fn run(args: &RemakeArgs, lang: Lang) -> Result<()> {
    let extras = args.report.extras(Some(lang));
    // To read the tables of many models takes time as well.
    let stop = interruptible(lang);
    let mut folder = ResultFolder::read(&args.folder)?;
    let page = args.municipality.as_ref().map(|wanted| folder.ask_page(wanted)).transpose()?;
    let told = folder.write(extras, stop)?;
    tell_all(&told, lang);
    let mut lines = results::report_line(&args.folder, lang);
    if let Some(page) = &page {
        lines += &results::municipality_line(&args.folder.join(page), lang);
    }
    print_of_results(&lines, &args.folder)?;
    results::show_page(&args.folder, page.as_deref().unwrap_or(REPORT), args.report.open)
}
