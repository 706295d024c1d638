//! One person's year without randomness, by the same functions as the national run.

use super::costs::{Prices, person_costs, refunds};
use super::run::Engine;
use super::setup::{self, Draw, InYear};
use crate::behaviour::marginal_share::{Person, Shares, shares};
use crate::behaviour::{coverage, delivery, relatives, traditional};
use crate::population::life::class_of;
use crate::rules::phase_in::InForce;
use crate::rules::{MONTHS, WEEKS, refund, zone};
use crate::scenario::Scenario;
use crate::scenario::financing::Decider;
use serde::Serialize;

/// The facts about the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Age in the year.
    pub age: f64,
    /// Need, hours a week.
    pub need: f64,
    /// Hours a week granted under the zero alternative in the base year.
    pub granted: f64,
    /// Cost of other services while BPA runs, base-year kroner.
    pub other_cost: f64,
    /// Registered intellectual disability.
    pub intellectual: bool,
    /// Rapid condition.
    pub rapid: bool,
    /// Helping relatives.
    pub relatives: f64,
    /// Year of prices, threshold and squeeze.
    pub year: i32,
    /// Share of granted hours never staffed; the parameter's if none.
    pub vacancy: Option<f64>,
    /// Weeks without assistants.
    pub break_weeks: f64,
    /// Months of the year before BPA started.
    pub waiting_months: f64,
    /// Need last year, hours a week.
    pub need_before: f64,
    /// Tax zone, index into `ZONES`.
    pub zone: usize,
}

/// A person's year under one model: hours a week on the year's average, NOK a year.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct CaseResult {
    pub marginal_share: f64,
    pub average_share: f64,
    pub coverage: f64,
    pub granted_hours: f64,
    pub delivered_hours: f64,
    pub traditional_hours: f64,
    pub bpa_cost: f64,
    pub traditional_cost: f64,
    pub other_cost: f64,
    pub refund_base: f64,
    pub threshold: f64,
    pub refund: f64,
    pub refund_bpa: f64,
    pub hour_grant: f64,
    pub copayment: f64,
    pub administration_municipal: f64,
    pub administration_state: f64,
    pub municipality_net: f64,
    pub state_net: f64,
    pub gap_hours: f64,
    pub relatives_hours: f64,
    pub unmet_hours: f64,
    pub relatives_lost_hours: f64,
}

/// Facts that only the explanation needs.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Steps {
    pub in_year: InYear,
    pub baseline: f64,
    pub null: Shares,
    pub own: Shares,
    pub burden: f64,
    pub pool_hours: f64,
    pub states: [(f64, relatives::Care); 3],
    pub months: f64,
    pub vacancy: f64,
    pub shares: delivery::YearShares,
    pub deduction: f64,
    pub eligible: f64,
    pub care: relatives::Care,
    pub employed: f64,
    pub zone_price: f64,
}

/// A model in full effect in the case's year, whatever its start year.
pub(super) fn in_full_effect(scenario: &Scenario, d: &Draw, model: usize, t: usize) -> InYear {
    let levers = &d.levers[model];
    let state_decides = if levers.decided_by == Decider::State { 1.0 } else { 0.0 };
    let force = InForce { phase: 1.0, state_decides, levers: levers.clone() };
    let state_years = f64::from(scenario.base_year + t as i32 - levers.start_year);
    setup::in_year(&d.theta, &d.economy, force, t, t as f64, state_years)
}

