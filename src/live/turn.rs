//! What one dial would have to be for an answer to turn: the same draws at several of its places, and between which two of
//! them a difference from the zero alternative changes sign. Between places nothing is worked out: what is not simulated is
//! not told.

use super::dials;
use super::session::Session;
use crate::analysis::full_effect_year;
use crate::analysis::statistics::{paired, statistics};
use crate::analysis::summary::{Basis, Period, by_world};
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::report::quantity::Quantity;
use crate::text::{Lang, say};
use serde::{Deserialize, Serialize};

/// The differences whose sign is an answer: who pays, what relatives do, what is missing, and what it costs them and
/// all.
const ANSWERS: [Outcome; 6] = [
    Outcome::StateNet,
    Outcome::MunicipalityNetBpaAfterWithdrawal,
    Outcome::RelativesHours,
    Outcome::UnmetHours,
    Outcome::RelativesCost,
    Outcome::SocietyCost,
];
/// The price whose turn is told on the first screen too, of all years together.
const UNMET: &str = "unmet_value";
/// Monte Carlo errors that a difference must be away from zero for its sign to be told.
const CLEAR: f64 = 2.0;

/// A model's difference from the zero alternative in the first year in full effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Id of the outcome.
    pub outcome: String,
    /// Id of the model.
    pub model: String,
    /// Name of the model.
    pub name: String,
    /// The year.
    pub year: i32,
    /// Mean over draws.
    pub mean: f64,
    /// Its Monte Carlo error.
    pub error: f64,
}

/// The differences at one place of the dial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Where the dial stands, as the page shows it.
    pub at: f64,
    /// The differences there.
    pub differences: Vec<Difference>,
}

/// The differences under a setting, of what is simulated of it.
pub fn differences(session: &Session, lang: Lang) -> Result<Vec<Difference>> {
    let Session { scenario, results, .. } = session;
    let engine = session.engine()?;
    let place = full_effect_year(scenario).0;
    let year = Period::Year(place);
    let of = |outcome: Outcome, model: usize| {
        let own = |m| by_world(results, outcome, m, Basis::usual(outcome, false), year);
        let found = statistics(&paired(&own(model), &own(0)), results)?;
        let model = &scenario.models[model];
        Some(Difference {
            outcome: outcome.id().into(),
            model: model.id.clone(),
            name: model.short.get(lang).into(),
            year: scenario.base_year + place as i32,
            mean: found.mean,
            error: found.mcse.unwrap_or(0.0),
        })
    };
    let told = ANSWERS.into_iter().filter(|outcome| !engine.hidden().outcome(*outcome));
    Ok(told.flat_map(|outcome| (1..scenario.models.len()).filter_map(move |m| of(outcome, m))).collect())
}

/// What turns, in sentences; one that says that nothing does where nothing does.
pub fn turns(key: &str, places: &[Place], unit: &str, lang: Lang) -> Vec<String> {
    let dial = dials::label(key, lang).unwrap_or(key);
    let shown = |at: f64| format!("{} {unit}", Quantity::exact(at).number(lang)).trim_end().to_string();
    let mut told = Vec::new();
    let first = places.first().map(|place| place.differences.as_slice()).unwrap_or_default();
    let year = first.first().map(|own| own.year.to_string()).unwrap_or_default();
    for own in first {
        let signs = places.iter().filter_map(|place| {
            let found =
                place.differences.iter().find(|d| d.outcome == own.outcome && d.model == own.model)?;
            (found.mean.abs() > CLEAR * found.error).then_some((place.at, found.mean > 0.0))
        });
        let signs: Vec<(f64, bool)> = signs.collect();
        for pair in signs.windows(2).filter(|pair| pair[0].1 != pair[1].1) {
            let outcome = label(own, lang);
            let way = if pair[1].1 { "more" } else { "less" };
            let (low, high) = (shown(pair[0].0), shown(pair[1].0));
            told.push(lang.say(say::LiveTurn { outcome, model: &own.name, year: &year, way, low, high }));
        }
    }
    if told.is_empty()
        && let [first, .., last] = places
    {
        let (low, high) = (shown(first.at), shown(last.at));
        let mut outcomes: Vec<&str> = first.differences.iter().map(|own| label(own, lang)).collect();
        outcomes.dedup();
        let outcomes = outcomes.join("; ");
        told.push(lang.say(say::LiveNoTurn { dial, year: &year, outcomes: &outcomes, low, high }));
    }
    if key == UNMET && !first.is_empty() {
        told.push(lang.say(say::LiveTurnPeriod { year: &year }));
    }
    told
}

