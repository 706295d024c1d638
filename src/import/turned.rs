//! Tables that stand turned: municipalities or years as columns, ages or what is measured as rows. They are laid the usual way
//! where nothing is in doubt; cells keep the names that they have in the file.

use super::ages::Ages;
use super::cells::{Cell, Grid, Line, folded};
use super::headings::{Named, Role, role, year_in};
use super::labels::may_be_year;
use super::lists;
use super::marks::{Amount, Habit};
use super::running::is_plain_number;
use super::standing::{self, Standing};
use super::subject::{self, Subject};
use super::sums::Sex;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::{are_years, years_in};
use std::collections::BTreeSet;

/// Rows that are looked through for municipalities.
const SEARCHED: usize = 60;
/// The last row that a turned table may reach: it becomes a column.
const LAST_ROW: usize = 5_000;

/// Most years from one column to the next where no label says that they are years, and where all rows are of amounts.
const APART: i32 = 5;
const HIGHEST: i32 = 100;

/// Most cells of a table that is laid otherwise.
pub const MOST: usize = 5_000_000;

/// Where a turned table stands.
struct Found {
    /// The row of municipalities, by place.
    at: usize,
    /// The first column of a municipality; what rows are of stands before it.
    first: usize,
    /// Columns that are taken.
    columns: Vec<usize>,
    /// Whether the row below has years.
    years: bool,
    /// What the columns are of.
    of: &'static str,
}

/// A sheet laid the usual way; none where its table does not stand turned.
pub fn laid(grid: &Grid, named: &Named, register: &Register) -> Option<Grid> {
    let rows = || 0..grid.rows.len().min(SEARCHED);
    let own = Table::find(grid, named);
    // Somebody's year of birth beside a municipality may look like two municipalities.
    if own.as_ref().is_some_and(lists::is_list) {
        return None;
    }
    let of_one = |at: usize| of_years(grid, at, named).or_else(|| of_amounts(grid, at, named));
    let of_one = || if own.is_none() { rows().find_map(of_one) } else { None };
    let found = rows().find_map(|at| found(grid, at, named, register)).or_else(of_one)?;
    let Found { at, first, columns, years, of } = found;
    let body = &grid.rows[at + 1 + usize::from(years)..];
    let body: Vec<&Line> =
        body.iter().filter(|row| columns.iter().any(|column| !row.cell(*column).is_empty())).collect();
    // A form that nobody has filled in has nothing to be turned.
    let last = body.last()?.number;
    if last > LAST_ROW || (first + columns.len()).saturating_mul(last) > MOST {
        return None;
    }
    let heads = grid.rows[at..at + 1 + usize::from(years)].iter();
    let rows: Vec<&Line> = heads.chain(body).collect();
    let over = |column: usize| {
        let filled =
            (first..=column).rev().map(|column| grid.rows[at].cell(column)).find(|cell| !cell.is_empty());
        filled.cloned().unwrap_or_default()
    };
    // A row becomes the column of its number, so that messages can turn it back.
    let line = |column: usize| {
        let mut cells = vec![Cell::Empty; last];
        rows.iter().for_each(|row| cells[row.number - 1] = row.cell(column).clone());
        Line { number: column + 1, cells }
    };
    // What divides the columns has the label of the rows below it, if any; what is the same over all of them divides none.
    let divides = divides(grid, at, first).filter(|_| !years);
    let row = divides.and_then(|own| grid.rows.iter().find(|row| row.number == own + 1));
    let words = || row.iter().flat_map(|row| columns.iter().map(|column| row.cell(*column)));
    let same = words().next().filter(|first| words().all(|own| own == *first)).cloned();
    // What stands over several columns is said of each.
    let figures = |column: usize| {
        let mut own = line(column);
        own.cells[grid.rows[at].number - 1] = over(column);
        if let (Some(_), Some(divides)) = (&same, divides) {
            own.cells[divides] = Cell::Empty;
        }
        own
    };
    let mut labels: Vec<Line> = (0..first).map(line).collect();
    labels.retain(|own| own.cells.iter().any(|cell| !cell.is_empty()));
    let corner = grid.rows[at].number - 1;
    if let Some(divides) = divides {
        let is_sex = |cell: &Cell| Sex::read(&folded(&cell.text())).is_some_and(|sex| sex != Sex::All);
        let heading = if same.is_none() && words().all(is_sex) { Cell::of("kjønn") } else { Cell::Empty };
        labels.iter_mut().for_each(|own| own.cells[divides] = Cell::Empty);
        if let Some(last) = labels.last_mut() {
            last.cells[divides] = heading;
        }
    }
    for (place, own) in labels.iter_mut().rev().enumerate() {
        own.cells[corner] = if place == 0 { Cell::of(of) } else { Cell::Empty };
        if years {
            let year = grid.rows[at + 1].number - 1;
            own.cells[year] = if place == 0 { Cell::of("år") } else { Cell::Empty };
        }
    }
    let above = grid.rows[..at].iter().filter(|row| row.filled().count() == 1).flat_map(Line::filled);
    let titles = above.map(|(_, cell)| cell).chain(&same);
    let titles = titles.map(|cell| Line { number: 1, cells: vec![cell.clone()] });
    let (above, below) = (grid.rows[..at].iter(), grid.rows[at + 1 + usize::from(years)..].iter());
    let several = above.filter(|row| row.filled().count() > 1);
    let without = below.filter(|row| columns.iter().all(|column| row.cell(*column).is_empty()));
    let words = several.chain(without).filter_map(words_of);
    let rows = titles.chain(labels).chain(columns.iter().copied().map(figures));
    let rows = rows.chain(words).collect();
    let mut source = grid.source.clone();
    source.turned = true;
    Some(Grid { source, rows, hidden: grid.hidden.clone() })
}

