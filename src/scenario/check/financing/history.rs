//! Levers by year (scheme.md S5): years inside the simulation and in rising order.

use super::levers::{State, Stated};
use super::own_parameters::place_of_year;
use super::{Draft, Findings};
use crate::scenario::check::settings::{Settings, last_start};
use crate::scenario::layers::Layer;
use crate::scenario::parameters::Parameters;
use crate::scenario::raw::RawDatedLevers;
use crate::text::{Message, Text, say};

/// Refuses years that don't rise in the order of a file.
pub(super) fn rising(model: &str, history: &[RawDatedLevers], findings: &mut Findings) {
    for pair in history.windows(2) {
        let [before, own] = [&pair[0].from, &pair[1].from];
        if own.value <= before.value {
            let key = format!("financing.{model}.history.from");
            let problem = findings.complain(&own.at, key, say::HISTORY_OUT_OF_ORDER);
            problem.found = Some(own.value.to_string());
            problem.allowed = Some(say::YearAfter { year: before.value.to_string() }.text());
        }
    }
}

/// What a model states by year itself; what is outside the years simulated is told.
pub(super) fn stated(
    draft: &Draft,
    settings: &Settings,
    layers: &[Layer],
    parameters: &Parameters,
    findings: &mut Findings,
) -> Vec<Stated> {
    let mut list = Vec::new();
    for own in &draft.history {
        let last = last_start(layers, &own.from.at.file, settings);
        let years = settings.base_year..=last;
        let from = own.from.value;
        if from.fract() != 0.0 || settings.years_sound && !years.contains(&(from as i32)) {
            let key = format!("financing.{}.history.from", draft.id);
            let problem = findings.complain(&own.from.at, key, say::HistoryOutsideYears { id: &draft.id });
            problem.found = Some(from.to_string());
            problem.allowed = Some(Text::same(format!("{}–{last}", settings.base_year)));
            continue;
        }
        let mut values = State::new(settings.base_year);
        values.set(&own.levers, &place_of_year(&draft.id, from), parameters, findings);
        let named = own.levers.iter().map(|(lever, _)| *lever).collect();
        list.push(Stated { from: from as i32, named, values });
    }
    list
}

/// Tells where a model sets a lever that the model it extends states by year: from that year on, that value holds.
pub(super) fn overrules(draft: &Draft, base: &State) -> Vec<Text> {
    let mut list = Vec::new();
    let Some(extends) = &draft.extends else { return list };
    for (lever, _) in &draft.levers {
        let stated = base.history.iter().find(|own| own.named.iter().any(|named| named.path == lever.path));
        let own = |year: i32| {
            let mut own = draft.history.iter().filter(|own| own.from.value <= f64::from(year));
            own.any(|own| own.levers.iter().any(|(named, _)| named.path == lever.path))
        };
        if let Some(stated) = stated.filter(|stated| !own(stated.from)) {
            let told = say::HistoryHolds {
                base: &extends.value,
                id: &draft.id,
                lever: lever.path,
                year: stated.from.to_string(),
            };
            list.push(told.text());
        }
    }
    list
}
