//! A model under another withdrawal from the block grant (scheme.md S3): the same persons and the income effect that the
//! other withdrawal leaves, in every draw.
//!
//! The sum over units is the same however a withdrawal is shared among them, so that it follows from national figures. What
//! the persons of a run answered to holds the withdrawal of the run's own model: the full models are in the scenario
//! `variants`.

use super::statistics::{Statistics, statistics};
use super::summary::{Basis, Period, figure};
use crate::economy::wage_index;
use crate::engine::results::Results;
use crate::outcomes::Outcome;
use crate::rules::{phase_in, withdrawal};
use crate::scenario::Scenario;
use crate::scenario::financing::{OffsetBasis, RefundScope};

/// When a withdrawal is set; none where nothing is withdrawn.
pub type Setting = Option<OffsetBasis>;

/// Years from the compared one to the later one that is shown beside it.
pub const LATER: usize = 10;

/// The whole relief is withdrawn where a model has no share of its own.
const ALL: f64 = 1.0;

/// The change against the zero alternative of a payer's net under a model with some withdrawal.
#[derive(Clone, Debug, PartialEq)]
pub struct WithdrawalRow {
    /// Index of the model.
    pub model: usize,
    /// The withdrawal.
    pub setting: Setting,
    /// Whether it is the model's own.
    pub own: bool,
    /// Net of the municipalities or of the state.
    pub outcome: Outcome,
    /// The basis: which kroner.
    pub basis: Basis,
    /// Year or total.
    pub period: Period,
    /// The figures.
    pub figures: Statistics,
}

/// The word for a setting in files.
pub fn word(setting: Setting) -> &'static str {
    match setting {
        None => "none",
        Some(OffsetBasis::Fixed) => "fixed",
        Some(OffsetBasis::Rebased) => "rebased",
        Some(OffsetBasis::Yearly) => "yearly",
    }
}

/// What a model is shown under: its own withdrawal, none, and those it might have. Terms that hold for the whole refund
/// scheme relieve municipalities of more than BPA, and so are shown as they are.
fn settings(own: Setting, scope: RefundScope) -> Vec<Setting> {
    match (own, scope) {
        (Some(_), _) => {
            vec![None, Some(OffsetBasis::Fixed), Some(OffsetBasis::Rebased), Some(OffsetBasis::Yearly)]
        }
        (None, RefundScope::All) => vec![None],
        (None, RefundScope::Bpa) => vec![None, Some(OffsetBasis::Fixed), Some(OffsetBasis::Yearly)],
    }
}

/// National figures of a world that a withdrawal follows from, nominal kroner by year.
struct Nets {
    /// Net of BPA before withdrawal: zero alternative, model.
    bpa: [Vec<f64>; 2],
    /// Municipalities' net in all, after withdrawal and income effect.
    municipality: [Vec<f64>; 2],
    /// The state's.
    state: [Vec<f64>; 2],
    /// The model's withdrawal and income effect.
    withdrawal: Vec<f64>,
    bought: Vec<f64>,
}

/// The terms of a withdrawal in one draw.
struct Terms {
    setting: Setting,
    share: f64,
    rebase_years: usize,
    /// Place of the first year, and of the first in full effect.
    start: usize,
    full: usize,
    /// Share of relief that is spent on services.
    spent: f64,
    wages: Vec<f64>,
}

/// Changes of municipalities' and the state's net against the zero alternative, by year.
fn changes(nets: &Nets, terms: &Terms) -> [Vec<f64>; 2] {
    let change = |net: &[Vec<f64>; 2], t: usize| net[1][t] - net[0][t];
    let years = 0..nets.withdrawal.len();
    let each = years.map(|t| {
        let amount = match terms.setting {
            Some(basis) if t >= terms.start => {
                let from = withdrawal::set_in(basis, terms.rebase_years, terms.full, t);
                let relief = -change(&nets.bpa, from);
                terms.share * relief * terms.wages[t] / terms.wages[from]
            }
            _ => 0.0,
        };
        let before = change(&nets.municipality, t) - nets.bought[t] - nets.withdrawal[t] + amount;
        let spent = if t >= terms.start { terms.spent } else { 0.0 };
        (before * (1.0 - spent), change(&nets.state, t) + nets.withdrawal[t] - amount)
    });
    let (municipality, state) = each.unzip();
    [municipality, state]
}

/// Every row; none where a figure it needs is not kept, or no model but the zero alternative is there.
pub fn withdrawals(scenario: &Scenario, results: &Results) -> Vec<WithdrawalRow> {
    rows(scenario, results).unwrap_or_default()
}

