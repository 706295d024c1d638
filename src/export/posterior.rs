//! The vectors of a posterior as a table for spreadsheets and statistical software.

use super::csv::Table;
use crate::analysis::calibration::posterior::Posterior;

/// A row a vector, a column a parameter, values as stated.
pub fn vectors(posterior: &Posterior) -> Vec<u8> {
    let ids: Vec<&str> = posterior.parameters.iter().map(|p| p.id.as_str()).collect();
    let mut table = Table::new(&ids);
    for row in &posterior.rows {
        row.iter().for_each(|x| {
            table.number(*x);
        });
        table.end();
    }
    table.done()
}
