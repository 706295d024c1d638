//! One world: every person of a draw lives through the years, group by group, under every model.

use super::group::{Group, InstructionSet, Room, live};
use super::setup::Draw;
use super::sums::Sums;
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

/// Persons at the start of a group: what is known of them and of those who come later stays in the second cache.
const GROUP: usize = 512;

/// Lets groups of persons live, as `live` does it; `groups` holds who enters in each year.
pub fn lives<'p>(
    place: &Place<'_>,
    draw: &Draw,
    world: &WorldKey,
    effects: &UnitEffects,
    groups: impl Iterator<Item = Vec<&'p [Entry]>>,
    mut live: impl FnMut(&Group<'_>) -> u64,
) -> u64 {
    let origin = &Origin::new(&draw.theta);
    let ages = &Ages::new(&draw.theta);
    let Place { zones, base_year, .. } = *place;
    groups
        .map(|entrants| live(&Group { entrants, zones, base_year, draw, world, effects, origin, ages }))
        .sum()
}

/// The country in groups, each with its share of every year's arrivals.
fn groups(cohorts: &[Vec<Entry>]) -> impl Iterator<Item = Vec<&[Entry]>> {
    let largest = cohorts.iter().map(Vec::len).max().unwrap_or(0);
    let number = largest.div_ceil(GROUP).max(1);
    (0..number).map(move |group| {
        let share = |cohort: &'_ Vec<Entry>| [group, group + 1].map(|until| cohort.len() * until / number);
        cohorts
            .iter()
            .map(|cohort| {
                let [from, to] = share(cohort);
                &cohort[from..to]
            })
            .collect()
    })
}

/// Simulates a world and leaves its sums in `sums` (cleared first). Returns the person-years lived.
pub fn simulate(place: &Place<'_>, draw: &Draw, world: &WorldKey, sums: &mut Sums) -> u64 {
    sums.clear();
    let People { effects, cohorts } = people(place, draw, world);
    let mut room = Room::new(draw.in_year.len());
    let lived = lives(place, draw, world, &effects, groups(&cohorts), |group| {
        live(place.instructions, group, &mut room, sums)
    });
    for (model, years) in draw.in_year.iter().enumerate().skip(1) {
        for (year, m) in years.iter().enumerate() {
            if !m.started {
                sums.copy_from_null(model, year);
            }
        }
    }
    lived
}
