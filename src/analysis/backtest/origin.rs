//! The model as it could have been set up at an origin: what was known then, and neutral choices for what was not.

use super::fit::{Aim, Fitted, fit};
use super::history::{Growth, Observed, growth};
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::national::WorldFigures;
use crate::engine::run::Engine;
use crate::error::{Problem, Result};
use crate::math::{exp, ln};
use crate::outcomes::Outcome;
use crate::population::attributes::HOUR_CLASSES;
use crate::rules::WEEKS;
use crate::scenario::Scenario;
use crate::scenario::distribution::Distribution;
use crate::scenario::known::KnownThen;
use crate::scenario::parameters::{Parameter, Parameters, Value};
use crate::scenario::units::AGE_CLASSES;
use crate::text::say;
use std::sync::atomic::AtomicBool;

/// Ids of the growth that a draw shall have over the training years.
const AIM: &str = "backtest.recipients_growth";
const AIM_HOURS: &str = "backtest.hours_growth";
/// Worlds fitted together hold at least so many recipients in all, so that chance among persons moves a fitted growth
/// little beside the error of the observed one.
const RECIPIENTS: f64 = 2500.0;
/// The number of trials that a draw usually needs, for the estimate of time.
const USUAL_ROUNDS: usize = 5;

/// The age distribution of the recipients of the first year. No figures by age were known before 2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitialAges {
    /// The age distribution of new needs (`inflow_age_weights`, an assumption): the choice that uses no later figure.
    LikeInflow,
    /// The age distribution of the scenario, counted later: only to show how little depends on it.
    Later,
}

/// The data that a forecast is made from.
#[derive(Clone, Debug)]
pub struct ForecastSetup {
    /// The origin: nothing later is known.
    pub origin: i32,
    /// Last year of the forecast.
    pub last: i32,
    /// Recipients, year by year up to the origin.
    pub recipients: Vec<Observed>,
    /// Granted hours a week and recipient, where known.
    pub hours: Option<Vec<Observed>>,
    /// The one municipality it is about; none for the country.
    pub unit: Option<&'static str>,
    /// Age classes of the first year.
    pub ages: InitialAges,
}

impl ForecastSetup {
    /// Growth of recipients that was known.
    pub fn growth(&self) -> Growth {
        growth(&self.recipients)
    }

    fn first(&self) -> Observed {
        self.recipients.first().copied().unwrap_or((self.origin, f64::NAN))
    }

    /// Worlds in which a draw is fitted.
    pub fn worlds(&self) -> usize {
        (RECIPIENTS / self.first().1).ceil().max(1.0) as usize
    }

    /// Worlds simulated for so many draws, about.
    pub fn expected(&self, draws: usize) -> usize {
        draws * (self.worlds() * USUAL_ROUNDS + 1)
    }
}

/// A simulated future; index 0 is the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPath {
    /// Persons with BPA.
    pub recipients: Vec<f64>,
    /// Granted hours a year.
    pub hours: Vec<f64>,
    /// Refund earned in the year, nominal kroner.
    pub refund: Vec<f64>,
    /// Persons for whom refund is paid.
    pub refund_persons: Vec<f64>,
}

impl ForecastPath {
    fn of(world: &WorldFigures, years: usize) -> ForecastPath {
        // The zero alternative is the only model; one more place than years, see `WorldFigures`.
        let of = |outcome: Outcome| world.outcomes[outcome.index() * (years + 1)..][..years].to_vec();
        ForecastPath {
            recipients: of(Outcome::Recipients),
            hours: of(Outcome::GrantedHours),
            refund: of(Outcome::Refund),
            refund_persons: of(Outcome::RefundPersons),
        }
    }
}

/// Futures of a draw each, and how the draws were fitted.
#[derive(Clone, Debug)]
pub struct Futures {
    /// A future a draw.
    pub paths: Vec<ForecastPath>,
    /// The same futures with the value histories as they became: no forecast, but they show which errors came from
    /// those histories.
    pub hindsight: Vec<ForecastPath>,
    /// The result of each draw's fit.
    pub fitted: Vec<Fitted>,
    /// Inflow and award of each draw after the fit, and the trend of need.
    pub values: Vec<[f64; 3]>,
    /// Value histories that the model did without: no value was dated by then.
    pub without: Vec<String>,
}

/// The settings of the simulation.
pub struct Simulation<'a> {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Number of draws.
    pub draws: usize,
    /// Turns true when the user interrupts.
    pub stop: &'a AtomicBool,
    /// Called after each world.
    pub done: &'a (dyn Fn() + Sync),
}

/// A scenario with only the zero alternative, over some years.
fn over(scenario: &Scenario, first: i32, last: i32) -> Scenario {
    let mut own = scenario.clone();
    own.base_year = first;
    own.horizon = (last - first + 1) as usize;
    own.models.truncate(1);
    own.models.iter_mut().for_each(|model| model.levers.start_year = first);
    own
}

