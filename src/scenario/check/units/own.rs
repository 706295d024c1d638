//! What is known of the units' own recipients in groups, what their accounts say, and counts carried to the base year.

use super::super::settings::Settings;
use super::super::{Findings, range_text};
use super::rows::{places, unit_of, year};
use super::{Counted, GROWTH, Placed, YEAR};
use crate::scenario::carried::carried;
use crate::scenario::own_recipients::{Ages, HourGroup, Known, OwnRecipients};
use crate::scenario::parameters::Parameters;
use crate::scenario::small_counts::{THRESHOLD, Withheld};
use crate::scenario::table::{Row, Table};
use crate::scenario::units::{AGE_CLASSES, UnitAccount};
use crate::text::{Message, Text, say};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that every table of groups has.
pub(super) const GROUPS: [&str; 3] = ["id", AGES, PERSONS];
/// Columns that it may have.
pub(super) const KNOWN: [&str; 9] = [
    HOURS,
    "other_share",
    "other_cost",
    RELATIVES[0],
    RELATIVES[1],
    CONDITIONS[0],
    CONDITIONS[1],
    CONDITIONS[2],
    CONDITIONS[3],
];
/// Columns of the units' accounts.
pub(super) const ACCOUNTS: [&str; 2] = ["id", YEAR];
/// Those of which a row has one at least.
pub(super) const AMOUNTS: [&str; 2] = ["price_per_hour", "refund"];

const AGES: &str = "ages";
const PERSONS: &str = "persons";
const HOURS: &str = "hours_week";
const RELATIVES: [&str; 2] = ["relatives_1", "relatives_2"];
const CONDITIONS: [&str; 4] =
    ["condition_stable", "condition_progressive", "condition_rapid", "condition_intellectual"];

/// The fewest persons that anything may be known of.
const FEWEST: f64 = THRESHOLD as f64;

/// How far shares of a whole, rounded as people round them, may be from it.
const ROUNDED: f64 = 0.02;

/// Puts what is known of their recipients in the units' place.
pub(super) fn groups(table: &Table, units: &mut [Placed], findings: &mut Findings) {
    let places = places(units);
    let mut own: BTreeMap<usize, OwnRecipients> = BTreeMap::new();
    for row in &table.rows {
        let Some(unit) = unit_of(row, &places, findings) else { continue };
        if let Some(ages) = ages(row, findings) {
            group(row, ages, own.entry(unit).or_default(), findings);
        }
    }
    for (unit, mut own) in own {
        own.hours.sort_by(|a, b| a.ages.cmp(&b.ages).then(a.value.mean.total_cmp(&b.value.mean)));
        units[unit].unit.own = Some(own);
    }
}

/// The ages of a row, of enough persons.
fn ages(row: &Row, findings: &mut Findings) -> Option<Ages> {
    let text = row.needed(AGES, &mut findings.problems)?;
    let ages = Ages::read(&text);
    if ages.is_none() {
        let problem = findings.complain(&row.at, AGES, say::UNKNOWN_AGES);
        problem.found = Some(text);
        problem.allowed = Some(Text::same(format!("{}, 0-49, 67+, …, all", AGE_CLASSES.join(", "))));
    }
    ages
}

