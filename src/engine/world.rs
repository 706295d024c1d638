//! One world: every person of a draw lives through the years, block by block, under every model.

use super::block::{Block, InstructionSet, live};
use super::setup::Draw;
use super::sums::Sums;
use crate::population::BLOCK;
use crate::population::attributes::Origin;
use crate::population::life::Ages;
use crate::population::placement::Placer;
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

/// Simulates a world and leaves its sums in `sums` (cleared first). Returns the person-years lived.
pub fn simulate(place: &Place<'_>, draw: &Draw, world: &WorldKey, sums: &mut Sums) -> u64 {
    sums.clear();
    let effects = place.placer.effects(world, &draw.theta);
    let start = place.placer.base_year(world, &draw.theta, &effects);
    let arrivals = place.placer.arrivals(world, &draw.theta, start.len(), place.years);
    let origin = Origin::new(&draw.theta);
    let ages = Ages::new(&draw.theta);
    let mut lived = 0;
    for (t, cohort) in std::iter::once(&start).chain(arrivals.iter().skip(1)).enumerate() {
        for entries in cohort.chunks(BLOCK) {
            let block = Block {
                entries,
                first: t,
                zones: place.zones,
                base_year: place.base_year,
                years: place.years,
                draw,
                world,
                effects: &effects,
                origin: &origin,
                ages: &ages,
            };
            lived += live(place.instructions, &block, sums);
        }
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
