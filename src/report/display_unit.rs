//! What a number counts, in which scale it is shown, and what that is called.
//!
//! The scale follows from what is measured, never from the size of a number: all money of a table can be added up by eye, and
//! levels and their differences, a year and all years, and two runs, can be compared.

use super::texts::Texts;
use super::words;
use crate::analysis::precision::Headline;
use crate::analysis::summary::{Basis, Period};
use crate::outcomes::{Measure, Outcome};
use crate::text::number::{self, Scale};
use crate::text::say;

/// What a number counts, and in which scale it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisplayUnit {
    measure: Measure,
    /// Thousands, millions, per cent …
    pub scale: Scale,
    /// Whether years are added up.
    added_up: bool,
    /// Whether it is the difference of two such numbers.
    pub(super) difference: bool,
    /// Whose kroner fixed kroner are.
    price_year: i32,
    /// The year to which kroner are discounted, if they are.
    discounted_to: Option<i32>,
    /// Whether the number told in running text is one: «1 million», but «2 millioner».
    pub(super) one: bool,
}

impl DisplayUnit {
    /// Of a bare number.
    pub const NUMBER: DisplayUnit = DisplayUnit {
        measure: Measure::Ratio,
        scale: Scale::One,
        added_up: false,
        difference: false,
        price_year: 0,
        discounted_to: None,
        one: false,
    };

    /// Of an outcome; `added_up` over the whole period, of which `first_year` is the first.
    pub fn of(
        outcome: Outcome,
        basis: Basis,
        added_up: bool,
        price_year: i32,
        first_year: i32,
    ) -> DisplayUnit {
        let info = outcome.info();
        let added_up = added_up && info.additive;
        let scale = match info.unit {
            Measure::Nok => Scale::Million,
            Measure::HoursPerYear => Scale::Thousand,
            Measure::Share => Scale::Percent,
            _ => Scale::One,
        };
        let discounted_to = (basis == Basis::PresentValue).then_some(first_year);
        let measure = info.unit;
        DisplayUnit { measure, scale, added_up, price_year, discounted_to, ..DisplayUnit::NUMBER }
    }

    /// Of a headline, in a run of these years.
    pub fn of_headline((outcome, basis, period): Headline, price_year: i32, first_year: i32) -> DisplayUnit {
        DisplayUnit::of(outcome, basis, period == Period::Total, price_year, first_year)
    }

    /// Of a number whose unit is named in a file (`share`, `NOK`, `persons` …).
    pub fn named(id: &str) -> DisplayUnit {
        let (measure, scale) = match id {
            _ if words::percent(id).is_some() => (Measure::Share, Scale::Percent),
            "NOK" => (Measure::Nok, Scale::Million),
            "persons" => (Measure::Persons, Scale::One),
            _ => (Measure::Ratio, Scale::One),
        };
        DisplayUnit { measure, scale, ..DisplayUnit::NUMBER }
    }

    /// Name of such a unit, in the scale its numbers are shown in.
    pub fn name_of(id: &str, t: &Texts) -> String {
        match words::percent(id) {
            Some(name) => t.get(name),
            None => {
                let name =
                    format!("{} {}", DisplayUnit::named(id).scale.word(t.lang), words::unit(id, t.lang));
                t.named(name.trim().to_string())
            }
        }
    }

    /// Of an assumption whose unit is named in a file: shares are told as per cent, the rest as it is.
    pub fn of_assumption(id: &str) -> DisplayUnit {
        match words::percent(id) {
            Some(_) => DisplayUnit::named(id),
            None => DisplayUnit::NUMBER,
        }
    }

    /// Name of the unit of an assumption.
    pub fn name_of_assumption(id: &str, t: &Texts) -> String {
        match words::percent(id) {
            Some(name) => t.get(name),
            None => t.named(words::unit(id, t.lang).to_string()),
        }
    }

    /// Of the difference of two such numbers.
    pub fn of_difference(self) -> DisplayUnit {
        DisplayUnit { difference: true, ..self }
    }

    /// The same in another scale.
    pub fn scaled(self, scale: Scale) -> DisplayUnit {
        DisplayUnit { scale, ..self }
    }

    /// Its name in tables and on axes: «mill. 2026-kroner, nåverdi i 2024».
    pub fn name(self, t: &Texts) -> String {
        let (scale, year) = (self.scale.word(t.lang), self.price_year);
        let name = match self.measure {
            Measure::Share if self.difference => t.get(say::TEXT_POINTS),
            Measure::Share => t.get(say::UNIT_PERCENT),
            Measure::NokPerInhabitant => t.get(say::UnitPerInhabitant { year }),
            Measure::Nok => t.get(say::UnitMoney { scale, year }),
            Measure::HoursPerYear if self.added_up => t.get(say::UnitHoursInAll { scale }),
            Measure::Persons if self.added_up => t.get(say::UNIT_PERSON_YEARS),
            measure => t.named(format!("{scale} {}", measure.label().get(t.lang))),
        };
        let name = name.trim().to_string();
        match self.discounted_to {
            None => name,
            Some(year) => t.get(say::UnitPresentValue { unit: &name, year: &year.to_string() }),
        }
    }

