//! A form that was filled in: its sheets by their headings, whatever they are called now, whatever program saved them and in
//! whatever language they are.

use super::cells::{Cell, Document, Grid, folded};
use super::choices::{Choices, Kind};
use super::counted_in;
use super::form::MARK;
use super::found::Found;
use super::headings::{Role, year_in};
use super::log::{Log, Section};
use super::table::Table;
use super::units::Register;
use super::{refuse_numbers, take_as};
use crate::error::{Error, Result};
use crate::text::{Lang, Text, Words, say};

/// What is filled in, with the headings that tell its sheet from the others, and the name that the form gives it.
const SHEETS: [(Kind, &[Words], Words); 3] = [
    (Kind::Costs, &[say::FORM_PRICE, say::FORM_REFUND], say::FORM_SHEET_UNITS),
    (
        Kind::Recipients,
        &[say::FORM_CLASS_0, say::FORM_CLASS_1, say::FORM_CLASS_2, say::FORM_CLASS_3, say::FORM_CLASS_4],
        say::FORM_SHEET_RECIPIENTS,
    ),
    (Kind::Persons, &[say::FORM_PSEUDONYM, say::FORM_BIRTH, say::FORM_HOURS], say::FORM_SHEET_PERSONS),
];

/// A form that was filled in.
pub struct Form<'d> {
    grids: &'d [Grid],
    choices: Choices,
    /// The year that the sheet of sources says.
    year: Option<i32>,
    /// What the sheet of sources says.
    pub source: Text,
}

impl<'d> Form<'d> {
    /// The form that a file is, if it is one: by its mark, or where the sheet with that was taken away, by two sheets of it.
    ///
    /// # Errors
    /// Where the year on the sheet of sources is none.
    pub fn of(document: &'d Document, choices: &Choices) -> Result<Option<Form<'d>>> {
        let mut cells = document.grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
        let marked = cells.any(|cell| cell.text().as_ref() == MARK);
        if !marked && document.grids.iter().filter(|grid| kind_of(grid).is_some()).count() < 2 {
            return Ok(None);
        }
        let told = |words: Words| {
            let rows = document.grids.iter().flat_map(|grid| grid.rows.iter().map(move |row| (grid, row)));
            let (grid, row) =
                rows.into_iter().find(|(_, row)| row.cells.first().is_some_and(|cell| is(cell, words)))?;
            row.cells
                .get(1)
                .filter(|cell| !cell.is_empty())
                .map(|cell| (grid, row.number, cell.text().into_owned()))
        };
        let year = match told(say::FORM_SOURCE_YEAR) {
            None => None,
            Some((grid, line, text)) => Some(year_in(text.trim()).ok_or_else(|| {
                let problem = grid.source.problem(line, Some(1), say::IMPORT_NO_YEAR_THERE).found(text);
                problem.allowed(Text::same("2024, 31.12.2024"))
            })?),
        };
        let source = [say::FORM_SOURCE_WHAT, say::FORM_SOURCE_DATE].map(told).into_iter().flatten();
        let source = source.map(|(_, _, text)| text).collect::<Vec<_>>().join(", ");
        Ok(Some(Form { grids: &document.grids, choices: choices.clone(), year, source: Text::same(source) }))
    }

    /// Takes every sheet that is filled in.
    ///
    /// # Errors
    /// By cell; where a sheet with figures is none of the form's, or two are of the same.
    pub fn take(&self, register: &Register, found: &mut Found, log: &mut Log) -> Result<()> {
        refuse_numbers(self.grids, true)?;
        let mut problems = Vec::new();
        let filled = self.filled(log)?;
        for (kind, ..) in SHEETS {
            for (_, table) in filled.iter().filter(|(own, _)| *own == kind) {
                // Accounts have years of their own, of which that of the counts is none but where they say nothing.
                let choices = match kind {
                    Kind::Costs => Choices { year_else: self.year, ..self.choices.clone() },
                    _ => Choices { year: self.choices.year.or(self.year), ..self.choices.clone() },
                };
                match take_as(kind, table, (&choices, register), found, log) {
                    Err(Error::Input(own)) => problems.extend(own),
                    other => other?,
                }
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// The tables of the sheets that are filled in, each with what it is.
    fn filled(&self, log: &mut Log) -> Result<Vec<(Kind, Table<'d>)>> {
        let mut tables: Vec<(Kind, Table)> = Vec::new();
        let mut problems = Vec::new();
        for grid in self.grids.iter().filter(|grid| !is_of_the_forms_own(grid)) {
            let table = Table::find(grid, &self.choices.named);
            match (kind_of(grid), table.filter(is_filled)) {
                (Some(kind), Some(mut table)) => {
                    counted_in::settle(&mut table, log);
                    let other = tables.iter().find(|(own, _)| *own == kind);
                    if let Some((_, other)) = other {
                        let problem =
                            table.source.whole(say::ImportFormSheetTwice { other: other.source.name() });
                        problems.push(problem);
                    }
                    tables.push((kind, table));
                }
                (Some(_), None) => {}
                (None, Some(_)) => {
                    let names = SHEETS.map(|(.., name)| name);
                    let names = Text::each(|lang| names.map(|name| name.get(lang)).join(", "));
                    problems.push(grid.source.whole(say::IMPORT_FORM_SHEET_UNKNOWN).allowed(names));
                }
                (None, None) if grid.rows.iter().any(|row| row.filled().next().is_some()) => {
                    log.add(Section::Left, say::ImportSheetUnread { place: grid.source.name() });
                }
                (None, None) => {}
            }
        }
        if problems.is_empty() { Ok(tables) } else { Err(Error::Input(problems)) }
    }
}

/// Whether a cell has these words, in any language.
fn is(cell: &Cell, words: Words) -> bool {
    let text = folded(&cell.text());
    [Lang::Nb, Lang::Nn, Lang::En].iter().any(|lang| folded(words.get(*lang)) == text)
}

/// What a sheet is for: by two headings that it alone has (a sheet of them may lack some), else by its name.
fn kind_of(grid: &Grid) -> Option<Kind> {
    const ENOUGH: usize = 2;
    let has = |words: &Words| grid.rows.iter().any(|row| row.cells.iter().any(|cell| is(cell, *words)));
    let by_headings =
        SHEETS.iter().find(|(_, words, _)| words.iter().filter(|words| has(words)).count() >= ENOUGH);
    let name = Cell::of(grid.source.sheet.as_deref().unwrap_or_default());
    let by_name = || SHEETS.iter().find(|(.., own)| is(&name, *own));
    by_headings.or_else(by_name).map(|(kind, ..)| *kind)
}

/// Whether a sheet is the one of explanations or of sources.
fn is_of_the_forms_own(grid: &Grid) -> bool {
    let mut cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| {
        cell.text().as_ref() == MARK || is(cell, say::FORM_SOURCE_YEAR) || is(cell, say::FORM_SOURCE_OFFICE)
    })
}

/// Whether anything stands in a column that is to be filled in.
fn is_filled(table: &Table) -> bool {
    let filled = |column: &usize| table.rows.iter().any(|row| !row.cell(*column).is_empty());
    let own = table.all(|role| matches!(role, Role::Figures(_) | Role::Person(_)));
    own.iter().any(filled)
}
