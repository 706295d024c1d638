//! One world: every person of a draw lives through the years, group by group, under every model.

use super::group::{Group, simulate_group};
use super::instructions::InstructionSet;
use super::scratch::Scratch;
use super::setup::Draw;
use super::sums::Sums;
use crate::behaviour::award;
use crate::math::normal_quantile;
use crate::population::attributes::AttributeSampler;
use crate::population::life::AgeTables;
use crate::population::own::make_known;
use crate::population::placement::{Entrant, Placer, UnitEffects};
use crate::random::{Purpose, WorldKey, hash_id};

/// What the simulation of every world needs beside its draw.
pub struct WorldSetup<'a> {
    /// Placement of persons.
    pub placer: &'a Placer,
    /// Tax zone of each unit.
    pub zones: &'a [u8],
    /// First year.
    pub base_year: i32,
    /// Number of years.
    pub years: usize,
    /// The instruction set to use.
    pub instructions: InstructionSet,
}

/// The persons of a world as they are placed, before their attributes are drawn.
pub struct People {
    /// The effects of each unit on its persons.
    pub effects: UnitEffects,
    /// The persons who enter in each year, sorted by unit.
    pub cohorts: Vec<Vec<Entrant>>,
}

/// Places every person of a world in a unit and a cohort.
pub fn people(setup: &WorldSetup<'_>, draw: &Draw, world: &WorldKey) -> People {
    let mut effects = setup.placer.effects(world, &draw.theta);
    let mut start = setup.placer.base_year(world, &draw.theta, &effects);
    make_known(setup.placer, world, (&draw.theta, &draw.economy.wages), (&mut start, &mut effects));
    let mut cohorts = setup.placer.arrivals(world, &draw.theta, (start.len(), draw.leaving), setup.years);
    cohorts[0] = start;
    People { effects, cohorts }
}

/// Persons at the start of a group: so many that the last block of a block list, which is seldom full, and what a group
/// costs by itself count for little; so few that a unit's rows and the group's persons stay in the processor's caches.
const GROUP: usize = 2048;

/// What is the same for every person of a world.
struct Alike {
    origin: AttributeSampler,
    ages: AgeTables,
    shocks: Vec<f64>,
}

impl Alike {
    fn new(setup: &WorldSetup<'_>, draw: &Draw, world: &WorldKey) -> Alike {
        Alike {
            origin: AttributeSampler::new(&draw.theta),
            ages: AgeTables::new(&draw.theta, setup.years),
            shocks: shocks(setup, draw, world),
        }
    }

    /// A group of those who enter in each year.
    fn group<'a>(
        &'a self,
        setup: &WorldSetup<'a>,
        (draw, world): (&'a Draw, &'a WorldKey),
        effects: &'a UnitEffects,
        entrants: Vec<&'a [Entrant]>,
    ) -> Group<'a> {
        let WorldSetup { zones, base_year, .. } = *setup;
        let Alike { origin, ages, shocks } = self;
        Group { entrants, zones, base_year, draw, world, effects, origin, ages, shocks }
    }
}

/// Runs `simulate` (such as `simulate_group`) on one group after the other; `groups` holds who enters in each year.
pub fn simulate_groups<'p>(
    setup: &WorldSetup<'_>,
    draw: &Draw,
    world: &WorldKey,
    effects: &UnitEffects,
    groups: impl Iterator<Item = Vec<&'p [Entrant]>>,
    mut simulate: impl FnMut(&Group<'_>) -> u64,
) -> u64 {
    let alike = Alike::new(setup, draw, world);
    groups.map(|entrants| simulate(&alike.group(setup, (draw, world), effects, entrants))).sum()
}

/// What each year does to all awards, the same for every unit, person and model.
fn shocks(setup: &WorldSetup<'_>, draw: &Draw, world: &WorldKey) -> Vec<f64> {
    let who = hash_id("awards");
    (0..setup.years)
        .map(|t| {
            let [u, _] = world.pair(who, setup.base_year + t as i32, Purpose::AwardShock);
            award::shock(draw.theta.award_shock_sd, normal_quantile(u))
        })
        .collect()
}

