//! What a run keeps: every national outcome of every world, exact sums of the ledger, and the chief
//! figures of each unit. Sums over worlds are whole numbers, so that they are the same in any order:
//! that is what lets a run be interrupted, resumed and spread over machines.
//!
//! Every outcome that is a sum has a total over years (for numbers of persons: person-years). Sums are in whole øre and
//! whole 1/10 000, added in 128 bits, so that parts of a run ([`crate::checkpoint`]) joined in any order give the same bytes as
//! one run. Percentiles need the draws themselves, which are kept for the country. Unit figures are kept for the first year,
//! the first year in which all models are in full effect, and the last; intervals of units come from the first 1 000
//! worlds, which bounds the memory: the share of worlds below a stated percentile then errs by at most 0.016 (one standard
//! error, at the median).

use super::chunk::Chunk;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use ndarray::{Array2, Array4, Array5, Axis};
use std::io::{BufWriter, Write};

pub use super::national_draws::{NationalDraws, OutcomeSource};

/// Years (indices) for which unit figures are kept: first, first in full effect, last.
pub const UNIT_YEARS: usize = 3;

/// Unit sums are counted in steps of this size, so many to one.
pub const UNIT_STEPS: f64 = 1e4;

/// Figures kept a unit, in the order of the last axis of [`Units::sum`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitFigure {
    /// Persons with BPA.
    Recipients,
    /// Hours a year.
    DeliveredHours,
    /// Hours a year.
    UnmetHours,
    /// Hours a year.
    RelativesHours,
    /// NOK, fixed kroner, before withdrawal.
    MunicipalityNetBpa,
    /// NOK, fixed kroner.
    Withdrawal,
    /// NOK, fixed kroner, after withdrawal.
    MunicipalityNet,
    /// NOK, fixed kroner.
    StateNet,
}

impl UnitFigure {
    /// Every figure, in order.
    pub const ALL: [UnitFigure; 8] = [
        UnitFigure::Recipients,
        UnitFigure::DeliveredHours,
        UnitFigure::UnmetHours,
        UnitFigure::RelativesHours,
        UnitFigure::MunicipalityNetBpa,
        UnitFigure::Withdrawal,
        UnitFigure::MunicipalityNet,
        UnitFigure::StateNet,
    ];

    /// As in files.
    pub fn id(self) -> &'static str {
        match self {
            UnitFigure::Recipients => "recipients",
            UnitFigure::DeliveredHours => "delivered_hours",
            UnitFigure::UnmetHours => "unmet_hours",
            UnitFigure::RelativesHours => "relatives_hours",
            UnitFigure::MunicipalityNetBpa => "municipality_net_bpa",
            UnitFigure::Withdrawal => "withdrawal",
            UnitFigure::MunicipalityNet => "municipality_net",
            UnitFigure::StateNet => "state_net",
        }
    }
}

/// Chief figures of each unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Units {
    /// Calendar year of each kept index.
    pub years: [i32; UNIT_YEARS],
    /// Sums over worlds in steps of 1/[`UNIT_STEPS`], shape (unit, model, UNIT_YEARS, figure).
    pub sum: Array4<i128>,
    /// Municipality's net cost in fixed kroner by world, for intervals; shape (world, unit, model, UNIT_YEARS).
    /// At most the first [`UNIT_WORLDS`] worlds are kept, so that memory does not grow with draws.
    pub municipality_net: Array4<f32>,
    /// The same for the difference to the zero alternative in the same year.
    pub change: Array4<f32>,
}

impl Units {
    /// Nothing yet, with room for so many worlds' intervals.
    pub fn new(years: [i32; UNIT_YEARS], units: usize, models: usize, worlds: usize) -> Units {
        Units {
            years,
            sum: Array4::zeros((units, models, UNIT_YEARS, UnitFigure::ALL.len())),
            municipality_net: Array4::zeros((worlds, units, models, UNIT_YEARS)),
            change: Array4::zeros((worlds, units, models, UNIT_YEARS)),
        }
    }

    /// Adds others' sums, and their worlds from place `first` on.
    pub fn add(&mut self, other: &Units, first: usize) {
        self.sum += &other.sum;
        let worlds = first as isize..(first + other.change.dim().0) as isize;
        if worlds.is_empty() {
            return;
        }
        for (own, theirs) in
            [(&mut self.municipality_net, &other.municipality_net), (&mut self.change, &other.change)]
        {
            own.slice_axis_mut(Axis(0), worlds.clone().into()).assign(theirs);
        }
    }

    /// Mean over worlds of one figure.
    pub fn mean(&self, unit: usize, model: usize, year: usize, figure: UnitFigure, worlds: usize) -> f64 {
        self.sum[[unit, model, year, figure as usize]] as f64 / UNIT_STEPS / worlds as f64
    }
}

/// Unit intervals are computed from at most this many worlds, the first ones: the 5th percentile found in
/// 1 000 worlds lies, 19 times of 20, between the true percentiles 3.7 and 6.4.
pub const UNIT_WORLDS: usize = 1000;

/// Sums of the national ledger over worlds, nominal øre.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerSums {
    /// Σ over worlds, øre; shape (model, year, payer, item, view) with view 0 = accrual, 1 = cash.
    pub sum: Array5<i128>,
    /// Σ of squares, øre², same shape.
    pub square: Array5<i128>,
    /// Σ of claims earned but not paid at the end of the horizon, øre, a model.
    pub closing_claim: Vec<i128>,
}

impl LedgerSums {
    /// Nothing yet.
    pub fn new(models: usize, years: usize) -> LedgerSums {
        let zeros = || Array5::zeros((models, years, Payer::ALL.len(), Item::ALL.len(), VIEWS.len()));
        LedgerSums { sum: zeros(), square: zeros(), closing_claim: vec![0; models] }
    }

    /// Adds others' sums.
    pub fn add(&mut self, other: &LedgerSums) {
        self.sum += &other.sum;
        self.square += &other.square;
        self.closing_claim.iter_mut().zip(&other.closing_claim).for_each(|(a, b)| *a += b);
    }
}

/// When an amount counts: the year it is earned, or the year it is paid.
pub const VIEWS: [&str; 2] = ["accrual", "cash"];

/// Everything a run keeps.
#[derive(Clone, Debug)]
pub struct Results {
    /// National outcomes of every world.
    pub national: NationalDraws,
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
        if let NationalDraws::Memory(all) = &mut self.national {
            let worlds = first as isize..(first + chunk.national.dim().0) as isize;
            all.slice_axis_mut(Axis(0), worlds.into()).assign(&chunk.national);
        }
        self.ledger.add(&chunk.ledger);
        self.units.add(&chunk.units, first);
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

#[cfg(test)]
mod tests {
    use super::Results;
    use crate::analysis::fixture;

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
