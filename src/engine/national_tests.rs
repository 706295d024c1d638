//! Tests of a world's figures: the rest of the refund scheme, the cash view and figures of units, by small numbers.

use super::*;
use crate::engine::run::Engine;
use crate::scenario::Scenario;
use crate::scenario::load;
use crate::scenario::overrides::Options;

fn scenario(model: &str, years: usize) -> Scenario {
    let options = Options { years: Some(years), models: Some(vec![model.into()]), ..Options::default() };
    load("national", &options).expect("shipped")
}

fn draw(scenario: &Scenario) -> Draw {
    let engine = Engine::new(scenario).expect("sound");
    engine.draw(&engine.means())
}

/// Accounts and amounts with so much refund in all, and so much of it for persons without BPA.
fn refunds(earned: &[i64], pool: &[i64]) -> (Vec<Account>, Vec<NationalAmounts>) {
    earned
        .iter()
        .zip(pool)
        .map(|(earned, pool)| {
            let mut account = Account::default();
            account.transfer(Item::Refund, Payer::State, Payer::Municipality, *earned);
            let nation = NationalAmounts {
                account,
                refund_bpa: 0,
                refund_pool: *pool,
                priced_hours: 0.0,
                income_effect_hours: 0.0,
            };
            (account, nation)
        })
        .unzip()
}

/// Under today's rules a refund is paid a year after. A model pays at once from the third year on, so that that year pays what
/// was earned in two; persons without BPA are refunded as today, unless the model's terms hold for all.
#[test]
fn a_refund_is_paid_under_the_terms_of_whom_it_is_for() {
    let mut d = draw(&scenario("A", 4));
    d.in_year[0].iter_mut().for_each(|year| year.force.levers.lag_years = 1.0);
    for (t, year) in d.in_year[1].iter_mut().enumerate() {
        year.force.levers.lag_years = if t < 2 { 1.0 } else { 0.0 };
        year.force.levers.refund_scope = RefundScope::Bpa;
    }
    let (accounts, nation) =
        refunds(&[100, 110, 120, 130, 100, 110, 220, 230], &[40, 44, 48, 52, 41, 45, 49, 53]);
    let (paid, closing) = cash(&d, &accounts, &nation, 4);
    // 41 is for others and 59 for BPA in the first year; 171 and 45 with the 65 of the second in the third; 177 and 49 in the last.
    assert_eq!(paid, [0, 100, 110, 120, 0, 100, 65 + 171 + 45, 177 + 49]);
    assert_eq!(closing, [130, 53]);
    d.in_year[1].iter_mut().for_each(|year| year.force.levers.refund_scope = RefundScope::All);
    let (paid, closing) = cash(&d, &accounts, &nation, 4);
    assert_eq!(paid[4..], [0, 100, 110 + 220, 230]);
    assert_eq!(closing, [130, 0]);
}

/// The rest of the scheme is paid a year after too, and where a model's terms hold for all, when those say.
#[test]
fn the_rest_is_paid_under_the_terms_that_hold_for_all() {
    let scenario = scenario("B-scheme", 4);
    let mut d = draw(&scenario);
    let layer = SchemeLayer::new(&scenario).expect("has one");
    d.in_year[0].iter_mut().for_each(|year| year.force.levers.lag_years = 1.0);
    for (t, year) in d.in_year[1].iter_mut().enumerate() {
        year.force.levers.lag_years = if t < 2 { 1.0 } else { 0.0 };
        year.force.levers.refund_scope = RefundScope::All;
    }
    let year = |base: i64, reform: i64| SchemeYear {
        base: vec![base - 1, 1],
        reform: vec![reform, 0],
        ..SchemeYear::default()
    };
    let null = [100, 110, 120, 130].map(|base| year(base, 0)).to_vec();
    let own = [(100, 0), (110, 5), (120, 6), (130, 7)].map(|(base, reform)| year(base, reform)).to_vec();
    let years = [null, own];
    let opening = layer.opening(100, 1);
    let paid = rest_cash(&layer, &d, &years);
    assert_eq!(paid[..4], [opening[0], 100, 110, 120]);
    assert_eq!(paid[4..], [opening[0], 100, 115 + 126, 137]);
    d.in_year[1].iter_mut().for_each(|year| year.force.levers.refund_scope = RefundScope::Bpa);
    assert_eq!(rest_cash(&layer, &d, &years)[4..], [opening[0], 100, 115, 126]);
}

