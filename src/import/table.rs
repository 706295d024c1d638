//! Where a sheet's table begins: above it titles and notes, in it headings of one or two rows, below it sources.

use super::ages::Ages;
use super::cells::{Cell, Grid, Line, Source, folded};
use super::corner_measure;
use super::heading_rows::{alike, figures, is_of_list, joined, lower, one_below_other};
use super::headings::{Figures, Named, Role, role};
use super::labels::may_be_year;
use super::log::{Log, Section};
use super::marks::{Amount, Habit};
use super::periods::{Period, is_of_hours};
use super::serial_words::is_serial;
use super::subject;
use super::together;
use super::wording::years_in;
use super::words::PARTS;
use crate::error::{Problem, Result};
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;

/// Rows that are looked through for headings.
const SEARCHED: usize = 60;
/// Columns that must be recognised in a heading.
const FEWEST: usize = 2;

/// A table of a sheet.
#[derive(Clone, Debug)]
pub struct Table<'g> {
    /// Where it stands.
    pub source: &'g Source,
    /// What is written above it.
    pub title: String,
    /// The rows above its headings, but for those that are read as headings too.
    pub above: &'g [Line],
    /// What its columns hold, and their headings.
    pub columns: Vec<(Role, String)>,
    /// The number of the row of headings.
    pub heading: usize,
    /// The number of the first of several such rows.
    pub first_heading: usize,
    /// Its rows.
    pub rows: &'g [Line],
    /// How it writes numbers.
    pub habit: Habit,
}

