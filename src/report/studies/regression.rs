//! All parameters in a straight line.

use super::{SHOWN, StudiesPresenter};
use crate::analysis::sensitivity::regression::{GOOD_FIT, Regression};
use crate::report::document::{Block, Cell, Row};
use crate::text::number::{number, percent, placed};
use crate::text::say;

const TABLES: [&str; 6] =
    ["regression-1", "regression-2", "regression-3", "regression-4", "regression-5", "regression-6"];

pub(super) fn blocks(
    presenter: &StudiesPresenter<'_>,
    found: &Regression,
    (name, n): (&str, usize),
) -> Vec<Block> {
    let t = presenter.t;
    let cell = |x: f64| Cell::Number { value: x, shown: placed(x, 0, -2, t.lang) };
    let rows = found
        .coefficients
        .iter()
        .take(SHOWN)
        .map(|c| {
            let cells = vec![cell(c.standardised), cell(c.error), cell(c.rank), cell(c.partial_rank)];
            Row::new(presenter.parameter(&c.parameter), cells).about(c.parameter.clone())
        })
        .collect();
    let columns = [
        say::COLUMN_ASSUMPTION,
        say::REGRESSION_VALUE,
        say::STUDY_ERROR,
        say::REGRESSION_RANK,
        say::REGRESSION_PARTIAL,
    ];
    let mut table = presenter.table(
        TABLES[n],
        t.get(say::RegressionTitle { figure: name }),
        columns.map(|id| t.get(id)).to_vec(),
        rows,
    );
    table.sheet = t.get(say::RegressionSheet { number: &(n + 1).to_string() });
    table.long = true;
    let mut blocks = vec![Block::Text(t.get(say::RegressionWhat {
        draws: number(found.draws as f64, 0, t.lang),
        r2: percent(found.r2, 0, t.lang),
        ranks: percent(found.rank_r2, 0, t.lang),
    }))];
    if found.r2.max(found.rank_r2) < GOOD_FIT {
        blocks.push(Block::Text(t.get(say::REGRESSION_BAD)));
    }
    blocks.push(Block::Table(table));
    blocks
}
