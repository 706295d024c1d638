//! A number as people read it: in which unit, to which digit, with which interval. Screen, page, workbook and every
//! analysis make it here, so that a figure is the same text wherever it stands.
//!
//! The last digit of an outcome's number is that of its series (`digits`); that of any other follows from its own Monte
//! Carlo error.

use super::display_unit::DisplayUnit;
use super::document::{Cell, Missing};
use super::texts::Texts;
use crate::analysis::statistics::Statistics;
use crate::records::tables::SummaryLine;
use crate::text::Lang;
use crate::text::number::{self, NBSP, Scale};

/// Digits shown of the largest of a number and the ends of its interval, where the Monte Carlo error allows that many.
pub(super) const DIGITS: i32 = 4;
/// Digits of an assumption in round words.
const ROUND: i32 = 2;
/// From here on persons are whole.
const TEN: f64 = 10.0;
/// Digits shown of a number that nothing was drawn for.
const EXACT_DIGITS: i32 = 5;
/// Standard deviations between the 5th and the 95th percentile of a normal distribution.
const SPREAD: f64 = 3.29;

/// A number with unit, last digit and interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number, not rounded, in its measure's own unit.
    pub value: f64,
    /// The 5th and 95th percentile around it.
    pub interval: Option<(f64, f64)>,
    /// Its unit.
    pub unit: DisplayUnit,
    /// Power of ten of the last digit shown, in the measure's own unit.
    place: i32,
}

impl Quantity {
    /// A number with the Monte Carlo error of its mean: no digit is shown that the error does not support.
    pub fn new(unit: DisplayUnit, value: f64, interval: Option<(f64, f64)>, error: f64) -> Quantity {
        let largest = largest(value, interval);
        let mut place = last_digit(largest, DIGITS).max(ceiling(error));
        if unit.whole() && largest >= TEN {
            place = place.max(0);
        }
        Quantity::placed(unit, value, interval, place)
    }

    /// A number to the digit of a series, or to the finest that anybody asks for.
    fn placed(unit: DisplayUnit, value: f64, interval: Option<(f64, f64)>, place: i32) -> Quantity {
        let mut place = place.max(unit.finest());
        // Nothing is nothing to any digit; neither is what adding up leaves of it.
        if largest(value, interval) < 0.5 * 10_f64.powi(place) {
            place = place.max(unit.scale.digits());
        }
        // What is the same in every draw, as far as it is shown, has no interval.
        let shown = |x: f64| (x * 10_f64.powi(-place)).round();
        let varies = |(low, high): &(f64, f64)| shown(*low) < shown(*high) || shown(*low) != shown(value);
        Quantity { value, interval: interval.filter(varies), unit, place }
    }

    /// A line of `summary.csv`, to the digit of its series.
    pub fn of_line(unit: DisplayUnit, line: &SummaryLine) -> Quantity {
        match line.last_digit {
            Some(place) => Quantity::placed(unit, line.mean, line.interval(), place),
            None => Quantity::new(unit, line.mean, line.interval(), line.mcse.unwrap_or(0.0)),
        }
    }

    /// What follows from lines of `summary.csv`, to the digit of theirs that is coarsest.
    pub fn in_series(
        unit: DisplayUnit,
        value: f64,
        interval: Option<(f64, f64)>,
        last_digit: Option<i32>,
    ) -> Quantity {
        Quantity::placed(unit, value, interval, last_digit.unwrap_or(i32::MIN))
    }

    /// A mean over draws.
    pub fn of_statistics(unit: DisplayUnit, s: &Statistics) -> Quantity {
        Quantity::new(unit, s.mean, s.percentiles.map(|p| (p[0], p[4])), s.mcse.unwrap_or(0.0))
    }

    /// A mean over so many draws of which the interval is known but not the error.
    pub fn of_draws(unit: DisplayUnit, mean: f64, interval: Option<(f64, f64)>, draws: usize) -> Quantity {
        let spread = interval.map_or(0.0, |(low, high)| (high - low) / SPREAD);
        Quantity::new(unit, mean, interval, spread / (draws.max(1) as f64).sqrt())
    }

    /// An estimate whose interval is its own Monte Carlo error.
    pub fn estimated(unit: DisplayUnit, value: f64, (low, high): (f64, f64)) -> Quantity {
        Quantity::of_draws(unit, value, Some((low, high)), 1)
    }

    /// A Monte Carlo error, which is itself known to about two digits.
    pub fn of_error(unit: DisplayUnit, error: f64) -> Quantity {
        Quantity::new(unit, error, None, error.abs() / 100.0)
    }

