//! All parameters in a straight line.

use super::{SHOWN, Told};
use crate::analysis::sensitivity::regression::{GOOD_FIT, Regression};
use crate::report::document::{Block, Cell, Row};
use crate::report::number::{number, percent, placed};

const TABLES: [&str; 6] =
    ["regression-1", "regression-2", "regression-3", "regression-4", "regression-5", "regression-6"];

pub(super) fn blocks(told: &Told<'_>, found: &Regression, (name, n): (&str, usize)) -> Vec<Block> {
    let t = told.t;
    let cell = |x: f64| Cell::Number { value: x, shown: placed(x, 0, -2, t.lang) };
    let rows = found
        .coefficients
        .iter()
        .take(SHOWN)
        .map(|c| {
            let cells = vec![cell(c.standardised), cell(c.error), cell(c.rank), cell(c.partial_rank)];
            Row::new(told.parameter(&c.parameter), cells).about(c.parameter.clone())
        })
        .collect();
    let columns =
        ["column-assumption", "regression-value", "study-error", "regression-rank", "regression-partial"];
    let mut table = told.table(
        TABLES[n],
        t.with("regression-title", &[("figure", name)]),
        columns.map(|id| t.get(id)).to_vec(),
        rows,
    );
    table.sheet = t.with("regression-sheet", &[("number", &(n + 1).to_string())]);
    table.long = true;
    let parts = [
        ("draws", number(found.draws as f64, 0, t.lang)),
        ("r2", percent(found.r2, 0, t.lang)),
        ("ranks", percent(found.rank_r2, 0, t.lang)),
    ];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut blocks = vec![Block::Text(t.with("regression-what", &parts))];
    if found.r2.max(found.rank_r2) < GOOD_FIT {
        blocks.push(Block::Text(t.get("regression-bad")));
    }
    blocks.push(Block::Table(table));
    blocks
}
