//! Cells in which a spreadsheet has no value: an error, a formula that was never computed, hours and minutes. Read as empty they
//! would be nobody's, so each that stands where something is read is refused by its place.

use super::cells::{Cell, Fault, Line, letters};
use super::choices::Kind;
use super::headings::{Measure, Role};
use super::table::Table;
use super::units::{Place, Register};
use crate::error::{Error, Problem, Result};
use crate::text::say;

/// Refuses a table with such cells, in its headings and in the columns that are read of a kind; rows of sums and parts are not.
///
/// # Errors
/// By cell.
pub fn refuse(table: &Table, kind: Kind, register: &Register) -> Result<()> {
    let read = table.all(|role| match role {
        Role::Unread | Role::Share | Role::Identity => false,
        Role::Figures(figures) => is_of(kind, figures.measure),
        _ => true,
    });
    let told = |(line, column): (usize, usize), fault: &Fault| {
        let problem = problem(table, (line, column), fault);
        match table.source.sheet.is_none() && kind == Kind::Persons {
            true => problem.key(letters(column)),
            false => problem,
        }
    };
    let mut problems = Vec::new();
    for (column, (_, heading)) in table.columns.iter().enumerate() {
        let filled = || table.rows.iter().any(|row| !row.cell(column).is_empty());
        if let (Some(fault), true) = (fault_in(heading), filled()) {
            problems.push(told((table.heading, column), &fault));
        }
    }
    for row in table.rows.iter().filter(|row| is_read(table, row, register)) {
        for column in &read {
            if let Cell::Fault(fault) = row.cell(*column) {
                problems.push(told((row.number, *column), fault));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// Whether a column of numbers is one that a kind is made of.
fn is_of(kind: Kind, measure: Option<Measure>) -> bool {
    use Measure::{Hours, OtherCost, OtherShare, Persons, Population, Price, Recipients, Refund};
    match kind {
        Kind::Recipients => matches!(measure, None | Some(Recipients | Persons)),
        Kind::Population => matches!(measure, None | Some(Population | Persons)),
        Kind::Hours => matches!(measure, Some(Hours | Persons | Recipients | OtherCost | OtherShare)),
        Kind::Costs => matches!(measure, Some(Price | Refund)),
        Kind::Persons => matches!(measure, Some(Hours | OtherCost)),
    }
}

/// The fault that a heading is.
fn fault_in(heading: &str) -> Option<Fault> {
    match Cell::of(heading) {
        Cell::Fault(fault) => Some(fault),
        _ => (heading == Cell::Fault(Fault::NoValue).text()).then_some(Fault::NoValue),
    }
}

fn is_read(table: &Table, row: &Line, register: &Register) -> bool {
    let columns = table.all(|role| matches!(role, Role::Unit | Role::Name));
    let label: Vec<String> = columns.iter().map(|column| row.cell(*column).text().into_owned()).collect();
    !matches!(register.place(label.join(" ").trim()), Place::Sum | Place::District)
}

/// The problem of a fault in a cell.
pub fn problem(table: &Table, (line, column): (usize, usize), fault: &Fault) -> Problem {
    let (what, allowed) = match fault {
        Fault::Error(_) => (say::IMPORT_ERROR_THERE, say::IMPORT_ERROR_ALLOWED),
        Fault::NoValue => (say::IMPORT_FORMULA_WITHOUT_VALUE, say::IMPORT_FORMULA_ALLOWED),
        Fault::Duration(_) => (say::IMPORT_DURATION_THERE, say::IMPORT_DURATION_ALLOWED),
        Fault::Raised(_) => (say::IMPORT_TEXT_AMONG_NUMBERS, say::IMPORT_TEXT_AMONG_NUMBERS_ALLOWED),
    };
    let mut problem = table.problem(line, column, what).allowed(allowed);
    // Hours may be a person's.
    if let Fault::Error(text) = fault {
        problem = problem.found(text.clone());
    }
    problem
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::cells::{Grid, Hidden, Source};
    use crate::import::headings::Named;
    use crate::text::Lang;

    fn told(kind: Kind, rows: &[&[Cell]]) -> String {
        let source =
            Source { file: "t".into(), sheet: Some("A".into()), lines: true, turned: false, labels: None };
        let line = |(n, cells): (usize, &&[Cell])| Line { number: n + 1, cells: cells.to_vec() };
        let rows = rows.iter().enumerate().map(line).collect();
        let grid = Grid { source, rows, hidden: Hidden::default() };
        let table = Table::find(&grid, &Named::new()).expect("a table");
        let told = refuse(&table, kind, &Register::new(Default::default()));
        told.err().map_or_else(String::new, |e| e.render(Lang::En))
    }

    #[test]
    fn a_fault_is_refused_where_it_is_read() {
        let text = |text: &str| Cell::of(text);
        let head = ["Kommune", "Refusjon 2024", "Merknad", "Andel"].map(text);
        let row = |cells: [Cell; 4]| cells;
        let refused = told(
            Kind::Costs,
            &[
                &head,
                &row([text("Asker"), Cell::Fault(Fault::NoValue), text("#N/A"), text("#DIV/0!")]),
                &row([text("#REF!"), Cell::Fault(Fault::Duration("38:30".into())), Cell::Empty, Cell::Empty]),
                &row([text("Sum"), text("#REF!"), Cell::Empty, Cell::Empty]),
            ],
        );
        let cells: Vec<&str> =
            refused.lines().map(|line| line.split(':').next().unwrap_or_default()).collect();
        assert_eq!(cells, ["A!B2", "A!A3", "A!B3"], "{refused}");
        assert!(refused.contains("#REF!") && !refused.contains("38:30"), "{refused}");
        let heading = told(
            Kind::Recipients,
            &[&["Kommune", "Brukere 2024", "#REF!"].map(text), &["Asker", "1", "2"].map(text)],
        );
        assert!(heading.starts_with("A!C1"), "{heading}");
        assert_eq!(told(Kind::Costs, &[&head, &["Asker", "1", "#N/A", ""].map(text)]), "");
    }
}