/// A scenario with another's value histories; its numbers stay.
fn with_histories(scenario: &Scenario, other: &Scenario) -> Scenario {
    let is_history = |p: &&Parameter| matches!(p.value, Value::Dated(_));
    let own = scenario.parameters.iter().filter(|p| !is_history(p));
    let list = own.chain(other.parameters.iter().filter(is_history)).cloned().collect();
    Scenario { parameters: Parameters::new(list), ..scenario.clone() }
}

/// Places of the numbers that are set.
struct Slots {
    total: usize,
    ages: Vec<usize>,
    inflow_ages: Vec<usize>,
    rates: [usize; 2],
    trend: usize,
    tail: usize,
    hour_classes: Vec<usize>,
    hours_max: usize,
    between_units: [usize; 2],
}

impl Slots {
    fn of(scenario: &Scenario) -> Result<Slots> {
        let slot = |id: &str| {
            scenario
                .parameters
                .slot(id)
                .ok_or_else(|| crate::error::Error::from(Problem::new(say::PARAMETER_NOT_IN_TABLE).key(id)))
        };
        let by_age =
            |id: &str| AGE_CLASSES.iter().map(|class| slot(&format!("{id}.{class}"))).collect::<Result<_>>();
        let classes = ["0-2", "2-5", "5-10", "10-15", "15-35.5", "35.5+"];
        Ok(Slots {
            total: slot("recipients_total")?,
            ages: by_age("recipients")?,
            inflow_ages: by_age("inflow_age_weights")?,
            rates: [slot("inflow_rate")?, slot("award_rate")?],
            trend: slot("need_trend")?,
            tail: slot("granted_hours_tail")?,
            hour_classes: classes
                .iter()
                .map(|c| slot(&format!("granted_hours_classes.{c}")))
                .collect::<Result<_>>()?,
            hours_max: slot("granted_hours_max")?,
            between_units: [slot("municipal_sd")?, slot("recipient_rate_sd")?],
        })
    }
}

/// Whether futures are simulated in hindsight too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindsight {
    /// No hindsight.
    None,
    /// Hindsight about wages, prices and amounts as they became.
    Economy,
}

/// Futures of the model set up at the origin. `national` is the shipped scenario; of it, what is dated after the origin is
/// cut away first.
pub fn futures(
    national: &Scenario,
    terms: &ForecastSetup,
    hindsight: Hindsight,
    simulation: &Simulation<'_>,
) -> Result<Futures> {
    let KnownThen { mut scenario, without } = national.known_at(terms.origin);
    if let Some(unit) = terms.unit {
        scenario.units.retain(|u| u.id == unit);
    }
    let normal = |g: Growth| Distribution::normal(g.mean, g.error).unwrap_or(Distribution::Fixed(g.mean));
    scenario = scenario.with_number(AIM, "per yr", normal(terms.growth()));
    if let Some(hours) = &terms.hours {
        scenario = scenario.with_number(AIM_HOURS, "per yr", normal(growth(hours)));
    }
    let slots = Slots::of(&scenario)?;
    let (first, total) = terms.first();
    let training = over(&scenario, first, terms.origin);
    let engine = Engine::new(&training)?;
    let aims = [AIM, AIM_HOURS].map(|id| scenario.parameters.slot(id));
    let drawn: Vec<Vec<f64>> = (0..simulation.draws).map(|d| engine.stated(simulation.seed, d)).collect();
    let aim = |values: &Vec<f64>| Aim {
        recipients: aims[0].map_or(f64::NAN, |slot| values[slot]),
        hours: aims[1].map(|slot| values[slot]),
    };
    let set_up = |d: usize, total: f64, year: i32, level: f64, trend: f64| {
        let mut values = drawn[d].clone();
        let hours = terms.hours.as_ref().and_then(|h| h.iter().find(|(y, _)| *y == year)).map(|(_, h)| *h);
        set(&mut values, &slots, terms, total, hours);
        slots.rates.iter().for_each(|slot| values[*slot] *= exp(level));
        values[slots.trend] = trend;
        values
    };
    let worlds = terms.worlds();
    let years = f64::from(terms.origin - first);
    let mut look = |trials: &[(usize, super::fit::Trial)]| -> Result<Vec<super::fit::SimulatedGrowth>> {
        let points: Vec<EvaluationPoint> = trials
            .iter()
            .flat_map(|(d, trial)| {
                let stated = set_up(*d, total, first, trial.level, trial.trend);
                (0..worlds).map(move |w| EvaluationPoint {
                    stated: stated.clone(),
                    persons: (d * worlds + w) as u32,
                })
            })
            .collect();
        let paths = simulate(&engine, &training, &points, simulation)?;
        Ok(paths.chunks(worlds).map(|own| seen(own, years)).collect())
    };
    let trends: Vec<f64> = drawn.iter().map(|values| values[slots.trend]).collect();
    let fitted = fit(&drawn.iter().map(aim).collect::<Vec<_>>(), &trends, &mut look)?;

    let ahead = over(&scenario, terms.origin, terms.last);
    let now = terms.recipients.last().map_or(total, |(_, n)| *n);
    let points: Vec<EvaluationPoint> = fitted
        .iter()
        .enumerate()
        .map(|(d, f)| {
            let stated = set_up(d, now, terms.origin, f.trial.level, f.trial.trend);
            EvaluationPoint { stated, persons: (d * worlds) as u32 }
        })
        .collect();
    let values = points.iter().map(|p| [slots.rates[0], slots.rates[1], slots.trend].map(|s| p.stated[s]));
    let values = values.collect();
    let simulated = |ahead: &Scenario| simulate(&Engine::new(ahead)?, ahead, &points, simulation);
    let paths = simulated(&ahead)?;
    let hindsight = match hindsight {
        Hindsight::None => Vec::new(),
        Hindsight::Economy => simulated(&with_histories(&ahead, national))?,
    };
    Ok(Futures { paths, hindsight, fitted, values, without })
}

