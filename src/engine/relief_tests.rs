//! Tests of withdrawals and of what is bought of a relief, by two municipalities over four years.

use super::*;
use crate::engine::run::Engine;
use crate::engine::unit_amounts::UnitAmounts;
use crate::scenario::financing::{OffsetBasis, OffsetBy, TransitionRule};
use crate::scenario::load;
use crate::scenario::overrides::Options;

/// One model beside the zero alternative, which starts in the second year and is in full effect in the third; wages rise by a
/// tenth in the fourth. The municipalities have 1 000 and 3 000 inhabitants, the second one in the cheapest zone.
struct Reform {
    country: Country,
    draw: Draw,
    by_unit: UnitAmounts,
    accounts: Vec<Account>,
}

const YEARS: usize = 4;

impl Reform {
    fn new() -> Reform {
        let options = Options { years: Some(YEARS), models: Some(vec!["A".into()]), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let mut country = Country::new(&scenario);
        (country.zones, country.inhabitants) = (vec![0, 6], Some(vec![1_000.0, 3_000.0]));
        country.need = vec![1_000.0, 3_000.0];
        let mut draw = engine.draw(&engine.means());
        draw.economy.wage = vec![1.0, 1.0, 1.0, 1.1];
        let levers = &mut draw.levers[1];
        (levers.start_year, levers.phase_in_years) = (scenario.base_year + 1, 2);
        (levers.offset_share, levers.offset_by, levers.offset_basis) =
            (0.5, OffsetBy::Own, OffsetBasis::Yearly);
        (levers.transition_rule, levers.scheme_offset_share) = (TransitionRule::None, 0.0);
        for (year, phase) in draw.in_year[1].iter_mut().zip([0.0, 0.5, 1.0, 1.0]) {
            (year.force.phase, year.started) = (phase, phase > 0.0);
        }
        let mut by_unit = UnitAmounts::default();
        by_unit.clear(2 * YEARS * 2);
        // Reliefs of 1 000 and −500, 2 000 and −1 000, 4 000 and 0. The first year's difference is no relief of the model.
        by_unit.net_bpa = [[10_000, 20_000]; YEARS]
            .into_iter()
            .chain([[5_000, 5_000], [9_000, 20_500], [8_000, 21_000], [6_000, 20_000]])
            .flatten()
            .collect();
        Reform { country, draw, by_unit, accounts: vec![Account::default(); 2 * YEARS] }
    }

    fn withdraw(&mut self, scheme: Option<&[Vec<SchemeYear>]>) {
        withdraw(&self.country, &self.draw, scheme, &mut self.by_unit, &mut self.accounts);
    }

    /// What is withdrawn of both in every year; it is the municipality's cost and the state's gain, in the accounts too.
    fn withdrawn(scheme: Option<&[Vec<SchemeYear>]>, change: impl Fn(&mut Reform)) -> [[i64; 2]; YEARS] {
        let mut own = Reform::new();
        change(&mut own);
        own.withdraw(scheme);
        let UnitAmounts { withdrawal, net, state, .. } = &own.by_unit;
        assert_eq!(withdrawal, net);
        assert!(withdrawal.iter().zip(state).all(|(amount, state)| *amount == -state));
        assert_eq!(withdrawal[..2 * YEARS], [0; 2 * YEARS]);
        let of = |t: usize| [0, 1].map(|u| withdrawal[(YEARS + t) * 2 + u]);
        for (t, account) in own.accounts[YEARS..].iter().enumerate() {
            let sum = of(t).iter().sum::<i64>();
            let [municipality, state] =
                [Payer::Municipality, Payer::State].map(|payer| account.get(payer, Item::Withdrawal));
            assert_eq!([municipality, state], [sum, -sum]);
        }
        std::array::from_fn(of)
    }
}

#[test]
fn half_of_the_relief_is_withdrawn_from_the_start_on() {
    let yearly = [[0, 0], [500, -250], [1_000, -500], [2_000, 0]];
    assert_eq!(Reform::withdrawn(None, |_| ()), yearly);
    assert_eq!(Reform::withdrawn(None, |own| own.country.inhabitants = None), yearly);
    // Fixed in the first year in full effect, then by wages.
    let fixed = |own: &mut Reform| own.draw.levers[1].offset_basis = OffsetBasis::Fixed;
    assert_eq!(Reform::withdrawn(None, fixed)[2..], [[1_000, -500], [1_100, -550]]);
    let by_population = |own: &mut Reform| own.draw.levers[1].offset_by = OffsetBy::Population;
    assert_eq!(Reform::withdrawn(None, by_population)[3], [500, 1_500]);
    let none = |own: &mut Reform| own.draw.levers[1].offset_share = 0.0;
    assert_eq!(Reform::withdrawn(None, none), [[0; 2]; YEARS]);
    // The zero alternative withdraws nothing from itself.
    let of_zero = |own: &mut Reform| own.draw.levers[0].offset_share = 1.0;
    assert_eq!(Reform::withdrawn(None, of_zero), yearly);
}

/// A model that begins before the first year and is in full effect at once: that year's relief is withdrawn.
#[test]
fn a_model_that_began_before_is_in_full_effect_from_the_first_year() {
    let before = |own: &mut Reform| {
        let levers = &mut own.draw.levers[1];
        (levers.start_year, levers.phase_in_years) = (own.country.base_year - 3, 1);
        levers.offset_basis = OffsetBasis::Fixed;
        own.draw.in_year[1][0].force.phase = 1.0;
    };
    // Half of 5 000 and 15 000.
    let withdrawn = Reform::withdrawn(None, before);
    assert_eq!([withdrawn[0], withdrawn[3]], [[2_500, 7_500], [2_750, 8_250]]);
}

/// In the fourth year the first gains 20 kroner, so 0.02 an inhabitant, the second nothing: 0.015 better and 0.005 worse than the
/// mean. Three fifths of that is there in the third year since the start, so that 6 kroner more are taken from the first and
/// given to the second.
#[test]
fn an_effect_that_comes_over_five_years() {
    let linear = |own: &mut Reform| {
        let levers = &mut own.draw.levers[1];
        (levers.transition_rule, levers.transition_years) = (TransitionRule::Linear, 5.0);
    };
    assert_eq!(Reform::withdrawn(None, linear)[3], [2_600, -600]);
    let mut own = Reform::new();
    linear(&mut own);
    own.withdraw(None);
    assert_eq!(own.by_unit.transition[2 * (YEARS + 3)..], [600, -600]);
}

/// Nobody falls behind by more than 0.001 kroner an inhabitant and year, in kroner of the base year. The second is behind by
/// 0.00134375 after the second year and by 0.0027734375 after the third, so by 0.0038734375 at most in the fourth instead of
/// 0.005: it is spared 3.3796875 kroner, of which each of 4 000 inhabitants pays its part.
#[test]
fn a_guarantee_grows_with_wages_and_remembers_the_year_before() {
    let guarantee = |own: &mut Reform| {
        let levers = &mut own.draw.levers[1];
        (levers.transition_rule, levers.transition_cap) = (TransitionRule::Guarantee, 0.001);
    };
    assert_eq!(Reform::withdrawn(None, guarantee)[3], [2_084, -84]);
}

#[test]
fn what_the_rest_of_the_scheme_relieves_of_is_withdrawn_by_its_own_share() {
    let year = |reform: [i64; 2]| SchemeYear { reform: reform.to_vec(), ..SchemeYear::default() };
    let null = vec![year([7, 7]); YEARS];
    let own = [[0, 0], [100, 50], [200, 0], [300, 100]].map(year).to_vec();
    let scheme = [null, own];
    let all = |own: &mut Reform| own.draw.levers[1].scheme_offset_share = 1.0;
    assert_eq!(Reform::withdrawn(Some(&scheme), all), [[0, 0], [600, -200], [1_200, -500], [2_300, 100]]);
    let fixed_and_alone = |own: &mut Reform| {
        all(own);
        let levers = &mut own.draw.levers[1];
        (levers.offset_share, levers.offset_basis) = (0.0, OffsetBasis::Fixed);
    };
    assert_eq!(Reform::withdrawn(Some(&scheme), fixed_and_alone)[3], [220, 0]);
    // Without a share of it nothing is expected to be withdrawn.
    assert_eq!(Reform::withdrawn(Some(&scheme), |_| ())[3], [2_000, 0]);
    let mut told = Reform::new();
    all(&mut told);
    told.by_unit.expected.fill(-9);
    told.withdraw(Some(&scheme));
    assert_eq!(told.by_unit.expected[2 * (YEARS + 2)..], [191, -9, 291, 91]);
}

/// 300 kroner less buys services for 105, 200 more cuts 70; at 500 kroner an hour that is 0.21 hours, and 0.14 at the price of the
/// other zone. Of 10 kroner that are expected of the rest, 3.50 are bought.
#[test]
fn a_share_of_what_is_left_buys_services() {
    let mut own = Reform::new();
    own.draw.theta.income_effect = 0.35;
    let taxes = own.draw.theta.employer_tax;
    own.draw.in_year[1][3].traditional_price = 500.0;
    for (t, (null, net)) in [(0, ([5, 5], [1, 1])), (3, ([100_000; 2], [70_000, 120_000]))] {
        own.by_unit.net[2 * t..2 * t + 2].copy_from_slice(&null);
        own.by_unit.net[2 * (YEARS + t)..2 * (YEARS + t) + 2].copy_from_slice(&net);
    }
    own.by_unit.expected[2 * (YEARS + 3)] = -1_000;
    let nobody = NationalAmounts {
        account: Account::default(),
        refund_bpa: 0,
        refund_pool: 0,
        priced_hours: 0.0,
        income_effect_hours: 0.0,
    };
    let mut nation = vec![nobody; 2 * YEARS];
    let Reform { country, draw, by_unit, accounts } = &mut own;
    spend_relief(country, draw, by_unit, accounts, &mut nation);
    let here = 2 * (YEARS + 3)..;
    assert_eq!(by_unit.income_effect[here.clone()], [10_500, -7_000]);
    assert_eq!(by_unit.net[here.clone()], [80_500, 113_000]);
    assert_eq!(by_unit.expected[here], [-650, 0]);
    assert_eq!(accounts[YEARS + 3].get(Payer::Municipality, Item::IncomeEffect), 3_500);
    let dearer = (1.0 + taxes[6]) / (1.0 + taxes[0]);
    let hours = 0.21 - 0.14 / dearer;
    assert!((nation[YEARS + 3].income_effect_hours - hours).abs() < 1e-12);
    // Before the start nothing is bought.
    assert_eq!(by_unit.net[2 * YEARS..2 * YEARS + 2], [1, 1]);
    assert_eq!(nation[YEARS].income_effect_hours, 0.0);
}
