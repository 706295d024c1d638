//! Yearly change, the same under every model (model.md §1): who leaves, ageing, need, latent deviate.

use super::persons::{BLOCK, Column, Persons};
use crate::math::{Bounds, exp, logit_of_share, of_class, whole_part};
use crate::scenario::theta::Theta;
use crate::scenario::units::{AGE_CLASSES, AGE_FROM, CLASS_FROM};

/// Oldest age in the tables.
pub const MAX_AGE: usize = 130;

/// First age at which those in a staffed home live there.
pub const GROWN_UP: f64 = 18.0;

/// Index of the age class of an age.
pub fn class_of(age: u32) -> usize {
    CLASS_FROM.iter().rposition(|from| age >= *from).unwrap_or(0)
}

/// A table by age class of relatives' parameters, where all over 66 are one class.
#[inline(always)]
fn by_class(table: &[f64; 4], age: f64) -> f64 {
    of_class(&[AGE_FROM[0], AGE_FROM[1], AGE_FROM[2], AGE_FROM[3]], table, age)
}

/// Tables of what depends on age, and of death on the year too.
#[derive(Clone, Debug)]
pub struct AgeTables {
    /// `[year][age]`: yearly probability of death.
    death: Vec<[f64; MAX_AGE + 1]>,
    /// Yearly probability of a move to an institution, by whole years of age.
    institution: [f64; MAX_AGE + 1],
    award_ratio: [f64; AGE_CLASSES.len()],
    employment: [f64; 4],
    baseline_care: [f64; 4],
    work_logit: [f64; 3],
}

/// 1 − (1 − q)^m with q = 1 − exp(−(A + B·e^{γ·age})·improved), which is 1 − exp(−m·(A + B·e^{γ·age})·improved).
pub fn death_probability(makeham: [f64; 3], multiplier: f64, improved: f64, age: f64) -> f64 {
    let [a, b, gamma] = makeham;
    1.0 - exp(-multiplier * (a + b * exp(gamma * age)) * improved)
}

/// What mortality has fallen to so many years after the base year.
fn improved(theta: &Theta, years: f64) -> f64 {
    exp(-theta.mortality_improvement * years)
}

/// The probability that a person of that age dies in the base year, rapid conditions apart, and the same with one.
fn deaths_of_the_base_year(theta: &Theta, age: u32) -> [f64; 2] {
    let multiplier = theta.mortality_multiplier[class_of(age)];
    let plain = death_probability(theta.mortality_base, multiplier, 1.0, f64::from(age));
    [plain, plain.at_least(theta.rapid_death)]
}

/// Share of those of an age who die or move to an institution in the base year, by share of `rapid` conditions.
pub fn leaving_in_the_base_year(theta: &Theta, age: u32, rapid: f64) -> f64 {
    let institution = theta.institution_rate[class_of(age)];
    let leaves = |death: f64| death + (1.0 - death) * institution;
    let [plain, of_rapid] = deaths_of_the_base_year(theta, age);
    (1.0 - rapid) * leaves(plain) + rapid * leaves(of_rapid)
}

impl AgeTables {
    /// Tables of a draw for so many years.
    pub fn new(theta: &Theta, years: usize) -> AgeTables {
        let death = |year: usize| {
            let improved = improved(theta, year as f64);
            std::array::from_fn(|age| {
                let multiplier = theta.mortality_multiplier[class_of(age as u32)];
                death_probability(theta.mortality_base, multiplier, improved, age as f64)
            })
        };
        AgeTables {
            death: (0..years).map(death).collect(),
            institution: std::array::from_fn(|age| theta.institution_rate[class_of(age as u32)]),
            award_ratio: theta.award_age_ratio,
            employment: theta.relative_employment,
            baseline_care: theta.relative_baseline_hours.map(|m| m * theta.relative_baseline_factor),
            work_logit: theta.user_employment_base.map(logit_of_share),
        }
    }

    /// Employment of the relatives of a person of that age.
    #[inline(always)]
    pub fn employment(&self, age: f64) -> f64 {
        by_class(&self.employment, age)
    }

    /// m: hours a week that each relative of a person of that age gives whatever the services.
    #[inline(always)]
    pub fn baseline_care(&self, age: f64) -> f64 {
        by_class(&self.baseline_care, age)
    }

    /// How easily persons of that age are awarded BPA, relative to others.
    #[inline(always)]
    pub fn award_ratio(&self, age: f64) -> f64 {
        of_class(&AGE_FROM, &self.award_ratio, age)
    }

    /// logit of a user's base employment at that age; −∞ outside 18–66.
    #[inline(always)]
    pub fn work_logit(&self, age: f64) -> f64 {
        const NEVER: f64 = f64::NEG_INFINITY;
        let [young, early, late] = self.work_logit;
        of_class(&[0.0, 18.0, 25.0, 50.0, 67.0], &[NEVER, young, early, late, NEVER], age)
    }

    /// Row of the tables for an age.
    #[inline(always)]
    pub fn row(age: f64) -> usize {
        whole_part(age).min(MAX_AGE)
    }
}

