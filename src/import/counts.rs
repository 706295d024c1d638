//! The numbers of a table, each with its municipality, year, ages and sex.

use super::ages::Ages;
use super::cell_units;
use super::cells::{Cell, Line, folded};
use super::choices::Choices;
use super::datum::Datum;
use super::doubles;
use super::faults;
use super::headings::{Figures, Measure, Role};
use super::labels::in_all;
use super::log::{Log, Section};
use super::marks::{Amount, Mark, Value};
use super::part_rows;
use super::parts::reform;
use super::personal;
use super::scales::{hourly_in_cell, scaled_in_cell};
use super::sums::Sex;
use super::table::Table;
use super::units::{Place, Register};
use super::wording::year_of;
use crate::error::{Problem, Result, nearest};
use crate::text::{Message, Text, say};
use std::collections::BTreeMap;

/// What a row says of its place; empty cells go on with what stands above.
#[derive(Default)]
struct Keys {
    unit: Option<(Option<String>, Option<String>)>,
    ages: Option<Ages>,
    sex: Option<Sex>,
    year: Option<i32>,
}

/// Every number of a table.
///
/// # Errors
/// By cell: municipalities that are unknown or split, ages that are none, numbers that can be read in two ways.
pub fn read(
    table: &Table,
    wanted: impl Fn(&Figures) -> bool,
    register: &Register,
    choices: &Choices,
    log: &mut Log,
) -> Result<Vec<Datum>> {
    let mut reader = Reader {
        table,
        register,
        choices,
        problems: Vec::new(),
        log,
        data: Vec::new(),
        whole: Default::default(),
    };
    let columns: Vec<(usize, Figures)> = table.figures().filter(|(_, figures)| wanted(figures)).collect();
    if columns.is_empty() {
        return Err(without_figures(table).into());
    }
    let mut keys = Keys::default();
    let mut rows = 0;
    for row in table.rows {
        rows += usize::from(reader.row(row, &columns, &mut keys));
    }
    reader.finish(rows)
}

/// A table without a column of numbers that are wanted, and the headings that say nothing of theirs.
fn without_figures(table: &Table) -> Problem {
    let unread = table.columns.iter().filter(|(role, text)| *role == Role::Unread && !text.is_empty());
    let list: Vec<String> = unread.map(|(_, text)| format!("«{text}»")).collect();
    let what = match list.is_empty() {
        true => say::IMPORT_NO_FIGURES.text(),
        false => say::ImportNoFiguresUnread { list: list.join(", ") }.text(),
    };
    table.source.whole(what).allowed(say::IMPORT_HEADINGS_ALLOWED)
}

/// Whether a label is of a part of the row above: «herav under 18 år».
fn is_of_part(label: &str) -> bool {
    const BEGINNINGS: [&str; 8] =
        ["herav", "hvorav", "derav", "av dette", "av desse", "av disse", "of which", "of whom"];
    let text = folded(label);
    BEGINNINGS.iter().any(|own| text.trim_start_matches(['-', '–', ' ']).starts_with(own))
}

struct Reader<'r, 'g> {
    table: &'r Table<'g>,
    register: &'r Register,
    choices: &'r Choices,
    problems: Vec<Problem>,
    log: &'r mut Log,
    data: Vec<Datum>,
    /// Old numbers met, with what they became.
    whole: BTreeMap<String, String>,
}