    /// Its name in running text: «millioner kroner».
    pub fn in_text(self, t: &Texts) -> String {
        match (self.measure, self.scale) {
            (Measure::Share, _) => t.get(say::TEXT_POINTS),
            (Measure::Nok, Scale::Billion) if self.one => t.get(say::TEXT_BILLION_ONE),
            (Measure::Nok, Scale::Billion) => t.get(say::TEXT_BILLION),
            (Measure::Nok, _) if self.one => t.get(say::TEXT_MILLION_ONE),
            (Measure::Nok, _) => t.get(say::TEXT_MILLION),
            (Measure::HoursPerYear, Scale::Billion) if self.one => t.get(say::TEXT_BILLION_HOURS_ONE),
            (Measure::HoursPerYear, Scale::Billion) => t.get(say::TEXT_BILLION_HOURS),
            (Measure::HoursPerYear, Scale::Million) if self.one => t.get(say::TEXT_MILLION_HOURS_ONE),
            (Measure::HoursPerYear, Scale::Million) => t.get(say::TEXT_MILLION_HOURS),
            (Measure::HoursPerYear, _) => t.get(say::TEXT_THOUSAND_HOURS),
            (Measure::Persons, _) if self.one => t.get(say::TEXT_PERSON_ONE),
            (Measure::Admissions, _) if self.one => t.get(say::TEXT_ADMISSION_ONE),
            (measure, _) => measure.label().get(t.lang).to_string(),
        }
    }

    /// Whether what it measures is counted one by one.
    pub(super) fn counted(self) -> bool {
        matches!(self.measure, Measure::Persons | Measure::Admissions) && !self.added_up
    }

    /// Power of ten of the finest digit that anybody asks for: whole ten thousand kroner, whole tens of hours, hundredths
    /// of the rest; of bare numbers, whatever they have.
    pub(super) fn finest(self) -> i32 {
        match self.measure {
            Measure::Nok => 4,
            Measure::HoursPerYear => 1,
            Measure::Share => -4,
            _ if self == DisplayUnit::NUMBER => i32::MIN,
            _ => -2,
        }
    }

    /// Whether halves of it mean nothing once there are ten: persons and full-time equivalents, but not months.
    pub(super) fn whole(self) -> bool {
        !matches!(self.measure, Measure::Share | Measure::Ratio | Measure::Months | Measure::HoursPerWeek)
    }
}

/// Name of a headline with its year or years; `years` are the first and the last simulated.
pub fn headline_name((outcome, _, period): Headline, years: (i32, i32), t: &Texts) -> String {
    let when = match period {
        Period::Year(year) => (years.0 + year as i32).to_string(),
        Period::Total => number::years(years.0, years.1),
    };
    t.get(say::Lead { outcome: outcome.info().label.get(t.lang), when: &when })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn money_and_hours_have_one_unit_whatever_their_size() {
        let unit = |o, basis, added_up| DisplayUnit::of(o, basis, added_up, 2026, 2024);
        let cost = unit(Outcome::SocietyCost, Basis::PresentValue, true);
        assert_eq!((cost.scale, cost.of_difference().scale), (Scale::Million, Scale::Million));
        assert_eq!(unit(Outcome::StateNet, Basis::Fixed, false).scale, Scale::Million);
        assert_eq!(unit(Outcome::UnmetHours, Basis::Count, false).scale, Scale::Thousand);
        assert_eq!(unit(Outcome::UnmetHours, Basis::Count, true).scale, Scale::Thousand);
    }

    #[test]
    fn names_say_scale_price_year_and_discounting() {
        let t = Texts::new(Lang::Nb);
        let name = |o, basis, added_up| DisplayUnit::of(o, basis, added_up, 2026, 2024).name(&t);
        assert_eq!(
            name(Outcome::SocietyCost, Basis::PresentValue, true),
            "mill. 2026-kroner, nåverdi i 2024"
        );
        assert_eq!(name(Outcome::Recipients, Basis::Count, true), "personår i alt");
        let share = DisplayUnit::of(Outcome::Coverage, Basis::Count, false, 2026, 2024);
        assert_eq!(
            (share.name(&t), share.of_difference().name(&t)),
            ("prosent".into(), "prosentpoeng".into())
        );
        assert_eq!(DisplayUnit::name_of("NOK", &t), "mill. kr");
    }
}
