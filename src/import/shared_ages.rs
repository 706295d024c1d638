//! Recipients of ages that are several classes together («67 år og eldre»), divided as the country's are where the user says so
//! (`--map "67+=share"`). No table is divided by itself: what it does not say is then the user's assumption.

use super::ages::{Ages, Span};
use super::base::{base, national};
use super::log::{Log, Section};
use crate::scenario::small_counts::in_proportion;
use crate::scenario::units::{AGE_CLASSES, CLASS_FROM};
use crate::text::{Message, Text, say};
use std::collections::BTreeSet;
use std::ops::Range;

/// What `--map` says of ages that are to be divided.
pub const SHARE: &str = "share";

/// All ages, of which a table has one number.
pub const ALL: Span = Span { low: 0, high: None };

/// The ages of an entry of `--map`: several classes together.
pub fn asked(label: &str) -> Option<Span> {
    let span = match Ages::read(label)? {
        Ages::Of(span) => span,
        Ages::All => ALL,
    };
    classes(span).map(|_| span)
}

/// The classes that ages are together, more than one of them.
fn classes(span: Span) -> Option<Range<usize>> {
    let from = CLASS_FROM.iter().position(|first| *first == span.low)?;
    let until = match span.high {
        None => CLASS_FROM.len(),
        Some(high) => CLASS_FROM.iter().position(|first| *first == high + 1)?,
    };
    (until > from + 1).then_some(from..until)
}

/// How ages that are several classes together can be read after all.
pub fn remedy(span: Span, from: &[u32]) -> Option<Text> {
    (*from == CLASS_FROM && classes(span).is_some())
        .then(|| say::ImportShareAllowed { ages: span.written() }.text())
}

/// Persons of these ages by class, where they are to be divided; what they were divided as is told.
pub fn divided(number: f64, span: Span, asked: &BTreeSet<Span>, log: &mut Log) -> Option<Vec<(usize, f64)>> {
    let classes = classes(span).filter(|_| asked.contains(&span))?;
    let weights = &national(&base()?)?[classes.clone()];
    let all: f64 = weights.iter().sum();
    let parts = AGE_CLASSES[classes.clone()].iter().zip(weights);
    let list: Vec<String> = parts.map(|(class, own)| format!("{class} {:.0}", 100.0 * own / all)).collect();
    log.add(Section::Read, say::ImportShared { ages: span.written(), list: list.join(", ") });
    log.divided.insert(span);
    // What is no whole number of persons is refused later, by its cell.
    let whole = in_proportion(number.max(0.0) as u64, weights);
    let mut own: Vec<(usize, f64)> = classes.zip(whole.into_iter().map(|n| n as f64)).collect();
    own[0].1 += number.fract();
    Some(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn ages_that_are_whole_classes_are_divided_as_the_countrys_and_nothing_is_lost() {
        let [old, young] = ["67 år og eldre", "0-66"].map(|label| asked(label).expect("classes"));
        let spans = BTreeSet::from([old, young, ALL]);
        let mut log = Log::default();
        let mut of = |number: f64, span: Span| divided(number, span, &spans, &mut log).expect("asked");
        // 396 of 433 are 67–79 years old.
        assert_eq!(of(75.0, old), [(3, 69.0), (4, 6.0)]);
        assert_eq!(of(0.0, old), [(3, 0.0), (4, 0.0)]);
        // 691 : 1908 : 1082 of 545 are 102.3, 282.5 and 160.2.
        assert_eq!(of(545.0, young), [(0, 102.0), (1, 283.0), (2, 160.0)]);
        assert_eq!(of(9.5, ALL).iter().map(|(_, n)| n).sum::<f64>(), 9.5);
        assert!(log.short(Lang::En).contains("67-79 91, 80+ 9"), "{}", log.short(Lang::En));
        assert_eq!(log.divided, spans);
        assert_eq!(divided(75.0, old, &BTreeSet::from([ALL]), &mut log), None);
        for label in ["67-79", "0-17", "60+", "18-67", "Asker"] {
            assert_eq!(asked(label), None, "{label}");
        }
    }
}