/// The place, as a column, of the row right below municipalities that divides their columns further: words alone, whose label is
/// that of the rows below.
fn divides(grid: &Grid, at: usize, first: usize) -> Option<usize> {
    let habit = Habit::of(grid);
    let below = grid.rows.get(at + 1)?;
    let mut own = below.filled().filter(|(column, _)| *column >= first).peekable();
    own.peek()?;
    own.all(|(_, cell)| matches!(habit.amount(cell), Amount::Other)).then_some(below.number - 1)
}

/// A row that has words alone, as the column that it becomes: by itself, below the others, where words are looked for.
fn words_of(row: &Line) -> Option<Line> {
    let own: Vec<String> = row.filled().map(|(_, cell)| cell.text().into_owned()).collect();
    let mut cells = vec![Cell::Empty; row.number - 1];
    cells.push(Cell::of(&own.join(" ")));
    (!own.is_empty() && row.number <= LAST_ROW).then_some(Line { number: 1, cells })
}

/// Whether a row is one of municipalities, or of Oslo's districts, above rows of ages or of what is measured.
fn found(grid: &Grid, at: usize, named: &Named, register: &Register) -> Option<Found> {
    let row = &grid.rows[at];
    // A year is none, though Finnmark had such numbers, unless the row has numbers that can be nothing else.
    let plain = row.filled().any(|(_, cell)| is_plain_number(&cell.text(), register));
    let is_bare = |cell: &Cell| cell.text().bytes().all(|b| b.is_ascii_digit());
    let is_named = |(_, cell): (usize, &Cell)| {
        !is_bare(cell) && matches!(register.place(&cell.text()), Place::Unit { .. })
    };
    // Beside the name of a municipality a number is that of somebody.
    let named_ones = row.filled().any(is_named);
    let units: Vec<(usize, String)> = row
        .filled()
        .filter(|(_, cell)| plain || !may_be_year(&cell.text()))
        .filter(|(_, cell)| !named_ones || !is_bare(cell))
        .filter_map(|(column, cell)| match register.place(&cell.text()) {
            Place::Unit { id, .. } => Some((column, id)),
            // Those of Oslo are added up as rows are.
            Place::District => Some((column, folded(&cell.text()))),
            _ => None,
        })
        .collect();
    let first = units.first()?.0;
    // A column of municipalities beside blank cells is no row of them.
    let beside = |line: &Line| line.filled().count() > 1 && is_named((first, line.cell(first)));
    let mut others = grid.rows.iter().take(SEARCHED).enumerate().filter(|(own, _)| *own != at);
    if others.any(|(_, line)| beside(line)) {
        return None;
    }
    let ids: BTreeSet<&String> = units.iter().map(|(_, id)| id).collect();
    // What begins with an age or a sex is a row of data.
    let is_data = |cell: &Cell| {
        let text = cell.text();
        let sex = || text.len() > 2 && matches!(Sex::read(&folded(&text)), Some(Sex::Men | Sex::Women));
        Ages::read(&text).is_some() || sex()
    };
    if row.cells[..first].iter().any(is_data) {
        return None;
    }
    let corner = row.cells[..first].iter().rev().find(|cell| !cell.is_empty()).unwrap_or(&Cell::Empty);
    let corner = corner.text();
    // One municipality over a column is enough where the corner says that rows are of ages.
    let of_ages = |line: &&Line| {
        let label = line.cell(first.saturating_sub(1)).text();
        label.contains(|c: char| !c.is_ascii_digit()) && matches!(Ages::read(&label), Some(Ages::Of(_)))
    };
    let over_ages = || grid.rows[at + 1..].iter().take(SEARCHED).filter(of_ages).count() > 1;
    let enough = ids.len() > 1
        || role(&corner, named) == Role::Age
        || corner.is_empty() && over_ages()
        || is_over_amounts(grid, at, first, named) && !is_label(&corner, named);
    if first == 0 || !enough || ids.len() < units.len() {
        return None;
    }
    // Numbers of persons may look like those of municipalities: then all must, and what stands before them be a word.
    let numbers = units.iter().all(|(column, _)| is_bare(row.cell(*column)));
    let of_place = |cell: &Cell| !matches!(register.place(&cell.text()), Place::Unknown);
    let is_share = |cell: &Cell| role(&cell.text(), named) == Role::Share;
    let all =
        row.filled().filter(|(column, _)| *column > first).all(|(_, cell)| of_place(cell) || is_share(cell));
    if numbers && (!all || corner.contains(|c: char| c.is_ascii_digit()) || of_place(&Cell::of(&corner))) {
        return None;
    }
    let below = grid.rows.get(at + 1);
    let is_year = |cell: &Cell| year_in(&cell.text()).is_some();
    let years = below.is_some_and(|below| {
        units.iter().all(|(column, _)| is_year(below.cell(*column))) && is_of_years(grid, at, first, named)
    });
    // What stands over several columns is that of all that have numbers.
    let habit = Habit::of(grid);
    let has_number = |column: usize| {
        let is_number = |line: &Line| matches!(habit.amount(line.cell(column)), Amount::Number(_));
        grid.rows[at + 1 + usize::from(years)..].iter().any(is_number)
    };
    // Beside «Totalt», «Antall» or «BPA» the others are of something else: «Nye», «Støttekontakt».
    let is_counted = |cell: &Cell| match role(&cell.text(), named) {
        Role::Figures(own) => !matches!(own.ages, Some(Ages::Of(_))),
        // «Innvilget» beside «Avslag».
        _ => standing::of(&cell.text()) == Standing::In,
    };
    let words = below.filter(|_| divides(grid, at, first).is_some() && !years);
    let counted =
        words.is_some_and(|row| row.filled().any(|(column, cell)| column >= first && is_counted(cell)));
    // A change from one year to the next, and a share beside a number, are neither's.
    let is_beside = |column: usize| {
        let own = below.map_or(&Cell::Empty, |below| below.cell(column));
        let of_others = || matches!(subject::of(&own.text()), Some(Subject::Shares | Subject::Change));
        let beside = || is_share(own) || of_others() || counted && !is_counted(own);
        !own.is_empty() && if years { !is_year(own) } else { beside() }
    };
    let taken = |column: &usize| match row.cell(*column) {
        _ if is_beside(*column) => false,
        Cell::Empty => has_number(*column),
        cell => !is_share(cell),
    };
    let width = grid.rows[at..].iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let columns = (first..width).filter(taken).collect();
    let of_rows = |line: &Line| {
        let labels: Vec<String> = (0..first).map(|column| folded(&line.cell(column).text())).collect();
        is_label(&labels.join(" "), named)
    };
    let labelled = grid.rows[at + 1..].iter().take(SEARCHED).any(of_rows);
    labelled.then_some(Found { at, first, columns, years, of: "kommune" })
}

