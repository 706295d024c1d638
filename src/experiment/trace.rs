//! The life of one simulated person of a run, year by year and rule by rule.

use super::request::ScenarioRequest;
use crate::engine::disclosure::Hidden;
use crate::engine::pick::{PickCriterion, Picked, pick};
use crate::engine::run::Engine;
use crate::engine::sampling::{MOST_POINTS, Sampling};
use crate::engine::single::drawn::{life, name};
use crate::error::{Problem, Result};
use crate::population::placement::Entrant;
use crate::random::WorldKey;
use crate::report::person::{Found, Traced};
use crate::scenario::Scenario;
use crate::scenario::financing::model_id;
use crate::text::{Message, Text, say};

/// Parameters that nobody is beyond, told where a person is: else the heaviest cases look like mistakes.
const BOUNDS: [&str; 1] = ["other_services_cost_max"];

/// Whose life is followed.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceRequest {
    /// The scenario.
    pub scenario: ScenarioRequest,
    /// Number of the draw, from 0.
    pub draw: usize,
    /// Number of the set of persons, from 0.
    pub replicate: usize,
    /// The person.
    pub person: PersonSelector,
    /// Only this model; none is all of them.
    pub model: Option<String>,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How parameters are drawn.
    pub sampling: Sampling,
}

/// A person of a draw.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonSelector {
    /// By name: unit, how the person came (`bpa`, `pool` or a year), age class and number, such as `0301/pool/18-49/7`.
    Named(String),
    /// The first to whom something happens.
    Picked(PickCriterion),
}

/// Follows a person.
///
/// ```
/// use bpasim::engine::pick::PickCriterion;
/// use bpasim::experiment::{PersonSelector, ScenarioRequest, TraceRequest, trace};
///
/// let traced = trace(&TraceRequest {
///     scenario: ScenarioRequest::of("oslo"),
///     draw: 0,
///     replicate: 0,
///     person: PersonSelector::Picked(PickCriterion::Refund),
///     model: None,
///     seed: 1,
///     sampling: Default::default(),
/// })?;
/// assert_eq!(traced.person.split('/').count(), 4);
/// # Ok::<(), bpasim::Error>(())
/// ```
pub fn trace(request: &TraceRequest) -> Result<Traced> {
    let most = u32::MAX as usize;
    // There are no more points than so many; draws by chance have no end.
    let draws = if request.sampling == Sampling::Sobol { MOST_POINTS } else { most };
    for (key, value, limit) in [("--draw", request.draw, draws), ("--replicate", request.replicate, most)] {
        if value >= limit {
            return Err(Problem::new(say::IS_TOO_LARGE)
                .key(key)
                .found(value.to_string())
                .allowed(say::BelowLimit { limit })
                .into());
        }
    }
    let scenario = request.scenario.load()?;
    if Hidden::of(&scenario).persons() {
        return Err(Problem::new(say::PERSONS_WOULD_TELL)
            .key(&*scenario.name)
            .allowed(say::IF_COUNTS_ARE_PUBLISHED)
            .into());
    }
    let models = chosen(request.model.as_deref(), &scenario)?;
    let engine = Engine::new(&scenario)?.sampled(request.sampling, request.draw + 1)?;
    let stated = engine.stated(request.seed, request.draw);
    let draw = engine.draw(&stated);
    let key = WorldKey::new(request.seed, request.draw as u32, request.replicate as u32);
    let people = engine.people(&draw, &key);
    let (first, entry, found) = match &request.person {
        PersonSelector::Picked(what) => {
            let picked = pick(&engine, &draw, &key, *what)
                .ok_or_else(|| Problem::new(say::HAPPENS_TO_NOBODY).key("--pick"))?;
            let Picked { first, entry, persons, scored } = picked;
            (first, entry, Some(Found { most_of: what.name(), persons, having: scored }))
        }
        PersonSelector::Named(name) => {
            let (first, entry) = find(&scenario, &people.cohorts, name)?;
            (first, entry, None)
        }
    };
    let life = life(&engine, &draw, &key, &people.effects, (first, entry));
    let person = name(&scenario, &entry);
    let bound = |id: &str| Some((id.to_string(), draw.values[scenario.parameters.slot(id)?]));
    let bounds = BOUNDS.into_iter().filter_map(bound).collect();
    Ok(Traced { scenario, draw: request.draw, stated, person, life, models, found, bounds })
}

fn chosen(model: Option<&str>, scenario: &Scenario) -> Result<Vec<usize>> {
    let Some(wanted) = model else { return Ok((0..scenario.models.len()).collect()) };
    let ids: Vec<&str> = scenario.models.iter().map(|m| m.id.as_str()).collect();
    ids.iter().position(|id| *id == model_id(wanted)).map(|model| vec![model]).ok_or_else(|| {
        Problem::new(say::UNKNOWN_MODEL)
            .key("--model")
            .found(wanted)
            .allowed(Text::same(ids.join(", ")))
            .nearest(wanted, ids.iter().copied())
            .into()
    })
}

/// The person of that name, and the index of the year of entry.
fn find(scenario: &Scenario, cohorts: &[Vec<Entrant>], person: &str) -> Result<(usize, Entrant)> {
    let unit = person.split('/').next().unwrap_or_default();
    let mut alike: Vec<String> = Vec::new();
    for (first, cohort) in cohorts.iter().enumerate() {
        for entry in cohort.iter().filter(|e| scenario.units[e.unit as usize].id == unit) {
            let own = name(scenario, entry);
            if own == person {
                return Ok((first, *entry));
            }
            alike.push(own);
        }
    }
    let allowed = match alike.first() {
        Some(example) => say::PersonsSuchAs { alike: alike.len(), example, unit }.text(),
        None => say::PERSON_FORM.text(),
    };
    let problem = Problem::new(say::NO_SUCH_PERSON).key("--person").found(person).allowed(allowed);
    Err(problem.nearest(person, alike.iter().map(String::as_str)).into())
}
