//! Figures of few real persons, taken away from results.
//!
//! The counts themselves are chosen and forgotten where the table is read ([`crate::scenario::small_counts`]): a simulated
//! figure of a hidden unit is of persons that the program made up, and shown it would be taken for real. So it is taken away
//! from every world as soon as that is simulated ([`Hidden::take_from`]).

use super::national::WorldFigures;
use super::unit_figures::UnitFigure;
use crate::ledger::Account;
use crate::outcomes::Outcome;
use crate::scenario::Scenario;

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
    /// Whether persons stand for others whose counts are forgotten.
    persons: bool,
}

impl Hidden {
    /// What a scenario hides.
    pub fn of(scenario: &Scenario) -> Hidden {
        if !scenario.has_real_persons() {
            return Hidden::default();
        }
        let withheld = &scenario.withheld;
        let mut outcomes = vec![withheld.country; Outcome::COUNT];
        outcomes[Outcome::MunicipalVolatilitySmall.index()] |= withheld.small_municipalities;
        OF_AGES.into_iter().for_each(|o| outcomes[o.index()] |= withheld.ages);
        Hidden { units: withheld.units.clone(), outcomes, persons: withheld.forgotten }
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

    /// Whether every figure of the country is hidden: no unit has enough persons.
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
        // Of a world beyond counting there is nothing.
        if !self.any() || world.closing_claim.is_empty() {
            return;
        }
        let rows = world.units.chunks_mut(UnitFigure::ALL.len()).zip(self.units.iter().cycle());
        rows.filter(|(_, hidden)| **hidden).for_each(|(figures, _)| figures.fill(0.0));
        let years = world.outcomes.len() / (world.closing_claim.len() * Outcome::COUNT);
        for (figures, hidden) in world.outcomes.chunks_mut(years).zip(self.outcomes.iter().cycle()) {
            if *hidden {
                figures.fill(f64::NAN);
            }
        }
        if self.country() {
            world.accounts.fill(Account::default());
            world.refund_paid.fill(0);
            world.rest_paid.fill(0);
            world.closing_claim.fill(0);
        }
    }
}

#[cfg(test)]
#[path = "disclosure_tests.rs"]
mod tests;
