//! A world's figures: accounts of every unit posted and added, withdrawal, cash view, equity and
//! every outcome of the catalogue by model and year.

use super::equity::{equity, volatility};
use super::figures::{NationalAmounts, RestFigures, money, volumes};
use super::instructions::{InstructionSet, by_instructions};
use super::posting::{UnitTerms, post};
use super::scheme_layer::{SchemeLayer, SchemeYear};
use super::setup::Draw;
use super::sums::{ByUnit, Sums};
use super::unit_figures::{UNIT_YEARS, UnitFigure};
use crate::behaviour::income_effect;
use crate::ledger::{Account, Item, Payer, ore};
use crate::outcomes::Outcome;
use crate::random::WorldKey;
use crate::rules::transition_arrangement::{self, TransitionTerms};
use crate::rules::withdrawal::{self, WithdrawalTerms};
use crate::rules::{WEEKS, phase_in, zone};
use crate::scenario::Scenario;
use crate::scenario::financing::RefundScope;
use crate::scheme::cash;

/// The constants of a scenario that posting needs, prepared once.
#[derive(Clone, Debug)]
pub struct Country {
    zones: Vec<u8>,
    inhabitants: Option<Vec<f64>>,
    /// Weights for introduction costs: population, or recipients where there is none.
    introduction: Vec<f64>,
    /// The part of national amounts that the units carry.
    national_share: f64,
    /// Weights for a withdrawal by population.
    need: Vec<f64>,
    scheme: Option<SchemeLayer>,
    base_year: i32,
    years: usize,
    /// Year indices kept for units.
    pub kept: [usize; UNIT_YEARS],
}

impl Country {
    /// Prepares a scenario.
    pub fn new(scenario: &Scenario) -> Country {
        let units = &scenario.units;
        let inhabitants: Option<Vec<f64>> = units.iter().map(|u| u.inhabitants()).collect();
        let recipients = |u: &crate::scenario::units::Unit| {
            u.recipients.map_or(0.0, |r| r.iter().map(|n| f64::from(*n)).sum())
        };
        let last = scenario.horizon - 1;
        let full = scenario
            .models
            .iter()
            .map(|m| phase_in::full_effect_year(m.levers.start_year, m.levers.phase_in_years))
            .max()
            .unwrap_or(scenario.base_year);
        Country {
            zones: units.iter().map(|u| u.zone as u8).collect(),
            introduction: inhabitants.clone().unwrap_or_else(|| units.iter().map(recipients).collect()),
            need: units
                .iter()
                .map(|u| u.inhabitants().unwrap_or(0.0) * u.need_index.unwrap_or(1.0))
                .collect(),
            inhabitants,
            national_share: scenario.national_share(),
            scheme: SchemeLayer::new(scenario),
            base_year: scenario.base_year,
            years: scenario.horizon,
            kept: [0, ((full - scenario.base_year).max(0) as usize).min(last), last],
        }
    }

    /// Tax zone of each unit.
    pub fn zones(&self) -> &[u8] {
        &self.zones
    }
}

/// Figures of one world. Where an account is beyond counting there is nothing else.
#[derive(Clone, Debug, Default)]
pub struct WorldFigures {
    /// `[model][outcome][year]`, with one more place for outcomes of the whole period; NaN = missing.
    pub outcomes: Vec<f64>,
    /// `[model][year]` national accounts, accrual.
    pub accounts: Vec<Account>,
    /// `[model][year]` refund paid in the year (cash), øre.
    pub refund_paid: Vec<i64>,
    /// `[model]` refunds earned and not paid when the horizon ends, øre.
    pub closing_claim: Vec<i64>,
    /// `[unit][model][kept year][figure]`, fixed kroner and hours a year.
    pub units: Vec<f64>,
}

/// Posted figures by unit, øre, `[model][year][unit]`.
struct UnitAmounts {
    net: Vec<i64>,
    net_bpa: Vec<i64>,
    state: Vec<i64>,
    withdrawal: Vec<i64>,
    income_effect: Vec<i64>,
    /// What is an expectation of the rest of the refund scheme, in the net: what it is paid, what is withdrawn for it and
    /// what is bought of the relief. It is no municipality's own.
    expected: Vec<i64>,
}

