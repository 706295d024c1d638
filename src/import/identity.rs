//! What must not be in a list of persons, known by what it looks like: identity numbers; names have a file of their own
//! ([`person_names`](super::person_names)). Refused before anything is written; the message names the cell and never what stands
//! there.

use super::cells::{Cell, Grid};
use super::grants;
use crate::error::Problem;
use crate::text::say;
use crate::text::visible::is_hidden;

/// Digits of an identity number.
const DIGITS: usize = 11;

/// Whether a text has eleven digits, such as an identity number has.
pub fn has_number(text: &str) -> bool {
    is_number(&Cell::of(text), true)
}

/// Refuses a file in which a cell looks like an identity number, by the first of them. Where rows are persons, any eleven digits
/// do; elsewhere only those that begin with a date, since a large amount has eleven digits too.
pub fn numbers(grids: &[Grid], persons: bool, problems: &mut Vec<Problem>) {
    for grid in grids.iter().filter(|grid| grid.source.lines) {
        for row in &grid.rows {
            for (column, cell) in row.filled() {
                if is_number(cell, persons) {
                    let problem = grid.source.problem(row.number, Some(column), say::IMPORT_IDENTITY_NUMBER);
                    problems.push(problem.allowed(say::IMPORT_PSEUDONYM_ALLOWED));
                }
            }
        }
    }
}

/// Whether a cell looks like an identity number.
fn is_number(cell: &Cell, persons: bool) -> bool {
    match cell {
        Cell::Empty | Cell::Date(..) | Cell::Fault(_) => false,
        Cell::Number(number) => {
            const LEAST: f64 = 1e8;
            let digits = format!("{number:0>11}");
            // A number has lost the zero before it.
            number.fract() == 0.0
                && *number >= LEAST
                && digits.len() == DIGITS
                && (begins_with_date(&digits) && (persons || *number >= LEAST * 100.0)
                    || persons && *number >= LEAST * 10.0)
                || persons && number.fract() == 0.0 && is_of_asylum(&format!("{number}"))
        }
        Cell::Text(text) if is_share(text) || is_of_days(text) => false,
        Cell::Text(text) => runs(text).iter().any(|run| of_run(run, persons)),
    }
}

/// Whether a text is two days and nothing else: «31.12.2024-31.12.2025» has eleven digits in a row too.
fn is_of_days(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | '–' | ' '))
        && text.contains(['.', '/'])
        && grants::span(text).is_some_and(|(from, to)| from.is_some() && to.is_some())
}

/// Whether a text is a share with many decimals, as a workbook has of a division.
fn is_share(text: &str) -> bool {
    let number = text.trim_end_matches('%').trim_end();
    let below =
        |most: f64| number.replace(',', ".").parse::<f64>().is_ok_and(|own| (0.0..most).contains(&own));
    below(1.0) || number.len() < text.len() && below(1_000.0)
}

/// Groups of digits that at most one mark or space stands between.
fn runs(text: &str) -> Vec<Vec<String>> {
    let mut runs: Vec<Vec<String>> = Vec::new();
    let mut between = usize::MAX;
    let seen = text.chars().filter(|c| !is_hidden(*c) || c.is_whitespace());
    for c in seen {
        match digit(c) {
            Some(digit) => {
                let joins = match between {
                    0 => runs
                        .last_mut()
                        .and_then(|run| run.last_mut())
                        .map(|group| group.push(digit))
                        .is_some(),
                    1 => runs.last_mut().map(|run| run.push(digit.to_string())).is_some(),
                    _ => false,
                };
                if !joins {
                    runs.push(vec![digit.to_string()]);
                }
                between = 0;
            }
            None if !c.is_alphabetic() => between = between.saturating_add(1),
            None => between = usize::MAX,
        }
    }
    runs
}

/// A digit, also as other scripts and wide letters have it.
fn digit(c: char) -> Option<char> {
    let zeros = ['0', '\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}'];
    let value =
        zeros.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10))
}

fn of_run(groups: &[String], persons: bool) -> bool {
    (0..groups.len()).any(|first| {
        let mut digits = String::new();
        groups[first..].iter().any(|group| {
            digits.push_str(group);
            let lost = persons && digits.len() + 1 == DIGITS && begins_with_date(&format!("0{digits}"));
            lost || digits.len() == DIGITS && (persons || begins_with_date(&digits))
                || persons && digits == *group && is_of_asylum(&digits)
        })
    })
}

