//! Regularised incomplete beta and gamma functions and their inverses, in pure Rust.
//!
//! Forward: Lentz's continued fractions, and the power series of the gamma function. Inverse: a
//! rough closed-form start, then Halley steps kept inside a shrinking bracket, so that they always
//! arrive; three or four evaluations are usual.

use crate::math::{exp, ln, normal_quantile};

const TINY: f64 = 1e-300;
const EPSILON: f64 = 2e-16;
const MOST_TERMS: u32 = 100_000;
const MOST_STEPS: u32 = 200;

/// Standard normal distribution function, exact also far out in the tails.
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// What a step of the inversion is made from, at one x.
struct HalleyStep {
    /// cdf(x) − p.
    error: f64,
    /// The step of Newton's method: error / density.
    newton: f64,
    /// How the density changes over that step, as a share of itself.
    bend: f64,
    /// The distance from x to the nearest end of the support, which a step is small against.
    scale: f64,
}

/// The x between 0 and `high` where the error is zero, by Halley steps from `x` inside a shrinking bracket.
fn invert(mut x: f64, mut high: f64, at: impl Fn(f64) -> HalleyStep) -> f64 {
    let mut low = 0.0;
    for _ in 0..MOST_STEPS {
        let HalleyStep { error, newton, bend, scale } = at(x);
        if error == 0.0 {
            return x;
        }
        if error > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let next = x - newton / (1.0 - 0.5 * bend.min(1.0));
        if next > low && next < high {
            // The next step would be of the third power of this one.
            if (next - x).abs() <= 1e-7 * scale {
                return next;
            }
            x = next;
        } else if high.is_finite() {
            x = 0.5 * (low + high);
            if high - low <= EPSILON * high {
                return x;
            }
        } else {
            x *= 2.0;
        }
    }
    x
}

/// The beta distribution on [0, 1].
#[derive(Clone, Copy, Debug)]
pub struct Beta {
    a: f64,
    b: f64,
    ln_beta: f64,
}

impl Beta {
    /// The distribution with shapes a, b > 0.
    pub fn new(a: f64, b: f64) -> Self {
        Beta { a, b, ln_beta: libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b) }
    }

    /// x^a (1 − x)^b / B(a, b).
    fn front(&self, x: f64) -> f64 {
        exp(self.a * ln(x) + self.b * libm::log1p(-x) - self.ln_beta)
    }

    /// Probability of at most x.
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            self.cdf_from_front(x, self.front(x))
        }
    }

    fn cdf_from_front(&self, x: f64, front: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        if x < (a + 1.0) / (a + b + 2.0) {
            front * beta_fraction(a, b, x) / a
        } else {
            1.0 - front * beta_fraction(b, a, 1.0 - x) / b
        }
    }

    /// The x with cdf(x) = p.
    pub fn quantile(&self, p: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        if p <= 0.0 {
            return 0.0;
        }
        if p >= 1.0 {
            return 1.0;
        }
        if a == 1.0 {
            return -libm::expm1(libm::log1p(-p) / b);
        }
        if b == 1.0 {
            return libm::exp(libm::log(p) / a);
        }
        invert(self.start(p).clamp(1e-290, 1.0 - 1e-16), 1.0, |x| {
            let front = self.front(x);
            let error = self.cdf_from_front(x, front) - p;
            let newton = error * x * (1.0 - x) / front;
            let bend = newton * ((a - 1.0) / x - (b - 1.0) / (1.0 - x));
            HalleyStep { error, newton, bend, scale: x.min(1.0 - x) }
        })
    }

    /// A start for the inverse (Abramowitz & Stegun 26.5.22 for bells, end-point powers else).
    fn start(&self, p: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        if a >= 1.0 && b >= 1.0 {
            let z = -normal_quantile(p);
            let (ra, rb) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
            let l = (z * z - 3.0) / 6.0;
            let h = 2.0 / (ra + rb);
            let w = z * (l + h).sqrt() / h - (rb - ra) * (l + 5.0 / 6.0 - 2.0 / (3.0 * h));
            a / (a + b * exp(2.0 * w))
        } else {
            let t = libm::exp(a * libm::log(a / (a + b))) / a;
            let u = libm::exp(b * libm::log(b / (a + b))) / b;
            let w = t + u;
            if p < t / w {
                libm::pow(a * w * p, 1.0 / a)
            } else {
                1.0 - libm::pow(b * w * (1.0 - p), 1.0 / b)
            }
        }
    }
}

