//! Financing models: merged over the files, levers inherited along `extends`.

mod history;
mod levers;
mod own_parameters;
mod scheme_terms;

pub(super) use own_parameters::register;

use super::Findings;
use super::settings::{Settings, last_start, legal_name, short_title};
use crate::error::nearest;
use crate::scenario::choice::Choice;
use crate::scenario::dated::Series;
use crate::scenario::financing::lever::LeverType;
use crate::scenario::financing::{LEVERS, Lever, Levers, Model, Number, ZERO, model_id};
use crate::scenario::layers::{Layer, Origin};
use crate::scenario::overrides::Options;
use crate::scenario::parameters::Parameters;
use crate::scenario::raw::{Located, Place, RawDatedLevers, RawLever, RawLevers, RawModel, RawValue};
use crate::text::{Message, Text, say};
use levers::State;
use std::collections::{BTreeMap, BTreeSet};

/// Most models named in a message.
const MANY: usize = 30;
/// Longest column heading.
const SHORT: usize = 22;

/// A model as merged over the files, levers not yet inherited.
pub(super) struct Draft {
    id: String,
    at: Place,
    title: Option<Text>,
    short: Option<Text>,
    description: Text,
    extends: Option<Located<String>>,
    levers: RawLevers,
    /// Levers by year, those of earlier files first.
    history: Vec<RawDatedLevers>,
    /// What values by year were added to, where an earlier file gave the lever something else.
    below: Vec<(&'static Lever, RawLever)>,
}

/// Every model of the files, in the order they were first defined.
pub(super) fn collect(layers: &[Layer], findings: &mut Findings) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for layer in layers {
        for raw in &layer.raw.models {
            let index = match places.get(raw.id.value.as_str()) {
                Some(index) => *index,
                None => match new_draft(raw, layer, &drafts, findings) {
                    Some(draft) => {
                        places.insert(&raw.id.value, drafts.len());
                        drafts.push(draft);
                        drafts.len() - 1
                    }
                    None => continue,
                },
            };
            add(&mut drafts[index], raw, findings);
        }
    }
    for draft in &drafts {
        whole(draft, &drafts, &places, findings);
    }
    drafts
}

fn new_draft(raw: &RawModel, layer: &Layer, drafts: &[Draft], findings: &mut Findings) -> Option<Draft> {
    let key = format!("financing.{}", raw.id.value);
    if layer.origin == Origin::Option {
        unknown_model(&raw.id.value, &raw.id.at, &key, drafts.iter().map(|d| d.id.as_str()), findings);
        return None;
    }
    if !legal_name(&raw.id.value, 32) {
        let problem = findings.complain(&raw.id.at, &key, say::MODEL_ID_TOO_LONG);
        problem.allowed = Some(say::MODEL_ID_CHARACTERS.text());
    }
    Some(Draft {
        id: raw.id.value.clone(),
        at: raw.id.at.clone(),
        title: None,
        short: None,
        description: Text::default(),
        extends: None,
        levers: Vec::new(),
        history: Vec::new(),
        below: Vec::new(),
    })
}

fn add(draft: &mut Draft, raw: &RawModel, findings: &mut Findings) {
    if let Some(title) = &raw.title {
        short_title(title, &format!("financing.{}.title", draft.id), findings);
        draft.title = Some(title.value.clone());
    }
    if let Some(short) = &raw.short {
        let longest = [&short.value.nb, &short.value.nn, &short.value.en].map(|s| s.chars().count());
        if longest.iter().any(|n| *n > SHORT) {
            let problem =
                findings.complain(&short.at, format!("financing.{}.short", draft.id), say::HEADING_TOO_LONG);
            problem.found = Some(short.value.nb.clone());
            problem.allowed = Some(say::AtMostCharacters { limit: SHORT }.text());
        }
        draft.short = Some(short.value.clone());
    }
    if let Some(description) = &raw.description {
        draft.description = description.value.clone();
    }
    if let Some(extends) = &raw.extends {
        draft.extends = Some(extends.clone());
    }
    for (lever, value) in &raw.levers {
        let before = draft.levers.iter().position(|(known, _)| known == lever);
        let before = before.map(|i| draft.levers.remove(i).1.value);
        let mut value = value.clone();
        match (&mut value.value, before) {
            (RawLever::Value(RawValue::Dated(new)), Some(RawLever::Value(RawValue::Dated(old)))) => {
                *new = Series(old).with(new).0;
            }
            (RawLever::Value(RawValue::Dated(_)), Some(before)) => draft.below.push((lever, before)),
            _ => draft.below.retain(|(known, _)| known != lever),
        }
        draft.levers.push((lever, value));
    }
    history::rising(&draft.id, &raw.history, findings);
    draft.history.extend(raw.history.iter().cloned());
}

