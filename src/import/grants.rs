//! When a person's hours were granted and until when: who has them at the end of a year.

use super::cells::{Cell, folded};
use super::months::month;

/// A day, or the year alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A year.
    Year(i32),
    /// A year, a month and a day.
    Of(i32, u32, u32),
}

/// What stands in a cell that should have a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// Nothing, or a word for that: the grant goes on.
    Nothing,
    /// A day.
    On(Day),
    /// A word for what is over, with no day.
    Over,
    /// Something else.
    Other,
}

impl Day {
    fn year(self) -> i32 {
        match self {
            Day::Year(year) | Day::Of(year, ..) => year,
        }
    }

    /// Whether it is after the end of a year.
    pub fn is_after(self, year: i32) -> bool {
        self.year() > year
    }

    /// Whether it is before the last day of a year; of a year alone the last day is meant.
    pub fn is_before_end(self, year: i32) -> bool {
        match self {
            Day::Year(own) => own < year,
            Day::Of(own, month, day) => (own, month, day) < (year, 12, 31),
        }
    }

    /// Whether it is before another day, as far as both are known.
    pub fn is_before(self, other: Day) -> bool {
        match (self, other) {
            (Day::Of(a, b, c), Day::Of(d, e, f)) => (a, b, c) < (d, e, f),
            _ => self.year() < other.year(),
        }
    }
}

/// Years that stand for no end.
const NEVER: [i32; 3] = [2222, 2999, 9999];

/// The day that a cell has: a date, a year, or a month of a year.
pub fn read(cell: &Cell) -> Dated {
    // Systems that must have a last day write one that never comes.
    let year = |year: i32| ((1880..=2200).contains(&year) || NEVER.contains(&year)).then_some(year);
    let found = match cell {
        Cell::Empty => return Dated::Nothing,
        Cell::Date(own, month, day) => year(*own).map(|own| Day::Of(own, *month, *day)),
        Cell::Number(number) if number.fract() == 0.0 => year(*number as i32).map(Day::Year),
        Cell::Number(_) | Cell::Fault(_) => None,
        Cell::Text(text) => {
            const NOTHING: [&str; 26] = [
                "-",
                "–",
                "..",
                "løpende",
                "løpande",
                "pågår",
                "ukjent",
                "ukjend",
                "unknown",
                "ongoing",
                "ingen",
                "nei",
                "no",
                "aktiv",
                "active",
                "none",
                "til videre",
                "inntil videre",
                "inntil vidare",
                "varig",
                "permanent",
                "livsvarig",
                "tidsubegrenset",
                "ubegrenset",
                "ubestemt",
                "d.d.",
            ];
            if NOTHING.contains(&folded(text).as_str()) {
                return Dated::Nothing;
            }
            const OVER: [&str; 8] =
                ["avsluttet", "avslutta", "opphørt", "opphøyrt", "ended", "closed", "ja", "yes"];
            if OVER.contains(&folded(text).as_str()) {
                return Dated::Over;
            }
            of_text(text).filter(|day| year(day.year()).is_some())
        }
    };
    found.map_or(Dated::Other, Dated::On)
}

/// A date with the year at either end, a month of a year, or a year.
fn of_text(text: &str) -> Option<Day> {
    let text = text.trim().split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = text.trim_end_matches('.').split(['.', '-', '/']).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let year = |part: &str| part.parse::<i32>().ok().filter(|_| part.len() == 4);
    let date = |own: i32, month: &str, day: &str| {
        let (month, day) = (number(month)?, number(day)?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Day::Of(own, month, day))
    };
    match parts[..] {
        [own] => year(own).map(Day::Year),
        [one, two] => {
            let (own, month) = year(two).map(|own| (own, one)).or(year(one).map(|own| (own, two)))?;
            date(own, month, "1")
        }
        [one, two, three] => match (year(three), year(one)) {
            (Some(own), _) => date(own, two, one),
            (_, Some(own)) => date(own, two, three),
            _ => None,
        },
        _ => None,
    }
}

