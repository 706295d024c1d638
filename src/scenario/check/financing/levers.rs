//! One model's levers while they are being filled in.

use super::Findings;
use super::own_parameters::own_parameter;
use crate::scenario::check::check_range;
use crate::scenario::choice::Choice;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::lever::{Absence, LeverSlot, LeverType};
use crate::scenario::financing::{DatedLevers, LEVERS, Lever, Levers, Number};
use crate::scenario::parameters::{Parameters, Value};
use crate::scenario::raw::{Located, Place, RawLever, RawLevers, RawValue};
use crate::text::{Message, Text, say};
use std::collections::BTreeMap;

/// Levers inherited and set so far.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) levers: Levers,
    /// Where the start year was written.
    pub(super) start_at: Option<Place>,
    /// Levers that are `none`, each with the path of the one whose value it has.
    like: Vec<(&'static Lever, &'static str)>,
    /// Levers by year, in the order of the years.
    pub(super) history: Vec<Stated>,
    /// What users should know of the model.
    pub(super) told: Vec<Text>,
    /// Where each lever was written last, in the model or in one that it extends, by path.
    pub(super) written: BTreeMap<&'static str, Place>,
}

/// Levers that a model states from a year on.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) from: i32,
    pub(super) named: Vec<&'static Lever>,
    /// Their values; the others mean nothing.
    pub(super) values: State,
}

impl State {
    /// Before any lever is set.
    pub(super) fn new(base_year: i32) -> State {
        State {
            levers: Levers { start_year: base_year, ..Levers::neutral() },
            start_at: None,
            like: Vec::new(),
            history: Vec::new(),
            told: Vec::new(),
            written: BTreeMap::new(),
        }
    }

    /// Takes what is stated from a year on.
    fn take(&mut self, stated: &Stated) {
        let named = |lever: &Lever| stated.named.iter().any(|own| **own == *lever);
        self.levers.take(&stated.values.levers, named);
        self.like.retain(|(lever, _)| !named(lever));
        self.like.extend(stated.values.like.iter().filter(|(lever, _)| named(lever)));
    }

    /// The levers as they are in a year.
    pub(super) fn in_year(&self, year: i32) -> State {
        let mut running = State { history: Vec::new(), ..self.clone() };
        self.history.iter().filter(|own| own.from <= year).for_each(|own| running.take(own));
        running
    }

    /// What is stated by year, as the engine wants it: what one year says in several places is one entry.
    pub(super) fn finished_history(&self) -> Vec<DatedLevers> {
        let mut list: Vec<DatedLevers> = Vec::new();
        let mut running = State { history: Vec::new(), ..self.clone() };
        for stated in &self.history {
            running.take(stated);
            // What has another lever's value moves with it.
            let moved = running.like.iter().filter(|(_, of)| stated.named.iter().any(|own| own.path == *of));
            let named: Vec<&'static Lever> =
                stated.named.iter().copied().chain(moved.map(|(lever, _)| *lever)).collect();
            let levers = running.finished();
            match list.last_mut().filter(|last| last.from == stated.from) {
                Some(last) => {
                    last.named.extend(named);
                    last.levers = levers;
                }
                None => list.push(DatedLevers { from: stated.from, named, levers }),
            }
        }
        for own in &mut list {
            let all = std::mem::take(&mut own.named);
            own.named =
                LEVERS.iter().filter(|lever| all.iter().any(|named| named.path == lever.path)).collect();
        }
        list
    }

    /// Whether what is stated by year comes to the same as in another model.
    pub(super) fn same_history(&self, other: &State, parameters: &Parameters) -> bool {
        let told = |state: &State| -> Vec<DatedLevers> {
            let one = |own: DatedLevers| {
                let plain = State { levers: own.levers, ..State::new(0) };
                let levers = plain.comparable(parameters);
                let none = Levers { start_year: 0, ..Levers::neutral() };
                let mut stated = none;
                stated.take(&levers, |lever| own.named.iter().any(|named| named.path == lever.path));
                DatedLevers { levers: stated, ..own }
            };
            state.finished_history().into_iter().map(one).collect()
        };
        told(self) == told(other)
    }