/// What every model must have: `zero` all levers and no start, any other one a model to build on.
fn whole(draft: &Draft, drafts: &[Draft], places: &BTreeMap<&str, usize>, findings: &mut Findings) {
    let key = |field: &str| format!("financing.{}.{field}", draft.id);
    if draft.id == ZERO {
        let only_others = say::ZERO_ALTERNATIVE_IS_TODAY;
        if let Some(extends) = &draft.extends {
            findings.complain(&extends.at, key("extends"), only_others);
        }
        for (lever, value) in draft.levers.iter().filter(|(lever, _)| lever.kind == LeverType::Timetable) {
            findings.complain(&value.at, key(lever.path), only_others);
        }
        let given = |lever: &Lever| draft.levers.iter().any(|(known, _)| *known == lever);
        for lever in LEVERS.iter().filter(|lever| lever.kind != LeverType::Timetable && !given(lever)) {
            findings.complain(&draft.at, key(lever.path), say::ZERO_ALTERNATIVE_LACKS_LEVER);
        }
        return;
    }
    let names = || drafts.iter().map(|d| d.id.as_str()).filter(|id| *id != draft.id);
    match &draft.extends {
        None => {
            let near = findings.near(&draft.id, names());
            let problem =
                findings.complain(&draft.at, format!("financing.{}", draft.id), say::MODEL_WITHOUT_EXTENDS);
            problem.allowed = Some(Text::same(format!("extends = \"{ZERO}\"")));
            problem.nearest = near;
        }
        Some(base) if !places.contains_key(base.value.as_str()) => {
            unknown_model(&base.value, &base.at, &key("extends"), names(), findings);
        }
        Some(_) => {}
    }
}

fn unknown_model<'a>(
    found: &str,
    at: &Place,
    key: &str,
    names: impl Iterator<Item = &'a str>,
    findings: &mut Findings,
) {
    let told = findings.one_by_one();
    let problem = findings.complain(at, key, say::UNKNOWN_MODEL);
    problem.found = Some(found.to_string());
    if told {
        let names: Vec<&str> = names.collect();
        let more = if names.len() > MANY { ", …" } else { "" };
        problem.allowed = Some(Text::same(names[..names.len().min(MANY)].join(", ") + more));
        problem.nearest = nearest(found, names.iter().copied());
    }
}

