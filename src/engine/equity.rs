//! How alike recipients are treated, and how steady a municipality's budget is (model.md §8).
//!
//! Volatility is the sample standard deviation (n − 1) over years of yearly changes, in fixed kroner, after
//! withdrawal; municipalities without inhabitants have none. Percentiles and Gini of coverage are read from bins
//! (error at most half a bin, 0.00125).

use super::setup::Draw;
use super::sums::{BINS_PER_COVERAGE, ByUnit, COVERAGE_BINS, National, Sums};
use crate::outcomes::Outcome;
use crate::scenario::units::SMALL_MUNICIPALITY;

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
    let middle = |bin: usize| (bin as f64 + 0.5) / BINS_PER_COVERAGE;
    let at = |share: f64| {
        let mut below = 0.0;
        for (bin, count) in bins.iter().enumerate() {
            let inside = f64::from(*count);
            if inside > 0.0 && below + inside >= share * n {
                return (bin as f64 + (share * n - below) / inside) / BINS_PER_COVERAGE;
            }
            below += inside;
        }
        COVERAGE_BINS as f64 / BINS_PER_COVERAGE
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
    let level = |t: usize, unit: usize| {
        net[(model * years + t) * units + unit] as f64 / 100.0 * d.economy.to_fixed[t] / inhabitants[unit]
    };
    let n = (years - 1) as f64;
    // Year by year for all units, as they stand in memory; each unit's sums are still made in the order of years.
    let mut changes = vec![0.0; (years - 1) * units];
    let (mut sum, mut square) = (vec![0.0; units], vec![0.0; units]);
    for (t, changes) in (1..years).zip(changes.chunks_exact_mut(units)) {
        for unit in 0..units {
            changes[unit] = level(t, unit) - level(t - 1, unit);
            sum[unit] += changes[unit];
        }
    }
    for changes in changes.chunks_exact(units) {
        for unit in 0..units {
            let away = changes[unit] - sum[unit] / n;
            square[unit] += away * away;
        }
    }
    let mut sums = [[0.0f64; 2]; 2];
    for unit in 0..units {
        let people = inhabitants[unit];
        // A unit without inhabitants has no figure per inhabitant.
        if people > 0.0 {
            let sd = (square[unit] / (n - 1.0)).sqrt();
            for group in 0..if people < SMALL_MUNICIPALITY { 2 } else { 1 } {
                sums[group][0] += people * sd;
                sums[group][1] += people;
            }
        }
    }
    sums.map(|[weighted, people]| if people > 0.0 { weighted / people } else { f64::NAN })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::run::{Engine, Size};
    use crate::scenario::load;
    use crate::scenario::overrides::Options;
    use std::sync::atomic::AtomicBool;

    /// Two recipients with coverage 0.8 and 0.9, three with 0.4, 0.5 and 0.6, nobody in a third unit. n = 5, the mean is
    /// 0.64. Between: 2·0.21² + 3·0.14² = 0.147. All: 0.16² + 0.26² + 0.24² + 0.14² + 0.04² = 0.172. Within:
    /// 0.025/(5 − 2). Explained: (0.147 − 1·0.025/3)/0.172.
    #[test]
    fn the_unit_share_has_the_degrees_of_freedom_of_units_and_persons() {
        let mut sums = Sums::new(1, 1, 3);
        let coverage: [&[f64]; 3] = [&[0.8, 0.9], &[0.4, 0.5, 0.6], &[]];
        for (row, own) in sums.units_mut(0, 0).iter_mut().zip(coverage) {
            row[ByUnit::Recipients as usize] = own.len() as f64;
            row[ByUnit::Coverage as usize] = own.iter().sum();
        }
        let squares: f64 = coverage.iter().copied().flatten().map(|c| c * c).sum();
        sums.national[0][National::CoverageSquared as usize][0] = squares;
        let mut found = Vec::new();
        equity(&sums, 0, 0, &mut |outcome, value| found.push((outcome, value)));
        let of = |wanted: Outcome| found.iter().find(|(o, _)| *o == wanted).expect("set").1;
        assert!((of(Outcome::CoverageUnitShare) - (0.147 - 0.025 / 3.0) / 0.172).abs() < 1e-12);
        assert!((of(Outcome::CoverageSdBetweenUnits) - (0.147f64 / 5.0).sqrt()).abs() < 1e-12);
    }

    /// Ten recipients: two in the bin from 0.25, three in that from 0.5, five in that from 1.25. The tenth percentile is where
    /// one of the two in the first bin is passed, the ninetieth where four of the five in the last are. Gini by the bins'
    /// middles: Σ n·(2·rank + n − 10)·x is −16·0.25125 − 9·0.50125 + 25·1.25125 = 22.75, Σ n·x is 8.2625.
    #[test]
    fn percentiles_and_gini_are_read_from_bins() {
        let mut sums = Sums::new(2, 2, 1);
        sums.units_mut(1, 1)[0][ByUnit::Recipients as usize] = 10.0;
        let cell = sums.cell(1, 1);
        for (bin, count) in [(100, 2), (200, 3), (500, 5)] {
            sums.coverage[cell][bin] = count;
        }
        let mut found = Vec::new();
        equity(&sums, 1, 1, &mut |outcome, value| found.push((outcome, value)));
        let of = |wanted: Outcome| found.iter().find(|(o, _)| *o == wanted).expect("set").1;
        assert!((of(Outcome::CoverageP90P10) - 500.8 / 100.5).abs() < 1e-12);
        assert!((of(Outcome::CoverageGini) - 22.75 / 82.625).abs() < 1e-12);
        // Where nobody is nothing is said.
        equity(&sums, 0, 1, &mut |outcome, _| panic!("{}", outcome.id()));
    }

    /// Two units of one person each differ by all that differs: nothing is left within them. Where all are treated alike there
    /// is nothing to explain.
    #[test]
    fn what_is_between_units_of_one_person_is_all() {
        let share = |coverage: [f64; 2]| {
            let mut sums = Sums::new(1, 1, 2);
            for (row, own) in sums.units_mut(0, 0).iter_mut().zip(coverage) {
                (row[ByUnit::Recipients as usize], row[ByUnit::Coverage as usize]) = (1.0, own);
            }
            sums.national[0][National::CoverageSquared as usize][0] =
                coverage.iter().map(|own| own * own).sum();
            let mut explained = f64::NAN;
            equity(&sums, 0, 0, &mut |outcome, value| {
                if outcome == Outcome::CoverageUnitShare {
                    explained = value;
                }
            });
            explained
        };
        assert!((share([0.4, 0.6]) - 1.0).abs() < 1e-12);
        assert_eq!(share([0.5, 0.5]), 0.0);
    }

    /// 100 inhabitants, net cost of 0, 1, 3 and 3 kroner each: changes 1, 2 and 0, whose mean is 1 and whose sample
    /// standard deviation is √((0 + 1 + 1)/2) = 1. The other unit, of 9 900, has changes 2, 2 and 2.
    #[test]
    fn volatility_is_a_sample_standard_deviation_of_changes() {
        let options = Options { years: Some(4), models: Some(Vec::new()), ..Options::default() };
        let scenario = load("national", &options).expect("shipped");
        let engine = Engine::new(&scenario).expect("sound");
        let mut draw = engine.draw(&engine.means());
        draw.economy.to_fixed = vec![1.0; 4];
        let net: Vec<i64> =
            [0, 1, 3, 3].iter().zip([0, 2, 4, 6]).flat_map(|(a, b)| [a * 10_000, b * 990_000]).collect();
        let [all, small] = volatility(&draw, &net, 0, &[100.0, 9_900.0]);
        assert!((small - 1.0).abs() < 1e-12 && (all - 0.01).abs() < 1e-12, "{all} {small}");
        // The second model's amounts stand after the first's; 5 000 inhabitants are not few; who has none counts for nothing.
        let both: Vec<i64> = [vec![7; 8], net.clone()].concat();
        let [all, small] = volatility(&draw, &both, 1, &[5_000.0, 5_000.0]);
        assert!(small.is_nan() && (all - 0.01).abs() < 1e-12, "{all} {small}");
        let [all, small] = volatility(&draw, &net, 0, &[100.0, 0.0]);
        assert!((small - 1.0).abs() < 1e-12 && (all - 1.0).abs() < 1e-12, "{all} {small}");
        // In kroner of the base year: 2, 6 and 6 that are worth half.
        draw.economy.to_fixed = vec![0.5; 4];
        let doubled: Vec<i64> = net.iter().map(|amount| 2 * amount).collect();
        let [_, small] = volatility(&draw, &doubled, 0, &[100.0, 9_900.0]);
        assert!((small - 1.0).abs() < 1e-12, "{small}");
        // Two changes of 1 and 2 are half a krone from their mean.
        draw.economy.to_fixed = vec![1.0; 4];
        draw.economy.wage.truncate(3);
        let [_, small] = volatility(&draw, &net, 0, &[100.0, 9_900.0]);
        assert!((small - 0.5f64.sqrt()).abs() < 1e-12, "{small}");
        // One change has no deviation.
        draw.economy.wage.truncate(2);
        assert!(volatility(&draw, &net, 0, &[100.0, 9_900.0]).iter().all(|x| x.is_nan()));
    }

    /// How many have the dear services above the age limit changes what the whole scheme is expected to cost every
    /// municipality, by billions and with what is withdrawn or bought of it, and nothing of a budget's steadiness.
    #[test]
    fn what_is_expected_of_the_rest_of_the_scheme_is_no_volatility() {
        let world = |over_age: &str, share: &str| {
            let sets = vec![
                format!("scheme_over67_home={over_age}"),
                format!("financing.B-scheme.scheme_offset_share={share}"),
            ];
            let options = Options { years: Some(7), models: Some(vec!["B-scheme".into()]), sets };
            let scenario = load("national", &options).expect("shipped");
            let engine = Engine::new(&scenario).expect("sound");
            let size = Size { draws: 1, replicates: 1, seed: 1 };
            let results = engine.run(size, &AtomicBool::new(false), &|_| ()).expect("run");
            let of = |o: Outcome, year: usize| results.national.in_memory()[[0, 1, o as usize, year]];
            [of(Outcome::MunicipalVolatility, 7), of(Outcome::SchemeReform, 6)]
        };
        for share in ["0", "1"] {
            let [[few, little], [many, much]] = ["0.05", "0.35"].map(|over_age| world(over_age, share));
            assert!(much > little + 1e9, "{little} {much}");
            assert!((many / few - 1.0).abs() < 1e-6, "{few} {many}");
        }
    }
}
