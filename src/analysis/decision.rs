//! What follows for a choice among the models, from the draws of a run: how often each has the lowest cost, what is lost on
//! average by choosing it (regret), and how that turns on what an hour of relatives' time or of unmet need is worth, which
//! nobody has agreed on. Nothing here chooses.

use super::sensitivity::{Estimate, by_draw, mean_and_error, resample};
use super::studies::Criterion;
use super::summary::{Basis, Period, Repeats, by_world};
use crate::engine::results::Results;
use crate::outcomes::{Kind, Outcome};
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// Prices tried, kroner an hour.
const PRICES: [f64; 20] = [
    0.0, 25.0, 50.0, 75.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 600.0, 800.0, 1000.0, 1250.0,
    1500.0, 2000.0, 2500.0, 3000.0, 4000.0,
];

/// Probability from which a model is called almost surely lower.
pub const SURE: f64 = 0.9;

/// The models under one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The criterion.
    pub criterion: Criterion,
    /// Mean cost by model, fixed kroner discounted to the first year.
    pub mean: Vec<f64>,
    /// Probability that a model has the lowest cost, by model.
    pub lowest: Vec<f64>,
    /// Expected regret by model: its cost minus the lowest, on average.
    pub regret: Vec<f64>,
    /// Monte Carlo error of the regret.
    pub error: Vec<f64>,
}

/// When a model costs less than the zero alternative, as the price of an hour rises from 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// At every price.
    Always,
    /// At no price.
    Never,
    /// At prices above this.
    Above(Estimate),
    /// At prices below this.
    Below(Estimate),
}

/// The price of an hour that nobody has agreed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Priced {
    /// Which hours.
    pub hours: String,
    /// Prices tried, fixed kroner an hour.
    pub prices: Vec<f64>,
    /// Probability that a model has the lowest cost, by price and model.
    pub lowest: Vec<Vec<f64>>,
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

/// Everything for a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Draws.
    pub draws: usize,
    /// Criterion by criterion.
    pub choices: Vec<Choice>,
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

/// An outcome over the whole period by world, discounted to the first year: fixed kroner, or hours and persons.
pub fn discounted(results: &Results, outcome: Outcome, model: usize) -> Vec<f64> {
    let years = results.discount.len();
    match outcome.info().kind {
        Kind::Money => by_world(results, outcome, model, Basis::PresentValue, Period::Total),
        _ => (0..years).fold(vec![0.0; results.worlds()], |sum, year| {
            let own = by_world(results, outcome, model, Basis::Count, Period::Year(year));
            sum.iter().zip(own).map(|(s, x)| s + x * results.discount[year]).collect()
        }),
    }
}

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
pub fn choice(criterion: Criterion, costs: &[Vec<f64>], repeats: impl Into<Repeats>) -> Choice {
    let repeats = repeats.into();
    let n = costs.first().map_or(0, Vec::len);
    let least: Vec<f64> = (0..n).map(|i| costs.iter().map(|c| c[i]).fold(f64::INFINITY, f64::min)).collect();
    let of = |values: Vec<f64>| mean_and_error(&values, repeats).unwrap_or((f64::NAN, f64::NAN));
    let regret: Vec<(f64, f64)> =
        costs.iter().map(|c| of(c.iter().zip(&least).map(|(x, l)| x - l).collect())).collect();
    Choice {
        criterion,
        mean: costs.iter().map(|c| of(c.clone()).0).collect(),
        lowest: lowest(costs),
        regret: regret.iter().map(|r| r.0).collect(),
        error: regret.iter().map(|r| r.1).collect(),
    }
}

