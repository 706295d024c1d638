//! The tables of a chunk as Parquet files.

use crate::columnar::{ColumnData, ColumnType, encode};
use crate::engine::chunk::Chunk;
use crate::engine::results::{UnitFigure, Units, VIEWS};
use crate::engine::run::Engine;
use crate::error::Result;
use crate::ledger::{Item, Payer};
use crate::outcomes::{Outcome, Timing};
use crate::scenario::Scenario;
use ndarray::{Array4, Axis};
use std::ops::Range;

/// A table that every chunk, or the first ones of a run, has as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChunkTable {
    /// Name of the file.
    pub file: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// Its columns: name, type, unit and meaning.
    pub columns: &'static [(&'static str, ColumnType, &'static str, &'static str)],
}

impl ChunkTable {
    fn encode<'a>(&self, groups: impl IntoIterator<Item = Vec<ColumnData<'a>>>) -> Result<Vec<u8>> {
        let fields: Vec<(&str, ColumnType)> =
            self.columns.iter().map(|(name, kind, ..)| (*name, *kind)).collect();
        encode(&fields, groups)
    }
}

/// Every table of a chunk.
pub const TABLES: [ChunkTable; 6] = [DRAWS, MECHANICAL, PARAMETERS, LEDGER, UNITS, UNIT_DRAWS];

/// National outcomes of every draw.
pub const DRAWS: ChunkTable = ChunkTable {
    file: "draws.parquet",
    row: "a draw, set of persons, model, year and outcome",
    columns: &[
        ("draw", ColumnType::Whole, "", "Number of the draw of uncertain parameters, from 0"),
        ("replicate", ColumnType::Whole, "", "Number of the set of persons within the draw, from 0"),
        ("model", ColumnType::Text, "", "Id of the financing model"),
        ("year", ColumnType::Whole, "", "Calendar year; none for the whole period"),
        ("outcome", ColumnType::Text, "", "Id of the outcome; its unit is in summary.csv"),
        ("value", ColumnType::Number, "", "The figure; amounts of a year are nominal kroner"),
        ("period", ColumnType::Text, "", "year or total"),
    ],
};

/// National outcomes without reactions.
pub const MECHANICAL: ChunkTable = ChunkTable {
    file: "mechanical.parquet",
    row: "a draw that is simulated without reactions too, set of persons, model, year and outcome",
    columns: DRAWS.columns,
};

/// Parameters of every draw.
pub const PARAMETERS: ChunkTable = ChunkTable {
    file: "parameters.parquet",
    row: "a draw and a parameter, or an entry of one that is a table",
    columns: &[
        ("draw", ColumnType::Whole, "", "Number of the draw, as in draws.parquet"),
        ("id", ColumnType::Text, "", "Id of the parameter, as in parameters.csv, where its unit is"),
        ("drawn", ColumnType::Number, "", "Value as drawn; amounts in kroner of the year in parameters.csv"),
        ("used", ColumnType::Number, "", "Value as used; amounts in kroner of the base year"),
    ],
};

/// Sums of the ledger.
pub const LEDGER: ChunkTable = ChunkTable {
    file: "ledger.parquet",
    row: "a model, year, payer, item and view, and the closing claim of each model",
    columns: &[
        ("model", ColumnType::Text, "", "Id of the financing model"),
        ("year", ColumnType::Whole, "", "Calendar year; none for closing claims"),
        ("payer", ColumnType::Text, "", "Who pays"),
        ("item", ColumnType::Text, "", "What is paid for"),
        ("view", ColumnType::Text, "", "accrual, cash or closing_claim"),
        ("sum", ColumnType::Decimal(2), "NOK", "Nominal kroner, exact, over all draws of the file"),
        ("sum_of_squares", ColumnType::Decimal(4), "NOK²", "Squares of the same, one a draw"),
    ],
};

/// Sums of units.
pub const UNITS: ChunkTable = ChunkTable {
    file: "units.parquet",
    row: "a unit, model, year and figure",
    columns: &[
        ("unit", ColumnType::Text, "", "Number of the municipality or district"),
        ("model", ColumnType::Text, "", "Id of the financing model"),
        ("year", ColumnType::Whole, "", "Calendar year"),
        ("figure", ColumnType::Text, "", "Id of the figure"),
        ("sum", ColumnType::Decimal(4), "", "Sum over all draws of the file, exact"),
    ],
};

