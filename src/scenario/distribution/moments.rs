//! Partial moments, from which truncated distributions get their mean and spread.

use super::Distribution;
use super::Distribution as D;
use super::pert_shapes;
use super::special::{Beta, Gamma, normal_cdf};

impl Distribution {
    /// Origin and scale by which the distribution is brought to its standard form.
    pub(super) fn standard(&self) -> (f64, f64) {
        match self {
            D::Normal { mean, sd } => (*mean, *sd),
            D::LogNormal { median, .. } => (0.0, *median),
            D::Pert { min, max, .. } | D::Triangular { min, max, .. } | D::Uniform { min, max } => {
                (*min, max - min)
            }
            D::Gamma { scale, .. } => (0.0, *scale),
            _ => (0.0, 1.0),
        }
    }

    /// Of the standard form: probability, and the parts of first and second moment, at or below `x`.
    pub(super) fn standard_below(&self, x: f64) -> [f64; 3] {
        match self {
            D::Normal { .. } => {
                if x.is_infinite() {
                    return if x > 0.0 { [1.0, 0.0, 1.0] } else { [0.0; 3] };
                }
                let density = libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt();
                let p = normal_cdf(x);
                [p, -density, p - x * density]
            }
            D::LogNormal { sigma, .. } => [0.0, 1.0, 2.0].map(|k| {
                let z = if x <= 0.0 { f64::NEG_INFINITY } else { libm::log(x) / sigma };
                libm::exp(0.5 * k * k * sigma * sigma) * normal_cdf(z - k * sigma)
            }),
            D::Beta { a, b } => beta_below(*a, *b, x),
            D::Pert { min, mode, max } => {
                let (a, b) = pert_shapes(*min, *mode, *max);
                beta_below(a, b, x)
            }
            D::Triangular { min, mode, max } => {
                triangular_below((mode - min) / (max - min), x.clamp(0.0, 1.0))
            }
            D::Uniform { .. } => {
                let x = x.clamp(0.0, 1.0);
                [x, x * x / 2.0, x * x * x / 3.0]
            }
            D::Gamma { shape: k, .. } => [
                Gamma::new(*k).cdf(x),
                k * Gamma::new(k + 1.0).cdf(x),
                k * (k + 1.0) * Gamma::new(k + 2.0).cdf(x),
            ],
            // The rest have no standard form and are never asked.
            D::Fixed(_) | D::Discrete { .. } | D::Truncated { .. } => [f64::NAN; 3],
        }
    }

    /// Mean and standard deviation of what lies within `[lo, hi]`.
    pub(super) fn moments_within(&self, lo: f64, hi: f64) -> (f64, f64) {
        let (origin, scale) = self.standard();
        let below = self.standard_below((lo - origin) / scale);
        let all = self.standard_below((hi - origin) / scale);
        let [mass, first, second] = [0, 1, 2].map(|i| all[i] - below[i]);
        let mean = first / mass;
        let variance = (second / mass - mean * mean).max(0.0);
        (origin + scale * mean, scale * variance.sqrt())
    }
}

fn beta_below(a: f64, b: f64, x: f64) -> [f64; 3] {
    let sum = a + b;
    [
        Beta::new(a, b).cdf(x),
        a / sum * Beta::new(a + 1.0, b).cdf(x),
        a * (a + 1.0) / (sum * (sum + 1.0)) * Beta::new(a + 2.0, b).cdf(x),
    ]
}

fn triangular_below(c: f64, x: f64) -> [f64; 3] {
    if x <= c && c > 0.0 {
        return [x * x / c, 2.0 * x * x * x / (3.0 * c), x * x * x * x / (2.0 * c)];
    }
    let (y, d) = (1.0 - x, (1.0 - c).max(f64::MIN_POSITIVE));
    let mean = (1.0 + c) / 3.0;
    let second = (1.0 - c + c * c) / 18.0 + mean * mean;
    let (y2, y3, y4) = (y * y, y * y * y, y * y * y * y);
    [1.0 - y2 / d, mean - (y2 - 2.0 * y3 / 3.0) / d, second - (y2 - 4.0 * y3 / 3.0 + y4 / 2.0) / d]
}
