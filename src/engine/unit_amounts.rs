//! Amounts by unit: the accounts of every unit posted, side by side, and what of them is kept until figures are made.

use super::country::Country;
use super::figures::NationalAmounts;
use super::instructions::by_instructions;
use super::posting::{UnitTerms, post};
use super::setup::Draw;
use super::sums::{ByUnit, Sums};
use crate::ledger::{Account, ore};
use crate::rules::{withdrawal, zone};

/// Posted figures by unit, øre, `[model][year][unit]`.
#[derive(Default)]
pub(super) struct UnitAmounts {
    pub(super) net: Vec<i64>,
    pub(super) net_bpa: Vec<i64>,
    pub(super) state: Vec<i64>,
    pub(super) withdrawal: Vec<i64>,
    /// What a transition arrangement adds to the withdrawal.
    pub(super) transition: Vec<i64>,
    pub(super) income_effect: Vec<i64>,
    /// What is an expectation of the rest of the refund scheme, in the net: what it is paid, what is withdrawn for it and
    /// what is bought of the relief. It is no municipality's own.
    pub(super) expected: Vec<i64>,
}

impl UnitAmounts {
    /// Number of amounts.
    pub(super) const COUNT: usize = 7;

    /// Zero amounts in so many cells.
    pub(super) fn clear(&mut self, cells: usize) {
        let UnitAmounts { net, net_bpa, state, withdrawal, transition, income_effect, expected } = self;
        let all: [&mut Vec<i64>; UnitAmounts::COUNT] =
            [net, net_bpa, state, withdrawal, transition, income_effect, expected];
        for column in all {
            column.clear();
            column.resize(cells, 0);
        }
    }

    pub(super) fn copy_from(&mut self, cell: usize, other: usize, units: usize) {
        for column in [&mut self.net, &mut self.net_bpa, &mut self.state] {
            column.copy_within(other * units..(other + 1) * units, cell * units);
        }
    }
}

/// Units posted side by side.
const UNIT_BATCH: usize = 8;

by_instructions! {
    /// Posts every unit of one model and year.
    pub(super) fn post_units(country: &Country, d: &Draw, sums: &Sums, cell: (usize, usize), by_unit: &mut UnitAmounts) -> NationalAmounts = post_in_batches;
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
