//! What of a scenario decides the figures of a draw, in a canonical form: values as users write them, under the names of
//! files. Neither the names of the program's types and fields are in it, nor texts for readers and how well a value is known.

use super::changes::{number_text, value_text};
use super::choice::Choice;
use super::definition::{Correlation, Scenario};
use super::financing::lever::LeverValue;
use super::financing::{DatedLevers, Levers, Number};
use super::own_recipients::{Known, OwnRecipients};
use super::parameters::Parameters;
use super::units::Unit;
use serde_json::{Map, Value, json};

/// All of a scenario that decides the figures of a draw.
pub fn scenario(s: &Scenario) -> Value {
    let parameters = s.parameters.iter().map(|p| json!([p.id, value_text(&p.value), p.unit, p.year]));
    let number = |number: Number| number_text(number, &s.parameters).into();
    let models = s.models.iter().map(|m| {
        let mut model = json!({ "id": m.id, "levers": levers(&m.levers, number) });
        if !m.history.is_empty() {
            model["history"] = history(&m.history, number).into();
        }
        model
    });
    let mut all = json!({
        "base_year": s.base_year,
        "horizon": s.horizon,
        "placement": s.placement.word(),
        "units": units(&s.units),
        "inhabitants": s.inhabitants,
        "national_population": s.national_population,
        "scheme": s.scheme.as_ref().map(|s| json!([s.below, s.home, s.institution, s.whole])),
        "parameters": parameters.collect::<Vec<_>>(),
        "correlations": correlations(&s.correlations, &s.parameters),
        "models": models.collect::<Vec<_>>(),
    });
    if s.units.iter().any(|u| u.own.is_some()) {
        all["own_recipients"] = s.units.iter().map(|u| u.own.as_ref().map(own_recipients)).collect();
    }
    // They decide what is hidden, and what is hidden has no figures.
    if s.has_real_persons() {
        all["real_persons"] = s.units.iter().map(|u| u.real_persons).collect();
    }
    all
}

/// Municipalities or districts, each with all that is known of it but its names.
pub fn units(units: &[Unit]) -> Value {
    let known = |u: &Unit| {
        let group = (u.zone, u.centrality, &u.kostra_group);
        json!([u.id, group, u.population, u.free_income, u.need_index, u.recipients])
    };
    units.iter().map(known).collect()
}

/// What is known of a unit's own recipients.
fn own_recipients(own: &OwnRecipients) -> Value {
    fn list<T>(known: &[Known<T>], value: impl Fn(&T) -> Value) -> Vec<Value> {
        known.iter().map(|k| json!([k.ages.classes().collect::<Vec<_>>(), value(&k.value)])).collect()
    }
    json!({
        "hours": list(&own.hours, |group| json!([group.persons, group.mean])),
        "other_share": list(&own.other_share, |share| json!(share)),
        "other_cost": list(&own.other_cost, |mean| json!([mean, own.year])),
        "relatives": list(&own.relatives, |shares| json!(shares)),
        "conditions": list(&own.conditions, |shares| json!(shares)),
    })
}

/// Rank correlations by the ids of parameters.
pub fn correlations(correlations: &[Correlation], parameters: &Parameters) -> Value {
    let id = |slot: usize| parameters.scalars()[slot].id.as_str();
    correlations.iter().map(|c| json!([id(c.a), id(c.b), c.rank])).collect()
}

/// What a model states by year: the year, and the levers stated for it, each by its path.
pub fn history(history: &[DatedLevers], number: impl Fn(Number) -> Value) -> Vec<Value> {
    let entry = |own: &DatedLevers| {
        let all = levers(&own.levers, &number);
        let named = all.into_iter().filter(|(path, _)| own.named.iter().any(|lever| lever.path == path));
        json!({ "from": own.from, "levers": named.collect::<Map<String, Value>>() })
    };
    history.iter().map(entry).collect()
}

/// Every lever of a model by its path, with its numbers in a form of the caller's.
pub fn levers(l: &Levers, number: impl Fn(Number) -> Value) -> Map<String, Value> {
    let json = |value| match value {
        LeverValue::Timetable(x) => (*x).into(),
        LeverValue::Number(x) | LeverValue::WholeYears(x) => number(*x),
        LeverValue::Switch(on) => (*on).into(),
        LeverValue::Choice(choice) => choice.word().into(),
        LeverValue::Series(id) => id.as_str().into(),
    };
    l.values().map(|(lever, value)| (lever.path.to_string(), json(value))).collect()
}