/// How many groups the country is in.
fn groups(cohorts: &[Vec<Entrant>]) -> usize {
    cohorts.iter().map(Vec::len).max().unwrap_or(0).div_ceil(GROUP).max(1)
}

/// One of so many groups, with its share of every year's arrivals.
fn group(cohorts: &[Vec<Entrant>], group: usize, of: usize) -> Vec<&[Entrant]> {
    let share = |cohort: &'_ Vec<Entrant>| [group, group + 1].map(|until| cohort.len() * until / of);
    cohorts
        .iter()
        .map(|cohort| {
            let [from, to] = share(cohort);
            &cohort[from..to]
        })
        .collect()
}

/// Simulates a world and leaves its sums in the scratch memory (cleared first). Returns the person-years lived.
pub fn simulate_world(setup: &WorldSetup<'_>, draw: &Draw, world: &WorldKey, scratch: &mut Scratch) -> u64 {
    live(setup, draw, world, people(setup, draw, world), scratch)
}

/// The same of the persons of some units alone: their sums are those of the whole world.
pub fn simulate_units(
    setup: &WorldSetup<'_>,
    draw: &Draw,
    world: &WorldKey,
    wanted: impl Fn(u32) -> bool,
    scratch: &mut Scratch,
) {
    let mut people = people(setup, draw, world);
    people.cohorts.iter_mut().for_each(|cohort| cohort.retain(|entrant| wanted(entrant.unit)));
    live(setup, draw, world, people, scratch);
}

/// Lets these people live.
fn live(setup: &WorldSetup<'_>, draw: &Draw, world: &WorldKey, people: People, scratch: &mut Scratch) -> u64 {
    let mut under_way = UnderWay::begin(setup, (draw, world), people, scratch);
    std::iter::from_fn(|| under_way.next(setup, (draw, world), scratch)).sum()
}

/// A world that is being simulated, one group of persons after the other. It asks for the same setup, draw, key and memory
/// from beginning to end.
pub struct UnderWay {
    people: People,
    alike: Alike,
    done: usize,
}

impl UnderWay {
    /// A world of which nobody has lived yet; the sums in the scratch memory are cleared.
    pub fn begin(
        setup: &WorldSetup<'_>,
        (draw, world): (&Draw, &WorldKey),
        people: People,
        scratch: &mut Scratch,
    ) -> UnderWay {
        scratch.sums.clear();
        UnderWay { people, alike: Alike::new(setup, draw, world), done: 0 }
    }

    /// Lets the next group live; its person-years, or nothing when the sums are those of the whole world.
    pub fn next(
        &mut self,
        setup: &WorldSetup<'_>,
        (draw, world): (&Draw, &WorldKey),
        scratch: &mut Scratch,
    ) -> Option<u64> {
        let Scratch { sums, group_scratch, .. } = scratch;
        let People { effects, cohorts } = &self.people;
        let all = groups(cohorts);
        if self.done == all {
            return None;
        }
        let entrants = group(cohorts, self.done, all);
        let group = self.alike.group(setup, (draw, world), effects, entrants);
        let lived = simulate_group(setup.instructions, &group, group_scratch, sums);
        self.done += 1;
        if self.done == all {
            copy_before_start(draw, sums);
        }
        Some(lived)
    }
}

/// Before its start a model is the zero alternative.
fn copy_before_start(draw: &Draw, sums: &mut Sums) {
    for model in 1..draw.lives.lived.len() {
        for (year, m) in draw.lived(model).iter().enumerate() {
            if !m.started {
                sums.copy_from_null(model, year);
            }
        }
    }
}

#[cfg(test)]
#[path = "world_tests.rs"]
mod tests;
