//! Words looked for in titles, headings and cells: whole words in small letters, whatever marks stand between them.

use super::cells::folded;
use super::months::month;
use std::collections::BTreeSet;

/// The words of a text in small letters; `%` and `/` stand for words, since «timer/år» says what «timer per år» does.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut inside = false;
    for c in folded(text).chars() {
        match c {
            '%' | '/' => words.push(c.to_string()),
            c if c.is_alphanumeric() => match words.last_mut().filter(|_| inside) {
                Some(word) => word.push(c),
                None => words.push(c.to_string()),
            },
            _ => {}
        }
        inside = c.is_alphanumeric();
    }
    words
}

/// The first of some phrases that a text says. Of a phrase, `avslag*` is the beginning of a word, and `*timer` its end.
pub fn says<'p>(text: &str, phrases: &[&'p str]) -> Option<&'p str> {
    let words = words(text);
    phrases.iter().copied().find(|phrase| place(&words, phrase).is_some())
}

/// Where a phrase stands among words: its first word, and the one after its last.
pub fn place(words: &[String], phrase: &str) -> Option<(usize, usize)> {
    let own: Vec<&str> = phrase.split(' ').collect();
    let at = words
        .windows(own.len())
        .position(|window| window.iter().zip(&own).all(|(word, pattern)| is(word, pattern)))?;
    Some((at, at + own.len()))
}

fn is(word: &str, pattern: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => word.ends_with(end),
        (_, Some(beginning)) => word.starts_with(beginning),
        _ => word == pattern,
    }
}

/// A year alone, or that of a date.
pub fn year_in(word: &str) -> Option<i32> {
    let word = word.trim_matches(['.', ',', '(', ')', ':', ';']);
    let last = word.rsplit(['.', '-', '/']).next().unwrap_or(word);
    let first = word.split(['-', '/']).next().unwrap_or(word);
    let own = |text: &str| {
        let year = text.parse::<i32>().ok().filter(|_| text.len() == 4)?;
        (1950..=2100).contains(&year).then_some(year)
    };
    // The number of a case, «2022/1456», has a year before it, and «2024/25» is of two.
    const OF_DATE: usize = 2;
    let is_number = |text: &str| text.len() > OF_DATE && text.bytes().all(|b| b.is_ascii_digit());
    let next =
        |year: i32| word.split_once('/').is_some_and(|(_, rest)| rest == format!("{:02}", (year + 1) % 100));
    // Two years are a period, and no year.
    match (own(first), own(last)) {
        (Some(_), Some(_)) if first != last => None,
        (Some(_), None) if is_number(last) => None,
        (Some(year), None) if next(year) => None,
        (first, last) => last.or(first),
    }
}

/// What a year in two digits stands behind.
const CENTURY: i32 = 2000;

/// The year of a date with two digits of it: 31.12.24, 1/1-25.
pub fn year_of_short(word: &str) -> Option<i32> {
    let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
    let [day, month, year] = parts[..] else { return None };
    let number = |text: &str, most: i32| text.parse().ok().filter(|own: &i32| (1..=most).contains(own));
    let is_short = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    number(day, 31).and(number(month, 12)).filter(|_| is_short)?;
    year.parse::<i32>().ok().map(|year| CENTURY + year)
}

