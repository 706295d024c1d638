//! Municipalities: who wins, who loses, what is risky; and how effects are spread over people and places.

use super::{section, text};
use crate::outcomes::Outcome;
use crate::records::tables::SummaryLine;
use crate::report::document::{Block, Item, Section};
use crate::report::figures::units::units;
use crate::report::presenter::Presenter;
use crate::report::quantity::Quantity;
use crate::report::tables::{groups, municipalities as all, outcomes};
use crate::text::say;

/// By centrality, size, KOSTRA group and municipality.
pub fn municipalities(presenter: &Presenter<'_>) -> Section {
    let mut blocks = vec![text(presenter, say::MUNICIPAL_WHAT)];
    if presenter.run.about.small_counts_hidden {
        let hidden = presenter.run.units[0].iter().filter(|u| u.hidden).count();
        blocks.push(Block::Text(
            presenter
                .t
                .get(say::MunicipalHidden { count: presenter.count(hidden), units: presenter.units() }),
        ));
    }
    match groups::by_centrality_and_size(presenter) {
        None => blocks.push(text(presenter, say::MUNICIPAL_NO_INHABITANTS)),
        Some(table) => blocks.push(Block::Table(table)),
    }
    blocks.extend(units(presenter).map(Block::Figure));
    blocks.push(text(presenter, say::MUNICIPAL_RISK));
    let volatility = [Outcome::MunicipalVolatility, Outcome::MunicipalVolatilitySmall];
    blocks.push(Block::Table(outcomes::levels(presenter, "risk", &volatility)));
    blocks.push(text(presenter, say::MUNICIPAL_GROWTH));
    blocks.push(Block::List(presenter.all().into_iter().filter_map(|m| growth(presenter, m)).collect()));
    blocks.extend(groups::by_kostra(presenter).map(Block::Table));
    blocks.push(Block::Table(all::municipalities(presenter)));
    section(presenter, "municipalities", false, blocks)
}

/// What growth after the withdrawal does to municipalities: the difference in the last year against the compared one.
fn growth(presenter: &Presenter<'_>, model: usize) -> Option<Item> {
    let (run, outcome) = (presenter.run, Outcome::MunicipalityNet);
    let at =
        |year: i32| run.difference(outcome, (model, 0), crate::analysis::summary::Basis::Fixed, Some(year));
    let (first, last) = (at(run.year())?, at(*run.years().end())?);
    let unit = presenter.unit(outcome, Some(run.year()));
    let show = |line: &SummaryLine| Quantity::of_line(unit, line).signed(presenter.lang());
    let said = presenter.t.get(say::MunicipalGrowthModel {
        from_year: run.year(),
        from: show(first),
        to_year: *run.years().end(),
        to: show(last),
    });
    Some(Item::new(presenter.model(model), said))
}

/// People without BPA, places, ages.
pub fn distribution(presenter: &Presenter<'_>) -> Section {
    let (t, run) = (presenter.t, presenter.run);
    let gap = |m: usize, year: i32| {
        let of =
            |o: Outcome| run.figure(o, m, crate::analysis::summary::Basis::Count, Some(year)).map(|l| l.mean);
        Some(of(Outcome::Coverage)? - of(Outcome::PoolCoverage)?)
    };
    let points = |x: f64| crate::text::number::placed(x, 2, -1, presenter.lang());
    let items = presenter
        .columns()
        .into_iter()
        .filter_map(|m| {
            let (first, now) = (gap(m, *run.years().start())?, gap(m, run.year())?);
            Some(Item::new(
                presenter.model(m),
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
        text(presenter, say::DISTRIBUTION_WHAT),
        Block::List(items),
        text(presenter, say::DISTRIBUTION_PLACES),
        Block::Table(outcomes::levels(presenter, "distribution", outcomes::DISTRIBUTION)),
        Block::Table(outcomes::differences(presenter, "distribution-differences", outcomes::DISTRIBUTION)),
    ];
    section(presenter, "distribution", false, blocks)
}
