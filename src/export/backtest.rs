//! `backtest.csv`: every forecast of an observed year: what was observed, what each forecaster foresaw, and its score.

use super::lines::YEAR;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Forecast, Judged};
use crate::analysis::backtest::series::Vintage;
use crate::error::Result;
use crate::records::csv::table;
use crate::records::record::Record;
use crate::records::tables::BacktestLine;

/// Name of the table.
pub const TABLE: &str = BacktestLine::TABLE;

/// The table.
pub fn csv(found: &Backtests) -> Result<Vec<u8>> {
    let of = |s: &'_ Judged| s.forecasts.iter().map(|f| line(s, f)).collect::<Vec<_>>();
    table(found.series.iter().flat_map(of).collect::<Vec<_>>())
}

fn line(series: &Judged, f: &Forecast) -> BacktestLine {
    let [p5, p25, p50, p75, p95] = f.predicted.quantiles;
    BacktestLine {
        series: series.series.clone(),
        vintage: series.vintage.map_or("", Vintage::id).into(),
        origin: f.origin,
        year: f.year,
        horizon: f.horizon(),
        forecaster: f.forecaster.id().into(),
        observed: f.observed,
        mean: f.predicted.mean,
        p5,
        p25,
        p50,
        p75,
        p95,
        crps: 100.0 * f.crps,
        won_linear: f.won[0],
        won_exponential: f.won[1],
        unit: series.unit.clone(),
        period: YEAR.into(),
    }
}
