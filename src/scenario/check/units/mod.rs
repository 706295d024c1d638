//! Data tables: municipalities or districts, and observed recipients.

mod table;

use super::Findings;
use super::settings::Settings;
use crate::error::nearest;
use crate::scenario::definition::{InputFile, Placement};
use crate::scenario::embedded;
use crate::scenario::financing::{Model, Number, OffsetBy};
use crate::scenario::layers::{Layer, Origin, hash, read_data};
use crate::scenario::parameters::{Parameters, Value};
use crate::scenario::raw::{Located, Place};
use crate::scenario::units::{AGE_CLASSES, Unit, ZONES};
use crate::text::{Message, Text, say};
use table::{UnitRow, UnitTable};

const COLUMNS: [&str; 20] = [
    "id",
    "name",
    "county_number",
    "county",
    "employer_tax_zone",
    "centrality",
    "kostra_group",
    "population_0_15",
    "population_16_17",
    "population_18_49",
    "population_50_66",
    "population_67_79",
    "population_80_plus",
    "free_income_per_capita",
    "expenditure_need_index",
    "recipients_0_17",
    "recipients_18_49",
    "recipients_50_66",
    "recipients_67_79",
    "recipients_80_plus",
];
const RECIPIENTS: [&str; 5] =
    ["recipients_0_17", "recipients_18_49", "recipients_50_66", "recipients_67_79", "recipients_80_plus"];
const POPULATION: [&str; 6] = [
    "population_0_15",
    "population_16_17",
    "population_18_49",
    "population_50_66",
    "population_67_79",
    "population_80_plus",
];

/// A unit with the line it stands on.
pub(super) struct Placed {
    pub(super) unit: Unit,
    at: Place,
}

/// The units of the scenario, sorted by id, and the files read.
pub(super) fn read(layers: &[Layer], findings: &mut Findings) -> Option<(Vec<Placed>, Vec<InputFile>)> {
    let named = |get: fn(&Layer) -> &Option<Located<String>>| {
        layers.iter().rev().find_map(|l| get(l).as_ref().map(|name| (l, name)))
    };
    let Some((layer, name)) = named(|l| &l.raw.settings.units) else {
        let layer = layers.iter().rev().find(|l| l.origin != Origin::Option)?;
        findings.complain(&layer.place(), "scenario.units", say::IS_MISSING_EXTEND_MUNICIPALITIES);
        return None;
    };
    let mut inputs: Vec<InputFile> = Vec::new();
    let mut units = units(&open(layer, name, "scenario.units", &COLUMNS, &mut inputs, findings)?, findings);
    real(&mut inputs, units.iter_mut().map(|u| &mut u.unit));
    if let Some((layer, name)) = named(|l| &l.raw.settings.observed).filter(|(_, name)| name.value != "none")
    {
        let columns: Vec<&str> = ["id"].into_iter().chain(RECIPIENTS).collect();
        if let Some(table) = open(layer, name, "scenario.observed", &columns, &mut inputs, findings) {
            let given = observed(&table, &mut units, findings);
            real(&mut inputs, units.iter_mut().map(|u| &mut u.unit).filter(|u| given.contains(&u.id)));
        }
    }
    units.sort_by(|a, b| a.unit.id.cmp(&b.unit.id));
    Some((units, inputs))
}

/// Marks the recipients of the last table as real persons where it is the user's own; a copy of a shipped one is published.
fn real<'u>(inputs: &mut [InputFile], units: impl Iterator<Item = &'u mut Unit>) {
    let Some(table) = inputs.last_mut() else { return };
    let own = !embedded::FILES.iter().any(|(_, shipped)| hash(shipped) == table.hash);
    for unit in units {
        unit.real_persons = own && unit.recipients.is_some();
        table.own_counts |= unit.real_persons;
    }
}

/// What `observed_persons` says of all recipients, where it says something.
pub(super) fn mark_real_persons(units: &mut [Placed], observed_persons: Option<bool>) {
    let Some(real) = observed_persons else { return };
    units.iter_mut().for_each(|u| u.unit.real_persons = real && u.unit.recipients.is_some());
}