/// Units of every draw.
pub const UNIT_DRAWS: ChunkTable = ChunkTable {
    file: "unit_draws.parquet",
    row: "a draw, set of persons, unit, model and year",
    columns: &[
        ("draw", ColumnType::Whole, "", "Number of the draw, from 0; the first ones of a run only"),
        ("replicate", ColumnType::Whole, "", "Number of the set of persons within the draw, from 0"),
        ("unit", ColumnType::Text, "", "Number of the municipality or district"),
        ("model", ColumnType::Text, "", "Id of the financing model"),
        ("year", ColumnType::Whole, "", "Calendar year"),
        ("municipality_net", ColumnType::Single, "NOK", "What the unit pays net, nominal kroner"),
        ("change", ColumnType::Single, "NOK", "The same minus that of the zero alternative"),
    ],
};

/// Draw and replicate of worlds, each for so many rows.
fn numbered(
    replicates: usize,
    worlds: impl Iterator<Item = usize> + Clone,
    rows: usize,
) -> [ColumnData<'static>; 2] {
    let whole = |n: usize| Some(i32::try_from(n).unwrap_or(i32::MAX));
    let all = |of: fn(usize, usize) -> usize| {
        let each = |world| std::iter::repeat_n(whole(of(world, replicates)), rows);
        ColumnData::Whole(worlds.clone().flat_map(each).collect())
    };
    [all(|world, replicates| world / replicates), all(|world, replicates| world % replicates)]
}

/// The keys of a row group: those of `first`, where that is an earlier one whose rows have the same.
fn keys<'a, const N: usize>(
    group: usize,
    first: usize,
    own: impl FnOnce() -> [ColumnData<'a>; N],
) -> [ColumnData<'a>; N] {
    if first < group { [(); N].map(|()| ColumnData::AsInGroup(first)) } else { own() }
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
    let replicates = chunk.dimensions.replicates;
    let worlds = chunk.draws.start * replicates..chunk.draws.end * replicates;
    outcomes_table(scenario, chunk, &chunk.national, worlds)
}

/// `mechanical.parquet`: the same of the worlds that are simulated without reactions too.
pub fn mechanical_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let worlds: Vec<usize> = chunk.dimensions.mechanical_worlds(&chunk.draws).collect();
    outcomes_table(scenario, chunk, &chunk.mechanical, worlds.into_iter())
}

fn outcomes_table(
    scenario: &Scenario,
    chunk: &Chunk,
    numbers: &Array4<f64>,
    worlds: impl Iterator<Item = usize> + Clone,
) -> Result<Vec<u8>> {
    let (models, years) = (chunk.dimensions.models, chunk.dimensions.years);
    let ids: Vec<&str> = scenario.models.iter().map(|m| m.id.as_str()).collect();
    // The first outcome with a place a year, and the first with one for the whole period: other outcomes' rows have the same
    // keys as the one of their kind, but for the outcome itself.
    let mut first: [Option<usize>; 2] = [None; 2];
    let groups = Outcome::ALL.iter().enumerate().map(|(group, &outcome)| {
        let places = places(outcome, years);
        let rows = numbers.dim().0 * models * places.len();
        let year = |t: usize| (t < years).then(|| scenario.base_year + t as i32);
        let own = numbers.index_axis(Axis(2), outcome.index());
        let yearly = places.start < years;
        let like = *first[usize::from(yearly)].get_or_insert(group);
        let [draw, replicate, model, year, period] = keys(group, like, || {
            let each = models * places.len();
            let [draw, replicate] = numbered(chunk.dimensions.replicates, worlds.clone(), each);
            let cycle = || (0..rows).map(|row| row % each);
            let model = cycle().map(|i| ids[i / places.len()]).collect();
            let year = cycle().map(|i| year(places.start + i % places.len())).collect();
            let period = vec![if yearly { "year" } else { "total" }; rows];
            [draw, replicate, ColumnData::Text(model), ColumnData::Whole(year), ColumnData::Text(period)]
        });
        let outcome = ColumnData::Text(vec![outcome.id(); rows]);
        let value =
            ColumnData::Number(own.slice(ndarray::s![.., .., places.clone()]).iter().copied().collect());
        vec![draw, replicate, model, year, outcome, value, period]
    });
    DRAWS.encode(groups)
}

