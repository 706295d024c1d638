//! The rest of the refund scheme beside the simulated persons (scheme.md S1.5–S1.8): every year's refund of it under the
//! zero alternative, and what each model's terms add, by unit in whole øre.

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
        if !d.tells_accounts() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::in_year::InYear;
    use crate::engine::run::Engine;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    const SIMULATED: f64 = 2.0e9;

    fn scenario() -> Scenario {
        let options = Options { years: Some(4), models: Some(vec!["B-scheme".into()]), ..Options::default() };
        load("national", &options).expect("shipped")
    }

    /// The zero alternative, and a model with its terms for all but for what is changed, in every year.
    fn years(change: impl Fn(&mut InYear)) -> Vec<Vec<SchemeYear>> {
        let scenario = scenario();
        let engine = Engine::new(&scenario).expect("sound");
        let mut d = engine.draw(&engine.means());
        for t in 0..4 {
            let mut own = d.in_year[0][t].clone();
            own.force.levers.refund_scope = RefundScope::All;
            own.force.levers.refund_institutions = false;
            change(&mut own);
            d.in_year[1][t] = own;
        }
        let layer = SchemeLayer::new(&scenario).expect("has one");
        layer.years(&d, &WorldKey::new(1, 0, 0), SIMULATED).expect("known")
    }

    /// What is added to the last year, part by part.
    fn parts(change: impl Fn(&mut InYear)) -> [bool; PARTS] {
        let mut years = years(change);
        let year = years[1].pop().expect("four years");
        let sum = |amounts: &[i64]| amounts.iter().sum::<i64>();
        assert_eq!(sum(&year.reform), year.parts.iter().sum::<i64>());
        assert_eq!(year.base, years[0].pop().expect("four years").base);
        // More services are bought where something is refunded that was not, and paid in part by the refund of them.
        assert_eq!(sum(&year.services) != 0, year.parts[PARTS - 1] != 0);
        assert!(sum(&year.services).abs() >= year.parts[PARTS - 1].abs());
        year.parts.map(|part| part != 0)
    }

    #[test]
    fn each_term_adds_its_own_parts() {
        let [rate, threshold, entrants, claims, over_age, institutions, reactions] =
            [0, 1, 2, 3, 4, 5, 6].map(|part| std::array::from_fn::<bool, PARTS, _>(|own| own == part));
        let both = |a: [bool; PARTS], b: [bool; PARTS]| std::array::from_fn(|i| a[i] || b[i]);
        assert_eq!(parts(|_| ()), [false; PARTS]);
        assert_eq!(parts(|own| own.refund.rate *= 1.1), both(rate, reactions));
        assert_eq!(parts(|own| own.refund.threshold *= 0.8), both(both(threshold, entrants), reactions));
        assert_eq!(parts(|own| own.refund.threshold *= 1.2), threshold);
        assert_eq!(parts(|own| own.refund.claim_share *= 0.9), claims);
        let no_limit = |own: &mut InYear| own.refund.max_age = f64::INFINITY;
        assert_eq!(parts(no_limit), both(over_age, reactions));
        let with_institutions = |own: &mut InYear| {
            no_limit(own);
            own.force.levers.refund_institutions = true;
        };
        assert_eq!(parts(with_institutions), both(both(over_age, institutions), reactions));
        // Only a model that has started, and whose terms hold for all.
        assert_eq!(
            parts(|own| {
                own.refund.rate *= 1.1;
                own.started = false;
            }),
            [false; PARTS]
        );
        assert_eq!(
            parts(|own| {
                own.refund.rate *= 1.1;
                own.force.levers.refund_scope = RefundScope::Bpa;
            }),
            [false; PARTS]
        );
    }

    /// By scheme.md S1.6: a rate of nine tenths instead of eight refunds an eighth more; a threshold a tenth
    /// lower gives every person above it a tenth of it more.
    #[test]
    fn parts_are_what_the_terms_say() {
        let of = |years: &[Vec<SchemeYear>], part: usize| years[1][3].parts[part] as f64;
        let rate = years(|own| own.refund.rate *= 1.125);
        let base = rate[0][3].base.iter().sum::<i64>() as f64;
        assert!((of(&rate, 0) / base - 0.125).abs() < 1e-6);
        // More services are bought, and refunded at the new rate.
        let bought = rate[1][3].services.iter().sum::<i64>() as f64;
        assert!(bought > 1e-3 * base && bought < base, "{bought} {base}");
        let threshold = years(|own| own.refund.threshold *= 0.9);
        let scenario = scenario();
        let engine = Engine::new(&scenario).expect("sound");
        let null = engine.draw(&engine.means()).in_year[0][3].refund;
        assert!((of(&rate, 6) / bought - 1.125 * null.rate).abs() < 1e-6);
        let persons = threshold[0][3].persons[0];
        let expected = 100.0 * persons * null.rate * 0.1 * null.threshold;
        assert!((of(&threshold, 1) / expected - 1.0).abs() < 1e-6, "{} {expected}", of(&threshold, 1));
        let claims = years(|own| own.refund.claim_share *= 0.9);
        assert!((of(&claims, 3) / base + 0.1).abs() < 1e-6);
    }

    /// The account of the country less the simulated persons' refund; in a part of the country the simulated persons' part is
    /// a parameter, since their refund is not the country's.
    #[test]
    fn the_rest_is_what_the_account_holds_beside_the_simulated_persons() {
        let scenario = scenario();
        let engine = Engine::new(&scenario).expect("sound");
        let d = engine.draw(&engine.means());
        let mut layer = SchemeLayer::new(&scenario).expect("has one");
        let key = WorldKey::new(1, 0, 0);
        let first = |layer: &SchemeLayer, simulated: f64| layer.base(&d, &key, simulated).expect("known")[0];
        assert_eq!(layer.base(&d, &key, 0.0).expect("known").len(), 4);
        let account = first(&layer, 0.0);
        assert!((first(&layer, 1e9) - (account - 1e9)).abs() < 1.0);
        assert_eq!(first(&layer, 2.0 * account), 0.0);
        layer.share.whole = false;
        let part = account * (1.0 - d.theta.scheme_simulated_share);
        assert_eq!([first(&layer, 0.0), first(&layer, 1e9)], [part, part]);
        // Nothing is told in terms that refund nothing.
        for change in [
            |own: &mut InYear| own.refund.rate = 0.0,
            |own: &mut InYear| own.refund.claim_share = 0.0,
            |own: &mut InYear| own.refund.threshold = 0.0,
        ] {
            let mut d = engine.draw(&engine.means());
            change(&mut d.in_year[0][2]);
            assert!(layer.years(&d, &key, 0.0).is_none());
        }
    }

    /// What is above the age limit grows by its own rate from the last account's cost year on.
    #[test]
    fn groups_above_the_age_limit_grow_from_the_last_account_on() {
        let scenario = scenario();
        let engine = Engine::new(&scenario).expect("sound");
        let mut d = engine.draw(&engine.means());
        d.theta.scheme_over67_growth = 0.1;
        (d.theta.scheme_over67_home, d.theta.scheme_nursing_residents) = (0.2, 1_000.0);
        let layer = SchemeLayer::new(&scenario).expect("has one");
        let last = layer.accounts.last_year() - 1;
        let rest = |year: i32| layer.rest(&d, (year - layer.base_year) as usize, 5.0);
        let two_years_after = rest(last + 2);
        assert!((two_years_after.over_age_home - 0.242).abs() < 1e-12);
        assert!((two_years_after.residents.number - 1_210.0).abs() < 1e-9);
        assert_eq!(rest(last).over_age_home, 0.2);
        let wage = d.economy.wage[(last + 2 - layer.base_year) as usize];
        assert_eq!(two_years_after.residents.mean, d.theta.scheme_nursing_cost * wage);
        assert_eq!(two_years_after.refund, 5.0);
    }

    /// A lag of two years: the first two years pay for costs before, 1 000 kroner as the accounts say and 5 as is told.
    #[test]
    fn the_first_years_pay_for_costs_before_them() {
        let mut layer = SchemeLayer::new(&scenario()).expect("has one");
        layer.accounts = Series(vec![(layer.base_year, 1_000.0), (layer.base_year + 2, 7.0)]);
        layer.share.below = vec![0.25, 0.25];
        assert_eq!(layer.opening(500, 2), [50_000, 500, 0, 0]);
        assert_eq!(layer.opening(500, 3), [50_000, 500, 350, 0]);
    }

    #[test]
    fn years_and_worlds_have_chances_of_their_own() {
        let of = |seed: u64, year: i32| chance(&WorldKey::new(seed, 0, 0), year);
        assert!(of(1, 2026) != of(1, 2027) && of(1, 2026) != of(2, 2026) && of(1, 2026) == of(1, 2026));
    }

    /// The threshold of a dated history of the zero alternative counts from its year on.
    #[test]
    fn each_cost_year_has_the_threshold_of_its_time() {
        let scenario = scenario();
        let engine = Engine::new(&scenario).expect("sound");
        let d = engine.draw(&engine.means());
        let mut layer = SchemeLayer::new(&scenario).expect("has one");
        let key = WorldKey::new(1, 0, 0);
        let as_today = layer.base(&d, &key, SIMULATED).expect("known");
        let last = layer.accounts.last_year() - 1;
        let own = layer.thresholds[0].1.clone();
        let doubled = Series(own.0.iter().map(|(year, amount)| (*year, 2.0 * amount)).collect());
        layer.thresholds.push((last + 2, doubled));
        let higher = layer.base(&d, &key, SIMULATED).expect("known");
        let from = (last + 2 - layer.base_year) as usize;
        assert_eq!(as_today[..from], higher[..from]);
        assert!(higher[from] < as_today[from]);
    }
}