impl<'g> Table<'g> {
    /// The table of a sheet; none where no row of headings is found.
    pub fn find(grid: &'g Grid, named: &Named) -> Option<Table<'g>> {
        let (at, upper, mut columns) = headings(grid, named)?;
        // Beside a column of municipalities one of their parts only divides their figures; in a list of persons it is looked
        // through for names as others are.
        let is_part =
            |(role, text): &(Role, String)| *role == Role::Unit && PARTS.contains(&folded(text).as_str());
        let other = |own: &(Role, String)| {
            matches!(own.0, Role::Unit | Role::Name | Role::Person(_) | Role::Identity) && !is_part(own)
        };
        if columns.iter().any(other) {
            columns.iter_mut().filter(|own| is_part(own)).for_each(|own| own.0 = Role::Unread);
        }
        // Hours and prices of another service are read by the same words.
        let others = |text: &str| subject::is_of_others_alone(text) && !named.contains_key(&folded(text));
        let figures = |own: &&mut (Role, String)| matches!(own.0, Role::Figures(_));
        let of_others = columns.iter_mut().filter(figures).filter(|own| others(&own.1));
        of_others.for_each(|own| own.0 = Role::Unread);
        let (above, habit) = (&grid.rows[..at - upper], Habit::of(grid));
        let title: Vec<String> = above
            .iter()
            .filter(|row| is_of_words(row, habit))
            .flat_map(|row| row.filled())
            .map(|(_, cell)| cell.text().into_owned())
            .collect();
        let title = title.join(" ");
        together::dates(&mut columns, &grid.rows[at + 1..], &title);
        together::totals(&mut columns);
        Some(Table {
            source: &grid.source,
            title,
            above,
            columns,
            heading: grid.rows[at].number,
            first_heading: grid.rows[at - upper].number,
            rows: &grid.rows[at + 1..],
            habit,
        })
    }

    /// Columns of a role.
    pub fn all(&self, wanted: impl Fn(&Role) -> bool) -> Vec<usize> {
        (0..self.columns.len()).filter(|column| wanted(&self.columns[*column].0)).collect()
    }

    /// The first column of a role.
    pub fn first(&self, wanted: Role) -> Option<usize> {
        self.columns.iter().position(|(role, _)| *role == wanted)
    }

    /// Columns of numbers.
    pub fn figures(&self) -> impl Iterator<Item = (usize, Figures)> {
        self.columns.iter().enumerate().filter_map(|(column, (role, _))| match role {
            Role::Figures(figures) => Some((column, *figures)),
            _ => None,
        })
    }

    /// The one year that is written above the table, if there is one alone.
    pub fn year_above(&self) -> Option<i32> {
        let years = years_in(&self.title);
        if years.len() == 1 { years.first().copied() } else { None }
    }

    /// A problem in a cell: by its address on a sheet, by line and heading in a text.
    pub fn problem(&self, line: usize, column: usize, what: impl Message) -> Problem {
        let problem = self.source.problem(line, Some(column), what);
        if self.source.turned && self.source.sheet.is_none() {
            let own = self.rows.iter().find(|row| row.number == line);
            let name = self.first(Role::Unit).and_then(|unit| own.map(|row| row.cell(unit).text()));
            return name.map_or(problem.clone(), |name| problem.key(name));
        }
        match (self.source.sheet.is_some(), self.columns.get(self.source.in_file(column))) {
            (false, Some((_, heading))) if !heading.is_empty() => problem.key(heading.clone()),
            _ => problem,
        }
    }
}

/// What each column is, with its heading.
type Columns = Vec<(Role, String)>;

/// Most rows of headings.
const HEADINGS: usize = 4;

/// Whether a row above the headings says something: a title, or a word and its value. Rows with several numbers are data.
fn is_of_words(row: &Line, habit: Habit) -> bool {
    let is_number = |cell: &Cell| matches!(habit.amount(cell), Amount::Number(_) | Amount::Doubtful(..));
    row.filled().filter(|(_, cell)| is_number(cell)).count() < 2
}

/// Columns of the first row that is recognised best, alone or with the rows above it, that row's place, and how many rows above
/// it are read as headings too.
fn headings(grid: &Grid, named: &Named) -> Option<(usize, usize, Columns)> {
    let mut best: Option<(usize, (usize, usize, Columns))> = None;
    for at in 0..grid.rows.len().min(SEARCHED) {
        let (score, upper, columns) = with_above(grid, at, named);
        if score >= FEWEST && best.as_ref().is_none_or(|(most, ..)| score > *most) {
            best = Some((score, (at, upper, columns)));
        }
    }
    let of_measure = || corner_measure::of_measure(grid, named).map(|(at, columns)| (at, 0, columns));
    let found = best.map(|(_, found)| found).or_else(|| without_key(grid, named)).or_else(of_measure);
    found.map(|found| with_below(grid, found, named))
}

/// Headings with the rows right below them that divide their columns further.
fn with_below(
    grid: &Grid,
    (mut at, mut upper, mut columns): (usize, usize, Columns),
    named: &Named,
) -> (usize, usize, Columns) {
    while let Some(below) = lower(grid, at, &columns).filter(|_| upper < HEADINGS) {
        let above: Vec<String> = columns.iter().map(|(_, text)| text.clone()).collect();
        columns = read(&one_below_other(&above, &texts(&grid.rows[below])), named);
        upper += below - at;
        at = below;
    }
    (at, upper, columns)
}

/// What columns hold by their headings.
fn read(texts: &[String], named: &Named) -> Columns {
    // A stray cell far out makes a row of many that are empty.
    let own = |text: &str| if text.is_empty() { Role::Unread } else { role(text, named) };
    let mut columns: Columns = texts.iter().map(|text| (own(text), text.clone())).collect();
    together::sexes(&mut columns, named);
    columns
}

/// The first row of headings without one over what its rows are of, as where a corner is left blank: two or more headings of
/// figures that are no numbers, over numbers.
fn without_key(grid: &Grid, named: &Named) -> Option<(usize, usize, Columns)> {
    let habit = Habit::of(grid);
    let in_words = |text: &str| text.contains(|c: char| !c.is_ascii_digit());
    (0..grid.rows.len().min(SEARCHED)).find_map(|at| {
        let (_, upper, columns) = with_above(grid, at, named);
        let is_over = |column: usize| {
            let below = grid.rows[at + 1..].iter().find(|row| row.filled().next().is_some());
            // Years below ages are headings too.
            let is_data = |row: &&Line| row.filled().any(|(_, cell)| !may_be_year(&cell.text()));
            below
                .filter(is_data)
                .is_some_and(|row| matches!(habit.amount(row.cell(column)), Amount::Number(_)))
        };
        let figures = columns.iter().enumerate().filter(|(column, (role, text))| {
            matches!(role, Role::Figures(_)) && in_words(text) && is_over(*column)
        });
        // One is enough beside a blank corner over ages.
        let corner = columns.iter().position(|(_, text)| text.trim().is_empty());
        let ages = corner.map_or(0, |corner| {
            let texts = grid.rows[at + 1..].iter().map(|row| row.cell(corner).text());
            texts.filter(|text| in_words(text) && matches!(Ages::read(text), Some(Ages::Of(_)))).count()
        });
        let enough = if ages >= FEWEST { 1 } else { FEWEST };
        (figures.count() >= enough).then_some((at, upper, columns))
    })
}

/// How much of a row is recognised, with how many rows above it, and its columns: alone, or under the rows above it where more is recognised so, or where
/// columns that are called the same are told apart by what stands over them.
fn with_above(grid: &Grid, at: usize, named: &Named) -> (usize, usize, Columns) {
    let mut texts = texts(&grid.rows[at]);
    let (mut columns, mut upper) = (read(&texts, named), 0);
    let numbers = texts.iter().any(|text| text.replace(',', ".").parse::<f64>().is_ok());
    for (rows, above) in grid.rows[at.saturating_sub(HEADINGS - 1)..at].iter().rev().enumerate() {
        if rows > 0 && alike(&columns) == 0 {
            break;
        }
        // Below the headings of a list stands somebody, whatever he has: «18» hours, «Avsluttet».
        if numbers && read(&self::texts(above), named).iter().any(|(role, _)| is_of_list(role)) {
            break;
        }
        let Some(both) = joined(above, &texts) else { break };
        texts = both;
        let under = read(&texts, named);
        let years = || grid.rows[at].filled().all(|(_, cell)| may_be_year(&cell.text()));
        // Where a corner is left blank, nothing says what rows are of.
        let keyless = || score(&columns) == 0 && figures(&columns) >= FEWEST && figures(&under) >= FEWEST;
        let apart = alike(&under) < alike(&columns) && (score(&under) >= FEWEST || years() || keyless());
        if apart || score(&under) > score(&columns) {
            (columns, upper) = (under, rows + 1);
        }
    }
    (score(&columns), upper, columns)
}

/// How much of a row is recognised. Figures of data, which look like years and ages, must not count: a row in which a number
/// stands as number is none of headings, but for years.
fn score(columns: &[(Role, String)]) -> usize {
    if is_pair(columns) {
        return 0;
    }
    // Headings that are the same need the row above to tell them apart.
    // Hours of another time than a week, and numbers of persons, are read where all of the table is known.
    let known = |text: &str| is_of_hours(text) && Period::of(text).is_some() || is_serial(text);
    let named = columns
        .iter()
        .filter(|(role, text)| !matches!(role, Role::Unread) || known(text))
        .map(|(_, text)| folded(text));
    // «Avsluttet» beside numbers is what a list says of a person, and no heading.
    let numbers = columns.iter().any(|(_, text)| text.parse::<f64>().is_ok());
    let key = |role: &Role| match role {
        Role::Unit | Role::Name | Role::Age | Role::Year | Role::Sex | Role::Identity => true,
        Role::Person(_) => !numbers,
        _ => false,
    };
    // A row of data may look like ages and years, but has no name of a key.
    match columns.iter().any(|(role, _)| key(role)) {
        true => named.collect::<BTreeSet<String>>().len(),
        false => 0,
    }
}

/// Whether a row is a word and its value, as stand above tables: «År | 2024», «Kjønn | (Alle)».
fn is_pair(columns: &[(Role, String)]) -> bool {
    let mut filled = columns.iter().filter(|(_, text)| !text.is_empty());
    let (Some((first, _)), Some((_, value)), None) = (filled.next(), filled.next(), filled.next()) else {
        return false;
    };
    let value = value.trim();
    let is_value = value.starts_with('(') || may_be_year(value);
    *first == Role::Year && is_value || matches!(first, Role::Sex | Role::Age) && value.starts_with('(')
}

fn texts(row: &Line) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text().into_owned()).collect()
}

