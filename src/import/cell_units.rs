//! What a cell says after its number that it is counted in: «30 timer», «520 kr», «5 brukere». A number of hours is none of
//! persons, whatever stands over it.

use super::cells::Cell;
use super::headings::Measure;
use super::periods::{MINUTES, is_of_minutes};

/// What numbers are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Kroner.
    Kroner,
    /// Hours.
    Hours,
    /// Hours a week.
    HoursAWeek,
    /// Persons.
    Persons,
}

/// How each is written.
const WRITTEN: [(Unit, &[&str]); 4] = [
    (
        Unit::HoursAWeek,
        &["timer/uke", "timar/veke", "timer per uke", "timer pr. uke", "timer i uken", "t/uke", "t/u"],
    ),
    (Unit::Hours, &["timer", "timar", "hours", "t"]),
    (
        Unit::Persons,
        &["brukere", "brukarar", "personer", "personar", "pers.", "pers", "stk.", "stk", "persons", "users"],
    ),
    (Unit::Kroner, &["kroner", "nok", "kr.", "kr"]),
];

/// A text without the unit behind its number, and which that is.
pub fn apart(text: &str) -> (&str, Option<Unit>) {
    let is_number = |own: &str| own.ends_with(|c: char| c.is_ascii_digit() || c == '-' || c == '–');
    let lower = text.to_lowercase();
    for (unit, words) in WRITTEN {
        let ends = words.iter().find_map(|word| lower.strip_suffix(word));
        let number = ends.and_then(|own| text.get(..own.len())).map(str::trim_end);
        if let Some(number) = number.filter(|own| is_number(own)) {
            return (number, Some(unit));
        }
    }
    let before = ["kr. ", "kr ", "nok "].iter().find_map(|word| lower.strip_prefix(word));
    // Small letters may take more room than capitals do.
    match before.and_then(|own| text.get(text.len().checked_sub(own.len())?..)) {
        Some(number) => (number.trim_start(), Some(Unit::Kroner)),
        None => (text, None),
    }
}

/// Whether a cell says that it is counted in something else than what is measured.
pub fn is_of_another(cell: &Cell, measure: Option<Measure>) -> bool {
    let Cell::Text(text) = cell else { return false };
    let unit = match apart(text).1 {
        Some(Unit::HoursAWeek) => Some(Unit::Hours),
        other => other,
    };
    let own = match measure {
        Some(Measure::Price | Measure::Refund | Measure::OtherCost) => Unit::Kroner,
        Some(Measure::Hours) => Unit::Hours,
        Some(Measure::OtherShare) => return unit.is_some(),
        None | Some(Measure::Recipients | Measure::Population | Measure::Persons) => Unit::Persons,
    };
    unit.is_some_and(|unit| unit != own)
}

/// The factor of a number of hours whose own cell says that they are hours, or hours a week, whatever stands over them; none where
/// it says nothing.
pub fn hours_factor(cell: &Cell, (heading, factor): (&str, f64)) -> Option<f64> {
    let Cell::Text(text) = cell else { return None };
    match apart(text).1? {
        Unit::HoursAWeek => Some(1.0),
        Unit::Hours if is_of_minutes(heading) => Some(factor * MINUTES),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_a_number_says_what_it_is_of() {
        for (text, number, unit) in [
            ("30 timer", "30", Some(Unit::Hours)),
            ("30,5 t/uke", "30,5", Some(Unit::HoursAWeek)),
            ("520 kr", "520", Some(Unit::Kroner)),
            ("kr 31 200 000", "31 200 000", Some(Unit::Kroner)),
            ("5 Brukere", "5", Some(Unit::Persons)),
            ("31 200 000,-", "31 200 000,-", None),
            ("16", "16", None),
            ("timer", "timer", None),
            ("kr İİİİ", "kr İİİİ", None),
        ] {
            assert_eq!(apart(text), (number, unit), "{text}");
        }
        let is = |text: &str, measure| is_of_another(&Cell::of(text), measure);
        assert!(
            is("5 timer", Some(Measure::Recipients))
                && is("5 kr", None)
                && is("520 timer", Some(Measure::Price))
        );
        assert!(!is("5 timer", Some(Measure::Hours)) && !is("5 brukere", None) && !is("5", None));
    }
}
