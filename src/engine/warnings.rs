//! What the user should know of a scenario before its figures are read, beside what stands in its own files: what the model can't
//! reach, or can't tell, with the parameters at their means.

use super::run::Engine;
use crate::behaviour::award_level::HIGHEST;
use crate::behaviour::evening_out::INTERVAL;
use crate::scenario::Scenario;
use crate::scenario::financing::{Levers, Number, OffsetBy};
use crate::text::{Message, Text, say};

/// So near its end an interval that is halved has no answer within.
const NEAR: f64 = 1e-9;

/// All of it, that of the scenario's files first.
pub fn warnings(scenario: &Scenario) -> Vec<Text> {
    let mut told = scenario.warnings.clone();
    // What keeps an engine from being made is an error where a run is asked for.
    let Ok(engine) = Engine::new(scenario) else { return told };
    let draw = engine.draw(&engine.means());
    if draw.award_level() > HIGHEST - NEAR {
        told.push(say::AWARDS_OUT_OF_REACH.text());
    }
    for (model, years) in scenario.models.iter().zip(&draw.in_year) {
        let out_of_reach = |shift: f64| INTERVAL.iter().any(|end| (shift - end).abs() < NEAR);
        if years.iter().any(|year| out_of_reach(year.practice.shift)) {
            told.push(say::EveningOutOutOfReach { model: &model.id }.text());
        }
    }
    let alone = |own: &Levers| {
        scenario.units.len() == 1
            && own.offset_by == OffsetBy::Population
            && own.offset_share != Number::Fixed(0.0)
    };
    for model in scenario.models.iter().filter(|model| alone(&model.levers)) {
        told.push(say::OneUnitWithdrawsItsOwn { model: &model.id }.text());
    }
    if scenario.scheme.is_some() && !draw.tells_accounts() {
        told.push(say::SCHEME_NEEDS_A_REFUND.text());
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::overrides::Options;

    /// What `national` with a change is warned of, in English.
    fn warned(set: &str) -> Vec<String> {
        let options = Options { sets: vec![set.to_string()], ..Options::default() };
        warnings(&load("national", &options).unwrap()).into_iter().map(|text| text.en).collect()
    }

    #[test]
    fn a_withdrawal_by_population_in_one_unit_is_its_own() {
        let of = |by: &str| {
            let sets = vec![format!("financing.A.offset_by={by}")];
            let mut scenario = load("national", &Options { sets, ..Options::default() }).unwrap();
            scenario.units.truncate(1);
            warnings(&scenario).into_iter().filter(|text| text.en.contains("offset_by")).count()
        };
        assert_eq!((of("own"), of("population") > 0), (0, true));
    }

    #[test]
    fn what_the_model_cannot_reach_is_said() {
        assert_eq!(warned("recipients_growth=0.04"), Vec::<String>::new());
        for (set, part) in [
            ("pool_ratio=0.03", "awards"),
            ("exit_rate=0.9", "awards"),
            ("refund.rate=0", "rest of the refund scheme"),
            ("refund.claim_share=0", "rest of the refund scheme"),
        ] {
            // That a value is far from what is stated is told of the value, not of what the model can reach.
            let told: Vec<String> =
                warned(set).into_iter().filter(|text| !text.contains("is far from")).collect();
            assert!(told.len() == 1 && told[0].contains(part), "{set}: {told:?}");
        }
    }
}
