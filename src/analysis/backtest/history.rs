//! What was observed, split at the origin: the forecast is given the years up to it, the judge those after.

use crate::error::{Error, Problem, Result};
use crate::math::ln;
use crate::scenario::dated::Series;
use crate::text::say;
use serde::{Deserialize, Serialize};

/// A year and what was observed in it.
pub type Observed = (i32, f64);

/// An observed series, sorted by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History(Vec<Observed>);

impl History {
    /// A column of a table; years where it is empty are left out. `file` is the table's name in messages. Lines beginning
    /// with `#` are comments.
    pub fn read(file: &str, text: &str, year: &str, column: &str) -> Result<History> {
        History::rows(file, text, None, year, column)
    }

    /// The same of the rows alone that have a word in a column.
    pub fn read_of(file: &str, text: &str, of: (&str, &str), year: &str, column: &str) -> Result<History> {
        History::rows(file, text, Some(of), year, column)
    }

    fn rows(file: &str, text: &str, of: Option<(&str, &str)>, year: &str, column: &str) -> Result<History> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let unreadable = |e: csv::Error| {
            let line = e.position().map(|p| p.line() as usize);
            Error::from(Problem { line, ..Problem::new(say::CANNOT_BE_READ).file(file).found(e.to_string()) })
        };
        let head = reader.headers().map_err(unreadable)?.clone();
        let place = |name: &str| {
            head.iter().position(|h| h == name).ok_or_else(|| {
                Error::from(Problem::new(say::COLUMN_MISSING).file(file).key(name).nearest(name, head.iter()))
            })
        };
        let (year, value) = (place(year)?, place(column)?);
        let of = of.map(|(column, word)| place(column).map(|at| (at, word))).transpose()?;
        let mut series = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unreadable)?;
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            if cell(value).is_empty() || of.is_some_and(|(at, word)| cell(at) != word) {
                continue;
            }
            let read = cell(year).parse::<i32>().ok().zip(cell(value).parse::<f64>().ok());
            let sound = read.filter(|(_, x)| x.is_finite() && *x > 0.0);
            series.push(sound.ok_or_else(|| {
                let line = record.position().map(|p| p.line() as usize);
                let found = format!("{}, {}", cell(year), cell(value));
                Error::from(Problem {
                    line,
                    ..Problem::new(say::INVALID_NUMBER)
                        .file(file)
                        .key(column)
                        .found(found)
                        .allowed(say::YEAR_AND_NUMBER_ABOVE_ZERO)
                })
            })?);
        }
        series.sort_by_key(|(year, _)| *year);
        Ok(History(series))
    }

    /// A value history of the scenario, in units of `unit`.
    pub fn of(series: &Series, unit: f64) -> History {
        History(series.0.iter().map(|(year, x)| (*year, x / unit)).collect())
    }

    /// What was known at the origin.
    pub fn known(&self, origin: i32) -> Vec<Observed> {
        self.0.iter().copied().filter(|(y, _)| *y <= origin).collect()
    }

    /// The observations of the years after the origin, `most` years ahead at most.
    pub fn after(&self, origin: i32, most: i32) -> Vec<Observed> {
        self.0.iter().copied().filter(|(y, _)| (origin + 1..=origin + most).contains(y)).collect()
    }

    /// Every observation.
    pub fn all(&self) -> &[Observed] {
        &self.0
    }

    /// The value of a year.
    pub fn at(&self, year: i32) -> Option<f64> {
        self.0.iter().find(|(y, _)| *y == year).map(|(_, x)| *x)
    }

    /// The series divided by a number.
    pub fn over(&self, by: f64) -> History {
        History(self.0.iter().map(|(year, x)| (*year, x / by)).collect())
    }

    /// The series times another, in the years both have.
    pub fn times(&self, other: &History) -> History {
        History(self.0.iter().filter_map(|(y, x)| Some((*y, x * other.at(*y)?))).collect())
    }

    /// The series divided by another, in the years both have.
    pub fn per(&self, other: &History) -> History {
        History(self.0.iter().filter_map(|(y, x)| Some((*y, x / other.at(*y)?))).collect())
    }
}

