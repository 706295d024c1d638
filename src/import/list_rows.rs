//! Rows of their own inside a list of persons, which say something of all persons below: their municipality, that their grants are
//! over, another service, another year. Skipped they would make those persons somebody else's, so what is not understood is
//! refused, by the cell and without what stands there.

use super::ages::Ages;
use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::grants::birth_year;
use super::headings::{Field, Role};
use super::hour_words::is_of_remark;
use super::identity::is_pseudonym;
use super::list_words::{has_zones, is_neutral, without_count, year};
use super::marks::Amount;
use super::services::says_bpa;
use super::standing::{self, Standing};
use super::sums::is_sum;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::words;
use crate::error::Problem;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of their own say, by the lines of the persons below.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Lines of persons.
    pub persons: BTreeSet<usize>,
    /// The municipality of each line below one.
    pub units: BTreeMap<usize, String>,
    /// Lines of persons who are said to have no BPA at the end of the year.
    pub out: BTreeSet<usize>,
    /// Columns in which such rows stand.
    pub columns: BTreeSet<usize>,
    /// Whether one of them, and not only what stands above the table, is of a municipality.
    pub of_units: bool,
}

/// What a row may say of those below it.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Unit(String),
    /// Whether their grants are in force.
    Standing(bool),
    /// Whether their service is BPA.
    Service(bool),
    Year(i32),
}

/// What was said last of a sort, and whether persons have stood below it.
struct Entry {
    said: Said,
    met: bool,
}

/// What holds for the rows that are read, the widest first: «Avsluttet» below «Asker» ends where «Bærum» begins, and «Asker» below
/// «Avsluttet» does not end that.
#[derive(Default)]
struct Held(Vec<Entry>);

impl Held {
    fn take(&mut self, said: Said) {
        let same = |own: &Entry| std::mem::discriminant(&own.said) == std::mem::discriminant(&said);
        if let Some(at) = self.0.iter().position(same) {
            let below = self.0.split_off(at);
            self.0.extend(below.into_iter().skip(1).filter(|own| !own.met));
        }
        self.0.push(Entry { said, met: false });
    }

    fn unit(&self) -> Option<&String> {
        self.0.iter().find_map(|own| if let Said::Unit(id) = &own.said { Some(id) } else { None })
    }

    fn leaves_out(&self, year: i32) -> bool {
        self.0.iter().any(|own| match own.said {
            Said::Unit(_) => false,
            Said::Standing(is) | Said::Service(is) => !is,
            Said::Year(own) => own != year,
        })
    }
}

/// Reads them; `numbered` are the columns that number persons.
pub fn read(
    table: &Table,
    year: i32,
    (choices, register): (&Choices, &Register),
    numbered: &[usize],
    problems: &mut Vec<Problem>,
) -> Rows {
    let look = Look::new(table, (choices, register), numbered);
    let lines = look.persons.iter().map(|row| row.number).collect();
    let mut found = Rows { persons: lines, ..Rows::default() };
    let mut held = Held::default();
    let above = look.above();
    if let Some((at, id)) = &above {
        problems.extend(look.other_unit(*at, id, None));
        held.take(Said::Unit(id.clone()));
    }
    let last = found.persons.last().copied().unwrap_or_default();
    let (mut head, mut dated, mut met) = (None, table.year_above().is_some(), false);
    for row in table.rows.iter().filter(|row| row.number <= last) {
        if found.persons.contains(&row.number) {
            met = true;
            held.0.iter_mut().for_each(|own| own.met = true);
            let label = row.label(&look.units);
            match (label.is_empty(), register.place(&label), held.unit().cloned()) {
                (true, _, Some(id)) => drop(found.units.insert(row.number, id)),
                // A person with a municipality of his own below a row of another one.
                (false, Place::Unit { id, .. }, Some(own)) if id != own => {
                    let outside = head.take().filter(|(_, column)| !look.units.contains(column));
                    problems.extend(outside.map(|at| look.unknown(at)));
                    held.0.retain(|own| !matches!(own.said, Said::Unit(_)));
                }
                _ => {}
            }
            if held.leaves_out(year) {
                found.out.insert(row.number);
            }
            continue;
        }
        match look.says(row) {
            Err(column) => problems.push(look.unknown((row.number, column))),
            Ok(None) => {}
            Ok(Some((column, said))) => {
                let at = (row.number, column);
                found.columns.insert(column);
                for said in said {
                    match &said {
                        Said::Unit(id) => {
                            problems.extend(look.other_unit(at, id, above.as_ref().map(|(_, own)| own)));
                            (head, found.of_units) = (Some(at), true);
                        }
                        // Nobody says of which year those above it are.
                        Said::Year(_) if met && !dated => problems.push(look.unknown(at)),
                        Said::Year(_) => dated = true,
                        _ => {}
                    }
                    held.take(said);
                }
            }
        }
    }
    found
}

