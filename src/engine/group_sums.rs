//! Sums by unit of a group in one year, before they are added to the country's: few rows, so that they stay in the
//! processor's cache, and several for each unit, so that neighbours of the same unit need not wait for each other.

use super::outputs::Outputs;
use super::summation::{STEP_HOURS, STEP_KRONER, STEP_SHARES, whole_steps};
use super::sums::{ByUnit, QUAD, QUADS, Sums, UnitSums};
use crate::population::placement::Entrant;
use crate::population::{BLOCK, Persons};

/// Rows of each unit, taken in turn.
const ROWS: usize = 2;

/// The constant that rounds each column to whole steps, see [`whole_steps`].
const STEPS: [f64; ByUnit::COUNT] = {
    let mut steps = [STEP_HOURS; ByUnit::COUNT];
    steps[ByUnit::Other as usize] = STEP_KRONER;
    steps[ByUnit::Refund as usize] = STEP_KRONER;
    steps[ByUnit::RefundBpa as usize] = STEP_KRONER;
    steps[ByUnit::RefundPool as usize] = STEP_KRONER;
    steps[ByUnit::ArenaMunicipal as usize] = STEP_KRONER;
    steps[ByUnit::ArenaState as usize] = STEP_KRONER;
    steps[ByUnit::Squeeze as usize] = STEP_SHARES;
    steps
};

/// The row of a model that each lane is added to.
pub type RowIndices = [u32; BLOCK];

/// Rows of the units that a group's persons belong to.
#[derive(Clone, Debug, Default)]
pub struct GroupSums {
    first: usize,
    units: usize,
    /// `[model][unit][ROWS]`, and behind every model's a row for lanes in which nobody lives.
    rows: Vec<UnitSums>,
}

impl GroupSums {
    /// Zeroes for a group's units under so many models: for all between the first and the last of them, since cohorts
    /// are sorted by unit.
    pub fn clear(&mut self, entrants: &[&[Entrant]], models: usize) {
        let units = || entrants.iter().copied().flatten().map(|entry| entry.unit as usize);
        self.first = units().min().unwrap_or(0);
        self.units = units().max().map_or(0, |last| last + 1 - self.first);
        self.rows.clear();
        self.rows.resize(models * self.a_model(), UnitSums([0.0; ByUnit::COUNT]));
    }

    /// Rows of a model.
    fn a_model(&self) -> usize {
        self.units * ROWS + 1
    }

    /// The places of a block's persons.
    #[inline(always)]
    pub fn places(&self, p: &Persons) -> RowIndices {
        let (first, nobody) = (self.first as u32, (self.units * ROWS) as u32);
        let mut places = [0; BLOCK];
        for i in 0..BLOCK {
            let own = p.unit[i].wrapping_sub(first).wrapping_mul(ROWS as u32).wrapping_add((i % ROWS) as u32);
            places[i] = if p.alive[i] > 0.5 { own } else { nobody };
        }
        places
    }

    /// Adds a model's results of a block, from a quad on.
    #[inline(always)]
    pub fn add<const FROM: usize>(&mut self, model: usize, places: &RowIndices, o: &Outputs) {
        let of = self.a_model();
        let rows = &mut self.rows[model * of..][..of];
        for i in 0..BLOCK {
            let row = &mut rows[places[i] as usize];
            // Everything is read before anything is written: whole quads then move at once.
            let mut sum = row.0;
            for quad in FROM..QUADS {
                for k in 0..QUAD {
                    let column = quad * QUAD + k;
                    sum[column] += whole_steps(o.rows[quad][i][k], STEPS[column]);
                }
            }
            row.0 = sum;
        }
    }

    /// Adds the year to the country's sums, and begins again at zero.
    #[inline(always)]
    pub fn flush(&mut self, year: usize, sums: &mut Sums) {
        let (of, units) = (self.a_model(), self.first..self.first + self.units);
        for (model, rows) in self.rows.chunks_exact_mut(of).enumerate() {
            let sums = &mut sums.units_mut(model, year)[units.clone()];
            for (sum, rows) in sums.iter_mut().zip(rows.chunks_exact_mut(ROWS)) {
                let mut added = sum.0;
                for column in 0..ByUnit::COUNT {
                    added[column] += rows[0][column] + rows[1][column];
                }
                sum.0 = added;
                for row in rows {
                    row.0 = [0.0; ByUnit::COUNT];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_added_to_the_own_unit_and_the_dead_to_none() {
        let entry = |unit| Entrant { unit, class: 0, recipient: false, key: 0, own: 0 };
        let entries = [entry(3), entry(5)];
        let (mut p, mut out) = (Persons::new(), Outputs::new());
        for i in 0..5 {
            (p.unit[i], p.alive[i]) = (if i == 4 { 5 } else { 3 }, 1.0);
        }
        p.alive[1] = 0.0;
        for (i, row) in out.rows.iter_mut().flat_map(|quad| quad.iter_mut().enumerate()) {
            *row = [10f64.powi(i as i32); QUAD];
        }
        let (mut rows, mut sums) = (GroupSums::default(), Sums::new(2, 2, 7));
        rows.clear(&[&entries[1..], &entries[..1]], 2);
        let places = rows.places(&p);
        rows.add::<0>(0, &places, &out);
        rows.add::<{ QUADS - 1 }>(1, &places, &out);
        // What is settled is not added twice.
        (0..2).for_each(|_| rows.flush(1, &mut sums));
        for unit in 0..7 {
            let expected = match unit {
                3 => 1101.0,
                5 => 10_000.0,
                _ => 0.0,
            };
            assert_eq!(sums.units(0, 1)[unit].0, [expected; ByUnit::COUNT]);
            let last = &sums.units(1, 1)[unit];
            assert_eq!((last[0], last[ByUnit::COUNT - 1]), (0.0, expected));
            assert_eq!(sums.units(0, 0)[unit].0, [0.0; ByUnit::COUNT]);
        }
    }
}
