//! The bridge between two runs: how much of a difference each changed assumption makes, on the same draws.
//!
//! A step's contribution depends on what was changed before it. In order, each step is measured after those before
//! it; the Shapley average takes every order in which the changes could be made, and so depends on none.

use super::precision::Headline;
use super::statistics::{Statistics, paired, statistics};
use super::summary::by_world;
use crate::engine::results::Results;
use crate::error::Result;

/// Numbers by world of every figure of a run: figures in a fixed order.
pub type Worlds = Vec<Vec<f64>>;

/// The figures that are followed: headlines under every model, and after them what each model but the first has more or
/// less than the first, headline by headline.
pub fn figures(results: &Results, headlines: &[Headline], models: usize) -> Worlds {
    let each = headlines.iter().flat_map(|headline| (0..models).map(move |m| (*headline, m)));
    let levels = each.map(|((outcome, basis, period), m)| by_world(results, outcome, m, basis, period));
    with_differences(levels.collect(), models)
}

/// Levels, so many models a headline, and the differences to the first model after them.
fn with_differences(levels: Worlds, models: usize) -> Worlds {
    let of = |own: &[Vec<f64>]| own.iter().skip(1).map(|model| paired(model, &own[0])).collect::<Worlds>();
    let differences: Worlds = levels.chunks(models.max(1)).flat_map(of).collect();
    [levels, differences].concat()
}

/// The order of the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The order in which they are listed.
    Listed,
    /// The average over all orders.
    Shapley,
}

/// Most changes for the average over all orders: 2⁶ runs.
pub const SHAPLEY_LIMIT: usize = 6;

/// Contributions of the changes to one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// The figure before.
    pub from: Option<Statistics>,
    /// The contribution of every change.
    pub steps: Vec<Option<Statistics>>,
    /// The figure after.
    pub to: Option<Statistics>,
    /// The whole difference.
    pub change: Option<Statistics>,
}

/// A set of changes, one bit each.
pub type Set = u32;

/// The sets of changes that have to be run, in the order of need.
pub fn sets(changes: usize, order: Order) -> Vec<Set> {
    match order {
        Order::Listed => (0..=changes).map(|k| (1 << k) - 1).collect(),
        Order::Shapley => (0..1 << changes).collect(),
    }
}

/// The bridges of all figures, from what `run` gives for a set of changes.
pub fn bridge(
    changes: usize,
    order: Order,
    replicates: usize,
    mut run: impl FnMut(Set) -> Result<Worlds>,
) -> Result<Vec<Bridge>> {
    let sets = sets(changes, order);
    let worlds: Vec<Worlds> = sets.iter().map(|set| run(*set)).collect::<Result<_>>()?;
    let of = |set: Set| sets.iter().position(|s| *s == set).map(|i| &worlds[i]);
    let all = (1 << changes) - 1;
    let (Some(first), Some(last)) = (of(0), of(all)) else { return Ok(Vec::new()) };
    let say = |numbers: &[f64]| statistics(numbers, replicates);
    let one = |figure: usize| {
        let step = |change: usize| -> Vec<f64> {
            let mut sum = vec![0.0; first[figure].len()];
            for (before, weight) in befores(change, changes, order) {
                if let (Some(with), Some(without)) = (of(before | 1 << change), of(before)) {
                    let difference = paired(&with[figure], &without[figure]);
                    sum.iter_mut().zip(difference).for_each(|(s, d)| *s += weight * d);
                }
            }
            sum
        };
        Bridge {
            from: say(&first[figure]),
            steps: (0..changes).map(|change| say(&step(change))).collect(),
            to: say(&last[figure]),
            change: say(&paired(&last[figure], &first[figure])),
        }
    };
    Ok((0..first.len()).map(one).collect())
}

/// The sets of changes made before a change, with their weights: k!(n−k−1)!/n! for a set of k (Shapley 1953).
fn befores(change: usize, changes: usize, order: Order) -> Vec<(Set, f64)> {
    if order == Order::Listed {
        return vec![((1 << change) - 1, 1.0)];
    }
    let factorial = |n: usize| (1..=n).map(|i| i as f64).product::<f64>();
    (0..1u32 << changes)
        .filter(|set| set & (1 << change) == 0)
        .map(|set| {
            let k = set.count_ones() as usize;
            (set, factorial(k) * factorial(changes - k - 1) / factorial(changes))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// v(S) = 10 if a in S, 1 if b in S, and 4 more if both: textbook game.
    fn game(set: Set) -> Result<Worlds> {
        let (a, b) = (set & 1 != 0, set & 2 != 0);
        let value = f64::from(u8::from(a)) * 10.0 + f64::from(u8::from(b)) + if a && b { 4.0 } else { 0.0 };
        Ok(vec![vec![value; 3]])
    }

    fn means(order: Order) -> Vec<f64> {
        let bridges = bridge(2, order, 1, game).unwrap();
        bridges[0].steps.iter().map(|s| s.as_ref().unwrap().mean).collect()
    }

    #[test]
    fn differences_stand_after_all_levels() {
        let levels = vec![vec![1.0, 2.0], vec![4.0, 4.0], vec![10.0, 20.0], vec![10.0, 21.0]];
        let all = with_differences(levels.clone(), 2);
        assert_eq!(all[..4], levels[..]);
        assert_eq!(all[4..], [vec![3.0, 2.0], vec![0.0, 1.0]]);
        assert_eq!(with_differences(levels.clone(), 1), levels, "one model differs from none");
    }

    #[test]
    fn steps_in_order_and_averaged_over_orders() {
        assert_eq!(means(Order::Listed), [10.0, 5.0]);
        assert_eq!(means(Order::Shapley), [12.0, 3.0]);
    }

    #[test]
    fn steps_sum_to_the_whole_difference() {
        for order in [Order::Listed, Order::Shapley] {
            let bridges =
                bridge(4, order, 1, |set| Ok(vec![vec![f64::from(set).sqrt(), f64::from(set % 5)]])).unwrap();
            let b = &bridges[0];
            let sum: f64 = b.steps.iter().map(|s| s.as_ref().unwrap().mean).sum();
            assert!((sum - b.change.as_ref().unwrap().mean).abs() < 1e-12);
        }
        assert_eq!(sets(3, Order::Listed), [0, 1, 3, 7]);
        assert_eq!(sets(3, Order::Shapley).len(), 8);
    }
}