/// The one year that a cell says, however it is dated: `31. desember 2023`, `31.12.23`, `2023K4`.
pub fn year_of(text: &str) -> Option<i32> {
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|own| !own.is_empty()).collect();
    // «Budsjett 2024» and «2024B» are no dates.
    const OF_DATES: [&str; 14] = [
        "/",
        "ultimo",
        "utgangen",
        "av",
        "per",
        "pr",
        "den",
        "kl",
        "regnskap",
        "rekneskap",
        "faktisk",
        "utgongen",
        "end",
        "of",
    ];
    // The last quarter of a year ends where that does.
    let quarter = text.to_lowercase();
    let quarter = ["4. kvartal", "4. kv.", "kvartal 4"].iter().find_map(|own| quarter.strip_prefix(own));
    if let Some(year) = quarter.and_then(|rest| year_in(rest.trim())) {
        return Some(year);
    }
    let last =
        |word: &str| ["k4", "q4", "m12"].iter().any(|end| word.strip_suffix(end).and_then(year_in).is_some());
    let is_of_date = |word: &String| {
        word.bytes().all(|b| b.is_ascii_digit())
            || month(word).is_some()
            || OF_DATES.contains(&word.as_str())
            || last(word)
    };
    if !words(text).iter().all(is_of_date) && year_in(text).is_none() {
        return None;
    }
    let years: BTreeSet<i32> = digits.iter().filter_map(|own| year_in(own)).collect();
    let short = || match digits[..] {
        [_, _, year, ..] if year.len() == 2 => year.parse::<i32>().ok().map(|year| CENTURY + year),
        _ => None,
    };
    match years.len() {
        0 => short(),
        1 => year_in(text).or(years.first().copied()),
        _ => year_in(text),
    }
}

/// Whether numbers that look like years are such: one after another, each no more than so many after the one before; one alone
/// where nothing says another year.
pub fn are_years(own: &BTreeSet<i32>, step: i32, said: &BTreeSet<i32>) -> bool {
    let near = own.iter().zip(own.iter().skip(1)).all(|(one, next)| next - one <= step);
    match own.len() {
        0 => false,
        1 => said.is_empty() || !said.is_disjoint(own),
        _ => near,
    }
}

/// How the last part of a year is called.
const ENDS: [&str; 8] = ["12", "31.12", "4", "k4", "q4", "3. tertial", "2. halvår", "2"];

/// Whether a part of a year is the one at its end.
pub fn is_end(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    ENDS.contains(&text)
        || words(text).first().is_some_and(|word| month(word) == Some(12))
        || text.starts_with("4. kv")
        || text.starts_with("31.12")
        || text.starts_with("årssl")
        || text.contains("-12-31")
}

/// The years that a text says, as they are written.
pub fn years_in(text: &str) -> BTreeSet<i32> {
    text.split(|c: char| c.is_whitespace() || c == ',').filter_map(year_in).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_case_and_two_years_are_no_year() {
        let found = ["2022/1456", "2024/25", "2023/2024", "2021-45", "31/12-2024", "2024-12-31"].map(year_in);
        assert_eq!(found, [None, None, None, Some(2021), Some(2024), Some(2024)]);
    }

    #[test]
    fn a_cell_says_one_year_however_it_is_dated() {
        for (text, year) in [
            ("2023", Some(2023)),
            ("2023-12-31", Some(2023)),
            ("31. desember 2023", Some(2023)),
            ("31.12.23", Some(2023)),
            ("31.12-23", Some(2023)),
            ("31.12.2023 12:00", Some(2023)),
            ("2023K4", Some(2023)),
            ("Regnskap 2023", Some(2023)),
            ("des. 2023", Some(2023)),
            ("ultimo 2023", Some(2023)),
            ("31/12/23", Some(2023)),
            ("4. kvartal 2023", Some(2023)),
            ("3. kvartal 2023", None),
            ("2022/2023", None),
            ("Budsjett 2024", None),
            ("2024B", None),
            ("2023K1", None),
            ("i går", None),
            ("12", None),
        ] {
            assert_eq!(year_of(text), year, "{text}");
        }
    }

    #[test]
    fn phrases_are_found_as_whole_words() {
        assert_eq!(words("Timer/år, 1.000 kr (%)"), ["timer", "/", "år", "1", "000", "kr", "%"]);
        let found = |text: &str| says(text, &["avslag*", "*timer", "per år", "rate"]);
        for (text, phrase) in [
            ("Avslagene på BPA", Some("avslag*")),
            ("Vedtakstimer BPA", Some("*timer")),
            ("Utgift\u{a0}per år.", Some("per år")),
            ("Strategi 2024, separate tall", None),
            ("Personer over 18 år", None),
            ("", None),
        ] {
            assert_eq!(found(text), phrase, "{text}");
        }
    }
}