impl Reader<'_, '_> {
    /// Reads a row; whether it holds figures.
    fn row(&mut self, row: &Line, columns: &[(usize, Figures)], keys: &mut Keys) -> bool {
        let filled = |column: &usize| !row.cell(*column).is_empty();
        let some = columns.iter().filter(|(column, _)| filled(column)).count();
        // Sources, notes and what groups rows have text alone.
        let numbers = columns.iter().any(|(column, _)| {
            matches!(
                self.table.habit.amount(row.cell(*column)),
                Amount::Number(_) | Amount::Mark(_) | Amount::Doubtful(..)
            ) || matches!(row.cell(*column), Cell::Fault(_))
        });
        let label = self.label(row);
        if some == 0 || !numbers {
            if let (Some(label), true) = (&label, row.filled().count() == 1)
                && let Place::Unit { .. } = self.register.place(label)
            {
                keys.unit = self.unit(label, row.number);
            }
            // Nobody's figures are lost: a word where a number should be is told where the row is a municipality's.
            let of_unit = label
                .as_deref()
                .is_some_and(|label| matches!(self.register.place(label), Place::Unit { .. }));
            if some == 0 || !of_unit {
                return false;
            }
        }
        let long = [Role::Age, Role::Sex, Role::Year]
            .iter()
            .any(|role| self.table.first(*role).is_some_and(|column| !row.cell(column).is_empty()));
        let before = keys.unit.clone();
        match &label {
            Some(label) => keys.unit = self.unit(label, row.number),
            None if long && keys.unit.is_some() => {}
            None => match &self.choices.only_unit {
                Some(id) => keys.unit = Some((Some(id.clone()), None)),
                None => {
                    let column = self.table.first(Role::Unit).unwrap_or_default();
                    self.problems.push(
                        self.table
                            .problem(row.number, column, say::IMPORT_NO_UNIT)
                            .allowed(say::IMPORT_UNITS_ALLOWED),
                    );
                    return true;
                }
            },
        }
        let is_in_all = label.as_deref().is_some_and(|label| in_all(&folded(label)).is_some());
        // Where ages stand behind municipalities, those of the row above are not those of the next one.
        let inner =
            self.table.first(Role::Age) > self.table.first(Role::Unit).or(self.table.first(Role::Name));
        if before == keys.unit && is_in_all || before != keys.unit && label.is_some() && inner {
            self.total(row, keys);
        }
        let Some((unit, label)) = keys.unit.clone() else { return true };
        if !self.keys(row, keys) {
            return true;
        }
        for (column, figures) in columns {
            if figures.year.zip(keys.year).is_some_and(|(one, other)| one != other) {
                let problem = self.table.problem(row.number, *column, say::IMPORT_YEAR_OF_ROW_OTHER);
                self.problems.push(problem.found(keys.year.unwrap_or_default().to_string()));
                continue;
            }
            // A column «I alt» beside those of sexes or years is of the row's own ages.
            let ages = figures.ages.filter(|own| *own != Ages::All || keys.ages.is_none());
            let datum = Datum {
                unit: unit.clone(),
                label: label.clone(),
                year: figures.year.or(keys.year),
                ages: ages.or(keys.ages).unwrap_or(Ages::All),
                sex: figures.sex.or(keys.sex).unwrap_or(Sex::All),
                measure: figures.measure,
                value: Value::Number(0.0),
                at: (row.number, *column),
            };
            self.value(row.cell(*column), datum, figures);
        }
        true
    }

    /// A row «Asker Totalt» below those of Asker is of all ages and sexes where it says none, and a sum where it says no year.
    fn total(&self, row: &Line, keys: &mut Keys) {
        (keys.ages, keys.sex) = (None, None);
        let undated = self.table.first(Role::Year).is_some_and(|column| row.cell(column).is_empty());
        if undated && self.label(row).is_some_and(|label| in_all(&folded(&label)).is_some()) {
            keys.unit = Some((None, self.label(row)));
        }
    }

    /// The label of a row's municipality: number and name where they stand apart.
    fn label(&self, row: &Line) -> Option<String> {
        let columns = self.table.all(|role| matches!(role, Role::Unit | Role::Name));
        let label = row.label(&columns);
        (!label.is_empty()).then_some(label)
    }

