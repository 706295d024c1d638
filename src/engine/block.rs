//! One block of persons through the years, under every model: the kernel. Compiled for several
//! instruction sets; the best one the processor has is chosen when the program runs.

use super::costs;
use super::setup::Draw;
use super::shared::Shared;
use super::step::{self, Outputs, ShareColumns};
use super::sums::{
    ByUnit, COVERAGE_BINS, Common, LANES, Lanes, National, Sums, add, packed, total, unpacked,
};
use crate::behaviour::award;
use crate::math::whole_part;
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

/// Products of columns that are summed too.
pub struct Mixed {
    deaths: Column,
    covered: Column,
}

impl Mixed {
    /// Of a year's results.
    #[inline(always)]
    pub fn new(o: &Outputs, dies: &Column) -> Mixed {
        let mut mixed = Mixed { deaths: [0.0; BLOCK], covered: [0.0; BLOCK] };
        for i in 0..BLOCK {
            mixed.deaths[i] = o.recipient[i] * dies[i];
            mixed.covered[i] = o.recipient[i] * o.coverage[i];
        }
        mixed
    }
}

/// The columns that are summed by unit, in the order of [`ByUnit`].
#[inline(always)]
pub fn by_unit<'a>(o: &'a Outputs, mixed: &'a Mixed) -> [&'a Column; ByUnit::COUNT] {
    use ByUnit as U;
    let mut columns = [&o.recipient; ByUnit::COUNT];
    for (column, values) in [
        (U::Recipients, &o.recipient),
        (U::Awards, &o.awarded),
        (U::Exits, &o.exited),
        (U::Deaths, &mixed.deaths),
        (U::Delivered, &o.delivered),
        (U::Traditional, &o.traditional),
        (U::Other, &o.other),
        (U::Refund, &o.refund),
        (U::RefundBpa, &o.refund_bpa),
        (U::GrantHours, &o.grant_hours),
        (U::Allowances, &o.allowance),
        (U::LostWork, &o.lost_work),
        (U::SickLeave, &o.sick_leave),
        (U::Time, &o.time),
        (U::Strain, &o.strain),
        (U::Admissions, &o.admissions),
        (U::Unmet, &o.unmet),
        (U::Employed, &o.employed),
        (U::RelativesHours, &o.relatives_hours),
        (U::Coverage, &mixed.covered),
    ] as [_; ByUnit::COUNT]
    {
        columns[column as usize] = values;
    }
    columns
}

/// Persons of one unit in a row from which adding them up by lanes pays.
const LONG_RUN: usize = 8;

/// Adds a step's results to the sums.
#[inline(always)]
fn gather(
    p: &Persons,
    o: &Outputs,
    dies: &Column,
    age_class: &Column,
    model: usize,
    year: usize,
    sums: &mut Sums,
) {
    let mixed = Mixed::new(o, dies);
    let columns = by_unit(o, &mixed);
    let units = sums.units_mut(model, year);
    let mut start = 0;
    while start < p.used {
        // Persons stand sorted by unit: a run of lanes belongs to one of them.
        let unit = p.unit[start];
        let end = (start + 1..p.used).find(|i| p.unit[*i] != unit).unwrap_or(p.used);
        let row = &mut units[unit as usize];
        if end - start < LONG_RUN {
            for i in start..end {
                for (sum, column) in row.iter_mut().zip(columns) {
                    *sum += p.alive[i] * column[i];
                }
            }
        } else {
            let (from, to) = (start / LANES * LANES, end.div_ceil(LANES) * LANES);
            let mut own = [0.0; BLOCK];
            own[start..end].copy_from_slice(&p.alive[start..end]);
            for (sum, column) in row.iter_mut().zip(columns) {
                let mut lanes = [0.0; LANES];
                add(&mut lanes, &column[from..to], &own[from..to]);
                *sum += total(&lanes);
            }
        }
        start = end;
    }
    let cell = sums.cell(model, year);
    let bins = &mut sums.coverage[cell];
    for i in 0..p.used {
        if p.alive[i] * o.recipient[i] > 0.5 {
            bins[whole_part(o.coverage[i] * COVERAGE_BINS as f64).min(COVERAGE_BINS - 1)] += 1;
        }
    }

    use National as N;
    const Z: Column = [0.0; BLOCK];
    let (mut with, mut without, mut lost, mut squared) = (Z, Z, Z, Z);
    let (mut flags, mut hours) = (Z, Z);
    for i in 0..BLOCK {
        with[i] = p.alive[i] * o.recipient[i];
        without[i] = p.alive[i] - with[i];
        lost[i] = o.running[i] * o.granted[i] - o.delivered[i];
        squared[i] = o.coverage[i] * o.coverage[i];
        let refunded = if o.refund[i] > 0.0 { p.alive[i] } else { 0.0 };
        let only = if p.other[i] > 0.0 { 0.0 } else { with[i] };
        flags[i] = packed([refunded, p.alive[i] * o.education[i], only, only * refunded]);
        hours[i] = step::hours_class(o.granted[i]);
    }
    let n = &mut sums.national[cell];
    let live = &p.alive;
    add(&mut n[N::RecipientsNeed as usize], &p.need, &with);
    add(&mut n[N::Granted as usize], &o.granted, &with);
    add(&mut n[N::Lost as usize], &lost, live);
    add(&mut n[N::Leading as usize], &o.leading, live);
    add(&mut n[N::RelativesOut as usize], &o.relatives_out, live);
    add(&mut n[N::RelativesEmployed as usize], &o.relatives_employed, live);
    add(&mut n[N::Waiting as usize], &o.waiting, live);
    add(&mut n[N::PoolTraditional as usize], &o.traditional_pool, live);
    add(&mut n[N::PoolRelatives as usize], &o.relatives_hours, &without);
    add(&mut n[N::CoverageSquared as usize], &squared, &with);
    count::<4>(n, N::Refunded, &flags, &[1.0; BLOCK]);
    count::<5>(n, N::Age0, age_class, &with);
    count::<6>(n, N::Hours0, &hours, &with);
}

/// Adds a block's counts of the first `K` kinds to columns from `first` on.
#[inline(always)]
fn count<const K: usize>(
    sums: &mut [Lanes; National::COUNT],
    first: National,
    kinds: &Column,
    weight: &Column,
) {
    let mut lanes = [0.0; LANES];
    add(&mut lanes, kinds, weight);
    let counts = unpacked(total(&lanes));
    for k in 0..K {
        sums[first as usize + k][0] += counts[k];
    }
}