/// Whether digits are the number of somebody who sought asylum (DUF): twelve, of which the first are a year.
fn is_of_asylum(digits: &str) -> bool {
    digits.len() == DIGITS + 1 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether eleven digits begin with a day and a month, also as D-numbers (40 more days), H-numbers (40 more months) and
/// numbers of tests (65 or 80 more months) have them.
fn begins_with_date(digits: &str) -> bool {
    let two = |at: usize| digits.get(at..at + 2).and_then(|own| own.parse::<u32>().ok()).unwrap_or(0);
    let (day, month) = (two(0), two(2));
    let day = day.checked_sub(40).filter(|day| *day > 0).unwrap_or(day);
    (1..=31).contains(&day) && [0, 40, 65, 80].iter().any(|more| (1 + more..=12 + more).contains(&month))
}

/// Whether a text may be what a list calls a person without saying who it is: a number, or letters and digits.
pub fn is_pseudonym(cell: &Cell) -> bool {
    const LONGEST: usize = 24;
    const LETTERS: usize = 3;
    let text = match cell {
        Cell::Empty | Cell::Date(..) | Cell::Fault(_) => return false,
        Cell::Number(number) => return number.fract() == 0.0 && !is_date(&format!("{number}")),
        Cell::Text(text) => text,
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ' ' | '#'));
    let short = text.chars().count() <= LONGEST && text.split(' ').count() <= 2;
    let numbered = text.chars().any(|c| c.is_ascii_digit()) || letters <= LETTERS;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    plain && short && numbered && letters <= text.len() / 2 + LETTERS && !is_date(&digits)
}

/// Eight digits that are a date of birth, from either end.
fn is_date(digits: &str) -> bool {
    let part =
        |at: std::ops::Range<usize>| digits.get(at).and_then(|own| own.parse::<u32>().ok()).unwrap_or(0);
    let date = |day: u32, month: u32, year: u32| {
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2100).contains(&year)
    };
    digits.len() == 8
        && (date(part(0..2), part(2..4), part(4..8)) || date(part(6..8), part(4..6), part(0..4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_numbers_are_known_by_what_they_look_like() {
        for text in [
            "01019912345",
            "010199 12345",
            "010199-12345",
            "01 01 99 12345",
            "01.01.99.12345",
            "41019912345",
            "01419912345",
            "01819912345",
            "fnr 01019912345, bor hjemme",
            "０１０１９９１２３４５",
            "010199\u{200b}12345",
        ] {
            assert!(is_number(&Cell::of(text), true) && is_number(&Cell::of(text), false), "{text}");
        }
        for (text, persons) in [("99999912345", true), ("1019912345", true), ("12345678901", true)] {
            assert!(is_number(&Cell::of(text), persons), "{text}");
        }
        for number in [1_019_912_345.0, 31_129_912_345.0, 41_019_912_345.0] {
            assert!(is_number(&Cell::Number(number), true), "{number}");
        }
        for text in [
            "312 000",
            "1 204 500",
            "01.03.2019",
            "01.01.2015-31.12.2024",
            "2019",
            "0301",
            "38,5",
            "86642212000",
        ] {
            assert!(!is_number(&Cell::of(text), false), "{text}");
        }
        for text in ["312 000", "01.03.2019", "1984", "12345678", "22 33 44 55"] {
            assert!(!is_number(&Cell::of(text), true), "{text}");
        }
        assert!(
            !is_number(&Cell::Number(86_642_212_000.0), false) && !is_number(&Cell::Number(709_037.0), true)
        );
    }

    #[test]
    fn pseudonyms_are_numbers_or_letters_with_digits() {
        for text in ["1", "A", "P-001", "2024/118", "AB 12", "b17"] {
            assert!(is_pseudonym(&Cell::of(text)), "{text}");
        }
        for text in [
            "Kari",
            "Kari N",
            "Kari Nordmann 1",
            "kari1984nordmann",
            "12031984",
            "19840312",
            "en person til her",
        ] {
            assert!(!is_pseudonym(&Cell::of(text)), "{text}");
        }
        assert!(is_pseudonym(&Cell::Number(17.0)) && !is_pseudonym(&Cell::Number(1.5)));
        assert!(!is_pseudonym(&Cell::Date(1984, 3, 12)) && !is_pseudonym(&Cell::Number(19_840_312.0)));
    }
}
