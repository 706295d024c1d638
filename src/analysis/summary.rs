//! Summaries over worlds: of every outcome's level under every model, and of the paired difference
//! between every pair of models, world by world (model.md §8).

use super::quantile;
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

/// Summary of one figure over worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    /// Mean.
    pub mean: f64,
    /// Standard deviation over worlds; none with one draw.
    pub sd: Option<f64>,
    /// Monte Carlo standard error of the mean, from draw means where draws are repeated.
    pub mcse: Option<f64>,
    /// Percentiles 5, 25, 50, 75, 95; none with one draw.
    pub percentiles: Option<[f64; 5]>,
    /// Share of worlds strictly below zero.
    pub below_zero: f64,
    /// Share of worlds strictly above zero.
    pub above_zero: f64,
}

impl Statistics {
    /// The 5th and 95th percentile; none with one draw.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.percentiles.map(|p| (p[0], p[4]))
    }

    /// The median, or the only value there is.
    pub fn middle(&self) -> f64 {
        self.percentiles.map_or(self.mean, |p| p[2])
    }
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
}

/// How worlds belong together: world = draw · replicates + replicate, and draws are dealt from the
/// scramblings of a point set in turn, if there are any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// Replicates a draw.
    pub replicates: usize,
    /// Independent scramblings, or 0.
    pub scrambles: usize,
}

impl From<usize> for Repeats {
    fn from(replicates: usize) -> Repeats {
        Repeats { replicates, scrambles: 0 }
    }
}

impl From<&Results> for Repeats {
    fn from(results: &Results) -> Repeats {
        Repeats { replicates: results.replicates, scrambles: results.scrambles }
    }
}

impl Repeats {
    /// Means of the independent groups of worlds: draws, or scramblings.
    fn means(self, worlds: &[f64]) -> Vec<f64> {
        let draws = worlds.chunks(self.replicates.max(1));
        let groups: Vec<Vec<f64>> = match self.scrambles {
            0 => draws.map(<[f64]>::to_vec).collect(),
            n => (0..n).map(|g| draws.clone().skip(g).step_by(n).flatten().copied().collect()).collect(),
        };
        let mean = |group: Vec<f64>| {
            let present: Vec<f64> = group.into_iter().filter(|x| x.is_finite()).collect();
            moments(&present).map(|(mean, _)| mean)
        };
        groups.into_iter().filter_map(mean).collect()
    }
}

/// Summarises numbers by world. Worlds without a number are left out; nothing if none has one.
pub fn statistics(worlds: &[f64], repeats: impl Into<Repeats>) -> Option<Statistics> {
    let repeats = repeats.into();
    let values: Vec<f64> = worlds.iter().copied().filter(|x| x.is_finite()).collect();
    let (mean, sd) = moments(&values)?;
    let (groups, between) = if repeats == Repeats::from(1) {
        (values.len(), sd)
    } else {
        let means = repeats.means(worlds);
        (means.len(), moments(&means).map_or(0.0, |(_, sd)| sd))
    };
    let many = groups > 1;
    let n = values.len() as f64;
    Some(Statistics {
        mean,
        sd: many.then_some(sd),
        mcse: many.then(|| between / (groups as f64).sqrt()),
        percentiles: if many { quantile::percentiles(&values) } else { None },
        below_zero: values.iter().filter(|x| **x < 0.0).count() as f64 / n,
        above_zero: values.iter().filter(|x| **x > 0.0).count() as f64 / n,
    })
}

