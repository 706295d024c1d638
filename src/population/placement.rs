//! Which unit every person belongs to (model.md §1): recipients by rates, observed or mixed; the
//! pool and each year's arrivals. National totals by age class are met exactly.

use crate::math::Bounds;
use crate::random::{Purpose, WorldKey, hash_id};
use crate::scenario::own_recipients::OwnRecipients;
use crate::scenario::theta::Theta;
use crate::scenario::units::{AGE_CLASSES, Unit};
use crate::scenario::{Placement, Scenario};
use rand_distr::{Distribution, Poisson};

const CLASSES: usize = AGE_CLASSES.len();

/// A person as placed in a unit, before any attribute is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entrant {
    /// Index of the unit.
    pub unit: u32,
    /// Age class.
    pub class: u8,
    /// Whether the person has BPA at the start.
    pub recipient: bool,
    /// Random key: cohort, class, serial and the unit's id.
    pub key: u64,
    /// Place among those of whom something is known ([`UnitEffects::own`]), from 1; 0 of all others.
    pub own: u32,
}

/// Cohort codes in keys: recipients and pool of the base year; arrivals by year.
const COHORT_RECIPIENTS: u64 = 0;
const COHORT_POOL: u64 = 1;
const COHORT_YEAR_ZERO: i32 = 1990;

/// What the units do to their persons in a world.
#[derive(Clone, Debug)]
pub struct UnitEffects {
    /// exp(r_u): the unit's recipient rate relative to the country's.
    pub rate: Vec<f64>,
    /// ũ_u: the unit's generosity.
    pub generosity: Vec<f64>,
    /// What is known of persons.
    pub own: Vec<OwnPerson>,
}

impl UnitEffects {
    /// What is known of a person.
    #[inline(always)]
    pub fn known(&self, entrant: &Entrant) -> OwnPerson {
        match entrant.own {
            0 => OwnPerson::UNKNOWN,
            place => self.own.get(place as usize - 1).copied().unwrap_or(OwnPerson::UNKNOWN),
        }
    }
}

/// An attribute that is drawn.
const DRAWN: f64 = -1.0;

/// What is known of a person; an attribute below zero is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnPerson {
    /// Granted hours a week.
    pub hours: f64,
    /// Yearly cost of other services, base-year kroner.
    pub other: f64,
    /// Helping relatives.
    pub relatives: f64,
    /// Index of the condition.
    pub condition: f64,
}

impl OwnPerson {
    /// Somebody of whom nothing is known.
    pub const UNKNOWN: OwnPerson =
        OwnPerson { hours: DRAWN, other: DRAWN, relatives: DRAWN, condition: DRAWN };
}

/// The constants of a scenario that placement needs, prepared once.
#[derive(Clone, Debug)]
pub struct Placer {
    hashes: Vec<u64>,
    placement: Placement,
    observed: Vec<Option<[u32; CLASSES]>>,
    /// What is known of each unit's own recipients.
    own: Vec<Option<OwnRecipients>>,
    /// Weight of each unit for pool and inflow, by class.
    weights: [Vec<f64>; CLASSES],
    samplers: [CategoricalSampler; CLASSES],
    base_year: i32,
}

impl Entrant {
    /// Cohort as the user reads it (`bpa`, `pool` or the year of arrival), and the serial number within
    /// unit, class and cohort.
    pub fn cohort(&self) -> (String, u64) {
        let (serial, cohort) = (self.key & 0xf_ffff, self.key >> 23 & 0x1ff);
        let name = match cohort {
            COHORT_RECIPIENTS => "bpa".to_string(),
            COHORT_POOL => "pool".to_string(),
            year => (year as i64 + i64::from(COHORT_YEAR_ZERO)).to_string(),
        };
        (name, serial)
    }
}

impl Placer {
    /// Prepares placement for a scenario.
    pub fn new(scenario: &Scenario) -> Placer {
        let by_population = scenario.has_population();
        let weights: [Vec<f64>; CLASSES] =
            std::array::from_fn(|class| class_weights(&scenario.units, class, by_population));
        Placer {
            hashes: scenario.units.iter().map(|u| hash_id(&u.id)).collect(),
            placement: scenario.placement,
            observed: scenario.units.iter().map(|u| u.recipients).collect(),
            own: scenario.units.iter().map(|u| u.own.clone()).collect(),
            samplers: std::array::from_fn(|class| CategoricalSampler::new(&weights[class])),
            weights,
            base_year: scenario.base_year,
        }
    }

    /// r_u and ũ_u of every unit in a world.
    pub fn effects(&self, world: &WorldKey, theta: &Theta) -> UnitEffects {
        let (mut rate, mut generosity) = (Vec::new(), Vec::new());
        for hash in &self.hashes {
            let [r, u] = world.pair(*hash, 0, Purpose::UnitEffects).map(crate::math::normal_quantile);
            rate.push(crate::math::exp(theta.recipient_rate_sd * r));
            generosity.push(theta.municipal_sd * u);
        }
        UnitEffects { rate, generosity, own: Vec::new() }
    }

