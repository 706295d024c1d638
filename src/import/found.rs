//! What was found in files, as the files of a scenario have it: nothing of a person any more.

use super::groups::{Group, of};
use super::log::{Log, Section};
use super::persons::ByUnit;
use super::units::{Register, shipped};
use crate::error::Problem;
use crate::scenario::small_counts::{is_part_of, of_one_unit, small};
use crate::text::number::placed;
use crate::text::{Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// The shipped table of recipients in the country by age.
const NATIONAL: &str = "data/national_recipients.csv";
/// Its first column of ages.
const NATIONAL_AGES: usize = 3;

/// Recipients of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipients {
    /// The year at whose end they were counted.
    pub year: i32,
    /// By class of age, as counted.
    ages: [u64; 5],
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
    recipients: BTreeMap<String, Recipients>,
    /// Persons by municipality, until groups are made of them.
    persons: ByUnit,
    /// Groups that tables give.
    groups: BTreeMap<String, Vec<Group>>,
    /// Accounts by municipality and year, as they stand in the files.
    pub accounts: BTreeMap<(String, i32), Account>,
    /// Inhabitants by class.
    pub population: BTreeMap<String, [f64; 6]>,
}

/// What may be written of municipalities and their recipients.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Recipients by municipality, and the year.
    pub recipients: BTreeMap<String, (i32, [u64; 5])>,
    /// Groups by municipality.
    pub groups: BTreeMap<String, Vec<Group>>,
    /// Accounts by municipality and year.
    pub accounts: BTreeMap<(String, i32), Account>,
    /// Municipalities whose recipients were counted in a list of persons.
    pub lists: BTreeSet<String>,
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
            if self.persons.contains_key(&id) {
                problems.push(Problem::new(say::IMPORT_UNIT_TWICE).file(file).found(&*id));
            }
            if let Some(counted) = self.recipients.remove(&id).filter(|counted| counted.ages != ages) {
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

    /// Whether all that the files say is public: inhabitants, or counts that are published. The hash of other files would tell what
    /// is not written of them to whoever tries every possible file.
    pub fn is_public(&self, published: bool) -> bool {
        self.persons.is_empty() && self.groups.is_empty() && (published || self.is_population())
    }

    fn is_population(&self) -> bool {
        self.recipients.is_empty() && self.accounts.is_empty()
    }

    /// What may be written of recipients: as they are where they are published, else without small counts.
    pub fn told(&self, published: bool, register: &Register, log: &mut Log) -> Told {
        let national = national();
        let lists = self.persons.keys().cloned().collect();
        let mut told = Told { accounts: self.accounts.clone(), lists, ..Told::default() };
        for (id, own) in &self.recipients {
            let name = register.name(id);
            let persons = self.persons.get(id);
            let open = published && persons.is_none();
            let as_counted = Some((own.ages, [false; 5])).filter(|_| open);
            let Some((ages, few)) = as_counted.or_else(|| of_one_unit(&own.ages, &national)) else {
                log.add(Section::Left, say::ImportUnitOfFew { id, name });
                let before = told.accounts.len();
                told.accounts.retain(|(of, _), _| of != id);
                if told.accounts.len() < before {
                    log.add(Section::Left, say::ImportAccountsOfFew { id, name });
                }
                continue;
            };
            if few.contains(&true) {
                log.add(Section::Kept, say::ImportAgesShared { id, name });
            }
            let sum: u64 = own.ages.iter().sum();
            match open && !small(sum) {
                true => log.add(Section::Units, say::ImportRecipientsInAll { id, name, sum, year: own.year }),
                false => log.add(Section::Units, say::ImportRecipients { id, name, year: own.year }),
            }
            told.recipients.insert(id.clone(), (own.year, ages));
            let of_table = || {
                let mut groups = self.groups.get(id).cloned()?;
                let before = groups.len();
                groups.retain(|group| !is_part_of(&few, &group.classes()));
                if groups.len() < before {
                    log.add(Section::Kept, say::ImportGroupsOfFew { id, name });
                }
                Some(groups)
            };
            let groups = persons.map_or_else(of_table, |persons| Some(of(persons, &few)));
            match groups.filter(|groups| !groups.is_empty()) {
                Some(groups) => {
                    told.groups.insert(id.clone(), groups);
                }
                None if persons.is_some_and(|own| own.iter().any(|p| p.hours.is_some())) => {
                    log.add(Section::Kept, say::ImportHoursUntold { id, name });
                }
                None => {}
            }
        }
        let alone =
            |(id, groups): &(&String, &Vec<Group>)| !groups.is_empty() && !self.recipients.contains_key(*id);
        for (id, groups) in self.groups.iter().filter(alone) {
            log.add(Section::Units, say::ImportGroupsAlone { id, name: register.name(id) });
            told.groups.insert(id.clone(), groups.clone());
        }
        tell_accounts(&told.accounts, register, log);
        told
    }
}

