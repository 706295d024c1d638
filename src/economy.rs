//! Indices of a draw: wages, municipal prices, the threshold of the refund scheme, the deduction
//! and the basic amount, year by year (model.md §0 and §5).

use crate::rules::{discounting, threshold};
use crate::scenario::Scenario;
use crate::scenario::dated::Index;
use crate::scenario::theta::Theta;
use std::collections::BTreeMap;

/// Wage index of a draw, 1 in the base year.
pub fn wage_index(scenario: &Scenario, long_run: f64) -> Index {
    let growth = scenario.parameters.dated("wage_growth");
    Index::new(growth, long_run, scenario.base_year, scenario.last_year())
}

/// Year of the state budget whose threshold meets the costs of a year.
pub fn threshold_year(theta: &Theta, year: i32) -> i32 {
    year + theta.threshold_year_offset as i32
}

/// All indices of a draw, one value a year of the horizon.
#[derive(Clone, Debug)]
pub struct Economy {
    /// Wage index W, 1 in the base year, of any year.
    pub wages: Index,
    /// The same, one value a year of the horizon.
    pub wage: Vec<f64>,
    /// Factor from nominal kroner to kroner of the price year.
    pub to_fixed: Vec<f64>,
    /// Discount factor DF(t − base year).
    pub discount: Vec<f64>,
    /// Threshold T by series id, before a model's factor, NOK.
    pub threshold: BTreeMap<String, Vec<f64>>,
    /// Deduction for registered intellectual disability, NOK.
    pub deduction: Vec<f64>,
    /// Basic amount G, NOK.
    pub basic_amount: Vec<f64>,
}

impl Economy {
    /// Indices for the parameters of one draw.
    pub fn new(scenario: &Scenario, theta: &Theta) -> Economy {
        let base = scenario.base_year;
        let years: Vec<i32> = (base..=scenario.last_year()).collect();
        let wage = wage_index(scenario, theta.wage_growth_long_run);
        let prices = Index::new(
            scenario.parameters.dated("municipal_deflator"),
            theta.deflator_long_run,
            base,
            scenario.last_year(),
        );
        let price_year = theta.price_year as i32;
        let dated = |id: &str, extra: f64, of: &dyn Fn(i32) -> i32| -> Vec<f64> {
            match scenario.parameters.dated(id) {
                Some(s) => years.iter().map(|y| threshold::carried(s, &wage, extra, of(*y))).collect(),
                None => vec![0.0; years.len()],
            }
        };
        let threshold = scenario
            .models
            .iter()
            .flat_map(|m| std::iter::once(&m.levers).chain(m.history.iter().map(|own| &own.levers)))
            .map(|levers| &levers.threshold)
            .map(|id| {
                (id.clone(), dated(id, theta.threshold_extra_growth, &|year| threshold_year(theta, year)))
            })
            .collect();
        Economy {
            to_fixed: years.iter().map(|y| prices.at(price_year) / prices.at(*y)).collect(),
            discount: discounting::factors(
                theta.discount_rate,
                theta.discount_rate_after_40,
                theta.discount_rate_after_75,
                years.len(),
            ),
            threshold,
            deduction: dated("refund.deduction", 0.0, &|year| year),
            basic_amount: dated("basic_amount_G", 0.0, &|year| year),
            wage: years.iter().map(|y| wage.at(*y)).collect(),
            wages: wage,
        }
    }
}
