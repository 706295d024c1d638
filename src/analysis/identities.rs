//! What must hold whatever the assumptions are (model.md §9, kind `identity`): a model that is the zero alternative by another
//! name differs from it in nothing, and the state's taking over alone hardly moves granted hours.

use super::summary::{Basis, Period, by_world_without};
use crate::engine::results::Results;
use crate::engine::run::Engine;
use crate::outcomes::Outcome;
use crate::random::WorldKey;
use crate::scenario::Scenario;
use crate::scenario::financing::Model;

/// The model that is taken over by the state.
const STATE_MODEL: &str = "A";

/// How many figures of the first world differ, to the last bit, between the zero alternative and a model that starts in the
/// second year with the same levers.
pub(super) fn equal_levers(scenario: &Scenario, results: &Results, seed: u64) -> Option<Vec<f64>> {
    let mut other = Model { id: "equal".into(), ..scenario.models.first()?.clone() };
    other.levers.start_year = scenario.base_year + 1;
    differing(scenario, other, results, seed)
}

/// How many figures of the first world differ between the zero alternative and another model.
fn differing(scenario: &Scenario, other: Model, results: &Results, seed: u64) -> Option<Vec<f64>> {
    let both = Scenario { models: vec![scenario.models.first()?.clone(), other], ..scenario.clone() };
    let engine = Engine::new(&both).ok()?;
    let draw = engine.draw(&results.values.row(0).to_vec());
    let figures = engine.world_figures(&draw, &WorldKey::new(seed, 0, 0)).outcomes;
    let (own, others) = figures.split_at(figures.len() / 2);
    let differ = own.iter().zip(others).filter(|(own, other)| own.to_bits() != other.to_bits()).count();
    Some(vec![differ as f64])
}

/// How much granted hours in a year differ between the state's model and the zero alternative where nobody reacts, no norm moves
/// and nothing drifts, as a share of the zero alternative's, by world of those that were simulated so. None where the model is not
/// the shipped one.
pub(super) fn taking_over(scenario: &Scenario, results: &Results, year: i32) -> Option<Vec<f64>> {
    let model = scenario.models.iter().position(|own| own.id == STATE_MODEL)?;
    let changed = |key: &str| key.starts_with("financing.");
    if scenario.changes.iter().any(|own| changed(&own.key)) {
        return None;
    }
    let at = usize::try_from(year - scenario.base_year).ok().filter(|at| *at < scenario.horizon)?;
    let of = |model| by_world_without(results, Outcome::GrantedHours, model, Basis::Count, Period::Year(at));
    let moved: Vec<f64> = of(model).iter().zip(of(0)).map(|(own, zero)| own / zero - 1.0).collect();
    (!moved.is_empty()).then_some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::scenario::Change;

    #[test]
    fn a_model_with_the_same_levers_differs_in_nothing_and_others_do() {
        let oslo = crate::scenario::load("oslo", &Default::default()).expect("shipped");
        let (_, mut results) = fixture::small(1, 1);
        let means = Engine::new(&oslo).expect("an engine").means();
        results.values = ndarray::Array2::from_shape_vec((1, means.len()), means).expect("one draw");
        assert_eq!(equal_levers(&oslo, &results, 1), Some(vec![0.0]));
        let others = differing(&oslo, oslo.models[1].clone(), &results, 1).expect("a world");
        assert!(others[0] > 100.0, "{others:?}");
    }

    #[test]
    fn taking_over_is_told_of_the_worlds_without_reactions() {
        let (mut scenario, mut results) = fixture::small(2, 1);
        assert_eq!(scenario.models[1].id, STATE_MODEL);
        let hours = Outcome::GrantedHours.index();
        results.mechanical_draws = crate::engine::mechanical::MechanicalDraws::All;
        results.mechanical = results.national.clone();
        for (world, [zero, own]) in [[100.0, 101.0], [200.0, 198.0]].into_iter().enumerate() {
            results.mechanical.in_memory_mut()[[world, 0, hours, 2]] = zero;
            results.mechanical.in_memory_mut()[[world, 1, hours, 2]] = own;
        }
        let found = taking_over(&scenario, &results, scenario.base_year + 2).expect("worlds");
        assert!((found[0] - 0.01).abs() < 1e-12 && (found[1] + 0.01).abs() < 1e-12, "{found:?}");
        assert_eq!(taking_over(&scenario, &results, scenario.base_year + 90), None);
        scenario.changes.push(Change {
            key: "financing.A.rights.full_hours".into(),
            from: "none".into(),
            to: "20".into(),
        });
        assert_eq!(taking_over(&scenario, &results, scenario.base_year + 2), None);
    }
}
