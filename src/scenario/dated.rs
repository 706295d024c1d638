//! Value histories: what was known, year by year.

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
    }
}
