//! A second table below the first on the same sheet: its headings may be in another order, and are another table's.

use super::cells::{Line, folded};
use super::headings::{Named, Role, role};
use super::memo::Memo;
use super::table::Table;
use crate::error::Problem;
use crate::text::say;

/// Refuses rows that are headings of another table. Those that a program repeats on each page are the same as the first ones.
pub fn refuse(table: &Table, named: &Named, problems: &mut Vec<Problem>) {
    let roles = Memo::new();
    let role = |heading: &str| roles.of(heading, |heading| role(heading, named));
    let is_second = |row: &&Line| is_of_headings(row, role) && !is_repeated(table, row);
    if let Some(row) = table.rows.iter().find(is_second) {
        let problem = table.source.problem(row.number, None, say::IMPORT_SECOND_TABLE);
        problems.push(problem.allowed(say::IMPORT_SECOND_TABLE_ALLOWED));
    }
}

/// Whether a row begins with the name of a column of municipalities, ages or years, and has another heading beside it.
fn is_of_headings(row: &Line, role: impl Fn(&str) -> Role) -> bool {
    let mut roles = row.filled().map(|(_, cell)| role(&cell.text()));
    let key = |role: Role| matches!(role, Role::Unit | Role::Name | Role::Age | Role::Year | Role::Sex);
    roles.next().is_some_and(key) && roles.any(|role| role != Role::Unread)
}

fn is_repeated(table: &Table, row: &Line) -> bool {
    let ends_as = |(column, heading): (usize, &String)| {
        let (own, first) = (folded(&row.cell(column).text()), folded(heading));
        // Of headings over several rows the lowest is repeated.
        own.is_empty() || first.ends_with(&own)
    };
    let headings = table.columns.iter().map(|(_, heading)| heading).enumerate();
    row.cells.len() <= table.columns.len() && headings.into_iter().all(ends_as)
}