/// Adds what a row knows.
fn group(row: &Row, ages: Ages, own: &mut OwnRecipients, findings: &mut Findings) {
    let persons = row.persons(PERSONS, &mut findings.problems, &mut findings.warnings);
    if !persons.is_some_and(|n| n >= FEWEST) {
        // How many there are instead is nobody's business.
        let problem = findings.complain(&row.at, PERSONS, say::GROUP_TOO_SMALL);
        problem.allowed = Some(say::AtLeast { limit: FEWEST }.text());
        return;
    }
    let before = findings.problems.len();
    let hours = number(row, HOURS, [0.0, f64::INFINITY], findings);
    let share = number(row, KNOWN[1], [0.0, 1.0], findings);
    let cost = number(row, KNOWN[2], [0.0, f64::INFINITY], findings);
    let relatives = all_or_none(row, RELATIVES, findings);
    let conditions = all_or_none(row, CONDITIONS, findings);
    if findings.problems.len() > before {
        return;
    }
    if let Some(shares) = relatives.filter(|shares| shares.iter().sum::<f64>() > 1.0 + ROUNDED) {
        findings.complain(&row.at, RELATIVES[0], say::SHARES_OF_RELATIVES_EXCEED_ONE).found =
            Some(sum_text(&shares));
    }
    if let Some(shares) = conditions.filter(|shares| (shares.iter().sum::<f64>() - 1.0).abs() > ROUNDED) {
        findings.complain(&row.at, CONDITIONS[0], say::SHARES_MUST_SUM_TO_ONE).found =
            Some(sum_text(&shares));
    }
    if hours.is_none() && share.is_none() && cost.is_none() && relatives.is_none() && conditions.is_none() {
        findings.complain(&row.at, HOURS, say::ROW_WITHOUT_FIGURES);
    }
    if let (Some(mean), Some(persons)) = (hours, persons) {
        let other = |known: &&Known<HourGroup>| known.ages.meets(ages) && known.ages != ages;
        if own.hours.iter().find(other).is_some() {
            findings.complain(&row.at, AGES, say::AGES_OVERLAP);
        }
        own.hours.push(Known { ages, value: HourGroup { persons, mean } });
    }
    let one = |shares: [f64; 4]| {
        let sum: f64 = shares.iter().sum();
        shares.map(|share| share / sum)
    };
    add(row, &mut own.other_share, ages, share, findings);
    add(row, &mut own.other_cost, ages, cost, findings);
    add(row, &mut own.relatives, ages, relatives, findings);
    add(row, &mut own.conditions, ages, conditions.map(one), findings);
}

/// Adds what is known of some ages, unless something of the kind is known of some of them already.
fn add<T>(row: &Row, list: &mut Vec<Known<T>>, ages: Ages, value: Option<T>, findings: &mut Findings) {
    let Some(value) = value else { return };
    if list.iter().any(|known| known.ages.meets(ages)) {
        findings.complain(&row.at, AGES, say::AGES_OVERLAP);
    }
    list.push(Known { ages, value });
}

/// A number within limits, unless missing.
fn number(row: &Row, column: &str, limits: [f64; 2], findings: &mut Findings) -> Option<f64> {
    let found = row.number(column, limits[0], &mut findings.problems, &mut findings.warnings)?;
    if found > limits[1] {
        let problem = findings.complain(&row.at, column, say::VALUE_OUTSIDE_RANGE);
        problem.found = Some(found.to_string());
        problem.allowed = Some(range_text(limits));
    }
    Some(found)
}

