//! Distributions made of what a user writes: what makes no sense is refused in words.

use super::Distribution;
use super::Distribution as D;
use crate::text::{Message, Text, say};

/// An error in a distribution as written.
type Refused = Text;

fn finite(values: &[f64]) -> Result<(), Refused> {
    if values.iter().all(|x| x.is_finite()) { Ok(()) } else { Err(say::NUMBERS_MUST_BE_FINITE.text()) }
}

fn positive(values: &[f64]) -> Result<(), Refused> {
    finite(values)?;
    if values.iter().all(|x| *x > 0.0 && *x <= 1e6) { Ok(()) } else { Err(say::NUMBERS_UP_TO_MILLION.text()) }
}

fn ordered(min: f64, mode: f64, max: f64) -> Result<(), Refused> {
    finite(&[min, mode, max])?;
    if min <= mode && mode <= max { Ok(()) } else { Err(say::NUMBERS_MUST_RISE.text()) }
}

fn spread(sd: f64) -> Result<(), Refused> {
    if sd >= 0.0 { Ok(()) } else { Err(say::SPREAD_CANNOT_NEGATIVE.text()) }
}

/// Constructors check what is written; a distribution without spread becomes [`Distribution::Fixed`].
impl Distribution {
    /// Normal by mean and standard deviation.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, Refused> {
        finite(&[mean, sd])?;
        spread(sd)?;
        Ok(if sd == 0.0 { D::Fixed(mean) } else { D::Normal { mean, sd } })
    }

    /// Log-normal by its median and the standard deviation of the logarithm.
    pub fn lognormal(median: f64, sigma: f64) -> Result<Self, Refused> {
        finite(&[median, sigma])?;
        spread(sigma)?;
        if median <= 0.0 || sigma > 5.0 {
            return Err(say::LOGNORMAL_LIMITS.text());
        }
        Ok(if sigma == 0.0 { D::Fixed(median) } else { D::LogNormal { median, sigma } })
    }

    /// Log-normal by its own mean and standard deviation.
    pub fn lognormal_from_mean(mean: f64, sd: f64) -> Result<Self, Refused> {
        finite(&[mean, sd])?;
        spread(sd)?;
        if mean <= 0.0 || sd == 0.0 {
            return D::lognormal(mean, sd);
        }
        let ratio = sd / mean;
        let variance = libm::log1p(ratio * ratio);
        D::lognormal(mean / (1.0 + ratio * ratio).sqrt(), variance.sqrt())
    }

    /// Beta by its two shapes.
    pub fn beta(a: f64, b: f64) -> Result<Self, Refused> {
        positive(&[a, b])?;
        Ok(D::Beta { a, b })
    }

    /// PERT by smallest, most likely and largest value.
    pub fn pert(min: f64, mode: f64, max: f64) -> Result<Self, Refused> {
        ordered(min, mode, max)?;
        Ok(if min == max { D::Fixed(min) } else { D::Pert { min, mode, max } })
    }

    /// Triangular by smallest, most likely and largest value.
    pub fn triangular(min: f64, mode: f64, max: f64) -> Result<Self, Refused> {
        ordered(min, mode, max)?;
        Ok(if min == max { D::Fixed(min) } else { D::Triangular { min, mode, max } })
    }

    /// Uniform from smallest to largest value.
    pub fn uniform(min: f64, max: f64) -> Result<Self, Refused> {
        ordered(min, min, max)?;
        Ok(if min == max { D::Fixed(min) } else { D::Uniform { min, max } })
    }

    /// Gamma by shape and scale.
    pub fn gamma(shape: f64, scale: f64) -> Result<Self, Refused> {
        positive(&[shape])?;
        finite(&[scale])?;
        if scale <= 0.0 {
            positive(&[scale])?;
        }
        Ok(D::Gamma { shape, scale })
    }

    /// Values with their probabilities, which must make 1 together.
    pub fn discrete(values: Vec<f64>, weights: Vec<f64>) -> Result<Self, Refused> {
        finite(&values)?;
        finite(&weights)?;
        if values.is_empty() || values.len() != weights.len() {
            return Err(say::VALUES_AND_WEIGHTS_DIFFER.text());
        }
        let sum: f64 = weights.iter().sum();
        if weights.iter().any(|w| *w < 0.0) || (sum - 1.0).abs() > 1e-9 {
            return Err(say::WeightsMustSumToOne { sum }.text());
        }
        Ok(D::from_pairs(values.into_iter().zip(weights).collect()))
    }

    /// A discrete distribution from pairs, sorted, weights scaled to 1, points without weight left out.
    fn from_pairs(mut pairs: Vec<(f64, f64)>) -> Self {
        pairs.retain(|(_, w)| *w > 0.0);
        pairs.sort_by(|x, y| x.0.total_cmp(&y.0));
        let sum: f64 = pairs.iter().map(|(_, w)| w).sum();
        match pairs.as_slice() {
            [(v, _)] => D::Fixed(*v),
            _ => D::Discrete {
                values: pairs.iter().map(|(v, _)| *v).collect(),
                weights: pairs.iter().map(|(_, w)| w / sum).collect(),
            },
        }
    }

    /// The same distribution kept to `[lo, hi]`; either end may be infinite.
    pub fn truncated(self, lo: f64, hi: f64) -> Result<Self, Refused> {
        if lo.is_nan() || hi.is_nan() || lo > hi {
            return Err(say::TRUNCATE_SMALLEST_LARGEST.text());
        }
        let empty = || say::NOTHING_WITHIN_TRUNCATE;
        match self {
            D::Fixed(x) if x < lo || x > hi => Err(empty().text()),
            D::Fixed(_) => Ok(self),
            D::Discrete { values, weights } => {
                let mut pairs: Vec<_> = values.into_iter().zip(weights).collect();
                pairs.retain(|(v, w)| *v >= lo && *v <= hi && *w > 0.0);
                if pairs.is_empty() { Err(empty().text()) } else { Ok(D::from_pairs(pairs)) }
            }
            inner => {
                let (a, b) = inner.support();
                if lo <= a && hi >= b {
                    return Ok(inner);
                }
                if inner.cdf(hi) - inner.cdf(lo) < 1e-6 {
                    return Err(empty().text());
                }
                Ok(D::Truncated { inner: Box::new(inner), lo: lo.max(a), hi: hi.min(b) })
            }
        }
    }
}
