//! The model as it could have been set up at an origin: a run of the zero alternative alone from that year, with what was
//! known then. Parameters that were fitted to data are derived anew ([`super::recipes`]); all others keep their priors, also
//! those measured later: they are the model's structure, not the course of these series.

use super::history::{History, Moments};
use super::recipes::{self, Chance, ForPersons, ForScheme};
use super::series::{Data, OSLO_ID, Place, THRESHOLD};
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::national::WorldFigures;
use crate::engine::run::Engine;
use crate::error::{Error, Problem, Result};
use crate::math::{exp, ln};
use crate::outcomes::Outcome;
use crate::population::ages::expected_leaving;
use crate::random::WorldKey;
use crate::scenario::dated::Series;
use crate::scenario::theta::Binding;
use crate::scenario::{Placement, Scenario};
use crate::text::say;
use std::sync::atomic::AtomicBool;

/// Years of a run at least: changes from year to year need two.
const FEWEST_YEARS: i32 = 2;

/// A simulated future; index 0 is the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPath {
    /// Persons with BPA.
    pub recipients: Vec<f64>,
    /// Granted hours a year.
    pub hours: Vec<f64>,
    /// What the refund scheme pays for the costs of the year, to everybody in it, nominal kroner.
    pub scheme: Vec<f64>,
}

impl ForecastPath {
    fn of(world: &WorldFigures, years: usize) -> ForecastPath {
        // The zero alternative is the only model; one more place than years, see `WorldFigures`.
        let of = |outcome: Outcome| world.outcomes[outcome.index() * (years + 1)..][..years].to_vec();
        ForecastPath {
            recipients: of(Outcome::Recipients),
            hours: of(Outcome::GrantedHours),
            scheme: of(Outcome::RefundSchemeTotal),
        }
    }
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

/// A parameter derived at an origin: its value in each draw.
pub type Derived = (&'static str, Vec<f64>);

/// Futures of a draw each, and what was derived.
#[derive(Clone, Debug)]
pub struct Futures {
    /// A future a draw.
    pub paths: Vec<ForecastPath>,
    /// The parameters derived.
    pub derived: Vec<Derived>,
}

/// A scenario with only the zero alternative, over some years.
pub fn alone(scenario: &Scenario, first: i32, last: i32) -> Scenario {
    let mut own = scenario.clone();
    if own.base_year != first && own.placement == Placement::Mixed {
        // What is known of single units is known of the scenario's own base year.
        own.placement = Placement::Rates;
    }
    own.base_year = first;
    own.horizon = (last - first + 1).max(FEWEST_YEARS) as usize;
    own.models.truncate(1);
    own.models.iter_mut().for_each(|model| model.levers.start_year = first);
    own
}

/// Simulates the scenario with one parameter vector a draw.
pub fn simulate(
    scenario: &Scenario,
    engine: &Engine<'_>,
    stated: Vec<Vec<f64>>,
    simulation: &Simulation<'_>,
) -> Result<Vec<ForecastPath>> {
    let point = |(draw, stated)| EvaluationPoint { stated, persons: draw as u32 };
    let points: Vec<EvaluationPoint> = stated.into_iter().enumerate().map(point).collect();
    let ask = |_: &_, world: &WorldFigures| ForecastPath::of(world, scenario.horizon);
    engine.evaluate(simulation.seed, &points, simulation.stop, simulation.done, ask)
}

/// What is known of a place at an origin.
struct Known<'a> {
    data: &'a Data,
    place: Place,
    origin: i32,
    recipients: Moments,
    total: f64,
    home_services: Moments,
    /// Growth of granted hours per recipient, in Oslo.
    hours: Option<Moments>,
    /// Thresholds up to the one of the next payment year, which is proposed in October.
    thresholds: Series,
    /// Mean growth of the threshold above wages of the year before.
    excess: f64,
}

impl Known<'_> {
    fn of(data: &Data, place: Place, origin: i32) -> Known<'_> {
        let known = data.recipients(place).known(origin);
        let recipients = Moments::of_growth(&known);
        // Nobody counted recipients in 2023: the last count grows on.
        let (year, last) = known.last().copied().unwrap_or((origin, f64::NAN));
        let per_recipient = |recipients: &History| data.oslo_hours.per(recipients).known(origin);
        let thresholds: Vec<_> =
            data.thresholds.0.iter().copied().filter(|(y, _)| *y <= origin + 1).collect();
        let excess = thresholds.windows(2).map(|w| {
            let wages = (w[0].0..w[1].0).map(|y| ln(1.0 + data.wages.at(y).0)).sum::<f64>();
            ln(w[1].1 / w[0].1) - wages
        });
        let years = thresholds.last().map_or(0, |l| l.0) - thresholds.first().map_or(0, |f| f.0);
        Known {
            data,
            place,
            origin,
            total: (last * exp(recipients.mean * f64::from(origin - year))).round(),
            recipients,
            home_services: Moments::of_growth(&data.home_services.known(origin)),
            hours: (place == Place::Oslo).then(|| Moments::of_growth(&per_recipient(&data.oslo))),
            excess: excess.sum::<f64>() / f64::from(years.max(1)),
            thresholds: Series(thresholds),
        }
    }

    /// The scenario as it could have been written at the origin.
    fn scenario(&self, national: &Scenario, last: i32) -> Scenario {
        let then = national.known_at(self.origin).with_history(THRESHOLD, &self.thresholds);
        let mut own = alone(&then, self.origin, last);
        if self.place == Place::Oslo {
            own.units.retain(|u| u.id == OSLO_ID);
            own.scheme = None;
        }
        own
    }

    fn scheme(&self, alpha: f64, anchor: f64, chance: &Chance) -> ForScheme {
        let threshold = |year| self.thresholds.at(year).0;
        let wages = |year| self.data.wages.at(year).0;
        let volumes = recipes::volumes(&self.data.accounts.known(self.origin), threshold, wages, alpha);
        recipes::for_scheme(&Moments::of(&volumes), self.excess, anchor, chance)
    }
}

