//! Attributes that are known of a unit's own recipients, in the place of those that would be drawn.
//!
//! What is known is known of groups ([`OwnRecipients`]). Persons take their places in them by the very numbers that they would
//! have drawn an attribute from: the person with the lowest number stands first. So the shares that are known are met as
//! exactly as whole persons can, the mean of each group's hours too, and everything else that goes with an attribute (how hours
//! and other services go together, where need stands on its path) goes with it still.

use super::attributes::AttributeSampler;
use super::placement::{Entrant, OwnPerson, Placer, UnitEffects};
use crate::math::{Bounds, normal_pair, normal_quantile};
use crate::random::{Purpose, WorldKey};
use crate::scenario::dated::Index;
use crate::scenario::own_recipients::{Ages, HourGroup, Known, OwnRecipients};
use crate::scenario::theta::Theta;

/// The numbers that a person's attributes are drawn from.
struct Numbers {
    class: usize,
    hours: f64,
    /// Deviate that decides who has other services; the highest have.
    mixed: f64,
    /// Drawn cost of other services.
    cost: f64,
    number: f64,
    condition: f64,
}

impl Numbers {
    fn of(sampler: &AttributeSampler, entrant: &Entrant, world: &WorldKey) -> Numbers {
        let column = |purpose| world.columns(&[entrant.key], 0, purpose).map(|[u]| u);
        let [_, condition, number, _] = column(Purpose::PersonFirst);
        let [hours, case, has_other, other] = column(Purpose::PersonHours);
        let [_, _, cost_angle, _] = column(Purpose::PersonLatent);
        let [_, mixed] = normal_pair(case, has_other);
        let [cost, _] = normal_pair(other, cost_angle);
        Numbers {
            class: usize::from(entrant.class),
            hours,
            mixed: sampler.mixed(normal_quantile(hours), mixed),
            cost: sampler.other_cost(cost),
            number,
            condition,
        }
    }
}

/// Tells of the recipients of the base year, sorted by unit, what is known of them; `wages` is the wage index by year.
pub fn make_known(
    placer: &Placer,
    world: &WorldKey,
    (theta, wages): (&Theta, &Index),
    (start, effects): (&mut [Entrant], &mut UnitEffects),
) {
    let mut sampler: Option<AttributeSampler> = None;
    for persons in start.chunk_by_mut(|a, b| a.unit == b.unit && a.recipient == b.recipient) {
        let Some(first) = persons.first().filter(|first| first.recipient) else { continue };
        let Some(own) = placer.own(first.unit as usize) else { continue };
        let sampler = sampler.get_or_insert_with(|| AttributeSampler::new(theta));
        let known = own_persons(sampler, world, persons, own, wages.at(own.year));
        for (person, known) in persons.iter_mut().zip(known) {
            effects.own.push(known);
            person.own = effects.own.len() as u32;
        }
    }
}

/// What is known of a unit's recipients, in their order. `wages` is the wage index of the year whose kroner costs are in.
fn own_persons(
    sampler: &AttributeSampler,
    world: &WorldKey,
    recipients: &[Entrant],
    own: &OwnRecipients,
    wages: f64,
) -> Vec<OwnPerson> {
    let numbers: Vec<Numbers> = recipients.iter().map(|e| Numbers::of(sampler, e, world)).collect();
    let mut persons = vec![OwnPerson::UNKNOWN; numbers.len()];
    for groups in own.hours.chunk_by(|a, b| a.ages == b.ages) {
        hours(sampler, &numbers, groups, &mut persons);
    }
    other_services(sampler, &numbers, own, wages, &mut persons);
    for Known { ages, value: [one, two] } in &own.relatives {
        let steps = [*two, one + two];
        for (place, person) in ranked(&numbers, *ages, |n| n.number) {
            persons[person].relatives = 2.0 - steps.iter().filter(|step| place >= **step).count() as f64;
        }
    }
    for Known { ages, value: [a, b, c, _] } in &own.conditions {
        let steps = [*a, a + b, a + b + c];
        for (place, person) in ranked(&numbers, *ages, |n| n.condition) {
            persons[person].condition = steps.iter().filter(|step| place >= **step).count() as f64;
        }
    }
    persons
}

