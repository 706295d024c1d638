//! Distributions of uncertain parameters: quantile, mean, standard deviation, support. Drawn by
//! their quantile function from one uniform number each; no C library takes part, so the same
//! uniform gives the same bits everywhere.

mod special;
#[cfg(test)]
mod tests;

use crate::math::normal_quantile;
use crate::text::Text;
use special::{Beta, Gamma, normal_cdf};
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

/// What is wrong with a distribution as written.
type Refused = Text;

fn finite(values: &[f64]) -> Result<(), Refused> {
    if values.iter().all(|x| x.is_finite()) {
        Ok(())
    } else {
        Err(Text::all(
            "tallene må være endelige (ikke nan eller inf)",
            "tala må vere endelege (ikkje nan eller inf)",
            "the numbers must be finite (not nan or inf)",
        ))
    }
}

fn positive(values: &[f64]) -> Result<(), Refused> {
    finite(values)?;
    if values.iter().all(|x| *x > 0.0 && *x <= 1e6) {
        Ok(())
    } else {
        Err(Text::all(
            "tallene må være større enn 0 og høyst en million",
            "tala må vere større enn 0 og høgst ein million",
            "the numbers must be above 0 and at most a million",
        ))
    }
}

fn ordered(min: f64, mode: f64, max: f64) -> Result<(), Refused> {
    finite(&[min, mode, max])?;
    if min <= mode && mode <= max {
        Ok(())
    } else {
        Err(Text::all(
            "tallene skal stå i stigende rekkefølge: minst, mest sannsynlig, størst",
            "tala skal stå i stigande rekkjefølgje: minst, mest sannsynleg, størst",
            "the numbers must stand in rising order: smallest, most likely, largest",
        ))
    }
}

fn spread(sd: f64) -> Result<(), Refused> {
    if sd >= 0.0 {
        Ok(())
    } else {
        Err(Text::all(
            "spredningen kan ikke være negativ",
            "spreiinga kan ikkje vere negativ",
            "the spread cannot be negative",
        ))
    }
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
            return Err(Text::all(
                "median (eller mean) må være større enn 0, og sigma høyst 5",
                "median (eller mean) må vere større enn 0, og sigma høgst 5",
                "median (or mean) must be above 0, and sigma at most 5",
            ));
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
            return Err(Text::all(
                "values og weights må ha like mange tall, minst ett",
                "values og weights må ha like mange tal, minst eitt",
                "values and weights must have equally many numbers, at least one",
            ));
        }
        let sum: f64 = weights.iter().sum();
        if weights.iter().any(|w| *w < 0.0) || (sum - 1.0).abs() > 1e-9 {
            return Err(Text::all(
                format!("weights må være 0 eller mer og til sammen 1 (nå {sum})"),
                format!("weights må vere 0 eller meir og til saman 1 (no {sum})"),
                format!("weights must be 0 or more and together 1 (now {sum})"),
            ));
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
            return Err(Text::all(
                "truncate skal være [minst, størst]",
                "truncate skal vere [minst, størst]",
                "truncate must be [smallest, largest]",
            ));
        }
        let empty = || {
            Text::all(
                "nesten ingenting av fordelingen ligger innenfor truncate",
                "nesten ingenting av fordelinga ligg innanfor truncate",
                "almost nothing of the distribution lies within truncate",
            )
        };
        match self {
            D::Fixed(x) if x < lo || x > hi => Err(empty()),
            D::Fixed(_) => Ok(self),
            D::Discrete { values, weights } => {
                let mut pairs: Vec<_> = values.into_iter().zip(weights).collect();
                pairs.retain(|(v, w)| *v >= lo && *v <= hi && *w > 0.0);
                if pairs.is_empty() { Err(empty()) } else { Ok(D::from_pairs(pairs)) }
            }
            inner => {
                let (a, b) = inner.support();
                if lo <= a && hi >= b {
                    return Ok(inner);
                }
                if inner.cdf(hi) - inner.cdf(lo) < 1e-6 {
                    return Err(empty());
                }
                Ok(D::Truncated { inner: Box::new(inner), lo: lo.max(a), hi: hi.min(b) })
            }
        }
    }
}

/// Shapes of the beta distribution behind a PERT.
fn pert_shapes(min: f64, mode: f64, max: f64) -> (f64, f64) {
    let peak = (mode - min) / (max - min);
    (1.0 + 4.0 * peak, 1.0 + 4.0 * (1.0 - peak))
}

impl Distribution {
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
            D::Pert { min, max, .. } | D::Triangular { min, max, .. } | D::Uniform { min, max } => (*min, *max),
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

    /// Origin and scale by which the distribution is brought to its standard form.
    fn standard(&self) -> (f64, f64) {
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
    fn standard_below(&self, x: f64) -> [f64; 3] {
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
            D::Triangular { min, mode, max } => triangular_below((mode - min) / (max - min), x.clamp(0.0, 1.0)),
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
    fn moments_within(&self, lo: f64, hi: f64) -> (f64, f64) {
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
