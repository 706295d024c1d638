//! Statutory amounts by year: the threshold of the refund scheme (innslagspunktet), the deduction
//! and the basic amount. Between known years they are interpolated; outside, carried with wages.
//! The threshold set in the state budget of year t + 1 applies to the costs of year t: costs of
//! 2016 with the 2017 threshold give 9.14 billion, 9.04 was paid; with the 2016 threshold 9.62.

use super::explain::{Rule, explained};
use crate::scenario::dated::{Index, Known, Series};
use crate::text::say;

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

/// How the threshold is explained: which year's, and how it is known.
pub fn threshold(known: Known) -> Rule {
    let name = match known {
        Known::Stated => say::THRESHOLD_STATED,
        Known::Interpolated => say::THRESHOLD_INTERPOLATED,
        Known::Carried(_) => say::THRESHOLD_CARRIED,
    };
    Rule::new("threshold", name, "").by(say::THRESHOLD_REFERENCE)
}

/// The formula of [`carried`] for the series of that id: the amount of the nearest known year, and growth since.
pub fn formula(id: &str, known: Known, year: i32) -> String {
    match known {
        Known::Stated | Known::Interpolated => format!("{id}.{year}"),
        Known::Carried(from) if from < year => {
            let extra = "·(1 + threshold_extra_growth)".repeat((year - from) as usize);
            let extra = if id == "refund.deduction" || id == "basic_amount_G" { "" } else { &extra };
            format!("{id}.{from}·{}{extra}", growth(from, year))
        }
        Known::Carried(from) => format!("{id}.{from} / ({})", growth(year, from)),
    }
}

/// The formula of wage growth from one year to another.
pub fn growth(from: i32, to: i32) -> String {
    let years: Vec<String> = (from + 1..=to).map(|year| format!("(1 + wage_growth.{year})")).collect();
    if years.is_empty() { "1".to_string() } else { years.join("·") }
}

explained! {
    /// How the wage index is explained; its formula is [`growth`] since the base year.
    WAGE "wage" "";
}