/// Whether the row below municipalities is one of their years, and not of numbers of persons that look like such: its label says
/// so, or there are years one after another.
fn is_of_years(grid: &Grid, at: usize, first: usize, named: &Named) -> bool {
    let Some(below) = grid.rows.get(at + 1) else { return false };
    let labels: Vec<String> = (0..first).map(|column| folded(&below.cell(column).text())).collect();
    let label = labels.join(" ").trim().to_string();
    let cells = || below.filled().filter(|(column, _)| *column >= first);
    let own: BTreeSet<i32> = cells().filter_map(|(_, cell)| year_in(&cell.text())).collect();
    // A date with its day is no number of persons.
    let dated = cells().any(|(_, cell)| !may_be_year(&cell.text()));
    match role(&label, named) {
        Role::Year => true,
        Role::Figures(_) => false,
        _ if Ages::read(&label).is_some() => false,
        Role::Age | Role::Unit | Role::Name | Role::Sex => true,
        _ if dated => true,
        _ => are_years(&own, if label.is_empty() { APART } else { 1 }, &years_above(grid, at)),
    }
}

/// The years that are written above a row.
fn years_above(grid: &Grid, at: usize) -> BTreeSet<i32> {
    let cells = grid.rows[..at].iter().flat_map(Line::filled);
    cells.flat_map(|(_, cell)| years_in(&cell.text())).collect()
}

