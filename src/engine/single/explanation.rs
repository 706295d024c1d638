//! How a person's year is told: what is known so far by symbol, in which formulas find their numbers, and the rules told.

use super::facts::{self, Fact};
use crate::behaviour::drift;
use crate::engine::group::Observation;
use crate::engine::in_year::InYear;
use crate::engine::setup::Draw;
use crate::engine::sums::ByUnit;
use crate::population::{BLOCK, Column};
use crate::rules::explain::{Explained, Rule, SymbolValue};
use crate::rules::threshold;
use crate::scenario::Scenario;
use crate::scenario::financing::Levers;
use std::collections::BTreeMap;

/// A person's year under one model.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelYear {
    /// Index of the model.
    pub model: usize,
    /// The rules in the order in which they are asked.
    pub steps: Vec<Explained>,
    /// What the person adds to the unit's sums.
    pub adds: [f64; ByUnit::COUNT],
    /// The municipality's net cost of BPA before withdrawal, NOK.
    pub(super) net_bpa: f64,
    /// The municipality's net after withdrawal, before it spends of its relief, NOK.
    pub(super) municipality: f64,
}

impl ModelYear {
    /// What a rule came to, by the id of its result; the last one where it was asked more than once.
    pub fn result(&self, id: &str) -> Option<f64> {
        self.steps.iter().rev().find(|step| step.rule.id == id).map(|step| step.result)
    }
}

/// Where the person lives.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Index of the tax zone.
    pub zone: usize,
}

/// How chance enters a year.
#[derive(Clone, Copy)]
pub enum Chance<'a> {
    /// As it was drawn, for the person in the first lane.
    Drawn,
    /// By its probability: the lanes are what may happen, each with its weight; and what is given instead of drawn.
    Weighted(&'a Column, &'a [Fact]),
}

impl Chance<'_> {
    /// The column's expected value.
    pub(super) fn mean(&self, column: impl Fn(usize) -> f64) -> f64 {
        match self {
            Chance::Drawn => column(0),
            Chance::Weighted(weights, _) => {
                (0..BLOCK).filter(|i| weights[*i] > 0.0).map(|i| weights[i] * column(i)).sum()
            }
        }
    }

    /// The formula of what was drawn, or of its probability.
    pub(super) fn formula(&self, drawn: Rule, probable: &str) -> String {
        match self {
            Chance::Drawn => drawn.formula.to_string(),
            Chance::Weighted(..) => probable.to_string(),
        }
    }
}

/// The lane that is told of.
pub(super) const I: usize = 0;

/// What is known so far, and the rules told.
pub(super) struct Explanation<'a> {
    pub(super) of: Context<'a>,
    pub(super) draw: &'a Draw,
    pub(super) m: &'a InYear,
    model: usize,
    year: usize,
    known: BTreeMap<String, f64>,
    pub(super) steps: Vec<Explained>,
}

