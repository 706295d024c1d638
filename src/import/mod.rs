//! Own figures from the files that people have: workbooks, tables as text, what Statistics Norway gives to people and programs,
//! lists of persons. Bytes come in, the files of a scenario go out; nothing here touches the disk.
//!
//! A file is read into cells ([`cells`]), its table found by its headings ([`table`], [`headings`]), municipalities and ages
//! recognised ([`units`], [`ages`]), and added up ([`counts`]). Of persons only groups are left ([`groups`]) before anything
//! is written ([`found`], [`written`]). Everything that was chosen, translated or left out is told ([`log`]).

pub mod ages;
pub mod cells;
pub mod choices;
pub mod classes;
pub mod counts;
pub mod cube;
pub mod figures;
pub mod form;
pub mod found;
pub mod groups;
pub mod headings;
pub mod identity;
pub mod json_stat;
pub mod links;
pub mod log;
pub mod marks;
pub mod persons;
pub mod px;
pub mod sums;
pub mod table;
pub mod text_file;
pub mod units;
pub mod words;
pub mod workbook;
pub mod written;

use crate::error::{Error, Problem, Result};
use crate::text::{Lang, Text, say};
use cells::{Document, Grid, folded};
use choices::{Choices, KINDS, Kind, Wishes};
use figures::Take;
use found::Found;
use headings::{Measure, Role, told_by};
use log::{Log, Section};
use std::collections::BTreeSet;
use table::Table;
use units::Register;

/// A file, by name.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What an import made.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The files of a scenario, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// What is told on screen.
    pub told: String,
}

/// Reads files, and makes a scenario of a name with them on a day.
///
/// # Errors
/// Everything that is wrong with the files, by cell.
pub fn import(inputs: &[Input], wishes: &Wishes, (name, day): (&str, &str), lang: Lang) -> Result<Imported> {
    let choices = Choices::of(wishes)?;
    let register = Register::new(choices.split.clone());
    let (mut found, mut log) = (Found::default(), Log::default());
    let mut source = Text::default();
    for input in inputs {
        let document = document(input)?;
        document.told.iter().for_each(|told| log.add(Section::Read, told));
        match form::Form::of(&document, &choices) {
            Some(form) => {
                source = form.source.clone();
                form.take(&register, &mut found, &mut log)?;
            }
            None => take(&input.name, &document, &choices, &register, &mut found, &mut log)?,
        }
    }
    if found.is_empty() {
        return Err(Problem::new(say::IMPORT_NOTHING).file(inputs.first().map_or("", |i| &i.name)).into());
    }
    written::write(&found, (inputs, &source), (name, day), &choices, (&register, log), lang)
}

/// The cells of a file, by what its content is, whatever its name says.
fn document(input: &Input) -> Result<Document> {
    let Input { name, bytes } = input;
    if workbook::is_workbook(bytes) {
        return workbook::read(name, bytes);
    }
    let (text, _) = text_file::text_of(name, bytes)?;
    match text.trim_start_matches('\u{feff}').trim_start() {
        json if json.starts_with('{') || json.starts_with('[') => json_stat::read(name, &text),
        px if px::is_px(px) => px::read(name, bytes),
        _ => text_file::read(name, bytes),
    }
}

/// Takes the one table of a file.
fn take(
    file: &str,
    document: &Document,
    choices: &Choices,
    register: &Register,
    found: &mut Found,
    log: &mut Log,
) -> Result<()> {
    refuse_numbers(&document.grids, choices.kind == Some(Kind::Persons))?;
    refuse_classification(file, &document.grids)?;
    let table = table::only(file, &document.grids, choices.sheet.as_deref(), &choices.named)?;
    let kind = match choices.kind {
        Some(kind) => kind,
        None => guess(&table, document)?,
    };
    log.add(Section::Read, say::ImportKind { file, kind: kind.name() });
    take_as(kind, &table, (choices, register), found, log)
}

