//! Statutory amounts by year: the threshold of the refund scheme (innslagspunktet), the deduction
//! and the basic amount. Between known years they are interpolated; outside, carried with wages.
//! The threshold set in the state budget of year t + 1 applies to the costs of year t: costs of
//! 2016 with the 2017 threshold give 9.14 billion, 9.04 was paid; with the 2016 threshold 9.62.

use crate::scenario::dated::{Index, Known, Series};

/// The amount of `year`, NOK. `extra_growth` a year is added to wage growth after the last known year.
pub fn carried(series: &Series, wage: &Index, extra_growth: f64, year: i32) -> f64 {
    let (value, known) = series.at(year);
    match known {
        Known::Stated | Known::Interpolated => value,
        Known::Carried(from) => {
            let extra: f64 = (from..year).fold(1.0, |f, _| f * (1.0 + extra_growth));
            value * wage.at(year) / wage.at(from) * extra
        }
    }
}
