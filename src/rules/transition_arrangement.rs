//! Transition arrangements for municipalities that lose by a withdrawal (scheme.md S3). `Guarantee` imitates the income
//! guarantee (INGAR, NOU 2022: 10 chapter 13): nobody falls behind the others by more than a cap a year, paid by an equal
//! sum per inhabitant from all. `Linear` imitates the arrangement before 2009 (NOU 2005: 18 chapter 16): a change of the
//! system is phased in evenly over some years. The real ones look at the grant alone; these look at the net effect of the
//! reform, cost and grant together.

use crate::ledger::ore;
use crate::scenario::financing::TransitionRule;

/// The terms of a model's transition arrangement in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TransitionTerms {
    /// Which arrangement.
    pub rule: TransitionRule,
    /// Most that a municipality may fall behind in a year, NOK per inhabitant.
    pub cap: f64,
    /// Years from the start until the whole effect is there, of `Linear`.
    pub years: f64,
    /// Years since the model's start.
    pub since_start: f64,
}

/// The withdrawal of every unit after the arrangement, whole øre, with the same sum.
///
/// `withdrawal` and `relief` are of the year, øre; `behind` holds what each unit was behind the others after the
/// arrangement the year before, NOK per inhabitant (0 before the start), and is moved to this year's.
pub fn arranged(
    terms: &TransitionTerms,
    withdrawal: &[i64],
    relief: &[i64],
    inhabitants: &[f64],
    behind: &mut [f64],
) -> Vec<i64> {
    if terms.rule == TransitionRule::None {
        return withdrawal.to_vec();
    }
    let all: f64 = inhabitants.iter().sum();
    let kroner = |amount: i64| amount as f64 / 100.0;
    let loss: Vec<f64> = withdrawal.iter().zip(relief).map(|(w, r)| kroner(w.saturating_sub(*r))).collect();
    let mean = loss.iter().sum::<f64>() / all;
    // d: what each unit loses beyond the average, per inhabitant.
    let beyond: Vec<f64> =
        loss.iter().zip(inhabitants).map(|(loss, n)| if *n > 0.0 { loss / n - mean } else { 0.0 }).collect();
    let allowed: Vec<f64> = match terms.rule {
        TransitionRule::Guarantee => {
            beyond.iter().zip(behind.iter()).map(|(d, before)| d.min(before + terms.cap)).collect()
        }
        _ => {
            let share = ((terms.since_start + 1.0) / terms.years).min(1.0);
            beyond.iter().map(|d| d * share).collect()
        }
    };
    // What some are spared is charged from all: nothing under `Linear`, whose average is 0.
    let spared: f64 = beyond.iter().zip(&allowed).zip(inhabitants).map(|((d, z), n)| n * (d - z)).sum();
    let charge = if terms.rule == TransitionRule::Guarantee { spared / all } else { 0.0 };
    for (behind, allowed) in behind.iter_mut().zip(&allowed) {
        *behind = allowed + charge;
    }
    let mut arranged: Vec<i64> = withdrawal
        .iter()
        .zip(inhabitants)
        .zip(beyond.iter().zip(behind.iter()))
        .map(|((w, n), (d, y))| w.saturating_add(ore(n * (y - d))))
        .collect();
    let (before, after): (i64, i64) = (withdrawal.iter().sum(), arranged.iter().sum());
    if let Some(last) = arranged.last_mut() {
        *last += before - after;
    }
    arranged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CAPPED: TransitionTerms =
        TransitionTerms { rule: TransitionRule::Guarantee, cap: 400.0, years: 5.0, since_start: 0.0 };

    /// Two units of 100 inhabitants, a loss and a gain of 1 000 each: 400 less 300 of charge in the first year; then the
    /// rest of it may come at once.
    #[test]
    fn losers_fall_behind_step_by_step_and_all_pay_for_it() {
        let (relief, none) = ([-10_000_000, 10_000_000], [0, 0]);
        let mut behind = [0.0; 2];
        let mut year = || arranged(&CAPPED, &none, &relief, &[100.0, 100.0], &mut behind);
        assert_eq!([year(), year(), year()], [[-3_000_000, 3_000_000], [0, 0], [0, 0]]);
    }

    #[test]
    fn a_linear_arrangement_lets_a_fifth_more_through_each_year() {
        for (since_start, right) in [(0.0, -8_000_000), (1.0, -6_000_000), (4.0, 0), (9.0, 0)] {
            let terms = TransitionTerms { rule: TransitionRule::Linear, since_start, ..CAPPED };
            let own = arranged(&terms, &[0, 0], &[-10_000_000, 10_000_000], &[100.0, 100.0], &mut [0.0; 2]);
            assert_eq!(own, [right, -right], "{since_start}");
        }
    }

    proptest! {
        /// The sum stays to the øre; a loser is charged at most the cap and the charge; without a cap nothing happens.
        #[test]
        fn the_state_gets_the_same_and_losers_are_spared(
            units in proptest::collection::vec((-1_000_000_000i64..1_000_000_000, -1_000_000_000i64..1_000_000_000, 1.0f64..50_000.0), 1..9),
            cap in 0.0f64..2_000.0,
        ) {
            let withdrawal: Vec<i64> = units.iter().map(|u| u.0).collect();
            let relief: Vec<i64> = units.iter().map(|u| u.1).collect();
            let people: Vec<f64> = units.iter().map(|u| u.2.floor()).collect();
            for rule in [TransitionRule::Guarantee, TransitionRule::Linear] {
                let mut behind = vec![0.0; units.len()];
                let own = arranged(&TransitionTerms { rule, cap, ..CAPPED }, &withdrawal, &relief, &people, &mut behind);
                prop_assert_eq!(own.iter().sum::<i64>(), withdrawal.iter().sum::<i64>());
            }
            let free = TransitionTerms { cap: 1e12, ..CAPPED };
            let own = arranged(&free, &withdrawal, &relief, &people, &mut vec![0.0; units.len()]);
            for (a, b) in own.iter().zip(&withdrawal) {
                prop_assert!((a - b).abs() <= units.len() as i64, "{} {}", a, b);
            }
        }
    }
}
