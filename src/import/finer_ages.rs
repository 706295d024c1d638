//! Hours of finer ages than the classes, carried to these: a class has the mean of all its persons, where its ages stand end to end
//! and each has its persons and its hours.

use super::ages::{Ages, Span};
use super::datum::Datum;
use super::headings::Measure;
use super::marks::Value;
use crate::scenario::units::CLASS_FROM;
use std::collections::BTreeMap;

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
        let at = match datum.measure {
            Some(Measure::Persons | Measure::Recipients) => 0,
            Some(Measure::Hours) => 1,
            _ => {
                other.push((&datum.unit, class));
                continue;
            }
        };
        let own = parts.entry((&datum.unit, class)).or_default().entry(span).or_default();
        // What stands twice is refused as it is.
        if own[at].replace(place).is_some() {
            other.push((&datum.unit, class));
        }
    }
    parts.retain(|of, spans| !other.contains(of) && is_whole(of.1, spans.keys()));
    let mut taken = Vec::new();
    let mut found = Vec::new();
    for ((_, class), spans) in &parts {
        let Some(mut own) = together(data, spans, &total) else { continue };
        own.iter_mut().for_each(|datum| datum.ages = Ages::Of(whole(*class)));
        taken.extend(spans.values().flatten().flatten().copied());
        found.extend(own);
    }
    let any = !found.is_empty();
    let left = data.iter().enumerate().filter(|(place, _)| !taken.contains(place));
    found.extend(left.map(|(_, datum)| (*datum).clone()));
    (found, any)
}

/// The persons and the hours of spans together; none where one of them is no number.
fn together(
    data: &[&Datum],
    spans: &BTreeMap<Span, [Option<usize>; 2]>,
    total: impl Fn(usize) -> bool,
) -> Option<[Datum; 2]> {
    let number =
        |place: usize| if let Value::Number(number) = data[place].value { Some(number) } else { None };
    let (mut persons, mut hours, mut first) = (0.0, 0.0, None);
    for own in spans.values() {
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
