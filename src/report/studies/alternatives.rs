//! Other structures side by side, and whether a conclusion turns.

use super::StudiesPresenter;
use crate::analysis::alternatives::{Alternatives, ConclusionChange, Difference, Tried, conclusion_change};
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::Outcome;
use crate::report::display_unit::{DisplayUnit, headline_name};
use crate::report::document::{Block, Cell, Missing, Row};
use crate::report::quantity::Quantity;
use crate::report::words;
use crate::text::number::number;
use crate::text::say;

const TABLES: [&str; 6] = [
    "alternatives-1",
    "alternatives-2",
    "alternatives-3",
    "alternatives-4",
    "alternatives-5",
    "alternatives-6",
];

pub(super) fn blocks(presenter: &StudiesPresenter<'_>, found: &Alternatives) -> Vec<Block> {
    let t = presenter.t;
    let all = || found.tried.iter().map(|tried| if tried.draws == 0 { found.draws } else { tried.draws });
    let [draws, least] =
        [found.draws, all().min().unwrap_or(found.draws)].map(|n| number(n as f64, 0, t.lang));
    let mut blocks = vec![
        Block::Heading(t.get(say::ALTERNATIVES_HEADING)),
        Block::Text(t.get(say::AlternativesWhat { draws: &draws, least: &least })),
    ];
    blocks.push(Block::Table(turns(presenter, found)));
    let models = presenter.studies.about.models.len();
    for m in 1..models.min(super::FIGURES) {
        blocks.push(Block::Table(one(presenter, found, m)));
    }
    blocks
}

/// The figure of an outcome among the conclusions.
fn headline(found: &Alternatives, i: usize) -> Option<(Outcome, Basis, Period)> {
    let outcome = Outcome::from_id(&found.outcomes[i])?;
    let whole = outcome == Outcome::SocietyCost;
    let period = if whole { Period::Total } else { Period::Year(found.year) };
    Some((outcome, Basis::usual(outcome, whole), period))
}

/// The figures told: place among the conclusions, unit, and name with unit.
fn kinds(presenter: &StudiesPresenter<'_>, found: &Alternatives) -> Vec<(usize, DisplayUnit, String)> {
    let (t, about) = (presenter.t, &presenter.studies.about);
    let kind = |i: usize| {
        let headline = headline(found, i)?;
        let unit = presenter.unit(headline).of_difference();
        let name = headline_name(headline, (about.base_year, about.last_year), t);
        Some((i, unit, format!("{name} ({})", unit.name(t))))
    };
    (0..found.outcomes.len()).filter_map(kind).collect()
}

fn get(tried: &Tried, i: usize, m: usize) -> Option<&Difference> {
    tried.differences.get(i)?.get(m - 1)?.as_ref()
}

/// A difference with its interval, in one line.
fn told(presenter: &StudiesPresenter<'_>, unit: DisplayUnit, d: &Difference) -> String {
    let (lang, q) = (presenter.t.lang, Quantity::new(unit, d.mean, Some(d.interval.into()), d.error));
    format!("{} {}", q.signed(lang), q.interval(lang))
}

/// Whether a conclusion turns, alternative by alternative: which models, for every figure, from which number to which.
fn turns(presenter: &StudiesPresenter<'_>, found: &Alternatives) -> crate::report::document::Table {
    let t = presenter.t;
    let models = presenter.studies.about.models.len();
    let kinds = kinds(presenter, found);
    let base = |(i, unit, _): &(usize, DisplayUnit, String)| {
        let of = |m: usize| {
            Some(format!("{}: {}", presenter.model(m), told(presenter, *unit, get(&found.base, *i, m)?)))
        };
        Cell::text((1..models).filter_map(of).collect::<Vec<_>>().join("; "))
    };
    let of = |tried: &Tried, i: usize, unit: DisplayUnit| {
        let changed: Vec<String> = (1..models)
            .filter_map(|m| {
                let (was, now) = (get(&found.base, i, m)?, get(tried, i, m)?);
                let (model, before, after) =
                    (presenter.model(m), told(presenter, unit, was), told(presenter, unit, now));
                // What is shown as the same number is the same to readers.
                if before == after {
                    return None;
                }
                match conclusion_change(was, now) {
                    ConclusionChange::Same => None,
                    ConclusionChange::Turned => Some(t.get(say::EffectTurned { model, before, after })),
                    ConclusionChange::Smaller => Some(t.get(say::EffectSmaller { model, before, after })),
                    ConclusionChange::Larger => Some(t.get(say::EffectLarger { model, before, after })),
                }
            })
            .collect();
        match changed.is_empty() {
            true => Cell::text(t.get(say::EFFECT_SAME)),
            false => Cell::text(changed.join("; ")),
        }
    };
    let as_is = Row::new(t.get(say::ALTERNATIVES_BASE), kinds.iter().map(base).collect());
    let rows = found.tried.iter().map(|tried| {
        let cells = kinds.iter().map(|(i, unit, _)| of(tried, *i, *unit)).collect();
        Row::new(tried.alternative.title.get(t.lang), cells)
    });
    let rows = [as_is].into_iter().chain(rows);
    let columns =
        [t.get(say::ALTERNATIVES_COLUMN)].into_iter().chain(kinds.iter().map(|k| k.2.clone())).collect();
    let mut table = presenter.table("alternatives", t.get(say::ALTERNATIVES_TURNS), columns, rows.collect());
    table.sheet = t.get(say::ALTERNATIVES_TURNS_SHEET);
    table.notes.push(t.get(say::ALTERNATIVES_NOTE));
    if !found.left_out.is_empty() {
        let names: Vec<&str> = found.left_out.iter().map(|a| a.title.get(t.lang)).collect();
        table.notes.push(t.get(say::AlternativesLeftOut { names: names.join("; ") }));
    }
    table
}

/// Differences to the zero alternative of one model under every alternative.
fn one(presenter: &StudiesPresenter<'_>, found: &Alternatives, m: usize) -> crate::report::document::Table {
    let t = presenter.t;
    let all = || [&found.base].into_iter().chain(&found.tried);
    let kinds = kinds(presenter, found);
    let rows = all().enumerate().map(|(n, tried)| {
        let cells = kinds.iter().map(|(i, unit, _)| match get(tried, *i, m) {
            None => Cell::Missing(Missing::Unknown),
            Some(d) => Quantity::new(*unit, d.mean, Some(d.interval.into()), d.error).cell(t.lang),
        });
        let name = if n == 0 {
            t.get(say::ALTERNATIVES_BASE)
        } else {
            tried.alternative.title.get(t.lang).to_string()
        };
        let row = Row::new(name, cells.collect());
        if n == 0 { row } else { row.about(tried.alternative.set.join(", ")) }
    });
    let columns =
        [t.get(say::ALTERNATIVES_COLUMN)].into_iter().chain(kinds.iter().map(|k| k.2.clone())).collect();
    let mut table = presenter.table(
        TABLES[m - 1],
        t.get(say::AlternativesTitle {
            model: presenter.model(m),
            other: words::within(&presenter.model(0), 0),
        }),
        columns,
        rows.collect(),
    );
    table.sheet = t.get(say::AlternativesSheet { model: presenter.model(m) });
    table.long = true;
    table
}
