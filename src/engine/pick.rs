//! Finds somebody worth looking at: the person of a world in whom something happens most.

use super::group::{Observe, Seen};
use super::run::Engine;
use super::setup::Draw;
use super::sums::ByUnit;
use crate::population::placement::Entry;
use crate::random::WorldKey;
use std::collections::BTreeMap;

/// What may happen to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
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

impl Happening {
    /// Every one, with its name on the command line.
    pub const ALL: [(&'static str, Happening); 7] = [
        ("refund", Happening::Refund),
        ("unmet", Happening::Unmet),
        ("relatives", Happening::Relatives),
        ("exit", Happening::Exit),
        ("break", Happening::Break),
        ("transition", Happening::Transition),
        ("models", Happening::Models),
    ];
}

struct Search<'a> {
    draw: &'a Draw,
    what: Happening,
    /// By key, so that the same person is found whatever the order.
    score: BTreeMap<u64, f64>,
    null: [f64; crate::population::BLOCK],
}

impl Observe for Search<'_> {
    fn see(&mut self, seen: &Seen<'_>) {
        let (p, o) = (seen.persons, seen.out);
        let breaks = self.draw.in_year[seen.model][seen.year].break_probability;
        for i in 0..p.used {
            if p.alive[i] < 0.5 {
                continue;
            }
            let has_granted = o.recipient[i] * o.granted[i];
            if seen.model == 0 {
                self.null[i] = has_granted;
            }
            let own = match (self.what, seen.model) {
                (Happening::Refund, 0) => o.adds(ByUnit::Refund, i),
                (Happening::Unmet, 0) => o.unmet[i],
                (Happening::Relatives, 0) => o.relatives_hours[i],
                (Happening::Exit, 0) => o.relatives_out[i] * o.relatives_hours[i],
                (Happening::Break, 0) if seen.shared.break_u[i] < breaks => {
                    o.running[i] * o.granted[i] - o.delivered[i]
                }
                (Happening::Transition, 0) => seen.shared.reviewed[i] * has_granted,
                (Happening::Models, model) if model > 0 => (has_granted - self.null[i]).abs(),
                _ => 0.0,
            };
            *self.score.entry(p.key[i]).or_default() += own;
        }
    }
}

/// The person in whom it happens most, with the year of entry; nobody if it happens to nobody.
pub fn pick(engine: &Engine<'_>, draw: &Draw, key: &WorldKey, what: Happening) -> Option<(usize, Entry)> {
    let people = engine.people(draw, key);
    let mut best: Option<(f64, usize, Entry)> = None;
    for (first, cohort) in people.cohorts.iter().enumerate() {
        let mut search = Search { draw, what, score: BTreeMap::new(), null: [0.0; crate::population::BLOCK] };
        engine.watch(draw, key, &people.effects, (first, cohort), &mut search);
        for entry in cohort {
            let score = search.score.get(&entry.key).copied().unwrap_or(0.0);
            if score > best.map_or(0.0, |(most, ..)| most) {
                best = Some((score, first, *entry));
            }
        }
    }
    best.map(|(_, first, entry)| (first, entry))
}