/// Futures of the model set up at the origin, to `last`. `national` is the shipped scenario; of it, what is dated after the
/// origin is cut away first.
pub fn futures(
    national: &Scenario,
    data: &Data,
    (place, origin): (Place, i32),
    last: i32,
    simulation: &Simulation<'_>,
) -> Result<Futures> {
    let known = Known::of(data, place, origin);
    let scenario = known.scenario(national, last);
    let engine = Engine::new(&scenario)?;
    let binding = Binding::new(&scenario.parameters)?;
    let slot = |id: &str| {
        let missing = || Error::from(Problem::new(say::PARAMETER_NOT_IN_TABLE).key(id));
        scenario.parameters.slot(id).ok_or_else(missing)
    };
    let anchor = scenario.parameters.scalars()[slot("scheme_volume_anchor")?].distribution.mean();
    let wages: Vec<f64> = data.wages_known(origin).iter().map(|(_, growth)| *growth).collect();
    let mut fixed = vec![(slot("recipients_total")?, known.total)];
    if place == Place::Oslo {
        // One municipality: what sets it apart from others is in the growth that was seen.
        fixed.extend([(slot("municipal_sd")?, 0.0), (slot("recipient_rate_sd")?, 0.0)]);
    }
    let mut derived: Vec<(usize, Derived)> = Vec::new();
    let mut put = |stated: &mut [f64], id: &'static str, value: f64| -> Result<()> {
        let slot = slot(id)?;
        stated[slot] = value;
        match derived.iter_mut().find(|(own, _)| *own == slot) {
            Some((_, (_, values))) => values.push(value),
            None => derived.push((slot, (id, vec![value]))),
        }
        Ok(())
    };
    let mut all = Vec::with_capacity(simulation.draws);
    for draw in 0..simulation.draws {
        let mut stated = engine.stated(simulation.seed, draw);
        let chance = Chance { key: WorldKey::new(simulation.seed, draw as u32, 0), origin };
        fixed.iter().for_each(|(slot, value)| stated[*slot] = *value);
        let theta = binding.theta(&stated);
        let leave = theta.exit_rate + expected_leaving(&theta);
        let own = recipes::for_persons(&known.recipients, &known.home_services, leave, &chance);
        let ForPersons { recipients_growth, award_shock_sd, need_growth } = own;
        put(&mut stated, "recipients_growth", recipients_growth)?;
        put(&mut stated, "award_shock_sd", award_shock_sd)?;
        put(&mut stated, "need_growth", need_growth)?;
        put(&mut stated, "wage_growth.long_run", recipes::wages(&wages, &chance))?;
        if let Some(hours) = &known.hours {
            put(&mut stated, "need_trend", recipes::need_trend(theta.need_trend, hours, &chance))?;
        }
        let own = known.scheme(theta.scheme_alpha, anchor, &chance);
        put(&mut stated, "scheme_volume_growth", own.volume_growth)?;
        put(&mut stated, "scheme_volume_shock", own.volume_shock)?;
        put(&mut stated, "scheme_level_noise", own.level_noise)?;
        put(&mut stated, "threshold_extra_growth", own.threshold_extra_growth)?;
        all.push(stated);
    }
    let mut paths = simulate(&scenario, &engine, all, simulation)?;
    if let Some(hours) = &known.hours {
        for (draw, path) in paths.iter_mut().enumerate() {
            let chance = Chance { key: WorldKey::new(simulation.seed, draw as u32, 0), origin };
            shake(&mut path.hours, hours.sd, &chance);
        }
    }
    Ok(Futures { paths, derived: derived.into_iter().map(|(_, own)| own).collect() })
}

