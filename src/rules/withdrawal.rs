//! Withdrawal from the block grant (uttrekk): when a model moves spending to the state, the block
//! grant can be cut by a share of what the municipalities are relieved of (model.md §7, scheme.md S3).
//!
//! While a model is phased in, every year's own relief is withdrawn; from the first year in full effect on, the basis
//! says which year's. A need index that is missing counts as 1 in a withdrawal by population (see
//! [`crate::scenario::Scenario::missing_data`]). A withdrawal that is set anew rests on a difference to a world that
//! nobody observes after the reform: a real one would rest on an index and lag some years, so that `rebased` is its best
//! case.

use super::explain::explained;
use crate::scenario::financing::{OffsetBasis, OffsetBy};

/// The terms of a model's withdrawal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithdrawalTerms {
    /// Share of the relief withdrawn.
    pub share: f64,
    /// Each its own, or by population and need index.
    pub by: OffsetBy,
    /// Set once, each year, or anew every so many years.
    pub basis: OffsetBasis,
    /// Years between settings where it is set anew.
    pub rebase_years: usize,
}

/// The year whose relief is withdrawn in year `t`, `full` being the first one in full effect.
pub fn set_in(basis: OffsetBasis, rebase_years: usize, full: usize, t: usize) -> usize {
    if t < full {
        return t;
    }
    match basis {
        OffsetBasis::Fixed => full,
        OffsetBasis::Yearly => t,
        OffsetBasis::Rebased => {
            let between = rebase_years.max(1);
            full + (t - full) / between * between
        }
    }
}

/// Withdrawal of every unit in one year, whole øre.
///
/// `relief` is the zero alternative's net BPA cost less the model's by unit, øre, of the year that [`set_in`] says; `wages`
/// is W_t over that year's. `keys` are the weights of `Population`. The sum over units is the same whichever way it is
/// shared.
pub fn by_unit(terms: WithdrawalTerms, relief: &[i64], wages: f64, keys: &[f64]) -> Vec<i64> {
    let own: Vec<i64> = relief.iter().map(|r| crate::ledger::scaled(*r, terms.share * wages)).collect();
    match terms.by {
        OffsetBy::Own => own,
        OffsetBy::Population => spread(own.iter().sum(), keys),
    }
}

/// Spreads a whole amount by weights; cumulative rounding keeps the sum.
pub fn spread(total: i64, weights: &[f64]) -> Vec<i64> {
    let sum: f64 = weights.iter().sum();
    let (mut passed, mut given) = (0.0, 0i64);
    let last = weights.len().saturating_sub(1);
    weights
        .iter()
        .enumerate()
        .map(|(i, w)| {
            passed += w;
            let until = if i == last { total } else { crate::ledger::scaled(total, passed / sum) };
            let part = until - given;
            given = until;
            part
        })
        .collect()
}

explained! {
    /// How a person's part of the withdrawal of a year in full effect is explained: every unit's own relief is what it is
    /// relieved of for its persons.
    AMOUNT "withdrawal" "offset_share·(net_bpa_null − net_bpa)";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreading_keeps_the_sum_to_the_ore() {
        let parts = spread(-1_000_001, &[1.0, 2.0, 4.0]);
        assert_eq!(parts.iter().sum::<i64>(), -1_000_001);
        assert_eq!(parts[1], -285_715); // −428 572 of the first two less −142 857 of the first
    }

    /// One unit over seven years: phased in over the years 1 and 2.
    fn over_years(basis: OffsetBasis, rebase_years: usize) -> Vec<i64> {
        let relief = [0, 5_000, 10_000, 12_000, 14_000, 16_000, 18_000];
        let wage = [1.0, 1.0, 1.0, 1.1, 1.2, 1.3, 1.4];
        let terms = WithdrawalTerms { share: 1.0, by: OffsetBy::Own, basis, rebase_years };
        (1..7)
            .map(|t| {
                let from = set_in(basis, rebase_years, 2, t);
                by_unit(terms, &[relief[from]], wage[t] / wage[from], &[])[0]
            })
            .collect()
    }

    #[test]
    fn a_fixed_withdrawal_follows_wages_not_costs_and_a_rebased_one_is_set_anew() {
        assert_eq!(over_years(OffsetBasis::Fixed, 4), [5_000, 10_000, 11_000, 12_000, 13_000, 14_000]);
        assert_eq!(over_years(OffsetBasis::Rebased, 2), [5_000, 10_000, 11_000, 14_000, 15_167, 18_000]);
        assert_eq!(over_years(OffsetBasis::Yearly, 4), [5_000, 10_000, 12_000, 14_000, 16_000, 18_000]);
        assert_eq!(over_years(OffsetBasis::Rebased, 1), over_years(OffsetBasis::Yearly, 4));
        assert_eq!(over_years(OffsetBasis::Rebased, 99), over_years(OffsetBasis::Fixed, 4));
    }

    #[test]
    fn a_share_is_withdrawn_by_own_relief_or_by_key() {
        let half =
            WithdrawalTerms { share: 0.5, by: OffsetBy::Own, basis: OffsetBasis::Yearly, rebase_years: 4 };
        assert_eq!(by_unit(half, &[100, -50], 1.0, &[]), [50, -25]);
        let by = OffsetBy::Population;
        assert_eq!(by_unit(WithdrawalTerms { by, ..half }, &[100, -40], 1.0, &[1.0, 2.0]), [10, 20]);
    }
}