fn rows(scenario: &Scenario, results: &Results) -> Option<Vec<WithdrawalRow>> {
    let spent = scenario.parameters.slot("income_effect")?;
    let growth = scenario.parameters.slot("wage_growth.long_run")?;
    let years = scenario.horizon;
    let shown = |model: usize| -> Vec<(usize, Vec<Setting>)> {
        let levers = &scenario.models[model].levers;
        let own = (levers.offset_share.value(&values(results, 0)) > 0.0).then_some(levers.offset_basis);
        vec![(model, settings(own, levers.refund_scope))]
    };
    let of = |outcome: Outcome| -> Vec<Vec<Vec<f64>>> {
        results.national.of(outcome, |numbers| {
            let by_year = |world: usize, m: usize| (0..years).map(|t| numbers[[world, m, t]]).collect();
            let by_model = |m: usize| (0..results.worlds()).map(|world| by_year(world, m)).collect();
            (0..scenario.models.len()).map(by_model).collect()
        })
    };
    let [bpa, municipality, state, withdrawn, bought] = [
        Outcome::MunicipalityNetBpa,
        Outcome::MunicipalityNet,
        Outcome::StateNet,
        Outcome::Withdrawal,
        Outcome::IncomeEffect,
    ]
    .map(of);
    let mut rows = Vec::new();
    for (model, settings) in (1..scenario.models.len()).flat_map(shown) {
        for setting in settings {
            let world = |world: usize| -> [Vec<f64>; 2] {
                let both = |net: &[Vec<Vec<f64>>]| [net[0][world].clone(), net[model][world].clone()];
                let nets = Nets {
                    bpa: both(&bpa),
                    municipality: both(&municipality),
                    state: both(&state),
                    withdrawal: withdrawn[model][world].clone(),
                    bought: bought[model][world].clone(),
                };
                let values = values(results, world);
                let levers = scenario.models[model].levers.drawn(&values);
                let since = |year: i32| (year - scenario.base_year).max(0) as usize;
                let wages = wage_index(scenario, values[growth]);
                let all = setting.is_some() && levers.offset_share == 0.0;
                let terms = Terms {
                    setting,
                    share: if all { ALL } else { levers.offset_share },
                    rebase_years: levers.rebase_years as usize,
                    start: since(levers.start_year),
                    full: since(phase_in::full_effect_year(levers.start_year, levers.phase_in_years)),
                    spent: values[spent],
                    wages: (0..years).map(|t| wages.at(scenario.base_year + t as i32)).collect(),
                };
                let terms = Terms { full: terms.full.min(years - 1), ..terms };
                changes(&nets, &terms)
            };
            let worlds: Vec<[Vec<f64>; 2]> = (0..results.worlds()).map(world).collect();
            let levers = &scenario.models[model].levers;
            let withdraws = levers.offset_share.value(&values(results, 0)) > 0.0;
            let own = setting == withdraws.then_some(levers.offset_basis);
            for (payer, outcome) in [Outcome::MunicipalityNet, Outcome::StateNet].into_iter().enumerate() {
                let in_years = (0..years).map(|t| (Basis::Fixed, Period::Year(t)));
                for (basis, period) in in_years.chain([(Basis::PresentValue, Period::Total)]) {
                    let of = |(world, nets): (usize, &[Vec<f64>; 2])| {
                        let to_fixed = |t: usize| results.to_fixed[[world, t]];
                        figure((outcome, basis, period), |t| nets[payer][t], to_fixed, &results.discount)
                    };
                    let numbers: Vec<f64> = worlds.iter().enumerate().map(of).collect();
                    let Some(figures) = statistics(&numbers, results) else { continue };
                    rows.push(WithdrawalRow { model, setting, own, outcome, basis, period, figures });
                }
            }
        }
    }
    Some(rows)
}

/// What was drawn for a world.
fn values(results: &Results, world: usize) -> Vec<f64> {
    results.values.row(world / results.replicates.max(1)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nets() -> Nets {
        // BPA costs municipalities 100, 110, 120 and 130 more under the zero alternative; the model withdraws nothing, and 40
        // of each 100 are spent.
        let relief = [0.0, 100.0, 110.0, 120.0, 130.0];
        let zero = vec![1_000.0; 5];
        let less = |share: f64| relief.iter().map(|r| 1_000.0 - share * r).collect::<Vec<f64>>();
        Nets {
            bpa: [zero.clone(), less(1.0)],
            municipality: [zero.clone(), less(0.6)],
            state: [zero, relief.iter().map(|r| 1_000.0 + r).collect()],
            withdrawal: vec![0.0; 5],
            bought: relief.iter().map(|r| 0.4 * r).collect(),
        }
    }

    fn under(setting: Setting) -> [Vec<f64>; 2] {
        let wages = vec![1.0, 1.0, 1.0, 1.1, 1.2];
        let terms = Terms { setting, share: 1.0, rebase_years: 2, start: 1, full: 2, spent: 0.4, wages };
        changes(&nets(), &terms)
    }

    fn near(found: &[f64], by_hand: [f64; 5]) {
        assert!(found.iter().zip(by_hand).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?} {by_hand:?}");
    }

    #[test]
    fn nothing_withdrawn_is_the_model_itself() {
        let [municipality, state] = under(None);
        near(&municipality, [0.0, -60.0, -66.0, -72.0, -78.0]);
        near(&state, [0.0, 100.0, 110.0, 120.0, 130.0]);
    }

    /// Each year's relief while phasing in; then that of the first full year, with wages: 110, 121, 132.
    #[test]
    fn a_fixed_withdrawal_follows_wages_and_what_it_takes_is_not_spent() {
        let [municipality, state] = under(Some(OffsetBasis::Fixed));
        near(&state, [0.0, 0.0, 0.0, -1.0, -2.0]);
        near(&municipality, [0.0, 0.0, 0.0, 0.6, 1.2]);
    }

    #[test]
    fn a_yearly_withdrawal_leaves_nothing() {
        let [municipality, state] = under(Some(OffsetBasis::Yearly));
        near(&state, [0.0; 5]);
        near(&municipality, [0.0; 5]);
    }
}
