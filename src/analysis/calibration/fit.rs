//! The best fit: the calibrated parameters at which misses of the targets and distance from the prior are together smallest,
//! Σ missⱼ² + Σ zᵢ² (the maximum a posteriori in the scale of z), by Levenberg's and Marquardt's method
//! (Moré 1978). Every try meets the same persons, so that the sum changes smoothly.

use super::targets::CalibrationTarget;
use crate::error::{Error, Result};
use crate::scenario::distribution::Distribution;
use levenberg_marquardt::{LeastSquaresProblem, LevenbergMarquardt};
use nalgebra::storage::Owned;
use nalgebra::{DMatrix, DVector, Dyn};
use std::cell::RefCell;

/// Step of differences, in standard deviations of the prior: wide enough that single persons do not show.
const STEP: f64 = 0.25;
/// Change of the sum of squares, and of z, below which the search ends; finer differences are chance among persons.
const TOLERANCE: f64 = 1e-3;
/// Most tries for each parameter.
const PATIENCE: usize = 20;

/// The model's figures at each of several z of the calibrated parameters.
pub type Means<'a> = dyn FnMut(&[Vec<f64>]) -> Result<Vec<Vec<f64>>> + 'a;

/// The best fit.
#[derive(Clone, Debug, PartialEq)]
pub struct BestFit {
    /// z of the calibrated parameters.
    pub z: Vec<f64>,
    /// The model's figure of every target there.
    pub figures: Vec<f64>,
    /// Distance of every figure from its target in standard errors, limits or not.
    pub distances: Vec<f64>,
    /// Change of the distances by change of z, a row for each target.
    pub slopes: DMatrix<f64>,
    /// Points at which the model was asked.
    pub tries: usize,
    /// Σ miss².
    pub chi2: f64,
    /// Probability of a sum of squares this large if model and targets agree: χ² with a degree of freedom for each target.
    /// None is taken off for the parameters, since the prior holds them: the test is on the lenient side.
    pub p: f64,
}

/// Probability that χ² with so many degrees of freedom is above x.
pub fn chi2_above(x: f64, degrees: usize) -> f64 {
    1.0 - Distribution::Gamma { shape: degrees as f64 / 2.0, scale: 2.0 }.cdf(x)
}

/// Finds the best fit of so many parameters, from their medians.
pub fn fit(targets: &[CalibrationTarget], parameters: usize, means: &mut Means<'_>) -> Result<BestFit> {
    let problem = Least {
        targets,
        z: DVector::zeros(parameters),
        means: RefCell::new(means),
        failure: RefCell::new(None),
        tries: RefCell::new(0),
    };
    let method = LevenbergMarquardt::new().with_ftol(TOLERANCE).with_xtol(TOLERANCE).with_patience(PATIENCE);
    let problem = match parameters {
        0 => problem,
        _ => method.minimize(problem).0,
    };
    if let Some(failure) = problem.failure.take() {
        return Err(failure);
    }
    let z: Vec<f64> = problem.z.iter().copied().collect();
    let slopes = problem.slopes();
    let figures = problem.ask(std::slice::from_ref(&z));
    if let Some(failure) = problem.failure.take() {
        return Err(failure);
    }
    let figures = figures.map(|mut f| f.remove(0)).unwrap_or_else(|| vec![f64::NAN; targets.len()]);
    let distances: Vec<f64> = targets.iter().zip(&figures).map(|(t, x)| t.distance(*x)).collect();
    let chi2: f64 = targets.iter().zip(&figures).map(|(t, x)| t.miss(*x).powi(2)).sum();
    let tries = *problem.tries.borrow();
    let slopes = slopes.unwrap_or_else(|| DMatrix::zeros(targets.len(), parameters));
    Ok(BestFit { z, figures, distances, slopes, tries, chi2, p: chi2_above(chi2, targets.len()) })
}

struct Least<'a, 'b> {
    targets: &'a [CalibrationTarget],
    z: DVector<f64>,
    means: RefCell<&'a mut Means<'b>>,
    failure: RefCell<Option<Error>>,
    tries: RefCell<usize>,
}

impl Least<'_, '_> {
    /// Figures at several points; nothing once the model has failed.
    fn ask(&self, points: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
        if self.failure.borrow().is_some() {
            return None;
        }
        *self.tries.borrow_mut() += points.len();
        let found = (self.means.borrow_mut())(points);
        found.map_err(|e| *self.failure.borrow_mut() = Some(e)).ok()
    }

    /// Slopes of the distances by central differences.
    fn slopes(&self) -> Option<DMatrix<f64>> {
        let z: Vec<f64> = self.z.iter().copied().collect();
        let ends = [-STEP, STEP];
        let points: Vec<Vec<f64>> = (0..z.len())
            .flat_map(|i| {
                ends.map(|step| {
                    z.iter().enumerate().map(|(k, z)| z + if k == i { step } else { 0.0 }).collect()
                })
            })
            .collect();
        let found = self.ask(&points)?;
        Some(DMatrix::from_fn(self.targets.len(), z.len(), |j, i| {
            (found[2 * i + 1][j] - found[2 * i][j]) / (2.0 * STEP * self.targets[j].whole_error())
        }))
    }
}

