//! From sums to kroner: the events of units in one year and model, each rounded once to whole øre and
//! posted to those who pay (model.md §6).

use super::setup::{Draw, InYear};
use super::sums::ByUnit;
use crate::ledger::{Account, Each, Item, Payer};
use crate::rules::{WEEKS, benefit, copayment};

/// Units' shares of what is not summed over persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitTerms<const N: usize> {
    /// Employer's contribution of the unit's zone.
    pub employer_tax: Each<f64, N>,
    /// Price of hours in the zone, relative to zone 1.
    pub zone_price: Each<f64, N>,
    /// Introduction cost of the municipality this year, øre.
    pub introduction_municipal: Each<i64, N>,
    /// Introduction cost of the state this year, øre.
    pub introduction_state: Each<i64, N>,
}

/// Units' own sums of what was posted, øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted<const N: usize> {
    /// Net of the municipality.
    pub municipality: [i64; N],
    /// Net of the state.
    pub state: [i64; N],
    /// Net cost of BPA before withdrawal: bpa − hour grant − refund due to BPA − copayment + municipal administration.
    pub net_bpa: [i64; N],
    /// Refund due to BPA.
    pub refund_bpa: [i64; N],
}

/// Posts the events of `N` units in one year and model, side by side, to an account that holds all units of the year
/// and model. `rows` holds their [`ByUnit`] sums; `t` is the year's index.
#[inline(always)]
pub fn post<const N: usize>(
    a: &mut Account<N>,
    d: &Draw,
    m: &InYear,
    t: usize,
    rows: [&[f64; ByUnit::COUNT]; N],
    unit: UnitTerms<N>,
) -> Posted<N> {
    use Payer::{Employers, Municipality, Relatives, State, Users};
    let sum = |column: ByUnit| Each::of(|i| rows[i][column as usize]);
    let (p, wage) = (&d.theta, m.wage);
    let before = [a.nets(Municipality), a.nets(State)];

    let bpa = (WEEKS * sum(ByUnit::Delivered) * (m.price * unit.zone_price)).ore();
    a.cost(Item::Bpa, Municipality, bpa);
    a.cost(
        Item::Traditional,
        Municipality,
        (WEEKS * sum(ByUnit::Traditional) * (m.traditional_price * unit.zone_price)).ore(),
    );
    a.cost(Item::OtherServices, Municipality, sum(ByUnit::Other).ore());

    let grant = (m.hour_grant.rate * (WEEKS * sum(ByUnit::GrantHours) * (m.price * unit.zone_price))).ore();
    a.transfer(Item::Refund, State, Municipality, sum(ByUnit::Refund).ore());
    a.transfer(Item::HourGrant, State, Municipality, grant);

    let recipients = sum(ByUnit::Recipients);
    let charge = recipients.map(|n| copayment::amount(m.force.levers.copayment, n, wage)).ore();
    a.transfer(Item::Copayment, Users, Municipality, charge);
    let administration = (m.force.levers.admin_municipal * recipients * wage).ore();
    a.cost(Item::Administration, Municipality, administration);
    a.cost(Item::Administration, State, (m.force.levers.admin_state * recipients * wage).ore());
    a.cost(Item::Introduction, Municipality, unit.introduction_municipal);
    a.cost(Item::Introduction, State, unit.introduction_state);

    // Care allowance: the municipality pays, the relatives keep what tax leaves.
    let allowance = (WEEKS * p.allowance_hours * p.allowance_pay * wage * sum(ByUnit::Allowances)).ore();
    let tax = allowance.scaled(p.income_tax_marginal);
    a.transfer(Item::CareAllowance, Municipality, State, tax);
    a.transfer(Item::CareAllowance, Municipality, Relatives, allowance - tax);

    // Production lost is pay with on-costs: the state loses taxes, the relatives the rest.
    let pay = (WEEKS * sum(ByUnit::LostWork) * p.average_hourly_wage * wage).ore();
    a.shared(
        Item::LostWork,
        pay.scaled(1.0 + p.employer_on_cost),
        State,
        pay.scaled(p.income_tax_marginal + unit.employer_tax),
        Relatives,
    );
    let sick = (WEEKS * sum(ByUnit::SickLeave) * p.average_hourly_wage * wage).ore();
    a.shared(
        Item::SickLeave,
        sick.scaled(1.0 + p.employer_on_cost),
        State,
        sick.scaled(p.sick_pay_state_share),
        Employers,
    );
    a.cost(Item::RelativesTime, Relatives, (WEEKS * sum(ByUnit::Time) * p.value_of_time * wage).ore());
    let strain = sum(ByUnit::Strain);
    a.cost(Item::RelativesHealth, Relatives, (p.qaly_loss * strain * p.qaly_value * wage).ore());
    a.cost(Item::HealthServices, State, (p.carer_health_cost * strain * wage).ore());
    a.cost(Item::Admissions, State, (sum(ByUnit::Admissions) * p.admission_cost * wage).ore());
    a.cost(Item::UnmetNeed, Users, (WEEKS * sum(ByUnit::Unmet) * p.unmet_value * wage).ore());

    // Users' work is a gain: production with on-costs; the state gains taxes and saves benefit.
    let earnings = p.user_fte * p.full_time_hours * WEEKS * p.user_wage * wage;
    let saved = benefit::saved(
        earnings,
        p.disability_benefit * wage,
        p.benefit_reduction,
        p.benefit_free_amount,
        d.economy.basic_amount[t],
    );
    let (earned, saved) = ((earnings * sum(ByUnit::Employed)).ore(), (saved * sum(ByUnit::Employed)).ore());
    let state = (earned - saved).scaled(p.income_tax_marginal) + earned.scaled(unit.employer_tax) + saved;
    a.shared(Item::UsersWork, -earned.scaled(1.0 + p.employer_on_cost), State, -state, Users);

    let refund_bpa = sum(ByUnit::RefundBpa).ore();
    let Each(net_bpa) = bpa + administration - grant - refund_bpa - charge;
    let since = |before: [i64; N], payer| {
        let now = a.nets(payer);
        Each::of(|i| now[i].wrapping_sub(before[i])).0
    };
    Posted {
        municipality: since(before[0], Municipality),
        state: since(before[1], State),
        net_bpa,
        refund_bpa: refund_bpa.0,
    }
}
