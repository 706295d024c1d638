//! What was observed of the figures that a run simulates, in the years before it and in it: for readers to hold the zero
//! alternative against. Only for the shipped populations; of a user's own nobody has counted.

use super::backtest::history::History;
use super::summary::Basis;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::scenario::layers::hash;
use crate::scenario::{Scenario, embedded};

/// A figure that was observed in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The figure.
    pub outcome: Outcome,
    /// Which kroner, or a number.
    pub basis: Basis,
    /// The year.
    pub year: i32,
    /// What was observed.
    pub value: f64,
    /// Who counted.
    pub source: &'static str,
}

/// A column of a shipped table: which population it is of, and what it is.
struct Column {
    population: &'static str,
    table: &'static str,
    column: &'static str,
    outcome: Outcome,
    source: &'static str,
}

const COLUMNS: [Column; 3] = [
    Column {
        population: "data/municipalities.csv",
        table: "data/national_recipients.csv",
        column: "recipients",
        outcome: Outcome::Recipients,
        source: "Directorate of Health, corrected for Ålesund",
    },
    Column {
        population: "data/oslo_districts.csv",
        table: "data/oslo_history.csv",
        column: "recipients",
        outcome: Outcome::Recipients,
        source: "Oslo city government, case 118/23",
    },
    Column {
        population: "data/oslo_districts.csv",
        table: "data/oslo_history.csv",
        column: "granted_hours",
        outcome: Outcome::GrantedHours,
        source: "Oslo city government, case 118/23",
    },
];
/// The accounts of the refund scheme by the year in which it is paid.
const ACCOUNTS: &str = "scheme_accounts";

/// Everything that was observed of a scenario's population.
pub fn observed(scenario: &Scenario) -> Result<Vec<Observation>> {
    let is = |population: &str| {
        let shipped = embedded::data(population).map(hash);
        scenario.inputs.iter().any(|file| shipped.as_ref() == Some(&file.hash))
    };
    let mut rows = Vec::new();
    for column in COLUMNS.iter().filter(|column| is(column.population)) {
        let &Column { table, column, outcome, source, .. } = column;
        let history = History::read(table, embedded::data(table).unwrap_or_default(), "year", column)?;
        let of = |(year, value)| Observation { outcome, basis: Basis::Count, year, value, source };
        rows.extend(history.all().iter().copied().map(of));
    }
    // The whole item is the country's.
    if let Some(accounts) = scenario.parameters.dated(ACCOUNTS).filter(|_| is(COLUMNS[0].population)) {
        let (outcome, basis, source) =
            (Outcome::RefundSchemeTotalCash, Basis::Nominal, "State accounts, chapter 575 item 60");
        let of =
            |(year, value): &(i32, f64)| Observation { outcome, basis, year: *year, value: *value, source };
        rows.extend(accounts.0.iter().map(of));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    fn of(name: &str) -> Vec<Observation> {
        observed(&load(name, &Options::default()).expect("shipped")).expect("read")
    }

    #[test]
    fn the_country_and_oslo_are_held_against_their_own_counts() {
        let national = of("national");
        let at = |rows: &[Observation], outcome, year| {
            rows.iter().find(|row| row.outcome == outcome && row.year == year).map(|row| row.value)
        };
        assert_eq!(at(&national, Outcome::Recipients, 2024), Some(4450.0));
        assert_eq!(at(&national, Outcome::RefundSchemeTotalCash, 2025), Some(13_335_900_000.0));
        let oslo = of("oslo");
        assert_eq!(at(&oslo, Outcome::Recipients, 2015), Some(433.0));
        assert_eq!(at(&oslo, Outcome::RefundSchemeTotalCash, 2025), None);
        assert!(of("sweden").is_empty());
    }
}
