//! Sums over persons: by unit, for the ledger and the tables of units, and for the whole country.

use super::summation::{LANES, Lanes, total, unpacked};
use crate::population::BLOCK;

macro_rules! columns {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $column:ident),* $(,)? }) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $column),* }
        impl $name {
            /// Number of columns.
            pub const COUNT: usize = [$($name::$column),*].len();
            /// Names of the columns, in order.
            pub const NAMES: [&str; $name::COUNT] = [$(stringify!($column)),*];
        }
    };
}

columns! {
    /// Sums by unit, model and year: in fours that are worked out together, see [`Quads`]; first what only persons
    /// with BPA add to.
    ByUnit {
        /// Persons with BPA.
        Recipients,
        /// New awards.
        Awards,
        /// Voluntary exits.
        Exits,
        /// Σ of recipients' coverage.
        Coverage,
        /// D, hours a week.
        Delivered,
        /// Recipients who die at the end of the year.
        Deaths,
        /// Hours a week that the hour grant counts.
        GrantHours,
        /// Refund due to BPA, NOK.
        RefundBpa,
        /// f·q: hours a week of help in arenas that BPA takes over.
        ArenaHours,
        /// What school and leisure help would cost the municipality, base-year kroner in zone 1.
        ArenaMunicipal,
        /// What help at work would cost the state, base-year kroner in zone 1.
        ArenaState,
        /// Recipients who move to an institution at the end of the year.
        Moves,
        /// w1·h_trad, hours a week.
        Traditional,
        /// R, hours a week.
        RelativesHours,
        /// U, hours a week.
        Unmet,
        /// k·L: paid hours a week lost.
        LostWork,
        /// k·sl·(37.5 − L): hours a week on sick leave.
        SickLeave,
        /// Hours a week of relatives' time, leading the work included.
        Time,
        /// k·strain.
        Strain,
        /// Care allowances.
        Allowances,
        /// Expected admissions.
        Admissions,
        /// Users employed.
        Employed,
        /// Other services, NOK.
        Other,
        /// Refund, NOK.
        Refund,
        /// Those of the traditional hours that are given in staffed homes.
        StaffedHours,
        /// Years in staffed homes.
        StaffedYears,
        /// Refund of persons without BPA, NOK.
        RefundPool,
        /// Σ of recipients' squeeze.
        Squeeze,
    }
}

/// Columns that stand side by side, a person's in a row: as many as the narrowest of the wide vectors holds.
pub const QUAD: usize = 4;

/// Quads of columns summed by unit.
pub const QUADS: usize = ByUnit::COUNT / QUAD;
const _: () = assert!(QUADS * QUAD == ByUnit::COUNT);

/// What a block's persons add to their units: `[quad][person]`, four columns of [`ByUnit`] at a time, so that a
/// person's numbers are added to the unit's in a few instructions, whatever unit the neighbour belongs to.
pub type Quads = [[[f64; QUAD]; BLOCK]; QUADS];

/// The quad that begins with a column.
pub const fn quad(first: ByUnit) -> usize {
    assert!((first as usize).is_multiple_of(QUAD));
    first as usize / QUAD
}

/// The quad of four columns, which are all of it; does not compile where they are not.
pub const fn quad_of(columns: [ByUnit; QUAD]) -> usize {
    let quad = columns[0] as usize / QUAD;
    let (mut i, mut found) = (0, 0);
    while i < QUAD {
        assert!(columns[i] as usize / QUAD == quad);
        found |= 1 << (columns[i] as usize % QUAD);
        i += 1;
    }
    assert!(found == (1 << QUAD) - 1);
    quad
}

/// `put!(rows, lane, { Column: number, … })` writes the four columns of a quad for the person in a lane, by their names.
macro_rules! put {
    ($rows:expr, $lane:expr, { $($column:ident: $number:expr),* $(,)? }) => {{
        use $crate::engine::sums::{ByUnit, QUAD, quad_of};
        const QUAD_OF: usize = quad_of([$(ByUnit::$column),*]);
        let mut row = [0.0; QUAD];
        $(row[ByUnit::$column as usize % QUAD] = $number;)*
        $rows[QUAD_OF][$lane] = row;
    }};
}
pub(super) use put;

