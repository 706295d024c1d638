//! Withdrawal from the block grant (uttrekk): when a model moves spending to the state, the block
//! grant can be cut by a share of what the municipalities are relieved of (model.md §7).
//!
//! A fixed withdrawal whose first year in full effect lies beyond the horizon is set from the last year simulated. A
//! need index that is missing counts as 1 in a withdrawal by population (see [`crate::scenario::Scenario::missing_data`]).

use super::explain::explained;
use crate::scenario::financing::{OffsetBasis, OffsetBy};

/// The terms of a model's withdrawal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithdrawalTerms {
    /// Share of the relief withdrawn.
    pub share: f64,
    /// Each its own, or by population and need index.
    pub by: OffsetBy,
    /// Set once, or each year.
    pub basis: OffsetBasis,
}

/// Withdrawal of every unit in one year, whole øre.
///
/// `relief` is the zero alternative's net BPA cost less the model's by unit, øre: of the first year
/// in full effect for `Fixed`, of the same year for `Yearly`. `phase` is p_t and `wages` W_t / W_s;
/// both are ignored for `Yearly`, where the relief is phased already. `keys` are the weights of
/// `Population`. The sum over units is the same whichever way it is shared.
pub fn by_unit(terms: WithdrawalTerms, relief: &[i64], phase: f64, wages: f64, keys: &[f64]) -> Vec<i64> {
    let factor = match terms.basis {
        OffsetBasis::Fixed => terms.share * phase * wages,
        OffsetBasis::Yearly => terms.share,
    };
    let own: Vec<i64> = relief.iter().map(|r| crate::ledger::scaled(*r, factor)).collect();
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

    #[test]
    fn a_fixed_withdrawal_follows_wages_not_costs() {
        let t = WithdrawalTerms { share: 1.0, by: OffsetBy::Own, basis: OffsetBasis::Fixed };
        assert_eq!(by_unit(t, &[100, -50], 0.5, 1.0, &[]), [50, -25]);
        assert_eq!(by_unit(t, &[100, -50], 1.0, 1.1, &[]), [110, -55]);
        let yearly = WithdrawalTerms { basis: OffsetBasis::Yearly, share: 0.5, ..t };
        assert_eq!(by_unit(yearly, &[100, -50], 0.5, 9.0, &[]), [50, -25]);
    }
}