impl<'a> Explanation<'a> {
    pub(super) fn new(of: Context<'a>, seen: &Observation<'a>) -> Explanation<'a> {
        let (draw, m) = (seen.block.draw, seen.block.in_year);
        let (model, year) = (seen.model, seen.year);
        Explanation { of, draw, m, model, year, known: BTreeMap::new(), steps: Vec::new() }
    }

    /// Goes on with another model's year.
    pub(super) fn told_of(&mut self, model: usize, m: &'a InYear) {
        (self.model, self.m) = (model, m);
    }

    /// A drift, by its rule's own formula or, where its rates changed on the way, by them.
    pub(super) fn drifted(&mut self, rule: Rule, of: fn(&Levers<f64>) -> f64, result: f64) {
        let changed = self.draw.changed_drift(self.model, self.year, of);
        let formula = changed.map_or(rule.formula.to_string(), |[null, above]| drift::formula(&null, &above));
        self.aside_as(rule, formula, result);
    }

    pub(super) fn knows(&self, symbol: &str) -> bool {
        self.known.contains_key(symbol)
    }

    pub(super) fn know(&mut self, symbol: impl Into<String>, value: f64) {
        self.known.insert(symbol.into(), value);
    }

    pub(super) fn step(&mut self, rule: Rule, result: f64) {
        self.step_as(rule, rule.formula.to_string(), result);
    }

    pub(super) fn step_as(&mut self, rule: Rule, formula: String, result: f64) {
        let explained = rule.as_written(formula, result, |symbol| self.find(symbol));
        self.know(rule.id, result);
        self.steps.push(explained);
    }

    /// What need not be told where it comes to nothing.
    pub(super) fn aside(&mut self, rule: Rule, result: f64) {
        self.aside_as(rule, rule.formula.to_string(), result);
    }

    pub(super) fn aside_as(&mut self, rule: Rule, formula: String, result: f64) {
        self.step_as(rule, formula, result);
        self.steps.iter_mut().last().into_iter().for_each(|step| step.aside = true);
    }

    /// The formula of a statutory amount in a year.
    pub(super) fn amount(&self, id: &str, year: i32) -> String {
        let series = self.of.scenario.parameters.dated(id);
        series.map_or("0".to_string(), |series| threshold::formula(id, series.at(year).1, year))
    }

    fn find(&self, symbol: &str) -> Option<SymbolValue> {
        let (scenario, draw) = (self.of.scenario, self.draw);
        if let Some(value) = self.known.get(symbol) {
            return Some(SymbolValue::Input(*value));
        }
        let mut levers = self.m.force.levers.numbers();
        let lever = levers.find(|(lever, _)| lever.path == symbol).map(|(_, value)| *value);
        let scalar = || scenario.parameters.slot(symbol).map(|slot| draw.values[slot]);
        let dated = || {
            let (id, year) = symbol.rsplit_once('.')?;
            let (series, year) = (scenario.parameters.dated(id)?, year.parse().ok()?);
            let after = id == "wage_growth" && year > series.last_year();
            Some(if after { draw.theta.wage_growth_long_run } else { series.at(year).0 })
        };
        lever.or_else(scalar).or_else(dated).map(SymbolValue::Parameter)
    }
}

/// Facts for life, facts of the year, and the year's random numbers.
pub fn facts_of(seen: &Observation<'_>) -> [Vec<Fact>; 3] {
    use facts::*;
    let (p, s) = (seen.block.persons, seen.block.shared);
    [
        vec![
            (BASELINE, p.baseline[I]),
            (GENEROSITY, p.generosity[I]),
            (CASE, p.case[I]),
            (RELATIVES, p.relatives[I]),
            (OTHER_SERVICES, p.other[I]),
            (RAPID, p.rapid[I]),
            (INTELLECTUAL, p.intellectual[I]),
            (ABLE_TO_WORK, p.capable[I]),
            (EXCLUDED, p.excluded[I]),
        ],
        vec![
            (AGE, p.age[I]),
            (NEED, p.need[I]),
            (NEED_BEFORE, p.need_before[I]),
            (LEADS, s.leads[I]),
            (RELATIVES_EMPLOYED, s.employed[I]),
            (WORK_BASE, s.work_base[I]),
            (EDUCATION_BASE, seen.block.draw.education_logit),
            (LEAVES, s.leaves[I]),
            (MOVES, s.moves[I]),
            (OPENNESS, s.openness[I]),
            (BASELINE_CARE, s.baseline_care[I]),
            (IN_STAFFED_HOME, s.staffed[I]),
        ],
        vec![
            (AWARD_DRAW, s.award[I]),
            (EXIT_DRAW, s.exit[I]),
            (WAIT_DRAW, s.wait[I]),
            (BREAK_DRAW, s.break_u[I]),
            (BREAK_LENGTH_DRAW, s.break_length_draw(I)),
            (REVIEWED, s.reviewed[I]),
            (RELATIVES_EXIT_DRAW, p.exit_u[I]),
            (ALLOWANCE_DRAW, p.allowance_u[I]),
            (WORK_DRAW, s.work[I]),
            (EDUCATION_DRAW, s.education[I]),
            (NEED_CHANGE, s.need[I]),
            (WORK_CHANGE, s.work_change[I]),
        ],
    ]
}