    /// The municipality that a label is of, or the label of a sum; none where it is a part, or wrong.
    fn unit(&mut self, label: &str, line: usize) -> Option<(Option<String>, Option<String>)> {
        let column = self.table.first(Role::Unit).or(self.table.first(Role::Name)).unwrap_or_default();
        let mut refuse = |what: Text, allowed: Text| {
            let names = self.register.all_names();
            let digits = label.bytes().any(|b| b.is_ascii_digit());
            let near = if digits { None } else { nearest(label, names) };
            let near = near.filter(|near| folded(near) != folded(label));
            let problem = self.table.problem(line, column, what).allowed(allowed);
            // A word that is of no place may name somebody.
            let problem = if near.is_some() {
                problem.found(label)
            } else {
                personal::shown(problem, label, self.register)
            };
            self.problems.push(Problem { nearest: near, ..problem });
            None
        };
        match self.register.place(label) {
            Place::Unit { id, .. } if self.choices.only_unit.as_ref().is_some_and(|own| *own != id) => {
                refuse(say::IMPORT_OTHER_UNIT.text(), say::IMPORT_OTHER_UNIT_ALLOWED.text())
            }
            Place::Unit { id, old, padded } => {
                if padded {
                    self.log.add(
                        Section::Read,
                        say::ImportZeroPutBack { place: self.table.source.place(line), id: &id },
                    );
                }
                if let Some(old) = &old {
                    self.whole.insert(old.clone(), id.clone());
                }
                Some((Some(id), old))
            }
            Place::Sum => Some((None, Some(label.to_string()))),
            Place::District => {
                self.log.count(Section::Left, say::IMPORT_DISTRICTS_LEFT);
                None
            }
            Place::Split(old, into) => {
                let list: Vec<String> =
                    into.iter().map(|own| format!("{} {}", own.number, own.name)).collect();
                let first = into.first().map_or("", |own| own.number.as_str());
                let allowed = say::ImportMapSplit { old: &old, new: first };
                refuse(say::OldNumberSplit { old: &old, list: list.join(", ") }.text(), allowed.text())
            }
            Place::Several(ids) => refuse(say::IMPORT_NAME_OF_SEVERAL.text(), Text::same(ids.join(", "))),
            Place::Contradiction(name) => refuse(say::IMPORT_NUMBER_OF_OTHER.text(), Text::same(name)),
            Place::Unknown if is_of_part(label) => {
                refuse(say::IMPORT_PART_ROW.text(), say::IMPORT_PART_ROW_ALLOWED.text())
            }
            Place::Unknown => refuse(say::IMPORT_UNKNOWN_UNIT.text(), say::IMPORT_UNITS_ALLOWED.text()),
        }
    }

    /// Takes the row's age, sex and year; whether all can be read.
    fn keys(&mut self, row: &Line, keys: &mut Keys) -> bool {
        let before = self.problems.len();
        if let Some((column, cell)) = self.key(row, Role::Age) {
            keys.ages = Ages::read(&cell.text());
            if keys.ages.is_none() {
                let (what, allowed) = match cell {
                    Cell::Date(..) => (say::IMPORT_DATE_THERE, say::IMPORT_DATE_ALLOWED.text()),
                    _ => (say::IMPORT_NO_AGES, Text::same("0-17, 18-49, 50-66, 67-79, 80+, 42, 105+")),
                };
                let problem = self.table.problem(row.number, column, what);
                let problem = personal::shown(problem, &cell.text(), self.register);
                self.problems.push(problem.allowed(allowed));
            }
        }
        if let Some((column, cell)) = self.key(row, Role::Sex) {
            keys.sex = Sex::read(&folded(&cell.text()));
            if keys.sex.is_none() {
                let problem = self.table.problem(row.number, column, say::IMPORT_NO_SEX);
                let problem = personal::shown(problem, &cell.text(), self.register);
                self.problems.push(problem.allowed(say::IMPORT_SEXES_ALLOWED));
            }
        }
        if let Some((column, cell)) = self.key(row, Role::Year) {
            keys.year = year_of(&cell.text());
            if keys.year.is_none() {
                self.problems.push(
                    self.table.problem(row.number, column, say::IMPORT_NO_YEAR_THERE).found(cell.text()),
                );
            }
        }
        self.problems.len() == before
    }

