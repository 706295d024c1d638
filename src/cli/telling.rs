//! How analyses are done and told, whichever they are: on screen, as JSON, or as a folder with a page and the numbers.

use super::print;
use crate::analysis::studies::Studies;
use crate::error::{Error, Result};
use crate::export::{self, folder};
use crate::report::document::Document;
use crate::report::run::NamedFile;
use crate::report::studies::document;
use crate::report::texts::Texts;
use crate::report::{html, plain};
use crate::text::{Lang, Text};
use clap::Args;
use std::path::PathBuf;

/// Options that every analysis has.
#[derive(Args, Clone, Debug)]
pub struct How {
    /// Frø for alle tilfeldige tall (standard: 1)
    #[arg(long, default_value_t = 1, value_name = "TALL")]
    pub seed: u64,
    /// Antall tråder (standard: alle kjerner)
    #[arg(long, value_name = "ANTALL")]
    pub threads: Option<usize>,
    /// Skriv en side med tabeller og figurer, og tallene, i denne mappen
    #[arg(id = "page", long = "out", value_name = "MAPPE")]
    pub out: Option<PathBuf>,
    /// Skriv over et eldre resultat utenfor standardmappen
    #[arg(long)]
    pub force: bool,
    /// For programmer: JSON i stedet for tekst
    #[arg(long)]
    pub json: bool,
    /// Ingen framdrift
    #[arg(long)]
    pub quiet: bool,
}

impl How {
    /// Refuses a folder that could not be written, before anything is simulated.
    pub fn check(&self) -> Result<()> {
        self.out.as_ref().map_or(Ok(()), |out| folder::ensure_writable(out, self.force))
    }

    /// Writes the folder if one is wished, then tells on screen, with long tables or without.
    pub fn tell(&self, studies: &Studies, long: bool, lang: Lang) -> Result<()> {
        let texts = Texts::new(lang);
        if let Some(out) = &self.out {
            let page = ("decides.html", &document(studies, &texts));
            folder::write(out, self.force, page_folder(page, numbers(studies)?, &texts))?;
        }
        match self.json {
            true => print(&json(studies)?),
            false => print(&plain::text(&document(studies, &texts), long)),
        }
    }
}

/// Findings as they are kept.
pub fn json(found: &impl serde::Serialize) -> Result<String> {
    let text = serde_json::to_string_pretty(found).map_err(|e| {
        let doing = Text::all(
            "Analysene kan ikke skrives",
            "Analysane kan ikkje skrivast",
            "The analyses can't be written",
        );
        Error::io(doing, std::io::Error::other(e))
    })?;
    Ok(format!("{text}\n"))
}

/// The numbers of the analyses, as files that belong to a folder of results.
pub fn numbers(studies: &Studies) -> Result<Vec<NamedFile>> {
    Ok(vec![
        (format!("{}.csv", export::studies::TABLE), export::studies::csv(studies)?),
        (export::DECISION.to_string(), json(studies)?.into_bytes()),
    ])
}

/// A page with its figures beside it, the numbers, and the list by which the folder is known.
pub fn page_folder(
    (name, document): (&str, &Document),
    numbers: Vec<NamedFile>,
    texts: &Texts,
) -> Vec<NamedFile> {
    let mut files = numbers;
    files.push((name.to_string(), html::page(document, texts).into_bytes()));
    files.extend(export::drawings(document));
    listed(files)
}

/// Files with the list by which their folder is known.
pub fn listed(mut files: Vec<NamedFile>) -> Vec<NamedFile> {
    let hash = |content: &Vec<u8>| blake3::hash(content).to_hex().as_str().into();
    let outputs: serde_json::Map<String, serde_json::Value> =
        files.iter().map(|(name, content)| (name.clone(), hash(content))).collect();
    let manifest =
        serde_json::json!({ "program": "bpasim", "version": env!("CARGO_PKG_VERSION"), "outputs": outputs });
    files.push((folder::MANIFEST.to_string(), format!("{manifest:#}\n").into_bytes()));
    files
}
