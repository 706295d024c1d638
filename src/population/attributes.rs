//! The attributes that a person enters the world with (model.md §1): drawn once, keyed to the person.

use super::ages::{self, AgeDistribution};
use super::persons::{BLOCK, Column, Persons};
use super::placement::{Entrant, UnitEffects};
use crate::behaviour::coverage;
use crate::math::Bounds;
use crate::math::{exp, ln, normal_cdf, normal_pair, normal_quantile, normal_to_logit};
use crate::random::{Purpose, WorldKey};
use crate::rules::zone;
use crate::scenario::theta::Theta;

/// Hours a week where the published classes begin; the last one is open.
pub const HOUR_CLASSES: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 15.0, 35.5];

/// A sampler of attributes: the constants that all persons of a draw share.
#[derive(Clone, Debug)]
pub struct AttributeSampler {
    /// `[kind]`: of the base year's persons, and of newcomers.
    kinds: [Kind; 2],
    two_relatives: [f64; 5],
    some_relatives: [f64; 5],
    child_relatives: f64,
    other_above: [f64; 5],
    /// What the hours' deviate and one of its own weigh in who has other services.
    other_mix: [f64; 2],
    other_mu: f64,
    other_sigma: f64,
    other_any: f64,
    other_max: f64,
    /// s: the standing deviation of need around the own path, and what is left of the deviate of its own.
    path: [f64; 2],
    /// Hours a week where the classes of the recipients of the base year begin.
    hour_classes: [f64; 6],
    hour_shares: [f64; 6],
    hour_from: [f64; 6],
    hours_max: f64,
    tail: f64,
    tail_mass: f64,
    pool_from: f64,
    pool_mass: f64,
    zone_price: [f64; 7],
}

/// What those of the base year and newcomers differ in.
#[derive(Clone, Debug)]
struct Kind {
    ages: [AgeDistribution; 5],
    /// Cumulated shares of the conditions but the last.
    conditions: [f64; 3],
}

impl Kind {
    fn new(theta: &Theta, density: &[f64; 5], conditions: [f64; 4]) -> Kind {
        let sum: f64 = conditions.iter().sum();
        let [a, b, c, _] = conditions;
        Kind {
            ages: ages::distributions(theta, density),
            conditions: [a / sum, (a + b) / sum, (a + b + c) / sum],
        }
    }
}

impl AttributeSampler {
    /// Constants of a draw.
    pub fn new(theta: &Theta) -> AttributeSampler {
        let [_, a1, a2, b1, b2, c1, c2] = theta.relatives;
        let (one, two) = ([0.0, a1, b1, c1, c1], [0.0, a2, b2, c2, c2]);
        let (mean, sd) = (theta.other_services_cost_mean, theta.other_services_cost_sd);
        let variance = if mean > 0.0 { ln(1.0 + (sd / mean) * (sd / mean)) } else { 0.0 };
        let classes: f64 = theta.granted_hours_classes.iter().sum();
        let hour_shares = theta.granted_hours_classes.map(|c| c / classes);
        let mut from = 0.0;
        let hour_from = hour_shares.map(|s| {
            let start = from;
            from += s;
            start
        });
        let tail = theta.granted_hours_tail;
        let z = |hours: f64| ln(hours / theta.pool_hours_median) / theta.pool_hours_sigma.at_least(1e-12);
        let pool_from = normal_cdf(z(theta.granted_hours_min));
        let standing = need_deviation(theta.need_sd, theta.need_persistence);
        let rho = theta.other_services_hours_correlation;
        AttributeSampler {
            kinds: [
                Kind::new(theta, &theta.age_density, theta.condition_weights),
                Kind::new(theta, &theta.inflow_age_density, theta.inflow_condition_weights),
            ],
            two_relatives: two,
            some_relatives: std::array::from_fn(|c| one[c] + two[c]),
            child_relatives: theta.relatives[0],
            other_above: theta.other_services_age_ratio.map(|ratio| {
                let share = (theta.other_services_share * ratio).at_most(0.95);
                if share > 0.0 { normal_quantile(1.0 - share) } else { f64::INFINITY }
            }),
            other_mix: [rho, (1.0 - rho * rho).at_least(0.0).sqrt()],
            other_mu: if mean > 0.0 { ln(mean) - 0.5 * variance } else { 0.0 },
            other_sigma: variance.sqrt(),
            other_any: if mean > 0.0 { 1.0 } else { 0.0 },
            other_max: theta.other_services_cost_max,
            path: [standing, (1.0 - standing * standing).at_least(0.0).sqrt()],
            hour_classes: HOUR_CLASSES.map(|from| from.at_least(theta.granted_hours_min)),
            hour_shares,
            hour_from,
            hours_max: theta.granted_hours_max,
            tail,
            tail_mass: 1.0 - exp(-(theta.granted_hours_max - HOUR_CLASSES[5]) / tail.at_least(1e-9)),
            pool_from,
            pool_mass: normal_cdf(z(theta.granted_hours_max)) - pool_from,
            zone_price: theta.employer_tax.map(|rate| zone::relative_price(rate, theta.employer_tax[0])),
        }
    }

