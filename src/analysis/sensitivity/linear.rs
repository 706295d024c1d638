//! The linear algebra of the regressions: correlation matrices and their inverses.
//!
//! Sums are added in a fixed order and the factorisation uses no threads, so that the same draws give the
//! same bits.

use nalgebra::{Cholesky, DMatrix, DVector};

/// Smallest pivot of a correlation matrix that is told from zero.
const SINGULAR: f64 = 1e-10;

/// Numbers with mean 0 and sum of squares 1; nothing where they are all equal.
pub fn standardised(values: &[f64]) -> Option<Vec<f64>> {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    let centred: Vec<f64> = values.iter().map(|x| x - mean).collect();
    let size = dot(&centred, &centred).sqrt();
    let spread = values.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
    (size > spread * 1e-12).then(|| centred.into_iter().map(|x| x / size).collect())
}

/// Σ aᵢ bᵢ.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// The inverse of the correlation matrix of standardised columns; nothing where one is a sum of others.
pub fn inverse_correlation(columns: &[Vec<f64>]) -> Option<DMatrix<f64>> {
    let k = columns.len();
    let mut matrix = DMatrix::zeros(k, k);
    for i in 0..k {
        for j in 0..=i {
            let r = dot(&columns[i], &columns[j]);
            matrix[(i, j)] = r;
            matrix[(j, i)] = r;
        }
    }
    let factor = Cholesky::new(matrix)?;
    let smallest = factor.l_dirty().diagonal().iter().fold(f64::INFINITY, |m, d| m.min(d * d));
    (smallest > SINGULAR).then(|| factor.inverse())
}

/// Least squares on given columns (add a column of ones for a constant): coefficients, or nothing where
/// they are not determined.
pub fn least_squares(columns: &[Vec<f64>], y: &[f64]) -> Option<Vec<f64>> {
    let k = columns.len();
    let gram = DMatrix::from_fn(k, k, |i, j| dot(&columns[i.max(j)], &columns[i.min(j)]));
    let right = DVector::from_iterator(k, columns.iter().map(|column| dot(column, y)));
    Some(Cholesky::new(gram)?.solve(&right).iter().copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_points_is_found() {
        let x = vec![0.0, 1.0, 2.0, 4.0];
        let y: Vec<f64> = x.iter().map(|x| 3.0 - 2.0 * x).collect();
        let fit = least_squares(&[vec![1.0; 4], x], &y).unwrap();
        assert!((fit[0] - 3.0).abs() < 1e-12 && (fit[1] + 2.0).abs() < 1e-12, "{fit:?}");
    }

    #[test]
    fn columns_that_say_the_same_are_found_out() {
        let a = standardised(&[1.0, 2.0, 4.0, 3.0]).unwrap();
        let b = standardised(&[10.0, 20.0, 40.0, 30.0]).unwrap();
        assert!(inverse_correlation(&[a, b]).is_none());
        assert!(standardised(&[5.0; 8]).is_none());
    }
}
