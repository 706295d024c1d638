//! Whose a municipality's refund is, where its persons are known one by one: kroner of few, or of one who has most, are not told.

use super::cells::{folded, letters};
use super::found::Account;
use super::groups::Person;
use super::headings::{Named, Role};
use super::lists;
use super::serials;
use super::table::Table;
use crate::error::Problem;
use crate::rules::WEEKS;
use crate::scenario::Scenario;
use crate::scenario::small_counts::{REFUNDED, THRESHOLD};
use crate::text::say;

/// The largest share of a cell's kroner that one person may have.
const DOMINANCE: f64 = 0.8;

/// Whether the refund of a year is of enough persons, and of none too much, by what today's rules refund for the hours and
/// other services of each; `base` has the rules and the price where the accounts have none. Where the rules are not known, it is
/// not.
pub fn is_of_enough(persons: &[Person], (year, account): (i32, &Account), base: &Scenario) -> bool {
    let refunds = refunds(persons, (year, account), base).unwrap_or_default();
    let largest = refunds.iter().copied().fold(0.0, f64::max);
    refunds.len() >= THRESHOLD as usize && largest <= DOMINANCE * refunds.iter().sum::<f64>()
}

/// What is above the threshold of those who are above it, in the proportions of the refund.
fn refunds(persons: &[Person], (year, account): (i32, &Account), base: &Scenario) -> Option<Vec<f64>> {
    let parameters = &base.parameters;
    let mean = |id: &str| Some(parameters.scalars().get(parameters.slot(id)?)?.distribution.mean());
    let (threshold, _) = parameters.dated(&base.models.first()?.levers.threshold)?.at(year);
    let (wages, other_wages) = (mean("wage_share")?, mean("other_wage_share")?);
    let price = account.price.or_else(|| mean("bpa_hour_cost"))?;
    let above = |own: &Person| {
        let hours = WEEKS * own.hours.unwrap_or_default() * price;
        wages * hours + other_wages * own.other.unwrap_or_default() - threshold
    };
    Some(persons.iter().filter(|own| own.class < REFUNDED).map(above).filter(|above| *above > 0.0).collect())
}

/// Refuses accounts in which rows are of a person each: what is refunded for one is not the municipality's.
pub fn of_persons(table: &Table, named: &Named) -> Option<Problem> {
    let is_serial = |column: usize| {
        let (role, heading) = &table.columns[column];
        let own = folded(heading);
        // Rows may be numbered, and municipalities are.
        let of_rows = ["løpe", "id"].iter().any(|word| own.starts_with(word));
        let free =
            matches!(role, Role::Unread | Role::Person(_) | Role::Figures(_)) && !named.contains_key(&own);
        free && !of_rows
            && serials::is_serial(heading)
            && table.rows.iter().any(|row| !row.cell(column).is_empty())
    };
    let problem = |column: Option<usize>| {
        let problem = table.source.problem(table.heading, column, say::IMPORT_ACCOUNTS_OF_PERSONS);
        let problem = column.map_or(problem.clone(), |column| problem.key(letters(column)));
        problem.allowed(say::IMPORT_ACCOUNTS_OF_PERSONS_ALLOWED)
    };
    match (0..table.columns.len()).find(|column| is_serial(*column)) {
        Some(column) => Some(problem(Some(column))),
        None => lists::is_list(table).then(|| problem(None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::base::base;

    fn persons(hours: &[f64]) -> Vec<Person> {
        hours.iter().map(|hours| Person { class: 1, hours: Some(*hours), ..Person::default() }).collect()
    }

    /// At 500 kroner, 100 hours a week are 2.6 million a year and above the threshold, 20 hours half a million and far below it.
    #[test]
    fn a_refund_is_of_those_above_the_threshold() {
        let base = base().expect("shipped");
        let account = Account { price: Some(500.0), refund: Some(1e7) };
        let enough = |persons: &[Person]| is_of_enough(persons, (2024, &account), &base);
        assert!(enough(&persons(&[100.0; 5])));
        assert!(!enough(&persons(&[100.0, 100.0, 100.0, 100.0, 20.0, 20.0, 20.0])));
        // One has nearly all of it.
        let mut of_one = persons(&[80.0; 5]);
        of_one[0].other = Some(1e8);
        assert!(!enough(&of_one));
        // Above the age limit nothing is refunded.
        let mut old = persons(&[100.0; 5]);
        old[0].class = 3;
        assert!(!enough(&old));
        // Without a price it is the shipped one.
        let unpriced = Account { price: None, ..account };
        assert!(is_of_enough(&persons(&[100.0; 5]), (2024, &unpriced), &base));
    }
}
