//! Own figures from the files that people have: workbooks, tables as text, what Statistics Norway gives to people and programs,
//! lists of persons. Bytes come in, the files of a scenario go out; nothing here touches the disk.
//!
//! A file is read into cells ([`cells`]), its table found by its headings ([`table`], [`headings`]), municipalities and ages
//! recognised ([`units`], [`ages`]), and added up ([`counts`]). Of persons only groups are left ([`groups`]) before anything
//! is written ([`found`], [`written`]). Everything that was chosen, translated or left out is told ([`log`]).

pub mod accounts;
pub mod age_labels;
pub mod ages;
pub mod among;
pub mod amounts;
pub mod base;
pub mod besides;
pub mod cell_units;
pub mod cells;
pub mod choices;
pub mod classes;
pub mod corner;
pub mod corner_measure;
pub mod counted_in;
pub mod country;
pub mod counts;
pub mod cube;
pub mod datum;
pub mod districts;
pub mod doubles;
pub mod extent;
pub mod faults;
pub mod figures;
pub mod filters;
pub mod form;
pub mod form_headings;
pub mod form_sheets;
pub mod found;
pub mod grants;
pub mod group_rows;
pub mod groups;
pub mod guess;
pub mod heading_rows;
pub mod headings;
pub mod hidden;
pub mod hour_words;
pub mod hours_of_all;
pub mod hours_otherwise;
pub mod identity;
pub mod in_force;
pub mod json_stat;
pub mod klass;
pub mod labels;
pub mod links;
pub mod list_amounts;
pub mod list_headings;
pub mod list_hours;
pub mod list_rows;
pub mod list_units;
pub mod list_words;
pub mod lists;
pub mod log;
pub mod long_rows;
pub mod looks;
pub mod marks;
mod memo;
pub mod months;
pub mod names_then;
pub mod one_unit;
pub mod own_districts;
pub mod part_columns;
mod part_of_year;
pub mod part_rows;
pub mod parts;
pub mod periods;
pub mod person_headings;
pub mod person_names;
pub mod personal;
pub mod persons;
pub mod pivot_gaps;
pub mod pivots;
pub mod plausible;
pub mod px;
pub mod px_keys;
pub mod refunded;
pub mod remarks;
pub mod roles;
pub mod rows;
pub mod running;
pub mod sami_names;
pub mod scales;
pub mod second_headings;
pub mod serial_words;
pub mod serials;
pub mod services;
pub mod sexes;
mod shared_ages;
pub mod some;
pub mod standing;
pub mod stubs;
pub mod subject;
pub mod sums;
pub mod sums_beside;
pub mod table;
pub mod text_file;
pub mod together;
pub mod told;
pub mod turned;
pub mod unit_words;
pub mod units;
pub mod weighted;
pub mod whom;
pub mod wording;
pub mod words;
pub mod workbook;
pub mod written;
pub mod year_ends;
mod year_parts;

use crate::error::{Error, Problem, Result};
use crate::text::{Lang, Text, say};
use cells::{Document, Grid};
use choices::{Choices, Kind, Wishes};
use figures::Take;
use found::Found;
use headings::Role;
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
    let base_year = base::base().map(|base| base.base_year);
    let today = day.split('-').next().and_then(|year| year.parse().ok());
    // A clock that is wrong must not make the shipped figures ones of the future.
    let this_year = base_year.into_iter().chain(today).max();
    let choices = Choices { base_year, this_year, ..Choices::of(wishes)? };
    let register = Register::new(choices.split.clone());
    let (mut found, mut log) = (Found::default(), Log::default());
    let mut unmet: BTreeSet<String> = choices.named.keys().cloned().collect();
    let mut source = Text::default();
    let inputs: Vec<(String, &Input)> =
        personal::named(inputs, &register, &mut log).into_iter().zip(inputs).collect();
    for (name, input) in &inputs {
        let mut document = document(name, input)?;
        stubs::name(&mut document, &register);
        pivots::lay(&mut document, &register)?;
        let asked = choices.sheet.as_deref();
        let sheet = personal::name_sheets(&mut document, asked, &register, &mut log);
        let choices = &Choices { sheet: sheet.or(choices.sheet.clone()), ..choices.clone() };
        unmet.retain(|heading| !choices::is_met(heading, &document));
        document.told.iter().for_each(|told| log.add(Section::Read, told));
        match form_sheets::Form::of(&document, choices)? {
            Some(form) => {
                found.kinds.push(None);
                source = personal::source(&form.source, &register, &mut log);
                form.take(&register, &mut found, &mut log)?;
            }
            None => {
                let kind = take(name, &document, choices, &register, &mut found, &mut log)?;
                found.kinds.push(Some(kind));
            }
        }
    }
    if let Some(heading) = unmet.first() {
        let problem = Problem::new(say::IMPORT_MAP_UNMET).key("--map").found(heading.as_str());
        return Err(problem.allowed(say::IMPORT_MAP_UNMET_ALLOWED).into());
    }
    if let Some(ages) = choices.shared.iter().find(|ages| !log.divided.contains(ages)) {
        let problem = Problem::new(say::IMPORT_SHARE_UNMET).key("--map").found(ages.written());
        return Err(problem.allowed(say::IMPORT_SHARE_UNMET_ALLOWED).into());
    }
    if found.is_empty() && !log.left().is_empty() {
        return Err(Error::Input(log.all_left(inputs.first().map_or("", |(name, _)| name))));
    }
    if found.is_empty() {
        return Err(Problem::new(say::IMPORT_NOTHING)
            .file(inputs.first().map_or("", |(name, _)| name))
            .into());
    }
    written::write(&found, (&inputs, &source), (name, day), &choices, (&register, log), lang)
}

