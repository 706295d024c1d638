//! The tables of a chunk as Parquet files.

use crate::columnar::{Column, Kind, encode};
use crate::engine::chunk::Chunk;
use crate::engine::results::{UnitFigure, VIEWS};
use crate::error::Result;
use crate::ledger::{Item, Payer};
use crate::outcomes::{Outcome, Timing};
use crate::scenario::Scenario;
use std::ops::Range;

/// Draw and replicate of a chunk's worlds, and every combination of a world with `rows` rows.
fn worlds(chunk: &Chunk, rows: usize) -> [Column<'static>; 2] {
    let replicates = chunk.dimensions.replicates;
    let whole = |n: usize| Some(i32::try_from(n).unwrap_or(i32::MAX));
    let all = |of: fn(usize, usize) -> usize| {
        let first = chunk.draws.start * replicates;
        let worlds = first..chunk.draws.end * replicates;
        Column::Whole(worlds.flat_map(|w| std::iter::repeat_n(whole(of(w, replicates)), rows)).collect())
    };
    [all(|world, replicates| world / replicates), all(|world, replicates| world % replicates)]
}

fn shorten(column: Column<'_>, rows: usize) -> Column<'_> {
    match column {
        Column::Whole(mut cells) => {
            cells.truncate(rows);
            Column::Whole(cells)
        }
        other => other,
    }
}

/// Places on the year axis that an outcome has.
pub fn places(outcome: Outcome, years: usize) -> Range<usize> {
    match outcome.info().timing {
        Timing::Whole => years..years + 1,
        _ => 0..years,
    }
}

/// `draws.parquet`: a row group an outcome; in it world by world, model by model, year by year.
pub fn draws_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("draw", Kind::Whole),
        ("replicate", Kind::Whole),
        ("model", Kind::Text),
        ("year", Kind::Whole),
        ("outcome", Kind::Text),
        ("value", Kind::Number),
    ];
    let (models, years) = (chunk.dimensions.models, chunk.dimensions.years);
    let ids: Vec<&str> = scenario.models.iter().map(|m| m.id.as_str()).collect();
    let groups = Outcome::ALL.iter().map(|&outcome| {
        let places = places(outcome, years);
        let rows = chunk.national.dim().0 * models * places.len();
        let year = |t: usize| (t < years).then(|| scenario.base_year + t as i32);
        let own = chunk.national.index_axis(ndarray::Axis(2), outcome.index());
        let [draw, replicate] = worlds(chunk, models * places.len());
        let cycle = || (0..rows).map(|row| row % (models * places.len()));
        vec![
            draw,
            replicate,
            Column::Text(cycle().map(|i| ids[i / places.len()]).collect()),
            Column::Whole(cycle().map(|i| year(places.start + i % places.len())).collect()),
            Column::Text(vec![outcome.id(); rows]),
            Column::Number(own.slice(ndarray::s![.., .., places.clone()]).iter().copied().collect()),
        ]
    });
    encode(&fields, groups)
}

/// `ledger.parquet`: sums over the chunk's worlds, and at the end the closing claims of the models.
pub fn ledger_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("model", Kind::Text),
        ("year", Kind::Whole),
        ("payer", Kind::Text),
        ("item", Kind::Text),
        ("view", Kind::Text),
        ("sum", Kind::Decimal(2)),
        ("sum_of_squares", Kind::Decimal(4)),
    ];
    let (mut model, mut year, mut payer, mut item, mut view) = (vec![], vec![], vec![], vec![], vec![]);
    for ((m, t, p, i, v), _) in chunk.ledger.sum.indexed_iter() {
        model.push(scenario.models[m].id.as_str());
        year.push(Some(scenario.base_year + t as i32));
        payer.push(Payer::ALL[p].id());
        item.push(Item::ALL[i].id());
        view.push(VIEWS[v]);
    }
    let mut sum: Vec<i128> = chunk.ledger.sum.iter().copied().collect();
    let mut square: Vec<i128> = chunk.ledger.square.iter().copied().collect();
    for (m, claim) in chunk.ledger.closing_claim.iter().enumerate() {
        model.push(scenario.models[m].id.as_str());
        year.push(None);
        payer.push(Payer::Municipality.id());
        item.push(Item::Refund.id());
        view.push("closing_claim");
        sum.push(*claim);
        square.push(0);
    }
    let columns = vec![
        Column::Text(model),
        Column::Whole(year),
        Column::Text(payer),
        Column::Text(item),
        Column::Text(view),
        Column::Decimal(sum),
        Column::Decimal(square),
    ];
    encode(&fields, [columns])
}

/// `units.parquet`: sums over the chunk's worlds.
pub fn units_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("unit", Kind::Text),
        ("model", Kind::Text),
        ("year", Kind::Whole),
        ("figure", Kind::Text),
        ("sum", Kind::Decimal(4)),
    ];
    let (mut unit, mut model, mut year, mut figure) = (vec![], vec![], vec![], vec![]);
    for ((u, m, y, f), _) in chunk.units.sum.indexed_iter() {
        unit.push(scenario.units[u].id.as_str());
        model.push(scenario.models[m].id.as_str());
        year.push(Some(chunk.units.years[y]));
        figure.push(UnitFigure::ALL[f].id());
    }
    let sum = Column::Decimal(chunk.units.sum.iter().copied().collect());
    let columns =
        vec![Column::Text(unit), Column::Text(model), Column::Whole(year), Column::Text(figure), sum];
    encode(&fields, [columns])
}

/// `unit_draws.parquet`: units draw by draw.
pub fn unit_draws_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("draw", Kind::Whole),
        ("replicate", Kind::Whole),
        ("unit", Kind::Text),
        ("model", Kind::Text),
        ("year", Kind::Whole),
        ("municipality_net", Kind::Single),
        ("change", Kind::Single),
    ];
    let (_, units, models, kept) = chunk.units.change.dim();
    let rows = chunk.units.change.len();
    let [draw, replicate] = worlds(chunk, units * models * kept);
    let (mut unit, mut model, mut year) = (vec![], vec![], vec![]);
    for ((_, u, m, y), _) in chunk.units.change.indexed_iter() {
        unit.push(scenario.units[u].id.as_str());
        model.push(scenario.models[m].id.as_str());
        year.push(Some(chunk.units.years[y]));
    }
    let columns = vec![
        shorten(draw, rows),
        shorten(replicate, rows),
        Column::Text(unit),
        Column::Text(model),
        Column::Whole(year),
        Column::Single(chunk.units.municipality_net.iter().copied().collect()),
        Column::Single(chunk.units.change.iter().copied().collect()),
    ];
    encode(&fields, [columns])
}