#[test]
fn the_rest_is_posted_to_the_country_and_to_its_units() {
    let year = |base: [i64; 2], reform: [i64; 2], services: [i64; 2]| SchemeYear {
        base: base.to_vec(),
        reform: reform.to_vec(),
        services: services.to_vec(),
        ..SchemeYear::default()
    };
    let years = vec![vec![year([500, 300], [0, 0], [0, 0])], vec![year([500, 300], [70, 30], [9, 1])]];
    let mut by_unit = UnitAmounts::default();
    by_unit.clear(4);
    by_unit.net.fill(1_000);
    by_unit.state.fill(2_000);
    let mut accounts = vec![Account::default(); 2];
    add_scheme(&years, &mut by_unit, &mut accounts);
    let of = |item| [Payer::State, Payer::Municipality].map(|payer| accounts[1].get(payer, item));
    assert_eq!(of(Item::SchemeBase), [800, -800]);
    assert_eq!(of(Item::SchemeReform), [100, -100]);
    assert_eq!(of(Item::SchemeServices), [0, 10]);
    // The base is shown and enters no net.
    assert_eq!([Payer::State, Payer::Municipality].map(|payer| accounts[1].net(payer)), [100, -90]);
    assert_eq!(by_unit.expected, [0, 0, -61, -29]);
    assert_eq!(by_unit.net, [1_000, 1_000, 939, 971]);
    assert_eq!(by_unit.state, [2_000, 2_000, 2_070, 2_030]);
}

/// Two units under two models in two years. A krone of the second year is worth 0.5 of the first's, and amounts are in øre.
#[test]
fn figures_of_units_are_in_fixed_kroner_and_hours_of_a_year() {
    let scenario = scenario("A", 2);
    let mut d = draw(&scenario);
    d.economy.to_fixed = vec![1.0, 0.5];
    let mut country = Country::new(&scenario);
    country.zones = vec![0, 0];
    let mut by_unit = UnitAmounts::default();
    by_unit.clear(8);
    let at = 7;
    (by_unit.net[at], by_unit.net_bpa[at], by_unit.state[at]) = (1_000, 2_000, 3_000);
    (by_unit.withdrawal[at], by_unit.transition[at]) = (4_000, 5_000);
    let mut sums = Sums::new(2, 2, 2);
    for (column, x) in [
        (ByUnit::Recipients, 3.0),
        (ByUnit::Delivered, 10.0),
        (ByUnit::Unmet, 20.0),
        (ByUnit::RelativesHours, 30.0),
        (ByUnit::Refund, 70.0),
    ] {
        sums.units_mut(1, 1)[1][column as usize] = x;
    }
    let year = SchemeYear { base: vec![0, 600], reform: vec![0, 200], ..SchemeYear::default() };
    let scheme = vec![vec![SchemeYear { base: vec![0, 0], reform: vec![0, 0], ..year.clone() }, year]; 2];
    let mut out = Vec::new();
    unit_figures(&country, &d, &sums, &by_unit, Some(&scheme), &mut out);
    let each = UnitFigure::ALL.len();
    assert_eq!(out.len(), 8 * each);
    let own = &out[7 * each..];
    for (figure, expected) in [
        (UnitFigure::Recipients, 3.0),
        (UnitFigure::DeliveredHours, 520.0),
        (UnitFigure::UnmetHours, 1_040.0),
        (UnitFigure::RelativesHours, 1_560.0),
        (UnitFigure::MunicipalityNet, 5.0),
        (UnitFigure::MunicipalityNetBpa, 10.0),
        (UnitFigure::StateNet, 15.0),
        (UnitFigure::Withdrawal, 20.0),
        (UnitFigure::Transition, 25.0),
        (UnitFigure::Refund, 35.0),
        (UnitFigure::RefundRest, 4.0),
    ] {
        assert_eq!(own[figure as usize], expected, "{}", figure.id());
    }
    // The other unit, and this one in the other year, have nothing.
    for elsewhere in [0, 2, 4, 5, 6] {
        assert!(out[elsewhere * each..(elsewhere + 1) * each].iter().all(|x| *x == 0.0), "{elsewhere}");
    }
    unit_figures(&country, &d, &sums, &by_unit, None, &mut out);
    assert_eq!(out[7 * each + UnitFigure::RefundRest as usize], 0.0);
}

