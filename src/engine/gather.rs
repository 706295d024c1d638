//! Adding a block's year up: by unit, and for the whole country.

use super::step::{self, Outputs};
use super::sums::{
    BIN_ROOM, ByUnit, COVERAGE_BINS, LANES, Lanes, National, Sums, add, packed, total, unpacked,
};
use crate::math::{Bounds, whole_part};
use crate::population::{BLOCK, Column, Persons};

/// Columns that stand side by side, a person's in a row: as many as the narrowest of the wide vectors holds.
const QUAD: usize = 4;

/// Quads of columns summed by unit.
const QUADS: usize = ByUnit::COUNT / QUAD;
const _: () = assert!(QUADS * QUAD == ByUnit::COUNT);

/// Where a block is added up: products of columns that are summed too, and columns turned into rows. Kept
/// between blocks, since clearing the memory would cost more than the sums.
pub struct Tally {
    deaths: Column,
    covered: Column,
    with: Column,
    without: Column,
    lost: Column,
    squared: Column,
    flags: Column,
    hours: Column,
    bin: [u32; BLOCK],
    rows: [[[f64; QUAD]; BLOCK]; QUADS],
}

impl Tally {
    /// All zero.
    pub fn new() -> Tally {
        const Z: Column = [0.0; BLOCK];
        Tally {
            deaths: Z,
            covered: Z,
            with: Z,
            without: Z,
            lost: Z,
            squared: Z,
            flags: Z,
            hours: Z,
            bin: [0; BLOCK],
            rows: [[[0.0; QUAD]; BLOCK]; QUADS],
        }
    }

    /// Works the products of a step's results out.
    #[inline(always)]
    pub fn fill(&mut self, p: &Persons, o: &Outputs, dies: &Column) {
        for i in 0..BLOCK {
            let with = p.alive[i] * o.recipient[i];
            self.with[i] = with;
            self.without[i] = p.alive[i] - with;
            self.deaths[i] = o.recipient[i] * dies[i];
            self.covered[i] = o.recipient[i] * o.coverage[i];
            self.lost[i] = o.running[i] * o.granted[i] - o.delivered[i];
            self.squared[i] = o.coverage[i] * o.coverage[i];
            let refunded = if o.refund[i] > 0.0 { p.alive[i] } else { 0.0 };
            let only = if p.other[i] > 0.0 { 0.0 } else { with };
            self.flags[i] = packed([refunded, p.alive[i] * o.education[i], only, only * refunded]);
            self.hours[i] = step::hours_class(o.granted[i]);
            // Who has no BPA is counted where nobody looks, each lane in a place of its own: a sum that the next
            // one waits for would cost more than the branch it saves.
            let place = (o.coverage[i] * COVERAGE_BINS as f64).at_most(COVERAGE_BINS as f64 - 1.0);
            let place = if with > 0.5 { place } else { (COVERAGE_BINS + i) as f64 };
            self.bin[i] = whole_part(place) as u32;
        }
    }

    /// Turns the columns that are summed by unit into rows, four at a time.
    #[inline(always)]
    fn turn(&mut self, o: &Outputs) {
        let columns = by_unit(o, &self.deaths, &self.covered);
        for (quad, rows) in self.rows.iter_mut().enumerate() {
            let [a, b, c, d] = std::array::from_fn(|k| columns[quad * QUAD + k]);
            for i in 0..BLOCK {
                rows[i] = [a[i], b[i], c[i], d[i]];
            }
        }
    }
}

impl Default for Tally {
    fn default() -> Self {
        Tally::new()
    }
}

/// The columns that are summed by unit, in the order of [`ByUnit`].
#[inline(always)]
pub fn by_unit<'a>(o: &'a Outputs, deaths: &'a Column, covered: &'a Column) -> [&'a Column; ByUnit::COUNT] {
    use ByUnit as U;
    let mut columns = [&o.recipient; ByUnit::COUNT];
    for (column, values) in [
        (U::Recipients, &o.recipient),
        (U::Awards, &o.awarded),
        (U::Exits, &o.exited),
        (U::Deaths, deaths),
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
        (U::Coverage, covered),
    ] as [_; ByUnit::COUNT]
    {
        columns[column as usize] = values;
    }
    columns
}

/// Adds a step's results to the sums: a person's row to its unit's, whatever unit the neighbour belongs to.
#[inline(always)]
pub fn gather(
    p: &Persons,
    o: &Outputs,
    dies: &Column,
    age_class: &Column,
    (model, year): (usize, usize),
    tally: &mut Tally,
    sums: &mut Sums,
) {
    tally.fill(p, o, dies);
    tally.turn(o);
    let units = sums.units_mut(model, year);
    for i in 0..p.used {
        let row = &mut units[p.unit[i] as usize];
        // Everything is read before anything is written: whole quads then move at once.
        let mut sum = *row;
        for quad in 0..QUADS {
            for k in 0..QUAD {
                sum[quad * QUAD + k] += tally.rows[quad][i][k];
            }
        }
        *row = sum;
    }
    let cell = sums.cell(model, year);
    let bins = &mut sums.coverage[cell];
    for bin in tally.bin {
        bins[bin as usize % BIN_ROOM] += 1;
    }

    use National as N;
    let Tally { with, without, lost, squared, flags, hours, .. } = tally;
    let n = &mut sums.national[cell];
    let live = &p.alive;
    add(&mut n[N::RecipientsNeed as usize], &p.need, with);
    add(&mut n[N::Granted as usize], &o.granted, with);
    add(&mut n[N::Lost as usize], lost, live);
    add(&mut n[N::Leading as usize], &o.leading, live);
    add(&mut n[N::RelativesOut as usize], &o.relatives_out, live);
    add(&mut n[N::RelativesEmployed as usize], &o.relatives_employed, live);
    add(&mut n[N::Waiting as usize], &o.waiting, live);
    add(&mut n[N::PoolTraditional as usize], &o.traditional_pool, live);
    add(&mut n[N::PoolRelatives as usize], &o.relatives_hours, without);
    add(&mut n[N::CoverageSquared as usize], squared, with);
    count::<4>(n, N::Refunded, flags, &[1.0; BLOCK]);
    count::<5>(n, N::Age0, age_class, with);
    count::<6>(n, N::Hours0, hours, with);
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
