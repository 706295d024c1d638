//! Levers written as distributions or value histories become parameters of their own.

use super::super::settings::Settings;
use super::{Draft, Findings};
use crate::files::names::name_of;
use crate::scenario::check::check_range;
use crate::scenario::dated::Series;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::Lever;
use crate::scenario::financing::lever::LeverType;
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::raw::{RawLever, RawValue};
use crate::text::{Message, Text, say};

/// The place of a model's levers by year, as users write it.
pub(super) fn place(model: &str, from: f64) -> String {
    format!("{model}.history.{from}")
}

/// Id of the parameter a lever becomes when it is written as a distribution or history.
pub(super) fn own_parameter(model: &str, lever: &Lever) -> String {
    format!("financing.{model}.{}", lever.path)
}

/// Where the values by year of a lever are looked up.
struct Histories<'a> {
    drafts: &'a [Draft],
    settings: &'a Settings,
    list: &'a [Parameter],
    lever: &'static Lever,
}

impl Histories<'_> {
    /// What a model's own values by year are added to. `steps` is how many models the search may still go through: who
    /// builds on whom may be a ring.
    fn below(&self, draft: &Draft, steps: usize) -> Option<Series> {
        match draft.below.iter().find(|(lever, _)| *lever == self.lever) {
            Some((_, value)) => self.of(draft, value, steps),
            None => {
                let base = draft.extends.as_ref()?;
                self.whole(self.drafts.iter().find(|d| d.id == base.value)?, steps)
            }
        }
    }

    /// The whole history of a model's lever.
    fn whole(&self, draft: &Draft, steps: usize) -> Option<Series> {
        let steps = steps.checked_sub(1)?;
        match draft.levers.iter().find(|(lever, _)| *lever == self.lever) {
            Some((_, written)) => self.of(draft, &written.value, steps),
            None => self.below(draft, steps),
        }
    }

    fn of(&self, draft: &Draft, value: &RawLever, steps: usize) -> Option<Series> {
        match value {
            RawLever::Word(id) => match &self.list.iter().find(|p| p.id == *id)?.value {
                Value::Dated(series) => Some(series.clone()),
                _ => None,
            },
            RawLever::Value(RawValue::Scalar(d)) => Some(Series(vec![(self.settings.base_year, d.mean())])),
            RawLever::Value(RawValue::Dated(own)) => {
                let below = self.below(draft, steps);
                Some(below.map_or_else(|| Series(own.clone()), |below| below.with(own)))
            }
            _ => None,
        }
    }
}

/// Levers written as distributions or value histories get a parameter of their own.
pub(in crate::scenario::check) fn register(
    drafts: &[Draft],
    settings: &Settings,
    list: &mut Vec<Parameter>,
    findings: &mut Findings,
) {
    for draft in drafts {
        let own = draft.levers.iter().map(|own| (draft.id.clone(), own));
        let dated = draft.history.iter().flat_map(|history| {
            let place = place(&draft.id, history.from.value);
            history.levers.iter().map(move |own| (place.clone(), own))
        });
        for (place, (lever, written)) in own.chain(dated) {
            let RawLever::Value(value) = &written.value else { continue };
            let value = match value {
                RawValue::Scalar(d) if lever.kind.is_number() && !d.is_fixed() => Value::Scalar(d.clone()),
                RawValue::Scalar(d) if lever.kind == LeverType::Series && d.is_fixed() => {
                    Value::Dated(Series(vec![(settings.base_year, d.mean())]))
                }
                RawValue::Dated(own) if lever.kind == LeverType::Series && place != draft.id => {
                    Value::Dated(Series(own.clone()))
                }
                RawValue::Dated(own) if lever.kind == LeverType::Series => {
                    let before = Histories { drafts, settings, list, lever }.below(draft, drafts.len());
                    Value::Dated(before.map_or_else(|| Series(own.clone()), |before| before.with(own)))
                }
                _ => continue,
            };
            let (path, range) = (lever.path, lever.range);
            let id = own_parameter(&place, lever);
            if let Value::Dated(series) = &value {
                for (_, x) in &series.0 {
                    check_range(&Distribution::Fixed(*x), range, &written.at, &id, findings);
                }
            }
            let title = draft.title.clone().unwrap_or_else(|| Text::same(&draft.id));
            list.push(Parameter {
                value,
                unit: lever.unit.to_string(),
                year: lever.price_year(),
                status: "choice".to_string(),
                source: Text::same(name_of(&*written.at.file)),
                group: "levers".to_string(),
                symbol: None,
                range,
                label: say::LeverOfModel { path, title: &title }.text(),
                meaning: say::LeverOfModelId { id: &place, path }.text(),
                sign: None,
                with: None,
                without_commissioned: None,
                users_own: false,
                id,
            });
        }
    }
}
