//! What a comparison with the accounts of the refund scheme covers, and what else is known of them.

use super::history::{Growth, Observed, moments};
use super::origin::{ForecastPath, Futures};
use super::series::{ACCOUNTS, LAG, Tables};
use crate::analysis::quantile::of_sorted;
use crate::analysis::validation;
use crate::error::Result;
use crate::math::ln;
use serde::{Deserialize, Serialize};

/// Facts beside the forecast of the accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refund {
    /// Payment year of the origin's costs.
    pub year: i32,
    /// What the model's refund of the origin is, mean over draws, million kroner: persons with BPA and those waiting.
    pub model: f64,
    /// Persons whom the model pays refund for, mean over draws.
    pub model_persons: f64,
    /// What the accounts have for the same costs, million kroner: all persons with high costs.
    pub accounts: f64,
    /// Payment years with a number of persons, and the numbers: also after the origin, only to explain.
    pub persons: Vec<Observed>,
    /// Growth a year of the persons whom the model pays refund for, over all years ahead, logarithm of means.
    pub model_persons_growth: f64,
    /// Last payment year, and the accounts in it.
    pub last: Observed,
    /// What the model has for it in hindsight, when wages, threshold and deduction are as they became: median, million
    /// kroner, grown from the accounts of the origin.
    pub hindsight: f64,
    /// Accounts against the adopted budget, as a share: the state's own forecast of the year to come.
    pub budget: Growth,
    /// Adopted budgets by payment year, million kroner.
    pub budgets: Vec<(i32, f64)>,
    /// The rule on the national costs of 2016.
    pub rule: RefundRuleTest,
}

/// The refund rule on national costs, which needs no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefundRuleTest {
    /// By the rule, kroner.
    pub model: f64,
    /// The range that would be a hit, kroner.
    pub hit: [f64; 2],
}

impl RefundRuleTest {
    /// Whether the model's figure is a hit.
    pub fn holds(&self) -> bool {
        (self.hit[0]..=self.hit[1]).contains(&self.model)
    }
}

/// The facts, from futures of the country.
pub fn refund(tables: &Tables<'_>, futures: &Futures, origin: i32) -> Result<Refund> {
    let paths = &futures.paths;
    let (accounts, budgets) = (tables.refund(ACCOUNTS)?, tables.refund("budget_million_nok")?);
    let year = origin + LAG;
    let errors: Vec<f64> =
        accounts.per(&budgets).known(i32::MIN, i32::MAX).iter().map(|(_, r)| r - 1.0).collect();
    let mean = |of: fn(&ForecastPath) -> f64| paths.iter().map(of).sum::<f64>() / paths.len() as f64;
    let mean_persons = |t: usize| paths.iter().map(|p| p.refund_persons[t]).sum::<f64>() / paths.len() as f64;
    let last = accounts.after(year).last().copied().unwrap_or((year, f64::NAN));
    let t = usize::try_from(last.0 - year).unwrap_or(0);
    let base = accounts.at(year).unwrap_or(f64::NAN);
    let mut later: Vec<f64> = futures.hindsight.iter().map(|p| base * p.refund[t] / p.refund[0]).collect();
    later.sort_by(f64::total_cmp);
    let [low, high] = validation::refund_rule_target()?;
    Ok(Refund {
        year,
        model: mean(|p| p.refund[0]) / 1e6,
        model_persons: mean(|p| p.refund_persons[0]),
        accounts: base,
        persons: tables.refund("recipients")?.known(i32::MIN, i32::MAX),
        model_persons_growth: ln(mean_persons(t) / mean_persons(0)) / t as f64,
        last,
        hindsight: of_sorted(&later, 0.5).unwrap_or(f64::NAN),
        budget: moments(&errors),
        budgets: budgets.known(i32::MIN, i32::MAX),
        rule: RefundRuleTest { model: validation::refund_rule_2016(), hit: [low, high] },
    })
}
