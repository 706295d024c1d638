//! Value histories: what was known, year by year; and the indices made of them.

use std::collections::BTreeMap;

/// Years an index covers, whatever the scenario's own: price years and values may be stated in any of them.
pub const INDEX_YEARS: [i32; 2] = [1990, 2100];

/// A dated series, sorted by year, at least one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Series(pub Vec<(i32, f64)>);

/// Where a value of a series comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Stated for that very year.
    Stated,
    /// Between two stated years, on the straight line between them.
    Interpolated,
    /// Before the first or after the last stated year; carried from that year.
    Carried(i32),
}

impl Series {
    /// The series with more values: of a year that has one already, the new one counts.
    pub fn with(&self, more: &[(i32, f64)]) -> Series {
        let all: BTreeMap<i32, f64> = self.0.iter().chain(more).copied().collect();
        Series(all.into_iter().collect())
    }
    /// First stated year.
    pub fn first_year(&self) -> i32 {
        self.0[0].0
    }
    /// Last stated year.
    pub fn last_year(&self) -> i32 {
        self.0[self.0.len() - 1].0
    }
    /// The value of `year` on the known stretch, or the nearest end's value, and how it is known.
    pub fn at(&self, year: i32) -> (f64, Known) {
        let list = &self.0;
        let after = list.partition_point(|(y, _)| *y < year);
        match list.get(after) {
            Some((y, v)) if *y == year => (*v, Known::Stated),
            None => (list[after - 1].1, Known::Carried(list[after - 1].0)),
            Some((y, v)) if after == 0 => (*v, Known::Carried(*y)),
            Some((y1, v1)) => {
                let (y0, v0) = list[after - 1];
                let share = f64::from(year - y0) / f64::from(y1 - y0);
                (v0 + (v1 - v0) * share, Known::Interpolated)
            }
        }
    }
}

/// Growth of a year over the year before: dated where known, long-run growth after; before the
/// first known year, that year's growth.
fn growth(series: Option<&Series>, long_run: f64, year: i32) -> f64 {
    match series {
        Some(s) if year <= s.last_year() => s.at(year).0,
        _ => long_run,
    }
}

/// An index that is 1 in the base year, for any year.
#[derive(Clone, Debug)]
pub struct Index {
    from: i32,
    levels: Vec<f64>,
    /// Growth a year before the first and after the last level.
    outside: [f64; 2],
}

impl Index {
    /// Level in a year; it goes on growing outside the years that levels are kept of.
    pub fn at(&self, year: i32) -> f64 {
        let last = self.levels.len() as i32 - 1;
        let inside = (year - self.from).clamp(0, last);
        let level = self.levels[inside as usize];
        let beyond = year - self.from - inside;
        let grown = |growth: f64| (0..beyond.abs()).fold(1.0, |factor, _| factor * (1.0 + growth));
        match beyond {
            0 => level,
            years if years > 0 => level * grown(self.outside[1]),
            _ => level / grown(self.outside[0]),
        }
    }

    /// The index with levels kept over [`INDEX_YEARS`] and at least to `last`, 1 in `base`.
    pub fn new(series: Option<&Series>, long_run: f64, base: i32, last: i32) -> Index {
        let known = series.map_or([base, last], |s| [s.first_year().min(base), s.last_year().max(last)]);
        let (from, to) = (INDEX_YEARS[0].min(known[0]), INDEX_YEARS[1].max(known[1]));
        let mut levels = vec![1.0; (to - from + 1) as usize];
        for year in base + 1..=to {
            let i = (year - from) as usize;
            levels[i] = levels[i - 1] * (1.0 + growth(series, long_run, year));
        }
        for year in (from..base).rev() {
            let i = (year - from) as usize;
            levels[i] = levels[i + 1] / (1.0 + growth(series, long_run, year + 1));
        }
        Index { from, levels, outside: [growth(series, long_run, from), long_run] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_known_years_the_straight_line() {
        let s = Series(vec![(2017, 1_157_000.0), (2021, 1_430_000.0)]);
        assert_eq!(s.at(2019), (1_293_500.0, Known::Interpolated));
        assert_eq!(s.at(2021), (1_430_000.0, Known::Stated));
        assert_eq!(s.at(2025), (1_430_000.0, Known::Carried(2021)));
        assert_eq!(s.at(2010), (1_157_000.0, Known::Carried(2017)));
        let more = s.with(&[(2025, 1.0), (2021, 2.0), (2018, 3.0)]);
        assert_eq!(more.0, [(2017, 1_157_000.0), (2018, 3.0), (2021, 2.0), (2025, 1.0)]);
    }

    #[test]
    fn an_index_grows_in_every_year_there_is() {
        let index = Index::new(Some(&Series(vec![(1985, 0.5), (1991, 0.1)])), 0.02, 2090, 2103);
        for year in [1980, 1992, 2089, 2099, 2100, 2103, 2104, 2150] {
            let growth = if year < 1986 { 0.5 } else { 0.02 };
            let grown = index.at(year) / index.at(year - 1) - 1.0;
            assert!((grown - growth).abs() < 1e-12, "{year}: {grown}");
        }
        // Halfway on the line from 0.5 in 1985 to 0.1 in 1991.
        assert!((index.at(1990) / index.at(1989) - 1.0 - (0.5 - 0.4 * 5.0 / 6.0)).abs() < 1e-12);
        assert_eq!(index.at(2090), 1.0);
    }
}
