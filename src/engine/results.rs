//! What a run keeps: every national outcome of every draw, running moments of the ledger, and the
//! chief figures of each unit.

use crate::ledger::{Item, Payer};
use ndarray::{Array2, Array4, Array5};

/// Years (indices) for which unit figures are kept: first, first in full effect, last.
pub const UNIT_YEARS: usize = 3;

/// Figures kept a unit, in the order of the last axis of [`Units::sum`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
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
}

/// Chief figures of each unit.
#[derive(Clone, Debug)]
pub struct Units {
    /// Year of each kept index (depends on the model only for the middle one): `[model][UNIT_YEARS]`.
    pub years: Vec<[i32; UNIT_YEARS]>,
    /// Sums over draws, shape (unit, model, UNIT_YEARS, figure).
    pub sum: Array4<f64>,
    /// Municipality's net cost in fixed kroner by draw, for intervals; shape (draw, unit, model, UNIT_YEARS).
    /// At most [`UNIT_DRAWS`] draws are kept.
    pub municipality_net: Array4<f32>,
    /// The same for the difference to the zero alternative in the same year.
    pub change: Array4<f32>,
}

/// Unit intervals are computed from at most this many draws, the first ones.
pub const UNIT_DRAWS: usize = 1000;

/// Running sums of the ledger over draws, nominal kroner.
#[derive(Clone, Debug)]
pub struct LedgerSums {
    /// Σ over draws of the national amount, NOK; shape (model, year, payer, item, view) with view 0 = accrual, 1 = cash.
    pub sum: Array5<f64>,
    /// Σ of squares, same shape.
    pub square: Array5<f64>,
    /// Σ over draws of claims earned but not paid at the end of the horizon, NOK, a model.
    pub closing_claim: Vec<f64>,
}

/// Everything a run keeps.
#[derive(Clone, Debug)]
pub struct Results {
    /// National outcomes in nominal kroner or counts, NaN where missing in that draw; shape (world, model, outcome, year).
    /// A world is a draw and replicate: world = draw · replicates + replicate. The year axis has horizon + 1 places: the
    /// last one holds outcomes defined over the whole period only (volatility).
    pub national: Array4<f64>,
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
    /// Number of draws and replicates a draw.
    pub draws: usize,
    /// Replicates a draw.
    pub replicates: usize,
}

impl Results {
    /// One hash of everything: the same wherever, and in whatever order, the same run is made. Hex.
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let ledger = self.ledger.sum.iter().chain(&self.ledger.square).chain(&self.ledger.closing_claim);
        let wide = self.national.iter().chain(&self.to_fixed).chain(&self.discount).chain(&self.values);
        for x in wide.chain(ledger).chain(&self.units.sum) {
            // What is missing has many bit patterns and one meaning.
            let bits = if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() };
            hasher.update(&bits.to_le_bytes());
        }
        for x in self.units.municipality_net.iter().chain(&self.units.change) {
            hasher.update(&x.to_bits().to_le_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// Shape helper: places on the ledger axes.
pub const LEDGER_SHAPE: (usize, usize) = (Payer::ALL.len(), Item::ALL.len());

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
        assert!(changed(|r| r.national[[1, 2, 0, 0]] += 1.0));
        assert!(changed(|r| r.to_fixed[[1, 0]] += 1.0));
        assert!(changed(|r| r.discount[2] += 1.0));
        assert!(changed(|r| r.values.iter_mut().for_each(|x| *x += 1.0)) || whole.values.is_empty());
        assert!(changed(|r| r.ledger.sum[[0, 0, 0, 0, 0]] += 1.0));
        assert!(changed(|r| r.ledger.square[[0, 0, 0, 0, 0]] += 1.0));
        assert!(changed(|r| r.ledger.closing_claim[0] += 1.0));
        assert!(changed(|r| r.units.sum[[0, 0, 0, 0]] += 1.0));
        assert!(changed(|r| r.units.municipality_net[[0, 0, 0, 0]] += 1.0));
        assert!(changed(|r| r.units.change[[0, 0, 0, 0]] += 1.0));
        let missing = |nan: f64| {
            let mut results = whole.clone();
            results.national[[0, 0, 0, 0]] = nan;
            results.fingerprint()
        };
        assert_eq!(missing(f64::NAN), missing(-f64::NAN));
    }
}
