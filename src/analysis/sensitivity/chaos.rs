//! A smooth curve through draws: a sum of Hermite polynomials of normal scores (polynomial chaos), of which those terms are
//! kept that the draws support. It stands for E[figure | parameters] where the parameters are a few of many.
//!
//! Terms are taken one by one, each time the one that explains most of what is left (orthogonal matching
//! pursuit, as in Blatman & Sudret 2011), until the extended Bayesian information criterion (Chen & Chen 2008)
//! no longer falls; so noise alone gives no terms at all.

use super::linear::{dot, least_squares, standardised};
use super::ranks::scores;

/// Highest degree for a single parameter.
const DEGREE: usize = 5;
/// Highest degree of each parameter in a group.
const GROUP_DEGREE: usize = 3;
/// Parameters of a group beyond which products of two are not tried.
const PRODUCTS: usize = 30;
/// Most terms.
const TERMS: usize = 40;

/// A fit: the terms kept, by draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Columns by draw: a constant first, then the terms kept.
    pub terms: Vec<Vec<f64>>,
    /// The curve at every draw.
    pub fitted: Vec<f64>,
}

impl Fit {
    /// The curve at resampled draws, fitted to them anew.
    pub fn again(&self, figure: &[f64], draws: &[usize]) -> Option<Vec<f64>> {
        let pick = |values: &[f64]| draws.iter().map(|i| values[*i]).collect::<Vec<f64>>();
        let terms: Vec<Vec<f64>> = self.terms.iter().map(|t| pick(t)).collect();
        let coefficients = least_squares(&terms, &pick(figure))?;
        Some(sum(&terms, &coefficients))
    }
}

fn sum(terms: &[Vec<f64>], coefficients: &[f64]) -> Vec<f64> {
    let n = terms.first().map_or(0, Vec::len);
    (0..n).map(|i| terms.iter().zip(coefficients).map(|(t, c)| t[i] * c).sum()).collect()
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

/// The curve of a figure over some parameters, all by draw.
pub fn fit(columns: &[&[f64]], figure: &[f64]) -> Fit {
    let n = figure.len() as f64;
    let all = candidates(columns);
    let mean = figure.iter().sum::<f64>() / n;
    let mut left: Vec<f64> = figure.iter().map(|y| y - mean).collect();
    // Candidates without what the kept terms say already.
    let mut rest: Vec<Option<Vec<f64>>> = all.iter().map(|c| standardised(c)).collect();
    let mut kept = Vec::new();
    let mut squares = dot(&left, &left);
    let penalty = n.ln() + (all.len() as f64).ln();
    while kept.len() < TERMS.min(figure.len() / 10) {
        let explained = rest.iter().enumerate().filter_map(|(i, c)| Some((i, dot(c.as_ref()?, &left))));
        let Some((best, size)) = explained.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())) else { break };
        let then = squares - size * size;
        let gain = if then > squares * 1e-14 { n * (squares / then).ln() } else { f64::INFINITY };
        if squares <= 0.0 || gain <= penalty {
            break;
        }
        let Some(chosen) = rest[best].take() else { break };
        left.iter_mut().zip(&chosen).for_each(|(r, q)| *r -= size * q);
        squares = then.max(0.0);
        for candidate in &mut rest {
            *candidate = candidate.take().and_then(|mut c| {
                let shared = dot(&c, &chosen);
                // What is left of a candidate that says nothing new is rounding.
                (shared.abs() < 1.0 - 1e-9).then(|| {
                    let size = (1.0 - shared * shared).sqrt();
                    c.iter_mut().zip(&chosen).for_each(|(x, q)| *x = (*x - shared * q) / size);
                    c
                })
            });
        }
        kept.push(best);
    }
    let fitted = figure.iter().zip(&left).map(|(y, r)| y - r).collect();
    let mut terms = vec![vec![1.0; figure.len()]];
    terms.extend(kept.into_iter().map(|i| all[i].clone()));
    Fit { terms, fitted }
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
        let f = fit(&[&x], &y);
        let error = f.fitted.iter().zip(&x).map(|(f, x)| (f - x * x).powi(2)).sum::<f64>() / n as f64;
        assert!(error < 0.02, "{error}");
        assert_eq!(fit(&[&other], &y).terms.len(), 1);
        let again = f.again(&y, &(0..n).collect::<Vec<_>>()).unwrap();
        assert!(again.iter().zip(&f.fitted).all(|(a, b)| (a - b).abs() < 1e-8));
    }

    #[test]
    fn a_product_of_two_is_found_in_their_group() {
        let mut stream = WorldKey::new(3, 0, 0).stream(0, 0, Purpose::Resample);
        let x: Vec<Vec<f64>> =
            (0..4).map(|_| (0..800).map(|_| normal_quantile(stream.uniform())).collect()).collect();
        let y: Vec<f64> = (0..800).map(|i| x[0][i] * x[2][i] + 0.5 * x[3][i]).collect();
        let columns: Vec<&[f64]> = x.iter().map(Vec::as_slice).collect();
        let f = fit(&columns, &y);
        let error = f.fitted.iter().zip(&y).map(|(f, y)| (f - y).powi(2)).sum::<f64>() / 800.0;
        assert!(error < 0.01, "{error}");
    }
}