/// Who leaves on 31 December of year `t`, by the age held in it: `leaves` becomes 1 for those who die or move to an
/// institution for good, `moves` for the latter. One uniform number decides: below the probability of death somebody
/// dies, in the stretch above it that is the probability of living and moving, moves.
#[inline(always)]
pub fn leave(
    p: &Persons,
    ages: &AgeTables,
    (t, rapid_death): (usize, f64),
    u: &Column,
    leaves: &mut Column,
    moves: &mut Column,
) {
    let death = &ages.death[t];
    for i in 0..BLOCK {
        let row = AgeTables::row(p.age[i]);
        let (q, institution) = (death[row], ages.institution[row]);
        let q = if p.rapid[i] > 0.5 { q.at_least(rapid_death) } else { q };
        leaves[i] = if u[i] < q + (1.0 - q) * institution { p.alive[i] } else { 0.0 };
        moves[i] = if u[i] < q { 0.0 } else { leaves[i] };
    }
}

/// Those who stay grow a year older and meet their new need, `years` after the base year: it reverts to the person's own
/// path, which follows the common trend and, for some years, the condition. `need_dev` and `work_dev` are standard normal.
#[inline(always)]
pub fn grow_older(
    p: &mut Persons,
    theta: &Theta,
    years: f64,
    leaves: &Column,
    need_dev: &Column,
    work_dev: &Column,
) {
    let keep = theta.latent_persistence;
    let fresh = (1.0 - keep * keep).at_least(0.0).sqrt();
    let trend = theta.need_trend * years;
    for i in 0..BLOCK {
        p.alive[i] -= leaves[i];
        p.age[i] += 1.0;
        p.need_before[i] = p.need[i];
        p.path[i] = theta.need_persistence * p.path[i] + theta.need_sd * need_dev[i];
        p.drifted[i] += if p.drift_left[i] > 0.5 { p.drift[i] } else { 0.0 };
        p.drift_left[i] -= 1.0;
        let growth = exp(trend + p.drifted[i] + p.path[i] - p.path_start[i]);
        p.need[i] = (p.level[i] * growth).at_most(theta.need_max);
        p.work[i] = keep * p.work[i] + fresh * work_dev[i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// V-A15: the Makeham curve gives a life expectancy between the two published figures of 2023.
    #[test]
    fn v_a15_life_expectancy_lies_between_men_and_women() {
        let mut alive = 1.0;
        let mut years = 0.0;
        for age in 0..=MAX_AGE {
            let q = death_probability([0.00024, 8.7e-6, 0.106], 1.0, 1.0, age as f64);
            assert!((0.0..=1.0).contains(&q));
            years += alive * (1.0 - q / 2.0);
            alive *= 1.0 - q;
        }
        assert!((81.387..84.630).contains(&years), "{years}");
    }

    /// Need of 40 hours granted at 0.8, five years on: a trend of 0.015 a year, three years of drift of 0.03, and x from −0.05
    /// to 0.1. Two assistants around the clock are the most.
    #[test]
    fn need_follows_the_trend_the_condition_and_the_own_path() {
        let theta = Theta {
            need_trend: 0.015,
            need_persistence: 1.0,
            need_sd: 0.03,
            need_max: 336.0,
            ..fixture::theta()
        };
        let mut p = Persons::new();
        p.alive = [1.0; BLOCK];
        (p.level[0], p.drift[0], p.drift_left[0]) = (50.0, 0.03, 3.0);
        (p.path[0], p.path_start[0]) = (-0.05, -0.05);
        (p.level[1], p.need[1]) = (400.0, 336.0);
        for year in 1..=5 {
            grow_older(&mut p, &theta, f64::from(year), &[0.0; BLOCK], &[1.0; BLOCK], &[0.0; BLOCK]);
        }
        assert!((p.need[0] - 68.512_965_547_849_83).abs() < 1e-9, "{}", p.need[0]);
        assert_eq!((p.need[1], p.age[1], p.alive[1]), (336.0, 5.0, 1.0));
    }

    /// A number below the probability of death, one in the stretch of moving, and one above both.
    #[test]
    fn who_lives_may_move_to_an_institution() {
        let theta = Theta { institution_rate: [0.0, 0.0, 0.0, 0.0, 0.25], ..fixture::theta() };
        let ages = AgeTables::new(&theta, 1);
        let mut p = Persons::new();
        (p.age, p.alive) = ([85.0; BLOCK], [1.0; BLOCK]);
        let q = death_probability(theta.mortality_base, theta.mortality_multiplier[4], 1.0, 85.0);
        let mut u = [0.99; BLOCK];
        (u[0], u[1], u[2]) = (q - 1e-9, q + 1e-9, q + (1.0 - q) * 0.25 - 1e-9);
        let (mut leaves, mut moves) = ([0.0; BLOCK], [0.0; BLOCK]);
        leave(&p, &ages, (0, theta.rapid_death), &u, &mut leaves, &mut moves);
        assert_eq!((&leaves[..4], &moves[..4]), (&[1.0, 1.0, 1.0, 0.0][..], &[0.0, 1.0, 1.0, 0.0][..]));
    }

    #[test]
    fn classes_by_age() {
        assert_eq!([0, 17, 18, 49, 50, 66, 67, 79, 80, 110].map(class_of), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    }
}
