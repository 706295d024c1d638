//! A world's figures: the units' accounts added, withdrawal, cash view, equity and
//! every outcome of the catalogue by model and year.

use super::country::Country;
use super::equity::{equity, volatility};
use super::figures::{NationalAmounts, RestFigures, money, volumes};
use super::instructions::InstructionSet;
use super::relief::{spend_relief, withdraw};
use super::scheme_layer::{SchemeLayer, SchemeYear};
use super::setup::Draw;
use super::sums::{ByUnit, Sums};
use super::unit_amounts::{UnitAmounts, post_units};
use super::unit_figures::UnitFigure;
use crate::ledger::{Account, Item, Payer};
use crate::outcomes::Outcome;
use crate::random::WorldKey;
use crate::rules::WEEKS;
use crate::scenario::financing::RefundScope;
use crate::scheme::cash;

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
    /// `[model][year]` of the rest of the refund scheme what is paid in the year, øre; empty without it.
    pub rest_paid: Vec<i64>,
    /// `[model][year][unit][figure]`, fixed kroner and hours a year; empty where they were not asked for.
    pub units: Vec<f64>,
}

impl WorldFigures {
    /// A figure of the unit with an index, under a model and in a year by theirs, of a world whose units were asked for.
    ///
    /// # Panics
    /// Where the world has no such unit, model or year.
    pub fn of_unit(&self, unit: usize, model: usize, year: usize, figure: UnitFigure) -> f64 {
        let years = self.accounts.len() / self.closing_claim.len();
        let units = self.units.len() / (self.accounts.len() * UnitFigure::ALL.len());
        assert!(unit < units && year < years, "unit {unit}, year {year}");
        self.units[((model * years + year) * units + unit) * UnitFigure::ALL.len() + figure as usize]
    }
}

/// Memory for what is worked out by unit; kept from world to world, since there are megabytes of it.
#[derive(Default)]
pub struct UnitMemory {
    amounts: UnitAmounts,
    /// For figures of units ([`WorldFigures::units`]), given back by who has done with them.
    pub figures: Vec<f64>,
}

/// Turns sums into figures, those of every unit too if they are asked for.
pub fn figures(
    instructions: InstructionSet,
    country: &Country,
    (d, key): (&Draw, &WorldKey),
    sums: &Sums,
    memory: &mut UnitMemory,
    by_unit_too: bool,
) -> WorldFigures {
    let (models, years, units) = (d.in_year.len(), country.years, country.zones.len());
    let UnitMemory { amounts: by_unit, figures: room } = memory;
    by_unit.clear(models * years * units);
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
                post_units(instructions, country, d, sums, (model, t), by_unit)
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
        add_scheme(years, by_unit, &mut accounts);
    }
    withdraw(country, d, scheme.as_deref(), by_unit, &mut accounts);
    spend_relief(country, d, by_unit, &mut accounts, &mut nation);
    let mut outcomes = vec![f64::NAN; models * Outcome::ALL.len() * (years + 1)];
    if accounts.iter().any(Account::beyond_counting) {
        return WorldFigures { outcomes, accounts, ..WorldFigures::default() };
    }
    let (refund_paid, closing_claim) = cash(d, &accounts, &nation, years);
    let rest_paid =
        country.scheme.as_ref().zip(scheme.as_ref()).map(|(layer, years)| rest_cash(layer, d, years));
    // What is expected of persons nobody knows does not make a municipality's budget less steady.
    let own: Vec<i64> = by_unit.net.iter().zip(&by_unit.expected).map(|(net, e)| net - e).collect();
    for model in 0..models {
        let (lived, of_a_model) = (d.lives.lived[d.lives.slot[model]], Outcome::ALL.len() * (years + 1));
        if lived < model {
            // Persons and hours are those of the model whose lives it shares; money is its own.
            outcomes.copy_within(lived * of_a_model..(lived + 1) * of_a_model, model * of_a_model);
        }
        for t in 0..years {
            let cell = model * years + t;
            let mut set = |o: Outcome, v: f64| {
                outcomes[(model * Outcome::ALL.len() + o as usize) * (years + 1) + t] = v;
            };
            if lived == model {
                volumes(d, sums, d.lives.slot[model], t, &mut set);
                equity(sums, d.lives.slot[model], t, &mut set);
            }
            let rest = scheme.as_ref().zip(rest_paid.as_ref());
            let rest = rest.map(|(years, paid)| RestFigures {
                year: &years[model][t],
                paid: paid[cell],
                base_later: years[0][t].base.iter().sum::<i64>() - paid[t],
            });
            money(d, (model, t), &accounts[cell], &nation[cell], (refund_paid[cell], rest), &mut set);
        }
        if let Some(inhabitants) = &country.inhabitants {
            let [all, small] = volatility(d, &own, model, inhabitants);
            let mut set = |o: Outcome, v: f64| {
                outcomes[(model * Outcome::ALL.len() + o as usize) * (years + 1) + years] = v;
            };
            set(Outcome::MunicipalVolatility, all);
            set(Outcome::MunicipalVolatilitySmall, small);
        }
    }
    let mut units = Vec::new();
    if by_unit_too {
        units = std::mem::take(room);
        unit_figures(country, d, sums, by_unit, scheme.as_deref(), &mut units);
    }
    let rest_paid = rest_paid.unwrap_or_default();
    WorldFigures { outcomes, accounts, refund_paid, rest_paid, closing_claim, units }
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

/// Chief figures of every unit in every year, in the order in which what they are made of stands in memory.
fn unit_figures(
    country: &Country,
    d: &Draw,
    sums: &Sums,
    by_unit: &UnitAmounts,
    scheme: Option<&[Vec<SchemeYear>]>,
    out: &mut Vec<f64>,
) {
    let (years, units) = (country.years, country.zones.len());
    out.clear();
    for model in 0..d.in_year.len() {
        for t in 0..years {
            let fixed = d.economy.to_fixed[t] / 100.0;
            let rest = scheme.map(|scheme| &scheme[model][t]);
            for (unit, row) in sums.units(d.lives.slot[model], t).iter().enumerate() {
                let at = (model * years + t) * units + unit;
                let rest = rest.map_or(0, |year| year.base[unit] + year.reform[unit]);
                out.extend_from_slice(&UnitFigure::row(|figure| match figure {
                    UnitFigure::Recipients => row[ByUnit::Recipients as usize],
                    UnitFigure::DeliveredHours => WEEKS * row[ByUnit::Delivered as usize],
                    UnitFigure::UnmetHours => WEEKS * row[ByUnit::Unmet as usize],
                    UnitFigure::RelativesHours => WEEKS * row[ByUnit::RelativesHours as usize],
                    UnitFigure::MunicipalityNetBpa => by_unit.net_bpa[at] as f64 * fixed,
                    UnitFigure::Withdrawal => by_unit.withdrawal[at] as f64 * fixed,
                    UnitFigure::MunicipalityNet => by_unit.net[at] as f64 * fixed,
                    UnitFigure::StateNet => by_unit.state[at] as f64 * fixed,
                    UnitFigure::Transition => by_unit.transition[at] as f64 * fixed,
                    UnitFigure::Refund => row[ByUnit::Refund as usize] * d.economy.to_fixed[t],
                    UnitFigure::RefundRest => rest as f64 * fixed,
                }));
            }
        }
    }
}

#[cfg(test)]
#[path = "national_tests.rs"]
mod tests;
