//! The observed series and their origins.

use super::history::{History, Observed, growth};
use super::origin::{ForecastPath, ForecastSetup, InitialAges, weekly};
use crate::error::Result;
use crate::scenario::embedded;
use serde::{Deserialize, Serialize};

/// A test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Recipients and granted hours in Oslo, 2015–2019 known.
    Oslo,
    /// Recipients in the country, 2012–2017 known.
    National,
    /// Accounts of the refund scheme, payments of 2014–2018 known, with the model of the country.
    Refund,
}

/// Oslo: first year and origin; it ends where the table ends.
const OSLO: [i32; 2] = [2015, 2019];
/// The country, likewise.
const NATIONAL: [i32; 2] = [2012, 2017];
/// Accounts of the refund scheme: first payment year, and the payment of the costs of the country's origin.
const REFUND: [i32; 2] = [2014, 2018];
/// Years from costs to payment: claims for year t are paid in t + 1.
pub const LAG: i32 = 1;
/// Oslo's number among municipalities.
const OSLO_ID: &str = "0301";

/// The table of accounts.
pub const REFUND_TABLE: &str = "data/refund_scheme.csv";
const OSLO_TABLE: &str = "data/oslo_history.csv";
const NATIONAL_TABLE: &str = "data/national_recipients.csv";

/// Tables of what was observed, as text.
#[derive(Clone, Debug)]
pub struct Tables<'a> {
    /// Recipients and granted hours in Oslo.
    pub oslo: &'a str,
    /// Recipients in the country.
    pub national: &'a str,
    /// Accounts and budgets of the refund scheme.
    pub refund: &'a str,
}

impl Tables<'static> {
    /// The shipped ones.
    pub fn shipped() -> Tables<'static> {
        let text = |name| embedded::data(name).unwrap_or_default();
        Tables { oslo: text(OSLO_TABLE), national: text(NATIONAL_TABLE), refund: text(REFUND_TABLE) }
    }
}

impl Tables<'_> {
    /// A column of Oslo's table.
    fn oslo(&self, column: &str) -> Result<History> {
        History::read(OSLO_TABLE, self.oslo, "year", column)
    }

    /// Recipients in the country.
    fn national(&self) -> Result<History> {
        History::read(NATIONAL_TABLE, self.national, "year", "recipients")
    }

    /// A column of the refund scheme, by payment year.
    pub fn refund(&self, column: &str) -> Result<History> {
        History::read(REFUND_TABLE, self.refund, "payment_year", column)
    }
}

/// Column of what was paid, million kroner.
pub const ACCOUNTS: &str = "accounts_million_nok";

impl Which {
    /// Every test.
    pub const ALL: [Which; 3] = [Which::Oslo, Which::National, Which::Refund];

    /// The data that the forecast is made from.
    pub fn terms(self, tables: &Tables<'_>) -> Result<ForecastSetup> {
        let ages = InitialAges::LikeInflow;
        Ok(match self {
            Which::Oslo => {
                let (recipients, [first, origin]) = (tables.oslo("recipients")?, OSLO);
                let hours = tables.oslo("granted_hours")?.per(&recipients).known(first, origin);
                ForecastSetup {
                    origin,
                    last: last(&recipients.after(origin), origin),
                    recipients: recipients.known(first, origin),
                    hours: Some(hours.into_iter().map(|(y, h)| (y, weekly(h))).collect()),
                    unit: Some(OSLO_ID),
                    ages,
                }
            }
            Which::National | Which::Refund => {
                let (recipients, [first, origin]) = (tables.national()?, NATIONAL);
                let paid = last(&tables.refund(ACCOUNTS)?.after(REFUND[1]), REFUND[1]);
                ForecastSetup {
                    origin,
                    last: last(&recipients.after(origin), origin).max(paid - LAG),
                    recipients: recipients.known(first, origin),
                    hours: None,
                    unit: None,
                    ages,
                }
            }
        })
    }
}

