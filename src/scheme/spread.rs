//! The rest by municipality (scheme.md S1.7): an expectation by population and expenditure need, since who has the dear
//! persons is not known. The weights are of all the country's municipalities: a part of it gets its part.

use crate::ledger::ore;

/// Each unit's part of a national amount in kroner, whole øre; `shares` are the units' of the whole country.
pub fn amounts(national: f64, shares: &[f64]) -> Vec<i64> {
    shares.iter().map(|share| ore(national * share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gets_its_part_in_whole_ore() {
        assert_eq!(amounts(1000.0, &[0.2, 0.6, 0.2]), [20_000, 60_000, 20_000]);
        assert_eq!(amounts(1.0, &[1.0 / 3.0; 2]), [33, 33]);
    }
}
