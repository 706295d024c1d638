//! Hours whose size tells that they are those of all persons in a row together, where no word says whose they are.

use super::groups::MOST_HOURS;
use super::headings::{Figures, Measure};
use super::marks::Amount;
use super::table::Table;
use crate::scenario::small_counts::THRESHOLD;

/// Fewer hours a week than so many are no group's mean: one large number among others is a slip of the pen.
const LEAST_HOURS: f64 = 8.0;
/// More hours a week than so many are no group's mean either: they are of a longer time than a week.
const MOST_MEAN: f64 = 100.0;

/// Whether hours of a column must be of all persons: some are more than a week has, and divided by the persons beside them all are
/// hours that people are granted.
pub fn must_be(table: &Table, (column, own): (usize, &Figures)) -> bool {
    let beside = |other: &Figures| {
        matches!(other.measure, Some(Measure::Persons | Measure::Recipients))
            && (other.ages, other.sex) == (own.ages, own.sex)
            && (other.year == own.year || other.year.is_none() || own.year.is_none())
    };
    let mut persons = table.figures().filter(|(_, other)| beside(other)).map(|(column, _)| column);
    let (Some(of_persons), None) = (persons.next(), persons.next()) else { return false };
    let number =
        |cell| if let Amount::Number(number) = table.habit.amount(cell) { Some(number) } else { None };
    let rows =
        table.rows.iter().filter_map(|row| Some((number(row.cell(column))?, number(row.cell(of_persons))?)));
    let rows: Vec<(f64, f64)> = rows
        .map(|(hours, persons)| (hours * own.times.unwrap_or(1.0), persons))
        .filter(|(_, persons)| *persons >= THRESHOLD as f64)
        .collect();
    let plausible = |(hours, persons): &(f64, f64)| (LEAST_HOURS..=MOST_MEAN).contains(&(hours / persons));
    rows.iter().any(|(hours, _)| *hours > MOST_HOURS) && rows.iter().all(plausible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::{Named, Role};
    use crate::import::text_file;

    fn found(rows: &str) -> bool {
        let text = format!("Kommune;Antall brukere;Timer per uke\n{rows}");
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
        let Role::Figures(own) = table.columns[2].0 else { panic!("figures") };
        must_be(&table, (2, &own))
    }

    #[test]
    fn more_hours_than_a_week_has_are_those_of_all() {
        assert!(found("3203;98;3185\n3201;112;3136\n"));
        assert!(found("3203;98;3185\n3201;5;150\n3303;3;9\n"));
        // One of them is a slip of the pen, all are of each, or all are of a month.
        assert!(!found("3203;98;325\n3201;112;28\n"));
        assert!(!found("3203;98;32,5\n3201;112;28\n"));
        assert!(!found("3203;98;13165\n3201;112;13104\n"));
        assert!(!found("3203;2;3185\n3201;112;30\n"));
    }
}
