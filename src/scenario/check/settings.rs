//! `[scenario]`: name, years, placement.

use super::Findings;
use crate::error::nearest;
use crate::scenario::choice::Choice;
use crate::scenario::financing::Model;
use crate::scenario::layers::{Layer, Origin};
use crate::scenario::overrides::Options;
use crate::scenario::raw::{Located, Place};
use crate::scenario::units::Placement;
use crate::text::{Message, Text, Words, say};

/// Most years simulated.
const MOST_YEARS: usize = 100;
/// First and last base year: those that indices cover.
const BASE_YEARS: (i32, i32) = (1990, 2100);

/// `[scenario]`, checked.
pub(super) struct Settings {
    pub(super) name: String,
    pub(super) title: Text,
    pub(super) base_year: i32,
    /// Years simulated: as the files or the command line say.
    pub(super) horizon: usize,
    /// Code of the currency.
    pub(super) currency: String,
    /// `None` where the word is unknown.
    pub(super) placement: Option<Placement>,
    pub(super) placement_at: Place,
    /// Whether first and last year are as typed, so that start years can be held against them.
    pub(super) years_sound: bool,
}

impl Settings {
    /// Last year simulated.
    pub(super) fn last_year(&self) -> i32 {
        self.base_year + self.horizon as i32 - 1
    }
}

/// Short names may hold these, so that folders and columns can bear them.
pub(super) fn legal_name(name: &str, most: usize) -> bool {
    !name.is_empty()
        && name.len() <= most
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

fn last<'a, T>(layers: &'a [Layer], get: impl Fn(&'a Layer) -> &'a Option<T>) -> Option<&'a T> {
    layers.iter().rev().find_map(|l| get(l).as_ref())
}

/// The settings; where something is missing or wrong it is told, and a stand-in lets the rest be checked.
pub(super) fn merge(layers: &[Layer], options: &Options, findings: &mut Findings) -> Option<Settings> {
    let own = layers.iter().rev().find(|l| l.origin != Origin::Option)?;
    let name = name(own, findings);
    let title = match &own.raw.settings.title {
        Some(title) => {
            short_title(title, "scenario.title", findings);
            title.value.clone()
        }
        None => Text::same(&name),
    };
    let missing = |key: &str, findings: &mut Findings| {
        findings.complain(&own.place(), key, say::IS_MISSING_EXTEND_NATIONAL);
    };
    let base_year = match last(layers, |l| &l.raw.settings.base_year) {
        Some(x) => whole(x, "scenario.base_year", BASE_YEARS.0.into(), BASE_YEARS.1.into(), findings),
        None => {
            missing("scenario.base_year", findings);
            None
        }
    };
    let horizon = match last(layers, |l| &l.raw.settings.horizon) {
        Some(x) => whole(x, "scenario.horizon", 1, MOST_YEARS as i64, findings),
        None => {
            missing("scenario.horizon", findings);
            None
        }
    };
    let horizon = match options.years {
        Some(_) => years_of_option(layers, options, findings),
        None => horizon,
    };
    let placed = match last(layers, |l| &l.raw.settings.placement) {
        Some(word) => placement(word, findings),
        None => Some(Placement::Rates),
    };
    Some(Settings {
        name,
        title,
        base_year: base_year.and_then(|y| i32::try_from(y).ok()).unwrap_or(BASE_YEARS.0),
        horizon: horizon.and_then(|h| usize::try_from(h).ok()).unwrap_or(MOST_YEARS),
        currency: currency(layers, findings),
        placement: placed,
        placement_at: last(layers, |l| &l.raw.settings.placement)
            .map_or_else(|| own.place(), |p| p.at.clone()),
        years_sound: base_year.is_some() && horizon.is_some(),
    })
}

/// The code of the currency: kroner where nothing is said.
fn currency(layers: &[Layer], findings: &mut Findings) -> String {
    let Some(code) = last(layers, |l| &l.raw.settings.currency) else { return "NOK".to_string() };
    if code.value.len() != 3 || !code.value.bytes().all(|b| b.is_ascii_uppercase()) {
        let problem = findings.complain(&code.at, "scenario.currency", say::ILLEGAL_VALUE);
        problem.found = Some(format!("\"{}\"", code.value));
        problem.allowed = Some(say::CURRENCY_CODE.text());
    }
    code.value.clone()
}

/// Longest title of a scenario or model.
const LONGEST_TITLE: usize = 200;

