//! The tables of a chunk as Parquet files.

use crate::columnar::{ColumnData, ColumnType, encode};
use crate::engine::chunk::Chunk;
use crate::engine::results::{UnitFigure, VIEWS};
use crate::error::Result;
use crate::ledger::{Item, Payer};
use crate::outcomes::{Outcome, Timing};
use crate::scenario::Scenario;
use std::ops::Range;

/// Draw and replicate of a chunk's worlds, and every combination of a world with `rows` rows.
fn worlds(chunk: &Chunk, rows: usize) -> [ColumnData<'static>; 2] {
    let replicates = chunk.dimensions.replicates;
    let whole = |n: usize| Some(i32::try_from(n).unwrap_or(i32::MAX));
    let all = |of: fn(usize, usize) -> usize| {
        let first = chunk.draws.start * replicates;
        let worlds = first..chunk.draws.end * replicates;
        ColumnData::Whole(worlds.flat_map(|w| std::iter::repeat_n(whole(of(w, replicates)), rows)).collect())
    };
    [all(|world, replicates| world / replicates), all(|world, replicates| world % replicates)]
}

fn shorten(column: ColumnData<'_>, rows: usize) -> ColumnData<'_> {
    match column {
        ColumnData::Whole(mut cells) => {
            cells.truncate(rows);
            ColumnData::Whole(cells)
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
        ("draw", ColumnType::Whole),
        ("replicate", ColumnType::Whole),
        ("model", ColumnType::Text),
        ("year", ColumnType::Whole),
        ("outcome", ColumnType::Text),
        ("value", ColumnType::Number),
        ("period", ColumnType::Text),
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
            ColumnData::Text(cycle().map(|i| ids[i / places.len()]).collect()),
            ColumnData::Whole(cycle().map(|i| year(places.start + i % places.len())).collect()),
            ColumnData::Text(vec![outcome.id(); rows]),
            ColumnData::Number(own.slice(ndarray::s![.., .., places.clone()]).iter().copied().collect()),
            ColumnData::Text(vec![if places.start < years { "year" } else { "total" }; rows]),
        ]
    });
    encode(&fields, groups)
}

/// `ledger.parquet`: sums over the chunk's worlds, and at the end the closing claims of the models.
pub fn ledger_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("model", ColumnType::Text),
        ("year", ColumnType::Whole),
        ("payer", ColumnType::Text),
        ("item", ColumnType::Text),
        ("view", ColumnType::Text),
        ("sum", ColumnType::Decimal(2)),
        ("sum_of_squares", ColumnType::Decimal(4)),
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
        ColumnData::Text(model),
        ColumnData::Whole(year),
        ColumnData::Text(payer),
        ColumnData::Text(item),
        ColumnData::Text(view),
        ColumnData::Decimal(sum),
        ColumnData::Decimal(square),
    ];
    encode(&fields, [columns])
}

/// `units.parquet`: sums over the chunk's worlds.
pub fn units_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("unit", ColumnType::Text),
        ("model", ColumnType::Text),
        ("year", ColumnType::Whole),
        ("figure", ColumnType::Text),
        ("sum", ColumnType::Decimal(4)),
    ];
    let (mut unit, mut model, mut year, mut figure) = (vec![], vec![], vec![], vec![]);
    for ((u, m, y, f), _) in chunk.units.sum.indexed_iter() {
        unit.push(scenario.units[u].id.as_str());
        model.push(scenario.models[m].id.as_str());
        year.push(Some(chunk.units.years[y]));
        figure.push(UnitFigure::ALL[f].id());
    }
    let sum = ColumnData::Decimal(chunk.units.sum.iter().copied().collect());
    let columns = vec![
        ColumnData::Text(unit),
        ColumnData::Text(model),
        ColumnData::Whole(year),
        ColumnData::Text(figure),
        sum,
    ];
    encode(&fields, [columns])
}

/// `unit_draws.parquet`: units draw by draw.
pub fn unit_draws_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let fields = [
        ("draw", ColumnType::Whole),
        ("replicate", ColumnType::Whole),
        ("unit", ColumnType::Text),
        ("model", ColumnType::Text),
        ("year", ColumnType::Whole),
        ("municipality_net", ColumnType::Single),
        ("change", ColumnType::Single),
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
        ColumnData::Text(unit),
        ColumnData::Text(model),
        ColumnData::Whole(year),
        ColumnData::Single(chunk.units.municipality_net.iter().copied().collect()),
        ColumnData::Single(chunk.units.change.iter().copied().collect()),
    ];
    encode(&fields, [columns])
}
