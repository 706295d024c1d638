//! What of a scenario decides the figures of a draw, in a canonical form: values as users write them, under the names of
//! files. Neither the names of the program's types and fields are in it, nor texts for readers and how well a value is known.

use super::changes::{number_text, value_text};
use super::financing::{Levers, Number};
use super::levers::word_of;
use super::parameters::Parameters;
use super::units::Unit;
use super::{Correlation, Scenario};
use serde_json::{Map, Value, json};

/// All of a scenario that decides the figures of a draw.
pub fn scenario(s: &Scenario) -> Value {
    let parameters = s.parameters.iter().map(|p| json!([p.id, value_text(&p.value), p.unit, p.year]));
    let number = |number: Number| number_text(number, &s.parameters).into();
    let models = s.models.iter().map(|m| json!({ "id": m.id, "levers": levers(&m.levers, number) }));
    json!({
        "base_year": s.base_year,
        "horizon": s.horizon,
        "placement": word_of(s.placement),
        "units": units(&s.units),
        "parameters": parameters.collect::<Vec<_>>(),
        "correlations": correlations(&s.correlations, &s.parameters),
        "models": models.collect::<Vec<_>>(),
    })
}

/// Municipalities or districts, each with all that is known of it but its names.
pub fn units(units: &[Unit]) -> Value {
    let known = |u: &Unit| {
        let group = (u.zone, u.centrality, &u.kostra_group);
        json!([u.id, group, u.population, u.free_income, u.need_index, u.recipients])
    };
    units.iter().map(known).collect()
}

/// Rank correlations by the ids of parameters.
pub fn correlations(correlations: &[Correlation], parameters: &Parameters) -> Value {
    let id = |slot: usize| parameters.scalars()[slot].id.as_str();
    correlations.iter().map(|c| json!([id(c.a), id(c.b), c.rank])).collect()
}

/// Every lever of a model by its path, with its numbers in a form of the caller's.
pub fn levers(l: &Levers, number: impl Fn(Number) -> Value) -> Map<String, Value> {
    let others = [
        ("start_year", l.start_year.into()),
        ("phase_in_years", l.phase_in_years.into()),
        ("decided_by", word_of(l.decided_by).into()),
        ("refund.threshold", l.threshold.as_str().into()),
        ("refund.deduct_intellectual", l.deduct_intellectual.into()),
        ("transition_guarantee", l.transition_guarantee.into()),
        ("offset_by", word_of(l.offset_by).into()),
        ("offset_basis", word_of(l.offset_basis).into()),
    ];
    let numbers = l.n.iter().map(|(path, own)| (path, number(*own)));
    others.into_iter().chain(numbers).map(|(path, value)| (path.to_string(), value)).collect()
}
