//! What a run keeps: every national outcome of every world, exact sums of the ledger, and the chief
//! figures of each unit. Sums over worlds are whole numbers, so that they are the same in any order:
//! that is what lets a run be interrupted, resumed and spread over machines.
//!
//! Every outcome that is a sum has a total over years (for numbers of persons: person-years). Sums are in whole øre and
//! whole 1/10 000, added in 128 bits, so that parts of a run ([`crate::checkpoint`]) joined in any order give the same bytes as
//! one run. Percentiles need the draws themselves, which are kept for the country. Unit figures are summed for
//! every year; their intervals are of the first year, the first in which all models are in full effect, and the last, from
//! the first 1 000 worlds, which bounds the memory: the share of worlds below a stated percentile then errs by at most 0.016 (one standard
//! error, at the median).

use super::chunk::Chunk;
use super::mechanical::MechanicalDraws;
use crate::error::Error;
use crate::outcomes::Outcome;
use ndarray::{Array2, Array4, Axis};
use std::io::{BufWriter, Write};

pub use super::ledger_sums::{LedgerSums, VIEWS};
pub use super::national_draws::{NationalDraws, OutcomeSource};
pub use super::unit_figures::{UNIT_STEPS, UNIT_WORLDS, UNIT_YEARS, UnitFigure, Units};

/// The results of a run.
#[derive(Clone, Debug)]
pub struct Results {
    /// National outcomes of every world.
    pub national: NationalDraws,
    /// The same without reactions, of the draws that were simulated so too.
    pub mechanical: NationalDraws,
    /// Which these are.
    pub mechanical_draws: MechanicalDraws,
    /// Factor from nominal to fixed kroner, shape (world, year).
    pub to_fixed: Array2<f64>,
    /// Discount factor by year, from the base year.
    pub discount: Vec<f64>,
    /// Drawn parameter values as stated (own price year), shape (draw, scalar).
    pub values: Array2<f64>,
    /// Ledger sums.
    pub ledger: LedgerSums,
    /// Unit figures.
    pub units: Units,
    /// Number of draws.
    pub draws: usize,
    /// Replicates a draw.
    pub replicates: usize,
    /// Positions of the parameters whose values were given beforehand, not drawn.
    pub given: Vec<usize>,
    /// Independent scramblings the draws were dealt from in turn; 0 where every draw is independent.
    pub scrambles: usize,
}

impl Results {
    /// Number of worlds.
    pub fn worlds(&self) -> usize {
        self.draws * self.replicates
    }

    /// Puts a chunk in its place.
    pub fn add(&mut self, chunk: &Chunk) {
        let first = chunk.draws.start * chunk.dimensions.replicates;
        let without = self.mechanical_draws.before(chunk.draws.start) * chunk.dimensions.replicates;
        put(&mut self.national, first, &chunk.national);
        put(&mut self.mechanical, without, &chunk.mechanical);
        self.ledger.add(&chunk.ledger);
        self.units.add(&chunk.units, first);
    }

    /// The worlds that were simulated without reactions too, in order.
    pub fn mechanical_worlds(&self) -> impl Iterator<Item = usize> + use<> {
        let replicates = self.replicates;
        let draws = self.mechanical_draws.among(&(0..self.draws));
        draws.flat_map(move |draw| draw * replicates..(draw + 1) * replicates)
    }

    /// The first error of a fetch, if there was one; to be checked before results are written.
    pub fn failure(&self) -> Option<Error> {
        self.national.failure().or_else(|| self.mechanical.failure())
    }

    /// One hash of everything: the same wherever, and in whatever order, the same run is made. Hex.
    pub fn fingerprint(&self) -> String {
        // Hashed in long stretches: number by number it takes many times as long.
        let mut hasher = blake3::Hasher::new();
        let mut stream = BufWriter::with_capacity(1 << 16, &mut hasher);
        // A hasher takes whatever it is given.
        let mut add = |bytes: &[u8]| drop(stream.write_all(bytes));
        let mut number = |x: &f64| {
            // What is missing has many bit patterns and one meaning.
            let bits = if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() };
            add(&bits.to_le_bytes());
        };
        for &outcome in Outcome::ALL {
            self.national.of(outcome, |numbers| numbers.iter().for_each(&mut number));
        }
        for &outcome in Outcome::ALL {
            self.mechanical.of(outcome, |numbers| numbers.iter().for_each(&mut number));
        }
        self.to_fixed.iter().chain(&self.discount).chain(&self.values).for_each(&mut number);
        let ledger = self.ledger.sum.iter().chain(&self.ledger.square).chain(&self.ledger.closing_claim);
        for x in ledger.chain(&self.units.sum) {
            add(&x.to_le_bytes());
        }
        for x in self.units.municipality_net.iter().chain(&self.units.change) {
            add(&x.to_bits().to_le_bytes());
        }
        drop(stream);
        hasher.finalize().to_hex().to_string()
    }
}

/// Puts the outcomes of worlds in their place, where all are in memory.
fn put(all: &mut NationalDraws, first: usize, own: &Array4<f64>) {
    if let NationalDraws::Memory(all) = all {
        let worlds = first as isize..(first + own.dim().0) as isize;
        all.slice_axis_mut(Axis(0), worlds.into()).assign(own);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// Every part of the results is in the fingerprint, and a missing number is one whatever its bits.
    #[test]
    fn any_change_of_any_number_changes_the_fingerprint() {
        let (_, whole) = fixture::small(2, 1);
        let changed = |change: fn(&mut Results)| {
            let mut results = whole.clone();
            change(&mut results);
            results.fingerprint() != whole.fingerprint()
        };
        assert!(!changed(|_| ()));
        assert!(changed(|r| r.national.in_memory_mut()[[1, 2, 0, 0]] += 1.0));
        assert!(changed(|r| r.mechanical = NationalDraws::Memory(Array4::zeros((1, 3, Outcome::COUNT, 4)))));
        assert!(changed(|r| r.to_fixed[[1, 0]] += 1.0));
        assert!(changed(|r| r.discount[2] += 1.0));
        assert!(changed(|r| r.values.iter_mut().for_each(|x| *x += 1.0)) || whole.values.is_empty());
        assert!(changed(|r| r.ledger.sum[[0, 0, 0, 0, 0]] += 1));
        assert!(changed(|r| r.ledger.square[[0, 0, 0, 0, 0]] += 1));
        assert!(changed(|r| r.ledger.closing_claim[0] += 1));
        assert!(changed(|r| r.units.sum[[0, 0, 0, 0]] += 1));
        assert!(changed(|r| r.units.municipality_net[[0, 0, 0, 0]] += 1.0));
        assert!(changed(|r| r.units.change[[0, 0, 0, 0]] += 1.0));
        let missing = |nan: f64| {
            let mut results = whole.clone();
            results.national.in_memory_mut()[[0, 0, 0, 0]] = nan;
            results.fingerprint()
        };
        assert_eq!(missing(f64::NAN), missing(-f64::NAN));
    }
}
