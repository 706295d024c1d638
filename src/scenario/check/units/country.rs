//! The country that the units are a part of: what national amounts are for (model.md §2).

use super::{Findings, Placed};
use crate::scenario::definition::percent;
use crate::scenario::financing::{Model, Number};
use crate::scenario::layers::{DataFile, Layer, read_data};
use crate::scenario::parameters::Parameters;
use crate::scenario::raw::{Located, RawSettings};
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;

/// Inhabitants of the units and of the whole country.
pub(in crate::scenario::check) struct Country {
    pub(in crate::scenario::check) inhabitants: f64,
    pub(in crate::scenario::check) national_population: f64,
}

/// Both numbers of a scenario with these units. Where nobody says how many inhabitants the units have, their part of the
/// country's recipients stands in for their part of its inhabitants, and that is told.
pub(in crate::scenario::check) fn country(
    layers: &[Layer],
    units: &[Placed],
    models: &[Model],
    parameters: &Parameters,
    findings: &mut Findings,
) -> Country {
    let national_population = national(layers, findings);
    let counted: Option<f64> = units.iter().map(|u| u.unit.inhabitants()).sum();
    let stated = stated(layers, units, |s| s.inhabitants.as_ref());
    if let (Some(_), Some((_, number))) = (counted, &stated.same_table) {
        let problem = findings.complain(&number.at, "scenario.inhabitants", say::UNITS_HAVE_POPULATION);
        problem.found = Some(number.value.to_string());
    }
    let known = counted.or_else(|| sound(stated.any(), "scenario.inhabitants", findings));
    let mut inhabitants = known.unwrap_or_else(|| {
        let share = recipients(units) / total(parameters).max(f64::MIN_POSITIVE);
        if models.iter().any(has_national_amounts) {
            let percent = percent(share.min(1.0));
            findings.warnings.push(say::PartByRecipients { percent }.text());
        }
        share * national_population
    });
    if inhabitants > national_population {
        // Whoever has more inhabitants than the country is no part of it; rounding is no reason to say so.
        if inhabitants > national_population * (1.0 + 1e-9) && models.iter().any(has_national_amounts) {
            let (units, country) = (whole(inhabitants), whole(national_population));
            findings.warnings.push(say::MoreThanNationalPopulation { country, units }.text());
        }
        inhabitants = national_population;
    }
    Country { inhabitants, national_population }
}

fn has_national_amounts(model: &Model) -> bool {
    let amounts = model.levers.numbers().filter(|(lever, _)| lever.is_national_amount());
    amounts.into_iter().any(|(_, number)| *number != Number::Fixed(0.0))
}

fn national(layers: &[Layer], findings: &mut Findings) -> f64 {
    let given = layers.iter().rev().find_map(|l| l.raw.settings.national_population.as_ref());
    let number = sound(given, "scenario.national_population", findings);
    if let (None, Some(layer)) = (given, layers.first()) {
        findings.complain(&layer.place(), "scenario.national_population", say::IS_MISSING_EXTEND_NATIONAL);
    }
    // A stand-in where it is wrong: nothing is simulated then.
    number.unwrap_or(f64::MAX)
}

/// A number of inhabitants, unless it is none.
fn sound(given: Option<&Located<f64>>, key: &str, findings: &mut Findings) -> Option<f64> {
    let number = given?;
    if number.value > 0.0 && number.value <= 1e12 {
        return Some(number.value);
    }
    let problem = findings.complain(&number.at, key, say::ILLEGAL_VALUE);
    problem.found = Some(number.value.to_string());
    problem.allowed = Some(say::A_NUMBER_ABOVE_ZERO.text());
    None
}

/// What is written of the units as a whole.
pub(super) struct Stated<'a, T> {
    /// Beside the table of units itself, or later.
    pub(super) same_table: Option<(usize, &'a Located<T>)>,
    /// Before, beside another table of the same units.
    same_units: Option<&'a Located<T>>,
}

impl<'a, T> Stated<'a, T> {
    pub(super) fn any(&self) -> Option<&'a Located<T>> {
        self.same_table.map(|(_, value)| value).or(self.same_units)
    }
}

/// What is said of the units belongs to the table of units it was written beside: another table has others, unless it
/// holds the same units.
pub(super) fn stated<'a, T>(
    layers: &'a [Layer],
    units: &[Placed],
    get: fn(&RawSettings) -> Option<&Located<T>>,
) -> Stated<'a, T> {
    let found = layers.iter().enumerate().rev();
    let mut found = found.filter_map(|(i, l)| Some((i, get(&l.raw.settings)?)));
    let none = Stated { same_table: None, same_units: None };
    let Some((at, value)) = found.next() else { return none };
    if layers[at + 1..].iter().all(|l| l.raw.settings.units.is_none()) {
        return Stated { same_table: Some((at, value)), ..none };
    }
    let own: BTreeSet<&str> = units.iter().map(|u| u.unit.id.as_str()).collect();
    let before = layers[..=at].iter().rev().find_map(|l| Some((l, l.raw.settings.units.as_ref()?)));
    let same = before.and_then(|(l, name)| read_data(&name.value, &l.origin).ok()).is_some_and(
        |DataFile { text, .. }| {
            let rows = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
            let ids: BTreeSet<&str> =
                rows.skip(1).filter_map(|row| row.split(',').next()).map(str::trim).collect();
            ids == own
        },
    );
    Stated { same_units: same.then_some(value), ..none }
}

fn recipients(units: &[Placed]) -> f64 {
    units.iter().filter_map(|u| u.unit.recipients).flatten().map(f64::from).sum()
}

fn total(parameters: &Parameters) -> f64 {
    parameters.slot("recipients_total").map_or(0.0, |s| parameters.scalars()[s].distribution.mean())
}

fn whole(number: f64) -> Text {
    Text::same(format!("{number:.0}"))
}