/// A list that is looked through for such rows.
struct Look<'l, 'g> {
    table: &'l Table<'g>,
    choices: &'l Choices,
    register: &'l Register,
    numbered: &'l [usize],
    /// Rows of persons.
    persons: Vec<&'l Line>,
    /// Columns of municipalities.
    units: Vec<usize>,
    /// Whether those are of zones of one municipality.
    zones: bool,
}

impl<'l, 'g> Look<'l, 'g> {
    fn new(
        table: &'l Table<'g>,
        (choices, register): (&'l Choices, &'l Register),
        numbered: &'l [usize],
    ) -> Look<'l, 'g> {
        let units = table.all(|role| matches!(role, Role::Unit | Role::Name));
        let zones = choices.only_unit.is_some() && has_zones(table, &units, register);
        let persons = table.rows.iter().filter(|row| is_person(table, row)).collect();
        Look { table, choices, register, numbered, persons, units, zones }
    }

    fn unknown(&self, (line, column): (usize, usize)) -> Problem {
        let problem = self.table.source.problem(line, Some(column), say::IMPORT_LIST_ROW);
        problem.allowed(say::IMPORT_LIST_ROW_ALLOWED)
    }

    /// Refuses a municipality that is another than all are said to be of; a title that is no more than a municipality's name stands
    /// over its persons alone.
    fn other_unit(
        &self,
        (line, column): (usize, usize),
        id: &str,
        above: Option<&String>,
    ) -> Option<Problem> {
        let only = self.choices.only_unit.as_ref().filter(|only| *only != id)?;
        if self.choices.unit_of_title && above == Some(only) {
            return None;
        }
        let problem = self.table.source.problem(line, Some(column), say::IMPORT_LIST_OTHER_UNIT);
        Some(problem.allowed(say::IMPORT_UNITS_ALLOWED))
    }

    /// The one municipality that stands alone in a row above the headings, where no person has one of his own.
    fn above(&self) -> Option<((usize, usize), String)> {
        if self.persons.iter().any(|row| !row.label(&self.units).is_empty()) {
            return None;
        }
        let mut found = BTreeMap::new();
        for row in self.table.above {
            let alone = row.filled().next().filter(|_| row.filled().nth(1).is_none());
            if let Some((id, column)) =
                alone.and_then(|(column, cell)| Some((self.place(&cell.text())?, column)))
            {
                found.insert(id, (row.number, column));
            }
        }
        let only = if found.len() == 1 { found.pop_first() } else { None };
        only.map(|(id, at)| (at, id))
    }

    /// The municipality that a text is, and nothing else.
    fn place(&self, text: &str) -> Option<String> {
        match self.register.place(without_count(text)) {
            Place::Unit { id, .. } => Some(id),
            _ => None,
        }
    }

    /// What a row that is no person's says of those below it, and in which column; nothing where it says nothing of them.
    ///
    /// # Errors
    /// The column in which that is not understood.
    fn says(&self, row: &Line) -> Result<Option<(usize, Vec<Said>)>, usize> {
        let cells: Vec<(usize, &Cell)> = row.filled().collect();
        let is_heading = |(column, cell): &(usize, &Cell)| {
            let heading = self.table.columns.get(*column).map_or(String::new(), |(_, own)| folded(own));
            let own = folded(&cell.text());
            heading.ends_with(&own) || heading.starts_with(&own)
        };
        let first = cells.first().map(|(_, cell)| folded(&cell.text())).unwrap_or_default();
        if is_sum(&first) || cells.iter().all(is_heading) {
            return Ok(None);
        }
        let in_units = cells.iter().all(|(column, _)| self.units.contains(column));
        let label = row.label(&self.units);
        if let (true, Some(id)) = (in_units && !self.is_zone(&label), self.place(&label)) {
            return Ok(cells.first().map(|(column, _)| (*column, vec![Said::Unit(id)])));
        }
        // What is filled in for persons who are not there says nothing.
        let alone = cells.len() == 1;
        let mut said = cells.into_iter().filter(|(column, cell)| !self.is_nothing(*column, cell, alone));
        let Some((column, cell)) = said.next() else { return Ok(None) };
        match said.next() {
            Some((other, _)) => Err(other),
            None => self.in_cell(cell).map(|own| Some((column, own))).ok_or(column),
        }
    }