    /// A number that nothing was drawn for: with the digits it has, but no finer than anybody asks for.
    pub fn known(unit: DisplayUnit, value: f64) -> Quantity {
        let ones = unit.scale.digits();
        let finest = last_digit(value.abs(), EXACT_DIGITS).max(unit.finest()).min(ones);
        let all_shown = |place: &i32| {
            let rest = value * 10_f64.powi(-place);
            (rest - rest.round()).abs() < 0.5 * 10_f64.powi(finest - place)
        };
        let place = (finest..=ones).rev().find(all_shown).unwrap_or(finest);
        Quantity { value, interval: None, unit, place }
    }

    /// The mean of an assumption that is drawn, in round words: nobody holds 2 014.45 kroner for true.
    pub fn assumed(unit: DisplayUnit, mean: f64, (low, high): (f64, f64)) -> Quantity {
        let spread = last_digit((high - low).abs() / 2.0, 1);
        let place = last_digit(largest(mean, Some((low, high))), ROUND).min(spread);
        Quantity::placed(unit, mean, Some((low, high)), place)
    }

    /// A bare number that nothing was drawn for: a parameter, a step of a case.
    pub fn exact(value: f64) -> Quantity {
        // What adding up leaves of zero is zero.
        Quantity::known(DisplayUnit::NUMBER, if value.abs() < 1e-9 { 0.0 } else { value })
    }

    /// A number to a digit that is given: a column of a budget, which must add up.
    pub fn to_place(scale: Scale, value: f64, place: i32) -> Quantity {
        Quantity { value, interval: None, unit: DisplayUnit::NUMBER.scaled(scale), place }
    }

    /// Power of ten to which amounts that must add up are rounded: so many digits of the largest, and none finer than a tenth of
    /// what the Monte Carlo error supports.
    pub fn place_of(largest: f64, digits: i32, error: f64) -> i32 {
        last_digit(largest, digits).max(ceiling(error).saturating_sub(1))
    }

    /// Another number of the same figure, to the same digit.
    pub fn with(self, value: f64) -> Quantity {
        Quantity { value, interval: None, ..self }
    }

    /// Another number of the same figure with an interval of its own, to the same digit.
    pub fn with_interval(self, value: f64, interval: Option<(f64, f64)>) -> Quantity {
        Quantity::placed(self.unit, value, interval, self.place)
    }

    /// The same number with an interval, to the same digit.
    pub fn within(self, interval: Option<(f64, f64)>) -> Quantity {
        Quantity { interval, ..self }
    }

    /// The same without its interval.
    pub fn bare(self) -> Quantity {
        self.with(self.value)
    }

    /// The same without decimals: what can only be a whole number.
    pub fn whole(self) -> Quantity {
        Quantity { place: self.place.max(self.unit.scale.digits()), ..self }
    }

    /// Numbers of a row that add up, all to the last digit of the finest among them; nothing is nothing to any digit.
    pub fn to_one_digit(row: &mut [Quantity]) {
        let told = |q: &&Quantity| largest(q.value, q.interval) > 0.0;
        let Some(place) = row.iter().filter(told).map(|q| q.place).min() else { return };
        // What is counted in whole ones has no parts of one once there are ten.
        let many = row.iter().any(|q| q.unit.whole() && largest(q.value, q.interval) >= TEN);
        let place = if many { place.max(0) } else { place };
        row.iter_mut().for_each(|q| q.place = place);
    }

    /// The same to one digit more, where anybody asks for so many.
    pub fn finer(self) -> Option<Quantity> {
        let finest = if self.unit.whole() { self.unit.finest().max(0) } else { self.unit.finest() };
        (self.place > finest).then(|| Quantity { place: self.place - 1, ..self })
    }

    /// Whether it is shown with so many digits.
    pub fn has_digits(self, digits: i32) -> bool {
        self.value != 0.0 && self.place <= last_digit(self.value.abs(), digits)
    }

    /// The same as the difference of two such numbers.
    pub fn of_difference(self) -> Quantity {
        Quantity { unit: self.unit.of_difference(), ..self }
    }

    /// The same number in the unit of running text: a thousand thousands are a million there, and one is no plural.
    pub fn in_text(self) -> Quantity {
        let larger = match self.unit.scale {
            Scale::Thousand => Scale::Million,
            Scale::Million => Scale::Billion,
            scale => scale,
        };
        let scale = if self.value.abs() >= 10_f64.powi(larger.digits()) { larger } else { self.unit.scale };
        let mut unit = self.unit.scaled(scale);
        let shown = (self.value * 10_f64.powi(-self.place)).round() * 10_f64.powi(self.place);
        // «1», but «1,0 millioner».
        unit.one = self.place >= scale.digits() && shown.abs() == 10_f64.powi(scale.digits());
        Quantity { unit, ..self }
    }

