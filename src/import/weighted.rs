//! Hours of parts put together: of finer ages to the classes, of men and women to both. The whole has the mean of all its
//! persons, where each part has its persons and its hours.

use super::ages::{Ages, Span};
use super::datum::Datum;
use super::headings::Measure;
use super::marks::Value;
use super::sums::Sex;
use crate::scenario::units::CLASS_FROM;
use std::collections::{BTreeMap, BTreeSet};

/// A class of a municipality, and its finer ages with the places of their persons and of their hours among the data.
type Parts<'d> = BTreeMap<(&'d Option<String>, usize), BTreeMap<Span, [Option<usize>; 2]>>;

/// The data with those of finer ages put together, and whether there were any. `total` says of which columns hours are those of
/// all persons in a row.
pub fn in_classes(data: &[&Datum], total: impl Fn(usize) -> bool) -> (Vec<Datum>, bool) {
    let mut parts = Parts::new();
    let mut other = Vec::new();
    for (place, datum) in data.iter().enumerate() {
        let Ages::Of(span) = datum.ages else { continue };
        let Some(class) = span.class(&CLASS_FROM).filter(|class| whole(*class) != span) else { continue };
        let Some(at) = place_of(datum) else {
            other.push((&datum.unit, class));
            continue;
        };
        let own = parts.entry((&datum.unit, class)).or_default().entry(span).or_default();
        // What stands twice is refused as it is.
        if own[at].replace(place).is_some() {
            other.push((&datum.unit, class));
        }
    }
    parts.retain(|of, spans| !other.contains(of) && is_whole(of.1, spans.keys()));
    let (mut found, mut taken) = (Vec::new(), BTreeSet::new());
    for ((_, class), spans) in &parts {
        let Some(mut own) = together(data, spans.values(), &total) else { continue };
        own.iter_mut().for_each(|datum| datum.ages = Ages::Of(whole(*class)));
        taken.extend(spans.values().flatten().flatten().copied());
        found.extend(own);
    }
    with_others(found, &taken, data)
}

/// The data with those of men and women put together where there are none of both, and whether there were any.
pub fn of_both_sexes(data: &[&Datum], total: impl Fn(usize) -> bool) -> (Vec<Datum>, bool) {
    let mut sexes: BTreeMap<(&Option<String>, Ages), BTreeMap<Sex, Places>> = BTreeMap::new();
    for (place, datum) in data.iter().enumerate() {
        let own = sexes.entry((&datum.unit, datum.ages)).or_default().entry(datum.sex).or_default();
        own.extend(place_of(datum).map(|at| (at, place)));
    }
    let (mut found, mut taken) = (Vec::new(), BTreeSet::new());
    for own in sexes.values() {
        let parts: Option<Vec<[Option<usize>; 2]>> = own.values().map(pair).collect();
        let Some(parts) = parts.filter(|_| own.keys().copied().eq([Sex::Men, Sex::Women])) else { continue };
        let Some(both) = together(data, parts.iter(), &total) else { continue };
        found.extend(both.map(|datum| Datum { sex: Sex::All, ..datum }));
        taken.extend(parts.iter().flatten().flatten().copied());
    }
    with_others(found, &taken, data)
}

/// What was put together, with the data whose places were not taken for it; and whether anything was.
fn with_others(mut found: Vec<Datum>, taken: &BTreeSet<usize>, data: &[&Datum]) -> (Vec<Datum>, bool) {
    let any = !found.is_empty();
    let left = data.iter().enumerate().filter(|(place, _)| !taken.contains(place));
    found.extend(left.map(|(_, datum)| (*datum).clone()));
    (found, any)
}

/// The places of persons and hours of a part, in whatever order.
type Places = Vec<(usize, usize)>;

/// Whether a number is of persons, or of hours.
fn place_of(datum: &Datum) -> Option<usize> {
    match datum.measure {
        Some(Measure::Persons | Measure::Recipients) => Some(0),
        Some(Measure::Hours) => Some(1),
        _ => None,
    }
}

/// The places of the persons and of the hours; none where one stands twice or there are no others.
fn pair(places: &Places) -> Option<[Option<usize>; 2]> {
    let of = |kind: usize| {
        let mut own = places.iter().filter(|(at, _)| *at == kind).map(|(_, place)| *place);
        (own.next(), own.next())
    };
    match (of(0), of(1)) {
        ((persons, None), (hours, None)) => Some([persons, hours]),
        _ => None,
    }
}

/// The persons and the hours of parts together; none where one of them is no number.
fn together<'p>(
    data: &[&Datum],
    parts: impl Iterator<Item = &'p [Option<usize>; 2]>,
    total: impl Fn(usize) -> bool,
) -> Option<[Datum; 2]> {
    let number =
        |place: usize| if let Value::Number(number) = data[place].value { Some(number) } else { None };
    let (mut persons, mut hours, mut first) = (0.0, 0.0, None);
    for own in parts {
        let of_persons = own[0]?;
        let count = number(of_persons)?;
        // Nobody has no hours, whatever stands there.
        if count == 0.0 {
            continue;
        }
        let of_hours = own[1]?;
        let (all, own) = (total(data[of_hours].at.1), number(of_hours)?);
        persons += count;
        hours += if all { own } else { own * count };
        first = first.or(Some((of_persons, of_hours, all)));
    }
    let (of_persons, of_hours, all) = first.filter(|_| persons > 0.0)?;
    let hours = if all { hours } else { hours / persons };
    let line = data[of_persons].at.0;
    let of = |place: usize, number: f64| Datum {
        value: Value::Number(number),
        at: (line, data[place].at.1),
        ..data[place].clone()
    };
    Some([of(of_persons, persons), of(of_hours, hours)])
}

/// The ages of a class.
fn whole(class: usize) -> Span {
    Span { low: CLASS_FROM[class], high: CLASS_FROM.get(class + 1).map(|next| next - 1) }
}

/// Whether spans in order stand end to end over a class.
fn is_whole<'s>(class: usize, spans: impl Iterator<Item = &'s Span>) -> bool {
    let whole = whole(class);
    let end = spans.copied().try_fold(whole.low, |at, span| (span.low == at).then(|| span.end() + 1));
    end == Some(whole.end() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_made_of_ages_that_stand_end_to_end() {
        let span = |low, high: u32| Span { low, high: (high > 0).then_some(high) };
        assert!(is_whole(1, [span(18, 34), span(35, 49)].iter()));
        assert!(is_whole(4, [span(80, 89), span(90, 0)].iter()));
        assert!(!is_whole(1, [span(18, 34), span(36, 49)].iter()));
        assert!(!is_whole(4, [span(80, 89)].iter()));
        assert!(!is_whole(0, [span(6, 17)].iter()));
    }
}