/// The table of a file: of the sheet that is named, else of the only one that has one and can be seen.
///
/// # Errors
/// Where no sheet is so called, no table is found, or several are.
pub fn only<'g>(
    file: &str,
    grids: &[&'g Grid],
    sheet: Option<&str>,
    named: &Named,
    log: &mut Log,
) -> Result<Table<'g>> {
    let name = |grid: &Grid| grid.source.sheet.as_deref().unwrap_or_default().to_string();
    let names: Vec<String> = grids.iter().map(|grid| name(grid)).collect();
    let wanted: Vec<&'g Grid> = match sheet {
        None => grids.iter().filter(|grid| !grid.hidden.sheet).copied().collect(),
        Some(sheet) => grids.iter().filter(|grid| name(grid).eq_ignore_ascii_case(sheet)).copied().collect(),
    };
    let unseen = grids.iter().filter(|grid| sheet.is_none() && grid.hidden.sheet);
    let unseen: Vec<String> =
        unseen.filter(|grid| Table::find(grid, named).is_some()).map(|grid| name(grid)).collect();
    let unseen = unseen.join(", ");
    let whole = |what: Text| Problem::new(what).file(file).key("--sheet");
    if let (true, Some(sheet)) = (wanted.is_empty(), sheet) {
        let problem = whole(say::IMPORT_NO_SHEET.text());
        // A text has no sheets, of which none can be named.
        let problem = match names.iter().all(String::is_empty) {
            true => problem.allowed(say::IMPORT_NO_SHEETS_ALLOWED),
            false => problem.allowed(Text::same(names.join(", "))),
        };
        return Err(problem.found(sheet).nearest(sheet, names.iter().map(String::as_str)).into());
    }
    let mut tables: Vec<Table> = wanted.iter().filter_map(|grid| Table::find(grid, named)).collect();
    // Beside a table of figures there may be sheets of explanation.
    if tables.len() > 1 {
        tables.retain(|table| {
            let is_number = |cell: &Cell| matches!(table.habit.amount(cell), Amount::Number(_));
            let figures: Vec<usize> = table.all(|role| matches!(role, Role::Figures(_) | Role::Person(_)));
            table.rows.iter().any(|row| figures.iter().any(|column| is_number(row.cell(*column))))
        });
    }
    match tables.len() {
        1 => {
            if !unseen.is_empty() {
                log.add(Section::Hidden, say::ImportHiddenSheets { file, list: &unseen });
            }
            Ok(tables.remove(0))
        }
        0 if !unseen.is_empty() => {
            Err(whole(say::IMPORT_ONLY_HIDDEN.text()).allowed(Text::same(unseen)).into())
        }
        0 => {
            Err(Problem::new(say::IMPORT_NO_HEADINGS).file(file).allowed(say::IMPORT_HEADINGS_ALLOWED).into())
        }
        _ => {
            let found: Vec<&str> = tables.iter().filter_map(|table| table.source.sheet.as_deref()).collect();
            Err(whole(say::IMPORT_SEVERAL_SHEETS.text()).allowed(Text::same(found.join(", "))).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text_file;

    fn columns(text: &str) -> Option<(usize, Vec<String>, String)> {
        let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
        let table = Table::find(&document.grids[0], &Named::new())?;
        let names = table.columns.iter().map(|(_, name)| name.clone()).collect();
        Some((table.heading, names, table.title.clone()))
    }

    #[test]
    fn headings_stand_below_titles_and_may_take_two_rows() {
        let found = |heading, names: &[&str], title: &str| {
            Some((heading, names.iter().map(|name| name.to_string()).collect::<Vec<_>>(), title.to_string()))
        };
        assert_eq!(
            columns("\"Brukere av BPA 2024\"\n\nregion;alder;Brukere\n3203 Asker;0-17 år;16\nKilde: SSB\n"),
            found(3, &["region", "alder", "Brukere"], "Brukere av BPA 2024")
        );
        assert_eq!(
            columns("Tall\n;Menn;;Kvinner;\nKommune;0-17;18-49;0-17;18-49\n3203;1;2;3;4\n"),
            found(3, &["Kommune", "Menn 0-17", "Menn 18-49", "Kvinner 0-17", "Kvinner 18-49"], "Tall")
        );
        assert_eq!(
            columns("Kommune;Menn;;Kvinner;\n;0-17;18-49;0-17;18-49\n3203;1;2;3;4\n")
                .map(|found| found.1[0].clone()),
            Some("Kommune".into())
        );
        assert_eq!(columns("noe;annet\n1;2\n"), None);
    }

    #[test]
    fn columns_that_are_called_the_same_are_told_apart_by_what_stands_over_them() {
        let figures = |text: &str| {
            let document = text_file::read("t.csv", text.as_bytes()).expect("a text");
            let table = Table::find(&document.grids[0], &Named::new()).expect("a table");
            table.figures().map(|(column, _)| column).collect::<Vec<_>>()
        };
        for (upper, lower, own) in [
            (";BPA;;Støttekontakt;", "Kommune;0-17;18+;0-17;18+", &[1, 2][..]),
            (";BPA;;Støttekontakt;", "Kommune;Personer;Timer;Personer;Timer", &[1, 2]),
            (";Antall;;Endring;", "Kommune;0-17;18+;0-17;18+", &[1, 2]),
            (";Frogner;;Sagene;", "Kommune;0-17;18+;0-17;18+", &[1, 2, 3, 4]),
            (
                ";BPA;;Støttekontakt;\n;2023;2024;2023;2024",
                "Kommune;Brukere;Brukere;Brukere;Brukere",
                &[1, 2],
            ),
            ("Tall;Asker\n;Menn;;Kvinner;", "Kommune;0-17;18+;0-17;18+", &[1, 2, 3, 4]),
        ] {
            assert_eq!(figures(&format!("{upper}\n{lower}\n3203;1;2;3;4\n")), own, "{upper}");
        }
    }
}