columns! {
    /// National sums by model and year.
    National {
        /// Need of recipients, hours a week.
        RecipientsNeed,
        /// g of recipients.
        Granted,
        /// f·g − D.
        Lost,
        /// Hours a week leading the work.
        Leading,
        /// Relatives out of work because of care.
        RelativesOut,
        /// Relatives employed.
        RelativesEmployed,
        /// Months of wait, of those awarded.
        Waiting,
        /// h_trad of the pool.
        PoolTraditional,
        /// R of the pool.
        PoolRelatives,
        /// Persons with refund > 0.
        Refunded,
        /// Users in education.
        Education,
        /// Recipients without other services.
        BpaOnly,
        /// … with refund > 0.
        BpaOnlyRefunded,
        /// Σ of squared coverage of recipients.
        CoverageSquared,
        /// Recipients 0–17.
        Age0,
        /// Recipients 18–49.
        Age1,
        /// Recipients 50–66.
        Age2,
        /// Recipients 67–79.
        Age3,
        /// Recipients 80+.
        Age4,
        /// Recipients by class of granted hours.
        Hours0,
        /// 2–5 h.
        Hours1,
        /// 5–10 h.
        Hours2,
        /// 10–15 h.
        Hours3,
        /// 15–35.5 h.
        Hours4,
        /// 35.5 h and more.
        Hours5,
    }
}

columns! {
    /// National sums by year, the same under every model.
    Common {
        /// Persons alive.
        Persons,
        /// Need, hours a week.
        Need,
        /// Helping relatives.
        Relatives,
        /// Work-capable users 18–66.
        Capable,
        /// k·m: hours a week relatives give whatever the services.
        BaselineCare,
    }
}

/// Bins of recipients' coverage per unit of it, for percentiles and Gini: the error of a percentile is at most half a bin,
/// 0.00125.
pub const BINS_PER_COVERAGE: f64 = 400.0;

/// Bins of recipients' coverage from 0 to 2: a norm that widens may grant more than today's assessments of need.
pub const COVERAGE_BINS: usize = 800;

/// Room for the bins: more for those who are not counted, up to a power of two, which any number is brought
/// below without a branch.
pub const BIN_ROOM: usize = (COVERAGE_BINS + BLOCK).next_power_of_two();

/// What is counted in [`KIND`](super::summation::KIND)s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Flags, see [`Counted::FLAGS`].
    Flags,
    /// Recipients by class of age.
    Ages,
    /// Recipients by class of granted hours.
    Hours,
}

impl Counted {
    /// Number of them.
    pub const COUNT: usize = 3;
    /// The flags that are counted together, in the order of their kinds.
    pub const FLAGS: [National; 4] =
        [National::Refunded, National::Education, National::BpaOnly, National::BpaOnlyRefunded];
    /// The national column of each kind.
    const COLUMNS: [&[National]; Counted::COUNT] = {
        use National::*;
        [&Counted::FLAGS, &[Age0, Age1, Age2, Age3, Age4], &[Hours0, Hours1, Hours2, Hours3, Hours4, Hours5]]
    };
}

/// Blocks that may be counted before [`Sums::flush`]: more would be too many for a lane's 8 bits.
pub const MAX_UNFLUSHED_BLOCKS: usize = 255 / (BLOCK / LANES);

/// A unit's sums, [`ByUnit`]; so aligned that no vector of four lies across two cache lines.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(32))]
pub struct UnitSums(pub [f64; ByUnit::COUNT]);