impl UnitAmounts {
    fn new(cells: usize) -> UnitAmounts {
        let zeroes = || vec![0; cells];
        UnitAmounts {
            net: zeroes(),
            net_bpa: zeroes(),
            state: zeroes(),
            withdrawal: zeroes(),
            income_effect: zeroes(),
            expected: zeroes(),
        }
    }

    fn copy_from(&mut self, cell: usize, other: usize, units: usize) {
        for column in [&mut self.net, &mut self.net_bpa, &mut self.state] {
            column.copy_within(other * units..(other + 1) * units, cell * units);
        }
    }
}

/// Units posted side by side.
const UNIT_BATCH: usize = 8;

by_instructions! {
    /// Posts every unit of one model and year.
    fn post_units(country: &Country, d: &Draw, sums: &Sums, cell: (usize, usize), by_unit: &mut UnitAmounts) -> NationalAmounts = post_in_batches;
}

#[inline(always)]
fn post_in_batches(
    country: &Country,
    d: &Draw,
    sums: &Sums,
    (model, t): (usize, usize),
    by_unit: &mut UnitAmounts,
) -> NationalAmounts {
    let units = country.zones.len();
    let taxes = d.theta.employer_tax;
    let prices = taxes.map(|rate| zone::relative_price(rate, taxes[0]));
    let [introduced, introduced_state] = introduction(country, d, model, t);
    let (mut account, mut refund_bpa, mut priced_hours) = (Account::<UNIT_BATCH>::default(), 0i64, 0.0);
    let mut refund_pool = 0.0;
    let rows = sums.units(d.lives.slot[model], t);
    let nobody = [0.0; ByUnit::COUNT];
    for first in (0..units).step_by(UNIT_BATCH) {
        let mut batch = [&nobody; UNIT_BATCH];
        let mut terms = UnitTerms {
            employer_tax: taxes[0].into(),
            zone_price: prices[0].into(),
            introduction_municipal: 0.into(),
            introduction_state: 0.into(),
        };
        let here = first..units.min(first + UNIT_BATCH);
        for (i, unit) in here.clone().enumerate() {
            let zone = usize::from(country.zones[unit]);
            batch[i] = &rows[unit];
            terms.employer_tax.0[i] = taxes[zone];
            terms.zone_price.0[i] = prices[zone];
            terms.introduction_municipal.0[i] = introduced.get(unit).copied().unwrap_or(0);
            terms.introduction_state.0[i] = introduced_state.get(unit).copied().unwrap_or(0);
            priced_hours += rows[unit][ByUnit::Delivered as usize] * prices[zone];
            refund_pool += rows[unit][ByUnit::RefundPool as usize];
        }
        let posted = post(&mut account, d, &d.in_year[model][t], t, batch, terms);
        let from = (model * country.years + t) * units;
        let cells = from + here.start..from + here.end;
        by_unit.net[cells.clone()].copy_from_slice(&posted.municipality[..here.len()]);
        by_unit.state[cells.clone()].copy_from_slice(&posted.state[..here.len()]);
        by_unit.net_bpa[cells].copy_from_slice(&posted.net_bpa[..here.len()]);
        refund_bpa = posted.refund_bpa[..here.len()].iter().fold(refund_bpa, |sum, x| sum.saturating_add(*x));
    }
    let refund_pool = ore(refund_pool);
    NationalAmounts {
        account: account.together(),
        refund_bpa,
        refund_pool,
        priced_hours,
        income_effect_hours: 0.0,
    }
}

