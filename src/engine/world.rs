//! One world: every person of a draw lives through the years, block by block, under every model.

use super::block::{Block, InstructionSet, live};
use super::setup::Draw;
use super::sums::Sums;
use crate::population::BLOCK;
use crate::population::attributes::Origin;
use crate::population::life::Ages;
use crate::population::placement::{Entry, Placer, UnitEffects};
use crate::random::WorldKey;

/// What a world needs beside its draw.
pub struct Place<'a> {
    /// Placement of persons.
    pub placer: &'a Placer,
    /// Tax zone of each unit.
    pub zones: &'a [u8],
    /// First year.
    pub base_year: i32,
    /// Number of years.
    pub years: usize,
    /// What the processor is asked to use.
    pub instructions: InstructionSet,
}

/// Everybody who lives in a world, before anything is known of them.
pub struct People {
    /// What the units have in common.
    pub effects: UnitEffects,
    /// Who enters in each year, sorted by unit.
    pub cohorts: Vec<Vec<Entry>>,
}

/// Places everybody.
pub fn people(place: &Place<'_>, draw: &Draw, world: &WorldKey) -> People {
    let effects = place.placer.effects(world, &draw.theta);
    let start = place.placer.base_year(world, &draw.theta, &effects);
    let mut cohorts = place.placer.arrivals(world, &draw.theta, start.len(), place.years);
    cohorts[0] = start;
    People { effects, cohorts }
}

/// Lets persons who enter in the same year live, a block at a time, as `live` does it.
pub fn lives(
    place: &Place<'_>,
    draw: &Draw,
    world: &WorldKey,
    effects: &UnitEffects,
    (first, cohort): (usize, &[Entry]),
    mut live: impl FnMut(&Block<'_>) -> u64,
) -> u64 {
    let origin = Origin::new(&draw.theta);
    let ages = Ages::new(&draw.theta);
    let block = |entries| Block {
        entries,
        first,
        zones: place.zones,
        base_year: place.base_year,
        years: place.years,
        draw,
        world,
        effects,
        origin: &origin,
        ages: &ages,
    };
    cohort.chunks(BLOCK).map(|entries| live(&block(entries))).sum()
}

/// Simulates a world and leaves its sums in `sums` (cleared first). Returns the person-years lived.
pub fn simulate(place: &Place<'_>, draw: &Draw, world: &WorldKey, sums: &mut Sums) -> u64 {
    sums.clear();
    let People { effects, cohorts } = people(place, draw, world);
    let mut lived = 0;
    for (first, cohort) in cohorts.iter().enumerate() {
        lived += lives(place, draw, world, &effects, (first, cohort), |block| {
            live(place.instructions, block, sums)
        });
    }
    for (model, years) in draw.in_year.iter().enumerate().skip(1) {
        for (year, m) in years.iter().enumerate() {
            if !m.started {
                sums.copy_from_null(model, year);
            }
        }
    }
    lived
}