/// Shares that stand together.
fn all_or_none<const N: usize>(
    row: &Row,
    columns: [&'static str; N],
    findings: &mut Findings,
) -> Option<[f64; N]> {
    if columns.iter().all(|column| row.text(column).is_none()) {
        return None;
    }
    let found = columns.map(|column| match row.text(column) {
        Some(_) => number(row, column, [0.0, 1.0], findings),
        None => {
            findings.complain(&row.at, column, say::IS_MISSING);
            None
        }
    });
    found.iter().all(Option::is_some).then(|| found.map(Option::unwrap_or_default))
}

fn sum_text(shares: &[f64]) -> String {
    shares.iter().sum::<f64>().to_string()
}

/// What the units' own accounts say, in the order of units and years.
pub(super) fn accounts(table: &Table, units: &[Placed], findings: &mut Findings) -> Vec<UnitAccount> {
    let places = places(units);
    let mut list: Vec<UnitAccount> = Vec::new();
    for row in &table.rows {
        let Some(unit) = unit_of(row, &places, findings) else { continue };
        if row.needed(YEAR, &mut findings.problems).is_none() {
            continue;
        }
        let Some(year) = year(row, findings) else { continue };
        let [price, refund] =
            AMOUNTS.map(|column| row.amount(column, &mut findings.problems, &mut findings.warnings));
        if AMOUNTS.iter().all(|column| row.text(column).is_none()) {
            findings.complain(&row.at, AMOUNTS[0], say::ROW_WITHOUT_FIGURES);
        }
        if list.iter().any(|known| (known.unit, known.year) == (unit, year)) {
            findings.complain(&row.at, YEAR, say::SAME_ID_TWICE).found = Some(year.to_string());
        }
        list.push(UnitAccount { unit, year, price, refund });
    }
    list.sort_by_key(|account| (account.unit, account.year));
    list
}

/// Takes from accounts what would tell of few: all of a unit of few, and the refund where it isn't told how many it is of.
pub(in crate::scenario::check) fn keep_from_accounts(accounts: &mut Vec<UnitAccount>, withheld: &Withheld) {
    let refunds = accounts.iter_mut().filter(|own| withheld.no_refund_of(own.unit));
    refunds.for_each(|own| own.refund = None);
    let empty = |own: &UnitAccount| own.price.is_none() && own.refund.is_none();
    accounts.retain(|own| !withheld.nothing_of(own.unit) && !empty(own));
}

/// Carries counts of another year to the base year, takes away what is known of recipients whose number is forgotten, and checks
/// what else the rest of the scenario must have been read for.
pub(in crate::scenario::check) fn carry(
    units: &mut [Placed],
    withheld: &Withheld,
    (settings, parameters): (&Settings, &Parameters),
    findings: &mut Findings,
) {
    let most =
        parameters.slot("granted_hours_max").map(|slot| parameters.scalars()[slot].distribution.mean());
    let mut years: BTreeMap<String, Vec<i32>> = BTreeMap::new();
    let mut undated: BTreeSet<String> = BTreeSet::new();
    for (index, placed) in units.iter_mut().enumerate() {
        if withheld.nothing_of(index) {
            placed.unit.own = None;
        }
        if let Some(own) = &mut placed.unit.own {
            own.keep(|ages| !withheld.is_part_of_shared(index, &ages.by_class()));
        }
        let year = placed.counted.as_ref().map_or(settings.base_year, |counted| counted.year);
        if let Some(own) = &mut placed.unit.own {
            own.year = year;
            if own.hours.iter().any(|known| most.is_some_and(|most| known.value.mean > most)) {
                let problem = findings.complain(&placed.at, HOURS, say::VALUE_OUTSIDE_RANGE);
                problem.found = Some(placed.unit.id.clone());
                problem.allowed = most.map(|most| range_text([0.0, most]));
            }
        }
        if placed.users_own && placed.counted.is_none() && placed.recipients_at.file != placed.at.file {
            undated.insert(placed.recipients_at.file.to_string());
        }
        let (Some(counts), Some(Counted { year, .. })) = (placed.unit.recipients, &placed.counted) else {
            continue;
        };
        let Some(factor) = placed.growth_until(settings.base_year) else {
            let problem = findings.complain(&placed.recipients_at, YEAR, say::COUNT_TOO_OLD);
            problem.found = Some(year.to_string());
            problem.allowed = Some(Text::same(GROWTH));
            continue;
        };
        let carried = carried(counts, factor);
        // Nobody is more than one.
        let most = |class: usize| placed.unit.population.map_or(u32::MAX, |people| people[class] as u32);
        placed.unit.counted = Some((*year, counts.iter().sum()));
        placed.unit.recipients = Some(std::array::from_fn(|class| carried[class].min(most(class))));
        if *year != settings.base_year && placed.users_own {
            years.entry(placed.recipients_at.file.to_string()).or_default().push(*year);
        }
    }
    for file in undated {
        findings.warnings.push(say::CountsWithoutYear { file, year: settings.base_year }.text());
    }
    for (file, mut from) in years {
        from.sort_unstable();
        from.dedup();
        let list = from.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
        findings.warnings.push(say::CountsCarried { file, list, year: settings.base_year }.text());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the first unit nothing is told, of the second not how many are below 67, of the third all.
    #[test]
    fn accounts_tell_nothing_of_few() {
        let account = |unit, price| UnitAccount { unit, year: 2024, price, refund: Some(646_400.0) };
        let mut accounts =
            vec![account(0, Some(500.0)), account(1, Some(510.0)), account(1, None), account(2, None)];
        let withheld = Withheld {
            of_few: vec![true, false, false],
            shared: vec![[true; 5], [false, false, true, true, false], [false, false, false, true, true]],
            ..Withheld::default()
        };
        keep_from_accounts(&mut accounts, &withheld);
        let left: Vec<_> = accounts.iter().map(|own| (own.unit, own.price, own.refund)).collect();
        assert_eq!(left, [(1, Some(510.0), None), (2, None, Some(646_400.0))]);
    }
}