    /// Recipients and pool of the base year, sorted by unit.
    pub fn base_year(&self, world: &WorldKey, theta: &Theta, effects: &UnitEffects) -> Vec<Entrant> {
        let units = self.hashes.len();
        let national = largest_remainder(&theta.recipients, theta.recipients_total);
        let mut counts = vec![[[0u32; CLASSES]; 2]; units];
        for class in 0..CLASSES {
            let mut left = national[class];
            let mut total = 0;
            for (unit, observed) in self.observed.iter().enumerate() {
                if let (true, Some(o)) = (self.placement != Placement::Rates, observed) {
                    counts[unit][0][class] = o[class];
                    left = left.saturating_sub(o[class]);
                    total += o[class];
                }
            }
            if self.placement != Placement::Observed {
                let weights: Vec<f64> = (0..units)
                    .map(|u| match (self.placement, self.observed[u]) {
                        (Placement::Mixed, Some(_)) => 0.0,
                        _ => self.weights[class][u] * effects.rate[u],
                    })
                    .collect();
                let sampler = CategoricalSampler::new(&weights);
                let mut stream =
                    world.stream(hash_id(AGE_CLASSES[class]), self.base_year, Purpose::Placement);
                for _ in 0..left {
                    counts[sampler.draw(stream.uniform())][0][class] += 1;
                }
                total += left;
            }
            let pool = (theta.pool_ratio * f64::from(total)).round() as u32;
            let mut stream = world.stream(!hash_id(AGE_CLASSES[class]), self.base_year, Purpose::Placement);
            for _ in 0..pool {
                counts[self.samplers[class].draw(stream.uniform())][1][class] += 1;
            }
        }
        let mut entries = Vec::new();
        for (unit, kinds) in counts.iter().enumerate() {
            for (kind, cohort) in [COHORT_RECIPIENTS, COHORT_POOL].into_iter().enumerate() {
                self.add_entrants(&mut entries, unit, kind == 0, cohort, &kinds[kind]);
            }
        }
        entries
    }

    /// What is known of a unit's own recipients, where they are placed by their number.
    pub fn own(&self, unit: usize) -> Option<&OwnRecipients> {
        self.own.get(unit)?.as_ref().filter(|_| self.placement != Placement::Rates)
    }

    /// Arrivals of each year after the base year, each year's sorted by unit. `start` is the number of recipients and
    /// pool in the base year, `leaving` the share of them expected to die or move to an institution in it: arrivals
    /// replace those, and let need grow by `need_growth` a year.
    pub fn arrivals(
        &self,
        world: &WorldKey,
        theta: &Theta,
        (start, leaving): (usize, f64),
        years: usize,
    ) -> Vec<Vec<Entrant>> {
        let ages = CategoricalSampler::new(&theta.inflow_age_weights);
        let who = hash_id("inflow");
        (0..years)
            .map(|t| {
                if t == 0 {
                    return Vec::new();
                }
                let year = self.base_year + t as i32;
                let mean = inflow(theta.need_growth, leaving, start as f64, t as u32);
                let mut stream = world.stream(who, year, Purpose::Inflow);
                let number = match Poisson::new(mean) {
                    Ok(poisson) => poisson.sample(&mut stream) as usize,
                    Err(_) => 0, // mean 0: nobody arrives
                };
                let mut stream = world.stream(!who, year, Purpose::Inflow);
                let mut counts = vec![[0u32; CLASSES]; self.hashes.len()];
                for _ in 0..number {
                    let class = ages.draw(stream.uniform());
                    counts[self.samplers[class].draw(stream.uniform())][class] += 1;
                }
                let cohort = (year - COHORT_YEAR_ZERO) as u64;
                let mut entries = Vec::with_capacity(number);
                for (unit, counts) in counts.iter().enumerate() {
                    self.add_entrants(&mut entries, unit, false, cohort, counts);
                }
                entries
            })
            .collect()
    }

    /// Adds so many persons of each class to a unit.
    fn add_entrants(
        &self,
        entries: &mut Vec<Entrant>,
        unit: usize,
        recipient: bool,
        cohort: u64,
        counts: &[u32; CLASSES],
    ) {
        for (class, count) in counts.iter().enumerate() {
            entries.extend((0..*count).map(|serial| self.entry(unit, class, recipient, cohort, serial)));
        }
    }

    fn entry(&self, unit: usize, class: usize, recipient: bool, cohort: u64, serial: u32) -> Entrant {
        let low = u64::from(serial) | (class as u64) << 20 | cohort << 23;
        Entrant {
            unit: unit as u32,
            class: class as u8,
            recipient,
            key: (self.hashes[unit] << 32) | (low & 0xffff_ffff),
            own: 0,
        }
    }
}