/// Persons of some ages in the order of a number, each with the middle of its part of the whole, 0 to 1.
fn ranked(numbers: &[Numbers], ages: Ages, by: impl Fn(&Numbers) -> f64) -> Vec<(f64, usize)> {
    let of_ages = |i: &usize| ages.classes().contains(&numbers[*i].class);
    let mut order: Vec<usize> = (0..numbers.len()).filter(of_ages).collect();
    order.sort_by(|a, b| by(&numbers[*a]).total_cmp(&by(&numbers[*b])).then(a.cmp(b)));
    let all = order.len() as f64;
    order.into_iter().enumerate().map(|(rank, person)| ((rank as f64 + 0.5) / all, person)).collect()
}

/// Hours of the groups of some ages. Within a group they differ as drawn ones would, and have the group's mean.
fn hours(
    sampler: &AttributeSampler,
    numbers: &[Numbers],
    groups: &[Known<HourGroup>],
    persons: &mut [OwnPerson],
) {
    let Some(Known { ages, .. }) = groups.first() else { return };
    let all: f64 = groups.iter().map(|known| known.value.persons).sum();
    let ranked = ranked(numbers, *ages, |n| n.hours);
    let mut until = 0.0;
    let mut rest = &ranked[..];
    for (i, Known { value, .. }) in groups.iter().enumerate() {
        until += value.persons / all;
        let last = i + 1 == groups.len();
        let (own, others) =
            rest.split_at(rest.iter().take_while(|(place, _)| last || *place < until).count());
        rest = others;
        let drawn = |person: usize| sampler.recipient_hours(numbers[person].hours);
        let sum: f64 = own.iter().map(|(_, person)| drawn(*person)).sum();
        for (_, person) in own {
            let share = drawn(*person) / sum * own.len() as f64;
            persons[*person].hours = (value.mean * share).at_most(sampler.most_hours());
        }
    }
}

