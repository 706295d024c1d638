//! Level and growth of what the scheme pays (scheme.md S1.5): known accounts as they are, then wages, the threshold and a
//! volume whose growth is damped towards its long-run level, with shocks that stay and noise that does not.
//!
//! The account of cost year t is that of payment year t + 1.

use crate::math::exp;
use crate::scenario::dated::{Index, Series};

/// How the volume grows, logarithm a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Volume {
    /// v: growth at first.
    pub growth: f64,
    /// a: growth in the end.
    pub anchor: f64,
    /// φ: what is left of the difference each year.
    pub damping: f64,
    /// σ_V: standard deviation of yearly shocks that stay.
    pub shock: f64,
    /// σ_u: standard deviation of what does not last to the next year.
    pub noise: f64,
}

/// Standard normal numbers of a year: of the shock that stays, and of the noise.
pub type Chance = [f64; 2];

/// What the item pays for the costs of each year from `first` to `last`, million kroner as the accounts are, in nominal
/// kroner; nothing where no account is known early enough. `threshold` gives the statutory threshold of a cost year,
/// `chance` a year's numbers.
pub fn item(
    accounts: &Series,
    (first, last): (i32, i32),
    volume: &Volume,
    alpha: f64,
    wages: &Index,
    threshold: impl Fn(i32) -> f64,
    chance: impl Fn(i32) -> Chance,
) -> Option<Vec<f64>> {
    let known = |year: i32| accounts.0.iter().find(|(paid, _)| *paid == year + 1).map(|(_, amount)| *amount);
    let from = accounts.last_year() - 1;
    let anchor = known(from)?;
    let ahead = Ahead { from, anchor, volume, alpha, wages };
    let mut volumes = ahead.volumes(last, &chance);
    volumes.insert(0, 0.0);
    (first..=last)
        .map(|year| {
            if year <= from {
                return known(year);
            }
            let log_volume = volumes[(year - from) as usize];
            let [now, then] = [year, from].map(|y| chance(y)[1]);
            let level = volume.noise * (now - then) - volume.noise * volume.noise;
            let relative = (threshold(year) / threshold(from)) / (wages.at(year) / wages.at(from));
            Some(ahead.amount(year, log_volume + level, relative))
        })
        .collect()
}

/// The years after the last account.
struct Ahead<'a> {
    from: i32,
    anchor: f64,
    volume: &'a Volume,
    alpha: f64,
    wages: &'a Index,
}

impl Ahead<'_> {
    /// ln V of each year after `from`, up to `last`.
    fn volumes(&self, last: i32, chance: impl Fn(i32) -> Chance) -> Vec<f64> {
        let Volume { growth, anchor, damping, shock, .. } = *self.volume;
        let (mut sum, mut left) = (0.0, growth - anchor);
        (self.from + 1..=last)
            .map(|year| {
                left *= damping;
                sum += anchor + left + shock * chance(year)[0] - 0.5 * shock * shock;
                sum
            })
            .collect()
    }

    /// The amount of a year whose threshold has grown `relative` to wages.
    fn amount(&self, year: i32, log_volume: f64, relative: f64) -> f64 {
        let wages = self.wages.at(year) / self.wages.at(self.from);
        self.anchor * wages * exp(log_volume) * libm::pow(relative, 1.0 - self.alpha)
    }
}

/// The rest of the item: it is `base` in the first year and follows the item from there.
pub fn rest(item: &[f64], base: f64) -> Vec<f64> {
    let first = item.first().copied().unwrap_or(0.0);
    item.iter().map(|amount| if first > 0.0 { base * (amount / first) } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The threshold grows 10 per cent above wages in the first year at α = 2, so that the item is divided by 1.1; volume
    /// grows 2 per cent, damped by half.
    #[test]
    fn sv_07_a_path_without_noise() {
        let volume = Volume { growth: 0.04, anchor: 0.0, damping: 0.5, shock: 0.0, noise: 0.0 };
        let wages =
            Index::new(Some(&Series(vec![(2020, 0.0), (2025, 0.05), (2026, 0.05)])), 0.05, 2024, 2026);
        let threshold = |year| [1.0, 1.155, 1.21275][(year - 2024) as usize];
        let accounts = Series(vec![(2025, 1000.0)]);
        let own =
            item(&accounts, (2024, 2026), &volume, 2.0, &wages, threshold, |_| [0.0; 2]).expect("known");
        for (own, right) in own.iter().zip([1000.0, 973.828_551_843_721, 1_032.796_476_076_139]) {
            assert!((own / right - 1.0).abs() < 1e-12, "{own} {right}");
        }
        // Known accounts are as they are, and what is not known early enough is nothing.
        let accounts = Series(vec![(2024, 900.0), (2025, 1000.0)]);
        let own = item(&accounts, (2023, 2024), &volume, 2.0, &wages, |_| 1.0, |_| [0.0; 2]).expect("known");
        assert_eq!(own, [900.0, 1000.0]);
        assert!(item(&accounts, (2022, 2024), &volume, 2.0, &wages, |_| 1.0, |_| [0.0; 2]).is_none());
        assert_eq!(rest(&[1000.0, 1250.0], 900.0), [900.0, 1125.0]);
    }
}