/// Growth of recipients and of hours a recipient over worlds together, logarithm a year.
fn seen(paths: &[ForecastPath], years: f64) -> [f64; 2] {
    let sum = |of: fn(&ForecastPath) -> Option<&f64>| paths.iter().filter_map(of).sum::<f64>();
    let recipients = ln(sum(|p| p.recipients.last()) / sum(|p| p.recipients.first())) / years;
    let hours = ln(sum(|p| p.hours.last()) / sum(|p| p.hours.first())) / years;
    [recipients, hours - recipients]
}

fn simulate(
    engine: &Engine<'_>,
    scenario: &Scenario,
    points: &[EvaluationPoint],
    simulation: &Simulation<'_>,
) -> Result<Vec<ForecastPath>> {
    let ask = |_: &_, world: &WorldFigures| ForecastPath::of(world, scenario.horizon);
    engine.evaluate(simulation.seed, points, simulation.stop, simulation.done, ask)
}

/// Puts in what was observed in a first year, and what is chosen because it was not known.
fn set(values: &mut [f64], slots: &Slots, terms: &ForecastSetup, total: f64, hours: Option<f64>) {
    values[slots.total] = total;
    if terms.ages == InitialAges::LikeInflow {
        for (class, inflow) in slots.ages.iter().zip(&slots.inflow_ages) {
            values[*class] = values[*inflow];
        }
    }
    if terms.unit.is_some() {
        // One municipality: what sets it apart from others is part of what is fitted.
        slots.between_units.iter().for_each(|slot| values[*slot] = 0.0);
    }
    if let Some(mean) = hours {
        let shares: Vec<f64> = slots.hour_classes.iter().map(|slot| values[*slot]).collect();
        values[slots.tail] = tail(mean, &shares, values[slots.hours_max]);
    }
}

/// Scale of the truncated exponential above the last class at which recipients have a mean of so many hours a week, within
/// what a scale of 1 to 168 hours can give.
fn tail(mean: f64, shares: &[f64], most: f64) -> f64 {
    let whole: f64 = shares.iter().sum();
    let top = HOUR_CLASSES.len() - 1;
    let middle = |c: usize| (HOUR_CLASSES[c] + HOUR_CLASSES[c + 1]) / 2.0;
    let below: f64 = (0..top).map(|c| shares[c] / whole * middle(c)).sum();
    let room = most - HOUR_CLASSES[top];
    let of = |scale: f64| scale - room / (exp(room / scale) - 1.0);
    let wanted = (mean - below) / (shares[top] / whole) - HOUR_CLASSES[top];
    let (mut low, mut high) = (1.0, 24.0 * WEEK_DAYS);
    for _ in 0..HALVINGS {
        let scale = (low + high) / 2.0;
        if of(scale) < wanted { low = scale } else { high = scale }
    }
    (low + high) / 2.0
}

/// Days of a week.
const WEEK_DAYS: f64 = 7.0;
/// Halvings of the scale's range: to below a billionth of an hour.
const HALVINGS: usize = 40;

/// Hours a week from hours a year.
pub fn weekly(hours: f64) -> f64 {
    hours / WEEKS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_gives_the_mean_that_is_asked() {
        let shares = [2.0, 2.0, 9.0, 12.0, 31.0, 45.0];
        let below = (2.0 * 1.5 + 2.0 * 3.5 + 9.0 * 7.5 + 12.0 * 12.5 + 31.0 * 25.25) / 101.0;
        for mean in [30.0, 36.0, 40.6] {
            let scale = tail(mean, &shares, 168.0);
            let above = 35.5 + scale - 132.5 / (libm::exp(132.5 / scale) - 1.0);
            assert!((below + 45.0 / 101.0 * above - mean).abs() < 1e-6, "{mean} {scale}");
        }
    }
}