/// What hits hours per recipient in single years, and stays: in the backtest alone, since the model has no such shock. Each
/// year's has mean 1.
fn shake(hours: &mut [f64], sd: f64, chance: &Chance) {
    let mut sum = 0.0;
    for (ahead, hours) in hours.iter_mut().enumerate().skip(1) {
        sum += sd * chance.of_year("hours per recipient", chance.origin + ahead as i32) - 0.5 * sd * sd;
        *hours *= exp(sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::series::Vintage;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    #[test]
    fn what_is_known_at_an_origin() {
        let national = load("national", &Options::default()).expect("national");
        let data = Data::shipped(&national).expect("data");
        let country = Place::Country(Vintage::Corrected);
        let known = Known::of(&data, country, 2018);
        // The threshold of the year after, from memory, is known, and nothing later: 2014 to 2019 in five years.
        assert_eq!(known.thresholds.0.last(), Some(&(2019, 1_320_000.0)));
        let wages: f64 = [0.031_f64, 0.028, 0.017, 0.023, 0.028].iter().map(|w| w.ln_1p()).sum();
        assert!((known.excess - ((1_320_000.0_f64 / 1_010_000.0).ln() - wages) / 5.0).abs() < 1e-12);
        assert_eq!((known.total, known.recipients.n), (3520.0, 6));
        // In 2023 nobody counted: 4 114 of 2022 grown by the mean of ten years.
        let grown = 4114.0 * (4114.0_f64 / 2757.0).powf(0.1);
        assert_eq!(Known::of(&data, country, 2023).total, grown.round());
        let oslo = Known::of(&data, Place::Oslo, 2018);
        assert!((oslo.recipients.mean - (545.0_f64 / 433.0).ln() / 3.0).abs() < 1e-12);
        let per_recipient = (977_443.0_f64 / 545.0) / (731_781.0 / 433.0);
        assert!((oslo.hours.expect("Oslo").mean - per_recipient.ln() / 3.0).abs() < 1e-12);
    }

    #[test]
    fn shocks_of_hours_gather_and_leave_the_first_year_alone() {
        let chance = |draw| Chance { key: WorldKey::new(1, draw, 0), origin: 2018 };
        let paths: Vec<Vec<f64>> = (0..4000)
            .map(|draw| {
                let mut hours = vec![1.0; 4];
                shake(&mut hours, 0.1, &chance(draw));
                hours
            })
            .collect();
        let logs = |t: usize| Moments::of(&paths.iter().map(|p| p[t].ln()).collect::<Vec<_>>());
        assert!(paths.iter().all(|p| p[0] == 1.0));
        for t in 1..4 {
            let (m, wanted) = (logs(t), 0.1 * (t as f64).sqrt());
            assert!((m.sd / wanted - 1.0).abs() < 0.05, "{m:?}");
            assert!((m.mean + 0.005 * t as f64).abs() < 4.0 * m.error());
        }
    }
}