    fn is_zone(&self, label: &str) -> bool {
        self.zones && !label.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a cell says nothing of persons below: a number of a person, what is filled in beforehand, a remark.
    fn is_nothing(&self, column: usize, cell: &Cell, alone: bool) -> bool {
        let text = cell.text();
        let heading = self.table.columns.get(column).map_or("", |(_, heading)| heading);
        let in_units = self.units.contains(&column);
        let filled = || self.persons.iter().any(|row| row.cell(column) == cell);
        !text.contains(char::is_alphanumeric)
            || self.is_serial(column, cell)
            || in_units && (self.is_zone(&text) || !alone && self.place(&text).is_some())
            || !alone && filled()
            || column > 0 && is_of_remark(heading)
    }

    /// Whether a cell is a number of a person or of a row: what looks like a year is one where persons have such numbers too.
    fn is_serial(&self, column: usize, cell: &Cell) -> bool {
        let text = cell.text();
        let four = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        if four(&text) {
            return self.persons.iter().any(|row| four(&row.cell(column).text()));
        }
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let short = text.split(|c: char| !c.is_alphabetic()).all(|part| part.chars().count() <= 2);
        let numbered = self.numbered.contains(&column) && text.contains(|c: char| c.is_ascii_digit());
        digits || matches!(cell, Cell::Number(_)) || numbered && short && is_pseudonym(cell)
    }

    /// What the one cell of a row says; nothing where that is not understood.
    fn in_cell(&self, cell: &Cell) -> Option<Vec<Said>> {
        const LONGEST: usize = 4;
        let own = cell.text();
        let text = without_count(&own);
        if let Some(year) = year(cell, text) {
            return Some(vec![Said::Year(year)]);
        }
        if let Some(id) = self.place(text) {
            return Some(vec![Said::Unit(id)]);
        }
        if is_neutral(&own, self.table, self.register) {
            return Some(Vec::new());
        }
        if text.contains(|c: char| c.is_ascii_digit()) || words(text).len() > LONGEST {
            return None;
        }
        let standing = match standing::of(text) {
            Standing::Doubtful => return None,
            Standing::Out => Some(Said::Standing(false)),
            Standing::In => Some(Said::Standing(true)),
            Standing::Unsaid => None,
        };
        let said: Vec<Said> = says_bpa(text).map(Said::Service).into_iter().chain(standing).collect();
        Some(said).filter(|said| !said.is_empty())
    }
}

/// A row with anything in a column that is read, beyond a note or a number of the row; headings that are repeated on a new page
/// and sums are none, nor is a word alone that is no age.
fn is_person(table: &Table, row: &Line) -> bool {
    let read = |column: usize| {
        matches!(
            table.columns.get(column).map(|(role, _)| *role),
            Some(
                Role::Age
                    | Role::Figures(_)
                    | Role::Person(
                        Field::Birth | Field::Since | Field::Until | Field::Relatives | Field::Condition
                    )
            )
        )
    };
    let heading = |column: usize, cell: &Cell| {
        table.columns.get(column).is_some_and(|(_, heading)| folded(heading) == folded(&cell.text()))
    };
    let repeated = row.filled().all(|(column, cell)| heading(column, cell));
    let first = row.filled().next().map(|(_, cell)| folded(&cell.text())).unwrap_or_default();
    let aged = table.all(|role| matches!(role, Role::Age | Role::Person(Field::Birth)));
    let sum = is_sum(&first) && aged.iter().all(|column| row.cell(*column).is_empty());
    let mut cells = row.filled();
    let word = match (cells.next(), cells.next()) {
        (Some((_, Cell::Text(text))), None) => {
            let number = || matches!(table.habit.amount(&Cell::of(text)), Amount::Number(_));
            !number() && birth_year(text).is_none() && Ages::read(text).is_none()
        }
        _ => false,
    };
    !repeated && !sum && !word && row.filled().any(|(column, _)| read(column))
}
