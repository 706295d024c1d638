//! From what was typed to a [`Scenario`]: the files are merged along `extends`, defaults filled in,
//! everything checked against what is legal. All problems are told together.

mod correlations;
mod financing;
#[cfg(test)]
mod history_tests;
#[cfg(test)]
mod input_tests;
mod parameters;
mod settings;
#[cfg(test)]
mod tests;
mod units;

use super::definition::{Change, Compared, Scenario, percent};
use super::layers::{Chain, Layer};
use super::number::understand;
use super::overrides::{self, Options};
use super::parameters::{Parameters, Value};
use super::raw::Place;
use super::units::Placement;
use super::{changes, embedded, layers};
use crate::error::{Error, Problem, Result, SHOWN, nearest};
use crate::text::{Message, Text, say};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What is wrong so far, and what a user should know.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
    pub(super) warnings: Vec<Text>,
    /// Where levers were written, by model and path.
    pub(super) written: BTreeMap<(String, &'static str), Place>,
}

impl Findings {
    /// Whether problems are still told one by one, so that it is worth while to look for what was meant.
    pub(super) fn one_by_one(&self) -> bool {
        self.problems.len() < SHOWN
    }

    /// The nearest of some names, as long as problems are told one by one.
    pub(super) fn near<'a>(&self, found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.one_by_one() { nearest(found, names) } else { None }
    }

    /// Notes a problem at a place and gives it back for more detail.
    pub(super) fn complain(
        &mut self,
        at: &Place,
        key: impl Into<String>,
        what: impl Message,
    ) -> &mut Problem {
        let index = self.problems.len();
        self.problems.push(at.problem(key, what));
        &mut self.problems[index]
    }
}

/// A scenario with what a reader of `bpasim check` wants beside it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The scenario.
    pub scenario: Scenario,
    /// Name of the scenario that changes are counted against.
    pub base: String,
    /// What differs from `base`, also for a shipped scenario (against the one it extends).
    pub changes: Vec<Change>,
}

/// Reads a scenario: a shipped name (`national`) or a file, with `--set` and its like on top. Either
/// everything is sound, or every problem found is told.
pub fn load(source: &str, options: &Options) -> Result<Scenario> {
    check(source, options).map(|checked| checked.scenario)
}

/// Reads and checks a scenario with everything around it.
pub fn check(source: &str, options: &Options) -> Result<Checked> {
    let mut findings = Findings::default();
    let Chain { mut layers, inputs, told, broken } = layers::chain(source, &mut findings.problems);
    findings.warnings.extend(told);
    if broken {
        return Err(Error::Input(in_order(findings.problems)));
    }
    if source == "parameters" {
        return Err(Problem::new(say::TABLE_NOT_SCENARIO)
            .file(source)
            .allowed(Text::same(embedded::SCENARIOS.join(", ")))
            .into());
    }
    let files = layers.len();
    let known: Vec<String> = known_parameters(&layers);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    layers.push(overrides::layer(&options.sets, &known, &mut findings.problems, &mut findings.warnings));
    let scenario = build(&layers, options, &mut findings);
    let (Some(mut scenario), true) = (scenario, findings.problems.is_empty()) else {
        return Err(Error::Input(in_order(findings.problems)));
    };
    scenario.inputs.splice(0..0, inputs);
    let years_given = options.years.is_some();
    let files = &layers[..files];
    let mut base = base_of(files);
    // A shipped scenario as it is differs from itself in nothing but its years, which are an option of the run.
    let as_it_is = options.sets.is_empty() && options.models.is_none();
    let reference = shipped(&base).filter(|_| !(as_it_is && is_shipped(files.last(), &base)));
    if let Some(reference) = reference {
        scenario.changes = changes::between(reference, &scenario, years_given);
        scenario.parameters.mark_users_own(|p| {
            reference.parameters.get(&p.id).is_none_or(|b| b.value != p.value || b.year != p.year)
        });
        scenario.warnings.extend(far_from_shipped(reference, &scenario));
    }
    scenario.warnings.extend(all_recipients_in_a_part(&scenario));
    let mut shown = scenario.changes.clone();
    // A shipped scenario is told against the one it extends.
    if base == source
        && let Some((parent, reference)) = files.iter().nth_back(1).and_then(|l| {
            let name = l.origin.name();
            shipped(&name).map(|s| (name, s))
        })
    {
        shown = changes::between(reference, &scenario, years_given);
        base = parent;
    }
    Ok(Checked { scenario, base, changes: shown })
}