fn open(
    layer: &Layer,
    name: &Located<String>,
    key: &str,
    columns: &[&'static str],
    inputs: &mut Vec<InputFile>,
    findings: &mut Findings,
) -> Option<UnitTable> {
    match read_data(&name.value, &layer.origin) {
        Ok((path, text)) => {
            inputs.push(InputFile { name: path.clone(), hash: hash(&text), own_counts: false });
            UnitTable::read(&path, &text, columns, findings)
        }
        Err(problem) => {
            let at = &name.at;
            findings.problems.push(problem.file(&*at.file).key(key));
            if let Some(last) = findings.problems.last_mut() {
                last.line = at.line;
            }
            None
        }
    }
}

fn units(table: &UnitTable, findings: &mut Findings) -> Vec<Placed> {
    let mut list: Vec<Placed> = Vec::new();
    for row in &table.rows {
        let Some(id) = row.needed("id", findings) else { continue };
        if list.iter().any(|u| u.unit.id == id) {
            row.complain("id", say::SAME_ID_TWICE.text(), findings).found = Some(id);
            continue;
        }
        let name = row.needed("name", findings).unwrap_or_default();
        let county = row.text("county").unwrap_or_default().to_string();
        list.push(Placed {
            unit: Unit {
                name,
                county,
                zone: zone(row, findings),
                centrality: centrality(row, findings),
                kostra_group: row.text("kostra_group").map(str::to_string),
                population: population(row, findings),
                free_income: row.number("free_income_per_capita", 0.0, findings),
                need_index: row.number("expenditure_need_index", 0.0, findings),
                recipients: recipients(row, findings),
                real_persons: false,
                id,
            },
            at: row.at.clone(),
        });
    }
    if table.rows.is_empty() {
        findings.complain(&table.at, "id", say::TABLE_NO_ROWS);
    }
    list
}

fn zone(row: &UnitRow, findings: &mut Findings) -> usize {
    let text = row.text("employer_tax_zone").unwrap_or_default();
    let zone = ZONES.iter().position(|z| *z == text);
    if zone.is_none() {
        let problem = row.complain("employer_tax_zone", say::UNKNOWN_ZONE.text(), findings);
        problem.found = Some(format!("\"{text}\""));
        problem.allowed = Some(Text::same(ZONES.join(", ")));
    }
    zone.unwrap_or(0)
}

fn centrality(row: &UnitRow, findings: &mut Findings) -> Option<u8> {
    let text = row.text("centrality")?;
    let class = text.parse().ok().filter(|c| (1..=6).contains(c));
    if class.is_none() {
        let problem = row.complain("centrality", say::UNKNOWN_CENTRALITY_CLASS.text(), findings);
        problem.found = Some(text.to_string());
        problem.allowed = Some(Text::same("1–6"));
    }
    class
}

/// All of a group of columns, or none of them.
fn group<const N: usize>(row: &UnitRow, columns: [&str; N], findings: &mut Findings) -> Option<[f64; N]> {
    if columns.iter().all(|c| row.text(c).is_none()) {
        return None;
    }
    let mut values = [0.0; N];
    let mut whole = true;
    for (value, column) in values.iter_mut().zip(columns) {
        if row.text(column).is_none() {
            row.complain(column, say::AGE_GROUP_IS_MISSING.text(), findings);
        }
        match row.number(column, 0.0, findings) {
            Some(x) => *value = x,
            None => whole = false,
        }
    }
    whole.then_some(values)
}

fn population(row: &UnitRow, findings: &mut Findings) -> Option<[f64; 5]> {
    let [young, teens, rest @ ..] = group(row, POPULATION, findings)?;
    let [a, b, c, d] = rest;
    Some([young + teens, a, b, c, d])
}

fn recipients(row: &UnitRow, findings: &mut Findings) -> Option<[u32; 5]> {
    let values = group(row, RECIPIENTS, findings)?;
    for (value, column) in values.iter().zip(RECIPIENTS) {
        if value.fract() != 0.0 || *value > 1e6 {
            row.complain(column, say::MUST_BE_PERSONS.text(), findings).found = Some(value.to_string());
        }
    }
    Some(values.map(|x| x as u32))
}

/// Reads observed recipients; the ids of their units.
fn observed(table: &UnitTable, units: &mut [Placed], findings: &mut Findings) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for row in &table.rows {
        let Some(id) = row.needed("id", findings) else { continue };
        if seen.contains(&id) {
            row.complain("id", say::SAME_ID_TWICE.text(), findings).found = Some(id);
            continue;
        }
        let near = nearest(&id, units.iter().map(|u| u.unit.id.as_str()));
        match units.iter_mut().find(|u| u.unit.id == id) {
            Some(u) => u.unit.recipients = recipients(row, findings),
            None => {
                let problem = row.complain("id", say::UNKNOWN_MUNICIPALITY_OR_DISTRICT.text(), findings);
                problem.found = Some(id.clone());
                problem.nearest = near;
            }
        }
        seen.push(id);
    }
    seen
}

