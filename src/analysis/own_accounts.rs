//! What municipalities' own accounts say beside what the zero alternative gives for them: the price of an hour and the refund
//! that was earned. They decide nothing in the model; they show how far it is from what somebody knows.
//!
//! A municipality's refund is for all persons of the scheme. The model follows those in need of BPA one by one; of the rest a
//! municipality has its part of what the accounts of the whole country leave (scheme.md S1.7), which is an expectation. The
//! refund beside the own one is the sum of both.

use super::statistics::statistics;
use super::summary::{Basis, Period, by_world};
use super::validation::{Validation, ValidationTarget, Verdict, judge};
use crate::engine::results::{Results, UNIT_WORLDS};
use crate::engine::run::Engine;
use crate::error::Result;
use crate::outcomes::Outcome;
use crate::random::WorldKey;
use crate::rules::zone;
use crate::scenario::Scenario;
use crate::scenario::units::UnitAccount;
use crate::text::{Message, Text, say};
use rayon::prelude::*;

/// How these figures are told from those of the table of targets.
pub const KIND: &str = "own";

/// Every figure of the units' own accounts with the model's beside it. Those of units of few persons are not in the scenario.
pub fn own_accounts(scenario: &Scenario, results: &Results, seed: u64) -> Result<Vec<Validation>> {
    let accounts: Vec<&UnitAccount> = scenario.accounts.iter().collect();
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let engine = Engine::new(scenario)?;
    let in_years = |own: &&&UnitAccount| own.refund.is_some() && index(scenario, own.year).is_some();
    let asked: Vec<&UnitAccount> = accounts.iter().filter(in_years).copied().collect();
    let places: Vec<(usize, usize)> =
        asked.iter().filter_map(|own| Some((own.unit, index(scenario, own.year)?))).collect();
    let worlds: Vec<(Vec<f64>, Vec<f64>)> = (0..results.worlds().min(UNIT_WORLDS))
        .into_par_iter()
        .map(|world| {
            let (draw, replicate) = (world / results.replicates, world % results.replicates);
            let own = engine.draw(&results.values.row(draw).to_vec());
            let key = WorldKey::new(seed, draw as u32, replicate as u32);
            let taxes = own.theta.employer_tax;
            let price = |account: &&UnitAccount| {
                let zone = zone::relative_price(taxes[scenario.units[account.unit].zone], taxes[0]);
                own.theta.bpa_hour_cost * own.economy.wages.at(account.year) * zone
            };
            let refunds =
                if places.is_empty() { Vec::new() } else { engine.unit_refunds(&own, &key, &places) };
            (accounts.iter().map(price).collect(), refunds)
        })
        .collect();
    let mut found = Vec::new();
    for (place, own) in accounts.iter().enumerate() {
        if let Some(known) = own.price {
            let model: Vec<f64> = worlds.iter().map(|(prices, _)| prices[place]).collect();
            found.push(beside(scenario, results, (own, Figure::Price, known), &model));
        }
        if let Some(known) = own.refund {
            let simulated = asked.iter().position(|other| std::ptr::eq(*other, *own));
            let model: Vec<f64> = match (simulated, index(scenario, own.year)) {
                (Some(place), Some(t)) => {
                    let rest = rest(scenario, results, own.unit, t);
                    worlds.iter().zip(rest).map(|((_, refunds), rest)| refunds[place] + rest).collect()
                }
                _ => Vec::new(),
            };
            found.push(beside(scenario, results, (own, Figure::Refund, known), &model));
        }
    }
    Ok(found)
}

/// A figure of the accounts.
#[derive(Clone, Copy)]
enum Figure {
    Price,
    Refund,
}

impl Figure {
    fn id(self) -> &'static str {
        match self {
            Figure::Price => "own_price",
            Figure::Refund => "own_refund",
        }
    }

    fn label(self, name: &str, year: i32) -> Text {
        match self {
            Figure::Price => say::OwnPrice { name, year }.text(),
            Figure::Refund => say::OwnRefund { name, year }.text(),
        }
    }

    fn source(self) -> Text {
        match self {
            Figure::Price => say::OWN_PRICE_SOURCE.text(),
            Figure::Refund => say::OWN_REFUND_SOURCE.text(),
        }
    }
}

/// Index of a year of the run.
fn index(scenario: &Scenario, year: i32) -> Option<usize> {
    usize::try_from(year - scenario.base_year).ok().filter(|t| *t < scenario.horizon)
}

/// A unit's part of the refund for the rest of the scheme under the zero alternative, by world, NOK of the year.
fn rest(scenario: &Scenario, results: &Results, unit: usize, t: usize) -> Vec<f64> {
    let share = scenario.scheme.as_ref().map(|scheme| scheme.below[unit] / scheme.below.iter().sum::<f64>());
    let Some(share) = share else { return vec![0.0; results.worlds()] };
    let national = by_world(results, Outcome::RefundRest, 0, Basis::Nominal, Period::Year(t));
    national.into_iter().map(|refund| refund * share).collect()
}

/// A known figure with the model's beside it.
fn beside(
    scenario: &Scenario,
    results: &Results,
    (own, figure, known): (&UnitAccount, Figure, f64),
    worlds: &[f64],
) -> Validation {
    let unit = &scenario.units[own.unit];
    let label = figure.label(&unit.name, own.year);
    let source = figure.source();
    let target = ValidationTarget {
        id: format!("{}.{}.{}", figure.id(), unit.id, own.year),
        label_nb: label.nb.to_string(),
        label_nn: label.nn.to_string(),
        label_en: label.en.to_string(),
        kind: KIND.into(),
        lower: Some(known),
        upper: Some(known),
        unit: "NOK".into(),
        source_nb: source.nb.to_string(),
        source_nn: source.nn.to_string(),
        source_en: source.en.to_string(),
        by_interval: Some(true),
    };
    let model = statistics(worlds, results);
    let verdict = model.as_ref().map_or(Verdict::NotApplicable, |model| judge(&target, model));
    Validation { target, model, verdict }
}
