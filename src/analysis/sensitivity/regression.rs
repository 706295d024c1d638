//! How strongly each parameter goes with a figure, from the draws of a run: standardised regression
//! coefficients of values and of ranks, and partial rank correlations (Saltelli et al. 2008, ch. 1; Iman & Conover 1979).
//!
//! With the inverse P of the parameters' correlation matrix and their correlations r with the figure, the coefficients are
//! β = P r, R² = β·r, the standard error of βᵢ is √((1 − R²) Pᵢᵢ / (n − k − 1)), and the partial correlation
//! βᵢ / √(βᵢ² + (1 − R²) Pᵢᵢ).

use super::linear::{dot, inverse_correlation, standardised};
use super::ranks::ranks;
use serde::{Deserialize, Serialize};

/// With an R² below this the coefficients say little.
pub const GOOD_FIT: f64 = 0.7;

/// The results for one parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coefficient {
    /// The parameter.
    pub parameter: String,
    /// Standardised regression coefficient: standard deviations of the figure a standard deviation of the parameter.
    pub standardised: f64,
    /// The standard error of the coefficient.
    pub error: f64,
    /// The coefficient on ranks.
    pub rank: f64,
    /// Partial rank correlation, −1 to 1.
    pub partial_rank: f64,
}

/// A regression of a figure on all parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regression {
    /// Draws.
    pub draws: usize,
    /// Share of the variance that the straight line explains.
    pub r2: f64,
    /// The share for ranks.
    pub rank_r2: f64,
    /// Parameters, the strongest first.
    pub coefficients: Vec<Coefficient>,
}

/// Draws needed for so many parameters: three for each.
pub fn draws_needed(parameters: usize) -> usize {
    3 * (parameters + 1)
}

/// Regresses a figure by draw on named columns by draw. Columns without variation are left out; nothing where the
/// figure has none, or draws are too few.
pub fn regression(names: &[String], columns: &[Vec<f64>], figure: &[f64]) -> Option<Regression> {
    let there: Vec<usize> = (0..figure.len()).filter(|i| figure[*i].is_finite()).collect();
    let pick = |column: &[f64]| there.iter().map(|i| column[*i]).collect::<Vec<f64>>();
    let figure = pick(figure);
    let columns: Vec<Vec<f64>> = columns.iter().map(|c| pick(c)).collect();
    let kept: Vec<usize> = (0..columns.len()).filter(|i| standardised(&columns[*i]).is_some()).collect();
    let (n, k) = (figure.len(), kept.len());
    if n < draws_needed(k) {
        return None;
    }
    let columns: Vec<&Vec<f64>> = kept.iter().map(|i| &columns[*i]).collect();
    let (value, rank) = (line(&columns, &figure, &|c| c.to_vec())?, line(&columns, &figure, &ranks)?);
    let mut coefficients: Vec<Coefficient> = kept
        .iter()
        .enumerate()
        .map(|(row, column)| Coefficient {
            parameter: names[*column].clone(),
            standardised: value.slopes[row],
            error: (value.unexplained[row] / (n - k - 1) as f64).sqrt(),
            rank: rank.slopes[row],
            partial_rank: rank.slopes[row] / (rank.slopes[row].powi(2) + rank.unexplained[row]).sqrt(),
        })
        .collect();
    coefficients.sort_by(|a, b| b.standardised.abs().total_cmp(&a.standardised.abs()));
    Some(Regression { draws: n, r2: value.r2, rank_r2: rank.r2, coefficients })
}

/// A straight line through standardised numbers.
struct LinearFit {
    slopes: Vec<f64>,
    /// (1 − R²) Pᵢᵢ.
    unexplained: Vec<f64>,
    r2: f64,
}

fn line(columns: &[&Vec<f64>], figure: &[f64], of: &dyn Fn(&[f64]) -> Vec<f64>) -> Option<LinearFit> {
    let columns = columns.iter().map(|c| standardised(&of(c))).collect::<Option<Vec<_>>>()?;
    let figure = standardised(&of(figure))?;
    let inverse = inverse_correlation(&columns)?;
    let r: Vec<f64> = columns.iter().map(|c| dot(c, &figure)).collect();
    let slopes: Vec<f64> =
        inverse.row_iter().map(|row| row.iter().zip(&r).map(|(p, r)| p * r).sum()).collect();
    let r2 = dot(&slopes, &r).min(1.0);
    let unexplained = inverse.diagonal().iter().map(|p| (1.0 - r2) * p).collect();
    Some(LinearFit { slopes, unexplained, r2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_quantile;
    use crate::random::{Purpose, WorldKey};

    fn normals(n: usize, columns: usize) -> Vec<Vec<f64>> {
        let mut stream = WorldKey::new(5, 0, 0).stream(0, 0, Purpose::Resample);
        (0..columns).map(|_| (0..n).map(|_| normal_quantile(stream.uniform())).collect()).collect()
    }

    /// y = 3a − 4b + noise of variance 25: coefficients 3/√50 and −4/√50, R² one half.
    #[test]
    fn a_linear_model_in_closed_form() {
        let n = 4000;
        let x = normals(n, 4);
        let y: Vec<f64> = (0..n).map(|i| 3.0 * x[0][i] - 4.0 * x[1][i] + 5.0 * x[3][i]).collect();
        let names: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        let r = regression(&names, &x[..3], &y).unwrap();
        let of = |id: &str| r.coefficients.iter().find(|c| c.parameter == id).unwrap();
        for (id, truth) in [("a", 3.0 / 50f64.sqrt()), ("b", -4.0 / 50f64.sqrt()), ("c", 0.0)] {
            let c = of(id);
            assert!((c.standardised - truth).abs() < 4.0 * c.error, "{c:?}");
            // √((1 − R²)/n) for independent parameters.
            assert!((c.error / (0.5 / n as f64).sqrt() - 1.0).abs() < 0.1, "{c:?}");
        }
        assert!((r.r2 - 0.5).abs() < 0.04, "{}", r.r2);
        // Pearson's partial correlation 3/√34 as a rank correlation of normals, 6/π asin(r/2).
        let truth = 6.0 / std::f64::consts::PI * (3.0 / 34f64.sqrt() / 2.0).asin();
        assert!((of("a").partial_rank - truth).abs() < 0.05, "{}", of("a").partial_rank);
        assert_eq!(r.coefficients[0].parameter, "b");
    }

    #[test]
    fn a_curve_fits_ranks_better_than_values_and_few_draws_are_refused() {
        let x = normals(500, 1);
        let y: Vec<f64> = x[0].iter().map(|x| (3.0 * x).exp()).collect();
        let names = vec!["a".to_string()];
        let r = regression(&names, &x, &y).unwrap();
        assert!(r.r2 < 0.5 && r.rank_r2 > 0.999, "{} {}", r.r2, r.rank_r2);
        assert!(regression(&names, &[x[0][..5].to_vec()], &y[..5]).is_none());
    }
}
