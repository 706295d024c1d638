//! An outside test of a state that pays and decides: Sweden 1994–2025 (scheme.md S5), with the decider's drift and without.
//!
//! What is Swedish in the scenario `sweden` was fitted to the years up to [`KNOWN_TO`]; forecasts are judged in the two
//! periods after. The drifts' width was itself derived from the whole Swedish series: for it Sweden is calibration and no
//! validation. External are the shape (recipients, hours for each, and their product together) and the exits.
//!
//! Trends are made from the observations up to the same year, as in the other tests. Recipients were counted in two of these
//! years only: a trend through them has a middle and no width.

use super::history::{History, Observed};
use super::judge::{Forecast, Forecaster, Score, ensembles};
use super::origin::Simulation;
use super::score::{Predicted, crps};
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::national::WorldFigures;
use crate::engine::run::Engine;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::rules::WEEKS;
use crate::scenario::{Scenario, embedded};
use serde::{Deserialize, Serialize};

/// Name of the shipped scenario.
pub const SCENARIO: &str = "sweden";
/// Id of its model with drift; the zero alternative has none.
pub const WITH_DRIFT: &str = "decider-drift";
/// The shipped table of what was observed.
pub const TABLE: &str = "data/sweden.csv";
/// The last year that anything Swedish was fitted to.
pub const KNOWN_TO: i32 = 2005;
/// The periods that forecasts are judged in.
pub const PERIODS: [[i32; 2]; 2] = [[2006, 2014], [2015, 2025]];

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SwedishQuantity {
    /// Recipients of state assistance.
    Recipients,
    /// Granted hours a week for each.
    HoursEach,
    /// Granted hours of all, the first year 100.
    Hours,
    /// What they cost in fixed prices, the first year 100.
    Cost,
}

impl SwedishQuantity {
    /// All, in the order of the tables.
    pub const ALL: [SwedishQuantity; 4] = [
        SwedishQuantity::Recipients,
        SwedishQuantity::HoursEach,
        SwedishQuantity::Hours,
        SwedishQuantity::Cost,
    ];

    /// Name in files.
    pub fn id(self) -> &'static str {
        match self {
            SwedishQuantity::Recipients => "sweden_recipients",
            SwedishQuantity::HoursEach => "sweden_hours_each",
            SwedishQuantity::Hours => "sweden_hours",
            SwedishQuantity::Cost => "sweden_cost",
        }
    }

    /// Unit in files.
    pub fn unit(self) -> &'static str {
        match self {
            SwedishQuantity::Recipients => "persons",
            SwedishQuantity::HoursEach => "hours/week",
            SwedishQuantity::Hours | SwedishQuantity::Cost => "index",
        }
    }

    /// What was observed of it.
    fn observed(self, data: &Observations) -> History {
        match self {
            SwedishQuantity::Recipients => data.recipients.clone(),
            SwedishQuantity::HoursEach => data.hours_each.clone(),
            SwedishQuantity::Hours => index(data.recipients.times(&data.hours_each)),
            SwedishQuantity::Cost => index(data.cost.clone()),
        }
    }

    /// What a model makes of it in each year.
    fn of(self, path: &ModelPath) -> Vec<f64> {
        let relative = |list: &[f64]| list.iter().map(|x| 100.0 * x / list[0]).collect();
        match self {
            SwedishQuantity::Recipients => path.recipients.clone(),
            SwedishQuantity::HoursEach => {
                path.hours.iter().zip(&path.recipients).map(|(h, n)| h / n / WEEKS).collect()
            }
            SwedishQuantity::Hours => relative(&path.hours),
            SwedishQuantity::Cost => relative(&path.cost),
        }
    }
}

/// A series with its first year as 100.
fn index(history: History) -> History {
    let first = history.all().first().map_or(1.0, |(_, x)| *x);
    history.over(first / 100.0)
}

/// What was observed in Sweden.
struct Observations {
    recipients: History,
    hours_each: History,
    cost: History,
}

impl Observations {
    fn shipped() -> Result<Observations> {
        let text = embedded::data(TABLE).unwrap_or_default();
        let read = |quantity: &str| History::read_of(TABLE, text, ("quantity", quantity), "year", "value");
        Ok(Observations {
            recipients: read("recipients_state")?,
            hours_each: read("hours_week_mean")?,
            cost: read("cost_2005_prices")?,
        })
    }
}

