//! Tests of what is taken away from figures.

use super::*;
use crate::engine::run::Engine;
use crate::scenario::small_counts::Withheld;
use crate::scenario::{Placement, load, overrides::Options};
use std::sync::atomic::AtomicBool;

/// Oslo with these counts in its first districts, as real persons.
fn oslo(counts: &[[u32; 5]]) -> Scenario {
    let mut scenario = load("oslo", &Options::default()).unwrap();
    for (unit, own) in scenario.units.iter_mut().zip(counts) {
        unit.recipients = Some(*own);
    }
    scenario.units.iter_mut().for_each(|u| u.real_persons = true);
    withhold(&mut scenario);
    scenario
}

/// What is done where the table is read.
fn withhold(scenario: &mut Scenario) {
    scenario.withheld = Withheld::from_units(&mut scenario.units, scenario.placement, &[1.0; 5]);
}

/// What is hidden of the first district alone, with these recipients.
fn alone(ages: [u32; 5]) -> Hidden {
    let mut scenario = load("oslo", &Options::default()).unwrap();
    scenario.units.truncate(1);
    (scenario.units[0].recipients, scenario.units[0].real_persons) = (Some(ages), true);
    withhold(&mut scenario);
    Hidden::of(&scenario)
}

#[test]
fn a_country_of_few_is_hidden_whole() {
    let hidden = alone([0, 1, 0, 0, 0]);
    assert!(hidden.country() && hidden.unit(0) && hidden.persons());
    assert_eq!(hidden.outcome_ids().len(), Outcome::COUNT);
    let hidden = alone([16, 43, 24, 9, 1]);
    assert!(!hidden.country() && !hidden.unit(0) && hidden.persons());
    assert!(hidden.outcome(Outcome::RecipientsAge80Plus) && hidden.outcome(Outcome::RecipientsAge18To49));
    assert!(!hidden.outcome(Outcome::Recipients) && hidden.outcome(Outcome::Pool));
    let hidden = alone([16, 43, 24, 9, 0]);
    assert!(!hidden.any() && !hidden.persons());
    // One person has all refund due to BPA: then nothing is told by age.
    let hidden = alone([1, 0, 0, 20, 10]);
    assert!(!hidden.country() && !hidden.unit(0) && hidden.outcome(Outcome::RecipientsAge67To79));
}

#[test]
fn nothing_is_hidden_where_nobody_is_real_or_none_is_used() {
    let mut scenario = oslo(&[[1, 1, 1, 0, 0]]);
    assert!(Hidden::of(&scenario).any());
    scenario.placement = Placement::Rates;
    assert!(!Hidden::of(&scenario).any());
    scenario.placement = Placement::Observed;
    scenario.units.iter_mut().for_each(|u| u.real_persons = false);
    assert_eq!(Hidden::of(&scenario), Hidden::default());
}

/// Whoever is of few is computed like those nobody counted: the others' sum has no count of theirs in it.
#[test]
fn among_computed_units_the_small_one_alone_is_hidden() {
    let mut scenario = load("national", &Options::default()).unwrap();
    scenario.placement = Placement::Mixed;
    let own = |scenario: &mut Scenario, u: usize, n: u32| {
        scenario.units[u].recipients = Some([0, n, 0, 0, 0]);
        scenario.units[u].real_persons = true;
    };
    own(&mut scenario, 5, 3);
    own(&mut scenario, 9, 30);
    withhold(&mut scenario);
    let hidden = Hidden::of(&scenario);
    assert_eq!((hidden.hidden_units(), hidden.unit(5), hidden.country()), (1, true, false));
    assert_eq!((scenario.units[5].recipients, scenario.units[9].recipients), (None, Some([0, 30, 0, 0, 0])));
}

/// What is hidden is not in what is simulated: neither in memory nor in the parts of a run that was killed.
#[test]
fn what_is_hidden_is_not_kept() {
    let mut scenario = oslo(&[[1, 1, 1, 0, 0]]);
    scenario.horizon = 2;
    let chunk = |scenario: &Scenario| {
        let engine = Engine::new(scenario).unwrap();
        let (stop, done) = (AtomicBool::new(false), || ());
        let chunk = engine.simulate_chunk(1, 1, 0..3, &stop, &done).unwrap();
        (chunk, engine.hidden().clone())
    };
    let (found, hidden) = chunk(&scenario);
    for u in 0..scenario.units.len() {
        let told = found.units.sum.index_axis(ndarray::Axis(0), u).iter().any(|x| *x != 0);
        let nets = found.units.municipality_net.index_axis(ndarray::Axis(1), u);
        assert_eq!(told, !hidden.unit(u), "{}", scenario.units[u].id);
        assert_eq!(nets.iter().any(|x| *x != 0.0), !hidden.unit(u));
    }
    let recipients = found.national.index_axis(ndarray::Axis(2), Outcome::Recipients.index()).to_owned();
    assert!(recipients.iter().any(|x| x.is_finite()));
    scenario.units.truncate(1);
    scenario.scheme = None;
    scenario.units[0].recipients = Some([1, 1, 1, 0, 0]);
    withhold(&mut scenario);
    let (found, hidden) = chunk(&scenario);
    assert!(hidden.country());
    assert!(found.national.iter().all(|x| x.is_nan()));
    assert!(
        found
            .ledger
            .sum
            .iter()
            .chain(&found.ledger.square)
            .chain(&found.ledger.closing_claim)
            .all(|x| *x == 0)
    );
    assert!(found.units.sum.iter().all(|x| *x == 0));
}
