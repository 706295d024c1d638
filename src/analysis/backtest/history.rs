//! What was observed, split at the origin: the forecast is given the years before it, the judge those after.

use crate::error::{Error, Problem, Result};
use crate::math::ln;
use crate::text::say;
use serde::{Deserialize, Serialize};

/// A year and what was observed in it.
pub type Observed = (i32, f64);

/// An observed series, sorted by year.
#[derive(Clone, Debug, PartialEq)]
pub struct History(Vec<Observed>);

impl History {
    /// A column of a table; years where it is empty are left out. `file` is the table's name in messages. Lines beginning
    /// with `#` are comments.
    pub fn read(file: &str, text: &str, year: &str, column: &str) -> Result<History> {
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
        let mut series = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unreadable)?;
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            if cell(value).is_empty() {
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

    /// What was known at the origin, from `first` on.
    pub fn known(&self, first: i32, origin: i32) -> Vec<Observed> {
        self.0.iter().copied().filter(|(y, _)| (first..=origin).contains(y)).collect()
    }

    /// The observations after the origin.
    pub fn after(&self, origin: i32) -> Vec<Observed> {
        self.0.iter().copied().filter(|(y, _)| *y > origin).collect()
    }

    /// The value of a year.
    pub fn at(&self, year: i32) -> Option<f64> {
        self.0.iter().find(|(y, _)| *y == year).map(|(_, x)| *x)
    }

    /// The series divided by another, in the years both have.
    pub fn per(&self, other: &History) -> History {
        History(self.0.iter().filter_map(|(y, x)| Some((*y, x / other.at(*y)?))).collect())
    }
}

/// Yearly growth of a series: logarithms of ratios of neighbouring years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// Mean a year (logarithm).
    pub mean: f64,
    /// Standard deviation of single years.
    pub sd: f64,
    /// Standard error of the mean.
    pub error: f64,
    /// Number of yearly changes.
    pub years: usize,
}

/// Mean, standard deviation and error of numbers.
pub fn moments(numbers: &[f64]) -> Growth {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    let squares: f64 = numbers.iter().map(|x| (x - mean) * (x - mean)).sum();
    let sd = (squares / (n - 1.0)).sqrt();
    Growth { mean, sd, error: sd / n.sqrt(), years: numbers.len() }
}

/// Growth of a series without gaps, at least three years.
pub fn growth(series: &[Observed]) -> Growth {
    moments(&series.windows(2).map(|w| ln(w[1].1 / w[0].1)).collect::<Vec<_>>())
}

/// Naive trend: a random walk with drift fitted to the yearly changes that were known. After h years it is normal with
/// mean y + h·d and variance s²·(h + h²/n), n changes of mean d and standard deviation s (Hyndman and Athanasopoulos,
/// Forecasting: Principles and Practice, 3rd ed., 5.5). Mean and standard deviation.
pub fn drift(series: &[Observed], ahead: i32) -> (f64, f64) {
    let changes = moments(&series.windows(2).map(|w| w[1].1 - w[0].1).collect::<Vec<_>>());
    let (h, n) = (f64::from(ahead), changes.years as f64);
    let last = series.last().map_or(f64::NAN, |(_, x)| *x);
    (last + h * changes.mean, changes.sd * (h + h * h / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::embedded;
    use crate::text::Lang;

    #[test]
    fn growth_and_drift_by_hand() {
        let series = [(2015, 100.0), (2016, 110.0), (2017, 112.0), (2018, 124.0)];
        let g = growth(&series);
        assert!((g.mean - (1.24_f64).ln() / 3.0).abs() < 1e-12 && g.years == 3);
        // Changes 10, 2, 12: mean 8, standard deviation √28; two years ahead the variance is 28·(2 + 4/3).
        let (mean, sd) = drift(&series, 2);
        assert!((mean - 140.0).abs() < 1e-12 && (sd * sd - 28.0 * 10.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn shipped_histories_are_whole() {
        let shipped = |name, column| {
            History::read(name, embedded::data(name).expect("shipped"), "year", column).expect("table")
        };
        let national = shipped("data/national_recipients.csv", "recipients");
        assert_eq!(national.known(2012, 2017).len(), 6);
        assert_eq!(national.after(2017).last(), Some(&(2024, 4450.0)));
        assert_eq!(national.at(2023), None);
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
