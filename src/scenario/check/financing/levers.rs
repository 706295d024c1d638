//! One model's levers while they are being filled in.

use super::Findings;
use super::own_parameters::own_parameter;
use crate::error::nearest;
use crate::scenario::check::check_range;
use crate::scenario::distribution::Distribution;
use crate::scenario::financing::{
    Decider, Levers, NUMERIC_LEVERS, Number, NumericLevers, OffsetBasis, OffsetBy,
};
use crate::scenario::levers::{Words, lever_range};
use crate::scenario::parameters::{Parameters, Value};
use crate::scenario::raw::{Located, Place, RawLever, RawValue};
use crate::text::Text;

/// Levers inherited and set so far.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) levers: Levers,
    /// Where the start year was written.
    pub(super) start_at: Option<Place>,
    /// Whether rapid conditions wait as long as others.
    no_fast_track: bool,
}

impl State {
    /// Before any lever is set.
    pub(super) fn empty(base_year: i32) -> State {
        let zero = Number::Fixed(0.0);
        State {
            levers: Levers {
                start_year: base_year,
                phase_in_years: 1,
                decided_by: Decider::Municipality,
                threshold: String::new(),
                deduct_intellectual: true,
                transition_guarantee: false,
                offset_by: OffsetBy::Own,
                offset_basis: OffsetBasis::Fixed,
                n: NumericLevers {
                    refund_rate: zero,
                    threshold_factor: zero,
                    min_age: zero,
                    max_age: zero,
                    claim_share: zero,
                    salience: zero,
                    lag_years: zero,
                    grant_rate: zero,
                    above_hours: zero,
                    harmonisation: zero,
                    full_hours: zero,
                    conditional_hours: zero,
                    max_age_new: zero,
                    conditional_factor: zero,
                    discretionary_factor: zero,
                    over_age_factor: zero,
                    excluded_factor: zero,
                    processing_months: zero,
                    fast_track_months: zero,
                    wage_uplift: zero,
                    break_factor: zero,
                    vacancy_factor: zero,
                    copayment: zero,
                    admin_municipal: zero,
                    admin_state: zero,
                    one_off_municipal: zero,
                    one_off_state: zero,
                    offset_share: zero,
                },
            },
            start_at: None,
            no_fast_track: false,
        }
    }

    /// The levers as the engine wants them.
    pub(super) fn finished(&self) -> Levers {
        let mut levers = self.levers.clone();
        if self.no_fast_track {
            levers.n.fast_track_months = levers.n.processing_months;
        }
        levers
    }

    /// The levers in a form where the same number written in two ways is equal.
    pub(super) fn comparable(&self, parameters: &Parameters) -> Levers {
        let mut levers = self.finished();
        levers.n = levers.n.map(|_, number| match number {
            Number::Scalar(slot) => {
                let scalar = &parameters.scalars()[*slot];
                let plain = scalar.distribution.is_fixed() && !parameters.of(scalar).is_money();
                if plain { Number::Fixed(scalar.distribution.mean()) } else { *number }
            }
            Number::Fixed(_) => *number,
        });
        levers
    }

    /// Sets a lever, or tells what is wrong with it.
    pub(super) fn set(
        &mut self,
        path: &'static str,
        lever: &Located<RawLever>,
        model: &str,
        parameters: &Parameters,
        findings: &mut Findings,
    ) {
        let mut setter = Setter { path, lever, model, parameters, findings };
        let l = &mut self.levers;
        match path {
            "start_year" => {
                if let Some(year) = setter.whole(1900, 2200) {
                    l.start_year = year as i32;
                    self.start_at = Some(lever.at.clone());
                }
            }
            "phase_in_years" => {
                if let Some(years) = setter.whole(1, 100) {
                    l.phase_in_years = years as u32;
                }
            }
            "decided_by" => setter.word(&mut l.decided_by),
            "offset_by" => setter.word(&mut l.offset_by),
            "offset_basis" => setter.word(&mut l.offset_basis),
            "refund.deduct_intellectual" => setter.switch(&mut l.deduct_intellectual),
            "transition_guarantee" => setter.switch(&mut l.transition_guarantee),
            "refund.threshold" => {
                if let Some(id) = setter.threshold() {
                    l.threshold = id;
                }
            }
            _ => {
                let none = matches!(&lever.value, RawLever::Word(w) if w == "none");
                if path == "fast_track_months" {
                    self.no_fast_track = none;
                }
                if let (Some(number), Some(slot)) = (setter.number(), l.n.get_mut(path)) {
                    *slot = number;
                }
            }
        }
    }
}

/// One lever being set.
struct Setter<'a> {
    path: &'static str,
    lever: &'a Located<RawLever>,
    model: &'a str,
    parameters: &'a Parameters,
    findings: &'a mut Findings,
}

