//! From sums to kroner: the events of units in one year and model, each rounded once to whole øre and
//! posted to those who pay (model.md §6).

use super::in_year::InYear;
use super::setup::Draw;
use super::sums::ByUnit;
use crate::ledger::{Account, Each, Item, Payer};
use crate::rules::explain::explained;
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
    /// Net cost of BPA before withdrawal: bpa − hour grant − refund due to BPA − copayment + municipal administration −
    /// the municipality's help in arenas that BPA takes over.
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

    let hours = sum(ByUnit::Delivered) + sum(ByUnit::ArenaHours);
    let bpa = (WEEKS * hours * (m.price * unit.zone_price)).ore();
    a.cost(Item::Bpa, Municipality, bpa);
    let at_home = sum(ByUnit::Traditional) - sum(ByUnit::StaffedHours);
    let traditional = WEEKS * at_home * (m.traditional_price * unit.zone_price)
        + m.staffed_home * (sum(ByUnit::StaffedYears) * unit.zone_price);
    a.cost(Item::Traditional, Municipality, traditional.ore());
    a.cost(Item::OtherServices, Municipality, sum(ByUnit::Other).ore());
    // What others pay today for help that BPA takes over.
    let saved = |column| (wage * (sum(column) * unit.zone_price)).ore();
    let (arenas, arenas_state) = (saved(ByUnit::ArenaMunicipal), saved(ByUnit::ArenaState));
    a.cost(Item::ArenaServices, Municipality, -arenas);
    a.cost(Item::ArenaServices, State, -arenas_state);

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
    let (earnings, saved) = earnings_and_saved(d, wage, t);
    let (earned, saved) = ((earnings * sum(ByUnit::Employed)).ore(), (saved * sum(ByUnit::Employed)).ore());
    let state = (earned - saved).scaled(p.income_tax_marginal) + earned.scaled(unit.employer_tax) + saved;
    a.shared(Item::UsersWork, -earned.scaled(1.0 + p.employer_on_cost), State, -state, Users);

    let refund_bpa = sum(ByUnit::RefundBpa).ore();
    let Each(net_bpa) = bpa + administration - grant - refund_bpa - charge - arenas;
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

/// Earnings of a user in work and the benefit saved, NOK a year.
#[inline(always)]
pub fn earnings_and_saved(d: &Draw, wage: f64, t: usize) -> (f64, f64) {
    let p = &d.theta;
    let earnings = p.user_fte * p.full_time_hours * WEEKS * p.user_wage * wage;
    let benefit = p.disability_benefit * wage;
    let basic_amount = d.economy.basic_amount[t];
    (earnings, benefit::saved(earnings, benefit, p.benefit_reduction, p.benefit_free_amount, basic_amount))
}

