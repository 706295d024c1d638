//! The number formatter for people, the only one: bokmål, nynorsk and English. (Files have plain
//! numbers, see `records::record`.)
//!
//! Numbers are rounded on their shortest decimal text, half away from zero, because rounding the
//! binary value turns 0,35 into 0,3. Units (millions, percent) move the decimal point in the text
//! for the same reason.

use super::Lang;

/// Shown where a number is missing.
pub const MISSING: &str = "..";
/// The hard space between groups of digits and before units.
pub const NBSP: char = '\u{a0}';
/// The minus sign people read.
pub const MINUS: char = '\u{2212}';

/// How many digits the decimal point is moved: the scale in which money, hours or shares are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Hundredths.
    Percent,
    /// As it is.
    One,
    /// Thousands.
    Thousand,
    /// Millions.
    Million,
    /// Thousand millions (milliarder).
    Billion,
}

impl Scale {
    /// Powers of ten.
    pub fn digits(self) -> i32 {
        match self {
            Scale::Percent => -2,
            Scale::One => 0,
            Scale::Thousand => 3,
            Scale::Million => 6,
            Scale::Billion => 9,
        }
    }
    /// The abbreviation used in tables; empty for [`Scale::One`] and [`Scale::Percent`].
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Scale::Percent | Scale::One, _) => "",
            (Scale::Thousand, Lang::En) => "thousand",
            (Scale::Thousand, _) => "tusen",
            (Scale::Million, Lang::En) => "million",
            (Scale::Million, _) => "mill.",
            (Scale::Billion, Lang::En) => "billion",
            (Scale::Billion, _) => "mrd.",
        }
    }
}

/// A number with its decimals, digits grouped by threes.
pub fn number(x: f64, decimals: usize, lang: Lang) -> String {
    shifted(x, 0, decimals, lang)
}

/// A share as percent, `12,3 %`.
pub fn percent(share: f64, decimals: usize, lang: Lang) -> String {
    let n = shifted(share, 2, decimals, lang);
    match lang {
        Lang::En => format!("{n}%"),
        _ => format!("{n}{NBSP}%"),
    }
}

/// A probability as percent, never 0 or 100 where it only rounds to them: `< 0,1 %`, `> 99,9 %`.
pub fn probability(p: f64, lang: Lang) -> String {
    if !p.is_finite() {
        return MISSING.to_string();
    }
    let edge = |sign, share| format!("{sign}{NBSP}{}", percent(share, 1, lang));
    if p < 0.001 {
        edge('<', 0.001)
    } else if p > 0.999 {
        edge('>', 0.999)
    } else if !(0.01..=0.99).contains(&p) {
        percent(p, 1, lang)
    } else {
        percent(p, 0, lang)
    }
}

/// A stretch of years, `2001–15`; years never have a space in them.
pub fn years(from: i32, to: i32) -> String {
    if from == to {
        format!("{from}")
    } else if from / 100 == to / 100 && from > 0 {
        format!("{from}–{:02}", to % 100)
    } else {
        format!("{from}–{to}")
    }
}

/// A number rounded to a power of ten: `place` 2 is whole hundreds, −1 one decimal. The decimal point is
/// moved `shift` places to the right first (−6: millions; 2: percent).
pub fn placed(x: f64, shift: i32, place: i32, lang: Lang) -> String {
    match usize::try_from(place) {
        Err(_) => shifted(x, shift, place.unsigned_abs() as usize, lang),
        Ok(zeros) => match rounded(x, shift - place, 0) {
            None => MISSING.to_string(),
            Some((_, whole, _)) if whole == "0" => whole,
            Some((negative, whole, _)) => {
                grouped(negative, &format!("{whole}{}", "0".repeat(zeros)), "", lang)
            }
        },
    }
}

/// Moves the decimal point `shift` places to the right, rounds and groups.
fn shifted(x: f64, shift: i32, decimals: usize, lang: Lang) -> String {
    match rounded(x, shift, decimals) {
        None => MISSING.to_string(),
        Some((negative, whole, fraction)) => grouped(negative, &whole, &fraction, lang),
    }
}

