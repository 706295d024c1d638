use super::super::run::Engine;
use super::*;
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
                    let result = |rule: &str, name: &str| {
                        let step = own.steps.iter().find(|s| s.rule == rule).expect("rule");
                        step.results.iter().find(|(n, _)| *n == name).expect("result").1
                    };
                    let adds = |column: ByUnit| own.adds[column as usize];
                    assert_eq!(result("award", "recipient"), adds(ByUnit::Recipients));
                    assert_eq!(result("delivery", "delivered"), adds(ByUnit::Delivered));
                    assert_eq!(result("relatives", "unmet"), adds(ByUnit::Unmet));
                    assert_eq!(result("refund", "refund"), adds(ByUnit::Refund));
                    assert_eq!(result("refund", "refund_bpa"), adds(ByUnit::RefundBpa));
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
fn parameters_named_by_the_steps_exist() {
    let scenario = oslo();
    let engine = Engine::new(&scenario).expect("sound");
    let draw = engine.draw(&engine.means());
    let key = WorldKey::new(1, 0, 0);
    let people = engine.people(&draw, &key);
    let told = life(&engine, &draw, &key, &people.effects, (0, people.cohorts[0][0]));
    for step in told.years.iter().flat_map(|y| &y.models).flat_map(|m| &m.steps) {
        for id in step.parameters {
            assert!(scenario.parameters.slot(id).is_some(), "{id}");
        }
    }
}

#[test]
fn somebody_is_found_for_every_happening() {
    use super::super::pick::{PickCriterion, pick};
    let options = Options { sets: Vec::new(), models: Some(vec!["A".into()]), years: Some(5) };
    let scenario = load("national", &options).expect("shipped");
    let engine = Engine::new(&scenario).expect("sound");
    let draw = engine.draw(&engine.means());
    let key = WorldKey::new(1, 0, 0);
    let people = engine.people(&draw, &key);
    let sum = |what: PickCriterion, of: &dyn Fn(&Told) -> f64| {
        let found = pick(&engine, &draw, &key, what).expect("somebody");
        of(&life(&engine, &draw, &key, &people.effects, found))
    };
    for (_, what) in PickCriterion::ALL {
        sum(what, &|_| 0.0);
    }
    // Nobody has more of it than the one who was picked.
    let refund = |told: &Told| told.years.iter().map(|y| y.models[0].adds[ByUnit::Refund as usize]).sum();
    let most = sum(PickCriterion::Refund, &refund);
    assert!(most > 0.0);
    for entry in people.cohorts[0].iter().step_by(97) {
        let own: f64 = refund(&life(&engine, &draw, &key, &people.effects, (0, *entry)));
        assert!(own <= most, "{}", name(&scenario, entry));
    }
}
