//! Search for an example: the person of a world who scores highest on a criterion.

use super::group::{Observation, Observer};
use super::run::Engine;
use super::setup::Draw;
use super::sums::ByUnit;
use crate::population::placement::Entrant;
use crate::random::WorldKey;
use std::collections::BTreeMap;

/// The criterion by which an example person is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickCriterion {
    /// The state refunds most over the years, under the zero alternative.
    Refund,
    /// Most unmet need under the zero alternative.
    Unmet,
    /// Relatives give most time under the zero alternative.
    Relatives,
    /// Relatives leave work because of care.
    Exit,
    /// Longest break in assistance.
    Break,
    /// A review at 18 cuts most hours.
    Transition,
    /// The models grant most different hours.
    Models,
}

impl PickCriterion {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        PickCriterion::ALL.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }

    /// Every one, with its name on the command line.
    pub const ALL: [(&'static str, PickCriterion); 7] = [
        ("refund", PickCriterion::Refund),
        ("unmet", PickCriterion::Unmet),
        ("relatives", PickCriterion::Relatives),
        ("exit", PickCriterion::Exit),
        ("break", PickCriterion::Break),
        ("transition", PickCriterion::Transition),
        ("models", PickCriterion::Models),
    ];
}

struct PersonSearch<'a> {
    draw: &'a Draw,
    what: PickCriterion,
    /// By key, so that the same person is found whatever the order.
    score: BTreeMap<u64, f64>,
    null: [f64; crate::population::BLOCK],
}

impl Observer for PersonSearch<'_> {
    fn observe(&mut self, observation: &Observation<'_>) {
        let (p, o) = (observation.block.persons, observation.out);
        let breaks = self.draw.in_year[observation.model][observation.year].break_probability;
        for i in 0..p.used {
            if p.alive[i] < 0.5 {
                continue;
            }
            let has_granted = o.recipient[i] * o.granted[i];
            if observation.model == 0 {
                self.null[i] = has_granted;
            }
            let own = match (self.what, observation.model) {
                (PickCriterion::Refund, 0) => o.adds(ByUnit::Refund, i),
                (PickCriterion::Unmet, 0) => o.unmet[i],
                (PickCriterion::Relatives, 0) => o.relatives_hours[i],
                (PickCriterion::Exit, 0) => o.relatives_out[i] * o.relatives_hours[i],
                (PickCriterion::Break, 0) if observation.block.shared.break_u[i] < breaks => {
                    o.running[i] * o.granted[i] - o.delivered[i]
                }
                (PickCriterion::Transition, 0) => observation.block.shared.reviewed[i] * has_granted,
                (PickCriterion::Models, model) if model > 0 => (has_granted - self.null[i]).abs(),
                _ => 0.0,
            };
            *self.score.entry(p.key[i]).or_default() += own;
        }
    }
}

/// The person with the highest score, among how many.
#[derive(Clone, Copy, Debug)]
pub struct Picked {
    /// The person.
    pub entry: Entrant,
    /// Index of the year of entry.
    pub first: usize,
    /// Persons of the world.
    pub persons: usize,
    /// Those with a score at all.
    pub scored: usize,
}

/// The person with the highest score; `None` if every score is zero.
pub fn pick(engine: &Engine<'_>, draw: &Draw, key: &WorldKey, what: PickCriterion) -> Option<Picked> {
    let people = engine.people(draw, key);
    let mut best: Option<(f64, usize, Entrant)> = None;
    let (mut persons, mut scored) = (0, 0);
    for (first, cohort) in people.cohorts.iter().enumerate() {
        let mut search =
            PersonSearch { draw, what, score: BTreeMap::new(), null: [0.0; crate::population::BLOCK] };
        engine.observe(draw, key, &people.effects, (first, cohort), &mut search);
        for entry in cohort {
            let score = search.score.get(&entry.key).copied().unwrap_or(0.0);
            persons += 1;
            scored += usize::from(score > 0.0);
            if score > best.map_or(0.0, |(most, ..)| most) {
                best = Some((score, first, *entry));
            }
        }
    }
    best.map(|(_, first, entry)| Picked { entry, first, persons, scored })
}