/// A row of years above rows of what is measured, as accounts have it; a table that is read as it stands has none.
fn of_years(grid: &Grid, at: usize, named: &Named) -> Option<Found> {
    let row = &grid.rows[at];
    let (columns, others): (Vec<usize>, Vec<usize>) =
        row.filled().map(|(column, _)| column).partition(|column| may_be_year(&row.cell(*column).text()));
    let first = *columns.first()?;
    let corner =
        others.iter().all(|column| *column < first && role(&row.cell(*column).text(), named) == Role::Unread);
    let label = |line: &Line| folded(&line.cell(first.saturating_sub(1)).text());
    let labelled = || grid.rows[at + 1..].iter().take(SEARCHED).any(|line| is_label(&label(line), named));
    let own = columns.iter().filter_map(|column| year_in(&row.cell(*column).text())).collect();
    let years = || are_years(&own, HIGHEST, &years_above(grid, at));
    (first > 0 && corner && labelled() && years()).then_some(Found {
        at,
        first,
        columns,
        years: false,
        of: "år",
    })
}

/// A row of two headings, a blank or unknown one and that of amounts, above rows of what is measured: «Post;Beløp».
fn of_amounts(grid: &Grid, at: usize, named: &Named) -> Option<Found> {
    const AMOUNTS: [&str; 9] =
        ["beløp", "beløp (kr)", "beløp i kr", "kroner", "kr", "verdi", "tall", "amount", "value"];
    let row = &grid.rows[at];
    let (first, _) =
        row.filled().last().filter(|(_, cell)| AMOUNTS.contains(&folded(&cell.text()).as_str()))?;
    let alone = row.filled().count() <= 2 && first > 0 && is_over_amounts(grid, at, first, named);
    alone.then(|| Found { at, first, columns: vec![first], years: false, of: "post" })
}

/// Whether several rows below are of what is measured, by the cell before their number.
fn is_over_amounts(grid: &Grid, at: usize, first: usize, named: &Named) -> bool {
    let measured = |line: &&Line| {
        let label = line.cell(first.saturating_sub(1)).text();
        let is_number = line.cell(first).text().contains(|c: char| c.is_ascii_digit());
        is_number && matches!(role(&label, named), Role::Figures(own) if own.measure.is_some())
    };
    first > 0 && grid.rows[at + 1..].iter().take(SEARCHED).filter(measured).count() > 1
}

/// Whether a row is of ages or of something that is measured, as headings of columns are else.
fn is_label(text: &str, named: &Named) -> bool {
    let of = |text: &str| match role(text, named) {
        Role::Figures(own) => own.measure.is_some() || matches!(own.ages, Some(Ages::Of(_))),
        _ => false,
    };
    !text.is_empty() && of(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;
    use std::collections::BTreeMap;

    /// The second column of a table that is laid otherwise: what its columns are of.
    fn told(text: &str) -> Option<String> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let own = laid(&document.grids[0], &Named::new(), &Register::new(BTreeMap::new()))?;
        own.rows
            .iter()
            .map(|row| row.cells.iter().map(|c| c.text().into_owned()).collect::<Vec<_>>().join(" "))
            .nth(1)
    }

    #[test]
    fn a_form_that_is_empty_is_not_turned() {
        assert_eq!(told("Alder;0301 Oslo;3203 Asker\n0-17;;\n18-49;;\n"), None);
    }

    #[test]
    fn a_column_of_municipalities_beside_blank_cells_is_no_row_of_them() {
        assert_eq!(
            told("alder;kommune;2023;2024\n0-17;3203 Asker;1;2\n;3201 Bærum;3;4\n18+;3203 Asker;1;2\n"),
            None
        );
    }

    #[test]
    fn years_across_are_no_municipalities() {
        let ages = "0-17;1;2\n18-49;3;4\n50-66;5;6\n67-79;7;8\n80+;9;10\n";
        for head in [
            "Alder;2023;2024",
            "Alder;2012;2022",
            "Alder;2023;2024*",
            "Alder;2023 foreløpig;2024 tall",
            "Aldersgruppe;2024;2023",
        ] {
            assert_eq!(told(&format!("BPA i Asker\n{head}\n{ages}")), None, "{head}");
        }
        let of = |head: &str| told(&format!("BPA\n{head}\n{ages}")).unwrap_or_default();
        for head in ["Alder;3203;3201", "Alder;2012;1103", "Alder;2012 Alta;Asker"] {
            assert!(of(head).contains("kommune"), "{head}: {}", of(head));
        }
        let accounts = "Refusjon (1000 kr);25000;31200\nTimepris;480;505\n";
        for head in ["Regnskap;2023;2024", ";2023;2024"] {
            let found = told(&format!("Tall\n{head}\n{accounts}")).unwrap_or_default();
            assert!(found.contains("år Refusjon (1000 kr) Timepris"), "{head}: {found}");
        }
        assert_eq!(told("region;statistikkvariabel;2023;2024\n3203 Asker;Refusjon;1;2\n"), None);
        assert_eq!(told(";2023;2024\nAlder;Brukere;Brukere\n0-17;15;16\n"), None);
    }
}
