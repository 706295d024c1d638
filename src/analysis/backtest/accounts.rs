//! What else the accounts of the refund scheme are held against: the state's own budgets a year ahead, and the saving that
//! the state expected of a higher threshold (scheme.md S1.10).

use super::judge::{Forecast, Forecaster};
use super::series::Data;
use crate::analysis::quantile::of_sorted;
use crate::analysis::validation_figures::scheme_step;
use crate::engine::run::Engine;
use crate::error::Result;
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// First origin that is held against the budgets: three growth rates are known then.
pub const FIRST: i32 = 2017;

/// The step: payment year, kroner added to the threshold, and the saving of the budget, million kroner.
const STEP_YEAR: i32 = 2020;
const STEP: f64 = 50_000.0;
const SAVING: f64 = 350.0;
const MILLION: f64 = 1e6;
/// How far a hit may be off, as a share.
const TOLERANCE: f64 = 0.15;

/// A payment year, with what was foreseen a year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetYear {
    /// Payment year.
    pub year: i32,
    /// The account, million kroner.
    pub observed: f64,
    /// The adopted budget.
    pub budget: f64,
    /// Each forecaster's middle.
    pub middle: Vec<(Forecaster, f64)>,
}

/// Mean error and mean absolute error, shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Errors {
    /// Forecast minus account.
    pub bias: f64,
    /// The size of it.
    pub absolute: f64,
}

/// A year ahead, beside the state's own budgets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budgets {
    /// Year by year.
    pub years: Vec<BudgetYear>,
    /// Errors of the budgets.
    pub budget: Errors,
    /// Errors of each forecaster's middle.
    pub forecasters: Vec<(Forecaster, Errors)>,
    /// Years in which the model's middle was nearer than the budget.
    pub nearer: usize,
}

/// Errors of pairs of forecast and account.
fn errors(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Errors {
    let n = pairs.clone().count() as f64;
    let off = pairs.map(|(forecast, account)| forecast / account - 1.0);
    Errors { bias: off.clone().sum::<f64>() / n, absolute: off.map(f64::abs).sum::<f64>() / n }
}

/// From forecasts of the accounts one year ahead.
pub fn budgets(data: &Data, ahead: &[Forecast]) -> Budgets {
    let mut years: Vec<BudgetYear> = Vec::new();
    for forecast in ahead {
        let Some(budget) = data.budgets.at(forecast.year) else { continue };
        let own = (forecast.forecaster, forecast.predicted.median());
        match years.iter_mut().find(|y| y.year == forecast.year) {
            Some(year) => year.middle.push(own),
            None => years.push(BudgetYear {
                year: forecast.year,
                observed: forecast.observed,
                budget,
                middle: vec![own],
            }),
        }
    }
    let of = |y: &BudgetYear, who| y.middle.iter().find(|(f, _)| *f == who).map_or(f64::NAN, |(_, x)| *x);
    let nearer =
        |y: &&BudgetYear| (of(y, Forecaster::Structural) - y.observed).abs() < (y.budget - y.observed).abs();
    Budgets {
        budget: errors(years.iter().map(|y| (y.budget, y.observed))),
        forecasters: Forecaster::ALL
            .map(|who| (who, errors(years.iter().map(|y| (of(y, who), y.observed)))))
            .to_vec(),
        nearer: years.iter().filter(nearer).count(),
        years,
    }
}

/// A higher threshold's saving, which needs no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Payment year.
    pub year: i32,
    /// Kroner added to the threshold.
    pub step: f64,
    /// What the layer says is saved, million kroner: median, and 5th and 95th percentile over draws.
    pub saving: [f64; 3],
    /// The budget's figure, million kroner.
    pub expected: f64,
}

impl Step {
    /// The range that is a hit.
    pub fn hit(&self) -> [f64; 2] {
        [1.0 - TOLERANCE, 1.0 + TOLERANCE].map(|factor| factor * self.expected)
    }
}

/// The step of 2020, over the draws of the distribution of costs.
pub fn step(national: &Scenario, seed: u64, draws: usize) -> Result<Option<Step>> {
    let engine = Engine::new(national)?;
    let Some(slot) = national.parameters.slot("scheme_alpha") else { return Ok(None) };
    let mut all: Vec<f64> =
        (0..draws).map(|draw| scheme_step(engine.stated(seed, draw)[slot]) / MILLION).collect();
    all.sort_by(f64::total_cmp);
    let at = |p| of_sorted(&all, p).unwrap_or(f64::NAN);
    Ok(Some(Step { year: STEP_YEAR, step: STEP, saving: [at(0.5), at(0.05), at(0.95)], expected: SAVING }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::backtest::history::Observed;
    use crate::analysis::backtest::score::Predicted;

    /// S1.10: 322 million at α 1.86, 299 at 1.80, 344 at 1.92.
    #[test]
    fn the_step_by_hand() {
        for (alpha, million) in [(1.86, 321.6), (1.80, 299.5), (1.92, 343.7)] {
            let own = scheme_step(alpha) / MILLION;
            assert!((own - million).abs() < 0.1, "{alpha} {own}");
        }
    }

    #[test]
    fn errors_by_hand() {
        let e = errors([(110.0, 100.0), (190.0, 200.0)].into_iter());
        assert!((e.bias - 0.025).abs() < 1e-12 && (e.absolute - 0.075).abs() < 1e-12);
    }

    /// The state's own errors of 2018–25, from the shipped tables: 5.25 per cent in size, 4.3 too high.
    #[test]
    fn the_budgets_own_errors() {
        let national = crate::scenario::load("national", &Default::default()).expect("national");
        let data = Data::shipped(&national).expect("data");
        let perfect = |(year, observed): &Observed| Forecast {
            origin: year - 1,
            year: *year,
            forecaster: Forecaster::Structural,
            observed: *observed,
            predicted: Predicted { mean: *observed, quantiles: [*observed; 5] },
            crps: 0.0,
            won: [None; 2],
        };
        let ahead: Vec<Forecast> = data.accounts.after(FIRST, 8).iter().map(perfect).collect();
        let own = budgets(&data, &ahead);
        assert_eq!((own.years.len(), own.nearer), (8, 8));
        assert!((own.budget.absolute - 0.0525).abs() < 5e-5 && (own.budget.bias - 0.0429).abs() < 1e-4);
        assert_eq!(own.forecasters[3].1, Errors { bias: 0.0, absolute: 0.0 });
    }
}
