//! Counts of persons with BPA carried from the year they were made in to the base year.
//!
//! A count carries its year. Where the unit's own growth is stated it goes on by that. Otherwise it follows the country's
//! count of persons with BPA (`national_recipients.csv`): between two years of that series by their ratio, a year that the
//! series lacks on the even path between its neighbours, and after its last year by the mean growth of its last
//! five years. Before its first year nothing is known, and a count from then is refused.

use super::embedded;
use super::small_counts::in_proportion;

/// The country's persons with BPA.
const SERIES: &str = "data/national_recipients.csv";

/// Years whose mean growth goes on after the last count.
const LATEST: i32 = 5;

/// What a unit's own growth a year may be.
pub const GROWTHS: [f64; 2] = [-0.5, 1.0];

/// The first year that counts can be carried from without a growth of their own.
pub fn first_year() -> Option<i32> {
    series().first().map(|(year, _)| *year)
}

/// What a count of `from` is multiplied by to be one of `to`; none where the country's series doesn't reach so far back.
/// `growth` is the unit's own, a year.
pub fn factor(from: i32, to: i32, growth: Option<f64>) -> Option<f64> {
    match growth {
        _ if from == to => Some(1.0),
        Some(growth) => Some(libm::pow(1.0 + growth, f64::from(to - from))),
        None => Some(level(&series(), to)? / level(&series(), from)?),
    }
}

/// Counts by class times a factor, as whole numbers whose sum is the sum times the factor, rounded.
pub fn carried<const N: usize>(counts: [u32; N], factor: f64) -> [u32; N] {
    let weights = counts.map(f64::from);
    let total = (weights.iter().sum::<f64>() * factor).round() as u64;
    let whole = in_proportion(total, &weights);
    std::array::from_fn(|class| if counts[class] > 0 { whole[class] as u32 } else { 0 })
}

/// Year and number of persons, in order.
fn series() -> Vec<(i32, f64)> {
    let rows =
        embedded::data(SERIES).unwrap_or_default().lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |row: &str| {
        let mut cells = row.split(',');
        Some((cells.next()?.parse().ok()?, cells.next()?.parse().ok()?))
    };
    rows.filter_map(read).collect()
}

/// The country's count in a year.
fn level(series: &[(i32, f64)], year: i32) -> Option<f64> {
    let (last, count) = *series.last()?;
    if year > last {
        let growth = libm::pow(count / level(series, last - LATEST)?, 1.0 / f64::from(LATEST));
        return Some(count * libm::pow(growth, f64::from(year - last)));
    }
    let after = series.iter().position(|(own, _)| *own >= year)?;
    let (until, there) = series[after];
    if until == year {
        return Some(there);
    }
    let (from, here) = *series.get(after.checked_sub(1)?)?;
    Some(here * libm::pow(there / here, f64::from(year - from) / f64::from(until - from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_follows_the_country_unless_its_own_growth_is_known() {
        let close = |a: Option<f64>, b: f64| (a.expect("known") - b).abs() < 1e-12;
        assert_eq!(factor(2024, 2024, Some(0.5)), Some(1.0));
        assert!(close(factor(2022, 2024, None), 4450.0 / 4114.0));
        assert!(close(factor(2024, 2022, None), 4114.0 / 4450.0));
        // 2023 is missing: half way, on an even path.
        assert!(close(factor(2022, 2023, None), (4450.0_f64 / 4114.0).sqrt()));
        // From 3 655 in 2019 to 4 450 in 2024: 4.0 per cent a year.
        assert!(close(factor(2026, 2024, None), libm::pow(3655.0 / 4450.0, 2.0 / 5.0)));
        assert!(close(factor(2022, 2024, Some(0.05)), 1.05 * 1.05));
        assert_eq!(factor(2011, 2024, None), None);
        assert!(factor(2011, 2024, Some(0.0)).is_some());
    }

    /// 630 persons at 1.1 are 693: 125.4, 309.1, 176, 73.7 and 8.8 with the two largest remainders rounded up.
    #[test]
    fn classes_keep_the_sum() {
        assert_eq!(carried([114, 281, 160, 67, 8], 1.1), [125, 309, 176, 74, 9]);
        assert_eq!(carried([1, 1, 1, 0, 0], 1.1), [1, 1, 1, 0, 0]);
        assert_eq!(carried([3, 3, 3, 0, 0], 1.1), [4, 3, 3, 0, 0]);
        assert_eq!(carried([0; 5], 2.0), [0; 5]);
    }
}