/// The year of a birth: alone, or in a date with the year at either end.
pub fn birth_year(text: &str) -> Option<i32> {
    let parts: Vec<&str> = text.trim().split(['.', '-', '/']).collect();
    let number = |part: &str, digits: usize| {
        (part.len() <= digits && !part.is_empty()).then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = |part: &str| part.parse().ok().filter(|_| part.len() == 4);
    let date = |day: &str, month: &str| {
        number(day, 2).is_some_and(|d| (1..=31).contains(&d))
            && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
    };
    match parts[..] {
        [own] => year(own),
        [day, month, own] if own.len() == 4 && date(day, month) => year(own),
        [own, month, day] if date(day, month) => year(own),
        _ => None,
    }
}

/// From when until when, as one cell has it.
pub fn span(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    // «2023-05-10» and «31/12-2023» are one day, whatever stands between its parts.
    if !text.trim().contains(' ') && of_text(text).is_some() {
        return None;
    }
    let own = in_one_form(text);
    let of_parts = |text: &str| {
        let mut found = text.match_indices('-').filter_map(|(at, mark)| {
            let (from, to) = (text.get(..at)?, text.get(at + mark.len()..)?);
            Some((day_of(from, to)?, day_of(to, from)?)).filter(|days| *days != (None, None))
        });
        found.next()
    };
    of_parts(&text.replace(['–', '—'], "-")).or_else(|| of_parts(&own))
}

/// A time in one cell with what stands between its days written in one way: «f.o.m. 01.01.2024 t.o.m. 31.12.2025», «fra 2023 til
/// 2026», «01.01–31.12.2024», «20240101-20251231», «…, forlenget».
fn in_one_form(text: &str) -> String {
    const FROM: [&str; 10] = [
        "gjelder fra",
        "gjeld frå",
        "fra og med",
        "frå og med",
        "f.o.m.",
        "f.o.m",
        "fom.",
        "fom",
        "fra",
        "frå",
    ];
    const TO: [&str; 10] =
        ["til og med", "t.o.m.", "t.o.m", "tom.", "tom", "until", "til", "→", "->", " to "];
    let mut text = folded(text);
    // What follows the last digit is a remark, unless it is a mark between days.
    if let Some(last) = text.rfind(|c: char| c.is_ascii_digit())
        && let Some(rest) = text.get(last + 1..).filter(|rest| rest.contains(char::is_alphabetic))
        && !TO.iter().any(|own| rest.trim_start().starts_with(own.trim()))
    {
        text.truncate(text.len() - rest.len());
    }
    let from = FROM.iter().find_map(|own| text.strip_prefix(own)).map(str::to_string);
    let only_from = from.is_some();
    text = from.unwrap_or(text);
    for own in TO {
        text = text.replace(own, " - ");
    }
    text = text.replace(['–', '—'], "-");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("- -", "-");
    if only_from && !text.contains('-') { format!("{text} -") } else { text }
}

/// A day of a time, which may lack its year where the other has it, or have no marks between its parts.
fn day_of(part: &str, other: &str) -> Option<Option<Day>> {
    let part = part.trim();
    let digits = part.bytes().all(|b| b.is_ascii_digit());
    let plain = match part.len() {
        8 if digits => format!("{}-{}-{}", &part[..4], &part[4..6], &part[6..]),
        _ => part.to_string(),
    };
    let year =
        |text: &str| text.trim().rsplit(['.', '/', ' ']).next().and_then(|own| own.parse::<i32>().ok());
    let read = |text: &str| match read(&Cell::of(text)) {
        Dated::On(day) => Some(Some(day)),
        Dated::Nothing => Some(None),
        Dated::Over | Dated::Other => None,
    };
    let lacking = || {
        let year = year(other).filter(|own| *own > 1900 && part.contains(['.', '/']))?;
        read(&format!("{}.{year}", part.trim_end_matches('.')))
    };
    read(&plain).or_else(|| in_words(part)).or_else(lacking)
}

/// A day with its month in words: «1. januar 2024», «jan 2024».
fn in_words(text: &str) -> Option<Option<Day>> {
    let words: Vec<&str> = text.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let year = |word: &str| word.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
    let at = |word: &str| month(word).and_then(|own| u32::try_from(own).ok());
    match words[..] {
        [day, name, own] => Some(Some(Day::Of(year(own)?, at(name)?, number(day).filter(|day| *day <= 31)?))),
        // The first and the last day are those of the month; which of them is told by where it stands, and neither changes a year.
        [name, own] => Some(Some(Day::Of(year(own)?, at(name)?, 31))),
        _ => None,
    }
}

/// Whether a cell says from when until when.
pub fn is_span(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if span(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        for (text, day) in [
            ("01.03.2019", Dated::On(Day::Of(2019, 3, 1))),
            ("2019-03-01", Dated::On(Day::Of(2019, 3, 1))),
            ("2019-03-01 00:00:00", Dated::On(Day::Of(2019, 3, 1))),
            ("1/3/2019", Dated::On(Day::Of(2019, 3, 1))),
            ("03.2019", Dated::On(Day::Of(2019, 3, 1))),
            ("2019", Dated::On(Day::Year(2019))),
            ("løpende", Dated::Nothing),
            ("Avsluttet", Dated::Over),
            ("31.13.2019", Dated::Other),
            ("i vår", Dated::Other),
        ] {
            assert_eq!(read(&Cell::of(text)), day, "{text}");
        }
        assert_eq!(read(&Cell::Number(2019.0)), Dated::On(Day::Year(2019)));
        assert_eq!(read(&Cell::Number(3.5)), Dated::Other);
    }

    #[test]
    fn a_grant_is_one_at_the_end_of_the_year_or_not() {
        assert!(Day::Of(2025, 1, 1).is_after(2024) && !Day::Of(2024, 12, 31).is_after(2024));
        assert!(Day::Of(2024, 12, 30).is_before_end(2024) && !Day::Of(2024, 12, 31).is_before_end(2024));
        assert!(Day::Year(2023).is_before_end(2024) && !Day::Year(2024).is_before_end(2024));
        assert!(
            Day::Of(1990, 6, 1).is_before(Day::Year(2010)) && !Day::Year(2010).is_before(Day::Of(2010, 5, 1))
        );
    }
}
