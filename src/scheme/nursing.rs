//! Residents of institutions above the age limit (scheme.md S1.4). Whether they would count if the limit went is not
//! known; direct wage cost per resident is log-normal, and few are above the threshold as long as the mean is well below.

use crate::math::{exp, ln, normal_cdf};

/// Residents and the distribution of their direct wage costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residents {
    /// Number of residents.
    pub number: f64,
    /// Mean cost, NOK a year.
    pub mean: f64,
    /// Standard deviation of its logarithm.
    pub sigma: f64,
}

impl Residents {
    /// Excess over a threshold, NOK a year, and the number of residents above it.
    pub fn above(&self, threshold: f64) -> [f64; 2] {
        let Residents { number, mean, sigma } = *self;
        if sigma <= 0.0 {
            let above = if mean > threshold { number } else { 0.0 };
            return [above * (mean - threshold), above];
        }
        let d1 = (ln(mean / threshold) + 0.5 * sigma * sigma) / sigma;
        let persons = number * normal_cdf(d1 - sigma);
        [number * mean * normal_cdf(d1) - threshold * persons, persons]
    }

    /// The median cost, NOK a year.
    pub fn median(&self) -> f64 {
        self.mean * exp(-0.5 * self.sigma * self.sigma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mean at the threshold, sigma 0.2: d₁ = 0.1 and d₂ = −0.1.
    #[test]
    fn sv_06_residents_at_the_threshold() {
        let residents = Residents { number: 1000.0, mean: 1.0, sigma: 0.2 };
        let [excess, persons] = residents.above(1.0);
        assert!((excess - 79.655_674_554_058).abs() < 1e-9 && (persons - 460.172_162_722_971).abs() < 1e-9);
        assert_eq!(Residents { sigma: 0.0, ..residents }.above(0.5), [500.0, 1000.0]);
        assert_eq!(Residents { sigma: 0.0, ..residents }.above(1.5), [0.0, 0.0]);
    }
}