/// So many times as large, or as small, as a certain number that is shipped is far from it.
const FAR: f64 = 10.0;

/// Single numbers that are legal, but far from what the shipped scenario states: beyond its ends by more than they are apart.
fn far_from_shipped(reference: &Scenario, own: &Scenario) -> Vec<Text> {
    let mut told = Vec::new();
    for p in own.parameters.iter().filter(|p| !p.is_lever()) {
        let Some(shipped) = reference.parameters.get(&p.id) else { continue };
        let (Value::Scalar(own), Value::Scalar(shipped)) = (&p.value, &shipped.value) else { continue };
        let ((low, high), (own_low, own_high)) = (shipped.support(), own.support());
        let far = match (shipped.is_fixed(), (high - low).is_finite()) {
            // Of what is counted a part of the country has a small part.
            (true, _) => p.is_money() && low > 0.0 && (own_low < low / FAR || own_high > low * FAR),
            (false, true) => own_low < low - (high - low) || own_high > high + (high - low),
            (false, false) => false,
        };
        if far {
            let stated = if low == high { low.to_string() } else { format!("{low} … {high}") };
            told.push(say::FarFromShipped { id: &p.id, value: own.to_string(), stated }.text());
        }
    }
    told
}

/// Recipients of the whole country are told of where they are spread over a part of it.
fn all_recipients_in_a_part(scenario: &Scenario) -> Option<Text> {
    let share = scenario.national_share();
    let own = |id: &str| scenario.parameters.get(id).is_some_and(|p| p.users_own);
    // Up to a hundredth is another year's population.
    let part = scenario.placement != Placement::Observed && share < 0.99;
    let total = scenario.parameters.slot("recipients_total")?;
    let total = scenario.parameters.scalars()[total].distribution.mean();
    (part && !own("recipients_total"))
        .then(|| say::AllRecipientsInPart { percent: percent(share), total: total.round() as i64 }.text())
}

/// Problems in the order a reader goes through files.
fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut files: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for p in &problems {
        let place = files.len();
        files.entry(p.file.clone()).or_insert(place);
    }
    problems.sort_by_cached_key(|p| (files.get(&p.file).copied(), p.line));
    problems.dedup();
    problems
}

fn known_parameters(layers: &[Layer]) -> Vec<String> {
    layers.first().map(|l| l.raw.parameters.iter().map(|p| p.id.value.clone()).collect()).unwrap_or_default()
}

/// The shipped scenario a chain builds on; for copies on disk the one of the same name.
fn base_of(files: &[Layer]) -> String {
    let shipped_names = files.iter().rev().filter_map(|l| match &l.origin {
        layers::Origin::Shipped(name) if name != "parameters" => Some(name.clone()),
        _ => None,
    });
    let copied_names =
        files.iter().rev().filter_map(|l| l.raw.settings.name.as_ref()).map(|n| n.value.clone());
    let copied_names = copied_names.filter(|n| embedded::SCENARIOS.contains(&n.as_str()));
    shipped_names.chain(copied_names).next().unwrap_or_else(|| "national".into())
}

fn is_shipped(layer: Option<&Layer>, name: &str) -> bool {
    layer.is_some_and(|layer| matches!(&layer.origin, layers::Origin::Shipped(own) if own == name))
}

/// A shipped scenario as it is: read once, since every scenario is held against one.
fn shipped(name: &str) -> Option<&'static Scenario> {
    static SHIPPED: [OnceLock<Option<Scenario>>; embedded::SCENARIOS.len()] =
        [const { OnceLock::new() }; embedded::SCENARIOS.len()];
    let place = embedded::SCENARIOS.iter().position(|known| *known == name)?;
    let read = || {
        let mut findings = Findings::default();
        let chain = layers::chain(name, &mut findings.problems);
        build(&chain.layers, &Options::default(), &mut findings)
    };
    SHIPPED[place].get_or_init(read).as_ref()
}

