//! Distributions of uncertain parameters: quantile, mean, standard deviation, support. Drawn by
//! their quantile function from one uniform number each; no C library takes part, so the same
//! uniform gives the same bits everywhere.

mod make;
mod moments;
mod special;
#[cfg(test)]
mod tests;

use crate::math::normal_quantile;
use special::{Beta, Gamma};
use std::fmt;

/// A number, certain or uncertain.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// One value.
    Fixed(f64),
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Log-normal: the logarithm is normal.
    LogNormal {
        /// Median.
        median: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Beta on [0, 1].
    Beta {
        /// First shape.
        a: f64,
        /// Second shape.
        b: f64,
    },
    /// PERT: a beta from smallest to largest with the given peak, weight 4.
    Pert {
        /// Smallest value.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        max: f64,
    },
    /// Triangular.
    Triangular {
        /// Smallest value.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        max: f64,
    },
    /// Uniform.
    Uniform {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// Gamma.
    Gamma {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// A few values, each with its probability; values ascending.
    Discrete {
        /// The values.
        values: Vec<f64>,
        /// Their probabilities, together 1.
        weights: Vec<f64>,
    },
    /// Another distribution, kept to an interval.
    Truncated {
        /// The distribution cut.
        inner: Box<Distribution>,
        /// Smallest value left.
        lo: f64,
        /// Largest value left.
        hi: f64,
    },
}

use Distribution as D;

/// Shapes of the beta distribution behind a PERT.
fn pert_shapes(min: f64, mode: f64, max: f64) -> (f64, f64) {
    let peak = (mode - min) / (max - min);
    (1.0 + 4.0 * peak, 1.0 + 4.0 * (1.0 - peak))
}

impl Distribution {
    /// Whether every value it can take is a whole number.
    pub fn is_whole(&self) -> bool {
        match self {
            D::Fixed(x) => x.fract() == 0.0,
            D::Discrete { values, .. } => values.iter().all(|x| x.fract() == 0.0),
            D::Truncated { inner, lo, hi } => inner.is_whole() && lo.fract() == 0.0 && hi.fract() == 0.0,
            _ => false,
        }
    }

    /// The value below which a share `u` of the draws lies, 0 < u < 1; the ends of the support outside.
    pub fn quantile(&self, u: f64) -> f64 {
        let (low, high) = self.support();
        if low == high || u <= 0.0 {
            return low;
        }
        if u >= 1.0 {
            return high;
        }
        match self {
            D::Fixed(x) => *x,
            D::Normal { mean, sd } => mean + sd * normal_quantile(u),
            D::LogNormal { median, sigma } => median * libm::exp(sigma * normal_quantile(u)),
            D::Beta { a, b } => Beta::new(*a, *b).quantile(u),
            D::Pert { min, mode, max } => {
                let (a, b) = pert_shapes(*min, *mode, *max);
                (min + (max - min) * Beta::new(a, b).quantile(u)).min(*max)
            }
            D::Triangular { min, mode, max } => {
                let (width, peak) = (max - min, (mode - min) / (max - min));
                if u < peak {
                    min + width * (u * peak).sqrt()
                } else {
                    max - width * ((1.0 - u) * (1.0 - peak)).sqrt()
                }
            }
            D::Uniform { min, max } => min + (max - min) * u,
            D::Gamma { shape, scale } => scale * Gamma::new(*shape).quantile(u),
            D::Discrete { values, weights } => {
                let mut sum = 0.0;
                for (v, w) in values.iter().zip(weights) {
                    sum += w;
                    if u < sum {
                        return *v;
                    }
                }
                high
            }
            D::Truncated { inner, lo, hi } => {
                let (below, within) = (inner.cdf(*lo), inner.cdf(*hi));
                inner.quantile(below + u * (within - below)).clamp(*lo, *hi)
            }
        }
    }

    /// Mean.
    pub fn mean(&self) -> f64 {
        match self {
            D::Fixed(x) => *x,
            D::Normal { mean, .. } => *mean,
            D::LogNormal { median, sigma } => median * libm::exp(0.5 * sigma * sigma),
            D::Beta { a, b } => a / (a + b),
            D::Pert { min, mode, max } => (min + 4.0 * mode + max) / 6.0,
            D::Triangular { min, mode, max } => (min + mode + max) / 3.0,
            D::Uniform { min, max } => 0.5 * (min + max),
            D::Gamma { shape, scale } => shape * scale,
            D::Discrete { values, weights } => values.iter().zip(weights).map(|(v, w)| v * w).sum(),
            D::Truncated { inner, lo, hi } => inner.moments_within(*lo, *hi).0,
        }
    }

    /// Standard deviation.
    pub fn sd(&self) -> f64 {
        match self {
            D::Fixed(_) => 0.0,
            D::Normal { sd, .. } => *sd,
            D::LogNormal { sigma, .. } => self.mean() * libm::expm1(sigma * sigma).sqrt(),
            D::Beta { a, b } => (a * b / (a + b + 1.0)).sqrt() / (a + b),
            D::Pert { min, max, .. } => ((self.mean() - min) * (max - self.mean()) / 7.0).sqrt(),
            D::Triangular { min, mode, max } => {
                let (left, right, width) = (mode - min, max - mode, max - min);
                ((width * width - left * right) / 18.0).sqrt()
            }
            D::Uniform { min, max } => (max - min) / 12.0f64.sqrt(),
            D::Gamma { shape, scale } => shape.sqrt() * scale,
            D::Discrete { values, weights } => {
                let mean = self.mean();
                values.iter().zip(weights).map(|(v, w)| w * (v - mean) * (v - mean)).sum::<f64>().sqrt()
            }
            D::Truncated { inner, lo, hi } => inner.moments_within(*lo, *hi).1,
        }
    }

    /// Smallest and largest possible value.
    pub fn support(&self) -> (f64, f64) {
        match self {
            D::Fixed(x) => (*x, *x),
            D::Normal { mean, sd } if *sd == 0.0 => (*mean, *mean),
            D::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            D::LogNormal { median, sigma } if *sigma == 0.0 => (*median, *median),
            D::LogNormal { .. } | D::Gamma { .. } => (0.0, f64::INFINITY),
            D::Beta { .. } => (0.0, 1.0),
            D::Pert { min, max, .. } | D::Triangular { min, max, .. } | D::Uniform { min, max } => {
                (*min, *max)
            }
            D::Discrete { values, .. } => {
                (values.first().copied().unwrap_or(f64::NAN), values.last().copied().unwrap_or(f64::NAN))
            }
            D::Truncated { lo, hi, .. } => (*lo, *hi),
        }
    }

    /// Whether there is only one possible value.
    pub fn is_fixed(&self) -> bool {
        let (low, high) = self.support();
        low == high
    }

    /// Probability of at most x.
    pub fn cdf(&self, x: f64) -> f64 {
        let (low, high) = self.support();
        if x < low {
            return 0.0;
        }
        if x >= high {
            return 1.0;
        }
        match self {
            D::Discrete { values, weights } => {
                values.iter().zip(weights).filter(|(v, _)| **v <= x).map(|(_, w)| w).sum()
            }
            D::Truncated { inner, lo, hi } => {
                (inner.cdf(x) - inner.cdf(*lo)) / (inner.cdf(*hi) - inner.cdf(*lo))
            }
            _ => {
                let (origin, scale) = self.standard();
                self.standard_below((x - origin) / scale)[0]
            }
        }
    }
}

fn list(values: &[f64]) -> String {
    values.iter().map(f64::to_string).collect::<Vec<_>>().join(", ")
}

impl Distribution {
    /// The keys inside the braces of a distribution, as a user writes them.
    fn keys(&self) -> String {
        match self {
            D::Fixed(x) => format!("discrete = {{ values = [{x}], weights = [1] }}"),
            D::Normal { mean, sd } => format!("normal = [{mean}, {sd}]"),
            D::LogNormal { median, sigma } => {
                format!("lognormal = {{ median = {median}, sigma = {sigma} }}")
            }
            D::Beta { a, b } => format!("beta = [{a}, {b}]"),
            D::Pert { min, mode, max } => format!("pert = [{min}, {mode}, {max}]"),
            D::Triangular { min, mode, max } => format!("triangular = [{min}, {mode}, {max}]"),
            D::Uniform { min, max } => format!("uniform = [{min}, {max}]"),
            D::Gamma { shape, scale } => format!("gamma = [{shape}, {scale}]"),
            D::Discrete { values, weights } => {
                format!("discrete = {{ values = [{}], weights = [{}] }}", list(values), list(weights))
            }
            D::Truncated { inner, lo, hi } => format!("{}, truncate = [{lo}, {hi}]", inner.keys()),
        }
    }
}

/// As a user would write it in a scenario file.
impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            D::Fixed(x) => write!(f, "{x}"),
            other => write!(f, "{{ {} }}", other.keys()),
        }
    }
}
