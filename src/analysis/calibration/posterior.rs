//! The posterior as it is kept (`posterior.json`): what the calibration found, and parameter vectors of equal weight, one a
//! line, that a run of the same ground can take its draws from.

use super::found::{Calibration, FORMAT};
use crate::engine::vectors::Vectors;
use crate::error::{Error, Problem, Result};
use crate::scenario::Scenario;
use crate::scenario::parameters::{Parameters, Scalar, Value};
use crate::text::Text;
use serde::{Deserialize, Serialize};

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
    /// How it was made.
    pub calibration: Calibration,
    /// The parameters of each row, in order.
    pub parameters: Vec<Prior>,
    /// Values as stated (own price year), a vector a row.
    pub rows: Vec<Vec<f64>>,
}

/// Uncertain parameters that are no model's own lever, with their places.
pub fn uncertain(parameters: &Parameters) -> impl Iterator<Item = (usize, &Scalar)> {
    let scalars = parameters.scalars().iter().enumerate();
    scalars.filter(|(_, s)| !s.distribution.is_fixed() && !parameters.of(s).is_lever())
}

/// Hash of all that decides the figures of the zero alternative but the seed and the uncertain parameters' distributions:
/// program, first year, persons, fixed values, correlations, and the zero alternative itself. Other models, and how many years
/// are simulated, may differ.
pub fn ground(scenario: &Scenario) -> String {
    let Scenario { base_year, placement, units, parameters, correlations, models, .. } = scenario;
    let scalars = parameters.scalars();
    let fixed: Vec<(&str, f64)> = scalars
        .iter()
        .filter(|s| s.distribution.is_fixed() && !parameters.of(s).is_lever())
        .map(|s| (s.id.as_str(), s.distribution.mean()))
        .collect();
    let stated = parameters.iter().filter(|p| !p.is_lever()).map(|p| match &p.value {
        Value::Dated(series) => (&p.id, &p.unit, p.year, Some(series)),
        _ => (&p.id, &p.unit, p.year, None),
    });
    let together: Vec<(&str, &str, f64)> =
        correlations.iter().map(|c| (&*scalars[c.a].id, &*scalars[c.b].id, c.rank)).collect();
    let null = models.first().map(|m| &m.levers);
    let all = (base_year, placement, units, fixed, stated.collect::<Vec<_>>(), together, null);
    blake3::hash(format!("{}{all:?}", env!("CARGO_PKG_VERSION")).as_bytes()).to_hex().to_string()
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
        let foreign = |found: String| {
            let what = Text::all(
                "er ingen posterior fra bpasim calibrate, eller er skadet",
                "er ingen posterior frå bpasim calibrate, eller er skadd",
                "is no posterior from bpasim calibrate, or is damaged",
            );
            Error::from(problem(what).found(found))
        };
        let value: serde_json::Value = serde_json::from_str(text).map_err(|e| foreign(e.to_string()))?;
        let about = &value["calibration"];
        if about["program"] != "bpasim" {
            return Err(foreign(about["program"].to_string()));
        }
        if about["format"] != FORMAT {
            let what =
                Text::all("ukjent utgave av filen", "ukjend utgåve av fila", "unknown version of the file");
            let found = about["format"].to_string();
            return Err(problem(what)
                .key("format")
                .found(found)
                .allowed(Text::same(FORMAT.to_string()))
                .into());
        }
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
        let what = Text::all(
            "posterioren er laget for et annet scenario, andre forutsetninger eller en annen versjon",
            "posterioren er laga for eit anna scenario, andre føresetnader eller ein annan versjon",
            "the posterior was made for another scenario, other assumptions or another version",
        );
        let foreign = |key: &str, found: String, allowed: String| {
            let problem = Problem::new(what.clone()).file(file).key(key).found(found);
            Error::from(problem.allowed(Text::same(allowed)))
        };
        let about = &self.calibration;
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
        let own = ground(scenario);
        if own != about.ground {
            let of = |version: &str, name: &str, year: i32, hash: &str| {
                format!("bpasim {version}, {name}, {year}, {}", hash.chars().take(12).collect::<String>())
            };
            return Err(foreign(
                "scenario",
                of(env!("CARGO_PKG_VERSION"), &scenario.name, scenario.base_year, &own),
                of(&about.version, &about.scenario, about.base_year, &about.ground),
            ));
        }
        Ok(Vectors { slots, rows: self.rows.clone() })
    }
}
