//! What a text says of a part of a year: «våren 2025», «jan.–juni 2024», «K2 2024», «1.1.–30.6.2024», «uke 22/2024». Persons are
//! counted at the end of a year, and kroner over all of it.

use super::cells::folded;
use super::months::month;
use super::wording::{words, year_in};

/// Phrases that say it.
pub const PARTS: [&str; 15] = [
    "hittil i",
    "so far",
    "year to date",
    "1 kvartal",
    "2 kvartal",
    "3 kvartal",
    "første kvartal",
    "1 halvår",
    "første halvår",
    "1 tertial",
    "2 tertial",
    "første tertial",
    "medio",
    "skoleåret",
    "skuleåret",
];
/// Seasons, which are times where a year stands behind.
const SEASONS: [&str; 16] = [
    "vår", "våren", "sommer", "sommeren", "sumar", "sumaren", "høst", "høsten", "haust", "hausten", "vinter",
    "vinteren", "spring", "summer", "autumn", "winter",
];
/// Between the first and the last of several months.
const TO: [&str; 4] = ["-", "til", "to", "tom"];
/// Digits of a year.
const YEAR: usize = 4;
/// The last month of a year, and its last day.
const LAST: (usize, u32) = (12, 31);

/// Whether a text says that it is of a part of a year.
pub fn says_part(text: &str) -> bool {
    let words = words(text);
    is_of_season(&words)
        || is_of_quarter(&words)
        || is_of_week(&words)
        || is_of_days(&words)
        || is_of_months(text)
}

fn is_of_season(words: &[String]) -> bool {
    words.windows(2).any(|pair| SEASONS.contains(&pair[0].as_str()) && year_in(&pair[1]).is_some())
}

/// «K2 2024», «2024 Q1», «2024K3», «kvartal 2 2024».
fn is_of_quarter(words: &[String]) -> bool {
    let is_early = |word: &str| matches!(word, "k1" | "k2" | "k3" | "q1" | "q2" | "q3");
    let is_year = |word: &str| year_in(word).is_some();
    let in_one = |word: &String| {
        let parts = word.split_at_checked(YEAR);
        parts.is_some_and(|(year, part)| is_year(year) && is_early(part))
    };
    let beside =
        |pair: &[String]| is_early(&pair[0]) && is_year(&pair[1]) || is_year(&pair[0]) && is_early(&pair[1]);
    let in_words = |three: &[String]| {
        let number = matches!(three[1].as_str(), "1" | "2" | "3");
        matches!(three[0].as_str(), "kvartal" | "quarter") && number && is_year(&three[2])
    };
    words.iter().any(in_one) || words.windows(2).any(beside) || words.windows(3).any(in_words)
}

/// «Uke 22» of a year; «uke 2024» is none.
fn is_of_week(words: &[String]) -> bool {
    let is_week = |word: &str| matches!(word, "uke" | "veke" | "week");
    let number = |word: &str| word.parse().is_ok_and(|week: u32| (1..=53).contains(&week));
    let year = words.iter().any(|word| year_in(word).is_some());
    year && words.windows(2).any(|pair| is_week(&pair[0]) && number(&pair[1]))
}

/// From one day to another, which are not the first and the last of a year: «1.1.–30.6.2024», «1.1.2024–30.6.2024».
fn is_of_days(words: &[String]) -> bool {
    let number = |word: &String, most: u32| word.parse().ok().filter(|own: &u32| (1..=most).contains(own));
    let day = |pair: &[String]| Some((number(&pair[1], 12)?, number(&pair[0], 31)?));
    let is_part = |from: &[String], to: &[String]| {
        let whole = ((1, 1), (LAST.0 as u32, LAST.1));
        day(from).zip(day(to)).is_some_and(|span| span.0 < span.1 && span != whole)
    };
    let year = |word: &String| year_in(word).is_some();
    words.windows(5).any(|own| year(&own[4]) && is_part(&own[..2], &own[2..4]))
        || words.windows(6).any(|own| own[2] == own[5] && year(&own[5]) && is_part(&own[..2], &own[3..5]))
}

/// From one month to another, which is not the last of a year: «jan.–juni 2024», «fra januar til og med juni», «t.o.m. juni».
fn is_of_months(text: &str) -> bool {
    let text = folded(text).replace("t.o.m.", " tom ").replace("til og med", " tom ");
    let apart = text.replace(['-', '–', '—'], " - ");
    let words: Vec<&str> =
        apart.split([' ', ',', '(', ')', ';', ':']).filter(|own| !own.is_empty()).collect();
    let early = |word: &str| month(word).filter(|last| *last < LAST.0);
    let span = |own: &[&str]| {
        let (from, to) = (month(own[0]), early(own[2]));
        TO.contains(&own[1]) && from.zip(to).is_some_and(|(from, to)| from < to)
    };
    let year = words.iter().any(|word| year_in(word).is_some());
    year && (words.windows(3).any(span)
        || words.windows(2).any(|own| own[0] == "tom" && early(own[1]).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_is_none_of_its_end() {
        for text in [
            "BPA-brukere i Asker våren 2025",
            "Brukarar hausten 2024",
            "BPA-brukere jan.-juni 2024",
            "BPA-brukere januar–juni 2024",
            "BPA januar - mars 2024",
            "BPA fra januar til og med august 2024",
            "BPA 2024 t.o.m. juni",
            "BPA-brukere K2 2024",
            "BPA-brukere 2024K3",
            "BPA-brukere 2024 Q1",
            "BPA kvartal 2, 2024",
            "BPA-brukere uke 22, 2024",
            "BPA-brukere 1.1.-30.6.2024",
            "BPA-brukere 01.01.2024–31.08.2024",
        ] {
            assert!(says_part(text), "{text}");
        }
        for text in [
            "BPA-brukere i Asker 2024",
            "BPA i vår kommune 2024",
            "BPA-brukere jan-des 2024",
            "BPA-brukere 1.1.–31.12.2024",
            "BPA-brukere per 30.06.2024",
            "BPA-brukere 31.12.2024",
            "BPA-brukere K4 2024",
            "Timer per uke 2024",
            "BPA-brukere juni 2024",
            "Kvinner og menn 0-17, 18-49, 2024",
            "Brukere 2023-2024",
            "Kommune 1103 i 2024: 18-49 og 50-66",
            "jan feb mar apr mai jun",
        ] {
            assert!(!says_part(text), "{text}");
        }
    }
}
