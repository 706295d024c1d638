//! Adding a block's year up: by unit, and for the whole country.

use super::group_sums::{GroupSums, RowIndices};
use super::outputs::Outputs;
use super::person;
use super::summation::{add, count, packed};
use super::sums::{BIN_ROOM, BINS_PER_COVERAGE, ByUnit, COVERAGE_BINS, Counted, National, Sums, quad};
use crate::math::{Bounds, whole_part};
use crate::population::{BLOCK, Column, Persons};

/// Where a block is added up: products of columns that are summed too. Kept between blocks, since clearing the memory
/// would cost more than the sums.
#[repr(C, align(64))]
pub struct DerivedColumns {
    with: Column,
    without: Column,
    lost: Column,
    squared: Column,
    flags: Column,
    hours: Column,
    bin: [u32; BLOCK],
}

impl DerivedColumns {
    /// All zero.
    pub fn new() -> DerivedColumns {
        const Z: Column = [0.0; BLOCK];
        DerivedColumns { with: Z, without: Z, lost: Z, squared: Z, flags: Z, hours: Z, bin: [0; BLOCK] }
    }

    /// Works the products of a step's results out.
    #[inline(always)]
    fn fill(&mut self, p: &Persons, o: &Outputs) {
        for i in 0..BLOCK {
            let with = p.alive[i] * o.recipient[i];
            self.with[i] = with;
            self.without[i] = p.alive[i] - with;
            self.lost[i] = o.running[i] * o.granted[i] - o.delivered[i];
            self.squared[i] = o.coverage[i] * o.coverage[i];
            let refunded = p.alive[i] * o.refunded[i];
            let only = if p.other[i] > 0.0 { 0.0 } else { with };
            self.flags[i] = flags(Flags {
                refunded,
                education: p.alive[i] * o.education[i],
                bpa_only: only,
                bpa_only_refunded: only * refunded,
            });
            self.hours[i] = person::hours_class(o.granted[i]);
            // Who has no BPA is counted where nobody looks, each lane in a place of its own: a sum that the next
            // one waits for would cost more than the branch it saves.
            let place = (o.coverage[i] * BINS_PER_COVERAGE).at_most(COVERAGE_BINS as f64 - 1.0);
            let place = if with > 0.5 { place } else { (COVERAGE_BINS + i) as f64 };
            self.bin[i] = whole_part(place) as u32;
        }
    }
}

/// Flags of a person that are counted together, 1 or 0.
struct Flags {
    refunded: f64,
    education: f64,
    bpa_only: f64,
    bpa_only_refunded: f64,
}

/// The flags in the order of [`Counted::FLAGS`].
#[inline(always)]
fn flags(of: Flags) -> f64 {
    let mut ordered = [0.0; Counted::FLAGS.len()];
    for k in 0..ordered.len() {
        ordered[k] = match Counted::FLAGS[k] {
            National::Refunded => of.refunded,
            National::Education => of.education,
            National::BpaOnly => of.bpa_only,
            _ => of.bpa_only_refunded,
        };
    }
    packed(ordered)
}

impl Default for DerivedColumns {
    fn default() -> Self {
        DerivedColumns::new()
    }
}

/// Adds a step's results to the sums: a person's row to its unit's, whatever unit the neighbour belongs to. What is
/// counted waits for [`Sums::flush`].
#[inline(always)]
pub fn accumulate(
    (p, age_class): (&Persons, &Column),
    o: &Outputs,
    places: &RowIndices,
    (model, year): (usize, usize),
    derived: &mut DerivedColumns,
    rows: &mut GroupSums,
    sums: &mut Sums,
) {
    derived.fill(p, o);
    rows.add::<0>(model, places, o);
    let cell = sums.cell(model, year);
    let bins = &mut sums.coverage[cell];
    for bin in derived.bin {
        bins[bin as usize % BIN_ROOM] += 1;
    }

    use National as N;
    let DerivedColumns { with, without, lost, squared, flags, hours, .. } = derived;
    let live = &p.alive;
    // As many at once as the registers have room for.
    let national = &mut sums.national[cell];
    add(
        national,
        [
            (N::RecipientsNeed as usize, &p.need, with),
            (N::Granted as usize, &o.granted, with),
            (N::Lost as usize, lost, live),
            (N::Leading as usize, &o.leading, live),
            (N::RelativesOut as usize, &o.relatives_out, live),
        ],
    );
    add(
        national,
        [
            (N::RelativesEmployed as usize, &o.relatives_employed, live),
            (N::Waiting as usize, &o.waiting, live),
            (N::PoolTraditional as usize, &o.traditional_pool, live),
            (N::PoolRelatives as usize, &o.relatives_hours, without),
            (N::CoverageSquared as usize, squared, with),
        ],
    );
    let all = &[1.0; BLOCK];
    count(
        &mut sums.counted[cell],
        [
            (Counted::Flags as usize, flags, all),
            (Counted::Ages as usize, age_class, with),
            (Counted::Hours as usize, hours, with),
        ],
    );
}

/// The same for persons whom no model gives BPA: all that they don't add to is left out.
#[inline(always)]
pub fn accumulate_without_bpa(
    p: &Persons,
    o: &Outputs,
    places: &RowIndices,
    (model, year): (usize, usize),
    derived: &mut DerivedColumns,
    rows: &mut GroupSums,
    sums: &mut Sums,
) {
    let flags = &mut derived.flags;
    for i in 0..BLOCK {
        let (refunded, education) = (p.alive[i] * o.refunded[i], p.alive[i] * o.education[i]);
        flags[i] = self::flags(Flags { refunded, education, bpa_only: 0.0, bpa_only_refunded: 0.0 });
    }
    rows.add::<{ quad(ByUnit::Traditional) }>(model, places, o);
    let cell = sums.cell(model, year);
    use National as N;
    let live = &p.alive;
    add(
        &mut sums.national[cell],
        [
            (N::RelativesOut as usize, &o.relatives_out, live),
            (N::RelativesEmployed as usize, &o.relatives_employed, live),
            (N::PoolTraditional as usize, &o.traditional, live),
            (N::PoolRelatives as usize, &o.relatives_hours, live),
        ],
    );
    count(&mut sums.counted[cell], [(Counted::Flags as usize, flags, &[1.0; BLOCK])]);
}
