//! Name, unit and number format of a figure that an analysis is about.

use super::digits::Format;
use super::number::{self, Scale};
use super::texts::Texts;
use crate::analysis::precision::Headline;
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::{Kind, Measure};
use crate::text::say;

/// How numbers of a figure are shown, of which the largest is `largest` and the largest Monte Carlo error `error`.
pub fn format((outcome, basis, _): Headline, largest: f64, error: f64) -> Format {
    let info = outcome.info();
    let scale = match (info.kind, info.unit) {
        (Kind::Money, Measure::NokPerInhabitant) => Scale::One,
        (Kind::Money, _) if basis == Basis::PresentValue && largest >= 1e11 => Scale::Billion,
        (Kind::Money, _) => Scale::Million,
        (_, Measure::HoursPerYear) if largest >= 1e4 => Scale::Thousand,
        _ => Scale::One,
    };
    Format::new(scale, info.unit == Measure::Share, largest, error)
}

/// Name with the year, and unit, of a figure. `years` are the first and last year simulated.
pub fn name(
    (outcome, basis, period): Headline,
    format: Format,
    years: (i32, i32),
    price_year: i32,
    t: &Texts,
) -> (String, String) {
    let info = outcome.info();
    let word = format.scale.word(t.lang);
    let unit = match info.kind {
        _ if format.percent => t.get(say::UNIT_PERCENT),
        Kind::Money => t.get(say::UnitMoney { scale: word, year: price_year.to_string() }),
        _ if period == Period::Total && info.unit == Measure::HoursPerYear => {
            t.get(say::UnitHoursInAll { scale: word })
        }
        _ => format!("{word} {}", info.unit.label().get(t.lang)),
    };
    let when = match period {
        Period::Year(year) => (years.0 + year as i32).to_string(),
        Period::Total => number::years(years.0, years.1),
    };
    let unit = match basis == Basis::PresentValue {
        true => t.get(say::UnitPresentValue { unit: unit.trim(), year: years.0.to_string() }),
        false => unit,
    };
    (t.get(say::Lead { outcome: info.label.get(t.lang), when: &when }), unit.trim().to_string())
}