/// The nets of all payers of a world are what is real in it; what is said of units adds up to the country; before a model's
/// start everything is as today; and who shares lives shares volumes and not money.
#[test]
fn a_world_adds_up() {
    let sets = ["financing.A.start_year=2026", "financing.A.phase_in_years=1"].map(String::from).to_vec();
    let options = Options { sets, years: Some(4), models: Some(vec!["A".into(), "A-yearly".into()]) };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let d = engine.draw(&engine.stated(3, 1));
    let key = WorldKey::new(3, 1, 0);
    let mut scratch = engine.scratch();
    engine.simulate_world(&d, &key, &mut scratch);
    let country = Country::new(&scenario);
    let mut memory = UnitMemory::default();
    let world = figures(InstructionSet::default(), &country, (&d, &key), &scratch.sums, &mut memory, true);
    let (years, units) = (4, scenario.units.len());
    let outcome = |model: usize, o: Outcome, t: usize| {
        world.outcomes[(model * Outcome::ALL.len() + o as usize) * (years + 1) + t]
    };
    for (cell, account) in world.accounts.iter().enumerate() {
        let (model, t) = (cell / years, cell % years);
        let nets: i64 = Payer::ALL.iter().map(|payer| account.net(*payer)).sum();
        assert_eq!(nets, account.total());
        let fixed = d.economy.to_fixed[t];
        for (figure, all) in [
            (UnitFigure::MunicipalityNet, outcome(model, Outcome::MunicipalityNet, t) * fixed),
            (UnitFigure::Withdrawal, outcome(model, Outcome::Withdrawal, t) * fixed),
            (UnitFigure::MunicipalityNetBpa, outcome(model, Outcome::MunicipalityNetBpa, t) * fixed),
            (UnitFigure::Recipients, outcome(model, Outcome::Recipients, t)),
        ] {
            let sum: f64 = (0..units).map(|unit| world.of_unit(unit, model, t, figure)).sum();
            assert!(
                (sum - all).abs() <= 1e-6 * all.abs().max(1.0),
                "{model} {t} {}: {sum} {all}",
                figure.id()
            );
        }
        let started = d.in_year[model][t].started;
        let as_today = (outcome(model, Outcome::StateNet, t), outcome(0, Outcome::StateNet, t));
        assert_eq!(started && model > 0, as_today.0 != as_today.1, "{model} {t}");
        if !started {
            assert_eq!(account, &world.accounts[t]);
        }
    }
    for t in 0..years {
        let both = |o: Outcome| [1, 2].map(|model| outcome(model, o, t));
        for shared in [Outcome::Recipients, Outcome::UnmetHours, Outcome::CoverageGini] {
            let [a, yearly] = both(shared);
            assert_eq!(a, yearly);
        }
        let [a, yearly] = both(Outcome::MunicipalityNet);
        // They withdraw the same in the first year in full effect, and what was set then or is set anew after.
        assert_eq!(a == yearly, t < 3, "{t}");
    }
    // What is earned and not paid: of the refund, and of what a model adds to the rest.
    for (cell, paid) in world.refund_paid.iter().enumerate() {
        let (model, t) = (cell / years, cell % years);
        let of = |o: Outcome| outcome(model, o, t);
        let [paid, rest, rest_null] =
            [*paid, world.rest_paid[cell], world.rest_paid[t]].map(|ore| ore as f64 / 100.0);
        let later = of(Outcome::Refund) - paid + of(Outcome::RefundRest)
            - rest
            - (outcome(0, Outcome::SchemeBase, t) - rest_null);
        assert!((of(Outcome::StateNet) - of(Outcome::StateNetCash) - later).abs() < 1.0, "{model} {t}");
        assert!((of(Outcome::RefundSchemeTotalCash) - paid - rest).abs() < 1.0);
    }
    // The persons' refund and the rest are together what the accounts say.
    let account = scenario.parameters.dated("scheme_accounts").expect("known").at(scenario.base_year + 1).0;
    let all = outcome(0, Outcome::Refund, 0) + outcome(0, Outcome::SchemeBase, 0);
    assert!((all - account).abs() < 10.0, "{all} {account}");
    // Volatility is of the whole period and stands after the years.
    for model in 0..3 {
        for o in [Outcome::MunicipalVolatility, Outcome::MunicipalVolatilitySmall] {
            assert!(outcome(model, o, years) > 0.0 && (0..years).all(|t| outcome(model, o, t).is_nan()));
        }
    }
    // Where an amount is beyond counting nothing is said.
    let mut broken = scratch.sums.clone();
    broken.units_mut(0, 0)[0][ByUnit::Other as usize] = f64::INFINITY;
    let world = figures(InstructionSet::default(), &country, (&d, &key), &broken, &mut memory, true);
    assert!(world.units.is_empty() && world.outcomes.iter().all(|x| x.is_nan()));
    assert_eq!(
        (world.accounts.len(), world.outcomes.len()),
        (3 * years, 3 * Outcome::ALL.len() * (years + 1))
    );
}