    /// The levers as the engine wants them.
    pub(super) fn finished(&self) -> Levers {
        let mut levers = self.levers.clone();
        for (lever, number) in levers.numbers_mut() {
            let other = self.like.iter().find(|(like, _)| *like == lever);
            let other = other.and_then(|(_, path)| self.levers.numbers().find(|(l, _)| l.path == *path));
            *number = other.map_or(*number, |(_, other)| *other);
        }
        levers
    }

    /// The levers in a form where the same number written in two ways is equal.
    pub(super) fn comparable(&self, parameters: &Parameters) -> Levers {
        let mut levers = self.finished();
        for (_, number) in levers.numbers_mut() {
            if let Number::Scalar(slot) = number {
                let scalar = &parameters.scalars()[*slot];
                if scalar.distribution.is_fixed() && !parameters.of(scalar).is_money() {
                    *number = Number::Fixed(scalar.distribution.mean());
                }
            }
        }
        levers
    }

    /// Sets what a draft says of levers, or tells what is wrong with it.
    /// `model` is its id, or where in it the levers stand.
    pub(super) fn set(
        &mut self,
        levers: &RawLevers,
        model: &str,
        parameters: &Parameters,
        findings: &mut Findings,
    ) {
        for (lever, written) in levers {
            let Some(slot) = self.levers.slot(lever) else { continue };
            self.written.insert(lever.path, written.at.clone());
            let mut setter = Setter { lever, written, model, parameters, findings };
            match slot {
                LeverSlot::Timetable(to) => {
                    if let Some(number) = setter.whole() {
                        *to = number;
                        if lever.path == "start_year" {
                            self.start_at = Some(written.at.clone());
                        }
                    }
                }
                LeverSlot::Choice(to) => setter.choice(to),
                LeverSlot::Switch(to) => setter.switch(to),
                LeverSlot::Series(to) => {
                    if let Some(id) = setter.series() {
                        *to = id;
                    }
                }
                LeverSlot::Number(to) | LeverSlot::WholeYears(to) => {
                    self.like.retain(|(like, _)| like != lever);
                    match (lever.none, setter.is_none()) {
                        (Absence::As(other), true) => self.like.push((lever, other)),
                        (Absence::Means(number), true) => *to = Number::Fixed(number),
                        _ => *to = setter.number().unwrap_or(*to),
                    }
                }
            }
        }
    }
}

/// One lever being set.
struct Setter<'a> {
    lever: &'static Lever,
    written: &'a Located<RawLever>,
    model: &'a str,
    parameters: &'a Parameters,
    findings: &'a mut Findings,
}

