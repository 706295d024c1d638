//! `backtest`: would the model have foreseen what happened?

use super::print;
use super::progress::Progress;
use super::report::read;
use super::run::{interruptible, pool, threads};
use super::telling::{How, page_folder};
use crate::analysis::backtest::origin::Simulation;
use crate::analysis::backtest::series::{Tables, Which};
use crate::analysis::backtest::{self, Backtests};
use crate::error::{Error, Problem, Result};
use crate::export::{self, BACKTEST, Extras, folder, with_extras};
use crate::report::backtest::document;
use crate::report::plain;
use crate::report::run::NamedFile;
use crate::report::texts::Texts;
use crate::scenario::load;
use crate::scenario::overrides::Options;
use crate::text::{Lang, Text};
use clap::Args;
use std::path::{Path, PathBuf};

/// Draws of each forecast, unless told otherwise.
const DRAWS: usize = 400;
/// Fewest draws with a 5th percentile of their own, and most.
const DRAWS_LIMITS: [usize; 2] = [20, 20_000];

/// A test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Test {
    /// Oslo.
    Oslo,
    /// The country.
    National,
    /// The refund scheme.
    Refund,
}

impl Test {
    fn which(self) -> Which {
        match self {
            Test::Oslo => Which::Oslo,
            Test::National => Which::National,
            Test::Refund => Which::Refund,
        }
    }
}

/// Options of `backtest`.
#[derive(Args, Clone, Debug)]
pub struct BacktestArgs {
    /// Hva som prøves: oslo (brukere og timer 2020–22), national (brukere 2018–24), refund (regnskapet for toppfinansieringen); alle om ingen er nevnt
    #[arg(value_name = "PRØVE")]
    pub tests: Vec<Test>,
    /// Antall trekninger i hver framskriving (standard: 400)
    #[arg(id = "backtest_draws", long = "draws", default_value_t = DRAWS, value_name = "ANTALL")]
    pub draws: usize,
    /// Ta prøven inn i rapporten for en ferdig kjøring, i stedet for i en egen mappe
    #[arg(long, value_name = "MAPPE", conflicts_with_all = ["page", "json"])]
    pub into: Option<PathBuf>,
    /// How it is done and told
    #[command(flatten)]
    pub how: How,
}

/// Runs the tests, writes them, and tells.
pub fn run(args: &BacktestArgs, lang: Lang) -> Result<()> {
    if !(DRAWS_LIMITS[0]..=DRAWS_LIMITS[1]).contains(&args.draws) {
        let what = Text::all("ulovlig antall", "ulovleg tal", "number out of range");
        let allowed = Text::same(format!("{} – {}", DRAWS_LIMITS[0], DRAWS_LIMITS[1]));
        return Err(Problem::new(what).key("--draws").found(args.draws.to_string()).allowed(allowed).into());
    }
    let own = args.how.out.clone().unwrap_or_else(|| folder::default_folder(export::backtest::TABLE));
    match &args.into {
        Some(run) => read(run)?.0.of_this_model(run)?,
        None => folder::ensure_writable(&own, args.how.force)?,
    }
    let found = pool(threads(args.how.threads)?)?.install(|| tested(args, lang))?;
    let texts = Texts::new(lang);
    let place = match &args.into {
        Some(run) => {
            join(run, &found, lang)?;
            run
        }
        None => {
            let page = ("backtest.html", &document(&found, &texts));
            folder::write(&own, args.how.force, page_folder(page, numbers(&found)?, &texts))?;
            &own
        }
    };
    if args.how.json {
        return print(&super::telling::json(&found)?);
    }
    if args.how.quiet {
        return Ok(());
    }
    let where_to = Text::all("Resultatfiler", "Resultatfiler", "Result files");
    let text = plain::text(&document(&found, &texts), false);
    print(&format!("{text}\n{}: {}\n", where_to.get(lang), place.display()))
}

fn tested(args: &BacktestArgs, lang: Lang) -> Result<Backtests> {
    let tests: Vec<Which> = match args.tests.is_empty() {
        true => Which::ALL.to_vec(),
        false => args.tests.iter().map(|test| test.which()).collect(),
    };
    let national = load("national", &Options::default())?;
    let tables = Tables::shipped();
    let expected = backtest::expected(&tables, &tests, args.draws)?;
    let progress = Progress::new(expected, 0, args.how.quiet, lang);
    let done = || progress.one_more();
    let simulation =
        Simulation { seed: args.how.seed, draws: args.draws, stop: interruptible(), done: &done };
    let found = backtest::run(&national, &tables, &tests, &simulation);
    progress.finish();
    found
}

/// The numbers, as files that belong to a folder of results.
fn numbers(found: &Backtests) -> Result<Vec<NamedFile>> {
    Ok(vec![
        (format!("{}.csv", export::backtest::TABLE), export::backtest::csv(found)?),
        (BACKTEST.to_string(), super::telling::json(found)?.into_bytes()),
    ])
}

/// Writes a run's folder anew with the tests among its tables and in its report.
fn join(run: &Path, found: &Backtests, lang: Lang) -> Result<()> {
    let (about, mut tables) = read(run)?;
    let own = numbers(found)?;
    tables.retain(|(name, _)| own.iter().all(|(mine, _)| mine != name));
    tables.extend(own);
    let files = with_extras(&about, tables, Extras { report: Some(lang), norwegian_csv: false })?;
    if interruptible().load(std::sync::atomic::Ordering::Relaxed) {
        return Err(Error::Interrupted { kept: 0 });
    }
    folder::write(run, true, files)
}
