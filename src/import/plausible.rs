//! Whether numbers of persons can be what they are said to be, held against the inhabitants of the same municipalities.

use super::ages::{Ages, Span};
use super::choices::Kind;
use super::datum::{ByUnit, Datum, by_unit};
use super::marks::Value;
use super::sums::Sex;
use super::table::Table;
use super::units::Register;
use crate::error::Problem;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};
use crate::text::{Message, say};
use std::collections::BTreeMap;

/// The largest share of the inhabitants that persons with BPA can be: in the country they are one of a thousand.
pub const MOST_RECIPIENTS: f64 = 0.05;
/// So few may be a larger share, where hardly anybody lives.
const FEW: f64 = 20.0;
/// The share of the known inhabitants below which a number is none of inhabitants, of whatever year.
pub const LEAST_POPULATION: f64 = 0.02;
/// The share below which it may be one, but is told.
pub const LOW_POPULATION: f64 = 0.5;

/// The share of the known inhabitants that a table's numbers are, of its largest year; none where it has no such municipality.
pub fn share(data: &[Datum], register: &Register) -> Option<f64> {
    let (mut persons, mut people) = (0.0, 0.0);
    for (unit, own) in by_unit(data) {
        people += register.inhabitants(unit)?.iter().sum::<f64>();
        // Sums over sexes and years beside their parts count once.
        let mut sums: BTreeMap<(Option<i32>, bool), f64> = BTreeMap::new();
        for datum in own {
            if let (Ages::Of(_), Value::Number(number)) = (datum.ages, datum.value) {
                *sums.entry((datum.year, datum.sex == Sex::All)).or_default() += number;
            }
        }
        persons += sums.values().copied().fold(0.0, f64::max);
    }
    (persons > 0.0 && people > 0.0).then(|| persons / people)
}

/// Why a municipality's numbers cannot be of recipients, as the problem of the largest cell of those that show it.
pub fn too_many(
    table: &Table,
    data: &ByUnit,
    (id, ages): (&str, &[f64]),
    register: &Register,
) -> Option<Problem> {
    let [child, young, adult, middle, old, oldest] = register.inhabitants(id)?;
    let people = [child + young, adult, middle, old, oldest];
    let class = people.iter().zip(ages).position(|(people, own)| own > people);
    let (span, what, found, limit) = match class {
        Some(class) => {
            let high = CLASS_FROM.get(class + 1).map(|next| next - 1);
            let what = say::MoreRecipientsThanInhabitants { name: AGE_CLASSES[class] }.text();
            (Span { low: CLASS_FROM[class], high }, what, ages[class], people[class])
        }
        None => {
            let (sum, people) = (ages.iter().sum::<f64>(), people.iter().sum::<f64>());
            let limit = (MOST_RECIPIENTS * people).max(FEW).floor();
            let what = say::ImportTooManyRecipients { share: MOST_RECIPIENTS * 100.0 }.text();
            (sum > limit).then_some((Span { low: 0, high: None }, what, sum, limit))?
        }
    };
    let (line, column) = largest(data, id, span).unwrap_or((table.heading, 0));
    let allowed = say::ImportRecipientsAllowed { limit, kind: Kind::Population.name() };
    Some(table.problem(line, column, what).found(found.to_string()).allowed(allowed))
}

/// Why a municipality's numbers cannot be of all its inhabitants, as the problem of their largest cell.
pub fn too_few(table: &Table, data: &ByUnit, (id, sum): (&str, f64), register: &Register) -> Option<Problem> {
    let people = register.inhabitants(id)?.iter().sum::<f64>();
    if sum >= LEAST_POPULATION * people {
        return None;
    }
    let (line, column) = largest(data, id, Span { low: 0, high: None }).unwrap_or((table.heading, 0));
    let what = say::ImportTooFewInhabitants { name: register.name(id), people };
    let allowed = say::ImportInhabitantsAllowed { kind: Kind::Recipients.name() };
    Some(table.problem(line, column, what).found(sum.to_string()).allowed(allowed))
}

/// Where the largest number of a municipality stands, of some ages.
fn largest(data: &ByUnit, id: &str, ages: Span) -> Option<(usize, usize)> {
    let inside = |own: Ages| matches!(own, Ages::Of(own) if ages.low <= own.low && own.end() <= ages.end());
    let own = data.get(id)?.iter().filter(|datum| inside(datum.ages));
    let numbers = own.filter_map(|datum| match datum.value {
        Value::Number(number) => Some((number, datum.at)),
        Value::Mark(_) => None,
    });
    numbers.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, at)| at)
}
