//! What may be told of a municipality's persons: means and shares of groups, so made that neither sums nor quotients of them
//! give what one person has.
//!
//! Hours are microaggregated: persons of an age group stand in order, and each group of at least [`THRESHOLD`] has its mean, so
//! rounded that whoever knows all persons but one, or has two imports that differ in one, does not have that one's hours.
//! Age groups follow from the counts that are written, so that the groups' numbers tell of no hidden one: ages that share
//! their sum there stand together here.

use crate::scenario::own_recipients::Ages;
use crate::scenario::small_counts::{THRESHOLD, in_proportion, small};
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};
use std::ops::RangeInclusive;

/// Most granted hours a week that a person may have: the parameter `granted_hours_max`.
pub const MOST_HOURS: f64 = 168.0;
/// Largest share of a group's hours or kroner that one of its persons may have.
const DOMINANCE: f64 = 0.5;
/// Means of hours are told as the middle of an interval of one of these widths, hours a week: the narrowest at which the sum
/// of the group's hours stays uncertain by [`HOURS_UNCERTAIN`]. Middles are odd quarters of an hour, which nobody is granted.
const HOURS: [f64; 3] = [0.5, 1.5, 2.5];
/// How uncertain a group's sum of hours stays to whoever knows all others of it, or has two imports that differ in one person:
/// about a third of what a person is granted on average.
const HOURS_UNCERTAIN: f64 = 12.5;
/// The same where all persons of a municipality have about the same hours.
const ROUGH_HOURS: f64 = 5.5;
/// Widths of the intervals that means of other costs are told as the middle of, kroner a year.
const KRONER: [f64; 4] = [5_000.0, 15_000.0, 25_000.0, 45_000.0];
/// How uncertain a group's sum of other costs stays, kroner a year.
const KRONER_UNCERTAIN: f64 = 225_000.0;
/// Fewest persons that shares are told of: of fewer, one more or less is soon a tenth.
const FEWEST_OF_SHARES: f64 = 10.0;
/// Fewest persons of each age class where shares are told by class.
const FEWEST_OF_CLASS: usize = 20;

/// A person as far as anything is made of him.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The class of age.
    pub class: usize,
    /// Granted hours a week.
    pub hours: Option<f64>,
    /// Kroner of other services a year, none being zero.
    pub other: Option<f64>,
    /// Helping relatives: none, one, two or more.
    pub relatives: Option<usize>,
    /// Condition, by its place among the four.
    pub condition: Option<usize>,
}

/// A row of what is known of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The ages, as the table writes them.
    pub ages: String,
    /// Number of persons.
    pub persons: usize,
    /// Mean hours.
    pub hours: Option<f64>,
    /// Share with other services.
    pub other_share: Option<f64>,
    /// Mean cost of other services.
    pub other_cost: Option<f64>,
    /// Shares with one, and with two or more relatives.
    pub relatives: Option<[f64; 2]>,
    /// Shares by condition.
    pub conditions: Option<[f64; 4]>,
}

impl Group {
    /// Whether each class of age is among the group's.
    pub fn classes(&self) -> [bool; 5] {
        Ages::read(&self.ages).map_or([false; 5], Ages::by_class)
    }
}

/// Everything that may be told of a municipality's persons; `few` are the ages that share their sum where counts are written.
pub fn of(persons: &[Person], few: &[bool; 5]) -> Vec<Group> {
    if persons.len() < THRESHOLD as usize {
        return Vec::new();
    }
    let mut rows = hours(persons, few);
    for (ages, own) in parts(persons) {
        let row = Group {
            persons: own.len(),
            other_share: other_share(&own),
            other_cost: other_cost(&own),
            relatives: shares(own.iter().filter_map(|p| p.relatives))
                .map(|[_, one, two]: [f64; 3]| [one, two]),
            conditions: shares(own.iter().filter_map(|p| p.condition)),
            ages,
            hours: None,
        };
        if row.other_share.is_some()
            || row.other_cost.is_some()
            || row.relatives.is_some()
            || row.conditions.is_some()
        {
            rows.push(row);
        }
    }
    rows
}

