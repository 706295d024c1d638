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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::instructions::InstructionSet;
    use crate::engine::run::Engine;
    use crate::ledger::{Item, Payer};
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    fn country_and_draw() -> (Country, Draw) {
        let options = Options { years: Some(6), models: Some(vec!["A".into()]), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        (Country::new(&scenario), engine.draw(&engine.means()))
    }

    /// 300 kroner over three years from the second on, for units that carry half of the country's: 50 a year, a quarter of it in
    /// the first unit, and a tenth more when wages are.
    #[test]
    fn introduction_is_spread_over_years_and_units() {
        let (mut country, mut d) = country_and_draw();
        (country.introduction, country.national_share) = (vec![1.0, 3.0], 0.5);
        d.economy.wage = vec![1.0, 1.0, 1.1, 1.0, 1.0, 1.0];
        let levers = &mut d.levers[1];
        (levers.start_year, levers.phase_in_years) = (country.base_year + 1, 3);
        (levers.one_off_municipal, levers.one_off_state) = (300.0, 30.0);
        let none: [Vec<i64>; 2] = Default::default();
        assert_eq!(introduction(&country, &d, 1, 0), none);
        assert_eq!(introduction(&country, &d, 1, 1), [vec![1_250, 3_750], vec![125, 375]]);
        assert_eq!(introduction(&country, &d, 1, 2), [vec![1_375, 4_125], vec![138, 412]]);
        assert_eq!(introduction(&country, &d, 1, 3), [vec![1_250, 3_750], vec![125, 375]]);
        assert_eq!(introduction(&country, &d, 1, 4), none);
        d.levers[1].one_off_state = 0.0;
        assert_eq!(introduction(&country, &d, 1, 1), [vec![1_250, 3_750], Vec::new()]);
    }

    /// Units are posted eight at a time; each has what it has by itself, and the country what all have.
    #[test]
    fn units_side_by_side_have_what_each_has_by_itself() {
        let (mut country, d) = country_and_draw();
        let units = 11;
        country.zones = (0..units).map(|unit| (unit % 7) as u8).collect();
        country.introduction = vec![1.0; units];
        let t = (0..6).find(|t| d.levers[1].start_year == country.base_year + t).expect("starts") as usize;
        let mut sums = Sums::new(2, 6, units);
        let slot = d.lives.slot[1];
        for (unit, row) in sums.units_mut(slot, t).iter_mut().enumerate() {
            for (column, x) in row.iter_mut().enumerate() {
                *x = (100 * unit + 7 * column + 1) as f64;
            }
        }
        let mut by_unit = UnitAmounts::default();
        by_unit.clear(2 * 6 * units);
        let nation = post_units(InstructionSet::default(), &country, &d, &sums, (1, t), &mut by_unit);
        let taxes = d.theta.employer_tax;
        let [introduced, introduced_state] = introduction(&country, &d, 1, t);
        assert!(introduced.iter().all(|x| *x > 0) && introduced_state.iter().all(|x| *x > 0));
        let (mut all, mut refund_bpa, mut pool, mut hours) = (Account::<1>::default(), 0, 0.0, 0.0);
        for unit in 0..units {
            let zone = unit % 7;
            let price = zone::relative_price(taxes[zone], taxes[0]);
            let terms = UnitTerms {
                employer_tax: taxes[zone].into(),
                zone_price: price.into(),
                introduction_municipal: introduced[unit].into(),
                introduction_state: introduced_state[unit].into(),
            };
            let row = &sums.units(slot, t)[unit];
            let posted = post(&mut all, &d, &d.in_year[1][t], t, [row], terms);
            let at = (6 + t) * units + unit;
            let own = [by_unit.net[at], by_unit.state[at], by_unit.net_bpa[at]];
            assert_eq!(own, [posted.municipality[0], posted.state[0], posted.net_bpa[0]]);
            refund_bpa += posted.refund_bpa[0];
            pool += row[ByUnit::RefundPool as usize];
            hours += row[ByUnit::Delivered as usize] * price;
        }
        for payer in Payer::ALL {
            for item in Item::ALL {
                assert_eq!(nation.account.get(payer, item), all.get(payer, item));
            }
        }
        assert_eq!((nation.refund_bpa, nation.refund_pool), (refund_bpa, ore(pool)));
        assert!((nation.priced_hours - hours).abs() < 1e-9 * hours);
        assert_eq!(nation.income_effect_hours, 0.0);
        // Nobody else's place was written to.
        assert!(by_unit.net[..(6 + t) * units].iter().all(|x| *x == 0));
        by_unit.copy_from(2, 6 + t, units);
        for column in [&by_unit.net, &by_unit.net_bpa, &by_unit.state] {
            assert_eq!(column[2 * units..3 * units], column[(6 + t) * units..(7 + t) * units]);
            assert!(column[..2 * units].iter().all(|x| *x == 0));
        }
    }
}