/// Continued fraction of the incomplete beta function (modified Lentz).
fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let (sum, above, below) = (a + b, a + 1.0, a - 1.0);
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - sum * x / above);
    let mut h = d;
    for m in 1..MOST_TERMS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((below + 2.0 * m) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (sum + m) * x / ((a + 2.0 * m) * (above + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let step = d * c;
        h *= step;
        if (step - 1.0).abs() <= EPSILON {
            break;
        }
    }
    h
}

/// The gamma distribution of scale 1.
#[derive(Clone, Copy, Debug)]
pub struct Gamma {
    shape: f64,
    ln_gamma: f64,
}

impl Gamma {
    /// The distribution with this shape, which must be positive.
    pub fn new(shape: f64) -> Self {
        Gamma { shape, ln_gamma: libm::lgamma(shape) }
    }

    /// x^shape e^−x / Γ(shape).
    fn front(&self, x: f64) -> f64 {
        exp(self.shape * ln(x) - x - self.ln_gamma)
    }

    /// Probability of at most x.
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x == f64::INFINITY {
            1.0
        } else {
            self.cdf_from_front(x, self.front(x))
        }
    }

    fn cdf_from_front(&self, x: f64, front: f64) -> f64 {
        let k = self.shape;
        if x < k + 1.0 {
            let (mut term, mut sum) = (1.0 / k, 1.0 / k);
            for n in 1..MOST_TERMS {
                term *= x / (k + f64::from(n));
                sum += term;
                if term <= EPSILON * sum {
                    break;
                }
            }
            front * sum
        } else {
            let mut b = x + 1.0 - k;
            let mut c = 1.0 / TINY;
            let mut d = 1.0 / away_from_zero(b);
            let mut h = d;
            for n in 1..MOST_TERMS {
                let n = f64::from(n);
                let an = -n * (n - k);
                b += 2.0;
                d = 1.0 / away_from_zero(an * d + b);
                c = away_from_zero(b + an / c);
                let step = d * c;
                h *= step;
                if (step - 1.0).abs() <= EPSILON {
                    break;
                }
            }
            1.0 - front * h
        }
    }

    /// The x with cdf(x) = p.
    pub fn quantile(&self, p: f64) -> f64 {
        let k = self.shape;
        if p <= 0.0 {
            return 0.0;
        }
        if p >= 1.0 {
            return f64::INFINITY;
        }
        if k == 1.0 {
            return -libm::log1p(-p);
        }
        invert(self.start(p).max(1e-290), f64::INFINITY, |x| {
            let front = self.front(x);
            let error = self.cdf_from_front(x, front) - p;
            let newton = error * x / front;
            HalleyStep { error, newton, bend: newton * ((k - 1.0) / x - 1.0), scale: x }
        })
    }

    /// A start for the inverse (Wilson–Hilferty, or the power at zero).
    fn start(&self, p: f64) -> f64 {
        let k = self.shape;
        if k > 1.0 {
            let c = 1.0 - 1.0 / (9.0 * k) + normal_quantile(p) / (3.0 * k.sqrt());
            (k * c * c * c).max(1e-3)
        } else {
            let t = 1.0 - k * (0.253 + k * 0.12);
            if p < t { libm::pow(p / t, 1.0 / k) } else { 1.0 - libm::log1p(-(p - t) / (1.0 - t)) }
        }
    }
}