    /// Granted hours a week of a recipient at share `u` of the published distribution: uniform
    /// within a class, the last one an exponential truncated at the maximum.
    #[inline(always)]
    pub(super) fn recipient_hours(&self, u: f64) -> f64 {
        let within =
            ((u - self.hour_from[5]) / self.hour_shares[5].at_least(1e-12)).at_least(0.0).at_most(1.0);
        if u >= self.hour_from[5] { self.heavy_hours(within) } else { self.lighter_hours(u) }
    }

    /// The most hours a week that are granted.
    pub(super) fn most_hours(&self) -> f64 {
        self.hours_max
    }

    /// The highest yearly cost of other services.
    pub(super) fn most_other_cost(&self) -> f64 {
        self.other_max
    }

    /// The deviate that decides who has other services, of the hours' and one of its own.
    #[inline(always)]
    pub(super) fn mixed(&self, hours: f64, deviate: f64) -> f64 {
        self.other_mix[0] * hours + self.other_mix[1] * deviate
    }

    /// Whether somebody of an age class has other services.
    pub(super) fn has_other(&self, mixed: f64, class: usize) -> bool {
        mixed > self.other_above[class]
    }

    /// Yearly cost of other services of those who have them.
    #[inline(always)]
    pub(super) fn other_cost(&self, deviate: f64) -> f64 {
        (self.other_any * exp(self.other_mu + self.other_sigma * deviate)).at_most(self.other_max)
    }

    /// Hours a week at share `u` of the last published class, which is open.
    #[inline(always)]
    fn heavy_hours(&self, u: f64) -> f64 {
        HOUR_CLASSES[5] - self.tail * ln((1.0 - u * self.tail_mass).at_least(1e-300))
    }

    /// Hours a week at share `u` of all, below the last class.
    #[inline(always)]
    fn lighter_hours(&self, u: f64) -> f64 {
        let classes = &self.hour_classes;
        let mut hours = classes[0];
        for c in 0..5 {
            let within = (u - self.hour_from[c]) / self.hour_shares[c].at_least(1e-12);
            let h = classes[c] + within * (classes[c + 1] - classes[c]);
            hours = if u >= self.hour_from[c] { h } else { hours };
        }
        hours
    }