/// All persons, or those of each class where each has many.
fn parts(persons: &[Person]) -> Vec<(String, Vec<&Person>)> {
    let of = |class: usize| persons.iter().filter(|p| p.class == class).collect::<Vec<_>>();
    let classes: Vec<(usize, Vec<&Person>)> =
        (0..AGE_CLASSES.len()).map(|class| (class, of(class))).filter(|(_, own)| !own.is_empty()).collect();
    if classes.len() > 1 && classes.iter().all(|(_, own)| own.len() >= FEWEST_OF_CLASS) {
        return classes.into_iter().map(|(class, own)| (AGE_CLASSES[class].to_string(), own)).collect();
    }
    vec![(ages(0..=AGE_CLASSES.len() - 1), persons.iter().collect())]
}

/// Neighbouring classes as the table writes them.
fn ages(classes: RangeInclusive<usize>) -> String {
    let (first, last) = (*classes.start(), *classes.end());
    let low = CLASS_FROM.get(first).copied().unwrap_or_default();
    match (first, CLASS_FROM.get(last + 1)) {
        (0, None) => "all".into(),
        (_, None) => format!("{low}+"),
        (_, Some(next)) => format!("{low}-{}", next - 1),
    }
}

/// Age groups: classes one by one, but those that share their sum together with what stands between them; then joined with the
/// next until hours of enough persons are known.
fn age_groups(known: &[usize; 5], few: &[bool; 5]) -> Vec<RangeInclusive<usize>> {
    let first = few.iter().position(|few| *few);
    let last = few.iter().rposition(|few| *few);
    let mut groups: Vec<RangeInclusive<usize>> = Vec::new();
    for class in 0..known.len() {
        match (first, last) {
            (Some(first), Some(last)) if class > first && class <= last => {}
            (Some(first), Some(last)) if class == first => groups.push(first..=last),
            _ => groups.push(class..=class),
        }
    }
    let count = |group: &RangeInclusive<usize>| group.clone().map(|class| known[class]).sum::<usize>();
    groups.retain(|group| count(group) > 0);
    while let Some(small) = groups.iter().position(|group| count(group) < THRESHOLD as usize) {
        if groups.len() < 2 {
            return Vec::new();
        }
        let first = if small + 1 < groups.len() { small } else { small - 1 };
        let next = groups.remove(first + 1);
        groups[first] = *groups[first].start()..=*next.end();
    }
    groups
}

fn hours(persons: &[Person], few: &[bool; 5]) -> Vec<Group> {
    let known: Vec<(usize, f64)> = persons.iter().filter_map(|p| Some((p.class, p.hours?))).collect();
    let counts = std::array::from_fn(|class| known.iter().filter(|(own, _)| *own == class).count());
    let mut rows = Vec::new();
    for group in age_groups(&counts, few) {
        let mut own: Vec<f64> =
            known.iter().filter(|(class, _)| group.contains(class)).map(|(_, h)| *h).collect();
        own.sort_by(f64::total_cmp);
        for (persons, mean) in microaggregated(&own) {
            rows.push(Group { ages: ages(group.clone()), persons, hours: Some(mean), ..Group::default() });
        }
    }
    rows
}

/// Groups of persons in order of hours, with their means; none where nothing may be told.
fn microaggregated(sorted: &[f64]) -> Vec<(usize, f64)> {
    let size = THRESHOLD as usize;
    let number = sorted.len() / size;
    let mut ends: Vec<usize> =
        (1..=number).map(|n| if n == number { sorted.len() } else { n * size }).collect();
    let of = |ends: &[usize], n: usize| {
        let start = n.checked_sub(1).map_or(0, |before| ends[before]);
        &sorted[start..ends[n]]
    };
    let alike = |values: &[f64]| width(values) <= HOURS[HOURS.len() - 1];
    while let Some(n) = (0..ends.len()).find(|n| dominated(of(&ends, *n)) || alike(of(&ends, *n))) {
        if ends.len() == 1 {
            let only = of(&ends, 0);
            let rough = || (only.len(), middle(mean(only), ROUGH_HOURS));
            return if dominated(only) { Vec::new() } else { vec![rough()] };
        }
        // What one person has most of goes down, what is alike up; the outermost the other way.
        let below = n > 0 && (dominated(of(&ends, n)) || n + 1 == ends.len());
        ends.remove(if below { n - 1 } else { n });
    }
    let told = |own: &[f64]| (own.len(), middle(mean(own), interval(&HOURS, HOURS_UNCERTAIN, own.len())));
    (0..ends.len()).map(|n| told(of(&ends, n))).collect()
}