/// Tells of the amounts that are written: whoever sees them sees one that was read in thousands, or of another municipality.
fn tell_accounts(accounts: &BTreeMap<(String, i32), Account>, register: &Register, log: &mut Log) {
    for ((id, year), account) in accounts {
        let (name, year) = (register.name(id), *year);
        if let Some(price) = account.price {
            log.add(Section::Accounts, say::ImportPrice { id, name, price: kroner(price), year });
        }
        if let Some(refund) = account.refund {
            log.add(Section::Accounts, say::ImportRefund { id, name, refund: kroner(refund), year });
        }
    }
}

/// Kroner, with the øre where there are any.
fn kroner(amount: f64) -> Text {
    let place = if amount.fract() == 0.0 { 0 } else { -2 };
    Text::each(|lang| placed(amount, 0, place, lang))
}

/// The country's recipients by age, of the last year that they are known of.
fn national() -> [f64; 5] {
    let rows = shipped(NATIONAL);
    let ages = |row: &csv::StringRecord| -> Option<[f64; 5]> {
        let mut ages = [0.0; 5];
        for (class, own) in ages.iter_mut().enumerate() {
            *own = row.get(NATIONAL_AGES + class)?.parse().ok()?;
        }
        Some(ages)
    };
    rows.iter().rev().find_map(ages).unwrap_or([1.0; 5])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asker has one of 80 and more, who share with those of 67 to 79; Utsira is of one person.
    fn found() -> Found {
        let mut found = Found::default();
        let group =
            |ages: &str, persons| Group { ages: ages.into(), persons, hours: Some(30.0), ..Group::default() };
        for (id, ages) in [("3203", [16, 43, 24, 9, 1]), ("1151", [0, 1, 0, 0, 0])] {
            found.recipients(id, 2024, ages, "a.csv").expect("once");
            found.accounts.insert((id.into(), 2024), Account { refund: Some(646_400.0), price: None });
        }
        found.add_groups(
            "3203",
            vec![group("18-49", 43), group("67-79", 9), group("50-79", 33), group("67+", 10)],
        );
        found.add_groups("1151", vec![group("all", 5)]);
        found
    }

    #[test]
    fn nothing_of_few_is_told_by_what_else_is_known_of_them() {
        let register = Register::new(BTreeMap::new());
        let told = found().told(false, &register, &mut Log::default());
        assert_eq!(told.recipients.keys().collect::<Vec<_>>(), ["3203"]);
        assert_eq!(told.recipients["3203"].1, [16, 43, 24, 5, 5]);
        let ages: Vec<&str> = told.groups["3203"].iter().map(|group| group.ages.as_str()).collect();
        assert_eq!(ages, ["18-49", "67+"], "a part of ages that share tells of the rest");
        assert!(!told.groups.contains_key("1151"));
        assert_eq!(told.accounts.keys().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["3203"]);
        // Published, they are told as they are.
        let open = found().told(true, &register, &mut Log::default());
        assert_eq!((open.recipients.len(), open.groups["3203"].len(), open.accounts.len()), (2, 4, 2));
    }

    /// Whoever has the hash of a file can try every file that it may be.
    #[test]
    fn only_what_is_public_has_a_hash() {
        let mut found = found();
        assert!(
            !found.is_public(false) && !found.is_public(true),
            "rows of few persons are left out of groups"
        );
        found.groups.clear();
        assert!(!found.is_public(false) && found.is_public(true));
        found.recipients.clear();
        assert!(!found.is_public(false), "kroner may be of few persons");
        found.accounts.clear();
        assert!(found.is_public(false));
    }

    #[test]
    fn kroner_are_told_to_the_ore() {
        let told = |amount| kroner(amount).nb.replace('\u{a0}', " ");
        assert_eq!([told(31_200_000.0), told(505.5), told(999.999)], ["31 200 000", "505,50", "1 000,00"]);
    }
}
