//! The lines of the tables that every run has.

use super::YEAR;
use super::units::{of_unit, unit_years, units};
use crate::analysis::price_of_hour::{Turn, UnpricedHours, unpriced_hours};
use crate::analysis::statistics::statistics;
use crate::analysis::summary::{FigureKey, Period, Statistic, SummaryRow, summarise_some};
use crate::analysis::validation::Validation;
use crate::analysis::variance::{VarianceRow, variances};
use crate::analysis::withdrawals::{self, WithdrawalRow, withdrawals};
use crate::engine::disclosure::Hidden;
use crate::engine::results::{Results, VIEWS};
use crate::error::Result;
use crate::ledger::{Item, Payer};
use crate::outcomes::Outcome;
use crate::records::csv::table;
use crate::records::record::plain;
use crate::records::tables::{
    ConvergenceLine, CurveLine, FigureId, LedgerLine, ParameterLine, PriceOfHourLine, SummaryLine,
    ValidationLine, VarianceLine, WithdrawalLine,
};
use crate::report::run::NamedFile;
use crate::scenario::Scenario;
use crate::scenario::choice::Choice;
use crate::scenario::financing::Model;
use crate::scenario::parameters::{Parameter, Value};
use crate::text::Lang;

/// What the column `period` of a row about the whole period holds.
const TOTAL: &str = "total";

/// Every table of a result folder, by file name.
pub fn all(
    scenario: &Scenario,
    results: &Results,
    rows: &[SummaryRow],
    validations: &[Validation],
    hidden: &Hidden,
    lang: Lang,
) -> Result<Vec<NamedFile>> {
    let told = rows.iter().filter(|row| !hidden.outcome(row.outcome));
    let mut files: Vec<NamedFile> = vec![
        ("summary.csv".into(), table(told.map(|row| summary(scenario, row)))?),
        ("ledger.csv".into(), table(ledger(scenario, results, hidden))?),
        ("units.csv".into(), table(units(scenario, results, hidden))?),
        ("unit_years.csv".into(), table(unit_years(scenario, results, hidden))?),
        ("parameters.csv".into(), table(parameters(scenario, results, lang))?),
        ("validation.csv".into(), table(validations.iter().map(|row| validation(row, lang)))?),
    ];
    let mut rows = withdrawals(scenario, results);
    rows.retain(|row| !hidden.outcome(row.outcome));
    files.push(("withdrawals.csv".into(), table(rows.iter().map(|row| withdrawal(scenario, row)))?));
    files.push(("price_of_hour.csv".into(), table(prices_of_hours(scenario, results, hidden))?));
    if results.replicates > 1 {
        let mut rows = variances(scenario, results);
        rows.retain(|row| !hidden.outcome(row.figure.outcome));
        files.push(("variance.csv".into(), table(rows.iter().map(|row| variance(scenario, row)))?));
    }
    Ok(files)
}

/// What a page of some figures shows; of what it does not show its tables have no lines.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its outcomes.
    pub outcomes: &'a [Outcome],
    /// Whether it shows who pays what, and what other withdrawals and prices of an hour would make of it.
    pub accounts: bool,
    /// The unit that is looked at.
    pub unit: Option<usize>,
}

/// The tables that a page of some figures is made of: those of a result folder by name and form.
pub fn some(
    scenario: &Scenario,
    results: &Results,
    shown: Shown<'_>,
    hidden: &Hidden,
) -> Result<Vec<NamedFile>> {
    let of_unit = shown.unit.map(|unit| of_unit(scenario, results, hidden, unit));
    let (of_unit, in_years) = of_unit.unwrap_or_default();
    let (mut accounts, mut others, mut prices) = (Vec::new(), Vec::new(), Vec::new());
    if shown.accounts {
        accounts = ledger(scenario, results, hidden);
        others = withdrawals(scenario, results);
        others.retain(|row| !hidden.outcome(row.outcome));
        prices = prices_of_hours(scenario, results, hidden);
    }
    Ok(vec![
        ("summary.csv".into(), summary_table(scenario, results, shown.outcomes, hidden)?),
        ("ledger.csv".into(), table(accounts)?),
        ("units.csv".into(), table(of_unit)?),
        ("unit_years.csv".into(), table(in_years)?),
        ("withdrawals.csv".into(), table(others.iter().map(|row| withdrawal(scenario, row)))?),
        ("price_of_hour.csv".into(), table(prices)?),
        ("parameters.csv".into(), table(Vec::<ParameterLine>::new())?),
        ("validation.csv".into(), table(Vec::<ValidationLine>::new())?),
        ("cost_curve.csv".into(), table(Vec::<CurveLine>::new())?),
        ("convergence.csv".into(), table(Vec::<ConvergenceLine>::new())?),
    ])
}

