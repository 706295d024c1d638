//! Which terms an expansion has, and their coefficients.
//!
//! Terms are taken by [pursuit](super::super::pursuit). Not every product of a hundred parameters can be tried: first come single
//! parameters and plain products of two, then higher products of which one has been found to matter, then what lies next to the
//! terms that were taken (Jakeman, Eldred & Sargsyan 2015).

use super::basis::{Basis, Term};
use crate::analysis::sensitivity::linear::{least_squares, standardised};
use crate::analysis::sensitivity::pursuit::Pursuit;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Highest degree that single parameters begin with.
const FIRST_DEGREE: usize = 4;
/// Highest sum of degrees that products of two begin with, where one of them leads.
const PAIR_DEGREE: usize = 3;
/// How many degrees lie next to one another: even functions have none of the odd ones.
const NEXT_DEGREES: usize = 2;
/// Parameters that products are made with: those that explain most.
const LEADING: usize = 12;
/// Most parameters in one term.
const TOGETHER: usize = 4;
/// Candidates of a round that are held against one another.
const SCREENED: usize = 120;
/// Draws for each term, at least.
const DRAWS_A_TERM: usize = 8;
/// Most terms.
const TERMS: usize = 120;

/// A figure as a sum of terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Expansion {
    /// The constant: the mean over the distributions.
    pub mean: f64,
    /// Terms with their coefficients, in the order they were taken.
    pub terms: Vec<(Term, f64)>,
}

/// The search for terms.
struct Search<'a> {
    basis: &'a Basis,
    draws: &'a [usize],
    pursuit: Pursuit<'a, Term>,
    seen: BTreeSet<Term>,
}

impl Search<'_> {
    /// Adds those of some terms that were not there before; of many only the best.
    fn consider(&mut self, terms: impl IntoIterator<Item = Term>) {
        let (basis, draws, seen) = (self.basis, self.draws, &mut self.seen);
        let new = terms.into_iter().filter(|term| seen.insert(term.clone())).filter_map(|term| {
            let column = standardised(&basis.column(&term, draws))?;
            Some((term, Cow::Owned(column)))
        });
        self.pursuit.consider(new, SCREENED);
    }

    /// Takes terms as long as the criterion falls.
    fn take(&mut self) {
        self.pursuit.take(0, TERMS.min(self.draws.len() / DRAWS_A_TERM));
    }

    /// The parameters whose terms explained most.
    fn leading(&self) -> Vec<usize> {
        let mut by_factor = BTreeMap::new();
        for (term, explained) in &self.pursuit.taken {
            term.iter().for_each(|(factor, _)| *by_factor.entry(*factor).or_insert(0.0) += explained);
        }
        let mut order: Vec<(usize, f64)> = by_factor.into_iter().collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        order.into_iter().take(LEADING).map(|(factor, _)| factor).collect()
    }

    /// What lies next to the kept terms: a degree or two more, or another leading parameter with it.
    fn neighbours(&self) -> BTreeSet<Term> {
        let leading = self.leading();
        let mut found = BTreeSet::new();
        for (term, _) in &self.pursuit.taken {
            for (place, more) in (0..term.len()).flat_map(|place| (1..=NEXT_DEGREES).map(move |d| (place, d)))
            {
                let mut next = term.clone();
                next[place].1 += more;
                if next[place].1 <= self.basis.degrees(next[place].0) {
                    found.insert(next);
                }
            }
            if term.len() < TOGETHER {
                found.extend(leading.iter().filter_map(|factor| with(term, *factor, 1)));
            }
        }
        found
    }
}

/// A term with another parameter in it; nothing where that is there already.
fn with(term: &Term, factor: usize, degree: usize) -> Option<Term> {
    let place = term.iter().position(|(own, _)| *own >= factor).unwrap_or(term.len());
    if term.get(place).is_some_and(|(own, _)| *own == factor) {
        return None;
    }
    let mut more = term.clone();
    more.insert(place, (factor, degree));
    Some(more)
}

impl Expansion {
    /// The expansion of a figure by draw, from some of the draws.
    pub fn fit(basis: &Basis, figure: &[f64], draws: &[usize]) -> Expansion {
        let figure: Vec<f64> = draws.iter().map(|d| figure[*d]).collect();
        let (pursuit, seen) = (Pursuit::of(&figure), BTreeSet::new());
        let mut search = Search { basis, draws, pursuit, seen };
        let factors = 0..basis.factors();
        search.consider(factors.clone().flat_map(|factor| {
            (1..=FIRST_DEGREE.min(basis.degrees(factor))).map(move |degree| vec![(factor, degree)])
        }));
        search.take();
        let there = |factor: &usize| basis.degrees(*factor) > 0;
        search.consider(
            factors
                .clone()
                .filter(there)
                .flat_map(|a| (0..a).filter(there).map(move |b| vec![(b, 1), (a, 1)])),
        );
        let leading = search.leading();
        search.consider(leading.iter().flat_map(|a| {
            factors.clone().flat_map(move |b| {
                (1..PAIR_DEGREE).flat_map(move |i| {
                    let fits = i <= basis.degrees(*a);
                    (1..=PAIR_DEGREE - i)
                        .filter(move |k| fits && *k <= basis.degrees(b))
                        .filter_map(move |k| with(&vec![(*a, i)], b, k))
                })
            })
        }));
        loop {
            let before = search.pursuit.taken.len();
            search.take();
            let near = search.neighbours();
            let fresh = near.iter().any(|term| !search.seen.contains(term));
            if !fresh && search.pursuit.taken.len() == before {
                break;
            }
            search.consider(near);
        }
        let terms = search.pursuit.taken.into_iter().map(|(term, _)| term).collect();
        Expansion::with_terms(basis, &figure, draws, terms)
    }

    /// The coefficients by least squares.
    fn with_terms(basis: &Basis, figure: &[f64], draws: &[usize], terms: Vec<Term>) -> Expansion {
        let ones = vec![1.0; draws.len()];
        let columns: Vec<Vec<f64>> =
            std::iter::once(ones).chain(terms.iter().map(|term| basis.column(term, draws))).collect();
        match least_squares(&columns, figure) {
            Some(found) => Expansion {
                mean: found[0],
                terms: terms.into_iter().zip(found[1..].iter().copied()).collect(),
            },
            None => Expansion { mean: figure.iter().sum::<f64>() / draws.len() as f64, terms: Vec::new() },
        }
    }

    /// The figure that the expansion gives in a draw.
    pub fn at_draw(&self, basis: &Basis, draw: usize) -> f64 {
        self.mean + self.terms.iter().map(|(term, size)| size * basis.product(term, draw)).sum::<f64>()
    }

    /// The variance that the terms bring of which a condition holds.
    pub fn variance(&self, which: impl Fn(&Term) -> bool) -> f64 {
        self.terms.iter().filter(|(term, _)| which(term)).map(|(_, size)| size * size).sum()
    }
}
