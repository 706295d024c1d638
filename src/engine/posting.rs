//! From sums to kroner: the events of one unit, year and model, each rounded once to whole øre and
//! posted to those who pay (model.md §6).

use super::setup::{Draw, InYear};
use super::sums::ByUnit;
use crate::ledger::{Account, Item, Payer, ore, scaled};
use crate::rules::{WEEKS, benefit, copayment};

/// A unit's share of what is not summed over persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitTerms {
    /// Employer's contribution of the unit's zone.
    pub employer_tax: f64,
    /// Price of hours in the zone, relative to zone 1.
    pub zone_price: f64,
    /// Introduction cost of the municipality this year, øre.
    pub introduction_municipal: i64,
    /// Introduction cost of the state this year, øre.
    pub introduction_state: i64,
}

/// A unit's own sums of what was posted, øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Net of the municipality.
    pub municipality: i64,
    /// Net of the state.
    pub state: i64,
    /// Net cost of BPA before withdrawal: bpa − hour grant − refund due to BPA − copayment + municipal administration.
    pub net_bpa: i64,
    /// Refund due to BPA.
    pub refund_bpa: i64,
}

/// Posts the events of one unit, year and model to an account that holds all units of the year and
/// model. `row` holds [`ByUnit`] sums; `t` is the year's index.
pub fn post(
    a: &mut Account,
    d: &Draw,
    m: &InYear,
    t: usize,
    row: &[f64; ByUnit::COUNT],
    unit: UnitTerms,
) -> Posted {
    use Payer::{Employers, Municipality, Relatives, State, Users};
    let sum = |column: ByUnit| row[column as usize];
    let (p, wage) = (&d.theta, m.wage);
    let before = [a.net(Municipality), a.net(State)];

    let bpa = ore(WEEKS * sum(ByUnit::Delivered) * (m.price * unit.zone_price));
    a.cost(Item::Bpa, Municipality, bpa);
    a.cost(
        Item::Traditional,
        Municipality,
        ore(WEEKS * sum(ByUnit::Traditional) * (m.traditional_price * unit.zone_price)),
    );
    a.cost(Item::OtherServices, Municipality, ore(sum(ByUnit::Other)));

    let grant = ore(m.terms.grant_rate * (WEEKS * sum(ByUnit::GrantHours) * (m.price * unit.zone_price)));
    a.transfer(Item::Refund, State, Municipality, ore(sum(ByUnit::Refund)));
    a.transfer(Item::HourGrant, State, Municipality, grant);

    let recipients = sum(ByUnit::Recipients);
    let charge = ore(copayment::amount(m.force.n.copayment, recipients, wage));
    a.transfer(Item::Copayment, Users, Municipality, charge);
    let administration = ore(m.force.n.admin_municipal * recipients * wage);
    a.cost(Item::Administration, Municipality, administration);
    a.cost(Item::Administration, State, ore(m.force.n.admin_state * recipients * wage));
    a.cost(Item::Introduction, Municipality, unit.introduction_municipal);
    a.cost(Item::Introduction, State, unit.introduction_state);

    // Care allowance: the municipality pays, the relatives keep what tax leaves.
    let allowance = ore(WEEKS * p.allowance_hours * p.allowance_pay * wage * sum(ByUnit::Allowances));
    let tax = scaled(allowance, p.income_tax_marginal);
    a.transfer(Item::CareAllowance, Municipality, State, tax);
    a.transfer(Item::CareAllowance, Municipality, Relatives, allowance - tax);

    // Production lost is pay with on-costs: the state loses taxes, the relatives the rest.
    let pay = ore(WEEKS * sum(ByUnit::LostWork) * p.average_hourly_wage * wage);
    a.shared(
        Item::LostWork,
        scaled(pay, 1.0 + p.employer_on_cost),
        State,
        scaled(pay, p.income_tax_marginal + unit.employer_tax),
        Relatives,
    );
    let sick = ore(WEEKS * sum(ByUnit::SickLeave) * p.average_hourly_wage * wage);
    a.shared(
        Item::SickLeave,
        scaled(sick, 1.0 + p.employer_on_cost),
        State,
        scaled(sick, p.sick_pay_state_share),
        Employers,
    );
    a.cost(Item::RelativesTime, Relatives, ore(WEEKS * sum(ByUnit::Time) * p.value_of_time * wage));
    let strain = sum(ByUnit::Strain);
    a.cost(Item::RelativesHealth, Relatives, ore(p.qaly_loss * strain * p.qaly_value * wage));
    a.cost(Item::HealthServices, State, ore(p.carer_health_cost * strain * wage));
    a.cost(Item::Admissions, State, ore(sum(ByUnit::Admissions) * p.admission_cost * wage));
    a.cost(Item::UnmetNeed, Users, ore(WEEKS * sum(ByUnit::Unmet) * p.unmet_value * wage));

    // Users' work is a gain: production with on-costs; the state gains taxes and saves benefit.
    let earnings = p.user_fte * p.full_time_hours * WEEKS * p.user_wage * wage;
    let saved = benefit::saved(
        earnings,
        p.disability_benefit * wage,
        p.benefit_reduction,
        p.benefit_free_amount,
        d.economy.basic_amount[t],
    );
    let (earned, saved) = (ore(earnings * sum(ByUnit::Employed)), ore(saved * sum(ByUnit::Employed)));
    let state = scaled(earned - saved, p.income_tax_marginal) + scaled(earned, unit.employer_tax) + saved;
    a.shared(Item::UsersWork, -scaled(earned, 1.0 + p.employer_on_cost), State, -state, Users);

    let refund_bpa = ore(sum(ByUnit::RefundBpa));
    let net_bpa = [grant, refund_bpa, charge]
        .into_iter()
        .fold(bpa.saturating_add(administration), |net, less| net.saturating_sub(less));
    let [municipality, state] =
        [a.net(Municipality).wrapping_sub(before[0]), a.net(State).wrapping_sub(before[1])];
    Posted { municipality, state, net_bpa, refund_bpa }
}