impl std::ops::Deref for UnitSums {
    type Target = [f64; ByUnit::COUNT];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl std::ops::DerefMut for UnitSums {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// All sums of one world.
#[derive(Clone, Debug)]
pub struct Sums {
    units: usize,
    years: usize,
    /// `[model][year][unit]`.
    pub by_unit: Vec<UnitSums>,
    /// `[model][year]` of [`National`].
    pub national: Vec<[Lanes; National::COUNT]>,
    /// `[model][year]`: what is counted in `national` with [`Sums::flush`], see [`Counted`].
    pub counted: Vec<[Lanes; Counted::COUNT]>,
    /// `[year]` of [`Common`].
    pub common: Vec<[Lanes; Common::COUNT]>,
    /// `[model][year]` bins of recipients' coverage.
    pub coverage: Vec<[u32; BIN_ROOM]>,
}

impl Sums {
    /// Zeroes for so many models, years and units.
    pub fn new(models: usize, years: usize, units: usize) -> Sums {
        Sums {
            units,
            years,
            by_unit: vec![UnitSums([0.0; ByUnit::COUNT]); models * years * units],
            national: vec![[[0.0; LANES]; National::COUNT]; models * years],
            counted: vec![[[0.0; LANES]; Counted::COUNT]; models * years],
            common: vec![[[0.0; LANES]; Common::COUNT]; years],
            coverage: vec![[0; BIN_ROOM]; models * years],
        }
    }

    /// Back to zero, keeping the memory.
    pub fn clear(&mut self) {
        self.by_unit.fill(UnitSums([0.0; ByUnit::COUNT]));
        self.national.fill([[0.0; LANES]; National::COUNT]);
        self.counted.fill([[0.0; LANES]; Counted::COUNT]);
        self.common.fill([[0.0; LANES]; Common::COUNT]);
        self.coverage.fill([0; BIN_ROOM]);
    }

    /// Index of a model and year.
    pub fn cell(&self, model: usize, year: usize) -> usize {
        model * self.years + year
    }

    /// Rows of all units for a model and year.
    pub fn units(&self, model: usize, year: usize) -> &[UnitSums] {
        let from = self.cell(model, year) * self.units;
        &self.by_unit[from..from + self.units]
    }

    /// The same rows, mutable.
    pub fn units_mut(&mut self, model: usize, year: usize) -> &mut [UnitSums] {
        let from = self.cell(model, year) * self.units;
        &mut self.by_unit[from..from + self.units]
    }

    /// Counts what has been counted in a year since the last time: at the latest after [`MAX_UNFLUSHED_BLOCKS`] blocks.
    #[inline(always)]
    pub fn flush(&mut self, year: usize) {
        for cell in (year..self.counted.len()).step_by(self.years) {
            for (lanes, columns) in self.counted[cell].iter_mut().zip(Counted::COLUMNS) {
                let counts = unpacked(lanes);
                for (kind, column) in columns.iter().enumerate() {
                    self.national[cell][*column as usize][0] += counts[kind];
                }
                *lanes = [0.0; LANES];
            }
        }
    }

    /// Copies the zero alternative's sums of a year to a model that has not started.
    pub fn copy_from_null(&mut self, model: usize, year: usize) {
        let (null, own) = (self.cell(0, year), self.cell(model, year));
        self.by_unit.copy_within(null * self.units..(null + 1) * self.units, own * self.units);
        self.national[own] = self.national[null];
        self.coverage[own] = self.coverage[null];
    }

    /// A national total.
    pub fn national(&self, model: usize, year: usize, column: National) -> f64 {
        total(&self.national[self.cell(model, year)][column as usize])
    }

    /// A total common to all models.
    pub fn common(&self, year: usize, column: Common) -> f64 {
        total(&self.common[year][column as usize])
    }

    /// Σ over units of every column, in one pass over memory.
    pub fn over_units(&self, model: usize, year: usize) -> UnitSums {
        let mut sums = [0.0; ByUnit::COUNT];
        for row in self.units(model, year) {
            for column in 0..ByUnit::COUNT {
                sums[column] += row[column];
            }
        }
        UnitSums(sums)
    }
}

#[cfg(test)]
mod tests {
    use super::super::summation::{KIND, count};
    use super::*;

    #[test]
    fn cleared_sums_are_as_new() {
        let new = Sums::new(2, 2, 2);
        let mut used = new.clone();
        used.by_unit[3].0[1] = 1.0;
        used.national[1][2][0] = 1.0;
        used.counted[0][1][0] = 1.0;
        used.common[1][0][0] = 1.0;
        used.coverage[2][9] = 1;
        used.clear();
        assert_eq!(
            (&used.by_unit, &used.national, &used.counted),
            (&new.by_unit, &new.national, &new.counted)
        );
        assert_eq!((&used.common, &used.coverage), (&new.common, &new.coverage));
    }

    #[test]
    fn as_many_blocks_as_may_wait_are_counted_exactly() {
        let mut sums = Sums::new(1, 2, 1);
        for _ in 0..MAX_UNFLUSHED_BLOCKS {
            count(&mut sums.counted[1], [(Counted::Hours as usize, &[KIND[5]; BLOCK], &[1.0; BLOCK])]);
        }
        for _ in 0..2 {
            sums.flush(1);
            assert_eq!(sums.national(0, 1, National::Hours5), (MAX_UNFLUSHED_BLOCKS * BLOCK) as f64);
            assert_eq!(sums.national(0, 1, National::Hours4), 0.0);
        }
    }
}
