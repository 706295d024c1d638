//! The posterior as it is kept (`posterior.json`): what the calibration found, and parameter vectors of equal weight, one a
//! line, that a run of the same ground can take its draws from.

use super::found::{Calibration, FORMAT};
use crate::engine::model_number::{MODEL_NUMBER, refuse_other};
use crate::engine::vectors::Vectors;
use crate::error::{Error, Problem, Result};
use crate::scenario::changes::number_text;
use crate::scenario::choice::Choice;
use crate::scenario::financing::Number;
use crate::scenario::parameters::{Parameters, Scalar, Value};
use crate::scenario::{Scenario, canonical};
use crate::text::{Message, Text, say};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Name of the file.
pub const FILE: &str = "posterior.json";

/// An uncertain parameter and the distribution it had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prior {
    /// Identifier.
    pub id: String,
    /// Distribution as written in scenarios.
    pub distribution: String,
}

/// The posterior.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Posterior {
    /// The calibration that made it.
    pub calibration: Calibration,
    /// The parameters of each row, in order.
    pub parameters: Vec<Prior>,
    /// Values as stated (own price year), a vector a row.
    pub rows: Vec<Vec<f64>>,
}

/// Uncertain parameters that are no model's own lever, with their places.
pub fn uncertain(parameters: &Parameters) -> impl Iterator<Item = (usize, &Scalar)> {
    parameters.uncertain().filter(|(_, s)| !parameters.of(s).is_lever())
}

/// Hash of all that decides the figures of the zero alternative but the seed and the uncertain parameters' distributions:
/// the model's number, first year, persons, fixed values, correlations, and the zero alternative itself. Other models, and how many years
/// are simulated, may differ; so may counts that are hidden, since no scenario knows them.
pub fn ground(scenario: &Scenario) -> String {
    let parameters = &scenario.parameters;
    let fixed: Vec<(&str, f64)> = parameters
        .scalars()
        .iter()
        .filter(|s| s.distribution.is_fixed() && !parameters.of(s).is_lever())
        .map(|s| (s.id.as_str(), s.distribution.mean()))
        .collect();
    let stated = parameters.iter().filter(|p| !p.is_lever()).map(|p| match &p.value {
        Value::Dated(series) => json!([p.id, p.unit, p.year, series.0]),
        _ => json!([p.id, p.unit, p.year]),
    });
    let number = |number: Number| number_text(number, parameters).into();
    let all = json!({
        "model_number": MODEL_NUMBER,
        "base_year": scenario.base_year,
        "placement": scenario.placement.word(),
        "units": canonical::units(&scenario.units),
        "fixed": fixed,
        "stated": stated.collect::<Vec<_>>(),
        "correlations": canonical::correlations(&scenario.correlations, parameters),
        "null": scenario.models.first().map(|m| canonical::levers(&m.levers, number)),
    });
    blake3::hash(all.to_string().as_bytes()).to_hex().to_string()
}

/// The priors of a scenario's uncertain parameters.
pub fn priors(scenario: &Scenario) -> Vec<Prior> {
    let prior = |s: &Scalar| Prior { id: s.id.clone(), distribution: s.distribution.to_string() };
    uncertain(&scenario.parameters).map(|(_, s)| prior(s)).collect()
}

impl Posterior {
    /// The content of the file: a row a line, so that it can be read and compared by eye.
    pub fn text(&self) -> String {
        let json = |value: serde_json::Result<String>| value.unwrap_or_default();
        let rows: Vec<String> = self.rows.iter().map(|row| json(serde_json::to_string(row))).collect();
        format!(
            "{{\n\"calibration\": {},\n\"parameters\": {},\n\"rows\": [\n{}\n]\n}}\n",
            json(serde_json::to_string_pretty(&self.calibration)),
            json(serde_json::to_string_pretty(&self.parameters)),
            rows.join(",\n")
        )
    }

