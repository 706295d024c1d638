//! What an hour of relatives' time or of unmet need must be worth for a model to cost society less than the zero
//! alternative. Such an hour has no agreed price, so that the price at which the comparison turns says more than the
//! comparison at one price.

use super::sensitivity::{Estimate, resample};
use super::statistics::{Repeats, paired};
use super::summary::{Basis, Period, by_world};
use crate::economy::wage_index;
use crate::engine::results::Results;
use crate::outcomes::{Kind, Outcome};
use crate::scenario::Scenario;
use crate::scenario::dated::Index;
use serde::{Deserialize, Serialize};

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

/// Hours without an agreed price, and what of society's cost comes from elsewhere.
pub struct UnpricedHours {
    /// The outcome that holds the hours.
    pub outcome: Outcome,
    /// The year of the prices' kroner: a price follows wages from that year on, as the model's own prices do.
    pub year: i32,
    /// Society's cost without those hours, by model and world: what municipalities buy more of for their relief counts as a
    /// cost, and nobody has said what it is worth.
    pub costs: Vec<Vec<f64>>,
    /// The same before what they buy: as if that were worth what it costs.
    pub costs_before_extra_services: Vec<Vec<f64>>,
    /// The hours, by model and world: times a price they are their present value.
    pub hours: Vec<Vec<f64>>,
}

impl UnpricedHours {
    /// When a model costs society less than the zero alternative.
    pub fn turn(&self, model: usize, repeats: impl Into<Repeats>) -> Turn {
        turn(&self.costs, &self.hours, model, repeats)
    }

    /// The same before what municipalities buy for their relief.
    pub fn turn_before_extra_services(&self, model: usize, repeats: impl Into<Repeats>) -> Turn {
        turn(&self.costs_before_extra_services, &self.hours, model, repeats)
    }
}

/// When the mean cost of a model is below that of the first one as the price of an hour rises from 0; both by model and
/// world. What is independent is resampled: draws with all their replicates, or scramblings with all their draws.
pub fn turn(costs: &[Vec<f64>], hours: &[Vec<f64>], model: usize, repeats: impl Into<Repeats>) -> Turn {
    let repeats = repeats.into();
    let difference =
        |of: &[Vec<f64>]| -> Vec<f64> { of[model].iter().zip(&of[0]).map(|(a, b)| a - b).collect() };
    let [cost, hour] = [costs, hours].map(|of| repeats.means(&difference(of)));
    let mean = |values: &[f64], draws: &[usize]| {
        draws.iter().map(|i| values[*i]).sum::<f64>() / draws.len().max(1) as f64
    };
    let number = cost.len().min(hour.len());
    let all: Vec<usize> = (0..number).collect();
    let (c, h) = (mean(&cost, &all), mean(&hour, &all));
    let price = || {
        let again = |t| {
            let draws = resample::indices("price", t, number);
            -mean(&cost, &draws) / mean(&hour, &draws)
        };
        Estimate::resampled(-c / h, (0..resample::TIMES).map(again).collect())
    };
    match (c < 0.0, h < 0.0) {
        (true, true) => Turn::Always,
        (false, true) => Turn::Above(price()),
        (true, false) if h > 0.0 => Turn::Below(price()),
        (true, false) => Turn::Always,
        (false, false) => Turn::Never,
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

/// The hours of relatives' leisure and of unmet need; none where the scenario has no price for them.
pub fn unpriced_hours(scenario: &Scenario, results: &Results) -> Vec<UnpricedHours> {
    let models = 0..scenario.models.len();
    let [society, before] = [Outcome::SocietyCost, Outcome::SocietyCostBeforeExtraServices].map(|outcome| {
        let by_model = models.clone().map(|m| discounted(results, outcome, m));
        by_model.collect::<Vec<Vec<f64>>>()
    });
    let priced = |outcome, year, costs: &[Vec<f64>], hours| {
        let without = |all: &[Vec<f64>]| all.iter().zip(costs).map(|(s, c)| paired(s, c)).collect();
        let (costs, costs_before_extra_services) = (without(&society), without(&before));
        UnpricedHours { outcome, year, costs, costs_before_extra_services, hours }
    };
    let leisure = HourPrice::new(scenario, results, "value_of_time").map(|price| {
        let time: Vec<Vec<f64>> =
            models.clone().map(|m| discounted(results, Outcome::RelativesTimeCost, m)).collect();
        // Leisure is less than all hours given: what it costs tells how many, unless the price can be zero.
        let told = (0..results.worlds()).all(|world| price.drawn(world) > 0.0);
        let hours = |m: usize| match told {
            true => time[m].iter().enumerate().map(|(world, x)| x / price.drawn(world)).collect(),
            false => price.hours(Outcome::RelativesHours, m),
        };
        priced(Outcome::RelativesHours, price.year, &time, models.clone().map(hours).collect())
    });
    let unmet = HourPrice::new(scenario, results, "unmet_value").map(|price| {
        let hours: Vec<Vec<f64>> = models.clone().map(|m| price.hours(Outcome::UnmetHours, m)).collect();
        let cost = |own: &Vec<f64>| own.iter().enumerate().map(|(world, x)| x * price.drawn(world)).collect();
        let costs: Vec<Vec<f64>> = hours.iter().map(cost).collect();
        priced(Outcome::UnmetHours, price.year, &costs, hours)
    });
    leisure.into_iter().chain(unmet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_price_that_turns_it() {
        // 100 dearer, 2 hours fewer: cheaper above 50 an hour.
        let costs = [vec![0.0; 4], vec![90.0, 110.0, 100.0, 100.0], vec![-10.0; 4], vec![5.0; 4]];
        let hours = [vec![10.0; 4], vec![8.0; 4], vec![9.0; 4], vec![11.0; 4]];
        let [above, always, never] = [1, 2, 3].map(|m| turn(&costs, &hours, m, 1));
        assert!(matches!(above, Turn::Above(e) if e.value == 50.0 && e.low >= 45.0 && e.high <= 55.0));
        assert_eq!((always, never), (Turn::Always, Turn::Never));
        // Cheaper, but with more hours left over: only below the price at which they eat the saving.
        assert!(matches!(turn(&[vec![0.0; 4], vec![-50.0; 4]], &[vec![0.0; 4], vec![2.0; 4]], 1, 1),
            Turn::Below(e) if e.value == 25.0));
    }
}
