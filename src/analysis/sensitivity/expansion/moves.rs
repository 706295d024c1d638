//! What a figure is on average where parameters have chosen values, all else as drawn, read off its expansion: in the mean
//! over its distribution each polynomial is 0, and parameters are independent, so that only the terms of the moved ones are
//! left.

use super::basis::Term;
use super::fit::Expansion;
use super::{Emulator, Grouped};
use crate::analysis::sensitivity::tornado::Control;

/// A parameter by its place in the basis, at a value.
pub type Move = (usize, f64);

/// Parameters at chosen values: their polynomials there.
type Moved = Vec<(usize, Vec<f64>)>;

/// A term in the mean over all parameters that are not moved.
fn mean_of(term: &Term, moved: &Moved) -> f64 {
    term.iter()
        .map(|(factor, degree)| {
            let own = moved.iter().find(|(own, _)| own == factor);
            own.map_or(0.0, |(_, polynomials)| polynomials[degree - 1])
        })
        .product()
}

fn mean_with(expansion: &Expansion, moved: &Moved) -> f64 {
    expansion.mean + expansion.terms.iter().map(|(term, size)| size * mean_of(term, moved)).sum::<f64>()
}

impl Emulator<'_> {
    fn moved(&self, moves: &[Move]) -> Moved {
        moves.iter().map(|(factor, value)| (*factor, self.basis.at(*factor, *value))).collect()
    }

    /// The mean with some parameters moved.
    pub fn mean_at(&self, moves: &[Move]) -> Grouped {
        let moved = self.moved(moves);
        self.read(|expansion| mean_with(expansion, &moved))
    }

    /// Whether a parameter, by its place in the scenario's list of numbers, moves the mean.
    pub fn follows(&self, slot: usize) -> bool {
        let alone = |factor: usize| {
            self.whole.terms.iter().any(|(term, _)| matches!(term[..], [(own, _)] if own == factor))
        };
        self.factor(slot).is_some_and(alone)
    }
}

/// Of the terms only those of the moved parameter: nothing else moves an effect.
impl Control for Emulator<'_> {
    fn in_draw(&self, slot: usize, value: f64, draw: usize) -> f64 {
        let Some(moved) = self.factor(slot) else { return 0.0 };
        let polynomials = self.basis.at(moved, value);
        let there = self.whole.terms.iter().filter(|(term, _)| term.iter().any(|(own, _)| *own == moved));
        let size = |(term, size): &(Term, f64)| {
            let others: Term = term.iter().copied().filter(|(own, _)| *own != moved).collect();
            let own = term.iter().find(|(own, _)| *own == moved);
            size * self.basis.product(&others, draw) * own.map_or(1.0, |(_, degree)| polynomials[degree - 1])
        };
        there.map(size).sum()
    }

    fn on_average(&self, slot: usize, value: f64) -> f64 {
        let Some(moved) = self.factor(slot) else { return 0.0 };
        mean_with(&self.whole, &self.moved(&[(moved, value)]))
    }
}
