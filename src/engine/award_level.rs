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
