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

/// Persons of these ages by class, where they are to be divided, as parts of persons; what they were divided as is told.
pub fn divided(number: f64, span: Span, asked: &BTreeSet<Span>, log: &mut Log) -> Option<Vec<(usize, f64)>> {
    let classes = classes(span).filter(|_| asked.contains(&span))?;
    let weights = &national(&base()?)?[classes.clone()];
    let all: f64 = weights.iter().sum();
    let parts = AGE_CLASSES[classes.clone()].iter().zip(weights);
    let list: Vec<String> = parts.map(|(class, own)| format!("{class} {:.0}", 100.0 * own / all)).collect();
    log.add(Section::Read, say::ImportShared { ages: span.written(), list: list.join(", ") });
    log.divided.insert(span);
    Some(classes.zip(weights.iter().map(|own| number * own / all)).collect())
}

/// Makes whole persons of the classes that ages were divided on, whose sum they keep. A sum that is no whole number is left as it is: it
/// is refused later, by its cell.
pub fn round(classes: &mut [Option<f64>], span: Span) {
    let Some(own) = self::classes(span).and_then(|own| classes.get_mut(own)) else { return };
    let Some(parts) = own.iter().copied().collect::<Option<Vec<f64>>>() else { return };
    let sum: f64 = parts.iter().sum();
    const CLOSE: f64 = 1e-6;
    if (sum - sum.round()).abs() < CLOSE && sum >= 0.0 {
        let whole = in_proportion(sum.round() as u64, &parts);
        own.iter_mut().zip(whole).for_each(|(own, whole)| *own = Some(whole as f64));
    }
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
        let mut of = |number: f64, span: Span| {
            let mut found = vec![Some(0.0); 5];
            for (class, own) in divided(number, span, &spans, &mut log).expect("asked") {
                found[class] = Some(own);
            }
            round(&mut found, span);
            found.into_iter().map(Option::unwrap_or_default).collect::<Vec<f64>>()
        };
        // 396 of 433 are 67–79 years old.
        assert_eq!(of(75.0, old), [0.0, 0.0, 0.0, 69.0, 6.0]);
        assert_eq!(of(0.0, old), [0.0; 5]);
        // 691 : 1908 : 1082 of 545 are 102.3, 282.5 and 160.2.
        assert_eq!(of(545.0, young), [102.0, 283.0, 160.0, 0.0, 0.0]);
        let half: f64 = of(9.5, ALL).iter().sum();
        assert!((half - 9.5).abs() < 1e-9, "{half}");
        assert!(log.short(Lang::En).contains("67-79 91, 80+ 9"), "{}", log.short(Lang::En));
        assert_eq!(log.divided, spans);
        assert_eq!(divided(75.0, old, &BTreeSet::from([ALL]), &mut log), None);
        for label in ["67-79", "0-17", "60+", "18-67", "Asker"] {
            assert_eq!(asked(label), None, "{label}");
        }
    }
}
