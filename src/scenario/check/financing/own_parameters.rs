//! Levers written as distributions or value histories become parameters of their own.

use super::super::settings::Settings;
use super::{Draft, Findings};
use crate::scenario::check::check_range;
use crate::scenario::dated::Series;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::NUMERIC_LEVERS;
use crate::scenario::levers::{lever_range, lever_unit};
use crate::scenario::parameters::{Parameter, Value};
use crate::scenario::raw::{RawLever, RawValue};
use crate::text::Text;

/// Id of the parameter a lever becomes when it is written as a distribution or history.
pub(super) fn own_parameter(model: &str, lever: &str) -> String {
    format!("financing.{model}.{lever}")
}

/// Levers written as distributions or value histories get a parameter of their own.
pub(in crate::scenario::check) fn register(
    drafts: &[Draft],
    settings: &Settings,
    list: &mut Vec<Parameter>,
    findings: &mut Findings,
) {
    for draft in drafts {
        for (path, lever) in &draft.levers {
            let RawLever::Value(value) = &lever.value else { continue };
            let value = match value {
                RawValue::Scalar(d) if NUMERIC_LEVERS.contains(path) && !d.is_fixed() => {
                    Value::Scalar(d.clone())
                }
                RawValue::Scalar(d) if *path == "refund.threshold" && d.is_fixed() => {
                    Value::Dated(Series(vec![(settings.base_year, d.mean())]))
                }
                RawValue::Dated(series) if *path == "refund.threshold" => {
                    Value::Dated(Series(series.clone()))
                }
                _ => continue,
            };
            let id = own_parameter(&draft.id, path);
            let range = lever_range(path);
            if let Value::Dated(series) = &value {
                for (_, x) in &series.0 {
                    check_range(&Distribution::Fixed(*x), range, &lever.at, &id, findings);
                }
            }
            let title = draft.title.clone().unwrap_or_else(|| Text::same(&draft.id));
            list.push(Parameter {
                value,
                unit: lever_unit(path).to_string(),
                year: None,
                status: "choice".to_string(),
                source: lever.at.file.to_string(),
                group: "levers".to_string(),
                symbol: None,
                range,
                label: Text::all(
                    format!("{path} i {}", title.nb),
                    format!("{path} i {}", title.nn),
                    format!("{path} of {}", title.en),
                ),
                meaning: Text::all(
                    format!("Virkemiddelet {path} i modell {}", draft.id),
                    format!("Verkemiddelet {path} i modell {}", draft.id),
                    format!("The lever {path} of model {}", draft.id),
                ),
                without_commissioned: None,
                users_own: false,
                id,
            });
        }
    }
}
