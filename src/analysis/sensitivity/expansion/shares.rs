//! Sobol indices of an expansion: since its terms are orthonormal, the variance that each brings is its coefficient squared
//! (Sudret 2008), and an index is a sum of such squares.

use super::basis::Term;
use super::fit::Expansion;
use super::{Emulator, Grouped};
use crate::analysis::sensitivity::Estimate;
use crate::analysis::sensitivity::order;
use crate::analysis::sensitivity::sobol::{CHANCE, Factor, FactorIndices, PairIndex, Sobol};

/// Pairs that are told of.
const PAIRS: usize = 50;

/// A share, with an interval that doesn't go below zero.
fn share(found: Grouped) -> Estimate {
    let Estimate { value, low, high } = found.estimate();
    Estimate { value, low: low.max(0.0), high }
}

impl Emulator<'_> {
    /// The factor of every parameter of the basis.
    fn owners(&self, factors: &[Factor]) -> Vec<Option<usize>> {
        let owner = |i: usize| factors.iter().position(|f| f.slots.contains(&self.basis.slot(i)));
        (0..self.basis.factors()).map(owner).collect()
    }

    /// First-order, total and second-order indices of factors, each one or several parameters. Chance has a total index.
    pub fn shares(&self, factors: &[Factor]) -> Sobol {
        let [mean, variance] = self.moments;
        let owners = self.owners(factors);
        let of = |term: &Term| -> Vec<usize> {
            let mut own: Vec<usize> = term.iter().filter_map(|(factor, _)| owners[*factor]).collect();
            own.sort_unstable();
            own.dedup();
            own
        };
        let share_of = |which: &dyn Fn(&[usize]) -> bool| {
            self.read(|expansion| expansion.variance(|term| which(&of(term))) / variance)
        };
        let totals = |expansion: &Expansion| -> Vec<f64> {
            let total = |n: usize| expansion.variance(|term| of(term).contains(&n)) / variance;
            (0..factors.len()).map(total).collect()
        };
        let seen = |n: usize| {
            let all = std::iter::once(&self.whole).chain(&self.without);
            all.flat_map(|expansion| &expansion.terms).any(|(term, _)| of(term).contains(&n))
        };
        let (mut effects, mut inert) = (Vec::new(), Vec::new());
        for (n, factor) in factors.iter().enumerate().filter(|(_, f)| f.name != CHANCE) {
            if !seen(n) {
                inert.push(factor.name.clone());
                continue;
            }
            effects.push(FactorIndices {
                factor: factor.name.clone(),
                first: Some(share(share_of(&|own| own == [n]))),
                total: share(share_of(&|own| own.contains(&n))),
            });
        }
        let [value, error] = self.quality.chance;
        let total = share(Grouped { value, error });
        effects.push(FactorIndices { factor: CHANCE.into(), first: None, total });
        effects.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
        let terms = self.whole.terms.iter().map(|(term, _)| of(term));
        let mut both: Vec<[usize; 2]> = terms.filter_map(|own| <[usize; 2]>::try_from(own).ok()).collect();
        both.sort_unstable();
        both.dedup();
        let mut together: Vec<PairIndex> = both
            .into_iter()
            .map(|pair| PairIndex {
                factors: pair.map(|n| factors[n].name.clone()),
                index: share(share_of(&|own| own == pair)),
            })
            .collect();
        together.sort_by(|a, b| b.index.value.total_cmp(&a.index.value));
        together.truncate(PAIRS);
        Sobol {
            points: self.quality.draws,
            missing: self.quality.missing,
            worlds: 0,
            mean,
            sd: variance.sqrt(),
            effects,
            together,
            agreement: order::expected_agreement(&order::pairs(&self.again(totals))),
            inert,
            tried: self.quality.draws,
            rest: Vec::new(),
            expansion: true,
        }
    }
}
