//! How a row of numbers is shown: in which unit, and to which digit. No digit is shown that the Monte Carlo
//! error does not support.

use super::number::{self, NBSP, Scale};
use crate::outcomes::{Kind, Measure, Outcome};
use crate::records::tables::SummaryLine;
use crate::text::Lang;

/// Digits shown of the largest number of a row, where the Monte Carlo error allows that many.
const DIGITS: i32 = 4;

/// An error that leaves two digits of a number is at most so small a part of it.
const TWO_DIGITS: f64 = 100.0;

/// Unit and last digit of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Millions, thousands …
    pub scale: Scale,
    /// Percent instead of a share.
    pub percent: bool,
    /// Power of ten of the last digit, in the unit shown.
    pub place: i32,
}

impl Format {
    /// For numbers of a kind, of which the largest is `largest` and the largest Monte Carlo error `error`.
    pub fn new(scale: Scale, percent: bool, largest: f64, error: f64) -> Format {
        let unit = if percent { 0.01 } else { (0..scale.digits()).fold(1.0, |x, _| x * 10.0) };
        let size = |x: f64| if x > 0.0 { (x / unit).log10() } else { f64::NEG_INFINITY };
        let finest = if scale == Scale::One && !percent { -2 } else { -1 };
        let by_size = (size(largest).floor() as i32).saturating_sub(DIGITS - 1);
        let by_error = size(error).ceil() as i32;
        Format { scale, percent, place: by_size.max(by_error).max(finest) }
    }

    /// For one number: to the digit its error allows, but never fewer than two.
    pub fn of_one(scale: Scale, x: f64, error: f64) -> Format {
        Format::new(scale, false, x.abs(), error.min(x.abs() / TWO_DIGITS))
    }

    /// For lines of `summary.csv` about an outcome.
    pub fn of<'a>(outcome: Outcome, lines: impl IntoIterator<Item = &'a SummaryLine>) -> Format {
        let (mut largest, mut error) = (0.0_f64, 0.0_f64);
        for line in lines {
            let ends = line.interval().map_or(0.0, |(low, high)| low.abs().max(high.abs()));
            largest = largest.max(line.mean.abs()).max(ends);
            error = error.max(line.mcse.unwrap_or(0.0));
        }
        let info = outcome.info();
        let scale = match (info.kind, info.unit) {
            (Kind::Money, Measure::NokPerInhabitant) => Scale::One,
            (Kind::Money, _) if largest >= 1e11 => Scale::Billion,
            (Kind::Money, _) => Scale::Million,
            (_, Measure::HoursPerYear) if largest >= 1e4 => Scale::Thousand,
            _ => Scale::One,
        };
        let mut format = Format::new(scale, info.unit == Measure::Share, largest, error);
        // Persons, hours and years of work are whole unless there are few.
        let whole =
            !matches!(info.unit, Measure::Share | Measure::Ratio | Measure::Months | Measure::HoursPerWeek);
        if whole && largest >= 10.0 && scale == Scale::One {
            format.place = format.place.max(0);
        }
        format
    }

    /// The same unit, to the digit that one line supports.
    pub fn own(self, line: &SummaryLine) -> Format {
        let ends = line.interval().map_or(0.0, |(low, high)| low.abs().max(high.abs()));
        let largest = line.mean.abs().max(ends);
        let own = Format::new(self.scale, self.percent, largest, line.mcse.unwrap_or(0.0));
        let whole = self.scale == Scale::One && !self.percent && self.place >= 0 && largest >= 10.0;
        Format { place: if whole { own.place.max(0) } else { own.place }, ..self }
    }

    /// For running text: hours and kroner in the unit that needs fewest digits.
    pub fn in_text(outcome: Outcome, lines: &[&SummaryLine]) -> Format {
        let format = Format::of(outcome, lines.iter().copied());
        let size = |line: &&SummaryLine| line.mean.abs();
        let least = lines.iter().map(size).fold(f64::INFINITY, f64::min);
        let largest = lines.iter().map(size).fold(0.0, f64::max);
        let scale = match format.scale {
            Scale::Thousand if largest >= 1e6 => Scale::Million,
            Scale::Million if least >= 1e9 => Scale::Billion,
            other => other,
        };
        Format { scale, ..format }
    }

    fn shift(self) -> i32 {
        if self.percent { 2 } else { -self.scale.digits() }
    }

    /// A number in the unit shown, not rounded.
    pub fn value(self, x: f64) -> f64 {
        x * 10_f64.powi(self.shift())
    }

    /// A number without its unit.
    pub fn number(self, x: f64, lang: Lang) -> String {
        number::placed(x, self.shift(), self.place, lang)
    }

    /// The same with a plus sign above zero.
    pub fn signed(self, x: f64, lang: Lang) -> String {
        let text = self.number(x, lang);
        let positive = x > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        if positive { format!("+{text}") } else { text }
    }

    /// An interval without its unit.
    pub fn interval(self, (low, high): (f64, f64), lang: Lang) -> String {
        format!("[{};{NBSP}{}]", self.number(low, lang), self.number(high, lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_digit_that_the_error_does_not_support() {
        let money = |largest, error| Format::new(Scale::Million, false, largest, error).place;
        assert_eq!(money(5448e6, 16e6), 2);
        assert_eq!(money(5448e6, 10e6), 1);
        assert_eq!(money(5448e6, 0.0), 0);
        assert_eq!(money(31e6, 0.0), -1);
        let share = Format::new(Scale::One, true, 0.423, 0.0004);
        assert_eq!(share.place, -1);
        assert_eq!(share.number(0.4234, Lang::Nb), "42,3");
        assert_eq!(Format::new(Scale::One, false, 0.0, 0.0).number(0.0, Lang::Nb), "0,00");
        assert_eq!(share.interval((-0.1, 0.2), Lang::En), "[\u{2212}10.0;\u{a0}20.0]");
    }
}