fn last(series: &[Observed], otherwise: i32) -> i32 {
    series.last().map_or(otherwise, |(year, _)| *year)
}

/// A number that is forecast and was observed.
pub struct TestSeries {
    /// The test it belongs to.
    pub which: Which,
    /// Name in files: `oslo_recipients`.
    pub id: &'static str,
    /// Unit in files.
    pub unit: &'static str,
    /// The table it stands in.
    pub table: &'static str,
    /// The observations that were known at the origin.
    pub known: Vec<Observed>,
    /// The observations after the origin, which the forecast never sees.
    pub after: Vec<Observed>,
    /// The number of a path.
    of: fn(&ForecastPath) -> &[f64],
    /// Whether the path tells growth only, from the last known number.
    growth_only: bool,
}

impl TestSeries {
    /// The series that a model set up for a test gives.
    pub fn of(which: Which, tables: &Tables<'_>) -> Result<Vec<TestSeries>> {
        Ok(match which {
            Which::Oslo => {
                let [recipients, hours] = [tables.oslo("recipients")?, tables.oslo("granted_hours")?]
                    .map(|h| (h.known(OSLO[0], OSLO[1]), h.after(OSLO[1])));
                let own = |id, unit, (known, after), of, growth_only| TestSeries {
                    which,
                    id,
                    unit,
                    table: OSLO_TABLE,
                    known,
                    after,
                    of,
                    growth_only,
                };
                vec![
                    own("oslo_recipients", "persons", recipients, |p: &ForecastPath| &p.recipients, false),
                    own("oslo_hours", "hours/year", hours, |p: &ForecastPath| &p.hours, true),
                ]
            }
            Which::National | Which::Refund => {
                let (recipients, accounts) = (tables.national()?, tables.refund(ACCOUNTS)?);
                vec![
                    TestSeries {
                        which: Which::National,
                        id: "national_recipients",
                        unit: "persons",
                        table: NATIONAL_TABLE,
                        known: recipients.known(NATIONAL[0], NATIONAL[1]),
                        after: recipients.after(NATIONAL[1]),
                        of: |p: &ForecastPath| &p.recipients,
                        growth_only: false,
                    },
                    TestSeries {
                        which: Which::Refund,
                        id: "refund_accounts",
                        unit: "million NOK",
                        table: REFUND_TABLE,
                        known: accounts.known(REFUND[0], REFUND[1]),
                        after: accounts.after(REFUND[1]),
                        of: |p: &ForecastPath| &p.refund,
                        growth_only: true,
                    },
                ]
            }
        })
    }

    /// The last year known.
    pub fn origin(&self) -> i32 {
        last(&self.known, 0)
    }

    /// Years from the origin to the last one observed, both included.
    fn years(&self) -> usize {
        (last(&self.after, self.origin()) - self.origin() + 1) as usize
    }

    /// Ensembles from the origin to the last year observed, each sorted upwards.
    pub fn ensembles(&self, paths: &[ForecastPath]) -> Vec<Vec<f64>> {
        let base = self.known.last().map_or(f64::NAN, |(_, x)| *x);
        let number = |p: &ForecastPath, t: usize| {
            let path = (self.of)(p);
            if self.growth_only { base * path[t] / path[0] } else { path[t] }
        };
        let year = |t: usize| {
            let mut all: Vec<f64> = paths.iter().map(|p| number(p, t)).collect();
            all.sort_by(f64::total_cmp);
            all
        };
        (0..self.years()).map(year).collect()
    }

    /// How much a simulated series varies by itself: the standard deviation of its yearly growth ahead, logarithm, mean
    /// over paths.
    pub fn yearly_spread(&self, paths: &[ForecastPath]) -> f64 {
        let own = |p: &ForecastPath| {
            let path: Vec<Observed> = (0..).zip((self.of)(p)[..self.years()].iter().copied()).collect();
            growth(&path).sd
        };
        paths.iter().map(own).sum::<f64>() / paths.len() as f64
    }
}
