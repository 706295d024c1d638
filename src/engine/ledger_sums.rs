//! The national ledger summed exactly over worlds.

use crate::ledger::{Item, Payer};
use ndarray::Array5;

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
    /// Zero sums.
    pub fn new(models: usize, years: usize) -> LedgerSums {
        let zeros = || Array5::zeros((models, years, Payer::ALL.len(), Item::ALL.len(), VIEWS.len()));
        LedgerSums { sum: zeros(), square: zeros(), closing_claim: vec![0; models] }
    }

    /// Adds the sums of another part of the run.
    pub fn add(&mut self, other: &LedgerSums) {
        self.sum += &other.sum;
        self.square += &other.square;
        self.closing_claim.iter_mut().zip(&other.closing_claim).for_each(|(a, b)| *a += b);
    }
}

/// The two views of an amount: in the year it is earned, or in the year it is paid.
pub const VIEWS: [&str; 2] = ["accrual", "cash"];