    /// Reads the content of a file; `file` is its name in messages.
    pub fn read(file: &str, text: &str) -> Result<Posterior> {
        let problem = |what: Text| Problem::new(what).file(file);
        let foreign = |found: String| Error::from(problem(say::NOT_A_POSTERIOR.text()).found(found));
        let value: serde_json::Value = serde_json::from_str(text).map_err(|e| foreign(e.to_string()))?;
        let about = &value["calibration"];
        if about["program"] != "bpasim" {
            return Err(foreign(about["program"].to_string()));
        }
        if about["format"] != FORMAT {
            let found = about["format"].to_string();
            return Err(problem(say::UNKNOWN_FILE_VERSION.text())
                .key("format")
                .found(found)
                .allowed(Text::same(FORMAT.to_string()))
                .into());
        }
        refuse_other(file, about["model_number"].as_u64().and_then(|n| n.try_into().ok()).unwrap_or(0))?;
        let read: Posterior = serde_json::from_value(value).map_err(|e| foreign(e.to_string()))?;
        let whole = |row: &Vec<f64>| row.len() == read.parameters.len() && row.iter().all(|x| x.is_finite());
        match read.rows.iter().position(|row| !whole(row)) {
            Some(row) => Err(foreign(format!("rows[{row}]"))),
            None if read.rows.is_empty() => Err(foreign("rows".into())),
            None => Ok(read),
        }
    }

    /// The vectors for a run of a scenario. One that was made on other ground is refused by name.
    pub fn vectors(&self, file: &str, scenario: &Scenario) -> Result<Vectors> {
        let foreign = |key: &str, found: String, allowed: String| {
            let problem = Problem::new(say::POSTERIOR_OF_ANOTHER_SCENARIO).file(file).key(key).found(found);
            Error::from(problem.allowed(Text::same(allowed)))
        };
        let about = &self.calibration;
        let own = ground(scenario);
        let of = |name: &str, year: i32, hash: &str| {
            format!("{name}, {year}, {}", hash.chars().take(12).collect::<String>())
        };
        let other_ground = || {
            let (found, made) = (&scenario.name, &about.scenario);
            foreign("scenario", of(found, scenario.base_year, &own), of(made, about.base_year, &about.ground))
        };
        // A scenario of another name and ground is told as that, not by the first of all that differs.
        if own != about.ground && scenario.name != about.scenario {
            return Err(other_ground());
        }
        let table = &scenario.parameters;
        let mut slots = Vec::new();
        for prior in &self.parameters {
            let slot = table.slot(&prior.id);
            let written = slot.map(|slot| table.scalars()[slot].distribution.to_string());
            match slot.filter(|_| written.as_ref() == Some(&prior.distribution)) {
                Some(slot) => slots.push(slot),
                None => {
                    return Err(foreign(
                        &prior.id,
                        written.unwrap_or("–".into()),
                        prior.distribution.clone(),
                    ));
                }
            }
        }
        if let Some((_, other)) = uncertain(table).find(|(slot, _)| !slots.contains(slot)) {
            return Err(foreign(&other.id, other.distribution.to_string(), "–".into()));
        }
        if own != about.ground {
            return Err(other_ground());
        }
        Ok(Vectors { slots, rows: self.rows.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::small_counts::Withheld;
    use crate::scenario::{load, overrides::Options};

    #[test]
    fn no_hidden_count_can_be_found_by_trying_the_hash() {
        let with = |count: u32, real: bool| {
            let mut scenario = load("oslo", &Options::default()).unwrap();
            let counts = [[0, count, 0, 0, 0], [0, 30, 0, 0, 0]];
            for (unit, own) in scenario.units.iter_mut().zip(counts) {
                (unit.recipients, unit.real_persons) = (Some(own), real);
            }
            let placement = scenario.placement;
            scenario.withheld = Withheld::from_units(&mut scenario.units, placement, &[1.0; 5]);
            ground(&scenario)
        };
        assert_eq!(with(1, true), with(2, true));
        assert_ne!(with(1, false), with(2, false));
        assert_ne!(with(6, true), with(7, true), "what is shown may be told");
    }
}
