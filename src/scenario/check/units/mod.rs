//! Data tables: municipalities or districts, and observed recipients.

mod country;
mod fits;
mod own;
mod rows;
mod scheme;
mod stays;

use super::Findings;
use crate::error::Problem;
use crate::scenario::carried::factor;
use crate::scenario::definition::InputFile;
use crate::scenario::embedded;
use crate::scenario::layers::{DataFile, Layer, Origin, hash, input, read_data};
use crate::scenario::raw::{Located, Place};
use crate::scenario::table::Table;
use crate::scenario::units::{Unit, UnitAccount};
use crate::text::say;
pub(super) use country::country;
pub(super) use fits::{crowded, fits, give_way, withhold};
pub(super) use own::{carry, keep_from_accounts};
pub(super) use scheme::scheme;

/// What a setting says that names no table.
const NONE: &str = "none";

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

/// The year that figures are of.
const YEAR: &str = "year";
/// Yearly growth of a unit's recipients since then.
const GROWTH: &str = "growth";

/// A unit with the line it stands on.
pub(super) struct Placed {
    pub(super) unit: Unit,
    at: Place,
    /// Where its recipients stand.
    recipients_at: Place,
    /// When they were counted, where that is said.
    counted: Option<Counted>,
    /// Whether their table is the user's own.
    users_own: bool,
}

impl Placed {
    /// What its count is multiplied by to be one of a year; none where that is not known.
    fn growth_until(&self, year: i32) -> Option<f64> {
        self.counted.as_ref().map_or(Some(1.0), |counted| factor(counted.year, year, counted.growth))
    }
}

/// When recipients were counted, and how their number has grown since, a year.
struct Counted {
    year: i32,
    growth: Option<f64>,
}

/// What the tables say: units sorted by id, what their accounts say, and the files read.
pub(super) struct Tables {
    pub(super) units: Vec<Placed>,
    pub(super) accounts: Vec<UnitAccount>,
    pub(super) inputs: Vec<InputFile>,
}

/// The units of the scenario and what is known of them.
pub(super) fn read(layers: &[Layer], findings: &mut Findings) -> Option<Tables> {
    let named = |get: fn(&Layer) -> &Option<Located<String>>| {
        layers.iter().rev().find_map(|l| get(l).as_ref().map(|name| (l, name)))
    };
    let Some((layer, name)) = named(|l| &l.raw.settings.units) else {
        let layer = layers.iter().rev().find(|l| l.origin != Origin::Option)?;
        findings.complain(&layer.place(), "scenario.units", say::IS_MISSING_EXTEND_MUNICIPALITIES);
        return None;
    };
    let mut inputs: Vec<InputFile> = Vec::new();
    let mut units =
        rows::units(&open(layer, name, "scenario.units", (&COLUMNS, &[]), &mut inputs, findings)?, findings);
    real(layers, layer, &mut inputs, units.iter_mut());
    units.sort_by(|a, b| a.unit.id.cmp(&b.unit.id));
    // What is said of units belongs to the table that has them, and to what builds on it; published counts that come with the
    // program also to the same municipalities in another table.
    let from = layers.iter().position(|own| std::ptr::eq(own, layer)).unwrap_or_default();
    let last = |get: fn(&Layer) -> &Option<Located<String>>| {
        let named = layers[from..].iter().rev().find_map(|l| get(l).as_ref().map(|name| (l, name)));
        named.filter(|(_, name)| name.value != NONE)
    };
    let columns: Vec<&str> = ["id"].into_iter().chain(RECIPIENTS).collect();
    for (place, name) in observed(layers) {
        let (layer, columns) = (&layers[place], (&columns[..], &[YEAR, GROWTH][..]));
        if place < from && !matches!(layer.origin, Origin::Shipped(_)) {
            continue;
        }
        let mut read = Vec::new();
        let Some(mut table) = open(layer, name, "scenario.observed", columns, &mut read, findings) else {
            continue;
        };
        if place < from {
            table.rows = stays::of_same_units(table.rows, &layers[..from], &units);
        }
        if place >= from || !table.rows.is_empty() {
            inputs.append(&mut read);
            let given = rows::observed(&table, &mut units, findings);
            real(layers, layer, &mut inputs, units.iter_mut().filter(|u| given.contains(&u.unit.id)));
        }
    }
    if let Some((layer, name)) = last(|l| &l.raw.settings.recipient_groups) {
        let columns = (&own::GROUPS[..], &own::KNOWN[..]);
        if let Some(table) = open(layer, name, "scenario.recipient_groups", columns, &mut inputs, findings) {
            own::groups(&table, &mut units, findings);
            not_to_be_guessed(&mut inputs);
        }
    }
    let accounts = last(|l| &l.raw.settings.accounts).and_then(|(layer, name)| {
        let columns = (&own::ACCOUNTS[..], &own::AMOUNTS[..]);
        let table = open(layer, name, "scenario.accounts", columns, &mut inputs, findings)?;
        not_to_be_guessed(&mut inputs);
        Some(own::accounts(&table, &units, findings))
    });
    Some(Tables { units, accounts: accounts.unwrap_or_default(), inputs })
}