/// Name of the outcome of a difference.
fn label(own: &Difference, lang: Lang) -> &str {
    let outcome = Outcome::ALL.iter().find(|outcome| outcome.id() == own.outcome);
    outcome.map_or(own.outcome.as_str(), |outcome| outcome.info().label.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::setting::Setting;
    use std::sync::atomic::AtomicBool;

    fn place(at: f64, mean: f64) -> Place {
        let own = |outcome: Outcome, mean| Difference {
            outcome: outcome.id().into(),
            model: "B".into(),
            name: "Modell B".into(),
            year: 2029,
            mean,
            error: 1.0,
        };
        Place { at, differences: vec![own(Outcome::StateNet, mean), own(Outcome::SocietyCost, 9.0)] }
    }

    /// The sign goes over between the places where it is clear, not where chance may have made it.
    #[test]
    fn what_turns_is_told_between_the_places_where_it_is_clear() {
        let places = [place(0.0, -5.0), place(10.0, -1.5), place(20.0, 1.0), place(30.0, 4.0)];
        let told = turns("financing.B.refund.rate", &places, "prosent", Lang::Nb);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].contains("Modell B") && told[0].contains("0 prosent") && told[0].contains("30 prosent")
        );
        let none = turns("financing.B.refund.rate", &places[..2], "prosent", Lang::En);
        assert!(
            none.len() == 1 && none[0].contains("0 prosent") && none[0].contains("10 prosent"),
            "{none:?}"
        );
        assert!(turns("x", &[], "", Lang::Nn).is_empty());
    }

    /// A price of the hours that are missing is in society's cost: it turns that answer and no other, and what is told says of
    /// which year, since the first screen tells it of all.
    #[test]
    fn a_price_of_missing_hours_turns_what_it_costs_society() {
        let at = |price: f64| {
            let sets = vec![format!("unmet_value={price}")];
            let setting = Setting { scenario: "oslo".into(), sets, ..Setting::default() };
            let mut own = Session::open(setting, Some(7)).unwrap();
            let piece = own.simulate(0..2, &AtomicBool::new(false)).unwrap();
            own.add(&piece).unwrap();
            Place { at: price, differences: differences(&own, Lang::Nb).unwrap() }
        };
        let places = [at(0.0), at(1e5)];
        for (then, now) in places[0].differences.iter().zip(&places[1].differences) {
            let society = now.outcome == Outcome::SocietyCost.id();
            assert_eq!(then.mean != now.mean, society, "{then:?} {now:?}");
        }
        let exact = places.map(|place| {
            let differences = place.differences.into_iter().map(|own| Difference { error: 0.0, ..own });
            Place { at: place.at, differences: differences.collect() }
        });
        let told = turns(UNMET, &exact, "kroner per time", Lang::Nb);
        let year = exact[0].differences[0].year.to_string();
        assert!(told.len() >= 2 && told.iter().all(|text| text.contains(&year)), "{told:?}");
        assert!(told[0].starts_with(Outcome::SocietyCost.info().label.get(Lang::Nb)), "{told:?}");
        let short = turns(UNMET, &[exact[0].clone(), exact[0].clone()], "", Lang::Nb);
        assert!(short[0].contains(Outcome::SocietyCost.info().label.get(Lang::Nb)), "{short:?}");
    }
}
