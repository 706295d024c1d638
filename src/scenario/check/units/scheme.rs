//! The units' parts of the rest of the refund scheme (scheme.md S1.7): of all the country's municipalities, not of the
//! run's, so that a part of the country gets its part.

use super::country::stated;
use super::rows;
use super::{COLUMNS, Findings, Placed};
use crate::scenario::embedded;
use crate::scenario::layers::Layer;
use crate::scenario::raw::Located;
use crate::scenario::table::Table;
use crate::scenario::units::{SchemeShare, Unit};
use crate::text::{Message, Text, say};
use std::sync::LazyLock;

/// The table of the whole country.
const COUNTRY: &str = "data/municipalities.csv";

/// The units' shares, unless the scenario switches the scheme off or there is nothing to spread it by.
pub(in crate::scenario::check) fn scheme(
    layers: &[Layer],
    units: &[Placed],
    findings: &mut Findings,
) -> Option<SchemeShare> {
    if !wanted(layers, findings) {
        return None;
    }
    let country = country()?;
    let mut all = [0.0; 3];
    for own in country.iter().filter_map(Unit::scheme_weights) {
        (0..3).for_each(|i| all[i] += own[i]);
    }
    let own: Option<Vec<[f64; 3]>> = units.iter().map(|u| u.unit.scheme_weights()).collect();
    let own = match own {
        Some(own) => own,
        None => districts(layers, units, country, findings)?,
    };
    let share = |i: usize| own.iter().map(|w| w[i] / all[i]).collect::<Vec<f64>>();
    let whole = country.len() == units.len() && country.iter().zip(units).all(|(a, b)| a.id == b.unit.id);
    Some(SchemeShare { below: share(0), home: share(1), institution: share(2), whole })
}

/// The whole country's municipalities, sorted by id: shipped, so that they are read once.
fn country() -> Option<&'static [Unit]> {
    static COUNTRY_UNITS: LazyLock<Option<Vec<Unit>>> = LazyLock::new(read_country);
    COUNTRY_UNITS.as_deref()
}

fn read_country() -> Option<Vec<Unit>> {
    let mut none = Findings::default();
    let table = Table::read(COUNTRY, embedded::file(COUNTRY)?, &COLUMNS, &mut none.problems)?;
    let mut units: Vec<Unit> = rows::units(&table, &mut none).into_iter().map(|u| u.unit).collect();
    units.sort_by(|a, b| a.id.cmp(&b.id));
    Some(units)
}

/// Parts of one municipality carry its part by their recipients.
fn districts(
    layers: &[Layer],
    units: &[Placed],
    country: &[Unit],
    findings: &mut Findings,
) -> Option<Vec<[f64; 3]>> {
    let municipality = municipality(layers, units, country, findings)?;
    let all = municipality.scheme_weights()?;
    let recipients =
        |u: &Placed| u.unit.recipients.map_or(0.0, |r| r.iter().map(|n| f64::from(*n)).sum::<f64>());
    let sum: f64 = units.iter().map(recipients).sum();
    (sum > 0.0).then(|| units.iter().map(|u| all.map(|w| w * recipients(u) / sum)).collect())
}

/// The municipality that the units are parts of.
fn municipality<'c>(
    layers: &[Layer],
    units: &[Placed],
    country: &'c [Unit],
    findings: &mut Findings,
) -> Option<&'c Unit> {
    let given = stated(layers, units, |s| s.municipality.as_ref()).any();
    let Some(Located { value, at }) = given else {
        findings.warnings.push(say::NO_SCHEME_LAYER.text());
        return None;
    };
    let known = country.iter().find(|u| u.id == *value);
    if known.is_none() {
        let near = findings.near(value, country.iter().map(|u| u.id.as_str()));
        let problem = findings.complain(at, "scenario.municipality", say::UNKNOWN_MUNICIPALITY);
        problem.found = Some(value.clone());
        problem.nearest = near;
        problem.allowed = Some(Text::same("\"0301\""));
    }
    known
}

/// Whether the country of the scenario has the refund scheme.
fn wanted(layers: &[Layer], findings: &mut Findings) -> bool {
    let Some(scheme) = layers.iter().rev().find_map(|l| l.raw.settings.scheme.as_ref()) else { return true };
    match scheme.value.as_str() {
        "on" => true,
        "off" => false,
        other => {
            let problem = findings.complain(&scheme.at, "scenario.scheme", say::ILLEGAL_VALUE);
            problem.found = Some(other.to_string());
            problem.allowed = Some(Text::same("on, off"));
            true
        }
    }
}