/// How the choice turns on the price of an hour: `costs` without those hours, and the `hours`, by model and world. Draws are
/// resampled with all their replicates.
pub fn priced(name: &str, costs: &[Vec<f64>], hours: &[Vec<f64>], replicates: usize) -> Priced {
    let at = |price: f64| -> Vec<Vec<f64>> {
        let one = |(c, h): (&Vec<f64>, &Vec<f64>)| c.iter().zip(h).map(|(c, h)| c + price * h).collect();
        costs.iter().zip(hours).map(one).collect()
    };
    let by_price: Vec<Vec<Vec<f64>>> = PRICES.iter().map(|price| at(*price)).collect();
    let others = 1..costs.len();
    let turn = |m: usize| {
        let difference =
            |of: &[Vec<f64>]| -> Vec<f64> { of[m].iter().zip(&of[0]).map(|(a, b)| a - b).collect() };
        let [cost, hour] = [costs, hours].map(|of| by_draw(&difference(of), replicates));
        let mean = |values: &[f64], draws: &[usize]| {
            draws.iter().map(|i| values[*i]).sum::<f64>() / draws.len().max(1) as f64
        };
        let all: Vec<usize> = (0..cost.len()).collect();
        let (c, h) = (mean(&cost, &all), mean(&hour, &all));
        let price = Estimate::resampled(
            -c / h,
            (0..resample::TIMES)
                .map(|t| {
                    let draws = resample::indices("price", t, cost.len());
                    -mean(&cost, &draws) / mean(&hour, &draws)
                })
                .collect(),
        );
        match (c < 0.0, h < 0.0) {
            (true, true) => Turn::Always,
            (false, true) => Turn::Above(price),
            (true, false) if h > 0.0 => Turn::Below(price),
            (true, false) => Turn::Always,
            (false, false) => Turn::Never,
        }
    };
    let sure = |m: usize| {
        let share = |costs: &Vec<Vec<f64>>| {
            let less = costs[m].iter().zip(&costs[0]).filter(|(a, b)| a < b).count();
            less as f64 / costs[0].len().max(1) as f64
        };
        PRICES.iter().zip(&by_price).find(|(_, costs)| share(costs) >= SURE).map(|(price, _)| *price)
    };
    Priced {
        hours: name.to_string(),
        prices: PRICES.to_vec(),
        lowest: by_price.iter().map(|costs| lowest(costs)).collect(),
        turns: others.clone().map(turn).collect(),
        sure: others.map(sure).collect(),
    }
}

/// Leisure hours of relatives over the whole period by world, counted as the model prices them (with wages, discounted):
/// the value of their time over the price of an hour that was drawn. Nothing where that price can be zero.
fn leisure(scenario: &Scenario, results: &Results, time: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let slot = scenario.parameters.slot("value_of_time")?;
    let price = |world: usize| results.values[[world / results.replicates, slot]];
    (0..results.worlds()).all(|world| price(world) > 0.0).then(|| {
        time.iter().map(|own| own.iter().enumerate().map(|(world, x)| x / price(world)).collect()).collect()
    })
}

/// Everything for a choice, under the usual criteria and those of the user.
pub fn decision(scenario: &Scenario, results: &Results, own: &[Criterion]) -> Decision {
    let models = scenario.models.len();
    let by_model = |outcome: Outcome| -> Vec<Vec<f64>> {
        (0..models).map(|m| discounted(results, outcome, m)).collect()
    };
    let society = by_model(Outcome::SocietyCost);
    let time = by_model(Outcome::RelativesTimeCost);
    let without_time: Vec<Vec<f64>> =
        society.iter().zip(&time).map(|(s, t)| s.iter().zip(t).map(|(s, t)| s - t).collect()).collect();
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
    Decision {
        draws: results.draws,
        choices: choices.collect(),
        priced: vec![
            priced(
                Outcome::RelativesHours.id(),
                &without_time,
                &leisure(scenario, results, &time).unwrap_or_else(|| by_model(Outcome::RelativesHours)),
                results.replicates,
            ),
            priced(Outcome::UnmetHours.id(), &society, &by_model(Outcome::UnmetHours), results.replicates),
        ],
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
        let p = priced("unmet_hours", &costs, &hours, 1);
        assert!(matches!(p.turns[0], Turn::Above(e) if e.value == 50.0 && e.low >= 45.0 && e.high <= 55.0));
        assert_eq!((p.turns[1], p.turns[2]), (Turn::Always, Turn::Never));
        // In three of four draws from 50 (one at 55), in all from 75.
        assert_eq!(p.sure, [Some(75.0), Some(0.0), None]);
        assert_eq!(p.lowest[0], [0.0, 0.0, 1.0, 0.0]);
    }
}
