//! The outcomes of one model and year, from sums over persons and from the posted account.

use super::scheme_layer::SchemeYear;
use super::setup::Draw;
use super::sums::{ByUnit, Common, National, Sums};
use crate::ledger::{Account, Item, Payer};
use crate::outcomes::Outcome;
use crate::rules::WEEKS;

/// The nation under one model in one year, before withdrawal.
#[derive(Clone)]
pub(super) struct NationalAmounts {
    pub(super) account: Account,
    /// Refund due to BPA, øre.
    pub(super) refund_bpa: i64,
    /// Refund of persons without BPA, øre.
    pub(super) refund_pool: i64,
    /// Delivered hours a week at the relative price of each unit's zone.
    pub(super) priced_hours: f64,
    /// Hours a year of the services that municipalities buy of their relief.
    pub(super) income_effect_hours: f64,
}

fn share(part: f64, of: f64) -> f64 {
    if of > 0.0 { part / of } else { f64::NAN }
}

/// Persons, hours, work, health.
pub(super) fn volumes(d: &Draw, sums: &Sums, slot: usize, t: usize, set: &mut impl FnMut(Outcome, f64)) {
    use Outcome as O;
    let units = sums.over_units(slot, t);
    let unit = |c: ByUnit| units[c as usize];
    let national = |c: National| sums.national(slot, t, c);
    let common = |c: Common| sums.common(t, c);
    let p = &d.theta;
    let recipients = unit(ByUnit::Recipients);
    let pool = common(Common::Persons) - recipients;
    set(O::Recipients, recipients);
    set(O::Pool, pool);
    set(O::Awards, unit(ByUnit::Awards));
    set(O::Exits, unit(ByUnit::Exits));
    set(O::DeathsRecipients, unit(ByUnit::Deaths));
    set(O::InstitutionRecipients, unit(ByUnit::Moves));
    set(O::NeedPopulation, common(Common::Persons));
    let need = national(National::RecipientsNeed);
    let granted = national(National::Granted);
    set(O::NeedHours, WEEKS * need);
    set(O::GrantedHours, WEEKS * granted);
    set(O::DeliveredHours, WEEKS * unit(ByUnit::Delivered));
    set(O::ArenaHours, WEEKS * unit(ByUnit::ArenaHours));
    set(O::Squeeze, share(unit(ByUnit::Squeeze), recipients));
    set(O::RelativesBaselineHours, WEEKS * common(Common::BaselineCare));
    set(O::LostHours, WEEKS * national(National::Lost));
    set(O::TraditionalHours, WEEKS * unit(ByUnit::Traditional));
    set(O::Coverage, share(granted, need));
    set(O::GrantedHoursPerRecipient, share(granted, recipients));
    set(O::RefundPersons, national(National::Refunded));
    set(O::RecipientsBpaOnly, national(National::BpaOnly));
    set(O::RefundPersonsBpaOnly, national(National::BpaOnlyRefunded));
    set(O::RelativesHours, WEEKS * unit(ByUnit::RelativesHours));
    set(O::RelativesLeadingHours, WEEKS * national(National::Leading));
    set(O::UnmetHours, WEEKS * unit(ByUnit::Unmet));
    set(O::RelativesLostFte, unit(ByUnit::LostWork) / p.full_time_hours);
    set(O::RelativesExits, national(National::RelativesOut));
    set(O::RelativesEmployedShare, share(national(National::RelativesEmployed), common(Common::Relatives)));
    set(O::RelativesSickFte, unit(ByUnit::SickLeave) / p.full_time_hours);
    set(O::UsersEmployed, unit(ByUnit::Employed));
    set(O::UsersEmployedShare, share(unit(ByUnit::Employed), common(Common::Capable)));
    set(O::UsersFte, unit(ByUnit::Employed) * p.user_fte);
    set(O::UsersInEducation, national(National::Education));
    set(O::Admissions, unit(ByUnit::Admissions));
    set(O::HealthPersonnelFte, unit(ByUnit::Traditional) * p.health_personnel_share / p.full_time_hours);
    set(O::WaitingMonths, share(national(National::Waiting), unit(ByUnit::Awards)));
    let pool_need = common(Common::Need) - need;
    set(O::PoolNeedHours, WEEKS * pool_need);
    set(O::PoolTraditionalHours, WEEKS * national(National::PoolTraditional));
    set(O::PoolCoverage, share(national(National::PoolTraditional), pool_need));
    set(O::PoolRelativesHours, WEEKS * national(National::PoolRelatives));
    for (o, c) in [
        (O::RecipientsAge0To17, National::Age0),
        (O::RecipientsAge18To49, National::Age1),
        (O::RecipientsAge50To66, National::Age2),
        (O::RecipientsAge67To79, National::Age3),
        (O::RecipientsAge80Plus, National::Age4),
    ] {
        set(o, national(c));
    }
    for (o, c) in [
        (O::GrantedHoursClass1, National::Hours0),
        (O::GrantedHoursClass2, National::Hours1),
        (O::GrantedHoursClass3, National::Hours2),
        (O::GrantedHoursClass4, National::Hours3),
        (O::GrantedHoursClass5, National::Hours4),
        (O::GrantedHoursClass6, National::Hours5),
    ] {
        set(o, share(national(c), recipients));
    }
}

