//! Levers written as distributions or value histories become parameters of their own.

use super::super::settings::Settings;
use super::{Draft, Findings};
use crate::scenario::check::check_range;
use crate::scenario::dated::Series;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::Lever;
use crate::scenario::financing::lever::LeverType;
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::raw::{RawLever, RawValue};
use crate::text::{Message, Text, say};

/// Id of the parameter a lever becomes when it is written as a distribution or history.
pub(super) fn own_parameter(model: &str, lever: &Lever) -> String {
    format!("financing.{model}.{}", lever.path)
}

/// Levers written as distributions or value histories get a parameter of their own.
pub(in crate::scenario::check) fn register(
    drafts: &[Draft],
    settings: &Settings,
    list: &mut Vec<Parameter>,
    findings: &mut Findings,
) {
    for draft in drafts {
        for (lever, written) in &draft.levers {
            let RawLever::Value(value) = &written.value else { continue };
            let value = match value {
                RawValue::Scalar(d) if lever.kind.is_number() && !d.is_fixed() => Value::Scalar(d.clone()),
                RawValue::Scalar(d) if lever.kind == LeverType::Series && d.is_fixed() => {
                    Value::Dated(Series(vec![(settings.base_year, d.mean())]))
                }
                RawValue::Dated(series) if lever.kind == LeverType::Series => {
                    Value::Dated(Series(series.clone()))
                }
                _ => continue,
            };
            let (path, range) = (lever.path, lever.range);
            let id = own_parameter(&draft.id, lever);
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
                source: written.at.file.to_string(),
                group: "levers".to_string(),
                symbol: None,
                range,
                label: say::LeverOfModel { path, title: &title }.text(),
                meaning: say::LeverOfModelId { id: &draft.id, path }.text(),
                without_commissioned: None,
                users_own: false,
                id,
            });
        }
    }
}
