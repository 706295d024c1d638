//! A comparison of the models for a choice, from the draws of a run: how often each has the lowest cost, what is lost
//! on
//! average by choosing it (regret), and how that turns on what an hour of relatives' time or of unmet need is worth, which
//! is not agreed on. Nothing here chooses.
//!
//! The value of information is that of choosing the model with the lowest expected cost under a criterion, which is how
//! uncertainty is measured, not a recommendation.

use super::sensitivity::{Estimate, by_draw, mean_and_error, resample};
use super::statistics::{Repeats, paired};
use super::summary::{Basis, Period, by_world};
use crate::economy::wage_index;
use crate::engine::results::Results;
use crate::outcomes::{Kind, Outcome};
use crate::scenario::Scenario;
use crate::scenario::dated::Index;
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
/// model and world. Draws are resampled with all their replicates.
pub fn priced(
    (name, year): (&str, i32),
    costs: &[Vec<f64>],
    hours: &[Vec<f64>],
    replicates: usize,
) -> Priced {
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
        year,
        prices: PRICES.to_vec(),
        lowest: by_price.iter().map(|costs| lowest(costs)).collect(),
        turns: others.clone().map(turn).collect(),
        sure: others.map(sure).collect(),
    }
}

/// A parameter that prices an hour.
struct HourPrice<'a> {
    scenario: &'a Scenario,
    results: &'a Results,
    slot: usize,
    year: i32,
}

impl<'a> HourPrice<'a> {
    fn new(scenario: &'a Scenario, results: &'a Results, id: &str) -> Option<HourPrice<'a>> {
        let table = &scenario.parameters;
        let slot = table.slot(id)?;
        let year = table.of(&table.scalars()[slot]).year.unwrap_or(scenario.base_year);
        Some(HourPrice { scenario, results, slot, year })
    }

    /// The price that was drawn.
    fn drawn(&self, world: usize) -> f64 {
        self.results.values[[world / self.results.replicates, self.slot]]
    }

    /// Hours a model's every year holds, by world, weighed as the model weighs what they cost: the price follows wages,
    /// the cost is brought to fixed kroner and discounted. Times a price it is their present value.
    fn hours(&self, outcome: Outcome, model: usize) -> Vec<f64> {
        let HourPrice { scenario, results, year, .. } = *self;
        let long_run = scenario.parameters.slot("wage_growth.long_run");
        let wages: Vec<Index> = (0..results.draws)
            .map(|draw| wage_index(scenario, long_run.map_or(0.0, |slot| results.values[[draw, slot]])))
            .collect();
        (0..results.discount.len()).fold(vec![0.0; results.worlds()], |sum, t| {
            let own = by_world(results, outcome, model, Basis::Count, Period::Year(t));
            let weight = |world: usize| {
                let wage = &wages[world / results.replicates];
                let now = wage.at(scenario.base_year + t as i32) / wage.at(year);
                now * results.to_fixed[[world, t]] * results.discount[t]
            };
            sum.iter().zip(own).enumerate().map(|(world, (s, x))| s + weight(world) * x).collect()
        })
    }
}

/// The price of an hour of relatives' leisure and of unmet need, with what of society's cost comes from elsewhere.
fn hours_without_price(scenario: &Scenario, results: &Results, society: &[Vec<f64>]) -> Vec<Priced> {
    let models = scenario.models.len();
    let without = |costs: &[Vec<f64>]| -> Vec<Vec<f64>> {
        society.iter().zip(costs).map(|(s, c)| paired(s, c)).collect()
    };
    let leisure = HourPrice::new(scenario, results, "value_of_time").map(|price| {
        let time: Vec<Vec<f64>> =
            (0..models).map(|m| discounted(results, Outcome::RelativesTimeCost, m)).collect();
        // Leisure is less than all hours given: what it costs tells how many, unless the price can be zero.
        let told = (0..results.worlds()).all(|world| price.drawn(world) > 0.0);
        let hours = |m: usize| match told {
            true => time[m].iter().enumerate().map(|(world, x)| x / price.drawn(world)).collect(),
            false => price.hours(Outcome::RelativesHours, m),
        };
        let hours: Vec<Vec<f64>> = (0..models).map(hours).collect();
        priced((Outcome::RelativesHours.id(), price.year), &without(&time), &hours, results.replicates)
    });
    let unmet = HourPrice::new(scenario, results, "unmet_value").map(|price| {
        let hours: Vec<Vec<f64>> = (0..models).map(|m| price.hours(Outcome::UnmetHours, m)).collect();
        let cost = |own: &Vec<f64>| own.iter().enumerate().map(|(world, x)| x * price.drawn(world)).collect();
        let costs: Vec<Vec<f64>> = hours.iter().map(cost).collect();
        priced((Outcome::UnmetHours.id(), price.year), &without(&costs), &hours, results.replicates)
    });
    leisure.into_iter().chain(unmet).collect()
}

/// Everything for a choice, under the usual criteria and those of the user.
pub fn decision(scenario: &Scenario, results: &Results, own: &[Criterion]) -> Decision {
    let models = scenario.models.len();
    let by_model = |outcome: Outcome| -> Vec<Vec<f64>> {
        (0..models).map(|m| discounted(results, outcome, m)).collect()
    };
    let society = by_model(Outcome::SocietyCost);
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
        priced: hours_without_price(scenario, results, &society),
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
        let p = priced(("unmet_hours", 2026), &costs, &hours, 1);
        assert!(matches!(p.turns[0], Turn::Above(e) if e.value == 50.0 && e.low >= 45.0 && e.high <= 55.0));
        assert_eq!((p.turns[1], p.turns[2]), (Turn::Always, Turn::Never));
        // In three of four draws from 50 (one at 55), in all from 75.
        assert_eq!(p.sure, [Some(75.0), Some(0.0), None]);
        assert_eq!(p.lowest[0], [0.0, 0.0, 1.0, 0.0]);
    }
}
