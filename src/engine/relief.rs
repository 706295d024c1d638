//! What a model relieves municipalities of: what is withdrawn from the block grant for it, and what they buy of the rest.

use super::country::Country;
use super::figures::NationalAmounts;
use super::scheme_layer::SchemeYear;
use super::setup::Draw;
use super::unit_amounts::UnitAmounts;
use crate::behaviour::income_effect;
use crate::ledger::{Account, Item, Payer};
use crate::rules::transition_arrangement::{self, TransitionTerms};
use crate::rules::withdrawal::{self, WithdrawalTerms};
use crate::rules::{phase_in, zone};

/// Posts the withdrawal of every model that has one.
pub(super) fn withdraw(
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
            let before = set.clone();
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
                by_unit.transition[at] = amount.saturating_sub(before[u]);
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
pub(super) fn spend_relief(
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

#[cfg(test)]
#[path = "relief_tests.rs"]
mod tests;
