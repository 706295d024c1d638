//! Where a difference turns.

use super::StudiesPresenter;
use crate::analysis::sensitivity::breakeven::Breakeven;
use crate::analysis::studies::Study;
use crate::report::display_unit::DisplayUnit;
use crate::report::document::{Block, Cell, Missing};
use crate::report::quantity::Quantity;
use crate::text::number::{NBSP, number};
use crate::text::say;

const TABLES: [&str; 6] =
    ["breakeven-1", "breakeven-2", "breakeven-3", "breakeven-4", "breakeven-5", "breakeven-6"];

pub(super) fn blocks(presenter: &StudiesPresenter<'_>, study: &Study, n: usize) -> Vec<Block> {
    let t = presenter.t;
    let target = study.breakeven.first().map_or(0.0, |b| b.target);
    let Some((name, unit)) = presenter.figure(study) else { return Vec::new() };
    let unit_name = unit.name(t);
    let row = |b: &Breakeven| {
        let range =
            Cell::text(format!("{}{NBSP}– {}", presenter.exact(b.range[0]), presenter.exact(b.range[1])));
        let end = |i: usize| presenter.number(unit, [b.curve[i].mean, b.curve[i].error]);
        let mut cells = vec![presenter.plain(b.median), range, end(0), end(b.curve.len() - 1)];
        match &b.crossing {
            None => cells.extend([Cell::text(none(presenter, b)), Cell::Missing(Missing::Impossible)]),
            Some(found) => {
                let (at, lang) = (found.at, t.lang);
                cells.push(Quantity::estimated(DisplayUnit::NUMBER, at.value, (at.low, at.high)).cell(lang));
                cells.push(found.below.map_or(Cell::Missing(Missing::Impossible), |p| presenter.share(p)));
            }
        }
        let row = presenter.row_of(&b.parameter, cells);
        if b.crossings > 1 {
            let more = t.get(say::BreakevenMore { count: b.crossings.to_string() });
            row.about(format!("{}; {more}", b.parameter))
        } else {
            row
        }
    };
    let columns = [
        say::COLUMN_ASSUMPTION,
        say::BREAKEVEN_MEDIAN,
        say::BREAKEVEN_RANGE,
        say::BREAKEVEN_LOW,
        say::BREAKEVEN_HIGH,
        if target == 0.0 { say::BREAKEVEN_AT } else { say::BREAKEVEN_AT_TARGET },
        say::BREAKEVEN_BELOW,
    ];
    let mut table = presenter.table(
        TABLES[n],
        match target == 0.0 {
            true => t.get(say::BreakevenTitle { figure: &name }),
            false => t.get(say::BreakevenTitleTarget { figure: &name }),
        },
        columns.map(|id| t.get(id)).to_vec(),
        study.breakeven.iter().map(row).collect(),
    );
    table = table.columns_in(&[3, 4], &unit_name).columns_in(&[6], &t.get(say::UNIT_PERCENT));
    table.sheet = t.get(say::BreakevenSheet { number: &(n + 1).to_string() });
    let draws = study.breakeven.first().map_or(0, |b| b.draws);
    // The target is the user's own number, known to the last digit.
    let wanted = presenter.exact(target / 10_f64.powi(unit.scale.digits()));
    let draws = number(draws as f64, 0, t.lang);
    table.notes.push(t.get(say::BreakevenNote { target: &wanted, draws }));
    if study.breakeven.iter().any(|b| b.expansion) {
        table.notes.push(t.get(say::STUDY_READ));
    }
    let what = match target == 0.0 {
        true => t.get(say::BREAKEVEN_WHAT),
        false => t.get(say::BreakevenWhatTarget { target: format!("{wanted}{NBSP}{unit_name}").trim_end() }),
    };
    let searched = match study.breakeven.first() {
        Some(b) if !b.plausible => t.get(say::BREAKEVEN_GIVEN),
        _ => t.get(say::BREAKEVEN_PLAUSIBLE),
    };
    vec![Block::Text(format!("{what} {searched}")), Block::Table(table)]
}

/// Why there is no crossing to show.
fn none(presenter: &StudiesPresenter<'_>, b: &Breakeven) -> String {
    presenter.t.get(match (b.everywhere, b.curve.iter().any(|place| place.mean.is_finite())) {
        (true, _) if b.target == 0.0 => say::BREAKEVEN_ZERO,
        (true, _) => say::BREAKEVEN_EVERYWHERE,
        (false, false) => say::BREAKEVEN_MISSING,
        (false, true) => say::BREAKEVEN_NONE,
    })
}