/// Notes a title that no page has room for.
pub(super) fn short_title(title: &Located<Text>, key: &str, findings: &mut Findings) {
    let long = |t: &&String| t.chars().count() > LONGEST_TITLE;
    let Text { nb, nn, en } = &title.value;
    if let Some(found) = [nb, nn, en].into_iter().find(long) {
        let problem = findings.complain(&title.at, key, say::TEXT_TOO_LONG);
        problem.found = Some(found.clone());
        problem.allowed = Some(say::AtMostCharacters { limit: LONGEST_TITLE }.text());
    }
}

/// The name given, or made of the file's name.
fn name(own: &Layer, findings: &mut Findings) -> String {
    if let Some(name) = &own.raw.settings.name {
        if !legal_name(&name.value, 64) {
            let problem = findings.complain(&name.at, "scenario.name", say::NAME_NOT_FOR_FOLDER);
            problem.found = Some(format!("\"{}\"", name.value.chars().take(80).collect::<String>()));
            problem.allowed = Some(say::NAME_CHARACTERS.text());
        }
        return name.value.clone();
    }
    let stem = match &own.origin {
        Origin::Disk(path) => path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
        other => other.name(),
    };
    let legal = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name: String = stem.chars().take(64).map(legal).collect();
    if name.is_empty() { "scenario".to_string() } else { name }
}

fn whole(x: &Located<f64>, key: &str, low: i64, high: i64, findings: &mut Findings) -> Option<i64> {
    if x.value.fract() == 0.0 && x.value >= low as f64 && x.value <= high as f64 {
        return Some(x.value as i64);
    }
    let problem = findings.complain(&x.at, key, say::ILLEGAL_VALUE);
    problem.found = Some(x.value.to_string());
    problem.allowed = Some(say::WholeNumberBetween { high, low }.text());
    None
}

fn placement(word: &Located<String>, findings: &mut Findings) -> Option<Placement> {
    let mut found = Placement::Rates;
    if !found.choose(&word.value) {
        let words = found.words();
        let problem = findings.complain(&word.at, "scenario.placement", say::UNKNOWN_PLACEMENT);
        problem.found = Some(word.value.clone());
        problem.allowed = Some(Text::same(words.join(", ")));
        problem.nearest = nearest(&word.value, words.iter().copied());
        return None;
    }
    Some(found)
}

/// Years as `--years` says, which is `--set horizon` by a shorter name.
fn years_of_option(layers: &[Layer], options: &Options, findings: &mut Findings) -> Option<i64> {
    let years = options.years?;
    let mut wrong = |what: Words, allowed: String| {
        let at = Place { file: "--years".into(), line: None };
        let problem = findings.complain(&at, "years", what);
        problem.key = None;
        problem.found = Some(years.to_string());
        problem.allowed = Some(Text::same(allowed));
    };
    if years == 0 || years > MOST_YEARS {
        wrong(say::ILLEGAL_NUMBER_YEARS, format!("1–{MOST_YEARS}"));
        return None;
    }
    let options = layers.iter().filter(|l| l.origin == Origin::Option);
    let set = options.filter_map(|l| l.raw.settings.horizon.as_ref()).next_back();
    if let Some(set) = set.filter(|set| set.value != years as f64) {
        wrong(say::YEARS_SET_TWICE, format!("--set horizon={}", set.value));
        return None;
    }
    Some(years as i64)
}

/// The last year that a model may start in which is written in the file (or option) of that name: what that file knew of
/// the horizon, or what it is in the end. A horizon that was shortened later makes the start no mistake.
pub(super) fn last_start(layers: &[Layer], file: &str, settings: &Settings) -> i32 {
    let until = layers.iter().position(|l| l.origin.name() == file).map_or(layers.len(), |i| i + 1);
    let files = layers[..until].iter().rev().filter(|l| l.origin != Origin::Option);
    let known = files.filter_map(|l| l.raw.settings.horizon.as_ref()).map(|h| h.value as usize).next();
    settings.base_year + known.unwrap_or(0).clamp(settings.horizon, MOST_YEARS) as i32 - 1
}

/// Warns of models that start after the last year, however the horizon was set.
pub(super) fn starts_too_late(settings: &Settings, models: &[Model], findings: &mut Findings) {
    let last = settings.last_year();
    for m in models.iter().filter(|m| m.levers.start_year > last) {
        let (id, start) = (&m.id, m.levers.start_year);
        findings.warnings.push(say::ModelStartsTooLate { id, last, start }.text());
    }
}
