//! Whether the units have what the scenario asks of them.

use super::super::settings::Settings;
use super::super::{Findings, range_text};
use super::{POPULATION, Placed, RECIPIENTS};
use crate::scenario::choice::Choice;
use crate::scenario::financing::{Levers, Model, Number, OffsetBy, TransitionRule};
use crate::scenario::parameters::{Parameters, Value};
use crate::scenario::raw::Place;
use crate::scenario::small_counts::Withheld;
use crate::scenario::units::{AGE_CLASSES, Placement, Unit};
use crate::text::{Message, Text, say};

/// Whether the units have what placement and withdrawal need.
pub(in crate::scenario::check) fn fits(
    units: &[Placed],
    settings: &Settings,
    parameters: &Parameters,
    models: &[Model],
    findings: &mut Findings,
) {
    let Some(placement) = settings.placement else { return };
    if !sound(units, findings) {
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
    for m in models {
        let Levers { offset_by, transition_rule, .. } = &m.levers;
        if !withdraws(&m.levers) {
            continue;
        }
        // Told of the model that says so, not of those that extend it.
        let base = m.extends.as_ref().and_then(|id| models.iter().find(|base| base.id == *id));
        let base = base.map(|base| &base.levers).filter(|base| withdraws(base));
        let mut needs = |path: &'static str, found: &str, allowed: &str| {
            let key = format!("financing.{}.{path}", m.id);
            let at = findings.written.get(&(m.id.clone(), path)).unwrap_or(&settings.placement_at).clone();
            let problem = findings.complain(&at, key, say::WITHDRAWAL_BY_POPULATION_NEEDS);
            problem.found = Some(found.into());
            problem.allowed = Some(Text::same(allowed));
        };
        if *offset_by == OffsetBy::Population && base.is_none_or(|base| base.offset_by != *offset_by) {
            needs("offset_by", "population", "own");
        }
        let own_rule = base.is_none_or(|base| base.transition_rule != *transition_rule);
        if *transition_rule != TransitionRule::None && own_rule {
            needs("transition_rule", transition_rule.word(), "none");
        }
    }
}

fn withdraws(levers: &Levers) -> bool {
    [&levers.offset_share, &levers.scheme_offset_share].into_iter().any(|share| *share != Number::Fixed(0.0))
}

/// Whether nothing is wrong in the tables themselves, which comes first.
fn sound(units: &[Placed], findings: &Findings) -> bool {
    let file = units.first().map(|u| u.at.file.to_string());
    file.is_some() && !findings.problems.iter().any(|p| p.file == file)
}

/// Puts other counts in the place of small ones of real persons: nothing after this knows them.
pub(in crate::scenario::check) fn withhold(
    units: &mut [Placed],
    settings: &Settings,
    parameters: &Parameters,
) -> Withheld {
    let mut national = [0.0; AGE_CLASSES.len()];
    if let Some(Value::Table(by_age)) = parameters.get("recipients").map(|p| &p.value) {
        national.iter_mut().zip(by_age).for_each(|(n, (_, d))| *n = d.mean());
    }
    let mut own: Vec<Unit> = units.iter().map(|u| u.unit.clone()).collect();
    let placement = settings.placement.unwrap_or(Placement::Observed);
    let withheld = Withheld::from_units(&mut own, placement, &national);
    units.iter_mut().zip(own).for_each(|(placed, own)| placed.unit = own);
    withheld
}

/// Nobody is more than one: a class has no more recipients than inhabitants, whichever placement uses them.
pub(in crate::scenario::check) fn crowded(units: &[Placed], settings: &Settings, findings: &mut Findings) {
    if settings.placement.is_none() || !sound(units, findings) {
        return;
    }
    for u in units {
        let (Some(population), Some(recipients)) = (u.unit.population, u.unit.recipients) else { continue };
        for (class, name) in AGE_CLASSES.iter().enumerate() {
            if f64::from(recipients[class]) > population[class] {
                let problem = findings.complain(
                    &u.recipients_at,
                    RECIPIENTS[class],
                    say::MoreRecipientsThanInhabitants { name },
                );
                // A message is no place for a count of real persons, be it small or one that tells of others.
                let unit = format!("{} {}", u.unit.id, u.unit.name);
                let count = recipients[class];
                problem.found = Some(if u.unit.real_persons { unit } else { format!("{count} ({unit})") });
                problem.allowed = Some(range_text([f64::NEG_INFINITY, population[class]]));
            }
        }
    }
}

/// The country's recipients by class of age, in the mean.
fn national(parameters: &Parameters) -> Option<[f64; AGE_CLASSES.len()]> {
    let slot = parameters.slot("recipients_total")?;
    let total = parameters.scalars()[slot].distribution.mean();
    let Value::Table(by_age) = &parameters.get("recipients")?.value else { return None };
    let sum: f64 = by_age.iter().map(|(_, d)| d.mean()).sum();
    let of = |class: usize| by_age.get(class).map_or(0.0, |(_, d)| d.mean());
    Some(std::array::from_fn(|class| of(class) * total / sum.max(f64::MIN_POSITIVE)))
}

/// Published counts of single municipalities that come with the program give way where there are fewer in the whole country:
/// then the scenario is of another one.
pub(in crate::scenario::check) fn give_way(
    units: &mut [Placed],
    settings: &Settings,
    parameters: &Parameters,
    findings: &mut Findings,
) {
    let Some(national) = national(parameters).filter(|_| settings.placement == Some(Placement::Mixed)) else {
        return;
    };
    let shipped = |u: &Placed| u.counted.is_some() && !u.users_own;
    let known = |class: usize| -> f64 {
        let own = units.iter().filter(|u| shipped(u));
        own.filter_map(|u| Some(f64::from(u.unit.recipients?[class]) * u.growth_until(settings.base_year)?))
            .sum()
    };
    if (0..AGE_CLASSES.len()).all(|class| known(class) <= national[class] + 1.0) {
        return;
    }
    let mut names = Vec::new();
    for placed in units.iter_mut().filter(|u| shipped(u)) {
        (placed.unit.recipients, placed.counted) = (None, None);
        names.push(placed.unit.name.clone());
    }
    findings.warnings.push(say::KnownCountsGiveWay { list: names.join(", ") }.text());
}

/// Whether the national totals can be spread over the units.
fn totals(units: &[Placed], settings: &Settings, parameters: &Parameters, findings: &mut Findings) {
    let Some(national) = national(parameters) else { return };
    let mixed = settings.placement == Some(Placement::Mixed);
    for (class, name) in AGE_CLASSES.iter().enumerate() {
        let wanted = national[class];
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
            problem.allowed = Some(range_text([f64::NEG_INFINITY, wanted.round()]));
        } else if wanted - seen > people + 0.5 && people > 0.0 {
            let at = Place { line: None, ..units[0].at.clone() };
            let what = say::MoreNationalRecipientsThanInhabitants { name };
            let problem = findings.complain(&at, POPULATION[class + 1], what);
            problem.found = Some((wanted - seen).round().to_string());
            problem.allowed = Some(range_text([f64::NEG_INFINITY, people]));
            // Every class has the same cause and the same remedy.
            return;
        } else if people <= 0.0 && wanted - seen > 0.5 && units.iter().all(|u| u.unit.population.is_some()) {
            findings.complain(
                &settings.placement_at,
                "scenario.units",
                say::NoInhabitantsClassSpread { name },
            );
        }
    }
}
