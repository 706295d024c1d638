//! Sentences about hits and misses: every one follows from numbers, or stands in the table of known events with its source.

use super::BacktestPresenter;
use crate::analysis::backtest::events::Pull;
use crate::analysis::backtest::judge::{Judged, Miss, WIDEST};
use crate::report::document::Item;
use crate::report::number::{percent, placed, years};
use crate::text::say;

/// One sentence: hit or miss, and whether the model did better than the naive trend.
pub(super) fn verdict(presenter: &BacktestPresenter<'_>, series: &Judged) -> String {
    let t = presenter.t;
    let coverage = series.model.coverage[WIDEST];
    let held = t.get(say::BacktestHeld { hits: coverage.hits.to_string(), of: coverage.of.to_string() });
    let missed = match series.facts.missed.is_empty() {
        true => String::new(),
        false => {
            t.get(say::BacktestMissed { years: presenter.listed(series.facts.missed.iter().map(|m| m.year)) })
        }
    };
    let crps = [series.model.crps, series.naive.crps].map(|x| presenter.digits(super::in_unit(series, x)));
    let (model, naive, unit) = (&crps[0], &crps[1], presenter.of("unit", series));
    let better = match series.skill > 0.0 {
        true => t.get(say::BacktestBetter { model, naive, unit }),
        false => t.get(say::BacktestWorse { model, naive, unit }),
    };
    [held, missed, better].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is known of a series before and after the origin, and, where there is a miss, what it is likely due to.
pub(super) fn reasons(presenter: &BacktestPresenter<'_>, series: &Judged) -> Vec<Item> {
    let (t, facts) = (presenter.t, &series.facts);
    let (from, to) = (series.known.first(), series.known.last());
    let last = series.points.last().map_or(0, |p| p.year);
    let (first, origin) = (from.map_or(0, |(y, _)| *y), to.map_or(0, |(y, _)| *y));
    let mut items = vec![Item::new(
        t.get(say::REASON_GROWTH_LEAD),
        t.get(say::ReasonGrowth {
            known: years(first, origin),
            before: presenter.growth(facts.before.mean),
            after_years: years(origin, last),
            after: presenter.growth(facts.after),
        }),
    )];
    if facts.missed.is_empty() {
        return items;
    }
    items.push(Item::new(t.get(say::REASON_MISS_LEAD), misses(presenter, &facts.missed)));
    items.push(Item::new(t.get(say::REASON_NAIVE_LEAD), naive(presenter, series)));
    if facts.before.sd > facts.simulated_sd {
        let points = |log: f64| placed(log, 2, -1, t.lang);
        items.push(Item::new(
            t.get(say::REASON_SHOCKS_LEAD),
            t.get(say::ReasonShocks {
                observed: points(facts.before.sd),
                simulated: points(facts.simulated_sd),
            }),
        ));
    }
    items.push(Item::new(t.get(say::REASON_EVENTS_LEAD), events(presenter, series)));
    items
}

/// Misses of each side with their years and the largest.
fn misses(presenter: &BacktestPresenter<'_>, missed: &[Miss]) -> String {
    let side = |side: Pull| {
        let own: Vec<&Miss> = missed.iter().filter(|m| m.side == side).collect();
        let worst = own.iter().map(|m| m.beyond).fold(0.0, f64::max);
        let (years, beyond) =
            (presenter.listed(own.iter().map(|m| m.year)), percent(worst, 1, presenter.t.lang));
        (!own.is_empty()).then(|| match side {
            Pull::Lower => presenter.t.get(say::ReasonMissBelow { years, beyond }),
            _ => presenter.t.get(say::ReasonMissAbove { years, beyond }),
        })
    };
    let sides = [Pull::Lower, Pull::Higher].map(side);
    sides.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Whether a trend of the same years, which knows no model, missed on the same side.
fn naive(presenter: &BacktestPresenter<'_>, series: &Judged) -> String {
    let facts = &series.facts;
    let shared = |m: &&Miss| facts.naive_missed.iter().any(|n| n.year == m.year && n.side == m.side);
    let (both, other): (Vec<&Miss>, Vec<&Miss>) = facts.missed.iter().partition(shared);
    let (narrow, alone): (Vec<&Miss>, Vec<&Miss>) = other.into_iter().partition(|m| as_far(series, m.year));
    let years = |list: &[&Miss]| (!list.is_empty()).then(|| presenter.listed(list.iter().map(|m| m.year)));
    let parts = [
        years(&both).map(|years| presenter.t.get(say::ReasonNaiveBoth { years })),
        years(&narrow).map(|years| presenter.t.get(say::ReasonNaiveNarrow { years })),
        years(&alone).map(|years| presenter.t.get(say::ReasonNaiveAlone { years })),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Whether the naive trend was off on the same side in a year, by at least half as much as the model.
fn as_far(series: &Judged, year: i32) -> bool {
    let point = series.points.iter().find(|p| p.year == year);
    point.is_some_and(|p| p.naive_error / p.error >= 0.5)
}

fn events(presenter: &BacktestPresenter<'_>, series: &Judged) -> String {
    let t = presenter.t;
    let list: Vec<String> = series
        .facts
        .events
        .iter()
        .map(|e| {
            let when = years(e.years[0], e.years[1]);
            format!("{when}: {} ({})", e.label.get(t.lang), e.source)
        })
        .collect();
    match list.is_empty() {
        true => t.get(say::REASON_EVENTS_NONE),
        false => t.get(say::ReasonEvents { events: list.join("; ") }),
    }
}
