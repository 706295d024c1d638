//! The life of one simulated person, year by year and rule by rule: what the kernel did with it.

use super::explain::explain;
use super::explanation::{Chance, Context, ModelYear, facts_of};
use super::facts::Fact;
use crate::engine::group::{Observation, Observer};
use crate::engine::run::Engine;
use crate::engine::setup::Draw;
use crate::population::placement::{Entrant, UnitEffects};
use crate::random::WorldKey;
use crate::scenario::Scenario;
use crate::scenario::units::AGE_CLASSES;

/// A person's year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Index of the year.
    pub year: usize,
    /// What changes from year to year.
    pub person: Vec<Fact>,
    /// Random numbers of the year, the same under every model.
    pub chance: Vec<Fact>,
    /// Models that have started.
    pub models: Vec<ModelYear>,
}

/// How a person is named: unit, cohort, age class and number, such as `0301/pool/18-49/7`.
pub fn name(scenario: &Scenario, entry: &Entrant) -> String {
    let (cohort, serial) = entry.cohort();
    let unit = &scenario.units[entry.unit as usize].id;
    format!("{unit}/{cohort}/{}/{serial}", AGE_CLASSES[usize::from(entry.class)])
}

/// A person's life: what never changes, and the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// Attributes for life.
    pub person: Vec<Fact>,
    /// The years lived.
    pub years: Vec<Year>,
}

/// The life of one person who enters in year `first`.
pub fn life(
    engine: &Engine<'_>,
    draw: &Draw,
    key: &WorldKey,
    effects: &UnitEffects,
    (first, entry): (usize, Entrant),
) -> Life {
    let of = Context { scenario: engine.scenario(), zone: engine.zone(entry.unit) };
    let mut observer = Witness { of, life: Life::default() };
    engine.observe(draw, key, effects, (first, &[entry]), &mut observer);
    observer.life
}

struct Witness<'a> {
    of: Context<'a>,
    life: Life,
}

impl Observer for Witness<'_> {
    fn observe(&mut self, seen: &Observation<'_>) {
        if seen.block.persons.alive[0] < 0.5 {
            return;
        }
        if seen.model == 0 {
            let [for_life, person, chance] = facts_of(seen);
            self.life.person = for_life;
            self.life.years.push(Year { year: seen.year, person, chance, models: Vec::new() });
        }
        if let Some(year) = self.life.years.last_mut() {
            let own = explain(self.of, seen, Chance::Drawn, year.models.first());
            year.models.push(own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::explain::tests::told_as_it_is;
    use super::*;
    use crate::engine::sums::ByUnit;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    fn oslo() -> Scenario {
        let options = Options {
            sets: vec!["pool_ratio=0.2".into(), "financing.B.start_year=2025".into()],
            models: Some(vec!["B".into()]),
            years: Some(3),
        };
        load("oslo", &options).expect("shipped")
    }

    /// Everybody's life told, and added up, gives the sums of the run; every rule's results are those that
    /// the kernel left.
    #[test]
    fn lives_add_up_to_the_run() {
        let scenario = oslo();
        let engine = Engine::new(&scenario).expect("sound");
        let draw = engine.draw(&engine.stated(7, 2));
        let key = WorldKey::new(7, 2, 0);
        let people = engine.people(&draw, &key);
        let (models, years, units) = (scenario.models.len(), scenario.horizon, scenario.units.len());
        let mut added = vec![[0.0; ByUnit::COUNT]; models * years * units];
        let mut persons = 0;
        for (first, cohort) in people.cohorts.iter().enumerate() {
            for entry in cohort {
                let told = life(&engine, &draw, &key, &people.effects, (first, *entry));
                persons += 1;
                for year in &told.years {
                    for own in &year.models {
                        let at = (own.model * years + year.year) * units + entry.unit as usize;
                        added[at].iter_mut().zip(own.adds).for_each(|(a, b)| *a += b);
                        let adds = |column: ByUnit| Some(own.adds[column as usize]);
                        assert_eq!(own.result("recipient"), adds(ByUnit::Recipients));
                        assert_eq!(own.result("delivered_hours"), adds(ByUnit::Delivered));
                        assert_eq!(own.result("unmet_hours"), adds(ByUnit::Unmet));
                        told_as_it_is(own);
                    }
                }
            }
        }
        assert!(persons > 400, "{persons}");
        let mut scratch = engine.scratch();
        engine.simulate_world(&draw, &key, &mut scratch);
        let sums = scratch.sums;
        for model in 0..models {
            for year in 0..years {
                // Before its start a model is not told: it is the zero alternative.
                let told = if draw.in_year[model][year].started { model } else { 0 };
                for (unit, row) in sums.units(model, year).iter().enumerate() {
                    for (column, sum) in row.iter().enumerate() {
                        let own = added[(told * years + year) * units + unit][column];
                        let close = (own - sum).abs() <= 1e-9 * sum.abs().max(1.0);
                        assert!(close, "{model} {year} {unit} {}: {own} {sum}", ByUnit::NAMES[column]);
                    }
                }
            }
        }
    }

    #[test]
    fn somebody_is_found_for_every_happening() {
        use crate::engine::pick::{PickCriterion, pick};
        let options = Options { sets: Vec::new(), models: Some(vec!["A".into()]), years: Some(5) };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let draw = engine.draw(&engine.means());
        let key = WorldKey::new(1, 0, 0);
        let people = engine.people(&draw, &key);
        let sum = |what: PickCriterion, of: &dyn Fn(&Life) -> f64| {
            let found = pick(&engine, &draw, &key, what).expect("somebody");
            of(&life(&engine, &draw, &key, &people.effects, (found.first, found.entry)))
        };
        for (_, what) in PickCriterion::ALL {
            sum(what, &|_| 0.0);
        }
        // Nobody has more of it than the one who was picked.
        let refund = |told: &Life| told.years.iter().map(|y| y.models[0].adds[ByUnit::Refund as usize]).sum();
        let most = sum(PickCriterion::Refund, &refund);
        assert!(most > 0.0);
        for entry in people.cohorts[0].iter().step_by(97) {
            let own: f64 = refund(&life(&engine, &draw, &key, &people.effects, (0, *entry)));
            assert!(own <= most, "{}", name(&scenario, entry));
        }
    }
}