explained! {
    /// How municipal administration is explained.
    ADMINISTRATION "administration_municipal" "admin.municipal·recipient·wage";

    /// How the state's administration is explained.
    ADMINISTRATION_STATE "administration_state" "admin.state·recipient·wage";

    /// How the care allowance is explained.
    CARE_ALLOWANCE "care_allowance" "52·allowance_hours·allowance_pay·wage·allowance";

    /// How the cost of relatives' lost work is explained: pay with on-costs.
    LOST_WORK "lost_work_cost" "52·relatives_lost_hours·average_hourly_wage·wage·(1 + employer_on_cost)";

    /// How the taxes lost with it are explained.
    LOST_WORK_STATE "lost_work_state" "lost_work_cost·(income_tax_marginal + employer_tax.zone) / (1 + employer_on_cost)";

    /// How the cost of relatives' sick leave is explained.
    SICK_LEAVE "sick_leave_cost" "52·sick_leave·average_hourly_wage·wage·(1 + employer_on_cost)";

    /// How the state's part of it is explained.
    SICK_LEAVE_STATE "sick_leave_state" "sick_leave_cost·sick_pay_state_share / (1 + employer_on_cost)";

    /// How the value of relatives' time is explained.
    TIME "relatives_time_cost" "52·relatives_time·value_of_time·wage";

    /// How relatives' loss of health is explained.
    HEALTH "relatives_health_cost" "qaly_loss·strain·qaly_value·wage";

    /// How health services for relatives are explained.
    HEALTH_SERVICES "health_services_cost" "carer_health_cost·strain·wage";

    /// How the cost of admissions is explained.
    ADMISSIONS "admissions_cost" "admissions·admission_cost·wage";

    /// How the price of unmet need is explained, where it has one.
    UNMET_NEED "unmet_cost" "52·unmet_hours·unmet_value·wage";

    /// How the earnings of a user in work are explained.
    EARNINGS "earnings" "user_fte·full_time_hours·52·user_wage·wage";

    /// How the gain of users' work is explained: pay with on-costs.
    USERS_WORK "users_work_gain" "works·earnings·(1 + employer_on_cost)";

    /// How the state's part of that gain is explained.
    USERS_WORK_STATE "users_work_state" "works·(income_tax_marginal·(earnings − benefit_saved) + employer_tax.zone·earnings + benefit_saved)";

    /// How the municipality's net is explained.
    MUNICIPALITY "municipality_net_before_withdrawal" "bpa_cost + traditional_cost + other_cost + administration_municipal + care_allowance − refund − hour_grant − copayment − arenas_saved_municipal";

    /// How the state's net is explained.
    STATE "state_net_before_withdrawal" "refund + hour_grant + administration_state + lost_work_state + sick_leave_state + health_services_cost + admissions_cost − income_tax_marginal·care_allowance − users_work_state − arenas_saved_state";

    /// How the relatives' net is explained.
    RELATIVES "relatives_cost" "lost_work_cost − lost_work_state + relatives_time_cost + relatives_health_cost − (1 − income_tax_marginal)·care_allowance";

    /// How the user's net is explained.
    USERS "users_net" "copayment + unmet_cost − (users_work_gain − users_work_state)";

    /// How the employers' net is explained.
    EMPLOYERS "employers_net" "sick_leave_cost − sick_leave_state";

    /// How the municipality's net cost of BPA, which a withdrawal is made from, is explained.
    NET_BPA "net_bpa" "bpa_cost + administration_municipal − hour_grant − refund_bpa − copayment − arenas_saved_municipal";

    /// How the municipality's net after withdrawal is explained, before it spends of its relief.
    MUNICIPALITY_NET_BEFORE "municipality_net_before_income_effect" "municipality_net_before_withdrawal + withdrawal";

    /// How the municipality's net is explained.
    MUNICIPALITY_NET "municipality_net" "municipality_net_before_income_effect + income_effect";

    /// How the state's net after withdrawal is explained.
    STATE_NET "state_net" "state_net_before_withdrawal − withdrawal";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::Engine;
    use crate::scenario::{load, overrides::Options};

    /// Half a position of 37.5 hours at 200 kroner is 195 000 a year, and half as much again when wages are. The benefit falls by 0.66
    /// of what is earned above 0.4 of the basic amount, and by no more than it is.
    #[test]
    fn what_is_earned_and_what_benefit_is_saved() {
        let options = Options { years: Some(2), models: Some(Vec::new()), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let mut d = engine.draw(&engine.means());
        let p = &mut d.theta;
        (p.user_fte, p.full_time_hours, p.user_wage) = (0.5, 37.5, 200.0);
        (p.disability_benefit, p.benefit_reduction, p.benefit_free_amount) = (300_000.0, 0.66, 0.4);
        d.economy.basic_amount = vec![100_000.0, 120_000.0];
        let told = |d: &Draw, wage: f64, t: usize| earnings_and_saved(d, wage, t);
        let (earnings, saved) = told(&d, 1.0, 0);
        assert!((earnings - 195_000.0).abs() < 1e-6 && (saved - 0.66 * 155_000.0).abs() < 1e-6, "{saved}");
        let (earnings, saved) = told(&d, 1.5, 1);
        assert!((earnings - 292_500.0).abs() < 1e-6 && (saved - 0.66 * 244_500.0).abs() < 1e-6, "{saved}");
        d.theta.disability_benefit = 50_000.0;
        assert!((told(&d, 1.5, 1).1 - 75_000.0).abs() < 1e-6);
    }
}