/// The cells of a file, by what its content is, whatever its name says.
fn document(name: &str, input: &Input) -> Result<Document> {
    let bytes = &input.bytes;
    if workbook::is_workbook(bytes) {
        return workbook::read(name, bytes);
    }
    let (text, _) = text_file::text_of(name, bytes)?;
    // Systems of offices call pages and XML «xls».
    let start = text.trim_start_matches('\u{feff}').trim_start();
    match start {
        "" => return Err(Problem::new(say::IMPORT_EMPTY_FILE).file(name).into()),
        _ if start.starts_with('<') => return Err(Problem::new(say::IMPORT_MARKUP).file(name).into()),
        _ if start.starts_with("%PDF") => return Err(Problem::new(say::IMPORT_NO_TEXT).file(name).into()),
        _ => {}
    }
    match text.trim_start_matches('\u{feff}').trim_start() {
        json if json.starts_with('{') || json.starts_with('[') => json_stat::read(name, &text),
        px if px::is_px(px) => px::read(name, bytes),
        _ => text_file::read(name, bytes),
    }
}

/// Takes the one table of a file, and says what it was read as.
fn take(
    file: &str,
    document: &Document,
    choices: &Choices,
    register: &Register,
    found: &mut Found,
    log: &mut Log,
) -> Result<Kind> {
    refuse_numbers(&document.grids, choices.kind == Some(Kind::Persons))?;
    klass::refuse(file, &document.grids)?;
    let turned: Vec<Option<Grid>> =
        document.grids.iter().map(|grid| turned::laid(grid, &choices.named, register)).collect();
    let grids: Vec<&Grid> =
        turned.iter().zip(&document.grids).map(|(turned, own)| turned.as_ref().unwrap_or(own)).collect();
    let own = table::only(file, &grids, choices.sheet.as_deref(), &choices.named, log);
    let no_use = |content| guess::of_no_use(file, content);
    let table = own.map_err(|e| document.content.as_ref().map_or(e, no_use))?;
    let list = choices.kind == Some(Kind::Persons);
    take_table(file, document, table.clone(), (choices, register), found, log)
        .map_err(|e| lists::unshown(e, &table, list, register))
}

/// Takes a table that was found in a file, and says what it was read as.
fn take_table(
    file: &str,
    document: &Document,
    mut table: Table,
    (choices, register): (&Choices, &Register),
    found: &mut Found,
    log: &mut Log,
) -> Result<Kind> {
    list_headings::settle(&mut table, &choices.named);
    let one = choices.only_unit.is_some() || one_unit::named(&table, register).is_some();
    corner::settle(&mut table, register);
    let aged = age_labels::rows(&table, &choices.named, log);
    let mut table = age_labels::with(table, aged.as_ref());
    districts::settle(&mut table, register);
    running::settle(&mut table, (&choices.named, register), one).map_err(|problem| *problem)?;
    list_headings::homes(&mut table, (&choices.named, register)).map_err(|problem| *problem)?;
    counted_in::settle(&mut table, log);
    if table.source.turned {
        log.add(Section::Read, say::ImportTurned { place: table.source.name() });
    }
    let own = document.grids.iter().find(|grid| grid.source.sheet == table.source.sheet);
    own.map_or(Ok(()), |grid| long_rows::refuse(grid, &table, document.commas))?;
    refuse_other_unit(&table, (choices, register))?;
    let named = one_unit(&table, (choices, register), log);
    let choices = named.as_ref().unwrap_or(choices);
    let summed = sums_beside::named(&table);
    let table = summed.as_ref().map_or(table.clone(), |rows| services::with_rows(&table, rows));
    let added = districts::added(&table, register, log)?;
    let added = added.or_else(|| own_districts::added(&table, (choices, register), log));
    let table = added.as_ref().map_or(table.clone(), |rows| services::with_rows(&table, rows));
    let parts = year_parts::of(&table, choices.kind, log);
    let (whole, table) = (table.clone(), parts.of(&table));
    let kind = guess::settled(&table, (file, document), (choices, register), log);
    let kind = kind.map_err(|e| parts.or(e))?;
    // Inhabitants, hours and kroner are not those of the end of a year.
    let table = match (kind, &parts) {
        (Kind::Recipients, year_parts::Parts::Wrong(problem)) => return Err((**problem).clone().into()),
        (Kind::Recipients, _) => table,
        _ => whole,
    };
    let persons = kind == Kind::Persons;
    if persons {
        log.sheets(document.grids.iter().filter_map(|grid| grid.source.sheet.as_deref()));
    }
    let hidden = own.map(|grid| hidden::told(grid, &table, persons)).unwrap_or_default();
    hidden.into_iter().for_each(|note| log.add(Section::Hidden, note));
    let also = choices.kind.is_none() && guess::has_costs(&table, kind);
    for own in [Some(kind), also.then_some(Kind::Costs)].into_iter().flatten() {
        take_as(own, &table, (choices, register), found, log)
            .map_err(|e| lists::unshown(e, &table, persons, register))?;
    }
    if also {
        log.add(Section::Read, say::ImportCostsBeside { place: table.source.name() });
    }
    Ok(kind)
}