impl Setter<'_> {
    fn key(&self) -> String {
        format!("financing.{}.{}", self.model, self.path)
    }

    fn found(&self) -> String {
        match &self.lever.value {
            RawLever::Switch(b) => b.to_string(),
            RawLever::Word(w) => format!("\"{w}\""),
            RawLever::Value(RawValue::Scalar(d)) => d.to_string(),
            RawLever::Value(RawValue::Table(_)) => "{ table = … }".to_string(),
            RawLever::Value(RawValue::Dated(_)) => "{ dated = … }".to_string(),
        }
    }

    fn wrong(&mut self, allowed: Text) {
        let (key, found) = (self.key(), self.found());
        let what = Text::all("ulovlig verdi", "ulovleg verdi", "illegal value");
        let problem = self.findings.complain(&self.lever.at, key, what);
        problem.found = Some(found);
        problem.allowed = Some(allowed);
    }

    fn whole(&mut self, low: i64, high: i64) -> Option<i64> {
        if let RawLever::Value(RawValue::Scalar(Distribution::Fixed(x))) = &self.lever.value
            && x.fract() == 0.0
            && (low as f64..=high as f64).contains(x)
        {
            return Some(*x as i64);
        }
        self.wrong(Text::all(
            format!("et helt tall, {low}–{high}"),
            format!("eit heilt tal, {low}–{high}"),
            format!("a whole number, {low}–{high}"),
        ));
        None
    }

    fn switch(&mut self, to: &mut bool) {
        match self.lever.value {
            RawLever::Switch(b) => *to = b,
            _ => self.wrong(Text::same("true, false")),
        }
    }

    fn word<W: Words>(&mut self, to: &mut W) {
        let words: Vec<&str> = W::WORDS.iter().map(|(w, _)| *w).collect();
        let RawLever::Word(word) = &self.lever.value else { return self.wrong(Text::same(words.join(", "))) };
        match W::from_word(word) {
            Some(value) => *to = value,
            None => {
                let near = nearest(word, words.iter().copied());
                self.wrong(Text::same(words.join(", ")));
                if let Some(problem) = self.findings.problems.last_mut() {
                    problem.nearest = near;
                }
            }
        }
    }

    fn threshold(&mut self) -> Option<String> {
        match &self.lever.value {
            RawLever::Word(id) => {
                if self.parameters.dated(id).is_some() {
                    return Some(id.clone());
                }
                let dated = self.parameters.iter().filter(|p| matches!(p.value, Value::Dated(_)));
                self.unknown(id, dated.map(|p| p.id.clone()).collect());
                None
            }
            RawLever::Value(RawValue::Dated(_)) => Some(own_parameter(self.model, self.path)),
            RawLever::Value(RawValue::Scalar(d)) if d.is_fixed() => {
                Some(own_parameter(self.model, self.path))
            }
            _ => {
                self.wrong(Text::all(
                    "en datert parameter, et tall, eller { dated = { 2024 = … } }",
                    "ein datert parameter, eit tal, eller { dated = { 2024 = … } }",
                    "a dated parameter, a number, or { dated = { 2024 = … } }",
                ));
                None
            }
        }
    }

    fn unknown(&mut self, id: &str, names: Vec<String>) {
        let (key, lever) = (self.key(), self.lever);
        let what = Text::all("ukjent parameter", "ukjend parameter", "unknown parameter");
        let problem = self.findings.complain(&lever.at, key, what);
        problem.found = Some(format!("\"{id}\""));
        problem.nearest = nearest(id, names.iter().map(String::as_str));
    }

    fn number(&mut self) -> Option<Number> {
        debug_assert!(NUMERIC_LEVERS.contains(&self.path));
        let (lever, parameters) = (self.lever, self.parameters);
        let number = match &lever.value {
            RawLever::Word(word) if word == "none" => match self.path {
                "refund.max_age" | "rights.max_age_new" => return Some(Number::Fixed(f64::INFINITY)),
                "refund.min_age" | "fast_track_months" => return Some(Number::Fixed(0.0)),
                _ => {
                    self.wrong(Text::all(
                        "et tall, en fordeling eller en parameters id; «none» gjelder ikke her",
                        "eit tal, ei fordeling eller id-en til ein parameter; «none» gjeld ikkje her",
                        "a number, a distribution or a parameter's id; “none” does not apply here",
                    ));
                    return None;
                }
            },
            RawLever::Word(id) => match parameters.slot(id) {
                Some(slot) => Number::Scalar(slot),
                None => {
                    self.unknown(id, parameters.scalars().iter().map(|s| s.id.clone()).collect());
                    return None;
                }
            },
            RawLever::Value(RawValue::Scalar(d)) if d.is_fixed() => Number::Fixed(d.mean()),
            RawLever::Value(RawValue::Scalar(_)) => {
                Number::Scalar(parameters.slot(&own_parameter(self.model, self.path))?)
            }
            _ => {
                self.wrong(Text::all(
                    "et tall, en fordeling eller en parameters id",
                    "eit tal, ei fordeling eller id-en til ein parameter",
                    "a number, a distribution or a parameter's id",
                ));
                return None;
            }
        };
        let d = match number {
            Number::Fixed(x) => Distribution::Fixed(x),
            Number::Scalar(slot) => parameters.scalars()[slot].distribution.clone(),
        };
        let key = self.key();
        check_range(&d, lever_range(self.path), &lever.at, &key, self.findings);
        if self.path == "refund.lag_years" && !only_whole(&d) {
            self.wrong(Text::all("hele år, 0–10", "heile år, 0–10", "whole years, 0–10"));
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
