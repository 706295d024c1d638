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

#[cfg(test)]
mod tests {
    use super::*;

    fn wages() -> Index {
        Index::new(Some(&Series(vec![(2025, 0.05), (2026, 0.04)])), 0.03, 2024, 2030)
    }

    /// Stated amounts are nominal and stay; a carried one grows with wages from its own year, and with the extra growth
    /// forwards alone.
    #[test]
    fn an_amount_is_carried_with_wages_from_the_nearest_stated_year() {
        let series = Series(vec![(2023, 1_600_000.0), (2025, 1_700_000.0)]);
        let at = |year| carried(&series, &wages(), 0.01, year);
        assert_eq!([at(2023), at(2024), at(2025)], [1_600_000.0, 1_650_000.0, 1_700_000.0]);
        assert!((at(2026) - 1_700_000.0 * 1.04 * 1.01).abs() < 1e-6);
        assert!((at(2028) - 1_700_000.0 * 1.04 * 1.03 * 1.03 * 1.01 * 1.01 * 1.01).abs() < 1e-6);
        // Growth of years before the first known is that year's.
        assert!((at(2021) - 1_600_000.0 / 1.05 / 1.05).abs() < 1e-6);
    }

    #[test]
    fn the_formula_names_the_years_whose_growth_counts() {
        assert_eq!(formula("t", Known::Stated, 2025), "t.2025");
        assert_eq!(
            formula("t", Known::Carried(2025), 2027),
            "t.2025·(1 + wage_growth.2026)·(1 + wage_growth.2027)·(1 + threshold_extra_growth)·(1 + threshold_extra_growth)"
        );
        assert_eq!(
            formula("basic_amount_G", Known::Carried(2025), 2026),
            "basic_amount_G.2025·(1 + wage_growth.2026)"
        );
        assert_eq!(
            formula("refund.deduction", Known::Carried(2025), 2026),
            "refund.deduction.2025·(1 + wage_growth.2026)"
        );
        assert_eq!(
            formula("t", Known::Carried(2025), 2023),
            "t.2025 / ((1 + wage_growth.2024)·(1 + wage_growth.2025))"
        );
        assert_eq!(growth(2025, 2025), "1");
    }

    #[test]
    fn every_way_of_knowing_an_amount_has_its_name() {
        let names =
            [Known::Stated, Known::Interpolated, Known::Carried(2025)].map(|known| threshold(known).name);
        assert_eq!(names, [say::THRESHOLD_STATED, say::THRESHOLD_INTERPOLATED, say::THRESHOLD_CARRIED]);
    }
}
