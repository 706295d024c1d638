//! Result files: tables, `run.json`, report, workbook, and the folder that appears whole or not at
//! all. Writers only; every figure comes from `analysis` and `engine`, and what readers are shown is made by
//! `report` of the tables themselves.

pub mod backtest;
pub mod docx;
pub mod folder;
mod norwegian;
pub mod package;
pub mod posterior;
pub mod studies;
pub mod tables;
pub mod vector;
pub mod workbook;

use crate::analysis::backtest::Backtests;
use crate::analysis::calibration::found::Calibration;
use crate::analysis::full_effect_year;
use crate::analysis::studies::Studies;
use crate::analysis::summary::SummaryRow;
use crate::analysis::validation::Validation;
use crate::engine::results::Results;
use crate::engine::run::Engine;
use crate::error::Result;
use crate::files::list::PACKAGE;
use crate::lines::{curves, manifest, outcomes};
use crate::live;
use crate::records::csv::table;
use crate::records::manifest::Manifest;
use crate::report::budget_lines;
use crate::report::document::{Document, Figure};
use crate::report::run::{NamedFile, Run};
use crate::report::texts::Texts;
use crate::report::{figures::standalone, html, municipality, sections};
use crate::scenario::Scenario;
use crate::text::Lang;

/// The page, in every result folder that has one.
pub const REPORT: &str = "report.html";

/// The report as a document to write in, in result folders where it was asked.
pub const DOCUMENT: &str = "report.docx";

/// What decides the conclusion, in result folders where it was asked.
pub const DECISION: &str = Studies::FILE;

/// What happened held against what was foreseen, in result folders where it was asked.
pub const BACKTEST: &str = Backtests::FILE;
/// How parameters were calibrated, in result folders of runs from a posterior.
pub const CALIBRATION: &str = Calibration::FILE;

/// How the names of tables for Norwegian spreadsheets end.
pub const NORWEGIAN: &str = ".nb.csv";

/// The state budget line by line: a table that is made of the others.
const BUDGET: &str = "budget.csv";

/// What is written beside the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Page, figures and workbook, in this language.
    pub report: Option<Lang>,
    /// Tables for Norwegian spreadsheets too.
    pub norwegian_csv: bool,
    /// The report as a document too.
    pub document: bool,
    /// No engine in the report, whose assumptions can't be turned then.
    pub no_live: bool,
}

impl Extras {
    /// What files of these names are, as far as their names tell: what earlier commands ordered.
    pub fn of_files<'a>(names: impl Iterator<Item = &'a str>) -> Extras {
        let mut extras = Extras::default();
        for name in names {
            extras.norwegian_csv |= name.ends_with(NORWEGIAN);
            extras.document |= name == DOCUMENT;
        }
        extras
    }

    /// These and what was ordered before: what is made again with its tables neither disappears nor grows old.
    pub fn and(self, before: Extras) -> Extras {
        Extras {
            norwegian_csv: self.norwegian_csv || before.norwegian_csv,
            document: self.document || before.document,
            report: self.report.or(before.report),
            ..self
        }
    }
}

/// Whether a file is one that somebody ordered, or had worked out, beside what every run has.
pub fn is_ordered(name: &str) -> bool {
    let named = [DOCUMENT, DECISION, BACKTEST].contains(&name);
    named || name.ends_with(NORWEGIAN) || municipality::is_file(name)
}

/// What `run.json` tells of a run but for the hashes of files, and its tables, name and content. Labels in tables are
/// bokmål whatever the language on screen, so that a run has one result.
pub fn run_tables(
    scenario: &Scenario,
    results: &Results,
    rows: &[SummaryRow],
    validations: &[Validation],
    info: &manifest::RunInfo,
    fingerprint: &str,
) -> Result<(Manifest, Vec<NamedFile>)> {
    let engine = Engine::new(scenario)?;
    let hidden = engine.hidden();
    let mut files = outcomes::all(scenario, results, rows, validations, hidden, Lang::Nb)?;
    let t = full_effect_year(scenario).0;
    files.push(("cost_curve.csv".into(), curves::cost_curve(scenario, &engine, t)?));
    files.push(("convergence.csv".into(), curves::error_by_draws(scenario, results, hidden)?));
    files.push(("distributions.csv".into(), curves::spread(scenario, results, hidden)?));
    files.push(("influence.csv".into(), curves::influences(scenario, results, hidden)?));
    files.push(("observed.csv".into(), curves::observations(scenario, hidden)?));
    if let Some(posterior) = &info.posterior {
        files.push((CALIBRATION.into(), posterior.file()));
    }
    Ok((manifest::manifest(scenario, results, info, hidden, fingerprint), files))
}

/// Tables of a run, with what is made of them, pages of these municipalities among it, and `run.json`.
pub fn with_extras(
    about: &Manifest,
    tables: Vec<NamedFile>,
    extras: Extras,
    pages: &[String],
) -> Result<Vec<NamedFile>> {
    let run = Run::read(&about.with_outputs(&[]), &tables)?;
    let mut files = tables;
    files.retain(|(name, _)| name != BUDGET);
    files.push((BUDGET.into(), table(budget_lines::lines(&run))?));
    let made = derived(about, &run, &files, extras, pages)?;
    files.extend(made);
    let manifest = about.with_outputs(&files);
    files.push((folder::MANIFEST.to_string(), manifest));
    Ok(files)
}

/// Every figure of a document as a file of its own, with the document's stamp.
pub fn drawings(document: &Document) -> Vec<NamedFile> {
    let stamp = document.stamp_line();
    let stamp = if document.own.is_empty() { stamp } else { format!("{stamp} · {}", document.own) };
    let drawn = |figure: &Figure| {
        let svg = standalone::standalone(&figure.svg, &stamp);
        (format!("figures/{}.svg", figure.id), svg.into_bytes())
    };
    document.figures().map(drawn).collect()
}

fn derived(
    about: &Manifest,
    run: &Run,
    tables: &[NamedFile],
    extras: Extras,
    pages: &[String],
) -> Result<Vec<NamedFile>> {
    let mut made = tables::parquet(tables)?;
    if extras.norwegian_csv {
        made.extend(tables::norwegian(tables, &about.models)?);
    }
    if let Some(lang) = extras.report {
        let texts = Texts::new(lang).in_currency(about.scenario.currency.as_deref());
        let document = sections::document(run, &texts)?;
        let turned = if extras.no_live { None } else { live::report::of_run(about, lang)? };
        let page = html::page_with(&document, turned.as_ref(), &texts);
        made.push((REPORT.into(), page.into_bytes()));
        made.push(("results.xlsx".into(), workbook::workbook(run, &document, &texts)?));
        if extras.document {
            made.push((DOCUMENT.into(), docx::document(&document, &texts)?));
        }
        made.extend(drawings(&document));
        for id in pages {
            let page = municipality::document(run, &texts, id, &document)?;
            made.push((municipality::file(id), html::page(&page, &texts).into_bytes()));
        }
    }
    let described: Vec<&NamedFile> = tables.iter().chain(&made).collect();
    made.push((PACKAGE.into(), package::package(about, &described)));
    Ok(made)
}