/// The models to run, the zero alternative first, every lever filled in.
pub(super) fn resolve(
    drafts: &[Draft],
    settings: &Settings,
    parameters: &Parameters,
    layers: &[Layer],
    options: &Options,
    findings: &mut Findings,
) -> Vec<Model> {
    let mut states: BTreeMap<&str, State> = BTreeMap::new();
    for draft in in_order_of_inheritance(drafts, findings) {
        let base = draft.extends.as_ref().and_then(|e| states.get(e.value.as_str()));
        let Some(mut state) = (match (base, draft.id == ZERO) {
            (Some(base), false) => Some(base.clone()),
            (_, true) => Some(State::new(settings.base_year)),
            (None, false) => None,
        }) else {
            continue;
        };
        state.told = history::overrules(draft, &state);
        state.set(&draft.levers, &draft.id, parameters, findings);
        state.history.extend(history::stated(draft, settings, layers, parameters, findings));
        state.history.sort_by_key(|own| own.from);
        if draft.id == ZERO {
            withdraws_nothing(draft, &state, findings);
        }
        states.insert(&draft.id, state);
    }
    let by_id: BTreeMap<&str, &Draft> = drafts.iter().map(|d| (d.id.as_str(), d)).collect();
    let mut models = Vec::new();
    for id in selected(drafts, layers, options, findings) {
        let (Some(draft), Some(state)) = (by_id.get(id.as_str()), states.get(id.as_str())) else {
            continue;
        };
        findings.warnings.extend(state.told.iter().cloned());
        let written = state.written.iter().map(|(path, at)| ((draft.id.clone(), *path), at.clone()));
        findings.written.extend(written);
        start_inside(draft, state, settings, layers, findings);
        differs(draft, state, &states, parameters, findings);
        if let Some(null) = states.get(ZERO) {
            let base = draft.extends.as_ref().and_then(|e| states.get(e.value.as_str()));
            scheme_terms::possible(draft, (state, null), base, parameters, findings);
        }
        models.push(Model {
            id: draft.id.clone(),
            title: draft.title.clone().unwrap_or_else(|| Text::same(&draft.id)),
            short: draft
                .short
                .clone()
                .unwrap_or_else(|| Text::same(draft.id.chars().take(SHORT).collect::<String>())),
            description: draft.description.clone(),
            extends: draft.extends.as_ref().map(|e| e.value.clone()),
            levers: state.finished(),
            history: state.finished_history(),
        });
    }
    models
}

/// The zero alternative relieves nobody against itself: a share of that withdrawn from the block grant does nothing, nor does
/// how it would be reckoned.
fn withdraws_nothing(draft: &Draft, state: &State, findings: &mut Findings) {
    let (own, today) = (&state.levers, Levers::neutral());
    for (path, differs, allowed) in [
        ("offset_share", own.offset_share != Number::Fixed(0.0), "0"),
        ("offset_by", own.offset_by != today.offset_by, today.offset_by.word()),
        ("offset_basis", own.offset_basis != today.offset_basis, today.offset_basis.word()),
    ] {
        let written = draft.levers.iter().rev().find(|(lever, _)| differs && lever.path == path);
        if let Some((_, written)) = written {
            let key = format!("financing.{ZERO}.{path}");
            findings.complain(&written.at, key, say::ZERO_ALTERNATIVE_RELIEVES_NOBODY).allowed =
                Some(Text::same(allowed));
        }
    }
}

/// The drafts so that each comes after the one it extends; rings are told and left out.
fn in_order_of_inheritance<'a>(drafts: &'a [Draft], findings: &mut Findings) -> Vec<&'a Draft> {
    let by_id: BTreeMap<&str, &Draft> = drafts.iter().map(|d| (d.id.as_str(), d)).collect();
    let mut order: Vec<&Draft> = Vec::new();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for draft in drafts {
        let mut path: Vec<&Draft> = Vec::new();
        let mut on_path: BTreeSet<&str> = BTreeSet::new();
        let mut at = Some(draft);
        while let Some(d) = at {
            if placed.contains(d.id.as_str()) {
                break;
            }
            if !on_path.insert(&d.id)
                && let Some(start) = path.iter().position(|p| p.id == d.id)
            {
                let ring: Vec<&str> =
                    path[start..].iter().map(|p| p.id.as_str()).chain([d.id.as_str()]).collect();
                if !ring.iter().any(|id| told.contains(id)) {
                    let at = d.extends.as_ref().map_or(&d.at, |e| &e.at);
                    findings
                        .complain(at, format!("financing.{}.extends", d.id), say::MODELS_IN_CIRCLE)
                        .found = Some(ring.join(" → "));
                    told.extend(ring);
                }
                path.clear();
                break;
            }
            path.push(d);
            at = d.extends.as_ref().and_then(|e| by_id.get(e.value.as_str()).copied());
        }
        placed.extend(path.iter().map(|d| d.id.as_str()));
        order.extend(path.into_iter().rev());
    }
    order
}

