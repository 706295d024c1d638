//! A comparison of the models for a choice, from the draws of a run: how often each has the lowest cost, what is lost
//! on
//! average by choosing it (regret), and how that turns on what an hour of relatives' time or of unmet need is worth, which
//! is not agreed on. Nothing here chooses.
//!
//! The value of information is that of choosing the model with the lowest expected cost under a criterion, which is how
//! uncertainty is measured, not a recommendation.

use super::price_of_hour::{Turn, UnpricedHours, discounted, turn, unpriced_hours};
use super::sensitivity::mean_and_error;
use super::statistics::Repeats;
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// Prices tried, kroner an hour.
const PRICES: [f64; 20] = [
    0.0, 25.0, 50.0, 75.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 600.0, 800.0, 1000.0, 1250.0,
    1500.0, 2000.0, 2500.0, 3000.0, 4000.0,
];

/// Probability from which a model is called almost surely lower.
pub const SURE: f64 = 0.9;

/// A criterion for a choice, as weights: how many times kroner of an outcome count. Every outcome is an amount of money.
pub type Criterion = Vec<(String, f64)>;

/// The models under one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriterionCosts {
    /// The criterion.
    pub criterion: Criterion,
    /// Mean cost by model, fixed kroner discounted to the first year.
    pub mean: Vec<f64>,
    /// Monte Carlo error of the mean cost.
    #[serde(default)]
    pub mean_error: Vec<f64>,
    /// Probability that a model has the lowest cost, by model.
    pub lowest: Vec<f64>,
    /// Expected regret by model: its cost minus the lowest, on average.
    pub regret: Vec<f64>,
    /// Monte Carlo error of the regret.
    pub error: Vec<f64>,
}

/// Results by the price of an hour on which there is no agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Priced {
    /// The id of the outcome that holds the hours.
    pub hours: String,
    /// The year of the prices' kroner: a price follows wages from that year on, as the model's own prices do.
    pub year: i32,
    /// Prices tried, kroner an hour.
    pub prices: Vec<f64>,
    /// Probability that a model has the lowest cost, by price and model.
    pub lowest: Vec<Vec<f64>>,
    /// For every model after the zero alternative: when it costs society less.
    pub turns: Vec<Turn>,
    /// The lowest price tried from which it costs less in nine of ten draws or more, if any.
    pub sure: Vec<Option<f64>>,
    /// The same two if what municipalities buy for their relief is worth what it costs; above it is worth nothing. None in
    /// analyses from before this was worked out.
    #[serde(default)]
    pub at_cost: Option<AtCost>,
}

/// When models cost society less if what municipalities buy for their relief is worth what it costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtCost {
    /// For every model after the zero alternative: when it costs society less.
    pub turns: Vec<Turn>,
    /// The lowest price tried from which it costs less in nine of ten draws or more, if any.
    pub sure: Vec<Option<f64>>,
}

/// How a model compares with another on one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Outcome.
    pub outcome: String,
    /// For every model after the zero alternative: probability that it is lower.
    pub lower: Vec<f64>,
}

/// All results for a choice among the models.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Draws.
    pub draws: usize,
    /// Criterion by criterion.
    pub choices: Vec<CriterionCosts>,
    /// Hours without an agreed price.
    pub priced: Vec<Priced>,
    /// Outcome by outcome against the zero alternative.
    pub compared: Vec<Compared>,
}

/// The criteria every decision is looked at with.
pub fn criteria() -> Vec<Criterion> {
    [
        Outcome::SocietyCost,
        Outcome::PublicNet,
        Outcome::MunicipalityNet,
        Outcome::StateNet,
        Outcome::RelativesCost,
    ]
    .map(|o| vec![(o.id().to_string(), 1.0)])
    .to_vec()
}

/// Outcomes compared one by one.
pub const COMPARED: [Outcome; 8] = [
    Outcome::SocietyCost,
    Outcome::PublicNet,
    Outcome::MunicipalityNet,
    Outcome::StateNet,
    Outcome::RelativesCost,
    Outcome::RelativesHours,
    Outcome::UnmetHours,
    Outcome::Admissions,
];

/// The cost of every model by world under a criterion. Unknown outcomes count nothing.
pub fn costs(results: &Results, models: usize, criterion: &Criterion) -> Vec<Vec<f64>> {
    let parts: Vec<(Outcome, f64)> =
        criterion.iter().filter_map(|(id, weight)| Some((Outcome::from_id(id)?, *weight))).collect();
    (0..models)
        .map(|m| {
            parts.iter().fold(vec![0.0; results.worlds()], |sum, (outcome, weight)| {
                let own = discounted(results, *outcome, m);
                sum.iter().zip(own).map(|(s, x)| s + weight * x).collect()
            })
        })
        .collect()
}

/// Probability that each model is the lowest; equal ones share.
fn lowest(costs: &[Vec<f64>]) -> Vec<f64> {
    let n = costs.first().map_or(0, Vec::len);
    let mut out = vec![0.0; costs.len()];
    for i in 0..n {
        let least = costs.iter().map(|c| c[i]).fold(f64::INFINITY, f64::min);
        let equal: Vec<usize> = (0..costs.len()).filter(|m| costs[*m][i] == least).collect();
        equal.iter().for_each(|m| out[*m] += 1.0 / (equal.len() * n) as f64);
    }
    out
}

