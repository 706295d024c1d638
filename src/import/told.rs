//! What may be written of what was found: nothing that tells of few persons.

use super::base;
use super::found::{Account, Found};
use super::groups::{Group, Person, largest_move, of};
use super::log::{Log, Section};
use super::refunded;
use super::units::{Register, shipped};
use crate::scenario::Scenario;
use crate::scenario::small_counts::{few, hides_the_refunded, is_part_of, of_one_unit, small};
use crate::text::number::{number, placed};
use crate::text::{Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// The shipped table of recipients in the country by age.
const NATIONAL: &str = "data/national_recipients.csv";
/// Its first column of ages.
const NATIONAL_AGES: usize = 3;

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
    /// What may be written of recipients: as they are where they are published, else without small counts.
    pub fn told(&self, published: bool, register: &Register, log: &mut Log) -> Told {
        let national = national();
        let base = (!self.persons.is_empty() && !self.accounts.is_empty()).then(base::base).flatten();
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
            if !open {
                self.refunds(id, &few, (register, base.as_ref()), (&mut told, log));
            }
            let of_table = || {
                let few = if open { [false; 5] } else { few };
                self.groups.get(id).map(|groups| whole(groups, &few, (id, name), log))
            };
            let groups = persons.map_or_else(of_table, |persons| Some(of(persons, &few)));
            let of_list = |own: &Vec<Group>| own.iter().any(|group| group.hours.is_some());
            if persons.is_some() && groups.as_ref().is_some_and(of_list) {
                log.add(Section::Kept, say::IMPORT_HOURS_ROUNDED);
            }
            if let (Some(persons), Some(groups)) = (persons, &groups) {
                tell_hours(persons, groups, (id, name), log);
            }
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
        for (id, groups) in self.groups.iter().filter(|(id, _)| !self.recipients.contains_key(*id)) {
            self.groups_alone(id, groups, published, (register, &mut told, log));
        }
        if !published {
            self.accounts_alone(register, &mut told, log);
        }
        tell_accounts(&told.accounts, register, log);
        told
    }

    /// Takes the refund of a municipality from what is told where it is not told how many it is of, or a list says that they are
    /// few or one has most; `few` are the ages that share their sum.
    fn refunds(
        &self,
        id: &str,
        few: &[bool; 5],
        (register, base): (&Register, Option<&Scenario>),
        (told, log): (&mut Told, &mut Log),
    ) {
        let persons = self.persons.get(id);
        for ((_, year), account) in told.accounts.iter_mut().filter(|((of, _), _)| of == id) {
            let own = (*year, &*account);
            let enough =
                persons.is_none_or(|all| base.is_some_and(|base| refunded::is_of_enough(all, own, base)));
            if account.refund.is_some() && (hides_the_refunded(few) || !enough) {
                account.refund = None;
                log.add(Section::Left, say::ImportRefundOfFew { id, name: register.name(id), year: *year });
            }
        }
        told.accounts.retain(|_, account| account.price.is_some() || account.refund.is_some());
    }

    /// Groups of a municipality whose recipients are not told: those beside a group of few are left out as they are where counts
    /// are written, so that an import of the counts does not tell it.
    fn groups_alone(
        &self,
        id: &str,
        groups: &[Group],
        published: bool,
        (register, told, log): (&Register, &mut Told, &mut Log),
    ) {
        let name = register.name(id);
        if self.unknown.contains(id) && !published {
            return log.add(Section::Left, say::ImportAccountsUnknown { id, name });
        }
        let of_few = self.few.get(id).filter(|_| !published);
        let few = of_few.map_or([false; 5], |of_few| few(&by_class(groups, of_few)));
        let whole = whole(groups, &few, (id, name), log);
        if !whole.is_empty() {
            log.add(Section::Units, say::ImportGroupsAlone { id, name });
            told.groups.insert(id.into(), whole);
        }
    }

    /// Accounts of municipalities whose recipients are not known: of those with a part of them nothing is told, of others that it is
    /// not known whether they are of few.
    fn accounts_alone(&self, register: &Register, told: &mut Told, log: &mut Log) {
        let ids: BTreeSet<String> = told.accounts.keys().map(|(id, _)| id.clone()).collect();
        for id in ids.iter().filter(|id| !self.recipients.contains_key(*id)) {
            let name = register.name(id);
            if self.unknown.contains(id) {
                told.accounts.retain(|(of, _), _| of != id);
                log.add(Section::Left, say::ImportAccountsUnknown { id, name });
            } else if told.accounts.iter().any(|((of, _), own)| of == id && own.refund.is_some()) {
                log.add(Section::Kept, say::ImportRefundAlone { id, name });
            }
        }
    }
}

/// Tells how coarse the hours of a list are, and of how many they are known: where either number is small, not how many.
fn tell_hours(persons: &[Person], groups: &[Group], (id, name): (&str, &str), log: &mut Log) {
    if let Some(share) = largest_move(groups) {
        let percent = Text::each(|lang| number((100.0 * share).ceil(), 0, lang));
        log.add(Section::Kept, say::ImportHoursMoved { id, name, percent });
    }
    let all = persons.len() as u64;
    let known = persons.iter().filter(|own| own.hours.is_some()).count() as u64;
    match known {
        0 => {}
        known if known == all => {}
        known if small(known) || small(all - known) => {
            log.add(Section::Left, say::ImportHoursOfSome { id, name });
        }
        known => log.add(Section::Left, say::ImportHoursOfSoMany { id, name, known, all }),
    }
}

