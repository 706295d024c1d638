//! `[[correlations]]`: rank correlations between parameters.

use super::Findings;
use crate::scenario::correlation::Copula;
use crate::scenario::definition::Correlation;
use crate::scenario::layers::Layer;
use crate::scenario::parameters::Parameters;
use crate::scenario::raw::{Place, RawCorrelation};
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;

const KEY: &str = "correlations";

/// All correlations; a later file's wish for a pair replaces an earlier one's.
pub(super) fn merge(layers: &[Layer], parameters: &Parameters, findings: &mut Findings) -> Vec<Correlation> {
    let mut list: Vec<Correlation> = Vec::new();
    let mut last: Option<&Place> = None;
    for layer in layers {
        let mut here: BTreeSet<(usize, usize)> = BTreeSet::new();
        for raw in &layer.raw.correlations {
            let Some(c) = one(raw, parameters, findings) else { continue };
            if !here.insert((c.a, c.b)) {
                findings.complain(&raw.at, KEY, say::SAME_PAIR_TWICE).found =
                    Some(format!("{}, {}", raw.a, raw.b));
                continue;
            }
            list.retain(|old| (old.a, old.b) != (c.a, c.b));
            list.push(c);
            last = Some(&raw.at);
        }
    }
    if let (Some(at), None) = (last, Copula::new(&list)) {
        let pairs: Vec<String> = list
            .iter()
            .map(|c| {
                let name = |slot: usize| parameters.scalars()[slot].id.as_str();
                format!("{}–{} {}", name(c.a), name(c.b), c.rank)
            })
            .collect();
        findings.complain(at, KEY, say::CORRELATIONS_CONTRADICT).found = Some(pairs.join(", "));
    }
    list
}

fn one(raw: &RawCorrelation, parameters: &Parameters, findings: &mut Findings) -> Option<Correlation> {
    let before = findings.problems.len();
    let mut slot = |id: &str| {
        let found = parameters.slot(id);
        if found.is_none() {
            let near = findings.near(id, parameters.scalars().iter().map(|s| s.id.as_str()));
            let problem = findings.complain(&raw.at, KEY, say::UNKNOWN_PARAMETER);
            problem.found = Some(id.to_string());
            problem.nearest = near;
        }
        found
    };
    let (a, b) = (slot(&raw.a), slot(&raw.b));
    if !(-1.0..=1.0).contains(&raw.rank) {
        let problem = findings.complain(&raw.at, "correlations.rank", say::ILLEGAL_VALUE);
        problem.found = Some(raw.rank.to_string());
        problem.allowed = Some(Text::same("-1–1"));
    }
    if a.is_some() && a == b {
        findings.complain(&raw.at, KEY, say::CORRELATED_WITH_ITSELF).found = Some(raw.a.clone());
    }
    let (a, b) = (a?, b?);
    if findings.problems.len() > before {
        return None;
    }
    for slot in [a, b] {
        let scalar = &parameters.scalars()[slot];
        if scalar.distribution.is_fixed() {
            let id = &scalar.id;
            findings.warnings.push(say::CorrelationWithFixed { id }.text());
        }
    }
    Some(Correlation { a: a.min(b), b: a.max(b), rank: raw.rank })
}
