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
mod tests {
    use super::*;
    use crate::analysis::summary::Basis;
    use crate::outcomes::Outcome;

    fn money() -> DisplayUnit {
        DisplayUnit::named("NOK")
    }

    fn shown(unit: DisplayUnit, value: f64, error: f64) -> String {
        Quantity::new(unit, value, None, error).number(Lang::Nb)
    }

    #[test]
    fn no_digit_that_the_error_does_not_support() {
        assert_eq!(shown(money(), 5448e6, 16e6), "5\u{a0}400");
        assert_eq!(shown(money(), 5448e6, 10e6), "5\u{a0}450");
        assert_eq!(shown(money(), 5448.4e6, 0.0), "5\u{a0}448");
        assert_eq!(shown(money(), 31.26e6, 0.0), "31,26");
        assert_eq!(shown(money(), 3.126e6, 2e6), "0");
        assert_eq!(shown(money(), 0.0, 0.0), "0");
        let cost = DisplayUnit::of(Outcome::SocietyCost, Basis::PresentValue, true, 2026, 2024);
        assert_eq!(shown(cost, 348.4e9, 0.09e9), "348\u{a0}400");
        assert_eq!(shown(cost.of_difference(), 35e6, 2e6), "40");
        let share = Quantity::new(DisplayUnit::named("share"), 0.4234, Some((-0.1, 0.2)), 0.0004);
        assert_eq!(
            (share.number(Lang::Nb), share.interval(Lang::En)),
            ("42,3".into(), "[\u{2212}10.0;\u{a0}20.0]".into())
        );
    }

    #[test]
    fn persons_are_whole_unless_there_are_few() {
        let persons = DisplayUnit::named("persons");
        assert_eq!(shown(persons, 31.46, 0.0), "31");
        assert_eq!(shown(persons, 3.46, 0.0), "3,46");
        assert_eq!(Quantity::new(persons, 3.46, Some((-12.0, 1.0)), 0.2).number(Lang::Nb), "3");
    }

    /// The digits are those of the tables: only the word for the scale changes.
    #[test]
    fn running_text_says_a_million_for_a_thousand_thousands() {
        let t = Texts::new(Lang::Nb);
        let hours = DisplayUnit::of(Outcome::UnmetHours, Basis::Count, false, 2026, 2024);
        let told = |x: f64, error: f64| {
            let q = Quantity::new(hours, x, None, error).in_text();
            format!("{} {}", q.number(Lang::Nb), q.unit.in_text(&t))
        };
        let said = |x: f64| told(x, 30e3);
        assert_eq!(said(7_405e3), "7,4 millioner timer");
        assert_eq!(said(740e3), "700 tusen timer");
        assert_eq!(said(1_020e3), "1,0 millioner timer");
        assert_eq!(told(1_020e3, 300e3), "1 million timer");
    }

    #[test]
    fn assumptions_stand_in_round_words() {
        let shown = |unit: &str, mean, ends| {
            let q = Quantity::assumed(DisplayUnit::of_assumption(unit), mean, ends);
            format!("{} {}", q.number(Lang::En), q.interval(Lang::En))
        };
        assert_eq!(shown("NOK/yr", 2_014.45, (1_020.0, 3_010.0)), "2,000 [1,000;\u{a0}3,000]");
        assert_eq!(shown("NOK/yr", 15_428.48, (11_800.0, 19_900.0)), "15,000 [12,000;\u{a0}20,000]");
        assert_eq!(shown("share", 0.803, (0.74, 0.86)), "80 [74;\u{a0}86]");
        assert_eq!(shown("months", 3.29, (2.4, 4.3)), "3.3 [2.4;\u{a0}4.3]");
    }

    #[test]
    fn what_is_the_same_in_every_draw_has_no_interval() {
        let q = Quantity::new(DisplayUnit::named("persons"), 4450.0, Some((4450.0, 4450.0)), 0.0);
        assert_eq!(q.interval(Lang::Nb), "");
        assert!(matches!(q.cell(Lang::Nb), Cell::Number { .. }));
    }

    #[test]
    fn exact_numbers_have_the_digits_they_have() {
        let n = |x| Quantity::exact(x).number(Lang::Nb);
        assert_eq!(
            [n(0.8), n(43.425), n(8.108_666), n(20_833.333_3)],
            ["0,8", "43,425", "8,1087", "20\u{a0}833"]
        );
        let share = |x| Quantity::known(DisplayUnit::named("share"), x).number(Lang::Nb);
        assert_eq!([share(0.16696), share(0.05)], ["16,7", "5"]);
        assert_eq!(
            Quantity::known(DisplayUnit::named("NOK"), 8_858_612_000.0).number(Lang::Nb),
            "8\u{a0}858,6"
        );
        assert_eq!(
            [n(0.004_333_333), n(1e-12), n(1_249_620.0), n(0.1 + 0.2)],
            ["0,0043333", "0", "1\u{a0}249\u{a0}620", "0,3"]
        );
    }

    #[test]
    fn what_is_shown_may_not_add() {
        let m = |x: f64| Quantity::new(money(), x * 1e6, None, 1e6);
        assert!(m(150.0).is_difference(m(250.0), m(100.0)));
        // 100,4 and 250,6 are shown as 100 and 251, their difference as 150.
        assert!(!m(150.2).is_difference(m(250.6), m(100.4)));
    }

    /// A row of what was, what is and how it moved adds up as it is read, but for one of the last digit.
    #[test]
    fn what_moved_is_told_to_one_digit() {
        let m = |x: f64, error: f64| Quantity::new(money(), x * 1e6, None, error * 1e6);
        let told = |mut row: Vec<Quantity>| {
            Quantity::to_one_digit(&mut row);
            row.iter().map(|q| q.number(Lang::En).replace('\u{2212}', "-")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(vec![m(-1702.0, 60.0), m(-1733.0, 50.0), m(-31.0, 0.5)]), "-1,702 -1,733 -31");
        // Of those of which the change is known least, too.
        assert_eq!(told(vec![m(-204.0, 60.0), m(-261.0, 9.0), m(-57.0, 70.0)]), "-200 -260 -60");
        assert_eq!(told(vec![m(-1702.0, 60.0), m(-1702.0, 60.0), m(0.0, 0.0)]), "-1,700 -1,700 0");
        let persons = |x, error| Quantity::new(DisplayUnit::named("persons"), x, None, error);
        assert_eq!(
            told(vec![persons(1024.6, 60.0), persons(1024.8, 6.0), persons(0.24, 0.0)]),
            "1,025 1,025 0"
        );
        assert_eq!(told(vec![persons(-8.2, 0.2), persons(-9.6, 6.0), persons(-1.4, 0.2)]), "-8 -10 -1");
    }
}
