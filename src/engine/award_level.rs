//! The level of the award hazard of a draw: who is in the pool, and how easily each part of it is awarded BPA today.

use crate::behaviour::award_level::{Cell, level};
use crate::population::ages::{class_shares, expected_leaving};
use crate::population::attributes::pool_share_from;
use crate::rules::rights::Rights;
use crate::scenario::theta::Theta;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};

/// First age class without a right to a new award today.
const OVER_AGE: u32 = 67;

/// The hazard a year at ease 1 that lets recipients grow as they have, given who leaves and who waits; `rights` are the
/// zero alternative's. It depends on parameters alone.
pub fn award_level(theta: &Theta, rights: &Rights) -> f64 {
    let wanted = theta.recipients_growth + theta.exit_rate + expected_leaving(theta);
    level(theta.pool_ratio, &cells(theta, rights), wanted)
}

/// The pool by age class, and in each by right and exclusion.
fn cells(theta: &Theta, rights: &Rights) -> Vec<Cell> {
    let from = |hours| pool_share_from(theta, hours);
    let (full, conditional) =
        (from(rights.full_hours), from(rights.conditional_hours.min(rights.full_hours)));
    let by_right = [
        (full, 1.0),
        (conditional - full, rights.conditional_factor),
        (1.0 - conditional, rights.discretionary_factor),
    ];
    let (excluded, housing) = (theta.excluded_share, theta.excluded_housing_share);
    let parts = by_right
        .into_iter()
        .flat_map(|(share, right)| {
            [
                ((1.0 - excluded) * share, right, 1.0),
                (excluded * (1.0 - housing) * share, right, rights.excluded_factor),
            ]
        })
        .chain([(excluded * housing, 1.0, rights.excluded_factor)]);
    let parts: Vec<(f64, f64, f64)> = parts.collect();
    let of_class = |class: usize, share: f64| {
        let over_age = CLASS_FROM[class] >= OVER_AGE;
        parts.iter().map(move |(weight, right, excluded)| Cell {
            weight: share * weight,
            ease: theta.award_age_ratio[class]
                * if over_age { rights.over_age_factor } else { *right }
                * excluded,
        })
    };
    let shares = class_shares(theta);
    (0..AGE_CLASSES.len()).flat_map(|class| of_class(class, shares[class]).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const RIGHTS: Rights = Rights {
        full_hours: 32.0,
        conditional_hours: 25.0,
        max_age_new: 66.0,
        conditional_factor: 0.5,
        discretionary_factor: 0.25,
        over_age_factor: 0.1,
        excluded_factor: 0.2,
    };

    fn theta() -> Theta {
        Theta {
            excluded_share: 0.2,
            excluded_housing_share: 0.5,
            award_age_ratio: [1.0, 2.0, 3.0, 4.0, 5.0],
            ..fixture::theta()
        }
    }

    /// A fifth is excluded, half of these by where they live whatever the hours. Up to 66 the right follows from hours: all of it, half
    /// and a quarter, times the age's ratio; above that it is a tenth for all. Who is excluded has a fifth of the right.
    #[test]
    fn the_pool_by_right_age_and_exclusion() {
        let theta = theta();
        let [full, conditional] = [32.0, 25.0].map(|hours| pool_share_from(&theta, hours));
        let (half, rest) = (conditional - full, 1.0 - conditional);
        let weights = [0.8 * full, 0.1 * full, 0.8 * half, 0.1 * half, 0.8 * rest, 0.1 * rest, 0.1];
        let cells = cells(&theta, &RIGHTS);
        let shares = class_shares(&theta);
        assert_eq!(cells.len(), 5 * weights.len());
        for (class, eases) in [
            (1, [2.0, 0.4, 1.0, 0.2, 0.5, 0.1, 0.4]),
            (2, [3.0, 0.6, 1.5, 0.3, 0.75, 0.15, 0.6]),
            (3, [0.4, 0.08, 0.4, 0.08, 0.4, 0.08, 0.08]),
        ] {
            let own = &cells[class * weights.len()..];
            for ((cell, weight), ease) in own.iter().zip(weights).zip(eases) {
                assert!((cell.weight - shares[class] * weight).abs() < 1e-12, "{class}");
                assert!((cell.ease - ease).abs() < 1e-12, "{class}: {} {ease}", cell.ease);
            }
        }
        // A right by fewer hours than the whole right has no part of its own above these.
        let rights = Rights { conditional_hours: 40.0, ..RIGHTS };
        assert_eq!(super::cells(&theta, &rights)[2].weight, 0.0);
    }

    /// As many are awarded as grow, leave by their own will, and die or move.
    #[test]
    fn awards_are_as_many_as_grow_and_leave() {
        let theta = Theta { recipients_growth: 0.02, exit_rate: 0.01, ..theta() };
        let wanted = 0.03 + expected_leaving(&theta);
        let expected = level(theta.pool_ratio, &cells(&theta, &RIGHTS), wanted);
        assert!(expected > 0.0);
        assert_eq!(award_level(&theta, &RIGHTS), expected);
    }
}
