//! What was found in files, as the files of a scenario have it: nothing of a person any more.

use super::choices::Kind;
use super::groups::Group;
use super::log::{Log, Section};
use super::persons::ByUnit;
use super::units::Register;
use crate::error::Problem;
use crate::scenario::small_counts::small;
use crate::text::say;
use std::collections::{BTreeMap, BTreeSet};

/// Recipients of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipients {
    /// The year at whose end they were counted.
    pub year: i32,
    /// By class of age, as counted.
    pub(super) ages: [u64; 5],
    /// The file.
    file: String,
}

/// What a municipality's accounts say of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Account {
    /// Kroner for an hour.
    pub price: Option<f64>,
    /// Kroner of refund.
    pub refund: Option<f64>,
}

/// Everything that was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub(super) recipients: BTreeMap<String, Recipients>,
    /// Persons by municipality, until groups are made of them.
    pub(super) persons: ByUnit,
    /// Groups that tables give.
    pub(super) groups: BTreeMap<String, Vec<Group>>,
    /// Groups of few of theirs, of which nothing is told but that those beside them are not told either.
    pub(super) few: BTreeMap<String, Vec<Group>>,
    /// Municipalities whose recipients are not known of every age.
    pub(super) unknown: BTreeSet<String>,
    /// What each file was read as, in order; nothing for a form, which has of everything.
    pub kinds: Vec<Option<Kind>>,
    /// Accounts by municipality and year, as they stand in the files.
    pub accounts: BTreeMap<(String, i32), Account>,
    /// Inhabitants by class.
    pub population: BTreeMap<String, [f64; 6]>,
}

impl Found {
    /// Adds a municipality's recipients.
    ///
    /// # Errors
    /// Where another file has them too.
    pub fn recipients(
        &mut self,
        id: &str,
        year: i32,
        ages: [u64; 5],
        file: &str,
    ) -> std::result::Result<(), Box<Problem>> {
        if let Some(other) = self.recipients.get(id) {
            let problem = Problem::new(say::IMPORT_UNIT_TWICE).file(file).found(id);
            return Err(Box::new(problem.allowed(crate::text::Text::same(other.file.clone()))));
        }
        self.recipients.insert(id.into(), Recipients { year, ages, file: file.into() });
        Ok(())
    }

    /// Whether a table has given groups of a municipality.
    pub fn has_groups(&self, id: &str) -> bool {
        self.groups.contains_key(id)
    }

    /// Adds groups that a table gives.
    pub fn add_groups(&mut self, id: &str, groups: Vec<Group>) {
        self.groups.entry(id.into()).or_default().extend(groups);
    }

    /// Adds groups that are of few.
    pub fn add_few(&mut self, id: &str, groups: Vec<Group>) {
        self.few.entry(id.into()).or_default().extend(groups);
    }

    /// Leaves a municipality's recipients out, since those of some age are not known.
    pub fn leave_out(&mut self, id: &str) {
        self.unknown.insert(id.into());
    }

    /// Adds persons of a year. Where the municipality has a table of counts too, that is held against them; the persons count.
    ///
    /// # Errors
    /// Where another list has the municipality too.
    pub fn persons(
        &mut self,
        persons: ByUnit,
        (year, file): (i32, &str),
        (register, log): (&Register, &mut Log),
    ) -> std::result::Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for (id, own) in persons {
            let mut ages = [0; 5];
            own.iter().for_each(|person| ages[person.class] += 1);
            // Of few it is not told that a table has others.
            let enough = !small(own.len() as u64);
            if self.persons.contains_key(&id) {
                problems.push(Problem::new(say::IMPORT_UNIT_TWICE).file(file).found(&*id));
            }
            if let Some(counted) = self.recipients.remove(&id).filter(|own| own.ages != ages && enough) {
                log.add(
                    Section::Controls,
                    say::ImportCountsDiffer { id: &id, name: register.name(&id), file: &counted.file },
                );
            }
            self.recipients.insert(id.clone(), Recipients { year, ages, file: file.into() });
            self.persons.insert(id, own);
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.recipients.is_empty()
            && self.groups.is_empty()
            && self.accounts.is_empty()
            && self.population.is_empty()
    }

    /// Whether counts are of real persons.
    pub fn has_persons(&self) -> bool {
        !self.recipients.is_empty()
    }

    /// Whether the counts are published, and none is of a list of persons.
    pub fn is_published(&self, published: bool) -> bool {
        published && self.persons.is_empty()
    }

    /// Whether all that the file of a place in the order says is public: inhabitants, or counts that are published. The hash of
    /// another would tell what is not written of it to whoever tries every possible file, and most where nothing is written.
    pub fn is_public(&self, file: usize, published: bool) -> bool {
        match self.kinds.get(file).copied().flatten() {
            Some(Kind::Population) => true,
            Some(Kind::Recipients) => published,
            _ => false,
        }
    }
}