/// Mean and sample standard deviation, counted from the first value so that equal values give
/// themselves and exactly zero.
fn moments(values: &[f64]) -> Option<(f64, f64)> {
    let (first, n) = (*values.first()?, values.len() as f64);
    let (mut sum, mut square) = (0.0, 0.0);
    for x in values {
        sum += x - first;
    }
    let shift = sum / n;
    for x in values {
        let d = (x - first) - shift;
        square += d * d;
    }
    let sd = if values.len() > 1 { (square / (n - 1.0)).sqrt() } else { 0.0 };
    Some((first + shift + 0.0, sd))
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

/// The difference between two models, world by world.
pub fn paired(later: &[f64], earlier: &[f64]) -> Vec<f64> {
    later.iter().zip(earlier).map(|(a, b)| a - b).collect()
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

/// Asks something of every figure's numbers by world: outcome by outcome, model by model, level
/// first, then the differences to the models before it. Figures without an answer are left out. The
/// same answers in the same order for any number of threads.
pub fn of_every_figure<T: Send>(
    scenario: &Scenario,
    results: &Results,
    ask: impl Fn(FigureKey, &[f64]) -> Option<T> + Sync,
) -> Vec<T> {
    let models = scenario.models.len();
    let of_outcome = |&outcome: &Outcome| -> Vec<(FigureKey, T)> {
        columns(outcome, scenario.horizon)
            .par_iter()
            .flat_map_iter(|&(basis, period)| {
                let levels: Vec<Vec<f64>> =
                    (0..models).map(|m| by_world(results, outcome, m, basis, period)).collect();
                let mut rows = Vec::with_capacity(models * (models + 1) / 2);
                let mut row = |model, statistic, worlds: &[f64]| {
                    let figure = FigureKey { outcome, model, statistic, basis, period };
                    rows.extend(ask(figure, worlds).map(|answer| (figure, answer)));
                };
                for (model, level) in levels.iter().enumerate() {
                    row(model, Statistic::Level, level);
                    for (other, earlier) in levels[..model].iter().enumerate() {
                        row(model, Statistic::DifferenceTo(other), &paired(level, earlier));
                    }
                }
                rows
            })
            .collect()
    };
    // Outcome by outcome: where they are not in memory, one at a time is.
    let mut rows: Vec<(FigureKey, T)> = Outcome::ALL.iter().flat_map(of_outcome).collect();
    // Worked out figure by figure, filed model by model; the sort is stable.
    rows.sort_by_key(|(f, _)| (f.outcome, f.model, f.statistic));
    rows.into_iter().map(|(_, answer)| answer).collect()
}

/// Every row of `summary.csv`.
pub fn summarise(scenario: &Scenario, results: &Results) -> Vec<SummaryRow> {
    of_every_figure(scenario, results, |figure, worlds| {
        let FigureKey { outcome, model, statistic, basis, period } = figure;
        let figures = statistics(worlds, results)?;
        Some(SummaryRow { outcome, model, statistic, basis, period, figures })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn equal_worlds_give_exactly_themselves() {
        let s = statistics(&[0.1; 7], 1).unwrap();
        assert_eq!((s.mean, s.sd, s.mcse), (0.1, Some(0.0), Some(0.0)));
        let z = statistics(&paired(&[3.3; 5], &[3.3; 5]), 1).unwrap();
        assert_eq!((z.mean, z.sd, z.percentiles), (0.0, Some(0.0), Some([0.0; 5])));
        assert_eq!((z.below_zero, z.above_zero), (0.0, 0.0));
        assert!(z.mean.is_sign_positive());
    }

    #[test]
    fn hand_calculated() {
        let s = statistics(&[1.0, 2.0, 3.0, 4.0, -5.0], 1).unwrap();
        assert_eq!((s.mean, s.below_zero), (1.0, 0.2));
        assert_eq!(s.sd, Some((50.0f64 / 4.0).sqrt()));
        assert_eq!(s.mcse, Some((50.0f64 / 4.0).sqrt() / 5.0f64.sqrt()));
    }

    #[test]
    fn replicates_count_as_one_draw_in_the_standard_error() {
        // Draw means 2 and 6: sd √8, over √2 draws = 2.
        let s = statistics(&[1.0, 3.0, 5.0, 7.0], 2).unwrap();
        assert_eq!(s.mcse, Some(2.0));
        assert_eq!(s.mean, 4.0);
    }

    #[test]
    fn scramblings_are_what_repeats_itself_where_there_are_some() {
        // Two scramblings in turn: (1, 5, 9) and (2, 4, 12), means 5 and 6: sd √½, over √2 = ½.
        let repeats = Repeats { replicates: 1, scrambles: 2 };
        let s = statistics(&[1.0, 2.0, 5.0, 4.0, 9.0, 12.0], repeats).unwrap();
        assert!((s.mcse.unwrap() - 0.5).abs() < 1e-15);
        assert_eq!((s.mean, s.percentiles.map(|p| p[2])), (5.5, Some(4.5)));
    }

    #[test]
    fn missing_worlds_and_single_draws() {
        assert_eq!(statistics(&[f64::NAN, f64::NAN], 1), None);
        assert_eq!(statistics(&[f64::NAN, 2.0, 4.0], 1).map(|s| s.mean), Some(3.0));
        let one = statistics(&[8.0], 1).unwrap();
        assert_eq!((one.mean, one.sd, one.mcse, one.percentiles), (8.0, None, None, None));
    }

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
