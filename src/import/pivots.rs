//! Pivot tables in the form that spreadsheets make first: one column of labels under «Radetiketter», in which municipalities,
//! ages, sexes and years stand below each other. They are laid as a table with a column for each; so are tables by hand in which
//! ages stand below their municipality.

use super::ages::Ages;
use super::cells::{Cell, Document, Grid, Line, folded};
use super::filters;
use super::headings::{Named, Role, role};
use super::labels::{in_all, may_be_year};
use super::pivot_gaps::{self, Laid};
use super::sums::{Sex, is_sum};
use super::turned::MOST;
use super::units::{Place, Register};
use super::words::{AGE, NAME, UNITS};
use crate::error::Result;
use crate::text::{Message, say};
use std::collections::BTreeMap;

/// What stands over the labels of rows.
const CORNERS: [&str; 4] = ["radetiketter", "radetikettar", "row labels", "rad-etiketter"];
/// What stands over the labels of columns.
const OVER: [&str; 4] = ["kolonneetiketter", "kolonneetikettar", "column labels", "kolonne-etiketter"];
/// What stands for a row whose label is not known.
const UNKNOWN: [&str; 7] = ["(tom)", "(blank)", "uoppgitt", "ukjent", "ukjend", "unknown", "ikke oppgitt"];
/// Rows that are looked through for a heading.
const SEARCHED: usize = 60;

/// What a label is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Unit,
    Age,
    Sex,
    Year,
}

impl Key {
    /// What a label is of; none where it is something else. A number of four digits is a year, as people use them.
    fn of(label: &str, register: &Register) -> Option<Key> {
        let text = folded(label);
        match () {
            () if may_be_year(&text) => Some(Key::Year),
            () if Sex::read(&text).is_some_and(|sex| sex != Sex::All) && text.parse::<u32>().is_err() => {
                Some(Key::Sex)
            }
            () if !matches!(register.place(label), Place::Unknown | Place::Sum) => Some(Key::Unit),
            () if Ages::read(label).is_some_and(|ages| ages != Ages::All) => Some(Key::Age),
            // Counties and groups are sums among municipalities.
            () => matches!(register.place(label), Place::Sum).then_some(Key::Unit),
        }
    }

    /// The heading of its column.
    fn heading(self) -> &'static str {
        match self {
            Key::Unit => "Kommune",
            Key::Age => "Alder",
            Key::Sex => "Kjønn",
            Key::Year => "År",
        }
    }
}

/// Lays every such table of a document as one with a column for each key.
///
/// # Errors
/// Where the labels of a pivot table are of something else too.
pub fn lay(document: &mut Document, register: &Register) -> Result<()> {
    for grid in &mut document.grids {
        if let Some(labels) = Labels::of_pivot(grid, register)?.or_else(|| Labels::of_column(grid, register))
        {
            let width = grid.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
            // A stray cell far out would make every row as wide.
            if labels.rows.len().saturating_mul(width) > MOST {
                continue;
            }
            labels.lay(grid, width);
            document.told.push(say::ImportPivotLaid { place: grid.source.name() }.text());
        }
    }
    Ok(())
}

/// The labels of a table's rows in one column.
struct Labels {
    /// The row of its heading, by place.
    at: usize,
    /// The column.
    column: usize,
    /// What they are of, the outer first.
    levels: Vec<Key>,
    /// Each row with numbers, by place: its label, and what that is of; none of a sum.
    rows: Vec<(usize, String, Option<Key>)>,
    /// Whether a program made the table, which leaves out what there is nobody of.
    pivot: bool,
}

impl Labels {
    /// Those of a pivot table, which is known by what stands over them.
    fn of_pivot(grid: &Grid, register: &Register) -> Result<Option<Labels>> {
        let corner = heading(grid, |text| CORNERS.contains(&text));
        let Some(labels) = corner.map(|corner| Labels::of(grid, corner, register)) else { return Ok(None) };
        // What a list was made of may name somebody, so the label is not quoted.
        let problem = |line| grid.source.problem(line, corner.map(|own| own.1), say::IMPORT_PIVOT_LABEL);
        let mut above = grid.rows.iter().take(corner.map_or(0, |own| own.0));
        let is_over =
            |row: &Line| row.filled().any(|(_, cell)| OVER.contains(&folded(&cell.text()).as_str()));
        let chosen = |row: &&Line| {
            filters::pair(row).is_some_and(|(field, value)| filters::is_unknown(&field, &value))
                && !is_over(row)
        };
        if let Some(row) = above.find(chosen) {
            let problem = grid.source.problem(row.number, Some(1), say::IMPORT_PIVOT_CHOSEN);
            return Err(problem.allowed(say::IMPORT_PIVOT_CHOSEN_ALLOWED).into());
        }
        let labels = labels.map_err(|line| problem(line).allowed(say::IMPORT_PIVOT_ALLOWED))?;
        Ok(Some(Labels { pivot: true, ..labels }))
    }

