//! Tests of outcomes from sums and accounts: round numbers, and what each outcome is by them, calculated by hand.

use super::*;
use crate::engine::run::Engine;
use crate::scenario::load;
use crate::scenario::overrides::Options;

/// A draw of the country under one model for three years, every parameter at its mean.
fn draw() -> Draw {
    let options = Options { years: Some(3), models: Some(vec!["A".into()]), ..Options::default() };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    engine.draw(&engine.means())
}

/// What is set by an outcome.
fn of(found: &[(Outcome, f64)], wanted: Outcome) -> f64 {
    let mut of_it = found.iter().filter(|(outcome, _)| *outcome == wanted);
    let (_, value) = of_it.next().unwrap_or_else(|| panic!("{} is not set", wanted.id()));
    assert!(of_it.next().is_none(), "{} is set twice", wanted.id());
    *value
}

/// All that is set is what is expected, and nothing is missing.
fn all_as_expected(found: &[(Outcome, f64)], expected: &[(Outcome, f64)]) {
    for (outcome, value) in expected {
        let own = of(found, *outcome);
        assert!((own - value).abs() <= 1e-9 * value.abs().max(1.0), "{}: {own}, not {value}", outcome.id());
    }
    for (outcome, _) in found {
        assert!(expected.iter().any(|(own, _)| own == outcome), "{} is not expected", outcome.id());
    }
}

/// Two units with 30 and 20 recipients, among 250 in need; figures of the others are as round. Hours of a year are 52 times
/// those of a week; a full-time equivalent is 37.5 hours.
#[test]
fn persons_and_hours_of_a_year() {
    use Outcome as O;
    let mut d = draw();
    (d.theta.full_time_hours, d.theta.user_fte, d.theta.health_personnel_share) = (37.5, 0.5, 0.2);
    let mut sums = Sums::new(1, 2, 2);
    for (column, own) in [
        (ByUnit::Recipients, [30.0, 20.0]),
        (ByUnit::Awards, [3.0, 1.0]),
        (ByUnit::Exits, [2.0, 1.0]),
        (ByUnit::Deaths, [1.0, 1.0]),
        (ByUnit::Moves, [1.0, 0.0]),
        (ByUnit::Delivered, [600.0, 300.0]),
        (ByUnit::ArenaHours, [40.0, 10.0]),
        (ByUnit::Traditional, [250.0, 125.0]),
        (ByUnit::RelativesHours, [700.0, 300.0]),
        (ByUnit::Unmet, [80.0, 20.0]),
        (ByUnit::LostWork, [50.0, 25.0]),
        (ByUnit::SickLeave, [10.0, 5.0]),
        (ByUnit::Admissions, [6.0, 2.0]),
        (ByUnit::Employed, [7.0, 3.0]),
        (ByUnit::Squeeze, [1.5, 1.0]),
    ] {
        sums.units_mut(0, 1).iter_mut().zip(own).for_each(|(row, x)| row[column as usize] = x);
    }
    for (column, x) in [
        (National::RecipientsNeed, 1250.0),
        (National::Granted, 1000.0),
        (National::Lost, 60.0),
        (National::Leading, 40.0),
        (National::RelativesOut, 5.0),
        (National::RelativesEmployed, 45.0),
        (National::Waiting, 12.0),
        (National::PoolTraditional, 300.0),
        (National::PoolRelatives, 700.0),
        (National::Refunded, 35.0),
        (National::Education, 6.0),
        (National::BpaOnly, 12.0),
        (National::BpaOnlyRefunded, 9.0),
        (National::Age0, 5.0),
        (National::Age1, 20.0),
        (National::Age2, 13.0),
        (National::Age3, 8.0),
        (National::Age4, 4.0),
        (National::Hours0, 1.0),
        (National::Hours1, 4.0),
        (National::Hours2, 10.0),
        (National::Hours3, 15.0),
        (National::Hours4, 12.0),
        (National::Hours5, 8.0),
    ] {
        // Shared between two lanes, as a block leaves it.
        (sums.national[1][column as usize][2], sums.national[1][column as usize][7]) = (0.25 * x, 0.75 * x);
    }
    for (column, x) in [
        (Common::Persons, 250.0),
        (Common::Need, 3250.0),
        (Common::Relatives, 90.0),
        (Common::Capable, 40.0),
        (Common::BaselineCare, 1100.0),
    ] {
        sums.common[1][column as usize][0] = x;
    }
    let mut found = Vec::new();
    volumes(&d, &sums, 0, 1, &mut |outcome, value| found.push((outcome, value)));
    let expected = [
        (O::Recipients, 50.0),
        (O::Pool, 200.0),
        (O::Awards, 4.0),
        (O::Exits, 3.0),
        (O::DeathsRecipients, 2.0),
        (O::InstitutionRecipients, 1.0),
        (O::NeedPopulation, 250.0),
        (O::NeedHours, 65_000.0),
        (O::GrantedHours, 52_000.0),
        (O::DeliveredHours, 46_800.0),
        (O::ArenaHours, 2_600.0),
        (O::Squeeze, 0.05),
        (O::RelativesBaselineHours, 57_200.0),
        (O::LostHours, 3_120.0),
        (O::TraditionalHours, 19_500.0),
        (O::Coverage, 0.8),
        (O::GrantedHoursPerRecipient, 20.0),
        (O::RefundPersons, 35.0),
        (O::RecipientsBpaOnly, 12.0),
        (O::RefundPersonsBpaOnly, 9.0),
        (O::RelativesHours, 52_000.0),
        (O::RelativesLeadingHours, 2_080.0),
        (O::UnmetHours, 5_200.0),
        (O::RelativesLostFte, 2.0),
        (O::RelativesExits, 5.0),
        (O::RelativesEmployedShare, 0.5),
        (O::RelativesSickFte, 0.4),
        (O::UsersEmployed, 10.0),
        (O::UsersEmployedShare, 0.25),
        (O::UsersFte, 5.0),
        (O::UsersInEducation, 6.0),
        (O::Admissions, 8.0),
        (O::HealthPersonnelFte, 2.0),
        (O::WaitingMonths, 3.0),
        // 3 250 hours a week less recipients' 1 250.
        (O::PoolNeedHours, 104_000.0),
        (O::PoolTraditionalHours, 15_600.0),
        (O::PoolCoverage, 0.15),
        (O::PoolRelativesHours, 36_400.0),
        (O::RecipientsAge0To17, 5.0),
        (O::RecipientsAge18To49, 20.0),
        (O::RecipientsAge50To66, 13.0),
        (O::RecipientsAge67To79, 8.0),
        (O::RecipientsAge80Plus, 4.0),
        (O::GrantedHoursClass1, 0.02),
        (O::GrantedHoursClass2, 0.08),
        (O::GrantedHoursClass3, 0.2),
        (O::GrantedHoursClass4, 0.3),
        (O::GrantedHoursClass5, 0.24),
        (O::GrantedHoursClass6, 0.16),
    ];
    all_as_expected(&found, &expected);
    // Where nobody is, there is no share of them.
    let mut of_nobody = Vec::new();
    sums.units_mut(0, 0)[0][ByUnit::Squeeze as usize] = 1.0;
    volumes(&d, &sums, 0, 0, &mut |outcome, value| of_nobody.push((outcome, value)));
    assert!(of(&of_nobody, O::Squeeze).is_nan() && of(&of_nobody, O::Coverage).is_nan());
    assert_eq!(of(&of_nobody, O::DeliveredHours), 0.0);
}

