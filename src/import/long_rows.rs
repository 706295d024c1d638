//! Rows of a text that are longer than its headings: a decimal comma, or one between thousands, divides a cell in a file whose
//! cells commas part, and every number after it stands under another's heading.

use super::cells::{Cell, Grid, Line, letters};
use super::headings::Role;
use super::lists;
use super::marks::{Amount, Habit};
use super::table::Table;
use crate::error::{Error, Result};
use crate::text::say;

/// Refuses rows with numbers that have something beyond the last heading. On a sheet cells cannot move.
///
/// # Errors
/// By line, with the likely cause.
pub fn refuse(grid: &Grid, table: &Table, commas: bool) -> Result<()> {
    if grid.source.sheet.is_some() || !grid.source.lines {
        return without_heading(table);
    }
    let (first, width) =
        if table.source.turned { turned(grid, table) } else { (table.heading, width(table)) };
    let allowed = if commas { say::IMPORT_COMMA_IN_NUMBERS } else { say::IMPORT_HEADING_OR_SEPARATOR };
    let list = lists::is_list(table);
    let problem = |(row, column, cell): (&Line, usize, &Cell)| {
        let problem = grid.source.problem(row.number, None, say::IMPORT_LONGER_THAN_HEADINGS);
        // What stands in a list of persons is never shown.
        let problem = match (list, cell.is_empty()) {
            (true, _) => problem.key(letters(column)),
            (false, true) => problem,
            (false, false) => problem.found(cell.text()),
        };
        problem.allowed(allowed)
    };
    let below = || grid.rows.iter().filter(|row| row.number > first && has_number(row, width, table.habit));
    // Programs end every line with as many commas; a line with one more has one in a number.
    let heading = grid.rows.iter().find(|row| row.number == first).map_or(0, |row| row.cells.len());
    let even = |row: &Line| !commas || row.cells.len() <= heading;
    let uneven = below().any(even);
    let beyond = below().filter_map(|row| {
        let last = row.cells.len().checked_sub(1)?;
        let divided = uneven && !even(row);
        let filled = row.filled().find(|(column, _)| *column >= width);
        let (column, cell) = filled.or(divided.then(|| (last, row.cell(last))))?;
        Some((row, column, cell))
    });
    let problems: Vec<_> = beyond.map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// Refuses numbers between headings that have none of their own, beside a column of numbers: what stands over several columns may be
/// of any of them.
fn without_heading(table: &Table) -> Result<()> {
    let is_number =
        |line: &Line, column: usize| matches!(table.habit.amount(line.cell(column)), Amount::Number(_));
    let is_beside = |column: usize| {
        let before = (0..column).rev().find(|own| !table.columns[*own].1.is_empty());
        before.filter(|own| matches!(table.columns[*own].0, Role::Figures(_)))
    };
    let blank = (0..width(table)).filter(|column| table.columns[*column].1.is_empty());
    let found = blank.filter_map(|column| {
        let own = is_beside(column)?;
        let mut rows = table.rows.iter().filter(|row| is_number(row, own)).peekable();
        let first = rows.peek().map(|row| row.number)?;
        rows.all(|row| is_number(row, column)).then_some((first, column))
    });
    let Some((line, column)) = found.into_iter().next().filter(|_| !table.source.turned) else {
        return Ok(());
    };
    let problem = table.source.problem(line, Some(column), say::IMPORT_NUMBERS_WITHOUT_HEADING);
    Err(problem.allowed(say::IMPORT_HEADING_OR_SEPARATOR).into())
}

/// Columns up to the last heading.
fn width(table: &Table) -> usize {
    table.columns.iter().rposition(|(_, heading)| !heading.is_empty()).map_or(0, |last| last + 1)
}

/// The last row of headings in the file, and its width, of a table that was laid otherwise.
fn turned(grid: &Grid, table: &Table) -> (usize, usize) {
    let rows: Vec<usize> = [Role::Unit, Role::Year]
        .into_iter()
        .filter_map(|role| table.first(role))
        .map(|row| row + 1)
        .collect();
    // Words right below the municipalities divide their columns further.
    let below = rows.iter().copied().max().unwrap_or(0) + 1;
    let of_words = |row: &Line| row.number == below && !has_number(row, row.cells.len(), table.habit);
    let own = grid.rows.iter().filter(|row| rows.contains(&row.number) || of_words(row));
    let width = own.filter_map(|row| row.filled().last()).map(|(column, _)| column + 1).max();
    (rows.into_iter().max().unwrap_or(0), width.unwrap_or(usize::MAX))
}

fn has_number(row: &Line, width: usize, habit: Habit) -> bool {
    let is_number = |cell: &Cell| {
        matches!(habit.amount(cell), Amount::Number(_) | Amount::Mark(_) | Amount::Doubtful(..))
    };
    row.filled().any(|(column, cell)| (1..width).contains(&column) && is_number(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headings::Named;
    use crate::import::text_file;
    use crate::text::Lang;

    fn told(text: &str) -> String {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let grid = &document.grids[0];
        let table = Table::find(grid, &Named::new()).expect("a table");
        refuse(grid, &table, document.commas).err().map_or_else(String::new, |e| e.render(Lang::En))
    }

    #[test]
    fn a_row_that_is_longer_than_its_headings_is_refused_by_its_line() {
        let found = told("Kommune,Timepris 2024,Refusjon 2024\n3201,505,31200000\n3203,505,5,31200000\n");
        assert!(found.starts_with("t.csv:3") && found.contains("commas separate"), "{found}");
        let found = told("Kommune;0-17;18+\nAsker;1;2;99\n");
        assert!(found.starts_with("t.csv:2") && found.contains("no separator too many"), "{found}");
        let found = told("Saksnr,Fødselsår,Timer per uke\n1,1984,38,5\n");
        assert!(found.starts_with("t.csv:2: D") && !found.contains("38"), "{found}");
        let noted = "Kommune,Timepris 2024,Refusjon 2024,Merknad\n3201,505,31200000,\n";
        assert!(told(&format!("{noted}3203,505,5,31200000,\n")).starts_with("t.csv:3"));
        for text in [
            "Kommune,0-17,18+\nAsker,1,2,\nBærum,1,2,\n",
            noted,
            "Tall\nKommune;0-17;18+;;\nAsker;1;2;;\nKilde: SSB, 2024;;;x\n",
            "Kommune,0-17,18+\nAsker,1,2\nKilde: SSB, tabell 07459, hentet i mai, av oss\n",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}
