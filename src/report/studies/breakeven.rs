//! Where a difference turns.

use super::Told;
use crate::analysis::sensitivity::breakeven::Breakeven;
use crate::analysis::studies::Study;
use crate::report::document::{Block, Cell, Missing, Row};
use crate::report::number::{NBSP, number};
use crate::report::quantity::{Quantity, Unit};

const TABLES: [&str; 6] =
    ["breakeven-1", "breakeven-2", "breakeven-3", "breakeven-4", "breakeven-5", "breakeven-6"];

pub(super) fn blocks(told: &Told<'_>, study: &Study, n: usize) -> Vec<Block> {
    let t = told.t;
    let target = study.breakeven.first().map_or(0.0, |b| b.target);
    let Some((name, unit)) = told.figure(study) else { return Vec::new() };
    let unit_name = unit.name(t);
    let row = |b: &Breakeven| {
        let range = Cell::text(format!("{}{NBSP}– {}", told.exact(b.range[0]), told.exact(b.range[1])));
        let end = |i: usize| told.number(unit, [b.curve[i].mean, b.curve[i].error]);
        let mut cells = vec![told.plain(b.median), range, end(0), end(b.curve.len() - 1)];
        match &b.crossing {
            None => cells.extend([Cell::text(none(told, b)), Cell::Missing(Missing::Impossible)]),
            Some(found) => {
                let (at, lang) = (found.at, t.lang);
                cells.push(Quantity::estimated(Unit::NUMBER, at.value, (at.low, at.high)).cell(lang));
                cells.push(found.below.map_or(Cell::Missing(Missing::Impossible), |p| told.share(p)));
            }
        }
        let row = Row::new(told.parameter(&b.parameter), cells).about(told.about(&b.parameter));
        if b.crossings > 1 {
            let more = t.with("breakeven-more", &[("count", &b.crossings.to_string())]);
            row.about(format!("{} · {more}", told.about(&b.parameter)))
        } else {
            row
        }
    };
    let columns = [
        "column-assumption",
        "breakeven-median",
        "breakeven-range",
        "breakeven-low",
        "breakeven-high",
        if target == 0.0 { "breakeven-at" } else { "breakeven-at-target" },
        "breakeven-below",
    ];
    let mut table = told.table(
        TABLES[n],
        t.with(
            if target == 0.0 { "breakeven-title" } else { "breakeven-title-target" },
            &[("figure", &name)],
        ),
        columns.map(|id| t.get(id)).to_vec(),
        study.breakeven.iter().map(row).collect(),
    );
    table.unit.clone_from(&unit_name);
    table.sheet = t.with("breakeven-sheet", &[("number", &(n + 1).to_string())]);
    let draws = study.breakeven.first().map_or(0, |b| b.draws);
    // The target is the user's own number, known to the last digit.
    let wanted = told.exact(target / 10_f64.powi(unit.scale.digits()));
    let parts = [("target", wanted.clone()), ("draws", number(draws as f64, 0, t.lang))];
    let parts = parts.each_ref().map(|(name, value)| (*name, value.as_str()));
    table.notes.push(t.with("breakeven-note", &parts));
    let what = match target == 0.0 {
        true => t.get("breakeven-what"),
        false => {
            t.with("breakeven-what-target", &[("target", format!("{wanted}{NBSP}{unit_name}").trim_end())])
        }
    };
    let searched = match study.breakeven.first() {
        Some(b) if !b.plausible => t.get("breakeven-given"),
        _ => t.get("breakeven-plausible"),
    };
    vec![Block::Text(format!("{what} {searched}")), Block::Table(table)]
}

/// Why there is no crossing to show.
fn none(told: &Told<'_>, b: &Breakeven) -> String {
    told.t.get(match (b.everywhere, b.curve.iter().any(|place| place.mean.is_finite())) {
        (true, _) if b.target == 0.0 => "breakeven-zero",
        (true, _) => "breakeven-everywhere",
        (false, false) => "breakeven-missing",
        (false, true) => "breakeven-none",
    })
}
