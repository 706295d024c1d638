//! What columns may hold, and of what their numbers are.

use super::ages::Ages;
use super::sums::Sex;
use std::collections::BTreeMap;

/// What numbers are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Persons with BPA.
    Recipients,
    /// Inhabitants.
    Population,
    /// Persons; of what sort the table as a whole says.
    Persons,
    /// Granted hours a week.
    Hours,
    /// Kroner for an hour.
    Price,
    /// Kroner of refund in a year.
    Refund,
    /// The share with other services.
    OtherShare,
    /// Kroner of other services in a year.
    OtherCost,
}

/// A column of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// What they are of, where the heading says it.
    pub measure: Option<Measure>,
    /// Of which ages, where the heading says it.
    pub ages: Option<Ages>,
    /// Of which year.
    pub year: Option<i32>,
    /// Of which sex.
    pub sex: Option<Sex>,
    /// How many kroner one is, where that is not one: a power of ten.
    pub thousands: u32,
    /// What they are multiplied by besides: hours of a month to be those of a week.
    pub times: Option<f64>,
    /// Whether hours are those of all persons of a row together.
    pub total: bool,
}

impl Figures {
    /// Figures of a measure alone.
    pub fn of(measure: Measure) -> Figures {
        Figures { measure: Some(measure), ..Figures::default() }
    }

    /// What a number that stands there is multiplied by.
    pub fn factor(&self) -> f64 {
        10_f64.powi(self.thousands as i32) * self.times.unwrap_or(1.0)
    }
}

/// What is known of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What the list calls him.
    Pseudonym,
    /// Year or date of birth.
    Birth,
    /// Since when hours are granted.
    Since,
    /// Until when they were.
    Until,
    /// Number of helping relatives.
    Relatives,
    /// The condition.
    Condition,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// Numbers or names of municipalities.
    Unit,
    /// Their names, beside numbers.
    Name,
    /// Ages.
    Age,
    /// Sexes.
    Sex,
    /// Years.
    Year,
    /// Numbers.
    Figures(Figures),
    /// Something of a person.
    Person(Field),
    /// Shares of something, or amounts that are none of a year's accounts, which are not read.
    Share,
    /// What must not be in a list of persons: the name or the identity number.
    Identity,
    /// Something else.
    Unread,
}

/// Columns that the user named, by heading in small letters.
pub type Named = BTreeMap<String, Role>;
