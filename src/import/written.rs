//! The files of a scenario from what was found.

use super::choices::Choices;
use super::country;
use super::found::Found;
use super::groups::Group;
use super::headings::Measure;
use super::log::{Log, Section};
use super::told::Told;
use super::units::{FILE, Register};
use super::{Imported, Input};
use crate::error::{Problem, Result};
use crate::files::list::hash;
use crate::scenario::carried::first_year;
use crate::scenario::embedded;
use crate::text::{Lang, Message, Text, say};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const RECIPIENTS: &str = "data/recipients.csv";
const GROUPS: &str = "data/recipient_groups.csv";
const ACCOUNTS: &str = "data/accounts.csv";
const UNITS: &str = "data/units.csv";
/// The page that tells of an import.
pub const PAGE: &str = "import.md";
/// The scenario.
pub const SCENARIO: &str = "scenario.toml";

/// The files, and what is told.
///
/// # Errors
/// Where nothing may be written, or counts are too old to be carried.
pub fn write(
    found: &Found,
    (inputs, source): (&[(String, &Input)], &Text),
    (name, day): (&str, &str),
    choices: &Choices,
    (register, mut log): (&Register, Log),
    lang: Lang,
) -> Result<Imported> {
    let told = found.told(choices.published, register, &mut log);
    too_old(&told, choices)?;
    country::crowded(&told, choices, register, &mut log)?;
    let mut tables: Vec<(&str, &str, String)> = Vec::new();
    if !told.recipients.is_empty() {
        tables.push(("observed", RECIPIENTS, recipients(&told, choices.growth)));
    }
    if !told.groups.is_empty() {
        tables.push(("recipient_groups", GROUPS, groups(&told)));
    }
    if !told.accounts.is_empty() {
        tables.push(("accounts", ACCOUNTS, accounts(&told)));
    }
    if !found.population.is_empty() {
        tables.push(("units", UNITS, units(&found.population)));
    }
    if tables.is_empty() {
        return Err(Problem::new(say::IMPORT_ALL_OF_FEW)
            .file(inputs.first().map_or("", |(name, _)| name))
            .into());
    }
    let files: Vec<(String, &Input)> =
        inputs.iter().map(|(name, input)| (log.written(name), *input)).collect();
    let scenario =
        scenario(&tables, (&files, source), (name, day), (found, choices.published), &told, register);
    if (0..inputs.len()).any(|file| !found.is_public(file, choices.published)) {
        log.add(Section::Kept, say::IMPORT_NO_HASH);
    }
    let short = log.short(lang);
    log.add(Section::Next, say::ImportNext { at: SCENARIO });
    let page = log.page(&say::ImportTitle { name, day }.text(), lang);
    let mut files = vec![(SCENARIO.to_string(), scenario), (PAGE.to_string(), page)];
    files.extend(tables.into_iter().map(|(_, file, text)| (file.to_string(), text)));
    let files = files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    Ok(Imported { files, told: short })
}

/// Refuses counts that no rule can carry to the base year.
fn too_old(told: &Told, choices: &Choices) -> Result<()> {
    let first = first_year().filter(|_| choices.growth.is_none());
    let years = told.recipients.values().map(|(year, _)| *year);
    let old = first.and_then(|first| Some((first, years.filter(|year| *year < first).min()?)));
    old.map_or(Ok(()), |(first, year)| {
        let problem = Problem::new(say::COUNT_TOO_OLD).key("--growth").found(year.to_string());
        Err(problem.allowed(say::AtLeast { limit: f64::from(first) }).into())
    })
}

