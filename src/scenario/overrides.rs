//! `--set path=value`: changes from the command line, read as one more layer on top of the files.

use super::financing::{LEVERS, Lever, lever_path, model_id};
use super::layers::{Layer, OPTION, Origin};
use super::raw::{
    Located, Place, RawLever, RawModel, RawParameter, RawScenario, RawValue, Reader, see_describe,
};
use crate::error::Problem;
use crate::text::{Message, Text, say};
use std::sync::Arc;

const SETTINGS: [&str; 3] = ["base_year", "horizon", "placement"];

/// What the command line changes in a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `--set path=value`, each as typed.
    pub sets: Vec<String>,
    /// Only these models (the zero alternative is always there).
    pub models: Option<Vec<String>>,
    /// Number of years instead of the scenario's.
    pub years: Option<usize>,
}

impl Options {
    /// The same in the ids of today, as files tell them.
    pub fn by_todays_ids(&self) -> Options {
        let model = |id: &String| model_id(id.trim()).to_string();
        Options {
            sets: self.sets.iter().map(|set| lever_path(set.trim_start()).into_owned()).collect(),
            models: self.models.as_ref().map(|models| models.iter().map(model).collect()),
            years: self.years,
        }
    }
}

/// Reads `--set` as a layer. `parameters` are the ids of all parameters. What was understood though it is written in
/// another way is added to `told`.
pub fn layer(
    sets: &[String],
    parameters: &[&str],
    problems: &mut Vec<Problem>,
    told: &mut Vec<Text>,
) -> Layer {
    let mut raw = RawScenario::default();
    for (place, set) in sets.iter().enumerate() {
        // The last one holds: whoever changes a command by adding to it means that.
        if let Some(later) = sets[place + 1..].iter().rev().find(|later| path_of(later) == path_of(set)) {
            told.push(
                say::SetTwice { path: &*path_of(set), first: set.as_str(), last: later.as_str() }.text(),
            );
        }
        if let Err(mut list) = one(set, parameters, &mut raw, told) {
            problems.append(&mut list);
        }
    }
    Layer { origin: Origin::Option, raw }
}

/// What a `--set` changes, by today's names.
fn path_of(set: &str) -> String {
    lever_path(set.split_once('=').map_or(set, |(path, _)| path).trim()).into_owned()
}

fn place() -> Place {
    Place { file: Arc::from(OPTION), line: None }
}

fn one(
    set: &str,
    parameters: &[&str],
    raw: &mut RawScenario,
    told: &mut Vec<Text>,
) -> Result<(), Vec<Problem>> {
    let Some((path, text)) = set.split_once('=') else {
        return Err(vec![
            place().problem(set, say::MUST_BE_PATH_VALUE).allowed(Text::same("price_response=0.2")),
        ]);
    };
    let (path, text) = (path.trim(), text.trim());
    let value = Reader::option_value(OPTION, path, text, told);
    if let Some(setting) = SETTINGS.into_iter().find(|s| path.strip_prefix("scenario.").unwrap_or(path) == *s)
    {
        return setting_of(raw, setting, path, text, value?);
    }
    if let Some(rest) = path.strip_prefix("financing.") {
        let (model, lever) = rest.split_once('.').unwrap_or((rest, ""));
        let Some(lever) = Lever::of(lever) else {
            let names: Vec<String> = LEVERS.iter().map(|l| format!("financing.{model}.{}", l.path)).collect();
            // Of a group, such as arenas, all that there is can be told.
            let group = rest.split('.').nth(1).map(|group| {
                let own = LEVERS.iter().filter(|l| l.group() == Some(group));
                own.map(|l| format!("financing.{model}.{}", l.path)).collect::<Vec<_>>()
            });
            let allowed = group
                .filter(|own| !own.is_empty())
                .map_or_else(see_describe, |own| Text::same(own.join(", ")));
            return Err(vec![
                place()
                    .problem(path, say::UNKNOWN_LEVER)
                    .allowed(allowed)
                    .nearest(path, names.iter().map(String::as_str)),
            ]);
        };
        let mut m = RawModel::new(Located { value: model_id(model).to_string(), at: place() });
        m.levers.push((lever, value?));
        raw.models.push(m);
        return Ok(());
    }
    let (id, entry) = split(path, parameters).ok_or_else(|| {
        vec![
            place()
                .problem(path, say::UNKNOWN_PARAMETER_OR_LEVER)
                .allowed(see_describe())
                .nearest(path, parameters.iter().copied().chain(SETTINGS)),
        ]
    })?;
    let mut p = RawParameter::new(Located { value: id.to_string(), at: place() });
    let value = value?;
    let RawLever::Value(v) = value.value else {
        return Err(vec![
            place().problem(path, say::VALUE_WRONG_KIND).found(text).allowed(say::NUMBER_OR_PERT_EXAMPLE),
        ]);
    };
    let v = match (entry, v) {
        (Some(entry), RawValue::Scalar(d)) => {
            RawValue::Table(vec![(entry.to_string(), Located { value: d, at: place() })])
        }
        (_, v) => v,
    };
    p.value = Some(Located { value: v, at: place() });
    raw.parameters.push(p);
    Ok(())
}

/// A path as a parameter's id and, in a table, the entry.
fn split<'a>(path: &'a str, parameters: &[&str]) -> Option<(&'a str, Option<&'a str>)> {
    if parameters.contains(&path) {
        return Some((path, None));
    }
    parameters
        .iter()
        .filter_map(|id| Some((*id, path.strip_prefix(id)?.strip_prefix('.')?)))
        .max_by_key(|(id, _)| id.len())
        .map(|(id, entry)| (&path[..id.len()], Some(entry)))
}

fn setting_of(
    raw: &mut RawScenario,
    setting: &str,
    path: &str,
    text: &str,
    value: Located<RawLever>,
) -> Result<(), Vec<Problem>> {
    let at = value.at;
    match (setting, value.value) {
        ("placement", RawLever::Word(value)) => raw.settings.placement = Some(Located { value, at }),
        ("base_year", RawLever::Value(RawValue::Scalar(d))) if d.is_fixed() => {
            raw.settings.base_year = Some(Located { value: d.mean(), at });
        }
        ("horizon", RawLever::Value(RawValue::Scalar(d))) if d.is_fixed() => {
            raw.settings.horizon = Some(Located { value: d.mean(), at });
        }
        _ => {
            let allowed = if setting == "placement" {
                Text::same("rates, observed, mixed")
            } else {
                say::WHOLE_NUMBER.text()
            };
            return Err(vec![place().problem(path, say::VALUE_WRONG_KIND).found(text).allowed(allowed)]);
        }
    }
    Ok(())
}