    /// Those of a table by hand in which ages stand below their municipality, or the other way round, under the heading of one
    /// of them.
    fn of_column(grid: &Grid, register: &Register) -> Option<Labels> {
        let is_word = |text: &str| [UNITS, NAME, AGE].iter().any(|list| list.contains(&text));
        // «Kommune / alder» says it of both.
        let is_key = |text: &str| {
            is_word(text) || text.contains('/') && text.split('/').all(|own| is_word(own.trim()))
        };
        let corner = heading(grid, is_key).or_else(|| blank(grid))?;
        let alone =
            grid.rows[corner.0].filled().filter(|(_, cell)| is_key(&folded(&cell.text()))).count() <= 1;
        let labels = Labels::of(grid, corner, register).ok().filter(|_| alone)?;
        // Numbers of counties are no ages, nor are years among numbers of municipalities.
        let words = |(_, label, key): &(usize, String, Option<Key>)| {
            *key != Some(Key::Age) || label.contains(|c: char| !c.is_ascii_digit())
        };
        let filled = |place: usize| grid.rows[place].filled().any(|(own, _)| own > labels.column);
        let of_ages =
            |(place, _, key): &(usize, String, Option<Key>)| *key == Some(Key::Age) && filled(*place);
        let ages = labels.levels.first() == Some(&Key::Age) || labels.rows.iter().any(of_ages);
        let both = labels.levels.contains(&Key::Unit) && ages;
        let plain = !labels.levels.contains(&Key::Year) && labels.rows.iter().all(words);
        (both && plain).then_some(labels)
    }

    /// The labels under a heading; the line of the first one that is of something else.
    fn of(
        grid: &Grid,
        (at, column): (usize, usize),
        register: &Register,
    ) -> std::result::Result<Labels, usize> {
        let (mut rows, mut levels) = (Vec::new(), Vec::new());
        let has_more = |row: &Line| row.filled().any(|(own, _)| own > column);
        let mut unknown = None;
        for (place, row) in grid.rows.iter().enumerate().skip(at + 1) {
            let label = row.cell(column).text().trim_start_matches(['-', '–', ' ']).to_string();
            let text = folded(&label);
            let key = Key::of(&label, register).filter(|_| !is_whole(&label, register));
            // Below the table there may be sources and notes, and among its rows what has no sum of its own.
            if label.is_empty() && !has_more(row) || key.is_none() && !has_more(row) {
                continue;
            }
            if key.is_none() && !is_sum(&text) {
                return Err(row.number);
            }
            unknown = unknown.or(Some(row.number).filter(|_| UNKNOWN.contains(&text.as_str())));
            levels.extend(key.filter(|key| !levels.contains(key)));
            rows.push((place, label, key));
        }
        // Whose age, sex or year is not known is nobody's of the others, and no sum of them.
        match unknown.filter(|_| levels.len() > 1 || levels.first() != Some(&Key::Unit)) {
            Some(line) => Err(line),
            None => Ok(Labels { at, column, levels, rows, pivot: false }),
        }
    }

