//! How alike recipients are treated, and how steady a municipality's budget is (model.md §8).
//!
//! Volatility is the sample standard deviation (n − 1) over years of yearly changes, in fixed kroner, after
//! withdrawal; municipalities without inhabitants have none. Percentiles and Gini of coverage are read from 400 bins
//! (error at most half a bin, 0.00125).

use super::setup::Draw;
use super::sums::{ByUnit, COVERAGE_BINS, National, Sums};
use crate::outcomes::Outcome;

/// Municipalities below this number of inhabitants are "small" in `municipal_volatility_small`.
pub(super) const SMALL_MUNICIPALITY: f64 = 5000.0;

/// How alike recipients are treated, from their coverage c (model.md §8).
pub(super) fn equity(sums: &Sums, model: usize, t: usize, set: &mut impl FnMut(Outcome, f64)) {
    let (mut n, mut total, mut units) = (0.0, 0.0, 0.0);
    for row in sums.units(model, t) {
        let of = row[ByUnit::Recipients as usize];
        n += of;
        total += row[ByUnit::Coverage as usize];
        units += if of > 0.0 { 1.0 } else { 0.0 };
    }
    if n == 0.0 {
        return;
    }
    let mean = total / n;
    let between: f64 = sums
        .units(model, t)
        .iter()
        .filter(|row| row[ByUnit::Recipients as usize] > 0.0)
        .map(|row| {
            let of = row[ByUnit::Recipients as usize];
            let away = row[ByUnit::Coverage as usize] / of - mean;
            of * away * away
        })
        .sum();
    let all = (sums.national(model, t, National::CoverageSquared) - n * mean * mean).max(0.0);
    set(Outcome::CoverageSdBetweenUnits, (between / n).sqrt());
    let within = if n > units { (all - between).max(0.0) / (n - units) } else { 0.0 };
    // Without variance there is nothing to explain.
    let explained = if all > 1e-9 { ((between - (units - 1.0) * within) / all).max(0.0) } else { 0.0 };
    set(Outcome::CoverageUnitShare, explained);

    let bins = &sums.coverage[sums.cell(model, t)][..COVERAGE_BINS];
    let middle = |bin: usize| (bin as f64 + 0.5) / COVERAGE_BINS as f64;
    let at = |share: f64| {
        let mut below = 0.0;
        for (bin, count) in bins.iter().enumerate() {
            let inside = f64::from(*count);
            if inside > 0.0 && below + inside >= share * n {
                return (bin as f64 + (share * n - below) / inside) / COVERAGE_BINS as f64;
            }
            below += inside;
        }
        1.0
    };
    set(Outcome::CoverageP90P10, at(0.9) / at(0.1));
    // Gini = Σᵢ (2i − n − 1)·xᵢ / (n·Σx), with i the rank
    let (mut rank, mut weighted, mut sum) = (0.0, 0.0, 0.0);
    for (bin, count) in bins.iter().enumerate() {
        let inside = f64::from(*count);
        weighted += inside * (2.0 * rank + inside - n) * middle(bin);
        sum += inside * middle(bin);
        rank += inside;
    }
    set(Outcome::CoverageGini, weighted / (n * sum));
}

/// Standard deviation (n − 1) over years of the yearly change in a unit's net cost per inhabitant (fixed
/// kroner), averaged over units by population: all units, and those under 5 000 inhabitants.
pub(super) fn volatility(d: &Draw, net: &[i64], model: usize, inhabitants: &[f64]) -> [f64; 2] {
    let (years, units) = (d.economy.wage.len(), inhabitants.len());
    if years < 3 {
        return [f64::NAN; 2];
    }
    let mut sums = [[0.0f64; 2]; 2];
    // A unit without inhabitants has no figure per inhabitant.
    for (unit, people) in inhabitants.iter().enumerate().filter(|(_, people)| **people > 0.0) {
        let level = |t: usize| {
            net[(model * years + t) * units + unit] as f64 / 100.0 * d.economy.to_fixed[t] / people
        };
        let changes = (1..years).map(|t| level(t) - level(t - 1));
        let n = (years - 1) as f64;
        let mean = changes.clone().sum::<f64>() / n;
        let sd = (changes.map(|c| (c - mean) * (c - mean)).sum::<f64>() / (n - 1.0)).sqrt();
        for (group, sum) in sums.iter_mut().enumerate() {
            if group == 0 || *people < SMALL_MUNICIPALITY {
                sum[0] += people * sd;
                sum[1] += people;
            }
        }
    }
    sums.map(|[weighted, people]| if people > 0.0 { weighted / people } else { f64::NAN })
}
