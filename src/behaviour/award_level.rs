//! The level of the award hazard (model.md §3). It is no parameter: hazards are seen by nobody, growth, stocks and exits
//! are. The level is the one at which the awards of the pool replace those who leave and let recipients grow as they have.

use crate::math::exp;

/// Halvings of the interval that holds the level.
const HALVINGS: usize = 40;
/// Its upper end; a growth that would need more is out of reach.
pub const HIGHEST: f64 = 2.0;

/// A part of those in the pool who meet the same ease of award.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Share of the pool.
    pub weight: f64,
    /// Ease of award: age, right and exclusion together.
    pub ease: f64,
}

/// The award hazard a year at ease 1 that gives `wanted` awards for each recipient, where the pool has `pool_ratio`
/// persons for each; near [`HIGHEST`] where that is out of reach.
pub fn level(pool_ratio: f64, cells: &[Cell], wanted: f64) -> f64 {
    let (mut low, mut high) = (0.0, HIGHEST);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        let awarded: f64 = cells.iter().map(|c| c.weight * (1.0 - exp(-middle * c.ease))).sum();
        if pool_ratio * awarded < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One cell: 2·(1 − exp(−a)) = 0.2, so a = −ln 0.9.
    #[test]
    fn the_level_gives_the_awards_that_are_wanted() {
        let all = [Cell { weight: 1.0, ease: 1.0 }];
        assert!((level(2.0, &all, 0.2) - 0.105_360_515_657_826_3).abs() < 1e-9);
        let two = [Cell { weight: 0.5, ease: 1.0 }, Cell { weight: 0.5, ease: 0.0 }];
        assert!((level(2.0, &two, 0.2) + libm::log(0.8)).abs() < 1e-9);
        assert!(level(0.1, &all, 0.2) > HIGHEST - 1e-9);
        assert!(level(2.0, &all, -0.1) < 1e-9);
    }
}