/// Turns sums into figures.
pub fn figures(
    instructions: InstructionSet,
    country: &Country,
    d: &Draw,
    key: &WorldKey,
    sums: &Sums,
) -> WorldFigures {
    let (models, years, units) = (d.in_year.len(), country.years, country.zones.len());
    let mut by_unit = UnitAmounts::new(models * years * units);
    let mut nation: Vec<NationalAmounts> = Vec::with_capacity(models * years);
    for model in 0..models {
        let first = d.lives.lived[d.lives.slot[model]];
        for t in 0..years {
            if first < model {
                // The same lives cost the same, before what the block grant does.
                by_unit.copy_from(model * years + t, first * years + t, units);
                nation.push(nation[first * years + t].clone());
                continue;
            }
            // Before its start a model is the zero alternative.
            let own = if d.in_year[model][t].started {
                post_units(instructions, country, d, sums, (model, t), &mut by_unit)
            } else {
                by_unit.copy_from(model * years + t, t, units);
                nation[t].clone()
            };
            nation.push(own);
        }
    }
    let mut accounts: Vec<Account> = nation.iter().map(|n| n.account).collect();
    let simulated = accounts[0].get(Payer::State, Item::Refund) as f64 / 100.0;
    let scheme = country.scheme.as_ref().and_then(|layer| layer.years(d, key, simulated));
    if let Some(years) = &scheme {
        add_scheme(years, &mut by_unit, &mut accounts);
    }
    withdraw(country, d, scheme.as_deref(), &mut by_unit, &mut accounts);
    spend_relief(country, d, &mut by_unit, &mut accounts, &mut nation);
    let mut outcomes = vec![f64::NAN; models * Outcome::ALL.len() * (years + 1)];
    if accounts.iter().any(Account::beyond_counting) {
        return WorldFigures { outcomes, accounts, ..WorldFigures::default() };
    }
    let (refund_paid, closing_claim) = cash(d, &accounts, &nation, years);
    let rest_paid =
        country.scheme.as_ref().zip(scheme.as_ref()).map(|(layer, years)| rest_cash(layer, d, years));
    for model in 0..models {
        for t in 0..years {
            let cell = model * years + t;
            let mut set = |o: Outcome, v: f64| {
                outcomes[(model * Outcome::ALL.len() + o as usize) * (years + 1) + t] = v;
            };
            volumes(d, sums, d.lives.slot[model], t, &mut set);
            equity(sums, d.lives.slot[model], t, &mut set);
            let rest = scheme.as_ref().zip(rest_paid.as_ref());
            let rest = rest.map(|(years, paid)| RestFigures {
                year: &years[model][t],
                paid: paid[cell],
                base_later: years[0][t].base.iter().sum::<i64>() - paid[t],
            });
            money(d, (model, t), &accounts[cell], &nation[cell], (refund_paid[cell], rest), &mut set);
        }
        if let Some(inhabitants) = &country.inhabitants {
            // What is expected of persons nobody knows does not make a municipality's budget less steady.
            let own: Vec<i64> = by_unit.net.iter().zip(&by_unit.expected).map(|(net, e)| net - e).collect();
            let [all, small] = volatility(d, &own, model, inhabitants);
            let mut set = |o: Outcome, v: f64| {
                outcomes[(model * Outcome::ALL.len() + o as usize) * (years + 1) + years] = v;
            };
            set(Outcome::MunicipalVolatility, all);
            set(Outcome::MunicipalVolatilitySmall, small);
        }
    }
    let units = kept_units(country, d, sums, &by_unit);
    WorldFigures { outcomes, accounts, refund_paid, closing_claim, units }
}

/// Introduction costs of a year by unit, øre: the units' part of what the whole country pays, spread evenly over the
/// phase-in years.
fn introduction(country: &Country, d: &Draw, model: usize, t: usize) -> [Vec<i64>; 2] {
    let levers = &d.levers[model];
    let year = country.base_year + t as i32;
    let share = year - levers.start_year;
    if share < 0 || share >= levers.phase_in_years {
        return [Vec::new(), Vec::new()];
    }
    let part = |total: f64| {
        let national = total / f64::from(levers.phase_in_years) * d.economy.wage[t];
        let yearly = ore(national * country.national_share);
        if yearly == 0 { Vec::new() } else { withdrawal::spread(yearly, &country.introduction) }
    };
    [part(levers.one_off_municipal), part(levers.one_off_state)]
}

/// Posts the rest of the refund scheme to the accounts of every model and year.
fn add_scheme(years: &[Vec<SchemeYear>], by_unit: &mut UnitAmounts, accounts: &mut [Account]) {
    for (cell, own) in years.iter().flatten().enumerate() {
        let account = &mut accounts[cell];
        let sum = |amounts: &[i64]| amounts.iter().sum::<i64>();
        account.memo(Item::SchemeBase, Payer::State, Payer::Municipality, sum(&own.base));
        account.transfer(Item::SchemeReform, Payer::State, Payer::Municipality, sum(&own.reform));
        account.cost(Item::SchemeServices, Payer::Municipality, sum(&own.services));
        let from = cell * own.base.len();
        for (unit, (reform, services)) in own.reform.iter().zip(&own.services).enumerate() {
            let at = from + unit;
            by_unit.expected[at] = services - reform;
            by_unit.net[at] = by_unit.net[at].saturating_add(services - reform);
            by_unit.state[at] = by_unit.state[at].saturating_add(*reform);
        }
    }
}