/// Whether one has more than half.
fn dominated(values: &[f64]) -> bool {
    let largest = values.iter().copied().fold(0.0, f64::max);
    largest > DOMINANCE * values.iter().sum::<f64>()
}

/// How far apart the least and the largest are.
fn width(values: &[f64]) -> f64 {
    let (low, high) =
        values.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), v| (low.min(*v), high.max(*v)));
    high - low
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The narrowest of some intervals at which a sum over so many persons stays so uncertain; else the widest.
fn interval<const N: usize>(widths: &[f64; N], uncertain: f64, persons: usize) -> f64 {
    let enough = widths.iter().find(|width| **width * persons as f64 >= uncertain);
    enough.or(widths.last()).copied().unwrap_or_default()
}

/// The middle of the interval of this width that a value is in. It looks at no person's own value: a mean that is moved away
/// from one tells that somebody has it.
fn middle(value: f64, width: f64) -> f64 {
    ((value / width).floor() + 0.5) * width
}

/// The largest share of itself that a group's hours may be from the mean that they stand for. It follows from what is written
/// alone, so that it tells nothing of the mean.
pub fn largest_move(groups: &[Group]) -> Option<f64> {
    let share = |group: &Group| {
        let hours = group.hours?;
        let steps = hours / ROUGH_HOURS - 0.5;
        let rough = (steps - steps.round()).abs() < 1e-9;
        let width = if rough { ROUGH_HOURS } else { interval(&HOURS, HOURS_UNCERTAIN, group.persons) };
        Some(width / 2.0 / hours)
    };
    groups.iter().filter_map(share).max_by(f64::total_cmp)
}

/// Shares of so many kinds, in parts of the whole of which each is of at least [`THRESHOLD`] persons: every share that is told may
/// be of several numbers of persons. None where too few are known.
fn shares<const N: usize>(kinds: impl Iterator<Item = usize>) -> Option<[f64; N]> {
    let mut counts = [0.0; N];
    kinds.for_each(|kind| {
        if let Some(count) = counts.get_mut(kind) {
            *count += 1.0;
        }
    });
    let known: f64 = counts.iter().sum();
    let parts = (known / THRESHOLD as f64).floor();
    let told = in_proportion(parts as u64, &counts);
    (known >= FEWEST_OF_SHARES).then(|| std::array::from_fn(|kind| told[kind] as f64 / parts))
}

/// A share of so many persons that a table has: as it is, unless few have it, or few have not. None where too few are known.
pub fn share_of(persons: f64, share: f64) -> Option<f64> {
    let parts = (persons / THRESHOLD as f64).floor();
    let few = |share: f64| small((persons * share).round() as u64);
    let told = if few(share) || few(1.0 - share) { (share * parts).round() / parts } else { share };
    (persons >= FEWEST_OF_SHARES).then_some(told)
}

fn other_share(persons: &[&Person]) -> Option<f64> {
    let kinds = persons.iter().filter_map(|p| p.other).map(|cost| usize::from(cost > 0.0));
    shares(kinds).map(|[_, with]: [f64; 2]| with)
}

/// The mean of those who have any; none where they are few, or one has most, or all have about the same.
fn other_cost(persons: &[&Person]) -> Option<f64> {
    let costs: Vec<f64> = persons.iter().filter_map(|p| p.other).filter(|cost| *cost > 0.0).collect();
    let interval = interval(&KRONER, KRONER_UNCERTAIN, costs.len());
    let told = costs.len() >= THRESHOLD as usize && !dominated(&costs) && width(&costs) > interval;
    told.then(|| middle(mean(&costs), interval))
}

#[cfg(test)]
#[path = "groups_tests.rs"]
mod tests;
