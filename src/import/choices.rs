//! What the user says of a file: its kind, its year, what its columns are.

use super::ages::Span;
use super::cells::{Cell, Document, folded, unbroken};
use super::headings::{NAMES, Named, own};
use super::parts::kept;
use super::shared_ages::{self, SHARE};
use super::units::{Place, Register};
use crate::error::{Error, Problem, Result};
use crate::scenario::carried::GROWTHS;
use crate::scenario::municipality_numbers::{is_number, successors};
use crate::text::{Message, Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// What a table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Inhabitants by age.
    Population,
    /// Persons with BPA by age.
    Recipients,
    /// Granted hours of groups.
    Hours,
    /// Price per hour, refund.
    Costs,
    /// A person a row.
    Persons,
}

/// The kinds as the command line names them.
pub const KINDS: [(&str, Kind); 5] = [
    ("population", Kind::Population),
    ("recipients", Kind::Recipients),
    ("hours", Kind::Hours),
    ("costs", Kind::Costs),
    ("persons", Kind::Persons),
];

impl Kind {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// What is asked for, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The kind.
    pub kind: Option<Kind>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The year of the figures.
    pub year: Option<i32>,
    /// `heading=name`, `old number=new number` and `ages=share`.
    pub map: Vec<String>,
    /// Municipalities, by number or name.
    pub units: Vec<String>,
    /// Whether figures are published, so that small counts may be written as they are.
    pub published: bool,
    /// Growth a year.
    pub growth: Option<f64>,
}

/// What is asked for, understood.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The kind.
    pub kind: Option<Kind>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The year of the figures.
    pub year: Option<i32>,
    /// Columns by heading.
    pub named: Named,
    /// What split municipalities became.
    pub split: BTreeMap<String, String>,
    /// Ages of several classes that are divided as the country's recipients are.
    pub shared: BTreeSet<Span>,
    /// The one municipality that tables without one are of.
    pub only_unit: Option<String>,
    /// Whether that is said by the table's title or sheet, and not by the user.
    pub unit_of_title: bool,
    /// Whether figures are published.
    pub published: bool,
    /// Growth a year.
    pub growth: Option<f64>,
    /// The year of figures that say none, and for which none is asked.
    pub year_else: Option<i32>,
    /// The year in which this is done: nobody has counted anybody of a later one.
    pub this_year: Option<i32>,
    /// The base year of the scenario that is built on.
    pub base_year: Option<i32>,
}

/// Years that figures may be of.
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

impl Choices {
    /// Understands what was typed.
    ///
    /// # Errors
    /// Where something is none of what is allowed.
    pub fn of(wishes: &Wishes) -> Result<Choices> {
        let mut choices = Choices {
            kind: wishes.kind,
            sheet: wishes.sheet.clone(),
            year: wishes.year,
            published: wishes.published,
            growth: wishes.growth,
            ..Choices::default()
        };
        let mut problems = Vec::new();
        let wrong = |key: &str, found: String, allowed: Text| {
            Problem::new(say::INVALID_VALUE).key(key).found(found).allowed(allowed)
        };
        if let Some(year) = wishes.year.filter(|year| !YEARS.contains(year)) {
            problems.push(wrong(
                "--year",
                year.to_string(),
                Text::same(format!("{}–{}", YEARS.start(), YEARS.end())),
            ));
        }
        if let Some(growth) = wishes.growth.filter(|growth| !(GROWTHS[0]..=GROWTHS[1]).contains(growth)) {
            let allowed = Text::same(format!("{} – {}", GROWTHS[0], GROWTHS[1]));
            problems.push(wrong("--growth", growth.to_string(), allowed));
        }
        for entry in &wishes.map {
            if let Err(problem) = choices.take(entry) {
                problems.push(*problem);
            }
        }
        match units(&wishes.units) {
            Ok(ids) if ids.len() == 1 => choices.only_unit = ids.into_iter().next(),
            // A table that names none is of one, or nobody knows of which.
            Ok(ids) if ids.len() > 1 => {
                problems.push(wrong("--units", ids.join(", "), say::IMPORT_UNITS_ALLOWED.text()));
            }
            Ok(_) => {}
            Err(Error::Input(own)) => problems.extend(own),
            Err(other) => return Err(other),
        }
        if problems.is_empty() { Ok(choices) } else { Err(Error::Input(problems)) }
    }

    /// One entry of `--map`.
    fn take(&mut self, entry: &str) -> std::result::Result<(), Box<Problem>> {
        let wrong = || {
            Box::new(Problem::new(say::IMPORT_MAP_WRONG).key("--map").found(entry).allowed(Text::same(NAMES)))
        };
        let (heading, name) = entry.rsplit_once('=').ok_or_else(wrong)?;
        let (heading, name) = (folded(heading), name.trim());
        if is_number(&heading) && is_number(name) {
            let into = successors(&heading);
            // A municipality that kept its number in a merger may have had it as a part.
            if !(into.iter().any(|own| own.number == name) || heading == name && kept(name)) {
                let list: Vec<&str> = into.iter().map(|own| own.number.as_str()).collect();
                return Err(Box::new(wrong().allowed(Text::same(list.join(", ")))));
            }
            self.split.insert(heading, name.to_string());
            return Ok(());
        }
        if name == SHARE {
            let wrong = || wrong().allowed(say::IMPORT_SHARE_WRONG);
            self.shared.insert(shared_ages::asked(&heading).ok_or_else(|| Box::new(wrong()))?);
            return Ok(());
        }
        let role = own(name).ok_or_else(|| wrong().nearest(name, NAMES.split(", ")))?;
        self.named.insert(heading, role);
        Ok(())
    }
}

/// Whether a heading of `--map` is in a file: in one cell, or over several rows.
pub fn is_met(heading: &str, document: &Document) -> bool {
    let cells = || document.grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
    let texts = || cells().filter(|cell| matches!(cell, Cell::Text(_) | Cell::Number(_) | Cell::Date(..)));
    let folded = || texts().map(|cell| folded(&unbroken(&cell.text())));
    let is = |text: String| text.trim_end_matches(['*', '¹', '²', '³']).trim_end() == heading;
    let begins = || folded().any(|text| !text.is_empty() && heading.starts_with(&text));
    let ends = || folded().any(|text| !text.is_empty() && heading.ends_with(&text));
    folded().any(is) || begins() && ends()
}

/// Municipalities that are named on the command line, each by number or name.
///
/// # Errors
/// Where one is unknown, or a name is that of several.
pub fn units(typed: &[String]) -> Result<Vec<String>> {
    let register = Register::new(BTreeMap::new());
    let mut ids = Vec::new();
    let mut problems = Vec::new();
    for name in typed.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        match register.place(name) {
            Place::Unit { id, .. } => ids.push(id),
            other => {
                let problem = Problem::new(say::IMPORT_UNKNOWN_UNIT).key("--units").found(name);
                problems.push(match other {
                    Place::Several(ids) => problem.allowed(Text::same(ids.join(", "))),
                    _ => problem.allowed(say::IMPORT_UNITS_ALLOWED).nearest(name, register.all_names()),
                });
            }
        }
    }
    if problems.is_empty() { Ok(ids) } else { Err(Error::Input(problems)) }
}