/// Whether the units have what placement and withdrawal need.
pub(super) fn fits(
    units: &[Placed],
    settings: &Settings,
    parameters: &Parameters,
    models: &[Model],
    findings: &mut Findings,
) {
    let Some(placement) = settings.placement else { return };
    // What is wrong in the tables themselves comes first.
    let file = units.first().map(|u| u.at.file.to_string());
    if file.is_none() || findings.problems.iter().any(|p| p.file == file) {
        return;
    }
    for u in units {
        let (key, what) = match (placement, &u.unit) {
            (Placement::Observed, unit) if unit.recipients.is_none() => {
                (RECIPIENTS[0], say::PLACEMENT_OBSERVED_NEEDS_RECIPIENTS)
            }
            (Placement::Rates, unit) if unit.population.is_none() => {
                (POPULATION[0], say::PLACEMENT_RATES_NEEDS_POPULATION)
            }
            (Placement::Mixed, unit) if unit.population.is_none() => {
                (POPULATION[0], say::PLACEMENT_MIXED_NEEDS_POPULATION)
            }
            _ => continue,
        };
        findings.complain(&u.at, key, what).found = Some(format!("{} {}", u.unit.id, u.unit.name));
    }
    if placement != Placement::Observed {
        totals(units, settings, parameters, findings);
    }
    if units.iter().all(|u| u.unit.population.is_some()) {
        return;
    }
    let withdraws = |m: &&Model| m.levers.offset_share != Number::Fixed(0.0);
    for m in models.iter().filter(|m| m.levers.offset_by == OffsetBy::Population).filter(withdraws) {
        let problem = findings.complain(
            &settings.placement_at,
            format!("financing.{}.offset_by", m.id),
            say::WITHDRAWAL_BY_POPULATION_NEEDS,
        );
        problem.found = Some("population".into());
        problem.allowed = Some(Text::same("own"));
    }
}

/// Whether the national totals can be spread over the units.
fn totals(units: &[Placed], settings: &Settings, parameters: &Parameters, findings: &mut Findings) {
    let scalar = |id: &str| parameters.slot(id).map(|s| parameters.scalars()[s].distribution.mean());
    let (Some(total), Some(Value::Table(by_age))) =
        (scalar("recipients_total"), parameters.get("recipients").map(|p| &p.value))
    else {
        return;
    };
    let sum: f64 = by_age.iter().map(|(_, d)| d.mean()).sum();
    let mixed = settings.placement == Some(Placement::Mixed);
    for (class, name) in AGE_CLASSES.iter().enumerate() {
        let wanted = by_age.get(class).map_or(0.0, |(_, d)| d.mean()) * total / sum.max(f64::MIN_POSITIVE);
        let spread = |u: &&Placed| !mixed || u.unit.recipients.is_none();
        let people: f64 = units.iter().filter(spread).filter_map(|u| Some(u.unit.population?[class])).sum();
        let seen: f64 = match mixed {
            true => units.iter().filter_map(|u| Some(f64::from(u.unit.recipients?[class]))).sum(),
            false => 0.0,
        };
        if seen > wanted + 1.0 {
            let problem = findings.complain(
                &settings.placement_at,
                "scenario.observed",
                say::MoreObservedRecipientsClass { name },
            );
            problem.found = Some(seen.to_string());
            problem.allowed = Some(super::range_text([f64::NEG_INFINITY, wanted.round()]));
        } else if people <= 0.0 && wanted - seen > 0.5 && units.iter().all(|u| u.unit.population.is_some()) {
            findings.complain(
                &settings.placement_at,
                "scenario.units",
                say::NoInhabitantsClassSpread { name },
            );
        }
    }
}