/// Groups that are of no part of ages that share their sum.
fn whole(groups: &[Group], few: &[bool; 5], (id, name): (&str, &str), log: &mut Log) -> Vec<Group> {
    let own: Vec<Group> = groups.iter().filter(|own| !is_part_of(few, &own.classes())).cloned().collect();
    if own.len() < groups.len() {
        log.add(Section::Kept, say::ImportGroupsOfFew { id, name });
    }
    own
}

/// Persons by class as groups have them, those of several classes in the first of these.
fn by_class(groups: &[Group], of_few: &[Group]) -> [u64; 5] {
    let mut ages = [0; 5];
    for own in groups.iter().chain(of_few) {
        if let Some(class) = own.classes().iter().position(|class| *class) {
            ages[class] = ages[class].max(own.persons as u64);
        }
    }
    ages
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
    use crate::import::choices::Kind;

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

    /// Whoever has the hash of a file can try every file that it may be, and what is left out of it is told by nothing else.
    #[test]
    fn only_what_is_public_has_a_hash() {
        let kinds =
            [Some(Kind::Population), Some(Kind::Recipients), Some(Kind::Hours), Some(Kind::Costs), None];
        let found = Found { kinds: kinds.to_vec(), ..Found::default() };
        let public = |published| (0..6).map(|file| found.is_public(file, published)).collect::<Vec<_>>();
        assert_eq!(public(false), [true, false, false, false, false, false]);
        assert_eq!(public(true), [true, true, false, false, false, false]);
        let list = Found { kinds: vec![Some(Kind::Persons)], ..Found::default() };
        assert!(!list.is_public(0, true));
    }

    /// Of those below 67 it is not told how many they are: nor is their refund, which one of two may know the other's by.
    #[test]
    fn the_refund_of_few_is_not_told() {
        let register = Register::new(BTreeMap::new());
        let refund = |ages: [u64; 5], published: bool| {
            let mut found = Found::default();
            found.recipients("3203", 2024, ages, "a.csv").expect("once");
            let account = Account { refund: Some(1_846_400.0), price: Some(510.0) };
            found.accounts.insert(("3203".into(), 2024), account);
            let told = found.told(published, &register, &mut Log::default());
            told.accounts.get(&("3203".to_string(), 2024)).map(|own| (own.price, own.refund))
        };
        assert_eq!(refund([0, 2, 0, 20, 10], false), Some((Some(510.0), None)));
        assert_eq!(refund([0, 1, 0, 20, 10], false), Some((Some(510.0), None)));
        assert_eq!(refund([16, 43, 24, 9, 1], false), Some((Some(510.0), Some(1_846_400.0))));
        assert_eq!(refund([0, 2, 0, 20, 10], true), Some((Some(510.0), Some(1_846_400.0))));
        assert_eq!(refund([0, 1, 0, 0, 0], false), None);
    }

    /// Where the recipients of a class are not known, nothing else of the municipality is told.
    #[test]
    fn nothing_is_told_of_those_whose_number_is_unknown() {
        let register = Register::new(BTreeMap::new());
        let mut found = found();
        found.leave_out("1144");
        found.accounts.insert(("1144".into(), 2024), Account { refund: Some(646_400.0), price: None });
        found.add_groups("1144", vec![Group { ages: "all".into(), persons: 5, ..Group::default() }]);
        let of = |told: &Told| {
            told.groups.contains_key("1144") || told.accounts.keys().any(|(id, _)| id == "1144")
        };
        assert!(!of(&found.told(false, &register, &mut Log::default())));
        assert!(of(&found.told(true, &register, &mut Log::default())));
    }

    /// Hours alone: the oldest are few, and those beside them would be told with them where counts are.
    #[test]
    fn groups_alone_leave_out_what_counts_would_hide() {
        let register = Register::new(BTreeMap::new());
        let group =
            |ages: &str, persons| Group { ages: ages.into(), persons, hours: Some(30.0), ..Group::default() };
        let mut found = Found::default();
        found.add_groups("3203", vec![group("18-49", 43), group("50-66", 24), group("67-79", 9)]);
        let ages = |found: &Found| -> Vec<String> {
            let told = found.told(false, &register, &mut Log::default());
            told.groups["3203"].iter().map(|group| group.ages.clone()).collect()
        };
        assert_eq!(ages(&found), ["18-49", "50-66", "67-79"]);
        found.add_few("3203", vec![group("80+", 1)]);
        assert_eq!(ages(&found), ["18-49", "50-66"]);
    }

    #[test]
    fn kroner_are_told_to_the_ore() {
        let told = |amount| kroner(amount).nb.replace('\u{a0}', " ");
        assert_eq!([told(31_200_000.0), told(505.5), told(999.999)], ["31 200 000", "505,50", "1 000,00"]);
    }
}