/// `summary.csv` of some outcomes.
pub fn summary_table(
    scenario: &Scenario,
    results: &Results,
    outcomes: &[Outcome],
    hidden: &Hidden,
) -> Result<Vec<u8>> {
    let told: Vec<Outcome> = outcomes.iter().copied().filter(|own| !hidden.outcome(*own)).collect();
    table(summarise_some(scenario, results, &told).iter().map(|row| summary(scenario, row)))
}

/// A period as it stands in files: the calendar year, none for the whole period, and which of the two it is.
pub fn period(base_year: i32, period: Period) -> (Option<i32>, String) {
    match period {
        Period::Year(year) => (Some(base_year + year as i32), YEAR.to_string()),
        Period::Total => (None, TOTAL.to_string()),
    }
}

/// What a figure is called in files.
pub fn figure(scenario: &Scenario, f: &FigureKey) -> FigureId {
    let (year, period) = period(scenario.base_year, f.period);
    FigureId {
        outcome: f.outcome,
        unit: f.outcome.info().unit.id().into(),
        model: scenario.models[f.model].id.clone(),
        year,
        period,
        basis: f.basis,
        statistic_of: match f.statistic {
            Statistic::Level => "level".into(),
            Statistic::DifferenceTo(other) => format!("difference_to_{}", scenario.models[other].id),
        },
    }
}

/// How much of a figure's variance over worlds is uncertain parameters and how much is chance among persons.
fn variance(scenario: &Scenario, row: &VarianceRow) -> VarianceLine {
    let split = &row.split;
    VarianceLine {
        figure: figure(scenario, &row.figure),
        parameters: split.parameters.value,
        parameters_error: split.parameters.error,
        chance: split.chance.value,
        chance_error: split.chance.error,
        share_parameters: split.share.map(|e| e.value),
        share_parameters_error: split.share.map(|e| e.error),
    }
}

/// An outcome of a model, or of a pair of models.
fn summary(scenario: &Scenario, row: &SummaryRow) -> SummaryLine {
    let &SummaryRow { outcome, model, statistic, basis, period, ref figures, mechanical, errors } = row;
    let percentile = |level: usize| figures.percentiles.map(|p| p[level]);
    let difference = statistic != Statistic::Level;
    SummaryLine {
        figure: figure(scenario, &FigureKey { outcome, model, statistic, basis, period }),
        mean: figures.mean,
        sd: figures.sd,
        mcse: figures.mcse,
        p05: percentile(0),
        p25: percentile(1),
        p50: percentile(2),
        p75: percentile(3),
        p95: percentile(4),
        probability_below_zero: difference.then_some(figures.below_zero),
        probability_above_zero: difference.then_some(figures.above_zero),
        mean_mechanical: mechanical.map(|m| m.mean),
        mcse_mechanical: mechanical.and_then(|m| m.mcse),
        mcse_reactions: mechanical.and_then(|m| m.reactions_mcse),
        p05_mechanical: mechanical.and_then(|m| m.interval).map(|(low, _)| low),
        p95_mechanical: mechanical.and_then(|m| m.interval).map(|(_, high)| high),
        mcse_p05: errors.map(|e| e.low),
        mcse_p95: errors.map(|e| e.high),
        mcse_probability: errors.filter(|_| difference).map(|e| e.probability),
        last_digit: None,
    }
}