/// One person under one model.
fn year(a: &Facts, d: &Draw, null: &InYear, m: InYear) -> (CaseResult, Steps) {
    let p = &d.theta;
    let zone_price = zone::relative_price(p.employer_tax[a.zone], p.employer_tax[0]);
    let intellectual = if a.intellectual { 1.0 } else { 0.0 };
    let baseline = a.granted / a.need;
    let person = |m: &InYear| Person {
        age: a.age,
        intellectual,
        hours: a.granted,
        other: a.other_cost * m.wage,
        price: m.price * zone_price,
    };
    let before = shares(&null.refund, &null.hour_grant, person(null));
    let own = shares(&m.refund, &m.hour_grant, person(&m));
    // b = granted/need stands for C0 + ũ + v: all of it is the "case", so harmonisation has nothing to even out.
    let practice = coverage::Practice { null: baseline, ..m.practice };
    let c = coverage::granted(&practice, 0.0, 0.0, before.marginal, own.marginal);
    let n = &m.force.levers;
    let months = if a.rapid { n.fast_track_months } else { n.processing_months };
    let granted = coverage::hours(c, a.need, a.need_before, months);
    let vacancy = a.vacancy.unwrap_or(m.vacancy);
    let shares_of_year = delivery::year(1.0 - a.waiting_months / MONTHS, a.break_weeks / WEEKS);
    let running = shares_of_year.with + shares_of_year.broken;
    let delivered = delivery::delivered(shares_of_year, granted, vacancy);
    let burden = traditional::burden(own.average, before.average, m.offset_share);
    let pool_hours = traditional::hours(
        p.traditional_coverage,
        0.0,
        m.traditional_squeeze,
        burden,
        p.coverage_min,
        a.need,
    );
    let traditional_hours = shares_of_year.without * pool_hours;
    let states =
        relatives::states(&d.relatives, a.relatives, shares_of_year, a.need, pool_hours, granted, vacancy);
    let care = relatives::average(states);
    let employed = p.relative_employment[class_of(a.age as u32).min(3)];

    let costs = person_costs(
        &Prices::new(p.other_services_relief, &m),
        zone_price,
        delivered,
        running,
        traditional_hours,
        a.other_cost,
    );
    let deduction =
        refund::deduction(m.refund.deduction, 1.0, intellectual, a.age, m.refund.deduction_min_age);
    let eligible = refund::eligible(a.age, m.refund.min_age, m.refund.max_age);
    let paid = refunds(&m.refund, costs.costs, deduction, eligible);
    let copayment = n.copayment * m.wage;
    let (municipal, state) = (n.admin_municipal * m.wage, n.admin_state * m.wage);
    let c3 = costs.costs;
    let result = CaseResult {
        marginal_share: own.marginal,
        average_share: own.average,
        coverage: c,
        granted_hours: granted,
        delivered_hours: delivered,
        traditional_hours,
        bpa_cost: c3.bpa,
        traditional_cost: c3.traditional,
        other_cost: c3.other,
        refund_base: paid.base,
        threshold: m.refund.threshold,
        refund: paid.refund,
        refund_bpa: paid.bpa,
        hour_grant: c3.hour_grant,
        copayment,
        administration_municipal: municipal,
        administration_state: state,
        municipality_net: c3.bpa + c3.traditional + c3.other + municipal
            - paid.refund
            - c3.hour_grant
            - copayment,
        state_net: paid.refund + c3.hour_grant + state,
        gap_hours: care.gap_grant + care.gap_break,
        relatives_hours: care.hours,
        unmet_hours: care.unmet,
        relatives_lost_hours: relatives::expected_lost(&care, a.relatives, employed, p.full_time_hours),
    };
    let steps = Steps {
        baseline,
        null: before,
        own,
        burden,
        pool_hours,
        states,
        months,
        vacancy,
        shares: shares_of_year,
        deduction,
        eligible,
        care,
        employed,
        zone_price,
        in_year: m,
    };
    (result, steps)
}

/// The constants of the case: every parameter at its mean.
pub fn at_means(engine: &Engine<'_>) -> Draw {
    engine.draw(&engine.means())
}

/// The case under every model of the scenario, in its order.
pub fn calculate(scenario: &Scenario, d: &Draw, facts: &Facts) -> Vec<(CaseResult, Steps)> {
    let t = (facts.year - scenario.base_year).clamp(0, scenario.horizon as i32 - 1) as usize;
    let null = in_full_effect(scenario, d, 0, t);
    (0..scenario.models.len())
        .map(|model| year(facts, d, &null, in_full_effect(scenario, d, model, t)))
        .collect()
}