/// Digits with sign, groups and decimal mark.
fn grouped(negative: bool, whole: &str, fraction: &str, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::En => (',', '.'),
        _ => (NBSP, ','),
    };
    let mut text = String::new();
    if negative {
        text.push(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Sign, whole part and exactly `decimals` decimals of x·10^shift, rounded half away from zero;
/// nothing where x is no number. Zero has no sign.
fn rounded(x: f64, shift: i32, decimals: usize) -> Option<(bool, String, String)> {
    if !x.is_finite() {
        return None;
    }
    let text = format!("{}", x.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|b| b - b'0').collect();
    // Number of digits before the decimal point once it is moved; may be negative.
    let point = whole.len() as i64 + i64::from(shift);
    // A digit before everything takes the carry; leading zeros stand in for small numbers.
    let lead = usize::try_from(1 - point.min(0)).unwrap_or(1);
    digits.splice(0..0, std::iter::repeat_n(0, lead));
    let point = usize::try_from(point + lead as i64).unwrap_or(1);
    let keep = point + decimals;
    let up = digits.get(keep).is_some_and(|d| *d >= 5);
    digits.resize(keep, 0);
    if up {
        for d in digits.iter_mut().rev() {
            *d = (*d + 1) % 10;
            if *d != 0 {
                break;
            }
        }
    }
    let negative = x < 0.0 && digits.iter().any(|d| *d != 0);
    let text: String = digits.iter().map(|d| char::from(b'0' + d)).collect();
    let (whole, fraction) = text.split_at(point);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some((negative, whole.to_string(), fraction.to_string()))
}

/// A day, from year first to how it is written: «28.11.2026», in English as it is.
pub fn day(day: &str, lang: Lang) -> String {
    let parts: Vec<&str> = day.split('-').map(|part| part.trim_start_matches('0')).collect();
    match (lang, parts.as_slice()) {
        (Lang::Nb | Lang::Nn, [year, month, day]) => format!("{day}.{month}.{year}"),
        _ => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every vector of the shared test_vectors.json, `number_format_nb`.
    #[test]
    fn a_day_is_written_as_people_write_it() {
        assert_eq!(day("2026-03-08", Lang::Nb), "8.3.2026");
        assert_eq!(day("2026-03-08", Lang::En), "2026-03-08");
        assert_eq!(day("soon", Lang::Nn), "soon");
    }

    #[test]
    fn norwegian_test_vectors() {
        for lang in [Lang::Nb, Lang::Nn] {
            let n = |x, d| number(x, d, lang);
            assert_eq!(n(1234567.8, 1), "1\u{a0}234\u{a0}567,8");
            assert_eq!(n(-1234.5, 1), "\u{2212}1\u{a0}234,5");
            assert_eq!(n(1234.0, 0), "1\u{a0}234");
            assert_eq!(n(999.0, 0), "999");
            assert_eq!(n(0.0, 1), "0,0");
            assert_eq!(n(-0.04, 1), "0,0");
            assert_eq!(n(2.5, 0), "3");
            assert_eq!(n(-2.5, 0), "\u{2212}3");
            assert_eq!(n(0.25, 1), "0,3");
            assert_eq!(n(0.35, 1), "0,4");
            assert_eq!(percent(0.123, 1, lang), "12,3\u{a0}%");
            assert_eq!(placed(13335900000.0, -9, -1, lang), "13,3");
            assert_eq!(placed(95900000.0, -6, -1, lang), "95,9");
            assert_eq!(placed(999950000.0, -6, -1, lang), "1\u{a0}000,0");
            assert_eq!(n(f64::NAN, 1), "..");
        }
        assert_eq!(years(2001, 2015), "2001–15");
        assert_eq!(years(2024, 2101), "2024–2101");
    }

    #[test]
    fn rounding_at_the_edges() {
        let n = |x, d| number(x, d, Lang::En);
        assert_eq!(n(9.995, 2), "10.00");
        assert_eq!(n(999999.5, 0), "1,000,000");
        assert_eq!(n(1e-300, 2), "0.00");
        assert_eq!(n(-0.0, 0), "0");
        assert_eq!(n(f64::INFINITY, 0), "..");
        assert_eq!(placed(-49.0, -9, -1, Lang::En), "0.0");
        assert_eq!(placed(500_000.0, -6, 0, Lang::En), "1");
        assert_eq!(placed(499_999.0, -6, 0, Lang::En), "0");
        assert_eq!(placed(1e21, -6, 0, Lang::En), "1,000,000,000,000,000");
        assert_eq!(percent(1.0, 0, Lang::En), "100%");
        assert_eq!(percent(0.005, 0, Lang::En), "1%");
    }

    #[test]
    fn places_above_and_below_the_point() {
        let n = |x, shift, place| placed(x, shift, place, Lang::Nb);
        assert_eq!(n(5448e6, -6, 2), "5\u{a0}400");
        assert_eq!(n(-5450e6, -6, 2), "\u{2212}5\u{a0}500");
        assert_eq!(n(49.0, 0, 2), "0");
        assert_eq!(n(0.123, 2, -1), "12,3");
        assert_eq!(n(f64::NAN, 0, 1), "..");
    }

    #[test]
    fn probabilities_are_never_certain() {
        assert_eq!(probability(0.0, Lang::Nb), "<\u{a0}0,1\u{a0}%");
        assert_eq!(probability(1.0, Lang::Nb), ">\u{a0}99,9\u{a0}%");
        assert_eq!(probability(0.974, Lang::Nn), "97\u{a0}%");
        assert_eq!(probability(0.995, Lang::En), "99.5%");
        assert_eq!(probability(f64::NAN, Lang::En), "..");
    }
}