/// The last table says something of real persons: its hash must not be one to try counts by.
fn not_to_be_guessed(inputs: &mut [InputFile]) {
    if let Some(table) = inputs.last_mut() {
        table.own_counts = true;
    }
}

/// The tables of observed recipients by the place of the file that names them, each of which adds to those before it, after the
/// last place where there are said to be none.
fn observed(layers: &[Layer]) -> Vec<(usize, &Located<String>)> {
    let layers = layers.iter().enumerate();
    let named = layers.filter_map(|(place, l)| l.raw.settings.observed.as_ref().map(|name| (place, name)));
    let named: Vec<_> = named.collect();
    let none = named.iter().rposition(|(_, name)| name.value == NONE).map_or(0, |last| last + 1);
    named[none..].to_vec()
}

/// Marks the recipients of the last table as real persons where it is the user's own, unless `observed_persons` says
/// otherwise of it; a copy of a shipped one is published.
fn real<'u>(
    layers: &[Layer],
    names_it: &Layer,
    inputs: &mut [InputFile],
    units: impl Iterator<Item = &'u mut Placed>,
) {
    let Some(table) = inputs.last_mut() else { return };
    let own = !embedded::FILES.iter().any(|(_, shipped)| hash(shipped) == table.hash);
    let real = observed_persons(layers, names_it).unwrap_or(own);
    for placed in units {
        let unit = &mut placed.unit;
        unit.real_persons = real && unit.recipients.is_some();
        placed.users_own = own;
        table.own_counts |= own && unit.real_persons;
    }
}

/// What is said of a table's recipients: by the file that names it, or by a later one that names no table of its own. A file
/// that brings another table says nothing of those before it, nor they of its.
fn observed_persons(layers: &[Layer], names_it: &Layer) -> Option<bool> {
    let from = layers.iter().position(|l| std::ptr::eq(l, names_it))?;
    let of_it = |l: &&Layer| {
        std::ptr::eq(*l, names_it) || l.raw.settings.units.is_none() && l.raw.settings.observed.is_none()
    };
    let last = layers[from..].iter().filter(of_it).rev();
    last.filter_map(|l| l.raw.settings.observed_persons.as_ref()).map(|said| said.value).next()
}

fn open(
    layer: &Layer,
    name: &Located<String>,
    key: &str,
    columns: (&[&'static str], &[&'static str]),
    inputs: &mut Vec<InputFile>,
    findings: &mut Findings,
) -> Option<Table> {
    match read_data(&name.value, &layer.origin) {
        Ok(DataFile { path, text, told }) => {
            inputs.push(input(&layer.origin, &path, &text));
            let table = Table::read_with(&path, &text, columns, &mut findings.problems);
            let told = told.into_iter().chain(table.as_ref().and_then(|table| table.told.clone()));
            findings.warnings.extend(told);
            table
        }
        Err(problem) => {
            let at = &name.at;
            // What is wrong inside the table has its own line there; where the table was named stands beside the key.
            let problem = match (&problem.line, at.line) {
                (Some(_), Some(line)) => problem.key(format!("{key} ({}:{line})", at.file)),
                (Some(_), None) => problem.key(key),
                (None, line) => Problem { line, ..problem.file(&*at.file).key(key) },
            };
            findings.problems.push(problem);
            None
        }
    }
}
