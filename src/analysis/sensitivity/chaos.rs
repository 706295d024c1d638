//! A smooth curve through draws: a sum of Hermite polynomials of normal scores (polynomial chaos), of which those terms are
//! kept that the draws support. It stands for E[figure | parameters] where the parameters are a few of many.
//!
//! Terms are taken by [pursuit](super::pursuit).

use super::linear::standardised;
use super::pursuit::Pursuit;
use super::ranks::scores;
use std::borrow::Cow;

/// Highest degree for a single parameter.
const DEGREE: usize = 5;
/// Highest degree of each parameter in a group.
const GROUP_DEGREE: usize = 3;
/// Parameters of a group beyond which products of two are not tried.
const PRODUCTS: usize = 30;
/// Most terms.
const TERMS: usize = 40;

/// A fit.
#[derive(Clone, Debug, PartialEq)]
pub struct ChaosFit {
    /// Number of terms kept.
    pub kept: usize,
    /// The curve at every draw.
    pub fitted: Vec<f64>,
}

/// All terms that a curve over some parameters can have, by draw; those that do not vary are left out.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// Standardised columns.
    terms: Vec<Vec<f64>>,
}

/// Probabilists' Hermite polynomials of degree 1 to `degree`, divided by √k!.
fn hermite(z: f64, degree: usize) -> Vec<f64> {
    let (mut before, mut own, mut out) = (1.0, z, Vec::with_capacity(degree));
    let mut factorial: f64 = 1.0;
    for k in 1..=degree {
        factorial *= k as f64;
        out.push(own / factorial.sqrt());
        (before, own) = (own, z * own - k as f64 * before);
    }
    out
}

/// All terms of a group of parameters, by draw.
fn candidates(columns: &[&[f64]]) -> Vec<Vec<f64>> {
    let degree = if columns.len() == 1 { DEGREE } else { GROUP_DEGREE };
    let scores: Vec<Vec<f64>> = columns.iter().map(|c| scores(c)).collect();
    let mut out = Vec::new();
    for z in &scores {
        let polynomials: Vec<Vec<f64>> = z.iter().map(|z| hermite(*z, degree)).collect();
        out.extend((0..degree).map(|k| polynomials.iter().map(|p| p[k]).collect::<Vec<f64>>()));
    }
    if scores.len() <= PRODUCTS {
        for (i, a) in scores.iter().enumerate() {
            out.extend(scores[..i].iter().map(|b| a.iter().zip(b).map(|(x, y)| x * y).collect::<Vec<f64>>()));
        }
    }
    out
}

impl Candidates {
    /// The candidate terms of some parameters, given by draw.
    pub fn of(columns: &[&[f64]]) -> Candidates {
        Candidates { terms: candidates(columns).iter().filter_map(|c| standardised(c)).collect() }
    }

    /// The same terms at resampled draws.
    pub fn at(&self, draws: &[usize]) -> Candidates {
        let pick = |term: &Vec<f64>| standardised(&draws.iter().map(|i| term[*i]).collect::<Vec<f64>>());
        Candidates { terms: self.terms.iter().filter_map(pick).collect() }
    }

    /// The curve of a figure by draw, of the terms that the draws support, and of so many at least.
    pub fn fit(&self, figure: &[f64], least: usize) -> ChaosFit {
        let mut pursuit = Pursuit::of(figure);
        let terms = self.terms.iter().map(|term| ((), Cow::Borrowed(term.as_slice())));
        pursuit.consider(terms, self.terms.len());
        pursuit.take(least, TERMS.min(figure.len() / 10));
        let fitted = figure.iter().zip(&pursuit.left).map(|(y, r)| y - r).collect();
        ChaosFit { kept: pursuit.taken.len(), fitted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    #[test]
    fn a_parabola_under_noise_is_found_and_noise_alone_is_not() {
        let mut stream = WorldKey::new(2, 0, 0).stream(0, 0, Purpose::Resample);
        let mut normal = || normal_quantile(stream.uniform());
        let n = 1000;
        let x: Vec<f64> = (0..n).map(|_| normal()).collect();
        let other: Vec<f64> = (0..n).map(|_| normal()).collect();
        let y: Vec<f64> = x.iter().map(|x| x * x + normal()).collect();
        let f = Candidates::of(&[&x]).fit(&y, 0);
        let error = f.fitted.iter().zip(&x).map(|(f, x)| (f - x * x).powi(2)).sum::<f64>() / n as f64;
        assert!(error < 0.02, "{error}");
        let noise = Candidates::of(&[&other]);
        assert_eq!((noise.fit(&y, 0).kept, noise.fit(&y, 1).kept), (0, 1));
        let again = Candidates::of(&[&x]).at(&(0..n).collect::<Vec<_>>()).fit(&y, 0);
        assert!(again.fitted.iter().zip(&f.fitted).all(|(a, b)| (a - b).abs() < 1e-8));
    }

    #[test]
    fn a_product_of_two_is_found_in_their_group() {
        let mut stream = WorldKey::new(3, 0, 0).stream(0, 0, Purpose::Resample);
        let x: Vec<Vec<f64>> =
            (0..4).map(|_| (0..800).map(|_| normal_quantile(stream.uniform())).collect()).collect();
        let y: Vec<f64> = (0..800).map(|i| x[0][i] * x[2][i] + 0.5 * x[3][i]).collect();
        let columns: Vec<&[f64]> = x.iter().map(Vec::as_slice).collect();
        let f = Candidates::of(&columns).fit(&y, 0);
        let error = f.fitted.iter().zip(&y).map(|(f, y)| (f - y).powi(2)).sum::<f64>() / 800.0;
        assert!(error < 0.01, "{error}");
    }
}