/// Posts the withdrawal of every model that has one.
fn withdraw(
    country: &Country,
    d: &Draw,
    scheme: Option<&[Vec<SchemeYear>]>,
    by_unit: &mut UnitAmounts,
    accounts: &mut [Account],
) {
    let (years, units) = (country.years, country.zones.len());
    for (model, levers) in d.levers.iter().enumerate() {
        let terms = WithdrawalTerms {
            share: levers.offset_share,
            by: levers.offset_by,
            basis: levers.offset_basis,
            rebase_years: levers.rebase_years as usize,
        };
        let of_scheme = WithdrawalTerms { share: levers.scheme_offset_share, ..terms };
        let none = terms.share == 0.0 && of_scheme.share == 0.0;
        if none || model == 0 {
            continue;
        }
        let full = phase_in::full_effect_year(levers.start_year, levers.phase_in_years) - country.base_year;
        let full = full.max(0) as usize;
        let mut behind = vec![0.0; units];
        for t in 0..years {
            if d.in_year[model][t].force.phase <= 0.0 {
                continue;
            }
            let relief = |t: usize| -> Vec<i64> {
                let of = |u: usize| {
                    let [null, own] = [t, model * years + t].map(|cell| by_unit.net_bpa[cell * units + u]);
                    null.saturating_sub(own)
                };
                (0..units).map(of).collect()
            };
            let from = withdrawal::set_in(terms.basis, terms.rebase_years, full, t);
            let wages = d.economy.wage[t] / d.economy.wage[from];
            let set = withdrawal::by_unit(terms, &relief(from), wages, &country.need);
            let amounts = match &country.inhabitants {
                Some(inhabitants) => {
                    let arrangement = TransitionTerms {
                        rule: levers.transition_rule,
                        cap: levers.transition_cap * d.economy.wage[t],
                        years: levers.transition_years,
                        since_start: f64::from(country.base_year + t as i32 - levers.start_year),
                    };
                    transition_arrangement::arranged(&arrangement, &set, &relief(t), inhabitants, &mut behind)
                }
                None => set,
            };
            // What the scheme relieves municipalities of is spared nobody by an arrangement.
            let rest = match scheme.filter(|_| of_scheme.share > 0.0) {
                Some(years) => {
                    withdrawal::by_unit(of_scheme, &years[model][from].reform, wages, &country.need)
                }
                None => vec![0; units],
            };
            let cell = model * years + t;
            for (u, (amount, rest)) in amounts.into_iter().zip(rest).enumerate() {
                let at = cell * units + u;
                by_unit.expected[at] += rest;
                let amount = amount.saturating_add(rest);
                by_unit.net[at] = by_unit.net[at].saturating_add(amount);
                by_unit.state[at] = by_unit.state[at].saturating_sub(amount);
                by_unit.withdrawal[at] = amount;
                accounts[cell].transfer(Item::Withdrawal, Payer::Municipality, Payer::State, amount);
            }
        }
    }
}

/// Posts the services that municipalities buy of what a model relieves them of.
fn spend_relief(
    country: &Country,
    d: &Draw,
    by_unit: &mut UnitAmounts,
    accounts: &mut [Account],
    nation: &mut [NationalAmounts],
) {
    let (years, units, share) = (country.years, country.zones.len(), d.theta.income_effect);
    let taxes = d.theta.employer_tax;
    for model in 1..d.in_year.len() {
        for t in (0..years).filter(|t| d.in_year[model][*t].started) {
            let cell = model * years + t;
            for u in 0..units {
                let (at, null) = (cell * units + u, t * units + u);
                let bought = income_effect::services(share, by_unit.net[null], by_unit.net[at]);
                by_unit.net[at] = by_unit.net[at].saturating_add(bought);
                // What is bought of an expected relief is expected too.
                by_unit.expected[at] +=
                    income_effect::services(share, by_unit.expected[null], by_unit.expected[at]);
                by_unit.income_effect[at] = bought;
                accounts[cell].cost(Item::IncomeEffect, Payer::Municipality, bought);
                let zone_price = zone::relative_price(taxes[usize::from(country.zones[u])], taxes[0]);
                let price = d.in_year[model][t].traditional_price * zone_price;
                nation[cell].income_effect_hours += income_effect::hours(bought, price);
            }
        }
    }
}

