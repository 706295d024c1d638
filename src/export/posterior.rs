//! The vectors of a posterior as a table for spreadsheets and statistical software.

use crate::analysis::calibration::posterior::Posterior;
use crate::error::Result;
use crate::records::csv::numbers;

/// A row a vector, a column a parameter, values as stated.
pub fn vectors(posterior: &Posterior) -> Result<Vec<u8>> {
    let ids: Vec<&str> = posterior.parameters.iter().map(|p| p.id.as_str()).collect();
    numbers(&ids, &posterior.rows)
}