/// An account in whole kroner.
fn account() -> Account {
    use Payer::{Employers, Municipality, Relatives, State, Users};
    let mut a = Account::default();
    for (item, payer, kroner) in [
        (Item::Bpa, Municipality, 10_000),
        (Item::Traditional, Municipality, 4_000),
        (Item::OtherServices, Municipality, 3_000),
        (Item::ArenaServices, Municipality, -500),
        (Item::ArenaServices, State, -200),
        (Item::IncomeEffect, Municipality, 150),
        (Item::SchemeServices, Municipality, 90),
        (Item::Administration, Municipality, 400),
        (Item::Administration, State, 250),
        (Item::Introduction, Municipality, 30),
        (Item::Introduction, State, 20),
        (Item::RelativesTime, Relatives, 600),
        (Item::RelativesHealth, Relatives, 45),
        (Item::HealthServices, State, 25),
        (Item::Admissions, State, 85),
        (Item::UnmetNeed, Users, 15),
        (Item::LostWork, State, 70),
        (Item::LostWork, Relatives, 150),
        (Item::SickLeave, State, 50),
        (Item::SickLeave, Employers, 80),
        (Item::UsersWork, State, -180),
        (Item::UsersWork, Users, -320),
    ] {
        a.cost(item, payer, kroner * 100);
    }
    for (item, from, to, kroner) in [
        (Item::SchemeReform, State, Municipality, 300),
        (Item::Refund, State, Municipality, 2_500),
        (Item::HourGrant, State, Municipality, 800),
        (Item::Copayment, Users, Municipality, 60),
        (Item::CareAllowance, Municipality, State, 11),
        (Item::CareAllowance, Municipality, Relatives, 39),
        (Item::Withdrawal, Municipality, State, 350),
    ] {
        a.transfer(item, from, to, kroner * 100);
    }
    a.memo(Item::SchemeBase, State, Municipality, 70_000);
    a
}