/// Takes a table as what it is.
fn take_as(
    kind: Kind,
    table: &Table,
    (choices, register): (&Choices, &Register),
    found: &mut Found,
    log: &mut Log,
) -> Result<()> {
    let take = Take { table, register, choices };
    if kind != Kind::Persons && table.first(Role::Identity).is_some() {
        let mut problems = Vec::new();
        identity::names(table, register, &mut problems);
        return Err(Error::Input(problems));
    }
    match kind {
        Kind::Recipients => take.recipients(found, log),
        Kind::Population => take.population(found, log),
        Kind::Hours => take.hours(found, log),
        Kind::Costs => take.costs(found, log),
        Kind::Persons => {
            let rows = Grid { source: table.source.clone(), rows: table.rows.to_vec() };
            refuse_numbers(&[rows], true)?;
            let year = choices
                .year
                .or_else(|| table.year_above())
                .ok_or_else(|| table.source.whole(say::IMPORT_NO_YEAR).allowed(say::IMPORT_YEAR_ALLOWED))?;
            let own = persons::read(table, year, register, choices, log)?;
            let file = table.source.file.to_string();
            found.persons(own, (year, &file), (register, log)).map_err(Error::Input)
        }
    }
}

fn refuse_numbers(grids: &[Grid], persons: bool) -> Result<()> {
    let mut problems = Vec::new();
    identity::numbers(grids, persons, &mut problems);
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
}

/// Refuses tables of codes: they say what municipalities are called, and nothing of them.
fn refuse_classification(file: &str, grids: &[Grid]) -> Result<()> {
    const HEADINGS: [&str; 6] =
        ["sourcecode", "targetcode", "parentcode", "shortname", "kildekode", "målkode"];
    const LOOKED_AT: usize = 10;
    for row in grids.iter().flat_map(|grid| grid.rows.iter().take(LOOKED_AT)) {
        let known = row.cells.iter().filter(|cell| HEADINGS.contains(&folded(&cell.text()).as_str())).count();
        if known >= 2 {
            let old = grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
            let old = old.into_iter().any(|cell| folded(&cell.text()).ends_with("sentrale kommuner"));
            let what = if old { say::IMPORT_KLASS_CENTRALITY } else { say::IMPORT_KLASS };
            return Err(Problem::new(what).file(file).into());
        }
    }
    Ok(())
}

/// What a table is of, by its headings and title.
fn guess(table: &Table, document: &Document) -> Result<Kind> {
    let measures: BTreeSet<Measure> = table.figures().filter_map(|(_, figures)| figures.measure).collect();
    let has = |measure: Measure| measures.contains(&measure);
    let headings: Vec<&str> = table.columns.iter().map(|(_, heading)| heading.as_str()).collect();
    let [recipients, population] = told_by(&format!("{} {}", table.title, headings.join(" ")));
    let ages = table.first(Role::Age).is_some() || table.figures().any(|(_, f)| f.ages.is_some());
    if persons::is_list(table) {
        return Ok(Kind::Persons);
    }
    let mut kinds = BTreeSet::new();
    kinds.extend(has(Measure::Hours).then_some(Kind::Hours));
    kinds.extend((has(Measure::Price) || has(Measure::Refund)).then_some(Kind::Costs));
    if kinds.is_empty() && ages {
        kinds.extend(recipients.then_some(Kind::Recipients));
        kinds.extend(population.then_some(Kind::Population));
    }
    let names: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
    match kinds.first() {
        Some(only) if kinds.len() == 1 => Ok(*only),
        _ => {
            let what = if kinds.is_empty() { say::IMPORT_KIND_UNKNOWN } else { say::IMPORT_KIND_DOUBTFUL };
            let place = table.first(Role::Unit).or(table.first(Role::Name)).is_some();
            let what = if place || kinds.len() > 1 { what } else { say::IMPORT_NO_MUNICIPALITIES };
            let problem = table.source.whole(what).key("--as").allowed(Text::same(names.join(", ")));
            Err(Problem { found: figures_of(document), ..problem }.into())
        }
    }
}

/// How many values a cube has, and how many marks of each sort: what is refused was read in full.
fn figures_of(document: &Document) -> Option<String> {
    let grid = document.grids.first().filter(|grid| !grid.source.lines)?;
    let cells = grid.rows.iter().skip(2).flat_map(|row| &row.cells);
    let mut marks = std::collections::BTreeMap::new();
    let mut numbers = 0;
    for cell in cells {
        match (cell, marks::Mark::read(&cell.text())) {
            (cells::Cell::Number(_), _) => numbers += 1,
            (_, Some(mark)) => *marks.entry(mark).or_insert(0) += 1,
            _ => {}
        }
    }
    let all = numbers + marks.values().sum::<usize>();
    let marks: Vec<String> = marks.iter().map(|(mark, n)| format!("«{}» {n}", mark.written())).collect();
    Some(format!("{all} ({})", marks.join(", ")))
}
