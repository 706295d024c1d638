//! Summaries over worlds: of every outcome's level under every model, and of the paired difference between the models that
//! are compared ([`Scenario::pairs`]), world by world (model.md §8).

use super::mechanical::{self, Mechanical, mechanical};
use super::sampling_error::{SamplingErrors, sampling_errors};
use super::statistics::{Repeats, Statistics, paired, statistics};
use crate::engine::results::Results;
use crate::outcomes::{Kind, Outcome, Timing};
use crate::scenario::Scenario;
use rayon::prelude::*;

/// The basis of a figure: which kroner, or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Numbers and shares.
    Count,
    /// Kroner of each year.
    Nominal,
    /// Kroner of the price year.
    Fixed,
    /// Fixed kroner discounted to the base year.
    PresentValue,
}

impl Basis {
    /// The identifier in `summary.csv`.
    pub fn id(self) -> &'static str {
        match self {
            Basis::Count => "count",
            Basis::Nominal => "nominal",
            Basis::Fixed => "fixed",
            Basis::PresentValue => "present_value",
        }
    }
    /// The basis of an id in `summary.csv`.
    pub fn from_id(id: &str) -> Option<Basis> {
        [Basis::Count, Basis::Nominal, Basis::Fixed, Basis::PresentValue].into_iter().find(|b| b.id() == id)
    }
    /// The basis in which readers are shown an outcome, fixed kroner or counts; `total` for the whole period.
    pub fn usual(outcome: Outcome, total: bool) -> Basis {
        let info = outcome.info();
        match (info.kind, info.timing) {
            (Kind::Money, Timing::Yearly) if total && info.discountable => Basis::PresentValue,
            (Kind::Money, _) => Basis::Fixed,
            _ => Basis::Count,
        }
    }
    /// The bases of an outcome, in order; `total` for the whole period.
    fn of(outcome: Outcome, total: bool) -> &'static [Basis] {
        let info = outcome.info();
        match (info.kind, info.timing) {
            (Kind::Count | Kind::Share, _) => &[Basis::Count],
            // Stored in fixed kroner already.
            (Kind::Money, Timing::Whole) => &[Basis::Fixed],
            (Kind::Money, _) if total && info.discountable => {
                &[Basis::Nominal, Basis::Fixed, Basis::PresentValue]
            }
            (Kind::Money, _) => &[Basis::Nominal, Basis::Fixed],
        }
    }
}

/// A year, or the whole period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Index of a year, 0 is the base year.
    Year(usize),
    /// The sum over years, or a figure of the whole period.
    Total,
}

/// The statistic of a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statistic {
    /// The model's own figure.
    Level,
    /// The model's figure minus that of an earlier model (its index), world by world.
    DifferenceTo(usize),
}

/// One row of `summary.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryRow {
    /// The outcome.
    pub outcome: Outcome,
    /// Index of the model.
    pub model: usize,
    /// Level, or difference to which model.
    pub statistic: Statistic,
    /// The basis: which kroner, or a number.
    pub basis: Basis,
    /// Year or total.
    pub period: Period,
    /// The figures.
    pub figures: Statistics,
    /// The same without reactions, where a run tells that.
    pub mechanical: Option<Mechanical>,
    /// How far its ends and probabilities may be from those of very many draws.
    pub errors: Option<SamplingErrors>,
}

/// One figure of one world, from its nominal numbers by place of the year axis, the factors to fixed kroner and the
/// discount factors.
pub fn figure(
    (outcome, basis, period): (Outcome, Basis, Period),
    at: impl Fn(usize) -> f64,
    to_fixed: impl Fn(usize) -> f64,
    discount: &[f64],
) -> f64 {
    let years = discount.len();
    let in_basis = |year: usize| match basis {
        Basis::Count | Basis::Nominal => at(year),
        Basis::Fixed => at(year) * to_fixed(year),
        Basis::PresentValue => at(year) * to_fixed(year) * discount[year],
    };
    match period {
        _ if outcome.info().timing == Timing::Whole => at(years),
        Period::Year(year) => in_basis(year),
        Period::Total => (0..years).map(in_basis).sum::<f64>() + 0.0,
    }
}

