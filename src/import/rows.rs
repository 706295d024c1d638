//! Numbers of a table by the row that they stand in, with the persons that stand beside by age.

use super::ages::{Ages, Span, without_sums};
use super::datum::Datum;
use super::headings::Measure;
use super::marks::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a row is of: the municipality, the line and the ages.
pub type RowOf<'d> = (&'d String, usize, Ages);

/// The numbers of a row, and the sum of its persons where they stand beside by age.
pub struct Row<'d> {
    /// Its numbers.
    pub own: Vec<&'d Datum>,
    /// The persons of all ages that stand beside.
    pub beside: Option<f64>,
}

/// Numbers by municipality, row and ages. Numbers of no ages in a row of one are of those ages.
pub fn by_row<'d>(data: &[&'d Datum]) -> BTreeMap<RowOf<'d>, Vec<&'d Datum>> {
    let mut ages: BTreeMap<usize, BTreeSet<Ages>> = BTreeMap::new();
    for datum in data.iter().filter(|datum| datum.ages != Ages::All) {
        ages.entry(datum.at.0).or_default().insert(datum.ages);
    }
    let only =
        |line: usize| ages.get(&line).filter(|own| own.len() == 1).and_then(|own| own.first().copied());
    let mut rows: BTreeMap<RowOf, Vec<&Datum>> = BTreeMap::new();
    for datum in data {
        if let Some(unit) = &datum.unit {
            let own =
                if datum.ages == Ages::All { only(datum.at.0).unwrap_or(Ages::All) } else { datum.ages };
            rows.entry((unit, datum.at.0, own)).or_default().push(datum);
        }
    }
    rows
}

/// Rows with more than a number of persons; where that is by age beside hours of all, all of them together.
pub fn with_persons_beside<'d>(rows: BTreeMap<RowOf<'d>, Vec<&'d Datum>>) -> BTreeMap<RowOf<'d>, Row<'d>> {
    let counted = |own: &Datum| matches!(own.measure, Some(Measure::Persons | Measure::Recipients));
    let mut persons: BTreeMap<(&String, usize), Vec<(Span, Value)>> = BTreeMap::new();
    for ((unit, line, ages), own) in &rows {
        if let Ages::Of(span) = ages {
            let counts = own.iter().filter(|own| counted(own)).map(|own| (*span, own.value));
            persons.entry((unit, *line)).or_default().extend(counts);
        }
    }
    let sum = |own: &Vec<(Span, Value)>| {
        let (parts, _) = without_sums(&own.iter().map(|(span, _)| *span).collect::<Vec<_>>())?;
        let number = |(span, value): &(Span, Value)| match value {
            Value::Number(number) => parts.contains(span).then_some(Some(*number)),
            Value::Mark(_) => Some(None),
        };
        own.iter().filter_map(number).sum::<Option<f64>>().filter(|sum| *sum > 0.0)
    };
    let more = rows.into_iter().filter(|(_, own)| !own.iter().all(|own| counted(own)));
    more.map(|(of, own)| {
        let alone = of.2 == Ages::All && !own.iter().any(|own| counted(own));
        let beside = persons.get(&(of.0, of.1)).filter(|_| alone).and_then(sum);
        (of, Row { own, beside })
    })
    .collect()
}

/// Lines that have persons and nothing else.
pub fn lines_without_hours(data: &[&Datum], rows: &BTreeMap<RowOf, Row>) -> BTreeSet<usize> {
    let with: BTreeSet<usize> = rows.keys().map(|(_, line, _)| *line).collect();
    let some =
        |own: &&&Datum| own.unit.is_some() && matches!(own.value, Value::Number(number) if number > 0.0);
    data.iter().filter(some).map(|own| own.at.0).filter(|line| !with.contains(line)).collect()
}
