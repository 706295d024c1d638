//! Rivals of the model, made from the same years: a linear and an exponential trend. Each is a random walk with the mean
//! yearly change of the known years, of the numbers or of their logarithms: after h years it is normal around y + h·d with
//! standard deviation s·√(h + h²/n), n changes of mean d and standard deviation s (Hyndman and Athanasopoulos, Forecasting:
//! Principles and Practice, 3rd ed., 5.5).
//!
//! Their members are the quantiles in the middle of equal parts: nothing is drawn where nothing need be.

use super::history::{Moments, Observed, logs};
use crate::math::{exp, normal_quantile};

/// Mean and standard deviation `ahead` years after the last one known.
fn random_walk(known: &[Observed], ahead: i32) -> (f64, f64) {
    let changes = Moments::of_increments(known);
    let (h, n) = (f64::from(ahead), changes.n as f64);
    let last = known.last().map_or(f64::NAN, |(_, x)| *x);
    // One change has no deviation: the trend is a line without width.
    let sd = if changes.n > 1 { changes.sd } else { 0.0 };
    (last + h * changes.mean, sd * (h + h * h / n).sqrt())
}

fn members((mean, sd): (f64, f64), count: usize) -> Vec<f64> {
    (0..count).map(|i| mean + sd * normal_quantile((i as f64 + 0.5) / count as f64)).collect()
}

/// The linear trend: so many members, sorted upwards.
pub fn linear(known: &[Observed], ahead: i32, count: usize) -> Vec<f64> {
    members(random_walk(known, ahead), count)
}

/// The exponential trend.
pub fn exponential(known: &[Observed], ahead: i32, count: usize) -> Vec<f64> {
    members(random_walk(&logs(known), ahead), count).into_iter().map(exp).collect()
}

/// The equal mixture of two ensembles.
pub fn mixture(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut both = [one, other].concat();
    both.sort_by(f64::total_cmp);
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Changes 10, 2, 12: mean 8, standard deviation √28; two years ahead the variance is 28·(2 + 4/3).
    #[test]
    fn a_linear_trend_by_hand() {
        let known = [(2015, 100.0), (2016, 110.0), (2017, 112.0), (2018, 124.0)];
        let (mean, sd) = random_walk(&known, 2);
        assert!((mean - 140.0).abs() < 1e-12 && (sd * sd - 28.0 * 10.0 / 3.0).abs() < 1e-9);
        let members = linear(&known, 2, 3);
        assert!((members[1] - 140.0).abs() < 1e-9 && (members[0] + members[2] - 280.0).abs() < 1e-9);
        // The quantile at 5/6 of the standard normal distribution.
        assert!((members[2] - 140.0 - 0.967_421_566 * sd).abs() < 1e-6);
    }

    /// Doubled, and then four times as large in two years (as much a year): 1 and 1 in logs of 2, without deviation.
    #[test]
    fn an_exponential_trend_by_hand() {
        let known = [(2015, 10.0), (2016, 20.0), (2018, 80.0)];
        for member in exponential(&known, 3, 5) {
            assert!((member - 640.0).abs() < 1e-9, "{member}");
        }
        // Logs grow by 0 and ln 4: the middle doubles, and deviation is ln 4/√2.
        let known = [(2015, 10.0), (2016, 10.0), (2017, 40.0)];
        let (mean, sd) = random_walk(&logs(&known), 1);
        assert!((mean - 80.0_f64.ln()).abs() < 1e-12);
        assert!((sd - 4.0_f64.ln() / 2f64.sqrt() * 1.5_f64.sqrt()).abs() < 1e-12);
        assert_eq!(mixture(&[1.0, 4.0], &[2.0, 3.0]), [1.0, 2.0, 3.0, 4.0]);
    }
}
