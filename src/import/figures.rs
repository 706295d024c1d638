//! What becomes of a table by its kind: recipients and inhabitants by class. Hours of groups and accounts have their own files.

use super::ages::Ages;
use super::cells::folded;
use super::choices::Choices;
use super::classes::{ByClass, by_class};
use super::counts::read;
use super::datum::{Datum, by_unit};
use super::doubles;
use super::found::Found;
use super::headings::{Figures, Measure, Role};
use super::log::{Log, Section};
use super::marks::{Amount, Value};
use super::personal;
use super::plausible::{LOW_POPULATION, too_few, too_many};
use super::remarks::is_of_printing;
use super::table::Table;
use super::units::Register;
use super::wording::{year_in, years_in};
use super::year_ends::{self, Turn};
use crate::error::{Error, Problem, Result};
use crate::scenario::small_counts::small;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};
use crate::text::{Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// First ages of the classes of inhabitants.
pub const POPULATION_FROM: [u32; 6] = [0, 16, 18, 50, 67, 80];
/// So many years before the base year inhabitants may be of.
const FAR: i32 = 5;
/// A change from one year to the next, or from the shipped table, that is told.
const JUMP: f64 = 0.05;
/// The same for recipients, who are few.
const RECIPIENTS_JUMP: f64 = 0.3;

/// What an import does with a table.
pub struct Take<'t, 'g> {
    /// The table.
    pub table: &'t Table<'g>,
    /// The municipalities.
    pub register: &'t Register,
    /// What the user chose.
    pub choices: &'t Choices,
}

impl Take<'_, '_> {
    /// Recipients by class.
    ///
    /// # Errors
    /// By cell.
    pub fn recipients(&self, found: &mut Found, log: &mut Log) -> Result<()> {
        let of = |figures: &Figures| {
            matches!(figures.measure, None | Some(Measure::Recipients | Measure::Persons))
        };
        let mut data = read(self.table, of, self.register, self.choices, log)?;
        self.unread(|_| false, log);
        year_ends::settle(self.table, &mut data, Turn::End, log);
        // Two dates may be of the end of one year.
        let mut twice = Vec::new();
        doubles::in_rows(self.table, &data, &mut twice);
        if !twice.is_empty() {
            return Err(Error::Input(twice));
        }
        let (year, by_year) = self.years(&data, (&CLASS_FROM, Turn::End), log)?;
        self.not_yet(year)?;
        self.jumps(&by_year, RECIPIENTS_JUMP, false, log);
        let own = by_year.get(&year).cloned().unwrap_or_default();
        let (units, of_year) = (own.len(), of_year(&data, year));
        let by_unit = by_unit(of_year.iter().copied());
        let (mut problems, mut too_large) = (Vec::new(), Vec::new());
        for (id, classes) in own {
            let name = self.register.name(&id).to_string();
            let Some(ages) = classes.iter().copied().collect::<Option<Vec<f64>>>() else {
                let missing = classes.iter().zip(AGE_CLASSES).filter(|(own, _)| own.is_none());
                let list: Vec<&str> = missing.map(|(_, class)| class).collect();
                log.add(
                    Section::Left,
                    say::ImportClassMissing { id: &id, name: &name, list: list.join(", ") },
                );
                found.leave_out(&id);
                continue;
            };
            if ages.iter().any(|n| n.fract() != 0.0) {
                problems.push(self.no_persons(&of_year, &id));
                continue;
            }
            if let Some(problem) = too_many(self.table, &by_unit, (&id, &ages), self.register) {
                too_large.push(problem);
                continue;
            }
            let ages = std::array::from_fn(|class| ages.get(class).map_or(0, |n| *n as u64));
            problems.extend(found.recipients(&id, year, ages, &self.table.source.file).err().map(|p| *p));
        }
        problems.extend(one_of_all(too_large, units));
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems)) }
    }

    /// The first cell of a municipality that has no whole number of persons.
    fn no_persons(&self, data: &[&Datum], id: &str) -> Problem {
        let own = data.iter().filter(|datum| datum.unit.as_deref() == Some(id));
        let parts = own.filter_map(|datum| match datum.value {
            Value::Number(number) if number.fract() != 0.0 => Some((datum.at, number)),
            _ => None,
        });
        let name = format!("{id} {}", self.register.name(id));
        match parts.min_by_key(|(at, _)| *at) {
            Some(((line, column), number)) => {
                self.table.problem(line, column, say::MUST_BE_PERSONS).found(format!("{number} ({name})"))
            }
            None => self.table.source.whole(say::MUST_BE_PERSONS).key(name),
        }
    }

    /// Inhabitants by class.
    ///
    /// # Errors
    /// By cell.
    pub fn population(&self, found: &mut Found, log: &mut Log) -> Result<()> {
        let of = |figures: &Figures| {
            matches!(figures.measure, None | Some(Measure::Population | Measure::Persons))
        };
        let mut data = read(self.table, of, self.register, self.choices, log)?;
        year_ends::settle(self.table, &mut data, Turn::Beginning, log);
        let (year, by_year) = self.years(&data, (&POPULATION_FROM, Turn::Beginning), log)?;
        self.near_the_base_year(year, log)?;
        self.jumps(&by_year, JUMP, true, log);
        let own = by_year.get(&year).cloned().unwrap_or_default();
        let (units, mut too_small) = (own.len(), Vec::new());
        let by_unit = by_unit(of_year(&data, year));
        let inhabited = own.values().flatten().flatten().any(|number| *number > 0.0);
        for (id, classes) in own {
            let name = self.register.name(&id).to_string();
            let classes = classes.iter().copied().collect::<Option<Vec<f64>>>();
            // Files of keys leave rows of zeros out, and a municipality without inhabitants is one that nobody counted.
            let Some(classes) = classes.filter(|own| !inhabited || own.iter().any(|number| *number > 0.0))
            else {
                log.add(Section::Left, say::ImportPopulationMissing { id: &id, name: &name });
                continue;
            };
            let sum: f64 = classes.iter().sum();
            if let Some(problem) = too_few(self.table, &by_unit, (&id, sum), self.register) {
                too_small.push(problem);
                continue;
            }
            self.jump_from_shipped((&id, &name), (sum, year), log);
            if found.population.contains_key(&id) {
                let problem = self.table.source.whole(say::IMPORT_UNIT_TWICE).found(id.as_str());
                return Err(problem.allowed(say::IMPORT_ONCE_ALLOWED).into());
            }
            log.add(Section::Units, say::ImportPopulation { id: &id, name: &name, sum });
            found
                .population
                .insert(id, std::array::from_fn(|class| classes.get(class).copied().unwrap_or_default()));
        }
        let problems = one_of_all(too_small, units);
        if !problems.is_empty() {
            return Err(Error::Input(problems));
        }
        log.add(Section::Read, say::ImportPopulationYear { year });
        Ok(())
    }

    /// Tells of a number of inhabitants that is far from the shipped table's; the more so where it is hardly half of that.
    fn jump_from_shipped(&self, (id, name): (&str, &str), (sum, year): (f64, i32), log: &mut Log) {
        let Some(before) = self.register.inhabitants(id).map(|classes| classes.iter().sum::<f64>()) else {
            return;
        };
        if sum < LOW_POPULATION * before {
            log.add(Section::Jumps, say::ImportLowPopulation { id, name, before, sum, year });
        } else if (sum - before).abs() > JUMP * before {
            log.add(Section::Jumps, say::ImportJumpFromShipped { id, name, before, sum, year });
        }
    }

    /// Numbers by class of each year that the table has, and the year that is taken.
    fn years(
        &self,
        data: &[Datum],
        (from, turn): (&[u32], Turn),
        log: &mut Log,
    ) -> Result<(i32, BTreeMap<i32, ByClass>)> {
        let years: BTreeSet<i32> = data.iter().filter_map(|datum| datum.year).collect();
        let year = match (years.is_empty(), self.choices.year) {
            (true, None) => year_ends::above(self.table, turn, log),
            _ => None,
        };
        let year = year.map_or_else(|| self.year(&years, log), Ok)?;
        let mut by_year = BTreeMap::new();
        for own in if years.is_empty() { BTreeSet::from([year]) } else { years } {
            // What is wrong with another year than the one that is taken is no matter.
            let mut other = Log::default();
            let log = if own == year { &mut *log } else { &mut other };
            let into = (from, &self.choices.shared);
            match by_class(self.table, &of_year(data, own), into, log, self.register) {
                Ok(found) => {
                    by_year.insert(own, found);
                }
                Err(e) if own == year => return Err(e),
                Err(_) => {}
            }
        }
        self.controls(data, &by_year, year, log);
        let taken = by_year.get(&year);
        let others = by_year.iter().filter(|(own, _)| **own != year).flat_map(|(_, own)| own.keys());
        for id in others.filter(|id| taken.is_none_or(|own| !own.contains_key(*id))) {
            log.add(Section::Left, say::ImportUnitOfOtherYear { id, name: self.register.name(id) });
        }
        Ok((year, by_year))
    }

    /// Nobody has counted persons at the end of a year that has not begun.
    pub(super) fn not_yet(&self, year: i32) -> Result<()> {
        match self.choices.this_year.filter(|this_year| year > *this_year) {
            Some(limit) => {
                let problem =
                    self.table.source.whole(say::IMPORT_YEAR_TO_COME).key("--year").found(year.to_string());
                Err(problem.allowed(say::AtMost { limit: f64::from(limit) }).into())
            }
            None => Ok(()),
        }
    }

    /// Inhabitants stand in the base year's place, and are not carried to it: those of a year far from it are others.
    fn near_the_base_year(&self, year: i32, log: &mut Log) -> Result<()> {
        let Some(base) = self.choices.base_year else { return Ok(()) };
        let last = self.choices.this_year.unwrap_or(base).max(base);
        let near = base - FAR..=last;
        if !near.contains(&year) {
            let problem = self
                .table
                .source
                .whole(say::ImportPopulationFar { base })
                .key("--year")
                .found(year.to_string());
            return Err(problem.allowed(Text::same(format!("{}–{}", near.start(), near.end()))).into());
        }
        if year != base {
            log.add(Section::Read, say::ImportPopulationNotCarried { base, year });
        }
        Ok(())
    }

    /// The year that a sheet is called as, and nothing else.
    fn year_of_sheet(&self) -> Option<i32> {
        let sheet = self.table.source.sheet.as_deref().filter(|sheet| !is_of_printing(sheet))?;
        let years = years_in(sheet);
        years.first().copied().filter(|_| years.len() == 1)
    }

    /// Tells of columns with numbers that are not read: persons whose age is not known may stand there.
    pub(super) fn unread(&self, told: impl Fn(&str) -> bool, log: &mut Log) {
        for column in self.table.all(|role| *role == Role::Unread) {
            let chosen = |(_, heading): &(Role, String)| {
                told(heading) || self.choices.named.contains_key(&folded(heading))
            };
            let numbers = self.table.rows.iter().map(|row| self.table.habit.amount(row.cell(column)));
            let has = numbers.into_iter().any(|own| matches!(own, Amount::Number(_)));
            if has && !self.table.columns.get(column).is_some_and(chosen) {
                let heading = self.table.columns.get(column).map_or("", |(_, heading)| heading);
                let column = self.table.source.column(column, true);
                match heading.is_empty() || personal::tells(heading, self.register) {
                    true => log.add(Section::Left, say::ImportColumnUnread { column }),
                    false => log.add(Section::Left, say::ImportColumnNamedUnread { column, heading }),
                }
            }
        }
    }

    /// Refuses a table with numbers of a newer year in a column that is not read: «2024 (foreløpig)» beside 2023.
    fn newer_unread(&self, newest: i32) -> Result<()> {
        let is_newer = |column: &usize| {
            let heading = self.table.columns.get(*column).map_or("", |(_, heading)| heading);
            let numbers = self.table.rows.iter().map(|row| self.table.habit.amount(row.cell(*column)));
            let words = heading.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-');
            words.filter_map(year_in).any(|year| year > newest)
                && numbers.into_iter().any(|own| matches!(own, Amount::Number(_)))
        };
        let Some(column) = self.table.all(|role| *role == Role::Unread).into_iter().find(is_newer) else {
            return Ok(());
        };
        let heading = self.table.columns.get(column).map_or("", |(_, heading)| heading);
        let problem =
            self.table.problem(self.table.heading, column, say::IMPORT_NEWER_YEAR_UNREAD).found(heading);
        Err(problem.allowed(say::ImportNewerYearAllowed { year: newest }).into())
    }

    /// The year that is taken, of those that the table has: the one that is asked for, else the newest.
    pub(super) fn year(&self, years: &BTreeSet<i32>, log: &mut Log) -> Result<i32> {
        let list = || years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        let source = self.table.source;
        match (self.choices.year, years.last()) {
            (Some(asked), Some(_)) if !years.contains(&asked) => {
                let problem = source.whole(say::IMPORT_YEAR_NOT_THERE).key("--year").found(asked.to_string());
                Err(problem.allowed(Text::same(list())).into())
            }
            (Some(asked), _) => Ok(asked),
            (None, Some(newest)) => {
                self.newer_unread(*newest)?;
                if years.len() > 1 {
                    log.add(Section::Read, say::ImportNewestYear { year: *newest, list: list() });
                }
                Ok(*newest)
            }
            (None, None) => match self.table.year_above().or_else(|| self.year_of_sheet()) {
                Some(year) => Ok(year),
                None => Err(source.whole(say::IMPORT_NO_YEAR).allowed(say::IMPORT_YEAR_ALLOWED).into()),
            },
        }
    }

    /// Sums over municipalities are held against them where the table has all: else nothing can be said, and they are only told.
    fn controls(&self, data: &[Datum], by_year: &BTreeMap<i32, ByClass>, year: i32, log: &mut Log) {
        let labels: BTreeSet<&String> =
            data.iter().filter(|d| d.unit.is_none()).filter_map(|d| d.label.as_ref()).collect();
        let own: Option<f64> =
            by_year.get(&year).into_iter().flat_map(|found| found.values().flatten()).copied().sum();
        for label in labels {
            let of_sum = data.iter().filter(|d| d.label.as_ref() == Some(label) && d.unit.is_none());
            let of_year: Vec<&Datum> = of_sum.filter(|d| d.year.is_none_or(|other| other == year)).collect();
            let total = sum_of(&of_year);
            let label = personal::label(label, self.register);
            const CLOSE: f64 = 0.5;
            match (own, total) {
                (Some(own), Some(total)) if (own - total).abs() < CLOSE => {
                    log.add(Section::Controls, say::ImportControlAgrees { label });
                }
                (_, None) => log.add(Section::Controls, say::ImportControlEmpty { label }),
                _ => log.add(Section::Controls, say::ImportControlOnly { label }),
            }
        }
    }

    /// Municipalities whose number moves much from a year to the next: told, not repaired.
    fn jumps(&self, by_year: &BTreeMap<i32, ByClass>, limit: f64, shown: bool, log: &mut Log) {
        let sum = |year: i32, id: &String| by_year.get(&year)?.get(id)?.iter().copied().sum::<Option<f64>>();
        let years: Vec<i32> = by_year.keys().copied().collect();
        for pair in years.windows(2) {
            let [from, to] = [pair[0], pair[1]];
            for id in by_year[&to].keys() {
                let (Some(before), Some(after)) = (sum(from, id), sum(to, id)) else { continue };
                if before <= 0.0 || (after - before).abs() <= limit * before {
                    continue;
                }
                let name = self.register.name(id);
                if shown || self.choices.published {
                    log.add(Section::Jumps, say::ImportJump { id, name, from, to, before, after });
                } else if ![before, after].iter().any(|n| small(*n as u64)) {
                    // Of few, that there is a jump tells which two numbers they are.
                    log.add(Section::Jumps, say::ImportJumpUntold { id, name, from, to });
                }
            }
        }
    }
}

/// Numbers of a year, and those of none.
fn of_year(data: &[Datum], year: i32) -> Vec<&Datum> {
    data.iter().filter(|datum| datum.year.is_none_or(|own| own == year)).collect()
}

/// Where every municipality has the same fault, the table is of something else, which the first says as well.
fn one_of_all(mut problems: Vec<Problem>, units: usize) -> Vec<Problem> {
    if problems.len() == units {
        problems.truncate(1);
    }
    problems
}

/// The sum of a total's numbers: of all ages where it has that, else of its ages.
fn sum_of(data: &[&Datum]) -> Option<f64> {
    use super::sums::Sex;
    let parted = data.iter().any(|d| d.sex != Sex::All);
    let all = data.iter().any(|d| d.ages == Ages::All);
    let own = data.iter().filter(|d| (d.sex != Sex::All) == parted && (d.ages == Ages::All) == all);
    let values: Option<Vec<f64>> =
        own.map(|d| if let Value::Number(n) = d.value { Some(n) } else { None }).collect();
    values.filter(|values| !values.is_empty()).map(|values| values.iter().sum())
}
