//! `backtest.csv`: every year of every series: what was observed, what model and naive trend foresaw, and their scores.

use super::lines::YEAR;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Ahead, Judged};
use crate::error::Result;
use crate::records::csv::table;
use crate::records::record::Record;
use crate::records::tables::BacktestLine;

/// Name of the table.
pub const TABLE: &str = BacktestLine::TABLE;

/// The table.
pub fn csv(found: &Backtests) -> Result<Vec<u8>> {
    let mut lines = Vec::new();
    for series in &found.series {
        let origin = series.ahead.first().map_or(0, |a| a.year);
        for (year, observed) in series.known.iter().filter(|(year, _)| *year < origin) {
            lines.push(line(series, *year, Some(*observed), None));
        }
        for ahead in &series.ahead {
            let known = series.known.iter().find(|(year, _)| *year == ahead.year).map(|(_, x)| *x);
            let after = series.points.iter().find(|p| p.year == ahead.year).map(|p| p.observed);
            lines.push(line(series, ahead.year, known.or(after), Some(ahead)));
        }
    }
    table(lines)
}

fn line(series: &Judged, year: i32, observed: Option<f64>, ahead: Option<&Ahead>) -> BacktestLine {
    let point = series.points.iter().find(|p| p.year == year);
    let quantile = |i: usize| ahead.map(|a| a.model.quantiles[i]);
    BacktestLine {
        series: series.series.clone(),
        unit: series.unit.clone(),
        year,
        period: YEAR.into(),
        known: series.known.iter().any(|(y, _)| *y == year),
        observed,
        mean: ahead.map(|a| a.model.mean),
        p05: quantile(0),
        p10: quantile(1),
        p25: quantile(2),
        p50: quantile(3),
        p75: quantile(4),
        p90: quantile(5),
        p95: quantile(6),
        within_50: point.map(|p| p.holds[0]),
        within_80: point.map(|p| p.holds[1]),
        within_90: point.map(|p| p.holds[2]),
        below: point.map(|p| p.below),
        crps: point.map(|p| p.crps),
        naive_mean: ahead.map(|a| a.naive.mean),
        naive_p05: ahead.map(|a| a.naive.quantiles[0]),
        naive_p95: ahead.map(|a| a.naive.quantiles[6]),
        naive_within_90: point.map(|p| p.naive_holds[2]),
        naive_crps: point.map(|p| p.naive_crps),
    }
}
