//! Levers that a model states by year (scheme.md S5): what a reform that lies in the past became, year by year.
//!
//! A stated value holds from its year on, in full: neither start year nor phase-in moves it. What an entry does not name
//! keeps the value it had. A model that extends another has its history too; entries of its own come on top.

use super::lever::Lever;
use super::{Levers, Number};

/// The levers of a model from a year on.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedLevers<N = Number> {
    /// The year.
    pub from: i32,
    /// The levers that are stated for it.
    pub named: Vec<&'static Lever>,
    /// All levers in full effect from then on: those stated now or before, and the model's own.
    pub levers: Levers<N>,
}

impl<N> DatedLevers<N> {
    /// The levers of a history in a year; nothing before its first entry.
    pub fn of(history: &[DatedLevers<N>], year: i32) -> Option<&Levers<N>> {
        history.iter().rev().find(|own| own.from <= year).map(|own| &own.levers)
    }

    /// Whether a history states a lever for a year or one before.
    pub fn states(history: &[DatedLevers<N>], lever: &Lever, year: i32) -> bool {
        history.iter().any(|own| own.from <= year && own.named.iter().any(|named| **named == *lever))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_entry_that_has_begun_holds() {
        let lever = |path: &str| Lever::of(path).expect("known");
        let from = |from, grant_rate, named: &[&str]| DatedLevers {
            from,
            named: named.iter().map(|path| lever(path)).collect(),
            levers: Levers { grant_rate, ..Levers::neutral().drawn(&[]) },
        };
        let history = [from(1997, 0.5, &["hour_grant.rate"]), from(2001, 0.7, &["harmonisation"])];
        let rate = |year| DatedLevers::of(&history, year).map(|levers| levers.grant_rate);
        assert_eq!(
            [1996, 1997, 2000, 2001, 2025].map(rate),
            [None, Some(0.5), Some(0.5), Some(0.7), Some(0.7)]
        );
        let states = |path, year| DatedLevers::states(&history, lever(path), year);
        assert!(states("hour_grant.rate", 2010) && !states("hour_grant.rate", 1996));
        assert!(states("harmonisation", 2001) && !states("harmonisation", 2000));
    }
}
