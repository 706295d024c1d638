//! Which of many columns a figure is a sum of: they are taken one at a time, each time the one that explains most of what is
//! left (orthogonal matching pursuit, as in Blatman & Sudret 2011), until the extended Bayesian information criterion (Chen &
//! Chen 2008) no longer falls; so noise alone gives hardly any.

use super::linear::{dot, standardised};
use std::borrow::Cow;

/// Squared length of a column outside the kept ones below which it says nothing new: what is left is rounding.
const NOTHING_NEW: f64 = 2e-9;
/// Share of the figure's squares below which what is left is rounding.
const NOTHING_LEFT: f64 = 1e-13;

/// A column on the way: what it says beyond the kept ones.
struct Candidate<'a, K> {
    name: K,
    /// Standardised.
    column: Cow<'a, [f64]>,
    /// Its squared length outside the kept columns.
    outside: f64,
    /// Its product with what is left.
    product: f64,
}

impl<K> Candidate<'_, K> {
    fn explains(&self) -> f64 {
        self.product * self.product / self.outside
    }
}

/// The search.
pub struct Pursuit<'a, K> {
    /// The figure less its mean, less what the kept columns say.
    pub left: Vec<f64>,
    /// The columns that were taken, each with the squares that it explained.
    pub taken: Vec<(K, f64)>,
    squares: f64,
    smallest: f64,
    /// Orthonormal.
    kept: Vec<Vec<f64>>,
    candidates: Vec<Candidate<'a, K>>,
    considered: usize,
}

impl<'a, K> Pursuit<'a, K> {
    /// Nothing taken yet of a figure.
    pub fn of(figure: &[f64]) -> Pursuit<'a, K> {
        let mean = figure.iter().sum::<f64>() / figure.len() as f64;
        let left: Vec<f64> = figure.iter().map(|y| y - mean).collect();
        let squares = dot(&left, &left);
        let rounding = dot(figure, figure) * 1e-24;
        let smallest = (squares * NOTHING_LEFT).max(rounding);
        let (taken, kept, candidates) = (Vec::new(), Vec::new(), Vec::new());
        Pursuit { left, taken, squares, smallest, kept, candidates, considered: 0 }
    }

    /// Adds standardised columns to those that may be taken; of many only as many as are screened, those that go best with what
    /// is left (Fan & Lv 2008). All of them count for the criterion.
    pub fn consider(&mut self, columns: impl Iterator<Item = (K, Cow<'a, [f64]>)>, screened: usize) {
        let mut new: Vec<Candidate<'a, K>> = Vec::new();
        let best = |new: &mut Vec<Candidate<'a, K>>| {
            new.sort_by(|a, b| b.explains().total_cmp(&a.explains()));
            new.truncate(screened);
        };
        for (name, column) in columns {
            self.considered += 1;
            let product = dot(&column, &self.left);
            new.push(Candidate { name, column, outside: 1.0, product });
            if new.len() / 4 >= screened {
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

    /// Takes columns as long as the criterion falls, or there are fewer than the least; never more than the most.
    pub fn take(&mut self, least: usize, most: usize) {
        let n = self.left.len() as f64;
        let penalty = n.ln() + (self.considered.max(1) as f64).ln();
        while self.kept.len() < most && self.squares > self.smallest {
            let all = self.candidates.iter().enumerate();
            let Some((place, best)) = all.max_by(|a, b| a.1.explains().total_cmp(&b.1.explains())) else {
                return;
            };
            let then = self.squares - best.explains();
            let falls = then <= self.smallest || n * (self.squares / then).ln() > penalty;
            if self.kept.len() >= least && !falls {
                return;
            }
            let chosen = self.candidates.swap_remove(place);
            let Some(column) = self.outside(&chosen.column) else { continue };
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
            self.taken.push((chosen.name, size * size));
        }
    }

    /// A column without what the kept ones say, with length 1.
    fn outside(&self, column: &[f64]) -> Option<Vec<f64>> {
        let mut own = column.to_vec();
        for q in &self.kept {
            let shared = dot(&own, q);
            own.iter_mut().zip(q).for_each(|(x, q)| *x -= shared * q);
        }
        standardised(&own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// y = 3a + 4b beside a column that is nearly b: the best of what is left each time, and then nothing is left.
    #[test]
    fn what_explains_most_comes_first() {
        let column =
            |values: [f64; 8]| -> Cow<'_, [f64]> { standardised(&values).expect("it varies").into() };
        let a = column([1.0, 1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0]);
        let b = column([1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0]);
        let near = column([1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -0.5]);
        let figure: Vec<f64> = a.iter().zip(b.iter()).map(|(a, b)| 10.0 + 3.0 * a + 4.0 * b).collect();
        let mut pursuit = Pursuit::of(&figure);
        pursuit.consider([("a", a), ("near", near), ("b", b)].into_iter(), 10);
        pursuit.take(0, 5);
        let taken: Vec<(&str, f64)> =
            pursuit.taken.iter().map(|(name, size)| (*name, size.round())).collect();
        assert_eq!(taken, [("b", 16.0), ("a", 9.0)]);
        assert!(pursuit.left.iter().all(|x| x.abs() < 1e-12));
    }
}