    /// Puts each label into the column of its key, and into the rows below it.
    fn lay(&self, grid: &mut Grid, width: usize) {
        // Further columns stand last, so that those of the file keep their names.
        grid.source.labels = (self.levels.len() > 1).then_some((width, self.column));
        let place_of = |level: usize| if level == 0 { self.column } else { width + level - 1 };
        for (level, key) in self.levels.iter().enumerate() {
            put(&mut grid.rows[self.at], place_of(level), Cell::of(key.heading()));
        }
        for row in &mut grid.rows[self.at.saturating_sub(1)..=self.at] {
            let over = |cell: &&mut Cell| OVER.contains(&folded(&cell.text()).as_str());
            row.cells.iter_mut().filter(over).for_each(|cell| *cell = Cell::Empty);
        }
        let mut above: Vec<Option<&str>> = vec![None; self.levels.len()];
        let figures = |grid: &Grid, place: usize| -> Vec<Cell> {
            grid.rows[place].cells.iter().skip(self.column + 1).take(width).cloned().collect()
        };
        let has_figures = |own: &[Cell]| own.iter().any(|cell| !cell.is_empty());
        let mut sums: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
        let mut laid = Vec::new();
        for (at, (place, label, key)) in self.rows.iter().enumerate() {
            let own = figures(grid, *place);
            // Oslo the county stands over Oslo the municipality, and a subtotal may repeat what stands above.
            let next = self.rows.get(at + 1).filter(|next| next.1 == *label);
            let name = in_all(&folded(label)).unwrap_or_else(|| folded(label));
            let again =
                sums.get(&name).is_some_and(|sum| has_figures(sum) && *sum == own && *key == Some(Key::Unit));
            if *key == Some(Key::Unit) && self.levels.first() == Some(&Key::Unit) {
                if again || next.is_some_and(|next| figures(grid, next.0) == own) {
                    grid.rows[*place].cells.fill(Cell::Empty);
                    continue;
                }
                sums.insert(name, own);
            }
            match self.levels.iter().position(|level| Some(*level) == *key) {
                Some(level) => {
                    above[level] = Some(label);
                    above[level + 1..].fill(None);
                }
                None => above.fill(None),
            }
            let labels: Vec<Option<String>> = above.iter().map(|own| own.map(str::to_string)).collect();
            self.label(&mut grid.rows[*place], &labels, place_of);
            laid.push(Laid { place: *place, labels });
            // A sum over years is of none.
            let year = self.levels.iter().position(|key| *key == Key::Year);
            if year.is_some_and(|level| above[level].is_none()) {
                grid.rows[*place].cells.fill(Cell::Empty);
            }
        }
        if self.pivot {
            self.fill_gaps(grid, &laid, (place_of, width));
        }
    }

    /// Puts the labels of a row in its columns, and what is said of a sum where it has none.
    fn label(&self, row: &mut Line, labels: &[Option<String>], place_of: impl Fn(usize) -> usize) {
        for (level, key) in self.levels.iter().enumerate() {
            let whole = || if *key == Key::Unit { Cell::of("Totalsum") } else { Cell::of("I alt") };
            put(row, place_of(level), labels[level].as_deref().map_or_else(whole, Cell::of));
        }
    }

    /// Adds what a pivot table leaves out because there is nobody.
    fn fill_gaps(&self, grid: &mut Grid, laid: &[Laid], (place_of, width): (impl Fn(usize) -> usize, usize)) {
        let columns = self.column + 1..width;
        pivot_gaps::fill(grid, (self.at, laid), &columns);
        // A year without a row may be one that nobody counted in.
        let levels: Vec<Option<bool>> =
            self.levels.iter().map(|key| (*key != Key::Year).then_some(*key == Key::Age)).collect();
        for (sum, labels) in pivot_gaps::rows(grid, laid, &levels, &columns) {
            let mut row = grid.rows[sum].clone();
            let figures = row
                .cells
                .iter_mut()
                .enumerate()
                .filter(|(own, cell)| columns.contains(own) && !cell.is_empty());
            figures.for_each(|(_, cell)| *cell = Cell::Number(0.0));
            self.label(&mut row, &labels, &place_of);
            grid.rows.push(row);
        }
    }
}

/// The first cell, by the place of its row and its column, whose text in small letters is a heading of a sort.
fn heading(grid: &Grid, is: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let in_row = |row: &Line| row.filled().find(|(_, cell)| is(&folded(&cell.text()))).map(|own| own.0);
    grid.rows.iter().enumerate().take(SEARCHED).find_map(|(at, row)| Some((at, in_row(row)?)))
}

/// The blank cell beside the first heading of something that is counted.
fn blank(grid: &Grid) -> Option<(usize, usize)> {
    let of_row = |(at, row): (usize, &Line)| {
        let (first, cell) = row.filled().next()?;
        let measured =
            matches!(role(&cell.text(), &Named::new()), Role::Figures(own) if own.measure.is_some());
        Some((at, first.checked_sub(1)?)).filter(|_| measured)
    };
    grid.rows.iter().enumerate().take(SEARCHED).find_map(of_row)
}

/// Whether a label is of all of a table, not of one of its municipalities.
fn is_whole(label: &str, register: &Register) -> bool {
    let text = folded(label);
    let total = ["total", "grand total", "sum"].iter().any(|own| text.starts_with(own));
    let whole = total || Ages::read(label) == Some(Ages::All) || Sex::read(&text) == Some(Sex::All);
    whole && register.place(label) == Place::Sum
}