/// The rest of the refund scheme under a model in one year.
#[derive(Clone, Copy)]
pub(super) struct RestFigures<'a> {
    /// What is earned in it.
    pub(super) year: &'a SchemeYear,
    /// What is paid in it, øre.
    pub(super) paid: i64,
    /// What of the zero alternative's is earned in it and not paid, øre.
    pub(super) base_later: i64,
}

/// Kroner, nominal.
pub(super) fn money(
    d: &Draw,
    (model, t): (usize, usize),
    account: &Account,
    nation: &NationalAmounts,
    (refund_paid, rest): (i64, Option<RestFigures<'_>>),
    set: &mut impl FnMut(Outcome, f64),
) {
    use Outcome as O;
    use Payer::{Employers, Municipality, Relatives, State, Users};
    let kroner = |amount: i64| amount as f64 / 100.0;
    let get = |payer, item| kroner(account.get(payer, item));
    let both = |item| kroner(account.get(Municipality, item) + account.get(State, item));
    let arenas = account.get(Municipality, Item::ArenaServices);
    set(O::ArenasSaved, -both(Item::ArenaServices));
    let income_effect = get(Municipality, Item::IncomeEffect);
    set(O::IncomeEffect, income_effect);
    set(O::IncomeEffectHours, nation.income_effect_hours);
    set(O::BpaCost, get(Municipality, Item::Bpa));
    set(O::TraditionalCost, get(Municipality, Item::Traditional));
    set(O::OtherCost, get(Municipality, Item::OtherServices));
    let refund = account.get(State, Item::Refund);
    set(O::Refund, kroner(refund));
    set(O::RefundBpa, kroner(nation.refund_bpa));
    set(O::HourGrant, get(State, Item::HourGrant));
    set(O::Copayment, get(Users, Item::Copayment));
    set(O::Administration, both(Item::Administration));
    set(O::AdministrationMunicipal, get(Municipality, Item::Administration));
    set(O::AdministrationState, get(State, Item::Administration));
    set(O::Introduction, both(Item::Introduction));
    set(O::RefundPool, kroner(nation.refund_pool));
    set(O::RefundBpaUsersOther, kroner(refund - nation.refund_bpa - nation.refund_pool));
    let withdrawal = account.get(Municipality, Item::Withdrawal);
    set(O::Withdrawal, kroner(withdrawal));
    let (municipality, state) = (account.net(Municipality), account.net(State));
    set(O::MunicipalityNet, kroner(municipality));
    set(O::MunicipalityNetBeforeWithdrawal, kroner(municipality - withdrawal));
    let grant = account.get(State, Item::HourGrant);
    let net_bpa = account.get(Municipality, Item::Bpa) - grant - nation.refund_bpa
        + account.get(Municipality, Item::Copayment)
        + account.get(Municipality, Item::Administration)
        + arenas;
    set(O::MunicipalityNetBpa, kroner(net_bpa));
    set(O::MunicipalityNetBpaAfterWithdrawal, kroner(net_bpa + withdrawal));
    // What a model adds for the rest is paid when all of the rest is, less what the zero alternative would pay.
    let later = refund - refund_paid + rest.map_or(0, |rest| scheme(account, rest, refund, refund_paid, set));
    set(O::MunicipalityNetCash, kroner(municipality + later));
    set(O::StateNet, kroner(state));
    set(O::StateNetCash, kroner(state - later));
    set(O::RelativesCost, kroner(account.net(Relatives)));
    set(O::UsersNet, kroner(account.net(Users)));
    set(O::EmployersNet, kroner(account.net(Employers)));
    set(O::PublicNet, kroner(municipality + state));
    let taxed = d.theta.tax_cost * kroner(municipality + state);
    let society = kroner(account.total()) + taxed;
    set(O::SocietyCost, society);
    let bought = income_effect + get(Municipality, Item::SchemeServices);
    set(O::SocietyCostBeforeExtraServices, society - (1.0 + d.theta.tax_cost) * bought);
    set(O::CareAllowance, get(Municipality, Item::CareAllowance));
    set(O::RelativesTimeCost, get(Relatives, Item::RelativesTime));
    set(O::RelativesHealthCost, get(Relatives, Item::RelativesHealth));
    set(O::RelativesWorkCost, get(Relatives, Item::LostWork));
    set(O::AdmissionsCost, get(State, Item::Admissions));
    set(O::HealthServicesCost, get(State, Item::HealthServices));
    let work = account.get(State, Item::UsersWork) + account.get(Users, Item::UsersWork);
    set(O::UsersWorkGain, kroner(-work));
    let m = &d.in_year[model][t];
    let saved = nation.priced_hours * (m.traditional_price - m.price);
    set(O::SavingAgainstTraditional, WEEKS * saved);
}

/// The whole refund scheme. Returns what is earned in the year of what a model adds for the rest and not paid in it, øre.
fn scheme(
    account: &Account,
    rest: RestFigures<'_>,
    refund: i64,
    refund_paid: i64,
    set: &mut impl FnMut(Outcome, f64),
) -> i64 {
    use Outcome as O;
    let kroner = |amount: i64| amount as f64 / 100.0;
    let [base, reform, services] = [Item::SchemeBase, Item::SchemeReform, Item::SchemeServices]
        .map(|item| (account.get(Payer::State, item), account.get(Payer::Municipality, item)));
    set(O::SchemeBase, kroner(base.0));
    set(O::SchemeReform, kroner(reform.0));
    set(O::SchemeServices, kroner(services.1));
    set(O::RefundRest, kroner(base.0 + reform.0));
    set(O::RefundSchemeTotal, kroner(refund + base.0 + reform.0));
    set(O::RefundSchemeTotalCash, kroner(refund_paid + rest.paid));
    for (outcome, amount) in Outcome::SCHEME_REFORM_PARTS.into_iter().zip(rest.year.parts) {
        set(outcome, kroner(amount));
    }
    set(O::SchemeInstitutionsIfCounted, kroner(rest.year.if_counted));
    let persons =
        [O::SchemePersons, O::SchemePersonsEntrants, O::SchemePersonsOver67, O::SchemePersonsInstitutions];
    for (outcome, number) in persons.into_iter().zip(rest.year.persons) {
        set(outcome, number);
    }
    (base.0 + reform.0 - rest.paid) - rest.base_later
}

#[cfg(test)]
#[path = "figures_tests.rs"]
mod tests;
