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

/// A model's level, or its difference to another model.
type ModelOrPair = (usize, Option<usize>);

/// Asks something of every figure's numbers by world, of some outcomes: outcome by outcome, model by model, level
/// first, then the differences to the models before it that it is compared with. Figures without an answer are left out. The
/// same answers in the same order for any number of threads. The same numbers, as of models that share lives or have not
/// begun, are asked about once.
pub fn of_every_figure<T: Clone + Send>(
    scenario: &Scenario,
    results: &Results,
    outcomes: &[Outcome],
    ask: impl Fn(Numbers<'_>) -> Option<T> + Sync,
) -> Vec<(FigureKey, T)> {
    let (models, pairs) = (scenario.models.len(), scenario.pairs());
    let told = mechanical::is_told(results);
    let levels = (0..models).map(|model| (model, None));
    let figures: Vec<ModelOrPair> =
        levels.chain(pairs.into_iter().map(|(model, other)| (model, Some(other)))).collect();
    let of_outcome = |&outcome: &Outcome| -> Vec<(FigureKey, T)> {
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
                let first = first_alike(&levels, &without);
                let mut answers: Vec<(ModelOrPair, Option<T>)> = Vec::new();
                let mut rows = Vec::with_capacity(figures.len());
                for &(model, other) in &figures {
                    let numbers = (first[model], other.map(|other| first[other]));
                    let known =
                        answers.iter().find(|(of, _)| *of == numbers).map(|(_, answer)| answer.clone());
                    let answer = known.unwrap_or_else(|| {
                        let answer = match other {
                            None => ask(Numbers { with: &levels[model], without: &without[model] }),
                            Some(other) => {
                                let [with, without] =
                                    [&levels, &without].map(|own| paired(&own[model], &own[other]));
                                ask(Numbers { with: &with, without: &without })
                            }
                        };
                        answers.push((numbers, answer.clone()));
                        answer
                    });
                    let statistic = other.map_or(Statistic::Level, Statistic::DifferenceTo);
                    let figure = FigureKey { outcome, model, statistic, basis, period };
                    rows.extend(answer.map(|answer| (figure, answer)));
                }
                rows
            })
            .collect();
        // Worked out figure by figure, filed model by model; the sort is stable.
        rows.sort_by_key(|(f, _)| (f.model, f.statistic));
        rows
    };
    // Outcome by outcome: where they are not in memory, one at a time is.
    outcomes.iter().flat_map(of_outcome).collect()
}

/// For each model the first one that has the same numbers to the last bit, with reactions and without.
fn first_alike(levels: &[Vec<f64>], without: &[Vec<f64>]) -> Vec<usize> {
    let same =
        |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits());
    let alike = |a: usize, b: usize| same(&levels[a], &levels[b]) && same(&without[a], &without[b]);
    (0..levels.len()).map(|model| (0..model).find(|before| alike(*before, model)).unwrap_or(model)).collect()
}

/// Every row of `summary.csv`.
pub fn summarise(scenario: &Scenario, results: &Results) -> Vec<SummaryRow> {
    summarise_some(scenario, results, Outcome::ALL)
}

/// The rows of `summary.csv` that are of some outcomes.
pub fn summarise_some(scenario: &Scenario, results: &Results, outcomes: &[Outcome]) -> Vec<SummaryRow> {
    let told = of_every_figure(scenario, results, outcomes, |Numbers { with, without }| {
        let figures = statistics(with, results)?;
        let both: Vec<f64> = match without.is_empty() {
            true => Vec::new(),
            false => results.mechanical_worlds().map(|world| with[world]).collect(),
        };
        let mechanical = mechanical((&figures, with), &both, without, Repeats::from(results));
        Some((figures, mechanical, sampling_errors(with, results.replicates)))
    });
    let row = |(figure, (figures, mechanical, errors))| {
        let FigureKey { outcome, model, statistic, basis, period } = figure;
        SummaryRow { outcome, model, statistic, basis, period, figures, mechanical, errors }
    };
    told.into_iter().map(row).collect()
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

    /// Models with the same numbers have the same answers, under their own names.
    #[test]
    fn the_same_numbers_are_asked_about_once() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let (scenario, mut results) = fixture::small(4, 1);
        let o = Outcome::StateNet;
        let years = scenario.horizon;
        let asked = AtomicUsize::new(0);
        let ask = |results: &Results| {
            asked.store(0, Ordering::Relaxed);
            let rows = of_every_figure(&scenario, results, &[o], |own| {
                asked.fetch_add(1, Ordering::Relaxed);
                Some(own.with.to_vec())
            });
            assert_eq!(rows.len(), 6 * columns(o, years).len());
            rows.into_iter().filter(|(key, _)| key.basis == Basis::Nominal && key.period == Period::Year(1))
        };
        // Of the third model a copy of the second: it is asked neither for its level nor for its difference from the first.
        let national = results.national.in_memory_mut();
        for world in 0..4 {
            for year in 0..=years {
                for (model, x) in [(0, 1.0), (1, 3.0), (2, 3.0)] {
                    national[[world, model, o.index(), year]] = x * (1 + world) as f64;
                }
            }
        }
        let rows: Vec<_> = ask(&results).map(|(key, x)| (key.model, key.statistic, x[3])).collect();
        let (level, to) = (Statistic::Level, Statistic::DifferenceTo);
        let expected =
            [(0, level, 4.0), (1, level, 12.0), (1, to(0), 8.0), (2, level, 12.0), (2, to(0), 8.0)];
        assert_eq!(rows[..5], expected);
        assert_eq!((rows[5].0, rows[5].1, rows[5].2), (2, to(1), 0.0));
        assert_eq!(asked.load(Ordering::Relaxed), 4 * columns(o, years).len());
        // Where they differ in one world they are others.
        results.national.in_memory_mut()[[3, 2, o.index(), 1]] = 13.0;
        let differ: Vec<_> = ask(&results).map(|(_, x)| x[3]).collect();
        assert_eq!(differ, [4.0, 12.0, 8.0, 13.0, 9.0, 1.0]);
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
