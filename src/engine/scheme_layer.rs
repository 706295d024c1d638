//! The rest of the refund scheme beside the simulated persons (scheme.md S1.5–S1.8): every year's refund of it under the
//! zero alternative, and what each model's terms add, by unit in whole øre.

use super::in_year::InYear;
use super::setup::Draw;
use crate::economy::threshold_year;
use crate::ledger::ore;
use crate::math::normal_quantile;
use crate::random::{Purpose, WorldKey, hash_id};
use crate::rules::threshold::carried;
use crate::scenario::Scenario;
use crate::scenario::dated::Series;
use crate::scenario::financing::{Levers, RefundScope};
use crate::scenario::theta::Theta;
use crate::scenario::units::SchemeShare;
use crate::scheme::nursing::Residents;
use crate::scheme::pareto::Costs;
use crate::scheme::path::{self, Chance, Volume};
use crate::scheme::reform::{Parts, Rest, Terms, reform};
use crate::scheme::spread::amounts;

/// The constants of a scenario that the layer needs, prepared once.
#[derive(Clone, Debug)]
pub struct SchemeLayer {
    share: SchemeShare,
    accounts: Series,
    /// The series of the zero alternative's threshold, each from a cost year on.
    thresholds: Vec<(i32, Series)>,
    base_year: i32,
    years: usize,
}

/// The parts of what a model's terms add that have an outcome of their own.
pub const PARTS: usize = 7;

/// What the layer adds to a model in one year.
#[derive(Clone, Debug, Default)]
pub struct SchemeYear {
    /// Refund of the rest under the zero alternative by unit, øre: in every model the same.
    pub base: Vec<i64>,
    /// What the model's terms add by unit, øre.
    pub reform: Vec<i64>,
    /// More services by unit, øre.
    pub services: Vec<i64>,
    /// The parts of what is added, in all, øre: rate, threshold, entrants, claims, over the age limit, institutions,
    /// reactions.
    pub parts: [i64; PARTS],
    /// What institutions would add if they counted, øre.
    pub if_counted: i64,
    /// Persons above the threshold below the age limit, those of them who come in, above the limit, in institutions.
    pub persons: [f64; 4],
}

impl SchemeLayer {
    /// Prepares a scenario; nothing where it has no layer.
    pub fn new(scenario: &Scenario) -> Option<SchemeLayer> {
        let share = scenario.scheme.clone()?;
        let accounts = scenario.parameters.dated("scheme_accounts")?.clone();
        let null = scenario.models.first()?;
        let series = |levers: &Levers| scenario.parameters.dated(&levers.threshold).cloned();
        let mut thresholds = vec![(i32::MIN, series(&null.levers)?)];
        for own in &null.history {
            thresholds.push((own.from, series(&own.levers)?));
        }
        Some(SchemeLayer {
            share,
            accounts,
            thresholds,
            base_year: scenario.base_year,
            years: scenario.horizon,
        })
    }

    /// The rest's national refund of each year under the zero alternative, NOK; `simulated` is the persons' refund of the
    /// first year.
    fn base(&self, d: &Draw, key: &WorldKey, simulated: f64) -> Option<Vec<f64>> {
        let theta = &d.theta;
        let wages = &d.economy.wages;
        let threshold = |year: i32| {
            let series = self.thresholds.iter().rev().find(|(from, _)| *from <= year);
            let at = |(_, own): &(i32, Series)| {
                carried(own, wages, theta.threshold_extra_growth, threshold_year(theta, year))
            };
            series.map_or(f64::NAN, at)
        };
        let last = self.base_year + self.years as i32 - 1;
        let item = path::item(
            &self.accounts,
            (self.base_year, last),
            &volume(theta),
            theta.scheme_alpha,
            wages,
            threshold,
            |year| chance(key, year),
        )?;
        let account = item.first().copied()?;
        // In a part of the country the simulated persons' part of the account is not seen, and is a parameter.
        let first = if self.share.whole {
            (account - simulated).max(0.0)
        } else {
            account * (1.0 - theta.scheme_simulated_share)
        };
        Some(path::rest(&item, first))
    }