/// The models under one criterion, from their costs by world.
pub fn choice(criterion: Criterion, costs: &[Vec<f64>], repeats: impl Into<Repeats>) -> CriterionCosts {
    let repeats = repeats.into();
    let n = costs.first().map_or(0, Vec::len);
    let least: Vec<f64> = (0..n).map(|i| costs.iter().map(|c| c[i]).fold(f64::INFINITY, f64::min)).collect();
    let of = |values: Vec<f64>| mean_and_error(&values, repeats).unwrap_or((f64::NAN, f64::NAN));
    let regret: Vec<(f64, f64)> =
        costs.iter().map(|c| of(c.iter().zip(&least).map(|(x, l)| x - l).collect())).collect();
    let (mean, mean_error) = costs.iter().map(|c| of(c.clone())).unzip();
    CriterionCosts {
        criterion,
        mean,
        mean_error,
        lowest: lowest(costs),
        regret: regret.iter().map(|r| r.0).collect(),
        error: regret.iter().map(|r| r.1).collect(),
    }
}

/// How the choice turns on the price of an hour in kroner of a year: `costs` without those hours, and the `hours`, by
/// model and world.
pub fn priced((name, year): (&str, i32), costs: &[Vec<f64>], hours: &[Vec<f64>], repeats: Repeats) -> Priced {
    let at = |price: f64| -> Vec<Vec<f64>> {
        let one = |(c, h): (&Vec<f64>, &Vec<f64>)| c.iter().zip(h).map(|(c, h)| c + price * h).collect();
        costs.iter().zip(hours).map(one).collect()
    };
    let by_price: Vec<Vec<Vec<f64>>> = PRICES.iter().map(|price| at(*price)).collect();
    let others = 1..costs.len();
    let sure = |m: usize| {
        let share = |costs: &Vec<Vec<f64>>| {
            let less = costs[m].iter().zip(&costs[0]).filter(|(a, b)| a < b).count();
            less as f64 / costs[0].len().max(1) as f64
        };
        PRICES.iter().zip(&by_price).find(|(_, costs)| share(costs) >= SURE).map(|(price, _)| *price)
    };
    Priced {
        hours: name.to_string(),
        year,
        prices: PRICES.to_vec(),
        lowest: by_price.iter().map(|costs| lowest(costs)).collect(),
        turns: others.clone().map(|m| turn(costs, hours, m, repeats)).collect(),
        sure: others.map(sure).collect(),
        at_cost: None,
    }
}

/// Everything for a choice, under the usual criteria and those of the user.
pub fn decision(scenario: &Scenario, results: &Results, own: &[Criterion]) -> Decision {
    let models = scenario.models.len();
    let by_model = |outcome: Outcome| -> Vec<Vec<f64>> {
        (0..models).map(|m| discounted(results, outcome, m)).collect()
    };
    let choices = criteria().into_iter().chain(own.iter().cloned()).map(|criterion| {
        let costs = costs(results, models, &criterion);
        choice(criterion, &costs, results)
    });
    let compared = COMPARED.map(|outcome| {
        let of = by_model(outcome);
        let lower = (1..models).map(|m| {
            let less = of[m].iter().zip(&of[0]).filter(|(a, b)| a < b).count();
            less as f64 / of[0].len().max(1) as f64
        });
        Compared { outcome: outcome.id().to_string(), lower: lower.collect() }
    });
    let both = |own: &UnpricedHours| {
        let of = |costs: &[Vec<f64>]| priced((own.outcome.id(), own.year), costs, &own.hours, results.into());
        let before = of(&own.costs_before_extra_services);
        Priced { at_cost: Some(AtCost { turns: before.turns, sure: before.sure }), ..of(&own.costs) }
    };
    Decision {
        draws: results.draws,
        choices: choices.collect(),
        priced: unpriced_hours(scenario, results).iter().map(both).collect(),
        compared: compared.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_and_regret_by_hand() {
        let costs = [vec![1.0, 5.0, 3.0, 4.0], vec![2.0, 3.0, 3.0, 1.0]];
        let c = choice(vec![("society_cost".into(), 1.0)], &costs, 1);
        assert_eq!(c.lowest, [0.375, 0.625]);
        assert_eq!(c.regret, [(0.0 + 2.0 + 0.0 + 3.0) / 4.0, 0.25]);
        assert_eq!(c.mean, [3.25, 2.25]);
        // Two draws of two replicates: regret 1 and 1.5 by draw, so half of the difference.
        let c = choice(vec![("society_cost".into(), 1.0)], &costs, 2);
        assert!((c.error[0] - 0.25).abs() < 1e-15, "{c:?}");
    }

    #[test]
    fn the_price_that_turns_it() {
        // 100 dearer, 2 hours fewer: cheaper above 50 an hour.
        let costs = [vec![0.0; 4], vec![90.0, 110.0, 100.0, 100.0], vec![-10.0; 4], vec![5.0; 4]];
        let hours = [vec![10.0; 4], vec![8.0; 4], vec![9.0; 4], vec![11.0; 4]];
        let p = priced(("unmet_hours", 2026), &costs, &hours, 1.into());
        assert!(matches!(p.turns[0], Turn::Above(e) if e.value == 50.0 && e.low >= 45.0 && e.high <= 55.0));
        assert_eq!((p.turns[1], p.turns[2]), (Turn::Always, Turn::Never));
        // In three of four draws from 50 (one at 55), in all from 75.
        assert_eq!(p.sure, [Some(75.0), Some(0.0), None]);
        assert_eq!(p.lowest[0], [0.0, 0.0, 1.0, 0.0]);
    }
}