/// The municipality pays 17 000 for services, 500 less in arenas, 150 and 90 of more services, 400 and 30 of its own, 50 of care
/// allowance and 350 of withdrawal, and is given 300, 2 500, 800 and 60: 13 910 net. The state's net is 3 359, relatives' 756,
/// users' −245 and employers' 80, which together are the 17 860 of what is real.
#[test]
fn kroner_of_a_year() {
    use Outcome as O;
    let mut d = draw();
    d.theta.tax_cost = 0.2;
    (d.in_year[1][2].traditional_price, d.in_year[1][2].price) = (500.0, 450.0);
    let nation = NationalAmounts {
        account: account(),
        refund_bpa: 160_000,
        refund_pool: 30_000,
        priced_hours: 20.0,
        income_effect_hours: 0.25,
    };
    let year = SchemeYear {
        parts: [1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000],
        if_counted: 8_000,
        persons: [1.0, 2.0, 3.0, 4.0],
        ..SchemeYear::default()
    };
    let rest = RestFigures { year: &year, paid: 65_000, base_later: 4_000 };
    let mut found = Vec::new();
    money(&d, (1, 2), &nation.account, &nation, (220_000, Some(rest)), &mut |o, value| {
        found.push((o, value))
    });
    let mut expected = vec![
        (O::ArenasSaved, 700.0),
        (O::IncomeEffect, 150.0),
        (O::IncomeEffectHours, 0.25),
        (O::BpaCost, 10_000.0),
        (O::TraditionalCost, 4_000.0),
        (O::OtherCost, 3_000.0),
        (O::Refund, 2_500.0),
        (O::RefundBpa, 1_600.0),
        (O::RefundPool, 300.0),
        // 2 500 less what is due to BPA and what is for persons without.
        (O::RefundBpaUsersOther, 600.0),
        (O::HourGrant, 800.0),
        (O::Copayment, 60.0),
        (O::Administration, 650.0),
        (O::AdministrationMunicipal, 400.0),
        (O::AdministrationState, 250.0),
        (O::Introduction, 50.0),
        (O::Withdrawal, 350.0),
        (O::MunicipalityNet, 13_910.0),
        (O::MunicipalityNetBeforeWithdrawal, 13_560.0),
        // 10 000 − 800 − 1 600 − 60 + 400 − 500.
        (O::MunicipalityNetBpa, 7_440.0),
        (O::MunicipalityNetBpaAfterWithdrawal, 7_790.0),
        (O::StateNet, 3_359.0),
        // 300 of the refund is not paid in the year; of the rest 1 000 is earned and 650 paid, and 40 of what is not paid is
        // the zero alternative's.
        (O::MunicipalityNetCash, 14_520.0),
        (O::StateNetCash, 2_749.0),
        (O::RelativesCost, 756.0),
        (O::UsersNet, -245.0),
        (O::EmployersNet, 80.0),
        (O::PublicNet, 17_269.0),
        // 17 860 and a fifth of 17 269.
        (O::SocietyCost, 21_313.8),
        // 240 of services that are bought and not valued, and the fifth of it.
        (O::SocietyCostBeforeExtraServices, 21_025.8),
        (O::CareAllowance, 50.0),
        (O::RelativesTimeCost, 600.0),
        (O::RelativesHealthCost, 45.0),
        (O::RelativesWorkCost, 150.0),
        (O::AdmissionsCost, 85.0),
        (O::HealthServicesCost, 25.0),
        (O::UsersWorkGain, 500.0),
        // 52 weeks of 20 hours that are 50 kroner cheaper.
        (O::SavingAgainstTraditional, 52_000.0),
        (O::SchemeBase, 700.0),
        (O::SchemeReform, 300.0),
        (O::SchemeServices, 90.0),
        (O::RefundRest, 1_000.0),
        (O::RefundSchemeTotal, 3_500.0),
        (O::RefundSchemeTotalCash, 2_850.0),
        (O::SchemeInstitutionsIfCounted, 80.0),
        (O::SchemePersons, 1.0),
        (O::SchemePersonsEntrants, 2.0),
        (O::SchemePersonsOver67, 3.0),
        (O::SchemePersonsInstitutions, 4.0),
    ];
    expected.extend(Outcome::SCHEME_REFORM_PARTS.into_iter().zip((1..8).map(|part| f64::from(part) * 10.0)));
    all_as_expected(&found, &expected);

    // Without a rest nothing is said of it, and only the refund is late.
    let mut alone = Vec::new();
    money(&d, (1, 2), &nation.account, &nation, (220_000, None), &mut |o, value| alone.push((o, value)));
    assert_eq!([of(&alone, O::MunicipalityNetCash), of(&alone, O::StateNetCash)], [14_210.0, 3_059.0]);
    assert!(alone.iter().all(|(outcome, _)| *outcome != O::SchemeBase));
}