/// `parameters.parquet`: draw by draw every number that is drawn, certain ones too.
pub fn parameters_table(engine: &Engine<'_>, seed: u64, draws: Range<usize>) -> Result<Vec<u8>> {
    let scalars = engine.scenario().parameters.scalars();
    let rows = draws.len() * scalars.len();
    let (mut drawn, mut used) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    for draw in draws.clone() {
        let stated = engine.stated(seed, draw);
        used.extend(engine.draw(&stated).values);
        drawn.extend(stated);
    }
    let number = |draw: usize| std::iter::repeat_n(i32::try_from(draw).ok(), scalars.len());
    let ids = || scalars.iter().map(|scalar| scalar.id.as_str());
    let columns = vec![
        ColumnData::Whole(draws.clone().flat_map(number).collect()),
        ColumnData::Text(draws.flat_map(|_| ids()).collect()),
        ColumnData::Number(drawn),
        ColumnData::Number(used),
    ];
    PARAMETERS.encode([columns])
}

/// `ledger.parquet`: sums over the chunk's worlds, and at the end the closing claims of the models.
pub fn ledger_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
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
    LEDGER.encode([columns])
}

/// How many units stand in a row group: enough for a file to have few groups, few enough for most to share their keys.
const UNITS_IN_GROUP: usize = 16;

/// `units.parquet`: sums over the chunk's worlds, some units a row group.
pub fn units_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let sums = chunk.units.sum.axis_chunks_iter(Axis(0), UNITS_IN_GROUP).enumerate();
    let groups = sums.map(|(group, own)| {
        // The last group may have fewer units than the others.
        let first = if own.dim().0 == UNITS_IN_GROUP { 0 } else { group };
        let [model, year, figure] = keys(group, first, || {
            let (mut model, mut year, mut figure) = (vec![], vec![], vec![]);
            for ((_, m, y, f), _) in own.indexed_iter() {
                model.push(scenario.models[m].id.as_str());
                year.push(Some(scenario.base_year + y as i32));
                figure.push(UnitFigure::ALL[f].id());
            }
            [ColumnData::Text(model), ColumnData::Whole(year), ColumnData::Text(figure)]
        });
        let id = |u: usize| scenario.units[group * UNITS_IN_GROUP + u].id.as_str();
        let unit = ColumnData::Text(own.indexed_iter().map(|((u, ..), _)| id(u)).collect());
        vec![unit, model, year, figure, ColumnData::Decimal(own.iter().copied().collect())]
    });
    UNITS.encode(groups)
}

/// `unit_draws.parquet`: units draw by draw, a row group a world.
pub fn unit_draws_table(scenario: &Scenario, chunk: &Chunk) -> Result<Vec<u8>> {
    let replicates = chunk.dimensions.replicates;
    let before = chunk.draws.start * replicates;
    let Units { municipality_net, change, years, .. } = &chunk.units;
    let worlds = municipality_net.outer_iter().zip(change.outer_iter()).enumerate();
    let groups = worlds.map(|(world, (net, change))| {
        let [unit, model, year] = keys(world, 0, || {
            let (mut unit, mut model, mut year) = (vec![], vec![], vec![]);
            for ((u, m, y), _) in change.indexed_iter() {
                unit.push(scenario.units[u].id.as_str());
                model.push(scenario.models[m].id.as_str());
                year.push(Some(years[y]));
            }
            [ColumnData::Text(unit), ColumnData::Text(model), ColumnData::Whole(year)]
        });
        let own = before + world;
        let [draw, replicate] = numbered(replicates, own..own + 1, change.len());
        let [net, change] = [net, change].map(|own| ColumnData::Single(own.iter().copied().collect()));
        vec![draw, replicate, unit, model, year, net, change]
    });
    UNIT_DRAWS.encode(groups)
}