/// A simulated Sweden under one model, by year.
struct ModelPath {
    recipients: Vec<f64>,
    hours: Vec<f64>,
    cost: Vec<f64>,
}

impl ModelPath {
    fn of(world: &WorldFigures, model: usize, years: usize) -> ModelPath {
        let of = |outcome: Outcome| {
            // One more place than years, see `WorldFigures`.
            let from = (model * Outcome::ALL.len() + outcome.index()) * (years + 1);
            world.outcomes[from..][..years].to_vec()
        };
        ModelPath {
            recipients: of(Outcome::Recipients),
            hours: of(Outcome::GrantedHours),
            cost: of(Outcome::BpaCost),
        }
    }
}

/// A year of a series under both models.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwedishYear {
    /// The year.
    pub year: i32,
    /// Without drift, and with it.
    pub predicted: [Predicted; 2],
}

/// A forecaster in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodScore {
    /// Who forecast.
    pub forecaster: Forecaster,
    /// In each of [`PERIODS`]; nothing where nothing was observed.
    pub periods: [Option<Score>; 2],
}

/// A Swedish series, simulated and judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwedishSeries {
    /// What it is.
    pub quantity: SwedishQuantity,
    /// Everything observed.
    pub observed: Vec<Observed>,
    /// Every year simulated.
    pub years: Vec<SwedishYear>,
    /// Everybody's forecasts of the years observed after [`KNOWN_TO`].
    pub forecasts: Vec<Forecast>,
    /// Everybody's scores.
    pub scores: Vec<PeriodScore>,
}

impl SwedishSeries {
    /// What was observed in a year, with what both models made of it.
    pub fn at(&self, year: i32) -> Option<(f64, &SwedishYear)> {
        let (_, observed) = self.observed.iter().find(|(own, _)| *own == year)?;
        Some((*observed, self.years.iter().find(|own| own.year == year)?))
    }
}

/// The outside test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sweden {
    /// The series.
    pub series: Vec<SwedishSeries>,
}

/// Runs the shipped scenario and judges it.
pub fn sweden(scenario: &Scenario, simulation: &Simulation<'_>) -> Result<Option<Sweden>> {
    let Some(with) = scenario.models.iter().position(|m| m.id == WITH_DRIFT) else { return Ok(None) };
    let engine = Engine::new(scenario)?;
    let points: Vec<EvaluationPoint> = (0..simulation.draws)
        .map(|draw| EvaluationPoint { stated: engine.stated(simulation.seed, draw), persons: draw as u32 })
        .collect();
    let ask =
        |_: &_, world: &WorldFigures| [0, with].map(|model| ModelPath::of(world, model, scenario.horizon));
    let paths = engine.evaluate(simulation.seed, &points, simulation.stop, simulation.done, ask)?;
    let data = Observations::shipped()?;
    let series = SwedishQuantity::ALL.map(|quantity| judged(quantity, scenario.base_year, &paths, &data));
    Ok(Some(Sweden { series: series.to_vec() }))
}

fn judged(
    quantity: SwedishQuantity,
    base_year: i32,
    paths: &[[ModelPath; 2]],
    data: &Observations,
) -> SwedishSeries {
    let observed = quantity.observed(data);
    let numbers: [Vec<Vec<f64>>; 2] =
        [0, 1].map(|model| paths.iter().map(|path| quantity.of(&path[model])).collect());
    let at = |model: usize, t: usize| -> Vec<f64> {
        let mut ensemble: Vec<f64> = numbers[model].iter().map(|path| path[t]).collect();
        ensemble.sort_by(f64::total_cmp);
        ensemble
    };
    let horizon = numbers[0].first().map_or(0, Vec::len);
    let year = |t: usize| {
        let [without, with] = [0, 1].map(|model| Predicted::of_sorted(&at(model, t)));
        Some(SwedishYear { year: base_year + t as i32, predicted: [without?, with?] })
    };
    let known = observed.known(KNOWN_TO);
    let last = PERIODS[1][1];
    let mut forecasts = Vec::new();
    for (year, seen) in observed.after(KNOWN_TO, last - KNOWN_TO) {
        let t = (year - base_year) as usize;
        if t < horizon {
            forecasts.extend(of_year(&known, (year, seen), at(0, t), at(1, t)));
        }
    }
    SwedishSeries {
        quantity,
        observed: observed.all().to_vec(),
        years: (0..horizon).filter_map(year).collect(),
        scores: scores(&forecasts),
        forecasts,
    }
}

