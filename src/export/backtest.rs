//! `backtest.csv`: every year of every series: what was observed, what model and naive trend foresaw, and their scores.

use super::csv::Table;
use super::schema::resource;
use crate::analysis::backtest::Backtests;
use crate::analysis::backtest::judge::{Ahead, Judged};

/// Name of the table.
pub const TABLE: &str = "backtest";

/// The table.
pub fn csv(found: &Backtests) -> Vec<u8> {
    let names: Vec<String> =
        resource(TABLE).map_or(Vec::new(), |r| r.fields.into_iter().map(|f| f.name).collect());
    let mut table = Table::new(&names);
    for series in &found.series {
        let origin = series.ahead.first().map_or(0, |a| a.year);
        for (year, observed) in series.known.iter().filter(|(year, _)| *year < origin) {
            row(&mut table, series, *year, Some(*observed), None);
        }
        for ahead in &series.ahead {
            let known = series.known.iter().find(|(year, _)| *year == ahead.year).map(|(_, x)| *x);
            let after = series.points.iter().find(|p| p.year == ahead.year).map(|p| p.observed);
            row(&mut table, series, ahead.year, known.or(after), Some(ahead));
        }
    }
    table.done()
}

fn row(t: &mut Table, series: &Judged, year: i32, observed: Option<f64>, ahead: Option<&Ahead>) {
    let point = series.points.iter().find(|p| p.year == year);
    let known = series.known.iter().any(|(y, _)| *y == year);
    t.text(&series.series).text(&series.unit).text(&year.to_string());
    t.text(if known { "yes" } else { "no" }).maybe(observed);
    t.maybe(ahead.map(|a| a.model.mean));
    for i in 0..crate::analysis::backtest::score::QUANTILES.len() {
        t.maybe(ahead.map(|a| a.model.quantiles[i]));
    }
    for i in 0..3 {
        t.text(point.map_or("", |p| if p.holds[i] { "yes" } else { "no" }));
    }
    t.maybe(point.map(|p| p.below)).maybe(point.map(|p| p.crps));
    t.maybe(ahead.map(|a| a.naive.mean));
    t.maybe(ahead.map(|a| a.naive.quantiles[0])).maybe(ahead.map(|a| a.naive.quantiles[6]));
    t.text(point.map_or("", |p| if p.naive_holds[2] { "yes" } else { "no" }));
    t.maybe(point.map(|p| p.naive_crps)).end();
}
