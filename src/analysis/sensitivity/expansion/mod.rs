//! A figure as a sum of polynomials of the parameters (sparse polynomial chaos: Sudret 2008, Blatman & Sudret 2011), fitted to
//! the draws of a run: every world of the run tells of every parameter, so that shares of the variance, effects and grids of
//! two parameters come without a world more.
//!
//! How good it is, is seen in draws that it was not fitted to: the draws are dealt into eight groups, of independent
//! scramblings where there are any, and each group is foretold by an expansion whose terms and coefficients were found in the
//! others (cross-validation). What the same eight expansions say otherwise tells the error of every number that is read off
//! (the jackknife over groups: Tukey 1958).

pub mod basis;
pub mod fit;
pub mod moves;
pub mod polynomials;
pub mod shares;
#[cfg(test)]
mod tests;

use super::Estimate;
use crate::analysis::statistics::moments;
use basis::Basis;
use fit::Expansion;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Groups of draws.
pub const GROUPS: usize = 8;
/// 95th percentile of Student's distribution with one degree of freedom less than there are groups.
const STUDENT: f64 = 1.894_579;
/// Draws below which nothing is fitted.
pub const FEWEST: usize = 128;
/// Share of the variance that may be missed beyond chance where the expansion stands for the model.
pub const GOOD: f64 = 0.1;

/// How good an expansion is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quality {
    /// Draws it was fitted to.
    pub draws: usize,
    /// Draws left out because they lack the figure.
    pub missing: usize,
    /// Terms.
    pub terms: usize,
    /// Share of the variance that it misses in draws that it was not fitted to.
    pub missed: f64,
    /// Share of the variance that is chance in the lives of the persons, which no parameter explains, and its standard error.
    pub chance: [f64; 2],
}

impl Quality {
    /// Share of the variance that it misses though parameters bring it.
    pub fn misfit(&self) -> f64 {
        (self.missed - self.chance[0]).max(0.0)
    }

    /// Whether it stands for the model: what it misses is chance, for the most part.
    pub fn is_good(&self) -> bool {
        self.misfit() <= GOOD
    }
}

/// A number with the standard error that the groups of draws give it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grouped {
    /// The number.
    pub value: f64,
    /// The standard error.
    pub error: f64,
}

impl Grouped {
    /// The number with its interval of nine in ten.
    pub fn estimate(self) -> Estimate {
        let Grouped { value, error } = self;
        Estimate { value, low: value - STUDENT * error, high: value + STUDENT * error }
    }
}

/// A figure's expansion, and those without one group of draws each.
#[derive(Clone, Debug, PartialEq)]
pub struct Emulator<'a> {
    basis: &'a Basis,
    whole: Expansion,
    without: Vec<Expansion>,
    /// Mean and variance of the figure by draw.
    moments: [f64; 2],
    quality: Quality,
}

/// What came of fitting a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Fitted<'a> {
    /// Its expansion.
    Expansion(Emulator<'a>),
    /// It is the same in every draw.
    Constant,
    /// Too few draws have it.
    Nothing,
}

impl<'a> Fitted<'a> {
    /// The expansion, if there is one.
    pub fn expansion(&self) -> Option<&Emulator<'a>> {
        match self {
            Fitted::Expansion(emulator) => Some(emulator),
            Fitted::Constant | Fitted::Nothing => None,
        }
    }
}

impl<'a> Emulator<'a> {
    /// Fits a figure by draw; `chance` is the share of its variance that is chance, with its error.
    pub fn fit(basis: &'a Basis, figure: &[f64], chance: [f64; 2]) -> Fitted<'a> {
        let there: Vec<usize> = (0..figure.len()).filter(|d| figure[*d].is_finite()).collect();
        let Some((mean, sd)) = moments(&there.iter().map(|d| figure[*d]).collect::<Vec<f64>>()) else {
            return Fitted::Nothing;
        };
        if there.len() < FEWEST {
            return Fitted::Nothing;
        }
        if sd <= (mean * 1e-12).abs() {
            return Fitted::Constant;
        }
        let (n, variance) = (there.len() as f64, sd * sd);
        let others = |group: usize| there.iter().copied().filter(|d| d % GROUPS != group).collect::<Vec<_>>();
        let fit = |draws: &[usize]| Expansion::fit(basis, figure, draws);
        let (whole, without) = rayon::join(
            || fit(&there),
            || (0..GROUPS).into_par_iter().map(|group| fit(&others(group))).collect::<Vec<Expansion>>(),
        );
        let missed = |draw: &usize| (figure[*draw] - without[draw % GROUPS].at_draw(basis, *draw)).powi(2);
        let missed = there.iter().map(missed).sum::<f64>() / (n - 1.0) / variance;
        let quality = Quality {
            draws: there.len(),
            missing: figure.len() - there.len(),
            terms: whole.terms.len(),
            missed,
            // No expansion foretells chance: where its estimate is larger than all that is missed, it is too large.
            chance: [chance[0].min(missed), chance[1]],
        };
        Fitted::Expansion(Emulator { basis, whole, without, moments: [mean, variance], quality })
    }

    /// How good it is.
    pub fn quality(&self) -> Quality {
        self.quality
    }

    /// The place in the basis of a parameter by its place in the scenario's list of numbers.
    pub fn factor(&self, slot: usize) -> Option<usize> {
        self.basis.factor(slot)
    }

    /// What is read off the expansion, with its error.
    fn read(&self, of: impl Fn(&Expansion) -> f64) -> Grouped {
        let others: Vec<f64> = self.without.iter().map(&of).collect();
        let groups = others.len() as f64;
        let mean = others.iter().sum::<f64>() / groups;
        let squares = others.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
        Grouped { value: of(&self.whole), error: (squares * (groups - 1.0) / groups).sqrt() }
    }

    /// Numbers of the same kind as independent analyses would have them, one set a group: what a group's absence changes,
    /// made as large as another run's draws would make it.
    fn again(&self, of: impl Fn(&Expansion) -> Vec<f64>) -> Vec<Vec<f64>> {
        let sets: Vec<Vec<f64>> = self.without.iter().map(of).collect();
        let n = sets.len() as f64;
        let mean = |i: usize| sets.iter().map(|set| set[i]).sum::<f64>() / n;
        let means: Vec<f64> = (0..sets.first().map_or(0, Vec::len)).map(mean).collect();
        let larger = |set: &Vec<f64>| {
            set.iter().zip(&means).map(|(x, mean)| mean + (n - 1.0).sqrt() * (x - mean)).collect()
        };
        sets.iter().map(larger).collect()
    }
}