impl Setter<'_> {
    fn key(&self) -> String {
        own_parameter(self.model, self.lever)
    }

    fn found(&self) -> String {
        match &self.written.value {
            RawLever::Switch(b) => b.to_string(),
            RawLever::Word(w) => format!("\"{w}\""),
            RawLever::Value(RawValue::Scalar(d)) => d.to_string(),
            RawLever::Value(RawValue::Table(_)) => "{ table = … }".to_string(),
            RawLever::Value(RawValue::Dated(_)) => "{ dated = … }".to_string(),
        }
    }

    fn wrong(&mut self, allowed: Text) {
        let (key, found) = (self.key(), self.found());
        let problem = self.findings.complain(&self.written.at, key, say::ILLEGAL_VALUE);
        problem.found = Some(found);
        problem.allowed = Some(allowed);
    }

    fn whole(&mut self) -> Option<i32> {
        let [low, high] = self.lever.range;
        match &self.written.value {
            RawLever::Value(RawValue::Scalar(Distribution::Fixed(x)))
                if x.fract() == 0.0 && (low..=high).contains(x) =>
            {
                Some(*x as i32)
            }
            _ => {
                self.wrong(say::WholeNumberBetween { high, low }.text());
                None
            }
        }
    }

    fn switch(&mut self, to: &mut bool) {
        match self.written.value {
            RawLever::Switch(b) => *to = b,
            _ => self.wrong(Text::same("true, false")),
        }
    }

    fn choice(&mut self, to: &mut dyn Choice) {
        let words = to.words();
        let RawLever::Word(word) = &self.written.value else {
            return self.wrong(Text::same(words.join(", ")));
        };
        if !to.choose(word) {
            let near = self.findings.near(word, words.iter().copied());
            self.wrong(Text::same(words.join(", ")));
            if let Some(problem) = self.findings.problems.last_mut() {
                problem.nearest = near;
            }
        }
    }

    fn series(&mut self) -> Option<String> {
        match &self.written.value {
            RawLever::Word(id) => {
                if self.parameters.dated(id).is_some() {
                    return Some(id.clone());
                }
                let dated = self.parameters.iter().filter(|p| matches!(p.value, Value::Dated(_)));
                self.unknown(id, dated.map(|p| p.id.clone()).collect());
                None
            }
            RawLever::Value(RawValue::Dated(_)) => Some(own_parameter(self.model, self.lever)),
            RawLever::Value(RawValue::Scalar(d)) if d.is_fixed() => {
                Some(own_parameter(self.model, self.lever))
            }
            _ => {
                self.wrong(say::LEVER_SERIES.text());
                None
            }
        }
    }

    fn unknown(&mut self, id: &str, names: Vec<String>) {
        let (key, written) = (self.key(), self.written);
        let near = self.findings.near(id, names.iter().map(String::as_str));
        let problem = self.findings.complain(&written.at, key, say::UNKNOWN_PARAMETER);
        problem.found = Some(format!("\"{id}\""));
        problem.nearest = near;
    }

    /// Whether the word `none` is written.
    fn is_none(&self) -> bool {
        matches!(&self.written.value, RawLever::Word(word) if word == "none")
    }

    /// Whether something is wrong with the parameter that the lever has its number from, which is told there.
    fn is_told(&self, number: Number) -> bool {
        let Number::Scalar(slot) = number else { return false };
        let value = format!("parameters.{}.value", self.parameters.of(&self.parameters.scalars()[slot]).id);
        self.findings
            .problems
            .iter()
            .any(|told| told.key.as_deref().is_some_and(|key| key.starts_with(&value)))
    }

    fn number(&mut self) -> Option<Number> {
        let (written, parameters) = (self.written, self.parameters);
        let number = match &written.value {
            RawLever::Word(_) if self.is_none() => {
                self.wrong(say::LEVER_NUMBER_NOT_NONE.text());
                return None;
            }
            RawLever::Word(id) => match parameters.slot(id) {
                Some(slot) => Number::Scalar(slot),
                None => {
                    self.unknown(id, parameters.scalars().iter().map(|s| s.id.clone()).collect());
                    return None;
                }
            },
            RawLever::Value(RawValue::Scalar(d)) if d.is_fixed() => Number::Fixed(d.mean()),
            RawLever::Value(RawValue::Scalar(_)) => {
                Number::Scalar(parameters.slot(&own_parameter(self.model, self.lever))?)
            }
            _ => {
                self.wrong(say::LEVER_NUMBER.text());
                return None;
            }
        };
        let d = match number {
            Number::Fixed(x) => Distribution::Fixed(x),
            Number::Scalar(slot) => parameters.scalars()[slot].distribution.clone(),
        };
        let key = self.key();
        if !self.is_told(number) {
            check_range(&d, self.lever.range, &written.at, &key, self.findings);
        }
        if self.lever.kind == LeverType::WholeYears && !only_whole(&d) {
            let [low, high] = self.lever.range;
            self.wrong(say::WholeYearsBetween { high, low }.text());
        }
        Some(number)
    }
}

fn only_whole(d: &Distribution) -> bool {
    match d {
        Distribution::Discrete { values, .. } => values.iter().all(|v| v.fract() == 0.0),
        d => d.is_fixed() && d.mean().fract() == 0.0,
    }
}