/// What is chosen, with the municipality that the title or the sheet names where the table has no column of such.
fn one_unit(table: &Table, (choices, register): (&Choices, &Register), log: &mut Log) -> Option<Choices> {
    if choices.only_unit.is_some() || table.first(Role::Unit).or(table.first(Role::Name)).is_some() {
        return None;
    }
    let id = one_unit::named(table, register)?;
    let (place, name) = (table.source.name(), register.name(&id));
    log.add(Section::Read, say::ImportUnitNamed { place, id: &id, name });
    Some(Choices { only_unit: Some(id), unit_of_title: true, ..choices.clone() })
}

/// Refuses a table whose title names another municipality than `--units` does.
fn refuse_other_unit(table: &Table, (choices, register): (&Choices, &Register)) -> Result<()> {
    let Some(id) =
        one_unit::named(table, register).filter(|id| choices.only_unit.as_ref().is_some_and(|own| own != id))
    else {
        return Ok(());
    };
    let problem = table.source.whole(say::IMPORT_OTHER_UNIT).key("--units");
    let problem = problem.found(format!("{id} {}", register.name(&id)));
    Err(problem.allowed(say::IMPORT_OTHER_UNIT_ALLOWED).into())
}

/// Takes a table as what it is.
fn take_as(
    kind: Kind,
    table: &Table,
    (choices, register): (&Choices, &Register),
    found: &mut Found,
    log: &mut Log,
) -> Result<()> {
    besides::hold(table, kind, (choices, register), log)?;
    if kind != Kind::Persons {
        part_columns::refuse(table, kind, choices)?;
    }
    let rows = services::of_bpa(table, (kind, &choices.named), log)?;
    let table = &rows.as_deref().map_or_else(|| table.clone(), |rows| services::with_rows(table, rows));
    if let Some(what) = services::one_sex(table).filter(|_| kind != Kind::Costs) {
        return Err(table.source.whole(what).allowed(say::IMPORT_BOTH_SEXES_ALLOWED).into());
    }
    if let Some(problem) =
        (kind == Kind::Costs).then(|| refunded::of_persons(table, &choices.named)).flatten()
    {
        return Err(problem.into());
    }
    faults::refuse(table, kind, register)?;
    let take = Take { table, register, choices };
    if kind != Kind::Persons && table.first(Role::Identity).is_some() {
        let mut problems = Vec::new();
        person_names::names(table, (register, &choices.named), &mut problems);
        return Err(Error::Input(problems));
    }
    match kind {
        Kind::Recipients => take.recipients(found, log),
        Kind::Population => take.population(found, log),
        Kind::Hours => {
            take.hours(found, log)?;
            take.counts_beside(found, log);
            Ok(())
        }
        Kind::Costs => take.costs(found, log),
        Kind::Persons => {
            log.list(table.source);
            lists::refuse_counts(table)?;
            if let Some(problem) = list_amounts::refuse(table, &choices.named) {
                return Err(problem.into());
            }
            let (source, hidden) = (table.source.clone(), cells::Hidden::default());
            let rows = Grid { source, rows: table.rows.to_vec(), hidden };
            refuse_numbers(&[rows], true)?;
            let own = year_ends::above(table, year_ends::Turn::End, log);
            if let (Some(asked), Some(own)) = (choices.year, own.filter(|own| choices.year != Some(*own))) {
                let problem = table.source.whole(say::ImportListYearOfTitle { own }).key("--year");
                return Err(problem.found(asked.to_string()).allowed(say::IMPORT_LIST_YEAR_ALLOWED).into());
            }
            let year = choices
                .year
                .or(own)
                .ok_or_else(|| table.source.whole(say::IMPORT_NO_YEAR).allowed(say::IMPORT_YEAR_ALLOWED))?;
            take.not_yet(year)?;
            let own = persons::read(table, year, register, choices, log)?;
            let file = table.source.file.to_string();
            found.persons(own, (year, &file), (register, log)).map_err(Error::Input)
        }
    }
}

fn refuse_numbers(grids: &[Grid], persons: bool) -> Result<()> {
    let mut problems = Vec::new();
    identity::numbers(grids, persons, &mut problems);
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(lists::few_of_each(problems))) }
}

#[cfg(test)]
mod samples_tests;
