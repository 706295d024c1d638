//! `[[correlations]]`: who goes with whom.

use super::Findings;
use crate::error::nearest;
use crate::scenario::correlation::Copula;
use crate::scenario::definition::Correlation;
use crate::scenario::layers::Layer;
use crate::scenario::parameters::Parameters;
use crate::scenario::raw::{Place, RawCorrelation};
use crate::text::Text;

const KEY: &str = "correlations";

/// All correlations; a later file's wish for a pair replaces an earlier one's.
pub(super) fn merge(layers: &[Layer], parameters: &Parameters, findings: &mut Findings) -> Vec<Correlation> {
    let mut list: Vec<Correlation> = Vec::new();
    let mut last: Option<&Place> = None;
    for layer in layers {
        let mut here: Vec<(usize, usize)> = Vec::new();
        for raw in &layer.raw.correlations {
            let Some(c) = one(raw, parameters, findings) else { continue };
            if here.contains(&(c.a, c.b)) {
                let what = Text::all(
                    "det samme paret står to ganger",
                    "det same paret står to gonger",
                    "the same pair stands twice",
                );
                findings.complain(&raw.at, KEY, what).found = Some(format!("{}, {}", raw.a, raw.b));
                continue;
            }
            here.push((c.a, c.b));
            list.retain(|old| (old.a, old.b) != (c.a, c.b));
            list.push(c);
            last = Some(&raw.at);
        }
    }
    if let (Some(at), None) = (last, Copula::new(&list)) {
        let what = Text::all(
            "korrelasjonene motsier hverandre (matrisen er ikke positivt semidefinit)",
            "korrelasjonane seier mot kvarandre (matrisa er ikkje positivt semidefinitt)",
            "the correlations contradict one another (the matrix is not positive semi-definite)",
        );
        let pairs: Vec<String> = list
            .iter()
            .map(|c| {
                let name = |slot: usize| parameters.scalars()[slot].id.as_str();
                format!("{}–{} {}", name(c.a), name(c.b), c.rank)
            })
            .collect();
        findings.complain(at, KEY, what).found = Some(pairs.join(", "));
    }
    list
}

fn one(raw: &RawCorrelation, parameters: &Parameters, findings: &mut Findings) -> Option<Correlation> {
    let before = findings.problems.len();
    let mut slot = |id: &str| {
        let found = parameters.slot(id);
        if found.is_none() {
            let near = nearest(id, parameters.scalars().iter().map(|s| s.id.as_str()));
            let what = Text::all("ukjent parameter", "ukjend parameter", "unknown parameter");
            let problem = findings.complain(&raw.at, KEY, what);
            problem.found = Some(id.to_string());
            problem.nearest = near;
        }
        found
    };
    let (a, b) = (slot(&raw.a), slot(&raw.b));
    if !(-1.0..=1.0).contains(&raw.rank) {
        let what = Text::all("ulovlig verdi", "ulovleg verdi", "illegal value");
        let problem = findings.complain(&raw.at, "correlations.rank", what);
        problem.found = Some(raw.rank.to_string());
        problem.allowed = Some(Text::same("-1–1"));
    }
    if a.is_some() && a == b {
        let what = Text::all(
            "en parameter kan ikke korreleres med seg selv",
            "ein parameter kan ikkje korrelerast med seg sjølv",
            "a parameter cannot be correlated with itself",
        );
        findings.complain(&raw.at, KEY, what).found = Some(raw.a.clone());
    }
    let (a, b) = (a?, b?);
    if findings.problems.len() > before {
        return None;
    }
    for slot in [a, b] {
        let scalar = &parameters.scalars()[slot];
        if scalar.distribution.is_fixed() {
            let id = &scalar.id;
            findings.warnings.push(Text::all(
                format!("Korrelasjonen med {id} virker ikke: {id} er et fast tall."),
                format!("Korrelasjonen med {id} verkar ikkje: {id} er eit fast tal."),
                format!("The correlation with {id} has no effect: {id} is a fixed number."),
            ));
        }
    }
    Some(Correlation { a: a.min(b), b: a.max(b), rank: raw.rank })
}
