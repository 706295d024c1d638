//! One block of persons through the years, under every model: the kernel. Compiled for several
//! instruction sets; the best one the processor has is chosen when the program runs.

use super::costs;
use super::gather::gather;
use super::setup::Draw;
use super::shared::Shared;
use super::step::{self, Outputs, ShareColumns};
use super::sums::{Common, Sums, add};
use crate::behaviour::award;
use crate::population::attributes::Origin;
use crate::population::life::{self, Ages};
use crate::population::placement::{Entry, UnitEffects};
use crate::population::{BLOCK, Column, Persons};
use crate::random::WorldKey;
use multiversion::multiversion;

/// Share of a block that may be dead before the living are moved together.
const DEAD_SHARE: usize = 8;

/// Which instructions of the processor may be used. All of them give the same bits, since nothing is
/// fused or reordered; the narrower ones are for tests and comparisons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InstructionSet {
    /// The widest vectors the processor has.
    #[default]
    Widest,
    /// At most AVX2 on x86-64.
    Avx2,
    /// What every processor of the architecture has.
    Baseline,
}

/// Persons that enter in the same year, and the world they live in.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    /// At least one, at most [`BLOCK`] persons, sorted by unit.
    pub entries: &'a [Entry],
    /// Index of the year they enter.
    pub first: usize,
    /// Tax zone of each unit.
    pub zones: &'a [u8],
    /// First year of the run.
    pub base_year: i32,
    /// Number of years.
    pub years: usize,
    /// Parameters and models.
    pub draw: &'a Draw,
    /// Random numbers.
    pub world: &'a WorldKey,
    /// What the units have in common.
    pub effects: &'a UnitEffects,
    /// How persons are made.
    pub origin: &'a Origin,
    /// What depends on age.
    pub ages: &'a Ages,
}

/// A block from its first year to the horizon, added to `sums`. Returns the person-years lived.
pub fn live(instructions: InstructionSet, block: &Block<'_>, sums: &mut Sums) -> u64 {
    match instructions {
        InstructionSet::Widest => widest(block, sums),
        InstructionSet::Avx2 => avx2(block, sums),
        InstructionSet::Baseline => years(block, sums, &mut ()),
    }
}

/// What stands in the columns when a model's year is done; for whoever wants to look at single persons.
pub struct Seen<'a> {
    /// Index of the model.
    pub model: usize,
    /// Index of the year.
    pub year: usize,
    /// The persons.
    pub persons: &'a Persons,
    /// What all models share.
    pub shared: &'a Shared,
    /// Shares under the zero alternative.
    pub null: &'a ShareColumns,
    /// Shares under the model.
    pub own: &'a ShareColumns,
    /// Who had BPA when the year began.
    pub had: &'a Column,
    /// What came of it.
    pub out: &'a Outputs,
}

/// Looks on while a block lives.
pub trait Observe {
    /// Called when a model's year is done.
    fn see(&mut self, seen: &Seen<'_>);
}

/// Nobody looks.
impl Observe for () {
    #[inline(always)]
    fn see(&mut self, _: &Seen<'_>) {}
}

/// The same as [`live`], watched. Any instruction set gives the same bits; this takes the slowest.
pub fn observed(block: &Block<'_>, sums: &mut Sums, observer: &mut impl Observe) -> u64 {
    years(block, sums, observer)
}

#[multiversion(targets(
    "x86_64+avx+avx2+avx512f+avx512bw+avx512cd+avx512dq+avx512vl",
    "x86_64+avx+avx2",
    "aarch64+neon"
))]
fn widest(block: &Block<'_>, sums: &mut Sums) -> u64 {
    years(block, sums, &mut ())
}

#[multiversion(targets("x86_64+avx+avx2"))]
fn avx2(block: &Block<'_>, sums: &mut Sums) -> u64 {
    years(block, sums, &mut ())
}

#[inline(always)]
fn years(block: &Block<'_>, sums: &mut Sums, observer: &mut impl Observe) -> u64 {
    let Block { entries, first, zones, base_year, years, draw, world, effects, origin, ages } = *block;
    let mut persons = Persons::new();
    let p = &mut persons;
    origin.enter(p, entries, world, &draw.theta, effects, zones, first as f64);
    for i in 0..BLOCK {
        p.ease[i] = award::ease(&draw.in_year[0][0].admission, p.generosity[i], 0.0, 0.0);
    }
    let models = draw.in_year.len();
    let mut bpa: Vec<Column> = vec![p.recipient; models];
    let mut out = Outputs::new();
    let mut shared = Shared::new();
    let mut lived = 0;
    for t in first..years {
        if p.used == 0 {
            break;
        }
        let year = base_year + t as i32;
        shared.fill(p, ages, draw, world, year, t == 0);
        let later = if t == 0 { 0.0 } else { 1.0 };
        let null = step::municipal_shares(p, &draw.in_year[0][t]);
        for model in 0..models {
            let m = &draw.in_year[model][t];
            if model > 0 && !m.started {
                bpa[model] = bpa[0];
                continue;
            }
            let own: ShareColumns;
            let own = if model == 0 {
                &null
            } else {
                own = step::municipal_shares(p, m);
                &own
            };
            let had = bpa[model];
            step::decide(p, &shared, draw, m, &null, own, &mut bpa[model], model == 0, later, &mut out);
            step::serve(p, &shared, draw, m, &null, own, &mut out);
            costs::pay(p, draw, m, &mut out);
            gather(p, &out, &shared.dies, &shared.age_class, model, t, sums);
            observer.see(&Seen {
                model,
                year: t,
                persons: p,
                shared: &shared,
                null: &null,
                own,
                had: &had,
                out: &out,
            });
        }
        let common = &mut sums.common[t];
        add(&mut common[Common::Persons as usize], &p.alive, &p.alive);
        add(&mut common[Common::Need as usize], &p.need, &p.alive);
        add(&mut common[Common::Relatives as usize], &p.relatives, &p.alive);
        let mut capable = [0.0; BLOCK];
        for i in 0..BLOCK {
            let working_age = (p.age[i] >= 18.0) & (p.age[i] < 67.0);
            capable[i] = if working_age { p.capable[i] } else { 0.0 };
        }
        add(&mut common[Common::Capable as usize], &capable, &p.alive);
        let alive: f64 = p.alive.iter().sum();
        lived += alive as u64;
        life::grow_older(p, &draw.theta, &shared.dies, &shared.need, &shared.work_change);
        let alive: f64 = p.alive.iter().sum();
        if (p.used - alive as usize) * DEAD_SHARE > p.used {
            p.compact(&mut bpa);
        }
    }
    lived
}
