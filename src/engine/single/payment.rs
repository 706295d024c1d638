//! What a person's year costs under one model, and who pays it, explained.

use super::explanation::{Chance, Explanation, I, ModelYear};
use crate::behaviour::{arenas, income_effect};
use crate::engine::costs::{Prices, Services, conditions, person_costs, refunds};
use crate::engine::group::Observation;
use crate::engine::person;
use crate::engine::posting::{self, Posted, UnitTerms, post};
use crate::engine::sums::ByUnit;
use crate::ledger::{Account, Item, Payer};
use crate::rules::explain::Rule;
use crate::rules::{benefit, copayment, hour_grant, refund, services, withdrawal};
use crate::scenario::units::ZONES;

/// A formula of the refund, for somebody without a decision about BPA: on the terms that hold then.
fn without_decision(formula: &str) -> String {
    [
        ("eligible", "eligible_without"),
        ("refund.claim_share", "claim_share_without"),
        ("refund.rate", "rate_without"),
        ("threshold", "threshold_without"),
        ("deduction", "deduction_without"),
    ]
    .into_iter()
    .fold(formula.to_string(), |formula, (own, without)| formula.replace(own, without))
}

/// What it costs, and what the state refunds.
pub(super) fn costs(explanation: &mut Explanation<'_>, seen: &Observation<'_>, adds: &[f64; ByUnit::COUNT]) {
    let (p, o, m) = (seen.block.persons, seen.out, explanation.m);
    let prices = Prices::new(explanation.draw.theta.other_services_relief, m);
    let staffed = seen.block.shared.staffed[I];
    let gets = Services {
        delivered: o.delivered[I],
        arenas: adds[ByUnit::ArenaHours as usize],
        running: o.running[I],
        traditional: o.traditional[I],
        staffed,
        other: p.other[I],
    };
    let taken_over = person::arenas_taken_over((&seen.block, I), &seen.block.constants(), o.employed[I]);
    explanation.aside(arenas::HOURS, taken_over.hours);
    let own = person_costs(&prices, p.zone_price[I], gets).costs;
    explanation.step(services::BPA, own.bpa);
    let traditional = if staffed > 0.5 { services::STAFFED_HOME } else { services::TRADITIONAL };
    explanation.aside(traditional, own.traditional);
    explanation.aside(services::OTHER, own.other);
    explanation.aside(hour_grant::AMOUNT, own.hour_grant);
    let with = o.recipient[I] > 0.5;
    let terms = if with { &m.refund } else { &m.refund_without };
    let (deduction, eligible) = conditions(terms, p.intellectual[I], p.age[I]);
    let mut told = |rule: Rule, result: f64| {
        let formula = if with { rule.formula.to_string() } else { without_decision(rule.formula) };
        explanation.step_as(rule, formula, result);
    };
    told(refund::BASE, refunds(terms, own, deduction, eligible).base);
    told(refund::REFUND, adds[ByUnit::Refund as usize]);
    told(refund::DUE_TO_BPA, adds[ByUnit::RefundBpa as usize]);
}