/// The expected number of arrivals in year `t` after the base year: what replaces the share who leave of the `start`
/// persons, and growth, both growing by the growth of need.
pub fn inflow(growth: f64, leaving: f64, start: f64, t: u32) -> f64 {
    let grown = (1..t).fold(1.0, |grown, _| grown * (1.0 + growth));
    (leaving + growth).at_least(0.0) * start * grown
}

/// Population of the class; where units have none, recipients of the class (or of all classes
/// where nobody of the class has BPA).
fn class_weights(units: &[Unit], class: usize, by_population: bool) -> Vec<f64> {
    let of = |u: &Unit, class: usize| -> f64 {
        match (by_population, u.population, u.recipients) {
            (true, Some(p), _) => p[class],
            (_, _, Some(r)) => f64::from(r[class]),
            _ => 0.0,
        }
    };
    let weights: Vec<f64> = units.iter().map(|u| of(u, class)).collect();
    if weights.iter().sum::<f64>() > 0.0 {
        weights
    } else {
        units.iter().map(|u| (0..CLASSES).map(|c| of(u, c)).sum()).collect()
    }
}

/// A sampler of indices by weight.
#[derive(Clone, Debug)]
struct CategoricalSampler {
    /// The cumulative weights.
    cumulative: Vec<f64>,
    /// The index to start the search from, by the first bits of the uniform number.
    guide: Vec<u32>,
}

/// Entries of the guide: a power of two, so that the split is exact.
const GUIDE: usize = 1024;

impl CategoricalSampler {
    fn new(weights: &[f64]) -> CategoricalSampler {
        let mut sum = 0.0;
        let cumulative: Vec<f64> = weights
            .iter()
            .map(|w| {
                sum += w;
                sum
            })
            .collect();
        let mut place = 0;
        let guide = (0..GUIDE)
            .map(|step| {
                let at = step as f64 / GUIDE as f64 * sum;
                while place + 1 < cumulative.len() && cumulative[place] <= at {
                    place += 1;
                }
                place as u32
            })
            .collect();
        CategoricalSampler { cumulative, guide }
    }

    /// The place whose stretch of the cumulated weights holds the share `u`, 0 < u < 1.
    fn draw(&self, u: f64) -> usize {
        let last = self.cumulative.len() - 1;
        let at = u * self.cumulative[last];
        let mut place = self.guide[(u * GUIDE as f64) as usize] as usize;
        while place < last && self.cumulative[place] <= at {
            place += 1;
        }
        place
    }
}

/// Whole numbers proportional to `shares` with the given sum; the largest remainders are rounded up.
pub fn largest_remainder(shares: &[f64; CLASSES], total: f64) -> [u32; CLASSES] {
    let sum: f64 = shares.iter().sum();
    let exact = shares.map(|s| if sum > 0.0 { s / sum * total } else { 0.0 });
    let mut counts = exact.map(|x| x.floor() as u32);
    let missing = (total.round() as u32).saturating_sub(counts.iter().sum());
    let mut order: Vec<usize> = (0..CLASSES).collect();
    order.sort_by(|a, b| (exact[*b] - exact[*b].floor()).total_cmp(&(exact[*a] - exact[*a].floor())));
    for class in order.into_iter().cycle().take(missing as usize) {
        counts[class] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 10 000 persons of whom 2.464 per cent leave, and growth of 1.4 per cent: 386.4 the first year.
    #[test]
    fn arrivals_replace_those_who_leave_and_let_need_grow() {
        assert!(
            (inflow(0.014, 0.024_640_167_135_880_756, 10_000.0, 1) - 386.401_671_358_807_56).abs() < 1e-9
        );
        assert!((inflow(0.014, 0.0246, 10_000.0, 3) - 386.0 * 1.014 * 1.014).abs() < 1e-9);
        assert_eq!(inflow(-0.05, 0.02, 10_000.0, 1), 0.0);
    }

    #[test]
    fn national_recipients_by_class_sum_to_the_total() {
        let n = largest_remainder(&[691.0, 1908.0, 1082.0, 396.0, 37.0], 4450.0);
        assert_eq!(n.iter().sum::<u32>(), 4450);
        assert_eq!(n, [748, 2064, 1170, 428, 40]);
    }

    #[test]
    fn nobody_is_drawn_to_a_place_without_weight_and_the_guide_changes_nothing() {
        let sampler = CategoricalSampler::new(&[0.0, 2.0, 0.0, 1.0, 0.0]);
        for i in 0..10_000 {
            let u = (f64::from(i) + 0.5) / 10_000.0;
            let place = sampler.cumulative.partition_point(|c| *c <= u * 3.0);
            assert_eq!(sampler.draw(u), place);
            assert!(place == 1 || place == 3);
        }
    }
}