/// What an hour without an agreed price must be worth for each model to cost society less than the zero alternative.
fn prices_of_hours(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Vec<PriceOfHourLine> {
    let mut hours = unpriced_hours(scenario, results);
    hours.retain(|own| !hidden.outcome(own.outcome));
    let costs = [Outcome::SocietyCost, Outcome::SocietyCostBeforeExtraServices];
    let told: Vec<Outcome> = costs.into_iter().filter(|cost| !hidden.outcome(*cost)).collect();
    let models = || scenario.models.iter().enumerate().skip(1);
    let line = |own: &UnpricedHours, cost: Outcome, (m, model): (usize, &Model)| {
        let turn = match cost {
            Outcome::SocietyCost => own.turn(m, results),
            _ => own.turn_before_extra_services(m, results),
        };
        let (turns, at) = match turn {
            Turn::Always => ("always", None),
            Turn::Never => ("never", None),
            Turn::Above(at) => ("above", Some(at)),
            Turn::Below(at) => ("below", Some(at)),
        };
        PriceOfHourLine {
            hours: own.outcome,
            model: model.id.clone(),
            period: TOTAL.into(),
            turns: turns.into(),
            price_year: own.year,
            price: at.map(|at| at.value),
            low: at.map(|at| at.low),
            high: at.map(|at| at.high),
            cost: Some(cost),
        }
    };
    let by_cost =
        |cost: Outcome| hours.iter().flat_map(move |own| models().map(move |model| line(own, cost, model)));
    told.iter().flat_map(|cost| by_cost(*cost)).collect()
}

/// A payer's net under a model with some withdrawal, less that under the zero alternative.
fn withdrawal(scenario: &Scenario, row: &WithdrawalRow) -> WithdrawalLine {
    let &WithdrawalRow { model, setting, own, outcome, basis, period, ref figures } = row;
    let statistic = Statistic::DifferenceTo(0);
    let percentile = |level: usize| figures.percentiles.map(|p| p[level]);
    WithdrawalLine {
        figure: figure(scenario, &FigureKey { outcome, model, statistic, basis, period }),
        withdrawal: withdrawals::word(setting).into(),
        own,
        mean: figures.mean,
        mcse: figures.mcse,
        p05: percentile(0),
        p50: percentile(2),
        p95: percentile(4),
    }
}

/// Nominal kroner by model, year, payer and item. Items nobody ever pays are left out; refunds earned but not yet paid at the
/// end stand in the last year under the view `closing_claim`.
///
/// The standard error counts draws, not repeated persons, so with replicates it is on the safe side.
fn ledger(scenario: &Scenario, results: &Results, hidden: &Hidden) -> Vec<LedgerLine> {
    if hidden.country() {
        return Vec::new();
    }
    let sums = &results.ledger;
    let worlds = results.worlds() as f64;
    let used = |payer, item| {
        sums.square
            .index_axis(ndarray::Axis(2), payer)
            .index_axis(ndarray::Axis(2), item)
            .iter()
            .any(|x| *x != 0)
    };
    let mut lines = Vec::new();
    for (m, model) in scenario.models.iter().enumerate() {
        for t in 0..scenario.horizon {
            let year = scenario.base_year + t as i32;
            for (p, &payer) in Payer::ALL.iter().enumerate() {
                for (i, &item) in Item::ALL.iter().enumerate().filter(|(i, _)| used(p, *i)) {
                    for (v, view) in VIEWS.iter().enumerate() {
                        let at = [m, t, p, i, v];
                        let mean = sums.sum[at] as f64 / 100.0 / worlds;
                        let squares = (sums.square[at] as f64 / 1e4 - worlds * mean * mean).max(0.0);
                        let standard_error = (results.draws > 1)
                            .then(|| (squares / (worlds - 1.0) / results.draws as f64).sqrt());
                        lines.push(LedgerLine {
                            model: model.id.clone(),
                            year,
                            period: YEAR.into(),
                            payer,
                            item,
                            view: view.to_string(),
                            mean,
                            standard_error,
                        });
                    }
                }
            }
        }
        lines.push(LedgerLine {
            model: model.id.clone(),
            year: scenario.last_year(),
            period: YEAR.into(),
            payer: Payer::Municipality,
            item: Item::Refund,
            view: "closing_claim".into(),
            mean: sums.closing_claim[m] as f64 / 100.0 / worlds,
            standard_error: None,
        });
    }
    lines
}

/// Every number used, as written, with where it comes from and what was drawn. A table has a line an entry; drawn figures are
/// in the kroner of the column `year`.
fn parameters(scenario: &Scenario, results: &Results, lang: Lang) -> Vec<ParameterLine> {
    let line = |p: &Parameter, id: String, value: String, slot: Option<usize>| {
        let drawn = slot.and_then(|slot| {
            let values: Vec<f64> = results.values.column(slot).iter().copied().collect();
            statistics(&values, 1)
        });
        let interval = drawn.as_ref().and_then(|s| s.percentiles);
        let drawn_from = match slot {
            Some(slot) if results.given.contains(&slot) => "posterior",
            Some(_) if drawn.as_ref().is_some_and(|s| s.sd.is_some_and(|sd| sd > 0.0)) => "distribution",
            _ => "",
        };
        ParameterLine {
            id,
            label: p.label.get(lang).into(),
            group: p.group.clone(),
            symbol: p.symbol.clone().unwrap_or_default(),
            unit: p.unit.clone(),
            year: p.year,
            value,
            status: p.status.clone(),
            source: p.source.get(lang).into(),
            users_own: p.users_own,
            drawn_mean: drawn.as_ref().map(|s| s.mean),
            drawn_p05: interval.map(|i| i[0]),
            drawn_p95: interval.map(|i| i[4]),
            without_commissioned: p.without_commissioned,
            label_nn: p.label.nn.clone(),
            label_en: p.label.en.clone(),
            drawn_from: drawn_from.into(),
            source_nn: p.source.nn.clone(),
            source_en: p.source.en.clone(),
            sign: p.sign.map_or("", |sign| sign.word()).into(),
            with: p.with.clone().unwrap_or_default(),
        }
    };
    let mut slots = 0..;
    let mut lines = Vec::new();
    for p in scenario.parameters.iter() {
        match &p.value {
            Value::Scalar(d) => lines.push(line(p, p.id.clone(), d.to_string(), slots.next())),
            Value::Table(entries) => lines.extend(
                entries
                    .iter()
                    .map(|(key, d)| line(p, format!("{}.{key}", p.id), d.to_string(), slots.next())),
            ),
            Value::Dated(series) => {
                let written: Vec<String> =
                    series.0.iter().map(|(year, x)| format!("{year}={}", plain(*x))).collect();
                lines.push(line(p, p.id.clone(), written.join(" "), None));
            }
        }
    }
    lines
}

/// A known figure, its tolerance, and the zero alternative's figure.
fn validation(row: &Validation, lang: Lang) -> ValidationLine {
    let (target, label, source) = (&row.target, row.target.label(), row.target.source());
    let model = row.model.as_ref();
    let percentile = |level: usize| model.and_then(|m| m.percentiles).map(|p| p[level]);
    ValidationLine {
        target: target.id.clone(),
        label: label.get(lang).into(),
        lower: target.lower,
        upper: target.upper,
        unit: target.unit.clone(),
        kind: target.kind.clone(),
        source: source.get(lang).into(),
        model_mean: model.map(|m| m.mean),
        model_p05: percentile(0),
        model_p50: percentile(2),
        model_p95: percentile(4),
        result: row.verdict.id().into(),
        label_nn: label.nn.clone(),
        label_en: label.en.clone(),
        source_nn: source.nn.clone(),
        source_en: source.en.clone(),
    }
}

#[cfg(test)]
#[path = "outcomes_tests.rs"]
mod tests;