/// Who pays: what the ledger was posted for the person, item by item, and the nets. Returns the municipality's net cost
/// of BPA, and its net before it spends of its relief.
pub(super) fn payers(
    explanation: &mut Explanation<'_>,
    seen: &Observation<'_>,
    adds: &[f64; ByUnit::COUNT],
    chance: &Chance<'_>,
    null: Option<&ModelYear>,
) -> [f64; 2] {
    let (zone, draw) = (explanation.of.zone, explanation.draw);
    let (m, t) = (explanation.m, &draw.theta);
    let mut account: Account = Account::default();
    let terms = UnitTerms {
        employer_tax: t.employer_tax[zone].into(),
        zone_price: seen.block.persons.zone_price[I].into(),
        introduction_municipal: 0.into(),
        introduction_state: 0.into(),
    };
    let Posted { net_bpa: [net_bpa], .. } = post(&mut account, draw, m, seen.year, [adds], terms);
    let kroner = |ore: i64| ore as f64 / 100.0;
    let paid = |payer, item| kroner(account.get(payer, item));
    let both = |item| Payer::ALL.iter().map(|payer| paid(*payer, item)).sum::<f64>();
    use Payer::{Employers, Municipality, Relatives, State, Users};
    let (earnings, saved) = posting::earnings_and_saved(draw, m.wage, seen.year);
    let basic_amount =
        explanation.amount("basic_amount_G", explanation.of.scenario.base_year + seen.year as i32);
    if adds[ByUnit::Employed as usize] > 0.0 {
        explanation.step(posting::EARNINGS, earnings);
        explanation.step_as(benefit::BASIC_AMOUNT, basic_amount, draw.economy.basic_amount[seen.year]);
        explanation.step(benefit::SAVED, saved);
    } else {
        // Nobody works.
        explanation.know(posting::EARNINGS.id, 0.0);
        explanation.know(benefit::SAVED.id, 0.0);
    }
    let mut post = |rule: Rule, amount: f64| {
        explanation.aside_as(
            rule,
            rule.formula.replace("employer_tax.zone", &format!("employer_tax.{}", ZONES[zone])),
            amount,
        );
    };
    post(copayment::AMOUNT, paid(Users, Item::Copayment));
    post(posting::ADMINISTRATION, paid(Municipality, Item::Administration));
    post(posting::ADMINISTRATION_STATE, paid(State, Item::Administration));
    post(arenas::MUNICIPAL, -paid(Municipality, Item::ArenaServices));
    post(arenas::STATE, -paid(State, Item::ArenaServices));
    post(posting::CARE_ALLOWANCE, paid(Municipality, Item::CareAllowance));
    post(posting::LOST_WORK, both(Item::LostWork));
    post(posting::LOST_WORK_STATE, paid(State, Item::LostWork));
    post(posting::SICK_LEAVE, both(Item::SickLeave));
    post(posting::SICK_LEAVE_STATE, paid(State, Item::SickLeave));
    post(posting::TIME, paid(Relatives, Item::RelativesTime));
    post(posting::HEALTH, paid(Relatives, Item::RelativesHealth));
    post(posting::HEALTH_SERVICES, paid(State, Item::HealthServices));
    post(posting::ADMISSIONS, paid(State, Item::Admissions));
    post(posting::UNMET_NEED, paid(Users, Item::UnmetNeed));
    post(posting::USERS_WORK, -both(Item::UsersWork));
    post(posting::USERS_WORK_STATE, -paid(State, Item::UsersWork));
    let net = |payer| kroner(account.net(payer));
    post(posting::MUNICIPALITY, net(Municipality));
    post(posting::STATE, net(State));
    post(posting::RELATIVES, net(Relatives));
    post(posting::USERS, net(Users));
    post(posting::EMPLOYERS, net(Employers));
    post(posting::NET_BPA, kroner(net_bpa));
    let mut municipality = account.net(Municipality);
    // In a year of a run, the withdrawal is set from a whole municipality's relief, perhaps that of another year.
    if let Chance::Weighted(..) = chance {
        let levers = &draw.levers[seen.model];
        let null_bpa = null.map_or(net_bpa, |null| crate::ledger::ore(null.net_bpa));
        let terms = withdrawal::WithdrawalTerms {
            share: m.force.levers.offset_share,
            by: crate::scenario::financing::OffsetBy::Own,
            basis: levers.offset_basis,
            rebase_years: levers.rebase_years as usize,
        };
        let amount: i64 = withdrawal::by_unit(terms, &[null_bpa - net_bpa], 1.0, &[]).iter().sum();
        explanation.know("net_bpa_null", kroner(null_bpa));
        explanation.aside(withdrawal::AMOUNT, kroner(amount));
        municipality += amount;
        let before = null.map_or(municipality, |null| crate::ledger::ore(null.municipality));
        let bought = income_effect::services(draw.theta.income_effect, before, municipality);
        explanation.know("municipality_net_null", kroner(before));
        explanation.aside(posting::MUNICIPALITY_NET_BEFORE, kroner(municipality));
        explanation.aside(income_effect::SERVICES, kroner(bought));
        explanation.step(posting::MUNICIPALITY_NET, kroner(municipality + bought));
        explanation.step(posting::STATE_NET, kroner(account.net(State) - amount));
    }
    [kroner(net_bpa), kroner(municipality)]
}