/// Who has other services, and for how much.
fn other_services(
    sampler: &AttributeSampler,
    numbers: &[Numbers],
    own: &OwnRecipients,
    wages: f64,
    persons: &mut [OwnPerson],
) {
    let drawn = |n: &Numbers| if sampler.has_other(n.mixed, n.class) { n.cost } else { 0.0 };
    for Known { ages, value: share } in &own.other_share {
        for (place, person) in ranked(numbers, *ages, |n| -n.mixed) {
            persons[person].other = if place < *share { numbers[person].cost } else { 0.0 };
        }
    }
    for Known { ages, value: mean } in &own.other_cost {
        let of_ages = |i: &usize| ages.classes().contains(&numbers[*i].class);
        let members: Vec<usize> = (0..numbers.len()).filter(of_ages).collect();
        for i in &members {
            let known = persons[*i].other;
            persons[*i].other = if known < 0.0 { drawn(&numbers[*i]) } else { known };
        }
        let served = members.iter().filter(|i| persons[**i].other > 0.0).count() as f64;
        let sum: f64 = members.iter().map(|i| persons[*i].other).sum();
        for i in members.into_iter().filter(|_| sum > 0.0) {
            let cost = mean / wages * served / sum * persons[i].other;
            persons[i].other = cost.at_most(sampler.most_other_cost());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn entrants(classes: &[u8]) -> Vec<Entrant> {
        let entrant = |(i, class): (usize, &u8)| Entrant {
            unit: 0,
            class: *class,
            recipient: true,
            key: i as u64 * 7919,
            own: 0,
        };
        classes.iter().enumerate().map(entrant).collect()
    }

    fn known<T>(ages: &str, value: T) -> Known<T> {
        Known { ages: Ages::read(ages).expect("ages"), value }
    }

    fn persons(own: &OwnRecipients, recipients: &[Entrant], wages: f64) -> Vec<OwnPerson> {
        let sampler = AttributeSampler::new(&fixture::theta());
        own_persons(&sampler, &WorldKey::new(3, 5, 0), recipients, own, wages)
    }

    /// Ten adults in two groups of five with means of 10 and 60 hours: 350 hours, the five lowest numbers in the first group.
    #[test]
    fn groups_keep_their_mean_and_persons_differ_within_them() {
        let group = |persons, mean| HourGroup { persons, mean };
        let own = OwnRecipients {
            hours: vec![known("18-49", group(5.0, 10.0)), known("18-49", group(5.0, 60.0))],
            ..OwnRecipients::default()
        };
        let recipients = entrants(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
        let found = persons(&own, &recipients, 1.0);
        let sum: f64 = found[..10].iter().map(|p| p.hours).sum();
        assert!((sum - 350.0).abs() < 1e-9, "{sum}");
        assert!(found[..10].iter().all(|p| p.hours > 0.0 && p.other < 0.0), "{found:?}");
        let mut hours: Vec<f64> = found[..10].iter().map(|p| p.hours).collect();
        hours.sort_by(f64::total_cmp);
        hours.dedup();
        assert_eq!(hours.len(), 10);
        assert_eq!(found[10], OwnPerson::UNKNOWN);
    }

    /// Of 20 persons a quarter has other services, for 200 000 kroner of a year with wages 1.25 times the base year's: 160 000.
    #[test]
    fn shares_are_met_to_the_person_and_costs_to_the_krone() {
        let own = OwnRecipients {
            other_share: vec![known("all", 0.25)],
            other_cost: vec![known("all", 200_000.0)],
            relatives: vec![known("18+", [0.3, 0.2])],
            conditions: vec![known("all", [0.5, 0.25, 0.05, 0.2])],
            ..OwnRecipients::default()
        };
        let mut recipients = entrants(&[2; 20]);
        let found = persons(&own, &recipients, 1.25);
        let served: Vec<f64> = found.iter().map(|p| p.other).filter(|cost| *cost > 0.0).collect();
        assert_eq!(served.len(), 5);
        assert!((served.iter().sum::<f64>() - 800_000.0).abs() < 1e-6);
        let count = |of: fn(&OwnPerson) -> f64, value: f64| found.iter().filter(|p| of(p) == value).count();
        assert_eq!([0.0, 1.0, 2.0].map(|k| count(|p| p.relatives, k)), [10, 6, 4]);
        assert_eq!([0.0, 1.0, 2.0, 3.0].map(|k| count(|p| p.condition, k)), [10, 5, 1, 4]);
        // Of children nothing was said of relatives.
        recipients[0].class = 0;
        assert_eq!(persons(&own, &recipients, 1.25)[0].relatives, OwnPerson::UNKNOWN.relatives);
    }

    /// Those who would have had other services first have them: hours and other services go together as they are drawn.
    #[test]
    fn heavy_needs_and_other_services_still_go_together() {
        let own = OwnRecipients { other_share: vec![known("all", 0.4)], ..OwnRecipients::default() };
        let recipients = entrants(&[1; 20]);
        let found = persons(&own, &recipients, 1.0);
        let (sampler, world) = (AttributeSampler::new(&fixture::theta()), WorldKey::new(3, 5, 0));
        let deviate = |i: usize| Numbers::of(&sampler, &recipients[i], &world).mixed;
        let (with, without): (Vec<usize>, Vec<usize>) = (0..20).partition(|i| found[*i].other > 0.0);
        let least = with.iter().map(|i| deviate(*i)).fold(f64::INFINITY, f64::min);
        assert_eq!(with.len(), 8);
        assert!(without.iter().all(|i| deviate(*i) < least));
    }

    /// More persons than were counted, as where the count was carried on: the groups keep their shares.
    #[test]
    fn groups_are_shares_of_those_who_are_there() {
        let group = |persons, mean| HourGroup { persons, mean };
        let own = OwnRecipients {
            hours: vec![known("all", group(5.0, 10.0)), known("all", group(15.0, 40.0))],
            ..OwnRecipients::default()
        };
        let found = persons(&own, &entrants(&[1; 40]), 1.0);
        let sum: f64 = found.iter().map(|p| p.hours).sum();
        assert!((sum - (10.0 * 10.0 + 30.0 * 40.0)).abs() < 1e-9, "{sum}");
    }
}
