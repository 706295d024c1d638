//! `backtest.csv`: every forecast of an observed year: what was observed, what each forecaster foresaw, and its score.

use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Forecast, Judged};
use crate::analysis::backtest::series::Vintage;
use crate::error::Result;
use crate::lines::YEAR;
use crate::records::csv::table;
use crate::records::record::Record;
use crate::records::tables::BacktestLine;

/// Name of the table.
pub const TABLE: &str = BacktestLine::TABLE;

/// The table.
pub fn csv(found: &Backtests) -> Result<Vec<u8>> {
    let of = |s: &'_ Judged| {
        let vintage = s.vintage.map_or("", Vintage::id);
        s.forecasts.iter().map(|f| line((&s.series, vintage, &s.unit), f)).collect::<Vec<_>>()
    };
    let outside = found.sweden.iter().flat_map(|outside| &outside.series).flat_map(|s| {
        let (id, unit) = (s.quantity.id(), s.quantity.unit());
        s.forecasts.iter().map(move |f| line((id, "", unit), f))
    });
    table(found.series.iter().flat_map(of).chain(outside).collect::<Vec<_>>())
}

fn line((series, vintage, unit): (&str, &str, &str), f: &Forecast) -> BacktestLine {
    let [p5, p25, p50, p75, p95] = f.predicted.quantiles;
    BacktestLine {
        series: series.into(),
        vintage: vintage.into(),
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
        unit: unit.into(),
        period: YEAR.into(),
    }
}