    /// The name of its unit beside the number: of what is counted one is no plural.
    pub fn unit_name(self, t: &Texts) -> String {
        let own = self.in_text().unit;
        if own.one && own.counted() { own.in_text(t) } else { self.unit.name(t) }
    }

    /// A number of the same figure in the unit shown, not rounded.
    fn in_unit(self, x: f64) -> f64 {
        x * 10_f64.powi(-self.unit.scale.digits())
    }

    /// The number without its unit.
    pub fn number(self, lang: Lang) -> String {
        let shift = -self.unit.scale.digits();
        number::placed(self.value, shift, self.place + shift, lang)
    }

    /// The same with a plus sign above zero: for differences.
    pub fn signed(self, lang: Lang) -> String {
        let text = self.number(lang);
        let positive = self.value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        if positive { format!("+{text}") } else { text }
    }

    /// The interval without its unit; empty where there is none.
    pub fn interval(self, lang: Lang) -> String {
        self.interval.map_or(String::new(), |(low, high)| {
            format!("[{};{NBSP}{}]", self.with(low).number(lang), self.with(high).number(lang))
        })
    }

    /// Whether the number as it is shown lies outside its interval as that is shown.
    pub fn is_outside(self) -> bool {
        let shown = |x: f64| (x * 10_f64.powi(-self.place)).round();
        let outside = |(low, high)| shown(self.value) < shown(low) || shown(self.value) > shown(high);
        self.interval.is_some_and(outside)
    }

    /// The ends of the interval where it lies on both sides of nought as it is shown, so that the number may go either way;
    /// nothing where it does not. An end that is shown as nought has no direction of its own.
    pub fn either_way(self, lang: Lang) -> Option<(Quantity, Quantity)> {
        let (low, high) = self.interval.filter(|(low, high)| *low < 0.0 && *high > 0.0)?;
        let ends = [self.with(low), self.with(high)];
        let some = |end: &Quantity| end.number(lang).bytes().any(|b| (b'1'..=b'9').contains(&b));
        ends.iter().all(some).then(|| (ends[0], ends[1]))
    }

    /// The number and its interval in a cell, with a plus sign above zero for differences.
    pub fn cell(self, lang: Lang) -> Cell {
        if !self.value.is_finite() {
            return Cell::Missing(Missing::Unknown);
        }
        let shown = if self.unit.difference { self.signed(lang) } else { self.number(lang) };
        let value = self.in_unit(self.value);
        match self.interval {
            None => Cell::Number { value, shown },
            Some((low, high)) => Cell::Estimate {
                mean: value,
                interval: Some((self.in_unit(low), self.in_unit(high))),
                shown,
                shown_interval: self.interval(lang),
                direction: String::new(),
            },
        }
    }

    /// Whether the numbers shown of `first` and `second` differ by the number shown here.
    pub fn is_difference(self, first: Quantity, second: Quantity) -> bool {
        let finest = self.place.min(first.place).min(second.place);
        let shown = |q: Quantity| {
            let text =
                number::placed(q.value, -q.place, 0, Lang::En).replace(',', "").replace(number::MINUS, "-");
            Some(text.parse::<i128>().ok()? * 10_i128.checked_pow((q.place - finest).unsigned_abs())?)
        };
        match (shown(first), shown(second), shown(self)) {
            (Some(first), Some(second), Some(difference)) => first - second == difference,
            _ => true,
        }
    }
}

/// The largest of a number and the ends of its interval, without sign.
fn largest(value: f64, interval: Option<(f64, f64)>) -> f64 {
    interval.map_or(0.0, |(low, high)| low.abs().max(high.abs())).max(value.abs())
}

/// Power of ten of the last of so many digits; 0 for zero.
pub(super) fn last_digit(x: f64, digits: i32) -> i32 {
    if x > 0.0 { x.log10().floor() as i32 - (digits - 1) } else { 0 }
}

/// The lowest power of ten that an error does not reach.
pub(super) fn ceiling(error: f64) -> i32 {
    if error > 0.0 { error.log10().ceil() as i32 } else { i32::MIN }
}

#[cfg(test)]
#[path = "quantity_tests.rs"]
mod tests;
