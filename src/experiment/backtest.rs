//! Would the model have foreseen what happened?

use super::limits::Limits;
use super::monitor::Monitor;
use super::request::{AnalysisSettings, threads, with_threads};
use crate::analysis::backtest::origin::Simulation;
use crate::analysis::backtest::series::{Data, Which};
use crate::analysis::backtest::sweden::SCENARIO;
use crate::analysis::backtest::{self, Backtests};
use crate::error::Result;
use crate::scenario::load;
use crate::scenario::overrides::Options;

/// Draws of each forecast, unless told otherwise.
pub const DRAWS: usize = 512;

/// Which tests are made.
#[derive(Clone, Debug, PartialEq)]
pub struct BacktestRequest {
    /// The tests.
    pub tests: Vec<Which>,
    /// Draws of each forecast.
    pub draws: usize,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How it is done; a backtest keeps no journal.
    pub settings: AnalysisSettings,
}

impl Default for BacktestRequest {
    fn default() -> Self {
        let settings = AnalysisSettings::default();
        BacktestRequest { tests: Which::ALL.to_vec(), draws: DRAWS, seed: 1, settings }
    }
}

impl BacktestRequest {
    /// Refuses what can't be done, before anything is simulated.
    pub fn check(&self) -> Result<()> {
        Limits::forecast().ensure("--draws", self.draws)
    }
}

/// Makes the tests.
pub fn backtest(request: &BacktestRequest, monitor: Monitor<'_>) -> Result<Backtests> {
    request.check()?;
    let BacktestRequest { tests, draws, seed, settings } = request;
    with_threads(threads(settings.threads)?, || {
        let national = load("national", &Options::default())?;
        let outside = load(SCENARIO, &Options::default())?;
        let data = Data::shipped(&national)?;
        monitor.progress.start(backtest::expected(&national, tests, *draws)?, 0);
        let done = || monitor.progress.advance();
        let simulation = Simulation { seed: *seed, draws: *draws, stop: monitor.stop, done: &done };
        let found = backtest::run([&national, &outside], &data, tests, &simulation);
        monitor.progress.finish();
        found
    })
}