    /// Every model's years, `[model][year]`; `simulated` is the persons' refund of the first year under the zero
    /// alternative, NOK. Nothing where no account is known, or where the zero alternative refunds nothing or everything, so
    /// that the accounts can't be told in its terms.
    pub fn years(&self, d: &Draw, key: &WorldKey, simulated: f64) -> Option<Vec<Vec<SchemeYear>>> {
        let told = |m: &InYear| m.refund.rate > 0.0 && m.refund.claim_share > 0.0 && m.refund.threshold > 0.0;
        if !d.in_year[0].iter().all(told) {
            return None;
        }
        let base = self.base(d, key, simulated)?;
        let by_unit: Vec<Vec<i64>> = base.iter().map(|p| amounts(*p, &self.share.below)).collect();
        let year = |model: usize, t: usize| {
            let (null, own) = (&d.in_year[0][t], &d.in_year[model][t]);
            let rest = self.rest(d, t, base[t]);
            let mut year = SchemeYear { base: by_unit[t].clone(), ..SchemeYear::default() };
            year.persons[0] = rest.persons(null.refund.rate);
            let units = by_unit[t].len();
            (year.reform, year.services) = (vec![0; units], vec![0; units]);
            let levers = &own.force.levers;
            if !own.started || model == 0 || levers.refund_scope != RefundScope::All {
                return year;
            }
            let terms = Terms {
                rate_null: null.refund.rate,
                rate: own.refund.rate,
                threshold: own.refund.threshold / null.refund.threshold,
                claims: own.refund.claim_share / null.refund.claim_share,
                no_age_limit: own.refund.max_age.is_infinite() && null.refund.max_age.is_finite(),
                institutions: levers.refund_institutions,
            };
            self.add(&mut year, &reform(&rest, &terms));
            year
        };
        Some((0..d.in_year.len()).map(|model| (0..self.years).map(|t| year(model, t)).collect()).collect())
    }

    fn rest(&self, d: &Draw, t: usize, refund: f64) -> Rest {
        let (theta, null) = (&d.theta, &d.in_year[0][t]);
        // Accounts of the last known cost year are what the groups above the age limit are counted at.
        let since = f64::from(self.base_year + t as i32 - (self.accounts.last_year() - 1));
        let grown = libm::pow(1.0 + theta.scheme_over67_growth, since);
        Rest {
            refund,
            threshold: null.refund.threshold,
            costs: Costs { alpha: theta.scheme_alpha, entry: theta.scheme_entry_factor },
            over_age_home: theta.scheme_over67_home * grown,
            residents: Residents {
                number: theta.scheme_nursing_residents * grown,
                mean: theta.scheme_nursing_cost * null.wage,
                sigma: theta.scheme_nursing_sigma,
            },
            response: theta.scheme_response,
        }
    }

    /// Spreads what a model's terms add over the units.
    fn add(&self, year: &mut SchemeYear, own: &Parts) {
        let SchemeShare { below, home, institution, .. } = &self.share;
        let keys = [below, home, institution];
        let mut parts: [Vec<i64>; PARTS] = [
            amounts(own.rate, below),
            amounts(own.threshold, below),
            amounts(own.entrants, below),
            amounts(own.claims, below),
            amounts(own.over_age, home),
            amounts(own.institutions, institution),
            vec![0; below.len()],
        ];
        for (whom, key) in keys.into_iter().enumerate() {
            for (unit, share) in key.iter().enumerate() {
                parts[PARTS - 1][unit] += ore(own.reactions[whom] * share);
                year.services[unit] += ore(own.services[whom] * share);
            }
        }
        for (part, amounts) in year.parts.iter_mut().zip(&parts) {
            *part = amounts.iter().sum();
            year.reform.iter_mut().zip(amounts).for_each(|(all, own)| *all += own);
        }
        year.if_counted = amounts(own.institutions_if_counted, institution).iter().sum();
        year.persons = own.persons;
    }

    /// What the item pays in the first years for costs before them, øre by year: as the accounts say, or `first` where they
    /// don't know. What is earned in a year is paid `lag` years after.
    pub fn opening(&self, first: i64, lag: usize) -> Vec<i64> {
        let share: f64 = self.share.below.iter().sum();
        (0..self.years)
            .map(|t| {
                let year = self.base_year + t as i32;
                let known = self.accounts.0.iter().find(|(paid, _)| *paid == year);
                let opening = known.map_or(first, |(_, amount)| ore(amount * share));
                if t < lag { opening } else { 0 }
            })
            .collect()
    }
}

fn volume(theta: &Theta) -> Volume {
    Volume {
        growth: theta.scheme_volume_growth,
        anchor: theta.scheme_volume_anchor,
        damping: theta.scheme_damping,
        shock: theta.scheme_volume_shock,
        noise: theta.scheme_level_noise,
    }
}

/// A calendar year's standard normal numbers, the same for every model and unit.
fn chance(key: &WorldKey, year: i32) -> Chance {
    key.pair(hash_id("scheme"), year, Purpose::Scheme).map(normal_quantile)
}
