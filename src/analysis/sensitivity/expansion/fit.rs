//! Which terms an expansion has, and their coefficients.
//!
//! Terms are taken one at a time, the one that explains most of what is left (orthogonal matching pursuit), until the extended
//! Bayesian information criterion no longer falls (Chen & Chen 2008); so noise alone gives hardly any. Not every product of a
//! hundred parameters can be tried: first come single parameters and plain products of two, then higher products of which one
//! has been found to matter, then what lies next to the terms that were taken (Jakeman, Eldred & Sargsyan 2015). Of many
//! candidates only those that go best with what is left are held against one another (Fan & Lv 2008).

use super::basis::{Basis, Term};
use crate::analysis::sensitivity::linear::{dot, least_squares, standardised};
use std::collections::BTreeSet;

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
/// Squared length of a candidate outside the kept terms below which it says nothing new: what is left is rounding.
const NOTHING_NEW: f64 = 2e-9;
/// Share of the variance below which what is left is rounding.
const NOTHING_LEFT: f64 = 1e-13;

/// A figure as a sum of terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Expansion {
    /// The constant: the mean over the distributions.
    pub mean: f64,
    /// Terms with their coefficients, in the order they were taken.
    pub terms: Vec<(Term, f64)>,
}

/// A candidate on the way: what it says beyond the kept terms.
struct Candidate {
    term: Term,
    column: Vec<f64>,
    /// The squared length of the column outside the kept terms.
    outside: f64,
    /// The product of the column with the residual.
    product: f64,
}

impl Candidate {
    fn explains(&self) -> f64 {
        self.product * self.product / self.outside
    }
}

/// The search for terms.
struct Pursuit<'a> {
    basis: &'a Basis,
    draws: &'a [usize],
    left: Vec<f64>,
    squares: f64,
    smallest: f64,
    /// Orthonormal columns of the kept terms.
    kept: Vec<Vec<f64>>,
    terms: Vec<Term>,
    /// What each term explained when it was taken.
    explained: Vec<f64>,
    candidates: Vec<Candidate>,
    seen: BTreeSet<Term>,
}

impl Pursuit<'_> {
    /// Adds those of some terms that were not there before; of many only the best.
    fn consider(&mut self, terms: impl IntoIterator<Item = Term>) {
        let mut new: Vec<Candidate> = Vec::new();
        for term in terms {
            if !self.seen.insert(term.clone()) {
                continue;
            }
            let Some(column) = standardised(&self.basis.column(&term, self.draws)) else { continue };
            let product = dot(&column, &self.left);
            new.push(Candidate { term, column, outside: 1.0, product });
            if new.len() >= 4 * SCREENED {
                best(&mut new);
            }
        }
        best(&mut new);
        for candidate in &mut new {
            let shared: f64 = self.kept.iter().map(|q| dot(&candidate.column, q).powi(2)).sum();
            candidate.outside = 1.0 - shared;
        }
        new.retain(|c| c.outside > NOTHING_NEW);
        self.candidates.extend(new);
    }

    /// Takes terms as long as the criterion falls.
    fn take(&mut self) {
        let n = self.left.len() as f64;
        let most = TERMS.min(self.left.len() / DRAWS_A_TERM);
        while self.terms.len() < most && self.squares > self.smallest {
            let penalty = n.ln() + (self.seen.len() as f64).ln();
            let all = self.candidates.iter().enumerate();
            let Some((place, best)) = all.max_by(|a, b| a.1.explains().total_cmp(&b.1.explains())) else { return };
            let then = self.squares - best.explains();
            if then > self.smallest && n * (self.squares / then).ln() <= penalty {
                return;
            }
            let chosen = self.candidates.swap_remove(place);
            let mut column = chosen.column;
            for q in &self.kept {
                let shared = dot(&column, q);
                column.iter_mut().zip(q).for_each(|(x, q)| *x -= shared * q);
            }
            let Some(column) = standardised(&column) else { continue };
            let size = dot(&column, &self.left);
            self.left.iter_mut().zip(&column).for_each(|(r, q)| *r -= size * q);
            self.squares = dot(&self.left, &self.left);
            for candidate in &mut self.candidates {
                let shared = dot(&candidate.column, &column);
                candidate.outside -= shared * shared;
                candidate.product -= size * shared;
            }
            self.candidates.retain(|c| c.outside > NOTHING_NEW);
            self.kept.push(column);
            self.terms.push(chosen.term);
            self.explained.push(size * size);
        }
    }

    /// The parameters whose terms explained most.
    fn leading(&self) -> Vec<usize> {
        let mut by_factor = std::collections::BTreeMap::new();
        for (term, explained) in self.terms.iter().zip(&self.explained) {
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
        for term in &self.terms {
            for (place, more) in (0..term.len()).flat_map(|place| (1..=NEXT_DEGREES).map(move |d| (place, d))) {
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

/// The candidates that go best with what is left.
fn best(candidates: &mut Vec<Candidate>) {
    candidates.sort_by(|a, b| b.explains().total_cmp(&a.explains()));
    candidates.truncate(SCREENED);
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
        let n = draws.len() as f64;
        let figure: Vec<f64> = draws.iter().map(|d| figure[*d]).collect();
        let mean = figure.iter().sum::<f64>() / n;
        let left: Vec<f64> = figure.iter().map(|y| y - mean).collect();
        let squares = dot(&left, &left);
        let rounding = figure.iter().map(|y| y * y).sum::<f64>() * 1e-24;
        let mut pursuit = Pursuit {
            basis,
            draws,
            left,
            squares,
            smallest: (squares * NOTHING_LEFT).max(rounding),
            kept: Vec::new(),
            terms: Vec::new(),
            explained: Vec::new(),
            candidates: Vec::new(),
            seen: BTreeSet::new(),
        };
        let factors = 0..basis.factors();
        pursuit.consider(factors.clone().flat_map(|factor| {
            (1..=FIRST_DEGREE.min(basis.degrees(factor))).map(move |degree| vec![(factor, degree)])
        }));
        pursuit.take();
        let there = |factor: &usize| basis.degrees(*factor) > 0;
        pursuit.consider(factors.clone().filter(there).flat_map(|a| {
            (0..a).filter(there).map(move |b| vec![(b, 1), (a, 1)])
        }));
        let leading = pursuit.leading();
        pursuit.consider(leading.iter().flat_map(|a| {
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
            let before = pursuit.terms.len();
            pursuit.take();
            let near = pursuit.neighbours();
            let fresh = near.iter().any(|term| !pursuit.seen.contains(term));
            if !fresh && pursuit.terms.len() == before {
                break;
            }
            pursuit.consider(near);
        }
        Expansion::with_terms(basis, &figure, draws, pursuit.terms)
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
