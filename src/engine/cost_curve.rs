//! The cost curve: what state and municipality pay for one person as hours grow, under each model. It is the law
//! alone, without
//! randomness and without anybody's reaction.

use super::costs::{Prices, Services, person_costs, refunds};
use super::run::Engine;
use super::single::given;
use crate::rules::WEEKS;
use crate::scenario::Scenario;

/// Age of the person, within every age limit of the zero alternative.
pub const AGE: f64 = 40.0;
/// Hours a week between points.
const STEP: usize = 2;
/// Most hours a week: one assistant day and night.
const MOST: usize = 168;

/// A point of the curve; NOK a year, nominal kroner of the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostCurvePoint {
    /// Index of the model.
    pub model: usize,
    /// BPA hours a week, delivered all year.
    pub hours: f64,
    /// The cost of the hours.
    pub bpa_cost: f64,
    /// Direct wage cost in it, which the refund is worked out from.
    pub wage_cost: f64,
    /// Refund and hour grant.
    pub state: f64,
    /// The cost that is left for the municipality.
    pub municipality: f64,
}

/// The curve of every model in full effect in the year with index `t`: every parameter at its mean, tax zone 1,
/// no other services, no user charge.
pub fn curve(scenario: &Scenario, engine: &Engine<'_>, t: usize) -> Vec<CostCurvePoint> {
    let draw = given::at_means(engine);
    let mut points = Vec::new();
    for model in 0..scenario.models.len() {
        let year = draw.in_full_effect(scenario.base_year, model, t);
        let prices = Prices::new(draw.theta.other_services_relief, &year);
        for hours in (0..=MOST).step_by(STEP) {
            let hours = hours as f64;
            let all_year = Services { delivered: hours, running: 1.0, ..Services::default() };
            let costs = person_costs(&prices, 1.0, all_year).costs;
            let eligible = crate::rules::refund::eligible(AGE, year.refund.min_age, year.refund.max_age);
            let refund = refunds(&year.refund, costs, 0.0, eligible).refund;
            let bpa_cost = WEEKS * hours * year.price;
            let state = refund + costs.hour_grant;
            points.push(CostCurvePoint {
                model,
                hours,
                bpa_cost,
                wage_cost: year.refund.wage_share * bpa_cost,
                state,
                municipality: bpa_cost - state,
            });
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{load, overrides::Options};

    #[test]
    fn nothing_below_the_threshold_then_the_refund_rate_of_wages() {
        let scenario = load("national", &Options::default()).unwrap();
        let engine = Engine::new(&scenario).unwrap();
        let draw = given::at_means(&engine);
        let terms = draw.in_full_effect(scenario.base_year, 0, 5).refund;
        let points: Vec<CostCurvePoint> =
            curve(&scenario, &engine, 5).into_iter().filter(|p| p.model == 0).collect();
        for p in &points {
            let expected = terms.claim_share * terms.rate * (p.wage_cost - terms.threshold).max(0.0);
            assert!((p.state - expected).abs() < 1e-6 * p.bpa_cost.max(1.0), "{p:?}");
            assert!((p.state + p.municipality - p.bpa_cost).abs() < 1e-6 * p.bpa_cost.max(1.0));
        }
        assert!(points[1].state == 0.0 && points.last().unwrap().state > 0.0);
    }

    /// Half the price of every hour above 20 a week, all year round; the refund is of what is left.
    #[test]
    fn a_grant_of_hours_comes_beside_the_refund() {
        let sets = ["financing.A.hour_grant.rate=0.5", "financing.A.hour_grant.above_hours=20"];
        let options = Options {
            sets: sets.map(String::from).to_vec(),
            models: Some(vec!["A".into()]),
            ..Options::default()
        };
        let scenario = load("national", &options).unwrap();
        let engine = Engine::new(&scenario).unwrap();
        let year = given::at_means(&engine).in_full_effect(scenario.base_year, 1, 5);
        let points = curve(&scenario, &engine, 5);
        let of = |hours: f64| points.iter().find(|p| p.model == 1 && p.hours == hours).unwrap();
        assert_eq!(of(20.0).state, 0.0);
        // 30 hours are far below the threshold.
        assert!((of(30.0).state - 0.5 * WEEKS * 10.0 * year.price).abs() < 1e-6, "{:?}", of(30.0));
    }
}