/// Everybody's forecast of a year. The pool is that of the model with drift and the linear trend.
fn of_year(
    known: &[Observed],
    (year, observed): Observed,
    without: Vec<f64>,
    with: Vec<f64>,
) -> Vec<Forecast> {
    let (origin, _) = known.last().copied().unwrap_or((KNOWN_TO, f64::NAN));
    let rivals = ensembles(known, year - origin, with);
    let others = [(Forecaster::WithoutDrift, without)].into_iter().chain(rivals);
    let others: Vec<_> = others
        .map(|(who, ensemble)| {
            let score = crps(&ensemble, observed) / observed;
            (who, Predicted::of_sorted(&ensemble), score)
        })
        .collect();
    let score = |wanted: Forecaster| others.iter().find(|(who, ..)| *who == wanted).map(|own| own.2);
    let trends = [Forecaster::Linear, Forecaster::Exponential];
    let scores = trends.map(score);
    let forecast = |(forecaster, predicted, crps): &(Forecaster, Option<Predicted>, f64)| {
        let trend = trends.contains(forecaster);
        Some(Forecast {
            origin,
            year,
            forecaster: *forecaster,
            observed,
            predicted: predicted.clone()?,
            crps: *crps,
            won: scores.map(|rival| rival.filter(|_| !trend).map(|rival| *crps < rival)),
        })
    };
    others.iter().filter_map(forecast).collect()
}

fn scores(forecasts: &[Forecast]) -> Vec<PeriodScore> {
    let of = |forecaster: Forecaster| {
        let periods = PERIODS.map(|[first, last]| {
            let own = forecasts.iter().filter(|f| f.forecaster == forecaster);
            Score::of(&own.filter(|f| (first..=last).contains(&f.year)).collect::<Vec<_>>())
        });
        periods.iter().any(Option::is_some).then_some(PeriodScore { forecaster, periods })
    };
    let order = [Forecaster::WithoutDrift, Forecaster::Structural].into_iter();
    let rivals = Forecaster::ALL.into_iter().filter(|who| *who != Forecaster::Structural);
    order.chain(rivals).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_observed_is_read_by_quantity() {
        let data = Observations::shipped().expect("table");
        assert_eq!(data.recipients.at(2005), Some(14_500.0));
        assert_eq!((data.hours_each.at(1994), data.hours_each.at(2025)), (Some(66.41), Some(136.6)));
        let hours = SwedishQuantity::Hours.observed(&data);
        assert_eq!(hours.at(1994), Some(100.0));
        // 16 200 · 121.1 against 6 100 · 66.41; the insurance agency says five times.
        assert!((hours.at(2014).expect("2014") - 484.3).abs() < 0.1);
        let cost = SwedishQuantity::Cost.observed(&data);
        assert_eq!(cost.all().len(), 2);
        assert!((cost.at(2005).expect("2005") - 433.3).abs() < 0.1);
    }

    #[test]
    fn a_trend_through_two_counts_has_no_width_and_each_is_scored_by_period() {
        let known = [(1994, 6100.0), (2005, 14_500.0)];
        let members = |middle: f64| vec![middle - 100.0, middle + 100.0];
        let all: Vec<Forecast> = [(2010, 16_000.0), (2025, 13_500.0)]
            .into_iter()
            .flat_map(|seen| of_year(&known, seen, members(16_000.0), members(18_000.0)))
            .collect();
        assert_eq!(all.len(), 2 * 6);
        let linear = all.iter().find(|f| f.forecaster == Forecaster::Linear).expect("a trend");
        let middle = 14_500.0 + 5.0 * 8400.0 / 11.0;
        assert!(linear.predicted.quantiles.iter().all(|q| (q - middle).abs() < 1e-6));
        assert!((linear.crps - (middle - 16_000.0) / 16_000.0).abs() < 1e-9);
        let scores = scores(&all);
        assert_eq!(scores[0].forecaster, Forecaster::WithoutDrift);
        let held =
            |who: usize, period: usize| scores[who].periods[period].as_ref().map(|s| s.coverage[1].hits);
        assert_eq!([held(0, 0), held(0, 1), held(1, 0)], [Some(1), Some(0), Some(0)]);
    }
}