    /// Fills a block with entries; `years` since the base year when each of them enters.
    #[inline(always)]
    pub fn enter(
        &self,
        persons: &mut Persons,
        entries: &[Entrant],
        world: &WorldKey,
        theta: &Theta,
        (effects, zones): (&UnitEffects, &[u8]),
        years: &Column,
    ) {
        let n = entries.len();
        persons.used = n;
        for lane in 0..BLOCK {
            let e = entries[lane.min(n - 1)];
            let unit = e.unit as usize;
            persons.key[lane] = e.key;
            persons.unit[lane] = e.unit;
            persons.class[lane] = f64::from(e.class);
            persons.recipient[lane] = if e.recipient { 1.0 } else { 0.0 };
            persons.alive[lane] = if lane < n { 1.0 } else { 0.0 };
            persons.generosity[lane] = effects.generosity[unit];
            persons.zone_price[lane] = self.zone_price[usize::from(zones[unit])];
        }
        let [age, condition, number, employment] = world.columns(&persons.key, 0, Purpose::PersonFirst);
        let [hours, case, has_other, other] = world.columns(&persons.key, 0, Purpose::PersonHours);
        let [exit, allowance, capable, excluded] = world.columns(&persons.key, 0, Purpose::PersonFlags);
        let [work, education, cost_angle, _] = world.columns(&persons.key, 0, Purpose::PersonLatent);
        let [path, path_angle, course, housing] = world.columns(&persons.key, 0, Purpose::PersonPath);

        let p = persons;
        // Look-ups by class stand in a loop of their own: the next one is then pure arithmetic.
        let mut other_above = [0.0; BLOCK];
        let (mut own_hours, mut own_other) = ([0.0; BLOCK], [0.0; BLOCK]);
        for i in 0..BLOCK {
            let known = effects.known(&entries[i.min(n - 1)]);
            (own_hours[i], own_other[i]) = (known.hours, known.other);
            let class = p.class[i] as usize;
            other_above[i] = self.other_above[class];
            let newcomer = years[i] > 0.0;
            let own = &self.kinds[usize::from(newcomer)];
            p.age[i] = own.ages[class].age(age[i]);
            let u = number[i];
            let adult = if u < self.two_relatives[class] {
                2.0
            } else if u < self.some_relatives[class] {
                1.0
            } else {
                0.0
            };
            let drawn = if class == 0 { self.child_relatives } else { adult };
            p.relatives[i] = if known.relatives >= 0.0 { known.relatives } else { drawn };
            let condition = condition[i];
            let drawn = own.conditions.iter().filter(|until| condition >= **until).count();
            let kind = if known.condition >= 0.0 { known.condition as usize } else { drawn };
            p.rapid[i] = if kind == 2 { 1.0 } else { 0.0 };
            p.intellectual[i] = if kind == 3 { 1.0 } else { 0.0 };
            p.drift[i] = theta.need_drift[kind];
            // The course of those of the base year has begun: a whole number of its years is left.
            let all = theta.need_drift_years[kind];
            p.drift_left[i] = if newcomer { all } else { (course[i] * (all + 1.0)).floor().at_most(all) };
            p.drifted[i] = 0.0;
            p.capable[i] = if capable[i] < theta.work_capable_share { 1.0 } else { 0.0 };
            p.excluded[i] = if excluded[i] < theta.excluded_share { 1.0 } else { 0.0 };
            let staffed =
                (p.excluded[i] > 0.5) & (p.recipient[i] < 0.5) & (housing[i] < theta.excluded_housing_share);
            p.housing[i] = if staffed { 1.0 } else { 0.0 };
        }
        // Deviates that need not follow a uniform number one by one come in pairs.
        let mut education_deviate = [0.0; BLOCK];
        let (mut case_deviate, mut mixed_deviate, mut cost_deviate) =
            ([0.0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
        for i in 0..BLOCK {
            [case_deviate[i], mixed_deviate[i]] = normal_pair(case[i], has_other[i]);
        }
        for i in 0..BLOCK {
            [p.work[i], education_deviate[i]] = normal_pair(work[i], education[i]);
            p.education_logit[i] = normal_to_logit(education_deviate[i]);
        }
        for i in 0..BLOCK {
            [cost_deviate[i], _] = normal_pair(other[i], cost_angle[i]);
        }
        for i in 0..BLOCK {
            [p.path[i], _] = normal_pair(path[i], path_angle[i]);
        }
        let [standing, rest] = self.path;
        p.employment_u = employment;
        p.exit_u = exit;
        p.allowance_u = allowance;
        for i in 0..BLOCK {
            let growth = exp(theta.need_trend * years[i]);
            let e = normal_quantile(hours[i]);
            p.case[i] = theta.case_sd * case_deviate[i];
            p.baseline[i] =
                coverage::baseline(theta.coverage_null, p.generosity[i], p.case[i], theta.coverage_min);
            // Φ(e) is the uniform itself
            let observed = self.recipient_hours(hours[i]);
            let z = normal_quantile(
                (self.pool_from + hours[i] * self.pool_mass).at_least(1e-16).at_most(1.0 - 1e-16),
            );
            let pool = theta.pool_hours_median * exp(theta.pool_hours_sigma * z);
            let others = if p.housing[i] > 0.5 { self.heavy_hours(hours[i]) } else { pool };
            let drawn = if p.recipient[i] > 0.5 { observed } else { others };
            let granted = if own_hours[i] >= 0.0 { own_hours[i] } else { drawn };
            p.level[i] = granted / p.baseline[i];
            p.need[i] = (p.level[i] * growth).at_most(theta.need_max);
            p.need_before[i] = p.need[i];
            // Where need stands on its path belongs to the hours observed.
            p.path[i] = standing * (standing * e + rest * p.path[i]);
            p.path_start[i] = p.path[i];
            let mixed = self.mixed(e, mixed_deviate[i]);
            let cost = self.other_cost(cost_deviate[i]);
            let drawn = if mixed > other_above[i] { cost } else { 0.0 };
            p.other[i] = if own_other[i] >= 0.0 { own_other[i] } else { drawn };
        }
    }
}

/// s = σ/√(1 − φ²): the standing deviation of need around a person's own path, log; it has to be below 1.
pub fn need_deviation(sd: f64, persistence: f64) -> f64 {
    sd / (1.0 - persistence * persistence).at_least(0.0).sqrt()
}

/// Share of the pool and of newcomers, those in staffed homes apart, whose hours a week are so many or more.
pub fn pool_share_from(theta: &Theta, hours: f64) -> f64 {
    let z = |hours: f64| ln(hours / theta.pool_hours_median) / theta.pool_hours_sigma.at_least(1e-12);
    let (fewest, most) = (theta.granted_hours_min, theta.granted_hours_max);
    let [below, all] = [fewest, most].map(|limit| normal_cdf(z(limit)));
    let until = normal_cdf(z(hours.at_least(fewest).at_most(most)));
    (all - until) / (all - below)
}
