//! Municipalities: who wins, who loses, what is risky; and how effects are spread over people and places.

use super::{section, text};
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::units::units;
use crate::report::quantity::Quantity;
use crate::report::tables::{groups, municipalities as all, outcomes};
use crate::report::teller::Teller;
use crate::text::say;

/// By centrality, size, KOSTRA group and municipality.
pub fn municipalities(teller: &Teller<'_>) -> Section {
    let mut blocks = vec![text(teller, say::MUNICIPAL_WHAT)];
    if teller.run.about.small_counts_hidden {
        let hidden = teller.run.units[0].iter().filter(|u| u.hidden).count();
        blocks.push(Block::Text(teller.t.get(say::MunicipalHidden { count: &teller.count(hidden) })));
    }
    match groups::by_centrality_and_size(teller) {
        None => blocks.push(text(teller, say::MUNICIPAL_NO_INHABITANTS)),
        Some(table) => blocks.push(Block::Table(table)),
    }
    blocks.extend(units(teller).map(Block::Figure));
    blocks.push(text(teller, say::MUNICIPAL_RISK));
    let volatility = [Outcome::MunicipalVolatility, Outcome::MunicipalVolatilitySmall];
    blocks.push(Block::Table(outcomes::levels(teller, "risk", &volatility)));
    blocks.push(text(teller, say::MUNICIPAL_GROWTH));
    blocks.push(Block::List(teller.others().filter_map(|m| growth(teller, m)).collect()));
    blocks.extend(groups::by_kostra(teller).map(Block::Table));
    blocks.push(Block::Table(all::municipalities(teller)));
    section(teller, "municipalities", false, blocks)
}

/// What growth after the withdrawal does to municipalities: the difference in the last year against the compared one.
fn growth(teller: &Teller<'_>, model: usize) -> Option<Item> {
    let (run, outcome) = (teller.run, Outcome::MunicipalityNet);
    let at =
        |year: i32| run.difference(outcome, (model, 0), crate::analysis::summary::Basis::Fixed, Some(year));
    let (first, last) = (at(run.year())?, at(*run.years().end())?);
    let unit = teller.unit(outcome, Some(run.year()));
    let show = |line: &SummaryLine| Quantity::of_line(unit, line).signed(teller.lang());
    let said = teller.t.get(say::MunicipalGrowthModel {
        from_year: run.year(),
        from: show(first),
        to_year: *run.years().end(),
        to: show(last),
    });
    Some(Item::new(teller.model(model), said))
}

/// People without BPA, places, ages.
pub fn distribution(teller: &Teller<'_>) -> Section {
    let (t, run) = (teller.t, teller.run);
    let gap = |m: usize, year: i32| {
        let of =
            |o: Outcome| run.figure(o, m, crate::analysis::summary::Basis::Count, Some(year)).map(|l| l.mean);
        Some(of(Outcome::Coverage)? - of(Outcome::PoolCoverage)?)
    };
    let points = |x: f64| crate::report::number::placed(x, 2, -1, teller.lang());
    let items = (0..run.models())
        .filter_map(|m| {
            let (first, now) = (gap(m, *run.years().start())?, gap(m, run.year())?);
            Some(Item::new(
                teller.model(m),
                t.get(say::GapModel {
                    first_year: run.years().start().to_string(),
                    first: points(first),
                    year: run.year().to_string(),
                    now: points(now),
                }),
            ))
        })
        .collect();
    let blocks = vec![
        text(teller, say::DISTRIBUTION_WHAT),
        Block::List(items),
        text(teller, say::DISTRIBUTION_PLACES),
        Block::Table(outcomes::levels(teller, "distribution", outcomes::DISTRIBUTION)),
        Block::Table(outcomes::differences(teller, "distribution-differences", outcomes::DISTRIBUTION)),
    ];
    section(teller, "distribution", false, blocks)
}