/// Merges layers into a scenario.
fn build(layers: &[Layer], options: &Options, findings: &mut Findings) -> Option<Scenario> {
    let settings = settings::merge(layers, options, findings);
    let table = parameters::merge(layers, findings);
    let drafts = financing::collect(layers, findings);
    let unit_files = units::read(layers, findings);
    let settings = settings?;
    let mut list = table;
    financing::register(&drafts, &settings, &mut list, findings);
    let parameters = Parameters::new(list);
    let models = financing::resolve(&drafts, &settings, &parameters, layers, options, findings);
    let correlations = correlations::merge(layers, &parameters, findings);
    let units::Tables { mut units, mut accounts, inputs } = unit_files?;
    units::give_way(&mut units, &settings, &parameters, findings);
    units::crowded(&units, &settings, findings);
    let withheld = units::withhold(&mut units, &settings, &parameters);
    units::carry(&mut units, &withheld, (&settings, &parameters), findings);
    units::keep_from_accounts(&mut accounts, &withheld);
    units::fits(&units, &settings, &parameters, &models, findings);
    let country = units::country(layers, &units, &models, &parameters, findings);
    let scheme = units::scheme(layers, &units, findings);
    settings::starts_too_late(&settings, &models, findings);
    if !findings.problems.is_empty() {
        return None;
    }
    Some(Scenario {
        name: settings.name,
        title: settings.title,
        base_year: settings.base_year,
        horizon: settings.horizon,
        placement: settings.placement?,
        units: units.into_iter().map(|u| u.unit).collect(),
        withheld,
        accounts,
        inhabitants: country.inhabitants,
        national_population: country.national_population,
        currency: settings.currency,
        scheme,
        parameters,
        correlations,
        models,
        compared: if options.models.is_some() { Compared::All } else { Compared::Main },
        changes: Vec::new(),
        warnings: std::mem::take(&mut findings.warnings),
        inputs,
    })
}

/// A legal range in words.
pub(super) fn range_text([lo, hi]: [f64; 2]) -> Text {
    match (lo.is_finite(), hi.is_finite()) {
        (true, true) => Text::same(format!("{lo}–{hi}")),
        (true, false) => say::AtLeast { limit: lo }.text(),
        (false, true) => say::AtMost { limit: hi }.text(),
        (false, false) => say::ANY_NUMBER.text(),
    }
}

/// Notes where a distribution can give values outside a range.
pub(super) fn check_range(
    d: &super::distribution::Distribution,
    range: [f64; 2],
    at: &Place,
    key: &str,
    findings: &mut Findings,
) {
    // Four standard deviations of the normal distribution; tails beyond are too rare to matter.
    const TAIL: f64 = 3.167_124_183_311_998e-5;
    let (low, high) = d.support();
    let endless = low.is_infinite() || high.is_infinite();
    let low = if low.is_infinite() { d.quantile(TAIL) } else { low };
    let high = if high.is_infinite() && range[1].is_finite() { d.quantile(1.0 - TAIL) } else { high };
    if low >= range[0] && high <= range[1] {
        return;
    }
    let what = if endless { say::DISTRIBUTION_OUTSIDE_RANGE } else { say::VALUE_OUTSIDE_RANGE };
    let problem = findings.complain(at, key, what);
    problem.found = Some(d.to_string());
    problem.allowed = Some(range_text(range));
    // A share written in per cent. What is little over one is rather a share that is too large.
    let share =
        if d.is_fixed() && d.mean() >= LEAST_PER_CENT { understand(&format!("{}%", d.mean())) } else { None };
    let share = share.map(|share| share.value).filter(|share| (range[0]..=range[1]).contains(share));
    problem.nearest = share.filter(|_| range[1] <= 1.0).map(|share| share.to_string());
}

/// From here on a number in the place of a share is taken for one in per cent.
const LEAST_PER_CENT: f64 = 2.0;
