//! Adding a block's year up: by unit, and for the whole country.

use super::step::{self, Outputs};
use super::sums::{
    BIN_ROOM, ByUnit, COVERAGE_BINS, LANES, Lanes, National, Sums, add, packed, total, unpacked,
};
use crate::math::{Bounds, whole_part};
use crate::population::{BLOCK, Column, Persons};

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
pub fn gather(
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
    let mut bin = [0u32; BLOCK];
    for i in 0..BLOCK {
        // Who has no BPA is counted where nobody looks, each lane in a place of its own: a sum that the next
        // one waits for would cost more than the branch it saves.
        let place = (o.coverage[i] * COVERAGE_BINS as f64).at_most(COVERAGE_BINS as f64 - 1.0);
        let place = if p.alive[i] * o.recipient[i] > 0.5 { place } else { (COVERAGE_BINS + i) as f64 };
        bin[i] = whole_part(place) as u32;
    }
    for bin in bin {
        bins[bin as usize % BIN_ROOM] += 1;
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
