//! What is hidden because it is of few real persons, where recipients are the user's own counts.
//!
//! A count of 1–4 is hidden with its hours and kroner; so is a cell whose kroner one person has more than 80 % of. Where a
//! sum would give a hidden count away, one more is hidden, and where that is not enough, the sum: a reader who knows these
//! rules too is left with at least two values for every hidden count.
//!
//! What is hidden follows from the observed counts alone. Seed, draws, models, years and assumptions change nothing in it,
//! so that two releases of the same counts hide the same. The figures are taken away from every world as soon as it is
//! simulated ([`Hidden::take_from`]): what was never kept can't be told by any file, draw, slice or message.

use super::equity::SMALL_MUNICIPALITY;
use super::national::WorldFigures;
use crate::ledger::Account;
use crate::outcomes::Outcome;
use crate::scenario::units::Unit;
use crate::scenario::{Placement, Scenario};
use std::borrow::Cow;

/// The smallest count that a cell may show.
pub const THRESHOLD: u64 = 5;

/// The largest share of a cell's kroner that one person may have.
pub const DOMINANCE: f64 = 0.8;

/// Classes of age whose services the state refunds under the law: those below 67.
const REFUNDED: usize = 3;

/// Hidden together where one age is of few: a part of them could be found from all recipients. Beside the counts by age those
/// that follow from them without chance under some assumptions: the pool is rounded class by class, and without a threshold
/// everybody below the age limit has a refund.
const OF_AGES: [Outcome; 8] = [
    Outcome::RecipientsAge0To17,
    Outcome::RecipientsAge18To49,
    Outcome::RecipientsAge50To66,
    Outcome::RecipientsAge67To79,
    Outcome::RecipientsAge80Plus,
    Outcome::Pool,
    Outcome::RefundPersons,
    Outcome::RefundPersonsBpaOnly,
];

/// The units and outcomes that are hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// By unit; empty where nothing can be hidden.
    units: Vec<bool>,
    /// National outcomes, by place; empty where nothing can be hidden.
    outcomes: Vec<bool>,
    /// Whether a unit has few persons of an age, so that a person by name would tell.
    persons: bool,
}

/// Whether a count is too small to be shown.
fn small(count: u64) -> bool {
    count > 0 && count < THRESHOLD
}

/// Whether one person has too much of the kroner of a cell of so many. Of their hours the input says nothing: they count alike.
fn dominated(persons: u64) -> bool {
    persons > 0 && 1.0 / persons as f64 > DOMINANCE
}

/// Whether a unit's or the country's figures are of too few: all recipients, or those that kroner of refund are of.
fn too_few(recipients: &[u64; 5]) -> bool {
    small(recipients.iter().sum()) || dominated(recipients[..REFUNDED].iter().sum())
}

/// The scenario without the counts of real persons where some of them are hidden, for hashes that are told: small counts
/// could be found by trying which of them give a hash.
pub fn without_hidden_counts(scenario: &Scenario) -> Cow<'_, Scenario> {
    let mut shown = Cow::Borrowed(scenario);
    if Hidden::of(scenario).any() {
        let units = &mut shown.to_mut().units;
        units.iter_mut().filter(|u| u.real_persons).for_each(|u| u.recipients = None);
    }
    shown
}

impl Hidden {
    /// What a scenario hides.
    pub fn of(scenario: &Scenario) -> Hidden {
        if !scenario.has_real_persons() {
            return Hidden::default();
        }
        let real: Vec<Option<[u64; 5]>> = scenario
            .units
            .iter()
            .map(|u| u.recipients.filter(|_| u.real_persons).map(|ages| ages.map(u64::from)))
            .collect();
        let (mut units, open) = hide(&scenario.units, &real);
        let mut outcomes = vec![false; Outcome::COUNT];
        if scenario.placement == Placement::Observed {
            // Everybody is counted: the country is the sum of what was observed.
            let all = ages(scenario.units.iter());
            let below = |u: &&Unit| u.inhabitants().is_some_and(|n| n < SMALL_MUNICIPALITY);
            outcomes[Outcome::MunicipalVolatilitySmall.index()] =
                too_few(&ages(scenario.units.iter().filter(below)));
            if all.iter().any(|n| small(*n)) {
                OF_AGES.into_iter().for_each(|o| outcomes[o.index()] = true);
            }
            if !open || too_few(&all) {
                units.fill(true);
                outcomes.fill(true);
            }
        } else if !open {
            // The others are the national totals less what is observed: shown, they would tell the rest.
            units.iter_mut().zip(&real).for_each(|(hidden, real)| *hidden |= real.is_none());
        }
        let persons = real.iter().flatten().any(|ages| too_few(ages) || ages.iter().any(|n| small(*n)));
        Hidden { units, outcomes, persons }
    }

    /// Whether a unit's figures are hidden.
    pub fn unit(&self, unit: usize) -> bool {
        self.units.get(unit).copied().unwrap_or(false)
    }

    /// Whether a national outcome is hidden.
    pub fn outcome(&self, outcome: Outcome) -> bool {
        self.outcomes.get(outcome.index()).copied().unwrap_or(false)
    }

