//! Suppression of small counts, where a scenario says that its recipients are real persons.
//!
//! A cell with 1–4 persons is hidden with its hours and kroner. A unit is hidden in all years and models if one of
//! its cells is: else what one model hides another would tell. Where a sum over a county, a class or the country
//! would give a hidden unit away, one more is hidden.

use super::summary::{Statistic, SummaryRow};
use crate::engine::results::{Results, UNIT_YEARS, UnitFigure};
use crate::outcomes::{Measure, Outcome};
use crate::scenario::Scenario;
use crate::scenario::units::Unit;

/// The smallest count that a cell may show.
pub const THRESHOLD: f64 = 5.0;

/// The units and outcomes that are hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// By unit; empty where nothing is.
    units: Vec<bool>,
    /// National outcomes.
    outcomes: Vec<Outcome>,
}

/// Whether a count is too small to be shown.
fn small(count: f64) -> bool {
    count > 0.0 && count < THRESHOLD
}

impl Hidden {
    /// The suppression that a scenario needs; none where its persons are not marked as observed.
    pub fn of(scenario: &Scenario, results: &Results, rows: &[SummaryRow]) -> Hidden {
        if !scenario.observed_persons {
            return Hidden::default();
        }
        let worlds = results.worlds();
        let counts: Vec<Vec<f64>> = (0..scenario.units.len())
            .map(|u| {
                let cells = (0..scenario.models.len()).flat_map(|m| (0..UNIT_YEARS).map(move |y| (m, y)));
                cells.map(|(m, y)| results.units.mean(u, m, y, UnitFigure::Recipients, worlds)).collect()
            })
            .collect();
        Hidden { units: hide(&scenario.units, &counts), outcomes: outcomes(rows) }
    }

    /// Whether a unit's figures are hidden.
    pub fn unit(&self, unit: usize) -> bool {
        self.units.get(unit).copied().unwrap_or(false)
    }

    /// Whether a national outcome is hidden.
    pub fn outcome(&self, outcome: Outcome) -> bool {
        self.outcomes.contains(&outcome)
    }

    /// Ids of the national outcomes that are hidden.
    pub fn outcome_ids(&self) -> Vec<&'static str> {
        self.outcomes.iter().map(|o| o.id()).collect()
    }

    /// The number of units that are hidden.
    pub fn hidden_units(&self) -> usize {
        self.units.iter().filter(|h| **h).count()
    }
}

/// Whether each unit is hidden; `counts` holds every count that is shown of a unit.
pub fn hide(units: &[Unit], counts: &[Vec<f64>]) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|cells| cells.iter().any(|c| small(*c))).collect();
    let size = |u: usize| counts[u].iter().copied().fold(0.0, f64::max);
    let least = |members: &[usize]| {
        members.iter().map(|u| counts[*u].iter().copied().fold(f64::INFINITY, f64::min)).sum::<f64>()
    };
    loop {
        let before = hidden.clone();
        for group in groups(units) {
            let own: Vec<usize> = group.iter().copied().filter(|u| hidden[*u]).collect();
            // What is hidden can be found by subtraction from the group's sum: alone, or as a small sum of several.
            let given_away = own.len() == 1 || (!own.is_empty() && least(&own) < THRESHOLD);
            let more = group.iter().copied().filter(|u| !hidden[*u] && size(*u) > 0.0);
            if let (true, Some(next)) = (given_away, more.min_by(|a, b| size(*a).total_cmp(&size(*b)))) {
                hidden[next] = true;
            }
        }
        if hidden == before {
            return hidden;
        }
    }
}

/// Groups of units whose sums are shown: the country, counties, centrality classes, KOSTRA groups.
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

/// Age groups add up to all recipients: one alone that is hidden could be found.
const AGES: [Outcome; 5] = [
    Outcome::RecipientsAge0To17,
    Outcome::RecipientsAge18To49,
    Outcome::RecipientsAge50To66,
    Outcome::RecipientsAge67To79,
    Outcome::RecipientsAge80Plus,
];

fn outcomes(rows: &[SummaryRow]) -> Vec<Outcome> {
    let counted = |r: &&SummaryRow| {
        r.statistic == Statistic::Level && matches!(r.outcome.info().unit, Measure::Persons | Measure::Awards)
    };
    let mut hidden: Vec<Outcome> =
        rows.iter().filter(counted).filter(|r| small(r.figures.mean)).map(|r| r.outcome).collect();
    hidden.dedup();
    let ages: Vec<Outcome> = AGES.into_iter().filter(|o| hidden.contains(o)).collect();
    if ages.len() == 1 {
        let size = |o: Outcome| {
            let own = rows.iter().filter(|r| r.outcome == o && r.statistic == Statistic::Level);
            own.map(|r| r.figures.mean).fold(0.0, f64::max)
        };
        let rest = AGES.into_iter().filter(|o| !ages.contains(o));
        hidden.extend(rest.min_by(|a, b| size(*a).total_cmp(&size(*b))));
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{load, overrides::Options};
    use proptest::prelude::*;

    fn norway() -> Vec<Unit> {
        load("national", &Options::default()).unwrap().units
    }

    #[test]
    fn one_small_count_takes_its_smallest_neighbours_along() {
        let units: Vec<Unit> = norway().into_iter().take(30).collect();
        let mut counts = vec![vec![50.0]; 30];
        counts[3] = vec![2.0];
        counts[7] = vec![9.0];
        let hidden = hide(&units, &counts);
        assert!(hidden[3]);
        assert!(hidden.iter().filter(|h| **h).count() >= 2);
        assert_eq!(hide(&units, &vec![vec![50.0]; 30]), vec![false; 30]);
        assert_eq!(hide(&units, &vec![vec![0.0]; 30]), vec![false; 30]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        /// V-I12: no cell of 1–4 is told, and none can be found by subtracting what is told from a sum.
        #[test]
        fn v_i12_nothing_small_is_told_or_can_be_subtracted(counts in proptest::collection::vec(0u32..40, 357)) {
            let units = norway();
            let counts: Vec<Vec<f64>> = counts.iter().map(|c| vec![f64::from(*c)]).collect();
            let hidden = hide(&units, &counts);
            for (u, c) in counts.iter().enumerate() {
                prop_assert!(hidden[u] || !small(c[0]));
            }
            for group in groups(&units) {
                let own: Vec<usize> = group.iter().copied().filter(|u| hidden[*u]).collect();
                let told = group.iter().filter(|u| !hidden[**u] && counts[**u][0] > 0.0).count();
                let rest: f64 = own.iter().map(|u| counts[*u][0]).sum();
                prop_assert!(own.len() != 1 || told == 0);
                prop_assert!(own.is_empty() || !small(rest) || told == 0);
            }
        }
    }
}