/// One outcome under one model, by world.
pub fn by_world(results: &Results, outcome: Outcome, model: usize, basis: Basis, period: Period) -> Vec<f64> {
    results.national.of(outcome, |numbers| {
        let own = |world: usize| {
            let at = |year: usize| numbers[[world, model, year]];
            let to_fixed = |year: usize| results.to_fixed[[world, year]];
            figure((outcome, basis, period), at, to_fixed, &results.discount)
        };
        (0..results.worlds()).map(own).collect()
    })
}

/// The same without reactions, by world of those that were simulated so too.
pub(super) fn by_world_without(
    results: &Results,
    outcome: Outcome,
    model: usize,
    basis: Basis,
    period: Period,
) -> Vec<f64> {
    results.mechanical.of(outcome, |numbers| {
        let own = |(place, world): (usize, usize)| {
            let at = |year: usize| numbers[[place, model, year]];
            let to_fixed = |year: usize| results.to_fixed[[world, year]];
            figure((outcome, basis, period), at, to_fixed, &results.discount)
        };
        results.mechanical_worlds().enumerate().map(own).collect()
    })
}

/// The periods and bases in which an outcome is reported, in the order of the file.
pub fn columns(outcome: Outcome, years: usize) -> Vec<(Basis, Period)> {
    let info = outcome.info();
    let mut out = Vec::new();
    if info.timing == Timing::Yearly {
        for &basis in Basis::of(outcome, false) {
            out.extend((0..years).map(|year| (basis, Period::Year(year))));
        }
    }
    if info.additive || info.timing == Timing::Whole {
        out.extend(Basis::of(outcome, true).iter().map(|&basis| (basis, Period::Total)));
    }
    out.sort();
    out
}

/// The key of a row of `summary.csv` or `variance.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureKey {
    /// The outcome.
    pub outcome: Outcome,
    /// Index of the model.
    pub model: usize,
    /// Level, or difference to which model.
    pub statistic: Statistic,
    /// The basis: which kroner, or a number.
    pub basis: Basis,
    /// Year or total.
    pub period: Period,
}

/// A figure's numbers by world.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a> {
    /// In every world.
    pub with: &'a [f64],
    /// Without reactions, in the worlds that were simulated so too; empty where that is not told.
    pub without: &'a [f64],
}