/// Refund paid by `[model][year]` and what is unpaid at the end: a refund earned under lag k is paid k years after. The
/// lag is that of the terms the person is under: persons without BPA keep the zero alternative's, unless a model's hold
/// for all.
fn cash(d: &Draw, accounts: &[Account], nation: &[NationalAmounts], years: usize) -> (Vec<i64>, Vec<i64>) {
    let models = d.in_year.len();
    let (mut paid, mut closing) = (vec![0; models * years], vec![0; models]);
    for model in 0..models {
        for t in 0..years {
            let earned = accounts[model * years + t].get(Payer::State, Item::Refund);
            let pool = nation[model * years + t].refund_pool;
            let own = &d.in_year[model][t].force.levers;
            let all = own.refund_scope == RefundScope::All;
            let without = if all { own } else { &d.in_year[0][t].force.levers };
            for (earned, lag) in [(earned - pool, own.lag_years), (pool, without.lag_years)] {
                let when = t + lag as usize;
                if when < years {
                    paid[model * years + when] += earned;
                } else {
                    closing[model] += earned;
                }
            }
        }
    }
    (paid, closing)
}

/// What is paid of the rest of the refund scheme by `[model][year]`, øre.
fn rest_cash(layer: &SchemeLayer, d: &Draw, years: &[Vec<SchemeYear>]) -> Vec<i64> {
    let sum = |amounts: &[i64]| amounts.iter().sum::<i64>();
    let lag = |model: usize, t: usize| {
        let own = &d.in_year[model][t].force.levers;
        let all = own.refund_scope == RefundScope::All;
        (if all { own } else { &d.in_year[0][t].force.levers }).lag_years as usize
    };
    let mut paid = Vec::new();
    for (model, own) in years.iter().enumerate() {
        let earned: Vec<i64> = own.iter().map(|y| sum(&y.base) + sum(&y.reform)).collect();
        // What was earned before the first year is paid under the zero alternative's lag.
        let opening = layer.opening(earned.first().copied().unwrap_or(0), lag(0, 0));
        paid.extend(cash::paid(&earned, opening, |t| lag(model, t)));
    }
    paid
}

/// Chief figures of every unit in the kept years.
fn kept_units(country: &Country, d: &Draw, sums: &Sums, by_unit: &UnitAmounts) -> Vec<f64> {
    let (models, years, units) = (d.in_year.len(), country.years, country.zones.len());
    let figures = UnitFigure::ALL.len();
    let mut out = vec![0.0; units * models * UNIT_YEARS * figures];
    for model in 0..models {
        for (kept, t) in country.kept.into_iter().enumerate() {
            let fixed = d.economy.to_fixed[t] / 100.0;
            for (unit, row) in sums.units(d.lives.slot[model], t).iter().enumerate() {
                let at = (model * years + t) * units + unit;
                let base = ((unit * models + model) * UNIT_YEARS + kept) * figures;
                for figure in UnitFigure::ALL {
                    out[base + figure as usize] = match figure {
                        UnitFigure::Recipients => row[ByUnit::Recipients as usize],
                        UnitFigure::DeliveredHours => WEEKS * row[ByUnit::Delivered as usize],
                        UnitFigure::UnmetHours => WEEKS * row[ByUnit::Unmet as usize],
                        UnitFigure::RelativesHours => WEEKS * row[ByUnit::RelativesHours as usize],
                        UnitFigure::MunicipalityNetBpa => by_unit.net_bpa[at] as f64 * fixed,
                        UnitFigure::Withdrawal => by_unit.withdrawal[at] as f64 * fixed,
                        UnitFigure::MunicipalityNet => by_unit.net[at] as f64 * fixed,
                        UnitFigure::StateNet => by_unit.state[at] as f64 * fixed,
                    };
                }
            }
        }
    }
    out
}