impl LeastSquaresProblem<f64, Dyn, Dyn> for Least<'_, '_> {
    type ResidualStorage = Owned<f64, Dyn>;
    type JacobianStorage = Owned<f64, Dyn, Dyn>;
    type ParameterStorage = Owned<f64, Dyn>;

    fn set_params(&mut self, z: &DVector<f64>) {
        self.z.copy_from(z);
    }

    fn params(&self) -> DVector<f64> {
        self.z.clone()
    }

    fn residuals(&self) -> Option<DVector<f64>> {
        let figures = self.ask(&[self.z.iter().copied().collect()])?.remove(0);
        let misses = self.targets.iter().zip(&figures).map(|(t, x)| t.miss(*x));
        Some(DVector::from_iterator(self.targets.len() + self.z.len(), misses.chain(self.z.iter().copied())))
    }

    fn jacobian(&self) -> Option<DMatrix<f64>> {
        let figures = self.ask(&[self.z.iter().copied().collect()])?.remove(0);
        let slopes = self.slopes()?;
        let targets = self.targets.len();
        Some(DMatrix::from_fn(targets + self.z.len(), self.z.len(), |row, i| {
            match row.checked_sub(targets) {
                Some(own) => f64::from(u8::from(own == i)),
                // Within a limit nothing pulls.
                None if self.targets[row].miss(figures[row]) == 0.0 => 0.0,
                None => slopes[(row, i)],
            }
        }))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::analysis::calibration::targets::{Bound, TargetFormula};
    use crate::text::Text;

    /// A target of no outcome in particular.
    pub fn known(id: &str, bound: Bound, value: f64, error: f64) -> CalibrationTarget {
        CalibrationTarget {
            id: id.into(),
            label: Text::same(id),
            figure: TargetFormula { outcomes: Vec::new(), per: Vec::new(), year: 0, to: None },
            bound,
            value,
            error,
            chance: 0.0,
            unit: "x".into(),
            source: Text::same("made up"),
        }
    }

    /// One target y = 10 + 3 z₁ + 4 z₂ of 20 ± 5: with slopes (0.6, 0.8) in standard errors of length 1 the sum
    /// (0.6 z₁ + 0.8 z₂ − 2)² + z² is smallest one way out, at z = (0.6, 0.8), where it is 1 + 1.
    #[test]
    fn a_linear_fit_in_closed_form() {
        let targets = [known("a", Bound::Equal, 20.0, 5.0)];
        let mut means =
            |points: &[Vec<f64>]| Ok(points.iter().map(|z| vec![10.0 + 3.0 * z[0] + 4.0 * z[1]]).collect());
        let found = fit(&targets, 2, &mut means).unwrap();
        assert!((found.z[0] - 0.6).abs() < 1e-6 && (found.z[1] - 0.8).abs() < 1e-6, "{:?}", found.z);
        assert!((found.distances[0] + 1.0).abs() < 1e-6 && (found.chi2 - 1.0).abs() < 1e-6);
        assert!((found.slopes[(0, 1)] - 0.8).abs() < 1e-9);
        // P(χ²₁ > 1) = 2 (1 − Φ(1)).
        assert!((found.p - 0.317_310_507_862_914).abs() < 1e-6, "{}", found.p);
    }

    #[test]
    fn a_curved_fit_and_limits() {
        // e^z = 3 with a small error: z is close to ln 3; a limit that is kept pulls nothing.
        let targets = [known("a", Bound::Equal, 3.0, 0.01), known("b", Bound::AtMost, 9.0, 0.1)];
        let mut means = |points: &[Vec<f64>]| {
            Ok(points.iter().map(|z| vec![libm::exp(z[0]), 2.0 * libm::exp(z[0])]).collect())
        };
        let found = fit(&targets, 1, &mut means).unwrap();
        assert!((found.z[0] - 3f64.ln()).abs() < 1e-3, "{:?}", found.z);
        let tight = [known("a", Bound::Equal, 3.0, 0.01), known("b", Bound::AtMost, 2.0, 0.01)];
        let found = fit(&tight, 1, &mut means).unwrap();
        // Weighted least squares of e^z = 3 and 2 e^z = 2 with equal errors: 5 e^z = 7.
        assert!((libm::exp(found.z[0]) - 1.4).abs() < 1e-2, "{:?}", found.z);
        assert!(found.p < 1e-6);
    }

    #[test]
    fn a_failure_of_the_model_comes_through() {
        let targets = [known("a", Bound::Equal, 3.0, 1.0)];
        let mut means = |_: &[Vec<f64>]| Err(Error::Paused);
        assert!(matches!(fit(&targets, 1, &mut means), Err(Error::Paused)));
    }

    #[test]
    fn the_tail_of_chi_squared() {
        // χ² with two degrees of freedom is exponential: P(> x) = e^(−x/2).
        assert!((chi2_above(9.0, 2) - libm::exp(-4.5)).abs() < 1e-10);
        assert_eq!(chi2_above(0.0, 3), 1.0);
    }
}