fn scenario(
    tables: &[(&str, &str, String)],
    (inputs, source): (&[(String, &Input)], &Text),
    (name, day): (&str, &str),
    (found, published): (&Found, bool),
    told: &Told,
    register: &Register,
) -> String {
    let mut text = String::new();
    let safe = |text: &str| text.replace(['\n', '\r', '"', '\\'], " ");
    let _ = writeln!(text, "# bpasim import, {day}");
    for (file, (named, input)) in inputs.iter().enumerate() {
        let hash = if found.is_public(file, published) { hash(&input.bytes) } else { "–".to_string() };
        let _ = writeln!(text, "# {}, blake3 {hash}", safe(named));
    }
    if !source.get(Lang::Nb).is_empty() {
        let _ = writeln!(text, "# {}", safe(source.get(Lang::Nb)));
    }
    text += "format  = 1\nextends = \"national\"\n\n[scenario]\n";
    let names: Vec<&str> = told.recipients.keys().map(|id| register.name(id)).collect();
    let title = |lang: Lang| match names[..] {
        [only] => lang.say(say::ImportScenarioOf { name: only }),
        _ => lang.say(say::IMPORT_SCENARIO),
    };
    let [nb, nn, en] = [Lang::Nb, Lang::Nn, Lang::En].map(|lang| safe(&title(lang)));
    let _ = writeln!(text, "name      = \"{name}\"");
    let _ = writeln!(text, "title     = {{ nb = \"{nb}\", nn = \"{nn}\", en = \"{en}\" }}");
    text += "placement = \"mixed\"\n";
    for (key, file, _) in tables {
        let _ = writeln!(text, "{key} = \"{file}\"");
    }
    if found.has_persons() {
        let _ = writeln!(text, "observed_persons = {}", !found.is_published(published));
    }
    text
}

fn optional(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn recipients(told: &Told, growth: Option<f64>) -> String {
    let mut text =
        "id,year,growth,recipients_0_17,recipients_18_49,recipients_50_66,recipients_67_79,recipients_80_plus\n".to_string();
    for (id, (year, ages)) in &told.recipients {
        let ages = ages.map(|n| n.to_string()).join(",");
        let _ = writeln!(text, "{id},{year},{},{ages}", optional(growth));
    }
    text
}

fn groups(told: &Told) -> String {
    let mut text =
        "id,ages,persons,hours_week,other_share,other_cost,relatives_1,relatives_2,condition_stable,\
        condition_progressive,condition_rapid,condition_intellectual\n"
            .to_string();
    for (id, rows) in &told.groups {
        for Group { ages, persons, hours, other_share, other_cost, relatives, conditions } in rows {
            let share = |own: Option<f64>| own.map_or_else(String::new, |own| format!("{own:.4}"));
            let relatives = [0, 1].map(|n| share(relatives.map(|own| own[n]))).join(",");
            let conditions = [0, 1, 2, 3].map(|n| share(conditions.map(|own| own[n]))).join(",");
            let (hours, cost) = (optional(*hours), optional(*other_cost));
            let _ = writeln!(
                text,
                "{id},{ages},{persons},{hours},{},{cost},{relatives},{conditions}",
                share(*other_share)
            );
        }
    }
    text
}

fn accounts(told: &Told) -> String {
    let mut text = "id,year,price_per_hour,refund\n".to_string();
    for ((id, year), account) in &told.accounts {
        let _ = writeln!(text, "{id},{year},{},{}", optional(account.price), optional(account.refund));
    }
    text
}

/// The shipped table with other inhabitants.
fn units(population: &BTreeMap<String, [f64; 6]>) -> String {
    let mut text = String::new();
    let mut places: Vec<usize> = Vec::new();
    for line in embedded::data(FILE).unwrap_or_default().lines() {
        let cells: Vec<&str> = line.split(',').collect();
        if line.starts_with("id,") {
            places = (0..cells.len()).filter(|place| is_population(cells[*place])).collect();
        }
        match population.get(cells.first().copied().unwrap_or_default()) {
            Some(own) if !places.is_empty() => {
                let mut cells: Vec<String> = cells.iter().map(|cell| cell.to_string()).collect();
                for (place, number) in places.iter().zip(own) {
                    if let Some(cell) = cells.get_mut(*place) {
                        *cell = number.to_string();
                    }
                }
                text += &cells.join(",");
            }
            _ if line.starts_with('#') => continue,
            _ => text += line,
        }
        text.push('\n');
    }
    text
}

fn is_population(column: &str) -> bool {
    use super::headings::{Figures, Role, own};
    matches!(own(column), Some(Role::Figures(Figures { measure: Some(Measure::Population), .. })))
}
