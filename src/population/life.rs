//! Yearly change, the same under every model (model.md §1): death, ageing, need, latent deviate.

use super::persons::{BLOCK, Column, Persons};
use crate::math::{Bounds, exp, logit_of_share, whole_part};
use crate::scenario::theta::Theta;
use crate::scenario::units::CLASS_FROM;

/// Oldest age in the tables.
pub const MAX_AGE: usize = 130;

/// Index of the age class of an age.
pub fn class_of(age: u32) -> usize {
    CLASS_FROM.iter().rposition(|from| age >= *from).unwrap_or(0)
}

/// Tables of what depends on age alone.
#[derive(Clone, Debug)]
pub struct AgeTables {
    /// Yearly probability of death, by whole years of age.
    pub death: [f64; MAX_AGE + 1],
    employment: [f64; 4],
    work_logit: [f64; 3],
}

/// 1 − (1 − q)^m with q = 1 − exp(−(A + B·e^{γ·age})), which is 1 − exp(−m·(A + B·e^{γ·age})).
pub fn death_probability(makeham: [f64; 3], multiplier: f64, age: f64) -> f64 {
    let [a, b, gamma] = makeham;
    1.0 - exp(-multiplier * (a + b * exp(gamma * age)))
}

impl AgeTables {
    /// Tables of a draw.
    pub fn new(theta: &Theta) -> AgeTables {
        let death = |age: usize| {
            let multiplier = theta.mortality_multiplier[class_of(age as u32)];
            death_probability(theta.mortality_base, multiplier, age as f64)
        };
        AgeTables {
            death: std::array::from_fn(death),
            employment: theta.relative_employment,
            work_logit: theta.user_employment_base.map(logit_of_share),
        }
    }

    /// Employment of the relatives of a person of that age.
    #[inline(always)]
    pub fn employment(&self, age: f64) -> f64 {
        (1..4).fold(self.employment[0], |e, class| {
            if age >= f64::from(CLASS_FROM[class]) { self.employment[class] } else { e }
        })
    }

    /// logit of a user's base employment at that age; −∞ outside 18–66.
    #[inline(always)]
    pub fn work_logit(&self, age: f64) -> f64 {
        const NEVER: f64 = f64::NEG_INFINITY;
        let steps = [
            (18.0, self.work_logit[0]),
            (25.0, self.work_logit[1]),
            (50.0, self.work_logit[2]),
            (67.0, NEVER),
        ];
        steps.into_iter().fold(NEVER, |logit, (from, own)| if age >= from { own } else { logit })
    }

    /// Row of the tables for an age.
    #[inline(always)]
    pub fn row(age: f64) -> usize {
        whole_part(age).min(MAX_AGE)
    }
}

/// `dies` becomes 1 for those who die on 31 December of the year.
#[inline(always)]
pub fn deaths(p: &Persons, ages: &AgeTables, rapid_death: f64, u: &Column, dies: &mut Column) {
    for i in 0..BLOCK {
        let q = ages.death[AgeTables::row(p.age[i])];
        let q = if p.rapid[i] > 0.5 { q.at_least(rapid_death) } else { q };
        dies[i] = if u[i] < q { p.alive[i] } else { 0.0 };
    }
}

/// Survivors grow a year older and meet their new need; `need_dev` and `work_dev` are standard normal.
#[inline(always)]
pub fn grow_older(p: &mut Persons, theta: &Theta, dies: &Column, need_dev: &Column, work_dev: &Column) {
    let keep = theta.latent_persistence;
    let fresh = (1.0 - keep * keep).at_least(0.0).sqrt();
    for i in 0..BLOCK {
        p.alive[i] -= dies[i];
        p.age[i] += 1.0;
        p.need_before[i] = p.need[i];
        let growth = exp(theta.need_trend + p.drift[i] + theta.need_sd * need_dev[i]);
        p.need[i] = (p.need[i] * growth).at_most(theta.need_max);
        p.work[i] = keep * p.work[i] + fresh * work_dev[i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// V-A15: the Makeham curve gives a life expectancy between the two published figures of 2023.
    #[test]
    fn v_a15_life_expectancy_lies_between_men_and_women() {
        let mut alive = 1.0;
        let mut years = 0.0;
        for age in 0..=MAX_AGE {
            let q = death_probability([0.00024, 8.7e-6, 0.106], 1.0, age as f64);
            assert!((0.0..=1.0).contains(&q));
            years += alive * (1.0 - q / 2.0);
            alive *= 1.0 - q;
        }
        assert!((81.387..84.630).contains(&years), "{years}");
    }

    #[test]
    fn classes_by_age() {
        assert_eq!([0, 17, 18, 49, 50, 66, 67, 79, 80, 110].map(class_of), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    }
}