    fn key<'c>(&self, row: &'c Line, role: Role) -> Option<(usize, &'c Cell)> {
        let column = self.table.first(role)?;
        Some((column, row.cell(column))).filter(|(_, cell)| !cell.is_empty())
    }

    fn value(&mut self, cell: &Cell, datum: Datum, figures: &Figures) {
        let (line, column) = datum.at;
        let (factor, plain) = match self.scaled(cell, &datum) {
            Some((0, _)) if figures.thousands > 0 => {
                let problem = self.table.problem(line, column, say::IMPORT_AMOUNT_IN_OTHER_UNIT);
                return self.problems.push(problem.found(cell.text()));
            }
            // What a cell says of itself goes before what its heading does.
            Some((power, plain)) => (10_f64.powi(power) * figures.times.unwrap_or(1.0), Some(plain)),
            None => (figures.factor(), None),
        };
        let cell = plain.as_ref().unwrap_or(cell);
        let heading = self.table.columns.get(column).map_or("", |(_, heading)| heading);
        let own = (datum.measure == Some(Measure::Hours))
            .then(|| cell_units::hours_factor(cell, (heading, factor)))
            .flatten();
        let factor = own.unwrap_or(factor);
        if let Cell::Fault(fault) = cell {
            return self.problems.push(faults::problem(self.table, datum.at, fault));
        }
        let mut refuse = |what: Text, allowed: Text| {
            let problem =
                personal::shown(self.table.problem(line, column, what), &cell.text(), self.register);
            self.problems.push(problem.allowed(allowed));
        };
        let share = datum.measure == Some(Measure::OtherShare);
        if cell_units::is_of_another(cell, datum.measure) {
            return refuse(say::IMPORT_AMOUNT_IN_OTHER_UNIT.text(), say::IMPORT_NUMBER_ALLOWED.text());
        }
        let value = match self.table.habit.amount(cell) {
            Amount::Nothing => return,
            Amount::Number(_) if !share && cell.text().ends_with('%') => {
                return refuse(say::IMPORT_PERCENT_THERE.text(), say::IMPORT_NUMBER_ALLOWED.text());
            }
            Amount::Number(number) if number < 0.0 && datum.measure == Some(Measure::Refund) => {
                return refuse(say::IMPORT_NEGATIVE_REFUND.text(), say::AtLeast { limit: 0.0 }.text());
            }
            Amount::Number(number) if number < 0.0 => {
                return refuse(say::ILLEGAL_NUMBER.text(), say::AtLeast { limit: 0.0 }.text());
            }
            Amount::Number(number) => Value::Number(number * factor),
            Amount::Mark(mark) => {
                // Of recipients a zero that is counted tells how many ages are none.
                let public = self.choices.published || datum.measure == Some(Measure::Population);
                if datum.unit.is_some() && (public || mark != Mark::Zero) {
                    self.log.mark(mark);
                }
                match mark {
                    Mark::Zero => Value::Number(0.0),
                    other => Value::Mark(other),
                }
            }
            Amount::Doubtful(thousands, decimals) => {
                return refuse(say::ONE_OR_A_THOUSAND.text(), Text::same(format!("{thousands}, {decimals}")));
            }
            Amount::Other if matches!(cell, Cell::Date(..)) => {
                return refuse(say::IMPORT_DATE_THERE.text(), say::IMPORT_DATE_ALLOWED.text());
            }
            Amount::Other => return refuse(say::ILLEGAL_NUMBER.text(), say::IMPORT_NUMBER_ALLOWED.text()),
        };
        self.data.push(Datum { value, ..datum });
    }

    /// The power of ten that stands behind an amount of kroner in its own cell, and the amount without it; told.
    fn scaled(&mut self, cell: &Cell, datum: &Datum) -> Option<(i32, Cell)> {
        let Cell::Text(text) = cell else { return None };
        let of_kroner = matches!(datum.measure, Some(Measure::Price | Measure::Refund | Measure::OtherCost));
        let hourly = hourly_in_cell(text).filter(|_| datum.measure == Some(Measure::Price));
        let (number, power) = hourly.map(|own| (own, 0)).or(scaled_in_cell(text)).filter(|_| of_kroner)?;
        if power == 0 {
            return Some((0, Cell::of(number)));
        }
        let (column, times) = (self.table.source.column(datum.at.1, true), 10_f64.powi(power));
        self.log.add(Section::Read, say::ImportCellScaled { column, number: times });
        Some((power, Cell::of(number)))
    }

    fn finish(mut self, rows: usize) -> Result<Vec<Datum>> {
        doubles::in_rows(self.table, &self.data, &mut self.problems);
        part_rows::mark_kept(self.table, &mut self.data, (self.choices, self.register));
        part_rows::in_rows(self.table, &self.data, (self.choices, self.register), &mut self.problems);
        part_rows::by_name(
            self.table,
            &self.data,
            (self.choices, self.register),
            (&mut *self.log, &mut self.problems),
        );
        if !self.problems.is_empty() {
            return Err(crate::error::Error::Input(self.problems));
        }
        for (old, id) in &self.whole {
            let (name, year) = (self.register.name(id), reform(old));
            self.log.add(Section::Translated, say::ImportTranslated { old, id, name, year });
        }
        if self.data.is_empty() {
            return Err(self.table.source.whole(say::TABLE_NO_ROWS).into());
        }
        self.log.add(Section::Read, say::ImportRows { place: self.table.source.name(), rows });
        Ok(self.data)
    }
}