/// Ids of the models to run: `--models`, or the files' `models` with what later files add.
fn selected(drafts: &[Draft], layers: &[Layer], options: &Options, findings: &mut Findings) -> Vec<String> {
    let option = Place { file: "--models".into(), line: None };
    let mut wanted: Vec<(String, Place)> = Vec::new();
    if let Some(models) = &options.models {
        wanted = models.iter().map(|m| (model_id(m.trim()).to_string(), option.clone())).collect();
    } else {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for layer in layers {
            let new: Vec<_> = layer
                .raw
                .models
                .iter()
                .filter(|m| !seen.contains(m.id.value.as_str()) && layer.origin != Origin::Option)
                .collect();
            seen.extend(new.iter().map(|m| m.id.value.as_str()));
            match &layer.raw.settings.models {
                Some(list) => wanted = list.value.iter().map(|m| (m.clone(), list.at.clone())).collect(),
                None => wanted.extend(new.iter().map(|m| (m.id.value.clone(), m.id.at.clone()))),
            }
        }
    }
    let mut ids = vec![ZERO.to_string()];
    if !drafts.iter().any(|d| d.id == ZERO)
        && let Some(layer) = layers.iter().rev().find(|l| l.origin != Origin::Option)
    {
        findings.complain(&layer.place(), format!("financing.{ZERO}"), say::ZERO_ALTERNATIVE_IS_MISSING);
    }
    let known: BTreeSet<&str> = drafts.iter().map(|d| d.id.as_str()).collect();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for (id, at) in &wanted {
        let key = if at.line.is_none() && options.models.is_some() { "" } else { "scenario.models" };
        if !known.contains(id.as_str()) {
            unknown_model(id, at, key, drafts.iter().map(|d| d.id.as_str()), findings);
        } else if !taken.insert(id) {
            findings.complain(at, key, say::SAME_MODEL_TWICE).found = Some(id.clone());
        } else if id != ZERO {
            ids.push(id.clone());
        }
    }
    for p in findings.problems.iter_mut().filter(|p| p.key.as_deref() == Some("")) {
        p.key = None;
    }
    ids
}

fn start_inside(
    draft: &Draft,
    state: &State,
    settings: &Settings,
    layers: &[Layer],
    findings: &mut Findings,
) {
    let start = state.levers.start_year;
    let Some(at) = state.start_at.as_ref().filter(|_| draft.id != ZERO && settings.years_sound) else {
        return;
    };
    let last = last_start(layers, &at.file, settings);
    if start < settings.base_year || start > last {
        let problem = findings.complain(
            at,
            format!("financing.{}.start_year", draft.id),
            say::ModelStartsOutside { id: &draft.id },
        );
        problem.found = Some(start.to_string());
        problem.allowed = Some(Text::same(format!("{}–{last}", settings.base_year)));
    }
}

/// Warns where a model is the same as the one it extends, or as the zero alternative.
fn differs(
    draft: &Draft,
    state: &State,
    states: &BTreeMap<&str, State>,
    parameters: &Parameters,
    findings: &mut Findings,
) {
    if draft.id == ZERO {
        return;
    }
    let id = &draft.id;
    let levers = state.comparable(parameters);
    if let Some(null) = states.get(ZERO) {
        let mut null = null.comparable(parameters);
        (null.start_year, null.phase_in_years) = (levers.start_year, levers.phase_in_years);
        let same = states.get(ZERO).is_some_and(|null| null.same_history(state, parameters));
        if null == levers && same {
            findings.warnings.push(say::ModelLikeZeroAlternative { id }.text());
            return;
        }
    }
    if let Some((base, of)) =
        draft.extends.as_ref().and_then(|e| Some((&e.value, states.get(e.value.as_str())?)))
        && of.comparable(parameters) == levers
        && of.same_history(state, parameters)
    {
        findings.warnings.push(say::ModelLikeItsBase { base, id }.text());
    }
}