fn put(row: &mut Line, column: usize, cell: Cell) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, Cell::Empty);
    }
    row.cells[column] = cell;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;
    use crate::text::Lang;
    use std::collections::BTreeMap;

    /// The rows of a text as they are laid; or the line that cannot be.
    fn laid(text: &str) -> std::result::Result<String, String> {
        let mut document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        lay(&mut document, &Register::new(BTreeMap::new())).map_err(|e| e.render(Lang::En))?;
        let row = |row: &Line| {
            let cells: Vec<String> = row.cells.iter().map(|cell| cell.text().into_owned()).collect();
            cells.join(";").trim_end_matches(';').to_string()
        };
        Ok(document.grids[0].rows.iter().map(row).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn labels_below_each_other_are_laid_in_columns() {
        for (text, own) in [
            (
                "Radetiketter;Sum av Brukere\nAsker;16\n0-17 år;7\n18+;9\nTotalsum;16\nKilde: Gerica\n",
                "Kommune;Sum av Brukere;Alder\nAsker;16;I alt\nAsker;7;0-17 år\nAsker;9;18+\nTotalsum;16;I alt\nKilde: Gerica",
            ),
            (
                "Radetiketter;Brukere\n0-17;7\nAsker;7\n18+;9\nAsker;9\n",
                "Alder;Brukere;Kommune\n0-17;7;Totalsum\n0-17;7;Asker\n18+;9;Totalsum\n18+;9;Asker",
            ),
            (
                "Row Labels;Users\nAsker;16\n2023;7\nMenn;3\nKvinner;4\n2024;9\n",
                "Kommune;Users;År;Kjønn\n\nAsker;7;2023;I alt\nAsker;3;2023;Menn\nAsker;4;2023;Kvinner\nAsker;9;2024;I alt",
            ),
            (
                "Sum av Brukere;Kolonneetiketter;\nRadetiketter;0-17;18+\nAsker;7;9\n(tom);1;\n",
                "Sum av Brukere\nKommune;0-17;18+\nAsker;7;9\n(tom);1",
            ),
            (
                "Kommune / alder;Brukere\nAsker;\n0-17 år;7\n",
                "Kommune;Brukere;Alder\nAsker;;I alt\nAsker;7;0-17 år",
            ),
            (
                "Alder;Brukere\n0-17 år;\nAsker;16\n",
                "Alder;Brukere;Kommune\n0-17 år;;Totalsum\n0-17 år;16;Asker",
            ),
            (
                "Kommune;Brukere\nAsker;16\n0-17 år;7\n18+;9\n",
                "Kommune;Brukere;Alder\nAsker;16;I alt\nAsker;7;0-17 år\nAsker;9;18+",
            ),
        ] {
            assert_eq!(laid(text).as_deref(), Ok(own), "{text}");
        }
    }

    #[test]
    fn other_tables_stay_as_they_are() {
        for text in [
            "Kommune;Brukere\n3203;16\n32;16\n",
            "Kommune;Brukere\n3203;16\n2023;7\n0-17;7\n",
            "Kommune;Alder;Brukere\nAsker;;16\n0-17 år;;7\n",
            "Kommune;Brukere\nAsker;16\n0-17 år;7\nannet;9\n",
            "Kommune;Brukere\nAsker;16\n\n0-17 år\n",
            "Alder;Brukere\n0-17;16\n18+;43\nI alt;59\n",
            "Alder;Brukere\n0-17;16\n18+;43\nAlle aldre;59\n",
        ] {
            let plain = |text: &str| text.trim_end().replace("\n\n", "\n");
            assert_eq!(laid(text).map(|own| plain(&own)), Ok(plain(text)), "{text}");
        }
    }

    #[test]
    fn a_pivot_table_of_something_else_is_refused_by_its_cell() {
        let error = laid("Radetiketter;Brukere\nAsker;16\nKari Nordmann;7\n").expect_err("a name");
        assert!(error.contains("t.csv:3") && !error.contains("Kari"), "{error}");
    }

    #[test]
    fn a_stray_cell_far_out_makes_no_row_as_wide() {
        let rows = "Asker;16\n0-17 år;16\n".repeat(200);
        let text = format!("{}x\nRadetiketter;Brukere\n{rows}", ";".repeat(20_000));
        let mut document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        lay(&mut document, &Register::new(BTreeMap::new())).expect("left as it is");
        assert!(document.grids[0].rows.iter().skip(1).all(|row| row.cells.len() < 3));
    }
}