/// Asks something of every figure's numbers by world, of some outcomes: outcome by outcome, model by model, level
/// first, then the differences to the models before it that it is compared with. Figures without an answer are left out. The
/// same answers in the same order for any number of threads.
pub fn of_every_figure<T: Send>(
    scenario: &Scenario,
    results: &Results,
    outcomes: &[Outcome],
    ask: impl Fn(FigureKey, Numbers<'_>) -> Option<T> + Sync,
) -> Vec<T> {
    let (models, pairs) = (scenario.models.len(), scenario.pairs());
    let told = mechanical::is_told(results);
    let of_outcome = |&outcome: &Outcome| -> Vec<T> {
        let mut rows: Vec<(FigureKey, T)> = columns(outcome, scenario.horizon)
            .par_iter()
            .flat_map_iter(|&(basis, period)| {
                let levels: Vec<Vec<f64>> =
                    (0..models).map(|m| by_world(results, outcome, m, basis, period)).collect();
                let without: Vec<Vec<f64>> = (0..models)
                    .map(|m| match told {
                        true => by_world_without(results, outcome, m, basis, period),
                        false => Vec::new(),
                    })
                    .collect();
                let mut rows = Vec::with_capacity(models + pairs.len());
                let mut row = |model, statistic, with: &[f64], without: &[f64]| {
                    let figure = FigureKey { outcome, model, statistic, basis, period };
                    rows.extend(ask(figure, Numbers { with, without }).map(|answer| (figure, answer)));
                };
                for (model, level) in levels.iter().enumerate() {
                    row(model, Statistic::Level, level, &without[model]);
                }
                for &(model, other) in &pairs {
                    let [with, without] = [&levels, &without].map(|own| paired(&own[model], &own[other]));
                    row(model, Statistic::DifferenceTo(other), &with, &without);
                }
                rows
            })
            .collect();
        // Worked out figure by figure, filed model by model; the sort is stable.
        rows.sort_by_key(|(f, _)| (f.model, f.statistic));
        rows.into_iter().map(|(_, answer)| answer).collect()
    };
    // Outcome by outcome: where they are not in memory, one at a time is.
    outcomes.iter().flat_map(of_outcome).collect()
}

/// Every row of `summary.csv`.
pub fn summarise(scenario: &Scenario, results: &Results) -> Vec<SummaryRow> {
    summarise_some(scenario, results, Outcome::ALL)
}

/// The rows of `summary.csv` that are of some outcomes.
pub fn summarise_some(scenario: &Scenario, results: &Results, outcomes: &[Outcome]) -> Vec<SummaryRow> {
    of_every_figure(scenario, results, outcomes, |figure, Numbers { with, without }| {
        let FigureKey { outcome, model, statistic, basis, period } = figure;
        let figures = statistics(with, results)?;
        let both: Vec<f64> = match without.is_empty() {
            true => Vec::new(),
            false => results.mechanical_worlds().map(|world| with[world]).collect(),
        };
        let mechanical = mechanical((&figures, with), &both, without, Repeats::from(results));
        let errors = sampling_errors(with, results.replicates);
        Some(SummaryRow { outcome, model, statistic, basis, period, figures, mechanical, errors })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_row_that_the_catalogue_promises() {
        let (scenario, results) = fixture::small(4, 1);
        let rows = summarise(&scenario, &results);
        let years = scenario.horizon;
        let expected: usize = Outcome::ALL.iter().map(|o| columns(*o, years).len() * 6).sum();
        assert_eq!(rows.len(), expected, "three models: 3 levels and 3 differences");
        let find = |o, model, statistic, basis, period| {
            rows.iter().find(|r| {
                (r.outcome, r.model, r.statistic, r.basis, r.period) == (o, model, statistic, basis, period)
            })
        };
        let (level, total) = (Statistic::Level, Period::Total);
        assert!(find(Outcome::Coverage, 0, level, Basis::Count, total).is_none());
        assert!(find(Outcome::Recipients, 0, level, Basis::Count, total).is_some());
        assert!(find(Outcome::StateNet, 2, Statistic::DifferenceTo(1), Basis::PresentValue, total).is_some());
        assert!(find(Outcome::MunicipalVolatility, 1, level, Basis::Fixed, total).is_some());
        assert!(find(Outcome::StateNet, 0, level, Basis::PresentValue, Period::Year(0)).is_none());
    }

    #[test]
    fn present_value_by_hand() {
        let (_, mut results) = fixture::small(1, 1);
        let o = Outcome::StateNet;
        for year in 0..3 {
            results.national.in_memory_mut()[[0, 0, o.index(), year]] = 100.0;
            results.to_fixed[[0, year]] = 2.0;
        }
        results.discount = vec![1.0, 0.5, 0.25];
        assert_eq!(by_world(&results, o, 0, Basis::PresentValue, Period::Total), [350.0]);
        assert_eq!(by_world(&results, o, 0, Basis::Fixed, Period::Total), [600.0]);
    }

    #[test]
    fn the_same_for_one_and_many_threads() {
        let (scenario, results) = fixture::small(9, 2);
        let run = |n| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
            pool.install(|| summarise(&scenario, &results))
        };
        assert_eq!(run(1), run(7));
    }
}