    /// Whether anything is hidden.
    pub fn any(&self) -> bool {
        self.units.contains(&true) || self.outcomes.contains(&true)
    }

    /// Whether every figure of the country is hidden: it is of too few itself, or would tell hidden units.
    pub fn country(&self) -> bool {
        !self.outcomes.is_empty() && !self.outcomes.contains(&false)
    }

    /// Whether a simulated person, by name, would tell how many there are of an age in a unit.
    pub fn persons(&self) -> bool {
        self.persons
    }

    /// Ids of the national outcomes that are hidden.
    pub fn outcome_ids(&self) -> Vec<&'static str> {
        Outcome::ALL.iter().filter(|o| self.outcome(**o)).map(|o| o.id()).collect()
    }

    /// The number of units that are hidden.
    pub fn hidden_units(&self) -> usize {
        self.units.iter().filter(|h| **h).count()
    }

    /// Takes what is hidden away from a world's figures.
    pub fn take_from(&self, world: &mut WorldFigures) {
        if !self.any() || world.units.is_empty() {
            return;
        }
        let unit = world.units.len() / self.units.len();
        for (figures, _) in world.units.chunks_mut(unit).zip(&self.units).filter(|(_, hidden)| **hidden) {
            figures.fill(0.0);
        }
        let years = world.outcomes.len() / (world.closing_claim.len() * Outcome::COUNT);
        for (figures, hidden) in world.outcomes.chunks_mut(years).zip(self.outcomes.iter().cycle()) {
            if *hidden {
                figures.fill(f64::NAN);
            }
        }
        if self.country() {
            world.accounts.fill(Account::default());
            world.refund_paid.fill(0);
            world.closing_claim.fill(0);
        }
    }
}

/// Recipients of all these units, by age.
fn ages<'u>(units: impl Iterator<Item = &'u Unit>) -> [u64; 5] {
    let mut all = [0; 5];
    for recipients in units.filter_map(|u| u.recipients) {
        all.iter_mut().zip(recipients).for_each(|(sum, n)| *sum += u64::from(n));
    }
    all
}

/// Which units are hidden; and whether the sum over the country leaves them open. Only units with real persons are: others'
/// counts are published, or nobody's.
///
/// What is hidden beside a small count is the group's next unit by number of inhabitants, then by id: an order that everybody
/// knows. By number of recipients, its place among those shown would tell of its count.
fn hide(units: &[Unit], real: &[Option<[u64; 5]>]) -> (Vec<bool>, bool) {
    let count = |u: usize| real[u].map_or(0, |ages| ages.iter().sum::<u64>());
    let first: Vec<bool> = real.iter().map(|ages| ages.is_some_and(|ages| too_few(&ages))).collect();
    let mut hidden = first.clone();
    let inhabitants = |u: usize| units[u].inhabitants().unwrap_or(f64::INFINITY);
    let order = |a: &usize, b: &usize| inhabitants(*a).total_cmp(&inhabitants(*b)).then(a.cmp(b));
    let groups = groups(units);
    loop {
        let before = hidden.clone();
        for group in &groups {
            let own = group.iter().filter(|u| hidden[**u]).count();
            let beside = group.iter().copied().filter(|u| !first[*u] && count(*u) > 0);
            let (some, others): (Vec<usize>, Vec<usize>) = beside.partition(|u| hidden[*u]);
            if own > 0
                && (own == 1 || some.is_empty())
                && let Some(next) = others.into_iter().min_by(order)
            {
                hidden[next] = true;
            }
        }
        if hidden == before {
            break;
        }
    }
    let own: Vec<u64> = (0..units.len()).filter(|u| hidden[*u]).map(count).collect();
    let open = own.is_empty() || open(&own);
    (hidden, open)
}

/// Whether hidden cells of a known sum are left open to a reader who knows the rules, and even which of them are small: each
/// can take another value if another cell can take or give the difference.
fn open(cells: &[u64]) -> bool {
    let sum: u64 = cells.iter().sum();
    let few = cells.iter().filter(|n| small(**n)).count() as u64;
    let least = few + THRESHOLD * (cells.len() as u64 - few);
    let most = if cells.iter().all(|n| small(*n)) { (THRESHOLD - 1) * few } else { u64::MAX };
    cells.len() > 1 && sum >= THRESHOLD && least < sum && sum < most
}

/// Groups of units whose sums may be known: the country first, counties, centrality classes, KOSTRA groups.
fn groups(units: &[Unit]) -> Vec<Vec<usize>> {
    let keys: [fn(&Unit) -> String; 4] = [
        |_| String::new(),
        |u| u.county.clone(),
        |u| u.centrality.map_or(String::new(), |c| c.to_string()),
        |u| u.kostra_group.clone().unwrap_or_default(),
    ];
    let mut all = Vec::new();
    for key in keys {
        let mut sorted: Vec<(String, usize)> = units.iter().enumerate().map(|(i, u)| (key(u), i)).collect();
        sorted.sort();
        let parts = sorted.chunk_by(|a, b| a.0 == b.0);
        all.extend(parts.map(|group| group.iter().map(|(_, u)| *u).collect::<Vec<_>>()));
    }
    all
}

#[cfg(test)]
#[path = "disclosure_tests.rs"]
mod tests;
