//! The polynomials of one parameter that are orthonormal under its own distribution: in the mean over the distribution each
//! is 0, its square 1, and the product of two 0. A figure that follows the parameter in a straight line then needs one term,
//! whatever the distribution is (Oladyshkin & Nowak 2012).
//!
//! They are found by Stieltjes' procedure over evenly spread quantiles (Gautschi 2004, §2.2).

/// Quantiles that stand for a distribution.
const QUANTILES: usize = 4096;
/// Square of the length of a polynomial below which the distribution has too few values for another.
const NONE_LEFT: f64 = 1e-9;

/// The polynomials of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Polynomials {
    mean: f64,
    sd: f64,
    /// Of every degree from 1 on, the two numbers of its recurrence: a and √b in √b pₖ = (x − a) pₖ₋₁ − √b' pₖ₋₂, where b' is
    /// that of the degree before.
    steps: Vec<[f64; 2]>,
}

impl Polynomials {
    /// Those of a distribution, given by its quantile function, up to a degree; fewer where it has few values, none where it
    /// has one.
    pub fn of(quantile: impl Fn(f64) -> f64, degree: usize) -> Polynomials {
        let n = QUANTILES as f64;
        let values: Vec<f64> = (0..QUANTILES).map(|i| quantile((i as f64 + 0.5) / n)).collect();
        let mean = values.iter().sum::<f64>() / n;
        let sd = (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt();
        if sd <= mean.abs() * 1e-12 || !sd.is_finite() {
            return Polynomials { mean, sd: 1.0, steps: Vec::new() };
        }
        let x: Vec<f64> = values.iter().map(|x| (x - mean) / sd).collect();
        let (mut before, mut own) = (vec![0.0; QUANTILES], vec![1.0; QUANTILES]);
        let (mut last, mut steps) = (0.0, Vec::new());
        for _ in 0..degree {
            let a = x.iter().zip(&own).map(|(x, p)| x * p * p).sum::<f64>() / n;
            let next: Vec<f64> =
                x.iter().zip(own.iter().zip(&before)).map(|(x, (p, q))| (x - a) * p - last * q).collect();
            let square = next.iter().map(|p| p * p).sum::<f64>() / n;
            if square < NONE_LEFT {
                break;
            }
            last = square.sqrt();
            before = std::mem::replace(&mut own, next.into_iter().map(|p| p / last).collect());
            steps.push([a, last]);
        }
        Polynomials { mean, sd, steps }
    }

    /// Values at a value of the parameter, of degree 1 and up.
    pub fn at(&self, value: f64) -> Vec<f64> {
        let x = (value - self.mean) / self.sd;
        let (mut before, mut own, mut last) = (0.0, 1.0, 0.0);
        self.steps
            .iter()
            .map(|[a, size]| {
                let next = ((x - a) * own - last * before) / size;
                (before, own, last) = (own, next, *size);
                next
            })
            .collect()
    }

    /// How many there are.
    pub fn degrees(&self) -> usize {
        self.steps.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::distribution::Distribution;

    /// Of a uniform distribution they are Legendre's, of a normal one Hermite's.
    #[test]
    fn legendre_and_hermite_by_hand() {
        let of = |d: &Distribution, x: f64| Polynomials::of(|u| d.quantile(u), 4).at(x);
        let legendre = of(&Distribution::Uniform { min: -1.0, max: 1.0 }, 0.4);
        let by_hand = [0.4, 0.5 * (3.0 * 0.16 - 1.0), 0.5 * (5.0 * 0.064 - 3.0 * 0.4)];
        for (k, wanted) in by_hand.iter().enumerate() {
            let wanted = wanted * (2.0 * k as f64 + 3.0).sqrt();
            assert!((legendre[k] - wanted).abs() < 1e-5, "{k}: {} {wanted}", legendre[k]);
        }
        let hermite = of(&Distribution::Normal { mean: 2.0, sd: 3.0 }, 2.0 + 3.0 * 1.5);
        for (k, wanted) in [1.5, (2.25 - 1.0) / 2f64.sqrt()].iter().enumerate() {
            assert!((hermite[k] - wanted).abs() < 0.01, "{k}: {} {wanted}", hermite[k]);
        }
    }

    #[test]
    fn few_values_have_few_polynomials() {
        assert_eq!(Polynomials::of(|_| 3.0, 5).degrees(), 0);
        assert_eq!(Polynomials::of(|u| f64::from(u < 0.3), 5).degrees(), 1);
        assert_eq!(Polynomials::of(|u| (u * 3.0).floor(), 5).degrees(), 2);
    }
}