/// Mean and standard deviation of yearly changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    /// Mean.
    pub mean: f64,
    /// Standard deviation of single changes, with n − 1.
    pub sd: f64,
    /// Number of changes.
    pub n: usize,
}

impl Moments {
    /// Of numbers, at least two.
    pub fn of(numbers: &[f64]) -> Moments {
        let n = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / n;
        let squares: f64 = numbers.iter().map(|x| (x - mean) * (x - mean)).sum();
        Moments { mean, sd: (squares / (n - 1.0)).sqrt(), n: numbers.len() }
    }

    /// Of the yearly increments of a series; one over a gap is divided by its years and counts once.
    pub fn of_increments(series: &[Observed]) -> Moments {
        let increment = |w: &[Observed]| (w[1].1 - w[0].1) / f64::from(w[1].0 - w[0].0);
        Moments::of(&series.windows(2).map(increment).collect::<Vec<_>>())
    }

    /// Of its yearly growth, in logs, likewise.
    pub fn of_growth(series: &[Observed]) -> Moments {
        Moments::of_increments(&logs(series))
    }

    /// Standard error of the mean.
    pub fn error(&self) -> f64 {
        self.sd / (self.n as f64).sqrt()
    }
}

/// The series in logs.
pub fn logs(series: &[Observed]) -> Vec<Observed> {
    series.iter().map(|(year, x)| (*year, ln(*x))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::embedded;
    use crate::text::Lang;

    /// Increments 10, 2 and, over a gap of two years, 24/2: mean 8, standard deviation √28.
    #[test]
    fn increments_by_hand_with_a_gap() {
        let series = [(2015, 100.0), (2016, 110.0), (2017, 112.0), (2019, 136.0)];
        let m = Moments::of_increments(&series);
        assert!((m.mean - 8.0).abs() < 1e-12 && (m.sd * m.sd - 28.0).abs() < 1e-9 && m.n == 3);
        let g = Moments::of_growth(&series[..3]);
        assert!((g.mean - 1.12_f64.ln() / 2.0).abs() < 1e-12);
        assert!((g.error() - g.sd / 2f64.sqrt()).abs() < 1e-15);
    }

    #[test]
    fn shipped_histories_are_whole() {
        let shipped = |name, column| {
            History::read(name, embedded::data(name).expect("shipped"), "year", column).expect("table")
        };
        let table = "data/national_recipients.csv";
        let [corrected, published] =
            ["recipients", "recipients_published"].map(|column| shipped(table, column));
        for (year, x) in corrected.all() {
            // SSB: too high up to 2017 by Ålesund's 133.
            let off = if *year <= 2017 { 133.0 } else { 0.0 };
            assert_eq!(published.at(*year), Some(x + off));
        }
        assert_eq!(corrected.known(2017).len(), 6);
        assert_eq!(corrected.after(2017, 7).last(), Some(&(2024, 4450.0)));
        assert_eq!((corrected.after(2016, 7).len(), corrected.at(2023)), (6, None));
        assert_eq!(shipped("data/home_service_users.csv", "home_service_users").at(2022), Some(270_614.0));
        let table = "data/oslo_history.csv";
        let [users, hours] = ["recipients", "granted_hours"].map(|column| shipped(table, column));
        assert!((hours.per(&users).at(2022).expect("2022") / 52.0 - 40.56).abs() < 0.01);
    }

    #[test]
    fn a_damaged_table_is_refused_with_its_line() {
        let told = |text: &str| match History::read("x.csv", text, "year", "n") {
            Err(e) => e.render(Lang::En),
            Ok(h) => panic!("{h:?}"),
        };
        assert!(told("# c\nyear,n\n2015,4\n2016,x\n").contains("x.csv:4: n: invalid number; found: 2016, x"));
        assert!(told("year,m\n2015,4\n").contains("the column is missing"));
        assert!(told("year,n\n2015,0\n").contains("above 0"));
        assert!(told("year,n\n2015\n").contains("x.csv:2"));
    }
}
