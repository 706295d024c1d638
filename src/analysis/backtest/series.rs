//! The observed series, their vintages and origins.

use super::history::{History, Observed};
use crate::error::{Error, Problem, Result};
use crate::scenario::Scenario;
use crate::scenario::dated::Series;
use crate::scenario::embedded;
use crate::text::say;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Recipients and granted hours in Oslo.
    Oslo,
    /// Recipients in the country, in both vintages.
    National,
    /// Accounts of the refund scheme.
    Refund,
    /// Sweden since 1994 ([`super::sweden`]).
    Sweden,
}

/// Which figures of recipients in the country are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vintage {
    /// Without what Ålesund counted too many up to 2017.
    Corrected,
    /// As printed.
    Published,
}

impl Vintage {
    /// The identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            Vintage::Corrected => "corrected",
            Vintage::Published => "published",
        }
    }
}

/// What a run of the model from an origin stands on. Nothing but this decides a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Oslo.
    Oslo,
    /// The country, with recipients of a vintage.
    Country(Vintage),
}

/// Years ahead that are forecast at most.
pub const FARTHEST: i32 = 7;
/// Years from costs to payment: claims for year t are paid in t + 1.
pub const LAG: i32 = 1;
/// Oslo's number among municipalities.
pub const OSLO_ID: &str = "0301";

const REFUND_TABLE: &str = "data/refund_scheme.csv";
const OSLO_TABLE: &str = "data/oslo_history.csv";
const NATIONAL_TABLE: &str = "data/national_recipients.csv";
const HOME_SERVICES_TABLE: &str = "data/home_service_users.csv";
/// Value histories of the scenario: accounts by payment year, the threshold, and wages.
const ACCOUNTS: &str = "scheme_accounts";
/// The threshold of the refund scheme by payment year.
pub const THRESHOLD: &str = "refund.threshold";
const WAGES: &str = "wage_growth";
const MILLION: f64 = 1e6;

/// Everything that was observed.
#[derive(Clone, Debug)]
pub struct Data {
    /// Recipients in Oslo.
    pub oslo: History,
    /// Hours granted in Oslo in a year.
    pub oslo_hours: History,
    /// Recipients in the country.
    pub corrected: History,
    /// The same as printed.
    pub published: History,
    /// Users of home services.
    pub home_services: History,
    /// Accounts of the refund scheme by payment year, million kroner.
    pub accounts: History,
    /// Adopted budgets, million kroner.
    pub budgets: History,
    /// Thresholds by payment year, with those from memory, kroner.
    pub thresholds: Series,
    /// Yearly growth of wages.
    pub wages: Series,
}

impl Data {
    /// The shipped tables, and the value histories of the scenario.
    pub fn shipped(national: &Scenario) -> Result<Data> {
        let read = |table: &str, year: &str, column: &str| {
            History::read(table, embedded::data(table).unwrap_or_default(), year, column)
        };
        let history = |id: &str| {
            let missing = || Error::from(Problem::new(say::PARAMETER_NOT_IN_TABLE).key(id));
            national.parameters.dated(id).cloned().ok_or_else(missing)
        };
        let remembered = read(REFUND_TABLE, "payment_year", "threshold_from_memory")?;
        Ok(Data {
            oslo: read(OSLO_TABLE, "year", "recipients")?,
            oslo_hours: read(OSLO_TABLE, "year", "granted_hours")?,
            corrected: read(NATIONAL_TABLE, "year", "recipients")?,
            published: read(NATIONAL_TABLE, "year", "recipients_published")?,
            home_services: read(HOME_SERVICES_TABLE, "year", "home_service_users")?,
            accounts: History::of(&history(ACCOUNTS)?, MILLION),
            budgets: read(REFUND_TABLE, "payment_year", "budget_million_nok")?,
            thresholds: history(THRESHOLD)?.with(remembered.all()),
            wages: history(WAGES)?,
        })
    }

    /// Recipients of a place.
    pub fn recipients(&self, place: Place) -> &History {
        match place {
            Place::Oslo => &self.oslo,
            Place::Country(Vintage::Corrected) => &self.corrected,
            Place::Country(Vintage::Published) => &self.published,
        }
    }

    /// Growth of wages known at the end of a year.
    pub fn wages_known(&self, origin: i32) -> Vec<Observed> {
        self.wages.0.iter().copied().filter(|(year, _)| *year <= origin).collect()
    }
}

/// The number of a run that a series is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Recipients.
    Recipients,
    /// Granted hours, from the level known.
    Hours,
    /// What the refund scheme pays, a year after the costs.
    Accounts,
}

/// A number that is forecast and was observed.
#[derive(Clone, Debug)]
pub struct TestSeries {
    /// The test it belongs to.
    pub which: Which,
    /// Name in files: `oslo_recipients`.
    pub id: &'static str,
    /// Vintage, where there are several.
    pub vintage: Option<Vintage>,
    /// Unit in files.
    pub unit: &'static str,
    /// The runs it is forecast by.
    pub place: Place,
    /// The number of such a run.
    pub quantity: Quantity,
    /// What was observed.
    pub history: History,
    /// Origins of the forecasts that are scored.
    pub origins: RangeInclusive<i32>,
}

impl Which {
    /// Every test.
    pub const ALL: [Which; 4] = [Which::Oslo, Which::National, Which::Refund, Which::Sweden];

    /// Its series with rolling origins. Growth rates known at the first origin: four, in Oslo three.
    pub fn series(self, data: &Data) -> Vec<TestSeries> {
        let persons = |id, place, vintage, origins| TestSeries {
            which: self,
            id,
            vintage,
            unit: "persons",
            place,
            quantity: Quantity::Recipients,
            history: data.recipients(place).clone(),
            origins,
        };
        match self {
            Which::Oslo => {
                let recipients = persons("oslo_recipients", Place::Oslo, None, 2018..=2021);
                let hours = TestSeries {
                    id: "oslo_hours",
                    unit: "hours/year",
                    quantity: Quantity::Hours,
                    history: data.oslo_hours.clone(),
                    ..recipients.clone()
                };
                vec![recipients, hours]
            }
            Which::National => [Vintage::Corrected, Vintage::Published]
                .map(|v| persons("national_recipients", Place::Country(v), Some(v), 2016..=2022))
                .to_vec(),
            Which::Refund => vec![TestSeries {
                which: self,
                id: "refund_accounts",
                vintage: None,
                unit: "million NOK",
                place: Place::Country(Vintage::Corrected),
                quantity: Quantity::Accounts,
                history: data.accounts.clone(),
                origins: 2018..=2024,
            }],
            Which::Sweden => Vec::new(),
        }
    }
}
