//! `report`: page and workbook of a finished run made again; and the options about them that runs have too.

use super::print;
use crate::error::{Error, Problem, Result};
use crate::export::{BACKTEST, CALIBRATION, DECISION, Extras, REPORT, folder, with_extras};
use crate::records::manifest::Manifest;
use crate::report::run::{NamedFile, damaged};
use crate::text::{Lang, Text};
use clap::Args;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is written beside the tables.
#[derive(Args, Clone, Debug, Default)]
pub struct ReportArgs {
    /// Ingen rapport, figurer og arbeidsbok
    #[arg(long)]
    pub no_report: bool,
    /// Åpne rapporten når den er ferdig
    #[arg(long, conflicts_with = "no_report")]
    pub open: bool,
    /// Tabeller for norske regneark også (semikolon, desimalkomma): nb
    #[arg(long, value_name = "SPRÅK", value_parser = ["nb"])]
    pub csv: Option<String>,
}

impl ReportArgs {
    /// As asked, in a language.
    pub fn extras(&self, lang: Lang) -> Extras {
        Extras { report: (!self.no_report).then_some(lang), norwegian_csv: self.csv.is_some() }
    }

    /// Opens the page where that is wished.
    pub fn show(&self, folder: &Path) -> Result<()> {
        if self.open { open(&folder.join(REPORT)) } else { Ok(()) }
    }
}

/// Options of `report`.
#[derive(Args, Clone, Debug)]
pub struct RemakeArgs {
    /// Mappen med resultatene
    #[arg(id = "results", value_name = "MAPPE")]
    pub folder: PathBuf,
    /// Åpne rapporten når den er ferdig
    #[arg(long)]
    pub open: bool,
    /// Tabeller for norske regneark også (semikolon, desimalkomma): nb
    #[arg(long, value_name = "SPRÅK", value_parser = ["nb"])]
    pub csv: Option<String>,
}

/// Reads the folder's tables, and writes what is made of them anew. Those of another model too: they are shown, and nothing is
/// simulated or analysed beside them; `run.json` goes on telling which model made them.
pub fn run(args: &RemakeArgs, lang: Lang) -> Result<()> {
    let (about, tables) = read(&args.folder)?;
    let extras = Extras { report: Some(lang), norwegian_csv: args.csv.is_some() };
    let files = with_extras(&about, tables, extras)?;
    folder::write(&args.folder, true, files)?;
    let page = args.folder.join(REPORT);
    let label = Text::all("Rapport", "Rapport", "Report");
    print(&format!("{}: {}\n", label.get(lang), page.display()))?;
    if args.open { open(&page) } else { Ok(()) }
}

/// `run.json` without the hashes of files, and the tables it names; what is missing or changed is refused by name.
pub fn read(folder: &Path) -> Result<(Manifest, Vec<NamedFile>)> {
    let manifest = folder.join(folder::MANIFEST);
    let foreign = || {
        Error::from(
            Problem::new(Text::all(
                "er ikke en mappe med resultater fra bpasim",
                "er ikkje ei mappe med resultat frå bpasim",
                "is no folder of results from bpasim",
            ))
            .file(folder.display().to_string())
            .allowed(Text::all(
                "mappen som run skrev, for eksempel output/national",
                "mappa som run skreiv, til dømes output/national",
                "the folder that run wrote, such as output/national",
            )),
        )
    };
    let bytes = fs::read(&manifest).map_err(|_| foreign())?;
    let about: Value = serde_json::from_slice(&bytes).map_err(|_| foreign())?;
    if about["program"] != "bpasim" || !about["outputs"].is_object() {
        return Err(foreign());
    }
    let named = manifest.display().to_string();
    let mut about: Manifest = serde_json::from_value(about).map_err(|e| damaged(&named, &e))?;
    let outputs = std::mem::take(&mut about.outputs);
    let mut tables = Vec::new();
    let told = |name: &str| {
        (name.ends_with(".csv") && !name.ends_with(".nb.csv"))
            || [DECISION, BACKTEST, CALIBRATION].contains(&name)
    };
    for (name, hash) in outputs.iter().filter(|(name, _)| told(name)) {
        let path = folder.join(name);
        let named = path.display().to_string();
        let content = fs::read(&path).map_err(|e| damaged(&named, &e))?;
        if Some(blake3::hash(&content).to_hex().as_str()) != hash.as_str() {
            let what = Text::all(
                "er endret etter kjøringen, og brukes ikke",
                "er endra etter køyringa, og blir ikkje brukt",
                "was changed after the run, and is not used",
            );
            return Err(Problem::new(what).file(named).into());
        }
        tables.push((name.clone(), content));
    }
    Ok((about, tables))
}

/// Opens a page in the user's browser.
fn open(page: &Path) -> Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let started = Command::new(program).arg(page).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map(drop).map_err(|e| {
        let at = page.display();
        let doing = Text::all(
            format!("Rapporten er skrevet, men kan ikke åpnes: {at} ({program})"),
            format!("Rapporten er skriven, men kan ikkje opnast: {at} ({program})"),
            format!("The report is written but can't be opened: {at} ({program})"),
        );
        Error::io(doing, e)
    })
}
