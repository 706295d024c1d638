//! `backtest`: would the model have foreseen what happened?

use super::arguments::AnalysisArgs;
use super::console::{interruptible, print_of_results, shown, tell_all};
use super::progress::Terminal;
use crate::analysis::backtest::series::Which;
use crate::error::Result;
use crate::experiment::backtest::DRAWS;
use crate::experiment::{BacktestRequest, ResultFolder, backtest, backtest_files, backtest_tables, json};
use crate::export::{self, Extras, folder};
use crate::report::backtest::document;
use crate::report::texts::Texts;
use crate::text::{Lang, say};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// A test by its name.
impl ValueEnum for Which {
    fn value_variants<'a>() -> &'a [Which] {
        &Which::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Which::Oslo => "oslo",
            Which::National => "national",
            Which::Refund => "refund",
            Which::Sweden => "sweden",
        }))
    }
}

/// Options of `backtest`.
#[derive(Args, Clone, Debug)]
pub struct BacktestArgs {
    pub tests: Vec<Which>,
    #[arg(id = "backtest_draws", long = "draws", default_value_t = DRAWS)]
    pub draws: usize,
    #[arg(long, conflicts_with_all = ["page", "json"])]
    pub into: Option<PathBuf>,
    #[command(flatten)]
    pub how: AnalysisArgs,
}

/// Runs the tests, writes them, and tells.
pub fn run(args: &BacktestArgs, lang: Lang) -> Result<()> {
    let usual = BacktestRequest::default();
    let request = BacktestRequest {
        tests: if args.tests.is_empty() { usual.tests } else { args.tests.clone() },
        draws: args.draws,
        seed: args.how.seed,
        settings: args.how.settings(),
    };
    request.check()?;
    let own = args.how.folder().path(export::backtest::TABLE);
    match &args.into {
        Some(run) => ResultFolder::read(run)?.about.of_this_model(run)?,
        None => tell_all(&folder::ensure_writable(&own, &args.how.force.into())?, lang),
    }
    let terminal = Terminal::new(args.how.quiet, lang);
    let stop = interruptible(lang);
    let found = backtest(&request, terminal.monitor(stop))?;
    let texts = Texts::new(lang);
    let place = match &args.into {
        Some(run) => {
            let folder = ResultFolder::read(run)?.with(backtest_tables(&found)?);
            tell_all(&folder.write(Extras { report: Some(lang), ..Extras::default() }, stop)?, lang);
            run
        }
        None => {
            tell_all(&folder::write(&own, &args.how.force.into(), &backtest_files(&found, &texts)?)?, lang);
            &own
        }
    };
    if args.how.json {
        return print_of_results(&json(&found)?, place);
    }
    if args.how.quiet {
        return Ok(());
    }
    let where_to = say::LABEL_RESULT_FILES;
    let text = shown(&document(&found, &texts), false);
    print_of_results(&format!("{text}\n{}: {}\n", where_to.get(lang), place.display()), place)
}
